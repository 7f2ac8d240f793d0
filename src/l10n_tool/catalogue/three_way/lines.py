"""Three-way merges of values and of lists: comment lines, references, flags, and the order of entries."""

from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

__all__ = ["merge_comments", "merge_lists", "pick", "weave", "without_own_records"]

_T = TypeVar("_T")
_H = TypeVar("_H", bound=Hashable)
_Records = Callable[[Sequence[str]], Iterable[slice]]


def pick(base: _T, ours: _T, theirs: _T) -> _T:
    """Return the value of the side that changed it, of ours where both did."""
    return theirs if ours == base else ours


def merge_lists(base: Sequence[_H], ours: Sequence[_H], theirs: Sequence[_H]) -> tuple[_H, ...]:
    """Return what either side has added and neither has removed, in the order of ours."""
    if theirs in (base, ours):
        return tuple(ours)
    if ours == base:
        return tuple(theirs)
    gone = set(base).difference(theirs)
    added = set(theirs).difference(base, ours)
    return tuple(weave([item for item in ours if item not in gone], theirs, added))


def weave(frame: Sequence[_H], other: Sequence[_H], added: Collection[_H]) -> Iterator[_H]:
    """Yield a list with what is ``added`` put behind its neighbour of the other list.

    Where both lists go on differently behind one neighbour, the frame's own comes first.
    """
    waiting = _by_neighbour(set(frame), other, added)
    known = set(other)
    held = waiting.pop(None, [])
    for item in frame:
        if item in known:
            yield from held
            held = waiting.pop(item, [])
        yield item
    yield from held


def _by_neighbour(frame: set[_H], other: Sequence[_H], added: Collection[_H]) -> dict[_H | None, list[_H]]:
    found: dict[_H | None, list[_H]] = {}
    neighbour: _H | None = None
    for item in other:
        if item in added:
            found.setdefault(neighbour, []).append(item)
        elif item in frame:
            neighbour = item
    return found


def merge_comments(
    base: Sequence[str], ours: Sequence[str], theirs: Sequence[str], records: _Records
) -> tuple[str, ...]:
    """Merge translator comments line by line, a record as one line however a tool wrapped it."""
    if theirs in (base, ours):
        return tuple(ours)
    if ours == base:
        return tuple(theirs)
    of_ours, of_theirs = _units(ours, records), _units(theirs, records)
    merged = merge_lists(*([name for name, _ in _pairs(side, records)] for side in (base, ours, theirs)))
    return tuple(line for name in merged for line in of_ours.get(name) or of_theirs[name])


def without_own_records(comments: Sequence[str], others: Iterable[Sequence[str]], records: _Records) -> tuple[str, ...]:
    """Return comments without the records that none of the others has."""
    known = {name for other in others for name, _ in _pairs(other, records)}
    own = {_name(comments[place]) for place in records(comments)} - known
    return tuple(line for name, lines in _pairs(comments, records) if name not in own for line in lines)


def _units(comments: Sequence[str], records: _Records) -> Mapping[str, Sequence[str]]:
    return dict(_pairs(comments, records))


def _pairs(comments: Sequence[str], records: _Records) -> Iterator[tuple[str, Sequence[str]]]:
    """Yield each line or record with the name by which it is told from others."""
    at = 0
    for place in records(comments):
        yield from ((line, (line,)) for line in comments[at : place.start])
        yield _name(comments[place]), comments[place]
        at = place.stop
    yield from ((line, (line,)) for line in comments[at:])


def _name(lines: Sequence[str]) -> str:
    return " ".join(" ".join(lines).split())
