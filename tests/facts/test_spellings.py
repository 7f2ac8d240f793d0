"""A name is written in one way wherever a catalogue writes it as it sounds."""

import pytest

from l10n_tool.facts.spellings import other_spelling
from l10n_tool.facts.standing import Place, Stand


def _like(word: str) -> list[Place]:
    return [Place(Stand.LIKE, "", word, (0, len(word)))]


@pytest.mark.parametrize(
    ("here", "elsewhere"),
    [("Маири", ["Мария"]), ("Маири", ["Марии", "Марию"]), ("وتشاكيوفسكي", ["تشايكوفسكي"])],
)
def test_a_slip_that_no_other_entry_has_is_told(here: str, elsewhere: list[str]) -> None:
    """With how another one has it, whatever endings there are."""
    found = other_spelling(_like(here), [_like(word) for word in elsewhere])

    assert found == (_like(here)[0], elsewhere[0])


@pytest.mark.parametrize(
    ("here", "elsewhere"),
    [
        ("Kürinin", ["Küri"]),
        ("Марии", ["Мария"]),
        ("Маири", ["Мария", "Маири"]),
        ("Küri", []),
        ("Darwin", ["Küri"]),
        ("الوفر", ["اللوفر", "الوفر"]),
    ],
)
def test_endings_and_what_others_write_as_well_are_right(here: str, elsewhere: list[str]) -> None:
    """Nothing is said of what any other entry agrees with, nor of another word."""
    assert other_spelling(_like(here), [_like(word) for word in elsewhere]) is None


def test_of_two_spellings_the_one_that_is_like_the_name_is_right() -> None:
    """Where each has only the other to be compared with."""
    here = [Place(Stand.LIKE, "Marie", "Марии", (0, 5))]

    assert other_spelling(here, [_like("Маири")]) is None
