"""The most similar of many texts.

Texts that begin or end alike are looked at first. They mostly hold the most similar one, and in any case say how much
the others may differ: what cannot be as similar by its length (``ratio``) or by its letters (``bands``) is not
compared. Nothing is missed that way. Only for long texts among many the search trusts what begins or ends alike, or
goes by words (``words``), and may take one that is not quite the most similar.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Final

from l10n_tool.catalogue.similar.ratio import SIMILAR, Nearest, best_of, longest_like, shortest_like

if TYPE_CHECKING:
    from l10n_tool.catalogue.similar.bands import Bands

__all__ = ["Look", "Search", "SimilarTexts"]

#: What looks for some texts, one after another; it says of each whether that was all.
Look = Callable[[Sequence[str]], list[tuple[Nearest, bool]]]
#: Who parts many texts to be looked for among several processes. The results are in the order of the texts.
Search = Callable[[Look, Sequence[str]], list[tuple[Nearest, bool]]]

#: Texts that share the beginning, and as many that share the end, for a first look.
_NEIGHBOURS: Final = 4
#: So many texts are compared sooner than sifted.
_FEW: Final = 500
#: Characters that rapidfuzz compares in one step; the letters of longer texts say too little.
_SHORT: Final = 64
#: Among more texts than this, a long one is taken that begins or ends alike and is as similar as this.
_MANY: Final = 2000
_ALIKE: Final = 85.0
#: So many pairs of texts, most of them never compared, are looked through before a second process has started.
_WORTH_SHARING: Final = 10_000_000


class SimilarTexts:
    """Texts to be searched for the most similar ones.

    Of texts that share as much with a long one, those that come first are the likelier to be found.
    """

    def __init__(self, texts: Iterable[str]) -> None:
        self._texts = list(dict.fromkeys(texts))

    @cached_property
    def _by_length(self) -> list[str]:
        return sorted(self._texts, key=len)

    @cached_property
    def _lengths(self) -> list[int]:
        return [len(text) for text in self._by_length]

    @cached_property
    def _by_beginning(self) -> list[str]:
        return sorted(self._texts)

    @cached_property
    def _by_end(self) -> list[str]:
        return sorted(text[::-1] for text in self._texts)

    @cached_property
    def _bands(self) -> "Bands":
        from l10n_tool.catalogue.similar.bands import Bands

        longest = bisect_right(self._lengths, longest_like(_SHORT, SIMILAR))
        return Bands(self._by_length[:longest])

    def nearest(self, others: Sequence[str], search: Search | None = None) -> dict[str, Nearest]:
        """Return for each of some texts the highest ratio, and those that have it; 0 and none if none is similar."""
        wanted = list(dict.fromkeys(others))
        looked = self._shared(search, wanted) if search else self.look(wanted)
        found = {text: near for text, (near, _) in zip(wanted, looked, strict=True)}
        left = {text: near for text, (near, done) in zip(wanted, looked, strict=True) if not done}
        return {**found, **dict(self._by_words(left))}

    def _shared(self, search: Search, wanted: Sequence[str]) -> list[tuple[Nearest, bool]]:
        if len(wanted) * len(self._texts) < _WORTH_SHARING:
            return self.look(wanted)
        # What every look needs is made once, before there are several processes.
        self._nearest(min(wanted, key=len))
        return search(self.look, wanted)

    def look(self, texts: Sequence[str]) -> list[tuple[Nearest, bool]]:
        """Return what is nearest to each of some texts, and whether that is all that can be said of it.

        What is found for one text does not depend on the others.
        """
        return [self._nearest(text) for text in texts]

    def _nearest(self, text: str) -> tuple[Nearest, bool]:
        near = best_of(text, self._neighbours(text), SIMILAR)
        compared = self._compared(text, near)
        return (near, False) if compared is None else (compared, True)

    def _compared(self, text: str, near: Nearest) -> Nearest | None:
        """Return what is nearest, given what is among the neighbours; None if that would take too long."""
        ratio = near[0] or SIMILAR
        start = bisect_left(self._lengths, shortest_like(len(text), ratio))
        end = bisect_right(self._lengths, longest_like(len(text), ratio))
        if len(text) <= _SHORT and end - start > _FEW:
            return self._bands.nearest(text, ratio)
        if ratio >= _ALIKE and end - start > _FEW:
            return near
        return best_of(text, self._by_length[start:end], ratio) if end - start <= _MANY else None

    def _by_words(self, left: dict[str, Nearest]) -> Iterator[tuple[str, Nearest]]:
        if not left:
            return
        from l10n_tool.catalogue.similar.words import WordIndex

        shortest = min(shortest_like(len(text), SIMILAR) for text in left)
        index = WordIndex((text for text in self._texts if len(text) >= shortest), left)
        for text, near in left.items():
            yield text, best_of(text, list(dict.fromkeys([*near[1], *index.most_shared(text)])), SIMILAR)

    def _neighbours(self, text: str) -> list[str]:
        """Return the texts beside this one, sorted by their beginnings, and by their ends."""
        backwards = (near[::-1] for near in _beside(text[::-1], self._by_end))
        return list(dict.fromkeys([*_beside(text, self._by_beginning), *backwards]))


def _beside(text: str, texts: Sequence[str]) -> Sequence[str]:
    at = bisect_left(texts, text)
    return texts[max(0, at - _NEIGHBOURS) : at + _NEIGHBOURS]
