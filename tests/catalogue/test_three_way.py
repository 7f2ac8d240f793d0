"""Merging two versions of a catalogue: both sides' work is kept, and nothing is published that was not before."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from subprocess import CompletedProcess
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n_tool.catalogue import Catalogue, Entry, Key, Previous, format_catalogue, parse_catalogue
from l10n_tool.catalogue.text import quote
from l10n_tool.catalogue.three_way import (
    HeaderConflict,
    MergedVersions,
    Origin,
    Standing,
    lost_in_merge,
    merge_versions,
)
from l10n_tool.gate import Requirement, may_publish
from l10n_tool.provenance import State, approve, drafts, state, with_draft
from l10n_tool.workflow.merging import PROVENANCE

Run = Callable[..., "CompletedProcess[bytes]"]

CASES: Final = Path(__file__).parents[1] / "data" / "catalogue" / "three_way.md"
FIELDS: Final = {
    "PO-Revision-Date": "2026-11-20 12:00+0100",
    "Last-Translator": "Ada",
    "Language": "fr",
    "Content-Type": "text/plain; charset=UTF-8",
    "Plural-Forms": "nplurals=2; plural=n != 1;",
}
DAY: Final = date(2026, 11, 22)


def header(**changed: str | None) -> str:
    """Return a header with these fields changed (``Last_Translator``), or left out where they are None."""
    fields = {**FIELDS, **{name.replace("_", "-"): value for name, value in changed.items()}}
    lines = [f'"{name}: {value}\\n"\n' for name, value in fields.items() if value is not None]
    return 'msgid ""\nmsgstr ""\n' + "".join(lines)


def po(*entries: str, head: str = "") -> Catalogue:
    """Return the catalogue of a header and some entries, as text."""
    return parse_catalogue("\n".join([head or header(), *entries]).encode())


def merged(base: Catalogue, ours: Catalogue, theirs: Catalogue) -> MergedVersions:
    """Merge with an eye on drafts and approvals."""
    return merge_versions(base, ours, theirs, PROVENANCE)


def only(result: MergedVersions) -> Entry:
    """Return the one message of a merged catalogue."""
    (entry,) = [entry for entry in result.catalogue.entries if not entry.is_header]
    return entry


def alone(*entries: Entry) -> Catalogue:
    """Return a catalogue of these entries, as if it had been read."""
    return parse_catalogue(format_catalogue(Catalogue((Entry("", (header_text(),)), *entries))))


def header_text() -> str:
    """Return the msgstr of the header."""
    return "".join(f"{name}: {value}\n" for name, value in FIELDS.items())


def _cases() -> Iterator[tuple[str, dict[str, str]]]:
    for section in CASES.read_text(encoding="utf-8").split("\n## ")[1:]:
        files = re.findall(r"^```po (\w+)\n(.*?)^```$", section, re.DOTALL | re.MULTILINE)
        yield section.partition("\n")[0], dict(files)


@pytest.mark.parametrize("files", [pytest.param(files, id=title) for title, files in _cases()])
def test_the_merge_is_that_of_the_cases(files: dict[str, str]) -> None:
    """Each rule, by an example."""
    base, ours, theirs, expected = (
        f"{header()}\n{files[name]}" if files[name] else header() for name in ("base", "ours", "theirs", "merged")
    )

    result = merged(*(parse_catalogue(text.encode()) for text in (base, ours, theirs)))

    assert format_catalogue(result.catalogue).decode() == expected


def test_a_persons_text_wins_over_a_draft() -> None:
    """A machine's text is no work: it goes without a word, and so does the line that signs it."""
    blank = Entry("Good day", ("",), comments=("formal",))
    draft = with_draft(blank, ["Bonne jour"], "apertium/eng-fra", DAY)

    for text in ("Bonjour", "Bonne jour!"):
        person = blank.replace(msgstr=(text,))
        for ours, theirs in ((draft, person), (person, draft)):
            result = merged(alone(blank), alone(ours), alone(theirs))

            assert only(result) == person
            assert not result.conflicts


def test_of_two_drafts_ours_stays_a_draft() -> None:
    """Two machines are no two opinions."""
    blank = Entry("Good day")
    ours, theirs = (with_draft(blank, [text], "apertium/eng-fra", DAY) for text in ("Bonne jour", "Jour bon"))

    result = merged(alone(blank), alone(ours), alone(theirs))

    assert only(result).msgstr == ("Bonne jour",)
    assert state(only(result)) is State.DRAFT
    assert not result.conflicts


def test_a_draft_approved_on_one_side_and_rewritten_on_the_other_is_a_conflict() -> None:
    """The reviewer decided, and so did the translator; the approval says so until somebody has chosen."""
    draft = with_draft(Entry("Good day"), ["Bonjour"], "apertium/eng-fra", DAY)
    approved, rewritten = approve(draft, "ada", DAY), draft.replace(msgstr=("Salut",)).with_fuzzy(False)

    result = merged(alone(draft), alone(rewritten), alone(approved))

    entry = only(result)
    assert entry.msgstr == ("Bonjour",)
    assert entry.comments == (*approved.comments, 'other translation: "Salut"')
    assert state(entry) is State.STALE
    assert state(entry.with_fuzzy(False)) is State.APPROVED


def test_approvals_of_both_sides_stand() -> None:
    """Two people read the same text."""
    entry = Entry("Good day", ("Bonjour",))

    result = merged(alone(entry), alone(approve(entry, "ada", DAY)), alone(approve(entry, "ben", DAY)))

    assert state(only(result)) is State.APPROVED
    assert [line for line in only(result).comments if "by=" in line] == [
        'l10n-approved: by="ada" on=2026-11-22 sig=aa78e20eb9da4645',
        'l10n-approved: by="ben" on=2026-11-22 sig=aa78e20eb9da4645',
    ]


def test_a_draft_that_two_tools_cleared_is_not_published() -> None:
    """One took the flag, the other the line that signs it: together they would make it a person's."""
    draft = with_draft(Entry("Good day"), ["Bonjour"], "apertium/eng-fra", DAY)
    ours, theirs = draft.with_fuzzy(False), draft.replace(comments=())

    result = merged(alone(draft), alone(ours), alone(theirs))

    assert not may_publish(only(result))


def test_a_text_that_breaks_the_format_declared_on_the_other_side_is_stale() -> None:
    """A program would stop at it; a text that keeps to it is left alone."""
    base = Entry("%d books", ("%d livres",))
    declared = base.replace(flags=("c-format",))

    broken = merged(alone(base), alone(base.replace(msgstr=("des livres",))), alone(declared))
    sound = merged(alone(base), alone(base.replace(msgstr=("les %d livres",))), alone(declared))

    assert only(broken).flags == ("fuzzy", "c-format")
    assert only(sound).flags == ("c-format",)


def test_a_record_that_another_tool_wrapped_is_one_line_of_comment() -> None:
    """Babel and msgcat fold it in other places; it does not stand twice."""
    draft = with_draft(Entry("Good day"), ["Bonjour"], "apertium/eng-fra", DAY)
    head, rest = draft.comments[0].rsplit(" ", 1)
    ours = draft.replace(comments=("one", head, rest, *(line.strip() for line in draft.comments[1:])))
    theirs = draft.replace(comments=(*draft.comments, "two"))

    entry = only(merged(alone(draft), alone(ours), alone(theirs)))

    assert len(drafts(entry)) == 1
    assert state(entry) is State.DRAFT
    assert entry.comments == (*ours.comments, "two")


@pytest.mark.parametrize("words", [("see the l10n-tool manual",), ("l10n-draft: mine", "l10n-tool")])
def test_a_persons_words_above_a_draft_that_gives_way_stay(words: tuple[str, ...]) -> None:
    """They are no part of its record, whatever they speak of."""
    blank = Entry("Good day")
    draft = with_draft(blank, ["Bonne jour"], "apertium/eng-fra", DAY)
    draft = draft.replace(comments=(*words, *draft.comments, "formal"))
    person = blank.replace(msgstr=("Bonjour",))

    for ours, theirs in ((draft, person), (person, draft)):
        entry = only(merged(alone(blank), alone(ours), alone(theirs)))

        assert entry == person.replace(comments=(*words, "formal"))


def test_the_plural_of_both_sides_is_told_as_a_conflict() -> None:
    """Each field that a person must look at, with both values."""
    entry = 'msgid "day"\nmsgid_plural "{0}"\nmsgstr[0] "jour"\nmsgstr[1] "jours"\n'

    result = merged(*(po(entry.format(plural)) for plural in ("days", "several days", "many days")))

    (conflict,) = result.conflicts
    assert (conflict.field, conflict.kept, conflict.noted) == ("msgid_plural", ("several days",), ("many days",))
    assert result.count(Origin.CONFLICT) == 1


def test_a_plural_that_only_one_side_has_is_told_too() -> None:
    """Both added the message; it stays stale when the same is merged again, until somebody has chosen."""
    base, theirs = po(), po('msgid "day"\nmsgstr "jour"\n')
    ours = po('msgid "day"\nmsgid_plural "days"\nmsgstr[0] ""\nmsgstr[1] ""\n')

    once = merged(base, ours, theirs)
    again = merged(base, once.catalogue, theirs)

    assert only(once).comments == ('other msgid_plural: "days"',)
    assert only(once).fuzzy
    assert only(again) == only(once)
    assert [conflict.kept for conflict in once.conflicts] == [("",)]


def test_the_header_is_merged_by_field() -> None:
    """The later of two dates, with the last translator of that revision; all else is of the side that changed it."""
    base = po(head=header(X_One="1", Language_Team="French"))
    ours = po(
        head=header(PO_Revision_Date="2026-11-21 12:00+0100", Last_Translator="Ben", X_Two="2", Language_Team="French")
    )
    theirs = po(
        head=header(PO_Revision_Date="2026-11-21 11:30+0000", Last_Translator="Cy", X_One="1", Language_Team="Fr")
    )

    result = merged(base, ours, theirs)

    assert dict(result.catalogue.headers) == {
        **FIELDS,
        "PO-Revision-Date": "2026-11-21 11:30+0000",
        "Last-Translator": "Cy",
        "Language-Team": "Fr",
        "X-Two": "2",
    }
    assert not result.header_conflicts


def test_a_header_field_that_both_changed_is_told() -> None:
    """Ours counts: there is no place in a header for two values."""
    base, ours, theirs = (po(head=header(Language_Team=team)) for team in ("French", "Français", "fr"))

    result = merged(base, ours, theirs)

    assert result.header_conflicts == (HeaderConflict("Language-Team", "Français", "fr"),)
    assert result.catalogue.headers["Language-Team"] == "Français"


def test_a_text_lent_to_one_new_source_by_both_updates_keeps_the_places_of_both() -> None:
    """Each side's update found the source in another document, and borrowed a text of the base, or two."""
    texts = ('#: a.md\nmsgid "one day"\nmsgstr "jour"\n', '#: a.md\nmsgid "a day"\nmsgstr "jour"\n')
    lent = '#: {0}.md\n#, fuzzy\n#| msgid "{1}"\nmsgid "day"\nmsgstr "jour"\n'
    for former in ("one day", "a day"):
        ours, theirs = po(lent.format("b", "one day")), po(lent.format("c", former))

        results = [merged(po(*texts), *sides) for sides in ((ours, theirs), (theirs, ours))]

        for result in results:
            assert {*only(result).references} == {"b.md", "c.md"}
            assert (only(result).msgstr, only(result).fuzzy) == (("jour",), True)


def test_lines_of_the_header_that_are_no_field_are_merged_too() -> None:
    """Words of a person, and a second value of a field, which gettext does not read."""
    base = po(head=header() + '"gone\\n"\n"kept\\n"\n')
    ours = po(head=header(X_One="1") + '"gone\\n"\n"kept\\n"\n"ours\\n"\n')
    theirs = po(head=header(X_Two="2") + '"kept\\n"\n"theirs\\n"\n"Language: de\\n"\n')

    text = merged(base, ours, theirs).catalogue.entries[0].msgstr[0]

    fields = "".join(f"{name}: {value}\n" for name, value in FIELDS.items())
    assert text == f"{fields}X-One: 1\nkept\nours\ntheirs\nLanguage: de\nX-Two: 2\n"


@pytest.mark.parametrize("date", ["YEAR-MO-DA HO:MI+ZONE", "", "yesterday", "9999-99-99", "0001-01-01 00:00+2359"])
def test_a_date_that_is_none_is_before_every_other(date: str) -> None:
    """A placeholder never wins over a date."""
    base, other = po(head=header(PO_Revision_Date="x")), po(head=header(PO_Revision_Date="2026-01-01 00:00+0000"))
    odd = po(head=header(PO_Revision_Date=date))

    assert merged(base, odd, other).catalogue.headers["PO-Revision-Date"] == "2026-01-01 00:00+0000"
    assert merged(base, other, odd).catalogue.headers["PO-Revision-Date"] == "2026-01-01 00:00+0000"


def test_a_field_that_one_side_removed_and_the_other_changed_stays() -> None:
    """As an entry would."""
    base, ours, theirs = (po(head=header(X_Note=note)) for note in ("1", None, "2"))

    assert merged(base, ours, theirs).catalogue.headers["X-Note"] == "2"


def test_a_plural_form_that_the_header_adds_is_there_in_every_entry() -> None:
    """msgfmt takes no entry with another number of forms; nobody has seen it, so it is stale."""
    entry = 'msgid "{0}"\nmsgid_plural "{0}s"\nmsgstr[0] "a"\nmsgstr[1] "b"\n'
    base = po(entry.format("day"))
    three = header(Plural_Forms="nplurals=3; plural=n == 1 ? 0 : n == 2 ? 1 : 2;")
    ours = po(entry.format("day") + 'msgstr[2] "c"\n', head=three)
    theirs = po(entry.format("day"), entry.format("night"))

    result = merged(base, ours, theirs)

    assert [e.msgstr for e in result.catalogue.messages] == [("a", "b", "c"), ("a", "b", "a")]
    assert [e.fuzzy for e in result.catalogue.messages] == [False, True]


def test_a_plural_form_that_the_header_lacks_stands_in_a_comment() -> None:
    """The other way round, no text is lost."""
    base = po()
    ours = po(head=header(Plural_Forms="nplurals=1; plural=0;"))
    theirs = po('msgid "day"\nmsgid_plural "days"\nmsgstr[0] "a"\nmsgstr[1] "b"\n')

    entry = only(merged(base, ours, theirs))

    assert entry.msgstr == ("a",)
    assert entry.comments == ('former plural form: "b"',)
    assert entry.fuzzy


ENTRIES: Final = ('msgid "a"\nmsgstr "é"\n', 'msgid "b"\nmsgstr "B"\n', 'msgid "c"\nmsgstr ""\n')


def _styled(text: str, charset: str = "utf-8", newline: str = "\n", bom: bytes = b"") -> Catalogue:
    head = header(Content_Type=f"text/plain; charset={charset}")
    return parse_catalogue(bom + f"{head}\n{text}".replace("\n", newline).encode(charset))


def test_the_style_is_that_of_the_side_that_changed_it() -> None:
    """Line ends and byte order mark as either side set them, once for the whole file."""
    base = _styled("\n".join(ENTRIES), newline="\r\n")
    ours = _styled("\n".join(ENTRIES).replace('"é"', '"è"'), bom=b"\xef\xbb\xbf")
    theirs = _styled("\n".join(ENTRIES).replace('"B"', '"BB"'), newline="\r\n")

    data = format_catalogue(merged(base, ours, theirs).catalogue)

    expected = "\n".join(ENTRIES).replace('"é"', '"è"').replace('"B"', '"BB"')
    assert data == format_catalogue(_styled(expected, bom=b"\xef\xbb\xbf"))


def test_a_side_that_converted_the_file_converts_what_the_other_side_wrote() -> None:
    """An escaped byte stays the character that it was."""
    base = _styled("\n".join(ENTRIES), "iso-8859-1")
    ours = _styled("\n".join(ENTRIES).replace("é", "\\351\\351"), "iso-8859-1")
    theirs = _styled("\n".join(ENTRIES).replace('"B"', '"α"'))

    catalogue = merged(base, ours, theirs).catalogue

    assert catalogue.charset == "utf-8"
    assert [entry.msgstr for entry in catalogue.messages] == [("éé",), ("α",), ("",)]
    assert parse_catalogue(format_catalogue(catalogue)) == catalogue


def test_a_text_that_the_charset_lacks_makes_the_file_utf_8() -> None:
    """Else ours keeps its charset, where both sides chose another."""
    base = _styled("\n".join(ENTRIES), "iso-8859-1")
    ours = _styled("\n".join(ENTRIES), "windows-1252")
    for text, charset in (("ü", "windows-1252"), ("α", "UTF-8")):
        theirs = _styled("\n".join(ENTRIES).replace('"B"', f'"{text}"'))

        catalogue = merged(base, ours, theirs).catalogue

        assert catalogue.headers["Content-Type"] == f"text/plain; charset={charset}"
        assert [entry.msgstr for entry in catalogue.messages] == [("é",), (text,), ("",)]
        assert parse_catalogue(format_catalogue(catalogue)).entries == catalogue.entries


def test_an_escaped_byte_is_another_character_in_another_charset() -> None:
    """Two files may look the same and say something else."""
    text = 'msgid "a"\nmsgstr "\\351"\n'

    result = merged(Catalogue(), _styled(text, "iso-8859-1"), _styled(text, "iso-8859-7"))

    assert only(result).msgstr == ("é",)
    assert only(result).comments == ('other translation: "ι"',)


def test_an_entry_of_a_mixed_file_gets_the_line_ends_of_the_merged_one() -> None:
    """A line end is never doubled."""
    base = po('msgid "a"\nmsgstr ""\n')
    ours = _styled('msgid "a"\nmsgstr ""\n', newline="\r\n")
    theirs = po('msgid "a"\r\nmsgstr "A"\r\n')

    data = format_catalogue(merged(base, ours, theirs).catalogue)

    assert data.count(b"\n") == data.count(b"\r\n") == data.count(b"\r")
    assert data.endswith(b'msgstr "A"\r\n')


def test_an_entry_is_folded_as_the_side_that_folded_the_file_anew_has_it() -> None:
    """One side saved it in an editor that does not fold, the other translated."""
    long = " ".join(["library"] * 12)
    folded, whole = (f'msgid ""\n"{long[:63]} "\n"{long[64:]}"\n', f'msgid "{long}"\n')
    base, ours = po(f'{folded}msgstr ""\n'), po(f'{folded}msgstr "L"\n')
    theirs = po(f'{whole}msgstr ""\n', 'msgid "b"\nmsgstr "B"\n')
    assert (base.wrap, theirs.wrap) == (79, 0)

    data = format_catalogue(merged(base, ours, theirs).catalogue).decode()

    assert data == "\n".join([header(), f'{whole}msgstr "L"\n', 'msgid "b"\nmsgstr "B"\n'])


def test_the_last_look_sees_what_a_merge_would_lose() -> None:
    """A text or a comment of a side that the base had not."""
    base, ours = po('msgid "a"\nmsgstr "A"\n'), po('# one\nmsgid "a"\nmsgstr "B"\n')
    wrong = po('msgid "a"\nmsgstr "C"\n')

    assert lost_in_merge(base, ours, base, wrong, PROVENANCE) == ['"B"', '"one"']
    assert lost_in_merge(base, base, base, wrong, PROVENANCE) == []


def test_an_untouched_entry_keeps_its_bytes_and_one_of_a_side_that_sides() -> None:
    """Only an entry that both changed is written anew, so the difference to either side is small."""
    odd = 'msgid   "a"\nmsgstr "A"\n"A"\n'
    base = po(odd, 'msgid "b"\nmsgstr ""\n', 'msgid "c"\nmsgstr ""\n')
    ours = po(odd, 'msgid "b"\nmsgstr\t"B"\n', 'msgid "c"\nmsgstr ""\n')
    theirs = po(odd, 'msgid "b"\nmsgstr ""\n', 'msgid "c"\nmsgstr ""\n"C"\n')

    data = format_catalogue(merged(base, ours, theirs).catalogue).decode()

    assert data == "\n".join([header(), odd, 'msgid "b"\nmsgstr\t"B"\n', 'msgid "c"\nmsgstr ""\n"C"\n'])


def test_entries_of_two_files_are_parted_where_they_meet() -> None:
    """The last line of a file may lack its end, and its first entry has no empty line before it."""
    base = parse_catalogue(b'msgid "a"\nmsgstr "A"')
    ours = parse_catalogue(b'msgid "a"\nmsgstr "A"\n# ours')
    theirs = parse_catalogue(b'msgid "b"\nmsgstr "B"\n\nmsgid "a"\nmsgstr "A"\n\n#~ msgid "c"\n#~ msgstr "C"')

    result = merged(base, ours, theirs)

    expected = b'msgid "b"\nmsgstr "B"\n\nmsgid "a"\nmsgstr "A"\n\n#~ msgid "c"\n#~ msgstr "C"\n# ours'
    assert format_catalogue(result.catalogue) == expected


def test_comments_behind_the_last_entry_of_both_sides_stay() -> None:
    """They belong to no entry, and are a person's all the same."""
    files = [replace(po('msgid "a"\nmsgstr ""\n'), tail=tail) for tail in ("# x\n# z\n", "# x\n# y\n", "# w\n# z\n")]

    assert merged(*files).catalogue.tail == "# y\n# w\n"


def test_where_each_entry_comes_from_is_told() -> None:
    """Removals count for the side that removed."""
    base = po(*(f'msgid "{name}"\nmsgstr ""\n' for name in "abcdef"))
    texts = {"a": "", "b": "B", "c": "", "d": "D", "e": "E"}
    ours = po(*(f'msgid "{name}"\nmsgstr "{text}"\n' for name, text in texts.items()))
    texts = {"a": "", "b": "", "c": "C", "d": "D", "e": "EE", "f": ""}
    theirs = po(*(f'msgid "{name}"\nmsgstr "{text}"\n' for name, text in texts.items()))

    result = merged(base, ours, theirs)

    counts = {origin.value: result.count(origin) for origin in Origin}
    assert counts == {"same": 3, "ours": 2, "theirs": 1, "both": 0, "conflict": 1}
    (conflict,) = result.conflicts
    assert (conflict.kept, conflict.noted) == (("E",), ("EE",))
    assert conflict.entry is result.catalogue.entries[-1]


_TEXT: Final = st.sampled_from(["", "", "eins", "zwei", 'dr"ei', "%d"])
_FORMATS: Final = ("c-format", "python-format", "no-c-format")
_COMMENT: Final = st.sampled_from(["one", "two", "", "#"])


@st.composite
def _new_entry(draw: st.DrawFn, msgid: str, context: str | None) -> Entry:
    plural = draw(st.sampled_from([None, None, "days", "nights"]))
    forms = draw(st.tuples(_TEXT, _TEXT) if plural else st.tuples(_TEXT))
    forms = tuple(form for form in forms)
    entry = Entry(msgid, forms, context, plural, references=(draw(st.sampled_from(["a.md", "b.md"])),))
    return draw(_edited(entry))


@st.composite
def _edited(draw: st.DrawFn, entry: Entry) -> Entry:
    """Do with an entry what people and tools do."""
    for what in draw(st.lists(st.sampled_from(_EDITS), max_size=3)):
        entry = what(draw, entry)
    return entry


def _write(draw: st.DrawFn, entry: Entry) -> Entry:
    return entry.replace(msgstr=tuple(draw(_TEXT) for _ in entry.msgstr))


def _draft(draw: st.DrawFn, entry: Entry) -> Entry:
    return (
        entry if any(entry.msgstr) else with_draft(entry, [draw(_TEXT).strip() or "x" for _ in entry.msgstr], "m", DAY)
    )


def _approve(draw: st.DrawFn, entry: Entry) -> Entry:
    return approve(entry, draw(st.sampled_from(["ada", "ben"])), DAY) if entry.complete else entry


def _set_fuzzy(draw: st.DrawFn, entry: Entry) -> Entry:
    return entry.with_fuzzy(draw(st.booleans()))


def _comment(draw: st.DrawFn, entry: Entry) -> Entry:
    return entry.replace(comments=(*draw(st.lists(_COMMENT, max_size=2)), *entry.comments[draw(st.integers(0, 1)) :]))


def _declare(draw: st.DrawFn, entry: Entry) -> Entry:
    return entry.replace(flags=(*(flag for flag in entry.flags if flag == "fuzzy"), draw(st.sampled_from(_FORMATS))))


def _retire(draw: st.DrawFn, entry: Entry) -> Entry:
    return entry.replace(obsolete=draw(st.booleans()), references=(), extracted=())


def _find(draw: st.DrawFn, entry: Entry) -> Entry:
    return entry.replace(references=tuple(draw(st.lists(st.sampled_from(["a.md", "b.md", "c.md"]), unique=True))))


def _rewrite_source(draw: st.DrawFn, entry: Entry) -> Entry:
    previous = Previous(entry.msgid, entry.msgctxt, entry.msgid_plural)
    return entry.replace(msgid=draw(st.sampled_from("xyz")), previous=previous).with_fuzzy(True)


def _change_plural(draw: st.DrawFn, entry: Entry) -> Entry:
    if entry.msgid_plural is None:
        return entry.replace(msgid_plural="days", msgstr=entry.msgstr * 2).with_fuzzy(True)
    return entry.replace(msgid_plural=None, msgstr=entry.msgstr[:1]).with_fuzzy(True)


_EDITS: Final = (
    _write, _write, _draft, _approve, _set_fuzzy, _comment, _declare, _retire, _find, _rewrite_source, _change_plural
)  # fmt: skip


@st.composite
def _version(draw: st.DrawFn, base: tuple[Entry, ...] = ()) -> tuple[Entry, ...]:
    """A version that comes from these entries: some edited, moved, removed, others added."""
    kept = [draw(_edited(entry)) for entry in base if draw(st.integers(0, 5))]
    keys = draw(st.lists(st.tuples(st.sampled_from("abcdef"), st.sampled_from([None, None, "", "k"])), max_size=4))
    added = [draw(_new_entry(*key)) for key in keys]
    entries = list({entry.key: entry for entry in (*added, *kept)}.values())
    return tuple(draw(st.permutations(entries)) if draw(st.booleans()) else entries)


@st.composite
def _three(draw: st.DrawFn) -> tuple[Catalogue, Catalogue, Catalogue]:
    base = draw(_version())
    return alone(*base), alone(*draw(_version(base))), alone(*draw(_version(base)))


_Three = tuple[Catalogue, Catalogue, Catalogue]


@given(files=_three())
def test_a_side_that_changed_nothing_gives_the_bytes_of_the_other(files: _Three) -> None:
    """And so do two sides that are the same."""
    base, ours, theirs = files

    assert format_catalogue(merged(base, base, theirs).catalogue) == format_catalogue(theirs)
    assert format_catalogue(merged(base, ours, base).catalogue) == format_catalogue(ours)
    assert format_catalogue(merged(base, ours, ours).catalogue) == format_catalogue(ours)


@given(files=_three())
def test_the_result_is_read_as_it_was_meant(files: _Three) -> None:
    """No marker, no entry twice, nothing that only one of two readers takes."""
    catalogue = merged(*files).catalogue

    assert parse_catalogue(format_catalogue(catalogue)) == catalogue


@given(files=_three())
def test_every_text_is_kept_unless_the_other_side_replaced_it(files: _Three) -> None:
    """In its entry, in a comment of it, or with the source that it was moved to; a machine's text may give way."""
    base, *sides = files
    catalogue = merged(*files).catalogue
    texts = {text for entry in catalogue.entries for text in entry.msgstr}
    comments = "\n".join(line for entry in catalogue.entries for line in entry.comments)
    base_of: dict[Key | None, tuple[str, ...]] = {entry.key: entry.msgstr for entry in base.entries}

    lost = [
        (entry.key, text)
        for side in sides
        for entry in side.messages
        if state(entry) is not State.DRAFT
        for text in entry.msgstr
        if text and text not in texts and quote(text) not in comments
        if text not in (*base_of.get(entry.key, ()), *base_of.get(_former(entry), ()))
    ]

    assert lost == []
    assert lost_in_merge(*files, catalogue, PROVENANCE) == []


def _former(entry: Entry) -> Key | None:
    return (entry.previous.msgctxt, entry.previous.msgid) if entry.previous else None


@given(files=_three())
def test_nothing_is_published_that_no_side_would_publish(files: _Three) -> None:
    """The text, for that very source, has the standing that a side gave it, or a lower one."""
    _, *sides = files
    catalogue = merged(*files).catalogue

    for requirement in Requirement:
        known = {
            (entry.key, entry.msgid_plural, entry.msgstr)
            for side in sides
            for entry in side.entries
            if may_publish(entry.replace(obsolete=False), requirement)
        }
        for entry in catalogue.messages:
            if may_publish(entry, requirement):
                assert (entry.key, entry.msgid_plural, entry.msgstr) in known


@given(files=_three())
def test_whose_side_is_ours_decides_nothing_but_places(files: _Three) -> None:
    """Which of two texts is the translation, and what stands first."""
    base, ours, theirs = files

    one, other = merged(base, ours, theirs).catalogue, merged(base, theirs, ours).catalogue

    # Where each side has another plural for the same source, ours counts, and with it what the side said of its text.
    contested = {entry.key for entry in one.messages if entry.msgid_plural != _by_key(other)[entry.key].msgid_plural}
    assert _facts(one, contested) == _facts(other, contested)


def _by_key(catalogue: Catalogue) -> dict[Key, Entry]:
    return {entry.key: entry for entry in catalogue.entries}


def _facts(catalogue: Catalogue, contested: set[Key]) -> dict[Key, object]:
    return {
        entry.key: (entry.obsolete, frozenset(entry.references), entry.key in contested or (entry.fuzzy, _held(entry)))
        for entry in catalogue.entries
    }


def _held(entry: Entry) -> object:
    if state(entry) in {State.DRAFT, State.UNTRANSLATED} or "other translation" in str(entry.comments):
        return None
    return entry.msgstr


@given(files=_three())
def test_merging_the_same_again_changes_nothing(files: _Three) -> None:
    """As happens when a commit was picked before its branch is merged; entries that both moved may change places."""
    base, ours, theirs = files
    once = merged(base, ours, theirs).catalogue

    again = merged(base, parse_catalogue(format_catalogue(once)), theirs).catalogue

    assert _by_key(again) == _by_key(once)


@given(files=_three())
def test_msgfmt_takes_what_comes_of_files_that_it_takes(files: _Three, msgfmt: Run) -> None:
    """With the checks of -c."""
    accepted = [msgfmt("-c", "-o", "/dev/null", "-", data=format_catalogue(file)).returncode == 0 for file in files[1:]]

    done = msgfmt("-c", "-o", "/dev/null", "-", data=format_catalogue(merged(*files).catalogue))

    assert done.returncode == 0 or not all(accepted), done.stderr.decode()


def test_without_a_witness_flags_alone_count() -> None:
    """A library that has no drafts needs none."""
    base, ours, theirs = (po(f'msgid "a"\nmsgstr "{text}"\n') for text in ("", "A", "B"))

    result = merge_versions(base, ours, theirs)

    assert [conflict.kept for conflict in result.conflicts] == [("A",)]
    assert Standing.MACHINE < Standing.STALE
