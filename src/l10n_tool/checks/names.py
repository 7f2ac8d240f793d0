"""``names``: a name that the source shows stands in the translation, and is not misspelt."""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Final

from l10n_tool.catalogue import Entry
from l10n_tool.checks.finding import Severity
from l10n_tool.checks.model import Check, OfEntry, Remark, Subject, Whole, by_text
from l10n_tool.facts.exonyms import has_exonym
from l10n_tool.facts.learned import Learned, Vocabulary, ambiguous
from l10n_tool.facts.names import Kind, Name, Shown, is_own_abbreviation, kind_of, sure, unknown
from l10n_tool.facts.own_renderings import is_quoted, may_be_rendered
from l10n_tool.facts.places import is_well_known
from l10n_tool.facts.quotations import room
from l10n_tool.facts.renderings import Place, Stand, places_of, stand_of
from l10n_tool.facts.spellings import other_spelling
from l10n_tool.facts.text import Span, Text

__all__ = ["CHECK"]

#: What share of so many other entries has to keep a name, for the last one to have to.
_OFTEN: Final = 0.6
_OTHERS: Final = 2
#: The same of an abbreviation that languages have their own for.
_ALWAYS: Final = 0.9
#: What is done with a name is learned from so many of its entries.
_SAMPLE: Final = 40
#: Each name is looked for among all words of a translation; a text with more names than this is a list of them.
_MOST: Final = 60
#: An abbreviation as its letters sound in another script, with a dot after each: पी.ई.पी.
_SPELLED: Final = re.compile(r"(?:[^\s.,A-Za-z0-9\ufffc]{1,5}\.){2}")
_RIGHT: Final = frozenset({Stand.KEPT, Stand.CALLED})
#: How a name is written is compared with so many other entries.
_COMPARED: Final = 6
#: Languages that write names from elsewhere in Han characters, from which nothing can be heard.
_HAN: Final = frozenset({"zh", "yue", "wuu", "lzh", "hak", "nan"})


@dataclass(slots=True)
class _Use:
    """What a catalogue does with a name: in how many of its entries it is kept, or written as it sounds."""

    entries: list[tuple[str, Text]] = field(default_factory=list)
    kept: int = 0
    like: int = 0
    learned: Learned | None = None
    _spellings: list[tuple[str, list[Place]]] | None = None

    def spellings(self, name: Name) -> list[tuple[str, list[Place]]]:
        """Return how the words of the name stand in the first translations that have it, each with the translation."""
        if self._spellings is None:
            self._spellings = [(text.raw, places_of(name, text, raw)) for raw, text in self.entries[:_COMPARED]]
        return self._spellings

    @property
    def others(self) -> int:
        """How many entries have the name besides the one that is looked at."""
        return max(len(self.entries) - 1, 0)

    def often(self, times: int, share: float = _OFTEN) -> bool:
        """Whether a count stands for such a share of the other entries; not, if there are too few of them."""
        return self.others >= _OTHERS and times >= share * min(self.others, _SAMPLE)


class _Names:
    """The names of a catalogue's sources, and what its translations do with each."""

    def __init__(self, whole: Whole) -> None:
        self._locale = whole.locale
        self._sources = whole.sources
        self._terms = {term.term.lower() for term in whole.standard.termbase.of(whole.locale)}
        self._lower: Counter[str] = Counter()
        self._inside: set[str] = set()
        self._known: dict[str, tuple[Name, ...]] = {}
        self.uses: dict[str, _Use] = {}
        translated = [entry for entry in whole.catalogue.messages if any(entry.msgstr)]
        found = [(entry, self._shown(entry)) for entry in translated]
        for _, seen in found:
            self._lower.update(seen.lower)
            self._inside.update(name.text for name in seen.names if not name.first)
        self._learn([entry for entry, seen in found if seen.names], translated)

    def _shown(self, entry: Entry) -> Shown:
        return self._sources[_source(entry)].shown

    def of(self, raw: str) -> tuple[Name, ...]:
        """Return the names of a source, each once, that are not the termbase's and no common words of the sources."""
        known = self._known.get(raw)
        if known is None:
            known = self._known[raw] = tuple(islice(self._counting(raw), _MOST))
        return known

    def _counting(self, raw: str) -> Iterator[Name]:
        told: set[str] = set()
        for name in self._sources[raw].shown.names:
            whole = name if name.text in self._inside else name.without_first()
            if whole.text not in told and self._counts(whole):
                told.add(whole.text)
                yield whole

    def _counts(self, name: Name) -> bool:
        if name.text.lower() in self._terms:
            return False
        return name.kind is Kind.SEQUENCE or unknown(name, self._lower)

    def is_unknown(self, word: str) -> bool:
        """Whether the sources never write a word in lower case."""
        return word.lower() not in self._lower

    def sure(self, name: Name) -> bool:
        """Whether a name is certainly one, even if it is seen once."""
        return sure(name, self._lower)

    def _learn(self, named: Sequence[Entry], translated: Sequence[Entry]) -> None:
        found: dict[str, Name] = {}
        for entry in named:
            raw, text = _source(entry), Text(entry.msgstr[-1], self._locale)
            for name in self.of(raw):
                found[name.text] = name
                self.uses.setdefault(name.text, _Use()).entries.append((raw, text))
        vocabulary = Vocabulary([entry.msgstr[-1] for entry in translated])
        for written, name in found.items():
            use = self.uses[written]
            if use.others >= _OTHERS:
                self._count(name, use)
                if not use.often(use.kept + use.like):
                    use.learned = self._rendering(use.entries[:_SAMPLE], vocabulary)

    def _rendering(self, entries: Sequence[tuple[str, Text]], vocabulary: Vocabulary) -> Learned | None:
        if ambiguous((self._sources[raw].shown.lower for raw, _ in entries), self._lower):
            return None
        return vocabulary.rendering([text.raw for _, text in entries])

    def _count(self, name: Name, use: _Use) -> None:
        sample = use.entries[:_SAMPLE]
        stands = [stand_of(name, text, raw).stand for raw, text in sample]
        use.kept, use.like = stands.count(Stand.KEPT), stands.count(Stand.LIKE) + stands.count(Stand.CALLED)


def _source(entry: Entry) -> str:
    """Return the source that the last form translates."""
    return entry.msgid if entry.msgid_plural is None else entry.msgid_plural


def _of_entries(whole: Whole) -> OfEntry:
    names = _Names(whole)

    def look(subject: Subject) -> Iterator[Remark]:
        if names.uses and any(names.of(source) for source in subject.sources):
            yield from by_text(subject, lambda source, text: list(_compare(source, text, names)))

    return look


def _compare(source: Text, text: Text, names: _Names) -> Iterator[Remark]:
    pair = _Pair(source, text, names)
    for name in names.of(source.raw):
        remark = _about(name, pair)
        if remark:
            yield remark


class _Pair:
    """A source and its translation, and where the names of the one stand in the other; each is looked for once."""

    def __init__(self, source: Text, text: Text, names: _Names) -> None:
        self.source = source
        self.text = text
        self.names = names
        self._stands: dict[str, Place] = {}
        self._places: dict[str, list[Place]] = {}

    def use(self, name: Name) -> _Use:
        """Return what the catalogue does with a name."""
        return self.names.uses.get(name.text) or _Use()

    def place(self, name: Name) -> Place:
        """Return how a name stands in the translation; a word that is certainly another name's is not its."""
        place = self._stand(name)
        if place.stand in {Stand.LIKE, Stand.MISSPELT} and place.span in (taken := self.taken(name)):
            return self._look_for(name, taken)
        return place

    def places(self, name: Name) -> list[Place]:
        """Return how each word of a name stands in the translation."""
        if name.kind is not Kind.SEQUENCE:
            return [self._stand(name)]
        known = self._places.get(name.text)
        if known is None:
            known = self._places[name.text] = places_of(name, self.text, self.source.raw)
        return known

    def taken(self, name: Name, stands: Collection[Stand] = (Stand.CALLED,)) -> set[Span]:
        """Return the words that are other names of the source."""
        others = [other for other in self.names.of(self.source.raw) if other is not name]
        places = [place for other in others for place in (self._stand(other), *self._parts(other))]
        return {place.span for place in places if place.stand in stands and place.span[1]}

    def _parts(self, name: Name) -> list[Place]:
        return self.places(name) if " " in name.text else []

    def _stand(self, name: Name) -> Place:
        known = self._stands.get(name.text)
        if known is None:
            known = self._stands[name.text] = self._look_for(name)
        return known

    def _look_for(self, name: Name, taken: Collection[Span] = frozenset()) -> Place:
        use = self.use(name)
        return stand_of(name, self.text, self.source.raw, strict=use.often(use.kept), taken=taken)


def _about(name: Name, pair: _Pair) -> Remark | None:
    use = pair.use(name)
    if not name.words and not use.learned:
        return None
    place = pair.place(name)
    if place.stand in _RIGHT or (place.stand is Stand.LIKE and not _is_another_spelling(name, use, pair.text)):
        return _about_spelling(name, use, pair) if place.stand is Stand.LIKE else None
    if use.learned:
        return _against_learned(name, use.learned, pair.text)
    slip = _is_misspelt_compound(name, place) or _is_misspelt_place(name, place)
    certain = Severity.WARNING if slip else _certain(name, use, pair, place)
    return None if certain is None else _told(name, place, certain)


def _about_spelling(name: Name, use: _Use, pair: _Pair) -> Remark | None:
    """Compare how a name is written with other entries that have it."""
    others = [places for raw, places in use.spellings(name) if raw != pair.text.raw]
    found = other_spelling(pair.places(name), others) if others else None
    if found is None:
        return None
    place, other = found
    message = f"‘{place.found}’ is spelt ‘{other}’ in another entry"
    return Remark(message, marks=(place.span,), source_marks=(name.span,))


def _told(name: Name, place: Place, severity: Severity) -> Remark:
    if place.stand is Stand.MISSPELT:
        return _misspelt(name, place, severity)
    told = "is not spelt as CLDR spells it" if place.stand is Stand.LIKE else "has no counterpart"
    return Remark(f"‘{name.text}’ {told}", severity, source_marks=(name.span,))


def _is_another_spelling(name: Name, use: _Use, text: Text) -> bool:
    """Whether a place that sounds right is not what CLDR calls it, nor what the catalogue does elsewhere."""
    return (
        name.kind is Kind.WORD and not use.often(use.like) and has_exonym(name.text, text.prose, text.locale) is False
    )


def _is_misspelt_compound(name: Name, place: Place) -> bool:
    """Whether a name with a capital inside was kept, but for a slip: it is none that the language has words for."""
    return name.kind is Kind.MIXED and place.stand is Stand.MISSPELT


def _is_misspelt_place(name: Name, place: Place) -> bool:
    """Whether what the language calls a place was meant, but for a slip."""
    return place.stand is Stand.MISSPELT and place.wanted not in {name.text, *name.words}


def _misspelt(name: Name, place: Place, severity: Severity) -> Remark:
    message = f"‘{place.found}’ looks like a misspelt ‘{place.wanted}’"
    return Remark(message, severity, marks=(place.span,), source_marks=(name.span,))


def _against_learned(name: Name, learned: Learned, text: Text) -> Remark | None:
    if learned.stands(text.raw):
        return None
    message = f"‘{name.text}’ is ‘{learned.written}’ in {learned.times} entries, and not here"
    return Remark(message, source_marks=(name.span,))


def _certain(name: Name, use: _Use, pair: _Pair, place: Place) -> Severity | None:
    """Return how certain it is that a name should be there as it is or as it sounds, or None if it is not."""
    text = pair.text
    if name.kind in {Kind.ACRONYM, Kind.MIXED} and _SPELLED.search(text.prose):
        return None
    if use.others >= _OTHERS:
        share = _ALWAYS if is_own_abbreviation(name) else _OFTEN
        return Severity.WARNING if use.often(use.kept + use.like, share) else None
    certain = pair.names.sure(name)
    if name.kind is Kind.ACRONYM or Kind.MIXED in map(kind_of, name.words):
        return Severity.WARNING if certain else None
    known = [has_exonym(one, text.prose, text.locale) for one in dict.fromkeys([name.text, *name.words])]
    if True in known or (text.language in _HAN and False not in known):
        return None
    if False in known or _is_of_a_place(name, pair.names):
        return Severity.WARNING
    own = place.stand is Stand.ABSENT and _has_own_rendering(name, pair)
    return Severity.WARNING if certain and not own else Severity.INFO


def _is_of_a_place(name: Name, names: _Names) -> bool:
    """Whether the last word of a name is a city that many languages have a name for: University of Bologna."""
    last = name.words[-1]
    return name.text.endswith(last) and names.is_unknown(last) and is_well_known(last)


def _has_own_rendering(name: Name, pair: _Pair) -> bool:
    """Whether the translation may have the name in words of its own, as it has titles and rivers."""
    if is_quoted(name, pair.source) and room(pair.source, pair.text):
        return True
    own = {place.span for place in pair.places(name)}
    taken = own | pair.taken(name, (Stand.CALLED, Stand.LIKE, Stand.MISSPELT))
    return may_be_rendered(name, pair.source.raw, pair.text, taken)


CHECK: Final = Check(
    name="names",
    severity=Severity.WARNING,
    summary="The names that the source shows stand in the translation, and none is misspelt.",
    explanation=(
        "Capitals inside a sentence tell names: people, places, organisations, products, acronyms. Each has to be in "
        "the translation as it is, inflected, as it sounds in another script, as CLDR or GeoNames calls the place, or "
        "as the rest of the catalogue renders it. Put in a name that is missing, and correct one whose letters were "
        "lost or changed places, or that other entries spell in another way. Where a title in quotation marks or some "
        "other word may be what the language calls it, that a name is missing is info. A name with a rendering of its "
        "own belongs in the termbase, which the check terms looks after."
    ),
    of_entries=_of_entries,
)
