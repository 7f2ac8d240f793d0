"""Inline Markdown: what counts besides the words, and what is escaped at the start of a line."""

from collections import Counter

import pyromark
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from l10n_tool.markup import HARD_BREAK, OPTIONS, escape_line_starts, is_one_paragraph, skeleton


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("plain words", []),
        ("**a** and *b*", ["bold", "emphasis"]),
        ("_a_ __b__ ~~c~~", ["bold", "emphasis", "strikethrough"]),
        ("[a](https://example.org/x)", ["link to https://example.org/x"]),
        ('[a](x "T")', ["link to x with a title"]),
        ('[a](x "other")', ["link to x with a title"]),
        ('![a](x "T")', ["image x with a title"]),
        ("[a][B  c]", ["link to [b c]"]),
        ("[b c][]", ["link to [b c]"]),
        ("[a]", []),
        ("a[^1] b[^note]", ["footnote [^1]", "footnote [^note]"]),
        ("a</b> c<b>", ["</b> without its start", "<b> without its end", "tag </b>", "tag <b>"]),
        ("**<b>a**</b>", ["</b> without its start", "<b> without its end", "bold", "tag </b>", "tag <b>"]),
        ("a<br>b<img src='x'/>", ["tag <br>", "tag <img src='x'/>"]),
        (
            '<span translate="no">A *B*</span> c',
            ["emphasis", 'kept <span translate="no">A *B*</span>', "tag </span>", 'tag <span translate="no">'],
        ),
        ("[a][b]", ["link to [b]"]),
        ("![a](b.png)", ["image b.png"]),
        ("<https://example.org>", ["link to https://example.org"]),
        ("`code` `code`", ["code `code`", "code `code`"]),
        ("a <b>c</b>", ["tag </b>", "tag <b>"]),
        ("<div onclick='x'>", ["<div> without its end", "tag <div onclick='x'>"]),
        ("<script>alert(1)</script>", ["tag </script>", "tag <script>"]),
        ("a\\\nb", ["line break"]),
        ("a  \nb", ["line break"]),
        ("8. Mai", []),
        ("# a", []),
        ("- a\\\n- b", ["line break"]),
        ("| a |\\\n|---|", ["line break"]),
        ("a\\\n---", ["line break"]),
        ("    a", []),
        ("[a]: https://example.org", ["link to https://example.org"][:0]),
        ("**a**b", ["bold"]),
        ("", []),
    ],
)
def test_a_skeleton_is_what_stands_beside_the_words(text: str, items: list[str]) -> None:
    """By kind and target; never a block, whatever the text begins with."""
    assert sorted(skeleton(text).elements()) == items


@given(st.text("ab *_`~[]()<>!#|\\\n-+1.é漢", max_size=40))
def test_words_around_a_text_do_not_change_its_skeleton_much(text: str) -> None:
    """A skeleton is a count of short descriptions, for any text at all."""
    found = skeleton(text)

    assert isinstance(found, Counter)
    assert all(found.values())


@given(st.text("ab *_`~[]()<>!#|\\\n-+=:1.)\té漢", max_size=40))
def test_escaped_text_is_one_paragraph(text: str) -> None:
    """Or nothing, where there was nothing but space."""
    escaped = escape_line_starts(text)

    assert is_one_paragraph(escaped) or not escaped.strip("\\\n \t")


@given(st.text("ab *_`~[]()<>!#|\\\n-+=:1.)\té漢", max_size=40))
@example("1\n \n1")
def test_escaping_twice_is_escaping_once(text: str) -> None:
    """What is escaped already needs nothing."""
    once = escape_line_starts(text)

    assert escape_line_starts(once) == once


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("a", "a"),
        ("#a", "#a"),
        ("# a", "\\# a"),
        ("-a", "-a"),
        ("- a", "\\- a"),
        ("8. Mai", "8\\. Mai"),
        ("8.5 Mai", "8.5 Mai"),
        ("8) a", "8\\) a"),
        ("1234567890. a", "1234567890. a"),
        ("**a**", "**a**"),
        ("* a", "\\* a"),
        ("<b>a</b>", "<b>a</b>"),
        ("<div>", "\\<div>"),
        ("[x] a", "\\[x] a"),
        ("[ ] a", "\\[ ] a"),
        ("[x](y)", "[x](y)"),
        ("  a  ", "a"),
        ("\u00a0a\u00a0", "\u00a0a\u00a0"),
        (": a", "\\: a"),
        (":a", "\\:a"),
        ("+++", "\\+++"),
        ("*-*", "*-*"),
        ("* * *", "\\* * *"),
        ("``` a ```", "``` a ```"),
        ("``` a", "\\``` a"),
        ("[a\\]b]: c", "\\[a\\]b]: c"),
        ("a\rb", f"a{HARD_BREAK}b"),
        ("a  \n# b", f"a{HARD_BREAK}\\# b"),
        ("a\n- b", f"a{HARD_BREAK}\\- b"),
    ],
)
def test_only_what_needs_an_escape_gets_one(text: str, escaped: str) -> None:
    """A translator who looks at the document finds his words."""
    assert escape_line_starts(text) == escaped


@pytest.mark.parametrize("text", ["# a", "- a", "a\n\nb", "<div>\n", "---", "| a |\n|---|", "    a", "```\na"])
def test_a_block_of_another_kind_is_no_paragraph(text: str) -> None:
    """Nor are two paragraphs one."""
    assert not is_one_paragraph(text)


def test_the_dialect_is_one() -> None:
    """What is counted is what is rendered."""
    assert "<del>" in pyromark.html("~~a~~", options=OPTIONS)
    assert "<table>" in pyromark.html("|a|\n|---|", options=OPTIONS)
