"""What a catalogue does all over is told once, where it stands first, and with the number of the others.

Ten stray spaces in a catalogue of a thousand entries are slips, and each is worth a look. In one of a hundred they are
how it was typed: the eleventh finding says nothing that the first did not.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from typing import Final

from l10n_tool.catalogue import Entry
from l10n_tool.checks.finding import Severity
from l10n_tool.checks.model import OfEntry, Remark, Subject, Whole

__all__ = ["WHOLE", "Habits", "each_time"]

#: More than this share of a catalogue's entries, and more than one of them, is a habit.
_MANY: Final = 0.012
#: A share that no few faults reach: what stands in so many entries was meant so, or is one fault of all of them.
WHOLE: Final = 0.05
#: Of fewer entries more than two thirds have to have it.
_FEWEST: Final = 20


class Habits:
    """Looks at entries, and tells what is a habit of the catalogue once, and as info.

    The catalogue is read for its habits when the first thing is found in it; so ``look`` must not ask for the format
    of an entry. ``kind_of`` gives what a remark counts as, in words that go before "in three other entries too", or
    None for what is told each time. More than ``many``, a share of the entries, is a habit. What is ``grave`` counts
    as the check says, even so. Where ``look`` weighs in its turn, ``first`` is what it begins with: most entries have
    nothing that is worth weighing.
    """

    def __init__(
        self,
        whole: Whole,
        look: OfEntry,
        kind_of: Callable[[Remark], str | None],
        *,
        many: float = _MANY,
        grave: bool = False,
        first: OfEntry | None = None,
    ) -> None:
        self._whole, self._look, self._kind_of = whole, look, kind_of
        self._many, self._grave, self._first = many, grave, first
        # The entries are the catalogue's own, which the whole holds, so that no other has the id of one.
        self._known: dict[int, list[Remark]] = {}

    @property
    def each(self) -> OfEntry:
        """What looks at each entry for itself, whatever the others have."""
        return self._look

    def __call__(self, subject: Subject) -> Iterable[Remark]:
        """Return what is to be told of an entry."""
        if self._first and not any(self._first(subject)):
            return ()
        # Of nearly all entries it is nothing.
        remarks = self.seen(subject)
        return self.weighed(remarks, subject.entry) if remarks else ()

    def seen(self, subject: Subject) -> Sequence[Remark]:
        """Return what is found in an entry before it is weighed; what the catalogue was read for is kept."""
        known = self._known.get(id(subject.entry))
        return [*self._look(subject)] if known is None else known

    def weighed(self, remarks: Sequence[Remark], entry: Entry) -> Iterator[Remark]:
        """Yield of an entry's remarks what is to be told."""
        told: set[str] = set()
        for remark in remarks:
            kind = self._kind_of(remark)
            if kind is None or not self._is_habit(kind):
                yield remark
            elif kind not in told and self._having[kind][0] == entry.key:
                told.add(kind)
                once = _told_once(remark, kind, len(self._having[kind]) - 1)
                yield once if self._grave else replace(once, severity=Severity.INFO)

    def _is_habit(self, kind: str) -> bool:
        size, times = len(self._translated), len(self._having.get(kind, ()))
        return times > 1 and (times > self._many * size if size >= _FEWEST else 3 * times > 2 * size)

    @cached_property
    def _translated(self) -> list[Entry]:
        return [entry for entry in self._whole.catalogue.messages if any(entry.msgstr)]

    @cached_property
    def found(self) -> Sequence[tuple[Entry, Sequence[Remark]]]:
        """What is found in the catalogue, by entry."""
        if isinstance(self._look, Habits):
            return [(entry, [*self._look.weighed(remarks, entry)]) for entry, remarks in self._look.found]
        pairs = ((entry, [*self._look(self._subject(entry))]) for entry in self._translated)
        found = [*pairs]
        self._known = {id(entry): remarks for entry, remarks in found}
        return [(entry, remarks) for entry, remarks in found if remarks]

    @cached_property
    def _having(self) -> Mapping[str, list[object]]:
        """The keys of the entries that have each kind, in order."""
        having: defaultdict[str, dict[object, None]] = defaultdict(dict)
        for entry, remarks in self.found:
            for kind in _kinds(remarks, self._kind_of):
                having[kind][entry.key] = None
        return {kind: list(keys) for kind, keys in having.items()}

    def _subject(self, entry: Entry) -> Subject:
        whole = self._whole
        return Subject(entry, whole.locale, whole.source_locale, known=whole.sources)


def each_time(look: OfEntry) -> OfEntry:
    """Return a function that tells of each entry what ``look`` tells once of a catalogue that is full of it."""
    while isinstance(look, Habits):
        look = look.each
    return look


def _told_once(remark: Remark, kind: str, others: int) -> Remark:
    entries = "entry" if others == 1 else "entries"
    return replace(remark, message=f"{remark.message}; {kind} in {others} other {entries} too")


def _kinds(remarks: Iterable[Remark], kind_of: Callable[[Remark], str | None]) -> Iterator[str]:
    for remark in remarks:
        kind = kind_of(remark)
        if kind is not None:
            yield kind
