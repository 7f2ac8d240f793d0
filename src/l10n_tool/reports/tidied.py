"""What tidy changed, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from l10n_tool.catalogue.tidy import Noise
from l10n_tool.reports.table import Cell, Paint, format_table, plain, printable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from l10n_tool.workflow.tidy import TidiedFile

__all__ = ["tidied_text"]


def tidied_text(results: Sequence[TidiedFile], paint: Paint = plain) -> str:
    """Return a row for each file: what kinds of noise it has, and in how many entries."""
    rows = [_row(result) for result in results]
    return format_table(["File", "Entries", "Noise"], rows, paint, right=frozenset({1}))


def _row(result: TidiedFile) -> list[Cell]:
    if not result.changed:
        return [result.file, ("–", "quiet"), ("tidy", "good")]
    return [result.file, str(result.entries), (", ".join(_word(kind, result) for kind in result.noise), "warn")]


def _word(kind: Noise, result: TidiedFile) -> str:
    return f"charset {printable(result.charset)}" if kind is Noise.CHARSET else kind.value
