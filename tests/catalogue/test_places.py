"""Where a part of a string stands in its file, through folds, escapes and letters beyond the BMP."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n_tool.catalogue import Catalogue, Entry, format_catalogue, parse_catalogue
from l10n_tool.catalogue.places import Region, StringPlaces
from l10n_tool.catalogue.text import unescape

HEADER = Entry("", ("Content-Type: text/plain; charset=UTF-8\n",))
FOLDED = """\
# a comment
msgctxt "title"
msgid ""
"Since 1992 \\n"
"we read"
msgid_plural "books"
msgstr[0] "Depuis \\"1993\\" 🎉1993"
msgstr[1] ""
"\\tEt" " puis "
"la suite"

msgid "Go"
msgstr "Va"
"""
TEXTS = st.text(st.sampled_from('ab é本🎉"\\\n\t\u2028.'), min_size=1, max_size=60)


def written(text: str, region: Region) -> str:
    """Return what stands in a region, by a reader's own arithmetic."""
    lines = [line.encode("utf-16-le") for line in text.split("\n")]
    start, end = 2 * (region.column - 1), 2 * (region.end_column - 1)
    if region.line == region.end_line:
        return lines[region.line - 1][start:end].decode("utf-16-le")
    inner = lines[region.line : region.end_line - 1]
    return b"\n\0".join([lines[region.line - 1][start:], *inner, lines[region.end_line - 1][:end]]).decode("utf-16-le")


@pytest.mark.parametrize(
    ("string", "part", "translation", "region"),
    [
        ("Since 1992 \nwe read", "1992", False, (4, 8, 4, 12)),
        ("Since 1992 \nwe read", " \nwe", False, (4, 12, 5, 4)),
        ("books", "books", False, (6, 15, 6, 20)),
        ('Depuis "1993" 🎉1993', '"', True, (7, 19, 7, 21)),
        ('Depuis "1993" 🎉1993', "🎉", True, (7, 28, 7, 30)),
        ('Depuis "1993" 🎉1993', "🎉1993", True, (7, 28, 7, 34)),
        ("\tEt puis la suite", "\tEt puis", True, (9, 2, 9, 14)),
        ("\tEt puis la suite", "suite", True, (10, 5, 10, 10)),
    ],
)
def test_a_part_is_found_where_it_is_written(
    string: str, part: str, translation: bool, region: tuple[int, int, int, int]
) -> None:
    """In UTF-16 code units, from 1, the end after the last."""
    at = string.index(part)

    found = StringPlaces(FOLDED).region(3, string, (at, at + len(part)), translation=translation)

    assert found == region


def test_an_empty_part_has_a_place_without_a_width() -> None:
    """Where something is missing: also at the end of a string, and in one without a letter."""
    places = StringPlaces('msgid "Go"\nmsgstr ""\n')

    assert places.region(1, "Go", (1, 1), translation=False) == (1, 9, 1, 9)
    assert places.region(1, "Go", (2, 2), translation=False) == (1, 10, 1, 10)
    assert places.region(1, "", (0, 0), translation=True) == (2, 9, 2, 9)


@pytest.mark.parametrize(
    ("line", "string", "span"),
    [
        (12, "Go", (0, 1)),
        (1, "Va", (0, 1)),
        (0, "Va", (0, 1)),
        (99, "Va", (0, 1)),
        (12, "Va", (0, 3)),
        (12, "Va", (2, 1)),
        (3, "Va", (0, 1)),
    ],
)
def test_what_does_not_stand_there_has_no_place(line: int, string: str, span: tuple[int, int]) -> None:
    """The file may have been saved since it was read; a source is no translation, and the next entry another one."""
    assert StringPlaces(FOLDED).region(line, string, span, translation=True) is None


@pytest.mark.parametrize("escape", [r"\303\251", r"\xc3\xa9", r"\141"])
def test_bytes_that_are_written_as_escapes_have_no_place(escape: str) -> None:
    """Several of them may be one letter; the line is known all the same."""
    assert StringPlaces(f'msgid "a"\nmsgstr "b{escape}c"\n').region(1, "béc", (0, 1), translation=True) is None


@given(texts=st.lists(TEXTS, min_size=1, max_size=3), width=st.sampled_from([0, 10, 20, 79]), data=st.data())
def test_a_region_holds_what_is_asked_for(texts: list[str], width: int, data: st.DataObject) -> None:
    """However gettext folds the string, and whatever has to be escaped in it."""
    plural = "many" if len(texts) > 1 else None
    entry = Entry("one", tuple(texts), msgid_plural=plural)
    text = format_catalogue(Catalogue((HEADER, entry), wrap=width)).decode()
    line = parse_catalogue(text.encode()).entries[1].line
    form = data.draw(st.sampled_from(texts))
    start = data.draw(st.integers(0, len(form) - 1))
    end = data.draw(st.integers(start + 1, len(form)))

    region = StringPlaces(text).region(line, form, (start, end), translation=True)

    assert region is not None
    assert unescape(re.sub(r'(?<!\\)((?:\\\\)*)"\n"', r"\1", written(text, region))) == form[start:end]


@given(st.text(st.sampled_from('"\\x1#~msgidtr \n[0]é'), max_size=80), st.integers(-1, 6), st.text(max_size=3))
def test_any_text_is_borne(text: str, line: int, string: str) -> None:
    """A file may have become anything since it was checked."""
    region = StringPlaces(text).region(line, string, (0, len(string)), translation=True)

    assert region is None or region.line <= region.end_line <= text.count("\n") + 1
