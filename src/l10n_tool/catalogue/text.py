"""The strings of a PO file: escapes, quoting, folding."""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

__all__ = ["BadEscape", "columns", "fold", "quote", "unescape"]

_ESCAPE: Final = re.compile(r"\\(?:([abfnrtv\\\"])|x([0-9A-Fa-f]+)|([0-7]{1,3})|(.?))", re.DOTALL)
_PLAIN: Final = {"a": "\a", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t", "v": "\v", "\\": "\\", '"': '"'}
_QUOTE: Final = str.maketrans(
    {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r", "\a": "\\a", "\b": "\\b", "\f": "\\f", "\v": "\\v"}
)
_PIECE: Final = re.compile(r"[^ ]* +|[^ ]+")


class BadEscape(ValueError):
    """An escape that PO does not have; ``at`` is its offset in the string."""

    def __init__(self, message: str, at: int) -> None:
        super().__init__(message)
        self.at = at


def unescape(text: str, charset: str = "utf-8") -> str:
    r"""Undo the escapes of a PO string: those of C, with ``\ooo`` and ``\xhh`` as bytes of the file's charset.

    Raises BadEscape.
    """
    if "\\" not in text:
        return text
    if "\\x" not in text and not re.search(r"\\[0-7]", text):
        return _ESCAPE.sub(_plain, text)
    return _unescape_bytes(text, charset)


def _plain(match: re.Match[str]) -> str:
    known = match[1]
    if not known:
        raise BadEscape(f"\\{match[4]} is no escape", match.start())
    return _PLAIN[known]


def _unescape_bytes(text: str, charset: str) -> str:
    # Bytes of one character may stand in several escapes, so all of the string goes through the charset.
    parts: list[bytes] = []
    end = 0
    for match in _ESCAPE.finditer(text):
        parts.append(text[end : match.start()].encode(charset))
        parts.append(_byte(match) if match[2] or match[3] else _plain(match).encode(charset))
        end = match.end()
    parts.append(text[end:].encode(charset))
    try:
        whole = b"".join(parts).decode(charset)
    except UnicodeDecodeError:
        raise BadEscape(f"the escaped bytes are not {charset.upper()}", 0) from None
    if "\0" in whole:
        raise BadEscape("an escaped NUL character", 0)
    return whole


def _byte(match: re.Match[str]) -> bytes:
    value = int(match[2], 16) if match[2] else int(match[3], 8)
    if value > 255:
        raise BadEscape(f"{match[0]} is more than a byte", match.start())
    return bytes([value])


def quote(text: str) -> str:
    """Return ``text`` as one quoted PO string."""
    return f'"{text.translate(_QUOTE)}"'


def fold(keyword: str, text: str, width: int) -> Iterator[str]:
    r"""Yield the lines of a keyword and its string, as gettext writes them.

    A new line begins after every ``\n`` in the text; with a ``width`` of columns above 0 also at a space where a
    line would be longer. A text of one short line stands beside its keyword.
    """
    whole = f"{keyword} {quote(text)}"
    inner = "\n" in text[:-1]
    if not inner and (not width or columns(whole) <= width):
        yield whole
        return
    yield f'{keyword} ""'
    for line in _after_newlines(text):
        rows = _rows(line, width - 2) if width else [line]
        yield from map(quote, rows)


def _after_newlines(text: str) -> list[str]:
    lines = text.split("\n")
    whole = [line + "\n" for line in lines[:-1]]
    return [*whole, lines[-1]] if lines[-1] else whole


def _rows(line: str, width: int) -> Iterator[str]:
    row, used = "", 0
    for piece in _pieces(line):
        size = columns(piece.translate(_QUOTE))
        bare = size - (len(piece) - len(piece.rstrip(" ")))
        if row and used + bare > width:
            yield row
            row, used = "", 0
        row += piece
        used += size
    if row:
        yield row


def _pieces(line: str) -> Iterator[str]:
    for match in _PIECE.finditer(line):
        piece = match[0]
        if piece.isascii():
            yield piece
        else:
            yield from _wide_pieces(piece)


def _wide_pieces(piece: str) -> Iterator[str]:
    """Part a run of ideographs and kana, between which a line may break, but never before punctuation."""
    start = 0
    for at in range(1, len(piece)):
        if _wide(piece[at - 1]) and _wide(piece[at]) and unicodedata.category(piece[at]) in {"Lo", "Lt"}:
            yield piece[start:at]
            start = at
    yield piece[start:]


@lru_cache(maxsize=4096)
def _wide(character: str) -> bool:
    return unicodedata.east_asian_width(character) in "WF"


def columns(text: str) -> int:
    """Return how many columns of a terminal a text takes."""
    if text.isascii():
        return len(text)
    return sum(2 if _wide(c) else 0 if unicodedata.combining(c) else 1 for c in text)
