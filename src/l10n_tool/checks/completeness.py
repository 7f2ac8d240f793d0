"""``completeness``: how much of a catalogue is not ready to be published."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from l10n_tool.checks.finding import Severity
from l10n_tool.checks.model import Check, Remark, Whole
from l10n_tool.provenance import State, state

__all__ = ["CHECK"]

#: Under what the settings have the share of all locales that they do not name.
_OTHERS: Final = "*"
_OPEN: Final = {State.UNTRANSLATED: "untranslated", State.DRAFT: "draft", State.STALE: "stale"}


def _completeness(whole: Whole) -> Iterator[Remark]:
    if whole.file.endswith(".pot"):
        # A template is there to be translated elsewhere.
        return
    entries = list(whole.catalogue.messages)
    states = [state(entry) for entry in entries]
    waiting = [entry for entry, its in zip(entries, states, strict=True) if its in _OPEN]
    required = _required(whole)
    if required and not entries:
        yield Remark(f"there are no entries, and {required:g} % have to be ready", Severity.ERROR)
    if not waiting:
        return
    count = Counter(states)
    parts = ", ".join(f"{count[its]} {word}" for its, word in _OPEN.items() if count[its])
    found = f"{len(waiting)} of {len(entries)} entries are not ready: {parts}"
    yield replace(_held(found, len(entries) - len(waiting), len(entries), required), entry=waiting[0])


def _required(whole: Whole) -> float | None:
    """Return how much has to be ready, in per cent; None where the settings do not say, and for a template."""
    complete = whole.standard.complete
    return complete.get(whole.locale, complete.get(_OTHERS)) if whole.locale else None


def _held(found: str, ready: int, total: int, required: float | None) -> Remark:
    """Return what is found, an error where less is ready than has to be, and no more than an info where enough is."""
    if required is None:
        return Remark(found)
    if 100 * ready >= required * total:
        return Remark(found, Severity.INFO)
    # Rounded down: what is shown is never as much as what is asked for.
    return Remark(f"{found}; {1000 * ready // total / 10:g} % are ready, {required:g} % have to be", Severity.ERROR)


CHECK: Final = Check(
    name="completeness",
    severity=Severity.WARNING,
    summary="Every entry is translated and reviewed.",
    explanation=(
        "Told once per catalogue, at the first entry that is untranslated, a draft, or stale. Translate what is "
        "empty, review the drafts, and bring stale entries up to their source; l10n-tool status gives the figures. A "
        "locale that is still worked on is named under in-progress in the settings. With complete = 95 there, or "
        'complete = { ar = 80, "*" = 95 } by locale, it is an error where less than so many of a hundred entries are '
        "ready, and an info where enough are."
    ),
    of_catalogue=_completeness,
)
