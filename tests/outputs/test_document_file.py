"""The localised document in its source format."""

from dataclasses import replace

import pytest

from l10n_tool.outputs.document_file import render
from pages import DATA, localise


def test_the_document_holds_its_translations() -> None:
    """The file equals the golden one, byte for byte."""
    files = render(localise("ar"))

    assert files == {"message.md": (DATA / "ar.md").read_bytes()}


def test_the_source_document_is_given_as_it_is() -> None:
    """In its own language a document keeps every byte."""
    localised = localise("en")

    assert render(localised) == {"message.md": localised.document.data}


def test_a_block_without_a_translation_keeps_its_bytes() -> None:
    """What may not be published stands in the source language, untouched."""
    files = render(localise("de"))

    assert b"- Bring a spade.\n" in files["message.md"]
    assert "## So können Sie helfen\n".encode() in files["message.md"]


@pytest.mark.parametrize(
    ("name", "expected"),
    [("a.md", "x.md"), ("a/b.c/d.md", "x.md"), ("a.tar.md", "x.md"), ("a.b/readme", "x"), ("a/.hidden", "x")],
)
def test_the_file_ending_is_the_source_file_s(name: str, expected: str) -> None:
    """Only the file's own name counts, not its folders'."""
    localised = localise("en")
    renamed = replace(localised, document=replace(localised.document, name=name), path="x")

    assert list(render(renamed)) == [expected]
