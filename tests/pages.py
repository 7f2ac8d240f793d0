"""A small message in four languages, and what a page says of itself, for the tests of the outputs."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from typing import Final

from l10n_tool.languages import language
from l10n_tool.outputs import OUTPUTS, Localised
from l10n_tool.sources import source_of

__all__ = ["DATA", "LANGUAGES", "Element", "Facts", "localise", "page_of", "translations_in"]

DATA: Final = Path(__file__).parent / "data" / "outputs"
VOID: Final = frozenset({"area", "base", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"})
LANGUAGES: Final = tuple(language(code) for code in ("en", "ar", "de", "ja"))


@dataclass(slots=True)
class Element:
    """A start tag with its attributes, and all the text up to its end tag."""

    tag: str
    attributes: Mapping[str, str]
    text: str = ""


class Facts(HTMLParser):
    """Every element of a page, in order."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.html = html
        self.elements: list[Element] = []
        self._open: list[Element] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs})
        self.elements.append(element)
        if tag not in VOID:
            self._open.append(element)

    def handle_endtag(self, tag: str) -> None:
        assert tag in VOID or self._open.pop().tag == tag, f"</{tag}> closes another element"

    def handle_data(self, data: str) -> None:
        for element in self._open:
            element.text += data

    def all(self, tag: str, **attributes: str) -> list[Element]:
        """Return the elements of a tag that have these attributes."""
        return [e for e in self.elements if e.tag == tag and attributes.items() <= e.attributes.items()]

    def one(self, tag: str, **attributes: str) -> Element:
        """Return the only such element."""
        (element,) = self.all(tag, **attributes)
        return element


def translations_in(code: str) -> dict[str, str]:
    """Return the sample's translations into a language; German lacks some."""
    file = DATA / f"{code}.json"
    return dict(json.loads(file.read_text("utf-8"))) if file.exists() else {}


def localise(
    code: str,
    text: str | None = None,
    translations: Mapping[str, str] | None = None,
    name: str = "source/message.md",
) -> Localised:
    """Return a document in one language: the sample, or ``text`` with ``translations``."""
    source = source_of(name)
    data = (DATA / "message.md").read_bytes() if text is None else text.encode()
    document = source.read(name, data)
    known = translations_in(code) if translations is None else translations
    return Localised(
        document=document,
        source=source,
        language=language(code),
        source_language=language("en"),
        translations={i: known[b.text] for i, b in enumerate(document.blocks) if b.text in known},
        alternates=LANGUAGES,
        path="message",
    )


def page_of(localised: Localised) -> Facts:
    """Return what the page of a document holds."""
    (page,) = OUTPUTS["web-page"](localised).values()
    return Facts(page.decode())
