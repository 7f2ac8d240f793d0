"""What a build wrote and what it held back, in words."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from l10n_tool.reports.table import Cell, Paint, excerpt, format_table, plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from l10n_tool.workflow.built import Built, Missing

__all__ = ["built_text", "held_back", "publication"]

_MOST_SHOWN = 5
#: More documents than this in a build are told by locale.
_MOST_ROWS = 40


def built_text(results: Sequence[Built], paint: Paint = plain) -> str:
    """Return a line for each document and locale, and under each that is held back the entries that are missing.

    Where there are many, a line for each locale, and the first documents of those that are held back.
    """
    if len(results) <= _MOST_ROWS:
        lines = [format_table(["Locale", "Document", "Published", "What blocks the rest"], _rows(results), paint)]
    else:
        head = ["Locale", "Documents", "Published", "Held back", "What blocks the rest"]
        lines = [format_table(head, _by_locale(results), paint, right=frozenset({1, 2, 3}))]
    incomplete = [result for result in results if result.missing]
    for result in incomplete[:_MOST_ROWS]:
        lines += ["", paint(f"{result.locale} {result.document}", "head"), *_missing(result, paint)]
    more = len(incomplete) - _MOST_ROWS
    return "\n".join([*lines, "", f"and {more} more documents that are not complete"] if more > 0 else lines)


def _rows(results: Sequence[Built]) -> list[list[Cell]]:
    return [_row(result) for result in results]


def _by_locale(results: Sequence[Built]) -> list[list[Cell]]:
    rows: list[list[Cell]] = []
    for locale in dict.fromkeys(result.locale for result in results):
        own = [result for result in results if result.locale == locale]
        held = [result for result in own if not result.published]
        role = "warn" if all(result.in_progress for result in held) else "bad"
        rows.append([
            locale,
            str(len(own)),
            (str(len(own) - len(held)), "good") if len(held) < len(own) else ("–", "quiet"),
            (str(len(held)), role) if held else ("–", "quiet"),
            held_back(own) or ("–", "quiet"),
        ])  # fmt: skip
    return rows


def _row(result: Built) -> list[Cell]:
    blocks = held_back([result]) or result.note or "–"
    return [result.locale, result.document, publication([result]), blocks if blocks != "–" else (blocks, "quiet")]


def publication(results: Sequence[Built]) -> Cell:
    """Say in a word or two what was published."""
    written = [result for result in results if result.published]
    if not written:
        return "held back", "warn" if all(result.in_progress for result in results) else "bad"
    files = sum(len(result.files) for result in written)
    return f"{files} {'file' if files == 1 else 'files'}", "good"


def held_back(results: Sequence[Built]) -> str:
    """Say how many entries of which state hold documents back."""
    reasons = Counter(missing.reason.partition(":")[0] for result in results for missing in result.missing)
    return ", ".join(f"{count} {reason}" for reason, count in reasons.most_common())


def _missing(result: Built, paint: Paint) -> list[str]:
    lines = [_line(result, missing, paint) for missing in result.missing[:_MOST_SHOWN]]
    more = len(result.missing) - _MOST_SHOWN
    lines += [f"  and {more} more"] if more > 0 else []
    lines += [f"  {paint('removed', 'warn')}  {name}" for name in result.removed]
    return [*lines, *(f"  {paint('kept', 'warn')}  {name}: not what a build wrote" for name in result.kept)]


def _line(result: Built, missing: Missing, paint: Paint) -> str:
    place = f"{result.catalogue}:{missing.line}" if missing.line else result.catalogue or result.document
    return f"  {place}: {paint(missing.reason, 'warn')}  {excerpt(missing.text, 60)}"
