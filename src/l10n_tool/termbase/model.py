"""What a termbase holds, as values."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

__all__ = ["ANY_LOCALE", "ANY_SOURCE", "STEM", "Term", "Termbase", "chain"]

#: What stands for all locales in the place of one.
ANY_LOCALE: Final = "*"
#: What stands for any source in the place of a term: the renderings of its line are forbidden everywhere.
ANY_SOURCE: Final = "*"
#: What ends a rendering, or a term, that words only begin with.
STEM: Final = "*"

#: Modifiers that name another script: what holds for the language says nothing about them.
_SCRIPTS: Final = frozenset({"arabic", "cyrillic", "devanagari", "latin", "mongolian"})


@dataclass(frozen=True, slots=True)
class Term:
    """A term of the sources and its renderings in a locale, a language or everywhere.

    The translation of a text with the term has one of ``required`` or ``allowed``; without any of them every
    rendering will do that is not forbidden. With ``case`` both sides are compared letter by letter; without it no
    capital counts; where it is None, a capital of the term or of a forbidden rendering has to be one.
    ``line`` is that of the file, and no part of the value.
    """

    term: str
    locale: str = ANY_LOCALE
    required: tuple[str, ...] = ()
    allowed: tuple[str, ...] = ()
    forbidden: tuple[str, ...] = ()
    case: bool | None = None
    note: str = ""
    line: int = field(default=0, compare=False)

    @property
    def wanted(self) -> tuple[str, ...]:
        """The renderings one of which has to be there."""
        return self.required + self.allowed

    @property
    def key(self) -> tuple[str, str, tuple[str, ...]]:
        """What no other line shares; of any source there may be several lines that forbid different things."""
        return self.term, self.locale, self.forbidden if self.term == ANY_SOURCE else ()


@dataclass(frozen=True, slots=True)
class Termbase:
    """Terms; the same term has at most one line for a locale."""

    terms: tuple[Term, ...] = ()

    def of(self, locale: str) -> tuple[Term, ...]:
        """Return what holds in a locale: for each term its line for the locale, else for the language, else for all.

        What is forbidden whatever the source says is forbidden by every line that fits.
        """
        ranks = {name: rank for rank, name in enumerate(reversed([*chain(locale), ANY_LOCALE]))}
        best: dict[tuple[str, tuple[str, ...]], Term] = {}
        for term in self.terms:
            key = term.term, term.forbidden if term.term == ANY_SOURCE else ()
            if term.locale in ranks and (key not in best or ranks[term.locale] > ranks[best[key].locale]):
                best[key] = term
        return tuple(best.values())


def chain(locale: str) -> Iterator[str]:
    """Yield a locale and what is more general, without territory and then without script, down to the language."""
    yield locale
    code, _, modifier = locale.partition("@")
    if modifier in _SCRIPTS:
        return
    if modifier:
        yield code
    while "_" in code:
        code = code.rpartition("_")[0]
        yield code
