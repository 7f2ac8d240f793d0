"""Which words are forms of which: data/termbase/forms.csv holds the cases, and takes more."""

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n_tool.termbase.inflection import heads, is_form
from l10n_tool.termbase.words import fold

FORMS = Path(__file__).parents[1] / "data" / "termbase" / "forms.csv"
CASES = list(csv.DictReader(FORMS.read_text("utf-8").splitlines()))
LANGUAGES = st.sampled_from(sorted({case["language"] for case in CASES} | {"fa", "id", "ko"}))
WORDS = st.one_of(st.text(max_size=12), st.sampled_from([case[key] for case in CASES for key in ("word", "form")]))


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['language']}-{case['word']}-{case['form']}")
def test_a_form_is_known_as_one(case: dict[str, str]) -> None:
    """Strictly almost surely a form, loosely one that may be, and no form of another word."""
    language = case["language"]
    word, form = (fold(case[key], language) for key in ("word", "form"))

    strict, loose = (is_form(word, form, language, loose=loose) for loose in (False, True))

    assert (strict, loose) == {"strict": (True, True), "loose": (False, True), "no": (False, False)}[case["is"]]


@given(word=WORDS, form=WORDS, language=LANGUAGES)
def test_what_is_a_form_strictly_is_one_loosely_and_shares_a_head(word: str, form: str, language: str) -> None:
    """A forbidden rendering is never found where a wanted one is not; texts are looked up by heads."""
    word, form = fold(word, language), fold(form, language)

    strict = is_form(word, form, language, loose=False)

    assert is_form(word, word, language, loose=False)
    assert not strict or is_form(word, form, language, loose=True)
    assert not strict or heads(word, language) & heads(form, language)


def test_a_word_that_nobody_says_is_a_form_of_itself_only() -> None:
    """Stemmers take long for it."""
    long = "ab" * 5_000

    assert is_form(long, long, "de", loose=False)
    assert not is_form(long, long + "s", "de", loose=True)
