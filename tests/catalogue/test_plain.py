"""Messages sorted in their text: nothing is misread, and nothing that is said of one is missed."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n_tool.catalogue import Catalogue, CatalogueError, Entry, format_catalogue, parse_catalogue
from l10n_tool.catalogue.plain import Sorted, sort_catalogue, sort_messages

DATA: Final = Path(__file__).parents[1] / "data" / "catalogue"
HEADER: Final = Entry("", ("Content-Type: text/plain; charset=UTF-8\n",))

_COMMENTS: Final = ["by hand", "fuzzy", "l10n-draft: by=x on=2026-11-22 sig=2faa2ae0cdf0ca43", "l10n-approved: by=y"]
_TEXTS: Final = st.sampled_from(["", "Lies", "#-#-#-#-#  a.po  #-#-#-#-#\nLies", "# a", "fuzzy", 'a "b"\\\n', "l10n-"])


@st.composite
def _entries(draw: st.DrawFn) -> Entry:
    plural = draw(st.none() | _TEXTS)
    return Entry(
        draw(st.text('ab "\\\n\u00e4', min_size=1, max_size=9)),
        draw(st.tuples(_TEXTS, _TEXTS)) if plural is not None else (draw(_TEXTS),),
        draw(st.none() | st.sampled_from(["", "menu"])),
        plural,
        draw(st.lists(st.sampled_from(_COMMENTS), max_size=2).map(tuple)),
        flags=draw(st.sampled_from([(), ("fuzzy",), ("c-format",), ("c-format", "fuzzy")])),
        obsolete=draw(st.booleans()),
    )


def _untold(found: Sorted) -> list[Entry]:
    """Return an entry as it is told of each plain message."""
    blank = [Entry(msgid, ("",), context) for context, msgid in found.untranslated]
    return [*blank, *(Entry(msgid, (text,), context) for _, context, msgid, text in found.translated)]


@given(st.lists(_entries(), max_size=6, unique_by=lambda entry: entry.key), st.sampled_from([0, 12, 79]))
def test_a_message_is_told_as_it_is_read_or_made_an_entry(entries: list[Entry], wrap: int) -> None:
    """However its strings are folded, and nothing in a plain one needs to be asked."""
    data = format_catalogue(Catalogue((HEADER, *entries), wrap=wrap))

    found, charset = sort_catalogue(data)

    catalogue = parse_catalogue(data)
    read = {entry.key: entry for entry in catalogue.messages}
    plain = _untold(found)
    assert {entry.key for entry in plain} | {entry.key for entry in found.others} == {HEADER.key, *read}
    assert len(plain) + len(found.others) == len(read) + 1
    assert all(read[told.key].msgstr in {told.msgstr, ("", "")} for told in plain)
    assert all(read[one.key].msgid_plural is None for one in plain if one.complete)
    assert all(map(_says_no_more, (read[one.key] for one in plain if one.complete)))
    assert all(entry in {HEADER, *read.values()} for entry in found.others)
    assert (found.obsolete, found.header, charset.lower()) == (len(list(catalogue.obsolete)), HEADER, "utf-8")


def _says_no_more(entry: Entry) -> bool:
    signed = any(comment.startswith("l10n-") for comment in entry.comments)
    return not entry.fuzzy and not signed and not any("#-#-#" in form for form in entry.msgstr)


@given(st.lists(_entries(), max_size=6, unique_by=lambda entry: entry.key))
def test_a_plain_message_is_made_an_entry_where_somebody_asks(entries: list[Entry]) -> None:
    """The one that the reader makes, with its line."""
    data = format_catalogue(Catalogue((HEADER, *entries)))

    found, _ = sort_catalogue(data)

    read = {entry.key: entry for entry in parse_catalogue(data).messages}
    for message in found.translated:
        entry = found.entry(message)
        assert (entry, entry.line) == (read[entry.key], read[entry.key].line)


@pytest.mark.parametrize(
    "text",
    [
        'msgid "a"\nmsgstr "b"\n\nmsgid "a"\nmsgstr "c"\n',
        'msgid "a"\nmsgstr "b"\n\nmsgid ""\n"a"\nmsgstr "c"\n',
        'msgid "a"\nmsgstr "b"\n\n#~ msgid "a"\n#~ msgstr "c"\n',
        'msgid "a"\nmsgstr "\x04"\n',
        'msgid "a"\nmsgstr "b"\n# the end\n',
        'msgid "a" "b"\nmsgstr "c"\n',
        'msgid "a"\nmsgstr "\\q"\n',
        'msgid "a"\nmsgstr "b" "c"\n',
        'msgid "a"\nmsgstr "b"\n  "c"\n',
        'msgid "a"\nmsgstr "b"\n# a comment in between\n"c"\n',
        'msgid "a"\nmsgstr "b" # a comment behind\n',
        'msgid "a"\nmsgstr\n"b"\n',
        'msgid "a" msgstr "b"\n"c"\n',
        'msgid "a"\nmsgstr "\\142\\x63"\n',
        'msgid "a"\nmsgid_plural "as"\nmsgstr [0] "b"\n',
        '# msgid "a"\n#\nmsgid "b\\"\\nmsgstr \\"x"\nmsgstr ""\n"c"',
    ],
)
def test_a_message_that_comes_again_and_any_other_doubt_is_left_to_the_reader(text: str) -> None:
    """Nothing that msgfmt refuses, and no unusual layout, is taken for a sound plain message."""
    found = sort_messages('msgid "x"\nmsgstr ""\n\n' + text)

    if found is not None:
        assert _untold(found)[1:] == [Entry('b"\nmsgstr "x', ("c",))]


@pytest.mark.parametrize("path", sorted(DATA.glob("*/*.po")), ids=lambda path: path.stem)
def test_no_layout_is_misread(path: Path) -> None:
    """What has another layout, or is wrong, is left to the reader and its messages."""
    data = path.read_bytes()
    wanted = _outcome(lambda: parse_catalogue(data, path.name).messages)

    found = _outcome(lambda: _all_of(sort_catalogue(data, path.name)[0]))

    assert found == wanted


def _all_of(found: Sorted) -> list[Entry]:
    others = [entry for entry in found.others if not entry.is_header]
    blank = [Entry(msgid, ("",), context) for context, msgid in found.untranslated]
    return [*blank, *map(found.entry, found.translated), *others]


def _outcome(read: Callable[[], Iterable[Entry]]) -> object:
    try:
        return {entry.key: (entry.msgstr, entry.line) if any(entry.msgstr) else "" for entry in read()}
    except CatalogueError as error:
        return str(error)
