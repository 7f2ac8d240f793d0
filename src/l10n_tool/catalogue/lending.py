"""Which entry lends its translation to a source that has none: the most similar, or the one of the same msgctxt."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from l10n_tool.catalogue.model import Entry, Key

__all__ = ["Lenders", "Loan"]


#: An entry that lends its translation, and how similar its source is; 0 where only the msgctxt is the same.
Loan = tuple[Entry, float]


class Lenders:
    """The entries whose translation a source may take: most similar first, then those of the same msgctxt."""

    def __init__(self, entries: Iterable[Entry], wanted: Iterable[Key]) -> None:
        wanted = frozenset(wanted)
        with_text = [entry for entry in entries if entry.msgid and _has_text(entry)]
        self._gone = [entry for entry in with_text if entry.key not in wanted]
        self._stays = [entry for entry in with_text if entry.key in wanted]

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

    @cached_property
    def _by_source(self) -> dict[str, list[Entry]]:
        """The lenders by msgid, those that are gone first."""
        found: dict[str, list[Entry]] = {}
        for entry in (*self._gone, *self._stays):
            found.setdefault(entry.msgid, []).append(entry)
        return found

    def _by_similarity(self, sources: Sequence[Entry]) -> list[Loan | None]:
        if not self._gone and not self._stays:
            return [None] * len(sources)
        from l10n_tool.catalogue.similar import SimilarTexts

        near = SimilarTexts(self._by_source).nearest([source.msgid for source in sources if source.msgid])
        return [self._most_similar(source, *near.get(source.msgid, (0.0, []))) for source in sources]

    def _most_similar(self, source: Entry, similarity: float, near: Sequence[str]) -> Loan | None:
        lenders = [entry for text in near for entry in self._by_source[text]]
        return (max(lenders, key=lambda entry: self._rank(entry, source)), similarity) if lenders else None

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
    # Where the last piece of the last string is not empty there is a text, and nothing else need be read for it.
    raw = entry.raw
    if raw is not None and raw.endswith('"\n') and not raw.endswith('""\n'):
        return True
    return any(entry.msgstr)
