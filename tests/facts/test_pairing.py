"""Sentences by pairs."""

from hypothesis import given
from hypothesis import strategies as st

from l10n_tool.facts.pairing import sentence_pairs
from l10n_tool.facts.text import Text

PIECES = st.sampled_from(["We read", "本", ".", "。", "!", " ", "\n\n", "5"])


def pairs(source: str, words: str) -> list[tuple[str, str]]:
    found = sentence_pairs(Text(source, "en"), Text(words, "de"))
    return [(source[slice(*ours)], words[slice(*theirs)]) for ours, theirs in found]


def test_as_many_sentences_are_pairs_by_their_places() -> None:
    """The first is the first, and so on."""
    assert pairs("We read. We sing!", "Wir lesen. Wir singen!") == [
        ("We read.", "Wir lesen."),
        (" We sing!", " Wir singen!"),
    ]


def test_what_differs_in_number_or_length_has_no_pairs() -> None:
    """A sentence may be parted in two, and a dot after an abbreviation looks like an end."""
    assert pairs("We read. We sing.", "Wir lesen und singen.") == []
    assert pairs("We read.", "Wir lesen.") == []
    assert (
        pairs(
            "We are here in the garden of the house. Do you sing today?",
            "Fr. Wir sind hier im Garten des Hauses, singst du?",
        )
        == []
    )


@given(st.lists(PIECES).map("".join), st.lists(PIECES).map("".join))
def test_pairs_are_places_in_their_texts(source: str, words: str) -> None:
    """In order, none beyond the end."""
    found = sentence_pairs(Text(source, "en"), Text(words, "ja"))

    assert all(0 <= start < end <= len(source) for (start, end), _ in found)
    assert all(0 <= start < end <= len(words) for _, (start, end) in found)
