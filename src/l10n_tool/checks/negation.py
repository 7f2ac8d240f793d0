"""``negation``: what the source denies, the translation denies too, and it denies nothing else."""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import Final

from l10n_tool.checks.finding import Severity
from l10n_tool.checks.model import Check, Remark, Subject, by_text, quoted
from l10n_tool.facts.comparisons import turned
from l10n_tool.facts.cues import Kind, has_lists, may_have
from l10n_tool.facts.negation import added, dropped, is_doubtful
from l10n_tool.facts.privatives import undone
from l10n_tool.facts.text import Span, Text

__all__ = ["CHECK"]

_DENYING: Final = Kind.NOT | Kind.CONCORD | Kind.PRIVATIVE


def _negation(subject: Subject) -> Iterator[Remark]:
    if has_lists(subject.source_language) and has_lists(subject.language):
        yield from by_text(subject, partial(_compare, sources=subject.sources))


def _compare(source: Text, text: Text, sources: Sequence[str]) -> list[Remark]:
    if text.raw in sources:
        return []
    lost = _lost(source, text) if may_have(source, _DENYING) else ()
    if lost:
        severity = Severity.INFO if is_doubtful(source, lost) and not turned(source, text) else None
        return [Remark(f"{quoted(source, lost)} has no counterpart", severity, source_marks=lost)]
    new = added(source, text)
    return [Remark(f"{quoted(text, new)} denies, and the source does not", Severity.INFO, marks=new)] if new else []


def _lost(source: Text, text: Text) -> tuple[Span, ...]:
    return dropped(source, text) or undone(source, text) or turned(source, text)


CHECK: Final = Check(
    name="negation",
    severity=Severity.WARNING,
    summary="The translation denies what the source denies, and nothing else.",
    explanation=(
        "A lost or an added “not” turns a statement into its opposite. Where the source has words that deny (not, "
        "never, no, nobody, without), the translation needs a word or an ending of its language that does so, or one "
        "that is negative by itself (“impossible”, “lacks”, “except”); so do words that deny by an affix (“unsafe”, "
        "“useless”), unless it has a plain word for them; and “not less than” may become “at least”, but not “less "
        "than”. In a text of several sentences each is looked at. Put the negation back. A denial that the source "
        "lacks is info, since languages may say “keep” as “do not lose”; so is “not the same”, “not before”, “no more "
        "than”, which they may turn round. Languages without word lists are left alone."
    ),
    of_entry=_negation,
)
