"""How long a text is to a reader."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n_tool.checks.max_length import length


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("", ""),
        ("word", "word"),
        ("**bold** and *not*", "bold and not"),
        ('[words](https://example.org/address "title")', "words"),
        ("<https://example.org>", "https://example.org"),
        ("`code`", "code"),
        ("`` a`b ``", "a`b"),
        (r"3 \* 4", "3 * 4"),
        ("a &amp; b", "a & b"),
        ("%(count)s books", "%(count)s books"),
        ("a<br>b", "ab"),
        ("one\\\ntwo", "one\ntwo"),
        ("word[^1]", "word"),
        ("[label][]", "label"),
        ("[words][label]", "words"),
        ("![picture](a.png)", "picture"),
        ("e\u0301te\u0301", "été"),
        ("soft\u00adhyphen", "softhyphen"),
        ("کتاب\u200cها", "کتابها"),
        ("漢字", "漢字"),
    ],
)  # fmt: skip
def test_a_reader_sees_neither_marks_nor_targets(text: str, seen: str) -> None:
    """In Markdown; accents count with their letters."""
    assert length(text, markdown=True) == len(seen)


def test_outside_markdown_every_sign_is_seen() -> None:
    """A program shows an asterisk as it is."""
    assert length("**bold**", markdown=False) == 8


@given(st.text(st.characters(max_codepoint=0xFFFF, exclude_categories=["Cs"])), st.booleans())
def test_no_text_is_longer_than_it_is(text: str, markdown: bool) -> None:
    """Whatever is in it."""
    assert 0 <= length(text, markdown=markdown) <= len(text)
