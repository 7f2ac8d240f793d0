"""``terms.csv``: a termbase as a table that people edit in an editor or a spreadsheet.

A cell that a spreadsheet would take for a formula gets an apostrophe in front when it is written, and loses it when it
is read, so that nothing is lost on the way (OWASP, "CSV Injection").
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from l10n_tool.errors import FileError, L10nToolError, Place
from l10n_tool.languages import validate_locale
from l10n_tool.termbase.model import ANY_LOCALE, ANY_SOURCE, STEM, Term, Termbase

__all__ = ["COLUMNS", "format_lines", "format_terms", "read_terms", "tidied"]

COLUMNS: Final = ("term", "locale", "required", "allowed", "forbidden", "case", "note")
_BOM: Final = b"\xef\xbb\xbf"
_BAR: Final = "|"
_CASES: Final = {"": None, "yes": True, "no": False}

# A quote has to be closed: what is matched in vain is read once, since each turn of the loop begins with two quotes.
_QUOTED: Final = re.compile(r'"([^"]*(?:""[^"]*)*)"')
_SPACES: Final = re.compile(r"[ \t\r\n\v\f\u2028\u2029\x85]+")
_CONTROL: Final = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")
# What begins a formula, in the wide letters of East Asia too.
_FORMULA: Final = re.compile(r"'*[=+\-@＝＋－＠]")
_NEEDS_QUOTES: Final = re.compile(r'[,"\r\n]')


class _Cell(NamedTuple):
    text: str
    line: int
    column: int


class _Reader:
    """Reads a file's rows; every error names its place."""

    def __init__(self, name: str, text: str) -> None:
        self._name, self._text = name, text
        self._line, self._begun = 1, 0

    def error(self, message: str, line: int, column: int, remedy: str = "") -> FileError:
        return FileError(message, place=Place(self._name, line, column), remedy=remedy)

    def rows(self) -> Iterator[list[_Cell]]:
        """Yield the rows that hold anything."""
        comma = self._delimiter()
        plain = re.compile(rf"[^{comma}\r\n]*")
        at, end, row = 0, len(self._text), list[_Cell]()
        while at < end:
            cell, at = self._cell(at, plain, comma)
            row.append(cell)
            if at < end and self._text[at] == comma:
                at += 1
                # After the last comma an empty cell stands.
                if at < end:
                    continue
                row.append(_Cell("", self._line, at - self._begun + 1))
            if any(one.text for one in row):
                yield row
            row, at = [], self._next_line(at)

    def _delimiter(self) -> str:
        """Return what parts the columns: spreadsheets of some countries write semicolons or tabs."""
        first = re.split(r"[\r\n]", self._text, maxsplit=1)[0]
        return next((mark for mark in ";\t" if mark in first and "," not in first), ",")

    def _cell(self, at: int, plain: re.Pattern[str], comma: str) -> tuple[_Cell, int]:
        line, column = self._line, at - self._begun + 1
        if not self._text.startswith('"', at):
            match = plain.match(self._text, at)
            raw = match[0] if match else ""
            if '"' in raw:
                remedy = 'Put the whole cell in quotes, and write each quote in it twice: "a ""b"" c".'
                raise self.error("a quote inside a cell without quotes", line, column + raw.index('"'), remedy)
            return _Cell(self._clean(raw, line, column), line, column), at + len(raw)
        match = _QUOTED.match(self._text, at)
        if match is None:
            raise self.error("a quote that is never closed", line, column, "Close it, or take it away.")
        self._count_lines(match[0], at)
        at = match.end()
        if at < len(self._text) and self._text[at] not in f"{comma}\r\n":
            message = "text after the quote that closes a cell"
            raise self.error(message, self._line, at - self._begun + 1, "Write each quote inside a cell twice.")
        return _Cell(self._clean(match[1].replace('""', '"'), line, column), line, column), at

    def _clean(self, raw: str, line: int, column: int) -> str:
        control = _CONTROL.search(raw)
        if control:
            code = f"U+{ord(control[0]):04X}"
            raise self.error(f"a control character ({code})", line, column + control.start(), "Take it away.")
        text = unicodedata.normalize("NFC", _SPACES.sub(" ", raw).strip(" "))
        return text[1:] if text.startswith("'") and _FORMULA.match(text) else text

    def _count_lines(self, quoted: str, at: int) -> None:
        for match in re.finditer(r"\r\n|\r|\n", quoted):
            self._line, self._begun = self._line + 1, at + match.end()

    def _next_line(self, at: int) -> int:
        at += 2 if self._text.startswith("\r\n", at) else 1
        self._line, self._begun = self._line + 1, at
        return at


def read_terms(data: bytes, name: str, known: Iterable[str] = ()) -> Termbase:
    """Return the termbase of a file; an empty one has none. Raises FileError with line and column.

    ``known`` are locales that are valid, as those of the settings are.
    """
    reader = _Reader(name, _decoded(data, name))
    rows = reader.rows()
    head = next(rows, None)
    if head is None:
        return Termbase()
    columns = _columns(reader, head)
    valid = {"": ANY_LOCALE, ANY_LOCALE: ANY_LOCALE} | {locale: locale for locale in known}
    terms: dict[tuple[str, str, tuple[str, ...]], Term] = {}
    for row in rows:
        term = _Row(reader, columns, row, valid).term()
        if term.key in terms:
            where = f"line {terms[term.key].line}"
            message = f"{term.term!r} stands there twice for {_named(term.locale)}: see {where}"
            raise reader.error(message, term.line, 1, "Make one line of the two.")
        terms[term.key] = term
    return Termbase(tuple(terms.values()))


def _named(locale: str) -> str:
    return "all locales" if locale == ANY_LOCALE else locale


def _decoded(data: bytes, name: str) -> str:
    data = data.removeprefix(_BOM)
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        before = data[: error.start]
        line, column = before.count(b"\n") + 1, len(before.rpartition(b"\n")[2].decode()) + 1
        remedy = "Save the table as CSV in UTF-8."
        raise FileError("not UTF-8", place=Place(name, line, column), remedy=remedy) from None


def _columns(reader: _Reader, head: Sequence[_Cell]) -> list[str]:
    names: list[str] = []
    for cell in head:
        column = cell.text.lower()
        if column and column not in COLUMNS:
            raise reader.error(f"unknown column {cell.text!r}", cell.line, cell.column, _nearest(column, COLUMNS))
        if column and column in names:
            raise reader.error(f"the column {column!r} stands there twice", cell.line, cell.column)
        names.append(column)
    if "term" not in names:
        remedy = f"Begin the table with: {','.join(COLUMNS)}"
        raise reader.error("no column 'term'", head[0].line, head[0].column, remedy)
    return names


def _nearest(word: str, known: Iterable[str]) -> str:
    from difflib import get_close_matches

    known = [one for one in known if one]
    near = get_close_matches(word, known, n=1, cutoff=0.5)
    return f"Did you mean {near[0]!r}?" if near else f"Known: {', '.join(known)}."


class _Row:
    """A line of the table, read cell by cell."""

    def __init__(self, reader: _Reader, columns: Sequence[str], row: Sequence[_Cell], valid: dict[str, str]) -> None:
        self._reader, self._valid = reader, valid
        over = next((cell for cell in row[len(columns) :] if cell.text), None)
        if over is not None:
            message = f"more cells than the {len(columns)} columns of the first line"
            raise reader.error(message, over.line, over.column, "Put quotes around a cell with a comma in it.")
        self._first = row[0]
        self._cells = {name: cell for name, cell in zip(columns, row, strict=False) if name}

    def _cell(self, name: str) -> _Cell:
        return self._cells.get(name) or _Cell("", self._first.line, self._first.column)

    def _error(self, name: str, message: str, remedy: str = "") -> FileError:
        cell = self._cell(name)
        return self._reader.error(message, cell.line, cell.column, remedy)

    def term(self) -> Term:
        text = self._cell("term").text
        if not text:
            raise self._error("term", "a line without a term", f"Name one, or {ANY_SOURCE} for any source.")
        required, forbidden = self._renderings("required"), self._renderings("forbidden")
        allowed = tuple(one for one in self._renderings("allowed") if one not in required)
        if text == ANY_SOURCE and (required or allowed):
            message = f"{ANY_SOURCE} stands for any source, and no rendering can be wanted in all of them"
            raise self._error("required" if required else "allowed", message, "Name the term, or only forbid.")
        for name, renderings in (("required", required), ("allowed", allowed)):
            both = next((one for one in renderings if one in forbidden), None)
            if both is not None:
                remedy = "Take it out of one of the two."
                raise self._error("forbidden", f"{both!r} is both {name} and forbidden", remedy)
        line = self._first.line
        return Term(text, self._locale(), required, allowed, forbidden, self._case(), self._cell("note").text, line)

    def _renderings(self, name: str) -> tuple[str, ...]:
        found = dict.fromkeys(part.strip(" ") for part in self._cell(name).text.split(_BAR))
        found.pop("", None)
        if STEM in found:
            raise self._error(name, f"{STEM} alone fits every word", "Write how the word begins: read*.")
        return tuple(found)

    def _locale(self) -> str:
        code = self._cell("locale").text
        if code not in self._valid:
            try:
                self._valid[code] = validate_locale(code)
            except L10nToolError as error:
                raise self._error("locale", error.message, error.remedy) from None
        return self._valid[code]

    def _case(self) -> bool | None:
        text = self._cell("case").text.lower()
        if text not in _CASES:
            message = f"case is {self._cell('case').text!r}"
            raise self._error("case", message, "Write yes where capitals count, no where none does, or nothing.")
        return _CASES[text]


def format_terms(termbase: Termbase, *, bom: bool = False) -> bytes:
    """Return a termbase as a file in the tidy form; reading it gives the same terms, sorted."""
    return (_BOM if bom else b"") + format_lines(sorted(termbase.terms, key=_order)).encode()


def format_lines(terms: Iterable[Term]) -> str:
    """Return terms as lines of a table with its head, in the order in which they come."""
    return "".join(line + "\n" for line in [",".join(COLUMNS), *map(_line, terms)])


def tidied(data: bytes, name: str, known: Iterable[str] = ()) -> bytes:
    """Return a file in the tidy form; what is tidy stays as it is, byte for byte. Raises FileError.

    A byte order mark stays: there are spreadsheets that need it to see UTF-8.
    """
    return format_terms(read_terms(data, name, known), bom=data.startswith(_BOM))


def _order(term: Term) -> tuple[str, str, bool, str, tuple[str, ...]]:
    return term.term.casefold(), term.term, term.locale != ANY_LOCALE, term.locale, term.forbidden


def _line(term: Term) -> str:
    case = next(word for word, value in _CASES.items() if value is term.case)
    renderings = map(_BAR.join, (term.required, term.allowed, term.forbidden))
    return ",".join(map(_written, (term.term, term.locale, *renderings, case, term.note)))


def _written(text: str) -> str:
    if _FORMULA.match(text):
        text = "'" + text
    return '"' + text.replace('"', '""') + '"' if _NEEDS_QUOTES.search(text) else text
