"""Slips of the pen: one letter left out, put in, put for another, or two in each other's place."""

from typing import Final

__all__ = ["has_slip", "shared"]

#: How many letters have to agree before a slip.
_BEFORE: Final = 2


def shared(one: str, other: str) -> int:
    """Return how many letters two words begin with alike."""
    return next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def has_slip(wanted: str, found: str, *, changing: int = 0, endings: bool = False) -> bool:
    """Whether a word is another one but for one slip inside it.

    An ending may stand after the word if there are ``endings``, and change so many of its last letters.
    """
    at, last = shared(wanted, found), len(wanted) - changing
    if at < _BEFORE or at >= last - 1 or at >= len(found):
        return False
    rest = wanted[at:last]
    ways = (
        (rest[1] + rest[0] + rest[2:], found[at:]),
        (rest[1:], found[at:]),
        (rest, found[at + 1 :]),
        (rest[1:], found[at + 1 :]),
    )
    return any(after.startswith(want) and (endings or len(after) == len(want)) for want, after in ways)
