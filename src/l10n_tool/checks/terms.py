"""``terms``: what the termbase says about the terms of a source holds in its translation."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Final

from l10n_tool.checks.finding import Severity
from l10n_tool.checks.model import Check, OfEntry, Remark, Subject, Whole, by_text
from l10n_tool.facts.text import Text
from l10n_tool.languages import language_of
from l10n_tool.termbase.model import ANY_SOURCE, STEM, Term

if TYPE_CHECKING:
    from l10n_tool.termbase.matching import Problem

__all__ = ["CHECK"]

#: More renderings than this are not all named.
_MOST: Final = 4


def _terms(whole: Whole) -> OfEntry:
    terms = whole.standard.termbase.of(whole.locale)
    if not terms:
        return _nothing
    # Most projects have no termbase.
    from l10n_tool.termbase.matching import Matcher

    matcher = Matcher(terms, language_of(whole.source_locale), whole.language)

    def compare(source: Text, text: Text) -> list[Remark]:
        return [_remark(problem) for problem in matcher.problems(source, text)]

    def of_entry(subject: Subject) -> Iterator[Remark]:
        if matcher.speaks_of_all or any(map(matcher.hits, subject.source_texts)):
            yield from by_text(subject, compare)

    return of_entry


def _nothing(subject: Subject) -> Iterable[Remark]:
    return ()


def _remark(problem: "Problem") -> Remark:
    message = _message(problem.term, problem.forbidden)
    severity = Severity.ERROR if problem.forbidden else None
    return Remark(message, severity, marks=problem.marks, source_marks=problem.source_marks)


def _message(term: Term, forbidden: str) -> str:
    """Say what is wrong, what to write, and what the termbase notes."""
    note = f" ({term.note})" if term.note else ""
    wanted = " or ".join(map(_quoted, term.wanted[:_MOST]))
    if not forbidden:
        return f"{_quoted(term.term)} is to be {wanted}{note}"
    of_term = "" if term.term == ANY_SOURCE else f" for {_quoted(term.term)}"
    instead = f": write {wanted}" if wanted else ""
    return f"{_quoted(forbidden)} is not to be used{of_term}{instead}{note}"


def _quoted(rendering: str) -> str:
    shown = rendering.removesuffix(STEM) + "…" if rendering.endswith(STEM) and rendering != STEM else rendering
    return f"‘{shown}’"


CHECK: Final = Check(
    name="terms",
    severity=Severity.WARNING,
    summary="Terms and names are rendered as the termbase says.",
    explanation=(
        "terms.csv beside the settings says what a term of the sources is called in a locale. A forbidden rendering in "
        "the translation of a text with the term is an error, and a warning says that none of the required or allowed "
        "ones is there. Both sides may be inflected. Write what the finding names; if another form of the word is "
        "right and is not known as one, add it to the column allowed, or write the beginning of the word with a star. "
        "Of a term inside a longer one nothing is asked."
    ),
    of_entries=_terms,
)
