"""Runs of inline content: the pieces of text that a translator sees, with the tags that stand in them.

What a translator sees of a run is its text with

- white space as single spaces, as browsers show it, but in ``pre``;
- character references as the characters they stand for, with two exceptions: ``<`` is always ``&lt;``, since a tag
  begins with it, and ``&`` is ``&amp;`` where the next letters would make a reference of it;
- tags as in the source, with white space in them as single spaces and without the attributes that are texts of their
  own (``alt``, ``title``): they are translated apart;
- what must stay as it is, such as ``<code>…</code>`` and ``<span translate="no">…</span>``, as one tag.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from html import unescape
from typing import Final, NamedTuple

from l10n_tool.markup.html_tokens import Token, What, spaces_folded
from l10n_tool.sources._html_attributes import Attribute, texts_of
from l10n_tool.sources._html_elements import FOREIGN, OpenElements

__all__ = ["SPACE", "Inline", "Item", "Part", "decoded", "escaped", "has_words", "runs_of"]

#: White space, as HTML has it: a no-break space is none.
SPACE: Final = " \t\n\f\r"


class Item(NamedTuple):
    """A token of a run; ``on`` is whether its text is to be translated, ``solid`` whether a reader sees it as text.

    ``words`` is whether there is something to translate in it. ``texts`` are its attributes that are texts.
    """

    what: What
    start: int
    end: int
    name: str = ""
    on: bool = True
    solid: bool = False
    words: bool = False
    texts: Sequence[Attribute] = ()


class Part(NamedTuple):
    """A part of a run as a translator sees it: a text, or with another ``what`` a tag that must come back."""

    what: What
    start: int
    end: int
    shown: str
    solid: bool = False
    words: bool = False


def decoded(text: str) -> str:
    """Return a text with its character references as characters, as a browser reads them."""
    return unescape(text) if "&" in text else text


_REFERENCE: Final = re.compile(r"&(?:#[0-9]+;?|#[xX][0-9a-fA-F]+;?|[A-Za-z][^\t\n\f <&#;]{0,31};?)")


def escaped(text: str) -> str:
    """Return characters as a translator sees them; :func:`decoded` gives them back."""
    if "&" in text:
        text = _REFERENCE.sub(_unambiguous, text)
    return text.replace("<", "&lt;")


def _unambiguous(match: re.Match[str]) -> str:
    return match[0] if unescape(match[0]) == match[0] else "&amp;" + match[0][1:]


class Inline:
    """Takes the tokens of inline content and keeps the items of the run."""

    def __init__(self, html: str, elements: OpenElements) -> None:
        self.items: list[Item] = []
        self.elements = elements
        self._html = html
        #: The element of another vocabulary that stands open: all it holds is one item.
        self.foreign = ""
        self._depth, self._start = 0, 0

    def take(self, token: Token) -> None:
        """Add a token to the run."""
        if self.foreign:
            self._inside(token)
        elif token.what is What.TEXT:
            self._text(token)
        elif token.what is What.START:
            self._start_tag(token)
        elif token.what is What.END:
            closed = self.elements.close(token.name)
            on = closed.on if closed else self.elements.top.on
            what = What.UNFINISHED if closed and closed.parts else What.END
            self.items.append(Item(what, token.start, token.end, token.name, on))
        else:
            self._alone(token)

    def _text(self, token: Token) -> None:
        top = self.elements.top
        text = decoded(self._html[token.start : token.end])
        solid = bool(text.strip())
        if not solid and not self.items:
            return
        words = solid and top.on and not top.quiet and has_words(text)
        self.items.append(Item(What.TEXT, token.start, token.end, "", top.on, solid, words))

    def _start_tag(self, token: Token) -> None:
        if token.name in FOREIGN:
            self.foreign, self._depth, self._start = token.name, 0, token.start
            self._inside(token)
            return
        element = self.elements.opening(token)
        self.elements.push(element)
        texts = texts_of(self._html, token) if element.on else ()
        what = What.UNFINISHED if element.parts else What.START
        self.items.append(Item(what, token.start, token.end, token.name, element.on, False, False, texts))

    def _alone(self, token: Token) -> None:
        on = self.elements.top.on
        if token.what is What.EMPTY:
            on = self.elements.opening(token).on
            texts = texts_of(self._html, token) if on else ()
            self.items.append(Item(What.EMPTY, token.start, token.end, token.name, True, False, False, texts))
        elif token.what is not What.UNFINISHED and self._html[token.end - 1] == ">":
            self.items.append(Item(What.EMPTY, token.start, token.end))
        else:
            self.items.append(Item(What.UNFINISHED, token.start, token.end))

    def _inside(self, token: Token) -> None:
        if token.name == self.foreign:
            closed = self._html[token.end - 2] == "/"
            self._depth += {What.START: 0 if closed else 1, What.END: -1}.get(token.what, 0)
        if self._depth <= 0:
            self.items.append(Item(What.OTHER, self._start, token.end, self.foreign))
            self.foreign = ""


def has_words(text: str) -> bool:
    """Whether there is something to translate in a text: a letter or a digit."""
    return any(map(str.isalnum, text))


def runs_of(html: str, items: Sequence[Item], *, pre: bool = False) -> Iterator[tuple[Part, ...]]:
    """Yield the runs that have something to translate, each with every tag closed in it.

    A tag whose partner is not there parts the content. What stands around the words of a run is left out: tags that
    enclose all of it, pictures and line breaks at its ends, and white space.
    """
    if not any(item.words for item in items):
        return
    for run in _whole_runs(items):
        parts = [_part(html, item, pre=pre) for item in _trimmed(run)]
        if any(part.words for part in parts):
            yield tuple(_without_outer_space(html, parts))


def _whole_runs(items: Sequence[Item]) -> Iterable[Sequence[Item]]:
    """Return the balanced runs of the items; most are one as they stand."""
    if len(items) == 1:
        return (items,) if items[0].on else ()
    partners = _partners(items)
    if all(i.on and i.what is not What.UNFINISHED for i in items) and not _unmatched(items, partners):
        return (items,)
    return _balanced(list(_with_atoms(items, partners)))


def _unmatched(items: Sequence[Item], partners: Sequence[int]) -> bool:
    return any(p < 0 and i.what in _TAGS for i, p in zip(items, partners, strict=True))


def _partners(items: Sequence[Item]) -> list[int]:
    """Return for each item which one closes or opens it, or -1."""
    partners = [-1] * len(items)
    opened: list[int] = []
    counts: dict[str, int] = {}
    for at, item in enumerate(items):
        if item.what is What.START:
            opened.append(at)
            counts[item.name] = counts.get(item.name, 0) + 1
        elif item.what is What.END and counts.get(item.name, 0):
            start = -1
            while start < 0 or items[start].name != item.name:
                start = opened.pop()
                counts[items[start].name] -= 1
            partners[start], partners[at] = at, start
    return partners


def _sums(flags: Iterable[bool]) -> list[int]:
    sums = [0]
    for flag in flags:
        sums.append(sums[-1] + flag)
    return sums


def _with_atoms(items: Sequence[Item], partners: Sequence[int]) -> Iterator[Item]:
    """Yield the items with each element that stays as it is as one; what can be no part of a run is UNFINISHED."""
    cuts = [i.what is What.UNFINISHED or (i.what in _TAGS and p < 0) for i, p in zip(items, partners, strict=True)]
    before, solid = _sums(cuts), _sums(item.solid for item in items)
    at = 0
    while at < len(items):
        item, end = items[at], partners[at]
        if item.what is What.START and not item.on and end > at and before[end] == before[at]:
            yield Item(What.EMPTY, item.start, items[end].end, solid=solid[end] > solid[at])
            at = end
        elif cuts[at] or not item.on:
            yield item._replace(what=What.UNFINISHED)
        else:
            yield item
        at += 1


_TAGS: Final = frozenset({What.START, What.END})


def _balanced(items: Sequence[Item]) -> Iterator[Sequence[Item]]:
    """Yield the longest stretches in which every tag has its partner."""
    partners = _partners(items)
    cuts = _sums(item.what is What.UNFINISHED for item in items)
    start = 0
    for at, (item, partner) in enumerate(zip(items, partners, strict=True)):
        broken = item.what in _TAGS and (partner < 0 or cuts[at] != cuts[partner])
        if broken or item.what is What.UNFINISHED:
            yield items[start:at]
            start = at + 1
    yield items[start:]


def _trimmed(items: Sequence[Item]) -> Sequence[Item]:
    """Return a balanced run without what stands around its words."""
    if len(items) == 1:
        return items
    partners, solid = _partners(items), _sums(item.solid for item in items)
    start, end = 0, len(items)
    while start < end:
        first, last = items[start], items[end - 1]
        first_end = partners[start] if first.what is What.START else start
        last_start = partners[end - 1] if last.what is What.END else end - 1
        if solid[first_end + 1] == solid[start]:
            start = first_end + 1
        elif solid[end] == solid[last_start]:
            end = last_start
        elif first_end == end - 1 and first_end > start:
            start, end = start + 1, end - 1
        else:
            break
    return items[start:end]


def _part(html: str, item: Item, *, pre: bool) -> Part:
    raw = html[item.start : item.end]
    if item.what is What.TEXT:
        text = decoded(raw)
        text = text.replace("\r\n", "\n") if pre else spaces_folded(text)
        return Part(What.TEXT, item.start, item.end, escaped(text), item.solid, item.words)
    if item.what is What.OTHER:
        return Part(What.EMPTY, item.start, item.end, f"<{item.name}/>")
    return Part(item.what, item.start, item.end, spaces_folded(_without_texts(raw, item)))


def _without_texts(raw: str, item: Item) -> str:
    if not item.texts:
        return raw
    kept, at = [], 0
    for attribute in item.texts:
        kept.append(raw[at : attribute.start - item.start])
        at = attribute.end - item.start
    return "".join([*kept, raw[at:]])


def _without_outer_space(html: str, parts: list[Part]) -> list[Part]:
    if parts[0].shown[0] in SPACE:
        start = _skip(html, parts[0])
        parts[0] = parts[0]._replace(start=start, shown=parts[0].shown.lstrip(SPACE))
    last = parts[-1]
    if last.shown[-1] in SPACE:
        end = last.start + len(html[last.start : last.end].rstrip(SPACE))
        parts[-1] = last._replace(end=end, shown=last.shown.rstrip(SPACE))
    return parts


def _skip(html: str, part: Part) -> int:
    return part.end - len(html[part.start : part.end].lstrip(SPACE))
