"""What the tool knows of HTML's elements: which part a text, which hold none, and which of them stand open."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from l10n_tool.markup.html_tokens import Token

__all__ = ["BLOCKS", "FOREIGN", "QUIET", "Element", "OpenElements", "primary"]

# Those whose start tag ends a paragraph (HTML standard, "Optional tags").
_END_A_PARAGRAPH: Final = frozenset(
    [
        "address", "article", "aside", "blockquote", "center", "dd", "details", "dialog", "dir", "div", "dl", "dt",
        "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header",
        "hgroup", "hr", "li", "main", "menu", "nav", "ol", "p", "pre", "search", "section", "summary", "table",
        "ul",
    ]
)  # fmt: skip
#: Elements that part a text. All others stand inside it.
BLOCKS: Final = _END_A_PARAGRAPH | frozenset(
    [
        "audio", "base", "body", "button", "canvas", "caption", "col", "colgroup", "datalist", "frame", "frameset",
        "head", "html", "iframe", "legend", "link", "meta", "noembed", "noframes", "noscript", "object", "optgroup",
        "option", "plaintext", "script", "select", "style", "tbody", "td", "template", "textarea", "tfoot", "th",
        "thead", "title", "tr", "video", "xmp",
    ]
)  # fmt: skip
#: Elements of another vocabulary, which stay as they are.
FOREIGN: Final = frozenset({"math", "svg"})
#: Elements whose words alone are no text to translate.
QUIET: Final = frozenset({"kbd", "samp", "var"})

_KINDS: Final[Mapping[str, str]] = {
    "address": "address", "article": "text", "blockquote": "quotation", "button": "button", "caption": "caption",
    "dd": "definition", "dt": "term", "figcaption": "caption", "h1": "heading 1", "h2": "heading 2", "h3": "heading 3",
    "h4": "heading 4", "h5": "heading 5", "h6": "heading 6", "legend": "legend", "li": "list item", "option": "option",
    "pre": "code", "summary": "summary", "td": "table cell", "textarea": "text field", "th": "table heading",
    "title": "title",
}  # fmt: skip
_GENERIC: Final = "text"

# Elements of a family end one another: a second list item ends the first.
_FAMILY: Final[Mapping[str, str]] = {
    "dd": "term", "dt": "term", "li": "item", "optgroup": "group", "option": "option", "p": "paragraph",
    "tbody": "rows", "td": "cell", "tfoot": "rows", "th": "cell", "thead": "rows", "tr": "row",
}  # fmt: skip
_ENDS: Final[Mapping[str, tuple[str, ...]]] = {
    "dd": ("term",), "dt": ("term",), "li": ("item",), "optgroup": ("option", "group"), "option": ("option",),
    "tbody": ("row", "rows"), "td": ("cell",), "tfoot": ("row", "rows"), "th": ("cell",), "thead": ("row", "rows"),
    "tr": ("row",),
}  # fmt: skip
# What hides the open elements outside of it from those rules.
_SCOPES: Final = frozenset({"button", "caption", "html", "object", "table", "td", "template", "th"})
_LISTS: Final[Mapping[str, str]] = {
    "datalist": "option", "dl": "term", "menu": "item", "ol": "item", "select": "option", "ul": "item",
}  # fmt: skip
_ALL_FAMILIES: Final = tuple(dict.fromkeys(_FAMILY.values()))


@dataclass(slots=True)
class Element:
    """An open element; ``translate`` and ``own_language`` say whether its text is to be translated, each for itself.

    ``parts`` is whether it parts the text around it.
    """

    name: str
    kind: str = _GENERIC
    translate: bool = True
    own_language: bool = True
    parts: bool = True
    quiet: bool = False
    pre: bool = False

    @property
    def on(self) -> bool:
        """Whether the element's text is to be translated."""
        return self.translate and self.own_language


def primary(tag: str) -> str:
    """Return the language of a tag or a locale, without script and territory."""
    return tag.strip().replace("_", "-").partition("-")[0].partition("@")[0].lower()


class OpenElements:
    """The elements that stand open, innermost last; every step is as long as what it closes."""

    def __init__(self, locale: str, *, code: bool = False, pre: bool = False) -> None:
        self._language, self._code = primary(locale), code
        self._open = [Element("", pre=pre)]
        self._places: dict[str, list[int]] = {}
        #: Of each family where its innermost open element stands, -1 where one is hidden by a scope.
        self._families: dict[str, list[int]] = {family: [-1] for family in _ALL_FAMILIES}
        self._parting = [0]

    @property
    def top(self) -> Element:
        """The innermost open element."""
        return self._open[-1]

    def opening(self, token: Token) -> Element:
        """Close what this start tag ends, and return its element, which is not open yet."""
        name = token.name
        if name in _END_A_PARAGRAPH:
            self._end("paragraph")
        for family in _ENDS.get(name, ()):
            self._end(family)
        element = self._inheriting(name, self.top)
        if token.attributes:
            self._heed(element, token)
        # A text inside one that stays as it is is a text of its own.
        element.parts |= element.on and not self.top.on
        return element

    def _inheriting(self, name: str, parent: Element) -> Element:
        code = name in {"code", "pre"} and not (self._code and (name == "pre" or parent.pre))
        return Element(
            name=name,
            kind=self._kind(name, parent),
            translate=parent.translate and not code,
            own_language=parent.own_language,
            parts=name in BLOCKS,
            quiet=parent.quiet or name in QUIET,
            pre=parent.pre or name == "pre",
        )

    @staticmethod
    def _kind(name: str, parent: Element) -> str:
        if name == "p" and parent.kind == _GENERIC:
            return "paragraph"
        return _KINDS.get(name, parent.kind)

    def _heed(self, element: Element, token: Token) -> None:
        """Take what the element says of itself."""
        said = dict(reversed(token.attributes))
        translate = said.get("translate", "-")
        if translate is None or translate.lower() in {"", "yes"}:
            element.translate = True
        elif translate.lower() == "no":
            element.translate = False
        language = said.get("lang") or said.get("xml:lang") or ""
        if language.strip():
            element.own_language = primary(language) in {self._language, "und"}

    def push(self, element: Element) -> None:
        """Open an element."""
        place = len(self._open)
        self._open.append(element)
        self._places.setdefault(element.name, []).append(place)
        for family, hides in _EFFECTS.get(element.name, ()):
            self._families[family].append(-1 if hides else place)
        if element.name in BLOCKS:
            self._parting.append(place)

    def close(self, name: str) -> Element | None:
        """Close the innermost element of this name and all inside it; return it, or None if none can be closed.

        The end tag of an inline element closes nothing beyond the block it stands in.
        """
        places = self._places.get(name)
        if not places or (name not in BLOCKS and places[-1] < self._parting[-1]):
            return None
        element = self._open[places[-1]]
        self._close_from(places[-1])
        return element

    def _end(self, family: str) -> None:
        place = self._families[family][-1]
        if place > 0:
            self._close_from(place)

    def _close_from(self, place: int) -> None:
        while len(self._open) > place:
            name = self._open.pop().name
            self._places[name].pop()
            for family, _ in _EFFECTS.get(name, ()):
                self._families[family].pop()
            if name in BLOCKS:
                self._parting.pop()


def _all_effects() -> Iterator[tuple[str, tuple[tuple[str, bool], ...]]]:
    special = BLOCKS - {"address", "div", "p", "dd", "dt", "li"}
    for name in BLOCKS:
        hidden = set(_ALL_FAMILIES) if name in {"table", "template"} else set()
        hidden |= {"item", "term"} if name in special else set()
        hidden |= {"paragraph"} if name in _SCOPES else set()
        hidden |= {_LISTS[name]} if name in _LISTS else set()
        hidden |= {"group"} if name == "select" else set()
        own = {_FAMILY[name]} if name in _FAMILY else set()
        yield name, (*((family, True) for family in sorted(hidden - own)), *((family, False) for family in own))


_EFFECTS: Final = dict(_all_effects())
