"""Mending: what is written, and that the state of an entry is what it was."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from l10n_tool.catalogue import Catalogue, Entry, Previous, format_catalogue, parse_catalogue
from l10n_tool.provenance import State, approvals, approve, drafts, signature, state, with_draft
from l10n_tool.reports.fixes import fixes_text, written_text
from l10n_tool.workflow.fixing import fixes, mended, write_fixes

ON = date(2026, 11, 22)
HEADER = Entry("", ("Language: de\nContent-Type: text/plain; charset=UTF-8\n",))
LETTER = Entry("The letter of May", ("Der  Brief vom Mai",))
DRAFT = with_draft(Entry("The letter of May"), ("Der  Brief vom Mai",), "apertium/eng-deu", ON)
APPROVED = approve(LETTER, "de-reviewer", ON)
#: A text of a machine, its source changed by another tool; one of a person; one whose flag was cleared.
STALE_DRAFT = DRAFT.replace(msgid="The letters of May", previous=Previous("The letter of May"))
MAKERS: dict[str, Callable[[Entry], Entry]] = {
    "nothing": lambda entry: entry,
    "cleared": lambda entry: entry.with_fuzzy(False),
    "fuzzy": lambda entry: entry.with_fuzzy(True),
    "approved": lambda entry: approve(entry, "de-reviewer", ON) if entry.complete else entry,
    "edited": lambda entry: entry.replace(msgstr=tuple(f"{form} x" for form in entry.msgstr)),
    "moved": lambda entry: entry.replace(msgid=entry.msgid + "s", previous=Previous(entry.msgid)),
    "commented": lambda entry: entry.replace(comments=(*entry.comments, "my own words")),
}
FORMS = st.text(st.sampled_from("ab  .…"), min_size=1, max_size=8)


def write(folder: Path, *entries: Entry) -> Path:
    path = folder / "de.po"
    path.write_bytes(format_catalogue(Catalogue((HEADER, *entries))))
    return path


def after(path: Path) -> list[Entry]:
    write_fixes(fixes(None, [str(path)]))
    return list(parse_catalogue(path.read_bytes()).messages)


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        (LETTER, State.TRANSLATED),
        (DRAFT, State.DRAFT),
        (DRAFT.with_fuzzy(False), State.DRAFT),
        (LETTER.with_fuzzy(True), State.STALE),
        (STALE_DRAFT, State.STALE),
        (APPROVED, State.TRANSLATED),
        (approve(DRAFT, "de-reviewer", ON), State.TRANSLATED),
    ],
    ids=["translated", "draft", "cleared-draft", "stale", "stale-draft", "approved", "approved-draft"],
)
def test_a_mended_entry_has_the_state_it_had(entry: Entry, expected: State, tmp_path: Path) -> None:
    """Only an approval is void: it was of the text that was read."""
    (now,) = after(write(tmp_path, entry))

    assert now.msgstr == ("Der Brief vom Mai",)
    assert state(now) is expected
    assert now.fuzzy is entry.fuzzy


def test_a_draft_keeps_its_engine_and_its_day(tmp_path: Path) -> None:
    """Nobody else wrote it, and on no other day."""
    (now,) = after(write(tmp_path, DRAFT.replace(comments=("mine", *DRAFT.comments))))

    (line,) = drafts(now)
    assert (line.by, line.on) == ("apertium/eng-deu", "2026-11-22")
    assert now.comments[0] == "mine"


def test_machine_text_stays_the_machines_when_its_flag_is_cleared(tmp_path: Path) -> None:
    """A stale entry that holds a draft is no person's text because a space was set right."""
    (now,) = after(write(tmp_path, STALE_DRAFT))

    assert state(now.with_fuzzy(False)) is State.DRAFT


def test_a_draft_whose_line_another_tool_garbled_is_left_alone(tmp_path: Path) -> None:
    """Without its day the line cannot be written again, and without the line it would be a person's text."""
    garbled = DRAFT.replace(comments=tuple(comment.replace("on=2026-11-22", "on=soon") for comment in DRAFT.comments))
    path = write(tmp_path, garbled)
    before = path.read_bytes()

    assert state(after(path)[0]) is State.DRAFT
    assert path.read_bytes() == before


@settings(max_examples=300, deadline=None)
@given(
    forms=st.lists(FORMS, min_size=1, max_size=3),
    others=st.lists(FORMS, min_size=3, max_size=3),
    machine=st.booleans(),
    steps=st.lists(st.sampled_from(sorted(MAKERS)), max_size=4),
)
def test_whatever_happened_to_an_entry_its_state_stays(
    *, forms: list[str], others: list[str], machine: bool, steps: list[str]
) -> None:
    """A draft stays a draft, also once its flag is cleared, and an approval becomes a translation."""
    plural = "many" if len(forms) > 1 else None
    blank = Entry("one", ("",) * len(forms), msgid_plural=plural)
    entry = (
        with_draft(blank, forms, "an engine with quite a long name", ON)
        if machine
        else blank.replace(msgstr=tuple(forms))
    )
    for step in steps:
        entry = MAKERS[step](entry)

    now = mended(entry, tuple(others[: len(forms)]))

    if now is not None:
        wanted = State.TRANSLATED if state(entry) is State.APPROVED else state(entry)
        if wanted is State.TRANSLATED and signature(now) in {approval.sig for approval in approvals(now)}:
            # An earlier approval was of the very text that it is mended to.
            wanted = State.APPROVED
        assert state(now) is wanted
        assert (state(now.with_fuzzy(False)) is State.DRAFT) is (state(entry.with_fuzzy(False)) is State.DRAFT)
        assert now.flags == entry.flags
        assert ("my own words" in now.comments) is ("my own words" in entry.comments)


def test_a_second_run_finds_nothing(tmp_path: Path) -> None:
    """What is written is settled, and nothing else of the file changes."""
    path = write(tmp_path, LETTER, Entry("Other", ("Anderes",), comments=("mine",)))
    lines = path.read_text("utf-8").splitlines()

    after(path)

    now = path.read_text("utf-8").splitlines()
    assert [line for line in now if line not in lines] == ['msgstr "Der Brief vom Mai"']
    assert fixes(None, [str(path)])[0].fixes == ()


def test_an_entry_that_was_edited_in_the_meantime_is_left_alone(tmp_path: Path) -> None:
    """What was shown is what is written."""
    path = write(tmp_path, LETTER)
    found = fixes(None, [str(path)])
    write(tmp_path, LETTER.replace(msgstr=("Ein  anderer Brief",)))

    (written,) = write_fixes(found)

    assert (written.fixes, written.left_alone) == ((), 1)
    assert "Ein  anderer Brief" in path.read_text("utf-8")
    assert "1 entry edited in the meantime was left alone" in written_text([written])


def test_a_comment_that_switches_the_check_off_keeps_the_text(tmp_path: Path) -> None:
    """What nobody is told of is not mended."""
    path = write(tmp_path, LETTER.replace(comments=("l10n-ignore: spaces",)))

    assert fixes(None, [str(path)])[0].fixes == ()


def test_a_fix_that_would_break_something_else_is_dropped(tmp_path: Path) -> None:
    """The checks are asked before and after: this text would become too long by a space."""
    short = Entry("By ", ("Von",), extracted=("max-length: 3",))
    found = fixes(None, [str(write(tmp_path, short, Entry("Of ", ("Aus",))))])

    assert [fix.before.msgid for fix in found[0].fixes] == ["Of "]


def test_the_difference_shows_what_cannot_be_seen(tmp_path: Path) -> None:
    """A control is never printed as it is; the approval that goes is named."""
    entry = approve(Entry("The letter", ("Der\u200b Brief \u202e",)), "de-reviewer", ON)
    path = write(tmp_path, entry)

    text = fixes_text(fixes(None, [str(path)]))

    assert "<U+200B>" in text
    assert "\u200b" not in text
    assert "\u202e" not in text
    assert "the approval is void" in text
    assert text.endswith("1 entry in 1 file can be mended; 1 approval would be void")


def test_a_text_may_become_what_somebody_approved(tmp_path: Path) -> None:
    """Two spaces that came in after the approval are mended, and the approval holds again."""
    good = approve(LETTER.replace(msgstr=("Der Brief vom Mai",)), "de-reviewer", ON)
    path = write(tmp_path, good.replace(msgstr=LETTER.msgstr))

    (entry,) = after(path)

    assert (entry.msgstr, state(entry)) == (good.msgstr, State.APPROVED)


def test_nothing_is_missing_in_a_text_from_right_to_left_that_was_mended(tmp_path: Path) -> None:
    """What was taken out is told where it stood."""
    path = write(tmp_path, Entry("Letter", ("רסאלה ",)))

    text = fixes_text(fixes(None, [str(path)]))

    assert "here: “רסאלה ”" in text
    assert "here: something is missing" not in text
