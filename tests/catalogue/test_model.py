"""The catalogue as values: changes that change nothing, keys, headers."""

import copy
import pickle
from collections.abc import Callable
from dataclasses import FrozenInstanceError, replace
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n_tool.catalogue import Catalogue, Entry, Previous, format_catalogue, parse_catalogue
from l10n_tool.catalogue.layout import text_inside
from l10n_tool.catalogue.model import format_headers, keys_of, parse_headers, raws_of

PO: Final = (
    b'msgid ""\nmsgstr ""\n"Language: fr\\n"\n"X-Mine:   kept as it is  \\n"\n\n'
    b'#, fuzzy\n#| msgid "b"\nmsgid"a"\nmsgstr "x"\n'
)


def test_a_change_that_changes_nothing_gives_the_entry_itself() -> None:
    """So its raw text stays, and its bytes in the file."""
    entry = parse_catalogue(PO).entries[1]

    assert entry.replace(msgstr=("x",)) is entry
    assert entry.with_fuzzy(True) is entry
    assert entry.replace(msgstr=("y",)).raw is None


def test_clearing_the_fuzzy_flag_drops_the_previous_source() -> None:
    """Once somebody has said that the text is right, what it was made from is history."""
    entry = parse_catalogue(PO).entries[1]

    assert entry.previous == Previous("b")
    assert entry.with_fuzzy(False) == Entry("a", ("x",))


def test_no_context_and_an_empty_one_are_different_keys() -> None:
    """As in gettext."""
    assert Entry("a").key != Entry("a", msgctxt="").key


@pytest.mark.parametrize(
    ("entry", "is_header"),
    [(Entry(""), True), (Entry("", msgctxt=""), False), (Entry("", obsolete=True), False), (Entry("a"), False)],
)
def test_the_header_is_the_empty_message_without_context(entry: Entry, is_header: bool) -> None:
    """An empty msgid in a context is a message like any other."""
    assert entry.is_header is is_header


@pytest.mark.parametrize(
    ("forms", "complete"), [((), False), (("",), False), (("a", ""), False), (("a",), True), (("a", "b"), True)]
)
def test_an_entry_is_complete_if_no_form_is_empty(forms: tuple[str, ...], complete: bool) -> None:
    """One empty plural form is one empty sentence on somebody's screen."""
    assert Entry("x", forms).complete is complete


def test_header_fields_that_are_set_already_leave_the_bytes_alone() -> None:
    """Only a field that changes is written anew."""
    catalogue = parse_catalogue(PO)

    assert format_catalogue(catalogue.with_headers({"Language": "fr"})) == PO


def test_a_changed_header_field_stays_in_its_place() -> None:
    """Other fields keep their text, spaces and all; new ones go to the end."""
    catalogue = parse_catalogue(PO).with_headers({"Language": "de", "X-New": "1"})

    header = catalogue.header
    assert header is not None
    assert header.msgstr == ("Language: de\nX-Mine:   kept as it is  \nX-New: 1\n",)
    assert catalogue.headers["X-Mine"] == "kept as it is"


def test_a_catalogue_without_a_header_is_given_one() -> None:
    """At its start."""
    catalogue = Catalogue((Entry("a"),)).with_headers({"Language": "de"})

    assert catalogue.entries == (Entry("", ("Language: de\n",)), Entry("a"))


def test_of_a_field_given_twice_the_first_counts() -> None:
    """As in gettext."""
    assert parse_headers("A: 1\nA: 2\nno colon\n") == {"A": "1"}


_NAMES: Final = st.from_regex(r"[A-Za-z][A-Za-z-]{0,15}", fullmatch=True)
_VALUES: Final = st.text(st.characters(exclude_categories=("Cc", "Cs", "Z")), max_size=30)


@given(st.dictionaries(_NAMES, _VALUES), st.dictionaries(_NAMES, _VALUES, max_size=2))
def test_header_fields_are_read_as_they_were_set(fields: dict[str, str], more: dict[str, str]) -> None:
    """Setting fields gives the old ones with the new ones over them."""
    catalogue = Catalogue((Entry("", (format_headers(fields),)),)).with_headers(more)

    assert dict(catalogue.headers) == fields | more


def test_map_leaves_obsolete_entries_alone() -> None:
    """An obsolete entry of the same key is not the active one."""
    catalogue = Catalogue((Entry("a", obsolete=True), Entry("b")))

    changed = catalogue.map({(None, "a"): Entry("a", ("x",)), (None, "b"): Entry("b", ("y",))})

    assert changed.entries == (Entry("a", obsolete=True), Entry("b", ("y",)))


def _read() -> Entry:
    return parse_catalogue(b'# by hand\n#, fuzzy\n#| msgid "b"\nmsgid "a"\nmsgstr "x"\n').entries[0]


_MADE: Final = Entry("a", ("x",), comments=("by hand",), flags=("fuzzy",), previous=Previous("b"))


def test_fields_are_read_from_the_raw_text_once_when_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """Who writes a file back unchanged, or looks up keys, does not pay for the rest."""
    asked: list[str] = []

    def read(inside: str) -> str:
        asked.append(inside)
        return text_inside(inside)

    monkeypatch.setattr("l10n_tool.catalogue.layout.text_inside", read)
    data = b'msgid "a"\nmsgstr "x"\n\nmsgid "b"\nmsgstr "y"\n'

    catalogue = parse_catalogue(data)

    assert format_catalogue(catalogue) == data
    assert [(entry.key, entry.is_header) for entry in catalogue.messages] == [
        ((None, "a"), False),
        ((None, "b"), False),
    ]
    assert asked == []
    assert [catalogue.entries[1].msgstr for _ in range(2)] == [("y",), ("y",)]
    assert asked == ["y"]


@pytest.mark.parametrize(
    "same",
    [
        lambda entry: entry,
        copy.copy,
        copy.deepcopy,
        lambda entry: pickle.loads(pickle.dumps(entry)),
        lambda entry: replace(entry, line=7),
        lambda entry: entry.replace(msgid="other").replace(msgid="a"),
    ],
)
def test_an_entry_that_was_read_is_the_value_that_was_written(same: Callable[[Entry], Entry]) -> None:
    """Whoever copies, compares, hashes or shows it first, all its fields are there."""
    made, read = _MADE, same(_read())
    assert made == read
    assert same(_read()) == made
    assert hash(same(_read())) == hash(_MADE)
    assert {same(_read())} == {_MADE}
    assert repr(same(_read())) == repr(replace(_MADE, line=read.line))


def test_an_entry_that_was_read_cannot_be_changed() -> None:
    """It is a value, whether its fields have been read or not."""
    entry = _read()

    with pytest.raises(FrozenInstanceError):
        entry.msgstr = ("y",)  # type: ignore[misc]
    assert entry.msgstr == ("x",)


def test_an_entry_has_no_other_attributes() -> None:
    """A misspelt field is an error, not something to be read."""
    with pytest.raises(AttributeError, match="'Entry' object has no attribute 'msgstrs'"):
        getattr(_read(), "msgstrs")  # noqa: B009


@pytest.mark.parametrize("read", [True, False])
def test_a_catalogue_with_other_entries_is_written_in_the_same_way(read: bool) -> None:
    """It is another one: the text of the file is not its own."""
    whole = parse_catalogue(PO + b"\n# the end\n")
    catalogue = whole if read else replace(whole, wrap=60, fill_references=True)

    other = catalogue.with_entries(whole.entries[:1])

    assert other == replace(catalogue, entries=whole.entries[:1])
    assert (other.raw, other.header) == (None, whole.header)
    assert format_catalogue(other).startswith(PO[: PO.index(b"#,")].rstrip())


def test_a_changed_entry_keeps_its_line_and_nothing_of_its_text() -> None:
    """The line says where it stood; another line alone is no change."""
    entry = parse_catalogue(PO).entries[1]

    changed = entry.replace(msgstr=("y",), comments=("Hm.",))

    assert changed == Entry("a", ("y",), comments=("Hm.",), flags=("fuzzy",), previous=Previous("b"))
    assert (changed.line, changed.raw) == (entry.line, None)
    assert entry.replace(line=7) is entry


def test_many_entries_say_what_each_of_them_says() -> None:
    """Their keys and raw texts, of those that were read as a whole, line by line or not at all."""
    entries = (
        *parse_catalogue(PO).entries,
        *parse_catalogue(b'msgctxt "c"\nmsgid "d"\nmsgstr ""\n').entries,
        Entry("e"),
    )

    assert list(keys_of(entries)) == [entry.key for entry in entries]
    assert raws_of(entries) == [entry.raw for entry in entries]
