"""Which attributes of HTML hold text that readers see or hear, and where it stands in a tag."""

import re
from collections.abc import Mapping
from typing import Final, NamedTuple

from l10n_tool.markup.html_tokens import Token

__all__ = ["Attribute", "attributes_of", "texts_of"]


class Attribute(NamedTuple):
    """An attribute in its place, in characters: of all with the space before it, and of the value in its quotes.

    A value that is not quoted, or missing, has no ``quote``. ``kind`` is what a text is, empty for another value.
    """

    name: str
    start: int
    end: int
    value_start: int
    value_end: int
    quote: str = ""
    kind: str = ""


_ON_ANY: Final[Mapping[str, str]] = {
    "aria-description": "description", "aria-label": "label", "aria-roledescription": "description",
    "aria-valuetext": "label",
}  # fmt: skip
_ON: Final[Mapping[str, tuple[str, frozenset[str]]]] = {
    "alt": ("alt", frozenset({"area", "img", "input"})),
    "label": ("label", frozenset({"optgroup", "option", "track"})),
    "placeholder": ("placeholder", frozenset({"input", "textarea"})),
}
# On these a title is the name of a file or of a set of style sheets.
_NO_TOOLTIP: Final = frozenset({"link", "style"})
_BUTTONS: Final = frozenset({"button", "reset", "submit"})
_META: Final = frozenset(
    [
        "apple-mobile-web-app-title", "dc.description", "dc.title", "dcterms.description", "dcterms.title",
        "description", "keyword", "keywords", "og:description", "og:image:alt", "og:site_name", "og:title",
        "og:video:alt", "subject", "title", "twitter:description", "twitter:image:alt", "twitter:title",
    ]
)  # fmt: skip
_NAMES: Final = frozenset({*_ON_ANY, *_ON, "title", "content", "value"})

# HTML standard, "Before attribute name state" and those after it.
_ATTRIBUTE: Final = re.compile(
    r"""
    (?P<space>[ \t\n\f\r/]*+) (?P<name>[^ \t\n\f\r/>][^ \t\n\f\r/>=]*+)
    (?:[ \t\n\f\r]*+ = [ \t\n\f\r]*+
      (?:"(?P<double>[^"]*+)" | '(?P<single>[^']*+)' | (?P<bare>[^ \t\n\f\r>"'][^ \t\n\f\r>]*+) | ))?+
    """,
    re.VERBOSE,
)


def attributes_of(html: str, token: Token) -> dict[str, Attribute]:
    """Return the attributes of a tag by name, the first of each; none where the tokenizer read the tag otherwise."""
    matches = list(_ATTRIBUTE.finditer(html, token.start + 1 + len(token.name), token.end - 1))
    if [_masked_name(match) for match in matches] != [name for name, _ in token.attributes]:
        return {}
    return {attribute.name: attribute for attribute in map(_attribute, reversed(matches))}


def _masked_name(match: re.Match[str]) -> str:
    return match["name"].encode("ascii", "replace").decode("ascii").replace("&", "*").lower()


def _attribute(match: re.Match[str]) -> Attribute:
    name = match["name"].lower()
    for group, quote in (("double", '"'), ("single", "'"), ("bare", "")):
        if match[group] is not None:
            return Attribute(name, match.start(), match.end(), match.start(group), match.end(group), quote)
    return Attribute(name, match.start(), match.end(), match.end(), match.end())


def texts_of(html: str, token: Token) -> list[Attribute]:
    """Return a tag's attributes that hold text, in order, with what each is."""
    if not any(name in _NAMES for name, _ in token.attributes):
        return []
    said = {name: (value or "").strip().lower() for name, value in reversed(token.attributes)}
    kinds = {name: _kind(token.name, name, said) for name in said if name in _NAMES}
    if not any(kinds.values()):
        return []
    found = [attribute._replace(kind=kinds.get(name, "")) for name, attribute in attributes_of(html, token).items()]
    texts = (a for a in found if a.kind and html[a.value_start : a.value_end].strip())
    return sorted(texts, key=lambda attribute: attribute.start)


def _kind(tag: str, name: str, said: Mapping[str, str]) -> str:
    if name in _ON:
        kind, tags = _ON[name]
        return kind if tag in tags else ""
    if name == "title":
        return "" if tag in _NO_TOOLTIP else "tooltip"
    if name == "value":
        return "button" if tag == "input" and said.get("type") in _BUTTONS else ""
    if name == "content":
        meta = said.get("property") or said.get("name") or ""
        return meta if tag == "meta" and meta in _META else ""
    return _ON_ANY[name]
