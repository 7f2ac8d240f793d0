"""Reading PO and POT files, as strictly as msgfmt reads them, and keeping the raw text of every entry.

The format is that of the gettext manual, "The Format of PO Files". A string may stand in several pieces on one line
or on many; ``#~`` marks obsolete lines, ``#|`` the previous source. What msgfmt refuses is refused here, with line
and column; all problems of a file are told in one error.
"""

import codecs
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from l10n_tool.catalogue.model import DEFAULT_WRAP, Catalogue, Entry, Key, Previous
from l10n_tool.catalogue.text import BadEscapeError, unescape
from l10n_tool.errors import FileError, Place

__all__ = ["CatalogueError", "Problem", "parse_catalogue"]

_BLANK: Final = " \t\f\v\r"
_KEYWORD: Final = re.compile(
    r"(?:(msgctxt|msgid_plural|msgid|msgstr)(?![A-Za-z0-9_-])(?:[ \t]*\[[ \t]*([0-9]+)[ \t]*\])?)[ \t\f\v\r]*"
)
_STRING: Final = re.compile(r'"([^"\\]*(?:\\.[^"\\]*)*)"[ \t\f\v\r]*')
_MARKER: Final = re.compile(r"(?:<{7}|={7}|>{7}|\|{7})(?:[ \t\r]|$)")
_CONTENT_TYPE: Final = re.compile(rb"Content-Type:", re.IGNORECASE)
_CHARSET: Final = re.compile(rb'Content-Type:[^"\\\n]*charset=([A-Za-z0-9_.:+-]+)', re.IGNORECASE)

_CONTEXT_END: Final = "\x04"
#: Plain ASCII that every charset of PO files leaves alone, and host names (IDNA) cannot hold.
_SAMPLE: Final = 'msgid "..."\n'

#: More problems than this in one file tell nobody anything.
_MOST_PROBLEMS: Final = 20
#: Six forms is the most that a language has; a huge index is an attack on memory.
_MOST_FORMS: Final = 64

_PARTLY_OBSOLETE: Final = ("an entry that is obsolete in part", "Begin all its lines with #~, or none.")
_BARE: Final = ("a keyword without a string", 'Write at least "".')


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong in a file: 1-based line and column, what it is, and how to mend it."""

    line: int
    column: int
    message: str
    remedy: str = ""


class CatalogueError(FileError):
    """A PO file that cannot be read; ``problems`` holds all that was found, in file order."""

    def __init__(self, name: str, problems: Sequence[Problem]) -> None:
        first, *others = problems
        more = "".join(f"\n{Place(name, p.line, p.column)}: {p.message}" for p in others)
        super().__init__(first.message + more, place=Place(name, first.line, first.column), remedy=first.remedy)
        self.name, self.problems = name, tuple(problems)


def parse_catalogue(data: bytes, name: str = "catalogue") -> Catalogue:
    """Read a PO or POT file.

    Writing the result with ``format_catalogue`` gives ``data`` back. Raises CatalogueError.
    """
    bom = data.startswith(codecs.BOM_UTF8)
    body = data.removeprefix(codecs.BOM_UTF8)
    charset = _charset(body, name)
    text = _decode(body, charset, name)
    # A file that ends all its lines in CRLF is read as if they were LF; in a mixed file the CRs stay in the raw text.
    crlf = "\r\n" in text and text.count("\r\n") == text.count("\n")
    if crlf:
        text = text.replace("\r\n", "\n")
    entries, tail = _Reader(name, charset).read(text)
    return Catalogue(entries, tail, charset, "\r\n" if crlf else "\n", bom, _wrap_of(entries))


def _charset(body: bytes, name: str) -> str:
    """Return the charset that the header names, or UTF-8; it is needed before anything can be decoded."""
    field = _CONTENT_TYPE.search(body)
    # The field may stand in several strings.
    start = re.sub(rb'"\s*"', b"", body[field.start() : field.start() + 500]) if field else b""
    match = _CHARSET.match(start)
    declared = match[1].decode("ascii") if match else "utf-8"
    if declared == "CHARSET":
        return "utf-8"
    # PO files are ASCII at heart, which rules out UTF-16 and codecs that are no charsets at all.
    try:
        known = _SAMPLE.encode(declared).decode() == _SAMPLE
    except (LookupError, UnicodeError):
        known = False
    if not known:
        line = body.count(b"\n", 0, field.start() if field else 0) + 1
        remedy = "Convert the file to UTF-8 and write charset=UTF-8 in its header."
        raise CatalogueError(name, [Problem(line, 1, f"unknown charset {declared!r}", remedy)])
    return declared


def _decode(body: bytes, charset: str, name: str) -> str:
    try:
        text = body.decode(charset)
    except UnicodeDecodeError as error:
        message = f"byte 0x{body[error.start]:02x} is not {charset.upper()}"
        raise CatalogueError(name, [_undecoded(body, error.start, message)]) from None
    # A few charsets write one character in several ways, and what was not changed must stay as it was.
    if text.encode(charset, "replace") != body:
        raise CatalogueError(name, [_undecoded(body, 0, f"{charset} does not give the file's bytes back")])
    at = text.find("\0")
    if at >= 0:
        line, column = text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)
        remedy = "A file with NUL characters was damaged, often by a crash: take it from version control."
        raise CatalogueError(name, [Problem(line, column, "a NUL character", remedy)])
    return text


def _undecoded(body: bytes, at: int, message: str) -> Problem:
    line, column = body.count(b"\n", 0, at) + 1, at - body.rfind(b"\n", 0, at)
    return Problem(line, column, message, "Save the file in the charset that its header names, or mend the header.")


def _wrap_of(entries: Sequence[Entry]) -> int:
    """Tell how a file folds long strings: 0 where one stands unfolded, else gettext's width."""
    for entry in entries:
        for line in (entry.raw or "").split("\n"):
            if len(line) > DEFAULT_WRAP + 20 and line.startswith(('"', "msg")) and " " in line[DEFAULT_WRAP:]:
                return 0
    return DEFAULT_WRAP


@dataclass(slots=True)
class _Open:
    """An entry while its lines come in; ``strings`` holds the text of each keyword in the order of the file."""

    start: int
    comments: list[str] = field(default_factory=list)
    extracted: list[str] = field(default_factory=list)
    references: list[str] = field(default_factory=list)
    flags: list[str] = field(default_factory=list)
    strings: dict[str, str] = field(default_factory=dict)
    previous: dict[str, str] = field(default_factory=dict)
    obsolete: bool = False
    line: int = 0
    keyword: str = ""
    previous_keyword: str = ""
    previous_obsolete: bool = False
    complete: bool = False
    #: Whether the last keyword waits for its string, which may stand on the next line.
    bare: bool = False


class _Reader:
    """One pass over the lines of a file; the text of an entry ends where its last string ends."""

    def __init__(self, name: str, charset: str) -> None:
        self._name, self._charset = name, charset
        self._problems: list[Problem] = []
        self._entries: list[Entry] = []
        self._seen: dict[Key, Entry] = {}
        self._text = ""
        self._open = _Open(0)
        self._start = self._end = self._number = 0

    def read(self, text: str) -> tuple[tuple[Entry, ...], str]:
        """Return the entries and the raw text after the last of them."""
        self._text = text
        for self._number, line in enumerate(text.split("\n"), 1):
            stop = min(self._start + len(line) + 1, len(text))
            stripped = line.strip(_BLANK)
            if stripped:
                self._line(stripped, len(line) - len(line.lstrip(_BLANK)), stop)
                if len(self._problems) >= _MOST_PROBLEMS:
                    break
            self._start = stop
        self._close()
        if self._problems:
            raise CatalogueError(self._name, self._problems)
        return tuple(self._entries), text[self._end :]

    def _line(self, line: str, indent: int, stop: int) -> None:
        if line[0] == "#":
            self._comment(line, indent, stop)
        else:
            self._strings(line, indent, stop, obsolete=False)

    def _comment(self, line: str, indent: int, stop: int) -> None:
        kind = line[1:2]
        if kind == "~":
            self._obsolete(line, indent, stop)
            return
        if self._open.complete:
            self._close()
        if kind == "|":
            self._previous(line[2:], indent + 2, obsolete=False)
            return
        if self._open.strings:
            self._problem(indent, "a comment inside an entry", "Move it above the entry.")
        elif self._open.previous:
            self._problem(indent, "a comment between a previous source and its entry", "Move it above the #| lines.")
        self._keep_comment(kind, line)

    def _keep_comment(self, kind: str, line: str) -> None:
        rest = line[2:]
        if kind == ",":
            self._open.flags += [flag for flag in map(str.strip, rest.split(",")) if flag]
        elif kind == ".":
            self._open.extracted.append(rest.removeprefix(" "))
        elif kind == ":":
            self._open.references.append(rest.strip())
        else:
            self._open.comments.append(line[1:].removeprefix(" "))

    def _obsolete(self, line: str, indent: int, stop: int) -> None:
        rest = line[2:]
        inner = rest.lstrip(_BLANK)
        indent += 2 + len(rest) - len(inner)
        if rest.startswith("|"):
            if self._open.complete:
                self._close()
            self._previous(inner[1:], indent + 1, obsolete=True)
        elif inner:
            self._strings(inner, indent, stop, obsolete=True)

    def _previous(self, line: str, indent: int, *, obsolete: bool) -> None:
        if self._open.strings:
            self._problem(indent, "a previous source inside an entry", "Move it above the entry.")
            return
        if self._open.previous and self._open.previous_obsolete != obsolete:
            self._problem(indent, *_PARTLY_OBSOLETE)
        self._open.previous_obsolete = obsolete
        rest = line.lstrip(_BLANK)
        indent += len(line) - len(rest)
        while rest:
            match = _KEYWORD.match(rest)
            if match and not self._previous_keyword(match[1], match[2], indent):
                return
            if not match and (rest[0] != '"' or not self._open.previous_keyword):
                self._problem(indent, "a previous source without a keyword", "Begin it with msgid.")
                return
            at = match.end() if match else 0
            text, rest, indent = self._pieces(rest[at:], indent + at)
            self._open.previous[self._open.previous_keyword] += text

    def _previous_keyword(self, keyword: str, index: str | None, indent: int) -> bool:
        have = self._open.previous
        due = {"msgctxt": not have, "msgid": "msgid" not in have, "msgid_plural": "msgid" in have}
        if not due.get(keyword) or keyword in have or index is not None:
            remedy = "A previous source is a msgctxt if there was one, a msgid, and a msgid_plural if there was one."
            self._problem(indent, f"{keyword} has no place here in a previous source", remedy)
            return False
        self._open.previous_keyword = keyword
        have[keyword] = ""
        return True

    def _strings(self, line: str, indent: int, stop: int, *, obsolete: bool) -> None:
        """Read a line of keywords and strings; several may stand on one line."""
        rest, first = line, indent
        while rest:
            match = _KEYWORD.match(rest)
            if match:
                if self._begins_entry(match[1]) and indent > first:
                    self._part_line(indent, obsolete=obsolete)
                self._keyword(match[1], match[2], indent, obsolete=obsolete)
            elif rest[0] != '"' or not self._open.keyword:
                self._not_a_string(rest, indent)
                return
            elif obsolete != self._open.obsolete:
                self._problem(indent, *_PARTLY_OBSOLETE)
            at = match.end() if match else 0
            self._open.bare = at == len(rest)
            if not self._open.bare:
                text, rest, indent = self._pieces(rest[at:], indent + at)
                self._open.strings[self._open.keyword] += text
                self._open.complete = self._open.keyword.startswith("msgstr")
            else:
                rest = ""
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
        opened = self._open
        if keyword == "msgid" and "msgid" in opened.strings:
            self._problem(
                indent, "a msgid without a msgstr before it", "Give the entry above its msgstr, or remove it."
            )
            self._drop()
            opened = self._open
        name = self._name_of(keyword, index, indent)
        if opened.bare:
            self._problem(indent, *_BARE)
        if not opened.strings:
            opened.obsolete = obsolete
            self._check_previous(indent)
        elif opened.obsolete != obsolete:
            self._problem(indent, *_PARTLY_OBSOLETE)
        if name in opened.strings:
            self._problem(indent, f"{name} twice in one entry", "Keep one of the two.")
        if keyword == "msgid" or not opened.line:
            opened.line = self._number
        opened.strings.setdefault(name, "")
        opened.keyword = name

    def _check_previous(self, indent: int) -> None:
        opened = self._open
        if not opened.previous:
            return
        if "msgid" not in opened.previous:
            self._problem(indent, "a previous source without a msgid", "Add it, or remove the #| lines.")
        if opened.previous_obsolete != opened.obsolete:
            self._problem(indent, *_PARTLY_OBSOLETE)

    def _name_of(self, keyword: str, index: str | None, indent: int) -> str:
        """Return the name under which a keyword's text is kept, after checking that it may stand here."""
        have = self._open.strings
        if keyword in {"msgstr", "msgid_plural"} and "msgid" not in have:
            self._problem(indent, f"{keyword} without a msgid", "Put the msgid before it.")
        if keyword == "msgctxt" and have:
            self._problem(indent, "msgctxt in the middle of an entry", "Put it before the msgid.")
        if index is not None and keyword != "msgstr":
            self._problem(indent, f"{keyword} with an index", "Only msgstr has one.")
        if keyword != "msgstr":
            return keyword
        if "msgid_plural" not in have:
            if index is not None:
                remedy = "Write msgstr, or add the msgid_plural."
                self._problem(indent, "msgstr with an index, but no msgid_plural", remedy)
            return "msgstr"
        if index is None:
            self._problem(indent, "msgstr without an index in a plural entry", "Write msgstr[0], msgstr[1], …")
            return "msgstr"
        return self._form_name(int(index[:6]), indent)

    def _form_name(self, index: int, indent: int) -> str:
        have = self._open.strings
        expected = sum(name.startswith("msgstr") for name in have)
        name = f"msgstr[{index}]"
        if name not in have and index != expected:
            self._problem(indent, f"{name} where msgstr[{expected}] is due", "Number the forms from 0, in order.")
        if expected >= _MOST_FORMS:
            remedy = "Keep as many as the Plural-Forms header says."
            self._problem(indent, f"more than {_MOST_FORMS} plural forms", remedy)
        return name

    def _not_a_string(self, line: str, indent: int) -> None:
        if _MARKER.match(line):
            remedy = "Keep what both sides wrote, and remove the lines with markers; l10n-tool merge does it by entry."
            self._problem(indent, "a conflict marker of version control", remedy)
        elif line[0] == '"':
            self._problem(indent, "a string without a keyword", "Put msgid or msgstr before it.")
        else:
            word = re.split(r'[\s"\[]', line, maxsplit=1)[0][:30]
            remedy = "A line begins with msgctxt, msgid, msgid_plural, msgstr, # or a quotation mark."
            self._problem(indent, f"unknown keyword {word!r}", remedy)

    def _pieces(self, line: str, indent: int) -> tuple[str, str, int]:
        """Read the quoted strings of a line; return their text, and the further keywords with their column."""
        text, at = "", 0
        while match := _STRING.match(line, at):
            text += self._unescape(match[1], indent + match.start(1))
            at = match.end()
        rest = line[at:]
        if at and _KEYWORD.match(rest):
            return text, rest, indent + at
        if rest or not at:
            self._bad_string(rest, indent + at)
        return text, "", indent + at

    def _bad_string(self, rest: str, indent: int) -> None:
        if rest.startswith('"'):
            self._problem(indent + len(rest), "the closing quotation mark is missing", 'End the line with ".')
        elif not rest:
            self._problem(indent, *_BARE)
        else:
            remedy = 'A quotation mark inside a text is written \\".'
            self._problem(indent, f"{rest[:20]!r} outside the quotation marks", remedy)

    def _unescape(self, text: str, indent: int) -> str:
        try:
            plain = unescape(text, self._charset)
        except BadEscapeError as error:
            self._problem(indent + error.at, str(error), 'Write a backslash as \\\\, a quotation mark as \\".')
            return ""
        if _CONTEXT_END in plain:
            remedy = "Remove it: MO files part msgctxt and msgid with it."
            self._problem(indent, "the control character U+0004 in a text", remedy)
        return plain

    def _close(self) -> None:
        opened = self._open
        if opened.strings and not opened.bare and opened.complete and "msgid" in opened.strings:
            entry = self._entry(opened)
            self._check_duplicate(entry)
            self._entries.append(entry)
        elif opened.strings:
            missing = "msgid" if "msgid" not in opened.strings else "msgstr"
            remedy = "The file may have been cut short: complete the entry."
            self._problems.append(Problem(opened.line or self._number, 1, f"an entry without {missing}", remedy))
        elif opened.previous:
            self._problem(0, "a previous source without an entry", "Remove the #| lines, or complete the entry.")
        self._drop()

    def _drop(self) -> None:
        self._open = _Open(self._end)

    def _entry(self, opened: _Open) -> Entry:
        strings = opened.strings
        return Entry(
            msgid=strings["msgid"],
            msgstr=tuple(text for name, text in strings.items() if name.startswith("msgstr")),
            msgctxt=strings.get("msgctxt"),
            msgid_plural=strings.get("msgid_plural"),
            comments=tuple(opened.comments),
            extracted=tuple(opened.extracted),
            references=tuple(reference for line in opened.references for reference in _references(line)),
            flags=tuple(dict.fromkeys(opened.flags)),
            previous=_previous_of(opened.previous),
            obsolete=opened.obsolete,
            raw=self._text[opened.start : self._end],
            line=opened.line,
        )

    def _check_duplicate(self, entry: Entry) -> None:
        # msgfmt counts obsolete entries too: two texts of one message are one too many, wherever they stand.
        first = self._seen.setdefault(entry.key, entry)
        if first is not entry:
            what = "a second header" if entry.is_header else f"the message of line {first.line} again"
            self._problems.append(Problem(entry.line, 1, what, "Keep the better of the two translations."))

    def _problem(self, indent: int, message: str, remedy: str) -> None:
        self._problems.append(Problem(self._number, indent + 1, message, remedy))


def _references(line: str) -> list[str]:
    """Part a line of references; a name with spaces stands between U+2068 and U+2069, as gettext writes it."""
    if "\u2068" not in line:
        return line.split()
    return re.findall(r"\u2068[^\u2069]*\u2069\S*|\S+", line)


def _previous_of(strings: dict[str, str]) -> Previous | None:
    if "msgid" not in strings:
        return None
    return Previous(strings["msgid"], strings.get("msgctxt"), strings.get("msgid_plural"))
