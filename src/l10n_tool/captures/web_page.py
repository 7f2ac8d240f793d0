"""Reading an HTML page as a reader sees it: blocks of text in their order, and what no reader sees."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby
from typing import Final

from l10n_tool.captures import elements
from l10n_tool.captures.blocks import Block, Line, Setting, clean, columns, cut
from l10n_tool.captures.model import Mark
from l10n_tool.captures.tags import Close, Open, Text, read_tags

__all__ = ["SHARED_TITLE", "Unseen", "WebPage", "read_web_page"]

#: What a page asks other sites to call it.
SHARED_TITLE: Final = "the title under which the page is shared"
_WINDOW_TITLE: Final = "the title of the window"
_HIDDEN: Final = "hidden on the page"
_IMAGE: Final = "an image with this text in its place"

# Browsers hold deeper elements for content of the one at this depth, and so no walk up is longer.
_DEEPEST: Final = 512
_DEEPEST_LIST: Final = 6
_SEPARATORS: Final = "-–—|:·•»›/ \u00a0"
_SOFT_HYPHEN: Final = "\u00ad"


@dataclass(frozen=True, slots=True)
class Unseen:
    """What is on the page and no text of it, with its line and the reason."""

    line: int
    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class WebPage:
    """The texts of a page in their order, ``titles`` of its head first; each visible text is in one block.

    ``depth`` is that of the deepest element, ``elements`` how many there are, ``language`` what the page says it is,
    or empty.
    """

    blocks: tuple[Block, ...]
    titles: tuple[Block, ...]
    unseen: tuple[Unseen, ...]
    language: str
    depth: int
    elements: int


@dataclass(slots=True)
class _Item:
    """A list or an item of one: ``number`` is the next item's or its own, 0 without numbers."""

    number: int = 0
    begun: bool = False


@dataclass(frozen=True, slots=True)
class _Element:
    """An open element, with what it has from those around it; no block parts a ``bare_link`` from the text here."""

    name: str = ""
    hidden: bool = False
    setting: Setting = field(default_factory=Setting)
    strong: bool = False
    emphasis: bool = False
    link: str = ""
    bare_link: bool = False
    preformatted: bool = False
    list: _Item | None = None
    item: _Item | None = None


@dataclass(frozen=True, slots=True)
class _Piece:
    """Text as it stands in one element."""

    text: str
    line: int
    strong: bool
    emphasis: bool
    link: str


def read_web_page(html: str) -> WebPage:
    """Read a page; every text that a reader sees is in exactly one block, whatever the markup."""
    page = _Reader()
    for token in read_tags(html):
        if isinstance(token, Text):
            page.text(token)
        elif isinstance(token, Open):
            page.open(token)
        else:
            page.close(token)
    return page.finish()


class _Reader:
    """What has been read of a page so far."""

    def __init__(self) -> None:
        self._open: list[_Element] = [_Element()]
        self._names: Counter[str] = Counter()
        self._too_deep = 0
        self._hidden_from = 0
        self._link_begun = False
        self._pieces: list[_Piece] = []
        self._lines: list[Line] = []
        self._setting = Setting()
        self._stanzas: list[tuple[Sequence[Line], Setting]] = []
        self._row = 1
        self._regions = 0
        self._hidden: list[Text] = []
        self._unseen: list[Unseen] = []
        self._meta: dict[str, Text] = {}
        self._depth = 0
        self._elements = 0

    def text(self, token: Text) -> None:
        """Take a text to the line it stands on."""
        here = self._open[-1]
        if here.name in elements.NO_TEXT or not token.text:
            return
        if here.hidden or self._hidden_from or (here.name == "title" and "title" in self._meta):
            self._hidden.append(token)
            return
        self._end_hidden()
        if here.name == "title" and not here.setting.aside:
            self._meta["title"] = token
        elif here.preformatted:
            self._preformatted(token, here)
        else:
            self._piece(token.text, token.line, here)

    def _piece(self, text: str, line: int, here: _Element) -> None:
        leading = text[: len(text) - len(text.lstrip())]
        tidy = text.replace(_SOFT_HYPHEN, "")
        self._pieces.append(_Piece(tidy, line + leading.count("\n"), here.strong, here.emphasis, here.link))
        self._setting = here.setting
        self._link_begun = self._link_begun or (here.bare_link and bool(tidy.strip()))

    def _preformatted(self, token: Text, here: _Element) -> None:
        for number, line in enumerate(token.text.split("\n")):
            if number:
                self._end_line()
            self._piece(line, token.line + number, here)

    def open(self, tag: Open) -> None:
        """Enter an element."""
        self._elements += 1
        if tag.name in elements.EMPTY:
            self._void(tag)
            return
        self._close_implied(tag.name)
        if len(self._open) > _DEEPEST:
            self._enter_too_deep(tag)
            return
        if tag.name in elements.BLOCKS:
            self._end_open_link()
        element = self._element(tag)
        if tag.name in elements.BLOCKS:
            self._bound(hidden=element.hidden)
        if tag.name == "html":
            self._meta.setdefault("lang", Text(tag.attributes.get("lang", ""), tag.line))
        self._open.append(element)
        self._names[tag.name] += 1
        self._depth = max(self._depth, len(self._open))

    def _end_open_link(self) -> None:
        """End a link that has text right before a block: its end tag is missing."""
        if self._open[-1].bare_link and self._link_begun:
            self._open = [replace(element, link="", bare_link=False) for element in self._open]

    def _enter_too_deep(self, tag: Open) -> None:
        self._too_deep += 1
        self._depth = _DEEPEST + 1
        if not self._hidden_from and elements.hides(tag.name, tag.attributes):
            self._hidden_from = self._too_deep
        if tag.name in elements.BLOCKS:
            self._bound(hidden=bool(self._hidden_from))

    def _void(self, tag: Open) -> None:
        here = self._open[-1]
        if tag.name == "meta":
            key = (tag.attributes.get("property") or tag.attributes.get("name", "")).strip().lower()
            if key in {"og:title", "og:site_name"}:
                self._meta.setdefault(key, Text(tag.attributes.get("content", ""), tag.line))
        elif tag.name == "br" and not here.hidden:
            self._end_line()
        elif tag.name == "hr" and not here.hidden:
            self._end_block()
        elif tag.name == "img" and (text := clean(tag.attributes.get("alt", ""))):
            self._unseen.append(Unseen(tag.line, text, _IMAGE))

    def _element(self, tag: Open) -> _Element:
        above = self._open[-1]
        name = elements.aside_name(tag.name, tag.attributes)
        here = replace(
            above,
            name=tag.name,
            hidden=above.hidden or elements.hides(tag.name, tag.attributes),
            setting=self._settle(above.setting, name),
            strong=above.strong or tag.name in elements.STRONG,
            emphasis=above.emphasis or tag.name in elements.EMPHASIS,
            bare_link=above.bare_link and tag.name not in elements.BLOCKS,
            preformatted=above.preformatted or tag.name in {"pre", "listing", "xmp"},
        )
        if tag.name == "a":
            self._link_begun = False
            link = tag.attributes.get("href", "")
            return replace(here, link=link, bare_link=bool(link))
        return _in_list(here, tag) if tag.name in {"ul", "ol", "li"} else here

    def _settle(self, above: Setting, name: str) -> Setting:
        here = above
        if name in elements.ASIDES and not above.aside:
            self._regions += 1
            here = replace(here, aside=elements.ASIDES[name], region=self._regions)
        if name in elements.HEADINGS:
            return replace(here, form=replace(here.form, heading=elements.HEADINGS[name]))
        if name in elements.NO_PART_OF_A_HEADING:
            here = replace(here, form=replace(here.form, heading=0))
        if name == "blockquote":
            return replace(here, form=replace(here.form, quoted=True))
        if name in elements.BLOCKS and name not in elements.TRANSPARENT:
            self._regions += 1
            return replace(here, group=self._regions)
        return here

    def _close_implied(self, name: str) -> None:
        closed, scope = elements.CLOSED_BY.get(name, (frozenset(), frozenset()))
        if not closed or self._too_deep:
            return
        at = self._find(closed, scope | elements.SCOPES - closed)
        if at:
            self._leave(at)

    def close(self, tag: Close) -> None:
        """Leave an element, and what was left open in it."""
        if tag.name == "br":
            self._end_line()
        if self._too_deep:
            self._leave_too_deep(tag)
            return
        at = self._find(frozenset({tag.name}), elements.SCOPES - {tag.name})
        if not at:
            return
        if tag.name in elements.BLOCKS:
            self._leave(at)
        elif not any(element.name in elements.BLOCKS for element in self._open[at + 1 :]):
            self._drop(at)

    def _leave_too_deep(self, tag: Close) -> None:
        if tag.name in elements.BLOCKS:
            self._bound(hidden=bool(self._hidden_from))
        self._too_deep -= 1
        if self._too_deep < self._hidden_from:
            self._hidden_from = 0

    def _find(self, names: frozenset[str], scope: frozenset[str]) -> int:
        """Give the place of the innermost open element of these names that no scope hides, 0 for none."""
        if not any(self._names[name] for name in names):
            return 0
        for at in range(len(self._open) - 1, 0, -1):
            if self._open[at].name in names:
                return at
            if self._open[at].name in scope:
                return 0
        return 0

    def _leave(self, at: int) -> None:
        self._bound(hidden=self._open[at].hidden)
        self._drop(at)

    def _drop(self, at: int) -> None:
        self._names.subtract(element.name for element in self._open[at:])
        del self._open[at:]

    def _bound(self, *, hidden: bool) -> None:
        """Part the texts before and after the edge of an element; a hidden one parts nothing that is seen."""
        if hidden:
            self._end_hidden()
        else:
            self._end_block()

    def _end_line(self) -> None:
        """End a line of text; an empty one ends the block."""
        self._end_hidden()
        line = _line(self._pieces, self._row)
        self._pieces = []
        if line is None:
            self._end_stanza()
            return
        self._lines.append(line)
        self._row += 1

    def _end_block(self) -> None:
        self._end_hidden()
        if self._pieces:
            self._end_line()
        self._end_stanza()

    def _end_stanza(self) -> None:
        if self._lines:
            self._stanzas.append((self._lines, self._with_item()))
            self._lines = []
            self._row += 1

    def _with_item(self) -> Setting:
        """Say of the block that ends here whether it begins an item."""
        item = self._open[-1].item
        if item is None or not self._setting.form.level:
            return self._setting
        first, item.begun = not item.begun, True
        return replace(self._setting, form=replace(self._setting.form, first=first))

    def _end_hidden(self) -> None:
        text = clean("".join(token.text for token in self._hidden))
        if text:
            first = next(token for token in self._hidden if token.text.strip())
            leading = first.text[: len(first.text) - len(first.text.lstrip())]
            self._unseen.append(Unseen(first.line + leading.count("\n"), text, _HIDDEN))
        self._hidden = []

    def finish(self) -> WebPage:
        """End the page."""
        self._end_block()
        titles = tuple(_titles(self._meta))
        language = self._meta.get("lang", Text("", 0)).text.strip()
        blocks = (*titles, *cut(self._stanzas))
        return WebPage(blocks, titles, tuple(self._unseen), language, self._depth, self._elements)


def _in_list(here: _Element, tag: Open) -> _Element:
    form = here.setting.form
    if tag.name == "li":
        above = here.list or _Item()
        item = _Item(above.number)
        above.number += bool(above.number)
        form = replace(form, level=max(form.level, 1), number=item.number)
        return replace(here, item=item, setting=replace(here.setting, form=form))
    start = tag.attributes.get("start", "1").strip()
    number = int(start) if start.isascii() and start.isdecimal() and 0 < len(start) < 9 else 1
    form = replace(form, level=min(form.level + 1, _DEEPEST_LIST))
    items = _Item(max(number, 1) if tag.name == "ol" else 0)
    return replace(here, list=items, item=None, setting=replace(here.setting, form=form))


def _line(pieces: Sequence[_Piece], row: int) -> Line | None:
    """Put pieces side by side as a browser does, with one space where any white space stands between them."""
    texts: list[str] = []
    last = " "
    for piece in pieces:
        text = _clean_inside(piece.text, last)
        texts.append(text)
        last = text[-1:] or last
    while texts and not texts[-1].strip():
        texts.pop()
    if not texts:
        return None
    texts[-1] = texts[-1].rstrip()
    whole = "".join(texts)
    spans = list(_spans(pieces, texts))
    number = next(piece.line for piece, text in zip(pieces, texts, strict=False) if text.strip())
    linked = sum(end - start for start, end, piece in spans if piece.link)
    return Line(row, whole, 0, columns(whole), number, tuple(_marks(spans, whole)), linked, tuple(_lost(spans)))


def _clean_inside(text: str, before: str) -> str:
    """Tidy white space in a text that stands after ``before``: none where there is some already."""
    tidy = clean(f"x{text}x")[1:-1]
    return tidy.lstrip() if before.isspace() else tidy


def _spans(pieces: Sequence[_Piece], texts: Sequence[str]) -> Iterator[tuple[int, int, _Piece]]:
    at = 0
    for piece, text in zip(pieces, texts, strict=False):
        if text:
            yield at, at + len(text), piece
        at += len(text)


def _marks(spans: Sequence[tuple[int, int, _Piece]], whole: str) -> Iterator[Mark]:
    """Give the marks of a line, each without white space at its ends."""

    def look(span: tuple[int, int, _Piece]) -> tuple[bool, bool, str]:
        piece = span[2]
        return piece.strong, piece.emphasis, elements.kept_link(piece.link)

    for (strong, emphasis, link), group in groupby(spans, key=look):
        together = list(group)
        start, end = together[0][0], together[-1][1]
        if not (strong or emphasis or link):
            continue
        text = whole[start:end]
        start += len(text) - len(text.lstrip())
        end -= len(text) - len(text.rstrip())
        if start < end:
            yield Mark(start, end, strong, emphasis, link)


def _lost(spans: Sequence[tuple[int, int, _Piece]]) -> Iterator[tuple[str, str]]:
    for link, _ in groupby(span[2].link for span in spans):
        if link and not elements.kept_link(link):
            yield elements.address(link), elements.lost_link(link)


def _titles(meta: Mapping[str, Text]) -> Iterator[Block]:
    """Give the titles in the head of a page, without the name of the site."""
    site = clean(meta.get("og:site_name", Text("", 0)).text)
    reasons = {"og:title": SHARED_TITLE, "title": _WINDOW_TITLE}
    for row, (key, reason) in enumerate(reasons.items()):
        token = meta.get(key)
        text = _without_site(clean(token.text), site) if token else ""
        if token and text:
            # Far above the first line of the page, and from each other.
            line = Line(3 * row - 9, text, 0, columns(text), token.line)
            yield Block((line,), text, setting=Setting(aside=reason))


def _without_site(title: str, site: str) -> str:
    bare = title.removesuffix(site) if site and title != site else title
    is_parted = bare != title and bare.rstrip().endswith(tuple(_SEPARATORS))
    return bare.rstrip(_SEPARATORS) if is_parted else title
