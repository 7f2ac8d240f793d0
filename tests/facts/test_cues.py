"""The word lists of each language, and how they are looked for."""

from importlib import import_module
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from l10n_tool.facts.cues import Kind, cues_in, lists_of, may_have
from l10n_tool.facts.languages import LANGUAGES
from l10n_tool.facts.text import Text

MODULES = sorted(set(LANGUAGES.values()))
NEEDED = ("NOT", "NEGATIVE", "HEDGES", "HEDGING", "INTENSIFIERS", "INTENSE")
PIECES = st.sampled_from(
    [
        *[
            "not",
            "no",
            "n't",
            "cannot",
            "called",
            "so-called",
            "very",
            "sogenannt",
            "kein",
            "İPTAL",
            "etmeyin",
            "değil",
            "ılık",
        ],
        *[
            "не",
            "только",
            "ни-",
            "ない",
            "なければなりません",
            "非常に",
            "لا",
            "المزعومة",
            "ne",
            "pas",
            "l’",
            "n'importe",
            "—",
        ],
        *[".", "\n", "5", "_", "(", "“x”", "ß", "Σ", "yo‘q"],
    ]
)
TEXTS = st.one_of(
    st.text(max_size=40), st.lists(PIECES, max_size=8).map(" ".join), st.lists(PIECES, max_size=8).map("".join)
)


def found(words: str, language: str) -> list[tuple[str, int]]:
    return [(words[cue.start : cue.end], cue.kinds) for cue in cues_in(Text(words, language))]


def denials(words: str, language: str) -> list[str]:
    return [word for word, kinds in found(words, language) if kinds & Kind.NOT]


@pytest.mark.parametrize("module", MODULES)
def test_each_language_has_each_list(module: str) -> None:
    """A list that was forgotten would make a check silent."""
    lists = import_module(f"l10n_tool.facts.languages.{module}")

    assert [name for name in NEEDED if len(getattr(lists, name).split()) < 2] == []


@pytest.mark.parametrize("module", MODULES)
def test_each_item_is_in_lower_case_and_can_be_read(module: str) -> None:
    """An item with a capital would never be found."""
    lists = import_module(f"l10n_tool.facts.languages.{module}")
    items = " ".join(getattr(lists, name, "") for name in (*NEEDED, "NEUTRAL", "CONCORD", "CONTRARY")).split()
    code = next(code for code, home in LANGUAGES.items() if home == module)

    assert [
        item for item in items if "(?" not in item and item.replace("\\W", "") != item.replace("\\W", "").lower()
    ] == []
    assert lists_of(code).find(Text("", code)) == ()


@pytest.mark.parametrize(
    ("language", "words", "expected"),
    [
        ("en", "We don’t, and CANNOT, and can't.", ["don’t", "CANNOT", "can't"]),
        ("de", "Keiner der Kinder, nie, keinesfalls; und unter uns", ["Keiner", "nie", "keinesfalls"]),
        ("tr", "Yapmıyoruz, YAPMAYACAKLAR, gelmemiş, bilmez, gelemedik, değildir, yoktur", 7 * ["?"]),
        ("tr", "Geliyoruz, yapacaklar, temmuz, namaz, maden, memeli, tamam, önlem almadan önce", []),
        ("az", "Gəlmir, yazmayacaq, görməmiş, bilməz, oxumadı, deyil, yoxdur", 7 * ["?"]),
        ("az", "Gəlir, dəmir, kömür, təmir, namaz, gəlməmişdən əvvəl", []),
        ("ja", "読みません。読まない。読まなかった。読まず", ["ません", "ない", "なかっ", "ず"]),
        ("ja", "読まなければなりません。来るかもしれません。少ない。", []),
        ("fr", "Je ne viens pas ; n’importe qui vient de plus en plus.", ["pas"]),
        ("ar", "ولا يوجد، ولم يأت، وليس، بدون", ["ولا", "ولم", "وليس", "بدون"]),
        ("ko", "읽지 않습니다. 없어요.", ["않습니다", "없어요"]),
        ("sr", "Није важно. Nije važno.", ["Није", "Nije"]),
        ("zh_Hans", "特别非常不同", []),
        ("xx", "not never", []),
    ],
)
def test_words_and_endings_that_deny_are_found(language: str, words: str, expected: list[str]) -> None:
    """Also in capitals, with the Turkish i, and beside words that only look like it."""
    seen = denials(words, language)

    assert seen == expected or (expected[:1] == ["?"] and len(seen) == len(expected))


def test_a_phrase_counts_for_its_words() -> None:
    """What is neutral as a phrase is not read word by word."""
    assert [
        word for word, kinds in found("The so-called plan, not only so", "en") if kinds & (Kind.HEDGE | Kind.NOT)
    ] == ["so-called"]


@settings(max_examples=200, deadline=None)
@given(words=TEXTS, language=st.sampled_from([*LANGUAGES, "xx", ""]))
def test_cues_stand_in_order_and_apart_and_a_glance_misses_none(words: str, language: str) -> None:
    """Whatever the text is, its cues are places in it."""
    text = Text(words, language)

    cues = cues_in(text)

    assert all(0 <= cue.start < cue.end <= len(words) for cue in cues)
    assert all(one.end <= other.start for one, other in pairwise(cues))
    assert all(may_have(text, cue.kinds) for cue in cues)
