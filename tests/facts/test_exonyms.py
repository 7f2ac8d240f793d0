"""Places as CLDR calls them."""

import pytest

from l10n_tool.facts.exonyms import exonyms, has_exonym


@pytest.mark.parametrize(
    ("name", "text", "locale"),
    [
        ("Germany", "in Deutschland", "de"),
        ("Germany", "из Германии", "ru"),
        ("Moscow", "в Москве", "ru"),
        ("Moscow", "u Moskvi", "sr@latin"),
        ("London", "à Londres", "fr"),
        ("London", "在伦敦", "zh_Hans"),
        ("Toronto", "トロントで", "ja"),
        ("Germany", "Almanyadan", "tr"),
    ],
)
def test_a_place_is_found_by_its_name_in_the_locale(name: str, text: str, locale: str) -> None:
    """With the endings that the language gives it."""
    assert has_exonym(name, text, locale) is True


def test_a_place_that_is_not_there_is_told_from_one_that_nobody_knows() -> None:
    """Only what CLDR has can be missing."""
    answers = [has_exonym(name, "in Polen", "de") for name in ("Germany", "Rotterdam", "")]

    assert answers == [False, None, None]


@pytest.mark.parametrize("locale", ["xx", "", "not a locale", "tlh"])
def test_a_locale_that_cldr_does_not_have_has_no_names(locale: str) -> None:
    """Nothing is said where nothing is known."""
    assert exonyms(locale) == {}
