"""``intensifiers``: a translation says nothing more strongly than its source, and nothing more weakly."""

from collections.abc import Iterable, Sequence
from functools import partial
from typing import Final

from l10n_tool.checks.finding import Severity
from l10n_tool.checks.model import Check, Remark, Subject, by_text, quoted
from l10n_tool.facts.text import Text
from l10n_tool.facts.tone import weight

__all__ = ["CHECK"]


def _intensifiers(subject: Subject) -> Iterable[Remark]:
    return by_text(subject, partial(_compare, sources=subject.sources))


def _compare(source: Text, text: Text, sources: Sequence[str]) -> list[Remark]:
    if text.raw in sources:
        return []
    change = weight(source, text)
    remarks = []
    if change.added:
        remarks.append(Remark(f"{quoted(text, change.added)} says more than the source", marks=change.added))
    if change.lost:
        lost = f"{quoted(source, change.lost)} has no counterpart"
        remarks.append(Remark(lost, Severity.INFO, source_marks=change.lost))
    return remarks


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
