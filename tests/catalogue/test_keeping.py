"""The last look before a catalogue is written: no loss goes unseen, and nothing is stopped in vain."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from typing import Final

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from l10n_tool.catalogue import (
    BY_TEMPLATE,
    Asked,
    Catalogue,
    Entry,
    Loss,
    Previous,
    format_catalogue,
    format_kept,
    losses,
    merge_catalogue,
    parse_catalogue,
    reading_back,
    write,
)
from l10n_tool.catalogue.entries import read_entries
from l10n_tool.catalogue.keeping import is_of_source, refuse_losses
from l10n_tool.catalogue.model import FUZZY
from l10n_tool.catalogue.text import quote
from l10n_tool.errors import ExitCode, FileError
from l10n_tool.provenance import approve, own_words, with_draft

DAY: Final = date(2026, 11, 22)
HEADER: Final = Entry(
    "",
    ("Language: fr\nContent-Type: text/plain; charset=UTF-8\nPlural-Forms: nplurals=2; plural=n > 1;\n",),
    comments=("French of the choir.",),
)

#: Few different words, so that the same text, comment and flag stand in several entries.
_WORDS: Final = st.sampled_from(["ja", "Ort und Tag", 'sagt "ja"', "zwei\nZeilen", "é", "x" * 90])
_COMMENTS: Final = st.lists(st.sampled_from(["Eine Notiz.", 'Sagt "ja".', "Frage: du oder Sie?"]), max_size=2)
_FLAGS: Final = st.lists(st.sampled_from([FUZZY, "c-format", "geprüft"]), max_size=3, unique=True)


@st.composite
def _entries(draw: st.DrawFn) -> Entry:
    plural = draw(st.none() | _WORDS)
    texts = _WORDS | st.just("")
    return Entry(
        msgid=draw(st.text("abc ", min_size=1, max_size=4)),
        msgstr=draw(st.tuples(texts) if plural is None else st.tuples(texts, texts)),
        msgctxt=draw(st.sampled_from([None, "", "menu"])),
        msgid_plural=plural,
        comments=tuple(draw(_COMMENTS)),
        flags=tuple(draw(_FLAGS)),
        previous=draw(st.none() | st.builds(Previous, _WORDS)),
        obsolete=draw(st.booleans()),
    )


@st.composite
def _catalogues(draw: st.DrawFn) -> Catalogue:
    """Return a catalogue as it is read from a file."""
    entries = draw(st.lists(_entries(), max_size=6, unique_by=lambda entry: entry.key))
    tail = draw(st.sampled_from(["", "\n# The end.\n# The end.\n"]))
    return parse_catalogue(format_catalogue(Catalogue((HEADER, *entries), tail)))


def _in_place(catalogue: Catalogue, at: int, *entries: Entry) -> Catalogue:
    return replace(catalogue, entries=(*catalogue.entries[:at], *entries, *catalogue.entries[at + 1 :]))


def _removals(catalogue: Catalogue) -> Iterator[Catalogue]:
    """Yield the catalogue without one thing that somebody wrote, for each of them."""
    for at, entry in enumerate(catalogue.entries):
        yield _in_place(catalogue, at)
        yield from (_in_place(catalogue, at, poorer) for poorer in _poorer(entry))
    lines = catalogue.tail.split("\n")
    for at, line in enumerate(lines):
        if line:
            yield replace(catalogue, tail="\n".join([*lines[:at], *lines[at + 1 :]]))


def _poorer(entry: Entry) -> Iterator[Entry]:
    for at in range(len(entry.comments)):
        yield entry.replace(comments=entry.comments[:at] + entry.comments[at + 1 :])
    if entry.is_header:
        lines = entry.msgstr[0].splitlines(keepends=True)
        yield from (entry.replace(msgstr=("".join([*lines[:at], *lines[at + 1 :]]),)) for at in range(len(lines)))
        yield from (entry.replace(msgstr=(entry.msgstr[0].replace(line, "X: y\n"),)) for line in lines)
        return
    for at, text in enumerate(entry.msgstr):
        if text:
            yield entry.replace(msgstr=(*entry.msgstr[:at], "", *entry.msgstr[at + 1 :]))
    own = {"geprüft", FUZZY} if any(entry.msgstr) else {"geprüft"}
    for flag in own.intersection(entry.flags):
        yield entry.replace(flags=tuple(other for other in entry.flags if other != flag))
    if entry.previous and any(entry.msgstr):
        yield entry.replace(previous=None)


@given(_catalogues(), st.data())
def test_whatever_is_removed_is_missed(before: Catalogue, data: st.DataObject) -> None:
    """A text, a comment line, a flag, a header field, a previous source, an entry, a line at the end of the file."""
    after = data.draw(st.sampled_from(list(_removals(before))))

    assert losses(before, after) != []
    with pytest.raises(FileError, match="would be lost"):
        format_kept(before, after)


@given(_catalogues(), st.data())
def test_what_was_swapped_for_something_else_is_missed(before: Catalogue, data: st.DataObject) -> None:
    """Another text, comment or flag in its place makes up for nothing."""
    after = data.draw(st.sampled_from(list(_removals(before))))
    late = Entry(
        "a late one", ("etwas anderes",), comments=("Etwas anderes.",), flags=("anders",), previous=Previous("z")
    )

    assert losses(before, replace(after, entries=(*after.entries, late))) != []


@given(_catalogues())
def test_a_catalogue_that_was_only_written_and_read_lost_nothing(before: Catalogue) -> None:
    """The very same one, and one of other objects, with raw texts and without."""
    again = parse_catalogue(format_catalogue(before))
    anew = replace(before, entries=tuple(replace(entry, raw=None) for entry in before.entries))

    assert losses(before, before) == losses(before, again) == losses(before, anew) == []
    assert format_kept(before, before) == format_kept(before, again) == format_catalogue(before)
    assert parse_catalogue(format_kept(before, anew)) == before


@given(_catalogues(), _catalogues())
def test_an_update_loses_nothing(before: Catalogue, other: Catalogue) -> None:
    """Whatever the catalogue and its template."""
    template = replace(other, entries=tuple(entry for entry in other.entries if not entry.obsolete))

    after = merge_catalogue(before, template).catalogue

    assert losses(before, after, BY_TEMPLATE) == []
    assert format_kept(before, after, BY_TEMPLATE) == format_catalogue(after)


@given(_catalogues())
def test_drafts_and_approvals_lose_nothing(before: Catalogue) -> None:
    """Drafts in every blank, then an approval of every entry, then one more by somebody else."""
    drafting = Asked(comments=own_words)
    approving = Asked(flags=frozenset({FUZZY}), comments=own_words, previous=True)
    blank = {entry.key: entry for entry in before.messages if not any(entry.msgstr)}
    drafted = before.map(
        {key: with_draft(entry, ["Text"] * len(entry.msgstr), "pseudo", DAY) for key, entry in blank.items()}
    )
    first = drafted.map({entry.key: approve(entry, "one", DAY) for entry in drafted.messages if entry.complete})
    second = first.map({entry.key: approve(entry, "two", DAY) for entry in first.messages if entry.complete})

    assert losses(before, drafted, drafting) == []
    assert losses(drafted, first, approving) == losses(first, second, approving) == []
    assert format_kept(first, second, approving) == format_catalogue(second)


@given(_catalogues(), st.data())
def test_what_may_go_from_some_entries_may_not_go_from_others(before: Catalogue, data: st.DataObject) -> None:
    """A step that was asked for a few entries has no business with the rest."""
    everything = Asked(
        texts=True,
        flags=frozenset({FUZZY, "geprüft"}),
        comments=lambda comments: [],
        previous=True,
        empty=True,
        headers=frozenset({"Language", "Content-Type", "Plural-Forms"}),
    )
    entries = [(at, entry) for at, entry in enumerate(before.entries)]
    at, entry = data.draw(st.sampled_from(entries))
    after = _in_place(before, at, *data.draw(st.sampled_from([[one] for one in _poorer(entry)] or [[entry]])))
    assume(after != before)

    assert (
        losses(before, after, everything)
        == losses(before, after, everything._replace(only=frozenset({entry.key})))
        == []
    )
    assert losses(before, after, everything._replace(only=frozenset())) != []


def test_the_same_text_twice_is_two_texts() -> None:
    """One of two obsolete entries with one translation cannot stand for both."""
    twice = Catalogue(
        (HEADER, Entry("a", ("ja",), obsolete=True), Entry("b", ("ja",), obsolete=True), Entry("c", ("ja",)))
    )

    found = losses(twice, replace(twice, entries=(twice.entries[0], *twice.entries[2:])))

    assert found == [Loss('the text "ja" of "a"')]


@pytest.mark.parametrize("now", [Entry("b", ("ja",), references=("new.md",)), Entry("b", ("ja",), comments=("Hm.",))])
def test_a_text_that_stays_elsewhere_as_it_was_makes_up_for_nothing(now: Entry) -> None:
    """Not even where that entry was written anew for another reason."""
    before = Catalogue((HEADER, Entry("a", ("ja",)), Entry("b", ("ja",))))
    after = replace(before, entries=(HEADER, now))

    assert losses(before, after) == [Loss('the text "ja" of "a"')]


def test_two_entries_that_swapped_their_texts_lost_them() -> None:
    """All texts are there, and both are wrong."""
    before = Catalogue((HEADER, Entry("yes", ("ja",)), Entry("no", ("nein",))))
    after = replace(before, entries=(HEADER, Entry("yes", ("nein",)), Entry("no", ("ja",))))

    assert losses(before, after) == [Loss('the text "ja" of "yes"'), Loss('the text "nein" of "no"')]


def test_a_text_may_move_to_another_source() -> None:
    """As an update moves it, with its comments and its mark; the mark alone may not go."""
    before = Catalogue((HEADER, Entry("a", ("ja",), comments=("Hm.",), flags=(FUZZY,))))
    moved = Entry("b", ("ja",), comments=("Hm.",), flags=(FUZZY,), previous=Previous("a"))

    assert losses(before, replace(before, entries=(HEADER, moved))) == []
    assert losses(before, replace(before, entries=(HEADER, moved.replace(flags=())))) == [
        Loss('the flag "fuzzy" of "a"')
    ]


@pytest.mark.parametrize("text", ["ja", 'sagt "ja"', "zwei\nZeilen", "back\\slash"])
def test_a_text_may_move_into_a_comment(text: str) -> None:
    """As a quoted string that was not there before, once for each time."""
    before = Catalogue(
        (HEADER, Entry("a", ("eins", text), msgid_plural="as"), Entry("b", ("eins", text), msgid_plural="bs"))
    )
    note = f"former plural form: {quote(text)}"
    a, b = Entry("a", ("eins",), comments=(note,)), Entry("b", ("eins",), comments=(note,))

    assert losses(before, replace(before, entries=(HEADER, a, b))) == []
    assert losses(before, replace(before, entries=(HEADER, a, b.replace(comments=())))) != []
    assert losses(before, replace(before, entries=(HEADER, Entry("c", (), comments=(note,))))) != []


def test_a_comment_stands_for_one_text_and_needs_no_mark() -> None:
    """Of two entries that are gone with the same text, and were fuzzy, it keeps the first."""
    before = Catalogue((HEADER, Entry("a", ("ja",), flags=(FUZZY,)), Entry("b", ("ja",), flags=(FUZZY,))))
    after = replace(before, entries=(HEADER, Entry("c", ("doch",), comments=('former translation: "ja"',))))

    assert losses(before, after) == [Loss('the text "ja" of "b"')]


def test_a_comment_that_quotes_a_text_by_chance_does_not_keep_it() -> None:
    """It was there before, in the entry or in one whose comments moved."""
    quoting = Entry("a", ("ja",), comments=('Not "ja".',))
    before = Catalogue((HEADER, quoting))
    stays = replace(before, entries=(HEADER, quoting.replace(msgstr=("",))))
    moves = replace(before, entries=(HEADER, Entry("b", ("",), comments=quoting.comments)))

    assert losses(before, stays) == losses(before, moves) == [Loss('the text "ja" of "a"')]


def test_a_mark_goes_with_the_text_that_it_was_about() -> None:
    """A text that took the place of another one, which a comment keeps, is as sure as it is."""
    before = Catalogue((HEADER, Entry("a", ("alt",), flags=(FUZZY,), previous=Previous("z"))))
    after = replace(before, entries=(HEADER, Entry("a", ("neu",), comments=('former translation: "alt"',))))

    assert losses(before, after) == []


def test_flags_of_the_source_are_the_template_s() -> None:
    """They come and go with it; all others are somebody's."""
    before = Catalogue((HEADER, Entry("a", ("ja",), flags=("c-format", "no-wrap", "range: 0..3", "no-python-format"))))

    assert losses(before, replace(before, entries=(HEADER, Entry("a", ("ja",))))) == []
    assert not any(map(is_of_source, ["fuzzy", "max-length:30", "format", "geprüft"]))


def test_the_message_names_entry_text_file_and_line() -> None:
    """With how much else is missing; exit 3."""
    before = parse_catalogue(
        b'msgid ""\nmsgstr "Language: fr\\n"\n\nmsgid "a"\nmsgstr "'
        + b"lang " * 40
        + b'"\n\nmsgid "b"\nmsgstr "nein"\n\nmsgid "c"\nmsgstr "doch"\n'
    )

    with pytest.raises(FileError) as caught:
        refuse_losses(before, replace(before, entries=before.entries[:1]), name="fr.po")

    first, remedy = str(caught.value).split("\n")
    assert first == f'fr.po:4: the text "{("lang " * 40)[:59]}…" of "a" would be lost, and 2 more'
    assert remedy.strip().startswith("Nothing was written.")
    assert caught.value.exit_code is ExitCode.FILE


_FAULTS: Final[dict[str, Callable[[str], str]]] = {
    "cuts a text": lambda text: re.sub(r'(msgstr ")[^"]', r"\1", text),
    "drops a comment": lambda text: re.sub(r"\A# .*\n", "", text),
    "drops a mark": lambda text: text.replace("#, fuzzy\n", ""),
    "drops a previous source": lambda text: re.sub(r"#\| .*\n", "", text),
    "drops an entry": lambda text: "",
    "writes an entry twice": lambda text: f"{text}\n{text}",
    "forgets a quotation mark": lambda text: text.replace('"\n', "\n"),
    "writes another source": lambda text: text.replace('msgid "a"', 'msgid "b"'),
    "writes a source that is there": lambda text: text.replace('msgid "a"', 'msgid "c"'),
    "brings an entry to life": lambda text: text.replace("#~ ", ""),
    "writes what it should not": lambda text: f'{text}\nmsgid "new"\nmsgstr "neu"\n',
}  # fmt: skip


@pytest.mark.parametrize("fault", _FAULTS)
@pytest.mark.parametrize("charset", ["UTF-8", "ISO-8859-1"])
def test_a_fault_of_the_writer_is_seen_in_the_very_bytes(
    fault: str, charset: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is written anew is read again before it takes the place of what was there."""
    old = Entry("a", ("ähnlich",), comments=("Hm.",), flags=(FUZZY,), previous=Previous("z"))
    header = HEADER.replace(msgstr=(HEADER.msgstr[0].replace("UTF-8", charset),))
    written = Catalogue((header, old, Entry("c", ("x",)), Entry("d", ("y",), obsolete=True)), charset=charset)
    before = parse_catalogue(format_catalogue(written))
    obsolete = fault == "brings an entry to life"
    after = before.map({old.key: before.entries[1].replace(references=("new.md",), obsolete=obsolete)})
    sound = write.format_entry
    monkeypatch.setattr(write, "format_entry", lambda entry, wrap: _FAULTS[fault](sound(entry, wrap)))

    with pytest.raises(FileError):
        format_kept(before, after)


@pytest.mark.parametrize(
    ("fault", "new"),
    [
        ("drops a mark", Entry("b", ("neu",), flags=(FUZZY,))),
        ("brings an entry to life", Entry("b", ("neu",), obsolete=True)),
        ("writes what it should not", Entry("b", ("neu",))),
        ("drops an entry", Entry("b", ("neu",))),
    ],
)
def test_what_was_not_there_before_is_read_again_too(fault: str, new: Entry, monkeypatch: pytest.MonkeyPatch) -> None:
    """A draft without its mark would be published."""
    before = parse_catalogue(format_catalogue(Catalogue((HEADER, Entry("a", ("alt",))))))
    sound = write.format_entry
    monkeypatch.setattr(write, "format_entry", lambda entry, wrap: _FAULTS[fault](sound(entry, wrap)))

    with pytest.raises(FileError):
        format_kept(before, replace(before, entries=(*before.entries, new)))


def test_a_message_that_is_there_twice_is_not_written() -> None:
    """Every reader would refuse the file."""
    before = parse_catalogue(format_catalogue(Catalogue((HEADER, Entry("a", ("ja",))))))

    with pytest.raises(FileError, match="what would be written cannot be read again, in its line 11"):
        format_kept(before, replace(before, entries=(*before.entries, Entry("a", ("doch",)))), name="de.po")


def test_a_changed_entry_that_kept_its_old_raw_text_is_not_written() -> None:
    """A program's own slip: dataclasses.replace, in place of the entry's method, leaves what was there before."""
    before = parse_catalogue(format_catalogue(Catalogue((HEADER, Entry("a")))))
    after = before.map({(None, "a"): replace(before.entries[1], msgstr=("ja",))})

    with pytest.raises(FileError, match='the entry "a" would be written with other texts'):
        format_kept(before, after)


def test_only_what_is_written_anew_is_read_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of a thousand entries of which two changed, two are read: the look costs next to nothing."""
    before = parse_catalogue(
        format_catalogue(Catalogue((HEADER, *(Entry(f"entry {n}", (f"Eintrag {n}",)) for n in range(1000)))))
    )
    changed = [entry.replace(comments=("Hm.",)) for entry in before.entries[400:1000:500]]
    after = before.map({entry.key: entry for entry in changed})
    read: list[str] = []

    def watched(text: str, name: str, charset: str) -> tuple[tuple[Entry, ...], str]:
        read.append(text)
        return read_entries(text, name, charset)

    monkeypatch.setattr(reading_back, "read_entries", watched)
    monkeypatch.setattr(reading_back, "parse_catalogue", lambda *_: pytest.fail("all of it was read"))

    format_kept(before, after)

    assert read == ["".join(f'\n# Hm.\nmsgid "entry {n}"\nmsgstr "Eintrag {n}"\n' for n in (399, 899))]


_ODD: Final = {
    "no newline at the end": b'msgid "a"\nmsgstr "b"\n\nmsgid "c"\nmsgstr "d"',
    "two on one line": b'msgid "a" msgstr "b" msgid "c" msgstr "d"\n',
    "CRLF": b'msgid "a"\r\nmsgstr "b"\r\n\r\nmsgid "c"\r\nmsgstr "d"\r\n# end\r\n',
    "mixed": b'msgid "a"\r\nmsgstr "b"\n\nmsgid "c"\r\nmsgstr "d"\n# end',
    "no empty lines": b'msgctxt "x"\nmsgid "a"\nmsgstr "b"\nmsgid "a"\nmsgstr "b"\nmsgid "c"\nmsgstr "d"\n',
    "a byte order mark": b'\xef\xbb\xbfmsgid "a"\nmsgstr "b"\n\nmsgid "c"\nmsgstr "d"\n',
    "only comments at the end": b'msgid "c"\nmsgstr "d"\n# end',
}  # fmt: skip


@pytest.mark.parametrize("data", _ODD.values(), ids=_ODD)
@pytest.mark.parametrize("place", [0, 1, 2])
def test_odd_files_can_be_written(data: bytes, place: int) -> None:
    """An entry more at the start, in between, or at the end: the look finds all in its place."""
    before = parse_catalogue(data)
    entries = before.entries
    late = Entry("late", ("spät",), comments=("Hm.",))
    after = replace(before, entries=(*entries[:place], late, *entries[place:]))

    written = format_kept(before, after)

    assert parse_catalogue(written).entries == after.entries


@pytest.mark.parametrize("data", _ODD.values(), ids=_ODD)
def test_a_changed_entry_of_an_odd_file_can_be_written(data: bytes) -> None:
    """Each in turn, and all at once."""
    before = parse_catalogue(data)
    changed = {entry.key: entry.replace(comments=("Hm.",)) for entry in before.messages}

    for some in [*({key: entry} for key, entry in changed.items()), changed]:
        after = before.map(some)
        assert parse_catalogue(format_kept(before, after)).entries == after.entries
