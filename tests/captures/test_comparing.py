"""Several captures of one message: what only some have, the words that differ, and that no text comes twice."""

from itertools import pairwise, permutations
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from captures.pages_in_html import DATA, case, page
from l10n_tool.captures import Capture, Change, Imported, PartlyHeld, Source, import_captures
from l10n_tool.captures.comparing import changes, is_slight
from l10n_tool.reports.imports import imported_text
from l10n_tool.workflow.importing import ImportedFile

FIRST = "A library is the one room in town where nobody asks you to buy anything, and we want it to stay that way."
SECOND = "Last winter four hundred people told us what they miss; most of them asked for longer evenings."
THIRD = "We cannot and should not close a branch; we should act now, so that no one has to walk for an hour."
FOURTH = "From September every branch stays open until nine, and on Sundays there is tea for whoever comes."
MESSAGE = (FIRST, SECOND, THIRD, FOURTH)


def import_texts(*texts: str) -> Imported:
    return import_captures([Capture(f"page-{number}", text) for number, text in enumerate(texts, 1)])


def paragraphs(*texts: str) -> str:
    return "\n\n".join(texts)


def run(imported: Imported) -> list[str]:
    return [part.text for part in (*imported.message.lead, *imported.message.body)]


def words_that_differ(imported: Imported) -> list[tuple[str, str, str]]:
    return [
        (difference.part, change.kept, change.other)
        for difference in imported.differences
        for change in difference.changes
        if not change.same
    ]


@pytest.mark.parametrize(
    ("old", "new", "kept", "other"),
    [
        ("cannot and should not close", "should not close", "cannot and", ""),
        ("should not close", "should close", "not", ""),
        ("an hour", "a whole hour", "an", "a whole"),
        ("close", "open", "close", "open"),
        ("no one", "someone", "no one", "someone"),
    ],
)
def test_a_paragraph_with_a_word_changed_is_one_part_and_the_word_is_shown(
    old: str, new: str, kept: str, other: str
) -> None:
    """The words of the capture given first stay, and the difference names both places."""
    imported = import_texts(paragraphs(*MESSAGE), paragraphs(FIRST, SECOND, THIRD.replace(old, new), FOURTH))

    assert run(imported) == list(MESSAGE)
    assert words_that_differ(imported) == [("body 3", kept, other)]
    [difference] = imported.differences
    assert (difference.kept, difference.other) == (Source("page-1", 5, 5), Source("page-2", 5, 5))
    assert not difference.slight
    assert [line.line for line in imported.dropped] == [5]


def test_captures_that_differ_in_every_paragraph_are_still_one_message() -> None:
    """No paragraph needs to be the same in both, if each is nearly so."""
    changed = [text.replace(" and ", " or ").replace("people", "men") for text in MESSAGE]

    imported = import_texts(paragraphs(*MESSAGE), paragraphs(*changed))

    assert run(imported) == list(MESSAGE)
    assert [difference.part for difference in imported.differences] == ["body 1", "body 2", "body 3", "body 4"]


def test_what_captures_share_in_other_words_outweighs_a_longer_text() -> None:
    """A page with a long article beside the message still gives the message, though no paragraph is the same."""
    article = [f"Number {number} of the prize winners lives in a house by the river with a cat." for number in range(9)]
    changed = [text.replace(" and ", " or ").replace("people", "men") for text in MESSAGE]

    imported = import_texts(paragraphs(*article, "Sport | Weather | Markets", *MESSAGE), paragraphs(*changed))

    assert run(imported) == list(MESSAGE)


def test_texts_of_one_capture_are_never_taken_for_one() -> None:
    """Two paragraphs that differ in a word stand in the message both, if a capture has both."""
    other = SECOND.replace("winter", "summer")

    imported = import_texts(paragraphs(FIRST, SECOND, other), paragraphs(FIRST, SECOND, THIRD))

    assert run(imported) == [FIRST, SECOND, other, THIRD]
    assert imported.differences == ()


def test_a_name_in_the_signature_that_differs_is_shown() -> None:
    """A short line is known again by the line beside it."""
    signed = "Mary Example\nHead of the Northby Town Library"

    imported = import_texts(
        paragraphs(*MESSAGE, signed), paragraphs(*MESSAGE, signed.replace("Northby Town", "Easton Town"))
    )

    assert [part.text for part in imported.message.signature] == signed.split("\n")
    assert words_that_differ(imported) == [("signature 2", "Northby", "Easton")]


def test_what_not_every_capture_has_is_listed_with_its_places() -> None:
    """In any words: a part in other words is a difference, none that is missing."""
    imported = import_texts(
        paragraphs(*MESSAGE), paragraphs(FIRST, THIRD, FOURTH), paragraphs(FIRST, SECOND.upper().lower(), THIRD)
    )

    assert imported.partly_held == (
        PartlyHeld("body 2", SECOND, (Source("page-1", 3, 3), Source("page-3", 3, 3))),
        PartlyHeld("body 4", FOURTH, (Source("page-1", 7, 7), Source("page-2", 5, 5))),
    )


def test_one_capture_is_compared_with_nothing() -> None:
    """Nor is one beside which stands a page without a message."""
    imported = import_texts(paragraphs(*MESSAGE), "Home\nNews")

    assert (imported.partly_held, imported.differences) == ((), ())


def test_quotes_and_case_are_a_slight_difference() -> None:
    """They are shown too, apart from the words."""
    imported = import_texts(paragraphs(FIRST, f"“{SECOND}”"), paragraphs(FIRST, f'"{SECOND}"'))

    [difference] = imported.differences
    assert difference.slight


def test_one_paragraph_here_and_two_there_come_once() -> None:
    """The paragraph that holds both counts, whichever capture comes first."""
    whole = f"{SECOND} {THIRD}"

    for texts in permutations((paragraphs(FIRST, whole, FOURTH), paragraphs(*MESSAGE))):
        imported = import_texts(*texts)

        assert run(imported) == [FIRST, whole, FOURTH]
        assert (imported.dropped, imported.differences) == ((), ())


def test_a_link_with_another_address_is_a_difference() -> None:
    """The words are the same, and where they lead is not."""
    first = page(f"<p>{FIRST}</p><p>{SECOND.replace('told us', '<a href=https://a.example/>told us</a>')}</p>")
    second = page(f"<p>{FIRST}</p><p>{SECOND.replace('told us', '<a href=https://b.example/>told us</a>')}</p>")

    imported = import_captures([first, Capture("other.html", second.text, html=True)])

    assert words_that_differ(imported) == [("body 2", "<https://a.example/>", "<https://b.example/>")]
    assert [line.text for line in imported.dropped] == ["https://b.example/"]


def test_links_are_kept_from_the_first_capture_that_can_have_them() -> None:
    """Plain text says nothing about links, so giving it first loses none."""
    text = Capture("page.txt", paragraphs(FIRST, SECOND))
    html = page(f"<p>{FIRST}</p><p>{SECOND.replace('told us', '<a href=https://a.example/>told us</a>')}</p>")

    imported = import_captures([text, html])

    assert [mark.link for part in imported.message.body for mark in part.marks] == ["https://a.example/"]
    assert imported.dropped == ()


@pytest.mark.parametrize(
    ("kept", "other", "expected"),
    [
        ("a b", "a b", []),
        ("a  b", "a\u00a0b", []),
        ("a b c", "a x c", [("a", "a"), ("b", "x"), ("c", "c")]),
        ("a b", "a b c", [("a b", "a b"), ("", "c")]),
        ("a a a", "a a", [("a a", "a a"), ("a", "")]),
        ("图书馆是好的", "图书馆是坏的", [("图书馆是", "图书馆是"), ("好", "坏"), ("的", "的")]),
        ("", "a", [("", "a")]),
    ],
)
def test_words_are_compared(kept: str, other: str, expected: list[tuple[str, str]]) -> None:
    """Stretch by stretch through the whole text, by characters where a script has no spaces."""
    assert [(change.kept, change.other) for change in changes(kept, other)] == expected


WORDS = st.lists(st.sampled_from("abcde"), max_size=30)


@given(WORDS, WORDS)
def test_the_stretches_give_both_texts_back(left: list[str], right: list[str]) -> None:
    """All words of both, in order, and no stretch that is the same beside another that is."""
    found = changes(" ".join(left), " ".join(right))

    if left == right:
        assert found == ()
        return
    assert " ".join(change.kept for change in found).split() == left
    assert " ".join(change.other for change in found).split() == right
    assert all(a.same != b.same for a, b in pairwise(found))


def test_long_texts_without_a_word_in_common_are_one_stretch() -> None:
    """Comparing each word with each would take the product of the lengths."""
    left, right = (" ".join(f"{name}{number}" for number in range(20_000)) for name in "ab")

    assert changes(f"x {left} y", f"x {right} y") == (Change("x", "x"), Change(left, right), Change("y", "y"))
    assert not is_slight(left, right)


EDITS = st.lists(st.tuples(st.integers(0, 3), st.integers(0, 15), st.sampled_from(["other", "not"])), max_size=2)


@given(st.lists(EDITS, min_size=2, max_size=3), st.integers())
def test_which_texts_are_one_does_not_depend_on_the_order(edits: list[list[tuple[int, int, str]]], seed: int) -> None:
    """The order decides whose words are kept, not how many parts there are, nor that captures differ."""
    texts = [paragraphs(*edited(edit)) for edit in edits]
    shuffled = texts.copy()
    Random(seed).shuffle(shuffled)

    first, second = import_texts(*texts), import_texts(*shuffled)

    assert len(run(first)) == len(run(second)) == 4
    assert first.partly_held == second.partly_held == ()
    assert {d.part for d in first.differences} == {d.part for d in second.differences}


def edited(edits: list[tuple[int, int, str]]) -> list[str]:
    """Return the paragraphs of the message with some words replaced."""
    texts = [text.split() for text in MESSAGE]
    for paragraph, word, new in edits:
        texts[paragraph][word] = new
    return [" ".join(words) for words in texts]


def test_many_paragraphs_are_compared_in_little_time() -> None:
    """Five thousand of them with a word changed in each, without comparing each with each."""
    row = "The reader {0}a came in from the {0}b rain, sat down and stayed until nine."
    rows = [row.format(number) for number in range(5000)]

    imported = import_texts(paragraphs(*rows), paragraphs(*(row.replace("rain", "snow") for row in rows)))

    assert len(run(imported)) == len(imported.differences) == 5000


def test_the_report_of_an_import_shows_what_differs_before_what_is_gone() -> None:
    """joined.report is what the command prints for the two cases in HTML."""
    imported = import_captures([case("news-page.html"), case("campaign-site.html")])

    text = imported_text(ImportedFile(Path("source/week.md"), imported, changed=True))

    assert f"{text}\n" == (DATA / "joined.report").read_text(encoding="utf-8")


def test_a_long_stretch_of_equal_words_is_cut_and_no_change_is() -> None:
    """Every word that differs is shown, however many there are, with a few words around it."""
    long = " ".join(f"w{number}" for number in range(60))
    kept = f"{FIRST} {long}. {SECOND}"
    other = kept.replace("room", "house").replace("four", "five")
    imported = import_texts(paragraphs(kept, THIRD), paragraphs(other, THIRD))

    text = imported_text(ImportedFile(Path("source/week.md"), imported, changed=True))

    assert (
        "    A library is the one [-room-] {+house+} in town where nobody asks … w58 w59. Last winter "
        "[-four-] {+five+} hundred people told us what …\n"
    ) in text.replace("w57 ", "")
