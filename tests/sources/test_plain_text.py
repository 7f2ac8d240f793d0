"""Plain text: paragraphs, wrapped lines and signatures; every byte outside a translation stays."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n_tool.document import Document, StructureError
from l10n_tool.errors import FileError
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
        ]
    ),
    max_size=12,
)


@given(_DOCUMENTS, st.sampled_from(["\n", "\r\n"]), st.booleans())
def test_any_document_keeps_every_byte(lines: list[str], newline: str, bom: bool) -> None:
    """However it is made."""
    data = (b"\xef\xbb\xbf" if bom else b"") + newline.join(lines).encode()
    document = SOURCE.read("a.txt", data)

    assert SOURCE.write(document, {}) == data
    assert SOURCE.write(document, {i: block.text for i, block in enumerate(document.blocks)}) == data


@given(
    _DOCUMENTS,
    st.lists(st.text("ab \n\r\u2028\x85漢", max_size=30) | st.just("word " * 30), min_size=6, max_size=6),
    st.sampled_from(["\n", "\r\n"]),
)
def test_no_translation_adds_or_takes_a_block(lines: list[str], texts: list[str], newline: str) -> None:
    """Any texts: what was not translated keeps its bytes in the same order, or StructureError."""
    document = SOURCE.read("a.txt", newline.join(lines).encode())
    translations = {i: text for i, text in enumerate(texts) if i < len(document.blocks)}

    try:
        data = SOURCE.write(document, translations)
    except StructureError:
        return

    at = 0
    kept = [block for i, block in enumerate(document.blocks) if i not in translations]
    for block in kept:
        piece = document.data[block.start : block.end]
        at = data.index(piece, at) + len(piece)
    assert data.count(b"\n\n") >= document.data.count(b"\n\n")
