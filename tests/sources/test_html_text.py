"""The texts of a piece of HTML: what a translator sees, and how nothing comes in with what is written back."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from html.parser import HTMLParser
from itertools import pairwise
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hostile_html import HOSTILE, PLACES
from l10n_tool.document import Reading
from l10n_tool.errors import FileError
from l10n_tool.markup.html_tokens import tokens_of
from l10n_tool.notes import NO_NOTES, NoteReader, Notes
from l10n_tool.sources._html_runs import decoded, escaped
from l10n_tool.sources.html_text import Piece, Style, TextError, find_pieces, skeleton, write_piece, write_pieces


def _pieces(html: str, reading: Reading | None = None, name: str = "a.html") -> tuple[Piece, ...]:
    return find_pieces(html, NoteReader(name), reading or Reading())


def _texts(html: str, reading: Reading | None = None) -> list[tuple[str, str]]:
    return [(piece.kind, piece.text) for piece in _pieces(html, reading)]


def _written(html: str, *texts: str | None) -> str:
    """Write these texts into the pieces in order; None leaves one out."""
    return write_pieces(html, _pieces(html), {i: text for i, text in enumerate(texts) if text is not None})


@pytest.mark.parametrize(
    ("html", "texts"),
    [
        ("<p>a</p>", [("paragraph", "a")]),
        ("a<p>b</p>c", [("text", "a"), ("paragraph", "b"), ("text", "c")]),
        ("<p>a<p>b<div>c</div>d", [("paragraph", "a"), ("paragraph", "b"), ("text", "c"), ("text", "d")]),
        ("<h1>a</h1><H6>b</H6>", [("heading 1", "a"), ("heading 6", "b")]),
        ("<ul><li>a<ul><li>b</ul>c<li>d</ul>", [("list item", x) for x in "abcd"]),
        ("<ul><li><p>a<p>b</ul><p>c", [("list item", "a"), ("list item", "b"), ("paragraph", "c")]),
        ("<blockquote><p>a</p></blockquote>", [("quotation", "a")]),
        ("<dl><dt>a<dd>b<dt>c</dl>", [("term", "a"), ("definition", "b"), ("term", "c")]),
        ("<table><caption>a<tr><th>b<td>c", [("caption", "a"), ("table heading", "b"), ("table cell", "c")]),
        ("<table><tr><td>a<table><tr><td>b</table>c<td>d</table>", [("table cell", x) for x in "abcd"]),
        ("<figure><figcaption>a</figcaption></figure>", [("caption", "a")]),
        ("<details><summary>a</summary>b</details>", [("summary", "a"), ("text", "b")]),
        ("<fieldset><legend>a</legend><button>b</button>", [("legend", "a"), ("button", "b")]),
        ("<select><option>a<option>b</select>", [("option", "a"), ("option", "b")]),
        ("<select><optgroup label='a'><option label=b>c", [("label", "a"), ("label", "b"), ("option", "c")]),
        ("<title>a <b> &amp; c</title>", [("title", "a &lt;b> & c")]),
        ("<textarea>\na <b>\n\nc\n</textarea>", [("text field", "a &lt;b>\n\nc")]),
        ("<input type=submit value=a><input type=reset value=b>", [("button", "a"), ("button", "b")]),
        ("<input value=a><input type=hidden value=b><button value=c>d</button>", [("button", "d")]),
        ("<input placeholder=a aria-label=b>", [("placeholder", "a"), ("label", "b")]),
        ("<meta name=description content=a><meta name=author content=b>", [("description", "a")]),
        ("<meta property=og:title content=a><meta property=og:url content=b>", [("og:title", "a")]),
        ("<meta NAME=Keywords CONTENT='a, b'><meta charset=utf-8>", [("keywords", "a, b")]),
        ("<link title=a><style title=b></style><p title=c>", [("tooltip", "c")]),
        ("<p alt=a><img alt=b><img alt=''><img alt>", [("alt", "b")]),
        ("<p>a<br>b</p>", [("paragraph", "a<br>b")]),
        ("<p><br>a<br></p>", [("paragraph", "a")]),
        ("<p><strong>a</strong></p>", [("paragraph", "a")]),
        ("<p><a href=x><b>a</b></a> <img src=y></p>", [("paragraph", "a")]),
        ("<p><b>a</b> <i>b</i></p>", [("paragraph", "<b>a</b> <i>b</i>")]),
        ("<p><i class=icon></i> a <i class=icon></i></p>", [("paragraph", "a")]),
        ("<p>a <i class=icon></i> b</p>", [("paragraph", "a <i class=icon></i> b")]),
        ("<p>a <!-- c --> b <!-- d --></p>", [("paragraph", "a <!-- c --> b")]),
        ("<p>a <?php b ?> c", [("paragraph", "a <?php b ?> c")]),
        ("<a href=x><h2>a</h2><p>b</p></a>", [("heading 2", "a"), ("paragraph", "b")]),
        ("<a href=x>a<p>b</a>c</p>", [("text", "a"), ("paragraph", "b"), ("paragraph", "c")]),
        ("<p>a <b>b <i>c</b> d</i> e", [("paragraph", x) for x in "abcde"]),
        ("<p>a <b>b <i>c</i>", [("paragraph", "a"), ("paragraph", "b <i>c</i>")]),
        ("<p>a</b> c</p>", [("paragraph", "a"), ("paragraph", "c")]),
        ("<p>a <svg><text>b</text></svg> c", [("paragraph", "a <svg/> c")]),
        ("<svg><title>a</title></svg><math><mi>b</mi></math>", []),
        ("<p>a <script>b</script> c", [("paragraph", "a"), ("paragraph", "c")]),
        ("<script>'<p>a</p>'</script><style>b</style><iframe><p>c</p></iframe><xmp><p>d</xmp>", []),
        ("<template><p>a</p></template><noscript><p>b</p></noscript>", [("paragraph", "a"), ("paragraph", "b")]),
        ("<pre>a</pre><p><code>b</code></p><p><kbd>c</kbd>", []),
        ("<p>a <code>b</code> <kbd>c</kbd>", [("paragraph", "a <code>b</code> <kbd>c</kbd>")]),
        ("<p>|</p><p> &mdash; </p><p>&nbsp;</p><p>1</p>", [("paragraph", "1")]),
        ("<p>漢</p>", [("paragraph", "漢")]),
        ("<custom-card>a <my-b>b</my-b></custom-card>", [("text", "a <my-b>b</my-b>")]),
        ("<p>a<3", [("paragraph", "a&lt;3")]),
        ("<p>a <b", [("paragraph", "a")]),
        ("<p>a <!-- b", [("paragraph", "a")]),
        ("", []),
        (" \n<p>\n</p>", []),
    ],
)
def test_texts_are_what_a_reader_sees_as_one_unit(html: str, texts: list[tuple[str, str]]) -> None:
    """Kind and text of every piece, in order."""
    assert _texts(html) == texts


@pytest.mark.parametrize(
    ("html", "texts"),
    [
        ("<p translate=no>a</p>b", ["b"]),
        ("<p translate='NO'>a<p>b", ["b"]),
        ("<div translate=no><p>a</p><img alt=b></div>", []),
        ("<div translate=no>a <p translate=yes title=b>c</p></div>", ["b", "c"]),
        ("<div translate=no>a <span translate>b</span> c</div>", ["b"]),
        ("<p>a <b translate=no>b &amp; <i title=t>c</i></b> d", ["a <b translate=no>b &amp; <i title=t>c</i></b> d"]),
        ("<p>a <b translate=no>b <i translate=yes>c</i></b> d", ["a", "c", "d"]),
        ("<p translate=no title=a>b", []),
        ("<p lang=fr>a</p><p lang=en-GB>b</p><p lang=''>c</p>", ["b", "c"]),
        ("<p xml:lang=fr>a</p><p lang=FR>b", []),
        ("<div lang=fr>a <p lang=en>b</p></div>", ["b"]),
        ("<p>a <i lang=fr>b</i> c", ["a <i lang=fr>b</i> c"]),
        ("<p><i lang=fr>b</i> <span translate=no>c</span>", []),
        ("<ul><li lang=de>a<li>b</ul>", ["b"]),
        ("<p translate=no>a<p>b", ["b"]),
        ("<table><tr><td translate=no>a<td>b<tr><td>c", ["b", "c"]),
        ("<dl><dt lang=de>a<dd>b", ["b"]),
        ("<select><option translate=no>a<option>b", ["b"]),
        ("<b><p translate=no>a</b>b</p>c", ["c"]),
    ],
)
def test_what_the_author_keeps_from_translation_is_left_alone(html: str, texts: list[str]) -> None:
    """By ``translate`` and ``lang``, as HTML inherits them; inside a text it stands as one tag."""
    assert [piece.text for piece in _pieces(html)] == texts


def test_the_language_of_the_source_is_the_settings() -> None:
    """Compared without script and territory."""
    html = "<p lang=pt>a</p><p lang=pt-PT>b</p><p lang=en>c</p><p>d</p>"

    assert [piece.text for piece in _pieces(html, Reading(locale="pt_BR"))] == ["a", "b", "d"]


def test_code_is_read_on_demand() -> None:
    """With its line breaks and indentation."""
    html = "<pre>a\n  <b>b</b>\r\n  c</pre><p><code>d</code></p><pre><code>e\n f</code></pre>"

    assert _texts(html, Reading(code=True)) == [("code", "a\n  <b>b</b>\n  c"), ("code", "e\n f")]
    pieces = _pieces(html, Reading(code=True))
    written = write_pieces(html, pieces, {0: "x\n  <b>y</b>\n  z"}, Reading(code=True))
    assert written == html.replace("a\n  <b>b</b>\r\n  c", "x\r\n  <b>y</b>\r\n  z")


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("Fish &amp; chips", "Fish & chips"),
        ("Fish & chips", "Fish & chips"),
        ("AT&amp;T", "AT&T"),
        ("&amp;lt;", "&amp;lt;"),
        ("&amp;copy", "&amp;copy"),
        ("&amp;#60;", "&amp;#60;"),
        ("&amp;nosuch;", "&nosuch;"),
        ("a &lt;b&gt; &#60; &#x3C;", "a &lt;b> &lt; &lt;"),
        ("a < b", "a &lt; b"),
        ("a&nbsp;b&shy;c", "a\xa0b\xadc"),
        ("&eacute;&#233;&#xE9;é", "éééé"),
        ("&quot;a&quot; &apos;", '"a" \''),
        ("a\n   b\t c", "a b c"),
        ("a&#10;b", "a b"),
        ("  a  ", "a"),
        ("a <a\n\thref='x'\n>b</a >", "a <a href='x' >b</a >"),
        ("a <B CLASS=x>b</B>", "a <B CLASS=x>b</B>"),
    ],
)
def test_a_translator_sees_characters_instead_of_references(html: str, text: str) -> None:
    """But ``&lt;`` for ``<``, and ``&amp;`` where an ampersand would begin a reference."""
    assert _texts(f"<p>{html}</p>") == [("paragraph", text)]


@given(st.text("&#;xltamp<> \n'\"é\xa03cg", max_size=20))
def test_what_a_translator_sees_means_the_same_characters(text: str) -> None:
    """Reading what is shown gives the characters, and showing them again gives what was shown."""
    shown = escaped(text)

    assert decoded(shown) == text
    assert "<" not in shown
    assert escaped(decoded(shown)) == shown


def test_an_attribute_inside_a_text_is_a_text_of_its_own() -> None:
    """The tag goes without it, so that nobody translates it twice."""
    html = '<p>See <a title="Tip" href="x">this</a> <img alt=Cat src=y> now</p>'

    pieces = _pieces(html)

    assert [(p.text, html[p.start : p.end], p.inside) for p in pieces] == [
        ('See <a href="x">this</a> <img src=y> now', html[3:-4], -1),
        ("Tip", "Tip", 0),
        ("Cat", "Cat", 0),
    ]


@pytest.mark.parametrize(
    ("texts", "written"),
    [
        (
            ('<a href="x">Das</a> da <img src=y>', "Rat", "Katze & Co"),
            '<p><a title="Rat" href="x">Das</a> da <img alt="Katze &amp; Co" src=y></p>',
        ),
        (
            ('Da <img src=y> <a href="x">das</a> da', None, None),
            '<p>Da <img alt=Cat src=y> <a title="Tip" href="x">das</a> da</p>',
        ),
        ((None, 'R"at', None), '<p>See <a title="R&quot;at" href="x">this</a> <img alt=Cat src=y> now</p>'),
        ((None, None, "Katze"), '<p>See <a title="Tip" href="x">this</a> <img alt="Katze" src=y> now</p>'),
    ],
)
def test_a_text_and_the_attributes_in_it_are_written_together_or_apart(
    texts: Sequence[str | None], written: str
) -> None:
    """Whichever of them are translated."""
    html = '<p>See <a title="Tip" href="x">this</a> <img alt=Cat src=y> now</p>'

    assert _written(html, *texts) == written


def test_tags_that_look_the_same_keep_their_order() -> None:
    """Two links that differ in their titles only are told apart by their place."""
    html = "<p><a title=One>a</a> and <a title=Two>b</a></p>"

    assert _written(html, "<a>x</a> <a>y</a>", "Eins", None) == '<p><a title="Eins">x</a> <a title=Two>y</a></p>'


@pytest.mark.parametrize(
    ("html", "text", "written"),
    [
        ("<p>a &amp; b", "c & d", "<p>c &amp; d"),
        ("<p>a</p>", "a > b < c &lt; d &amp; e", "<p>a &gt; b &lt; c &lt; d &amp; e</p>"),
        ("<p>\n  a\n</p>", " b\n c ", "<p>\n  b c\n</p>"),
        ("<p>a&nbsp;b</p>", "c\xa0d", "<p>c&nbsp;d</p>"),
        ("<p>a b</p>", "c\xa0d", "<p>c\xa0d</p>"),
        ("<p>a <B\nCLASS=x>b</B></p>", "<B CLASS=x>c</B> d", "<p><B\nCLASS=x>c</B> d</p>"),
        ("<p>a <b>b</b> <b>c</b></p>", "<b>d</b><b>e</b>", "<p><b>d</b><b>e</b></p>"),
        ("<p>a <b>b</b></p>", "<b>c</b> <i>d</i>", "<p><b>c</b> &lt;i&gt;d&lt;/i&gt;</p>"),
        ("<p>a <b>b</b></p>", "<b>c</b> <B>d</B>", "<p><b>c</b> &lt;B&gt;d&lt;/B&gt;</p>"),
        ("<p>a <b>b</b></p>", "<b >c <b>d</b>", "<p>&lt;b &gt;c <b>d</b></p>"),
        ('<p>a <b title=">">b</b> c</p>', "d <b>e</b>", '<p>d <b title=">">e</b></p>'),
        ('<p>a <b class=">">b</b> c</p>', 'd <b class=">">e</b>', '<p>d <b class=">">e</b></p>'),
        ("<p>a <code>b<i>c</i></code></p>", "<code>b<i>c</i></code>: d", "<p><code>b<i>c</i></code>: d</p>"),
        ("<p>a <svg id=x><path/></svg> b</p>", "<svg/> c", "<p><svg id=x><path/></svg> c</p>"),
        ("<p>a <!-- > --> b</p>", "<!-- > --> c", "<p><!-- > --> c</p>"),
        ("<p title=a>", "b c", '<p title="b c">'),
        ("<p title='a'>", 'it\'s "b"', "<p title='it&#39;s \"b\"'>"),
        ('<p title="a">', 'it\'s "b"\nc', '<p title="it\'s &quot;b&quot;&#10;c">'),
        ("<title>a</title>", "b\n</title>", "<title>b &lt;/title&gt;</title>"),
        ("<textarea>\r\na\r\nb\r\n</textarea>", "c\nd", "<textarea>\r\nc\r\nd\r\n</textarea>"),
        ("<textarea>a</textarea>", "b\r\nc", "<textarea>b\nc</textarea>"),
    ],
)
def test_a_translation_takes_the_place_of_its_text(html: str, text: str, written: str) -> None:
    """With the source's own tags, byte for byte; every other sign of markup is text."""
    assert _written(html, text) == written


@pytest.mark.parametrize(
    ("html", "text", "message"),
    [
        ("<p>a <b>b</b>", "c", "<b> is missing; </b> is missing"),
        ("<p>a <b>b</b>", "<b>c", "</b> is missing"),
        ("<p>a <b>b</b>", "<b>c</b></b>", "</b> is too much"),
        ("<p>a <b>b</b>", "<b>c</b> <b>d</b>", "<b> is too much; </b> is too much"),
        ("<p>a <b>b</b>", "</b>c<b>", "</b> closes no tag that is open there"),
        ("<p>a <b>b</b> <i>c</i>", "<b><i>c</b></i>", "</b> closes no tag"),
        ("<p>a <a href=x>b</a>", "a <a href=y>b</a>", "<a href=x> is missing"),
        ("<p>a <a href=x>b</a>", "a <a href='javascript:x'>b</a>", "<a href=x> is missing"),
        ("<p>a <b>b</b>", "a <B>b</B>", "<b> is missing"),
        ("<p>a<br>b", "a b", "<br> is missing"),
        ("<p>a <code>b</code>", "a <code>c</code>", "<code>b</code> is missing"),
        ("<p>a <i translate=no>b &amp; c</i>", "a <i translate=no>b & c</i>", "is missing"),
        ("<p>a <!-- b --> c", "a c", "<!-- b --> is missing"),
        ("<p>a", "", "no words"),
        ("<p>a", " \n", "no words"),
        ("<p>a <b>b</b>", "<b></b>", "no words"),
        ("<p title=a>", "", "no words"),
        ("<title>a</title>", " ", "no words"),
        ("<p>a", "\0", "U\\+0000"),
        ("<p>a", "b\x1b[0m", "U\\+001B"),
        ("<p title=a>", "b\x07", "U\\+0007"),
        ("<p>a", "\ud800", "U\\+D800"),
    ],
)
def test_a_translation_with_other_tags_is_refused(html: str, text: str, message: str) -> None:
    """And so is one without words, or with a character that HTML cannot hold."""
    with pytest.raises(TextError, match=message) as caught:
        _written(f"<p>first</p>{html}", None, text)

    assert caught.value.index == 1


def test_the_inside_of_a_text_can_be_written_alone() -> None:
    """For formats that have their own way to put it in."""
    assert write_piece("a <b\nx>b</b>", Style.RUN, "<b x>c</b> & d") == "<b\nx>c</b> &amp; d"
    assert write_piece("a", Style.BARE, "b c") == '"b c"'
    with pytest.raises(TextError, match="<b> is missing"):
        write_piece("a <b>b</b>", Style.RUN, "c")


def test_the_skeleton_is_the_tags_of_a_text() -> None:
    """As a translator sees them, and with what must stay as it is."""
    text = "a <b>b</b> <b>c</b> <code>d</code> <i translate=no>e</i><br>&lt;u>"

    assert skeleton(text) == {"<b>": 2, "</b>": 2, "<code>d</code>": 1, "<i translate=no>e</i>": 1, "<br>": 1}


def test_pieces_know_their_line_section_and_place() -> None:
    """Lines count from the one where the HTML begins in its file."""
    html = "<h1>A\n<b>x</b></h1>\n<p>b\n</p><h2>C</h2><img alt=d>\n<h1>E</h1>f"

    pieces = find_pieces(html, NoteReader("a.md"), line=10)

    assert [(p.text, p.line, p.section) for p in pieces] == [
        ("A <b>x</b>", 10, ""),
        ("b", 12, "A x"),
        ("C", 13, "A x"),
        ("d", 13, "C"),
        ("E", 14, ""),
        ("f", 14, "E"),
    ]


def test_author_s_notes_go_to_the_text_that_follows() -> None:
    """A comment, an id and a length for one text; a skipped text and a skipped range are left out."""
    html = """
        <!-- i18n:comment Short,
          please --><!-- i18n:context id --><p>a <!-- no note --> b</p>
        <p>c<!--i18n:max-length 9-->d</p>
        <!-- i18n:skip --><p>e <b title=f>g</b></p><p>h</p>
        <!-- i18n:skip-start --><p title=i>j</p><p>k<!-- i18n:skip-end --> l</p>
        <!-- i18n:comment The picture --><img alt=m>
    """

    pieces = _pieces(html)

    assert [(p.text, p.notes) for p in pieces] == [
        ("a <!-- no note --> b", Notes(("Short, please",), "id")),
        ("c", NO_NOTES),
        ("d", Notes(max_length=9)),
        ("h", NO_NOTES),
        ("l", NO_NOTES),
        ("m", Notes(("The picture",))),
    ]


def test_a_note_at_the_end_is_for_what_the_caller_reads_next() -> None:
    """A comment of its own between two Markdown blocks."""
    notes = NoteReader("a.md")

    assert find_pieces("<!-- i18n:comment x -->\n", notes) == ()
    assert notes.for_block() == Notes(("x",))


def test_a_note_that_is_none_of_ours_is_an_error_with_its_line() -> None:
    """Counted in the file."""
    with pytest.raises(FileError) as caught:
        find_pieces("<p>a</p>\n<!-- i18n:coment x -->", NoteReader("a.md"), line=5)

    assert str(caught.value) == "a.md:6: unknown note i18n:coment\n  Did you mean i18n:comment?"


class _Seen(HTMLParser):
    """What another reading of the same page finds: its tags with their attributes, and its words."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, ...]] = []
        self.words = ""
        # Its tokenizer takes a tag in a title or a text field for one.
        raw = re.compile(r"(?<=<(title)>).*?(?=</title>)|(?<=<(textarea)>).*?(?=</textarea>)", re.DOTALL)
        self.feed(raw.sub(lambda match: match[0].replace("<", "&lt;"), html))
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, *(name for name, _ in attrs)))

    def handle_endtag(self, tag: str) -> None:
        self.tags.append((f"/{tag}",))

    def handle_comment(self, data: str) -> None:
        self.tags.append(("!", data))

    def handle_data(self, data: str) -> None:
        self.words += data


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_translation_is_text_or_refused(place: str, text: str) -> None:
    """The page has the same tags with the same attributes, and the words are read back as they were written."""
    html = PLACES[place]
    pieces = _pieces(html)
    index = next(i for i, piece in enumerate(pieces) if piece.text == "x")

    try:
        written = write_pieces(html, pieces, {index: text})
    except TextError as error:
        assert error.index == index  # noqa: PT017
        return

    assert _Seen(written).tags == _Seen(html).tags
    assert _characters(written, pieces[index], len(html)) == " ".join(decoded(text).split())


def _characters(written: str, piece: Piece, length: int) -> str:
    """The characters that stand where the piece stood."""
    inside = written[piece.start : piece.end + len(written) - length]
    inside = inside[1:-1] if piece.style == Style.BARE else inside
    return " ".join(decoded(inside).split())


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_translation_brings_no_tag_into_a_text_that_has_some(text: str) -> None:
    """It is text beside the source's own tags, or refused."""
    html = "<div>y <b>x</b> <a href='/'>z</a></div>"

    try:
        written = _written(html, f"{text}<b>{text}</b><a href='/'>{text}</a>")
    except TextError:
        return

    assert _Seen(written).tags == _Seen(html).tags
    assert " ".join(_Seen(written).words.split()) == " ".join((decoded(text) * 3).split())


_BITS: Final = st.sampled_from(
    """
    a word|text &amp; more| |\n|\r\n|\t|<p>|</p>|<p title="a b">|<div>|</div>|<b>|</b>|<i class='x'>|</i>|<br>
    <br/>|<hr>|<a href=x title=tip>|</a>|<img alt="a &quot;b&quot;">|<img src=x alt=y>|<ul>|<li>|</li>|</ul>
    <table>|<tr>|<td>|</table>|<h2>|</h2>|<span translate=no>|</span>|<span translate="yes">|<p lang=fr>
    <em lang=en>|</em>|<code>|</code>|<pre>|</pre>|<kbd>|</kbd>|<svg>|</svg>|<path/>|<title>|</title>|<textarea>
    </textarea>|<script>|</script>|<style>|</style>|<!-- c -->|<!-- d|-->|<!-->|<![CDATA[|]]>|<?php ?>|<![if x]>
    <!doctype html>|<|>|&|&lt;|&nbsp;|&#x26;|&#38|&copy|"|'|=|<p|</|</>|< b>|<a$|é|漢|\0|<select>|<option>
    </select>|<input type=submit value=Go>|<input placeholder='p'>|<meta name=description content=d>|<P>|</B>
    <x-y>|</x-y>|<template>|</template>|<!-- i18n:comment note -->|<!-- i18n:skip -->|<button>|</button>|<dl><dt>
    <dd>|</dl>
    """.strip(" \n")
    .replace("\n    ", "|")
    .split("|")
)
_HTML: Final = st.lists(_BITS, max_size=30).map("".join)


@pytest.mark.parametrize(
    ("html", "tokens"),
    [
        ("a<b>c</b>", ["text a", "start tag <b>", "text c", "end tag </b>"]),
        ("<br><br/><p/>", ["empty <br>", "empty <br/>", "start tag <p/>"]),
        ("a < b <3 <é", ["text a ", "text <", "text  b ", "text <", "text 3 <é"]),
        (
            "<!-->a<!--->b<!-- > --!>c",
            ["comment <!-->", "text a", "comment <!--->", "text b", "comment <!-- > --!>", "text c"],
        ),
        ("<!--[if x]><!-->a<![endif]-->", ["comment <!--[if x]><!-->", "text a", "comment <![endif]-->"]),
        ("<![foo>a<![CDATA[b]]>", ["comment <![foo>", "text a", "comment <![CDATA[b]]>"]),
        ("<!doctype a><?b?></ c><!d>", ["other <!doctype a>", "other <?b?>", "comment </ c>", "comment <!d>"]),
        ("<title>a<b></title>", ["start tag <title>", "text a<b>", "end tag </title>"]),
        ("<script>'</p>' & </SCRIPT >", ["start tag <script>", "text '</p>' & ", "end tag </SCRIPT >"]),
        ("<a b='>' c>d", ["start tag <a b='>' c>", "text d"]),
        ("<a b=c\xa0d='\x1f' \0>e", ["start tag <a b=c\xa0d='\x1f' \0>", "text e"]),
        ("&#x;&#;<b>", ["text &#x;&#;", "start tag <b>"]),
        ("a<!-- b", ["text a", "unfinished <!-- b"]),
        ("a</b", ["text a", "unfinished </b"]),
        ("a<", ["text a", "text <"]),
    ],
)
def test_tokens_are_those_of_browsers(html: str, tokens: list[str]) -> None:
    """Where the standard library's tokenizer differs from them, or its versions from one another, too."""
    assert [f"{token.what} {html[token.start : token.end]}" for token in tokens_of(html)] == tokens


@given(_HTML)
def test_tokens_cover_any_text(html: str) -> None:
    """One after the other, from the first character to the last."""
    tokens = tokens_of(html)

    assert "".join(html[token.start : token.end] for token in tokens) == html
    assert all(token.start < token.end for token in tokens)


@given(_HTML)
def test_pieces_are_in_order_and_hold_one_another_or_stand_apart(html: str) -> None:
    """Each has words, and stands where it says; an attribute in a text lies inside of it."""
    pieces = _pieces(html)

    assert [piece.start for piece in pieces] == sorted(piece.start for piece in pieces)
    outer = [piece for piece in pieces if piece.inside < 0]
    assert all(a.end <= b.start for a, b in pairwise(outer))
    for piece in pieces:
        assert piece.text == piece.text.strip(" \t\n\r\f")
        assert any(map(str.isalnum, piece.text))
        if piece.inside >= 0:
            around = pieces[piece.inside]
            assert around.start < piece.start <= piece.end < around.end


@given(_HTML)
def test_a_text_translated_into_itself_keeps_every_character(html: str) -> None:
    """Nothing is written anew."""
    pieces = _pieces(html)

    assert write_pieces(html, pieces, {i: piece.text for i, piece in enumerate(pieces)}) == html


@given(_HTML)
def test_what_was_written_is_read_as_it_was_written(html: str) -> None:
    """Every text with a word more comes back with that word, of the same kind in the same order."""
    pieces = _pieces(html)

    written = write_pieces(html, pieces, {i: f"{piece.text} und" for i, piece in enumerate(pieces)})

    again = _pieces(written)
    assert [(p.kind, p.text) for p in again] == [(p.kind, f"{p.text} und") for p in pieces]
    assert [p.inside for p in again] == [p.inside for p in pieces]


@given(_HTML, st.dictionaries(st.integers(0, 8), _HTML | st.sampled_from(HOSTILE), max_size=4))
def test_no_translation_changes_the_tags(html: str, texts: Mapping[int, str]) -> None:
    """Any HTML, any translations: the same tags, or TextError names one of the pieces."""
    pieces = _pieces(html)
    known = {index: text for index, text in texts.items() if index < len(pieces)}

    try:
        written = write_pieces(html, pieces, known)
    except TextError as error:
        assert error.index in known  # noqa: PT017
        return

    assert _tags(written, pieces) == _tags(html, pieces)


def _tags(html: str, pieces: Sequence[Piece]) -> Counter[tuple[str, ...]]:
    """Every tag's name with the names of its attributes; values may be translations."""
    return Counter(
        (token.what, token.name, *(name for name, _ in token.attributes))
        for token in tokens_of(html)
        if token.what != "text"
    )


_DEPTH: Final = 100_000


@pytest.mark.parametrize(
    ("html", "texts"),
    [
        ("<b>" * _DEPTH + "a" + "</b>" * _DEPTH, ["a"]),
        ("<div>" * _DEPTH + "a" + "</p>" * _DEPTH, ["a"]),
        ("<i>" * _DEPTH + "<p>a" + "</i>" * _DEPTH, ["a"]),
        ("<ul><li>" * (_DEPTH // 2) + "a", ["a"]),
        ("<svg>" * _DEPTH + "a", []),
    ],
    ids=["b", "div", "i", "li", "svg"],
)
def test_deep_nesting_is_read_without_recursion(html: str, texts: list[str]) -> None:
    """A hundred thousand open tags, closed or not, and as many end tags that close none of them."""
    assert [piece.text for piece in _pieces(html)] == texts


def test_hostile_sources_and_translations_take_no_longer_than_their_length() -> None:
    """What is never closed is looked for once: fifty thousand of each."""
    many = 50_000
    for bit in (
        "<!--",
        "<a ",
        "<a b='",
        "</",
        "<![CDATA[",
        "&#",
        "<?",
        "<",
        "<title>",
        "<b>",
        "<a b=",
        "a>",
        "<b title=a",
    ):
        _pieces(bit * many)

        with suppress(TextError):
            write_pieces("<p>x <b>y</b>", _pieces("<p>x <b>y</b>"), {0: f"x<b>{bit * many}</b>"})


def test_a_text_with_many_tags_is_written_in_one_pass() -> None:
    """Ten thousand different ones, in another order."""
    tags = [f"<b class='{n}'>w</b>" for n in range(10_000)]
    html = f"<p>{' '.join(['a', *tags])}</p>"

    written = _written(html, " ".join([*reversed(tags), "a"]))

    assert written == f"<p>{' '.join([*reversed(tags), 'a'])}</p>"


@pytest.mark.parametrize(("start", "end"), [(0, 3), (1, 2), (4, 11), (13, 15)])
def test_a_place_that_is_no_text_is_refused(start: int, end: int) -> None:
    """The result is read again: a tag that is lost or another is an error, whoever made the piece."""
    html = "<p>a <b>b</b><i>c</i></p>"

    with pytest.raises(TextError, match="changes the tags"):
        write_pieces(html, [Piece("", "", start, end, Style.TITLE)], {0: "x"})


def test_pieces_can_be_made_from_what_a_caller_kept() -> None:
    """Place, text and style are all that writing needs."""
    html = "<p>a <b>b</b></p>"
    (piece,) = _pieces(html)

    kept = replace(Piece(piece.text, "", piece.start, piece.end), style=piece.style)

    assert write_pieces(html, [kept], {0: "<b>c</b>"}) == "<p><b>c</b></p>"
