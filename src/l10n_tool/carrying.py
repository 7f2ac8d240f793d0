"""Carrying translations over when a project switches between blocks and sentences.

A block's translation is parted where its sentences align with the source's one to one, and sentences are joined
where all of a block's are there; the rest is left to the merge. What is carried says no more than what it was made
of: a draft gives drafts, a stale text stale ones, and an approval is not copied.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import IntEnum
from itertools import takewhile
from typing import Final

from l10n_tool.catalogue import Catalogue, Change, Entry, Key, Merged, Outcome, Previous
from l10n_tool.catalogue.model import FUZZY
from l10n_tool.catalogue.text import quote
from l10n_tool.errors import UsageError
from l10n_tool.provenance import State, drafts, state, validate_name, with_draft
from l10n_tool.sentences import Sentence, join_sentences, split_sentences

__all__ = ["carry_over", "keep_blocks"]

_UNKNOWN: Final = "unknown"
_FORMER: Final = "former translation:"


class _Standing(IntEnum):
    """Whose a text is, the most trusted first."""

    PERSON = 0
    STALE = 1
    MACHINE = 2


def carry_over(
    catalogue: Catalogue,
    template: Catalogue,
    *,
    source: str,
    target: str,
    markdown: Callable[[Entry], bool],
    on: date,
) -> Catalogue:
    """Return the catalogue with what its blocks give to the template's sentences, or its sentences to the blocks.

    It is to be merged with the template as usual. Every text of the catalogue is in the result: where sentences that
    a person translated differ, joined, from the text that their block once had, the latter becomes a comment, and no
    other entry with a text is touched. ``source`` and ``target`` are locales, ``on`` is the day that drafts are
    signed with; ``markdown`` is asked of the template's entries.
    """
    known = {entry.key: entry for entry in catalogue.entries if not entry.is_header}
    wanted = {entry.key: entry for entry in template.messages}
    switch = _Switch(known, wanted, source, target, markdown, on)
    parted = dict(switch.parted())
    # What a block gave to a sentence may be what another block lacks.
    changed = parted | dict(replace(switch, known={**known, **parted}).joined())
    if not changed:
        return catalogue
    kept = [entry if entry.is_header else changed.get(entry.key, entry) for entry in catalogue.entries]
    return replace(catalogue, entries=(*kept, *(entry for key, entry in changed.items() if key not in known)))


def keep_blocks(
    before: Catalogue, merged: Merged, template: Catalogue, *, source: str, markdown: Callable[[Entry], bool]
) -> Merged:
    """Return a merge with the blocks that it dropped because a sentence of theirs took their text as a stale one.

    They are obsolete, so that the way back to blocks revives them as they were. ``before`` is what was merged.
    """
    held = {entry.key for entry in merged.catalogue.entries}
    gone = [entry for entry in before.entries if _text(entry) and entry.key not in held]
    if not gone:
        return merged
    wanted = {entry.key: entry for entry in template.messages}
    texts = _Beginnings(entry.msgid for entry in wanted.values() if _is_plain(entry))
    kept = []
    for entry in gone:
        first = texts.of(entry.msgid)
        if first is not None and _is_parted(entry, wanted, source, markdown=markdown(wanted[None, first])):
            kept.append(entry.replace(obsolete=True, extracted=(), references=()))
    catalogue = replace(merged.catalogue, entries=(*merged.catalogue.entries, *kept))
    return Merged(catalogue, (*merged.changes, *(Change(Outcome.OBSOLETE, entry) for entry in kept)))


def _is_parted(block: Entry, wanted: Mapping[Key, Entry], source: str, *, markdown: bool) -> bool:
    """Whether all sentences of a block are wanted, each for itself."""
    sentences = split_sentences(block.msgid, source, markdown=markdown)
    return len(sentences) > 1 and all((None, sentence.text) in wanted for sentence in sentences)


@dataclass(frozen=True, slots=True)
class _Switch:
    """A catalogue's entries and the template's, and what is needed to make the ones of the others."""

    known: Mapping[Key, Entry]
    wanted: Mapping[Key, Entry]
    source: str
    target: str
    markdown: Callable[[Entry], bool]
    on: date

    def parted(self) -> Iterator[tuple[Key, Entry]]:
        """Yield the sentences that get their part of a block's translation, the most trusted text last."""
        if not any(_is_plain(entry) and self._lacks(entry.key) for entry in self.wanted.values()):
            return
        texts = _Beginnings(entry.msgid for entry in self.wanted.values() if _is_plain(entry))
        spare = [(texts.of(entry.msgid), entry) for entry in self._spare()]
        found = [(_standing(entry), first, entry) for first, entry in spare if first is not None]
        certain = [(standing, first, entry) for standing, first, entry in found if standing is not None]
        for standing, first, entry in sorted(certain, key=lambda item: (-item[0], not item[2].obsolete)):
            yield from self._part(entry, standing, markdown=self.markdown(self.wanted[None, first]))

    def _spare(self) -> Iterator[Entry]:
        return (entry for entry in self.known.values() if _text(entry) and entry.key not in self.wanted)

    def _lacks(self, key: Key) -> bool:
        return key not in self.known or not any(self.known[key].msgstr)

    def _part(self, block: Entry, standing: _Standing, *, markdown: bool) -> Iterator[tuple[Key, Entry]]:
        from l10n_tool.sentences.aligning import aligned

        if not _is_parted(block, self.wanted, self.source, markdown=markdown):
            return
        sources = _texts(split_sentences(block.msgid, self.source, markdown=markdown))
        targets = _texts(split_sentences(_text(block), self.target, markdown=markdown))
        if not aligned(sources, targets, self.target, markdown=markdown):
            return
        before = block.previous.msgid if block.previous else ""
        former = _texts(split_sentences(before, self.source, markdown=markdown))
        for at, text in enumerate(sources):
            if self._lacks((None, text)):
                previous = former[at] if len(former) == len(sources) else ""
                yield (None, text), self._filled(text, targets[at], standing, previous, _drafted_by([block]))

    def joined(self) -> Iterator[tuple[Key, Entry]]:
        """Yield the blocks whose sentences are all there."""
        missing = [entry for entry in self.wanted.values() if _is_plain(entry) and not self._stands(entry.key)]
        if not missing:
            return
        texts = _Beginnings(entry.msgid for entry in self.known.values() if _text(entry))
        for block in missing:
            if texts.of(block.msgid) is not None:
                yield from self._join(block)

    def _stands(self, key: Key) -> bool:
        return not self._lacks(key) and not self.known[key].obsolete

    def _join(self, block: Entry) -> Iterator[tuple[Key, Entry]]:
        sentences = split_sentences(block.msgid, self.source, markdown=self.markdown(block))
        parts = [self.known.get((None, sentence.text)) for sentence in sentences]
        whole = [part for part in parts if part is not None and self._may_join(part)]
        standings = [standing for part in whole if (standing := _standing(part)) is not None]
        if len(whole) < 2 or not len(sentences) == len(whole) == len(standings):
            return
        gaps = [sentence.gap for sentence in sentences[:-1]]
        text = join_sentences([_text(part) for part in whole], gaps, self.target, source=self.source)
        former = self.known.get(block.key)
        if former is not None and any(former.msgstr):
            live = not any(part.obsolete for part in whole)
            entry = _revived(former, text, max(standings), live=live)
        else:
            before = [part.previous.msgid if part.previous else part.msgid for part in whole]
            previous = join_sentences(before, gaps, self.source, source=self.source)
            entry = self._filled(block.msgid, text, max(standings), previous, _drafted_by(whole))
        if entry is not former:
            yield block.key, entry

    def _may_join(self, part: Entry) -> bool:
        # A stale text of an entry that stays may be what the merge has lent it: it says nothing of a switch.
        return bool(_text(part)) and not (part.key in self.wanted and state(part) is State.STALE)

    def _filled(self, msgid: str, text: str, standing: _Standing, previous: str, by: str) -> Entry:
        """Return the entry of a source with a text; ``previous`` is the source that a stale text belonged to."""
        entry = self.known.get((None, msgid)) or Entry(msgid)
        if standing is _Standing.MACHINE:
            return with_draft(entry, (text,), by, self.on)
        if standing is _Standing.PERSON:
            return entry.replace(msgstr=(text,)).with_fuzzy(False)
        former = Previous(previous) if previous not in {"", msgid} else None
        return entry.replace(msgstr=(text,), previous=former).with_fuzzy(True)


def _revived(former: Entry, text: str, standing: _Standing, *, live: bool) -> Entry:
    """Return a block's own former entry, in doubt as it stands.

    Sentences that differ from it count as newer where a person has them in use. Where they are the same, and one of
    them is stale, so is the block.
    """
    if "".join(text.split()) == "".join(former.msgstr[0].split()):
        return former.with_fuzzy(True) if standing is _Standing.STALE else former
    if standing is not _Standing.PERSON or not live:
        return former
    kept = f"{_FORMER} {quote(former.msgstr[0])}"
    comments = former.comments if kept in former.comments else (*former.comments, kept)
    return former.replace(msgstr=(text,), comments=comments).with_fuzzy(False)


def _is_plain(entry: Entry) -> bool:
    """Whether an entry can be a sentence, or a block of some: those with a context or a plural stay whole."""
    return entry.msgctxt is None and entry.msgid_plural is None


def _text(entry: Entry) -> str:
    """Return the translation of a plain entry; empty where there is none."""
    return entry.msgstr[0] if _is_plain(entry) and len(entry.msgstr) == 1 else ""


def _texts(sentences: Sequence[Sentence]) -> list[str]:
    return [sentence.text for sentence in sentences]


def _standing(entry: Entry) -> _Standing | None:
    """Return whose the text is; None where nobody has chosen yet between two."""
    found = state(entry)
    if found is State.DRAFT or (found is State.STALE and state(_unmarked(entry)) is State.DRAFT):
        return _Standing.MACHINE
    if found is State.STALE:
        return _Standing.STALE if entry.fuzzy else None
    return _Standing.PERSON


def _unmarked(entry: Entry) -> Entry:
    """Return the entry as it would be if a tool had cleared the flag and nothing else."""
    return entry.replace(flags=tuple(flag for flag in entry.flags if flag != FUZZY))


def _drafted_by(entries: Iterable[Entry]) -> str:
    """Return the engine that drafted the first of the entries that has one."""
    for line in (line for entry in entries for line in reversed(drafts(entry))):
        try:
            return validate_name(line.by)
        except UsageError:
            continue
    return _UNKNOWN


class _Beginnings:
    """Texts by which others may begin: most entries need no look at their sentences."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._texts = sorted(texts)

    def of(self, text: str) -> str | None:
        """Return the longest of the texts that a longer one begins with, or None."""
        at = bisect_left(self._texts, text)
        while at and self._texts[at - 1]:
            near = self._texts[at - 1]
            if text.startswith(near):
                return near
            shared = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(text, near, strict=False)))
            at = bisect_right(self._texts, text[:shared], hi=at - 1)
        return None
