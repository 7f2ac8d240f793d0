"""``hedges``: a translation keeps neither more nor less distance to what is said than its source."""

import re
from collections.abc import Iterator, Sequence
from functools import partial
from typing import Final

from l10n_tool.checks.finding import Severity
from l10n_tool.checks.model import Check, Remark, Subject, by_text
from l10n_tool.facts.cues import Kind, may_have
from l10n_tool.facts.text import Span, Text
from l10n_tool.facts.tone import hedging, scare_quotes

__all__ = ["CHECK"]

#: A capital inside a sentence may begin the name of a button or a campaign, which many languages put into marks.
_NAME: Final = re.compile(r"[^\s.!?…(][\s(]+(?!I\b)[^\W\d_a-z]")
_SENTENCE: Final = 5


def _hedges(subject: Subject) -> Iterator[Remark]:
    yield from by_text(subject, partial(_compare, subject=subject))


def _compare(source: Text, text: Text, subject: Subject) -> list[Remark]:
    if text.raw in subject.sources:
        return []
    change = hedging(source, text)
    remarks = []
    if change.added:
        remarks.append(
            Remark(f"{_shown(text, change.added)} puts into doubt what the source states", marks=change.added)
        )
    if change.lost:
        remarks.append(Remark(f"{_shown(source, change.lost)} has no counterpart", source_marks=change.lost))
    return remarks or _of_quotes(source, text, doubtful=not subject.markdown)


def _of_quotes(source: Text, text: Text, *, doubtful: bool) -> list[Remark]:
    quoted = scare_quotes(source, text)
    if not quoted or _NAME.search(source.raw) or may_have(source, Kind.HEDGE):
        return []
    severity = Severity.INFO if doubtful or len(source.words) < _SENTENCE else None
    return [Remark(f"{_shown(text, quoted)} stands in quotation marks that the source lacks", severity, marks=quoted)]


def _shown(text: Text, spans: Sequence[Span]) -> str:
    return ", ".join(dict.fromkeys(f"‘{text.raw[start:end]}’" for start, end in spans[:3]))


CHECK: Final = Check(
    name="hedges",
    severity=Severity.WARNING,
    summary="Words such as “alleged” and “so-called”, and quotation marks of doubt, stand on both sides or on neither.",
    explanation=(
        "An “alleged”, a “so-called”, a “reportedly” or a pair of quotation marks around a term tells readers not to "
        "believe what follows. Where the source has none, take it out of the translation; where the source has one, "
        "put it in. Quotation marks are looked at where the source marks nothing and names nothing; outside of "
        "Markdown, where they may stand around the name of a button, they are info. Only languages with word lists "
        "are looked at; words that can mean something else count for a counterpart, and never as added."
    ),
    of_entry=_hedges,
)
