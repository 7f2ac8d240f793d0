"""Words that look like markup, in every kind of block: they come out as words, or the translation is refused."""

import html
import re
from typing import Final

import pyromark
import pytest

from l10n_tool.document import Document, Reading, StructureError
from l10n_tool.markup import OPTIONS
from l10n_tool.sources.markdown import MarkdownSource

SOURCE: Final = MarkdownSource()
READING: Final = Reading(front_matter=("title", "tags"), code=True)

#: A document for each kind of block, in which the text "target" is translated.
PLACES: Final = {
    "paragraph": "target\n",
    "paragraph between": "y\n\ntarget\n\nz\n",
    "paragraph after a colon list": "t\n: d\n\ntarget\n",
    "heading": "# target\n",
    "closed heading": "## target ##\n",
    "underlined heading": "target\n===\n",
    "list item": "- target\n- y\n",
    "plus item": "+ target\n",
    "numbered item": "1. target\n2. y\n",
    "task": "- [ ] target\n",
    "loose item": "- target\n\n- y\n",
    "nested item": "- y\n  - target\n",
    "quotation": "> target\n",
    "quotation in an item": "- > target\n",
    "table head": "| target | y |\n|---|---|\n| z | w |\n",
    "table cell": "| x | y |\n|---|:-:|\n| z | target |\n",
    "first cell without an edge": "target | y\n---|---\nz | w\n",
    "tight cell": "|target|y|\n|---|---|\n",
    "footnote": "y[^1]\n\n[^1]: target\n",
    "term": "target\n: y\n",
    "definition": "y\n: target\n",
    "second line": "y  \ntarget\n",
    "html": "<div>\ntarget\n</div>\n",
    "html paragraph": "<p>target</p>\n",
    "html attribute": '<img src="x.png" alt="target">\n',
    "link title": 'y [w]\n\n[w]: x "target"\n',
    "title in brackets": "y [w]\n\n[w]: x (target)\n",
    "code": "```\ntarget\n```\n",
    "indented code": "    target\n",
    "yaml": "---\ntitle: target\n---\n\ny\n",
    "yaml list": "---\ntags: [target, y]\n---\n\ny\n",
    "toml": "+++\ntitle = 'target'\n+++\n\ny\n",
}
#: Words that have no meaning in Markdown but at the start of a line.
PLAIN: Final = (
    "8. Mai 2008 war ein Tag",
    "8) Mai",
    "# zwei",
    "zwei #",
    "- drei",
    "+ drei",
    "* drei",
    "1) x",
    "| vier |",
    "a | b",
    "> fünf",
    "---",
    "- - -",
    "=== sechs",
    "===",
    ": sieben",
    "+++",
    "~~~ acht",
    "``` neun",
    "|---|",
    "[ ] zehn",
    "[x]: elf",
    "2 * 3 * 4",
    "snake_case",
    "*",
    "_",
    "[",
    "3 < 4",
    "AT&T",
    "100 %",
)
#: Words that would be markup anywhere in a text.
ACTIVE: Final = (
    "<script>alert(1)</script>",
    "x <script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "[x](javascript:alert(1))",
    "x ![y](https://example.org/y.png)",
    "<https://example.org>",
    "<!-- x -->",
    "</div>",
)


def _document(place: str) -> tuple[Document, int]:
    document = SOURCE.read("a.md", PLACES[place].encode(), READING)
    found = [i for i, block in enumerate(document.blocks) if block.text.endswith("target")]
    assert len(found) == 1
    return document, found[0]


def _translation(document: Document, index: int, text: str) -> str:
    return document.blocks[index].text.replace("target", text)


def _page(data: bytes) -> str:
    return pyromark.html(data.decode(), options=OPTIONS)


def _shown(place: str, data: bytes) -> str:
    """What readers see or hear of a document: its texts, the titles and descriptions, and the front matter's values."""
    if place.startswith(("yaml", "toml")):
        meta = SOURCE.read("a.md", data, READING).meta
        return str(meta.get("title", meta.get("tags")))
    page = _page(data)
    attributes = re.findall(r'(?:title|alt)="([^"]*)"', page)
    return html.unescape(" ".join([re.sub(r"<[^>]*>", "", page), *attributes]))


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("text", PLAIN)
def test_words_that_look_like_markup_are_words(place: str, text: str) -> None:
    """In a document that is otherwise the same.

    Refused is only, in HTML, a text without a letter or a digit, for there it is none.
    """
    document, index = _document(place)

    try:
        data = SOURCE.write(document, {index: _translation(document, index, text)})
    except StructureError:
        refused = place.startswith("html") and not any(map(str.isalnum, text))
        assert refused, "the words were refused"
        return

    assert text in _shown(place, data)
    assert _tags(data) == _tags(document.data)


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("text", ACTIVE)
def test_what_would_be_markup_is_words_or_refused(place: str, text: str) -> None:
    """Nothing comes in: no tag, no address, no picture."""
    document, index = _document(place)

    try:
        data = SOURCE.write(document, {index: _translation(document, index, text)})
    except StructureError as error:
        assert error.index == index  # noqa: PT017
        return

    assert text in _shown(place, data)
    assert _tags(data) == _tags(document.data)


def _tags(data: bytes) -> list[str]:
    """Every tag of the page in order, without the texts in its attributes."""
    return [re.sub(r'((?:title|alt)=)"[^"]*"', r"\1", tag) for tag in re.findall(r"<[^>]+>", _page(data))]


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("text", PLAIN)
def test_escapes_do_not_pile_up(place: str, text: str) -> None:
    """What was written and read is written the same."""
    document, index = _document(place)
    try:
        data = SOURCE.write(document, {index: _translation(document, index, text)})
    except StructureError:
        return
    again = SOURCE.read("a.md", data, READING)

    elsewhere = SOURCE.write(document, {index: again.blocks[index].text})

    assert elsewhere == data


@pytest.mark.parametrize("place", [place for place in PLACES if not place.startswith(("html", "yaml", "toml"))])
def test_an_authors_own_escape_is_seen_in_the_text(place: str) -> None:
    """A text is the source as it stands, so a translation can have the escape or not."""
    source = PLACES[place].replace("target", "\\*a\\* target")

    document = SOURCE.read("a.md", source.encode(), READING)

    assert "\\*a\\* target" in "".join(block.text for block in document.blocks)
