"""Markdown: what is not translated keeps its bytes, and no translation changes the structure."""

import re
from pathlib import Path
from typing import Final

import pyromark
import pytest

from l10n_tool.document import Document, StructureError
from l10n_tool.errors import FileError
from l10n_tool.markup import OPTIONS
from l10n_tool.sources.markdown import MarkdownSource
from sources.markdown_documents import HOSTILE

SOURCE: Final = MarkdownSource()
DATA: Final = Path(__file__).parents[1] / "data" / "sources"
DOCUMENTS: Final = sorted(DATA.glob("*.md"))


def _read(text: str | bytes) -> Document:
    return SOURCE.read("a.md", text if isinstance(text, bytes) else text.encode())


def _texts(document: Document) -> list[tuple[str, str]]:
    return [(block.kind, block.text) for block in document.blocks]


def _spoken(text: str) -> str:
    """The words that a reader sees: all letters and digits of the HTML, in order, without its tags."""
    html = re.sub(r"<[^>]*>", " ", pyromark.html(text, options=OPTIONS))
    return " ".join(html.split())


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.stem)
def test_a_document_translated_into_itself_keeps_every_byte(path: Path) -> None:
    """All translations equal to their sources: nothing is written anew."""
    document = SOURCE.read(path.name, path.read_bytes())

    written = SOURCE.write(document, {i: block.text for i, block in enumerate(document.blocks)})

    assert written == path.read_bytes()


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.stem)
def test_a_block_that_was_written_is_read_as_it_was_written(path: Path) -> None:
    """Each text, changed and put in, comes back out; and put back, it gives the document's texts again."""
    document = SOURCE.read(path.name, path.read_bytes())

    for index, block in enumerate(document.blocks):
        changed = SOURCE.read(path.name, SOURCE.write(document, {index: f"{block.text} und"}))
        back = SOURCE.read(path.name, SOURCE.write(changed, {index: block.text}))

        assert changed.blocks[index].text == f"{block.text} und"
        assert _texts(back) == _texts(document)


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.stem)
def test_the_bytes_between_the_blocks_are_the_authors(path: Path) -> None:
    """A translation of every block leaves all that is between them."""
    document = SOURCE.read(path.name, path.read_bytes())

    written = SOURCE.write(document, {i: f"{block.text} x" for i, block in enumerate(document.blocks)})

    assert _between(SOURCE.read(path.name, written)) == _between(document)


def _between(document: Document) -> list[bytes]:
    ends = [0, *(block.end for block in document.blocks)]
    starts = [*(block.start for block in document.blocks), len(document.data)]
    return [document.data[end:start] for end, start in zip(ends, starts, strict=True)]


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        ("one\ntwo\n", [("paragraph", "one two")]),
        ("# a\n\nb\n=\n", [("heading 1", "a"), ("heading 1", "b")]),
        ("## a ##\n", [("heading 2", "a")]),
        ("- a\n  b\n- c\n", [("list item", "a b"), ("list item", "c")]),
        ("- a\n\n  b\n", [("list item", "a"), ("list item", "b")]),
        ("1. a\n   - b\n", [("list item", "a"), ("list item", "b")]),
        ("- [ ] a\n- [x] b\n", [("list item", "a"), ("list item", "b")]),
        ("> a\n> b\n>\n> c\n", [("quotation", "a b"), ("quotation", "c")]),
        ("> a\nb\n", [("quotation", "a b")]),
        ("> > a\n> > b\n", [("quotation", "a b")]),
        ("> - a\n>   b\n", [("list item", "a b")]),
        ("a  \nb\\\nc\n", [("paragraph", "a\\\nb\\\nc")]),
        ("- a  \n  b\n", [("list item", "a\\\nb")]),
        ("> a\\\n> b\n", [("quotation", "a\\\nb")]),
        ("a  \r\nb\r\nc\r\n", [("paragraph", "a\\\nb c")]),
        ("| a | b |\n|---|---|\n| c | d |\n", [("table cell", x) for x in "abcd"]),
        (
            "| a \\| b | |\n|---|---|\n| `c \\| d` | e |\n",
            [("table cell", "a \\| b"), ("table cell", "`c \\| d`"), ("table cell", "e")],
        ),
        ("a[^1]\n\n[^1]: note\n    more\n", [("paragraph", "a[^1]"), ("footnote", "note more")]),
        ("```\ncode\n```\n\n    code\n", []),
        ("<div>\nx\n</div>\n", [("text", "x")]),
        ("---\n", []),
        ("", []),
        ("\n \n", []),
        ("![alt](x.png)\n", [("paragraph", "![alt](x.png)")]),
        ("[a\nb](https://example.org)\n", [("paragraph", "[a b](https://example.org)")]),
        ("> `a\n> b` c\n", [("quotation", "`a b` c")]),
        ("[a]: https://example.org\n\n[a] and [b][a]\n", [("paragraph", "[a][a] and [b][a]")]),
        ("\\# no heading\n", [("paragraph", "\\# no heading")]),
        ("\\*a\\*\n", [("paragraph", "\\*a\\*")]),
        ("a &amp; b\n", [("paragraph", "a &amp; b")]),
        ("&amp; b\n", [("paragraph", "&amp; b")]),
        ("\ufeff# a\n", [("heading 1", "a")]),
        ("**a** *b*\n", [("paragraph", "**a** *b*")]),
        ("a <b>c</b>\n", [("paragraph", "a <b>c</b>")]),
        ("e\u0301 漢 📚\n\n# ж\n", [("paragraph", "e\u0301 漢 📚"), ("heading 1", "ж")]),
    ],
)
def test_blocks_are_what_a_translator_sees_as_one_unit(text: str, blocks: list[tuple[str, str]]) -> None:
    """Kind and text: soft breaks unfolded, hard ones as a backslash and a newline, markers and fences left out."""
    document = _read(text)

    assert _texts(document) == blocks


def test_blocks_know_their_line_and_section() -> None:
    """The heading above, with the line counted from 1, front matter and byte order mark included."""
    document = _read("\ufeff---\ntitle: T\n---\n# A\n\nb\n\n## C\n\n- d\n- e\n\n# F\n\ng\n")

    found = [(block.kind, block.text, block.line, block.section) for block in document.blocks]

    assert found == [
        ("title", "T", 2, ""),
        ("heading 1", "A", 4, ""),
        ("paragraph", "b", 6, "A"),
        ("heading 2", "C", 8, "A"),
        ("list item", "d", 10, "C"),
        ("list item", "e", 11, "C"),
        ("heading 1", "F", 13, ""),
        ("paragraph", "g", 15, "F"),
    ]


@pytest.mark.parametrize(
    ("source", "text", "written"),
    [
        ("a  \nb\n", "c\\\nd", "c  \nd\n"),
        ("a\\\nb\n", "c\\\nd", "c\\\nd\n"),
        ("- a  \n  b\n", "c\\\nd", "- c  \n  d\n"),
        ("> a  \n> b\n", "c\\\nd", "> c  \n> d\n"),
        ("> - a\\\n>   b\n", "c\\\nd", "> - c\\\n>   d\n"),
        ("a  \r\nb\r\n", "c\\\nd", "c  \r\nd\r\n"),
        ("a   \n   b\n", "c\\\nd", "c   \n   d\n"),
        ("one\ntwo\n", "eins zwei", "eins zwei\n"),
        ("> a\n> b\n", "c d", "> c d\n"),
        ("a\n===\n", "b", "b\n===\n"),
        ("| a |\n|---|\n| b |\n", "c | d", "| c \\| d |\n|---|\n| b |\n"),
        ("| a |\n|---|\n| b |\n", "c \\| d", "| c \\| d |\n|---|\n| b |\n"),
        ("x\n", "8. Mai 2008 war", "8\\. Mai 2008 war\n"),
        ("x\n", "# zwei", "\\# zwei\n"),
        ("# x\n", "8. Mai", "# 8. Mai\n"),
    ],
)
def test_a_translation_takes_the_place_of_its_block(source: str, text: str, written: str) -> None:
    """With the author's own breaks, indentation and marks, and an escape only where one is needed."""
    document = _read(source)

    assert SOURCE.write(document, {0: text}) == written.encode()


_PLACES: Final = {
    "paragraph": "x\n",
    "after a paragraph": "y\n\nx\n\nz\n",
    "heading": "# x\n",
    "underlined heading": "x\n===\n",
    "list item": "- x\n- y\n",
    "numbered item": "1. x\n",
    "task": "- [ ] x\n",
    "loose item": "- x\n\n- y\n",
    "quotation": "> x\n",
    "table cell": "| x | y |\n|---|---|\n| z | w |\n",
    "footnote": "[^1]\n\n[^1]: x\n",
}


@pytest.mark.parametrize("place", _PLACES)
@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_translation_is_text_or_an_error(place: str, text: str) -> None:
    """Either the words come out as words in a document of the same structure, or StructureError says what is wrong."""
    document = _read(_PLACES[place])
    index = next(i for i, block in enumerate(document.blocks) if block.text == "x")

    try:
        data = SOURCE.write(document, {index: text})
    except StructureError as error:
        assert error.index == index  # noqa: PT017
        return

    again = SOURCE.read("a.md", data)
    assert [block.kind for block in again.blocks] == [block.kind for block in document.blocks]
    assert _shape(data) == _shape(document.data)


def _shape(data: bytes) -> list[str]:
    """Every tag of the document's HTML, with its attributes, in order."""
    html = pyromark.html(data.decode(), options=OPTIONS)
    return re.findall(r"<[^>]+>", html)


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("8. Mai 2008 war", "8. Mai 2008 war"),
        ("# zwei", "# zwei"),
        ("- drei", "- drei"),
        ("| vier |", "| vier |"),
        ("> x", "&gt; x"),
        ("+ x", "+ x"),
        ("1) x", "1) x"),
        ("---", "---"),
        ("1986. Ein Jahr", "1986. Ein Jahr"),
        ("= x", "= x"),
        ("~~~ x", "~~~ x"),
        ("a | b", "a | b"),
        ("[x]: https://example.org", "[x]: https://example.org"),
        ("3 < 4", "3 &lt; 4"),
    ],
)
def test_words_that_look_like_markup_come_out_as_words(text: str, seen: str) -> None:
    """What other tools turn into lists and headings."""
    data = SOURCE.write(_read("x\n"), {0: text})

    assert pyromark.html(data.decode(), options=OPTIONS) == f"<p>{seen}</p>\n"


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("a **b**\n", "a b"),
        ("a b\n", "a **b**"),
        ("[a](https://example.org/a)\n", "[a](https://example.org/b)"),
        ("[a](https://example.org/a)\n", "[a](javascript:alert(1))"),
        ("a\n", "[a](javascript:alert(1))"),
        ("a\n", "<script>alert(1)</script>"),
        ("a\n", "<b onclick='x'>a</b>"),
        ("a `b`\n", "a `c`"),
        ("a[^1]\n\n[^1]: b\n", "a"),
        ("a  \nb\n", "a b"),
        ("a\n", "a\\\nb"),
        ("a\n", "a\n\nb"),
        ("# a\n", "a\nb"),
        ("| a |\n|---|\n", "a\nb"),
        ("a ![b](c.png)\n", "a ![b](d.png)"),
        ("a\n", ""),
        ("a\n", "  "),
        ("[a][b]\n\n[b]: https://example.org\n", "a"),
        ("a\n\n[b]: https://example.org\n", "a [b]"),
    ],
)
def test_a_translation_of_other_markup_is_an_error_with_its_place(source: str, text: str) -> None:
    """Nothing is lost and nothing comes in, whether by mistake or not."""
    document = _read(f"top\n\n{source}")

    with pytest.raises(StructureError) as caught:
        SOURCE.write(document, {1: text})

    assert str(caught.value.place) == "a.md:3"
    assert caught.value.index == 1


@pytest.mark.parametrize(
    "title",
    [
        "plain",
        "'single'",
        '"double"',
        "|\n  block\n  lines",
        ">\n  folded\n  lines",
        "plain # comment",
        '"with \\" quote"',
        "'it''s'",
    ],
)
@pytest.mark.parametrize("newline", ["\n", "\r\n"], ids=["lf", "crlf"])
@pytest.mark.parametrize(
    "text",
    [
        "neu",
        "a: b",
        "# x",
        "- x",
        "it's",
        '"quoted"',
        "@x",
        "{x}",
        "[x]",
        "yes",
        "12",
        "null",
        " x ",
        "a\nb",
        "|",
        ">",
        "ende\\",
        "a #b",
        "---",
        "...",
        "a\u2028b",
        "é漢📚",
        "&x",
        "*x",
        "!x",
        "%x",
        "`x",
        "x:",
        "~",
        "\x7f",
        "a\tb",
        "2026-01-01",
    ],
)
def test_a_value_of_the_front_matter_is_translated_as_yaml(title: str, newline: str, text: str) -> None:
    """Whatever the style it stands in and whatever the text: YAML reads the very text, and the other keys stay."""
    source = f"---\ndate: 2026-09-08\ntitle: {title}\nkeep: 'x' # y\n---\n\nBody\n".replace("\n", newline)
    document = _read(source)

    again = SOURCE.read("a.md", SOURCE.write(document, {0: text}))

    assert again.meta == {**document.meta, "title": text}
    assert [block.text for block in again.blocks if block.kind == "paragraph"] == ["Body"]
    assert b"keep: 'x' # y" in again.data


@pytest.mark.parametrize(
    ("front", "texts"),
    [
        ("title: a\nsubtitle: b\ndescription: c\nsummary: d\nauthor: e\n", ["a", "b", "c", "d"]),
        ("title: 12\ndescription: 2026-01-01\nsummary: yes\n", []),
        ("title: ''\ndescription: ' '\n", []),
        ("nested:\n  title: a\n", []),
        ("title: [a, b]\n", ["a", "b"]),
        ("title: &x a\ndescription: *x\n", None),
        ("# only a comment\n", []),
        ("", []),
    ],
)
def test_the_translatable_values_are_those_that_readers_see(front: str, texts: list[str] | None) -> None:
    """Title, subtitle, description and summary, where they are texts."""
    document = _read(f"---\n{front}---\n\nBody\n")

    found = [block.text for block in document.blocks if block.style.startswith("front-matter")]
    assert texts is None or found == texts
    assert SOURCE.write(document, {i: block.text for i, block in enumerate(document.blocks)}) == document.data


@pytest.mark.parametrize(
    ("front", "message", "place"),
    [
        ("title: a: b\n", "the front matter is not YAML", "a.md:2:9"),
        ("a: b\ntitle: 'x\n", "the front matter is not YAML", "a.md:4:1"),
        ("- a\n- b\n", "is not a list of keys and values", "a.md:2"),
        ("just text\n", "is not a list of keys and values", "a.md:2"),
        ("a: !!python/object/apply:os.system ['true']\n", "the front matter is not YAML", "a.md:2:4"),
        ("a: &x [*x, *y]\n", "the front matter is not YAML", "a.md:2:12"),
        ("\ttitle: a\n", "the front matter is not YAML", "a.md:2:1"),
    ],
)
def test_bad_front_matter_is_an_error_with_its_place(front: str, message: str, place: str) -> None:
    """Line and column of the file, not of the YAML."""
    with pytest.raises(FileError) as caught:
        _read(f"---\n{front}---\n\nBody\n")

    assert message in caught.value.message
    assert str(caught.value.place) == place


def test_a_document_that_is_not_utf_8_is_an_error_with_its_line() -> None:
    """And no traceback."""
    with pytest.raises(FileError) as caught:
        _read(b"a\n\nb\xff\n")

    assert str(caught.value).startswith("a.md:3: the document is not UTF-8")


def test_untranslated_blocks_are_marked_in_html() -> None:
    """Each stands in a span that says so, and translated ones do not."""
    document = _read("---\ntitle: T\n---\n# A\n\nb\n\n- c\n")

    html = SOURCE.html(document, {2: "B"}, 'lang="en"')

    assert html == '<h1><span lang="en">A</span></h1>\n<p>B</p>\n<ul>\n<li><span lang="en">c</span></li>\n</ul>\n'


@pytest.mark.parametrize("text", ["See [the list][]", "![A map][]", "See [the list][] and [the map][]"])
def test_a_collapsed_reference_at_the_end_of_a_block_is_whole(text: str) -> None:
    """Its brackets are outside the range that the parser gives; the text names the target apart from the words."""
    definitions = "[the list]: https://example.org/list\n[the map]: https://example.org/map\n[A map]: a.png\n"

    document = _read(f"- {text}\n\n{definitions}")

    spelled_out = re.sub(r"\[([^\]]+)\]\[\]", r"[\1][\1]", text)
    assert [block.text for block in document.blocks] == [spelled_out]
    assert SOURCE.write(document, {0: spelled_out}) == document.data


def test_a_tag_over_two_lines_is_one_tag() -> None:
    """A translation has it on one line, and that changes nothing."""
    document = _read('We thank <a\nhref="https://example.org">everyone</a>.\n')
    text = 'Wir danken <a href="https://example.org">allen</a>.'

    assert SOURCE.write(document, {0: text}).decode() == text + "\n"
