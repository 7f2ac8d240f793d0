"""What status, approve and compile found or did, in words."""

from __future__ import annotations

from collections import Counter
from dataclasses import asdict
from typing import TYPE_CHECKING, Any, Final

from l10n_tool.reports.table import Cell, Paint, excerpt, format_table, plain, printable

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from l10n_tool.catalogue import Catalogue, Entry
    from l10n_tool.provenance import State
    from l10n_tool.workflow.approve import Approved
    from l10n_tool.workflow.compile import Compiled
    from l10n_tool.workflow.status import Status

__all__ = [
    "approved_text", "compiled_text", "crowded", "entries_text", "name_of", "status_json", "status_text",
]  # fmt: skip

_NUMBERS = frozenset(range(1, 20))
#: The state of an entry, by its word: a count needs no entries, and nothing that knows them.
ROLES: Final = {"approved": "good", "translated": "good", "draft": "warn", "stale": "warn", "untranslated": "bad"}


def status_text(rows: Sequence[Status], paint: Paint = plain) -> str:
    """Return the states and words of each catalogue as a table."""
    head = [
        "Locale",
        "Entries",
        "Approved",
        "Translated",
        "Draft",
        "Stale",
        "Untranslated",
        "Done",
        "Words",
        "To do",
    ]
    several = crowded(rows)
    return format_table(head, [_status_row(row, several) for row in rows], paint, right=_NUMBERS)


def crowded(rows: Iterable[Status]) -> frozenset[str]:
    """Return the locales of several catalogues."""
    return frozenset(locale for locale, count in Counter(row.locale for row in rows).items() if count > 1)


def name_of(row: Status, several: frozenset[str]) -> str:
    """Return how a table calls a catalogue: by its locale, and by domain or file where the locale has ``several``."""
    name = f"{row.locale} {row.domain or row.file}".strip() if row.locale in several else row.locale or row.file
    return name + (" *" if row.in_progress else "")


def _status_row(row: Status, several: frozenset[str]) -> list[Cell]:
    return [
        name_of(row, several),
        str(row.total),
        _count(row.approved, "approved"),
        _count(row.translated, "translated"),
        _count(row.draft, "draft"),
        _count(row.stale, "stale"),
        _count(row.untranslated, "untranslated"),
        (f"{row.percent} %", "good" if row.percent == 100 else "warn") if row.total else ("–", "quiet"),
        str(row.words),
        str(row.words_to_do) if row.words_to_do else ("–", "quiet"),
    ]


def _count(number: int, found: str) -> Cell:
    return (str(number), ROLES[found]) if number else ("–", "quiet")


def status_json(rows: Sequence[Status]) -> dict[str, Any]:
    """Return the status as ``status --json`` prints it."""
    return {"locales": [asdict(row) for row in rows]}


def entries_text(catalogue: Catalogue, name: str, states: Iterable[State], paint: Paint = plain) -> str:
    """Return the entries in some states, each with its line and its sig, to be approved by it."""
    from l10n_tool.provenance import state

    wanted = frozenset(states)
    chosen = [(entry, state(entry)) for entry in catalogue.messages if state(entry) in wanted]
    if not chosen:
        return f"{printable(name)}: none"
    rows = [_entry_row(name, entry, found) for entry, found in chosen]
    return format_table(["Place", "State", "Sig", "Source", "Translation"], rows, paint)


def _entry_row(name: str, entry: Entry, found: State) -> list[Cell]:
    from l10n_tool.provenance import signature

    return [
        f"{name}:{entry.line}",
        (found.value, ROLES[found]),
        signature(entry),
        excerpt(entry.msgid, 32),
        excerpt(entry.msgstr[0] if entry.msgstr else "", 32) or "–",
    ]


def approved_text(results: Sequence[Approved], paint: Paint = plain) -> str:
    """Return what was approved and what was refused."""
    lines = []
    for result in results:
        name = printable(result.file)
        lines.append(f"{name}: {paint(f'{len(result.entries)} approved', 'good')}" + _left(result))
        lines += [
            f"  {paint('refused', 'bad')}  {name}:{refusal.entry.line}: {printable(refusal.reason)}"
            for refusal in result.refused
        ]
    return "\n".join(lines)


def _left(result: Approved) -> str:
    refused = f", {len(result.refused)} refused for their findings" if result.refused else ""
    stale = f", {result.stale_left} stale left (approve them by --id once read)" if result.stale_left else ""
    count = result.drafts_left
    drafts = f", {count} {'draft' if count == 1 else 'drafts'} left (clear the fuzzy flag once read)" if count else ""
    return refused + stale + drafts


def compiled_text(results: Sequence[Compiled], paint: Paint = plain) -> str:
    """Return what went into each MO file."""
    rows: list[list[Cell]] = [
        [
            r.file,
            str(r.published),
            str(r.left_out),
            ("written", "good") if r.changed else ("unchanged", "quiet"),
        ]
        for r in results
    ]
    table = format_table(["MO file", "Translations", "Left out", ""], rows, paint, right=frozenset({1, 2}))
    return "\n".join([table, *(_unsafe_line(r, paint) for r in results if r.unsafe)])


def _unsafe_line(result: Compiled, paint: Paint) -> str:
    what = "entry brings" if result.unsafe == 1 else "entries bring"
    unsafe = paint(f"{result.unsafe} {what} in unsafe markup", "bad")
    return f"{printable(result.file)}: {unsafe}; l10n-tool check says where"
