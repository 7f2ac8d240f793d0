"""Blocks of code in Markdown: left alone, and texts where the settings ask for them."""

from typing import Final

import pytest

from l10n_tool.document import Document, Reading, StructureError
from l10n_tool.sources.markdown import MarkdownSource

SOURCE: Final = MarkdownSource()
#: Source, the code in it, a translation of it, and what is written.
CASES: Final = [
    ("```py\na = 1\n\n  b\n```\n", "a = 1\n\n  b", "c\n\n\n d", "```py\nc\n\n\n d\n```\n"),
    ("~~~\na\n~~~\n", "a", "b", "~~~\nb\n~~~\n"),
    ("```\r\na\r\nb\r\n```\r\n", "a\nb", "c\nd\ne", "```\r\nc\r\nd\r\ne\r\n```\r\n"),
    ("    a\n      b\n\n    c\n", "a\n  b\n\nc", "d\n\n e", "    d\n\n     e\n"),
    ("\ta\n\tb\n", "a\nb", "c\nd", "\tc\n\td\n"),
    ("> ```\n> a\n>\n> b\n> ```\n", "a\n\nb", "c\n\nd", "> ```\n> c\n>\n> d\n> ```\n"),
    ("- x\n\n  ```\n  a\n  ```\n", "a", "b\nc", "- x\n\n  ```\n  b\n  c\n  ```\n"),
    ("1.     a\n       b\n", "a\nb", "c\nd", "1.     c\n       d\n"),
    ("```\né\n", "é", "漢", "```\n漢\n"),
    ("```\na", "a", "b", "```\nb"),
]


def _read(text: str, *, code: bool = True) -> Document:
    return SOURCE.read("a.md", text.encode(), Reading(code=code))


@pytest.mark.parametrize(("source", "code", "text", "written"), CASES)
def test_code_is_one_text_with_its_lines(source: str, code: str, text: str, written: str) -> None:
    """Its lines are written back with what leads to each; it is never parted into sentences."""
    document = _read(source)
    (block,) = [block for block in document.blocks if block.kind == "code"]
    index = document.blocks.index(block)

    assert (block.text, block.whole) == (code, True)
    assert SOURCE.write(document, {index: text}).decode() == written
    assert SOURCE.write(document, {index: code}) == document.data


@pytest.mark.parametrize(("source", "code", "text", "written"), CASES)
def test_code_is_left_alone_unless_asked_for(source: str, code: str, text: str, written: str) -> None:
    """It is for machines."""
    assert "code" not in {block.kind for block in _read(source, code=False).blocks}


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("```\na\n```\n", "```"),
        ("```\na\n```\n", "b\n```\n# c"),
        ("    a\n", "\nb"),
        ("    a\n\nb\n", " c"),
        ("> ```\n> a\n> ```\n", ""),
    ],
)
def test_a_translation_does_not_end_its_code(source: str, text: str) -> None:
    """Nor begin it otherwise than it will be read."""
    document = _read(source)

    try:
        data = SOURCE.write(document, {0: text})
    except StructureError:
        return

    assert SOURCE.read("a.md", data, document.reading).blocks[0].text == text


@pytest.mark.parametrize("source", ["```\n\n```\n\n```\n```\n", "    a\r    b\r"])
def test_code_that_is_empty_or_has_lines_that_the_parser_does_not_part_is_no_text(source: str) -> None:
    """There is nothing to translate, or nothing that could be written back."""
    assert _read(source).blocks == ()
