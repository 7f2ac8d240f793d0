"""The termbase in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from l10n_tool.reports.table import Cell, Paint, excerpt, format_table, plain, printable

if TYPE_CHECKING:
    from l10n_tool.termbase import Term
    from l10n_tool.workflow.terms import Exported, Imported, TidiedTerms

__all__ = ["exported_text", "imported_text", "terms_text"]

_WIDTH = 36


def terms_text(tidied: TidiedTerms, paint: Paint = plain, *, check: bool = False) -> str:
    """Return the termbase as a table, and a line that says whether its file is tidy."""
    head = ["Term", "Locale", "Required", "Allowed", "Forbidden"]
    lines = sorted(tidied.termbase.terms, key=lambda term: (term.term.casefold(), term.term, term.locale))
    table = [format_table(head, [_row(term) for term in lines], paint), ""] if lines else []
    return "\n".join([*table, _summary(tidied, len(lines), paint, check=check)])


def _row(term: Term) -> list[Cell]:
    renderings: list[Cell] = [excerpt(" | ".join(some), _WIDTH) for some in (term.required, term.allowed)]
    return [
        excerpt(term.term, _WIDTH),
        term.locale,
        *renderings,
        (excerpt(" | ".join(term.forbidden), _WIDTH), "bad"),
    ]


def _summary(tidied: TidiedTerms, lines: int, paint: Paint, *, check: bool) -> str:
    what = f"{tidied.file}: {_lines(lines)}"
    if not tidied.changed:
        return f"{what}, {paint('tidy', 'good')}"
    return f"{what}, {paint('not tidy' if check else 'made tidy', 'warn' if check else 'good')}"


def _lines(count: int) -> str:
    return f"{count} line{'' if count == 1 else 's'}"


def imported_text(imported: Imported, paint: Paint = plain) -> str:
    """Return a line about what came into the termbase."""
    if not imported.changed:
        return f"{printable(imported.file)}: {paint('unchanged', 'quiet')}"
    added, changed = _lines(imported.merged.added), _lines(imported.merged.changed)
    return f"{printable(imported.file)}: {added} added, {changed} changed"


def exported_text(exported: Exported, paint: Paint = plain) -> str:
    """Return a line about the file that was written."""
    done = paint("written", "good") if exported.changed else paint("unchanged", "quiet")
    return f"{printable(exported.file)}: {_lines(exported.lines)}, {done}"
