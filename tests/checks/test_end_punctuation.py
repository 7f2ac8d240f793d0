"""How sentences end: what is a slip, and what a catalogue does all over."""

import pytest

from l10n_tool.catalogue import Catalogue, Entry
from l10n_tool.checks import CHECKS, Severity, check_catalogue


def severities(locale: str, *entries: Entry) -> list[Severity]:
    found = check_catalogue(
        Catalogue(entries), locale=locale, file="x.po", checks={"end-punctuation": CHECKS["end-punctuation"]}
    )
    return [finding.severity for finding in found]


@pytest.mark.parametrize(
    ("sentences", "without", "expected"),
    [
        (15, 3, Severity.WARNING),
        (14, 3, Severity.INFO),
        (5, 3, Severity.INFO),
        (5, 2, Severity.WARNING),
        (80, 16, Severity.WARNING),
        (80, 17, Severity.INFO),
        (400, 39, Severity.WARNING),
        (400, 40, Severity.INFO),
    ],
)
def test_full_stops_that_a_catalogue_leaves_out_are_a_habit(sentences: int, without: int, expected: Severity) -> None:
    """More than every fifth, and three at least, or forty; fewer are slips, each perhaps a text that was cut off."""
    entries = [
        Entry(
            f"The library has {number} shelves.", (f"Die Bibliothek hat {number} Regale" + "." * (number >= without),)
        )
        for number in range(sentences)
    ]

    assert severities("de", *entries) == [expected] * without


@pytest.mark.parametrize(
    ("locale", "source", "text", "expected"),
    [
        ("fi", "It is not there. Perhaps it was deleted?", "Sitä ei ole. Se on voitu poistaa.", Severity.INFO),
        ("ja", "It is not there. Perhaps it was deleted?", "ありません。削除された可能性があります。", Severity.INFO),
        ("fi", "It is not there. Perhaps it was deleted?", "Sitä ei ole. Se on voitu poistaa", Severity.WARNING),
        ("fi", "It is not there. Was it deleted?", "Sitä ei ole. Se on poistettu.", Severity.WARNING),
        ("ru", "Perhaps. Was the card deleted?", "Может быть. Карта была удалена.", Severity.WARNING),
    ],
)
def test_what_supposes_may_end_with_a_full_stop(locale: str, source: str, text: str, expected: Severity) -> None:
    """A sentence with "perhaps" asks by its mark alone; any other question that became a statement is told."""
    assert severities(locale, Entry(source, (text,))) == [expected]
