"""The three-way merge of whole catalogues: which versions of an entry meet."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from l10n_tool.catalogue.model import Catalogue, Entry, Key
from l10n_tool.catalogue.three_way.entries import MergedEntry, merge_entry, merge_removed
from l10n_tool.catalogue.three_way.header import contested_fields, merge_header
from l10n_tool.catalogue.three_way.lines import merge_comments
from l10n_tool.catalogue.three_way.model import BY_FLAGS, MergedVersions, Origin, Witness
from l10n_tool.catalogue.three_way.order import in_order, with_seams
from l10n_tool.catalogue.three_way.plural_forms import form_count, with_form_count
from l10n_tool.catalogue.three_way.style import (
    UTF_8,
    codec,
    encodable,
    in_style,
    merged_charset,
    merged_style,
    same_file,
    same_style,
    with_charset,
)

__all__ = ["merge_versions"]

_Entries = Mapping[Key, Entry]
_HEADER: Key = (None, "")


def merge_versions(base: Catalogue, ours: Catalogue, theirs: Catalogue, witness: Witness = BY_FLAGS) -> MergedVersions:
    """Merge two versions of a catalogue that come from one; an empty ``base`` means that they do not.

    Entries are told apart by msgctxt and msgid. Every text that a side holds is in the result, in its entry or in a
    comment, unless it was in the base and the other side put another in its place or took it away, or it is a
    machine's and the other side has a text too. Where only one side changed an entry its raw text is kept; where only
    one side changed the file, the result is that file. ``entries.py`` and ``header.py`` say what becomes of each
    field, ``order.py`` of the order.
    """
    merge = _Merge(base, ours, theirs, witness)
    merged = merge.written_in(merged_charset(base, ours, theirs))
    if not encodable(merged.catalogue, (base, ours, theirs)):
        merged = merge.written_in(UTF_8)
    if same_file(base, ours):
        return replace(merged, catalogue=theirs)
    if same_file(base, theirs) or same_file(ours, theirs):
        return replace(merged, catalogue=ours)
    return merged


@dataclass(frozen=True, slots=True)
class _Version:
    """One of the three files, with its entries by key."""

    file: Catalogue
    entries: _Entries

    def get(self, key: Key) -> Entry | None:
        return self.entries.get(key)


def _version(file: Catalogue) -> _Version:
    return _Version(file, {entry.key: entry for entry in file.entries})


class _Merge:
    """The merge of three files, before it is known in which charset the result can be written."""

    def __init__(self, base: Catalogue, ours: Catalogue, theirs: Catalogue, witness: Witness) -> None:
        self._base, self._ours, self._theirs = map(_version, (base, ours, theirs))
        self._witness = witness
        # Raw text says the same in two files of one charset only.
        self._comparable = len({codec(file.charset) for file in (base, ours, theirs)}) == 1
        self._outcomes = dict(self._decide())

    def written_in(self, charset: str) -> MergedVersions:
        """Return what came of the merge, the catalogue written in this charset."""
        base, ours, theirs = self._base, self._ours, self._theirs
        style = merged_style(base.file, ours.file, theirs.file, charset)
        kept = ((key, outcome.entry) for key, outcome in self._outcomes.items() if outcome.entry is not None)
        merged = {key: self._in_style(key, entry, style) for key, entry in kept}
        merged = self._with_forms(merged)
        entries = in_order(merged, base.entries, ours.entries, theirs.entries)
        conflicts = (outcome.conflict for outcome in self._outcomes.values())
        return MergedVersions(
            replace(style, entries=with_seams(entries, ours.file, theirs.file, style.tail)),
            tuple(outcome.origin for outcome in self._outcomes.values()),
            tuple(replace(conflict, entry=merged[conflict.entry.key]) for conflict in conflicts if conflict),
            contested_fields(base.file.header, ours.file.header, theirs.file.header),
        )

    def _decide(self) -> Iterator[tuple[Key, MergedEntry]]:
        """Yield what becomes of each entry that a side has."""
        moved = dict(self._moved(self._ours, self._theirs))
        moved.update(self._moved(self._theirs, self._ours))
        left = {former for former, _ in moved.values()}
        for key in dict.fromkeys((*self._ours.entries, *self._theirs.entries)):
            if key in moved:
                yield key, MergedEntry(moved[key][1], Origin.BOTH)
                continue
            outcome = self._outcome(key)
            if key in left and outcome.entry is not None and outcome.entry.obsolete:
                # Its text stands under the changed source.
                outcome = MergedEntry(None, Origin.BOTH)
            yield key, outcome

    def _outcome(self, key: Key) -> MergedEntry:
        base, ours, theirs = self._base.get(key), self._ours.get(key), self._theirs.get(key)
        if ours is not None and theirs is not None:
            base = base or self._common(ours, theirs)
            return self._untouched(base, ours, theirs) or self._merge(base, ours, theirs)
        if ours is not None:
            return merge_removed(base, ours, Origin.OURS)
        assert theirs is not None
        return merge_removed(base, theirs, Origin.THEIRS)

    def _untouched(self, base: Entry | None, ours: Entry, theirs: Entry) -> MergedEntry | None:
        """Return the entry if at most one side touched it; its raw text says so without being read."""
        mine, its = ours.raw, theirs.raw
        if not self._comparable or mine is None or its is None:
            return None
        if mine == its:
            return MergedEntry(ours, Origin.SAME)
        before = base.raw if base is not None else None
        if before == mine:
            return MergedEntry(theirs, Origin.THEIRS)
        return MergedEntry(ours, Origin.OURS) if before == its else None

    def _merge(self, base: Entry | None, ours: Entry, theirs: Entry) -> MergedEntry:
        if ours.is_header and theirs.is_header:
            return MergedEntry(merge_header(base, ours, theirs, self._witness), Origin.BOTH)
        return merge_entry(base, ours, theirs, self._witness)

    def _common(self, ours: Entry, theirs: Entry) -> Entry | None:
        """Return what stands for the common version of an entry that the base lacks: a text that an update lent it."""
        mine, its = self._lent(ours), self._lent(theirs)
        if mine is None or its is None:
            return mine or its
        return mine if ours.previous == theirs.previous else None

    def _lent(self, entry: Entry) -> Entry | None:
        """Return an entry that is not in the base as an update made it, if its text is one of the base's."""
        previous = entry.previous if entry.fuzzy else None
        was = self._base.get((previous.msgctxt, previous.msgid)) if previous else None
        if was is None or entry.msgstr != was.msgstr or not any(was.msgstr):
            return None
        return was.replace(
            msgctxt=entry.msgctxt, msgid=entry.msgid, flags=entry.flags, previous=previous, obsolete=entry.obsolete
        )

    def _moved(self, side: _Version, other: _Version) -> Iterator[tuple[Key, tuple[Key, Entry]]]:
        """Yield the entries whose source a side changed while the other translated it, with the former key.

        An update lends the text to the changed source; what the other side wrote under the former one goes there too.
        """
        for key, entry in side.entries.items():
            if key in self._base.entries or key in other.entries or not entry.fuzzy or entry.previous is None:
                continue
            former = entry.previous.msgctxt, entry.previous.msgid
            was, wrote = self._base.get(former), other.get(former)
            if was is None or wrote is None or former in side.entries or wrote == was:
                continue
            lent = any(was.msgstr) and entry.msgstr in {was.msgstr, wrote.msgstr}
            if lent and any(wrote.msgstr) and len(wrote.msgstr) == len(was.msgstr):
                comments = merge_comments(was.comments, entry.comments, wrote.comments, self._witness.records)
                yield key, (former, entry.replace(msgstr=wrote.msgstr, comments=comments))

    def _in_style(self, key: Key, entry: Entry, style: Catalogue) -> Entry:
        for version, other in ((self._ours, self._theirs), (self._theirs, self._ours)):
            if entry is version.get(key) and not same_style(version.file, style):
                base, its = self._base.get(key), other.get(key)
                refolded = base is not None and its is not None and its.raw != base.raw
                entry = in_style(entry, version.file, style, refolded=refolded)
                break
        return with_charset(entry, style.charset) if entry.is_header else entry

    def _with_forms(self, merged: dict[Key, Entry]) -> dict[Key, Entry]:
        """Return the entries with the number of forms that the header asks for, if a side changed it."""
        counts = {form_count(version.file.header) for version in (self._ours, self._theirs)}
        count = form_count(merged.get(_HEADER))
        if len(counts) == 1 or count is None:
            return merged
        return {key: with_form_count(entry, count) for key, entry in merged.items()}
