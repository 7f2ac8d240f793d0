"""Comparing what several captures hold: the parts that only some have, and the words in which they differ."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final

from l10n_tool.captures.blocks import Block
from l10n_tool.captures.letters import UNSPACED, key_of
from l10n_tool.captures.model import Change

__all__ = ["changes", "is_slight", "wording"]

_WORD: Final = re.compile(rf"{UNSPACED.pattern}|(?:(?!{UNSPACED.pattern})\S)+")
# Beyond this many comparisons the stretch in which two texts differ is shown as a whole.
_MOST: Final = 4_000_000


def wording(block: Block, *, with_links: bool) -> str:
    """Return the text of a block, each link followed by its address if asked."""
    if not with_links:
        return block.text
    pieces: list[str] = []
    at = 0
    for link, marks in groupby(block.marks, key=lambda mark: mark.link):
        end = list(marks)[-1].end
        if link:
            pieces += (block.text[at:end], f" <{link}>")
            at = end
    return "".join([*pieces, block.text[at:]])


def is_slight(kept: str, other: str) -> bool:
    """Tell whether only quotation marks, invisible characters, spaces or case differ."""
    return key_of(kept) == key_of(other)


def changes(kept: str, other: str) -> tuple[Change, ...]:
    """Say word by word how a text differs from the one that is kept; empty if it does not, white space aside."""
    ours, theirs = (list(_WORD.finditer(text)) for text in (kept, other))
    left, right = [word[0] for word in ours], [word[0] for word in theirs]
    if left == right:
        return ()
    return tuple(
        Change(_stretch(kept, ours[a:b]), _stretch(other, theirs[c:d])) for a, b, c, d in _stretches(left, right)
    )


def _stretch(text: str, words: Sequence["re.Match[str]"]) -> str:
    return text[words[0].start() : words[-1].end()] if words else ""


def _stretches(left: Sequence[str], right: Sequence[str]) -> Iterator[tuple[int, int, int, int]]:
    """Give the stretches that are equal and those that are not, in turn, as places in both."""
    first = _common(left, right)
    rest = min(len(left), len(right)) - first
    last = min(_common(left[::-1], right[::-1]), rest)
    middle = (left[first : len(left) - last], right[first : len(right) - last])
    edges = [(first, first), *((first + a, first + b) for a, b in _edges(*middle))]
    if first:
        yield 0, first, 0, first
    a, c = edges[0]
    for b, d in edges[1:]:
        yield a, b, c, d
        a, c = b, d
    if last:
        yield a, len(left), c, len(right)


def _common(left: Sequence[str], right: Sequence[str]) -> int:
    pairs = enumerate(zip(left, right, strict=False))
    return next((at for at, (a, b) in pairs if a != b), min(len(left), len(right)))


def _edges(left: Sequence[str], right: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Give the end of each stretch; ends of words left out and put in at one place are one end."""
    if len(left) * len(right) > _MOST:
        yield len(left), len(right)
        return
    from rapidfuzz.distance import Indel

    operations = Indel.opcodes(list(left), list(right))
    for _, together in groupby(operations, key=lambda operation: operation.tag == "equal"):
        end = list(together)[-1]
        yield end.src_end, end.dest_end
