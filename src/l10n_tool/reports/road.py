"""What a run came to, in a table and the next command."""

from __future__ import annotations

from typing import TYPE_CHECKING

from l10n_tool.reports.catalogues import crowded, name_of
from l10n_tool.reports.outputs import held_back, publication
from l10n_tool.reports.table import Cell, Paint, format_table, plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from l10n_tool.workflow.run import Walked
    from l10n_tool.workflow.status import Status

__all__ = ["run_text"]


def run_text(walked: Walked, paint: Paint = plain, program: str = "l10n-tool") -> str:
    """Return a table with a row for each locale, and the next command to type; ``program`` is how to call us."""
    head = [
        "Locale", "Approved", "Translated", "Draft", "Stale", "Untranslated", "Words", "To do",
        "Errors", "Published", "What blocks the rest",
    ]  # fmt: skip
    rows = [_row(walked, status) for status in walked.statuses]
    table = format_table(head, rows, paint, right=frozenset(range(1, 9)))
    return "\n".join([table, "", *_star(walked), *_next(walked, paint, program)])


def _row(walked: Walked, status: Status) -> list[Cell]:
    built = walked.built_for(status)
    errors = walked.errors_in(status)
    counts = (status.approved, status.translated, status.draft, status.stale, status.untranslated)
    roles = ("good", "good", "warn", "warn", "bad")
    return [
        name_of(status, crowded(walked.statuses)),
        *((str(n), role) if n else ("–", "quiet") for n, role in zip(counts, roles, strict=True)),
        str(status.words),
        str(status.words_to_do) if status.words_to_do else ("–", "quiet"),
        (str(errors), "bad") if errors else ("–", "quiet"),
        publication(built) if built else ("MO file", "good"),
        held_back(built) or ("–", "quiet"),
    ]


def _star(walked: Walked) -> Iterator[str]:
    if any(status.in_progress for status in walked.statuses):
        yield "* in progress: worked on, not yet required"


def _next(walked: Walked, paint: Paint, program: str) -> Iterator[str]:
    """Say what to type next: mend errors, then review and fill blanks, and then look at the pages."""
    lead = "Next:"
    for command, purpose in _commands(walked, program):
        yield f"{lead} {paint(command, 'head')}   {paint(purpose, 'quiet')}"
        lead = "  or:"


def _commands(walked: Walked, program: str) -> Iterator[tuple[str, str]]:
    if walked.errors:
        yield f"{program} check", "to see the errors"
        return
    pending = sorted(walked.statuses, key=lambda status: status.in_progress)
    unread = next((s.locale for s in pending if s.draft or s.stale), None)
    blank = next((s.locale for s in pending if s.untranslated), None)
    if unread is not None:
        yield f"{program} status {unread} --entries draft --entries stale", "to see what waits for review"
    if blank is not None:
        yield f"{program} draft {blank} --engine NAME", "to draft what is untranslated"
    if blank is None and unread is None:
        page = next((name for built in walked.built for name in built.files if name.endswith(".html")), "")
        if page:
            yield f"open build/{page}", "to look at a page in a browser"
