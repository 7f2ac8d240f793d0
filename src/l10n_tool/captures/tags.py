"""Cutting HTML into tags and text as browsers do, in one pass and with the line of everything.

The reader is forgiving and never fails: what is no tag is text. It does not build a tree.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import unescape
from typing import Final

__all__ = ["Close", "Open", "Text", "read_tags", "unescaped"]

_LINE_END: Final = re.compile(r"\r\n|\r|\n")
_NAME: Final = re.compile(r"[A-Za-z][^\s/>]*+")
_ATTRIBUTE: Final = re.compile(
    r"""[\s/]*+([^\s/>=][^\s/>=]*+)(?:\s*+=\s*+(?:"([^"]*+)"|'([^']*+)'|([^\s>"'][^\s>]*+)))?+"""
)
_TAG_END: Final = re.compile(r"[^>]*+>")
# Their content is no markup: text up to the end tag of the same name, or to the end of the page.
_RAW: Final = frozenset({"script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes"})
# The number of a reference with more digits than any character has.
_ABSURD_REFERENCE: Final = re.compile(r"&#(?:[0-9]{8,}+|[xX][0-9A-Fa-f]{8,}+);?")


@dataclass(frozen=True, slots=True)
class Text:
    """Text between tags as it reads, references resolved; ``line`` is the line it begins on, 1-based."""

    text: str
    line: int


@dataclass(frozen=True, slots=True)
class Open:
    """A start tag; of attributes with one name the first holds."""

    name: str
    line: int
    attributes: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Close:
    """An end tag."""

    name: str


def unescaped(text: str) -> str:
    """Resolve character references, whatever their numbers."""
    return unescape(_ABSURD_REFERENCE.sub("\ufffd", text)) if "&" in text else text


def read_tags(html: str) -> Iterator[Text | Open | Close]:
    """Give tags and text in their order; comments, declarations and what an end of file cuts off are left out."""
    ends = [match.end() for match in _LINE_END.finditer(html)]
    raw = ""
    at = 0
    while at < len(html):
        start, at, token = _next_raw(html, at, raw) if raw else _next(html, at)
        if isinstance(token, str):
            yield Text(unescaped(token), bisect_right(ends, start) + 1)
            raw = ""
        elif isinstance(token, Open):
            yield Open(token.name, bisect_right(ends, start) + 1, token.attributes)
            raw = token.name if token.name in _RAW else ""
        elif token is not None:
            yield token


def _next_raw(html: str, at: int, name: str) -> tuple[int, int, str]:
    end = re.compile(rf"</{re.escape(name)}(?=[\s/>])", re.IGNORECASE).search(html, at)
    stop = end.start() if end else len(html)
    return at, stop, html[at:stop]


def _next(html: str, at: int) -> tuple[int, int, str | Open | Close | None]:
    """Give the token at a place: where it begins and ends, and what it is, None for what no reader sees."""
    if html[at] != "<":
        end = html.find("<", at)
        end = len(html) if end < 0 else end
        return at, end, html[at:end]
    follows = html[at + 1 : at + 2]
    if follows in {"!", "?"}:
        return at, _end_of_declaration(html, at), None
    if follows == "/":
        return _end_tag(html, at)
    if follows.isascii() and follows.isalpha():
        return _start_tag(html, at)
    return at, at + 1, "<"


def _end_of_declaration(html: str, at: int) -> int:
    if not html.startswith("<!--", at):
        return _past(html, ">", at)
    if html.startswith(("<!-->", "<!--->"), at):
        return html.index(">", at) + 1
    return _past(html, "-->", at + 4)


def _past(html: str, mark: str, at: int) -> int:
    found = html.find(mark, at)
    return len(html) if found < 0 else found + len(mark)


def _end_tag(html: str, at: int) -> tuple[int, int, Close | None]:
    name = _NAME.match(html, at + 2)
    return at, _past(html, ">", at), Close(name[0].lower()) if name else None


def _start_tag(html: str, at: int) -> tuple[int, int, Open | None]:
    name = _NAME.match(html, at + 1)
    end = name.end() if name else at + 1
    attributes: dict[str, str] = {}
    while attribute := _ATTRIBUTE.match(html, end):
        key, *values = attribute.groups()
        attributes.setdefault(key.lower(), unescaped(next((value for value in values if value is not None), "")))
        end = attribute.end()
    closing = _TAG_END.match(html, end)
    if closing is None:
        return at, len(html), None
    return at, closing.end(), Open(name[0].lower() if name else "", 0, attributes)
