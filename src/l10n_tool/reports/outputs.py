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


def built_text(results: Sequence[Built], paint: Paint = plain) -> str:
    """Return a line for each document and locale, and under each that is held back the entries that are missing."""
    rows = [_row(result) for result in results]
    lines = [format_table(["Locale", "Document", "Published", "What blocks the rest"], rows, paint)]
    for result in results:
        if result.missing:
            lines += ["", paint(f"{result.locale} {result.document}", "head"), *_missing(result, paint)]
    return "\n".join(lines)


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
    return [*lines, *(f"  {paint('removed', 'warn')}  {name}" for name in result.removed)]


def _line(result: Built, missing: Missing, paint: Paint) -> str:
    place = f"{result.catalogue}:{missing.line}" if missing.line else result.catalogue or result.document
    return f"  {place}: {paint(missing.reason, 'warn')}  {excerpt(missing.text, 60)}"
