"""What an update did to each catalogue and to each entry, in words and as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from l10n_tool.catalogue.outcomes import Change, Outcome
from l10n_tool.reports.table import Cell, Paint, excerpt, format_table, plain, printable

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from l10n_tool.workflow.update import Updated

__all__ = ["updated_json", "updated_text"]

#: What a table shows in any case; the others have a column where there are any.
_ALWAYS: Final = (Outcome.KEPT, Outcome.NEW, Outcome.FUZZY, Outcome.REVIVED, Outcome.OBSOLETE)
#: What nothing needs to be done about.
_QUIET: Final = frozenset({Outcome.KEPT, Outcome.MOVED})


def updated_text(
    results: Sequence[Updated], paint: Paint = plain, *, check: bool = False, details: bool = False
) -> str:
    """Return what an update did to each catalogue; with ``details`` to each entry that is not as it was."""
    shown = [one for one in Outcome if one in _ALWAYS or any(result.count(one) for result in results)]
    head = ["Catalogue", *(one.value.replace("-", " ").capitalize() for one in shown), ""]
    rows = [_row(result, shown, check=check) for result in results]
    lines = [format_table(head, rows, paint, right=frozenset(range(1, len(shown) + 1)))]
    if details:
        lines += [line for result in results for line in _lines(result, paint)]
    return "\n".join(lines)


def _row(result: Updated, shown: Sequence[Outcome], *, check: bool) -> list[Cell]:
    changed = ("would change" if check else "changed", "warn") if result.changed else ("unchanged", "quiet")
    return [result.file, *(str(result.count(outcome)) for outcome in shown), changed]


def _lines(result: Updated, paint: Paint) -> Iterator[str]:
    changes, name = _happened(result.changes), printable(result.file)
    if changes:
        yield paint(name, "head")
    lines = result.lines if changes else {}
    width = max((len(change.outcome.value) for change in changes), default=0)
    for change in changes:
        role = "quiet" if change.outcome in _QUIET else "warn"
        what = paint(change.outcome.value, role) + " " * (width - len(change.outcome.value))
        line = lines.get(id(change.entry), 0)
        place = f"{name}:{line}" if line else name
        yield f"  {what}  {place}  {excerpt(change.entry.msgid, 60)}{_was(change)}"


def _happened(changes: Sequence[Change]) -> list[Change]:
    """Return the changes but for entries that stay what they are."""
    return [change for change in changes if change.outcome is not Outcome.KEPT and change.happened]


def _was(change: Change) -> str:
    if not change.was:
        return ""
    alike = f", {change.similarity:.0f} % alike" if change.similarity else ""
    return f"  (was: {excerpt(change.was, 40)}{alike})"


def updated_json(results: Sequence[Updated], *, details: bool = False) -> dict[str, Any]:
    """Return an update as ``update --json`` prints it; with ``details`` with the entries that are as they were."""
    return {"catalogues": [_catalogue_json(result, details=details) for result in results]}


def _catalogue_json(result: Updated, *, details: bool) -> dict[str, Any]:
    changes = result.changes if details else _happened(result.changes)
    lines = result.lines if changes else {}
    return {
        "file": result.file,
        "locale": result.locale,
        "changed": result.changed,
        "counts": {outcome.value: result.count(outcome) for outcome in Outcome},
        "entries": [_entry_json(change, lines.get(id(change.entry))) for change in changes],
    }


def _entry_json(change: Change, line: int | None) -> dict[str, Any]:
    from l10n_tool.provenance import state

    gone = change.outcome is Outcome.DROPPED
    return {
        "outcome": change.outcome.value,
        "msgctxt": change.entry.msgctxt,
        "msgid": change.entry.msgid,
        "line": line,
        "was": change.was or None,
        "similarity": round(change.similarity, 1) if change.similarity else None,
        "state": None if gone else state(change.entry).value,
    }
