"""How a name stands in a translation, and what a catalogue calls it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n_tool.facts.learned import Vocabulary
from l10n_tool.facts.names import Kind, Name, kind_of
from l10n_tool.facts.renderings import Stand, stand_of
from l10n_tool.facts.text import Text


def stand(name: str, text: str, locale: str, source: str = "") -> Stand:
    """Return how a name stands in a text."""
    kind = kind_of(name) or Kind.WORD
    return stand_of(Name(name, (0, len(name)), kind), Text(text, locale), source).stand


@pytest.mark.parametrize(
    ("name", "text", "locale"),
    [
        ("Ankara", "Ankara'dan bir mektup", "tr"),
        ("Baku", "Bakıdan məktub", "az"),
        ("London", "Londoni raamatukogu", "et"),
        ("Helsinki", "kirjasto Helsingissä", "fi"),
        ("Peter", "Heinz napsal Petrovi", "cs"),
        ("London", "z Londýna", "cs"),
        ("Heinz", "вместе с Хайнцем", "ru"),
        ("GitHub", "se on GitHubissa", "fi"),
        ("Manchester", "Mançesterdə", "az"),
        ("URLs", "les URL", "fr"),
        ("RSS", "via rss-feeds", "nl"),
        ("ISO-8859-1", "como ISO 8859-1", "es"),
        ("Wagtail", "Wagtailへようこそ", "ja"),
        ("Telegram", "عبر وTelegram", "ar"),
        ("Rotterdam", "en Róterdam", "es"),
        ("Python", "bibliotekę pythonową", "pl"),
    ],
)
def test_an_inflected_or_adapted_name_is_there(name: str, text: str, locale: str) -> None:
    """Endings, clitics and the language's own letters are no misspelling."""
    assert stand(name, text, locale) in {Stand.KEPT, Stand.CALLED, Stand.LIKE}


@pytest.mark.parametrize(
    ("name", "text", "locale"),
    [
        ("PostgreSQL", "mit PostgerSQL", "de"),
        ("GitHub", "на GitHbu", "ru"),
        ("Rotterdam", "in Rotetrdam", "de"),
        ("Rotterdam", "in Rottedram", "de"),
        ("Toronto", "à Torotno", "fr"),
        ("Django", "con Djangoo", "es"),
        ("Manchester", "в Манечстере", "ru"),
    ],
)
def test_letters_lost_or_in_each_others_place_are_a_misspelling(name: str, text: str, locale: str) -> None:
    """A slip inside a long name is told from an ending."""
    assert stand(name, text, locale) is Stand.MISSPELT


def test_what_looks_misspelt_but_stands_in_the_source_is_another_name() -> None:
    """GitLab and Gitlob may be two."""
    assert stand("GitLab", "auf Gitlob", "de") is Stand.MISSPELT
    assert stand("GitLab", "auf Gitlob", "de", source="GitLab and Gitlob") is Stand.ABSENT


@pytest.mark.parametrize(
    ("name", "text", "locale"),
    [("Melbourne", "Die Rednerin kam mit dem Schiff.", "de"), ("LaTeX", "l’option imgmath_latex", "fr")],
)
def test_a_name_that_is_not_there_is_absent(name: str, text: str, locale: str) -> None:
    """Part of an identifier is no name."""
    assert stand(name, text, locale) is Stand.ABSENT


def test_a_catalogue_teaches_what_it_calls_a_name() -> None:
    """What its entries share and the others have not is the rendering, in any form."""
    named = [f"{before} «Открытые полки» {after}" for before, after in ("ab", "cd", "ef", "gh")]

    learned = Vocabulary([*named, "На полке лежат книги", "Дверь открыта"]).rendering(named)

    assert learned is not None
    assert (learned.written, learned.times) == ("Открытые полки", 4)
    assert learned.stands("в «Открытых полках»")
    assert not learned.stands("Открытая дверь и книги на верхней старой деревянной полке")


def test_a_rendering_is_learned_where_no_spaces_part_words() -> None:
    """The longest run of letters will do."""
    named = [
        "「ひらかれた本棚」は学校です",
        "今日の「ひらかれた本棚」",
        "町で「ひらかれた本棚」が",
        "「ひらかれた本棚」と私",
    ]

    learned = Vocabulary([*named, "本棚があります"]).rendering(named)

    assert learned is not None
    assert learned.stands("私の「ひらかれた本棚」")
    assert not learned.stands("本棚があります")


@pytest.mark.parametrize("texts", [["eins zwei", "eins zwei"], ["Haus und", "Baum oder", "Weg mit", "Tal ohne"]])
def test_too_few_texts_or_nothing_shared_teach_nothing(texts: list[str]) -> None:
    """Two entries may share a word by chance."""
    assert Vocabulary(texts).rendering(texts) is None


WORDS = st.text(st.sampled_from("AaBbzé'’-İß 1日アッァ가ابא_.@"), max_size=20)


@given(WORDS.filter(lambda word: bool(word.split())), WORDS, st.sampled_from(["de", "ja", "ar", "he", "tr"]))
def test_any_name_can_be_looked_for_in_any_text(name: str, text: str, locale: str) -> None:
    """Whatever the letters are, there is an answer."""
    assert stand(name, text, locale) in Stand


@pytest.mark.parametrize("written", ["üKrinin", "kÜrinin"])
def test_a_capital_that_only_a_slip_puts_there_makes_no_name(written: str) -> None:
    """A name begins with its capital."""
    assert stand("Curie", f"Mariya {written} məktubu", "az") is Stand.ABSENT
    assert stand("Curie", "Mariya Kürinin məktubu", "az") is Stand.LIKE
