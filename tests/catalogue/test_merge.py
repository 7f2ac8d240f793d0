"""Updating: nothing that a person wrote is lost, and a second update changes nothing."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from subprocess import CompletedProcess
from typing import Final, NoReturn

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n_tool.catalogue import (
    Catalogue,
    Entry,
    Outcome,
    Previous,
    format_catalogue,
    merge_catalogue,
    parse_catalogue,
)

Run = Callable[..., "CompletedProcess[bytes]"]

HEADER: Final = Entry(
    "", ("Content-Type: text/plain; charset=UTF-8\nPlural-Forms: nplurals=2; plural=n != 1;\nLanguage: fr\n",)
)
POT_HEADER: Final = Entry("", ("Content-Type: text/plain; charset=UTF-8\n",))

_WORDS: Final = re.findall(r"\S+", "we thank everyone who signed the petition for a library card on 8 May")
# Few words, so that sources meet, change a little, and resemble each other.
_SENTENCE: Final = st.lists(
    st.sampled_from(_WORDS),
    min_size=1,
    max_size=8,
).map(" ".join)
_TEXT: Final = st.text('abcd éж漢\n"\\', min_size=1, max_size=12)
_COMMENT: Final = st.text("abc ", min_size=1, max_size=8).map(str.strip)
_CONTEXT: Final = st.none() | st.sampled_from(["a", "b"])


@st.composite
def _entries(draw: st.DrawFn) -> Entry:
    plural = draw(st.none() | st.none() | _SENTENCE)
    forms = (
        st.tuples(_TEXT | st.just(""), _TEXT | st.just("")) if plural is not None else st.tuples(_TEXT | st.just(""))
    )
    return Entry(
        draw(_SENTENCE),
        draw(forms),
        draw(_CONTEXT),
        plural,
        comments=tuple(draw(st.lists(_COMMENT, max_size=2))),
        references=("a.md",),
        flags=draw(st.sampled_from([(), (), ("fuzzy",), ("c-format",)])),
        previous=draw(st.none() | st.builds(Previous, _SENTENCE)),
        obsolete=draw(st.integers(0, 4).map(lambda n: n == 0)),
    )


_CATALOGUES: Final = st.lists(_entries(), max_size=8, unique_by=lambda e: e.key).map(
    lambda entries: parse_catalogue(format_catalogue(Catalogue((HEADER, *entries))))
)
_TEMPLATES: Final = st.lists(
    st.builds(
        lambda msgid, context, plural: Entry(
            msgid,
            ("",) if plural is None else ("", ""),
            context,
            plural,
            extracted=("type: paragraph",),
            references=("b.md",),
        ),
        _SENTENCE,
        _CONTEXT,
        st.none() | st.none() | _SENTENCE,
    ),
    max_size=8,
    unique_by=lambda e: e.key,
)


@st.composite
def _pairs(draw: st.DrawFn) -> tuple[Catalogue, Catalogue]:
    """A catalogue and a later template, with some of the messages in both."""
    catalogue = draw(_CATALOGUES)
    kept = [
        Entry(e.msgid, ("",) * len(e.msgstr), e.msgctxt, e.msgid_plural, references=("c.md",))
        for e in catalogue.entries
        if not e.is_header and draw(st.booleans())
    ]
    fresh = draw(_TEMPLATES)
    entries = draw(st.permutations(list({entry.key: entry for entry in [*fresh, *kept]}.values())))
    return catalogue, parse_catalogue(format_catalogue(Catalogue((POT_HEADER, *entries))))


def _words(catalogue: Catalogue) -> set[str]:
    return {text for entry in catalogue.entries if not entry.is_header for text in entry.msgstr if text}


def _kept_aside(catalogue: Catalogue) -> str:
    return "\n".join(comment for entry in catalogue.entries for comment in entry.comments)


@given(_pairs())
def test_every_text_of_the_catalogue_is_in_the_result(pair: tuple[Catalogue, Catalogue]) -> None:
    """In its entry, under another source, obsolete, or, for a form that has no place any more, in a comment."""
    catalogue, template = pair

    merged = parse_catalogue(format_catalogue(merge_catalogue(catalogue, template).catalogue))

    lost = _words(catalogue) - _words(merged)
    aside = _kept_aside(merged)
    assert [text for text in lost if _escaped(text) not in aside] == []


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")


@given(_pairs())
def test_every_comment_of_a_translator_is_kept(pair: tuple[Catalogue, Catalogue]) -> None:
    """A comment stays with its text."""
    catalogue, template = pair

    merged = merge_catalogue(catalogue, template).catalogue

    before = {comment for entry in catalogue.entries for comment in entry.comments if comment}
    assert before <= {comment for entry in merged.entries for comment in entry.comments}


@given(_pairs())
def test_a_second_merge_changes_no_byte(pair: tuple[Catalogue, Catalogue]) -> None:
    """So an update that has nothing to do leaves the file alone."""
    catalogue, template = pair
    once = format_catalogue(merge_catalogue(catalogue, template).catalogue)

    twice = format_catalogue(merge_catalogue(parse_catalogue(once), template).catalogue)

    assert twice == once


@given(_pairs())
def test_the_order_is_that_of_the_template(pair: tuple[Catalogue, Catalogue]) -> None:
    """What is active stands as the template has it, what is obsolete after it, and nothing stands twice."""
    catalogue, template = pair

    merged = merge_catalogue(catalogue, template).catalogue

    assert [entry.key for entry in merged.messages] == [entry.key for entry in template.messages]
    states = [entry.obsolete for entry in merged.entries]
    assert states == sorted(states)
    keys = [entry.key for entry in merged.entries]
    assert len(keys) == len(set(keys))


@given(_pairs())
def test_what_no_person_wrote_comes_from_the_template(pair: tuple[Catalogue, Catalogue]) -> None:
    """Places, extracted comments and the flags that speak of the source."""
    catalogue, template = pair

    merged = merge_catalogue(catalogue, template).catalogue

    def of_source(entry: Entry) -> tuple[object, ...]:
        flags = tuple(flag for flag in entry.flags if flag != "fuzzy")
        return entry.key, entry.msgid_plural, entry.extracted, entry.references, flags

    assert list(map(of_source, merged.messages)) == list(map(of_source, template.messages))


@given(_pairs())
def test_a_text_under_another_source_is_fuzzy(pair: tuple[Catalogue, Catalogue]) -> None:
    """No text becomes valid for a source that it was not made for."""
    catalogue, template = pair
    known = {(entry.key, entry.msgid_plural): entry for entry in catalogue.entries}

    merged = merge_catalogue(catalogue, template).catalogue

    for entry in merged.messages:
        before = known.get((entry.key, entry.msgid_plural))
        if before is not None:
            assert (entry.msgstr, entry.fuzzy, entry.previous) == (before.msgstr, before.fuzzy, before.previous)
        elif any(entry.msgstr):
            assert entry.fuzzy
            assert entry.previous is not None


def _exact(entries: tuple[Entry, ...]) -> Iterator[tuple[object, ...]]:
    for entry in entries:
        yield entry.key, entry.msgid_plural, entry.msgstr, entry.comments, entry.fuzzy, entry.obsolete


EXACT_PO: Final = r"""
msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\n"
"Plural-Forms: nplurals=2; plural=n != 1;\n"
"Language: fr\n"

# by hand
msgid "one"
msgstr "un"

#, fuzzy
#| msgid "too"
msgid "two"
msgstr "deux"

msgctxt "month"
msgid "May"
msgstr "mai"

msgid "May"
msgstr "peut"

msgid "%d file"
msgid_plural "%d files"
msgstr[0] "%d fichier"
msgstr[1] "%d fichiers"

msgid "gone"
msgstr "parti"

#~ msgid "back"
#~ msgstr "retour"

#~ msgid "still away"
#~ msgstr "absent"
""".lstrip().encode()
EXACT_POT: Final = r"""
msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\n"

#. type: paragraph
#: a.md
msgid "back"
msgstr ""

#: a.md
msgid "May"
msgstr ""

#: b.md
msgctxt "month"
msgid "May"
msgstr ""

#: a.md
#, c-format
msgid "%d file"
msgid_plural "%d files"
msgstr[0] ""
msgstr[1] ""

#: a.md
msgid "two"
msgstr ""

#: a.md
msgid "one"
msgstr ""

#: a.md
msgid "wholly new"
msgstr ""
""".lstrip().encode()


def test_exact_matches_are_those_of_msgmerge(msgmerge: Run, tmp_path: Path) -> None:
    """Texts, states, order, what is revived and what becomes obsolete."""
    (tmp_path / "fr.po").write_bytes(EXACT_PO)
    (tmp_path / "messages.pot").write_bytes(EXACT_POT)
    said = msgmerge("-q", "--no-fuzzy-matching", tmp_path / "fr.po", tmp_path / "messages.pot")

    merged = merge_catalogue(parse_catalogue(EXACT_PO), parse_catalogue(EXACT_POT))

    theirs = parse_catalogue(said.stdout)
    assert list(_exact(merged.catalogue.entries[1:])) == list(_exact(theirs.entries[1:]))
    assert [e.references for e in merged.catalogue.messages] == [e.references for e in theirs.messages]
    assert merged.count(Outcome.REVIVED) == 1
    assert merged.count(Outcome.OBSOLETE) == 2
    assert merged.count(Outcome.NEW) == 1
    assert merged.count(Outcome.KEPT) == 5


def _merged(old: tuple[Entry, ...], new: tuple[Entry, ...]) -> tuple[Entry, ...]:
    merged = merge_catalogue(Catalogue((HEADER, *old)), Catalogue((POT_HEADER, *new))).catalogue
    # What matters is what a reader of the file sees.
    return parse_catalogue(format_catalogue(merged)).entries[1:]


def test_a_changed_sentence_keeps_its_text_as_a_fuzzy_one() -> None:
    """With the former source, so that a translator sees what changed."""
    old = Entry("We thank everyone who signed.", ("Merci à tous.",), comments=("formal",))

    found = _merged((old,), (Entry("We thank everybody who signed."),))

    assert found == (
        Entry(
            "We thank everybody who signed.",
            ("Merci à tous.",),
            comments=("formal",),
            flags=("fuzzy",),
            previous=Previous("We thank everyone who signed."),
        ),
    )


def test_a_rewritten_message_of_the_same_context_keeps_its_text() -> None:
    """The author's id says that it is the same message; other tools drop it here."""
    old = Entry("Sign here", ("Signez ici",), "button")

    found = _merged((old,), (Entry("Add your name to ours", msgctxt="button"),))

    previous = Previous("Sign here", "button")
    assert found == (Entry("Add your name to ours", ("Signez ici",), "button", flags=("fuzzy",), previous=previous),)


def test_a_text_that_is_in_use_is_lent_and_stays() -> None:
    """A new sentence like an old one borrows its text; the old one keeps it."""
    old = Entry("We thank everyone who signed.", ("Merci à tous.",))

    found = _merged((old,), (Entry(old.msgid), Entry("We thank everyone who signed it.")))

    assert [entry.msgstr for entry in found] == [("Merci à tous.",)] * 2
    assert [entry.fuzzy for entry in found] == [False, True]


def test_a_revived_message_has_its_text_again() -> None:
    """As it was when its source went."""
    old = Entry("Back again", ("De retour",), comments=("mine",), obsolete=True)

    found = _merged((old,), (Entry("Back again", references=("a.md",)),))

    assert found == (replace(old, obsolete=False, references=("a.md",)),)


def test_a_message_that_gets_a_plural_keeps_its_text_in_every_form() -> None:
    """Fuzzy, since one form is not yet two."""
    found = _merged((Entry("a file", ("un fichier",)),), (Entry("a file", ("", ""), msgid_plural="files"),))

    assert found == (
        Entry("a file", ("un fichier",) * 2, msgid_plural="files", flags=("fuzzy",), previous=Previous("a file")),
    )


def test_a_message_that_loses_its_plural_keeps_every_form() -> None:
    """The first as its text, the others in comments, newlines and quotation marks and all."""
    old = Entry("a file", ("un fichier", 'des "fichiers"\nici'), msgid_plural="files")

    found = _merged((old,), (Entry("a file"),))

    assert found == (
        Entry(
            "a file",
            ("un fichier",),
            comments=('former plural form: "des \\"fichiers\\"\\nici"',),
            flags=("fuzzy",),
            previous=Previous("a file", None, "files"),
        ),
    )


def test_a_changed_plural_makes_the_entry_fuzzy() -> None:
    """The texts may still fit; somebody has to look."""
    old = Entry("a file", ("un fichier", "des fichiers"), msgid_plural="files")

    found = _merged((old,), (Entry("a file", ("", ""), msgid_plural="many files"),))

    assert found == (
        replace(old, msgid_plural="many files", flags=("fuzzy",), previous=Previous("a file", None, "files")),
    )


def test_a_plural_text_lent_to_a_singular_source_is_not_lost() -> None:
    """What the borrower cannot hold stays with its obsolete owner."""
    old = Entry("We thank everyone who signed.", ("un", "deux"), msgid_plural="We thank all.")

    found = _merged((old,), (Entry("We thank everybody who signed."),))

    assert {text for entry in found for text in entry.msgstr} == {"un", "deux"}


@pytest.mark.parametrize(("forms", "kept"), [(("",), False), (("x",), True)])
def test_only_what_holds_no_text_and_no_comment_goes(forms: tuple[str, ...], kept: bool) -> None:
    """An empty entry whose source is gone holds nothing of anybody's."""
    found = _merged((Entry("zzzz", forms),), (Entry("something else"),))

    assert any(entry.msgid == "zzzz" for entry in found) is kept


_DATED_POT: Final = Entry("", ("POT-Creation-Date: 2026-11-22\nLanguage: \nX-Generator: pot\n",))
_DATED_PO: Final = Entry("", ("POT-Creation-Date: 2020-01-01\nLanguage: fr\nLast-Translator: A\n",))


def test_the_header_is_the_translators_but_for_the_templates_dates() -> None:
    """POT-Creation-Date and the address for bugs are the template's, where any entry changed."""
    merged = merge_catalogue(Catalogue((_DATED_PO,)), Catalogue((_DATED_POT, Entry("new")))).catalogue

    assert merged.header == Entry("", ("POT-Creation-Date: 2026-11-22\nLanguage: fr\nLast-Translator: A\n",))


def test_a_new_date_alone_changes_nothing() -> None:
    """What people complain about most is noise in version control."""
    merged = merge_catalogue(Catalogue((_DATED_PO, Entry("a"))), Catalogue((_DATED_POT, Entry("a")))).catalogue

    assert merged.header is _DATED_PO


@pytest.mark.parametrize("entries", [(), (Entry("a", ("x",)), Entry("b", ("y",)), Entry("gone", ("z",)))])
def test_no_text_is_compared_where_none_can_lend(entries: tuple[Entry, ...], monkeypatch: pytest.MonkeyPatch) -> None:
    """A new catalogue and one whose sources are all still there are merged without looking for similar texts."""

    def extract(*_: object, **__: object) -> NoReturn:
        raise AssertionError("a text was compared")

    monkeypatch.setattr("rapidfuzz.process.extract", extract)
    template = Catalogue((POT_HEADER, Entry("b"), Entry("a"), *(() if entries else (Entry("c"),))))

    merged = merge_catalogue(Catalogue((HEADER, *entries)), template)

    assert merged.count(Outcome.FUZZY) == 0
    assert merged.count(Outcome.KEPT) + merged.count(Outcome.NEW) == len(list(template.messages))


def test_what_is_new_in_an_empty_catalogue_is_the_entry_of_the_template() -> None:
    """Nothing is made anew for a catalogue that is started."""
    template = Catalogue((POT_HEADER, Entry("a", references=("a.md",)), Entry("b", flags=("c-format",))))

    merged = merge_catalogue(Catalogue((HEADER,)), template)

    assert [new is wanted for new, wanted in zip(merged.catalogue.messages, template.messages, strict=True)] == [
        True
    ] * 2
