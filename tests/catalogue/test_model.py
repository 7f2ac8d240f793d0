"""The catalogue as values: changes that change nothing, keys, headers."""

import copy
import pickle
from collections.abc import Callable, Iterator
from dataclasses import FrozenInstanceError, replace
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n_tool.catalogue import Catalogue, Entry, Previous, format_catalogue, parse_catalogue
from l10n_tool.catalogue.layout import text_inside
from l10n_tool.catalogue.model import format_headers, keys_of, parse_headers, raws_of
from l10n_tool.errors import FileError

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


LATIN: Final = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=ISO-8859-1\\n"\n'
SUMMER: Final = '\n# à voir\nmsgid "a"\nmsgstr "été"\n\nmsgid "b"\nmsgstr "\\351t\\xe9"\n\n# fin\n'


def _typed(charset: str) -> dict[str, str]:
    return {"Content-Type": f"text/plain; charset={charset}"}


def test_a_catalogue_is_in_the_charset_that_its_content_type_is_set_to() -> None:
    """Its texts and comments stay, those that were written as bytes of the former charset too."""
    before = parse_catalogue((LATIN + SUMMER).encode("iso-8859-1"))

    after = parse_catalogue(format_catalogue(before.with_headers(_typed("UTF-8"))))

    assert after.charset == "UTF-8"
    assert after.entries[1:] == before.entries[1:]
    assert after.tail == before.tail
    assert [entry.msgstr for entry in after.messages] == [("été",), ("été",)]


def test_there_and_back_again_is_the_same() -> None:
    """What has no bytes of a charset in it is written back as it stood; a byte order mark is only for UTF-8."""
    data = (LATIN + SUMMER.replace("\\351t\\xe9", "x")).encode("iso-8859-1")
    before = parse_catalogue(data)

    through = before.with_headers(_typed("UTF-8"))
    back = replace(through, bom=True).with_headers(_typed("ISO-8859-1"))

    assert parse_catalogue(format_catalogue(through)).entries == through.entries
    assert parse_catalogue(format_catalogue(back)) == before
    assert not back.bom


@pytest.mark.parametrize("charset", ["klingon", "UTF-16", "zlib"])
def test_a_charset_that_no_file_can_be_in_is_not_written(charset: str) -> None:
    """The catalogue stays in its own, and the writer refuses the header."""
    catalogue = parse_catalogue((LATIN + SUMMER).encode("iso-8859-1")).with_headers(_typed(charset))

    assert catalogue.charset == "ISO-8859-1"
    with pytest.raises(FileError, match=f"the header names the charset {charset}"):
        format_catalogue(catalogue)


def test_a_catalogue_without_a_header_is_in_the_charset_of_the_one_it_is_given() -> None:
    """So a catalogue can be started in any charset."""
    started = Catalogue((Entry("a", ("été",)),)).with_headers(_typed("ISO-8859-1"))

    assert parse_catalogue(format_catalogue(started)) == started


def test_other_header_fields_leave_the_charset_alone() -> None:
    """Nothing but Content-Type says how the file is written, and one that says the same changes nothing."""
    catalogue = parse_catalogue((LATIN + SUMMER).encode("iso-8859-1"))

    assert catalogue.with_headers({"Language": "fr"}).charset == "ISO-8859-1"
    assert format_catalogue(catalogue.with_headers(_typed("ISO-8859-1"))) == format_catalogue(catalogue)


HEADER: Final = Entry("", ("Language: fr\n",))
BOTH: Final = Catalogue((HEADER, Entry("a"), Entry("a", msgctxt=""), Entry("b"), Entry("gone", ("x",), obsolete=True)))


@pytest.mark.parametrize(
    ("msgid", "msgctxt", "found"),
    [
        ("a", None, Entry("a")),
        ("a", "", Entry("a", msgctxt="")),
        ("a", "x", None),
        ("gone", None, None),
        ("", None, HEADER),
    ],
)
def test_an_active_entry_is_got_by_its_message(msgid: str, msgctxt: str | None, found: Entry | None) -> None:
    """No msgctxt and an empty one are different, and obsolete entries do not count."""
    assert BOTH.get(msgid, msgctxt) == found


def test_of_a_message_that_is_there_twice_the_first_is_got() -> None:
    """A file cannot have it; a catalogue in the making can."""
    twice = Catalogue((Entry("a", ("1",)), Entry("a", ("2",))))

    assert twice.get("a") == Entry("a", ("1",))


class _Watched(tuple[Entry, ...]):
    """Entries that count how often they are gone through."""

    __slots__ = ()
    passes = 0

    def __iter__(self) -> Iterator[Entry]:
        type(self).passes += 1
        return super().__iter__()

    def __reversed__(self) -> Iterator[Entry]:
        type(self).passes += 1
        return iter(self[::-1])


def test_entries_are_looked_through_once_for_all_that_are_got() -> None:
    """A thousand questions cost no thousand passes; a changed catalogue answers for itself."""
    entries = _Watched(parse_catalogue("".join(f'msgid "{n}"\nmsgstr "x"\n\n' for n in range(1000)).encode()).entries)
    catalogue = Catalogue(entries)

    found = [catalogue.get(str(n)) for n in range(1000)]

    assert _Watched.passes == 1
    assert found == list(entries)
    changed = catalogue.with_entry(Entry("7", ("y",)))
    assert (changed.get("7"), catalogue.get("7")) == (Entry("7", ("y",)), Entry("7", ("x",)))
    assert pickle.loads(pickle.dumps(changed)) == copy.copy(changed) == changed


@pytest.mark.parametrize(
    ("entry", "msgids"),
    [
        (Entry("b", ("y",)), "a a b gone"),
        (Entry("c", ("y",)), "a a b c gone"),
        (Entry("gone", ("y",)), "a a b gone"),
        (Entry("gone", ("y",), obsolete=True), "a a b gone"),
        (Entry("c", ("y",), obsolete=True), "a a b gone c"),
        (Entry("a", ("y",), obsolete=True), "a b gone a"),
        (Entry("", ("y",)), "a a b gone"),
    ],
)
def test_an_entry_takes_its_place(entry: Entry, msgids: str) -> None:
    """That of the one with its key, or the last of its kind; all others stay as they are."""
    after = BOTH.with_entry(entry)

    assert [each.msgid for each in after.entries if each.msgid] == msgids.split()
    assert [each for each in after.entries if each.key == entry.key] == [entry]
    assert all(each in BOTH.entries or each is entry for each in after.entries)
    assert after.entries[0].is_header


def test_a_header_is_put_at_the_start() -> None:
    """Where every reader looks for it."""
    assert Catalogue((Entry("a"),)).with_entry(HEADER).entries == (HEADER, Entry("a"))
    assert Catalogue().with_entry(HEADER).entries == (HEADER,)


def test_an_entry_can_be_left_out() -> None:
    """Obsolete or not; a key that is not there changes nothing."""
    assert BOTH.without((None, "a")).entries == (HEADER, *BOTH.entries[2:])
    assert BOTH.without((None, "gone")).entries == BOTH.entries[:-1]
    assert BOTH.without((None, "c")) is BOTH


def test_an_added_entry_leaves_every_byte_alone() -> None:
    """The way the file is written stays: its charset, its line ends, its tail."""
    data = (LATIN + SUMMER).replace("\n", "\r\n").encode("iso-8859-1")

    catalogue = parse_catalogue(data)
    more = format_catalogue(catalogue.with_entry(Entry("c", ("là",))))

    assert format_catalogue(parse_catalogue(more).without((None, "c"))) == data
    assert more == data.replace(b"\r\n# fin", '\r\nmsgid "c"\r\nmsgstr "là"\r\n\r\n# fin'.encode("iso-8859-1"))
