"""What the elements and attributes of HTML mean for a reader of the page."""

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from l10n_tool.markup.elements import VOID

__all__ = [
    "ASIDES", "BLOCKS", "CLOSED_BY", "EMPHASIS", "EMPTY", "HEADINGS", "NO_PART_OF_A_HEADING", "NO_TEXT", "SCOPES",
    "STRONG", "TRANSPARENT", "address", "aside_name", "hides", "kept_link", "lost_link",
]  # fmt: skip

# With those that HTML had once, and that old pages still hold.
EMPTY: Final = VOID | {"basefont", "bgsound", "frame", "keygen"}
BLOCKS: Final = frozenset({
    "address", "article", "aside", "blockquote", "body", "button", "caption", "center", "dd", "details",
    "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "frameset", "h1",
    "h2", "h3", "h4", "h5", "h6", "head", "header", "hgroup", "hr", "html", "iframe", "label", "legend", "li",
    "listing", "main", "menu", "nav", "noscript", "ol", "optgroup", "option", "p", "plaintext", "pre", "search",
    "section", "select", "summary", "svg", "table", "tbody", "td", "template", "textarea", "tfoot", "th",
    "thead", "tr", "ul", "xmp",
})  # fmt: skip
HEADINGS: Final = MappingProxyType({f"h{level}": level for level in range(1, 7)})
STRONG: Final = frozenset({"b", "strong"})
EMPHASIS: Final = frozenset({"i", "em", "cite", "dfn"})
# An end tag does not reach beyond these.
SCOPES: Final = frozenset({"table", "td", "th", "caption", "html", "object", "template"})
#: No heading holds one of these: where one is open, its end tag is missing.
NO_PART_OF_A_HEADING: Final = frozenset({
    "p", "ul", "ol", "dl", "table", "blockquote", "pre", "article", "section", "form",
})  # fmt: skip
#: What belongs to the text around it: a group of texts is looked for beyond these.
TRANSPARENT: Final = frozenset({*HEADINGS, "p", "li", "ul", "ol", "dl", "dt", "dd", "blockquote", "pre", "center"})
#: Their content is no text of the page at all.
NO_TEXT: Final = frozenset({"script", "style"})

_END_A_PARAGRAPH: Final = frozenset({
    "address", "article", "aside", "blockquote", "center", "dd", "details", "dialog", "dir", "div", "dl", "dt",
    "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header",
    "hgroup", "hr", "li", "listing", "main", "menu", "nav", "ol", "p", "plaintext", "pre", "search", "section",
    "summary", "table", "ul", "xmp",
})  # fmt: skip
#: A start tag closes an open element of these names, down to the element that holds them.
CLOSED_BY: Final[Mapping[str, tuple[frozenset[str], frozenset[str]]]] = MappingProxyType({
    **{
        name: (frozenset({"p"}), frozenset({"button"}))
        for name in _END_A_PARAGRAPH
    },
    "li": (frozenset({"li"}), frozenset({"ul", "ol", "menu", "dir"})),
    "dt": (frozenset({"dt", "dd"}), frozenset({"dl"})),
    "dd": (frozenset({"dt", "dd"}), frozenset({"dl"})),
    "td": (frozenset({"td", "th"}), frozenset({"tr", "table"})),
    "th": (frozenset({"td", "th"}), frozenset({"tr", "table"})),
    "tr": (frozenset({"tr"}), frozenset({"table"})),
    "option": (frozenset({"option"}), frozenset({"select", "datalist"})),
    "a": (frozenset({"a"}), frozenset({"td", "th"})),
})  # fmt: skip

#: Elements that hold no part of a message, and the reason their text is dropped for.
ASIDES: Final[Mapping[str, str]] = MappingProxyType({
    "nav": "in the navigation of the page",
    "menu": "in the navigation of the page",
    "aside": "beside the text of the page",
    "footer": "in the foot of the page",
    "search": "in a search form",
    "figcaption": "a caption of a picture",
    "svg": "in a drawing",
    "button": "a control of the page",
    "select": "a control of the page",
    "textarea": "a control of the page",
    "legend": "a control of the page",
    "label": "a control of the page",
})  # fmt: skip
# Shown by a browser only where something else fails, or by a script.
_HIDDEN_ELEMENTS: Final = frozenset({
    "template", "noscript", "datalist", "object", "video", "audio", "canvas", "iframe", "noembed", "noframes",
    "rp",
})  # fmt: skip
_HIDING_STYLE: Final = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse))\b", re.IGNORECASE)
_ROLES: Final = MappingProxyType({"navigation": "nav", "complementary": "aside", "contentinfo": "footer"})

_DROPPED_FROM_ADDRESS: Final = re.compile(r"[\t\n\r]")
_ENDS_OF_ADDRESS: Final = "".join(map(chr, range(33)))
_KEPT_ADDRESS: Final = re.compile(r"(?:https?://[^/?#\s]|mailto:\S)", re.IGNORECASE)
_SCHEME: Final = re.compile(r"([A-Za-z][A-Za-z0-9+.-]{0,30}):")


def hides(name: str, attributes: Mapping[str, str]) -> bool:
    """Tell whether an element says by itself that a reader does not see it."""
    if name in _HIDDEN_ELEMENTS or (name == "dialog" and "open" not in attributes):
        return True
    if "hidden" in attributes or attributes.get("aria-hidden", "").strip().lower() == "true":
        return True
    return bool(_HIDING_STYLE.search(attributes.get("style", "")))


def aside_name(name: str, attributes: Mapping[str, str]) -> str:
    """Return the name of the kind of element this is, which its role may say."""
    return _ROLES.get(attributes.get("role", "").strip().lower(), name)


def address(href: str) -> str:
    """Return an address as a browser reads it: without white space around it, and without line ends in it."""
    return _DROPPED_FROM_ADDRESS.sub("", href.strip(_ENDS_OF_ADDRESS))


def kept_link(href: str) -> str:
    """Return the address of a link that may stand in a document, empty for any other."""
    target = address(href)
    return target if _KEPT_ADDRESS.match(target) else ""


def lost_link(href: str) -> str:
    """Say why a link is not kept."""
    scheme = _SCHEME.match(address(href))
    if scheme:
        return f"a link to {scheme[1].lower()}: is not kept, its text is"
    return "a link that holds only on its site is not kept, its text is"
