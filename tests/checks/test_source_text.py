"""What is said about sources: when a template is checked, and when it is extracted."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from l10n_tool.catalogue import Catalogue, Entry
from l10n_tool.checks import CHECKS, Finding, Severity
from l10n_tool.checks.running import check_source, whole_of

SOURCE_CHECKS = {name: CHECKS[name] for name in ("source-quotes", "source-length", "source-repeats", "source-dates")}
PIECES = st.sampled_from(
    ['"', "“", "”", "’", "it's", "it’s", "13.02.17", "03/04/2019", "1.234", "3,5 %", "`", "a", " "]
)


def said(*texts: str, locale: str = "en", file: str = "a.md") -> list[Finding]:
    entries = tuple(Entry(text, references=(file,), line=at) for at, text in enumerate(texts, 1))
    return check_source(whole_of(Catalogue(entries), locale=locale, file="a.pot", source_locale=locale), SOURCE_CHECKS)


def names(*texts: str, locale: str = "en") -> list[str]:
    return [finding.check for finding in said(*texts, locale=locale)]


def test_what_is_said_of_a_source_is_info() -> None:
    """A source that could be better stops nobody."""
    found = said('Say "a".', "Say “b”.", "On 13.02.17.", "word " * 130)

    assert {finding.check for finding in found} == {"source-quotes", "source-dates", "source-length"}
    assert {finding.severity for finding in found} == {Severity.INFO}


def test_quotation_marks_are_counted_by_document() -> None:
    """Two documents may differ."""
    entries = (Entry('Say "a".', references=("a.md",)), Entry("Say “b”.", references=("b.md",)))

    found = check_source(whole_of(Catalogue(entries), locale="en", file="a.pot"), SOURCE_CHECKS)

    assert found == []


def test_the_rarer_quotation_marks_are_told_once_and_marked() -> None:
    """Whoever mends them has the fewer places to change."""
    found = said("Say “a”.", "Say “b”.", 'Say "c" and "d".', 'Say "e".', "Say “f”.")

    assert [(finding.line, finding.source_marks) for finding in found] == [(3, ((4, 5), (6, 7), (12, 13), (14, 15)))]


@pytest.mark.parametrize("text", ['Write `"a"`.', '<b title="a">b</b>', 'A 17" screen', "5' 10\""])
def test_quotation_marks_of_code_and_inches_are_none(text: str) -> None:
    """What a program reads, and what measures, is as it has to be."""
    assert names(text, "Say “b”.") == []


def test_apostrophes_are_counted_by_themselves() -> None:
    """A curly apostrophe beside straight quotation marks is no mixture of either."""
    assert names('It’s "a".', 'It’s "b".') == []
    assert names("It’s a.", "It's b.") == ["source-quotes"]


@pytest.mark.parametrize(
    "text",
    [
        "13.02.17",
        "On 03/04/2019 we met",
        "1-2-2003",
        "12/11/10",
        "It took 1.234 days.",
        "By 3,5 % more",
        "4.500 people",
    ],
)
def test_a_date_or_a_number_of_two_readings_is_told(text: str) -> None:
    """Each of them is another fact to another reader."""
    assert names(text) == ["source-dates"]


@pytest.mark.parametrize(
    "text",
    [
        *["13/02/2019", "2019-03-04", "04/04/2019", "3 April 2019", "version 1.2.13", "v. 10.11.12", "192.168.10.11"],
        *[
            "1,234 people",
            "3.14",
            "0.125",
            "12.5 %",
            "1,2,3",
            "on page 3/4",
            "24/7",
            "a.1.234",
            "10.123.456",
            "45/46/2010",
        ],
    ],
)
def test_a_date_or_a_number_of_one_reading_is_not_told(text: str) -> None:
    """Versions, addresses and what can be read in one way only."""
    assert names(text) == []


def test_a_number_is_read_as_the_source_language_writes_it() -> None:
    """In German 1.234 is more than a thousand, and 1,234 the doubtful one."""
    assert names("1.234 Menschen", locale="de") == []
    assert names("1,234 Menschen", locale="de") == ["source-dates"]


def test_a_paragraph_is_long_from_121_words_on() -> None:
    """Code and addresses are not counted."""
    assert names("word " * 120) == []
    assert names("word " * 121) == ["source-length"]
    assert names("word " * 110 + "`code code code` " * 10) == []


LONG = "We ask every library of the country to give each child a card of its own, and to count the cards {} year."


def test_long_texts_that_differ_in_a_word_are_nearly_the_same() -> None:
    """The later one is told, with what differs."""
    found = said(LONG.format("each"), "Another text, of no matter.", LONG.format("every"))

    assert [(finding.line, finding.check) for finding in found] == [(3, "source-repeats")]
    assert "line 1: “every” here, “each” there" in found[0].message
    start, end = found[0].source_marks[0]
    assert found[0].msgid[start:end] == "every"


def test_short_texts_that_differ_in_a_word_are_two_texts() -> None:
    """Delete and edit are no copies of one another; a full stop more is."""
    assert names("The page of the book was deleted.", "The page of the book was edited.") == []
    assert names("The page of the book was deleted.", "the page of the book was deleted") == ["source-repeats"]


def test_texts_that_differ_in_a_number_are_meant_so() -> None:
    """Chapters of a book are counted."""
    assert names(LONG.format("1992"), LONG.format("1993")) == []


def test_no_more_pairs_are_compared_than_a_few_for_each_text(monkeypatch: pytest.MonkeyPatch) -> None:
    """Twice the texts are twice the comparisons."""
    from rapidfuzz import fuzz

    counted: list[int] = []

    def ratio(one: str, other: str, *, score_cutoff: float) -> float:
        counted.append(len(one) + len(other))
        return 0.0

    monkeypatch.setattr(fuzz, "ratio", ratio)
    counts = []
    for count in (200, 400):
        counted.clear()
        said(*(LONG.format(f"word{number}") for number in range(count)))
        counts.append(len(counted))

    assert counts[0] <= 4 * 200
    assert counts[1] <= 4 * 400


@settings(max_examples=100, deadline=None)
@given(texts=st.lists(st.one_of(st.text(max_size=80), st.lists(PIECES, max_size=20).map(" ".join)), max_size=5))
def test_no_source_breaks_a_check(texts: list[str]) -> None:
    """Marks lie in their text, whatever it is."""
    unique = list(dict.fromkeys(text for text in texts if text))

    found = said(*unique)

    assert all(0 <= start < end <= len(f.msgid) for f in found for start, end in f.source_marks)
