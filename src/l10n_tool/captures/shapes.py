"""What a block looks like: sentences, a date, a counter, a menu. By shape, never by what a page calls things.

The value of a shape is the reason a line is dropped for when the message does not take it.
"""

import re
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from l10n_tool.captures.dates import find_date
from l10n_tool.captures.letters import (
    UNSPACED,
    capitals,
    ends_sentence,
    introduces,
    key_of,
    sentence_ends,
    size_of,
    tokens,
    word_count,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from l10n_tool.captures.blocks import Block

__all__ = ["Seen", "Shape", "look_at"]


class Shape(StrEnum):
    """The shapes a block may have; the first whose rule holds is the block's, SHORT if none does."""

    BARE = "no letter or digit in it"
    NOTICE = "a notice about the page itself: it names a program's file, a script or a cookie"
    DATE = "a date away from the message"
    COUNTER = "a counter: a label and a number"
    CONTROL = "a control of the page: a label without words after it"
    LINKS = "a mass of headlines without sentences, as in a list of links"
    PROSE = "sentences away from the message"
    HEADING = "a heading away from the message"
    LINK = "a link of the page: all of the text is in it"
    ITEM = "a list item away from the message"
    SENTENCE = "a sentence of few or capitalised words away from the message"
    FORM = "a line that asks for an entry: it ends in a colon"
    ADDRESS = "an address of the page"
    FIGURES = "a strip of figures"
    MENU = "a menu: names side by side, no sentence"
    LOOSE = "a long text that ends without an end mark, away from the message"
    SHORT = "a short line that is no sentence"


@dataclass(frozen=True, slots=True)
class Seen:
    """A block with its shape, its size in letters and its key; equal keys are one text (see ``key_of``).

    ``main`` tells whether it stands in the main text of an HTML page, None if nobody was asked.
    """

    block: "Block"
    shape: Shape
    size: int
    key: str
    main: bool | None = None


@dataclass(frozen=True, slots=True)
class _Traits:
    text: str
    size: int
    words: int
    capitals: float
    ends: int
    closed: bool


def look_at(block: "Block") -> Seen:
    """Say what a block looks like, from its own text, and on an HTML page from what the page says it is."""
    text = block.text
    traits = _Traits(
        text,
        size_of(text),
        word_count(text),
        capitals(tokens(text)),
        sentence_ends(text),
        ends_sentence(text),
    )
    shape = next((shape for shape, holds in _RULES.items() if holds(traits)), Shape.SHORT)
    return Seen(block, _marked_up(block, shape), traits.size, key_of(text))


# What the words of a text make of it, and markup may know better.
_BY_WORDS: Final = frozenset({
    Shape.PROSE, Shape.ITEM, Shape.SENTENCE, Shape.FORM, Shape.MENU, Shape.LOOSE, Shape.SHORT, Shape.LINKS,
})  # fmt: skip


def _marked_up(block: "Block", shape: Shape) -> Shape:
    form = block.setting.form
    if shape not in _BY_WORDS:
        return shape
    if form.heading:
        return Shape.HEADING
    if block.linked:
        return Shape.LINK
    return Shape.ITEM if form.level and shape is not Shape.PROSE else shape


_PROGRAM_FILE: Final = re.compile(
    r"(?<![\w/.@-])\w[\w-]*\.(?:txt|js|css|php|html?|aspx?|jsp|xml|json|swf|dll|exe|log|ini)(?![\w/-])",
    re.IGNORECASE,
)
_PAGE_WORD: Final = re.compile(r"\b(?:javascript|cookies?)\b|[©®]", re.IGNORECASE)
_COUNTER: Final = re.compile(r"[^\d:：]{1,40}[:：]\s*\d[\d\s.,]*|[^\d()（）]{1,40}[(（]\d+[)）]|\d[\d.,]*\s[^\W\d_]+")
_CONTROL: Final = re.compile(r"[^:：]{1,40}[:：][\W\d_]+")
_BULLET: Final = re.compile(r"(?:[-*+•–—·▪◦●■]|\(?\d{1,2}[.)])\s")
# A web address, an e-mail address, or one that the page hides in square brackets.
_ADDRESS: Final = re.compile(r"://|\bwww\.|@\w|\[[^\[\]]+\]\Z")
_SEPARATOR: Final = re.compile(r"\s+[|•·»›>/–]\s+")
_DIGIT: Final = re.compile(r"\d")

# No counter, control, date or address of a page is longer than this.
_LINE: Final = 200


def _is_bare(it: _Traits) -> bool:
    return not any(map(str.isalnum, it.text))


def _is_notice(it: _Traits) -> bool:
    return it.size <= 2 * _LINE and bool(_PROGRAM_FILE.search(it.text) or _PAGE_WORD.search(it.text))


def _is_date(it: _Traits) -> bool:
    if it.size > _LINE or (it.closed and it.words > 5):
        return False
    date = find_date(it.text)
    return date is not None and word_count(it.text.replace(date, " ")) <= 4


def _is_counter(it: _Traits) -> bool:
    return it.size <= _LINE and bool(_COUNTER.fullmatch(it.text))


def _is_control(it: _Traits) -> bool:
    return it.size <= _LINE and bool(_CONTROL.fullmatch(it.text))


def _is_links(it: _Traits) -> bool:
    sentence = 3 * _LINE if it.closed else _LINE
    return it.capitals >= 0.35 and it.size > sentence * max(it.ends, 1)


def _is_prose(it: _Traits) -> bool:
    whole = it.closed or introduces(it.text)
    return whole and it.size >= 40 and it.words >= 5 and it.capitals <= 0.7


def _is_item(it: _Traits) -> bool:
    return bool(_BULLET.match(it.text))


def _is_sentence(it: _Traits) -> bool:
    cut_short = it.text.endswith(("…", "..."))
    return it.closed and not cut_short


def _is_form(it: _Traits) -> bool:
    return introduces(it.text)


def _is_address(it: _Traits) -> bool:
    return it.size <= _LINE and bool(_ADDRESS.search(it.text))


def _is_figures(it: _Traits) -> bool:
    words = it.text.split()
    figures = sum(1 for word in words if _DIGIT.search(word))
    return figures >= 3 and 4 * figures >= len(words)


def _is_menu(it: _Traits) -> bool:
    pieces = _SEPARATOR.split(it.text) if it.size <= 2 * _LINE else [it.text]
    if len(pieces) >= 3:
        return all(word_count(piece) <= 4 for piece in pieces)
    words = tokens(it.text)
    if UNSPACED.search(it.text):
        return len(words) >= 3 and all(len(word) <= 6 for word in words)
    # A headline may be all in upper case, or give each word a capital if it has few.
    return len(words) >= 5 and it.capitals == 1.0 and not it.text.isupper()


def _is_loose(it: _Traits) -> bool:
    return it.size >= 100 and it.words >= 12 and it.capitals <= 0.4


_RULES: Final["Mapping[Shape, Callable[[_Traits], bool]]"] = MappingProxyType({
    Shape.BARE: _is_bare,
    Shape.NOTICE: _is_notice,
    Shape.DATE: _is_date,
    Shape.COUNTER: _is_counter,
    Shape.CONTROL: _is_control,
    Shape.LINKS: _is_links,
    Shape.PROSE: _is_prose,
    Shape.ITEM: _is_item,
    Shape.SENTENCE: _is_sentence,
    Shape.FORM: _is_form,
    Shape.ADDRESS: _is_address,
    Shape.FIGURES: _is_figures,
    Shape.MENU: _is_menu,
    Shape.LOOSE: _is_loose,
})  # fmt: skip
