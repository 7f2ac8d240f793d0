"""What an extraction did, in a line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from l10n_tool.reports.table import Paint, plain, printable

if TYPE_CHECKING:
    from l10n_tool.workflow.extracted import Extracted

__all__ = ["extracted_text"]


def extracted_text(extracted: Extracted, name: str, paint: Paint = plain, *, check: bool = False) -> str:
    """Return one line about a template, which people know by this name."""
    documents = f"{extracted.documents} {'document' if extracted.documents == 1 else 'documents'}"
    what = f"{printable(name)}: {extracted.entries} {'entry' if extracted.entries == 1 else 'entries'} from {documents}"
    if not extracted.changed:
        return f"{what}, {paint('unchanged', 'quiet')}"
    verb = "would change" if check else "written"
    return f"{what}, {paint(verb, 'warn' if check else 'good')} ({extracted.added} new, {extracted.removed} gone)"
