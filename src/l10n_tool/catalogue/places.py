"""Where a part of a string stands in a PO file, which may have it in several pieces, on lines and with escapes."""

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from l10n_tool.catalogue.layout import BLANK
from l10n_tool.catalogue.text import BadEscapeError, unescape

__all__ = ["Region", "StringPlaces"]

_PART: Final = re.compile(r'(msgctxt|msgid_plural|msgid|msgstr)|"([^"\\]*(?:\\.[^"\\]*)*)"')
#: A character of a string as it is written. Those of bytes (``\x``, ``\303``) may be parts of a character.
_CHARACTER: Final = re.compile(r"\\?.", re.DOTALL)
_BYTE: Final = re.compile(r"\\[x0-7]")
_TRANSLATION: Final = "msgstr"


class Region(NamedTuple):
    """A part of a file, by lines and columns from 1; the end is the column after the last one.

    Columns count UTF-16 code units, as SARIF does unless it says otherwise.
    """

    line: int
    column: int
    end_line: int
    end_column: int


class _Piece(NamedTuple):
    """What stands between two quotation marks: its line, counted from 0, its place in that, and its text."""

    line: int
    at: int
    written: str


_String = list[_Piece]


class StringPlaces:
    """The lines of a PO file, asked for the places of parts of its strings."""

    def __init__(self, text: str) -> None:
        self._lines = text.split("\n")

    def region(self, line: int, string: str, span: tuple[int, int], *, translation: bool) -> Region | None:
        """Return where a part of a string stands, of the entry whose msgid is on this line, the first being 1.

        The string is a form of the translation, or else a source. None if the entry has no such string here, and
        where its characters are not told from one another by the way they are written.
        """
        start, end = span
        for keyword, pieces in self._strings(line - 1):
            if (keyword == _TRANSLATION) is translation and _text(pieces) == string:
                return self._region(pieces, start, end) if 0 <= start <= end <= len(string) else None
        return None

    def _strings(self, first: int) -> Iterator[tuple[str, _String]]:
        """Yield the strings of an entry from its msgid on, each with its keyword."""
        keyword, pieces = "", list[_Piece]()
        for number, part in self._parts(first):
            if part[1] is None:
                pieces.append(_Piece(number, part.start(2), part[2]))
                continue
            if keyword:
                yield keyword, pieces
            if keyword == _TRANSLATION and part[1] != _TRANSLATION:
                return
            keyword, pieces = part[1], []
        if keyword:
            yield keyword, pieces

    def _parts(self, first: int) -> Iterator[tuple[int, re.Match[str]]]:
        """Yield keywords and strings up to the next comment, each with the number of its line."""
        for number in range(max(first, 0), len(self._lines)):
            line = self._lines[number]
            if line.lstrip(BLANK).startswith("#"):
                return
            for part in _PART.finditer(line):
                yield number, part

    def _region(self, pieces: Sequence[_Piece], start: int, end: int) -> Region:
        places = [place for piece in pieces for place in _characters(piece)]
        first = places[start][:2] if start < len(places) else _end(pieces[-1])
        last = (places[end - 1][0], places[end - 1][2]) if end > start else first
        return Region(first[0] + 1, self._column(*first), last[0] + 1, self._column(*last))

    def _column(self, line: int, at: int) -> int:
        return len(self._lines[line][:at].encode("utf-16-le", "surrogatepass")) // 2 + 1


def _text(pieces: Sequence[_Piece]) -> str | None:
    """Return the text of a string, None of one with a character that is written as bytes."""
    written = "".join(piece.written for piece in pieces)
    if "\\" in written and _has_bytes(written):
        return None
    try:
        return unescape(written)
    except BadEscapeError:
        return None


def _has_bytes(written: str) -> bool:
    return any(_BYTE.match(character[0]) for character in _CHARACTER.finditer(written))


def _characters(piece: _Piece) -> Iterator[tuple[int, int, int]]:
    """Yield the line of each character of a piece, and where in that it begins and ends."""
    for character in _CHARACTER.finditer(piece.written):
        yield piece.line, piece.at + character.start(), piece.at + character.end()


def _end(piece: _Piece) -> tuple[int, int]:
    return piece.line, piece.at + len(piece.written)
