"""Updating: nothing that a person wrote is lost, and a second update changes nothing."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from subprocess import CompletedProcess
from typing import Final, NoReturn

import pytest

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
HEADER_OF_THREE: Final = Entry(
    "",
    ("Content-Type: text/plain; charset=UTF-8\nPlural-Forms: nplurals=3; plural=n % 3;\nX-Mine: yes\n",),
    comments=("by A, 2020",),
)
POT_HEADER: Final = Entry("", ("Content-Type: text/plain; charset=UTF-8\n",))


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
    assert merged.count(Outcome.KEPT) + merged.count(Outcome.MOVED) == 5


def _merged(old: tuple[Entry, ...], new: tuple[Entry, ...]) -> tuple[Entry, ...]:
    # What matters is what a reader of the files sees.
    catalogue, template = (
        parse_catalogue(format_catalogue(Catalogue(entries))) for entries in ((HEADER, *old), (POT_HEADER, *new))
    )
    return parse_catalogue(format_catalogue(merge_catalogue(catalogue, template).catalogue)).entries[1:]


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

    monkeypatch.setattr("l10n_tool.catalogue.similar.SimilarTexts.nearest", extract)
    template = Catalogue((POT_HEADER, Entry("b"), Entry("a"), *(() if entries else (Entry("c"),))))

    merged = merge_catalogue(Catalogue((HEADER, *entries)), template)

    assert merged.count(Outcome.FUZZY) == 0
    taken = merged.count(Outcome.KEPT) + merged.count(Outcome.MOVED)
    assert taken + merged.count(Outcome.NEW) == len(list(template.messages))


def test_what_is_new_in_an_empty_catalogue_is_the_entry_of_the_template() -> None:
    """Nothing is made anew for a catalogue that is started."""
    template = Catalogue((POT_HEADER, Entry("a", references=("a.md",)), Entry("b", flags=("c-format",))))

    merged = merge_catalogue(Catalogue((HEADER,)), template)

    assert [new is wanted for new, wanted in zip(merged.catalogue.messages, template.messages, strict=True)] == [
        True
    ] * 2


def test_an_entry_that_is_there_twice_is_not_gone() -> None:
    """Its source has another translation; it is lent where no other is, and stays."""
    twice = Entry("We thank everyone.", ("x",)), Entry("We thank everyone.", ("y",))
    template = Catalogue((POT_HEADER, Entry("We thank everyone."), Entry("We thank everybody.")))

    merged = merge_catalogue(Catalogue((HEADER, *twice)), template)

    assert [(change.outcome, change.entry.msgstr) for change in merged.changes] == [
        (Outcome.KEPT, ("y",)),
        (Outcome.FUZZY, ("x",)),
        (Outcome.OBSOLETE, ("x",)),
    ]


def _outcomes(old: tuple[Entry, ...], new: tuple[Entry, ...]) -> list[tuple[str, str]]:
    changes = merge_catalogue(Catalogue((HEADER, *old)), Catalogue((POT_HEADER, *new))).changes
    return [(change.entry.msgid, change.outcome.value) for change in changes]


def test_each_entry_has_one_outcome() -> None:
    """Those of the template in its order, then those that it lacks."""
    old = (
        Entry("first", ("x",), references=("a.md",)),
        Entry("We thank everyone who signed.", ("x",)),
        Entry("Sign here", ("x",), "button"),
        Entry("a file", ("x",)),
        Entry("back again", ("x",), obsolete=True),
        Entry("ended", ("x",)),
        Entry("unseen", ("",)),
    )
    new = (
        Entry("first", references=("b.md",)),
        Entry("We thank everybody who signed."),
        Entry("Add your name to ours", msgctxt="button"),
        Entry("a file", ("", ""), msgid_plural="files"),
        Entry("back again"),
        Entry("something else entirely"),
    )

    assert _outcomes(old, new) == [
        ("first", "moved"),
        ("We thank everybody who signed.", "fuzzy"),
        ("Add your name to ours", "rewritten"),
        ("a file", "plural-changed"),
        ("back again", "revived"),
        ("something else entirely", "new"),
        ("ended", "obsolete"),
        ("unseen", "dropped"),
    ]


def test_only_what_changed_its_place_has_moved() -> None:
    """An entry put in before others moves none of them; of two that changed places, one did."""
    old = tuple(Entry(name, ("x",)) for name in ("one", "two", "three", "four"))
    new = tuple(Entry(name) for name in ("a wholly different one", "four", "one", "two", "three"))

    found = dict(_outcomes(old, new))

    assert [name for name, outcome in found.items() if outcome == "moved"] == ["four"]


def test_a_change_names_the_former_source_and_how_similar_it_is() -> None:
    """By which a translator finds what was before."""
    old = Entry("We thank everyone who signed.", ("x",))

    change = merge_catalogue(Catalogue((HEADER, old)), Catalogue((Entry("We thank everybody who signed."),))).changes[0]

    assert change.was == old.msgid
    assert 80 < change.similarity < 100
    assert change.before is old


def test_the_order_of_flags_is_no_reason_to_write() -> None:
    """Other tools put fuzzy first, or last."""
    old = Entry("%d", ("%d",), flags=("c-format", "fuzzy", "mine"))

    assert _merged((old,), (Entry("%d", flags=("c-format",)),)) == (old,)


def test_a_flag_of_the_source_goes_with_the_template_and_a_persons_own_stays() -> None:
    """Flags that no tool knows are somebody's."""
    old = Entry("%d", ("%d",), flags=("c-format", "no-wrap", "range: 0..10", "mine"))

    found = _merged((old,), (Entry("%d", flags=("python-format",)),))

    assert found[0].flags == ("mine", "python-format")


def test_a_flag_of_a_persons_own_moves_with_the_text() -> None:
    """It says something of the translation, which stands under another source."""
    old = Entry("We thank everyone who signed.", ("x",), flags=("mine", "c-format"))

    found = _merged((old,), (Entry("We thank everybody who signed."),))

    assert [entry.flags for entry in found] == [("fuzzy", "mine")]


def test_a_stale_text_that_is_lent_again_names_the_source_that_it_was_made_for() -> None:
    """Two edits later the translator still sees what changed since the translation."""
    first = Previous("We thank everyone who signed.")
    old = Entry("We thank everybody who signed.", ("Merci",), flags=("fuzzy",), previous=first)

    found = _merged((old,), (Entry("We thank everybody who signed it."),))

    assert [entry.previous for entry in found] == [first]


def test_no_form_is_lost_where_a_language_gets_more() -> None:
    """The forms that are missing are filled with the first."""
    old = Entry("We thank a friend.", ("un", "deux"), msgid_plural="We thank friends.")
    new = Entry("We thank one friend.", ("", ""), msgid_plural="We thank friends.")

    merged = merge_catalogue(Catalogue((HEADER_OF_THREE, old)), Catalogue((POT_HEADER, new))).catalogue

    assert [entry.msgstr for entry in merged.entries[1:]] == [("un", "deux", "un")]


def test_more_forms_than_the_header_says_are_kept() -> None:
    """Somebody corrected the header, or is about to."""
    old = Entry("a file", ("un", "deux", "trois"), msgid_plural="files")

    kept = _merged((old,), (Entry("a file", ("", ""), msgid_plural="files"),))
    changed = _merged((old,), (Entry("a file", ("", ""), msgid_plural="many files"),))

    assert [entry.msgstr for entry in (*kept, *changed)] == [old.msgstr, old.msgstr]


def test_a_plural_that_comes_and_goes_loses_no_form_and_repeats_no_comment() -> None:
    """However often the author changes their mind."""
    plural, singular = Entry("a file", ("", ""), msgid_plural="files"), Entry("a file")
    found: tuple[Entry, ...] = (Entry("a file", ("un", "deux"), msgid_plural="files"),)

    for template in (singular, plural, singular, plural, singular):
        found = _merged(found, (template,))
        if template is plural:
            found = (found[0].replace(msgstr=("un", "deux")),)

    assert [(entry.msgstr, entry.comments) for entry in found] == [(("un",), ('former plural form: "deux"',))]


def test_rewritten_messages_of_one_context_go_in_pairs_or_not_at_all() -> None:
    """Where their numbers differ nothing says which is which, and the texts stay with their sources."""
    old = (Entry("Sign", ("a",), "sms"), Entry("Thanks", ("b",), "sms"))
    new = (Entry("Put your name below", msgctxt="sms"), Entry("How very kind of you", msgctxt="sms"))

    pairs = _merged(old, new)
    apart = _merged(old, new[:1])

    assert [(entry.msgid, entry.msgstr, entry.obsolete) for entry in pairs] == [
        ("Put your name below", ("a",), False),
        ("How very kind of you", ("b",), False),
    ]
    assert [(entry.msgstr, entry.obsolete) for entry in apart] == [(("",), False), (("a",), True), (("b",), True)]


def test_what_has_no_text_lends_none() -> None:
    """However similar its source is."""
    blank, known = Entry("Save all the files", ("",)), Entry("Save all my files", ("a",))

    found = _merged((blank, known), (Entry("Save all the file"),))

    assert [entry.msgstr for entry in found] == [("a",)]


def test_among_equally_similar_texts_the_one_whose_source_is_gone_lends() -> None:
    """After that of the same context, and before one that is in use."""
    new = Entry("Save all files")
    in_use, gone = Entry("Save all piles", ("a",)), Entry("Save all tiles", ("b",))

    found = _merged((in_use, gone), (Entry(in_use.msgid), new))

    assert [entry.msgstr for entry in found] == [("a",), ("b",)]


def test_a_catalogue_without_a_header_is_given_none() -> None:
    """A header of two fields would say less than none."""
    merged = merge_catalogue(Catalogue((Entry("a", ("x",)),)), Catalogue((_DATED_POT, Entry("b")))).catalogue

    assert merged.header is None


def test_a_catalogue_that_is_kept_without_line_numbers_gets_none() -> None:
    """The template of another project has them, and they move with every edit of its source."""
    catalogue = parse_catalogue(b'#: app.py\nmsgid "Open"\nmsgstr "Ouvrir"\n\n#: a b.py\nmsgid "Shut"\nmsgstr ""\n')
    template = parse_catalogue(
        b'#: app.py:12 app.py:30\nmsgid "Open"\nmsgstr ""\n\n#: app.py:40\nmsgid "Close"\nmsgstr ""\n'
    )

    merged = merge_catalogue(catalogue, template).catalogue

    assert [entry.references for entry in merged.messages] == [("app.py",), ("app.py",)]
    assert merged.entries[0] is catalogue.entries[0]


def test_a_catalogue_with_line_numbers_keeps_to_its_template() -> None:
    """Also where some entries of it have none."""
    catalogue = parse_catalogue(b'#: app.py\nmsgid "Open"\nmsgstr "Ouvrir"\n\n#: b.py:3\nmsgid "Shut"\nmsgstr ""\n')
    template = parse_catalogue(b'#: app.py:12\nmsgid "Open"\nmsgstr ""\n')

    merged = merge_catalogue(catalogue, template).catalogue

    assert [entry.references for entry in merged.messages] == [("app.py:12",)]
