"""``completeness``: how much of a catalogue is not ready to be published."""

from collections import Counter
from collections.abc import Iterator
from typing import Final

from l10n_tool.checks.finding import Severity
from l10n_tool.checks.model import Check, Remark, Whole
from l10n_tool.provenance import State, state

__all__ = ["CHECK"]

_OPEN: Final = {State.UNTRANSLATED: "untranslated", State.DRAFT: "draft", State.STALE: "stale"}


def _completeness(whole: Whole) -> Iterator[Remark]:
    entries = list(whole.catalogue.messages)
    states = [state(entry) for entry in entries]
    waiting = [entry for entry, its in zip(entries, states, strict=True) if its in _OPEN]
    if not waiting:
        return
    count = Counter(states)
    parts = ", ".join(f"{count[its]} {word}" for its, word in _OPEN.items() if count[its])
    yield Remark(f"{len(waiting)} of {len(entries)} entries are not ready: {parts}", entry=waiting[0])


CHECK: Final = Check(
    name="completeness",
    severity=Severity.WARNING,
    summary="Every entry is translated and reviewed.",
    explanation=(
        "Told once per catalogue, at the first entry that is untranslated, a draft, or stale. Translate what is "
        "empty, review the drafts, and bring stale entries up to their source; l10n-tool status gives the figures. A "
        "locale that is still worked on is named under in-progress in the settings."
    ),
    of_catalogue=_completeness,
)
