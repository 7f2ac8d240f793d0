"""What the HTML of a body holds: its headings, and whatever in it could act by itself."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from typing import Final

__all__ = ["Body", "read_body"]

# Elements and attributes that only structure text. Anything else has to come from the author.
_TEXT_TAGS: Final = frozenset({
    "a", "abbr", "b", "bdi", "bdo", "blockquote", "br", "caption", "cite", "code", "col", "colgroup", "dd", "del",
    "details", "dfn", "div", "dl", "dt", "em", "figcaption", "figure", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "i",
    "img", "ins", "kbd", "li", "mark", "ol", "p", "pre", "q", "rp", "rt", "ruby", "s", "samp", "section", "small",
    "span", "strong", "sub", "summary", "sup", "table", "tbody", "td", "tfoot", "th", "thead", "time", "tr", "u", "ul",
    "var", "wbr",
})  # fmt: skip
_TEXT_ATTRIBUTES: Final = frozenset({
    "alt", "aria-label", "class", "colspan", "datetime", "dir", "headers", "height", "href", "id", "lang", "reversed",
    "rowspan", "scope", "src", "start", "title", "type", "value", "width",
})  # fmt: skip
_HEADINGS: Final = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_SCHEMES: Final = frozenset({"http", "https", "mailto", "tel"})
_SCHEME: Final = re.compile(r"([a-zA-Z][a-zA-Z0-9+.\-]*):")
# Browsers drop these from an address before they look for its scheme (WHATWG URL, basic URL parser).
_IGNORED_IN_ADDRESSES: Final = re.compile(r"[\x00-\x20\x7f]")
# A fragment stands in a page, where a tag, a comment or an attribute that it leaves open swallows what follows. This
# ends each of them, and shows: it is text after a whole fragment, and an unknown attribute or a comment otherwise.
_END: Final = "</article>]]>-->\"' end>"


@dataclass(frozen=True, slots=True)
class Body:
    """The facts of a body that a page builds on.

    ``heading`` is the plain text of the first heading and ``foreign`` whether any of it is marked as another
    language; ``titled`` says that the body has a heading of the first level. ``active`` names all that could run,
    load or leave the page: scripts, event handlers, frames, forms, styles, comments and addresses of other
    schemes. A body of text, links and pictures of its own site has none.
    """

    heading: str
    foreign: bool
    titled: bool
    active: frozenset[str]


def read_body(html: str) -> Body:
    """Read a fragment of HTML; malformed markup counts as whatever it could become."""
    reader = _Reader()
    reader.feed(html + _END)
    reader.close()
    return Body(" ".join("".join(reader.heading).split()), reader.foreign, reader.titled, frozenset(reader.active))


class _Reader(HTMLParser):
    """Collects the facts of one fragment."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.heading: list[str] = []
        self.foreign = self.titled = False
        self.active: set[str] = set()
        self._in_heading = ""
        self._heading_read = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.active.update(_active(tag, attrs))
        self.titled = self.titled or tag == "h1"
        if tag in _HEADINGS and not self._heading_read and not self._in_heading:
            self._in_heading = tag
        elif self._in_heading and any(name == "lang" for name, _ in attrs):
            self.foreign = True

    def handle_endtag(self, tag: str) -> None:
        if tag == self._in_heading:
            self._in_heading, self._heading_read = "", True

    def handle_data(self, data: str) -> None:
        if self.cdata_elem and data.strip():
            self.active.add(f"the content of <{self.cdata_elem}>: {data.strip()}")
        elif self._in_heading:
            self.heading.append(data)

    def handle_comment(self, data: str) -> None:
        self.active.add(f"a comment <!--{data}-->")

    def handle_decl(self, decl: str) -> None:
        self.active.add(f"a declaration <!{decl}>")

    def unknown_decl(self, data: str) -> None:
        self.active.add(f"a declaration <![{data}]>")

    def handle_pi(self, data: str) -> None:
        self.active.add(f"an instruction <?{data}>")


def _active(tag: str, attrs: list[tuple[str, str | None]]) -> Iterator[str]:
    """Name what of an element is more than text."""
    if tag not in _TEXT_TAGS:
        yield f"<{tag}>"
    for name, value in attrs:
        if tag not in _TEXT_TAGS or name not in _TEXT_ATTRIBUTES or not _harmless(name, value or ""):
            yield f'<{tag} {name}="{value or ""}">'


def _harmless(name: str, value: str) -> bool:
    if name not in {"href", "src"}:
        return True
    address = _IGNORED_IN_ADDRESSES.sub("", value)
    scheme = _SCHEME.match(address)
    if name == "src":
        # A picture is fetched without a click; backslashes are slashes to a browser.
        return not scheme and not address.replace("\\", "/").startswith("//")
    return not scheme or scheme[1].lower() in _SCHEMES
