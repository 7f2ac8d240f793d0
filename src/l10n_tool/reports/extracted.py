"""What an extraction did, in a line, and what it saw in the sources."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Final

from l10n_tool.reports.table import Paint, plain, printable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from l10n_tool.workflow.extracted import Extracted

__all__ = ["extracted_text", "remarks_text"]

#: More than these nobody reads at once.
_MOST: Final = 10
_EXCERPT: Final = 60


def extracted_text(extracted: Extracted, name: str, paint: Paint = plain, *, check: bool = False) -> str:
    """Return one line about a template, which people know by this name."""
    documents = f"{extracted.documents} {'document' if extracted.documents == 1 else 'documents'}"
    what = f"{printable(name)}: {extracted.entries} {'entry' if extracted.entries == 1 else 'entries'} from {documents}"
    if not extracted.changed:
        return f"{what}, {paint('unchanged', 'quiet')}"
    verb = "would change" if check else "written"
    return f"{what}, {paint(verb, 'warn' if check else 'good')} ({extracted.added} new, {extracted.removed} gone)"


def remarks_text(extracted: Extracted, name: str, paint: Paint = plain) -> str:
    """Return what was seen in the texts that are new in a template, two lines each; empty if nothing was."""
    remarks = extracted.remarks
    lines = list(islice(_lines(extracted, paint), 2 * _MOST))
    if len(remarks) > _MOST:
        more = f"and {len(remarks) - _MOST} more"
        lines.append(f"{more}: l10n-tool check {printable(name)}" if name else more)
    return "\n".join(lines)


def _lines(extracted: Extracted, paint: Paint) -> Iterator[str]:
    for remark in extracted.remarks:
        where = f"{printable(remark.file)}: " if remark.file else ""
        yield f"{where}{paint('info', 'quiet')} {remark.check}: {printable(remark.message)}"
        yield f"  {printable(_excerpt(remark.msgid))}"


def _excerpt(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _EXCERPT else text[: _EXCERPT - 1] + "…"
