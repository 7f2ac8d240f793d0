"""``hedges``: a translation keeps neither more nor less distance to what is said than its source."""

import re
from collections import Counter
from collections.abc import Sequence
from functools import cached_property, partial
from typing import Final

from l10n_tool.checks.finding import Severity
from l10n_tool.checks.model import Check, OfEntry, Remark, Subject, Whole, by_text, quoted
from l10n_tool.facts.cues import Kind, may_have
from l10n_tool.facts.text import Span, Text
from l10n_tool.facts.tone import hedging, quoted_in, scare_quotes

__all__ = ["CHECK"]

#: A capital inside a sentence may begin the name of a button or a campaign, which many languages put into marks.
_NAME: Final = re.compile(r"[^\s.!?…(][\s(]+(?!I\b)[^\W\d_a-z]")
_SENTENCE: Final = 5


def _of_entries(whole: Whole) -> OfEntry:
    terms = _Terms(whole)
    return lambda subject: by_text(subject, partial(_compare, subject=subject, terms=terms))


class _Terms:
    """The words that a catalogue has in quotation marks more than once, or that its termbase asks for."""

    def __init__(self, whole: Whole) -> None:
        self._whole = whole

    def has(self, text: Text, quoted: Sequence[Span]) -> bool:
        """Whether all of the quoted words are such."""
        return all(_bare(text.raw[start:end]) in self._known for start, end in quoted)

    @cached_property
    def _known(self) -> frozenset[str]:
        forms = (form for entry in self._whole.catalogue.messages for form in entry.msgstr)
        times = Counter(_bare(words) for form in forms for words in set(quoted_in(form)))
        wanted = (word for term in self._whole.standard.termbase.of(self._whole.locale) for word in term.wanted)
        return frozenset([words for words, count in times.items() if count > 1]).union(_bare(word) for word in wanted)


def _bare(words: str) -> str:
    return words.strip('“”„‟«»"‘’‚‹›「」『』 \u00a0\u202f*').casefold()


def _compare(source: Text, text: Text, subject: Subject, terms: "_Terms") -> list[Remark]:
    if text.raw in subject.sources:
        return []
    change = hedging(source, text)
    remarks = []
    if change.added:
        remarks.append(
            Remark(f"{quoted(text, change.added)} puts into doubt what the source states", marks=change.added)
        )
    if change.lost:
        remarks.append(Remark(f"{quoted(source, change.lost)} has no counterpart", source_marks=change.lost))
    return remarks or _of_quotes(source, text, None if not subject.markdown else terms)


def _of_quotes(source: Text, text: Text, terms: _Terms | None) -> list[Remark]:
    doubted = scare_quotes(source, text)
    if not doubted or _NAME.search(source.raw) or may_have(source, Kind.HEDGE):
        return []
    doubtful = terms is None or len(source.words) < _SENTENCE or terms.has(text, doubted)
    severity = Severity.INFO if doubtful else None
    return [Remark(f"{quoted(text, doubted)} stands in quotation marks that the source lacks", severity, marks=doubted)]


CHECK: Final = Check(
    name="hedges",
    severity=Severity.WARNING,
    summary="Words such as “alleged” and “so-called”, and quotation marks of doubt, stand on both sides or on neither.",
    explanation=(
        "An “alleged”, a “so-called”, a “reportedly” or a pair of quotation marks around a term tells readers not to "
        "believe what follows. Where the source has none, take it out of the translation; where the source has one, "
        "put it in. Quotation marks are looked at where the source marks nothing and names nothing; outside of "
        "Markdown, where they may stand around the name of a button, and around what the catalogue quotes elsewhere "
        "too or the termbase asks for, they are info. Only languages with word lists "
        "are looked at; words that can mean something else count for a counterpart, and never as added."
    ),
    of_entries=_of_entries,
)
