"""Texts in bands of about the same length, sifted by their letters before they are compared.

What a text lacks of another's letters is no part of their common subsequence, so a text that lacks too many cannot be
similar. For every letter a band holds which of its texts have fewer than one, two, three … of it, a bit each: one
operation on whole numbers counts for all texts of the band at once.
"""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import repeat
from typing import Final

from l10n_tool.catalogue.similar.ratio import Nearest, best_of, longest_like, most_lacking, shortest_like

__all__ = ["Bands"]

#: Texts of a band at least: with fewer, Python is busier with bands than with texts.
_SIZE: Final = 256
#: Letters of a text that are asked for, the rarest first, and more of them for every one that may be lacking: with
#: fewer more texts are compared, and still more tell little.
_ASKED: Final = 8
_ASKED_MORE: Final = 2
#: Texts by which it is judged how rare a letter is.
_SAMPLE: Final = 1000


def _letters(text: str) -> list[str]:
    """Return the letters of a text as ``e``, ``ee``, ``eee`` …: the second and the third are rarer than the first."""
    return [letter * number for letter, count in Counter(text).items() for number in range(1, count + 1)]


class Bands:
    """Texts sorted by length, none longer than 255 characters."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._bands = list(_bands(texts))
        self._shortest = [band.shortest for band in self._bands]
        self._longest = [band.longest for band in self._bands]
        self._common = Counter(letter for text in texts[:: len(texts) // _SAMPLE + 1] for letter in _letters(text))

    def nearest(self, text: str, ratio: float) -> Nearest:
        """Return the highest ratio, of at least this much, and every text that has it."""
        letters = sorted(_letters(text), key=self._common.__getitem__)
        best: Nearest = (0.0, [])
        for band in self._nearest_first(len(text), ratio):
            lacking = most_lacking(len(text), band.shortest, ratio)
            found, texts = best_of(text, band.sift(letters, lacking), ratio)
            if found > best[0]:
                best, ratio = (found, texts), found
            else:
                best[1].extend(texts)
        return best

    def _nearest_first(self, length: int, ratio: float) -> list["_Band"]:
        start = bisect_left(self._longest, shortest_like(length, ratio))
        end = bisect_right(self._shortest, longest_like(length, ratio))
        return sorted(self._bands[start:end], key=lambda band: max(band.shortest - length, length - band.longest))


def _bands(texts: Sequence[str]) -> Iterator["_Band"]:
    start = 0
    for end in range(1, len(texts) + 1):
        if end == len(texts) or (end - start >= _SIZE and len(texts[end]) > len(texts[end - 1])):
            yield _Band(texts[start:end])
            start = end


class _Band:
    """Some texts, and which of them lack what letter; the first text has the highest bit."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._texts = texts
        self.shortest, self.longest = len(texts[0]), len(texts[-1])
        self._lacking = _Lacking(texts)

    def sift(self, letters: Sequence[str], most: int) -> Sequence[str]:
        """Return the texts that lack at most so many of the letters."""
        if most < 0:
            return []
        asked = letters[: _ASKED + _ASKED_MORE * most]
        if most >= len(asked):
            return self._texts
        sets = list(map(self._lacking.__getitem__, asked))
        return self._chosen(_at_most(most, sets, (1 << len(self._texts)) - 1))

    def _chosen(self, bits: int) -> list[str]:
        digits = f"{bits:0{len(self._texts)}b}"
        chosen, at = [], digits.find("1")
        while at >= 0:
            chosen.append(self._texts[at])
            at = digits.find("1", at + 1)
        return chosen


class _Lacking(dict[str, int]):
    """Which of some texts lack a letter, a bit each; found when it is asked for."""

    def __init__(self, texts: Sequence[str]) -> None:
        super().__init__()
        self._texts = texts
        self._counts: dict[str, bytes] = {}

    def __missing__(self, letter: str) -> int:
        name, number = letter[0], len(letter)
        counts = self._counts.get(name)
        if counts is None:
            counts = self._counts[name] = bytes(map(str.count, self._texts, repeat(name)))
        self[letter] = bits = int(counts.translate(b"1" * number + b"0" * (256 - number)), 2)
        return bits


def _at_most(most: int, sets: list[int], everything: int) -> int:
    """Return the bits that stand in at most so many of the sets, of which there are more."""
    places = list(_sums(sets))
    more, equal = 0, everything
    for place in range(len(places) - 1, -1, -1):
        if most >> place & 1:
            equal &= places[place]
        else:
            more |= equal & places[place]
            equal &= ~places[place]
    return everything & ~more


def _sums(sets: list[int]) -> Iterator[int]:
    """Yield how many of the sets have each bit: one binary place of all the counts after another."""
    while sets:
        carries = []
        while len(sets) > 2:
            one, two, three = sets.pop(), sets.pop(), sets.pop()
            half = one ^ two
            sets.append(half ^ three)
            carries.append(one & two | half & three)
        if len(sets) == 2:
            one, two = sets
            sets = [one ^ two]
            carries.append(one & two)
        yield sets[0]
        sets = carries
