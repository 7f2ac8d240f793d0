"""A quotation that was lost: how much it weighs depends on what the catalogue does with the others."""

import pytest

from l10n_tool.catalogue import Catalogue, Entry
from l10n_tool.checks import CHECKS, Severity, check_catalogue

TITLE = Entry("We saw “The Nutcracker” again", ("Wir sahen Der Nussknacker wieder",))
BUTTON = Entry("Press “Save” again", ("Speichern drücken",))


def told(*entries: Entry) -> list[tuple[str, Severity]]:
    found = check_catalogue(
        Catalogue(entries), locale="de", file="x.po", checks={"quoted-titles": CHECKS["quoted-titles"]}
    )
    return [(finding.msgid, finding.severity) for finding in found]


def others(kept: int, lost: int) -> list[Entry]:
    return [
        Entry(f"Read “page {number} of it” aloud", ("Lies „Seite davon“" if number < kept else "Lies Seite davon",))
        for number in range(kept + lost)
    ]


@pytest.mark.parametrize(
    ("entry", "kept", "lost", "expected"),
    [
        (TITLE, 0, 0, Severity.WARNING),
        (BUTTON, 0, 0, Severity.INFO),
        (TITLE, 2, 0, Severity.WARNING),
        (BUTTON, 2, 0, Severity.INFO),
        (BUTTON, 3, 0, Severity.WARNING),
        (TITLE, 7, 3, Severity.WARNING),
        (TITLE, 6, 4, Severity.INFO),
        (BUTTON, 6, 4, Severity.INFO),
    ],
)
def test_what_the_catalogue_does_with_the_others_decides(
    entry: Entry, kept: int, lost: int, expected: Severity
) -> None:
    """Where it has fewer than four, a title is a title by its capitals."""
    assert dict(told(entry, *others(kept, lost)))[entry.msgid] is expected


def test_fewer_quotations_than_the_source_has_are_told() -> None:
    """One of two is lost as well as the only one."""
    both = Entry("“Swan Lake” and “The Nutcracker”", ("„Schwanensee“ und der Nussknacker",))

    assert told(both) == [(both.msgid, Severity.WARNING)]


def test_a_text_that_is_left_as_it_is_and_a_plural_are_compared_with_care() -> None:
    """A copy has all of its source; a plural may have what the singular has not."""
    copy = Entry("We saw “The Nutcracker”", ("We saw “The Nutcracker”",))
    plural = Entry("one of “Swan Lake”", ("eins", "mehrere"), msgid_plural="some more")

    assert told(copy, plural) == []
