"""Draft lines, approval lines, signatures and states, as the contract has them."""

import textwrap
import unicodedata
from datetime import date
from hashlib import sha256

import polib
import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n_tool.catalogue import Catalogue, Entry, Previous, format_catalogue, parse_catalogue
from l10n_tool.errors import UsageError
from l10n_tool.gate import Requirement, may_publish
from l10n_tool.provenance import (
    State,
    approvals,
    approve,
    drafts,
    own_words,
    signature,
    state,
    validate_name,
    with_draft,
)

DAY = date(2026, 11, 22)
BLANK = Entry("We thank **everyone** who [signed](https://example.org/sign).")
DRAFT = with_draft(BLANK, ["Wir danken allen."], "apertium/eng-deu", DAY)
PERSONS = BLANK.replace(msgstr=("Wir danken **allen**.",))
TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\x04"), min_size=1)


def test_the_signature_is_that_of_the_contract() -> None:
    """SHA-256 over NFC fields joined by U+0004, the first 16 hex digits."""
    entry = Entry("cafe\u0301", ("un", "deux"), msgctxt="menu", msgid_plural="cafés")
    fields = ["menu", "café", "cafés", "un", "deux"]

    assert signature(entry) == sha256("\u0004".join(fields).encode()).hexdigest()[:16]
    assert signature(Entry("a", ("b",))) == sha256("\u0004a\u0004\u0004b".encode()).hexdigest()[:16]


@given(TEXTS, TEXTS)
def test_any_edit_of_either_side_voids_a_signature(source: str, other: str) -> None:
    """Texts that differ beyond their normalisation have other signatures."""
    same = unicodedata.normalize("NFC", source) == unicodedata.normalize("NFC", other)

    assert (signature(Entry(source, ("x",))) == signature(Entry(other, ("x",)))) == same
    assert (signature(Entry("x", (source,))) == signature(Entry("x", (other,)))) == same


def test_a_draft_is_fuzzy_and_its_lines_are_short() -> None:
    """The line of the contract, with the hash of the text on a line that continues it."""
    assert DRAFT.fuzzy
    assert DRAFT.comments[0] == f'l10n-draft: by="apertium/eng-deu" on=2026-11-22 sig={signature(DRAFT)}'
    assert DRAFT.comments[1].startswith("  text=")
    assert all(len(f"# {comment}") < 73 for comment in DRAFT.comments)


@given(st.text("abcdefghij /-.", min_size=1, max_size=60).filter(lambda name: name.strip()))
def test_a_line_is_short_and_readable_whatever_the_name(name: str) -> None:
    """Names of up to 60 characters wrap and come back."""
    drafted = with_draft(BLANK, ["x"], name, DAY)
    approved = approve(drafted, name, DAY)

    assert all(len(f"# {comment}") < 73 + len(name) - 20 or len(f"# {comment}") < 73 for comment in approved.comments)
    assert [draft.by for draft in drafts(approved)] == [name]
    assert [approval.by for approval in approvals(approved)] == [name]
    assert state(approved) is State.APPROVED


@pytest.mark.parametrize("name", ["", " ", 'a"b', "a\nb", "x" * 61, "\u202eevil"])
def test_a_name_that_cannot_stand_in_a_line_is_refused(name: str) -> None:
    """Before anything is written."""
    with pytest.raises(UsageError):
        validate_name(name)


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        (BLANK, State.UNTRANSLATED),
        (BLANK.with_fuzzy(True), State.UNTRANSLATED),
        (BLANK.replace(msgid_plural="x", msgstr=("a", "")), State.UNTRANSLATED),
        (DRAFT, State.DRAFT),
        (DRAFT.with_fuzzy(False), State.DRAFT),
        (DRAFT.replace(msgid="Another source."), State.STALE),
        (DRAFT.replace(msgid="Another source.").with_fuzzy(False), State.DRAFT),
        (DRAFT.replace(msgstr=("Wir danken **allen**.",)), State.STALE),
        (DRAFT.replace(msgstr=("Wir danken **allen**.",)).with_fuzzy(False), State.TRANSLATED),
        (approve(DRAFT, "de-reviewer", DAY), State.APPROVED),
        (approve(DRAFT, "de-reviewer", DAY).with_fuzzy(True), State.STALE),
        (approve(DRAFT, "de-reviewer", DAY).replace(msgid="Another source."), State.DRAFT),
        (PERSONS, State.TRANSLATED),
        (PERSONS.with_fuzzy(True), State.STALE),
        (approve(PERSONS, "de-reviewer", DAY), State.APPROVED),
        (approve(PERSONS, "de-reviewer", DAY).replace(msgstr=("Danke.",)), State.TRANSLATED),
        (PERSONS.replace(msgstr=("#-#-#-#  a.po  #-#-#-#\nEins\n#-#-#-#  b.po  #-#-#-#\nZwei",)), State.STALE),
    ],
)
def test_the_state_is_computed_from_what_stands_in_the_entry(entry: Entry, expected: State) -> None:
    """Never stored, so nothing can set it but the text and the lines."""
    assert state(entry) is expected


def test_a_draft_line_without_the_hash_of_the_text_still_counts() -> None:
    """Also against the previous source, where a merge kept it."""
    bare = DRAFT.replace(comments=DRAFT.comments[:1])
    moved = bare.replace(msgid="Another source.", previous=Previous(BLANK.msgid))

    assert state(bare.with_fuzzy(False)) is State.DRAFT
    assert state(moved.replace(flags=())) is State.DRAFT


def test_machine_text_in_a_plural_entry_is_still_the_machines() -> None:
    """A merge that spreads one form over several does not make it a person's."""
    moved = DRAFT.replace(msgid_plural="We thank many.", msgstr=DRAFT.msgstr * 3).with_fuzzy(False)

    assert state(moved) is State.DRAFT


PLURAL = with_draft(
    Entry("A book", ("", "", ""), msgid_plural="%d books"), ["Ein Buch", "%d Bücher", "%d Bücher"], "pseudo", DAY
)


@pytest.mark.parametrize(
    "forms",
    [("Ein Buch",), ("%d Bücher",), ("Ein Buch", "%d Bücher"), ("%d Bücher", "Ein Buch"), ("Ein Buch",) * 6],
)
def test_machine_text_that_loses_forms_is_still_the_machines(forms: tuple[str, ...]) -> None:
    """Where the plural went, or the language has another number of forms, and somebody cleared the flag unread."""
    plural = None if len(forms) == 1 else "%d books"

    left = PLURAL.replace(msgstr=forms, msgid_plural=plural).with_fuzzy(False)

    assert state(left) is State.DRAFT


def test_a_form_that_a_person_wrote_makes_the_entry_a_persons() -> None:
    """An edit voids a draft line, also of one form among several."""
    edited = PLURAL.replace(msgstr=("Ein Buch", "%d Bücher", "viele Bücher")).with_fuzzy(False)

    assert state(edited) is State.TRANSLATED


def test_a_line_with_one_hash_of_all_forms_still_counts() -> None:
    """Such lines stand in catalogues."""
    joined = sha256("Ein Buch\u0004%d Bücher\u0004%d Bücher".encode()).hexdigest()[:16]
    comments = (*PLURAL.comments[:1], f"  text={joined}")

    moved = PLURAL.replace(msgid="One book", comments=comments).with_fuzzy(False)

    assert state(moved) is State.DRAFT


def test_a_draft_never_touches_a_text() -> None:
    """Not even a fuzzy one."""
    with pytest.raises(ValueError, match="has a translation"):
        with_draft(PERSONS, ["Maschine"], "pseudo", DAY)


def test_an_approval_keeps_the_draft_line_and_replaces_older_approvals() -> None:
    """Who drafted and who approved last both stand in the entry, beside the translator's own comments."""
    own = DRAFT.replace(comments=("A translator's own comment.", *DRAFT.comments))

    twice = approve(approve(own, "first", DAY), "second", DAY)

    assert twice.comments[0] == "A translator's own comment."
    assert [approval.by for approval in approvals(twice)] == ["second"]
    assert [draft.by for draft in drafts(twice)] == ["apertium/eng-deu"]


@pytest.mark.parametrize("width", [30, 50, 78])
def test_lines_that_another_tool_wrapped_are_joined(width: int) -> None:
    """A save by polib wraps comments, at any width."""
    entry = approve(with_draft(BLANK, ["Wir danken."], "an engine with quite a long name", DAY), "de-reviewer", DAY)
    po = polib.pofile(format_catalogue(Catalogue((Entry("", ("Language: de\n",)), entry))).decode(), wrapwidth=width)

    again = next(parse_catalogue(str(po).encode()).messages)

    assert state(again) is State.APPROVED
    assert [draft.sig for draft in drafts(again)] == [draft.sig for draft in drafts(entry)]


@given(
    st.lists(
        st.sampled_from(["A note.", "  text in two columns", 'l10n-draft: by="x"', "see l10n-approved:"]), max_size=4
    ),
    st.integers(0, 4),
    st.sampled_from([24, 40, 78]),
)
def test_the_words_of_a_translator_are_all_that_is_no_line_of_ours(words: list[str], place: int, width: int) -> None:
    """Wherever our lines stand among them, and however another tool wrapped those; lines without a sig are words."""
    signed = approve(with_draft(BLANK, ["Wir danken."], "apertium/eng-deu", DAY), "de-reviewer", DAY).comments
    wrapped = [piece for line in signed for piece in textwrap.wrap(line, width, break_long_words=False)]

    assert own_words([*words[:place], *wrapped, *words[place:]]) == words
    assert own_words(words) == words


def test_broken_lines_count_for_nothing() -> None:
    """A line that we did not write cannot approve anything."""
    sig = signature(PERSONS)
    broken = [f'l10n-approved: sig="{sig}x"', "l10n-approved: by=x", f"l10n-approved {sig}", f"approved: sig={sig}"]

    assert all(state(PERSONS.replace(comments=(line,))) is State.TRANSLATED for line in broken)


@pytest.mark.parametrize("found", State)
def test_the_gate_lets_reviewed_text_through_and_nothing_else(found: State) -> None:
    """Translated and approved pass; with --require approved only the latter."""
    entries = {
        State.UNTRANSLATED: BLANK,
        State.DRAFT: DRAFT.with_fuzzy(False),
        State.STALE: PERSONS.with_fuzzy(True),
        State.TRANSLATED: PERSONS,
        State.APPROVED: approve(PERSONS, "de-reviewer", DAY),
    }

    assert may_publish(entries[found]) == (found in {State.TRANSLATED, State.APPROVED})
    assert may_publish(entries[found], Requirement.APPROVED) == (found is State.APPROVED)
    assert not may_publish(entries[found].replace(obsolete=True))
