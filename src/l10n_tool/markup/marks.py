"""The marks of a text: what an engine must not touch, with the place of each.

A mark is an atom, such as a placeholder or a code span, or one of a pair around words, such as ``**`` and ``**`` or
``[`` and ``](https://example.org)``. Markdown is read by pyromark; the rest is found by patterns in what it leaves.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import accumulate
from typing import Any, Final

import pyromark

from l10n_tool.markup.elements import VOID
from l10n_tool.markup.markdown import OPTIONS, names

__all__ = ["Kind", "Mark", "Role", "count_marks", "find_marks", "merge_pairs"]


class Kind(StrEnum):
    """What a mark is, in the words of a message."""

    BOLD = "bold"
    EMPHASIS = "emphasis"
    STRIKETHROUGH = "strikethrough"
    LINK = "a link"
    IMAGE = "an image"
    CODE = "a code span"
    TAG = "a tag"
    FOOTNOTE = "a footnote"
    BREAK = "a line break"
    ADDRESS = "an address"
    PLACEHOLDER = "a placeholder"
    ESCAPE = "an escaped character"

    @property
    def soft(self) -> bool:
        """Whether words without this mark still say the same."""
        return self in {Kind.BOLD, Kind.EMPHASIS, Kind.STRIKETHROUGH}


class Role(StrEnum):
    """Whether a mark stands alone or is one end of a pair."""

    ALONE = "alone"
    OPEN = "open"
    CLOSE = "close"


@dataclass(frozen=True, slots=True)
class Mark:
    """One mark; ``start`` and ``end`` are characters of its text, ``text`` is what a draft gets in its place.

    ``pair`` is the same number in both ends of a pair, and a number of its own in an atom.
    """

    start: int
    end: int
    text: str
    kind: Kind
    role: Role = Role.ALONE
    pair: int = 0


# In front of a text, so that nothing in it begins a block: an engine's text is the inside of one.
_GUARD: Final = "x "
_PAIRED: Final = {
    "Strong": (Kind.BOLD, 2),
    "Emphasis": (Kind.EMPHASIS, 1),
    "Strikethrough": (Kind.STRIKETHROUGH, 2),
    "Link": (Kind.LINK, 1),
    "Image": (Kind.IMAGE, 2),
}
_ATOMS: Final = {
    "Code": Kind.CODE,
    "InlineHtml": Kind.TAG,
    "HardBreak": Kind.BREAK,
    "FootnoteReference": Kind.FOOTNOTE,
}

_MARKDOWN_ONLY: Final = r"""
    (?P<escape>\\[!-/:-@\[-`{-~])
  | (?P<footnote>\[\^[^\]\s]+\])
  | (?P<link>\[[^\[\]\n]+\]\[\])
"""
_PLAIN_ONLY: Final = r"(?P<break>(?<![ \t])(?:[ \t]*\r?\n)+[ \t]*)"
# Placeholders of Jinja, shells, Ruby, Python, ICU and printf, in this order: the first that fits takes it.
_ANYWHERE: Final = r"""
  | (?P<tag></?[A-Za-z][^<>\n]*>|<!--.{0,500}?-->)
  | (?P<address>(?:https?|ftp)://[^\s<>"'`|\\^。、」』）】]*[^\s<>"'`|\\^。、」』）】.,;:!?)\]]
      | (?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+)
  | (?P<placeholder>\{\{[^{}\n]*\}\} | \{%[^{}\n]*%\} | [$%]\{[^{}\n]*\} | \{\}
      | \{[A-Za-z_0-9][\w.\[\]]*(?:![rsa])?(?::[^{}\n]*|,[^{}\n]*)?\}
      | %\(\w+\)[-+\#0]*[0-9]*(?:\.[0-9]+)?[diouxXeEfFgGcrsa]
      | (?<![\w%])%(?:[0-9]+\$)?[-+\#0]*[0-9]*(?:\.[0-9]+)?(?:hh?|ll?|z)?[diouxXeEfFgGcrsa](?![A-Za-z])
      | %%)
  | (?P<entity>&(?:\#[0-9]{1,7}|\#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});)
"""
_IN_MARKDOWN: Final = re.compile(_MARKDOWN_ONLY + _ANYWHERE, re.VERBOSE)
_IN_PLAIN: Final = re.compile(_PLAIN_ONLY + _ANYWHERE, re.VERBOSE)
#: Without one of these a text that is not Markdown has no mark.
_MAYBE: Final = re.compile(r"[\n<@{%&]|://")
_GROUPS: Final = {
    "escape": Kind.ESCAPE, "entity": Kind.ESCAPE, "footnote": Kind.FOOTNOTE, "link": Kind.LINK, "break": Kind.BREAK,
    "tag": Kind.TAG, "address": Kind.ADDRESS, "placeholder": Kind.PLACEHOLDER,
}  # fmt: skip
_WHOLE: Final = re.compile(r"<code\b|<[^<>]*\stranslate\s*=\s*[\"']?no\b", re.IGNORECASE)
_TAG_NAME: Final = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9-]*)[^<>]*?(/?)>")


def find_marks(text: str, *, markdown: bool) -> tuple[Mark, ...]:
    """Return the marks of a text in order; they do not overlap."""
    if not markdown and not _MAYBE.search(text):
        return ()
    read = sorted(_markdown_marks(text), key=lambda mark: mark.start) if markdown else []
    everything = list(_filled(text, read, _IN_MARKDOWN if markdown else _IN_PLAIN))
    return tuple(_with_whole_elements(text, _with_tag_pairs(everything)))


def count_marks(text: str, *, markdown: bool) -> Counter[tuple[str, str]]:
    """Count a text's marks by kind and text; escapes are not counted, as they say nothing of a text's structure."""
    marks = find_marks(text, markdown=markdown)
    return Counter((mark.kind, mark.text) for mark in marks if mark.kind is not Kind.ESCAPE)


@dataclass(slots=True)
class _Span:
    """A pair that is being read; ``inner`` is where its content ends so far, -1 while it has none."""

    name: str
    target: Mapping[str, Any]
    start: int
    end: int
    inner: int = -1


def _markdown_marks(text: str) -> Iterator[Mark]:
    spans: list[_Span] = []
    pairs = 0
    for event, start, end in _events(text):
        name, value = names(event)
        inner, target = names(value) if isinstance(value, str | dict) else ("", None)
        if name == "End" and inner in _PAIRED and spans:
            pairs += 1
            yield from _ends(text, spans.pop(), pairs)
        if spans and name != "End":
            spans[-1].inner = max(spans[-1].inner, end)
        if name == "Start" and inner in _PAIRED:
            spans.append(_Span(inner, target or {}, start, end))
        elif name in _ATOMS:
            yield Mark(start, end, text[start:end], _ATOMS[name])


def _events(text: str) -> Iterator[tuple[object, int, int]]:
    """Yield pyromark's events with their places in characters of ``text``."""
    guarded = _GUARD + text
    offsets = _character_offsets(guarded)
    for event, place in pyromark.events_with_range(guarded, options=OPTIONS, broken_link_callback=_known_elsewhere):
        start, end = offsets[place["start"]], offsets[place["end"]]
        yield event, max(start - len(_GUARD), 0), max(end - len(_GUARD), 0)


def _character_offsets(text: str) -> Sequence[int]:
    """Return for each byte of the text in UTF-8 how many characters stand before it."""
    if text.isascii():
        return range(len(text) + 1)
    data = text.encode("utf-8", "surrogatepass")
    return list(accumulate((byte & 0xC0 != 0x80 for byte in data), initial=0))


def _known_elsewhere(link: Mapping[str, Any]) -> tuple[str, str] | None:
    """Take [text][label] for a link: its definition stands elsewhere in the document."""
    return ("#", "") if str(link.get("link_type", "")).startswith("Reference") else None


def _ends(text: str, span: _Span, pair: int) -> Iterator[Mark]:
    """Yield both ends of a pair, or an atom where there are no words between them."""
    kind, width = _PAIRED[span.name]
    if span.name == "Strikethrough" and not text.startswith("~~", span.start):
        width = 1
    closing = span.inner if kind in {Kind.LINK, Kind.IMAGE} else span.end - width
    if not _has_two_ends(text, span, closing):
        yield Mark(span.start, span.end, text[span.start : span.end], kind)
        return
    opening = span.start + width
    yield Mark(span.start, opening, text[span.start : opening], kind, Role.OPEN, pair)
    yield Mark(closing, span.end, text[closing : span.end], kind, Role.CLOSE, pair)


def _has_two_ends(text: str, span: _Span, closing: int) -> bool:
    if span.target.get("link_type") in {"Autolink", "Email"} or span.inner < 0:
        return False
    return span.name not in {"Link", "Image"} or text.startswith("]", closing)


def _filled(text: str, read: Iterable[Mark], pattern: re.Pattern[str]) -> Iterator[Mark]:
    """Yield the marks that were read, and what the pattern finds between them."""
    at = 0
    for mark in (*read, Mark(len(text), len(text), "", Kind.TAG)):
        if mark.start < at:
            continue
        yield from _matches(text, at, mark.start, pattern)
        if mark.text:
            yield mark
        at = mark.end


def _matches(text: str, start: int, end: int, pattern: re.Pattern[str]) -> Iterator[Mark]:
    for match in pattern.finditer(text, start, end):
        yield Mark(match.start(), match.end(), match[0], _GROUPS[match.lastgroup or "placeholder"])


def _with_tag_pairs(marks: list[Mark]) -> list[Mark]:
    """Give every mark its pair; an opening tag and its closing one are one where they enclose whole pairs only."""
    numbered = [replace(mark, pair=-at - 1) if mark.role is Role.ALONE else mark for at, mark in enumerate(marks)]
    opened: list[int] = []
    for at, mark in enumerate(numbered):
        name, closes = _tag(mark)
        if mark.role is Role.OPEN or (name and not closes):
            opened.append(at)
        elif mark.role is Role.CLOSE:
            while numbered[opened.pop()].pair != mark.pair:
                pass
        elif name and opened and _tag(numbered[opened[-1]])[0] == name:
            start = opened.pop()
            numbered[start] = replace(numbered[start], role=Role.OPEN)
            numbered[at] = replace(mark, role=Role.CLOSE, pair=numbered[start].pair)
    return numbered


def _with_whole_elements(text: str, marks: Sequence[Mark]) -> Iterator[Mark]:
    """Yield the marks, with each element that must come back whole as one: code, and what is not to be translated."""
    closing = {mark.pair: mark.end for mark in marks if mark.role is Role.CLOSE}
    at = 0
    for mark in marks:
        if mark.start < at:
            continue
        if mark.kind is Kind.TAG and mark.role is Role.OPEN and _WHOLE.match(mark.text):
            at = closing[mark.pair]
            yield Mark(mark.start, at, text[mark.start : at], Kind.TAG, pair=mark.pair)
        else:
            yield mark


def _tag(mark: Mark) -> tuple[str, bool]:
    """Return a tag's name and whether it is a closing one; an empty name for what is no tag or has no end tag."""
    match = _TAG_NAME.fullmatch(mark.text) if mark.kind is Kind.TAG else None
    if not match or match[3] or match[2].lower() in VOID:
        return "", False
    return match[2].lower(), bool(match[1])


def merge_pairs(marks: Sequence[Mark]) -> tuple[Mark, ...]:
    """Join a pair that encloses nothing but another pair with that pair, as in ``**[words](target)**``.

    The fewer marks a text has, the more of them come back.
    """
    merged = list(marks)
    at = 0
    while at + 1 < len(merged):
        end = _closing(merged, at)
        inner = _closing(merged, at + 1)
        if end == inner + 1 and inner > 0 and _touch(merged, at) and _touch(merged, inner):
            merged[inner : end + 1] = [_joined(merged[inner], merged[end])]
            merged[at : at + 2] = [_joined(merged[at], merged[at + 1])]
        else:
            at += 1
    return tuple(merged)


def _closing(marks: Sequence[Mark], at: int) -> int:
    """Return which mark closes the one at this place, or -1."""
    mark = marks[at]
    if mark.role is not Role.OPEN:
        return -1
    return next((i for i in range(at + 1, len(marks)) if marks[i].pair == mark.pair), -1)


def _touch(marks: Sequence[Mark], at: int) -> bool:
    return marks[at].end == marks[at + 1].start


def _joined(first: Mark, second: Mark) -> Mark:
    """Return both as one mark, of the kind that must not be lost and of the outer pair's number."""
    kind = second.kind if first.kind.soft else first.kind
    pair = first.pair if first.role is Role.OPEN else second.pair
    return Mark(first.start, second.end, first.text + second.text, kind, first.role, pair)
