"""Numbers as values, in whatever digits, grouping or words."""

import pytest

from l10n_tool.facts.number_words import english_words, other_numerals
from l10n_tool.facts.numerals import numerals


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
    ],
)
def test_english_words_stand_for_numbers(text: str, values: set[str]) -> None:
    """A number word of the source may be digits in the translation."""
    assert values <= english_words(text)


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
