"""How much of a catalogue has to be ready, by the settings."""

from types import MappingProxyType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n_tool.catalogue import Catalogue, Entry
from l10n_tool.checks import Finding, Severity, check_catalogue
from l10n_tool.checks.standard import Standard

HEADER = Entry("", ("Language: fr\nContent-Type: text/plain; charset=UTF-8\n",))


def findings(ready: int, total: int, complete: dict[str, float], locale: str = "fr") -> list[Finding]:
    entries = [Entry(f"word {'x' * n}", ("mot",) if n < ready else ("",)) for n in range(total)]
    standard = Standard(complete=MappingProxyType(complete))
    found = check_catalogue(Catalogue((HEADER, *entries)), locale=locale, file="fr.po", standard=standard)
    return [finding for finding in found if finding.check == "completeness"]


@pytest.mark.parametrize(
    ("complete", "severity"),
    [
        ({}, Severity.WARNING),
        ({"*": 95}, Severity.ERROR),
        ({"*": 90}, Severity.INFO),
        ({"fr": 80, "*": 95}, Severity.INFO),
        ({"fr": 95, "*": 80}, Severity.ERROR),
        ({"de": 95}, Severity.WARNING),
        ({"*": 0}, Severity.INFO),
    ],
)
def test_a_share_decides_how_much_it_counts(complete: dict[str, float], severity: Severity) -> None:
    """Nine of ten are ready; what the settings do not name counts as without them."""
    assert [finding.severity for finding in findings(9, 10, complete)] == [severity]


def test_an_error_says_how_much_is_ready_and_how_much_has_to_be() -> None:
    """Rounded down, so that it never looks like enough."""
    message = findings(1999, 2000, {"*": 100})[0].message

    assert message == "1 of 2000 entries are not ready: 1 untranslated; 99.9 % are ready, 100 % have to be"


def test_nothing_is_said_of_what_is_complete() -> None:
    """Whatever the settings ask for."""
    assert findings(3, 3, {"*": 100}) == []


def test_a_file_without_entries_is_not_ready() -> None:
    """It may have lost its content; where nothing is asked for, nothing is said here."""
    assert [finding.severity for finding in findings(0, 0, {"*": 95})] == [Severity.ERROR]
    assert findings(0, 0, {}) == findings(0, 0, {"*": 0}) == []


def test_a_template_is_nobodys_translation() -> None:
    """It has no locale, and no entry of it is ever ready."""
    assert [finding.severity for finding in findings(0, 2, {"*": 95}, locale="")] == [Severity.WARNING]


@given(st.integers(0, 40), st.integers(1, 40), st.floats(0, 100))
def test_it_is_an_error_just_where_less_is_ready(ready: int, total: int, share: float) -> None:
    """To the entry."""
    found = findings(min(ready, total), total, {"*": share})

    below = 100 * min(ready, total) < share * total
    assert [finding.severity is Severity.ERROR for finding in found] == ([] if ready >= total else [below])
