"""Joining what several captures hold of one message, and accounting for every line of theirs."""

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from itertools import pairwise
from operator import attrgetter
from typing import Final

from l10n_tool.captures.blocks import Block
from l10n_tool.captures.comparing import changes, is_slight, wording
from l10n_tool.captures.finding import Found
from l10n_tool.captures.model import Capture, Difference, DroppedLine, Imported, Message, Part, PartlyHeld, Source
from l10n_tool.captures.outline import Outline, held_by_several, outline_of
from l10n_tool.captures.pages import Page, find_in, read_page, rename
from l10n_tool.captures.rejoining import rejoin
from l10n_tool.captures.shapes import Seen, Shape
from l10n_tool.captures.variants import Likeness, unify
from l10n_tool.errors import FileError, Place

__all__ = ["import_captures"]

_NO_MESSAGE: Final = "Give a capture with the message in whole sentences, or write the document by hand."
_NOT_CHOSEN: Final = "another title or dateline than the one that is kept"
_BETWEEN: Final = "a short line between paragraphs: put it back if it is a heading of the message"
_MENU_LINE: Final = "one of several short lines together, as in a menu"
_OUTSIDE: Final = "outside of what trafilatura takes for the text of the page"
_LINK_ELSEWHERE: Final = "a link of a form that is not kept"
_NOT_THE_SAME: Final = "Import it on its own, into a document of its own."

# One changed word in a paragraph leaves nine tenths of its letters; a short line below the same name may change more.
_PARAGRAPHS: Final = Likeness(anywhere=88, beside=70)
_SHORT_LINES: Final = Likeness(anywhere=85, beside=70)
_SHORTEST_PARAGRAPH: Final = 40
_PARAGRAPH_SHAPES: Final = frozenset({Shape.PROSE, Shape.SENTENCE, Shape.LOOSE, Shape.ITEM})


@dataclass(frozen=True, slots=True)
class _Held:
    """A text of the message: its form, which page that form is from, and the block that holds it on each page."""

    text: str
    origin: Source
    page: int
    blocks: Mapping[int, Seen]


def import_captures(captures: Sequence[Capture]) -> Imported:
    """Make one message of the captures; each line that is not blank is in it or listed as dropped.

    Which texts are kept does not depend on the order of the captures: the order says whose words of a text are
    taken and who goes first where they differ. Raises FileError if there is no message, or more than one, and
    UsageError if what reads HTML is not installed.
    """
    pages = _pages(captures)
    founds = [page.found for page in pages if page.found]
    _demand_one_message(pages)
    outline = outline_of(founds)
    held = _held(pages, outline.keys())
    return Imported(
        message=_message(captures, outline, held),
        dropped=tuple(_dropped(pages, held)),
        partly_held=tuple(_partly_held(pages, outline, held)),
        differences=tuple(_differences(pages, outline, held)),
        notices=tuple(dict.fromkeys(notice for page in pages for notice in page.notices)),
    )


def _pages(captures: Sequence[Capture]) -> list[Page]:
    """Read the captures and find the message in each; a text has one key, whatever its words in a capture."""
    read = [read_page(capture) for capture in captures]
    rejoined = rejoin([page.blocks for page in read])
    pages = [replace(page, blocks=blocks) for page, blocks in zip(read, rejoined, strict=True)]
    paragraphs = [[(seen.key, seen.block.text) for seen in page.blocks if _is_paragraph(seen)] for page in pages]
    pages = _renamed(pages, unify(paragraphs, _PARAGRAPHS))
    for role in (_title_of, _lines_of):
        pages = _renamed(pages, unify([role(page.found) if page.found else [] for page in pages], _SHORT_LINES))
    return pages


def _renamed(pages: Sequence[Page], names: Mapping[str, str]) -> list[Page]:
    if not names and all(page.looked for page in pages):
        return list(pages)
    named = [rename(page, names) for page in pages]
    shared = held_by_several({seen.key for seen in page.blocks} for page in named)
    return [find_in(page, shared) for page in named]


def _is_paragraph(seen: Seen) -> bool:
    fits = seen.shape in _PARAGRAPH_SHAPES and seen.size >= _SHORTEST_PARAGRAPH
    return fits and not seen.block.setting.aside


def _title_of(found: Found) -> list[tuple[str, str]]:
    return [(found.title.key, found.title.block.text)] if found.title else []


def _lines_of(found: Found) -> list[tuple[str, str]]:
    return [(seen.key, seen.block.text) for seen in (*found.run, *found.signature, *found.note)]


def _demand_one_message(pages: Sequence[Page]) -> None:
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


def _held(pages: Sequence[Page], keys: AbstractSet[str]) -> dict[str, _Held]:
    """Find every text of the message on every page: in what was found there, else where it stands first."""
    blocks: dict[str, dict[int, Seen]] = {key: {} for key in keys}
    forms: dict[str, tuple[str, Source, int]] = {}
    for number, page in enumerate(pages):
        for seen in page.found.blocks() if page.found else ():
            if seen.key in keys:
                forms.setdefault(seen.key, (seen.block.text, _source(page, seen), number))
                blocks[seen.key].setdefault(number, seen)
        for seen in page.blocks:
            if seen.key in keys:
                blocks[seen.key].setdefault(number, seen)
    return {key: _Held(*forms[key], blocks[key]) for key in keys}


def _source(page: Page, seen: Seen) -> Source:
    return Source(page.capture.name, seen.block.first, seen.block.last)


def _message(captures: Sequence[Capture], outline: Outline, held: Mapping[str, _Held]) -> Message:
    def part(key: str) -> Part:
        exact = {number: seen.block for number, seen in held[key].blocks.items() if seen.block.text == held[key].text}
        sources = (source for number, block in exact.items() for source in _sources(captures[number].name, block))
        # Plain text has no links to lose, so the first page in HTML that has the very words gives the marks.
        marked = exact[_marked(captures, held[key])]
        return Part(held[key].text, tuple(sources), marked.marks, marked.setting.form)

    return Message(
        title=None if outline.title is None else part(outline.title),
        dateline=None if outline.dateline is None else part(outline.dateline),
        lead=tuple(map(part, outline.lead)),
        body=tuple(map(part, outline.body)),
        signature=tuple(map(part, outline.signature)),
        note=tuple(map(part, outline.note)),
    )


def _sources(name: str, block: Block) -> Iterator[Source]:
    """Give the lines of a block, without the blank ones between paragraphs that were put together."""
    first = block.lines[0]
    for above, below in pairwise(block.lines):
        if below.row != above.row + 1:
            yield Source(name, first.number, above.number)
            first = below
    yield Source(name, first.number, block.last)


def _marked(captures: Sequence[Capture], text: _Held) -> int:
    """Say from which page the marks of a text are taken: the first in HTML that has its words, else its own."""
    same = (number for number, seen in text.blocks.items() if seen.block.text == text.text)
    return next((number for number in sorted(same) if captures[number].html), text.page)


def _partly_held(pages: Sequence[Page], outline: Outline, held: Mapping[str, _Held]) -> Iterator[PartlyHeld]:
    """Give the parts that a capture with a message does not have, in no words."""
    numbers = {number for number, page in enumerate(pages) if page.found}
    for place, key in outline.places():
        blocks = held[key].blocks
        if numbers - blocks.keys():
            holders = tuple(_source(pages[number], seen) for number, seen in sorted(blocks.items(), key=_first))
            yield PartlyHeld(place, held[key].text, holders)


def _first(pair: tuple[int, Seen]) -> int:
    return pair[0]


def _differences(pages: Sequence[Page], outline: Outline, held: Mapping[str, _Held]) -> Iterator[Difference]:
    for place, key in outline.places():
        text = held[key]
        kept = text.blocks[text.page].block
        for number, seen in sorted(text.blocks.items(), key=_first):
            with_links = pages[number].capture.html and pages[text.page].capture.html
            ours, theirs = (wording(block, with_links=with_links) for block in (kept, seen.block))
            if number != text.page and (found := changes(ours, theirs)):
                slight = is_slight(ours, theirs)
                yield Difference(place, text.origin, _source(pages[number], seen), found, slight)


def _dropped(pages: Sequence[Page], held: Mapping[str, _Held]) -> Iterator[DroppedLine]:
    captures = [page.capture for page in pages]
    for number, page in enumerate(pages):
        if page.capture.html:
            # What is hidden stands among the lines that are seen.
            yield from sorted(_dropped_of(captures, number, page, held), key=attrgetter("line"))
        else:
            yield from _dropped_of(captures, number, page, held)


def _dropped_of(
    captures: Sequence[Capture], number: int, page: Page, held: Mapping[str, _Held]
) -> Iterator[DroppedLine]:
    name = page.capture.name
    for at, seen in enumerate(page.blocks):
        known = held.get(seen.key)
        reason = _reason_beside(known, number, seen) if known else _reason(page, at)
        if reason:
            region = seen.block.setting.region
            yield from (DroppedLine(name, line.number, line.text, reason, region) for line in seen.block.lines)
        if known and known.blocks[number] is seen:
            yield from _lost_links(name, seen, kept=not reason and _marked(captures, known) == number)
    yield from (DroppedLine(name, unseen.line, unseen.text, unseen.reason) for unseen in page.unseen)


def _lost_links(name: str, seen: Seen, *, kept: bool) -> Iterator[DroppedLine]:
    """Give the links of a part that do not stand in the document."""
    for line in seen.block.lines:
        yield from (DroppedLine(name, line.number, target, reason) for target, reason in line.lost)
        links = () if kept else dict.fromkeys(mark.link for mark in line.marks if mark.link)
        yield from (DroppedLine(name, line.number, link, _LINK_ELSEWHERE) for link in links)


def _reason_beside(known: _Held, number: int, seen: Seen) -> str:
    """Say why a text that the message has is dropped here; empty if it is not."""
    if known.blocks[number] is not seen:
        return f"repeats line {known.blocks[number].block.first}"
    return "" if seen.block.text == known.text else f"a variant of {known.origin}, whose form is kept"


def _reason(page: Page, at: int) -> str:
    seen = page.blocks[at]
    if page.found and seen in (page.found.title, page.found.dateline):
        return _NOT_CHOSEN
    if seen.block.setting.aside:
        return seen.block.setting.aside
    inside = page.found and _row(page.found.run[0]) < _row(seen) < _row(page.found.run[-1])
    if seen.main is False and (inside or seen.shape in _PARAGRAPH_SHAPES):
        return _OUTSIDE
    if inside:
        return _BETWEEN
    return _MENU_LINE if _is_among_short_lines(page.blocks, at) else seen.shape.value


def _row(seen: Seen) -> int:
    return seen.block.lines[0].row


def _is_among_short_lines(blocks: Sequence[Seen], at: int) -> bool:
    near = pairwise(blocks[max(at - 1, 0) : at + 2])
    pairs = [(above, below) for above, below in near if below.block.follows(above.block)]
    return any(above.shape is below.shape is Shape.SHORT for above, below in pairs)
