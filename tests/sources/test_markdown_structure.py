"""No translation changes the structure of a Markdown document: random documents, hostile translations."""

import os
import re
from collections import Counter
from dataclasses import replace
from itertools import pairwise
from typing import Any, Final

import pyromark
from hypothesis import given, settings
from hypothesis import strategies as st

from l10n_tool.document import Document, Reading, StructureError
from l10n_tool.errors import FileError
from l10n_tool.markup import OPTIONS
from l10n_tool.sources._markdown_writer import rebuild
from l10n_tool.sources.markdown import MarkdownSource
from sources.markdown_documents import documents, translations

SOURCE: Final = MarkdownSource()
READING: Final = Reading(front_matter=("title", "description", "tags", "params.summary"))
EXAMPLES: Final = 2000 if os.environ.get("L10N_TOOL_REQUIRE_ALL") else 200
_BLOCKS: Final = frozenset([
    "Paragraph", "Heading", "BlockQuote", "CodeBlock", "HtmlBlock", "List", "Item", "FootnoteDefinition",
    "MetadataBlock", "DefinitionList", "DefinitionListTitle", "DefinitionListDefinition", "Table", "TableHead",
    "TableRow", "TableCell",
])  # fmt: skip


def _read(data: bytes, reading: Reading = READING) -> Document | None:
    """The document, or None where its own notes or front matter are an error."""
    try:
        return SOURCE.read("a.md", data, reading)
    except FileError:
        return None


def _structure(data: bytes, *, code: bool) -> list[object]:
    """What a reader sees of a document but for the words: its blocks in order, and the markup in each, counted.

    ``code`` is whether code is words too.
    """
    found: list[object] = []
    inline: Counter[str] = Counter()
    literal = ""
    for event in pyromark.events(data.decode().removeprefix("\ufeff"), options=OPTIONS, merge_text=True):
        name, value = (event, "") if isinstance(event, str) else next(iter(event.items()))
        tag = value if isinstance(value, str) else next(iter(value), "") if isinstance(value, dict) else ""
        if name in {"Start", "End"} and tag in _BLOCKS:
            found += [dict(inline)] if inline else []
            inline.clear()
            literal = tag if name == "Start" and tag in {"CodeBlock", "MetadataBlock"} else ""
            found.append((name, repr(value)))
        elif name in {"Start", "Code", "InlineHtml", "HardBreak", "FootnoteReference"}:
            inline[_item(name, value)] += 1
        elif name == "Html":
            found += re.findall(r"</?[A-Za-z][^\s>]*", str(value))
        elif name in {"Rule", "TaskListMarker"} or (literal == "CodeBlock" and not code):
            found.append((name, value))
    return found


def _item(name: str, value: Any) -> str:
    if isinstance(value, dict):
        ((tag, inner),) = value.items()
        return f"{tag} {inner['dest_url']} {bool(inner['title'])}"
    return f"{name} {' '.join(str(value).split())}"


def _between(document: Document) -> list[bytes]:
    ends = [0, *(block.end for block in document.blocks)]
    starts = [*(block.start for block in document.blocks), len(document.data)]
    return [document.data[end:start] for end, start in zip(ends, starts, strict=True)]


@given(documents, translations, st.booleans())
@settings(max_examples=EXAMPLES)
def test_no_translation_changes_the_structure(data: bytes, texts: list[str | None], code: bool) -> None:
    """Whatever the document and its translations: the same structure, or StructureError and nothing is written."""
    reading = replace(READING, code=code)
    document = _read(data, reading)
    if document is None:
        return
    chosen = {i: text for i, text in enumerate(texts[: len(document.blocks)]) if text is not None}

    try:
        written = SOURCE.write(document, chosen)
    except StructureError as error:
        assert error.index in chosen  # noqa: PT017
        return

    again = SOURCE.read("a.md", written, reading)
    assert _structure(written, code=code) == _structure(data, code=code)
    assert [block.kind for block in again.blocks] == [block.kind for block in document.blocks]
    assert _between(again) == _between(document)
    for index, block in enumerate(document.blocks):
        if chosen.get(index, block.text) == block.text:
            assert _bytes(again, index) == _bytes(document, index)
    assert rebuild(again, {i: again.blocks[i].text for i in chosen}) == written


def _bytes(document: Document, index: int) -> bytes:
    return document.data[document.blocks[index].start : document.blocks[index].end]


@given(documents, translations, st.data())
def test_the_error_names_a_translation_that_does_the_damage(
    data: bytes, texts: list[str | None], draw: st.DataObject
) -> None:
    """Without the translations before it, or with them, that one is refused."""
    document = _read(data)
    if document is None:
        return
    chosen = {i: text for i, text in enumerate(texts[: len(document.blocks)]) if text is not None}

    try:
        SOURCE.write(document, chosen)
    except StructureError as error:
        before = {index: text for index, text in chosen.items() if index < error.index}
        try:
            SOURCE.write(document, before)
        except StructureError as earlier:
            assert earlier.index < error.index  # noqa: PT017


@given(documents, st.booleans())
def test_any_document_keeps_every_byte(data: bytes, code: bool) -> None:
    """However it is made, and whether its texts are put back or not; its blocks stand in order and apart."""
    document = _read(data, replace(READING, code=code))
    if document is None:
        return

    assert SOURCE.write(document, {}) == data
    assert SOURCE.write(document, {i: block.text for i, block in enumerate(document.blocks)}) == data
    # An attribute of a tag in a run of HTML is a text of its own inside of the run.
    outer = [block for block in document.blocks if not block.style.startswith("html ")]
    assert all(a.end <= b.start for a, b in pairwise(outer))
    assert all(block.text.strip() for block in document.blocks)
