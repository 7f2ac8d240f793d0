"""What leads to a list of a translation between its commas."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n_tool.facts.leads import hides_one
from l10n_tool.facts.lists import clear_enumerations, enumerations
from l10n_tool.facts.text import Text

SOURCE = "At the market thousands of guests tasted cheese, olives, figs and bread."
PIECES = st.sampled_from(["cheese", "the old olives of", " and ", " y ", ", ", ". ", "1"])


def hidden(source: str, words: str, language: str) -> list[bool]:
    ours, theirs = Text(source, "en"), Text(words, language)
    return [
        hides_one(ours, one, theirs, other)
        for one in clear_enumerations(source, "en")
        for other in enumerations(words, language)
    ]


@pytest.mark.parametrize(
    ("source", "words", "language", "expected"),
    [
        (SOURCE, "En el mercado, miles de visitantes probaron queso, higos y pan.", "es", True),
        (SOURCE, "En el mercado, miles de visitantes probaron queso, aceitunas, higos y pan.", "es", False),
        (SOURCE, "Miles de visitantes probaron queso, aceitunas, higos y pan en el mercado.", "es", False),
        (SOURCE, "En el mercado, miles de visitantes probaron queso, higos, pan.", "es", False),
        ("It holds letters, underscores, dots and dashes.",
         "Il contient des lettres, des tirets de soulignement bas, des points et des tirets.", "fr", False),
        ("At the market thousands of guests tasted cheese, very old olives, figs and bread.",
         "En el mercado, miles de visitantes probaron queso, higos y pan.", "es", False),
    ],
)  # fmt: skip
def test_a_clause_before_a_list_hides_that_a_member_is_missing(
    source: str, words: str, language: str, *, expected: bool
) -> None:
    """A long first member, a list of another kind, or one with a member to spare hides nothing."""
    assert (True in hidden(source, words, language)) is expected


@given(st.lists(PIECES).map("".join), st.lists(PIECES).map("".join))
def test_any_two_lists_are_compared(source: str, words: str) -> None:
    """No lists break the comparison, and of a list that is longer by two nothing is hidden."""
    ours, theirs = Text(source, "en"), Text(words, "es")
    for one in clear_enumerations(source, "en"):
        for other in enumerations(words, "es"):
            assert not hides_one(ours, one, theirs, other) or one.size <= other.size <= one.size + 1
