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
from l10n_tool.catalogue.text import BadEscape, unescape
from l10n_tool.errors import FileError, Place

__all__ = ["CatalogueError", "Problem", "parse_catalogue"]

_BLANK: Final = " \t\f\v\r"
_KEYWORD: Final = re.compile(
    r"(?:(msgctxt|msgid_plural|msgid|msgstr)(?![A-Za-z0-9_-])(?:[ \t]*\[[ \t]*([0-9]+)[ \t]*\])?)[ \t]*"
)
_STRING: Final = re.compile(r'"([^"\\]*(?:\\.[^"\\]*)*)"[ \t\f\v\r]*')
_MARKER: Final = re.compile(r"(?:<{7}|={7}|>{7}|\|{7})(?:[ \t\r]|$)")
_CHARSET: Final = re.compile(rb'Content-Type:[^"\n]*charset=([A-Za-z0-9_.:+-]+)', re.IGNORECASE)

#: More problems than this in one file tell nobody anything.
_MOST_PROBLEMS: Final = 20
#: Six forms is the most that a language has; a huge index is an attack on memory.
_MOST_FORMS: Final = 64


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
    match = _CHARSET.search(body)
    declared = match[1].decode("ascii") if match else "utf-8"
    if declared == "CHARSET":
        return "utf-8"
    try:
        "".encode(declared)
    except LookupError:
        line = body.count(b"\n", 0, match.start() if match else 0) + 1
        remedy = "Convert the file to UTF-8 and write charset=UTF-8 in its header."
        raise CatalogueError(name, [Problem(line, 1, f"unknown charset {declared!r}", remedy)]) from None
    return declared


def _decode(body: bytes, charset: str, name: str) -> str:
    try:
        text = body.decode(charset)
    except UnicodeDecodeError as error:
        line = body.count(b"\n", 0, error.start) + 1
        column = error.start - body.rfind(b"\n", 0, error.start)
        message = f"byte 0x{body[error.start]:02x} is not {charset.upper()}"
        remedy = "Save the file in the charset that its header names, or mend the header."
        raise CatalogueError(name, [Problem(line, column, message, remedy)]) from None
    at = text.find("\0")
    if at >= 0:
        line, column = text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)
        remedy = "A file with NUL characters was damaged, often by a crash: take it from version control."
        raise CatalogueError(name, [Problem(line, column, "a NUL character", remedy)])
    return text


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
    complete: bool = False


class _Reader:
    """One pass over the lines of a file; the text of an entry ends where its last string ends."""

    def __init__(self, name: str, charset: str) -> None:
        self._name, self._charset = name, charset
        self._problems: list[Problem] = []
        self._entries: list[Entry] = []
        self._seen: dict[Key, int] = {}
        self._text = ""
        self._open = _Open(0)
        self._end = self._number = 0

    def read(self, text: str) -> tuple[tuple[Entry, ...], str]:
        """Return the entries and the raw text after the last of them."""
        self._text = text
        offset = 0
        for self._number, line in enumerate(text.split("\n"), 1):
            stop = min(offset + len(line) + 1, len(text))
            stripped = line.strip(_BLANK)
            if stripped:
                self._line(stripped, len(line) - len(line.lstrip(_BLANK)), stop)
                if len(self._problems) >= _MOST_PROBLEMS:
                    break
            offset = stop
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
        kind, rest = line[1:2], line[2:]
        if kind == "~":
            self._obsolete(line, indent, stop)
            return
        if self._open.complete:
            self._close()
        if kind == ",":
            self._open.flags += [flag for flag in map(str.strip, rest.split(",")) if flag]
        elif kind == ".":
            self._open.extracted.append(rest.removeprefix(" "))
        elif kind == ":":
            self._open.references.append(rest.strip())
        elif kind == "|":
            self._previous(rest, indent + 2)
        else:
            self._open.comments.append(line[1:].removeprefix(" "))

    def _obsolete(self, line: str, indent: int, stop: int) -> None:
        rest = line[2:]
        inner = rest.lstrip(_BLANK)
        indent += 2 + len(rest) - len(inner)
        if inner.startswith("|"):
            if self._open.complete:
                self._close()
            self._previous(inner[1:], indent + 1)
        elif inner:
            self._strings(inner, indent, stop, obsolete=True)

    def _previous(self, text: str, indent: int) -> None:
        inner = text.lstrip(_BLANK)
        indent += len(text) - len(inner)
        match = _KEYWORD.match(inner)
        if match:
            if match[1] == "msgstr":
                self._problem(indent, "msgstr in a previous source", "Only msgctxt, msgid and msgid_plural stand there.")
                return
            self._open.previous_keyword = match[1]
            self._open.previous.setdefault(match[1], "")
            inner, indent = inner[match.end() :], indent + match.end()
        elif not self._open.previous_keyword:
            self._problem(indent, "a previous source without a keyword", "Begin it with msgid.")
            return
        text = self._pieces(inner, indent)
        self._open.previous[self._open.previous_keyword] += text

    def _strings(self, line: str, indent: int, stop: int, *, obsolete: bool) -> None:
        """Read a line of keywords and strings; several may stand on one line."""
        match = _KEYWORD.match(line)
        if match:
            self._keyword(match[1], match[2], indent, obsolete=obsolete)
            line, indent = line[match.end() :], indent + match.end()
        elif line[0] != '"' or not self._open.keyword:
            self._not_a_string(line, indent)
            return
        elif obsolete != self._open.obsolete:
            self._problem(indent, "an entry that is obsolete in part", "Begin all its lines with #~, or none.")
        self._open.strings[self._open.keyword] += self._pieces(line, indent, stop, obsolete=obsolete)
        self._open.complete = self._open.keyword.startswith("msgstr")
        self._end = stop

    def _keyword(self, keyword: str, index: str | None, indent: int, *, obsolete: bool) -> None:
        if self._open.complete and not keyword.startswith("msgstr"):
            self._close()
        opened = self._open
        if keyword == "msgid" and "msgid" in opened.strings:
            self._problem(indent, "a msgid without a msgstr before it", "Give the entry above its msgstr, or remove it.")
            self._drop()
            opened = self._open
        name = self._name_of(keyword, index, indent)
        if not opened.strings:
            opened.obsolete = obsolete
        elif opened.obsolete != obsolete:
            self._problem(indent, "an entry that is obsolete in part", "Begin all its lines with #~, or none.")
        if name in opened.strings:
            self._problem(indent, f"{name} twice in one entry", "Keep one of the two.")
        if keyword == "msgid":
            opened.line = self._number
        opened.strings.setdefault(name, "")
        opened.keyword = name

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
        plural = "msgid_plural" in have
        if plural and index is None:
            self._problem(indent, "msgstr without an index in a plural entry", "Write msgstr[0], msgstr[1], …")
        if not plural and index is not None:
            self._problem(indent, "msgstr with an index, but no msgid_plural", "Write msgstr, or add the msgid_plural.")
        expected = sum(name.startswith("msgstr") for name in have)
        if plural and index is not None and f"msgstr[{int(index[:6])}]" not in have and int(index[:6]) != expected:
            self._problem(indent, f"msgstr[{index[:12]}] where msgstr[{expected}] is due", "Number the forms from 0, in order.")
        if expected >= _MOST_FORMS:
            self._problem(indent, f"more than {_MOST_FORMS} plural forms", "Keep as many as the Plural-Forms header says.")
        return f"msgstr[{int(index[:6])}]" if plural and index is not None else "msgstr"

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

    def _pieces(self, line: str, indent: int, stop: int = 0, *, obsolete: bool = False) -> str:
        """Read the quoted strings of a line; what follows them may be a further keyword."""
        text, at = "", 0
        while match := _STRING.match(line, at):
            text += self._unescape(match[1], indent + match.start(1))
            at = match.end()
        rest = line[at:]
        if at and _KEYWORD.match(rest):
            self._open.strings[self._open.keyword] += text
            self._open.complete = self._open.keyword.startswith("msgstr")
            self._strings(rest, indent + at, stop, obsolete=obsolete)
            return ""
        if rest or not at:
            self._bad_string(rest, indent + at)
        return text

    def _bad_string(self, rest: str, indent: int) -> None:
        if rest.startswith('"'):
            self._problem(indent + len(rest), "the closing quotation mark is missing", 'End the line with ".')
        elif not rest:
            self._problem(indent, "a keyword without a string", 'Write at least "".')
        else:
            remedy = 'A quotation mark inside a text is written \\".'
            self._problem(indent, f"{rest[:20]!r} outside the quotation marks", remedy)

    def _unescape(self, text: str, indent: int) -> str:
        try:
            return unescape(text, self._charset)
        except BadEscape as error:
            self._problem(indent + error.at, str(error), "Write a backslash as \\\\, a quotation mark as \\\".")
            return ""

    def _close(self) -> None:
        opened = self._open
        if not opened.strings:
            return
        if "msgid" not in opened.strings or not opened.complete:
            missing = "msgid" if "msgid" not in opened.strings else "msgstr"
            self._problem(0, f"an entry without {missing}", "The file may have been cut short: complete the entry.")
            return
        entry = self._entry(opened)
        self._check_duplicate(entry)
        self._entries.append(entry)
        self._open = _Open(self._end)

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
        first = self._seen.setdefault(entry.key, entry.line)
        if first != entry.line:
            what = "a second header" if entry.is_header else f"the message of line {first} again"
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
