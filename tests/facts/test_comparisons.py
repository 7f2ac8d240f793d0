"""Comparisons that the source denies."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n_tool.facts.comparisons import turned
from l10n_tool.facts.text import Text

PIECES = st.sampled_from(
    ["not", "less than", "exceed", "both", "the same", "before", "kleiner", "nicht", "ß", "İ", ".", "5"]
)


def found(source: str, words: str, language: str) -> list[str]:
    return [source[start:end] for start, end in turned(Text(source, "en"), Text(words, language))]


@pytest.mark.parametrize(
    ("source", "words", "language", "expected"),
    [
        ("It is not less than 5.", "Es ist kleiner als 5.", "de", ["not less than"]),
        ("It is not less than 5.", "Es ist nicht kleiner als 5.", "de", []),
        ("It is not less than 5.", "Es ist größer oder gleich 5.", "de", []),
        ("It is not greater than 5.", "Es ist größer als 5.", "de", ["not greater than"]),
        ("The start must not exceed the end.", "El comienzo puede exceder el final.", "es", ["not exceed"]),
        ("The start must not exceed the end.", "El comienzo es como máximo el final.", "es", []),
        ("Choose one, not both.", "Choisissez les deux.", "fr", ["not both"]),
        ("The lists must not be the same.", "Списки должны совпадать.", "ru", ["not be the same"]),
        ("The lists must not be the same.", "Списки должны различаться.", "ru", []),
        ("It cannot end before it begins.", "開始より前に終了できます。", "ja", ["cannot end before"]),
        ("It cannot end before it begins.", "開始後に終了します。", "ja", []),
        ("It must not exceed 10.", "10’u aşamaz.", "tr", []),
        ("It must not exceed 10.", "10’u aşmalıdır.", "tr", ["not exceed"]),
        ("It must not exceed 10.", "jotain enemmän", "fi", []),
        (
            "Nothing in the shop costs more than €15.",
            "Im Laden kostet alles mehr als 15 €.",
            "de",
            ["Nothing in the shop costs more than"],
        ),
        ("Nothing in the shop costs more than €15.", "Im Laden kostet nichts mehr als 15 €.", "de", []),
        ("Nothing in the shop costs more than €15.", "Im Laden kostet alles höchstens 15 €.", "de", []),
        ("Nobody is larger than us.", "Hər kəs bizdən böyükdür.", "az", ["Nobody is larger than"]),
        ("Nobody is larger than us.", "Heç kəs bizdən böyük deyil.", "az", []),
        ("No one pays more than €5.", "Herkes 5 avrodan fazla öder.", "tr", ["No one pays more than"]),
        ("There are no more than 5.", "أدخل 5 أرقام لا أكثر.", "ar", []),
    ],
)
def test_a_denied_comparison_is_not_affirmed(source: str, words: str, language: str, expected: list[str]) -> None:
    """It may be turned round, with a word for the contrary or for the bound; the same word needs a denial."""
    assert found(source, words, language) == expected


def test_each_sentence_is_looked_at() -> None:
    """A denial in another sentence is no excuse."""
    source = "It is not less than 5. We do not read."

    assert found(source, "Es ist kleiner als 5. Wir lesen nicht.", "de") == ["not less than"]


@given(st.lists(PIECES).map(" ".join), st.lists(PIECES).map(" ".join))
def test_what_is_found_begins_with_a_denial(source: str, words: str) -> None:
    """Whatever the texts are, the answer is denials of the source."""
    assert all(part.startswith("not") for part in found(source, words, "de"))
