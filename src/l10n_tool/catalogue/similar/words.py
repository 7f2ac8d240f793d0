"""Texts by the pairs of words they share: long texts that are similar have some of their rarer pairs in common."""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator
from itertools import pairwise
from operator import itemgetter
from typing import Final

__all__ = ["WordIndex"]

#: So many pairs of a text are looked for, the rarest by a sample of the texts.
_ASKED: Final = 12
_SAMPLE: Final = 1000
#: They are followed, the rarest first, until they have led to so many texts.
_MOST_LED: Final = 1000
#: So many texts, those that share most, are worth a comparison.
_MOST_SHARED: Final = 16
#: Where words are longer than this on average, the text is in a script without spaces.
_LONG_WORDS: Final = 16
_PIECE: Final = 4

_SHARE: Final = itemgetter(1)


def _pairs(text: str) -> Iterator[Hashable]:
    """Return the pairs of words that stand side by side in a text, or its pieces where it has no spaces."""
    words = text.split()
    if len(text) > _LONG_WORDS * len(words):
        return (text[at : at + _PIECE] for at in range(len(text) - _PIECE + 1))
    return pairwise(words)


class WordIndex:
    """Where the rarest pairs stand that the texts to be searched for have."""

    def __init__(self, texts: Iterable[str], others: Iterable[str]) -> None:
        self._texts = list(texts)
        step = len(self._texts) // _SAMPLE + 1
        self._common = Counter(pair for text in self._texts[::step] for pair in set(_pairs(text)))
        self._places: defaultdict[Hashable, list[int]] = defaultdict(list)
        wanted = {pair for text in others for pair in self._rarest(text)}
        for number, text in enumerate(self._texts):
            for pair in set(filter(wanted.__contains__, _pairs(text))):
                self._places[pair].append(number)

    def _rarest(self, text: str) -> list[Hashable]:
        return sorted(set(_pairs(text)), key=lambda pair: (self._common[pair], str(pair)))[:_ASKED]

    def most_shared(self, text: str) -> list[str]:
        """Return the texts that share most of the rarest pairs of one of the others."""
        shared: Counter[int] = Counter()
        led = 0
        for places in sorted((self._places.get(pair, []) for pair in self._rarest(text)), key=len):
            shared.update(places[: _MOST_LED - led])
            led += len(places)
            if led >= _MOST_LED:
                break
        # The sort is stable, so that of those that share as much the first come first.
        most = sorted(shared.items(), key=_SHARE, reverse=True)[:_MOST_SHARED]
        return [self._texts[number] for number, _ in most]
