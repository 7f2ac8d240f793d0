"""Lines of plain text: how wide they are, how they were wrapped by hand, and how to wrap a translation as wide again.

Chinese and Japanese are written without spaces and may be broken between two characters; so no space stands for a
break between two of them. Thai, Lao, Khmer and Burmese are broken at their spaces only: where their words end, only a
dictionary knows.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from l10n_tool.columns import columns, width_of

__all__ = ["LONGEST_WRAPPED", "indentation_width", "joined", "was_wrapped", "wrapped"]

#: A tab leads to the next multiple of this.
_TAB: Final = 8
#: A line wider than this was not wrapped by hand: it is a paragraph of its own.
LONGEST_WRAPPED: Final = 120
#: Lines wrapped by hand reach at least this share of the longest one, the last of a paragraph apart.
_FULL: Final = 0.6
_NARROWEST: Final = 45

# Scripts that are written without spaces and broken anywhere: Han, kana, bopomofo, their punctuation and wide letters.
_UNSPACED: Final = (
    "\u2e80-\u2fdf\u3001-\u312f\u31a0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff01-\uff60\uffe0-\uffe6"
    "\U0001b000-\U0001b16f\U00020000-\U0003ffff"
)
# What may not begin a line, and what may not end one (JIS X 4051, GB/T 15834).
_NEVER_FIRST: Final = (
    "、。，．・：；？！゠ー～）」』】〕〉》〗〙〛｝］｠々〻ゝゞヽヾぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶ％"
)
_NEVER_LAST: Final = "（「『【〔〈《〖〘〚｛［｟￥＄"
_BETWEEN_UNSPACED: Final = re.compile(rf"(?<=[{_UNSPACED}])(?<![{_NEVER_LAST}])(?=[{_UNSPACED}])(?![{_NEVER_FIRST}])")
_UNSPACED_CHARACTER: Final = re.compile(f"[{_UNSPACED}]")
_SPACES: Final = re.compile(r"([ \t]+)")


def indentation_width(space: str) -> int:
    """Return the column at which a text begins behind this."""
    column = 0
    for character in space:
        column += _TAB - column % _TAB if character == "\t" else width_of(character)
    return column


def was_wrapped(widths: Sequence[int]) -> bool:
    """Whether lines of these widths are one text that was wrapped by hand."""
    longest = max(widths)
    return longest >= _NARROWEST and all(width >= _FULL * longest for width in widths[:-1])


def joined(lines: Sequence[str]) -> str:
    """Return wrapped lines as one text."""
    parts: list[str] = []
    for line in lines:
        parts += [line] if not parts or _unspaced(parts[-1], line) else [" ", line]
    return "".join(parts)


def wrapped(text: str, width: int, first: int, rest: int, glued: re.Pattern[str]) -> list[str]:
    """Return a text in lines that end at a column where they can; ``joined`` gives it back.

    The first line begins at column ``first``, the others at ``rest``. No line but the first begins with a word that
    ``glued`` matches.
    """
    lines: list[list[str]] = [[]]
    column = first
    for space, piece in _pieces(text, glued):
        size = columns(piece)
        if lines[-1] and column + len(space) + size > width:
            lines.append([piece])
            column = rest + size
        else:
            lines[-1] += [space, piece]
            column += len(space) + size
    return ["".join(line) for line in lines]


def _pieces(text: str, glued: re.Pattern[str]) -> Iterator[tuple[str, str]]:
    """Yield what no line break may part, each with the space before it."""
    gap = space = held = ""
    for at, part in enumerate(_SPACES.split(text)):
        if at % 2:
            gap = part
            continue
        first, *others = _BETWEEN_UNSPACED.split(part)
        if at and _may_break(held, first, glued):
            yield space, held
            space, held = gap, first
        else:
            held += (gap if at else "") + first
        for other in others:
            yield space, held
            space, held = "", other
    yield space, held


def _may_break(before: str, after: str, glued: re.Pattern[str]) -> bool:
    """Whether a break may stand for the space between two pieces, and ``joined`` would bring it back."""
    return not glued.match(after) and not _unspaced(before, after)


def _unspaced(before: str, after: str) -> bool:
    """Whether no space belongs between two texts."""
    return bool(_UNSPACED_CHARACTER.match(before[-1:]) and _UNSPACED_CHARACTER.match(after))
