"""What may belong into a termbase: names and repeated terms of the sources, and how catalogues render them already."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from l10n_tool.facts.text import Text
from l10n_tool.languages import language_of
from l10n_tool.termbase.candidates import Candidate, candidates
from l10n_tool.termbase.folding import Forms
from l10n_tool.termbase.model import ANY_LOCALE, Term, Termbase
from l10n_tool.termbase.phrases import Phrase, Tokens
from l10n_tool.termbase.usual_renderings import Renderings

__all__ = ["suggestions"]

#: More translations than this tell no more about a term.
_ENOUGH: Final = 2_000


def suggestions(
    sources: Iterable[str],
    source_locale: str,
    translations: Mapping[str, Sequence[tuple[str, str]]],
    known: Termbase,
    limit: int,
) -> list[Term]:
    """Return lines for a termbase, best first: for ``limit`` terms at most, and none that it has.

    ``translations`` are sources with their translations, by locale. What these render alike is proposed as required;
    where none do, the line is of all locales and has no renderings.
    """
    language = language_of(source_locale)
    texts = [Text(source, source_locale) for source in dict.fromkeys(sources)]
    forms = Forms(language, (text.prose for text in texts))
    old = {forms.key(term.term) for term in known.terms}
    found = [one for one in candidates(texts, language, forms) if forms.key(one.text) not in old]
    locales = [_Locale(locale, pairs[:_ENOUGH], source_locale) for locale, pairs in translations.items() if pairs]
    return [line for one in found[:limit] for line in _lines(one, locales, language)]


class _Locale:
    """A locale's translations, found by the words of their sources."""

    def __init__(self, locale: str, pairs: Sequence[tuple[str, str]], source_locale: str) -> None:
        self.locale = locale
        self._sources = [Text(source, source_locale) for source, _ in pairs]
        self._texts = [Text(translation, locale) for _, translation in pairs]
        self._renderings = Renderings(self._texts, language_of(locale))
        self._tokens = [Tokens(source) for source in self._sources]
        self._where: defaultdict[str, list[int]] = defaultdict(list)
        for number, tokens in enumerate(self._tokens):
            for beginning in {word.folded[:3] for word in tokens.words}:
                self._where[beginning].append(number)

    def rendering(self, phrase: Phrase, term: str) -> str | None:
        """Return what a term is called here, an empty text if it is not always the same, None if it is nowhere."""
        near = self._where.get(phrase.anchor.folded[:3], ()) if phrase.anchor else range(len(self._texts))
        numbers = [number for number in near if next(phrase.find(self._tokens[number]), None)]
        if not numbers:
            return None
        if all(term in self._texts[number].raw for number in numbers):
            return term
        return self._renderings.usual(numbers)


def _lines(candidate: Candidate, locales: Sequence[_Locale], language: str) -> Iterator[Term]:
    term = candidate.text
    phrase = Phrase(term, language, case=None)
    found = {one.locale: one.rendering(phrase, term) for one in locales}
    renderings = {locale: rendering for locale, rendering in found.items() if rendering}
    if renderings and set(found.values()) <= {term, None}:
        # A name that stays as it is.
        yield Term(term, required=(term,))
        return
    for locale, rendering in renderings.items():
        yield Term(term, locale, required=(rendering,))
    if not renderings:
        yield Term(term, ANY_LOCALE)
