"""Scripts of letters, and of languages."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n_tool.facts.scripts import (
    UNKNOWN,
    has_letters_outside,
    letters_of,
    letters_outside,
    possible_scripts,
    script_of,
    scripts_of,
)

#: The first word of a character's name in Unicode, where it is that of a script.
NAMES = {
    "LATIN": "Latn", "CYRILLIC": "Cyrl", "GREEK": "Grek", "ARABIC": "Arab", "HEBREW": "Hebr", "ARMENIAN": "Armn",
    "DEVANAGARI": "Deva", "BENGALI": "Beng", "TAMIL": "Taml", "TELUGU": "Telu", "THAI": "Thai", "LAO": "Laoo",
    "HIRAGANA": "Hira", "KATAKANA": "Kana", "HANGUL": "Hang", "GEORGIAN": "Geor", "ETHIOPIC": "Ethi", "KHMER": "Khmr",
    "MYANMAR": "Mymr", "TIBETAN": "Tibt", "MONGOLIAN": "Mong", "CHEROKEE": "Cher", "GUJARATI": "Gujr",
    "SINHALA": "Sinh",
}  # fmt: skip


def test_a_letter_has_the_script_that_its_name_tells() -> None:
    """The table agrees with Unicode's names for every letter of the basic plane."""
    letters = [chr(code) for code in range(0x3400) if unicodedata.category(chr(code)) in {"Ll", "Lu", "Lo"}]
    named = [(letter, NAMES.get(unicodedata.name(letter).split()[0])) for letter in letters]

    wrong = [letter for letter, script in named if script and script_of(letter) not in {script, ""}]

    # Coptic letters stand among the Greek ones, and are called so.
    assert wrong == []


@pytest.mark.parametrize(
    ("character", "script"),
    [("ß", "Latn"), ("ə", "Latn"), ("漢", "Hani"), ("々", "Hani"), ("ょ", "Hira"), ("한", "Hang"), ("ि", "Deva"),
     ("ー", ""), ("\u0301", ""), ("ʼ", ""), ("µ", ""), ("7", ""), (" ", ""), ("×", ""), ("𐌰", UNKNOWN)],
)  # fmt: skip
def test_what_scripts_share_is_of_none(character: str, script: str) -> None:
    """Letters and marks have a script; signs, digits, and what several scripts use have none."""
    assert script_of(character) == script


def test_letters_are_counted_by_script() -> None:
    """A text of two scripts shows both."""
    assert scripts_of("Привет, Anna 5") == {"Cyrl": 6, "Latn": 4}


@pytest.mark.parametrize(
    ("locale", "scripts"),
    [("de", ["Latn"]), ("ru", ["Cyrl"]), ("ja", ["Hani Hira Kana"]), ("ko", ["Hang Hani"]), ("zh_TW", ["Bopo Hani"]),
     ("sr", ["Cyrl", "Latn"]), ("sr@latin", ["Latn"]), ("uz_Cyrl", ["Cyrl"]), ("az", ["Latn", "Cyrl", "Arab"]),
     ("zh_Hant", ["Bopo Hani"]), ("ca@valencia", ["Latn"]), ("mai", ["Deva"]), ("xx", [])],
)  # fmt: skip
def test_a_locale_has_its_scripts_the_usual_one_first(locale: str, scripts: list[str]) -> None:
    """A script in the locale is the only one; a language that is not in the tables has none."""
    assert [" ".join(sorted(some)) for some in possible_scripts(locale)] == scripts


@given(st.text(max_size=50))
def test_the_expressions_find_what_the_table_knows(text: str) -> None:
    """A letter of a script is found by its expression, and never by that of the others."""
    latin = frozenset({"Latn"})

    for letter in text:
        if script_of(letter) == "Latn":
            assert letters_of(latin).search(letter)
            assert not letters_outside(latin).search(letter)


@given(st.text(max_size=50), st.sampled_from(["ru", "ja", "de", "ar", "el", "hy"]))
def test_a_glance_tells_whether_the_expression_finds_anything(text: str, locale: str) -> None:
    """Letters beyond the basic plane are seen as well as those within it."""
    scripts = possible_scripts(locale)[0]

    assert has_letters_outside(text, scripts) is bool(letters_outside(scripts).search(text))
