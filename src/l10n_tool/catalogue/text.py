"""The strings of a PO file: escapes, quoting, folding."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import accumulate, pairwise
from typing import Final

__all__ = ["BadEscapeError", "fold", "quote", "rows_of_pieces", "unescape"]

_PLAIN: Final = {
    "a": "\a",
    "b": "\b",
    "f": "\f",
    "n": "\n",
    "r": "\r",
    "t": "\t",
    "v": "\v",
    "\\": "\\",
    '"': '"',
}
_QUOTE: Final = str.maketrans(
    {
        "\\": "\\\\",
        '"': '\\"',
        "\n": "\\n",
        "\t": "\\t",
        "\r": "\\r",
        "\a": "\\a",
        "\b": "\\b",
        "\f": "\\f",
        "\v": "\\v",
    }
)


# Where strings are folded is known to line_breaking.py, which whoever only reads has no need of.


@cache
def _escape() -> re.Pattern[str]:
    return re.compile(r"\\(?:([abfnrtv\\\"])|x([0-9A-Fa-f]+)|([0-7]{1,3})|(.?))", re.DOTALL)


class BadEscapeError(ValueError):
    """An escape that PO does not have; ``at`` is its offset in the string."""

    def __init__(self, message: str, at: int) -> None:
        super().__init__(message)
        self.at = at


def unescape(text: str, charset: str = "utf-8") -> str:
    r"""Undo the escapes of a PO string: those of C, with ``\ooo`` and ``\xhh`` as bytes of the file's charset.

    Raises BadEscapeError.
    """
    if "\\\\" not in text:
        # Every backslash begins an escape here, most often one of these two.
        plain = text.replace("\\n", "\n").replace('\\"', '"')
        if "\\" not in plain:
            return plain
    if "\\x" not in text and not re.search(r"\\[0-7]", text):
        return _escape().sub(_plain, text)
    return _unescape_bytes(text, charset)


def _plain(match: re.Match[str]) -> str:
    known = match[1]
    if not known:
        raise BadEscapeError(f"\\{match[4]} is no escape", match.start())
    return _PLAIN[known]


def _unescape_bytes(text: str, charset: str) -> str:
    # Bytes of one character may stand in several escapes, so all of the string goes through the charset.
    parts: list[tuple[int, bytes]] = []
    end = 0
    for match in _escape().finditer(text):
        parts.append((end, text[end : match.start()].encode(charset)))
        parts.append((match.start(), _byte(match) if match[2] or match[3] else _plain(match).encode(charset)))
        end = match.end()
    parts.append((end, text[end:].encode(charset)))
    try:
        return b"".join(part for _, part in parts).decode(charset)
    except UnicodeDecodeError as error:
        ends = accumulate(len(part) for _, part in parts)
        at = next(at for (at, _), end in zip(parts, ends, strict=True) if end > error.start)
        raise BadEscapeError(f"the escaped bytes are not {charset.upper()}", at) from None


def _byte(match: re.Match[str]) -> bytes:
    value = int(match[2], 16) if match[2] else int(match[3], 8)
    if value > 255:
        raise BadEscapeError(f"{match[0]} is more than a byte", match.start())
    if not value:
        raise BadEscapeError("an escaped NUL character", match.start())
    return bytes([value])


def quote(text: str) -> str:
    """Return ``text`` as one quoted PO string."""
    plain = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{plain}"' if plain.isprintable() else f'"{text.translate(_QUOTE)}"'


def fold(keyword: str, text: str, width: int) -> list[str]:
    r"""Return the lines of a keyword and its string, as gettext writes them.

    A new line begins after every ``\n`` in the text; with a ``width`` of columns above 0 also where a line would be
    longer and may break. A text that is one line, or has no place to break, stands beside its keyword.
    """
    if "\n" in text[:-1]:
        return [f'{keyword} ""', *(row for line in _after_newlines(text) for row in _rows(line, width))]
    quoted = quote(text)
    whole = f"{keyword} {quoted}"
    if not width or (len(whole) <= width and whole.isascii()):
        return [whole]
    from l10n_tool.catalogue.line_breaking import classes_of, may_break
    from l10n_tool.columns import columns

    classes = classes_of(text)
    used = len(whole) if classes else columns(whole)
    if used <= width or not may_break(text, classes):
        return [whole]
    return [f'{keyword} ""', *_cut(text, quoted, classes, width)]


def _after_newlines(text: str) -> list[str]:
    lines = text.split("\n")
    whole = [line + "\n" for line in lines[:-1]]
    return [*whole, lines[-1]] if lines[-1] else whole


def _rows(line: str, width: int) -> list[str]:
    quoted = quote(line)
    if not width or (len(quoted) <= width and quoted.isascii()):
        return [quoted]
    from l10n_tool.catalogue.line_breaking import classes_of

    return _cut(line, quoted, classes_of(line), width)


def _cut(line: str, quoted: str, classes: str, width: int) -> list[str]:
    """Fold a line into quoted rows; as in gettext, the spaces at the end of a row count."""
    from l10n_tool.catalogue.line_breaking import row_ends

    room = width - len('""')
    if not classes:
        return [quote(row) for row in rows_of_pieces(line, room)]
    ends = [1 + end for end in row_ends(classes, room)]
    return [f'"{quoted[start:end]}"' for start, end in pairwise([1, *ends])]


def rows_of_pieces(line: str, width: int) -> Iterator[str]:
    """Fill rows with pieces: the rule, for any text."""
    from l10n_tool.catalogue.line_breaking import unbreakable_pieces
    from l10n_tool.columns import columns

    row, used = "", 0
    for piece in unbreakable_pieces(line):
        size = columns(piece.translate(_QUOTE))
        if row and used + size > width:
            yield row
            row, used = "", 0
        row += piece
        used += size
    if row:
        yield row
