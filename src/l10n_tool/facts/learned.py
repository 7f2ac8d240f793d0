"""What a catalogue calls a name: the words that the translations of its entries share, and the others have not."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from itertools import pairwise
from typing import Final, NamedTuple

from l10n_tool.facts.folding import fold
from l10n_tool.facts.text import WORD

__all__ = ["Learned", "Vocabulary", "ambiguous", "stems", "unspaced"]

#: In this many entries or more a name's rendering can be learned.
FEWEST: Final = 3
_FEWEST_FOR_ONE_WORD: Final = 4
#: What share of the texts that have a rendering must be of entries that have the name.
_OWN: Final = 0.75
#: Of few entries all but one have to share a rendering, of many nearly all.
_MANY: Final = 10
_NEARLY_ALL: Final = 0.85
_SHORT: Final = 3
#: How short a stem may be, and how much of a word is its ending.
_STEM: Final = 4
_ENDING: Final = 2
_MOST: Final = 2000
#: How many translations say what is common in a catalogue.
_ENOUGH: Final = 2000
_UNSPACED: Final = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")
#: How far apart the words of a rendering may come to stand.
_NEAR: Final = 2
_RUN: Final = (6, 5, 4, 3)


class Learned(NamedTuple):
    """A rendering: its stems, how it is written, and in how many of the entries it stands."""

    stems: tuple[str, ...]
    written: str
    forms: frozenset[str]
    times: int

    def stands(self, text: str) -> bool:
        """Whether a text has the rendering, in any form."""
        if len(self.stems) == 1 and unspaced(self.stems[0]):
            return self.stems[0] in fold(text)
        seen = stems(text)
        first, last = self.stems[0], self.stems[-1]
        places = [at for at, stem in enumerate(seen) if _same(stem, first)]
        return any(_same(stem, last) for at in places for stem in seen[max(0, at - _NEAR) : at + _NEAR + 1])


def _same(one: str, other: str) -> bool:
    """Whether two stems are of one word: an ending decides how much of a word its stem is."""
    return one == other or (min(len(one), len(other)) >= _STEM and (one.startswith(other) or other.startswith(one)))


def unspaced(text: str) -> bool:
    """Whether a text has letters of a script that puts no spaces between words."""
    return not text.isascii() and _UNSPACED.search(text) is not None


def stems(text: str) -> list[str]:
    """Return what endings and articles leave of the words of a text; of a text without spaces its runs of letters."""
    folded = fold(text)
    words = WORD.findall(folded)
    if not unspaced(folded):
        return list(map(_stem, words))
    found: list[str] = []
    for word in words:
        if unspaced(word):
            found += [word[at : at + long] for long in _RUN for at in range(len(word) - long + 1)]
        else:
            found.append(_stem(word))
    return found


@lru_cache(maxsize=1 << 14)  # The words of a catalogue are met again and again.
def _stem(word: str) -> str:
    word = word.partition("'")[0] or word
    if "\u0600" <= word[0] <= "\u06ff":
        word = word[1:] if word[:3] in {"وال", "بال", "فال", "كال"} else word
        word = word.removeprefix("ال")
    if len(word) <= _STEM:
        return word
    return word[: max(_STEM, len(word) - _ENDING - (len(word) > _STEM + _STEM))]


class Vocabulary:
    """In how many translations of a catalogue a stem stands, and two stems in a row."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._texts = texts

    @cached_property
    def _counted(self) -> Counter[str]:
        counts: Counter[str] = Counter()
        texts = list(self._texts)
        # Of a large catalogue a part tells how common a word is.
        step = len(texts) // _ENOUGH + 1
        for text in texts[::step]:
            counts.update(set(stems(text[:_MOST])))
        return Counter({stem: step * times for stem, times in counts.items()}) if step > 1 else counts

    def rendering(self, texts: Sequence[str]) -> Learned | None:
        """Return what all but one or a few of these texts share, and hardly any other text of the catalogue has."""
        many = len(texts)
        if many < FEWEST:
            return None
        listed = [stems(text[:_MOST]) for text in texts]
        single = Counter(stem for one in listed for stem in set(one))
        need = _needed(many)
        common = {stem for stem, times in single.items() if times >= need}
        pairs = Counter(pair for one in listed for pair in set(_pairs(one, common)))
        best = [(times, 2, pair) for pair, times in pairs.items() if times >= need and self._own(pair, times)]
        if not best and many >= _FEWEST_FOR_ONE_WORD:
            best = [
                (times, 1, (stem,)) for stem, times in single.items() if times >= need and self._own((stem,), times)
            ]
        if not best:
            return None
        times, _, chosen = max(best, key=lambda one: (one[0], sum(map(len, one[2])), one[2]))
        return _learned(chosen, texts, times)

    def _own(self, chosen: tuple[str, ...], times: int) -> bool:
        # Two stems stand in a row no more often than the rarer of them stands at all.
        rarest = min(self._counted[stem] for stem in chosen)
        return min(map(len, chosen)) >= _SHORT and times >= _OWN * rarest


def _needed(many: int) -> int:
    return many - 1 if many < _MANY else round(many * _NEARLY_ALL)


def ambiguous(words: Iterable[Iterable[str]], counts: Mapping[str, int]) -> bool:
    """Whether the sources with a name share another word too, of which a shared rendering may be.

    ``words`` are those of each source, ``counts`` in how many sources of the catalogue a word stands.
    """
    listed = [set(one) for one in words]
    shared = Counter(word for one in listed for word in one if len(word) > _SHORT)
    need = _needed(len(listed))
    return any(times >= need and times >= _OWN * counts.get(word, 0) for word, times in shared.items())


def _pairs(stems: Sequence[str], common: set[str]) -> Iterator[tuple[str, ...]]:
    for one, other in pairwise(stems):
        if one in common and other in common and not unspaced(one):
            yield one, other


def _learned(chosen: tuple[str, ...], texts: Sequence[str], times: int) -> Learned:
    forms: Counter[str] = Counter()
    for text in texts:
        if unspaced(chosen[0]):
            forms[chosen[0]] += chosen[0] in fold(text)
            continue
        words = WORD.findall(text)
        for one, other in zip(words, [*words[1:], ""], strict=True):
            if [*map(_stem, map(fold, [one, other][: len(chosen)] if other else [one]))] == [*chosen]:
                forms[f"{one} {other}" if len(chosen) > 1 else one] += 1
    written = forms.most_common(1)[0][0] if forms else " ".join(chosen)
    return Learned(chosen, written, frozenset(forms), times)
