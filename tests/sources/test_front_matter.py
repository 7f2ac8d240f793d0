"""Front matter in YAML and TOML: which values are texts, and how a translation of one is written."""

from datetime import date
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n_tool.document import Document, Reading, StructureError
from l10n_tool.errors import FileError
from l10n_tool.sources.markdown import MarkdownSource

SOURCE: Final = MarkdownSource()
KEYS: Final = Reading(front_matter=("title", "tags", "params.summary", "people.name", "menu.main.name"))
YAML: Final = """---
title: A title
date: 2026-09-08
tags: [a, "b, c", 12]
params:
  summary: |
    two
    lines
  title: not this one
people:
  - name: 'X'   # a remark
    age: 3
  - {name: Y, age: 4}
---

Body
"""
TOML: Final = """+++
title = "A title" # not "this"
date = 2026-09-08
tags = ['a', "b, c"]
params.summary = \"\"\"
two
lines\"\"\"
"quoted key" = "title"
[[people]]
name = 'X'
age = 3
[menu.main]
"name" = '''Y'''
title = "not this one"
+++

Body
"""


def _read(text: str, reading: Reading = KEYS) -> Document:
    return SOURCE.read("a.md", text.encode(), reading)


def _texts(document: Document) -> list[tuple[str, str, int]]:
    return [(block.kind, block.text, block.line) for block in document.blocks if block.style]


def test_the_values_of_yaml_that_the_settings_name_are_texts() -> None:
    """By their dotted path, in lists too; only where they are texts, with the line each stands on."""
    assert _texts(_read(YAML)) == [
        ("title", "A title", 2),
        ("tags", "a", 4),
        ("tags", "b, c", 4),
        ("params.summary", "two\nlines\n", 6),
        ("people.name", "X", 11),
        ("people.name", "Y", 13),
    ]


def test_the_values_of_toml_that_the_settings_name_are_texts() -> None:
    """The same, in each of its four kinds of string."""
    document = _read(TOML)

    assert _texts(document) == [
        ("title", "A title", 2),
        ("tags", "a", 4),
        ("tags", "b, c", 4),
        ("params.summary", "two\nlines", 5),
        ("people.name", "X", 10),
        ("menu.main.name", "Y", 13),
    ]
    assert document.meta["date"] == date(2026, 9, 8)


@pytest.mark.parametrize("source", [YAML, TOML], ids=["yaml", "toml"])
@pytest.mark.parametrize("newline", ["\n", "\r\n"], ids=["lf", "crlf"])
def test_translations_change_their_values_and_nothing_else(source: str, newline: str) -> None:
    """Read again, the front matter has the translations in the places of the texts."""
    document = _read(source.replace("\n", newline))
    texts = {index: f'{index}: it\'s "x", # [y]' for index, block in enumerate(document.blocks) if block.style}

    again = SOURCE.read("a.md", SOURCE.write(document, texts), KEYS)

    assert {index: block.text for index, block in enumerate(again.blocks) if block.style} == texts
    assert [block.text for block in again.blocks if not block.style] == ["Body"]
    assert again.meta["date"] == date(2026, 9, 8)


@pytest.mark.parametrize(
    ("source", "text", "written"),
    [
        ("a", "b", "b"),
        ("a", "b: c", '"b: c"'),
        ("a", "b, c", "b, c"),
        ("'a'", "it's", "'it''s'"),
        ('"a"', "b", '"b"'),
        ("[a]", "b, c", '["b, c"]'),
        ("[a]", "b c", "[b c]"),
        ("{x: a}", "b}", "{x: b}}"),
        ("|\n  a\n  b\n", "c\n\nd\n", "|\n  c\n\n  d\n"),
        ("|\n  a\n", "c", "|-\n  c\n"),
        (">-\n  a\n  b\n", "c d", ">-\n  c d\n"),
        (">\n  a\n  b\n", "c\nd\n", "|\n  c\n  d\n"),
        ("|\n  a\n", " c\n", '" c\\n"\n'),
        ("|\n  a\n", "c\n\n", '"c\\n\\n"\n'),
        ("a", "\x07", '"\\u0007"'),
        ("a", "\x9f\ufeff", '"\\u009f\\ufeff"'),
    ],
)
def test_a_value_of_yaml_keeps_its_style_where_that_can_hold_it(source: str, text: str, written: str) -> None:
    """And is in quotation marks where it cannot."""
    document = _read(f"---\ntitle: {source}\n---\n", Reading(front_matter=("title", "title.x")))
    written = '{x: "b}"}' if written == "{x: b}}" else written

    assert SOURCE.write(document, {0: text}).decode().rstrip("-\n") == f"---\ntitle: {written}".rstrip("\n")


@pytest.mark.parametrize(
    ("source", "text", "written"),
    [
        ('"a"', 'b "c" \\', '"b \\"c\\" \\\\"'),
        ("'a'", "b \\", "'b \\'"),
        ("'a'", "it's", '"it\'s"'),
        ("'a'", "b\nc", '"b\\nc"'),
        ('"""\na"""', 'b\n"c"', '"""\nb\n"c\\""""'),
        ("'''a'''", "it's\n\\", "'''it's\n\\'''"),
        ("'''a'''", "'''", "\"'''\""),
        ('["a"]', "b", '["b"]'),
        ('"a"', "\x7f\x00", '"\\u007f\\u0000"'),
        ('"""a"""', "\\n", '"\\\\n"'),
    ],
)
def test_a_value_of_toml_keeps_its_style_where_that_can_hold_it(source: str, text: str, written: str) -> None:
    """And is a basic string where it cannot."""
    document = _read(f"+++\ntitle = {source}\n+++\n")

    assert SOURCE.write(document, {0: text}).decode() == f"+++\ntitle = {written}\n+++\n"


@pytest.mark.parametrize(
    ("front", "message", "place"),
    [
        ("title = x\n", "the front matter is not TOML: Invalid value", "a.md:2:9"),
        ('title = "a"\ntitle = "b"\n', "the front matter is not TOML: Cannot overwrite a value", "a.md:3:12"),
        ('title = """\n', "the front matter is not TOML", "a.md:2"),
        ("a = [[[[" + "[" * 5000 + "\n", "the front matter is not TOML", "a.md:2"),
        ('"a".b = 1\na.c = 2\n', None, ""),
        ('["a"]\nb = "x"\n[a.c]\nd = "y"\n', "with quotation marks and without", "a.md:2"),
        (f'a = "{"x" * 100_000}"\n', "more than 100000", "a.md:2"),
    ],
)
def test_bad_toml_is_an_error_with_its_place(front: str, message: str | None, place: str) -> None:
    """Line and column of the file, not of the TOML."""
    if message is None:
        assert _read(f"+++\n{front}+++\n").blocks == ()
        return

    with pytest.raises(FileError) as caught:
        _read(f"+++\n{front}+++\n")

    assert message in caught.value.message
    assert str(caught.value.place) == place


def test_an_alias_of_yaml_is_one_text() -> None:
    """It stands where its anchor is, however often it is used."""
    levels = "".join(f"l{n}: &l{n} [{', '.join([f'*l{n - 1}'] * 9)}]\n" for n in range(1, 30))
    document = _read(f"---\ntitle: &l0 a\n{levels}tags: [*l0, *l1]\n---\n")

    assert _texts(document) == [("title", "a", 2)]


def test_a_translation_cannot_add_a_key() -> None:
    """Nor change another value."""
    for source in ("---\ntitle: a\n---\n", "---\ntags: [a, b]\n---\n", '+++\ntitle = "a"\n+++\n'):
        document = _read(source)
        for text in ("b\ndraft: true", 'b"\ndraft = true', "b, c", "b]\ndraft: true", "---\n", "+++\nx"):
            again = SOURCE.read("a.md", SOURCE.write(document, {0: text}), KEYS)

            assert list(again.meta) == list(document.meta)
            assert again.blocks[0].text == text
            assert len(again.blocks) == len(document.blocks)


def test_an_empty_translation_is_refused() -> None:
    """A value without words is no text that could be read back."""
    with pytest.raises(StructureError):
        SOURCE.write(_read("---\ntitle: a\n---\n"), {0: " "})


@given(st.sampled_from([YAML, TOML]), st.integers(0, 5), st.text(min_size=1).filter(str.strip))
def test_any_text_is_read_as_it_was_written(source: str, index: int, text: str) -> None:
    """Whatever the style of the value it takes the place of."""
    document = _read(source)

    again = SOURCE.read("a.md", SOURCE.write(document, {index: text}), KEYS)

    assert [block.text for block in again.blocks] == [
        text if at == index else block.text for at, block in enumerate(document.blocks)
    ]


def test_merged_keys_are_refused_before_anything_expands() -> None:
    """Each level would copy the one below nine times; the place of the first is told."""
    levels = "".join(f"a{i}: &a{i}\n  <<: [{', '.join([f'*a{i - 1}'] * 9)}]\n" for i in range(1, 40))
    text = f"---\na0: &a0 {{x: 1}}\n{levels}title: x\n---\n\nText.\n"

    with pytest.raises(FileError, match=r"a\.md:4:3: the front matter is not YAML: keys cannot be merged with <<"):
        MarkdownSource().read("a.md", text.encode())
