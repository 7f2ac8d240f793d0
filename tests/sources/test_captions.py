"""Captions: times, tags and everything else keep their bytes, and no translation makes another cue."""

import io
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

import pytest
import webvtt
from hypothesis import given
from hypothesis import strategies as st

from l10n_tool.document import Block, Document, Reading, Source, StructureError
from l10n_tool.errors import FileError
from l10n_tool.languages import Language
from l10n_tool.notes import Notes
from l10n_tool.sources.srt import SrtSource
from l10n_tool.sources.webvtt import WebVttSource

SRT: Final = SrtSource()
VTT: Final = WebVttSource()
DATA: Final = Path(__file__).parents[1] / "data" / "sources"
DOCUMENTS: Final = sorted([*DATA.glob("*.srt"), *DATA.glob("*.vtt")])
PORTUGUESE: Final = Language("pt_BR")

#: Texts that would be something else in a file of captions, or that bring something in.
HOSTILE: Final = (
    "8. Mai 2008 war",
    "# zwei",
    "- drei",
    "| vier |",
    "<script>alert(1)</script>",
    "[x](javascript:alert(1))",
    "-->",
    "a --> b",
    "--->",
    "00:00:01,000 --> 00:00:02,000",
    "1\n00:00:01,000 --> 00:00:02,000",
    "00:01.000 --> 00:02.000",
    "2\n\n3",
    "7",
    "NOTE",
    "NOTE x",
    "STYLE",
    "STYLE\n::cue{}",
    "REGION",
    "WEBVTT",
    "",
    " ",
    "\n",
    "a\n\nb",
    "a\n \nb",
    "a\n\t\nb",
    "a\r\rb",
    "a\r\n\r\nb",
    "a\u2028\u2028b",
    "a\x85\x85b",
    "a\x0b\x0cb",
    "a\x00b",
    "a\x1c\x1cb",
    "a\nb\nc",
    "a\nb",
    "<b>x</b>",
    "<v Eva>x",
    "<00:00:05.000>x",
    "<lang de>x</lang>",
    "<font color=red>x</font>",
    "<i",
    "</i>",
    "<",
    ">",
    "<>",
    "a < b > c",
    "& &amp; &lt; &copy",
    "&lt;b&gt;",
    "{\\an8}x",
    "{\\",
    "{y:i}x",
    "https://evil.example/",
    "www.evil.example",
    "x@evil.example",
    "\ufeffx",
    "😀 漢字",
    "'",
    '"',
    "%",
    "`",
    "\ud800",
)

SIMPLE: Final[Mapping[str, tuple[Source, str]]] = {
    "srt": (SRT, "1\n00:00:01,000 --> 00:00:02,000\nx\n\n2\n00:00:02,000 --> 00:00:03,000\nafter\n"),
    "srt, last": (SRT, "1\n00:00:01,000 --> 00:00:02,000\nx"),
    "vtt": (VTT, "WEBVTT\n\n00:01.000 --> 00:02.000\nx\n\nid\n00:02.000 --> 00:03.000\nafter\n"),
    "vtt, last": (VTT, "WEBVTT\n\n00:01.000 --> 00:02.000\nx"),
}


def _source(path: Path) -> Source:
    return SRT if path.suffix == ".srt" else VTT


def _cue(text: str) -> str:
    return f"WEBVTT\n\n00:01.000 --> 00:02.000\n{text}\n"


def _srt(text: str) -> str:
    return f"1\n00:00:01,000 --> 00:00:02,000\n{text}\n"


def _heard(source: Source, data: bytes) -> list[tuple[str, str, str]]:
    """What another reader finds in the captions: times and text of every cue."""
    text = data.decode("utf-8-sig")
    captions = webvtt.from_string(text) if source is VTT else webvtt.from_buffer(io.StringIO(text), format="srt")
    return [(cue.start, cue.end, "\n".join(map(str.strip, cue.raw_text.split("\n")))) for cue in captions.captions]


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_captions_translated_into_themselves_keep_every_byte(path: Path) -> None:
    """Line ends, byte order mark, spaces and a missing last newline among them; the language too."""
    document = _source(path).read(path.name, path.read_bytes())

    own = {i: block.text for i, block in enumerate(document.blocks)}

    assert document.blocks
    assert _source(path).write(document, {}, PORTUGUESE) == path.read_bytes()
    assert _source(path).write(document, own, PORTUGUESE) == path.read_bytes()


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_captions_that_were_written_are_read_as_they_were_written(path: Path) -> None:
    """Each text, changed and put in, comes back out; and put back, it gives the document again."""
    source = _source(path)
    document = source.read(path.name, path.read_bytes())
    changed = {i: f"{block.text} Ñandú" for i, block in enumerate(document.blocks)}

    data = source.write(document, changed)

    again = source.read(path.name, data)
    spoken = [block.text.replace("&lt;", "<").replace("&amp;", "&") for block in again.blocks]
    assert spoken == [text.replace("&amp;", "&") for text in changed.values()]
    assert source.write(again, {i: block.text for i, block in enumerate(document.blocks)}) == path.read_bytes()


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_another_reader_finds_the_same_captions(path: Path) -> None:
    """And in the translated file the same times."""
    source = _source(path)
    data = path.read_bytes()
    document = source.read(path.name, data)

    written = source.write(document, {i: f"{block.text}!" for i, block in enumerate(document.blocks)})

    ours, theirs = [block.text for block in document.blocks], [text for _, _, text in _heard(source, data)]
    assert [text for text in theirs if "♪" not in text] == [text for text in ours if "♪" not in text]
    assert [times[:2] for times in _heard(source, written)] == [times[:2] for times in _heard(source, data)]


def test_a_caption_tells_what_translators_need() -> None:
    """Its lines as they are on the screen, how long it is seen, and that it is one piece."""
    data = _srt("We thank\n  everyone  ").encode().replace(b"02,000", b"03,500")

    document = SRT.read("a.srt", data)

    assert document.blocks == (
        Block(
            text="We thank\neveryone",
            kind="caption",
            start=32,
            end=51,
            line=3,
            style="\n",
            facts=("visible for 2.5 s",),
            whole=True,
        ),
    )


@pytest.mark.parametrize(("source", "cue"), [(SRT, _srt), (VTT, _cue)], ids=["srt", "vtt"])
def test_a_caption_is_found_by_its_bytes(source: Source, cue: Callable[[str], str]) -> None:
    """Not by characters, and behind a byte order mark."""
    text = cue("\u3000é 😀\u3000") + "\n" + cue("ü").removeprefix("WEBVTT\n\n")

    document = source.read("a", f"\ufeff{text}".encode())

    assert [document.data[block.start : block.end].decode() for block in document.blocks] == ["é 😀", "ü"]


@pytest.mark.parametrize(
    ("end", "seconds"),
    [("00:00:01,000", "0"), ("00:00:01,040", "0.04"), ("00:00:04,000", "3"), ("00:00:03,125", "2.125"),
     ("01:00:01,500", "3600.5"), ("00:00:11,000", "10")],
)  # fmt: skip
def test_the_time_on_the_screen_is_the_shortest_decimal(end: str, seconds: str) -> None:
    """In seconds, with no zeros at its end."""
    document = SRT.read("a.srt", f"1\n00:00:01,000 --> {end}\nx\n".encode())

    assert document.blocks[0].facts == (f"visible for {seconds} s",)


def test_author_s_notes_stand_in_comments_of_webvtt() -> None:
    """For the next cue only; a cue that is skipped is no block, and keeps its bytes."""
    document = VTT.read("campaign.vtt", (DATA / "campaign.vtt").read_bytes())

    assert [block.notes for block in document.blocks] == [
        Notes(("Ada is the librarian.",)),
        Notes(),
        Notes(max_length=40),
        Notes(),
    ]
    assert not any("♪" in block.text for block in document.blocks)


def test_a_range_of_cues_can_be_left_out() -> None:
    """And a range that nobody ends is an error with its line."""
    cue = "00:01.000 --> 00:02.000\n{}\n\n"
    text = f"WEBVTT\n\n{cue.format('a')}NOTE i18n:skip-start\n\n{cue.format('b')}{cue.format('c')}"

    ended = VTT.read("a.vtt", f"{text}NOTE i18n:skip-end\n\n{cue.format('d')}".encode())

    assert [block.text for block in ended.blocks] == ["a", "d"]
    with pytest.raises(FileError, match=r"a\.vtt:6: i18n:skip-start without an end"):
        VTT.read("a.vtt", text.encode())


@pytest.mark.parametrize(
    ("stated", "locale", "written"),
    [("en", "en", "pt-BR"), ("en-GB", "en", "pt-BR"), ("en_US", "en_GB", "pt_BR"), ("de", "en", "de"),
     ("english", "en", "english"), ("EN", "en", "pt-BR")],
)  # fmt: skip
def test_a_language_in_the_header_becomes_the_target_s(stated: str, locale: str, written: str) -> None:
    """If it is the source's, and something was translated."""
    text = "WEBVTT\nKind: captions\nLanguage: {}\n\n00:01.000 --> 00:02.000\n{}\n"
    document = VTT.read("a.vtt", text.format(stated, "Language: en").encode(), Reading(locale=locale))

    data = VTT.write(document, {0: "Idioma: en"}, PORTUGUESE).decode()

    assert data == text.format(written, "Idioma: en")


@pytest.mark.parametrize(
    ("source", "translation", "written"),
    [
        ("x", "<script>alert(1)</script>", "&lt;script>alert(1)&lt;/script>"),
        ("x", "AT&T", "AT&amp;T"),
        ("x", "Q&amp;A", "Q&amp;A"),
        ("x", "3 < 4 --> 5", "3 &lt; 4 --&gt; 5"),
        ("<i>x</i>", "<<i>y</i>", "&lt;<i>y</i>"),
        ("<i>x</i>", "<b>a</b> <i>y</i>", "&lt;b>a&lt;/b> <i>y</i>"),
        ("<v Ada>x", "<v Ada>y", "<v Ada>y"),
        ("3 < 4", "4 > 3, 3 < 4", "4 > 3, 3 &lt; 4"),
        ("<00:01.200>a <00:01.500>b", "<00:01.200>c <00:01.500>d", "<00:01.200>c <00:01.500>d"),
        ("x", "NOTE\nSTYLE", "NOTE\nSTYLE"),
        ("x", "WEBVTT", "WEBVTT"),
    ],
)
def test_what_is_no_tag_of_the_source_is_shown_as_it_stands(source: str, translation: str, written: str) -> None:
    """WebVTT has references for what would be markup."""
    document = VTT.read("a.vtt", _cue(source).encode())

    assert VTT.write(document, {0: translation}).decode() == _cue(written)


@pytest.mark.parametrize(
    ("kind", "source", "translation", "message"),
    [
        ("vtt", "<i>x</i>", "y", "</i>, <i> missing"),
        ("vtt", "<i>x</i>", "<i>x</i> <i>y</i>", "</i>, <i> too much"),
        ("vtt", "<i>x</i>", "</i>x<i>", "do not close one another"),
        ("vtt", "<i><b>x</b></i>", "<i><b>x</i></b>", "do not close one another"),
        ("vtt", "<v Ada>x", "<v Eva>x", "<v Ada> missing"),
        ("vtt", "<lang fr>x</lang>", "<lang de>x</lang>", "<lang fr> missing"),
        ("vtt", "<00:01.200>a <00:01.500>b", "<00:01.500>a <00:01.200>b", "in another order"),
        ("srt", "x", "<b>x</b>", "</b>, <b> too much"),
        ("srt", "x", "<script>x", "<script> too much"),
        ("srt", "x", "<i", "<i too much"),
        ("srt", "<i>x</i>", "x", "</i>, <i> missing"),
        ("srt", "x", "{\\an8}x", r"{\\an8} too much"),
        ("srt", "{\\an8}x", "x", r"{\\an8} missing"),
        ("srt", "x", "a --> b", "-->"),
        ("srt", "x", "1\n00:00:01,000 --> 00:00:02,000", "-->"),
        ("srt", "x", "a\nb\nc", "3 lines in a caption that has room for 2"),
        ("vtt", "a\nb\nc", "a\nb\nc\nd", "4 lines in a caption that has room for 3"),
        ("srt", "x", "a\n\nb", "an empty line"),
        ("vtt", "x", "a\n \nb", "an empty line"),
        ("vtt", "x", "", "an empty line"),
        ("vtt", "x", "a\u2028b", "U+2028"),
        ("srt", "x", "a\x00b", "U+0000"),
        ("srt", "x", "https://evil.example/x", "https://evil.example"),
        ("vtt", "See https://example.org.", "https://example.com", "https://example.com"),
    ],
)
def test_what_cannot_be_made_safe_is_an_error_with_its_place(
    kind: str, source: str, translation: str, message: str
) -> None:
    """File and line of the caption, and what differs."""
    form = VTT if kind == "vtt" else SRT
    text = _cue(source) if kind == "vtt" else _srt(source)
    document = form.read("a", text.encode())

    with pytest.raises(StructureError) as caught:
        form.write(document, {0: translation})

    assert message.replace("\\\\", "\\") in caught.value.message
    assert caught.value.index == 0
    assert str(caught.value.place) == ("a:4" if kind == "vtt" else "a:3")


@pytest.mark.parametrize("lines", ["a", "a\nb"])
def test_a_caption_may_be_set_in_one_line_or_two(lines: str) -> None:
    """Translators set the lines, as captions are wrapped for the screen and languages differ in length."""
    for source in ("x", "x\ny"):
        document = SRT.read("a.srt", _srt(source).encode())

        assert SRT.write(document, {0: lines}).decode() == _srt(lines)


@pytest.mark.parametrize("case", SIMPLE)
@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_translation_is_text_or_an_error(case: str, text: str) -> None:
    """Either a caption of the same file with those words, or StructureError; another reader finds no other cue."""
    source, whole = SIMPLE[case]
    document = source.read("a", whole.encode())

    try:
        data = source.write(document, {0: text})
    except StructureError as error:
        assert error.index == 0  # noqa: PT017
        return

    written = data.decode()
    again = source.read("a", data)
    assert [block.facts for block in again.blocks] == [block.facts for block in document.blocks]
    assert written.count("\n\n") == whole.count("\n\n")
    assert not re.search("<" if source is VTT else "<[A-Za-z0-9/!?]", written)
    assert [times[:2] for times in _heard(source, data)] == [times[:2] for times in _heard(source, whole.encode())]


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("1\n00:00:01 --> 00:00:02,000\nx\n", 2, "a timing line that cannot be read"),
        ("1\n00:00:01,000 -> 00:00:02,000\nx\n", 2, "a text that belongs to no cue"),
        ("1\n00:00:61,000 --> 00:01:02,000\nx\n", 2, "a timing line that cannot be read"),
        ("1\n00:00:01,000-->00:00:02,000x\nx\n", 2, "a timing line that cannot be read"),
        ("1\n00:00:03,000 --> 00:00:02,000\nx\n", 2, "a cue that ends before it starts"),
        ("1\n00:00:01,000 --> 00:00:02,000\n\n2\n00:00:02,000 --> 00:00:03,000\nx\n", 2, "a cue without text"),
        ("1\n00:00:01,000 --> 00:00:02,000", 2, "a cue without text"),
        ("1\n00:00:01,000 --> 00:00:02,000\nx\n2\n00:00:02,000 --> 00:00:03,000\ny\n", 5, "inside the text of a cue"),
        ("1\n00:00:01,000 --> 00:00:02,000\nx\n\nlost\n", 5, "a text that belongs to no cue"),
        ("1\n\n", 1, "a text that belongs to no cue"),
        ("1\n00:00:01,000 --> 00:00:02,000\na\x00b\n", 3, "a control character"),
        (f"1\n{'9' * 5000}:00:01,000 --> 00:00:02,000\na\n", 2, "a timing line that cannot be read"),
    ],
)
def test_what_is_no_subrip_is_an_error_with_its_line(text: str, line: int, message: str) -> None:
    """And a remedy."""
    with pytest.raises(FileError, match=message) as caught:
        SRT.read("a.srt", text.encode())

    assert str(caught.value.place) == f"a.srt:{line}"
    assert caught.value.remedy


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("", 1, "does not begin with WEBVTT"),
        ("1\n00:00:01,000 --> 00:00:02,000\nx\n", 1, "does not begin with WEBVTT"),
        ("WEBVTTx\n\n", 1, "does not begin with WEBVTT"),
        ("\nWEBVTT\n\n", 1, "does not begin with WEBVTT"),
        ("WEBVTT\n00:01.000 --> 00:02.000\nx\n", 2, "a cue in the header"),
        ("WEBVTT\n\n00:01,000 --> 00:02,000\nx\n", 3, "a timing line that cannot be read"),
        ("WEBVTT\n\nid\n00:03.000 --> 00:02.000\nx\n", 4, "a cue that ends before it starts"),
        ("WEBVTT\n\n00:01.000 --> 00:02.000\n\n", 3, "a cue without text"),
        ("WEBVTT\n\n00:01.000 --> 00:02.000\n \n\n", 3, "a cue without text"),
        ("WEBVTT\n\nid\nlost\n", 3, "a text that belongs to no cue"),
        ("WEBVTT\n\n00:01.000 --> 00:02.000\na\n00:02.000 --> 00:03.000\nb\n", 5, "inside the text of a cue"),
        ("WEBVTT\n\nNOTE x\n00:02.000 --> 00:03.000\nb\n", 4, "inside a NOTE block"),
        ("WEBVTT\n\nNOTE i18n:coment x\n\n", 3, "unknown note i18n:coment"),
    ],
)
def test_what_is_no_webvtt_is_an_error_with_its_line(text: str, line: int, message: str) -> None:
    """And a remedy."""
    with pytest.raises(FileError, match=message) as caught:
        VTT.read("a.vtt", text.encode())

    assert str(caught.value.place) == f"a.vtt:{line}"
    assert caught.value.remedy


@pytest.mark.parametrize("source", [SRT, VTT], ids=["srt", "vtt"])
def test_captions_that_are_not_utf_8_are_an_error_with_the_line(source: Source) -> None:
    """And no traceback."""
    with pytest.raises(FileError) as caught:
        source.read("a", b"WEBVTT\n\n\xff")

    assert str(caught.value).startswith("a:3: the document is not UTF-8")


_LINES: Final = st.sampled_from(
    ["We thank", "<i>everyone</i>", "- Who?", "7", "漢字 😀", " x ", "a\tb", "Q&amp;A", "WEBVTT", "é", "NOTE x", "<b>y"]
)
_CUES: Final = st.lists(
    st.tuples(st.integers(0, 99), st.integers(0, 99_999), st.lists(_LINES, min_size=1, max_size=3)),
    min_size=1,
    max_size=5,
)


def _document(source: Source, cues: list[tuple[int, int, list[str]]], newline: str, *, bom: bool) -> Document:
    point = "." if source is VTT else ","
    parts = ["WEBVTT"] if source is VTT else []
    for number, (start, shown, lines) in enumerate(cues):
        times = [
            f"00:{time // 60000:02}:{time // 1000 % 60:02}{point}{time % 1000:03}" for time in (start, start + shown)
        ]
        parts.append("\n".join([str(number), " --> ".join(times), *lines]))
    text = "\n\n".join(parts).replace("\n", newline)
    return source.read("a", (b"\xef\xbb\xbf" if bom else b"") + text.encode())


_TEXTS: Final = st.lists(
    st.sampled_from(HOSTILE) | st.lists(_LINES, min_size=1, max_size=3).map("\n".join) | st.text(max_size=20),
    min_size=5,
    max_size=5,
)


@given(st.sampled_from([SRT, VTT]), _CUES, st.sampled_from(["\n", "\r\n", "\r"]), st.booleans(), _TEXTS)
def test_no_translation_changes_anything_but_its_caption(
    source: Source, cues: list[tuple[int, int, list[str]]], newline: str, bom: bool, texts: list[str]
) -> None:
    """Any captions, any texts: identity, and what is not translated keeps its bytes, or StructureError."""
    document = _document(source, cues, newline, bom=bom)
    own = {i: block.text for i, block in enumerate(document.blocks)}
    translations = {i: text for i, text in enumerate(texts) if i < len(document.blocks)}

    assert len(document.blocks) == len(cues)
    assert source.write(document, own) == document.data
    data = _written(source, document, translations)

    again = source.read("a", data)
    assert _between(again) == _between(document)
    assert [block.facts for block in again.blocks] == [block.facts for block in document.blocks]
    assert len(_heard(source, data)) == len(_heard(source, document.data))


def _written(source: Source, document: Document, translations: dict[int, str]) -> bytes:
    """Write a document as a build does: what is refused is left out."""
    while True:
        try:
            return source.write(document, translations)
        except StructureError as error:
            del translations[error.index]


def _between(document: Document) -> list[bytes]:
    """The bytes outside the captions."""
    bounds = [0, *(place for block in document.blocks for place in (block.start, block.end)), len(document.data)]
    return [document.data[start:end] for start, end in zip(bounds[::2], bounds[1::2], strict=True)]
