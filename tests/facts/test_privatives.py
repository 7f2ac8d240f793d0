"""Words that deny by an affix, and what renders them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n_tool.facts.privatives import undone
from l10n_tool.facts.text import Text

PIECES = st.sampled_from(
    ["unsafe", "useless", "not", "unsicher", "nicht", "gefährlich", "Das Wasser", "ist", ".", " ", "\n\n"]
)


def lost(source: str, words: str, language: str = "de") -> list[str]:
    return [source[start:end] for start, end in undone(Text(source, "en"), Text(words, language))]


@pytest.mark.parametrize(
    ("words", "language"),
    [
        ("Das Wasser im Brunnen ist zum Trinken geeignet.", "de"),
        ("L’eau de la fontaine est potable.", "fr"),
        ("El agua de la fuente es potable.", "es"),
        ("Вода в фонтане пригодна для питья.", "ru"),
        ("Çeşmenin suyu içmeye uygun.", "tr"),
        ("Fəvvarədəki su içməyə yararlıdır.", "az"),
        ("مياه النافورة صالحة للشرب.", "ar"),
        ("噴水の水は飲用に適しています。", "ja"),
    ],
)
def test_a_word_that_denies_by_its_affix_is_missed(words: str, language: str) -> None:
    """Unsafe water that is fit to drink is the opposite, whichever words the languages have."""
    assert lost("The water in the fountain is unsafe to drink.", words, language) == ["unsafe"]


@pytest.mark.parametrize(
    ("words", "language"),
    [
        ("Das Wasser ist nicht sicher.", "de"),
        ("Das Wasser ist gefährlich.", "de"),
        ("Das Wasser ist unsicher.", "de"),
        ("L’eau est impropre à la consommation.", "fr"),
        ("El agua es peligrosa.", "es"),
        ("Вода небезопасна.", "ru"),
        ("Su güvensiz.", "tr"),
        ("المياه غير آمنة.", "ar"),
        ("水は危険です。", "ja"),
    ],
)
def test_a_denial_an_affix_or_a_plain_word_renders_it(words: str, language: str) -> None:
    """How a language puts it is its own affair."""
    assert lost("The water is unsafe.", words, language) == []


def test_each_sentence_has_to_have_its_own() -> None:
    """Of two such words one may be lost; a word that is said twice may be rendered once."""
    source = "The water is unsafe. The bridge is unusable."

    assert lost(source, "Das Wasser ist unsicher. Die Brücke ist offen benutzbar und ganz.") == []
    assert lost(source, "Das Wasser ist unsicher. Die Brücke ist benutzbar.") == ["unusable"]
    assert lost("The water is unsafe. It stays unsafe.", "Das Wasser ist unsicher. Es bleibt so.") == []


def test_what_moved_to_another_sentence_is_not_missed() -> None:
    """A sentence that denies more than its source may hold it."""
    source = "The bridge is unusable. We walk to the park."

    assert lost(source, "Über die Brücke geht es. Wir gehen unmöglich in den Park.") == []


def test_languages_without_plain_words_and_words_that_are_kept_are_left_alone() -> None:
    """No list, no finding; a value's name stands as it is."""
    assert lost("The water is unsafe.", "Vesi on hyvää.", "fi") == []
    assert lost("The water is unsafe.", "abc", "xx") == []
    assert lost("The mode is ‘unsafe’.", "Der Modus ist ‘unsafe’.") == []
    assert lost("The water is not unsafe.", "Das Wasser ist gut.") == []


@given(st.lists(PIECES).map(" ".join), st.lists(PIECES).map(" ".join))
def test_what_is_lost_stands_in_the_source(source: str, words: str) -> None:
    """Whatever the texts are, the answer is words of the source."""
    assert set(lost(source, words)) <= {"unsafe", "useless"}
