"""HTML pages: what is not translated keeps its bytes, and no translation changes the page around the words."""

import subprocess
from collections.abc import Callable
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from typing import Final

import pytest

from hostile_html import HOSTILE, PLACES
from l10n_tool.document import Block, Document, Reading, StructureError
from l10n_tool.errors import FileError
from l10n_tool.languages import Language
from l10n_tool.sources import SOURCES, source_of
from l10n_tool.sources.html import HtmlSource

SOURCE: Final = HtmlSource()
DATA: Final = Path(__file__).parents[1] / "data" / "sources"
PAGES: Final = sorted([*DATA.glob("*.html"), *DATA.glob("*.xhtml")])


def _read(text: str, reading: Reading | None = None) -> Document:
    return SOURCE.read("a.html", text.encode(), reading or Reading())


def _texts(document: Document) -> list[tuple[str, str]]:
    return [(block.kind, block.text) for block in document.blocks]


def _bytes_of(document: Document, block: Block) -> str:
    return document.data[block.start : block.end].decode()


def test_the_pages_are_there() -> None:
    """Else the tests that go through them would pass for nothing."""
    assert [path.name for path in PAGES] == ["campaign.html", "crlf-bom.html", "loose.html", "strict.xhtml"]


@pytest.mark.parametrize("name", ["a.html", "B.HTM", "c.xhtml"])
def test_a_page_is_told_by_its_ending(name: str) -> None:
    """The three that web servers know."""
    assert source_of(name) is SOURCES["html"]


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_a_page_translated_into_itself_keeps_every_byte(path: Path) -> None:
    """All translations equal to their sources, or none at all: nothing is written anew, not even the language."""
    document = SOURCE.read(path.name, path.read_bytes())
    same = {i: block.text for i, block in enumerate(document.blocks)}

    assert SOURCE.write(document, same, Language("ar")) == path.read_bytes()
    assert SOURCE.write(document, {}, Language("ar")) == path.read_bytes()


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_a_text_that_was_written_is_read_as_it_was_written(path: Path) -> None:
    """Each text alone, changed and put in, comes back out, and every other one is as it was."""
    document = SOURCE.read(path.name, path.read_bytes())

    for index, block in enumerate(document.blocks):
        changed = SOURCE.read(path.name, SOURCE.write(document, {index: f"{block.text} & <und>"}))

        expected = _texts(document)
        expected[index] = (block.kind, f"{block.text} & &lt;und>")
        assert _texts(changed) == expected


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_all_texts_together_are_read_as_they_were_written(path: Path) -> None:
    """A text and the attributes in its tags among them."""
    document = SOURCE.read(path.name, path.read_bytes())

    data = SOURCE.write(document, {i: f"{block.text} 漢" for i, block in enumerate(document.blocks)})

    assert _texts(SOURCE.read(path.name, data)) == [(kind, f"{text} 漢") for kind, text in _texts(document)]


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_the_bytes_between_the_texts_are_the_authors(path: Path) -> None:
    """A translation of every text leaves all that is between them."""
    document = SOURCE.read(path.name, path.read_bytes())

    written = SOURCE.write(document, {i: f"{block.text} x" for i, block in enumerate(document.blocks)})

    assert _between(SOURCE.read(path.name, written)) == _between(document)


def _between(document: Document) -> list[bytes]:
    """The bytes outside of the texts, and the quotation marks that an attribute may have got left out."""
    parts, end = [], 0
    for block in document.blocks:
        if block.start >= end:
            parts.append(document.data[end : block.start].rstrip(b"\"'"))
            end = block.end
    return [part.lstrip(b"\"'") for part in [*parts, document.data[end:]]]


def test_blocks_stand_where_they_say_in_bytes() -> None:
    """Whatever characters and byte order mark stand before them."""
    document = _read("\ufeff<p>é漢📚</p>\n<p title='ü'>ж <b title=ö>x</b>!</p>")

    assert [_bytes_of(document, block) for block in document.blocks] == ["é漢📚", "ü", "ж <b title=ö>x</b>!", "ö"]
    assert [block.line for block in document.blocks] == [1, 2, 2, 2]


def test_blocks_carry_what_translators_are_told() -> None:
    """Section, line and the author's notes."""
    document = _read("<h1>A</h1>\n<!-- i18n:comment Be brief --><!-- i18n:max-length 9 -->\n<p>b</p>")

    block = document.blocks[1]

    assert (block.section, block.line, block.notes.comments, block.notes.max_length) == ("A", 3, ("Be brief",), 9)


@pytest.mark.parametrize(
    ("page", "target", "written"),
    [
        ("<html lang=en><p>a", "de", '<html lang="de"><p>b'),
        ("<html lang='en'><p>a", "pt_BR", "<html lang='pt-BR'><p>b"),
        ("<html><p>a", "ar", '<html lang="ar" dir="rtl"><p>b'),
        ('<HTML class="x" lang="en"><p>a', "ar", '<HTML dir="rtl" class="x" lang="ar"><p>b'),
        ('<html lang="en" dir="ltr"><p>a', "ar", '<html lang="ar" dir="rtl"><p>b'),
        ('<html lang="en" dir="ltr"><p>a', "de", '<html lang="de" dir="ltr"><p>b'),
        ('<html xml:lang="en" lang="en"><p>a', "de", '<html xml:lang="de" lang="de"><p>b'),
        ('<html xml:lang="en"><p>a', "de", '<html xml:lang="de"><p>b'),
        ("<html lang><p>a", "de", '<html lang="de"><p>b'),
        ("<!-- <html lang=en> --><p>a", "ar", "<!-- <html lang=en> --><p>b"),
        ("<p lang=en>a", "de", "<p lang=en>b"),
        ("<html lang=fr><p lang=en>a", "de", "<html lang=fr><p lang=en>b"),
    ],
)
def test_a_translated_page_states_its_language(page: str, target: str, written: str) -> None:
    """At its root: the language, and the direction where that is another than the source's."""
    assert SOURCE.write(_read(page), {0: "b"}, Language(target)).decode() == written


def test_a_page_from_right_to_left_is_turned() -> None:
    """The source may be the one that is not left to right."""
    document = _read('<html lang="ar" dir="rtl"><p>a', Reading(locale="ar"))

    assert SOURCE.write(document, {0: "b"}, Language("en")).decode() == '<html lang="en" dir="ltr"><p>b'


def test_without_a_target_the_language_stays() -> None:
    """A caller that asks for none gets none."""
    assert SOURCE.write(_read("<html lang=en><p>a"), {0: "b"}) == b"<html lang=en><p>b"


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"<p>a\n\xff", "a.html:2: the page is not UTF-8\n  Save the page in UTF-8."),
        (b"<p>a\n <!-- b", "a.html:2:2: '<!-- b' does not end"),
        (b"<p>a\n<a href='b>c</a>\n", 'a.html:2:1: "<a href=\'b>c</a>" does not end'),
        (b"\n<script>a", "a.html:2:1: '<script>a' does not end"),
        (b"<p>a</p", "a.html:1:5: '</p' does not end"),
        (b"<meta charset=latin1>", "a.html:1:1: the page says that it is in latin1\n  Save the page in UTF-8"),
        (b"<meta http-equiv=content-type content='text/html; charset=Big5'>", "the page says that it is in Big5"),
        (b"<?xml version='1.0' encoding='iso-8859-1'?>", "the page says that it is in iso-8859-1"),
        (b"<html lang=de><p>a", 'a.html:1:1: nothing to translate: the page says lang="de"'),
        (b"<p>a</p>\n<!-- i18n:skip-end -->", "a.html:2: i18n:skip-end without a beginning"),
        (b"\n<!-- i18n:skip-start -->", "a.html:2: i18n:skip-start without an end"),
    ],
)
def test_what_cannot_be_read_is_an_error_with_its_place(data: bytes, message: str) -> None:
    """And with what to do about it."""
    with pytest.raises(FileError) as caught:
        SOURCE.read("a.html", data)

    assert message in str(caught.value)
    assert caught.value.remedy


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"<meta charset='UTF-8'><meta name=description content='charset=x'>",
        b"<html lang=en-GB><p>a",
        b"<html lang=de><p lang=en>a",
        b"<?xml version='1.0' encoding='utf-8'?><html/>",
        b"<p>a <",
    ],
)
def test_what_can_be_read_is(data: bytes) -> None:
    """Nothing of this is an error."""
    assert SOURCE.write(SOURCE.read("a.html", data), {}) == data


@pytest.mark.parametrize("text", ["b", "<b>b", "<b>b</b> <i>c</i></i>", "", "<b>\0</b>"])
def test_a_translation_of_another_structure_is_an_error_with_its_place(text: str) -> None:
    """The block's, and its line."""
    document = _read("<p>a</p>\n<p>a <b>b</b> <i>c</i></p>")

    with pytest.raises(StructureError) as caught:
        SOURCE.write(document, {0: "x", 1: text})

    assert (caught.value.index, str(caught.value.place)) == (1, "a.html:2")


def test_in_xml_a_tag_can_hold_nothing() -> None:
    """``<script/>`` and ``<div/>`` are whole elements there, in HTML they are start tags."""
    page = "<div translate='no'/><p>a <i class='x'/> b</p><script src='x'/><p>c</p>"

    assert [block.text for block in SOURCE.read("a.xhtml", page.encode()).blocks] == ["a <i class='x'/> b", "c"]
    with pytest.raises(FileError, match="does not end"):
        _read(page)


class _Elements(HTMLParser):
    """The elements of a page in order: their names, the names of their attributes, and what text each holds."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, ...]] = []
        self.attributes: list[dict[str, str | None]] = []
        self.words: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, *sorted(name for name, _ in attrs)))
        self.attributes.append(dict(attrs))
        self.words.append("")

    def handle_data(self, data: str) -> None:
        if self.words:
            self.words[-1] += data


FLAGS: Final = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync",
    "--disable-background-networking", "--disable-component-update", "--disable-dev-shm-usage",
    "--virtual-time-budget=4000", "--dump-dom",
)  # fmt: skip


@pytest.fixture
def rendered(chromium: str, tmp_path: Path) -> Callable[[bytes], _Elements]:
    """Return what a browser makes of a page, after its scripts, if any, have run."""

    def render(page: bytes) -> _Elements:
        path = tmp_path / "page.html"
        path.write_bytes(page)
        command = [chromium, *FLAGS, f"--user-data-dir={tmp_path / 'p'}", path.as_uri()]
        ran = subprocess.run(command, capture_output=True, check=True, timeout=120)
        return _Elements(ran.stdout.decode())

    return render


def test_a_browser_takes_every_hostile_translation_for_text(rendered: Callable[[bytes], _Elements]) -> None:
    """One page with each in each kind of place: the elements are the source's, no script ran, the words show."""
    wanted = [(html, text) for html in PLACES.values() for text in HOSTILE]
    page = "".join(f"<section>{html}</section>\n" for html, _ in wanted)
    document = _read(f"<!doctype html><html lang=en><meta charset=utf-8><body>{page}</body></html>")
    places = [index for index, block in enumerate(document.blocks) if block.text == "x"]
    taken = {at: text for at, (html, text) in zip(places, wanted, strict=True) if _is_taken(html, text)}

    before, after = rendered(document.data), rendered(SOURCE.write(document, taken))

    assert len(taken) > len(wanted) * 0.9
    assert after.elements == before.elements
    expected = [" ".join(unescape(taken.get(at, "x")).split()) for at in places]
    assert _shown_instead_of_x(before, after) == expected


def _is_taken(html: str, text: str) -> bool:
    document = _read(html)
    index = next(i for i, block in enumerate(document.blocks) if block.text == "x")
    try:
        SOURCE.write(document, {index: text})
    except StructureError:
        return False
    return True


def _shown_instead_of_x(before: _Elements, after: _Elements) -> list[str]:
    """The words and attributes of one page where those of the other are ``x``, with single spaces."""
    found = []
    for at, words in enumerate(before.words):
        names = [name for name, value in before.attributes[at].items() if value == "x"]
        found += [after.attributes[at][name] or "" for name in names]
        found += [after.words[at]] if words.strip() == "x" else []
    return [" ".join(text.split()) for text in found]
