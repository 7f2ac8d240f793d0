"""What holds for every source format, over every document of the data."""

from pathlib import Path
from typing import Final

import pytest

from l10n_tool.document import Document, StructureError, Use
from l10n_tool.languages import language
from l10n_tool.sources import ENDINGS, SOURCES, source_of

DATA: Final = Path(__file__).parents[1] / "data" / "sources"
DOCUMENTS: Final = sorted(path for path in DATA.rglob("*") if path.suffix in ENDINGS)
#: The texts that change documents in po4a, mdpo and toolkit, and those that no campaign wants on its page.
HOSTILE: Final = (
    "8. Mai 2008 war ein Tag.",
    "# zwei",
    "- drei",
    "| vier |",
    "<script>alert(5)</script>",
    "[x](javascript:alert(6))",
    '<a href="https://evil.example">sieben</a>',
    '<img src="https://evil.example/acht.png">',
    '" onmouseover="neun',
    "\n\n10\n00:00:01,000 --> 00:00:02,000\nzehn",
    "elf\n\nelf",
    "key: zwölf",
    "dreizehn\x00",
    "https://evil.example/vierzehn",
)
#: Blocks of each document that are tried; the formats' own tests try all.
MOST: Final = 12


def _read(path: Path) -> Document:
    return source_of(path.name).read(path.name, path.read_bytes())


def _written(document: Document, translations: dict[int, str]) -> bytes:
    return source_of(document.name).write(document, translations, language("de"))


def test_every_format_has_a_document() -> None:
    """So that nothing here is promised of a format that is not tried."""
    assert {ENDINGS[path.suffix] for path in DOCUMENTS} == set(SOURCES)


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_identity(path: Path) -> None:
    """Without translations, and with every text translated by itself, the bytes are the source's."""
    document = _read(path)

    assert _written(document, {}) == path.read_bytes()
    assert _written(document, {i: block.text for i, block in enumerate(document.blocks)}) == path.read_bytes()


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_blocks_come_in_order_with_their_places(path: Path) -> None:
    """Each has a text, a kind and a line of the file; what is written lies within the bytes."""
    document = _read(path)
    lines = path.read_bytes().count(b"\n") + path.read_bytes().count(b"\r") + 1

    assert document.blocks
    assert all(block.text.strip() and block.kind and 1 <= block.line <= lines for block in document.blocks)
    assert all(0 <= block.start <= block.end <= len(document.data) for block in document.blocks)


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_a_hostile_translation_comes_out_as_text_or_is_refused(path: Path, text: str) -> None:
    """The document has the blocks it had, of the same kinds; the others have their texts, and this one has this."""
    document = _read(path)
    if source_of(path.name).use is Use.PROGRAM:
        assert _written(document, {0: text}) == path.read_bytes()
        return
    refused: list[int] = []
    for index in range(min(len(document.blocks), MOST)):
        try:
            # Without a target, so that the result can be read as an English source again.
            data = source_of(path.name).write(document, {index: text})
        except StructureError as error:
            refused.append(error.index - index)
            continue
        other = source_of(path.name).read(path.name, data)
        assert [block.kind for block in other.blocks] == [block.kind for block in document.blocks]
        assert [b.text for i, b in enumerate(other.blocks) if i != index and not _holds(document, i, index)] == [
            b.text for i, b in enumerate(document.blocks) if i != index and not _holds(document, i, index)
        ]
    assert not any(refused)


def _holds(document: Document, one: int, other: int) -> bool:
    """Whether one block's bytes are among the other's, as those of an attribute in a paragraph."""
    a, b = document.blocks[one], document.blocks[other]
    return (a.start <= b.start and b.end <= a.end) or (b.start <= a.start and a.end <= b.end)
