"""Numbers in words, in many languages."""

import pytest

from l10n_tool.facts.spelled import english_cardinals, is_told, spelled_numbers
from l10n_tool.facts.spelled_data import SPELLED
from l10n_tool.facts.spelled_stems import STEMS
from l10n_tool.facts.text import Text


@pytest.mark.parametrize(
    ("text", "locale", "values"),
    [
        ("fünf Dinge", "de", {5}),
        ("zweihundert Seiten", "de", {200}),
        ("vingt-cinq pages", "fr", {20, 5, 25}),
        ("doscientas páginas", "es", {200}),
        ("шестью вещами", "ru", {6}),
        ("beş şeydən", "az", {5}),
        ("yirmi beş", "tr", {20, 5, 25}),
        ("السبعة وخمس", "ar", {7, 5}),
        ("三つ", "ja", {3}),
        ("dziesięciokrotne", "pl", {10}),
    ],
)
def test_number_words_have_values(text: str, locale: str, values: set[int]) -> None:
    """Inflected forms count, and neighbours are joined."""
    assert {number.value for number in spelled_numbers(Text(text, locale)) or ()} == values


@pytest.mark.parametrize(
    ("text", "locale"), [("neuf livres", "fr"), ("o yedi", "tr"), ("tu sei", "it"), ("Gib acht", "de")]
)
def test_a_word_that_is_also_another_one_proves_nothing(text: str, locale: str) -> None:
    """It can stand for a number that is looked for, no more."""
    assert [number.sure for number in spelled_numbers(Text(text, locale)) or ()] == [False]


@pytest.mark.parametrize(
    ("text", "locale", "value"),
    [
        ("üçte", "tr", 3), ("dörder", "tr", 4), ("saat üçdə", "az", 3), ("трёх", "ru", 3), ("пятого", "ru", 5),
        ("всемером", "ru", 7), ("четырежды", "ru", 4), ("втроём", "ru", 3), ("п’ятий", "uk", 5),
        ("dreimal", "de", 3), ("siebte", "de", 7), ("troisième", "fr", 3),
        ("dixième", "fr", 10), ("tercero", "es", 3), ("quinto", "pt", 5), ("terzo", "it", 3), ("piąty", "pl", 5),
        ("dziewięcioro", "pl", 9), ("pátý", "cs", 5), ("ôsmy", "sk", 8), ("kolmasti", "fi", 3), ("ötödik", "hu", 5),
        ("négyszer", "hu", 4), ("viies", "et", 5), ("trečias", "lt", 3), ("piektais", "lv", 5), ("derde", "nl", 3),
        ("fjerde", "da", 4), ("sjette", "nb", 6), ("fjärde", "sv", 4), ("τέταρτος", "el", 4), ("пети", "bg", 5),
        ("sedmi", "hr", 7), ("بثلاثتهم", "ar", 3), ("العشرية", "ar", 10), ("kelima", "id", 5), ("nullsum", "nb", 0),
    ],
)  # fmt: skip
def test_ordinals_and_other_forms_are_evidence_only(text: str, locale: str, value: int) -> None:
    """A word that says the number in another way keeps a finding away, and proves no other number."""
    assert (value, False) in {(number.value, number.sure) for number in spelled_numbers(Text(text, locale)) or ()}


def test_a_stem_is_of_a_language_with_number_words() -> None:
    """Each has one value in its language, from 1 up, and is long enough to begin a word."""
    assert set(STEMS) <= {*SPELLED, "bs"}
    for language, rows in STEMS.items():
        values: dict[str, int] = {}
        for row in rows.split(";"):
            value, *stems = row.split()
            assert all(values.setdefault(stem, int(value)) == int(value) for stem in stems), language
            assert int(value) > 0
            assert min(map(len, stems)) > 1, language


def test_an_unknown_language_has_no_number_words() -> None:
    """No data is not the same as no number."""
    assert spelled_numbers(Text("fif", "xx")) is None
    assert not is_told(5, Text("fif", "xx"))


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Twenty-one people, five owls", [21, 5]),
        ("five hundred", []),
        ("two-thirds", []),
        ("one of them", []),
    ],
)
def test_english_cardinals_are_those_said_alone(text: str, values: list[int]) -> None:
    """Hundreds and fractions are said otherwise in other languages, and one is an article."""
    assert [number.value for number in english_cardinals(text)] == values


def test_each_language_has_its_small_numbers() -> None:
    """The extract has 2 to 10 for every language, and each word stands for one number there."""
    for language, rows in SPELLED.items():
        words: dict[str, int] = {}
        for row in rows.split(";"):
            value, *forms = row.split()
            assert all(words.setdefault(form, int(value)) == int(value) for form in forms), language
        assert set(range(2, 11)) <= set(words.values()), language
