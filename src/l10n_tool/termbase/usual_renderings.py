"""What translations of texts with a term have in common, and other translations have not."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from typing import Final

from l10n_tool.facts.romanising import is_latin
from l10n_tool.facts.text import Text
from l10n_tool.termbase.phrases import Tokens
from l10n_tool.termbase.words import SPACELESS, Word, gap

__all__ = ["Renderings"]

_LONGEST: Final = 4
_MOST_CHARACTERS: Final = 12
#: How well a rendering and its term have to go together (Dice's coefficient).
_TOGETHER: Final = 0.8
_Key = tuple[str, ...]


class Renderings:
    """The translations of a locale, to be asked what a term is called in them."""

    def __init__(self, translations: Sequence[Text], language: str) -> None:
        self._texts, self._language = translations, language
        self._tokens = [Tokens(text) for text in translations]
        self._known: dict[int, dict[_Key, Counter[str]]] = {}

    def usual(self, numbers: Sequence[int]) -> str:
        """Return what the translations of these numbers have in common and few others have, or an empty text."""
        if len(numbers) < 2:
            return ""
        counts: Counter[_Key] = Counter()
        for number in numbers:
            counts.update(self._grams(number).keys())
        wanted = set(numbers)
        often = [key for key, count in counts.items() if count >= max(2, _TOGETHER * len(numbers))]
        scored = [(self._score(key, counts[key], wanted), self._size(key), key) for key in often]
        best = max(scored, default=None)
        if best is None or best[0] < _TOGETHER:
            return ""
        written: Counter[str] = Counter()
        for number in numbers:
            written.update(self._grams(number).get(best[2], ()))
        return min(written, key=lambda form: (-written[form], len(form), form))

    def _size(self, key: _Key) -> int:
        return len("".join(key))

    def _score(self, key: _Key, count: int, wanted: AbstractSet[int]) -> float:
        elsewhere = sum(self._has(key, number) for number in range(len(self._texts)) if number not in wanted)
        return 2 * count / (len(wanted) + count + elsewhere)

    def _has(self, key: _Key, number: int) -> bool:
        if self._language in SPACELESS:
            return key[0] in self._texts[number].raw
        return key in self._grams(number)

    def _grams(self, number: int) -> dict[_Key, Counter[str]]:
        found = self._known.get(number)
        if found is None:
            found = self._known[number] = defaultdict(Counter)
            for key, written in self._all_grams(self._tokens[number]):
                found[key][written] += 1
        return found

    def _all_grams(self, tokens: Tokens) -> Iterator[tuple[_Key, str]]:
        if self._language in SPACELESS:
            yield from _of_characters(tokens)
            return
        words = tokens.words
        for at in range(len(words)):
            row: list[Word] = []
            for word in words[at : at + _LONGEST]:
                if row and gap(tokens.prose[row[-1].end : word.start]) != " ":
                    break
                row.append(word)
                if _tells(row[0]) and _tells(word):
                    yield tuple(_beginning(one.folded) for one in row), tokens.prose[row[0].start : word.end]


def _tells(word: Word) -> bool:
    """Whether a rendering may begin or end with a word: articles and the like are short."""
    return len(word.folded) > (3 if is_latin(word.folded) else 2)


def _beginning(word: str) -> str:
    """Return what most forms of a word begin with."""
    return word[: max(4, len(word) - 3)]


def _of_characters(tokens: Tokens) -> Iterator[tuple[_Key, str]]:
    for run in tokens.words:
        for start in range(len(run.raw)):
            for end in range(start + 2, min(start + _MOST_CHARACTERS, len(run.raw)) + 1):
                yield (run.raw[start:end],), run.raw[start:end]
