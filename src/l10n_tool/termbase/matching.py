"""Which terms a source has, and what its translation makes of them.

The terms of a locale are put in order once; a text is then asked word by word which of them it may have, and each
different word is looked up once, so that five hundred terms cost hardly more than one.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from l10n_tool.facts.text import Span, Text
from l10n_tool.termbase.inflection import heads
from l10n_tool.termbase.model import ANY_SOURCE, Term
from l10n_tool.termbase.phrases import Phrase, Tokens
from l10n_tool.termbase.words import fold, has_invisible, words_of

__all__ = ["Hit", "Matcher", "Problem"]


@dataclass(frozen=True, slots=True)
class Hit:
    """A term that a source has, and where."""

    term: Term
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Problem:
    """A term with a ``forbidden`` rendering at ``marks`` of the translation, or, if it is empty, with none it wants."""

    term: Term
    forbidden: str = ""
    marks: tuple[Span, ...] = ()
    source_marks: tuple[Span, ...] = ()


class _Index:
    """Finds among many phrases of a language those that a text may have."""

    def __init__(self, phrases: Iterable[tuple[int, Phrase]], language: str) -> None:
        self._language = language
        self._by_head: dict[str, list[tuple[int, Phrase]]] = {}
        self._always: list[tuple[int, Phrase]] = []
        self._known: dict[str, tuple[int, ...]] = {}
        for number, phrase in phrases:
            anchor = phrase.anchor
            if anchor is None:
                self._always.append((number, phrase))
                continue
            for head in heads(anchor.folded, language):
                self._by_head.setdefault(head, []).append((number, phrase))

    def candidates(self, text: Text) -> set[int]:
        """Return the numbers of the phrases that a text may have."""
        found: set[int] = set()
        if self._by_head:
            known = self._known
            for word in self._words(text):
                numbers = known.get(word)
                if numbers is None:
                    numbers = known[word] = self._look_up(word)
                if numbers:
                    found.update(numbers)
        if self._always:
            tokens = Tokens(text)
            found.update(number for number, phrase in self._always if next(phrase.find(tokens), None))
        return found

    def _words(self, text: Text) -> Iterable[str]:
        """Return the words that a text shares with others of its source, whole where something invisible parts them."""
        if not has_invisible(text.prose):
            return text.vocabulary
        return {word.folded for word in words_of(text.prose, self._language)}

    def _look_up(self, word: str) -> tuple[int, ...]:
        # Capitals are gone from the word, and with them what a Turkish I was.
        parts = {part.folded for part in words_of(word, self._language)} | {fold(word, self._language)}
        near = (pair for part in parts for head in heads(part, self._language) for pair in self._by_head.get(head, ()))
        return tuple(number for number, phrase in near if any(self._fits(phrase, part) for part in parts))

    @staticmethod
    def _fits(phrase: Phrase, part: str) -> bool:
        return phrase.anchor is not None and phrase.may_begin(part, of=phrase.anchor)


class Matcher:
    """Holds the terms of a locale against pairs of texts."""

    def __init__(self, terms: Sequence[Term], source_language: str, language: str) -> None:
        # A line without renderings asks for nothing, but its term is still a longer one than those inside it.
        self._terms = [term for term in terms if term.term != ANY_SOURCE]
        self._source_phrases = [Phrase(term.term, source_language, case=term.case) for term in self._terms]
        self._index = _Index(enumerate(self._source_phrases), source_language)
        self._renderings = _Renderings(language)
        self._everywhere = _Everywhere([term for term in terms if term.term == ANY_SOURCE], language)
        self._last: tuple[str, tuple[Hit, ...]] = "", ()

    @property
    def speaks_of_all(self) -> bool:
        """Whether there is something that no translation may say, whatever its source says."""
        return bool(self._everywhere)

    def hits(self, source: Text) -> tuple[Hit, ...]:
        """Return the terms of a source in the order of the termbase; a term inside a longer one is none."""
        if self._last[0] != source.raw:
            self._last = source.raw, tuple(self._hits(source))
        return self._last[1]

    def _hits(self, source: Text) -> Iterator[Hit]:
        candidates = self._index.candidates(source)
        if not candidates:
            return
        tokens = Tokens(source)
        found = [(span, at) for at in sorted(candidates) for span in self._source_phrases[at].find(tokens)]
        kept = _outermost(found)
        for at in sorted({at for _, at in kept}):
            yield Hit(self._terms[at], tuple(span for span, other in kept if other == at))

    def problems(self, source: Text, translation: Text) -> list[Problem]:
        """Return what a translation makes wrong of the terms of its source, and what it must not say at all."""
        hits = self.hits(source)
        if not hits and not self.speaks_of_all:
            return []
        tokens = Tokens(translation)
        found = [problem for hit in hits if (problem := self._problem(hit, hits, tokens))]
        return found + list(self._everywhere.problems(translation, tokens))

    def _problem(self, hit: Hit, hits: Sequence[Hit], tokens: Tokens) -> Problem | None:
        """Return the first forbidden rendering, else whether none is there that is wanted."""
        for forbidden in hit.term.forbidden:
            spans = list(self._renderings.strict(forbidden, hit.term).find(tokens))
            marks = self._left_over(spans, hit, hits, tokens) if spans else ()
            if marks:
                return Problem(hit.term, forbidden, marks, hit.spans)
        wanted = [self._renderings.loose(one, hit.term) for one in hit.term.wanted]
        if not wanted or any(next(phrase.find(tokens), None) for phrase in wanted):
            return None
        if self._renderings.is_romanised(hit.term, tokens):
            return None
        return Problem(hit.term, source_marks=hit.spans)

    def _left_over(self, spans: Sequence[Span], hit: Hit, hits: Sequence[Hit], tokens: Tokens) -> tuple[Span, ...]:
        """Leave out what is part of a longer rendering that is wanted, or what another term wants."""
        wanted = [
            (other is hit, list(self._renderings.loose(one, other.term).find(tokens, between=0)))
            for other in hits
            for one in other.term.wanted
        ]
        left = (span for span in spans if not any(_is_inside(span, around, longer=own) for own, around in wanted))
        exact = {self._renderings.folded(one) for one in hit.term.wanted}
        return tuple(span for span in left if self._renderings.folded(tokens.prose[slice(*span)]) not in exact)


def _is_inside(span: Span, around: Sequence[Span], *, longer: bool) -> bool:
    """Whether one of these places, which are in order, has the span in it."""
    at = bisect_right(around, span[0], key=lambda one: one[0]) - 1
    return at >= 0 and span[1] <= around[at][1] and not (longer and around[at] == span)


class _Renderings:
    """The renderings of a locale as phrases, each made when a source has its term."""

    def __init__(self, language: str) -> None:
        self._language = language
        self._known: dict[tuple[str, bool | None, bool], Phrase] = {}

    def loose(self, text: str, term: Term) -> Phrase:
        return self._phrase(text, term.case, loose=True)

    def strict(self, text: str, term: Term) -> Phrase:
        return self._phrase(text, term.case, loose=False)

    def _phrase(self, text: str, case: bool | None, *, loose: bool) -> Phrase:
        key = text, case, loose
        if key not in self._known:
            self._known[key] = Phrase(text, self._language, case=case, loose=loose)
        return self._known[key]

    def folded(self, text: str) -> str:
        return fold(text, self._language)

    def is_romanised(self, term: Term, tokens: Tokens) -> bool:
        """Whether a name that stays as it is stands there in the letters of the locale's script."""
        if term.term not in term.wanted or tokens.prose.isascii():
            return False
        from l10n_tool.termbase.romanising import sounds_like

        return sounds_like(term.term, tokens.prose)


class _Everywhere:
    """What is forbidden whatever the source says."""

    def __init__(self, terms: Iterable[Term], language: str) -> None:
        pairs = [(term, rendering) for term in terms for rendering in term.forbidden]
        self._phrases = [(term, text, Phrase(text, language, case=term.case)) for term, text in pairs]
        self._index = _Index(((number, phrase) for number, (_, _, phrase) in enumerate(self._phrases)), language)

    def __bool__(self) -> bool:
        return bool(self._phrases)

    def problems(self, translation: Text, tokens: Tokens) -> Iterator[Problem]:
        """Yield what stands in a translation and must not."""
        for number in sorted(self._index.candidates(translation)) if self._phrases else ():
            term, text, phrase = self._phrases[number]
            marks = tuple(phrase.find(tokens))
            if marks:
                yield Problem(term, text, marks)


def _outermost(found: Sequence[tuple[Span, int]]) -> list[tuple[Span, int]]:
    """Leave out what overlaps with something longer, or as long and further left; the same place may be of several."""
    kept: list[tuple[Span, int]] = []
    taken: set[int] = set()
    places: set[Span] = set()
    for span, at in sorted(found, key=lambda one: (one[0][0] - one[0][1], one[0][0])):
        places_of = range(*span)
        if span in places or taken.isdisjoint(places_of):
            kept.append((span, at))
            places.add(span)
            taken.update(places_of)
    return sorted(kept)
