"""Reading captures into pages: their blocks, and the message that stands in each."""

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from l10n_tool.captures.blocks import read_blocks
from l10n_tool.captures.finding import Found, find_message
from l10n_tool.captures.letters import key_of, word_count
from l10n_tool.captures.main_text import MainText, main_text
from l10n_tool.captures.model import Capture, Notice
from l10n_tool.captures.shapes import Seen, Shape, look_at
from l10n_tool.captures.web_page import SHARED_TITLE, Unseen, read_web_page

__all__ = ["Page", "find_in", "read_page", "rename"]

# Where the rules for text find so many times what trafilatura does, it lost part of the message; where they find
# other paragraphs, these may be the readers' comments, and must be many more.
_MORE_OF_THE_SAME: Final = 1.5
_MORE_OF_ANOTHER: Final = 4

_NOTHING_FOUND: Final = "trafilatura finds no main text on this page; the rules for plain text chose the paragraphs"
_LESS_FOUND: Final = "trafilatura finds only part of the message; the rules for plain text chose the paragraphs"
_NOT_ASKED: Final = "the page is too long or too deep for trafilatura; the rules for plain text chose the paragraphs"
_EVERYWHERE: Final = "the message stands in a part of the page that is made for menus or notes; read it with care"


@dataclass(frozen=True, slots=True)
class Page:
    """A capture as it was read: its blocks in order, and the message in it, if one is found.

    ``titles`` are blocks of the head of an HTML page, ``unseen`` is what no reader sees of it. ``looked`` tells
    whether the message was looked for.
    """

    capture: Capture
    blocks: tuple[Seen, ...]
    found: Found | None = None
    titles: tuple[Seen, ...] = ()
    unseen: tuple[Unseen, ...] = ()
    main: MainText | None = None
    notices: tuple[Notice, ...] = ()
    looked: bool = False


def read_page(capture: Capture) -> Page:
    """Read a capture, without looking for the message yet."""
    if not capture.html:
        return Page(capture, tuple(map(look_at, read_blocks(capture.text))))
    web = read_web_page(capture.text)
    blocks = tuple(map(look_at, web.blocks))
    said = (Notice(capture.name, f"the page says its language is {web.language}"),) if web.language else ()
    main = main_text(capture.text, web.depth, web.elements)
    return Page(capture, blocks, None, blocks[: len(web.titles)], web.unseen, main, said)


def rename(page: Page, names: Mapping[str, str]) -> Page:
    """Return a page whose texts go by these keys, the message not looked for."""

    def renamed(seen: Seen) -> Seen:
        return replace(seen, key=names[seen.key]) if seen.key in names else seen

    blocks = tuple(map(renamed, page.blocks))
    return replace(page, blocks=blocks, titles=blocks[: len(page.titles)], found=None, looked=False)


def find_in(page: Page, shared: AbstractSet[str]) -> Page:
    """Find the message in a page; ``shared`` are the keys of the blocks that more than one capture holds."""
    if not page.capture.html:
        return replace(page, found=find_message(page.blocks, shared), looked=True)
    return replace(_find_on_site(page, shared), looked=True)


def _find_on_site(page: Page, shared: AbstractSet[str]) -> Page:
    in_text = [seen for seen in page.blocks if not seen.block.setting.aside]
    by_rules = find_message(in_text, shared)
    chosen = [replace(seen, main=main) for seen, main in zip(in_text, _votes(in_text, page.main), strict=True)]
    by_vote = find_message(_without_insets(chosen), shared)
    if by_vote and not _is_clearly_more(by_rules, by_vote):
        changed = dict(zip(map(id, in_text), chosen, strict=True))
        blocks = tuple(changed.get(id(seen), seen) for seen in page.blocks)
        return _entitled(replace(page, blocks=blocks, found=by_vote), chosen)
    if by_rules:
        why = _NOT_ASKED if page.main is None else _LESS_FOUND if by_vote else _NOTHING_FOUND
        return _entitled(_noted(replace(page, found=by_rules), why), in_text)
    found = find_message(page.blocks[len(page.titles) :], shared)
    return _entitled(_noted(replace(page, found=found), _EVERYWHERE), in_text) if found else page


def _noted(page: Page, text: str) -> Page:
    return replace(page, notices=(*page.notices, Notice(page.capture.name, text)))


def _is_clearly_more(by_rules: Found | None, by_vote: Found) -> bool:
    if by_rules is None:
        return False
    ours = {id(seen.block) for seen in by_vote.run}
    same = any(id(seen.block) in ours for seen in by_rules.run)
    factor = _MORE_OF_THE_SAME if same else _MORE_OF_ANOTHER
    return _size(by_rules) > factor * _size(by_vote)


def _size(found: Found) -> int:
    return sum(seen.size for seen in found.run)


def _votes(blocks: Sequence[Seen], main: MainText | None) -> Sequence[bool]:
    """Say of each block whether it is of the main text.

    It is where trafilatura keeps it, or where it stands between two or right below one that is kept, in the same
    element as that one.
    """
    kept = [main is not None and main.has(seen.key) for seen in blocks]
    groups = {seen.block.setting.group for seen, is_kept in zip(blocks, kept, strict=True) if _tells(seen) and is_kept}
    places = [at for at, is_kept in enumerate(kept) if is_kept]
    votes = list(kept)
    for first, second in pairwise([*places, len(blocks)]):
        for at in range(first + 1, second):
            beside = blocks[at].block.setting.group in groups
            if not beside or (second == len(blocks) and blocks[at].shape is not Shape.PROSE):
                break
            votes[at] = True
    return votes


def _tells(seen: Seen) -> bool:
    return seen.shape is Shape.PROSE


def _without_insets(blocks: Sequence[Seen]) -> list[Seen]:
    """Leave out what stands inside the main text and is none of it: advertisements, teasers, captions."""
    places = [at for at, seen in enumerate(blocks) if seen.main and _tells(seen)]
    if not places:
        return list(blocks)
    inside = range(places[0], places[-1])
    return [seen for at, seen in enumerate(blocks) if seen.main or at not in inside]


def _entitled(page: Page, in_text: Sequence[Seen]) -> Page:
    """Choose the title by what the page says: a heading it names in its head, then any first-level heading."""
    found = page.found
    if found is None:
        return page
    first = next((at for at, seen in enumerate(in_text) if seen.block is found.run[0].block), len(in_text))
    title = next(_titles(page, in_text[:first], found), None)
    # A heading that is a date names nothing.
    return replace(page, found=replace(found, title=None if title is found.dateline else title))


def _titles(page: Page, above: Sequence[Seen], found: Found) -> Iterator[Seen]:
    """Give what may be the title, the most telling first: what is seen counts for more than what is not."""
    headings = [seen for seen in above if seen.block.setting.form.heading]
    seen_above = [*reversed(headings), *((found.title,) if found.title else ())]
    named = [key_of(seen.block.text) for seen in page.titles]
    yield from (seen for seen in seen_above if any(key_of(seen.block.text) in name for name in named))
    yield from (seen for seen in reversed(headings) if seen.block.setting.form.heading == 1)
    yield from (seen for seen in page.titles if seen.block.setting.aside == SHARED_TITLE)
    yield from seen_above[-1:] if found.title else ()
    yield from (seen for seen in page.titles if word_count(seen.block.text) > 1)
