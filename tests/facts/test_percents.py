"""Percent signs and words beside numbers, and what a translation makes of them."""

import pytest
from babel import Locale
from hypothesis import given
from hypothesis import strategies as st

from l10n_tool.facts.percents import PERCENT_WORDS, compare_percents, percentages
from l10n_tool.facts.text import Text


def changes(source: str, text: str, locale: str) -> list[tuple[str, str]]:
    """Return what became what."""
    found = compare_percents(Text(source, "en"), Text(text, locale))
    return [(source[slice(*change.source_place)], text[slice(*change.place)]) for change in found]


@pytest.mark.parametrize("language", sorted(PERCENT_WORDS))
def test_each_language_has_the_word_of_cldr(language: str) -> None:
    """CLDR's long form stands for the sign wherever CLDR has one, and the sign always does."""
    units = Locale.parse(language)._data["unit_patterns"].get("concentr-percent", {})
    forms = [form for width in ("long", "short") for form in dict(units.get(width, {})).values()]

    texts = [Text(form.replace("{0}", "87"), language) for form in (*forms, "{0}%")]

    assert [text.raw for text in texts if not percentages(text, text.numerals)] == []


@pytest.mark.parametrize(
    ("locale", "text"),
    [
        ("de", "87-prozentige Zustimmung"),
        ("de", "Zustimmung: 87 v. H."),
        ("tr", "Evlerin yüzde 87'si"),
        ("tr", "Evlerin %87'si"),
        ("az", "Evlərin 87 faizində"),
        ("ar", "في ٨٧ بالمئة من البيوت"),
        ("ar", "في ٨٧٪ من البيوت"),
        ("ru", "87-процентное согласие"),
        ("fi", "87 prosentin osuus"),
        ("ja", "家の87パーセント"),
        ("zh_Hans", "百分之87的家庭"),
        ("ro", "87 de procente dintre case"),
        ("ro", "87 la sută dintre case"),
        ("eu", "etxeen ehuneko 87"),
        ("fr", "87\u202f% des maisons"),
        ("he", "87 אחוזים מהבתים"),
        ("qya", "87 coar"),
    ],
)
def test_a_percentage_may_be_said_in_any_way_of_the_language(locale: str, text: str) -> None:
    """A sign, a word before or after; where the language's word is not known, nothing is asked."""
    assert changes("87% of homes", text, locale) == []


@pytest.mark.parametrize(
    ("locale", "text", "number"),
    [
        ("de", "87 Häuser", "87"),
        ("tr", "87 ev", "87"),
        ("ar", "٨٧ من البيوت", "٨٧"),
        ("ja", "87軒の家", "87"),
        ("ru", "87 домов", "87"),
        ("az", "87 ev", "87"),
    ],
)
def test_a_sign_that_is_lost_is_told_and_so_is_one_that_came(locale: str, text: str, number: str) -> None:
    """Digits that stay do not hide that a share became a count, or a count a share."""
    assert changes("87% of homes", text, locale) == [("87%", number)]
    assert changes("87 homes", text.replace(number, f"{number}%"), locale) == [("87", f"{number}%")]


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("80 to 90 percent of it", "80 % bis 90 % davon"),
        ("80% to 90% of it", "80 bis 90 % davon"),
        ("80%-90% of it", "80–90 Prozent davon"),
        ("%(done)d of 5 files, 100%%", "%(done)d von 5 Dateien, 100 %%"),
        ("%1 of 5, %s left", "%1 von 5, %s übrig"),
        ("5 of 20 (25%)", "5 von 20, ein Anteil von 25 Prozent"),
        ("width of 5%d", "Breite von 5%d"),
        ("50% off", "Ein halber Preis"),
    ],
)
def test_ranges_and_placeholders_are_no_change(source: str, text: str) -> None:
    """A range has one sign or two, and a placeholder is no percentage."""
    assert changes(source, text, "de") == []


@given(st.text("5 %٪٪-percentfaizyüzde,.\n", max_size=60), st.sampled_from(sorted(PERCENT_WORDS)))
def test_a_text_is_no_change_of_itself(text: str, language: str) -> None:
    """Whatever a text says, the same text says it too."""
    one, other = Text(text, language), Text(text, language)

    assert list(compare_percents(one, other)) == []
