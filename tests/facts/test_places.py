"""Cities as GeoNames has them, in a translation."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n_tool.facts.called import called_in
from l10n_tool.facts.places import is_well_known, names_of
from l10n_tool.facts.standing import Stand
from l10n_tool.facts.text import Text


@pytest.mark.parametrize(
    ("place", "text", "locale"),
    [
        ("Cologne", "An Werktagen in Köln", "de"),
        ("Cologne", "Həftə içi Kölndə", "az"),
        ("Cologne", "В будни в Кёльне", "ru"),
        ("Cologne", "平日はケルンで", "ja"),
        ("Cologne", "Entre semana en Colonia", "es"),
        ("Cologne", "في كولونيا أيام الأسبوع", "ar"),
        ("Gothenburg", "Göteborg'dan gelen koro", "tr"),
        ("Gothenburg", "예테보리의 합창단", "ko"),
        ("Gothenburg", "来自哥德堡的合唱团", "zh_Hans"),
        ("Edinburgh", "v Edinburghu a v Dublinu", "cs"),
        ("Rotterdam", "en Róterdam", "es"),
        ("Bologna", "Болонский университет в Болонье", "ru"),
    ],
)
def test_a_city_is_found_by_what_a_language_calls_it(place: str, text: str, locale: str) -> None:
    """With the endings and small words that the language puts to it."""
    assert called_in(place, Text(text, locale)).stand is Stand.CALLED


@pytest.mark.parametrize(
    ("place", "text", "locale", "wanted"),
    [
        ("Edinburgh", "Edniburqda çıxış edəcək", "az", "Edinburq"),
        ("Warsaw", "Mariya Varşaavda anadan olub", "az", "Varşava"),
        ("Bologna", "جامعة بوولنيا", "ar", "بولونيا"),
        ("Lübeck", "バッハはリュベックへ", "ja", "リューベック"),
        ("Lisbon", "nach Lisabon", "de", "Lissabon"),
        ("Germany", "in Deuschland", "de", "Deutschland"),
        ("Manchester", "à haute voix à Mancester", "fr", "Manchester"),
    ],
)
def test_a_slip_in_the_name_of_a_city_is_told(place: str, text: str, locale: str, wanted: str) -> None:
    """With the name as it should be, in the letters of the language."""
    found = called_in(place, Text(text, locale))

    assert (found.stand, found.wanted) == (Stand.MISSPELT, wanted)
    assert text[slice(*found.span)] == found.found


@pytest.mark.parametrize(
    ("place", "text", "locale"),
    [("Cologne", "An Werktagen können Sie nicht umsteigen", "de"), ("Nutcracker", "Der Nussknacker", "de")],
)
def test_a_city_that_is_not_there_is_absent(place: str, text: str, locale: str) -> None:
    """Neither is a name that is no city's."""
    assert called_in(place, Text(text, locale)).stand is Stand.ABSENT


def test_a_name_that_is_no_place_has_no_names() -> None:
    """Neither has one that is too short, or none at all; a well-known place has many."""
    assert [dict(names_of(name)) for name in ("Nutcracker", "", "Aa", "\t", "a\nb", "köln")] == [{}] * 6
    assert (is_well_known("Bologna"), is_well_known("Nutcracker")) == (True, False)


@given(st.text(max_size=30), st.text(max_size=60), st.sampled_from(["az", "de", "ja", "ar", "th", "ru", ""]))
def test_any_name_is_looked_for_in_any_text(name: str, text: str, locale: str) -> None:
    """Nothing fails, and what was found stands where it is said to stand."""
    found = called_in(name, Text(text, locale))

    assert found.found == "" or text[slice(*found.span)] == found.found
