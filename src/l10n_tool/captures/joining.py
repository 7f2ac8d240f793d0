"""Joining what several captures hold of one message, and accounting for every line of theirs."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import chain, pairwise
from typing import Final

from l10n_tool.captures.blocks import read_blocks
from l10n_tool.captures.finding import Found, find_message
from l10n_tool.captures.model import Capture, DroppedLine, Imported, Message, Part, Source
from l10n_tool.captures.shapes import Seen, Shape, look_at
from l10n_tool.errors import FileError, Place

__all__ = ["import_captures", "merge_in_order"]

_NO_MESSAGE: Final = "Give a capture with the message in whole sentences, or write the document by hand."
_NOT_CHOSEN: Final = "another title or dateline than the one that is kept"
_BETWEEN: Final = "a short line between paragraphs: put it back if it is a heading of the message"
_MENU_LINE: Final = "one of several short lines together, as in a menu"
_NOT_THE_SAME: Final = "Import it on its own, into a document of its own."


@dataclass(frozen=True, slots=True)
class _Page:
    capture: Capture
    blocks: tuple[Seen, ...]
    found: Found | None


@dataclass(frozen=True, slots=True)
class _Outline:
    """The keys of the message's texts by their place in it, each key once."""

    title: str | None
    dateline: str | None
    lead: tuple[str, ...]
    body: tuple[str, ...]
    signature: tuple[str, ...]
    note: tuple[str, ...]

    def keys(self) -> AbstractSet[str]:
        heads = {key for key in (self.title, self.dateline) if key is not None}
        return heads.union(self.lead, self.body, self.signature, self.note)


@dataclass(frozen=True, slots=True)
class _Held:
    """A text of the message: its form, where that form is from, and the block that holds it on each page."""

    text: str
    origin: Place
    blocks: Mapping[int, Seen]


def import_captures(captures: Sequence[Capture]) -> Imported:
    """Make one message of the captures; each line that is not blank is in it or listed as dropped.

    Which texts are kept does not depend on the order of the captures: the order says whose form of a text is
    taken and who goes first where they differ. Raises FileError if there is no message, or more than one.
    """
    pages = _read(captures)
    founds = [page.found for page in pages if page.found]
    _demand_one_message(pages)
    outline = _outline(founds)
    held = _held(pages, outline.keys())
    return Imported(_message(captures, outline, held), tuple(_dropped(pages, held)))


def _read(captures: Sequence[Capture]) -> list[_Page]:
    looked = [tuple(map(look_at, read_blocks(capture.text))) for capture in captures]
    shared = _held_by_several({seen.key for seen in blocks} for blocks in looked)
    return [
        _Page(capture, blocks, find_message(blocks, shared)) for capture, blocks in zip(captures, looked, strict=True)
    ]


def _held_by_several(sets: Iterable[AbstractSet[str]]) -> AbstractSet[str]:
    counts = Counter(chain.from_iterable(sets))
    return {key for key, count in counts.items() if count > 1}


def _demand_one_message(pages: Sequence[_Page]) -> None:
    """Raise FileError unless a message is found, and the same one wherever one is found."""
    names = [page.capture.name for page in pages if page.found]
    if not names:
        place = Place(pages[0].capture.name) if len(pages) == 1 else None
        raise FileError("no message found: no run of sentences is long enough", place=place, remedy=_NO_MESSAGE)
    stranger = _first_stranger([_telling_keys(page.found) for page in pages if page.found])
    if stranger is not None:
        message = f"no paragraph of its message stands in {names[0]} too"
        raise FileError(message, place=Place(names[stranger]), remedy=_NOT_THE_SAME)


def _telling_keys(found: Found) -> AbstractSet[str]:
    # Two messages of one day, or of one author, are still two.
    return {seen.key for seen in (*found.run, *found.note)}


def _first_stranger(sets: Sequence[AbstractSet[str]]) -> int | None:
    """Give the first set that shares no key with the first one, nor with a set that does, and so on."""
    holders: dict[str, list[int]] = {}
    for at, keys in enumerate(sets):
        for key in keys:
            holders.setdefault(key, []).append(at)
    joined: set[int] = set()
    waiting = [0]
    while waiting:
        at = waiting.pop()
        if at not in joined:
            joined.add(at)
            waiting += (other for key in sets[at] for other in holders.pop(key, ()))
    return next((at for at in range(len(sets)) if at not in joined), None)


def _outline(founds: Sequence[Found]) -> _Outline:
    """Say which text stands where; a text that captures see in different places gets the more telling one."""
    # The author's name above the text of one page is no title if another page has it below.
    signed = {seen.key for found in founds for seen in found.signature}
    title = _most_held([found.title for found in founds if found.title and found.title.key not in signed])
    dateline = _most_held([found.dateline for found in founds if found.dateline])
    taken = {key for key in (title, dateline) if key is not None}
    signature = _merged((found.signature for found in founds), taken)
    # A capture that lost the signature sees the note as the end of the run; one that has both knows better.
    run_of_signed = {seen.key for found in founds if found.signature for seen in found.run}
    note = _merged((found.note for found in founds), taken.union(signature, run_of_signed))
    run = _merged((found.run for found in founds), taken.union(signature, note))
    lead = _lead_keys(founds)
    return _Outline(
        title=title,
        dateline=dateline,
        lead=tuple(key for key in run if key in lead),
        body=tuple(key for key in run if key not in lead),
        signature=signature,
        note=note,
    )


def _most_held(candidates: Sequence[Seen]) -> str | None:
    """Choose the text that most captures have, then the longest: never by the order of the captures."""
    counts = Counter(seen.key for seen in candidates)
    return max(counts, key=lambda key: (counts[key], len(key), key), default=None)


def _merged(groups: Iterable[Sequence[Seen]], taken: AbstractSet[str]) -> tuple[str, ...]:
    keys = ([seen.key for seen in group if seen.key not in taken] for group in groups)
    return tuple(merge_in_order([list(dict.fromkeys(group)) for group in keys]))


def merge_in_order(sequences: Iterable[Sequence[str]]) -> list[str]:
    """Join sequences, each without repeats, into one that has every text once.

    A text that only a later sequence has goes right before the text that follows it there, and at the end if
    none follows. Where two sequences contradict each other about the order, the earlier one holds.
    """
    merged: list[str] = []
    for sequence in sequences:
        merged = _merge_two(merged, sequence)
    return merged


def _merge_two(merged: Sequence[str], other: Sequence[str]) -> list[str]:
    places = {text: at for at, text in enumerate(merged)}
    before: dict[int, list[str]] = {}
    waiting: list[str] = []
    earliest = 0
    for text in other:
        at = places.get(text)
        if at is None:
            waiting.append(text)
            continue
        before.setdefault(max(at, earliest), []).extend(waiting)
        waiting = []
        earliest = max(at + 1, earliest)
    before.setdefault(len(merged), []).extend(waiting)
    return [text for at in range(len(merged) + 1) for text in (*before.get(at, ()), *merged[at : at + 1])]


def _lead_keys(founds: Sequence[Found]) -> AbstractSet[str]:
    """Give the keys that are lead wherever they stand: what one capture has in the body is body."""
    shared = _held_by_several({seen.key for seen in found.run} for found in founds)
    lead: set[str] = set()
    body: set[str] = set()
    for found in founds:
        keys = [seen.key for seen in found.run]
        # What a page says before the text it has in common with others is its own introduction.
        own = next((at for at, key in enumerate(keys) if key in shared), 0)
        length = max(own, len(found.lead))
        lead.update(keys[:length])
        body.update(keys[length:])
    return lead - body


def _held(pages: Sequence[_Page], keys: AbstractSet[str]) -> dict[str, _Held]:
    """Find every text of the message on every page: in what was found there, else where it stands first."""
    blocks: dict[str, dict[int, Seen]] = {key: {} for key in keys}
    forms: dict[str, tuple[str, Place]] = {}
    for number, page in enumerate(pages):
        for seen in page.found.blocks() if page.found else ():
            if seen.key in keys:
                forms.setdefault(seen.key, (seen.block.text, Place(page.capture.name, seen.block.first)))
                blocks[seen.key].setdefault(number, seen)
        for seen in page.blocks:
            if seen.key in keys:
                blocks[seen.key].setdefault(number, seen)
    return {key: _Held(*forms[key], blocks[key]) for key in keys}


def _message(captures: Sequence[Capture], outline: _Outline, held: Mapping[str, _Held]) -> Message:
    def part(key: str) -> Part:
        text = held[key].text
        exact = {number: seen for number, seen in held[key].blocks.items() if seen.block.text == text}
        sources = (Source(captures[number].name, seen.block.first, seen.block.last) for number, seen in exact.items())
        return Part(text, tuple(sources))

    return Message(
        title=None if outline.title is None else part(outline.title),
        dateline=None if outline.dateline is None else part(outline.dateline),
        lead=tuple(map(part, outline.lead)),
        body=tuple(map(part, outline.body)),
        signature=tuple(map(part, outline.signature)),
        note=tuple(map(part, outline.note)),
    )


def _dropped(pages: Sequence[_Page], held: Mapping[str, _Held]) -> Iterator[DroppedLine]:
    for number, page in enumerate(pages):
        for at, seen in enumerate(page.blocks):
            known = held.get(seen.key)
            reason = _reason_beside(known, number, seen) if known else _reason(page, at)
            if reason:
                yield from (DroppedLine(page.capture.name, line.number, line.text, reason) for line in seen.block.lines)


def _reason_beside(known: _Held, number: int, seen: Seen) -> str:
    """Say why a text that the message has is dropped here; empty if it is not."""
    if known.blocks[number] is not seen:
        return f"repeats line {known.blocks[number].block.first}"
    return "" if seen.block.text == known.text else f"a variant of {known.origin}, whose form is kept"


def _reason(page: _Page, at: int) -> str:
    seen = page.blocks[at]
    if page.found and seen in (page.found.title, page.found.dateline):
        return _NOT_CHOSEN
    if page.found and page.found.run[0].block.last < seen.block.first < page.found.run[-1].block.first:
        return _BETWEEN
    return _MENU_LINE if _is_among_short_lines(page.blocks, at) else seen.shape.value


def _is_among_short_lines(blocks: Sequence[Seen], at: int) -> bool:
    near = pairwise(blocks[max(at - 1, 0) : at + 2])
    pairs = [(above, below) for above, below in near if below.block.follows(above.block)]
    return any(above.shape is below.shape is Shape.SHORT for above, below in pairs)
