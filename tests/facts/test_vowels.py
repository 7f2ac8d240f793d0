"""Vowels that were lost inside a name, or have changed places."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n_tool.facts.vowels import has_vowel_slip


@pytest.mark.parametrize(
    ("name", "word"),
    [("Nightingale", "naytnqeyl"), ("Toronto", "Тронто"), ("Leonardo", "ليونرادو"), ("Picasso", "بياكسو")],
)
def test_a_vowel_that_is_not_where_it_was_is_told(name: str, word: str) -> None:
    """In a script without vowels only where another place has one too many."""
    assert has_vowel_slip(name, word)


@pytest.mark.parametrize(
    ("name", "word"),
    [
        ("Toronto", "Торонто"),
        ("Shakespeare", "Шекспир"),
        ("Holmes", "Холмс"),
        ("Leonardo", "ليوناردو"),
        ("Newton", "نيوتن"),
        ("Newton", "Ньютон"),
        ("Chopin", "Моцарт"),
        ("Bo", "Б"),
        ("", ""),
    ],
)
def test_what_a_script_or_a_silent_letter_explains_is_right(name: str, word: str) -> None:
    """Neither is a word judged that has other consonants, or too few."""
    assert not has_vowel_slip(name, word)


@given(st.text(max_size=40), st.text(max_size=40))
def test_any_two_words_are_compared(name: str, word: str) -> None:
    """Whatever they are, there is an answer."""
    assert has_vowel_slip(name, word) in {True, False}
