"""Finding the message in one capture: the largest run of prose, and what belongs to it above and below."""

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import groupby
from statistics import median
from typing import Final

from l10n_tool.captures.letters import introduces, sentence_ends
from l10n_tool.captures.margins import find_head, find_note, find_salutation, find_signature
from l10n_tool.captures.shapes import Seen, Shape

__all__ = ["Found", "find_message"]

# A paragraph stands in the run by itself, one of these only between paragraphs.
_SUPPORT: Final = frozenset({Shape.SENTENCE, Shape.ITEM, Shape.FORM, Shape.LOOSE, Shape.NOTICE})
# In the main text of an HTML page these belong to it as well.
_MAIN_SUPPORT: Final = _SUPPORT | {Shape.HEADING, Shape.LINK}
# Lines that a signature may be made of, below which a note may stand.
_LINES: Final = frozenset({Shape.SHORT, Shape.DATE, Shape.MENU, Shape.ADDRESS})

# Less prose than this is a caption or a notice, not a message.
_SMALLEST_MESSAGE: Final = 80
# Prose on both sides of a short line is one text only if each side is more than a teaser.
_SUBSTANTIAL: Final = 150
# Text that another capture holds too is worth this many times more.
_SHARED_WEIGHT: Final = 10


@dataclass(frozen=True, slots=True)
class Found:
    """The blocks of a message in one capture, in their order there; no block stands in two fields."""

    title: Seen | None
    dateline: Seen | None
    lead: tuple[Seen, ...]
    body: tuple[Seen, ...]
    signature: tuple[Seen, ...]
    note: tuple[Seen, ...]

    @property
    def run(self) -> tuple[Seen, ...]:
        """The lead and the body."""
        return (*self.lead, *self.body)

    def blocks(self) -> Iterator[Seen]:
        """Give every block in reading order."""
        yield from (seen for seen in (self.title, self.dateline) if seen)
        yield from (*self.run, *self.signature, *self.note)


def find_message(page: Sequence[Seen], shared: AbstractSet[str]) -> Found | None:
    """Find the message in a capture, None if no run of prose is long enough.

    ``shared`` are the keys of the blocks that more than one capture holds.
    """
    run = max(_runs(page, shared), key=lambda run: _worth(page, run, shared), default=[])
    if sum(page[at].size for at in run) < _SMALLEST_MESSAGE:
        return None
    salutation = find_salutation(page, run[0])
    title, dateline = find_head(page, run[0] - len(salutation))
    signature = find_signature(page, run[-1] + 1, shared)
    note = find_note(page, run[-1] + 1 + len(signature)) if signature else ()
    paragraphs = tuple(page[at] for at in run)
    lead = _lead_length(paragraphs)
    return Found(title, dateline, (*salutation, *paragraphs[:lead]), paragraphs[lead:], signature, note)


def _worth(page: Sequence[Seen], run: Sequence[int], shared: AbstractSet[str]) -> int:
    return sum(page[at].size * (_SHARED_WEIGHT if page[at].key in shared else 1) for at in run)


def _runs(page: Sequence[Seen], shared: AbstractSet[str]) -> Iterator[list[int]]:
    """Give each run of prose as positions on the page: stretches that one short line parts make one run."""
    run: list[int] = []
    last: list[int] = []
    for stretch in _stretches(page, shared):
        if last and _is_bridged(page, last, stretch):
            run += [at for at in range(last[-1] + 1, stretch[0]) if _is_kept(page[at], shared)]
            run += stretch
        else:
            if run:
                yield run
            run = list(stretch)
        last = stretch
    if run:
        yield run


def _is_bridged(page: Sequence[Seen], above: Sequence[int], below: Sequence[int]) -> bool:
    gap = page[above[-1] + 1 : below[0]]
    if all(seen.main and seen.shape not in _LINES for seen in gap):
        return True
    if len(gap) != 1 or not (gap[0].main or gap[0].shape in {Shape.SHORT, Shape.HEADING}):
        return False
    return all(sum(page[at].size for at in stretch) >= _SUBSTANTIAL for stretch in (above, below))


def _is_kept(seen: Seen, shared: AbstractSet[str]) -> bool:
    # A heading or an advertisement: plain text does not tell by itself, and what is dropped is reported.
    return bool(seen.main) or (seen.main is None and seen.shape is Shape.HEADING) or seen.key in shared


def _stretches(page: Sequence[Seen], shared: AbstractSet[str]) -> Iterator[list[int]]:
    """Give unbroken prose as positions: from a paragraph to a paragraph, or to short sentences after it."""
    for stands, group in groupby(range(len(page)), key=lambda at: _may_stand(page[at], shared)):
        if not stands:
            continue
        stretch = list(group)
        paragraphs = [at for at in stretch if _is_paragraph(page[at], shared)]
        if paragraphs:
            yield list(range(paragraphs[0], _end_of_sentences(page, paragraphs[-1] + 1)))


def _may_stand(seen: Seen, shared: AbstractSet[str]) -> bool:
    if seen.main is False:
        return False
    return seen.shape in (_MAIN_SUPPORT if seen.main else _SUPPORT) or _is_paragraph(seen, shared)


def _is_paragraph(seen: Seen, shared: AbstractSet[str]) -> bool:
    return seen.shape is Shape.PROSE or (seen.shape is Shape.LOOSE and seen.key in shared)


def _end_of_sentences(page: Sequence[Seen], at: int) -> int:
    while at < len(page) and (page[at].shape is Shape.SENTENCE or (page[at].main and page[at].shape is Shape.ITEM)):
        at += 1
    return at


def _lead_length(run: Sequence[Seen]) -> int:
    """Count the paragraphs before the message proper.

    They end with one that introduces it by a colon; without that, a first paragraph of one sentence that is
    short beside the others is the lead.
    """
    for length in (2, 1):
        if len(run) > length and _leads_to(run[length - 1], run[length]):
            return length
    if len(run) < 3 or sentence_ends(run[0].block.text) > 1:
        return 0
    return int(2 * run[0].size < median(seen.size for seen in run[1:]))


def _leads_to(above: Seen, below: Seen) -> bool:
    # A colon before list items belongs to the list.
    return introduces(above.block.text) and below.shape is not Shape.ITEM
