"""The three-way merge of one entry that both sides have, and of one that a side has removed.

Texts, all forms together: a text that one side changed replaces the other. Vetting it, so that it is a person's where
it was stale or a machine's, counts as a change. Of two changed texts, one that the other only completes gives way, and
a machine's to a person's. All else is a conflict: the entry is stale and holds the text with the higher standing, ours
if they are equal, and the other in a comment.

The fuzzy flag goes with the text: it is gone where a side that has the text is without it, unless the other side set
it on the former text. No entry comes out with a higher standing than a side gave that very text under that very
source, so a merge publishes nothing by itself.

Comments, references, extracted comments and flags are lists: what a side added is there, what one removed is not. Of
two changed msgid_plurals ours counts, and the other stands in a comment of the entry, which is stale. An entry is
obsolete where a side made it so, unless the other one found it at another place in the sources since.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from l10n_tool.catalogue.model import Entry, Previous
from l10n_tool.catalogue.text import quote
from l10n_tool.catalogue.three_way.flags import merge_flags
from l10n_tool.catalogue.three_way.lines import merge_comments, merge_lists, pick, without_own_records
from l10n_tool.catalogue.three_way.model import Conflict, Origin, Standing, Witness

__all__ = ["MergedEntry", "merge_entry", "merge_removed", "with_forms"]

_NOTED: Final = "other translation"
_NOTED_PLURAL: Final = "other msgid_plural"


@dataclass(frozen=True, slots=True)
class MergedEntry:
    """What came of an entry, None where it is gone, and from where."""

    entry: Entry | None
    origin: Origin
    conflict: Conflict | None = None


@dataclass(frozen=True, slots=True)
class _Choice:
    """Whose text is taken; the other side's is ``noted`` in a conflict, or ``given_up`` as a machine's."""

    taken: Entry
    noted: Entry | None = None
    given_up: Entry | None = None


@dataclass(frozen=True, slots=True)
class _Plural:
    """The merged msgid_plural, and the one that the other side put in the same place."""

    kept: str | None
    noted: str | None = None


@dataclass(frozen=True, slots=True)
class _Versions:
    """The three versions of one entry; ``base`` is None where both sides added it."""

    base: Entry | None
    ours: Entry
    theirs: Entry

    @property
    def sides(self) -> tuple[Entry, Entry]:
        return self.ours, self.theirs


def merge_entry(base: Entry | None, ours: Entry, theirs: Entry, witness: Witness) -> MergedEntry:
    """Merge an entry that both sides have; one that only a side changed is given back as that side has it."""
    if ours == theirs:
        return MergedEntry(ours, Origin.SAME)
    if base == theirs:
        return MergedEntry(ours, Origin.OURS)
    if base == ours:
        return MergedEntry(theirs, Origin.THEIRS)
    versions = _Versions(base, ours, theirs)
    choice = _choose(versions, witness)
    plural = _plural(versions, choice)
    merged = _guarded(_joined(versions, choice, plural, witness), versions, witness)
    conflict = _conflict(merged, choice, plural)
    return MergedEntry(merged, Origin.CONFLICT if conflict else Origin.BOTH, conflict)


def _conflict(merged: Entry, choice: _Choice, plural: _Plural) -> Conflict | None:
    """Return what a person must look at; a text comes before the source that it was made for."""
    if choice.noted is not None:
        return Conflict(merged, choice.taken.msgstr, choice.noted.msgstr)
    if plural.noted is None:
        return None
    return Conflict(merged, (plural.kept or "",), (plural.noted,), field="msgid_plural")


def merge_removed(base: Entry | None, left: Entry, origin: Origin) -> MergedEntry:
    """Merge an entry that only one side, ``origin``, has: added there, or removed by the other.

    What was removed stays where the side that has it did something with it: as obsolete, so that nothing written
    is lost, or as it is where the sources were found to use it.
    """
    other = Origin.THEIRS if origin is Origin.OURS else Origin.OURS
    if base is None or left.is_header:
        return MergedEntry(left, origin)
    if left == base:
        return MergedEntry(None, other)
    if left.obsolete or _found_again(base, left):
        return MergedEntry(left, origin)
    if not any(left.msgstr) and not left.comments:
        return MergedEntry(None, other)
    return MergedEntry(left.replace(obsolete=True, extracted=(), references=()), Origin.BOTH)


def _found_again(base: Entry, side: Entry) -> bool:
    """Whether a side read the sources since, and found the entry in use."""
    now, before = (side.references, side.extracted), (base.references, base.extracted)
    return not side.obsolete and (base.obsolete or now != before or side.msgid_plural != base.msgid_plural)


def _choose(versions: _Versions, witness: Witness) -> _Choice:
    """Tell whose text stands in the entry."""
    base, ours, theirs = versions.base, versions.ours, versions.theirs
    if ours.msgstr == theirs.msgstr:
        return _Choice(ours)
    for side, other in ((ours, theirs), (theirs, ours)):
        if _holds_both(side, other, base) or (base is not None and not _decided(base, other, witness)):
            return _Choice(side)
    for side, other in ((ours, theirs), (theirs, ours)):
        if _completes(side.msgstr, other.msgstr):
            return _Choice(side)
    return _settle(ours, theirs, witness)


def _holds_both(side: Entry, other: Entry, base: Entry | None) -> bool:
    """Whether the two texts met before, in an entry that still waits for somebody to choose."""
    return _undecided(side, base) and set(_notes(other, side.msgstr)) <= set(side.comments)


def _decided(base: Entry, side: Entry, witness: Witness) -> bool:
    """Whether a side changed the text, or vetted it as it was."""
    if side.msgstr != base.msgstr:
        return True
    return witness.standing(side) >= Standing.TRANSLATED > witness.standing(base)


def _completes(whole: Sequence[str], part: Sequence[str]) -> bool:
    if not any(part):
        return True
    return len(part) <= len(whole) and all(form in {"", whole[at]} for at, form in enumerate(part))


def _settle(ours: Entry, theirs: Entry, witness: Witness) -> _Choice:
    """Choose between two texts of which neither replaces the other."""
    mine, its = witness.standing(ours), witness.standing(theirs)
    if its is Standing.MACHINE:
        return _Choice(ours, given_up=theirs)
    if mine is Standing.MACHINE:
        return _Choice(theirs, given_up=ours)
    return _Choice(theirs, noted=ours) if its > mine else _Choice(ours, noted=theirs)


def _joined(versions: _Versions, choice: _Choice, plural: _Plural, witness: Witness) -> Entry:
    base, ours, theirs = versions.base, versions.ours, versions.theirs
    shape = next(side for side in (choice.taken, ours, theirs) if side.msgid_plural == plural.kept)
    forms, cut = with_forms(choice.taken.msgstr, len(shape.msgstr))
    contested = choice.noted is not None or (plural.noted is not None and any(forms))
    fuzzy = contested or _fuzzy(versions, plural.kept, forms)
    comments = _comments(versions, choice, witness)
    notes = [*cut, *_notes(choice.noted, forms), *_plural_notes(plural)]
    source = _source_side(versions)
    merged = ours.replace(
        msgstr=forms,
        msgid_plural=plural.kept,
        comments=(*comments, *(note for note in notes if note not in comments)),
        extracted=source.extracted,
        references=source.references,
        flags=merge_flags(base.flags if base else (), ours.flags, theirs.flags, fuzzy=fuzzy),
        previous=_previous(versions, choice, fuzzy=fuzzy),
        obsolete=source.obsolete,
    )
    return theirs if merged == theirs else merged


def _comments(versions: _Versions, choice: _Choice, witness: Witness) -> tuple[str, ...]:
    """Merge the comments, without what only tells where a text comes from that was given up."""
    base = versions.base.comments if versions.base else ()
    sides = [side.comments for side in versions.sides]
    for at, side in enumerate(versions.sides):
        if side is choice.given_up:
            sides[at] = without_own_records(sides[at], (base, sides[1 - at]), witness.records)
    return merge_comments(base, sides[0], sides[1], witness.records)


def _plural(versions: _Versions, choice: _Choice) -> _Plural:
    before = versions.base.msgid_plural if versions.base else None
    if versions.base is None:
        kept = choice.taken.msgid_plural
    else:
        kept = pick(before, versions.ours.msgid_plural, versions.theirs.msgid_plural)
    others = {side.msgid_plural for side in versions.sides} - {kept, before, None}
    return _Plural(kept, next(iter(others), None))


def with_forms(texts: tuple[str, ...], count: int) -> tuple[tuple[str, ...], list[str]]:
    """Return so many forms of a text, and comments that keep the forms that have no place among them."""
    kept = texts[:count] + texts[:1] * (count - len(texts))
    cut = dict.fromkeys(text for text in texts[count:] if text and text not in kept)
    return kept, [f"former plural form: {quote(text)}" for text in cut]


def _notes(noted: Entry | None, kept: Sequence[str]) -> list[str]:
    """Return the comments that hold the forms of the text that is not the entry's."""
    if noted is None:
        return []
    if len(noted.msgstr) == 1:
        return [f"{_NOTED}: {quote(noted.msgstr[0])}"]
    return [
        f"{_NOTED} [{at}]: {quote(form)}"
        for at, form in enumerate(noted.msgstr)
        if form and form not in kept[at : at + 1]
    ]


def _plural_notes(plural: _Plural) -> list[str]:
    return [] if plural.noted is None else [f"{_NOTED_PLURAL}: {quote(plural.noted)}"]


def _fuzzy(versions: _Versions, plural: str | None, forms: tuple[str, ...]) -> bool:
    if not any(forms):
        return all(side.fuzzy for side in versions.sides)
    holders = [side for side in versions.sides if (side.msgid_plural, side.msgstr) == (plural, forms)]
    if all(side.fuzzy for side in holders) or any(_undecided(side, versions.base) for side in versions.sides):
        return True
    base = versions.base
    if base is None or base.fuzzy or not any(base.msgstr):
        return False
    # A side that put another text in its place said so of its own; any other doubts a text that was thought right.
    return any(side.fuzzy and side.msgstr in (base.msgstr, forms) for side in versions.sides)


def _undecided(side: Entry, base: Entry | None) -> bool:
    """Whether a side merged two texts or two sources since, and nobody has chosen between them."""
    if not side.fuzzy:
        return False
    before = base.comments if base else ()
    return any(comment.startswith((_NOTED, _NOTED_PLURAL)) and comment not in before for comment in side.comments)


def _previous(versions: _Versions, choice: _Choice, *, fuzzy: bool) -> Previous | None:
    if not fuzzy:
        return next((side for side in (choice.taken, *versions.sides) if not side.fuzzy), choice.taken).previous
    if versions.base is None:
        # It goes with the text that was made for it.
        holders = (side for side in (choice.taken, *versions.sides) if side.msgstr == choice.taken.msgstr)
        return next((side.previous for side in holders if side.previous), None)
    return pick(versions.base.previous, versions.ours.previous, versions.theirs.previous)


def _source_side(versions: _Versions) -> Entry:
    """Return an entry with what is said of the source: places, extracted comments, whether it is obsolete."""
    base, ours, theirs = versions.base, versions.ours, versions.theirs
    if ours.obsolete != theirs.obsolete:
        active, retired = (theirs, ours) if ours.obsolete else (ours, theirs)
        in_use = base is None or _found_again(base, active)
        return active if in_use else retired
    before = base or Entry(ours.msgid)
    return ours.replace(
        extracted=merge_lists(before.extracted, ours.extracted, theirs.extracted),
        references=merge_lists(before.references, ours.references, theirs.references),
    )


def _guarded(merged: Entry, versions: _Versions, witness: Witness) -> Entry:
    """Mark an entry that no side has thought right: with that standing, that source, and those flags."""
    standing = witness.standing(merged)
    if standing < Standing.TRANSLATED:
        return merged
    text = merged.msgid_plural, merged.msgstr
    holders = [side for side in versions.sides if (side.msgid_plural, side.msgstr) == text]
    seen = standing <= max(map(witness.standing, holders), default=Standing.EMPTY)
    flagged = any(set(merged.flags) <= set(side.flags) for side in holders if not side.fuzzy)
    return merged if seen and (flagged or witness.sound(merged)) else merged.with_fuzzy(True)
