"""Which lines hold in a locale, and what two termbases come to."""

import pytest

from l10n_tool.termbase import ANY_SOURCE, Term, Termbase
from l10n_tool.termbase.merging import merged

LINES = Termbase(
    tuple(Term("card", locale, (locale,)) for locale in ("*", "pt", "pt_BR", "sr", "sr@latin", "zh_Hant", "ca"))
)


@pytest.mark.parametrize(
    ("locale", "line"),
    [
        ("pt_BR", "pt_BR"), ("pt_PT", "pt"), ("pt", "pt"), ("de", "*"), ("sr@latin", "sr@latin"), ("sr_RS", "sr"),
        ("sr_RS@latin", "*"), ("zh_Hant_TW", "zh_Hant"), ("zh_Hans", "*"), ("ca@valencia", "ca"),
    ],
)  # fmt: skip
def test_the_nearest_line_holds(locale: str, line: str) -> None:
    """That of the locale, else of its language, but not of another script, else of all locales."""
    assert [term.locale for term in LINES.of(locale)] == [line]


def test_all_that_is_forbidden_whatever_the_source_holds_together() -> None:
    """No such line takes the place of another."""
    termbase = Termbase((Term(ANY_SOURCE, "*", forbidden=("a",)), Term(ANY_SOURCE, "de", forbidden=("b",))))

    assert [term.forbidden for term in termbase.of("de")] == [("a",), ("b",)]


def test_what_comes_in_is_added_and_nothing_is_lost() -> None:
    """Where two lines contradict each other, ours stands."""
    ours = Termbase((Term("card", "de", ("Ausweis",), forbidden=("Karte",), note="ours"),))
    theirs = Termbase((Term("card", "de", ("Karte", "Pass"), ("Ausweis",), ("Zettel",), True, "theirs"), Term("new")))

    result = merged(ours, theirs)

    line = Term("card", "de", ("Ausweis", "Pass"), (), ("Karte", "Zettel"), True, "ours")
    assert result == (Termbase((line, Term("new"))), 1, 1)
    assert merged(result.termbase, theirs) == (result.termbase, 0, 0)
