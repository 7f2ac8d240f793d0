"""Reading whole entries: the same as line by line, in time that grows with the file and no faster."""

import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import fields
from pathlib import Path
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n_tool.catalogue import CatalogueError, Entry, Previous, format_entry, parse_catalogue
from l10n_tool.catalogue.entries import read_entries
from l10n_tool.catalogue.layout import find_entries
from l10n_tool.catalogue.lines import LineReader

DATA: Final = Path(__file__).parents[1] / "data" / "catalogue"

#: Lines that begin, continue and end entries, in the usual layout and in others; also what is wrong.
_LINES: Final = r"""
msgid "a"|msgid ""|msgid "b\n"|msgid  "c"|msgid|msgid "d" msgstr "e"|msgctxt "k"|msgid_plural "p"
msgstr ""|msgstr "x"|msgstr"z"|msgstr[0] "0"|msgstr[1] "1"|msgstr[2] ""|"more"|"\t\"more\\"|"\101"|"\q"|"open|stray
#|# by hand|#. type|#: a.md b.md|#, fuzzy, x|#,x |#=
#~ msgid "a"|#~ msgid "b\n"|#~ msgstr ""|#~ "more"|#~ msgctxt "k"|#~ msgid_plural "p"|#~ msgstr[0] "0"|#~ msgstr[1] "1"
#~|#~msgid "a"
"""
_LINE: Final = st.sampled_from(
    [
        *(line for row in _LINES.strip().split("\n") for line in row.split("|")),
        *['#| msgid "old"', '#| msgctxt "k"', '#| msgid_plural "olds"', '#| "more"', '#|msgid "old"', "#|"],
        *['#~| msgid "old"', '#~| "more"', "#: \u2068a b\u2069 c \u2068d", "# \r", 'msgstr "y"\r', '\t"more"', "\x04"],
        *["", "", " "],
    ]
)

_TEXTS: Final = st.text(max_size=120) | st.text('ab "\\\n\t\r', max_size=80) | st.text("word ", max_size=200)
_COMMENTS: Final = st.lists(st.text("ab ,.:|~#\u00e9\t", max_size=12), max_size=2).map(tuple)


@st.composite
def _entries(draw: st.DrawFn) -> Entry:
    maybe = st.none() | _TEXTS
    plural = draw(maybe)
    forms = draw(st.lists(_TEXTS, min_size=1, max_size=6)) if plural is not None else [draw(_TEXTS)]
    return Entry(
        draw(_TEXTS),
        tuple(forms),
        draw(maybe),
        plural,
        draw(_COMMENTS),
        draw(_COMMENTS),
        draw(st.lists(st.sampled_from(["a.md", "\u2068a b.md\u2069"]), max_size=2).map(tuple)),
        draw(st.lists(st.sampled_from(["fuzzy", "c-format"]), max_size=2, unique=True).map(tuple)),
        draw(st.none() | st.builds(Previous, _TEXTS, maybe, maybe)),
        draw(st.booleans()),
    )


def _values(read: Callable[[], tuple[tuple[Entry, ...], str]]) -> object:
    """Return all that was read, what entries do not compare by too; or all that is wrong."""
    try:
        entries, tail = read()
    except CatalogueError as error:
        return error.problems, str(error)
    return [[getattr(entry, field.name) for field in fields(entry)] for entry in entries], tail


@given(st.lists(_LINE, max_size=14), st.booleans())
def test_whole_entries_are_read_as_their_lines_are(lines: list[str], ended: bool) -> None:
    """Fields, raw texts, line numbers, and every error with its place: nothing tells the two readers apart."""
    text = "\n".join(lines) + "\n" * ended

    found = _values(lambda: read_entries(text, "fr.po", "utf-8"))

    assert found == _values(lambda: LineReader("fr.po", "utf-8").read(text))


@pytest.mark.parametrize("path", sorted(DATA.glob("*/*.po")), ids=lambda path: path.stem)
def test_every_case_is_read_whole_as_line_by_line(path: Path) -> None:
    """The files that are sound and those that are broken."""
    text = path.read_bytes().decode("latin-1")

    found = _values(lambda: read_entries(text, path.name, "latin-1"))

    assert found == _values(lambda: LineReader(path.name, "latin-1").read(text))


@given(_entries(), st.sampled_from([0, 20, 79]))
def test_what_we_write_has_the_usual_layout(entry: Entry, wrap: int) -> None:
    """Our own files are read the fast way, whatever their entries hold."""
    text = format_entry(entry, wrap)

    (match,) = find_entries(text)

    assert match[0] == text


def test_no_entry_is_found_where_lines_that_follow_belong_to_it() -> None:
    """A string or a form after an empty line goes on with the entry."""
    start = 'msgid "a"\nmsgid_plural "b"\nmsgstr[0] "c"\n'

    assert list(find_entries(start))
    assert not any(list(find_entries(start + more)) for more in ('\n"d"\n', '\nmsgstr[1] "d"\n', "#~\n", " # d\n"))


def test_no_entry_is_found_with_an_escape_that_needs_a_closer_look() -> None:
    """Escapes that PO does not have, and those that are bytes of the charset."""
    found = {sign for sign in map(chr, range(128)) if list(find_entries(f'msgid "\\{sign}"\nmsgstr ""\n'))}

    assert found == set('abfnrtv\\"')


@pytest.mark.parametrize("again", ['msgid  "a"\nmsgstr "c"\n', 'msgid  "b"\nmsgstr ""\n\nmsgid "a"\nmsgstr "c"\n'])
def test_a_message_that_comes_again_in_another_layout_is_found(again: str) -> None:
    """Whichever of the two is read whole."""
    with pytest.raises(CatalogueError, match="the message of line 1 again"):
        parse_catalogue(f'msgid "a"\nmsgstr "b"\n\n{again}'.encode())


#: Characters of the shorter run; the longer one has eight times as many, and what is quadratic takes 64 times as long.
_SHORT: Final = 20_000
#: What is done in less time than this is fast enough to be measured badly.
_SECONDS: Final = 0.5

_ENTRY: Final = 'msgid "a"\nmsgstr "b"\n'


@pytest.mark.parametrize(
    ("start", "piece", "end"),
    [
        ('msgid "', '"', '"\n'),
        ('msgid "', "\\", '"\n'),
        ('msgid "', '\\"', "\n"),
        ('msgid "', "\\\\", '"\nmsgstr ""\n'),
        ('msgid ""\n', '"ab"\n', 'msgstr ""\n'),
        ('msgid ""\n', '"ab"\n', '"open\nmsgstr ""\n'),
        ('msgid ""\n', '"ab" \n', 'msgstr ""\n'),
        ('msgid "a"', ' "b"', '\nmsgstr ""\n'),
        ('#| msgid ""\n', '#| "ab"\n', _ENTRY),
        ('#| msgid ""\n', '#|  "ab"\n', _ENTRY),
        ('#~ msgid ""\n', '#~ "ab"\n', "#~ msgstr\n"),
        ("", "# a\n", ""),
        ("", "#\n\n", "#| a"),
        ("", "\n", "#~"),
        ("", "#~\n", _ENTRY),
        (_ENTRY + "\n" * 2_000, "#~\n", ""),
        (_ENTRY, "\n", '"c"'),
        ('msgid "a"\nmsgid_plural "b"\n', 'msgstr[0] ""\n', ""),
        ("#: ", "\u2068 ", "\n" + _ENTRY),
        ("#: ", "\u2068a\u2069", "\n" + _ENTRY),
        ("#, ", "a,", "\n" + _ENTRY),
        ("", 'msgid "{}" msgstr ""', ""),
        ("", 'msgid "{}"\nmsgstr ""\n\n', ""),
        ("", 'msgid  "{}"\nmsgstr ""\n# a\n\n', ""),
        ("", '# a\nmsgid "{}"\nmsgstr ""\n \n', "stray"),
    ],
)
def test_a_long_run_of_anything_is_read_in_linear_time(start: str, piece: str, end: str) -> None:
    """Nobody can send a file that takes hours: eight times the text does not take 24 times as long."""

    def seconds_for(length: int) -> float:
        run = "".join(piece.replace("{}", str(number)) for number in range(length // len(piece)))
        return _seconds_to_read((start + run + end).encode())

    longer = seconds_for(8 * _SHORT)

    if longer > _SECONDS:
        # The machine may be busy with something else; the best of a few tries is what the text itself costs.
        shorter = min(seconds_for(_SHORT) for _ in range(3))
        assert min(longer, seconds_for(8 * _SHORT)) < 24 * shorter


def _seconds_to_read(data: bytes) -> float:
    begun = time.process_time()
    with suppress(CatalogueError):
        # A field that is read on demand is part of the work.
        assert all(entry.msgstr for entry in parse_catalogue(data).entries)
    return time.process_time() - begun
