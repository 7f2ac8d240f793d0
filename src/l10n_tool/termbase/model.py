"""What a termbase holds, as values."""

from dataclasses import dataclass
from typing import Final

from l10n_tool.languages import language_of

__all__ = ["ANY_LOCALE", "Term", "Termbase"]

#: What stands for all locales in the place of one.
ANY_LOCALE: Final = "*"


@dataclass(frozen=True, slots=True)
class Term:
    """A term of the sources and its renderings in a locale, a language or everywhere.

    The translation of a text with the term has one of ``required`` or ``allowed``; without any of them every
    rendering will do that is not forbidden. ``case``: both sides are compared letter by letter, capitals too.
    ``line`` is that of the file.
    """

    term: str
    locale: str = ANY_LOCALE
    required: tuple[str, ...] = ()
    allowed: tuple[str, ...] = ()
    forbidden: tuple[str, ...] = ()
    case: bool = False
    note: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class Termbase:
    """Terms; the same term has at most one line for a locale."""

    terms: tuple[Term, ...] = ()

    def of(self, locale: str) -> tuple[Term, ...]:
        """Return what holds in a locale: for each term its line for the locale, else for the language, else for all."""
        best: dict[str, tuple[int, Term]] = {}
        ranks = {ANY_LOCALE: 0, language_of(locale): 1, locale: 2}
        for term in self.terms:
            rank = ranks.get(term.locale, -1)
            if rank >= 0 and (term.term not in best or rank > best[term.term][0]):
                best[term.term] = rank, term
        return tuple(term for _, term in best.values())
