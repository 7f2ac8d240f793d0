"""Words that multiply a number, and digits that stay without them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n_tool.facts.multipliers import compare_multipliers
from l10n_tool.facts.text import Text


def changes(source: str, text: str, locale: str) -> list[tuple[str, str]]:
    """Return what became what."""
    found = compare_multipliers(Text(source, "en"), Text(text, locale))
    return [(source[slice(*change.source_place)], text[slice(*change.place)]) for change in found]


@pytest.mark.parametrize(
    ("locale", "text"),
    [
        ("de", "5 Seiten"),
        ("tr", "5 sayfa"),
        ("az", "5 səhifə"),
        ("ar", "٥ صفحات"),
        ("ja", "5ページ"),
        ("zh_Hans", "5页"),
        ("ru", "5 страниц"),
        ("es", "5 páginas"),
        ("fi", "5 sivua"),
        ("ko", "5 페이지"),
    ],
)
def test_a_lost_million_is_told(locale: str, text: str) -> None:
    """The digits alone are another number."""
    digit = "٥" if locale == "ar" else "5"

    assert changes("5 million pages", text, locale) == [("5 million", digit)]


@pytest.mark.parametrize(
    ("locale", "text"),
    [
        ("de", "5 Mio. Seiten"),
        ("de", "5.000.000 Seiten"),
        ("de", "Millionen Seiten, 5 an der Zahl"),
        ("de", "5 ganze Millionen Seiten"),
        ("tr", "5 milyon sayfa"),
        ("ar", "٥ ملايين صفحة"),
        ("ja", "500万ページ"),
        ("zh_Hans", "5百万页"),
        ("ru", "5-миллионный тираж"),
        ("fi", "5 miljoonan sivun"),
        ("hi", "5 मिलियन पृष्ठ"),
        ("ko", "5백만 페이지"),
        ("ml", "5 പേജുകൾ"),
    ],
)
def test_a_million_may_be_said_in_any_way_of_the_language(locale: str, text: str) -> None:
    """In full, abbreviated, as another power, elsewhere; nothing is asked of a language that is not known."""
    assert changes("5 million pages", text, locale) == []


@pytest.mark.parametrize(
    ("locale", "text", "became"),
    [
        ("de", "5 Millionen Seiten", "5 Millionen"),
        ("tr", "5 bin sayfa", "5 bin"),
        ("es", "5 mil páginas", "5 mil"),
        ("ru", "5 тысяч страниц", "5 тысяч"),
        ("ar", "5 ملايين صفحة", "5 ملايين"),
    ],
)
def test_a_million_that_came_is_told(locale: str, text: str, became: str) -> None:
    """A count of five is no count of thousands."""
    assert changes("5 pages", text, locale) == [("5", became)]


@pytest.mark.parametrize(
    ("source", "locale", "text"),
    [
        ("5 to 6 million pages", "de", "5 Millionen bis 6 Millionen Seiten"),
        ("5 million to 6 million pages", "de", "5 bis 6 Millionen Seiten"),
        ("5 hundred pages", "tr", "5 yüz sayfa"),
        ("5 hundred thousand pages", "de", "500.000 Seiten"),
        ("5K files", "de", "5 Tausend Dateien"),
        ("5M files", "de", "5 Millionen Dateien"),
        ("5 minutes", "az", "5 min"),
        ("5 miles", "ro", "5 mil"),
        ("3 thousand", "it", "3 mila"),
    ],
)
def test_what_another_language_says_otherwise_is_no_change(source: str, locale: str, text: str) -> None:
    """Ranges, hundreds, abbreviations, and short words that are others too."""
    assert changes(source, text, locale) == []


def test_a_lost_hundred_is_told() -> None:
    """Hundreds are known from the number words."""
    assert changes("5 hundred pages", "5 Seiten", "de") == [("5 hundred", "5")]


@given(st.text("15 .,-millionhundredtausend万千\n", max_size=60), st.sampled_from(["en", "de", "tr", "ja", "ar"]))
def test_a_text_is_no_change_of_itself(text: str, language: str) -> None:
    """Whatever a text says, the same text says it too."""
    one, other = Text(text, language), Text(text, language)

    assert list(compare_multipliers(one, other)) == []
