"""Knowing a text again that a capture has in other words: the same paragraph with a word changed, say.

What is found does not depend on the order of the captures, and no two texts of one capture are ever taken for one.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from l10n_tool.captures.letters import UNSPACED

__all__ = ["Likeness", "unify"]

_WORD: Final = re.compile(r"\w+")
# A word of more texts than this says nothing about which two belong together.
_COMMON: Final = 40
_CANDIDATES: Final = 8
# Longer texts are compared by their words, since comparing letters costs the product of the lengths.
_LONGEST_BY_LETTERS: Final = 5000
_ROUNDS: Final = 8


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike, in percent, two texts must be to be one: anywhere, and where a neighbour is the same in both."""

    anywhere: float
    beside: float


def unify(captures: Sequence[Sequence[tuple[str, str]]], likeness: Likeness) -> Mapping[str, str]:
    """Give one key to the texts of several captures that are one text in other words.

    A capture is its texts in order, each as its key and its words. Keys that stay as they are are not in the
    answer.
    """
    if sum(map(bool, captures)) < 2:
        return {}
    classes = _Classes(captures)
    pairs = _pairs(captures, classes, min(likeness.anywhere, likeness.beside))
    for _ in range(_ROUNDS):
        left = [(score, a, b) for score, a, b in pairs if not _joined(classes, score, (a, b), likeness)]
        if len(left) == len(pairs):
            break
        pairs = left
    return classes.names()


def _joined(classes: "_Classes", score: float, pair: tuple[str, str], likeness: Likeness) -> bool:
    """Join two texts if they are alike enough; tell whether they are one now."""
    if score >= likeness.anywhere or (score >= likeness.beside and classes.have_a_neighbour(*pair)):
        return classes.join(*pair)
    return False


class _Classes:
    """Keys that are one text, and which captures have them."""

    def __init__(self, captures: Sequence[Sequence[tuple[str, str]]]) -> None:
        self._members: dict[str, list[str]] = {}
        self._names: dict[str, str] = {}
        self._holders: dict[str, set[int]] = {}
        self._neighbours: dict[str, set[tuple[str, bool]]] = {}
        for number, texts in enumerate(captures):
            keys = [key for key, _ in texts]
            for key in keys:
                self._members.setdefault(key, [key])
                self._names.setdefault(key, key)
                self._holders.setdefault(key, set()).add(number)
                self._neighbours.setdefault(key, set())
            for above, below in pairwise(keys):
                self._neighbours[above].add((below, True))
                self._neighbours[below].add((above, False))

    def may_join(self, a: str, b: str) -> bool:
        return self._holders[self._names[a]].isdisjoint(self._holders[self._names[b]])

    def have_a_neighbour(self, a: str, b: str) -> bool:
        """Tell whether the same text stands above both, or below both."""
        near = ({(self._names[key], below) for key, below in self._neighbours[at]} for at in (a, b))
        return not next(near).isdisjoint(next(near))

    def join(self, a: str, b: str) -> bool:
        if not self.may_join(a, b):
            return False
        kept, gone = sorted((self._names[a], self._names[b]))
        self._holders[kept] |= self._holders.pop(gone)
        members = self._members.pop(gone)
        self._members[kept] += members
        self._names.update(dict.fromkeys(members, kept))
        return True

    def names(self) -> Mapping[str, str]:
        return {key: name for key, name in self._names.items() if key != name}


def _pairs(
    captures: Sequence[Sequence[tuple[str, str]]], classes: _Classes, least: float
) -> list[tuple[float, str, str]]:
    """Give pairs of texts that are alike, the most alike first."""
    words = {key: _words(text) for texts in captures for key, text in texts}
    index = _index(words)
    near = {(min(a, b), max(a, b)) for a in words for b in _near(a, words, index) if classes.may_join(a, b)}
    scored = ((_likeness(a, b, words), a, b) for a, b in near)
    return sorted((pair for pair in scored if pair[0] >= least), key=lambda pair: (-pair[0], pair[1], pair[2]))


def _words(text: str) -> AbstractSet[str]:
    folded = text.casefold()
    if UNSPACED.search(folded):
        return {folded[at : at + 2] for at in range(len(folded) - 1)}
    return set(_WORD.findall(folded)) or {folded}


def _index(words: Mapping[str, AbstractSet[str]]) -> Mapping[str, Sequence[str]]:
    index: dict[str, list[str]] = {}
    for key, found in words.items():
        for word in found:
            index.setdefault(word, []).append(key)
    return {word: keys for word, keys in index.items() if 1 < len(keys) <= _COMMON}


def _near(key: str, words: Mapping[str, AbstractSet[str]], index: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """Give the texts that have most words in common with one; its own key may be among them."""
    counts = Counter(other for word in words[key] for other in index.get(word, ()))
    best = sorted(counts, key=lambda other: (-counts[other], other))
    yield from best[: _CANDIDATES + 1]


def _likeness(a: str, b: str, words: Mapping[str, AbstractSet[str]]) -> float:
    if max(len(a), len(b)) <= _LONGEST_BY_LETTERS:
        from rapidfuzz import fuzz

        return fuzz.ratio(a, b)
    return 200 * len(words[a] & words[b]) / (len(words[a]) + len(words[b]))
