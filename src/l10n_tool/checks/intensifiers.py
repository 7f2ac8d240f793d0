"""``intensifiers``: a translation says nothing more strongly than its source, and nothing more weakly."""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import Final

from l10n_tool.checks.finding import Severity
from l10n_tool.checks.model import Check, Remark, Subject, by_text
from l10n_tool.facts.text import Span, Text
from l10n_tool.facts.tone import weight

__all__ = ["CHECK"]


def _intensifiers(subject: Subject) -> Iterator[Remark]:
    yield from by_text(subject, partial(_compare, sources=subject.sources))


def _compare(source: Text, text: Text, sources: Sequence[str]) -> list[Remark]:
    if text.raw in sources:
        return []
    change = weight(source, text)
    remarks = []
    if change.added:
        remarks.append(Remark(f"{_shown(text, change.added)} says more than the source", marks=change.added))
    if change.lost:
        lost = f"{_shown(source, change.lost)} has no counterpart"
        remarks.append(Remark(lost, Severity.INFO, source_marks=change.lost))
    return remarks


def _shown(text: Text, spans: Sequence[Span]) -> str:
    return ", ".join(dict.fromkeys(f"‘{text.raw[start:end]}’" for start, end in spans[:3]))


CHECK: Final = Check(
    name="intensifiers",
    severity=Severity.WARNING,
    summary="The translation presses a point neither more nor less than the source.",
    explanation=(
        "Words such as “very”, “extremely”, “absolutely” and “brutally” give a statement a weight that is the "
        "author's to choose. Where the translation has one and the source has no strong word at all, take it out. One "
        "that seems lost is info, since a single strong word can render it (“very big”, “huge”). Only languages with "
        "word lists are looked at."
    ),
    of_entry=_intensifiers,
)
