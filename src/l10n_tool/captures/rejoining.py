"""Putting together again what one capture parts into paragraphs and another holds as one."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import Final

from l10n_tool.captures.blocks import join
from l10n_tool.captures.model import AS_TEXT
from l10n_tool.captures.shapes import Seen, Shape, look_at

__all__ = ["rejoin"]

_SHAPES: Final = frozenset({Shape.PROSE, Shape.SENTENCE, Shape.FORM, Shape.LOOSE, Shape.SHORT})
# A shorter text may be a menu whose names stand apart elsewhere.
_SHORTEST: Final = 60
_FIRST: Final = 24
_MOST: Final = 12


def rejoin(captures: Sequence[Sequence[Seen]]) -> list[tuple[Seen, ...]]:
    """Return the blocks of each capture, those that make up one block of another capture as one.

    The whole counts for more than its pieces whichever capture comes first, so that no text gets into the message
    twice. Only texts that agree but for quotes, spaces and case are put together.
    """
    if len(captures) < 2:
        return [tuple(blocks) for blocks in captures]
    keys = {seen.key for seen in chain.from_iterable(captures) if len(seen.key) >= _SHORTEST}
    wholes: dict[str, list[str]] = {}
    for key in sorted(keys):
        wholes.setdefault(key[:_FIRST], []).append(key)
    return [tuple(_rejoined(blocks, wholes)) for blocks in captures]


def _rejoined(blocks: Sequence[Seen], wholes: Mapping[str, Sequence[str]]) -> Iterator[Seen]:
    at = 0
    while at < len(blocks):
        end = _end_of_whole(blocks, at, wholes) if _may_be_a_piece(blocks[at]) else at + 1
        if end > at + 1:
            yield look_at(join([seen.block for seen in blocks[at:end]]))
        else:
            yield blocks[at]
        at = end


def _may_be_a_piece(seen: Seen) -> bool:
    setting = seen.block.setting
    return seen.shape in _SHAPES and setting.form == AS_TEXT and not setting.aside


def _end_of_whole(blocks: Sequence[Seen], at: int, wholes: Mapping[str, Sequence[str]]) -> int:
    """Give where the pieces end that begin here and make up a whole, right behind this one if they do not."""
    pieces = [seen.key for seen in blocks[at : at + _MOST] if _may_be_a_piece(seen)]
    begin = "".join(pieces)[:_FIRST]
    for whole in wholes.get(begin, ())[:_MOST]:
        length = len(blocks[at].key)
        end = at + 1
        while length < len(whole) and end < len(blocks) and _goes_on(blocks[at], blocks[end], whole, length):
            length += len(blocks[end].key)
            end += 1
        if length == len(whole) and end > at + 1 and whole.startswith(blocks[at].key):
            return end
    return at + 1


def _goes_on(first: Seen, seen: Seen, whole: str, length: int) -> bool:
    together = seen.block.setting.group == first.block.setting.group
    return together and _may_be_a_piece(seen) and whole.startswith(seen.key, length)
