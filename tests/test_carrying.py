"""Switching a project between blocks and sentences: nothing lost, and no machine's text becomes a person's."""

import sys
from collections.abc import Iterable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n_tool.carrying import carry_over, keep_blocks
from l10n_tool.catalogue import Catalogue, Entry, Outcome, Previous, merge_catalogue
from l10n_tool.catalogue.text import quote
from l10n_tool.provenance import State, approve, drafts, state, with_draft

ON = date(2026, 11, 22)
HEADER = Entry("", ("Language: de\nPlural-Forms: nplurals=2; plural=n != 1;\n",))
BLOCK = "We read in 2026. Do you read? **Come in.**"
PARTS = ("We read in 2026.", "Do you read?", "**Come in.**")
GERMAN = "Wir lesen seit 2026. Lesen Sie auch? **Kommen Sie herein.**"
GERMAN_PARTS = ("Wir lesen seit 2026.", "Lesen Sie auch?", "**Kommen Sie herein.**")


def catalogue(*entries: Entry) -> Catalogue:
    return Catalogue((HEADER, *entries))


def template(*texts: str) -> Catalogue:
    return Catalogue((HEADER, *(Entry(text, references=("source/a.md",)) for text in texts)))


def carried(known: Catalogue, wanted: Catalogue, target: str = "de", source: str = "en") -> Catalogue:
    return carry_over(known, wanted, source=source, target=target, markdown=lambda _: True, on=ON)


def by_source(entries: Iterable[Entry]) -> dict[str, Entry]:
    return {entry.msgid: entry for entry in entries}


def updated(known: Catalogue, wanted: Catalogue) -> Catalogue:
    """Return the catalogue after all that an update does."""
    before = carried(known, wanted)
    result = merge_catalogue(before, wanted)
    return keep_blocks(before, result, wanted, source="en", markdown=lambda _: True).catalogue


def merged(known: Catalogue, wanted: Catalogue) -> dict[str, Entry]:
    return by_source(updated(known, wanted).entries)


def states(known: Catalogue, wanted: Catalogue) -> list[State]:
    result = merged(known, wanted)
    return [state(result[entry.msgid]) for entry in wanted.messages]


# From blocks to sentences


@pytest.mark.parametrize("obsolete", [False, True])
def test_a_translated_block_gives_its_sentences(obsolete: bool) -> None:
    """Each gets its part, translated; the block is kept as obsolete, so that the way back is open."""
    result = merged(catalogue(Entry(BLOCK, (GERMAN,), obsolete=obsolete)), template(*PARTS))

    assert [(result[text].msgstr, state(result[text])) for text in PARTS] == [
        ((part,), State.TRANSLATED) for part in GERMAN_PARTS
    ]
    assert result[BLOCK] == Entry(BLOCK, (GERMAN,), obsolete=True)


def test_an_approved_block_gives_translated_sentences() -> None:
    """Nobody has approved the sentences; the approval stays with the block."""
    block = approve(Entry(BLOCK, (GERMAN,)), "de-reviewer", ON)

    assert states(catalogue(block), template(*PARTS)) == [State.TRANSLATED] * 3
    assert state(merged(catalogue(block), template(*PARTS))[BLOCK]) is State.APPROVED


def test_a_draft_gives_drafts_of_the_same_engine() -> None:
    """A machine's text stays a machine's."""
    block = with_draft(Entry(BLOCK), (GERMAN,), "apertium/eng-deu", ON)

    result = merged(catalogue(block), template(*PARTS))

    assert [state(result[text]) for text in PARTS] == [State.DRAFT] * 3
    assert [[line.by for line in drafts(result[text])] for text in PARTS] == [["apertium/eng-deu"]] * 3
    assert all(result[text].fuzzy for text in PARTS)


def test_a_draft_that_another_tool_marked_as_done_gives_drafts() -> None:
    """A flag that a tool cleared says nothing of who wrote the text."""
    block = with_draft(Entry(BLOCK), (GERMAN,), "apertium/eng-deu", ON).with_fuzzy(False)

    assert states(catalogue(block), template(*PARTS)) == [State.DRAFT] * 3


def test_a_draft_under_a_changed_source_gives_drafts() -> None:
    """It is stale, yet nobody has read it: clearing its flag would not make it a person's."""
    block = with_draft(Entry("Old source."), (GERMAN,), "x", ON).replace(msgid=BLOCK)

    assert state(block) is State.STALE
    assert states(catalogue(block), template(*PARTS)) == [State.DRAFT] * 3


@pytest.mark.parametrize("by", ["", "x" * 200])
def test_a_draft_line_without_a_usable_name_still_makes_drafts(by: str) -> None:
    """Another tool may have written the line."""
    drafted = with_draft(Entry(BLOCK), (GERMAN,), "name", ON)
    block = drafted.replace(comments=tuple(line.replace('by="name"', f'by="{by}"') for line in drafted.comments))

    result = merged(catalogue(block), template(*PARTS))

    assert [[line.by for line in drafts(result[text])] for text in PARTS] == [["unknown"]] * 3


def test_a_stale_block_gives_stale_sentences_with_their_former_sources() -> None:
    """What changed is shown in the sentence where it changed."""
    former = "We read in 2025. Do you read? **Come in.**"
    block = Entry(BLOCK, (GERMAN,), flags=("fuzzy",), previous=Previous(former))

    result = merged(catalogue(block), template(*PARTS))

    assert [state(result[text]) for text in PARTS] == [State.STALE] * 3
    assert [result[text].previous for text in PARTS] == [Previous("We read in 2025."), None, None]


def test_a_sentence_that_has_a_text_keeps_it() -> None:
    """Only blanks are filled."""
    known = catalogue(Entry(BLOCK, (GERMAN,)), Entry(PARTS[0], ("Seit 2026 lesen wir.",)), Entry(PARTS[1]))

    result = merged(known, template(*PARTS))

    assert [result[text].msgstr[0] for text in PARTS] == ["Seit 2026 lesen wir.", *GERMAN_PARTS[1:]]


def test_a_persons_text_counts_before_a_machines() -> None:
    """Two blocks share a sentence: what a person wrote is taken, wherever it stands."""
    person = Entry("Thank you. Come in.", ("Vielen Dank. Kommen Sie herein.",))
    machine = with_draft(Entry("Thank you. Read on."), ("Danke Ihnen. Weiterlesen.",), "x", ON)
    wanted = template("Thank you.", "Come in.", "Read on.")

    for known in (catalogue(person, machine), catalogue(machine, person)):
        result = merged(known, wanted)
        assert result["Thank you."] == Entry("Thank you.", ("Vielen Dank.",), references=("source/a.md",))
        assert state(result["Read on."]) is State.DRAFT


@pytest.mark.parametrize(
    "translation",
    [
        "Wir lesen seit 2026, und Sie? **Kommen Sie herein.**",
        "Wir lesen. Schon seit 2026. Lesen Sie auch? **Kommen Sie herein.**",
        "Lesen Sie auch? Wir lesen seit 2026. **Kommen Sie herein.**",
        "Wir lesen. Lesen Sie auch seit 2026? **Kommen Sie herein.**",
        "**Wir lesen seit 2026.** Lesen Sie auch? Kommen Sie herein.",
        "Ja. Lesen Sie auch? **Kommen Sie herein, denn wir lesen schon sehr lange, und alle lesen gern mit uns.**",
    ],
)
def test_sentences_that_do_not_align_are_not_carried(translation: str) -> None:
    """Another number of them, another order, marks or lengths: the text is left to a person, in the block's entry."""
    known = catalogue(Entry(BLOCK, (translation,)))

    assert carried(known, template(*PARTS)) is known


def test_a_number_in_another_sentence_is_no_alignment() -> None:
    """As many sentences, and yet not the same ones."""
    known = catalogue(Entry("It opened in 1998. It has 24 rooms.", ("Es hat 24 Räume. Es öffnete 1998 seine Türen.",)))

    assert carried(known, template("It opened in 1998.", "It has 24 rooms.")) is known


def test_a_block_of_which_a_sentence_is_gone_is_not_carried() -> None:
    """It was edited at the same time: the merge finds what is similar."""
    known = catalogue(Entry(BLOCK, (GERMAN,)))

    assert carried(known, template(*PARTS[:2])) is known


@pytest.mark.parametrize(
    "block",
    [
        Entry(BLOCK, (GERMAN,), msgctxt="id"),
        Entry(BLOCK, (GERMAN, GERMAN), msgid_plural=BLOCK),
        Entry(BLOCK, ("",)),
        Entry(BLOCK, (f"#-#-#-#  a.po  #-#-#-#\\n{GERMAN}",)),
    ],
)
def test_what_is_no_plain_text_is_not_carried(block: Entry) -> None:
    """An author's id or a plural keeps a block whole; a conflict has no text yet."""
    known = catalogue(block)

    assert carried(known, template(*PARTS)) is known


# From sentences to blocks


def test_sentences_give_their_block() -> None:
    """Joined with the spacing of the target language; the sentences are kept as obsolete."""
    known = catalogue(*(Entry(text, (part,)) for text, part in zip(PARTS, GERMAN_PARTS, strict=True)))

    result = merged(known, template(BLOCK))

    assert result[BLOCK] == Entry(BLOCK, (GERMAN,), references=("source/a.md",))
    assert [result[text].obsolete for text in PARTS] == [True] * 3


def test_japanese_sentences_are_joined_without_spaces() -> None:
    """As the language is written."""
    known = catalogue(Entry("Read.", ("読む。",)), Entry("Write.", ("書く。",)))

    result = by_source(carried(known, template("Read. Write."), target="ja").entries)

    assert result["Read. Write."].msgstr == ("読む。書く。",)


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [("person", "approved", State.TRANSLATED), ("person", "stale", State.STALE), ("stale", "draft", State.DRAFT)],
)
def test_a_block_is_what_the_weakest_of_its_sentences_is(first: str, second: str, expected: State) -> None:
    """One machine's sentence makes a draft of the whole."""
    known = catalogue(entry_of("Read.", "Lies.", first), entry_of("Write.", "Schreib.", second))

    assert states(known, template("Read. Write.")) == [expected]


def test_a_block_of_which_a_sentence_has_no_text_is_not_joined() -> None:
    """Half a block is none."""
    known = catalogue(Entry("Read.", ("Lies.",)), Entry("Write."))

    assert carried(known, template("Read. Write.")) is known


def test_a_stale_block_shows_the_sources_that_its_sentences_had() -> None:
    """Also where only one of them changed."""
    known = catalogue(
        Entry("Read.", ("Lies.",), flags=("fuzzy",), previous=Previous("Look.")), Entry("Write.", ("Schreib.",))
    )

    assert merged(known, template("Read. Write."))["Read. Write."].previous == Previous("Look. Write.")


def test_switching_there_and_back_revives_the_block_with_its_approval() -> None:
    """The block's own entry was kept, and its text is what the sentences say."""
    block = approve(Entry(BLOCK, (GERMAN,), references=("source/a.md",)), "de-reviewer", ON)

    back = updated(updated(catalogue(block), template(*PARTS)), template(BLOCK))

    assert by_source(back.messages)[BLOCK] == block


def test_a_block_that_lent_its_text_to_a_sentence_is_revived_too() -> None:
    """It does not align, so the merge takes it for the former text of its longest sentence; the block is kept."""
    first, second = "Everyone who reads is welcome in our library on every day of the week.", "Come in."
    text = "Willkommen. Wer liest, kann jeden Tag der Woche in unsere Bücherei. Kommen Sie."
    block = approve(Entry(f"{first} {second}", (text,), references=("source/a.md",)), "de-reviewer", ON)

    there = updated(catalogue(block), template(first, second))
    back = updated(there, template(block.msgid))

    assert [state(entry) for entry in there.messages] == [State.STALE, State.UNTRANSLATED]
    assert list(back.messages) == [block]


def test_only_blocks_of_wanted_sentences_are_kept_besides() -> None:
    """A source that changed gives its text to the new one, and goes, as in any update."""
    before = catalogue(Entry("We read every day. Come in.", ("Wir lesen jeden Tag. Herein.",)))
    wanted = template("We read every day. Come in!", "We read every day.")
    result = merge_catalogue(before, wanted)

    assert result.count(Outcome.OBSOLETE) == 0
    assert keep_blocks(before, result, wanted, source="en", markdown=lambda _: True).changes == result.changes


def test_newer_sentences_replace_the_text_that_the_block_had() -> None:
    """A person improved a sentence; the block's former text stays in a comment."""
    known = catalogue(
        approve(Entry("Read. Write.", ("Lies. Schreibe.",), obsolete=True), "de-reviewer", ON),
        Entry("Read.", ("Lies.",)),
        Entry("Write.", ("Schreib.",)),
    )

    result = merged(known, template("Read. Write."))["Read. Write."]

    assert (result.msgstr, state(result)) == (("Lies. Schreib.",), State.TRANSLATED)
    assert result.comments[-1] == 'former translation: "Lies. Schreibe."'


@pytest.mark.parametrize("kind", ["draft", "stale"])
def test_a_persons_block_is_not_replaced_by_a_draft_or_a_stale_text(kind: str) -> None:
    """It is the translation of this very source."""
    block = Entry("Read. Write.", ("Lies. Schreibe.",), obsolete=True)
    known = catalogue(block, Entry("Read.", ("Lies.",)), entry_of("Write.", "Schreib.", kind))

    assert carried(known, template("Read. Write.")) is known


def test_a_sentence_that_needs_work_makes_its_revived_block_need_it() -> None:
    """A translator's doubt about a sentence is not lost with it."""
    block = approve(Entry("Read. Write.", ("Lies. Schreib.",)), "de-reviewer", ON).replace(obsolete=True)
    known = catalogue(block, Entry("Read.", ("Lies.",)), entry_of("Write.", "Schreib.", "stale"))

    assert states(known, template("Read. Write.")) == [State.STALE]


# Cost


def test_nothing_to_carry_gives_the_catalogue_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    """No switch, no look at any sentence: not even where entries came, went and changed."""
    monkeypatch.setitem(sys.modules, "sentencex", None)
    known = catalogue(Entry(BLOCK, (GERMAN,)), Entry("Gone. For good.", ("Fort. Ganz.",)), Entry("Wait. Here."))

    assert carried(known, template(BLOCK, "New. Text.", "Wait. Here.")) is known


# Everything


def entry_of(source: str, text: str, kind: str, *, obsolete: bool = False) -> Entry:
    """Return an entry of one kind; what a machine wrote and nobody approved says so."""
    if kind == "blank":
        return Entry(source)
    if kind == "draft":
        return with_draft(Entry(source), (f"Robot {text}",), "x", ON).replace(obsolete=obsolete)
    if kind == "cleared":
        return with_draft(Entry(source), (f"Robot {text}",), "x", ON).with_fuzzy(False).replace(obsolete=obsolete)
    entry = Entry(source, (text,), obsolete=obsolete)
    if kind == "approved":
        return approve(entry, "de-reviewer", ON)
    return entry.with_fuzzy(kind == "stale")


SOURCES = ["We read.", "Do you read?", "Come in.", "It opened in 1998."]
WORDS = {
    "We read.": "Wir lesen.",
    "Do you read?": "Lesen Sie?",
    "Come in.": "Herein!",
    "It opened in 1998.": "Seit 1998.",
}
RUNS = st.lists(st.sampled_from(SOURCES), min_size=1, max_size=3)
KINDS = st.sampled_from(["blank", "draft", "cleared", "approved", "person", "stale"])


@st.composite
def known_entries(draw: st.DrawFn) -> Entry:
    run = draw(RUNS)
    text = draw(st.sampled_from([" ", "  ", "\n"])).join(
        f"{draw(st.sampled_from(['', 'Ja, ', 'Hm. ']))}{WORDS[one]}" for one in run
    )
    return entry_of(" ".join(run), text, draw(KINDS), obsolete=draw(st.booleans()))


KNOWN = st.lists(known_entries(), max_size=6, unique_by=lambda entry: entry.key)
WANTED = st.lists(RUNS.map(" ".join), max_size=5, unique=True)


@given(entries=KNOWN, texts=WANTED)
def test_every_text_of_a_person_is_still_there(entries: list[Entry], texts: list[str]) -> None:
    """In an entry, or as a comment where a newer text of a person took its place."""
    result = list(merged(catalogue(*entries), template(*texts)).values())

    held = {form for entry in result for form in entry.msgstr}
    told = {comment.removeprefix("former translation: ") for entry in result for comment in entry.comments}
    persons = {entry.msgstr[0] for entry in entries if entry.complete and "Robot" not in entry.msgstr[0]}
    assert [text for text in persons if text not in held and quote(text) not in told] == []


@given(entries=KNOWN, texts=WANTED)
def test_a_machines_text_never_becomes_a_persons(entries: list[Entry], texts: list[str]) -> None:
    """Whole, in parts or joined with a person's: unread text is not published."""
    result = merged(catalogue(*entries), template(*texts)).values()

    published = [entry for entry in result if state(entry) in {State.TRANSLATED, State.APPROVED}]
    assert [entry for entry in published if any("Robot" in form for form in entry.msgstr)] == []


@given(entries=KNOWN, texts=WANTED)
def test_a_text_that_is_there_is_never_replaced(entries: list[Entry], texts: list[str]) -> None:
    """But an obsolete block's, by its own newer sentences."""
    result = by_source(carried(catalogue(*entries), template(*texts)).entries)

    for entry in entries:
        kept = result[entry.msgid]
        assert entry.msgstr in {kept.msgstr, ("",)} or entry.obsolete


@given(entries=KNOWN, texts=WANTED)
def test_a_second_carrying_changes_nothing(entries: list[Entry], texts: list[str]) -> None:
    """What can be carried is carried at once."""
    once = updated(catalogue(*entries), template(*texts))

    assert carried(once, template(*texts)) is once
    assert updated(once, template(*texts)).entries == once.entries
