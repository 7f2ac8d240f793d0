"""Compiling: what a translation brings in besides words is in no MO file."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n_tool.catalogue import Catalogue, Entry, format_catalogue, parse_mo
from l10n_tool.checks import CHECKS, check_catalogue
from l10n_tool.reports.catalogues import compiled_text
from l10n_tool.workflow.compile import Compiled, _is_unsafe, compile_catalogues

HEADER = {
    "Language": "de",
    "Content-Type": "text/plain; charset=UTF-8",
    "Plural-Forms": "nplurals=2; plural=n != 1;",
}


def _compiled(folder: Path, *entries: Entry) -> tuple[Compiled, dict[str, str]]:
    """Return what compiling these entries says, and the texts of the MO but the header."""
    path = folder / "de.po"
    path.write_bytes(format_catalogue(Catalogue(entries).with_headers(HEADER)))
    compiled = compile_catalogues(None, [str(path)])[0]
    texts = {key.decode(): text.decode() for key, text in parse_mo((folder / "de.mo").read_bytes()).items() if key}
    return compiled, texts


@pytest.mark.parametrize(
    "text",
    [
        "Lies<script src=x></script>",
        "<img src=x onerror=alert(1)>",
        "<a href='javascript:alert(1)'>Lies</a>",
        "[Lies](&#106;ava\tscript:alert)",
        "[Lies](java\u200bscript:alert`1`)",
        "JAVASCRIPT\u200b:alert`1`",
        "[Lies](data:text/html,x)",
        "&lt;iframe src=x>",
        "<IFRAME src=x>",
        "<a href='https://evil.example'>Lies</a>",
        "<b/style=x src=//evil.example>Lies</b>",
    ],
)
def test_a_translation_that_would_run_in_a_page_is_left_out(tmp_path: Path, text: str) -> None:
    """The program then shows its source text; the report counts it."""
    compiled, texts = _compiled(tmp_path, Entry("Read", (text,)), Entry("Books", ("Bücher",)))

    assert texts == {"Books": "Bücher"}
    assert (compiled.published, compiled.left_out, compiled.unsafe) == (1, 1, 1)
    assert "1 entry brings in unsafe markup; l10n-tool check says where" in compiled_text([compiled])


def test_each_form_of_a_plural_is_looked_at(tmp_path: Path) -> None:
    """One bad form is enough."""
    entry = Entry("%d book", ("%d Buch", "%d <script>Bücher</script>"), msgid_plural="%d books")

    compiled, texts = _compiled(tmp_path, entry)

    assert texts == {}
    assert compiled.unsafe == 1


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("<script>run()</script>", "<script>run()</script>"),
        ("Use JavaScript: it works", "Nutze JavaScript: es läuft"),
        ("Metadata: none", "Metadaten: keine"),
        ("<b>Read</b> & lend", "<b>Lies</b> & leih"),
        ("Time: %s", "Zeit: %s"),
    ],
)
def test_what_the_source_has_too_and_plain_words_are_compiled(tmp_path: Path, source: str, text: str) -> None:
    """A colon, a tag or an ampersand is not yet unsafe."""
    compiled, texts = _compiled(tmp_path, Entry(source, (text,)))

    assert texts == {source: text}
    assert compiled.unsafe == 0
    assert "unsafe" not in compiled_text([compiled])


_PIECES = st.lists(
    st.sampled_from(
        [
            "java",
            "script",
            ":",
            "data",
            "<",
            "&lt;",
            "&#58;",
            "x",
            "\t",
            "\u200b",
            "\u00ad",
            "](",
            "SCRIPT",
            "T",
            " ",
            "'",
        ]
    ),
    max_size=8,
).map("".join)


@given(_PIECES)
def test_the_quick_look_before_the_check_misses_nothing(text: str) -> None:
    """What the check finds is not compiled, and the rest is."""
    entry = Entry("Read", (text,))
    checks = {"unsafe-markup": CHECKS["unsafe-markup"]}
    found = check_catalogue(Catalogue((entry,)), locale="de", file="de.po", checks=checks)

    assert _is_unsafe(entry, "de") is bool(found)


@pytest.mark.parametrize(
    ("source", "text", "kept"),
    [
        ("Read", "Lies https://evil.example/x", False),
        ('Read <a href="https://example.org">on</a>', 'Lies <a href="https://evil.example">mehr</a>', False),
        ('Read <a href="https://example.org">on</a>', 'Lies <a href="https://example.org">mehr</a>', True),
        ("Read https://en.wikipedia.org/wiki/Book", "Lies https://de.wikipedia.org/wiki/Book", True),
    ],
)
def test_a_program_of_the_project_s_own_gets_no_new_address(source: str, text: str, *, kept: bool) -> None:
    """The same site in the reader's language is none; the catalogues of other projects may have their reasons."""
    entry = Entry(source, (text,), references=("app/library.py",))

    assert _is_unsafe(entry, "de", own=True) is not kept
    assert not _is_unsafe(entry, "de", own=False)
