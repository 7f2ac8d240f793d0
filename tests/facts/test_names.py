"""Names that a text shows by itself."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n_tool.facts.names import Kind, Name, Shown, sure, unknown
from l10n_tool.facts.text import Text


def _shown(text: str, language: str) -> Shown:
    """Return what a text shows."""
    return Text(text, language).shown


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The library in Baku opens at nine.", ["Baku"]),
        ("On Monday we met Ada Lovelace in London, and it rained.", ["Ada Lovelace", "London"]),
        ("A letter to the Bank of England was lost on the way.", ["Bank of England"]),
        ("Children in Toronto and Melbourne write letters.", ["Toronto", "Melbourne"]),
        ("Our files are on GitHub and in PostgreSQL.", ["GitHub", "PostgreSQL"]),
        ("The message is checked for UTF-8 and IPv6.", ["UTF-8", "IPv6"]),
        ("The letter came from Rotterdam’s library.", ["Rotterdam"]),
        ("The rules of UNESCO are read aloud.", ["UNESCO"]),
        ("Write to **Anna Berger** as soon as you can.", ["Anna Berger"]),
        ("LogEntry Object", ["LogEntry"]),
        ("Use a WebAuthn-compatible token.", ["WebAuthn"]),
        ("You use it AT YOUR OWN RISK here.", []),
        ("The code `Toronto` is no name of a town.", []),
        ("The letter came in February, on a Friday, in French.", []),
        ("I think that I'll go.", []),
        ("The date is written as YYYY-MM-DD here.", []),
        ("THE LIBRARY IS OPEN", []),
        ("Save and Continue Editing", []),
        ("", []),
    ],
)
def test_capitals_inside_a_sentence_tell_names(text: str, names: list[str]) -> None:
    """Months, days, languages, headings and the first word of a sentence have capitals and are none."""
    found = _shown(text, "en").names

    assert [name.text for name in found] == names


def test_a_place_in_the_text_is_that_of_the_name() -> None:
    """Reports underline it, and not the same letters in a link's target."""
    text = "The books of **Rotterdam** are [here](https://example.org/Rotterdam)."

    (name,) = _shown(text, "en").names

    assert name.span == (15, 24)


def test_the_first_word_of_a_sentence_may_or_may_not_be_of_the_name() -> None:
    """The catalogue decides, by where else the name stands."""
    (name,) = _shown("Visit London today, if you can.", "en").names

    assert (name.text, name.without_first().text, name.without_first().span) == ("Visit London", "London", (6, 12))


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Pelé scored his thousandth goal in that year.", ["Pelé"]),
        ("Elena Rossi bakes the bread at night.", ["Elena Rossi"]),
        ("Mozart’s letters are shown on Sunday.", ["Mozart"]),
        ("It rains. Einstein was born in the spring.", ["Einstein"]),
        ("Today’s menu is not yet known to us.", []),
        ("Unselect this box, and nothing is sent.", []),
        ("Misconfigured servers and flatpages are listed here.", []),
        ("Visit us, and bring your friends.", []),
    ],
)
def test_a_word_that_english_does_not_have_is_a_name_where_a_sentence_begins(text: str, names: list[str]) -> None:
    """Words with prefixes and words of two words are English too."""
    assert [name.without_first().text for name in _shown(text, "en").names] == names


def test_where_every_noun_has_a_capital_only_a_word_that_shows_itself_is_a_name() -> None:
    """German sources are read for acronyms and capitals inside words."""
    found = _shown("Die Dateien liegen auf GitHub und im Archiv der Stadt.", "de").names

    assert [(name.text, name.kind) for name in found] == [("GitHub", Kind.MIXED)]


def test_a_word_that_the_sources_also_write_small_is_none() -> None:
    """Where zebras are written of, the Zebra button is named after one."""
    (name,) = _shown("You press the Zebra button there.", "en").names

    assert (unknown(name, {"zebra"}), unknown(name, {"lion"})) == (False, True)


@pytest.mark.parametrize(
    ("text", "certain"), [("It runs on the URL of it.", False), ("It is asked of NASA once.", True)]
)
def test_an_abbreviation_that_languages_have_their_own_for_is_not_sure(text: str, *, certain: bool) -> None:
    """A URL may be an adresse, and NATO the OTAN."""
    (name,) = _shown(text, "en").names

    assert sure(name, set()) is certain


@pytest.mark.parametrize(
    ("word", "certain"),
    [("LogEntry", False), ("eInvoices", False), ("IPv4", False), ("GitHub", True), ("WordPress", True), ("PyPI", True)],
)
def test_a_word_made_of_common_words_is_not_sure(word: str, *, certain: bool) -> None:
    """A LogEntry is an entry of a log, and languages call it so; the name of a product is kept."""
    assert sure(Name(word, (0, len(word)), Kind.MIXED), {"log", "entry", "invoices", "word", "hub", "press"}) is certain


def test_a_shouted_word_is_not_sure() -> None:
    """Where the sources also have the word in lower case, its capitals only make it loud."""
    name = Name("UNSAFE", (0, 6), Kind.ACRONYM)

    assert (sure(name, {"unsafe"}), sure(name, set())) == (False, True)


@given(st.text(st.sampled_from("AbcÄé İß-'’.,:*_[]()`<>%{}s\n 1日ア가ا"), max_size=60))
def test_any_text_can_be_read(text: str) -> None:
    """Each name stands where it says, and none begins before the last has ended."""
    found = _shown(text, "en").names

    assert all(text[name.span[0] : name.span[1]] == name.text for name in found)
    assert all(one.span[1] <= other.span[0] for one, other in pairwise(found))
