"""Updating a catalogue from a template: nothing that a person wrote is lost.

An entry is taken over as it stands where msgctxt and msgid are the same, also out of the obsolete ones. Else the
most similar source lends its translation, marked fuzzy, with the source it belonged to as ``#| msgid`` (gettext
manual, "Invoking the msgmerge Program"); else the one whose msgctxt is the same. What the template has no more is kept
as obsolete.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from functools import cached_property
from itertools import islice
from operator import is_not, lt
from typing import TYPE_CHECKING, Final

from l10n_tool.catalogue.keeping import is_of_source
from l10n_tool.catalogue.layout import COMMENTS, PLURAL
from l10n_tool.catalogue.lending import Lenders, Loan
from l10n_tool.catalogue.model import FUZZY, Catalogue, Entry, Previous, keys_of, with_fields
from l10n_tool.catalogue.outcomes import Change, Merged, Outcome
from l10n_tool.catalogue.references import in_the_manner_of
from l10n_tool.catalogue.text import quote

__all__ = ["Change", "Merged", "Outcome", "merge_catalogue"]

if TYPE_CHECKING:
    from l10n_tool.catalogue.similar import Search

_TEMPLATE_HEADERS: Final = ("POT-Creation-Date", "Report-Msgid-Bugs-To")


def merge_catalogue(catalogue: Catalogue, template: Catalogue, *, search: "Search | None" = None) -> Merged:
    """Bring a catalogue in line with its template, in the template's order.

    Every text that the catalogue holds is in the result: in its entry, as a fuzzy one, or obsolete. Only an entry
    without text, comment and flag of its own goes when its source goes. A merge that changes nothing gives the very
    entries back, raw text and all. A catalogue that is kept without line numbers gets none from its template.
    ``search`` looks for the similar texts, which may be done in several processes; it is done here if left out.
    """
    template = in_the_manner_of(catalogue, template)
    entries = [entry for entry in catalogue.entries if entry.msgid or not entry.is_header]
    changes = _Merge(catalogue, entries, template, search).changes()
    merged = [change.entry for change in changes if change.outcome is not Outcome.DROPPED]
    changed = len(merged) != len(entries) or any(map(is_not, merged, entries))
    header = _merge_header(catalogue, template, changed=changed)
    return Merged(catalogue.with_entries((*header, *merged)), tuple(changes))


class _Merge:
    """A catalogue's entries, by what tells them apart, and the template's."""

    def __init__(
        self, catalogue: Catalogue, entries: Sequence[Entry], template: Catalogue, search: "Search | None"
    ) -> None:
        self._catalogue, self._entries, self._search = catalogue, entries, search
        self._wanted = list(template.messages)
        self._known = dict(zip(keys_of(entries), entries, strict=True))

    @cached_property
    def _forms(self) -> int:
        """How many forms a plural entry has."""
        from l10n_tool.catalogue.plurals import PluralFormsError, parse_plural_forms

        try:
            return parse_plural_forms(self._catalogue.headers.get("Plural-Forms", "")).count
        except PluralFormsError:
            return 2

    def changes(self) -> list[Change]:
        """Return what becomes of each entry: those of the template in its order, then those that it lacks."""
        known = list(map(self._known.get, keys_of(self._wanted)))
        new = [entry for entry, old in zip(self._wanted, known, strict=True) if old is None]
        filled = iter(self._fill(new, frozenset(map(id, known))))
        found = [
            next(filled) if old is None else self._take_over(entry, old)
            for entry, old in zip(self._wanted, known, strict=True)
        ]
        used = {id(change.before) for change in found}
        left = [entry for entry in self._entries if id(entry) not in used]
        return [*_with_moves(found, self._entries), *map(_retired, left)]

    def _take_over(self, wanted: Entry, known: Entry) -> Change:
        """Return the known entry with the template's comments, references and flags."""
        if _is_as_wanted(known, wanted):
            return Change(Outcome.KEPT, known, known)
        entry = known.replace(
            msgid_plural=wanted.msgid_plural,
            extracted=wanted.extracted,
            references=wanted.references,
            flags=_join_flags(known.flags, wanted.flags),
            obsolete=False,
        )
        if known.msgid_plural != wanted.msgid_plural:
            return self._with_forms(entry, known)
        return Change(Outcome.REVIVED if known.obsolete else Outcome.KEPT, entry, known)

    def _with_forms(self, entry: Entry, known: Entry) -> Change:
        """Give an entry whose plural came, went or changed its forms: each text stays, and the entry is stale."""
        count = self._forms if entry.msgid_plural is not None else 1
        if not any(known.msgstr):
            blank = entry.replace(msgstr=("",) * count)
            return Change(Outcome.REVIVED if known.obsolete else Outcome.KEPT, blank, known)
        if entry.msgid_plural is None:
            # The other forms would be lost here; the comment keeps them for the translator.
            rest = (text for text in known.msgstr[1:] if text not in {"", known.msgstr[0]})
            kept = (f"former plural form: {quote(text)}" for text in rest)
            comments = (*known.comments, *(comment for comment in kept if comment not in known.comments))
            entry = entry.replace(comments=comments)
            count = 1
        else:
            count = max(count, len(known.msgstr))
        texts = _forms_of(known, count)
        entry = entry.replace(msgstr=texts, previous=_previous_of(known)).with_fuzzy(True)
        return Change(Outcome.PLURAL_CHANGED, entry, known)

    def _fill(self, sources: Sequence[Entry], wanted: AbstractSet[int]) -> Iterator[Change]:
        """Yield the entries of sources that the catalogue lacks; ``wanted`` are the ids of entries that stay."""
        if not sources:
            return
        # Of entries with the same key only the last one is known, and all of them stay with it.
        gone = [
            entry for entry in self._entries if id(entry) not in wanted and id(self._known[entry.key]) not in wanted
        ]
        lenders = Lenders(self._entries, gone, self._search)
        for source, loan in zip(sources, lenders.loans(sources), strict=True):
            count = self._forms if source.msgid_plural is not None else 1
            if loan is None:
                yield Change(Outcome.NEW, source.replace(msgstr=("",) * count, comments=(), previous=None))
            else:
                yield _lent(source, loan, count, gone=lenders.is_gone(loan[0]))


def _is_as_wanted(known: Entry, wanted: Entry) -> bool:
    """Whether an entry has the template's comments and plural, byte for byte: nothing need be read of it."""
    one, other = known.match, wanted.match
    if one is None or other is None or known.obsolete:
        return False
    return one[COMMENTS] == other[COMMENTS] and one[PLURAL] == other[PLURAL]


def _join_flags(known: tuple[str, ...], wanted: tuple[str, ...]) -> tuple[str, ...]:
    """Return a person's own flags and those that the template gives, in the order in which they stood."""
    if not known and not wanted:
        return ()
    flags = {flag: None for flag in known if not is_of_source(flag)}
    flags.update((flag, None) for flag in wanted if flag != FUZZY)
    return known if flags.keys() == set(known) else tuple(flags)


def _forms_of(entry: Entry, count: int) -> tuple[str, ...]:
    """Return so many forms; the first stands for those that are missing."""
    return entry.msgstr[:count] + entry.msgstr[:1] * (count - len(entry.msgstr))


def _previous_of(entry: Entry) -> Previous:
    """Return the source that an entry's text belongs to."""
    if entry.fuzzy and entry.previous is not None:
        return entry.previous
    return Previous(entry.msgid, entry.msgctxt, entry.msgid_plural)


def _lent(source: Entry, loan: Loan, count: int, *, gone: bool) -> Change:
    """Return a source with the text that is lent to it, and what a person wrote beside that."""
    lender, similarity = loan
    own = tuple(flag for flag in lender.flags if flag != FUZZY and not is_of_source(flag)) if gone else ()
    entry = source.replace(
        msgstr=_forms_of(lender, count),
        comments=lender.comments,
        flags=(FUZZY, *own, *(flag for flag in source.flags if flag != FUZZY and flag not in own)),
        previous=_previous_of(lender),
    )
    # A text with more forms than there are places for stays with its owner, too.
    moved = gone and len(lender.msgstr) <= count
    outcome = Outcome.FUZZY if similarity else Outcome.REWRITTEN
    return Change(outcome, entry, lender if moved else None, lender.msgid, similarity)


def _retired(entry: Entry) -> Change:
    """Return what becomes of an entry that the template lacks."""
    if entry.obsolete:
        return Change(Outcome.OBSOLETE, entry, entry)
    own = any(flag != FUZZY and not is_of_source(flag) for flag in entry.flags)
    if any(entry.msgstr) or entry.comments or own:
        return Change(Outcome.OBSOLETE, entry.replace(obsolete=True, extracted=(), references=()), entry)
    return Change(Outcome.DROPPED, entry, entry)


def _with_moves(changes: Sequence[Change], entries: Sequence[Entry]) -> list[Change]:
    """Return the changes, those of kept entries as moves where the source or the entry stands elsewhere."""
    kept = [change.before for change in changes if change.outcome is Outcome.KEPT]
    places = {id(entry): place for place, entry in enumerate(entries)}
    out_of_order = _out_of_order([places[id(entry)] for entry in kept])
    stray = {id(entries[place]) for place in out_of_order}
    return [
        change._replace(outcome=Outcome.MOVED)
        if (stray or change.entry is not change.before) and _stands_elsewhere(change, stray)
        else change
        for change in changes
    ]


def _stands_elsewhere(change: Change, stray: AbstractSet[int]) -> bool:
    """Whether an entry was kept, and its source or the entry itself stands elsewhere."""
    entry, old = change.entry, change.before
    if change.outcome is not Outcome.KEPT or old is None:
        return False
    return id(old) in stray or (old is not entry and old.references != entry.references)


def _out_of_order(places: Sequence[int]) -> frozenset[int]:
    """Return the places, each of which stands there once, that are not in one of the longest rising rows of them."""
    if all(map(lt, places, islice(places, 1, None))):
        return frozenset()
    # The least place that ends a rising row of each length, and for every place the one before it in its row.
    ends: list[int] = []
    before: dict[int, int] = {}
    for place in places:
        length = bisect_left(ends, place)
        before[place] = ends[length - 1] if length else -1
        ends[length : length + 1] = [place]
    row, place = set(), ends[-1]
    while place >= 0:
        row.add(place)
        place = before[place]
    return frozenset(places) - row


def _merge_header(catalogue: Catalogue, template: Catalogue, *, changed: bool) -> Iterator[Entry]:
    """Yield the header, with the template's dates where an entry changed: a new date alone is noise."""
    header = catalogue.header
    if header is None:
        return
    given = template.headers if changed else {}
    fields = {name: given[name] for name in _TEMPLATE_HEADERS if given.get(name)}
    yield with_fields(header, fields) if fields else header
