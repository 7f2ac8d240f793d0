"""What was drafted, what was refused, and what would be sent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from l10n_tool.reports.table import Cell, Paint, excerpt, format_table, plain, printable

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from l10n_tool.catalogue import Entry
    from l10n_tool.workflow.draft import DraftedCatalogue

__all__ = ["drafted_text"]


def drafted_text(results: Sequence[DraftedCatalogue], paint: Paint = plain, *, dry_run: bool = False) -> str:
    """Return a row for each catalogue, and every rejected answer with its reason."""
    if dry_run:
        head = ["Catalogue", "Blank", "From memory", "To send", "Characters", "Goes to"]
        rows: list[list[Cell]] = [
            [r.file, str(r.blank), str(r.from_memory), str(r.to_send), str(r.characters), r.service] for r in results
        ]
        return format_table(head, rows, paint, right=frozenset({1, 2, 3, 4}))
    head = ["Catalogue", "Blank", "From memory", "By engine", "Rejected"]
    rows = [
        [
            r.file,
            str(r.blank),
            str(r.from_memory),
            str(r.by_engine),
            (str(len(r.rejected)), "warn") if r.rejected else ("–", "quiet"),
        ]
        for r in results
    ]
    table = format_table(head, rows, paint, right=frozenset({1, 2, 3, 4}))
    return "\n".join([table, *(line for result in results for line in _rejections(result, paint))])


def _rejections(result: DraftedCatalogue, paint: Paint) -> Iterator[str]:
    for entry, reason in result.rejected:
        yield _line(result, entry, f"{paint('rejected', 'warn')}: {printable(reason)}")
    for entry, note in result.notes:
        yield _line(result, entry, f"{paint('note', 'warn')}: {printable(note)}")


def _line(result: DraftedCatalogue, entry: Entry, what: str) -> str:
    return f"  {printable(result.file)}:{entry.line}: {what}  {excerpt(entry.msgid, 50)}"
