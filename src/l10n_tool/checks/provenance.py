"""``provenance``: a draft or approval line that says nothing, because it cannot be read."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from l10n_tool.checks.finding import Severity
from l10n_tool.checks.model import Check, Remark, Subject
from l10n_tool.provenance import Approval, Draft, State, approvals, drafts, signature, state

__all__ = ["CHECK"]

_LINE: Final = re.compile(r"\s*l10n-(draft|approved)\b(:?)")


def _provenance(subject: Subject) -> Iterator[Remark]:
    comments = [comment for comment in subject.entry.comments if "l10n-" in comment]
    if not comments:
        return
    read: dict[str, Sequence[Draft | Approval]] = {
        "draft": drafts(subject.entry),
        "approved": approvals(subject.entry),
    }
    for kind, lines in read.items():
        written = sum(match[1] == kind for match in map(_LINE.match, comments) if match)
        if written > len(lines):
            yield Remark(f"the l10n-{kind} line cannot be read: sig has to be 16 hex digits, after a colon")
        yield from (Remark(f"the l10n-{kind} line has no {field}") for line in lines for field in _lacking(line))
    yield from _void(subject)


def _lacking(line: Draft | Approval) -> Iterator[str]:
    if not line.by:
        yield 'name (by="…")'
    if not _is_date(line.on):
        yield "date (on=2026-11-22)"


def _is_date(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return len(text) == len("2026-11-22")


def _void(subject: Subject) -> Iterator[Remark]:
    """Tell of an approval that an edit voided, where nobody approved the entry again."""
    lines = approvals(subject.entry)
    if not lines or state(subject.entry) is State.APPROVED:
        return
    if all(line.sig != signature(subject.entry) for line in lines):
        yield Remark(f"the approval by {lines[-1].by} is void: the entry changed after it", Severity.INFO)


CHECK: Final = Check(
    name="provenance",
    severity=Severity.WARNING,
    summary="The draft and approval lines of an entry can be read.",
    explanation=(
        "A line that begins with l10n-draft: or l10n-approved: needs by, on and a sig of 16 hex digits; without them "
        "it counts for nothing. Do not write such lines by hand: approve the entry again with l10n-tool approve. An "
        "approval that an edit voided is told as info: read the entry, and approve it as it stands now."
    ),
    of_entry=_provenance,
)
