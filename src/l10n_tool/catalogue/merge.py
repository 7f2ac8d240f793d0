"""Updating a catalogue from a template: nothing that a person wrote is lost.

An entry is taken over as it stands where msgctxt and msgid are the same, also out of the obsolete ones. Else the
most similar source lends its translation, marked fuzzy, with the source it belonged to as ``#| msgid`` (gettext
manual, "Invoking the msgmerge Program"). What the template has no more is kept as obsolete.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property
from typing import Final

from l10n_tool.catalogue.model import Catalogue, Entry, Key, Previous
from l10n_tool.catalogue.text import quote

__all__ = ["Change", "Merged", "Outcome", "merge_catalogue"]

#: msgmerge takes a text as similar from this ratio on (rapidfuzz ``fuzz.ratio``, in percent).
_SIMILAR: Final = 60.0

#: Flags that belong to the translation; the others say what the source is, and come from the template.
_OWN_FLAGS: Final = frozenset({"fuzzy"})
_TEMPLATE_HEADERS: Final = ("POT-Creation-Date", "Report-Msgid-Bugs-To")


class Outcome(StrEnum):
    """What became of an entry."""

    KEPT = "kept"
    NEW = "new"
    FUZZY = "fuzzy"
    REVIVED = "revived"
    OBSOLETE = "obsolete"


@dataclass(frozen=True, slots=True)
class Change:
    """One entry's outcome; ``source`` is the former msgid where the text changed."""

    outcome: Outcome
    entry: Entry
    source: str = ""


@dataclass(frozen=True, slots=True)
class Merged:
    """The updated catalogue and what happened to each of its entries."""

    catalogue: Catalogue
    changes: tuple[Change, ...]

    def count(self, outcome: Outcome) -> int:
        """Return how many entries had this outcome."""
        return sum(change.outcome is outcome for change in self.changes)


def merge_catalogue(catalogue: Catalogue, template: Catalogue) -> Merged:
    """Bring a catalogue in line with its template, in the template's order.

    Every text that the catalogue holds is in the result: in its entry, as a fuzzy one, or obsolete. Only an entry
    without text and comment goes when its source goes. A merge that changes nothing gives the very entries back,
    raw text and all.
    """
    entries = [entry for entry in catalogue.entries if not entry.is_header]
    old = {entry.key: entry for entry in entries}
    wanted = list(template.messages)
    forms = _form_count(catalogue)
    donors = _Donors(entries, {entry.key for entry in wanted})
    changes = [_merge_entry(entry, old, donors, forms) for entry in wanted]
    left = (entry for entry in entries if entry.key not in donors.wanted and entry.key not in donors.given)
    changes += [Change(Outcome.OBSOLETE, _retire(entry)) for entry in left if any(entry.msgstr) or entry.comments]
    merged = [change.entry for change in changes]
    header = _merge_header(catalogue, template, changed=merged != entries)
    return Merged(replace(catalogue, entries=(*header, *merged)), tuple(changes))


def _form_count(catalogue: Catalogue) -> int:
    from l10n_tool.catalogue.plurals import PluralFormsError, parse_plural_forms

    try:
        return parse_plural_forms(catalogue.headers.get("Plural-Forms", "")).count
    except PluralFormsError:
        return 2


def _merge_entry(wanted: Entry, old: Mapping[Key, Entry], donors: "_Donors", forms: int) -> Change:
    known = old.get(wanted.key)
    if known is not None:
        entry = _take_over(wanted, known, forms)
        return Change(Outcome.REVIVED if known.obsolete else Outcome.KEPT, entry)
    blank = ("",) * (forms if wanted.msgid_plural is not None else 1)
    donor = donors.nearest(wanted, len(blank))
    if donor is None:
        return Change(Outcome.NEW, wanted.replace(msgstr=blank, comments=(), previous=None))
    return Change(Outcome.FUZZY, _lend(wanted, donor, blank), donor.msgid)


def _take_over(wanted: Entry, known: Entry, forms: int) -> Entry:
    """Return the known entry with the template's comments, references and flags."""
    entry = known.replace(
        msgid_plural=wanted.msgid_plural,
        extracted=wanted.extracted,
        references=wanted.references,
        flags=_join_flags(known.flags, wanted.flags),
        obsolete=False,
    )
    if known.msgid_plural == wanted.msgid_plural:
        return entry
    return _with_forms(entry, known, forms)


def _join_flags(known: tuple[str, ...], wanted: tuple[str, ...]) -> tuple[str, ...]:
    if not known and not wanted:
        return ()
    own = tuple(flag for flag in known if flag in _OWN_FLAGS)
    return own + tuple(flag for flag in wanted if flag not in _OWN_FLAGS)


def _with_forms(entry: Entry, known: Entry, forms: int) -> Entry:
    """Give an entry whose plural came, went or changed its forms: each text stays, and the entry is stale."""
    previous = Previous(known.msgid, known.msgctxt, known.msgid_plural)
    if not any(known.msgstr):
        return entry.replace(msgstr=("",) * (forms if entry.msgid_plural is not None else 1))
    if entry.msgid_plural is None:
        # The other forms would be lost here; the comment keeps them for the translator.
        rest = [text for text in known.msgstr[1:] if text not in {"", known.msgstr[0]}]
        comments = (*entry.comments, *(f"former plural form: {quote(text)}" for text in rest))
        return entry.replace(msgstr=known.msgstr[:1], comments=comments, previous=previous).with_fuzzy(True)
    texts = known.msgstr + known.msgstr[:1] * (forms - len(known.msgstr))
    return entry.replace(msgstr=texts, previous=previous).with_fuzzy(True)


def _lend(wanted: Entry, donor: Entry, blank: tuple[str, ...]) -> Entry:
    texts = donor.msgstr if len(donor.msgstr) == len(blank) else donor.msgstr[:1] * len(blank)
    return wanted.replace(
        msgstr=texts,
        comments=donor.comments,
        previous=Previous(donor.msgid, donor.msgctxt, donor.msgid_plural),
    ).with_fuzzy(True)


def _retire(entry: Entry) -> Entry:
    """Return an entry that the template lacks as obsolete."""
    return entry if entry.obsolete else entry.replace(obsolete=True, extracted=(), references=())


class _Donors:
    """The entries whose translation a changed source may take, most similar first."""

    def __init__(self, entries: Sequence[Entry], wanted: set[Key]) -> None:
        self._all = entries
        self.wanted = wanted
        #: Keys of the gone entries whose text now stands under another source, so that they need not be kept twice.
        self.given: set[Key] = set()

    # Most merges ask for no donor, and need none of these.
    @cached_property
    def _entries(self) -> list[Entry]:
        return [entry for entry in self._all if entry.msgid and any(entry.msgstr)]

    @cached_property
    def _texts(self) -> list[str]:
        return [entry.msgid for entry in self._entries]

    @cached_property
    def _by_context(self) -> dict[str, Entry]:
        return {e.msgctxt: e for e in self._entries if e.msgctxt is not None and e.key not in self.wanted}

    def nearest(self, wanted: Entry, forms: int) -> Entry | None:
        """Return the entry that lends its translation to a source of so many forms."""
        donor = self._similar(wanted)
        if donor is None and wanted.msgctxt:
            # The author's id says that it is the same message, however much of it was rewritten.
            donor = self._by_context.get(wanted.msgctxt)
        if donor is not None and donor.key not in self.wanted and len(donor.msgstr) <= forms:
            self.given.add(donor.key)
        return donor

    def _similar(self, wanted: Entry) -> Entry | None:
        if not self._entries or not wanted.msgid:
            return None
        from rapidfuzz import fuzz, process

        found: Sequence[tuple[str, float, int]] = process.extract(
            wanted.msgid, self._texts, scorer=fuzz.ratio, score_cutoff=_SIMILAR, limit=8
        )
        ranked = [(score, self._rank(index, wanted), -index) for _, score, index in found]
        return self._entries[-max(ranked)[2]] if ranked else None

    def _rank(self, index: int, wanted: Entry) -> tuple[bool, bool, bool]:
        """Among equally similar ones: the same context first, then what lost its source, then what is no draft."""
        entry = self._entries[index]
        return entry.msgctxt == wanted.msgctxt, entry.key not in self.wanted, not entry.fuzzy


def _merge_header(catalogue: Catalogue, template: Catalogue, *, changed: bool) -> Iterator[Entry]:
    """Yield the header, with the template's dates where an entry changed: a new date alone is noise."""
    fields = {name: template.headers[name] for name in _TEMPLATE_HEADERS if template.headers.get(name)}
    header = catalogue.with_headers(fields).header if changed and fields else catalogue.header
    if header is not None:
        yield header
