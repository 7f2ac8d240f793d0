"""A page as tags and text, each with its line: what a browser would show, before anything is left out.

It is forgiving and never fails: what is no tag is text. It does not build a tree.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import unescape
from html.parser import HTMLParser
from typing import Final

from l10n_tool.markup.html_tokens import RAW, Token, What, tokens_of

__all__ = ["Close", "Open", "Text", "read_tags", "unescaped"]

_LINE_END: Final = re.compile(r"\r\n|\r|\n")
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
    raw = False
    for token in tokens_of(html):
        read = _read(html, token, bisect_right(ends, token.start) + 1, raw=raw)
        raw = token.what is What.START and token.name in RAW
        if read is not None:
            yield read


def _read(html: str, token: Token, line: int, *, raw: bool) -> Text | Open | Close | None:
    if token.what in {What.START, What.EMPTY}:
        return Open(token.name, line, _attributes(html[token.start : token.end], token.attributes))
    if token.what is What.END:
        return Close(token.name)
    if token.what is What.TEXT or raw or _is_text(html, token):
        return Text(unescaped(html[token.start : token.end]), line)
    return None


def _is_text(html: str, token: Token) -> bool:
    """Whether what is no tag is read as text: "<3" is, a declaration and a tag that is cut off are not."""
    after = html[token.start + 1 : token.start + 2]
    return token.what is What.OTHER and not (after in {"!", "?", "/"} or (after.isascii() and after.isalpha()))


def _attributes(tag: str, plain: Sequence[tuple[str, str | None]]) -> Mapping[str, str]:
    """Return a tag's attributes; of those with one name the first holds."""
    # What the tokens tell of values is right where nothing in the tag was masked.
    known = plain if tag.isascii() and "&" not in tag else _Attributes.of(tag)
    found: dict[str, str] = {}
    for name, value in known:
        found.setdefault(name, value or "")
    return found


class _Attributes(HTMLParser):
    """Takes the attributes of one tag, whose end is known."""

    @classmethod
    def of(cls, tag: str) -> Sequence[tuple[str, str | None]]:
        parser = cls()
        parser.feed(_ABSURD_REFERENCE.sub("\ufffd", tag))
        return parser.found

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: Sequence[tuple[str, str | None]] = ()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found = self.found or attrs
