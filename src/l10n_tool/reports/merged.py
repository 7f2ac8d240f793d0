"""What a merge took from where, and what it left for a person to decide."""

from __future__ import annotations

from typing import TYPE_CHECKING

from l10n_tool.catalogue.three_way import Origin
from l10n_tool.reports.table import Paint, excerpt, plain, printable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from l10n_tool.catalogue.three_way import Conflict
    from l10n_tool.workflow.git_driver import Installed
    from l10n_tool.workflow.merging import MergedFile

__all__ = ["installed_text", "merged_text", "open_text"]

_SAID = {
    Origin.OURS: "from ours",
    Origin.THEIRS: "from theirs",
    Origin.BOTH: "joined",
    Origin.CONFLICT: "with two texts",
}


def merged_text(result: MergedFile, paint: Paint = plain) -> str:
    """Return one line: how many entries come from where."""
    counts = [f"{result.merged.count(origin)} {said}" for origin, said in _SAID.items() if result.merged.count(origin)]
    what = f"merged, {', '.join(counts)}" if counts else "both sides are the same"
    return f"{printable(result.name)}: {paint(what, 'warn' if result.merged.conflicts else 'good')}"


def open_text(result: MergedFile, paint: Paint = plain) -> str:
    """Return what a person must decide: each entry with two texts, and each header field with two values."""
    name = printable(result.name)
    lines = []
    for conflict in result.merged.conflicts:
        place = f"{name}:{result.lines[conflict.entry.key]}"
        stale = ", kept as stale" if conflict.entry.fuzzy else ""
        lines.append(f"{place}: {paint('two texts', 'warn')}{stale}: {excerpt(conflict.entry.msgid, 60)}")
        lines += _both(conflict)
    for field in result.merged.header_conflicts:
        values = f"ours is kept: {excerpt(field.ours, 60)}; theirs: {excerpt(field.theirs, 60)}"
        lines.append(f"{name}: {paint('both sides changed the header', 'warn')} {excerpt(field.field, 40)}; {values}")
    return "\n".join(lines)


def _both(conflict: Conflict) -> Iterator[str]:
    for said, forms in ((conflict.field, conflict.kept), ("comment", conflict.noted)):
        yield f"  {said + ':':{len(conflict.field) + 2}} {excerpt(' | '.join(forms), 70)}"


def installed_text(installed: Installed, paint: Paint = plain) -> str:
    """Return what was set up, and what is left to do."""
    done = paint("added", "good") if installed.changed else paint("already there", "quiet")
    return "\n".join(
        [
            f"{printable(installed.attributes.as_posix())}: *.po and *.pot merge=l10n-tool, {done}; commit this file",
            f"git config merge.l10n-tool.driver: {printable(installed.command)}",
        ]
    )
