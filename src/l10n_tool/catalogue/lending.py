"""Which entry lends its translation to a source that has none: the most similar, or the one of the same msgctxt."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from l10n_tool.catalogue.layout import ONLY_FORM
from l10n_tool.catalogue.model import Entry, Key

if TYPE_CHECKING:
    from l10n_tool.catalogue.similar import Search

__all__ = ["Lenders", "Loan"]


#: An entry that lends its translation, and how similar its source is; 0 where only the msgctxt is the same.
Loan = tuple[Entry, float]


class Lenders:
    """The entries whose translation a source may take: most similar first, then those of the same msgctxt."""

    def __init__(self, entries: Iterable[Entry], gone: Iterable[Entry], search: "Search | None" = None) -> None:
        """Take the entries of a catalogue, and those of them that the template lacks."""
        lost = frozenset(map(id, gone))
        with_text = [entry for entry in entries if entry.msgid and _has_text(entry)]
        self._gone = [entry for entry in with_text if id(entry) in lost]
        self._stays = [entry for entry in with_text if id(entry) not in lost]
        self._search = search

    def loans(self, sources: Sequence[Entry]) -> list[Loan | None]:
        """Return who lends to each of the sources; None to one that nobody can lend to."""
        found = self._by_similarity(sources)
        left = [source for source, loan in zip(sources, found, strict=True) if loan is None and source.msgctxt]
        by_context = dict(self._by_context(left, [loan[0] for loan in found if loan])) if left else {}
        return [loan or by_context.get(source.key) for source, loan in zip(sources, found, strict=True)]

    def is_gone(self, entry: Entry) -> bool:
        """Whether the template lacks a lender, so that its text need not stand in two places."""
        return entry.key in self._gone_keys

    @cached_property
    def _gone_keys(self) -> frozenset[Key]:
        return frozenset(entry.key for entry in self._gone)

    def _by_similarity(self, sources: Sequence[Entry]) -> list[Loan | None]:
        lenders = [*self._gone, *self._stays]
        if not lenders:
            return [None] * len(sources)
        from l10n_tool.catalogue.similar import SimilarTexts

        texts = SimilarTexts([entry.msgid for entry in lenders])
        near = texts.nearest([source.msgid for source in sources if source.msgid], self._search)
        by_source: dict[str, list[Entry]] = {text: [] for _, found in near.values() for text in found}
        for entry in lenders:
            if entry.msgid in by_source:
                by_source[entry.msgid].append(entry)
        return [self._most_similar(source, by_source, *near.get(source.msgid, (0.0, []))) for source in sources]

    def _most_similar(
        self, source: Entry, by_source: Mapping[str, Sequence[Entry]], similarity: float, near: Sequence[str]
    ) -> Loan | None:
        lenders = [entry for text in near for entry in by_source[text]]
        if len(lenders) > 1:
            lenders = [max(lenders, key=lambda entry: self._rank(entry, source))]
        return (lenders[0], similarity) if lenders else None

    def _rank(self, entry: Entry, source: Entry) -> tuple[bool, bool, bool]:
        """Among equally similar ones: the same context first, then what lost its source, then what is no draft."""
        return entry.msgctxt == source.msgctxt, self.is_gone(entry), not entry.fuzzy

    def _by_context(self, sources: Iterable[Entry], taken: Iterable[Entry]) -> Iterator[tuple[Key, Loan]]:
        """Yield loans by msgctxt: the author's id says that it is the same message, however much was rewritten.

        Where several entries share a msgctxt, and as many rewritten ones, they go in pairs; else nothing says which
        is which.
        """
        given = {entry.key for entry in taken}
        new, gone = defaultdict(list), defaultdict(list)
        for source in sources:
            new[source.msgctxt].append(source)
        for entry in self._gone:
            if entry.key not in given:
                gone[entry.msgctxt].append(entry)
        for context, rewritten in new.items():
            if len(rewritten) == len(gone[context]):
                yield from ((one.key, (entry, 0.0)) for one, entry in zip(rewritten, gone[context], strict=True))


def _has_text(entry: Entry) -> bool:
    # Where the last piece of the only form is not empty there is a text, and nothing else need be read for it.
    match = entry.match
    form = match[ONLY_FORM] if match is not None else None
    return bool(form and form[-1] != '"') or any(entry.msgstr)
