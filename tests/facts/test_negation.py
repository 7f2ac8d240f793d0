"""What one side denies and the other does not."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from l10n_tool.facts.negation import added, dropped, is_doubtful
from l10n_tool.facts.text import Text

WORDS = st.sampled_from(["not", "no", "never", "we", "read", "nicht", "kein", "Wir", "lesen", ".", "?", "None", ","])
TEXTS = st.lists(WORDS, max_size=20).map(" ".join)


def lost(source: str, words: str, language: str = "de") -> list[str]:
    return [source[start:end] for start, end in dropped(Text(source, "en"), Text(words, language))]


def new(source: str, words: str, language: str = "de") -> list[str]:
    return [words[start:end] for start, end in added(Text(source, "en"), Text(words, language))]


@pytest.mark.parametrize(
    ("source", "words", "expected"),
    [
        ("It is not here.", "Es ist hier.", ["not"]),
        ("It is not here.", "Es ist nicht hier.", []),
        ("It is not valid.", "Es ist ungültig.", []),
        ("The unknown book is not here.", "Das unbekannte Buch ist hier.", ["not"]),
        ("We cannot and should not wait.", "Wir können und sollen nicht warten.", []),
        ("No, do not wait.", "Nein, warte.", ["No", "not"]),
        ("It is not here. We read a book.", "Wir lesen ein Buch. Es ist nicht hier.", []),
        ("It is not here. We do not read.", "Es ist nicht hier. Wir lesen.", ["not", "not"]),
        ("The value is True or None.", "Der Wert ist True oder leer.", []),
        ("None of them came.", "Alle kamen.", ["None"]),
        ("Wildcards are NOT allowed.", "Platzhalter sind erlaubt.", ["NOT"]),
        ("It is not only a house.", "Es ist mehr als ein Haus.", []),
        ("Write ‘not’ here, and do not stop.", "Schreibe hier ‘not’, und mach weiter.", []),
    ],
)
def test_a_denial_without_a_counterpart_is_found(source: str, words: str, expected: list[str]) -> None:
    """Each denial needs a word that denies, or one that is negative and renders nothing else."""
    assert lost(source, words) == expected


@pytest.mark.parametrize(
    ("source", "words", "expected"),
    [
        ("The children read in the park.", "Die Kinder lesen nicht im Park.", ["nicht"]),
        ("Keep the book with you.", "Verliere das Buch nicht.", []),
        ("Is the library open today?", "Ist die Bücherei heute nicht geöffnet?", []),
        ("Clear all", "Nichts gewählt", []),
    ],
)
def test_a_denial_that_the_source_lacks_is_found(source: str, words: str, expected: list[str]) -> None:
    """A short label, a question, and words that may be put the other way round are left alone."""
    assert new(source, words) == expected


def test_a_language_without_lists_gives_nothing() -> None:
    """No data, no finding, whichever side it is."""
    assert lost("It is not here.", "abc def", "xx") == []
    assert added(Text("abc def ghi jkl", "xx"), Text("Es ist nicht hier", "de")) == ()


def test_any_language_with_lists_may_be_the_source() -> None:
    """The lists of a language serve both sides."""
    assert dropped(Text("Das ist kein Buch.", "de"), Text("This is a book.", "en")) == ((8, 12),)


def test_none_has_one_counterpart_in_a_negative_pronoun_alone() -> None:
    """The word ничего alone is an answer; in a sentence its verb has to be denied too."""
    assert lost("Nothing", "Ничего", "ru") == []
    assert lost("Nothing was found in the list.", "В этом списке ничего найдено.", "ru") == ["Nothing"]


@settings(max_examples=200, deadline=None)
@given(source=TEXTS, words=TEXTS)
def test_what_is_found_stands_in_its_text(source: str, words: str) -> None:
    """Whatever the texts are, the answer is places in them."""
    ours, theirs = Text(source, "en"), Text(words, "de")

    assert all(0 <= start < end <= len(source) for start, end in dropped(ours, theirs))
    assert all(0 <= start < end <= len(words) for start, end in added(ours, theirs))


def test_a_word_that_is_only_negative_may_render_the_contrary_of_its_own_sentence() -> None:
    """“Fewer” is “menos”: that sentence has taken nothing from the one that lost its denial."""
    source = "It was fewer than half of them. We publish what we had not hoped for."

    assert lost(source, "Eran menos de la mitad. Publicamos lo que deseábamos.", "es") == ["not"]


def test_many_sentences_are_not_compared_pair_by_pair() -> None:
    """A text of thousands of sentences costs what its words cost."""
    source = "It is not here. We read. " * 2000

    assert lost(source, "Es ist nicht hier. Wir lesen. " * 2000) == []


@pytest.mark.parametrize(
    ("source", "words", "language", "expected"),
    [
        ("No, don't delete", "Nie usuwaj", "pl", []),
        ("No, don't delete", "Nein, löschen", "de", ["No", "don't"]),
        ("Please don't delete", "Lütfen silme", "tr", []),
        ("You do not need a note.", "Bir not gerekir.", "tr", ["not"]),
        ("You do not need a note.", "Bir not gerekmez.", "tr", []),
        ("It does not delete", "Listeyi silme", "tr", ["not"]),
        ("See No. 12 of the list", "Siehe Nr. 12 der Liste", "de", []),
        ("No known library here", "žiadna známa knižnica tu", "sk", []),
        ("You did not choose a file", "Siz faıl tańdadyńyz", "kk", []),
        ("None", "Нічого", "uk", []),
        ("We have not set any address here.", "Hemos puesto aquí ninguna dirección.", "es", ["not"]),
        ("We have not set any address here.", "Ninguna dirección está puesta aquí.", "es", []),
        ("We have not set any address here.", "No hemos puesto aquí ninguna dirección.", "es", []),
        ("It cannot hold spaces or tabs.", "Il peut contenir des espaces ni des tabulations.", "fr", ["cannot"]),
        ("It cannot hold spaces or tabs.", "Il ne contient ni espaces ni tabulations.", "fr", []),
        ("You do not need a card.", "Hace falta un carné.", "es", ["not"]),
        ("You do not need a card.", "No hace falta un carné.", "es", []),
        ("It cannot be entirely numeric.", "Пароль может состоять только из цифр.", "ru", ["cannot"]),
        ("It cannot be entirely numeric.", "Es darf nicht nur aus Ziffern bestehen.", "de", []),
        ("Null signs are not allowed.", "Le signe nul est autorisé.", "fr", ["not"]),
        ("It is not misused by others.", "Es wird von anderen missbraucht.", "de", ["not"]),
    ],
)
def test_languages_deny_in_their_own_ways(source: str, words: str, language: str, expected: list[str]) -> None:
    """An answer, an imperative, an abbreviation, a pronoun, another script: what is one denial counts as one."""
    assert lost(source, words, language) == expected


@pytest.mark.parametrize(
    ("source", "doubtful"),
    [
        ("The lists must not be the same.", True),
        ("You cannot choose more than three books.", True),
        ("It cannot end before it begins.", True),
        ("You cannot go without a card.", True),
        ("No, don't unpublish", True),
        ("We do not sell books. The list is the same.", False),
        ("It is not here.", False),
    ],
)
def test_what_can_be_said_by_the_contrary_is_doubtful(source: str, *, doubtful: bool) -> None:
    """“Not the same” is “another” elsewhere; in another sentence the word says nothing."""
    text = Text(source, "en")

    assert is_doubtful(text, dropped(text, Text("Alle lesen heute ein Buch.", "de"))) is doubtful
