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


PAGE = """<!doctype html><html lang="en"><head><title>A page</title></head>
<body class="x"><h1>Hello</h1><p>Come <b>and</b> read.</p><img alt="A shelf"></body></html>"""


def test_what_is_missing_in_a_page_is_marked_and_announced() -> None:
    """A page in HTML can say which language a text is in; it never mixes them quietly."""
    localised = localise("ar", PAGE, {"Hello": "مرحبا"}, "page.html")

    page = render(localised)["message.html"].decode()

    assert '<html dir="rtl" lang="ar">' in page
    assert '<body class="x"><p role="note" lang="ar" dir="rtl">' in page
    assert "<h1>مرحبا</h1>" in page
    assert '<p><span lang="en" dir="ltr">Come <b>and</b> read.</span></p>' in page
    assert "<title>A page</title>" in page


def test_a_complete_page_is_marked_nowhere() -> None:
    """And has no notice."""
    known = {"A page": "Eine Seite", "Hello": "Hallo", "A shelf": "Ein Regal"}
    known["Come <b>and</b> read."] = "Komm <b>und</b> lies."

    page = render(localise("de", PAGE, known, "page.html"))["message.html"].decode()

    assert "span" not in page
    assert "note" not in page
    assert page.replace("Eine Seite", "A page").count("Hallo") == 1
