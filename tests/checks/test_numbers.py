"""Numbers as values, in whatever digits, grouping or words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n_tool.catalogue import Entry
from l10n_tool.checks import CHECKS, Severity
from l10n_tool.checks.model import Remark, Subject
from l10n_tool.facts.number_words import english_words, other_numerals
from l10n_tool.facts.numerals import has_own_magnitudes, match_numerals, numerals


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("48,250", {"48250", "48.25"}),
        ("48.250", {"48250", "48.25"}),
        ("48 250", {"48250"}),
        ("48\u202f250", {"48250"}),
        ("48’250", {"48250"}),
        ("٤٨٬٢٥٠", {"48250"}),
        ("4万8,250", {"48250", "40008.25"}),
        ("12,34,567", {"1234567"}),
        ("1.234.567", {"1234567"}),
        ("1,200.50", {"1200.5"}),
        ("3,5", {"3.5"}),
        ("٣٫٥", {"3.5"}),
        ("007", {"7"}),
        ("10万", {"100000"}),
        ("30 लाख", {"30", "3000000"}),
        ("2,5 Millionen", {"2.5", "2500000"}),
        ("1990s", {"1990", "90"}),
        ("6 p.m.", {"6", "18"}),
    ],
)
def test_a_number_is_read_in_every_way_it_may_be_meant(text: str, values: set[str]) -> None:
    """3.500 may be a decimal or not: two numbers agree where they share a reading."""
    found = numerals(text)

    assert [set(numeral.values) for numeral in found] == [values]


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("13.02.17", ["13", "02", "17"]),
        ("1.2.3", ["1", "2", "3"]),
        ("17:58", ["17", "58"]),
        ("2008 100", ["2008", "100"]),
    ],
)
def test_what_is_no_single_number_is_read_as_several(text: str, written: list[str]) -> None:
    """Dates, versions and times fall into their parts."""
    assert [numeral.text for numeral in numerals(text)] == written


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("twenty-one people", {"20", "21", "1"}),
        ("a hundred", {"1", "100"}),
        ("three hundred", {"3", "300"}),
        ("on May 8", {"5"}),
        ("you may go", set()),
        ("sep", {"9"}),
        ("at three", {"3", "15"}),
        ("closes at half past three", {"3", "4", "15", "16", "30"}),
        ("at midnight", {"0", "12", "24"}),
        ("no letters", {"0", "1"}),
        ("a weekly letter", {"1", "7"}),
    ],
)
def test_english_words_stand_for_numbers(text: str, values: set[str]) -> None:
    """A number word of the source may be digits in the translation."""
    assert values <= english_words(text)


def test_a_number_that_is_no_hour_is_no_other() -> None:
    """Three things are not fifteen."""
    assert english_words("three things") == {"3"}


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("XX век", {"20"}),
        ("ХХ век", {"20"}),
        ("二十", {"20"}),
        ("二〇二〇年", {"2020"}),
        ("三百五十", {"350"}),
        ("MIX", set()),
        ("XIV", {"14"}),
    ],
)
def test_roman_and_chinese_numerals_have_values(text: str, values: set[str]) -> None:
    """Such a numeral can answer for a number in digits."""
    assert other_numerals(text) == values


@pytest.mark.parametrize(
    ("one", "other", "language", "same"),
    [
        ("5 million", "5 Millionen", "de", True),
        ("5 million", "5 Milliarden", "de", False),
        ("5 billion", "5 Milliarden", "de", True),
        ("5 billion", "5 Billionen", "de", False),
        ("5 billion", "5 mil millones", "es", True),
        ("5 billion", "5 bilhões", "pt", True),
        ("5 thousand", "5 min", "az", True),
        ("5 million", "500万", "ja", True),
        ("5 million", "5 млн", "ru", True),
        ("10", "10만큼", "ko", True),
    ],
)
def test_a_word_that_multiplies_is_part_of_the_number(one: str, other: str, language: str, *, same: bool) -> None:
    """What a billion is depends on the language."""
    missing, extra = match_numerals(numerals(one, "en"), numerals(other, language))

    assert (not missing and not extra) is same


WORDS = ["5", "3,5", "min", "Billionen", "mil", "bin", "millones", "трлн", "10", "k", "%", "万", ".", "Trillion"]


@given(
    st.lists(st.sampled_from(WORDS), max_size=6).map(" ".join), st.sampled_from(["de", "az", "tr", "ru", "pt", "ja"])
)
def test_a_text_without_a_languages_own_words_is_read_as_any_other(text: str, language: str) -> None:
    """Only a word that multiplies in this language alone makes a difference."""
    assert has_own_magnitudes(text, language) or numerals(text, language) == numerals(text)


@pytest.mark.parametrize("text", ["٤٨٬٢٥٠ ½ und 8", "1½ Äpfel, 3", "४५ 万 7", "½½ 9"])
def test_a_number_stands_where_the_text_has_it(text: str) -> None:
    """Other digits and fractions move nothing."""
    last = numerals(text)[-1]

    assert text[last.start : last.end] == text[-1]


def remarks(source: str, text: str, locale: str) -> list[Remark]:
    assert CHECKS["numbers"].of_entry
    return list(CHECKS["numbers"].of_entry(Subject(Entry(source, (text,)), locale)))


def test_a_finding_marks_both_sides() -> None:
    """The number that is missing in the source, and the one that is too much in the translation."""
    (found,) = remarks("All 45 of them", "Alle 54 davon", "de")

    assert (found.marks, found.source_marks) == (((5, 7),), ((4, 6),))


@pytest.mark.parametrize(
    ("source", "text", "locale", "told"),
    [
        ("It rained for 9 days.", "Es regnete tagelang.", "de", ["9 is missing"]),
        ("It rained for 9 days.", "Xx xxx.", "xx", []),
        ("Both, all 2 of them", "Beide", "de", []),
        ("The 2 owls", "البومتان", "ar", []),
        ("On 8 May 2008", "am 9. Mai 2008", "de", []),
        ("On 8 May 2008, 45 people", "am 9. Mai 2008, 54 Leute", "de", ["45 is missing; 54 is too much"]),
        ("On 8 May 2008", "am 8. Mai", "de", ["2008 is missing"]),
        ("On 1 January", "الأول من يناير", "ar", []),
        ("In the 20th century", "au XXe siècle", "fr", []),
        ("Valid for one day", "Valido 24 ore", "it", []),
        ("A child who leaves at three", "Un enfant qui part à 15 h", "fr", []),
        ("Past 7 days", "Апошні тыдзень", "be", []),
        ("It is on port 465.", "포트 465에서 활성화됩니다(포트 465는 SMTP).", "ko", []),
        ("It is on port 465.", "포트 465에서 활성화됩니다(포트 466).", "ko", ["466 is too much"]),
        ("From 10:00 to 14:00, on 1 June", "fra 10.00 til 14.00, 1. juni", "da", []),
    ],
)
def test_what_a_language_says_in_words_or_a_date_tells_is_no_finding(
    source: str, text: str, locale: str, told: list[str]
) -> None:
    """Small numbers are asked for where the number words are known; dates are compared as such."""
    assert [remark.message for remark in remarks(source, text, locale)] == told


@pytest.mark.parametrize(
    ("source", "text", "locale", "told"),
    [
        ("Five things help.", "Sechs Dinge helfen.", "de", [("5 became 6", None)]),
        ("Five things help.", "Manche Dinge helfen.", "de", [("Five is missing", Severity.INFO)]),
        ("Five things help.", "Fifi xu.", "xx", []),
        ("Two things help.", "Dinge helfen.", "de", []),
    ],
)
def test_a_number_in_words_must_have_become_another_to_be_a_warning(
    source: str, text: str, locale: str, told: list[tuple[str, Severity | None]]
) -> None:
    """One that is only not found may be said in a way that is not known."""
    assert [(remark.message, remark.severity) for remark in remarks(source, text, locale)] == told


def test_a_number_far_away_is_not_what_another_became() -> None:
    """Five at the beginning of a long text does not become the six at its end."""
    source, text = f"Five things help. {'The owl reads. ' * 40}", f"Dinge helfen. {'Die Eule liest. ' * 40}Sechs."

    assert [remark.message for remark in remarks(source, text, "de")] == ["Five is missing"]
