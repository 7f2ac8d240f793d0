"""Plain text: paragraphs, headings, lists and signatures; every byte outside a translation stays."""

import re
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n_tool.document import Block, Document, StructureError
from l10n_tool.errors import FileError
from l10n_tool.sources._wrapping import joined
from l10n_tool.sources.plain_text import PlainTextSource

SOURCE = PlainTextSource()

WRAPPED = (
    "We thank everyone who has signed the petition since\n"
    "it was published, and everyone who has passed it on\n"
    "to somebody else.\n"
)
SIGNATURE = "Ada Example\nOpen Shelves\n8 September 2026\n"
LONG = f"A line of more than 120 characters was not wrapped by hand{', whatever stands beside it,' * 3} anywhere.\n"


def _read(text: str) -> Document:
    return SOURCE.read("a.txt", text.encode())


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        ("one\n\ntwo\n", [("paragraph", "one", 1), ("paragraph", "two", 3)]),
        (WRAPPED, [("paragraph", WRAPPED.replace("\n", " ").strip(), 1)]),
        (WRAPPED.replace("\n", "\r\n"), [("paragraph", WRAPPED.replace("\n", " ").strip(), 1)]),
        (SIGNATURE, [("lines", SIGNATURE.strip(), 1)]),
        (SIGNATURE.replace("\n", "\r\n"), [("lines", SIGNATURE.strip(), 1)]),
        (f"{LONG}{LONG}", [("paragraph", LONG.strip(), 1), ("paragraph", LONG.strip(), 2)]),
        ("  indented  \n\t\n\n  again", [("paragraph", "indented", 1), ("paragraph", "again", 4)]),
        ("\ufeffé\n\n漢\n", [("paragraph", "é", 1), ("paragraph", "漢", 3)]),
        ("a\r\rb\rc", [("paragraph", "a", 1), ("signature", "b\nc", 3)]),
        ("a\x0c\n\x0c\nb\n", [("paragraph", "a", 1), ("paragraph", "b", 3)]),
        ("a\x0b\n\u2028\nb\x85c\n", [("paragraph", "a", 1), ("paragraph", "b\x85c", 3)]),
        ("-----\n\n* * *\n\n--\n", []),
        ("", []),
        (" \n\r\n\t\n", []),
    ],
)
def test_blocks_are_paragraphs_and_groups_of_lines(text: str, blocks: list[tuple[str, str, int]]) -> None:
    """Wrapped lines are one text, short lines keep theirs, long lines stand alone."""
    assert [(block.kind, block.text, block.line) for block in _read(text).blocks] == blocks


def test_a_wrapped_paragraph_is_wrapped_as_wide_again() -> None:
    """And its line ends are the author's."""
    document = _read(WRAPPED.replace("\n", "\r\n"))

    written = SOURCE.write(document, {0: "Danke " * 30}).decode()

    rows = written.removesuffix("\r\n").split("\r\n")
    assert " ".join(rows) == ("Danke " * 30).strip()
    assert max(map(len, rows)) <= max(map(len, WRAPPED.split("\n")))
    assert len(rows) > 2


def test_lines_of_a_signature_are_translated_line_by_line() -> None:
    """As many as the source has."""
    document = _read(f"x\n\n{SIGNATURE}")

    assert SOURCE.write(document, {1: "A\nB\nC"}) == b"x\n\nA\nB\nC\n"


@pytest.mark.parametrize(
    ("text", "translation", "message"),
    [
        (SIGNATURE, "A\nB", "2 lines where the source has 3"),
        (SIGNATURE, "A\n\nB", "an empty line"),
        ("one\n", "a\nb", "2 lines where the source has 1"),
        ("one\n", "", "an empty line"),
        ("one\n", " ", "an empty line"),
        ("one\n", "a\n\nb", "an empty line"),
        (WRAPPED, "a\n\nb", "an empty line"),
        (WRAPPED, "", "an empty line"),
    ],
)
def test_a_translation_of_another_shape_is_an_error_with_its_place(text: str, translation: str, message: str) -> None:
    """File and line, and what differs."""
    document = _read(f"top\n\n{text}")

    with pytest.raises(StructureError, match=message) as caught:
        SOURCE.write(document, {1: translation})

    assert str(caught.value.place) == "a.txt:3"


def test_a_document_that_is_not_utf_8_is_an_error_with_its_line() -> None:
    """And no traceback."""
    with pytest.raises(FileError) as caught:
        SOURCE.read("a.txt", b"a\nb\xff")

    assert str(caught.value).startswith("a.txt:2: the document is not UTF-8")


def test_html_escapes_the_words() -> None:
    """Nothing in a plain text is markup."""
    document = _read("a < b & <script>\n\nx\n")

    html = SOURCE.html(document, {1: "<b>y</b>\n".strip()}, 'lang="en"')

    assert html == '<p><span lang="en">a &lt; b &amp; &lt;script&gt;</span></p>\n<p>&lt;b&gt;y&lt;/b&gt;</p>\n'


def test_the_seeds_keep_every_byte(seeds: list[Path]) -> None:
    """The two real captures."""
    for path in seeds:
        document = SOURCE.read(path.name, path.read_bytes())

        assert document.blocks
        assert SOURCE.write(document, {i: block.text for i, block in enumerate(document.blocks)}) == path.read_bytes()


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        ("Title\n=====\n", [("heading 1", "Title")]),
        ("Title\n-----\nbody\n", [("heading 2", "Title"), ("paragraph", "body")]),
        ("=====\nTitle\n=====\n", [("heading 1", "Title")]),
        ("1. Aims\n-------\n\n2. Means\n--------\n", [("heading 2", "1. Aims"), ("heading 2", "2. Means")]),
        ("Title\n~~~\n", [("heading 3", "Title")]),
        ("Title\n--\nAda\n", [("paragraph", "Title"), ("signature", "Ada")]),
        ("Title\n\n=====\n", [("paragraph", "Title")]),
        ("TITLE\n\nbody\n", [("paragraph", "TITLE"), ("paragraph", "body")]),
        ("one\ntwo\n---\n", [("lines", "one\ntwo")]),
        ("- a\n- b\n---\n", [("list item", "a"), ("list item", "b")]),
        ("- a\n- b\n", [("list item", "a"), ("list item", "b")]),
        ("- a\n\n- b\n", [("list item", "a"), ("list item", "b")]),
        ("- a\n  - x\n  - y\n- b\n", [("list item", text) for text in "axyb"]),
        ("- a\n\ntext\n\n- b\n", [("paragraph", text) for text in ("- a", "text", "- b")]),
        ("- a\n\n  text\n\n- b\n", [("list item", "a"), ("paragraph", "text"), ("list item", "b")]),
        ("- a\n* b\n", [("lines", "- a\n* b")]),
        ("- said she\n", [("paragraph", "- said she")]),
        ("• a\n", [("list item", "a")]),
        ("・一\n・二\n", [("list item", "一"), ("list item", "二")]),
        ("For us:\n1. a\n2. b\n", [("paragraph", "For us:"), ("list item", "a"), ("list item", "b")]),
        ("9. a\n10. b\n", [("list item", "a"), ("list item", "b")]),
        ("١. a\n٢. b\n", [("list item", "a"), ("list item", "b")]),
        ("(1) a\n(2) b\n", [("list item", "a"), ("list item", "b")]),
        ("a) x\nb) y\n", [("list item", "x"), ("list item", "y")]),
        ("A. Reader\nB. Reader\n", [("lines", "A. Reader\nB. Reader")]),
        ("8. May\n\n8. June\n", [("paragraph", "8. May"), ("paragraph", "8. June")]),
        ("8. May\n\n12. June\n", [("paragraph", "8. May"), ("paragraph", "12. June")]),
        ("1990. A year\n1991. Another\n", [("lines", "1990. A year\n1991. Another")]),
        ("-a\n-b\n", [("lines", "-a\n-b")]),
        ("- a\n- b\nThanks.\n", [("list item", "a"), ("list item", "b"), ("paragraph", "Thanks.")]),
        (f"x\n\n{SIGNATURE}", [("paragraph", "x"), ("signature", SIGNATURE.strip())]),
        (f"x\n\n-- \nAda\n\n{SIGNATURE}", [("paragraph", "x"), ("signature", "Ada"), ("signature", SIGNATURE.strip())]),
    ],
)
def test_headings_lists_and_signatures_are_told_by_what_cannot_be_prose(
    text: str, blocks: list[tuple[str, str]]
) -> None:
    """A row of signs right under a line, two items in a row, short lines at the end."""
    assert [(block.kind, block.text) for block in _read(text).blocks] == blocks


def test_a_leaflet_has_its_headings_lists_and_signature(data: Path) -> None:
    """Each block with its heading; the marks of a list and the row under a heading are in no text."""
    blocks = SOURCE.read("leaflet.txt", (data / "sources/leaflet.txt").read_bytes()).blocks

    assert [(block.line, block.kind, block.text, block.section) for block in blocks] == [
        (1, "heading 1", "Reading week", ""),
        (4, "paragraph", WRAPPED.replace("\n", " ").strip(), "Reading week"),
        (8, "heading 2", "Ways to help", "Reading week"),
        (11, "paragraph", "We ask you to", "Ways to help"),
        (
            12,
            "list item",
            "read aloud to a child, a neighbour or a friend who cannot see well,",
            "Ways to help",
        ),
        (14, "list item", "lend a book.", "Ways to help"),
        (15, "paragraph", "Thank you.", "Ways to help"),
        (17, "list item", "Bring a chair.", "Ways to help"),
        (19, "paragraph", "It may rain.", "Ways to help"),
        (21, "list item", "Bring a friend.", "Ways to help"),
        (23, "paragraph", "8. May was a good day.", "Ways to help"),
        (26, "signature", "Ada Example\nOpen Shelves", "Ways to help"),
    ]
    assert [block.whole for block in blocks] == [False] * 11 + [True]


def test_a_translated_leaflet_keeps_its_layout(data: Path) -> None:
    """Rows as long as their headings, items that hang behind their marks, lines as wide as the source's."""
    document = SOURCE.read("leaflet.txt", (data / "sources/leaflet.txt").read_bytes())
    translations = {
        0: "Woche des Lesens",
        2: "Wege",
        4: "einem Kind, einem Nachbarn - oder einer Freundin - vorlesen, die nicht gut sehen kann",
        5: "ein Buch verleihen, das man selbst gern gelesen hat.",
        10: "8. Mai 2008 war ein guter Tag.",
        11: "Ada Beispiel\nOffene Regale",
    }

    written = SOURCE.write(document, translations).decode()

    assert "Woche des Lesens\n================\n\nWe thank" in written
    assert "\nWege\n----\n\n" in written
    assert (
        "- einem Kind, einem Nachbarn - oder einer Freundin -\n"
        "  vorlesen, die nicht gut sehen kann\n"
        "- ein Buch verleihen, das man selbst gern gelesen\n"
        "  hat.\n"
        "Thank you.\n"
    ) in written
    assert written.endswith("\n8. Mai 2008 war ein guter Tag.\n\n-- \nAda Beispiel\nOffene Regale\n")
    again = SOURCE.read("leaflet.txt", written.encode())
    assert [block.text for block in again.blocks] == [
        translations.get(i, block.text) for i, block in enumerate(document.blocks)
    ]


def test_a_row_of_another_length_than_its_heading_stays(data: Path) -> None:
    """It was not drawn for the words."""
    document = _read("Title\n==================\n")

    assert SOURCE.write(document, {0: "Ein Titel"}) == b"Ein Titel\n==================\n"


def test_a_paragraph_above_a_row_does_not_become_a_heading() -> None:
    """In a short translation it keeps two lines."""
    document = _read(f"{WRAPPED}-----\n")

    written = SOURCE.write(document, {0: "Danke an alle."})

    assert written == b"Danke an\nalle.\n-----\n"
    with pytest.raises(StructureError):
        SOURCE.write(document, {0: "Danke!"})


@pytest.mark.parametrize(
    "text",
    ["8. Mai 2008 war gut", "# zwei", "- drei", "| vier |", "<script>alert(1)</script>", "> f", "[x](javascript:x)"],
)
def test_what_is_markup_elsewhere_is_text_here(text: str) -> None:
    """It comes out letter by letter, and in HTML it is escaped."""
    document = _read("one\n\ntwo\n")

    assert SOURCE.write(document, {0: text}) == f"{text}\n\ntwo\n".encode()
    assert "<script" not in SOURCE.html(document, {0: text})


@pytest.mark.parametrize(
    ("source", "index", "text"),
    [
        ("1. a\n2. b\n\nc\n", 2, "3. Mai"),
        ("- a\n- b\n\nc\n", 2, "- c"),
        ("- a\n\nb\n", 1, "- c"),
        ("a\n\nb\n", 0, "• c"),
        ("a\nb\nc\n", 0, "x\n- y\n- z"),
        ("a\nb\nc\n", 0, "x\n---\nz"),
        ("a\n\nb\n", 1, "======"),
        ("a\n\nb\n", 1, "--"),
        ("- a\n- b\n", 1, "***"),
        ("a\n\nb\n", 0, "\ufeff"),
    ],
)
def test_a_translation_that_would_be_read_as_structure_is_refused(source: str, index: int, text: str) -> None:
    """There is no escape in plain text; the error names the block whose translation it is."""
    document = _read(source)

    with pytest.raises(StructureError) as caught:
        SOURCE.write(document, {i: text if i == index else f"{b.text}x" for i, b in enumerate(document.blocks)})

    assert caught.value.index == index


def test_chinese_and_japanese_are_broken_between_characters() -> None:
    """As wide as the source, not before a closing mark; read again, no space has come in."""
    document = _read(WRAPPED)
    translation = "我们感谢自请愿书发表以来签署它的所有人，以及将它传递给其他人的所有人。" * 3 + " Read aloud 朗读。"

    written = SOURCE.write(document, {0: translation}).decode()

    rows = written.splitlines()
    assert all(40 < 2 * len(row) <= 52 for row in rows[:-1])
    assert not any(row.startswith(("，", "。")) for row in rows)
    assert [block.text for block in _read(written).blocks] == [translation]


def test_a_text_in_thai_is_broken_at_its_spaces_only() -> None:
    """Where its words end, only a dictionary knows."""
    phrase = "เราขอขอบคุณทุกคนที่ได้ลงนาม"
    document = _read(WRAPPED)

    written = SOURCE.write(document, {0: " ".join([phrase] * 4)}).decode()

    assert {word for row in written.splitlines() for word in row.split(" ")} == {phrase}


@pytest.mark.parametrize("sign", ["-", "–", "1.", "12)", "(a)", "---", "・x"])
def test_no_line_but_the_first_begins_with_what_could_be_a_mark(sign: str) -> None:
    """It stays at the end of the line before."""
    document = _read(WRAPPED)

    rows = SOURCE.write(document, {0: f"Wort {sign} " * 30}).decode().splitlines()

    assert len(rows) > 2
    assert not [row for row in rows if row.startswith(sign)]


def test_a_no_break_space_is_not_broken() -> None:
    """A French colon stays with its word."""
    document = _read(WRAPPED)

    rows = SOURCE.write(document, {0: "mots\u00a0: " * 30}).decode().splitlines()

    assert len(rows) > 2
    assert all(row.endswith("\u00a0:") for row in rows)


def test_html_has_headings_and_lists(data: Path) -> None:
    """A list goes on where another block stands between its items."""
    document = SOURCE.read("leaflet.txt", (data / "sources/leaflet.txt").read_bytes())

    html = SOURCE.html(document, {9: "a\nb"})

    assert "<h1>Reading week</h1>\n<p>We thank" in html
    assert "<ul>\n<li>read aloud to a child, a neighbour or a friend who cannot see well,</li>\n<li>lend" in html
    assert '</ol>\n<p>It may rain.</p>\n<ol start="2">\n<li>a b</li>\n</ol>\n<p>8. May' in html
    assert html.endswith("<p>Ada Example<br />\nOpen Shelves</p>\n")


def test_html_of_lists_with_letters() -> None:
    """Two lists in a row are two."""
    html = SOURCE.html(_read("b) x\nc) y\n\n・一\n・二\n\n1. a\n2. b\n\n1) c\n2) d\n"), {})

    assert html == (
        '<ol type="a" start="2">\n<li>x</li>\n<li>y</li>\n</ol>\n<ul>\n<li>一</li>\n<li>二</li>\n</ul>\n'
        "<ol>\n<li>a</li>\n<li>b</li>\n</ol>\n<ol>\n<li>c</li>\n<li>d</li>\n</ol>\n"
    )


_DOCUMENTS = st.lists(
    st.sampled_from(
        [
            "",
            " ",
            "short",
            "漢字 かな",
            "\ta",
            "a ",
            LONG.strip(),
            *WRAPPED.strip().split("\n"),
            "é\u2028b",
            "x\x0by",
            "\x85",
            "a\rb",
            "\x0c",
            "=====",
            "  -----",
            "-- ",
            "- a",
            "* a ",
            "  - aa",
            "• a",
            "1. a",
            "2. b",
            "\t3. c",
            "b) d",
        ]
    ),
    max_size=12,
)


@given(_DOCUMENTS, st.sampled_from(["\n", "\r\n", "\r"]), st.booleans())
def test_any_document_keeps_every_byte(lines: list[str], newline: str, bom: bool) -> None:
    """However it is made."""
    data = (b"\xef\xbb\xbf" if bom else b"") + newline.join(lines).encode()
    document = SOURCE.read("a.txt", data)

    assert SOURCE.write(document, {}) == data
    assert SOURCE.write(document, {i: block.text for i, block in enumerate(document.blocks)}) == data


_HARD = re.compile("heading|list item")


def _hard(blocks: Sequence[Block]) -> list[str]:
    """Return what is a heading or an item; how a text is wrapped says no more than that it is one."""
    return [block.kind for block in blocks if _HARD.match(block.kind)]


def _stanzas(data: bytes) -> int:
    lines = re.split("\r\n|\r|\n", data.decode("utf-8-sig"))
    return sum(bool(line.strip()) and not before.strip() for before, line in zip(["", *lines], lines, strict=False))


def _write(document: Document, translations: dict[int, str]) -> tuple[bytes, int | None]:
    try:
        return SOURCE.write(document, translations), None
    except StructureError as error:
        return b"", error.index


_TEXTS = st.lists(
    st.text("ab -•=1.2)漢\n\r\x0c\u2028\x85\ufeff", max_size=30)
    | st.just("word - " * 30)
    | st.sampled_from(["8. Mai", "- drei", "2. b", "3. c", "• d", "=====", "--", "<script>", "a\n- b\n- c"]),
    min_size=8,
    max_size=8,
)


@given(_DOCUMENTS, _TEXTS, st.sampled_from(["\n", "\r\n", "\r"]))
def test_no_translation_adds_or_takes_a_block(lines: list[str], texts: list[str], newline: str) -> None:
    """Any texts: headings and items stay, nothing else becomes one, and untranslated bytes stay in their order.

    Or StructureError, which names one of the translations.
    """
    document = SOURCE.read("a.txt", newline.join(lines).encode())
    translations = {i: text for i, text in enumerate(texts) if i < len(document.blocks)}

    data, refused = _write(document, translations)
    if refused is not None:
        assert refused in translations
        return

    at = 0
    kept = [block for i, block in enumerate(document.blocks) if i not in translations]
    for block in kept:
        piece = document.data[block.start : block.end]
        at = data.index(piece, at) + len(piece)
    assert _hard(SOURCE.read("a.txt", data).blocks) == _hard(document.blocks)
    assert _stanzas(data) == _stanzas(document.data)


_WORDS = st.text("abé漢字かー、。「」ก ", min_size=1, max_size=12).map(str.strip).filter(bool)


@given(st.lists(_WORDS, min_size=1, max_size=40))
def test_a_text_that_was_wrapped_is_read_as_it_was(words: list[str]) -> None:
    """However it is broken, no space comes in and none goes, but between two Chinese or Japanese characters."""
    document = _read(f"- first of its list\n- {WRAPPED.replace(chr(10), chr(10) + '  ').strip()}\n")
    translation = " ".join(words)

    again = _read(SOURCE.write(document, {1: translation}).decode())

    assert again.blocks[1].kind == "list item"
    # Lines that happen to be of uneven length are read as lines.
    assert re.sub(" +", " ", joined(again.blocks[1].text.split("\n"))) == re.sub(" +", " ", translation)
