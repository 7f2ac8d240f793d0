"""Author's notes in the comments of a Markdown document."""

from typing import Final

import pytest

from l10n_tool.document import Document, Reading
from l10n_tool.errors import FileError
from l10n_tool.notes import NO_NOTES, Notes
from l10n_tool.sources.markdown import MarkdownSource

SOURCE: Final = MarkdownSource()


def _read(text: str) -> Document:
    return SOURCE.read("a.md", text.encode())


@pytest.mark.parametrize(
    "source",
    [
        "<!-- i18n:comment for you -->\nText\n",
        "<!-- i18n:comment\n  for\n  you -->\n\nText\n",
        "<!-- a remark --><!-- i18n:comment for you -->\n# Text\n",
        "# <!-- i18n:comment for you --> Text\n",
        "| <!-- i18n:comment for you --> Text |\n|---|\n",
        "<!-- i18n:comment for you -->\n- Text\n",
        "- <!-- i18n:comment for you --> Text\n",
        "> <!-- i18n:comment for you -->\n> Text\n",
        "> <!-- i18n:comment\n> for you -->\n> Text\n",
        "<!-- i18n:comment for you -->\n<div>\nText\n</div>\n",
        "<div>\n<!-- i18n:comment for you -->\nText\n</div>\n",
        "<!-- i18n:comment for you -->\n\n***\n\nText\n",
    ],
)
def test_a_note_is_on_the_text_after_it(source: str) -> None:
    """Wherever a comment can stand; it is no part of the text, and the next text has none."""
    document = _read(f"{source}\nLast\n")

    found = [(block.text, block.notes) for block in document.blocks]
    assert found == [("Text", Notes(("for you",))), ("Last", NO_NOTES)]
    assert SOURCE.write(document, {0: "Wort"}).decode() == f"{source}\nLast\n".replace("Text", "Wort")


def test_an_id_and_a_length_are_notes_too() -> None:
    """Each on its own block."""
    document = _read("<!-- i18n:context nav -->\n<!-- i18n:max-length 20 -->\nHome\n\nx\n")

    assert document.blocks[0].notes == Notes((), "nav", 20)


def test_what_the_author_skips_is_no_block() -> None:
    """The next block, or a range; its heading is the section of what follows all the same."""
    skipped = "<!-- i18n:skip-start -->\n\n- c\n- d\n\n<p>e</p>\n\n<!-- i18n:skip-end -->\n"
    source = f"<!-- i18n:skip -->\n# A\n\nb\n\n{skipped}f\n"

    document = _read(source)

    assert [(block.text, block.section) for block in document.blocks] == [("b", "A"), ("f", "A")]
    assert SOURCE.write(document, {0: "B", 1: "F"}).decode() == source.replace("b\n", "B\n").replace("f\n", "F\n")


def test_a_skipped_block_of_code_does_not_skip_the_text_after_it() -> None:
    """A note is on the next block, whether that is read or not."""
    source = "<!-- i18n:skip -->\n```\ncode\n```\n\ntext\n"

    assert [block.text for block in _read(source).blocks] == ["text"]
    assert [b.text for b in SOURCE.read("a.md", source.encode(), Reading(code=True)).blocks] == ["text"]


@pytest.mark.parametrize(
    ("source", "message", "line"),
    [
        ("a\n\n<!-- i18n:coment x -->\n", "unknown note i18n:coment", 3),
        ("a\n\n<!-- i18n:skip-start -->\n\nb\n", "without an end", 3),
        ("<!-- i18n:skip-end -->\n", "without a beginning", 1),
        ("a\nb <!-- i18n:comment x --> c\n", "a note inside a text", 2),
        ("- a\n- **b <!-- i18n:skip -->**\n", "a note inside a text", 2),
        ("# <!-- i18n:max-length much --> a\n", "i18n:max-length much", 1),
        ("> <!-- i18n:comment\n> -->\n", "says nothing", 1),
    ],
)
def test_a_note_that_is_none_of_ours_is_an_error_with_its_line(source: str, message: str, line: int) -> None:
    """A slip must not publish what the author meant to keep, or lose what was meant for translators."""
    with pytest.raises(FileError) as caught:
        _read(source)

    assert message in caught.value.message
    assert caught.value.place is not None
    assert caught.value.place.line == line


def test_a_comment_that_is_no_note_stays_in_its_text() -> None:
    """It is a tag like any other."""
    assert [block.text for block in _read("a <!-- b --> c\n").blocks] == ["a <!-- b --> c"]
