"""The order of the merged entries, and the seams between entries of two files."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from l10n_tool.catalogue.model import Catalogue, Entry, Key
from l10n_tool.catalogue.three_way.lines import weave

__all__ = ["in_order", "with_seams"]

Entries = Mapping[Key, Entry]


def in_order(merged: Entries, base: Entries, ours: Entries, theirs: Entries) -> list[Entry]:
    """Return the merged entries in the order of ours, or of theirs where only that side moved any.

    What the other side added stands behind its neighbour there; obsolete entries come last where they do in both.
    """
    frame, other = (theirs, ours) if _keeps_order(base, ours) and not _keeps_order(base, theirs) else (ours, theirs)
    placed = [key for key, entry in frame.items() if key in merged and merged[key].obsolete == entry.obsolete]
    added = merged.keys() - set(placed)
    # What one side removed and the other turned obsolete stands in no file as it is.
    nowhere = added - other.keys()
    keys = [*weave(placed, list(other), added - nowhere), *(key for key in merged if key in nowhere)]
    entries = [merged[key] for key in keys]
    if _obsolete_last(ours) and _obsolete_last(theirs):
        entries.sort(key=lambda entry: entry.obsolete)
    return entries


def _keeps_order(base: Entries, side: Entries) -> bool:
    """Whether a side has the entries of the base in the order of the base."""
    return [key for key in base if key in side] == [key for key in side if key in base]


def _obsolete_last(side: Entries) -> bool:
    states = [entry.obsolete for entry in side.values()]
    return states == sorted(states)


def with_seams(entries: Sequence[Entry], ours: Catalogue, theirs: Catalogue, tail: str) -> tuple[Entry, ...]:
    """Return the entries with a line end and an empty line between two that did not stand together in a file.

    An entry's raw text may lack its last line end, or the empty line before it, where it was the last or the first.
    """
    places = {id(e): (side, at) for side in (0, 1) for at, e in enumerate((ours, theirs)[side].entries)}
    joined: list[Entry] = []
    before: Entry | None = None
    for entry in entries:
        if not _stood_together(before, entry, places):
            if joined:
                joined[-1] = _ended(joined[-1])
            joined.append(_parted(entry, first=not joined))
        else:
            joined.append(entry)
        before = entry
    if tail and joined:
        joined[-1] = _ended(joined[-1])
    return tuple(joined)


def _stood_together(before: Entry | None, entry: Entry, places: Mapping[int, tuple[int, int]]) -> bool:
    side, at = places.get(id(entry), (0, -1))
    if before is None:
        return at == 0
    return at > 0 and places.get(id(before)) == (side, at - 1)


def _ended(entry: Entry) -> Entry:
    if entry.raw is None or entry.raw.endswith("\n"):
        return entry
    return replace(entry, raw=entry.raw + "\n")


def _parted(entry: Entry, *, first: bool) -> Entry:
    if entry.raw is None or entry.raw.startswith("\n") != first:
        return entry
    return replace(entry, raw=entry.raw.lstrip("\n") if first else "\n" + entry.raw)
