"""Reading PO files line by line, in any layout that msgfmt takes, with the place of everything that is wrong.

A string may stand in several pieces on one line or on many; ``#~`` marks obsolete lines, ``#|`` the previous source.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from l10n_tool.catalogue.entries import CONTEXT_END
from l10n_tool.catalogue.foreign import foreign_text
from l10n_tool.catalogue.layout import BLANK, comment_fields
from l10n_tool.catalogue.model import Entry, Key, Previous
from l10n_tool.catalogue.plural_expressions import MOST_FORMS
from l10n_tool.catalogue.problems import MOST_PROBLEMS, CatalogueError, Problem
from l10n_tool.catalogue.text import BadEscapeError, unescape

__all__ = ["LineReader"]

_KEYWORD: Final = re.compile(
    r"(?:(msgctxt|msgid_plural|msgid|msgstr)(?![A-Za-z0-9_-])(?:[ \t]*\[[ \t]*([^\]\\\x22]*)\])?)[ \t\f\v\r]*"
)
_STRING: Final = re.compile(r'"([^"\\]*(?:\\.[^"\\]*)*)"[ \t\f\v\r]*')
#: An entry may have been made obsolete twice.
_OBSOLETE: Final = re.compile(r"(?:#~[ \t\f\v\r]*)+")
_MARKER: Final = re.compile(r"(?:<{7}|={7}|>{7}|\|{7})(?:[ \t\r]|$)")


_PARTLY_OBSOLETE: Final = ("an entry that is obsolete in part", "Begin all its lines with #~, or none.")
_BARE: Final = ("a keyword without a string", 'Write at least "".')
_CONTEXT_PLACE: Final = "Put it before the msgid, or give the entry above its msgstr."
_AFTER_MSGID: Final = {
    "msgstr": "Put the msgid before it, and no comment in between.",
    "msgid_plural": "Put it right behind its msgid.",
}
_TWICE: Final = {"msgstr": "Keep one of the two, or put the msgid before the second."}


@dataclass(slots=True)
class _Open:
    """An entry while its lines come in; ``strings`` holds the pieces of each keyword's text, in file order."""

    start: int
    comments: list[str] = field(default_factory=list)
    strings: dict[str, list[str]] = field(default_factory=dict)
    previous: dict[str, list[str]] = field(default_factory=dict)
    obsolete: bool = False
    line: int = 0
    keyword: str = ""
    previous_keyword: str = ""
    previous_obsolete: bool = False
    previous_line: int = 0
    complete: bool = False
    #: The line and column of the last keyword while it waits for its string, which may stand on the next line.
    bare: tuple[int, int] | None = None
    #: Whether its strings are those of the file; what is wrong with others would only follow from that.
    sound: bool = True
    #: Whether it was told that a line has no place here; what else has none may follow from that.
    told: bool = False


class LineReader:
    """One pass over the lines of a file; the text of an entry ends where its last string ends."""

    def __init__(self, name: str, charset: str) -> None:
        self._name, self._charset = name, charset
        self._problems: list[Problem] = []
        self._others = 0
        #: Whether there was a conflict marker, and whether what stands here is one side of it.
        self._conflict = self._in_conflict = False
        self._entries: list[Entry] = []
        self._seen: dict[Key, Entry] = {}
        self._text = ""
        self._open = _Open(0)
        self._start = self._end = self._number = 0

    def read(self, text: str) -> tuple[tuple[Entry, ...], str]:
        """Return the entries and the raw text after the last of them. Raises CatalogueError."""
        self._text = text
        self._read_all()
        self._close()
        if self._problems:
            raise CatalogueError(self._name, *self._all_problems())
        return tuple(self._entries), text[self._end :]

    def _read_all(self) -> None:
        for number, line in enumerate(self._text.split("\n"), 1):
            self._number = number
            self._next(line)

    def _all_problems(self) -> tuple[list[Problem], int]:
        """Return the problems in file order, and how many more there are."""
        foreign = foreign_text(self._text)
        if foreign is not None:
            # What else is wrong only follows from that.
            return [foreign], 0
        return sorted(self._problems, key=lambda problem: (problem.line, problem.column)), self._others

    def _next(self, line: str) -> None:
        stop = min(self._start + len(line) + 1, len(self._text))
        stripped = line.strip(BLANK)
        if stripped:
            self._line(stripped, len(line) - len(line.lstrip(BLANK)), stop)
        self._start = stop

    def _line(self, line: str, indent: int, stop: int) -> None:
        if line[0] == "#":
            self._comment(line, indent, stop)
        else:
            self._strings(line, indent, stop, obsolete=False)

    def _comment(self, line: str, indent: int, stop: int) -> None:
        if line[1:2] == "~":
            self._obsolete(line, indent, stop)
        elif line[1:2] == "|":
            self._previous_source(line[2:], indent + 2, obsolete=False)
        else:
            self._remark(line, indent)

    def _previous_source(self, line: str, indent: int, *, obsolete: bool) -> None:
        if not line.strip(BLANK):
            # A mark and nothing else is an empty line to gettext.
            return
        if self._open.complete:
            self._close()
        self._previous(line, indent, obsolete=obsolete)

    def _remark(self, line: str, indent: int) -> None:
        if self._open.complete:
            self._close()
        if self._open.strings:
            self._misplaced(indent, "a comment inside an entry", "Move it above the entry.")
        elif self._open.previous:
            self._misplaced(indent, "a comment between a previous source and its entry", "Move it above the #| lines.")
        self._open.comments.append(line)

    def _obsolete(self, line: str, indent: int, stop: int) -> None:
        marks = _OBSOLETE.match(line)
        at = marks.end() if marks else 0
        kind = line[at : at + 2]
        if kind[:1] == "|" and line[at - 1] == "~":
            self._previous_source(line[at + 1 :], indent + at + 1, obsolete=True)
        elif kind == "#|":
            self._previous_source(line[at + 2 :], indent + at + 2, obsolete=True)
        elif kind[:1] == "#":
            # Some tools make the comments of an entry obsolete too.
            self._remark(line[at:], indent + at)
        elif kind:
            self._strings(line[at:], indent + at, stop, obsolete=True)

    def _previous(self, line: str, indent: int, *, obsolete: bool) -> None:
        if self._open.strings:
            self._misplaced(indent, "a previous source inside an entry", "Move it above the entry.")
            return
        if self._open.previous and self._open.previous_obsolete != obsolete:
            self._misplaced(indent, *_PARTLY_OBSOLETE)
        self._open.previous_obsolete = obsolete
        self._open.previous_line = self._open.previous_line or self._number
        at, whole = len(line) - len(line.lstrip(BLANK)), len(line)
        while at < whole:
            match = _KEYWORD.match(line, at)
            if match and not self._previous_keyword(match[1], match[2], indent + at):
                return
            if not match and (line[at] != '"' or not self._open.previous_keyword):
                self._misplaced(indent + at, "a previous source without a keyword", "Begin it with msgid.")
                return
            pieces, at = self._pieces(line, match.end() if match else at, indent)
            self._open.previous[self._open.previous_keyword] += pieces

    def _previous_keyword(self, keyword: str, index: str | None, indent: int) -> bool:
        have = self._open.previous
        due = {"msgctxt": not have, "msgid": "msgid" not in have, "msgid_plural": "msgid" in have}
        if not due.get(keyword) or keyword in have or index is not None:
            remedy = "A previous source is a msgctxt if there was one, a msgid, and a msgid_plural if there was one."
            self._misplaced(indent, f"{keyword} has no place here in a previous source", remedy)
            return False
        self._open.previous_keyword = keyword
        have[keyword] = []
        return True

    def _strings(self, line: str, indent: int, stop: int, *, obsolete: bool) -> None:
        """Read a line of keywords and strings; several may stand on one line."""
        at, whole = 0, len(line)
        while at < whole:
            match = _KEYWORD.match(line, at)
            if match:
                if at and self._begins_entry(match[1]):
                    self._part_line(indent + at, obsolete=obsolete)
                self._keyword(match[1], match[2], indent + at, obsolete=obsolete)
                at = match.end()
                if line.startswith("[", at):
                    self._misplaced(indent + at, "an index that does not end", "Write msgstr[0], msgstr[1], …")
                    return
            elif line[at] != '"' or not self._open.keyword:
                self._not_a_string(line[at:], indent + at)
                return
            elif obsolete != self._open.obsolete:
                self._misplaced(indent + at, *_PARTLY_OBSOLETE)
            if at < whole:
                self._open.bare = None
                pieces, at = self._pieces(line, at, indent)
                self._open.strings[self._open.keyword] += pieces
                self._open.complete = self._open.keyword.startswith("msgstr")
        self._end = stop

    def _begins_entry(self, keyword: str) -> bool:
        return self._open.complete and not keyword.startswith("msgstr")

    def _part_line(self, indent: int, *, obsolete: bool) -> None:
        """Let an entry end in the middle of a line, where the next one begins."""
        if obsolete:
            # The mark at the start of the line is the first entry's; the second would come back to life without it.
            self._problem(indent, "two obsolete entries on one line", "Begin each on a line of its own.")
        self._end = self._start + indent

    def _keyword(self, keyword: str, index: str | None, indent: int, *, obsolete: bool) -> None:
        if self._begins_entry(keyword):
            self._close()
        if keyword == "msgid" and "msgid" in self._open.strings:
            self._without_string()
            remedy = "Give the entry above its msgstr, or remove it."
            self._misplaced(indent, "a msgid without a msgstr before it", remedy)
            self._drop()
        opened = self._open
        name = self._name_of(keyword, index, indent)
        self._without_string()
        if not opened.strings:
            opened.obsolete = obsolete
            self._check_previous(indent)
        elif opened.obsolete != obsolete:
            self._misplaced(indent, *_PARTLY_OBSOLETE)
        if name in opened.strings and opened.sound:
            self._misplaced(indent, f"{name} twice in one entry", _TWICE.get(name, "Keep one of the two."))
        if keyword == "msgid" or not opened.line:
            opened.line = self._number
        opened.strings.setdefault(name, [])
        opened.keyword, opened.bare = name, (self._number, indent + 1)

    def _without_string(self) -> None:
        """Tell of the last keyword that its string has not come."""
        if self._open.bare:
            self._misplaced(self._open.bare[1] - 1, *_BARE, line=self._open.bare[0])
            self._open.sound = False

    def _check_previous(self, indent: int) -> None:
        opened = self._open
        if not opened.previous:
            return
        if "msgid" not in opened.previous:
            self._misplaced(indent, "a previous source without a msgid", "Add it, or remove the #| lines.")
        if opened.previous_obsolete != opened.obsolete:
            self._misplaced(indent, *_PARTLY_OBSOLETE)

    def _name_of(self, keyword: str, index: str | None, indent: int) -> str:
        """Return the name under which a keyword's text is kept, after checking that it may stand here."""
        have = self._open.strings
        if keyword in _AFTER_MSGID and "msgid" not in have:
            self._misplaced(indent, f"{keyword} without a msgid", _AFTER_MSGID[keyword])
        if keyword == "msgctxt" and have:
            self._misplaced(indent, "msgctxt in the middle of an entry", _CONTEXT_PLACE)
        if index is not None and keyword != "msgstr":
            self._misplaced(indent, f"{keyword} with an index", "Only msgstr has one.")
        if keyword != "msgstr":
            return keyword
        if "msgid_plural" not in have:
            if index is not None:
                remedy = "Write msgstr, or add the msgid_plural."
                self._misplaced(indent, "msgstr with an index, but no msgid_plural", remedy)
            return "msgstr"
        if index is None:
            self._misplaced(indent, "msgstr without an index in a plural entry", "Write msgstr[0], msgstr[1], …")
            return "msgstr"
        return self._form_name(index.strip(), indent)

    def _form_name(self, index: str, indent: int) -> str:
        have = self._open.strings
        expected = len(have) - sum(name in have for name in ("msgctxt", "msgid", "msgid_plural"))
        name = f"msgstr[{(index.lstrip('0') or '0')[:20] if index else ''}]"
        if name not in have and name != f"msgstr[{expected}]":
            self._misplaced(indent, f"{name} where msgstr[{expected}] is due", "Number the forms from 0, in order.")
        if expected == MOST_FORMS and name not in have:
            remedy = "Keep as many as the Plural-Forms header says."
            self._misplaced(indent, f"more than {MOST_FORMS} plural forms", remedy)
        return name

    def _not_a_string(self, line: str, indent: int) -> None:
        self._open.sound, self._open.told = False, True
        if _MARKER.match(line):
            self._conflict, self._in_conflict = True, line[0] == "<" or (self._in_conflict and line[0] != ">")
            remedy = "Keep what both sides wrote, and remove the lines with markers; l10n-tool merge does it by entry."
            self._problem(indent, "a conflict marker of version control", remedy)
        elif line.startswith(("domain ", "domain\t")):
            remedy = "Give each domain a file of its own, and remove the line."
            self._problem(indent, "a domain directive, which would put messages into another file", remedy)
        elif line[0] == '"':
            self._problem(indent, "a string without a keyword", "Put msgid or msgstr before it.")
        else:
            word = re.split(r'[\s"\[]', line, maxsplit=1, flags=re.ASCII)[0][:30]
            remedy = "A line begins with msgctxt, msgid, msgid_plural, msgstr, # or a quotation mark."
            self._problem(indent, f"unknown keyword {word!r}", remedy)

    def _pieces(self, line: str, start: int, indent: int) -> tuple[list[str], int]:
        """Read the quoted strings of a line from here on; return their texts, and where the next keyword begins."""
        pieces, at = [], start
        while match := _STRING.match(line, at):
            pieces.append(self._unescape(match[1], indent + match.start(1)))
            at = match.end()
        if at > start and _KEYWORD.match(line, at):
            return pieces, at
        if at < len(line) or at == start:
            self._bad_string(line[at:], indent + at, begins=at == start)
        return pieces, len(line)

    def _bad_string(self, rest: str, indent: int, *, begins: bool) -> None:
        self._open.sound = False
        if rest.startswith('"'):
            self._problem(indent + len(rest), "the closing quotation mark is missing", 'End the line with ".')
        elif not rest:
            self._problem(indent, *_BARE)
        elif rest[0] == "#":
            self._problem(
                indent, "a comment outside the quotation marks", "Put it on a line of its own, above the entry."
            )
        else:
            remedy = 'Remove it, or take it into the text, where a quotation mark is written \\".'
            if begins:
                remedy = 'Write the text between straight quotation marks: "…".'
            self._problem(indent, f"{rest[:20]!r} outside the quotation marks", remedy)

    def _unescape(self, text: str, indent: int) -> str:
        try:
            plain = unescape(text, self._charset)
        except BadEscapeError as error:
            self._open.sound = False
            self._problem(indent + error.at, str(error), 'Write a backslash as \\\\, a quotation mark as \\".')
            return ""
        if CONTEXT_END in plain:
            remedy = "Remove it: MO files part msgctxt and msgid with it."
            self._problem(indent, "the control character U+0004 in a text", remedy)
        return plain

    def _close(self) -> None:
        opened = self._open
        if opened.strings and not opened.bare and opened.complete and "msgid" in opened.strings:
            self._add_sound(opened)
        elif opened.strings and opened.sound and not opened.told:
            missing = "msgid" if "msgid" not in opened.strings else "msgstr"
            remedy = "The file may have been cut short: complete the entry."
            self._tell(Problem(opened.line or self._number, 1, f"an entry without {missing}", remedy))
        elif opened.previous and not opened.strings:
            remedy = "Remove the #| lines, or complete the entry."
            self._tell(Problem(opened.previous_line, 1, "a previous source without an entry", remedy))
        self._drop()

    def _add_sound(self, opened: _Open) -> None:
        # Both sides of a conflict hold the same messages, and a string that is cut may look like another.
        if opened.sound and not self._conflict:
            entry = self._entry(opened)
            self._add(entry, entry.key)

    def _drop(self) -> None:
        self._open = _Open(self._end, told=self._in_conflict)

    def _entry(self, opened: _Open) -> Entry:
        strings = {name: "".join(pieces) for name, pieces in opened.strings.items()}
        comments, extracted, references, flags = comment_fields(opened.comments)
        return Entry(
            msgid=strings["msgid"],
            msgstr=tuple(text for name, text in strings.items() if name.startswith("msgstr")),
            msgctxt=strings.get("msgctxt"),
            msgid_plural=strings.get("msgid_plural"),
            comments=comments,
            extracted=extracted,
            references=references,
            flags=flags,
            previous=_previous_of(opened.previous),
            obsolete=opened.obsolete,
            raw=self._text[opened.start : self._end],
            line=opened.line,
        )

    def _add(self, entry: Entry, key: Key) -> None:
        # msgfmt counts obsolete entries too: two texts of one message are one too many, wherever they stand.
        first = self._seen.setdefault(key, entry)
        if first is not entry:
            what, remedy = f"the message of line {first.line} again", _keep_one(first, entry)
            if entry.is_header:
                what, remedy = "a second header", "Take its fields into the first, and remove it."
            self._tell(Problem(entry.line, 1, what, remedy))
        self._entries.append(entry)

    def _problem(self, indent: int, message: str, remedy: str) -> None:
        self._tell(Problem(self._number, indent + 1, message, remedy))

    def _misplaced(self, indent: int, message: str, remedy: str, *, line: int = 0) -> None:
        """Tell what has no place in the entry, once for each: the next would most often follow from the first."""
        if not self._open.told:
            self._tell(Problem(line or self._number, indent + 1, message, remedy))
        self._open.told = True

    def _tell(self, problem: Problem) -> None:
        if len(self._problems) < MOST_PROBLEMS:
            self._problems.append(problem)
        else:
            self._others += 1


def _keep_one(first: Entry, again: Entry) -> str:
    """Return how to mend a message that is there twice."""
    if first.obsolete == again.obsolete:
        return "Keep the better of the two translations."
    # Some tools, pybabel among them, leave the obsolete entry of a source that came back.
    active, obsolete = (again, first) if first.obsolete else (first, again)
    if not any(obsolete.msgstr):
        return "Remove the obsolete one (#~): it has no text."
    if obsolete.msgstr == active.msgstr:
        return "Remove the obsolete one (#~): it has the same text."
    if not any(active.msgstr):
        return "Take the text of the obsolete one (#~) into the other, and remove the obsolete one."
    return "Keep the better of the two translations in the one that is not obsolete (#~), and remove the other."


def _previous_of(pieces: Mapping[str, Sequence[str]]) -> Previous | None:
    if "msgid" not in pieces:
        return None
    texts = {name: "".join(some) for name, some in pieces.items()}
    return Previous(texts["msgid"], texts.get("msgctxt"), texts.get("msgid_plural"))
