"""The last look at a merge: what a side wrote must be in it, unless the other side replaced it.

This is no part of the merge; it is there for the day on which the merge is wrong.
"""

from collections.abc import Iterator
from functools import cached_property

from l10n_tool.catalogue.model import Catalogue, Entry
from l10n_tool.catalogue.text import quote
from l10n_tool.catalogue.three_way.model import Standing, Witness

__all__ = ["lost_in_merge"]


def lost_in_merge(
    base: Catalogue, ours: Catalogue, theirs: Catalogue, merged: Catalogue, witness: Witness
) -> list[str]:
    """Return the texts and comments of a side that a merge lost, one line each.

    What the base had may have been replaced by the other side, and a machine's text may have given way.
    """
    last_look = _LastLook(base, merged, witness)
    return [*last_look.missing(ours), *last_look.missing(theirs)]


class _LastLook:
    def __init__(self, base: Catalogue, merged: Catalogue, witness: Witness) -> None:
        self._base = {entry.key: entry for entry in base.entries}
        self._merged = {entry.key: entry for entry in merged.entries}
        self._witness = witness

    @cached_property
    def _written(self) -> frozenset[str]:
        """All that the merged catalogue holds, wherever it stands."""
        return frozenset(piece for entry in self._merged.values() for piece in (*entry.msgstr, *entry.comments))

    @cached_property
    def _comments(self) -> str:
        return "\n".join(comment for entry in self._merged.values() for comment in entry.comments)

    def missing(self, side: Catalogue) -> Iterator[str]:
        for entry in side.entries:
            merged, base = self._merged.get(entry.key), self._base.get(entry.key)
            if not (entry.is_header or _same_raw(merged, entry) or _same_raw(base, entry)):
                yield from self._missing(entry, base, merged)

    def _missing(self, entry: Entry, base: Entry | None, merged: Entry | None) -> Iterator[str]:
        """Yield the texts and comments of an entry that are nowhere in the merged catalogue."""
        # What an update lent to a changed source was in the base under the former one.
        previous = entry.previous
        former = self._base.get((previous.msgctxt, previous.msgid)) if previous else None
        versions = [version for version in (base, former, merged) if version is not None]
        known = {piece for version in versions for piece in (*version.msgstr, *version.comments)}
        left = [piece for piece in (*entry.msgstr, *entry.comments) if piece and piece not in known]
        if not left or self._witness.standing(entry) is Standing.MACHINE:
            return
        own = "\n".join(merged.comments) if merged else ""
        for piece in left:
            if quote(piece) not in own and piece not in self._written and quote(piece) not in self._comments:
                yield quote(piece)


def _same_raw(version: Entry | None, entry: Entry) -> bool:
    return version is entry or (version is not None and entry.raw is not None and version.raw == entry.raw)
