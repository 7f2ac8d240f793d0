"""The HTML of a Markdown document: its blocks have texts of their own, its tags in a text stay what they are."""

from typing import Final

import pytest

from l10n_tool.document import Document, StructureError
from l10n_tool.sources.markdown import MarkdownSource

SOURCE: Final = MarkdownSource()


def _read(text: str) -> Document:
    return SOURCE.read("a.md", text.encode())


def _texts(document: Document) -> list[tuple[str, str]]:
    return [(block.kind, block.text) for block in document.blocks]


@pytest.mark.parametrize(
    ("source", "texts"),
    [
        ("<p>One <b>two</b>\n  three.</p>\n", [("paragraph", "One <b>two</b> three.")]),
        ('<img src="x.png" alt="A map">\n', [("alt", "A map")]),
        (
            "<details>\n<summary>More</summary>\n\nInside.\n\n</details>\n",
            [("summary", "More"), ("paragraph", "Inside.")],
        ),
        ("- a\n\n  <p>\n  one\n  two\n  </p>\n", [("list item", "a"), ("paragraph", "one two")]),
        ("> <p>one</p>\n", [("paragraph", "one")]),
        ("<script>\nlet x\n</script>\n\n<style>\np {}\n</style>\n", []),
        ("<!-- a remark -->\n", []),
        ('<div translate="no">Open Shelves</div>\n', []),
    ],
)
def test_the_texts_of_an_html_block_are_blocks(source: str, texts: list[tuple[str, str]]) -> None:
    """With their own kinds; what is no text for readers is left alone."""
    assert _texts(_read(source)) == texts


def test_the_lines_of_an_html_block_in_a_quotation_are_left_alone() -> None:
    """There are marks between them, which are no part of the HTML."""
    assert _texts(_read("> <div>\n> words\n> </div>\n>\n> more\n")) == [("quotation", "more")]


def test_a_text_of_html_knows_its_line_and_the_heading_above() -> None:
    """Of the document, not of the block."""
    block = _read("\ufeff# é\n\n<div>\n<p>\nwords</p>\n</div>\n").blocks[1]

    assert (block.text, block.line, block.section) == ("words", 5, "é")


def test_a_translation_takes_its_place_in_the_html() -> None:
    """Characters are escaped, and every other byte stays, carriage returns and letters of any length included."""
    source = "é\r\n\r\n<div  class=x>\r\n  <p>漢 <b>two</b></p>\r\n  <img alt='A' src=y>\r\n</div>\r\n\r\nend\r\n"
    document = _read(source)

    data = SOURCE.write(document, {1: "<b>zwei</b> & <script>", 2: "it's", 3: "Ende"})

    expected = source.replace("漢 <b>two</b>", "<b>zwei</b> &amp; &lt;script&gt;").replace("'A'", "'it&#39;s'")
    assert data.decode() == expected.replace("end", "Ende")


@pytest.mark.parametrize("text", ["zwei", "<b>zwei", "</b>zwei<b>", "<b>zwei</b></p><p>", "", "<b></b>"])
def test_a_translation_of_html_has_the_tags_of_its_source(text: str) -> None:
    """Or it is refused, by its own block."""
    document = _read("a\n\n<p>one <b>two</b></p>\n\nb\n")

    try:
        data = SOURCE.write(document, {0: "A", 1: text, 2: "B"})
    except StructureError as error:
        assert error.index == 1  # noqa: PT017
        return

    assert text == "<b>zwei</b></p><p>"
    assert data.decode() == "A\n\n<p><b>zwei</b>&lt;/p&gt;&lt;p&gt;</p>\n\nB\n"


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ('We thank <span translate="no">Open Shelves</span>.', 'Dank an <span translate="no">Open Shelves</span>!'),
        ('A <img src="x.png" alt="map"> here', 'Hier eine <img src="x.png" alt="Karte">'),
        ('<abbr title="World">W</abbr> x', '<abbr title="Welt">W</abbr> y'),
        ("a <b>b</b> <i>c</i>", "<i>c</i> <b>b</b> a"),
        ("a<br>b", "A<br>B"),
    ],
)
def test_tags_in_a_text_may_move_and_speak_another_language(source: str, text: str) -> None:
    """What readers see of their attributes is a text like the rest."""
    assert SOURCE.write(_read(f"{source}\n"), {0: text}).decode() == f"{text}\n"


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ('We thank <span translate="no">Open Shelves</span>.', 'Dank an <span translate="no">Offene Regale</span>.'),
        ('We thank <span translate="no">Open Shelves</span>.', "Dank an Open Shelves."),
        ('We thank <span translate="no">a *b*</span>.', '*Dank* an <span translate="no">a b</span>.'),
        ('A <img src="x.png" alt="map">', 'A <img src="y.png" alt="map">'),
        ('A <img src="x.png" alt="map">', 'A <img src="x.png" alt="map" onerror="x">'),
        ('A <img src="x.png" alt="map">', 'A <img src="x.png" alt="map"onerror="x">'),
        ('A <img src="x.png" alt="map">', 'A <img src="x.png" alt=" ">'),
        ("A <img data-x=' alt=\"a\"' src=x>", "A <img data-x=' alt=\"b\"' src=x>"),
        ("a <b>b</b>", "a </b>b<b>"),
        ("a <b>b</b> **c**", "a **<b>b** c</b>"),
        ("a <b>b</b> [c](d)", "a [<b>b](d)</b>"),
    ],
)
def test_tags_in_a_text_stay_what_they_are(source: str, text: str) -> None:
    """And each ends where it began, inside of emphasis and of links."""
    document = _read(f"top\n\n{source}\n")

    with pytest.raises(StructureError) as caught:
        SOURCE.write(document, {0: "oben", 1: text})

    assert caught.value.index == 1


def test_untranslated_html_is_marked_in_a_page() -> None:
    """The words, and not an attribute."""
    document = _read('<p>One</p>\n\n<img alt="A map" src="x.png">\n\ntwo\n')

    page = SOURCE.html(document, {2: "zwei"}, 'lang="en"')

    assert page == '<p><span lang="en">One</span></p>\n<img alt="A map" src="x.png">\n<p>zwei</p>\n'
