"""How similar two texts are: twice their longest common subsequence as part of both their lengths, in percent."""

from collections.abc import Callable, Sequence
from functools import cache, partial
from math import ceil, floor
from typing import Final

__all__ = ["SIMILAR", "Nearest", "best_of", "longest_like", "most_lacking", "shortest_like"]

#: msgmerge takes texts as similar from this ratio on.
SIMILAR: Final = 60.0

#: The highest ratio and the texts that have it; 0.0 and none where no text is similar enough.
Nearest = tuple[float, list[str]]

#: More than floating point strays.
_NEARLY: Final = 1e-6
_BELOW: Final = 1e-3


def best_of(text: str, texts: Sequence[str], least: float) -> Nearest:
    """Return the texts most similar to ``text``, if they are so by ``least``; each of ``texts`` stands there once."""
    if not texts:
        return 0.0, []
    # It compares cut-offs in single precision: what is exactly as similar as the cut-off might be left out.
    found = _extract()(text, texts, score_cutoff=least - _BELOW)
    if not found or found[0][1] < least:
        return 0.0, []
    ratio = found[0][1]
    return ratio, [near for near, score, _ in found if score == ratio]


@cache  # It is asked for thousands of times, and imported when the first two texts are compared.
def _extract() -> Callable[..., list[tuple[str, float, int]]]:
    from rapidfuzz import fuzz, process

    return partial(process.extract, scorer=fuzz.ratio, limit=None)


def shortest_like(length: int, ratio: float) -> int:
    """Return how long a text must be to be so similar to one of this length: no more than all of it is common."""
    return ceil(length * ratio / (200 - ratio) - _NEARLY)


def longest_like(length: int, ratio: float) -> int:
    """Return how long a text may be to be so similar to one of this length."""
    return floor(length * (200 - ratio) / ratio + _NEARLY)


def most_lacking(length: int, other: int, ratio: float) -> int:
    """Return how many characters of a text of this length one of the ``other`` may lack; negative if none will do."""
    return length - ceil((length + other) * ratio / 200 - _NEARLY)
