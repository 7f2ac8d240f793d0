"""Names of people as Russian, Japanese, Arabic, Azerbaijani and Turkish write them, and slips in them."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from random import Random
from types import MappingProxyType
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n_tool.facts.hearing import ways_to_hear
from l10n_tool.facts.names import Kind, Name
from l10n_tool.facts.renderings import Stand, stand_of
from l10n_tool.facts.text import Text

TABLE: Final = Path(__file__).parents[1] / "data" / "names-as-they-sound.tsv"
LOCALES: Final = ("ru", "ja", "ar", "az", "tr")
SENTENCES: Final = MappingProxyType(
    {
        "ru": "Вчера {} приехал домой.",
        "ja": "この本は{}が書いた。",
        "ar": "وصل {} أمس.",
        "az": "Dünən {} evə gəldi.",
        "tr": "Dün {} eve geldi.",
    }
)
#: Renderings that do not follow the sound of the letters.
UNHEARD: Final[Mapping[str, Sequence[str]]] = MappingProxyType(
    {
        "ru": (),
        "ja": ("Euler", "Humboldt"),
        "ar": ("Michelangelo",),
        "az": ("Goethe",),
        "tr": (),
    }
)
#: What share of slips is told by the sound of a name alone, at least, in per cent.
SLIPS: Final = MappingProxyType({"ru": 75, "ja": 60, "ar": 55, "az": 50, "tr": 80})


def _names() -> list[tuple[str, Mapping[str, str]]]:
    rows = [line.split("\t") for line in TABLE.read_text("utf-8").splitlines()]
    return [(row[0], dict(zip(LOCALES, row[1:], strict=True))) for row in rows]


def _stand(name: str, written: str, locale: str) -> Stand:
    text = Text(SENTENCES[locale].format(written), locale)
    return stand_of(Name(name, (0, len(name)), Kind.WORD), text, "Yesterday he came home.").stand


@pytest.mark.parametrize("locale", LOCALES)
def test_names_of_people_are_heard(locale: str) -> None:
    """Whatever language a name is from, it is found as another language writes it, and nothing is wrong with it."""
    right = {Stand.KEPT, Stand.CALLED, Stand.LIKE}

    unheard = {name for name, written in _names() if _stand(name, written[locale], locale) not in right}

    assert unheard == set(UNHEARD[locale])


@pytest.mark.parametrize("locale", LOCALES)
def test_slips_in_names_of_people_are_told(locale: str) -> None:
    """A letter lost or two in each other's place: what no way of hearing the name explains."""
    wrong = [(name, slip) for name, written in _names() for slip in _slips(written[locale])]

    told = [slip for name, slip in wrong if _stand(name, slip, locale) in {Stand.MISSPELT, Stand.ABSENT}]

    assert 100 * len(told) >= SLIPS[locale] * len(wrong) > 0


def _slips(word: str) -> list[str]:
    random = Random(word)
    places = [at for at in range(2, len(word) - 3) if word[at] != word[at + 1]]
    chosen = random.sample(places, min(2, len(places)))
    swapped = [word[:at] + word[at + 1] + word[at] + word[at + 2 :] for at in chosen[:1]]
    return swapped + [word[:at] + word[at + 1 :] for at in chosen[1:]]


@pytest.mark.parametrize(
    ("name", "ways"),
    [
        ("Chopin", {"SPN", "KPN"}),
        ("Kafka", {"KPK"}),
        ("Nightingale", {"NTNKL", "NKTNKL"}),
        ("", {""}),
        ("Ай", {""}),
    ],
)
def test_ways_to_hear_a_name(name: str, ways: set[str]) -> None:
    """Each letter that languages read in several ways gives ways of its own."""
    assert set(ways_to_hear(name)) == ways


@given(name=st.text(max_size=80), kana=st.booleans())
def test_ways_are_few_and_made_of_groups(name: str, *, kana: bool) -> None:
    """Whatever the name, so many ways at most, and nothing but the six groups in them."""
    ways = ways_to_hear(name, kana=kana)

    assert 1 <= len(ways) <= 128
    assert set("".join(ways)) <= set("PTSKLN")


def test_a_word_that_is_too_long_for_a_name_is_cut() -> None:
    """Nothing takes time with a word that no language has."""
    assert max(map(len, ways_to_hear("ba" * 10_000))) <= 60
