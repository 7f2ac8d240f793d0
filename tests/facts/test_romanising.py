"""Words of other scripts as they sound."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n_tool.facts.folding import fold
from l10n_tool.facts.romanising import letters, likeness, sounds, well_spelt

RENDERED = {
    "Heinz": ["Хайнцем", "هاينز", "היינץ", "ハインツ", "हाइन्ज़", "하인츠", "ჰაინცმა", "Χάιντς"],
    "London": [
        "Лондоне",
        "لندن",
        "לונדון",
        "ロンドン",
        "लंदन",
        "런던에서",
        "ლონდონიდან",
        "Λονδίνο",
        "Լոնդոնում",
        "ลอนดอน",
    ],
    "Rotterdam": ["Роттердаме", "روتردام", "רוטרדם", "ロッテルダム", "로테르담"],
    "Manchester": ["Манчестера", "مانشستر", "מנצ'סטר", "マンチェスター", "맨체스터"],
    "Python": ["Пайтон", "파이썬"],
    "Geneva": ["Женеве", "ジュネーブ", "Cenevre"],
}
WORDS = "библиотека читали مكتبة Children 図書館 ספרייה पुस्तक 도서관"


@pytest.mark.parametrize(("name", "word"), [(name, word) for name, words in RENDERED.items() for word in words])
def test_a_name_is_heard_in_another_script(name: str, word: str) -> None:
    """Endings and what a script cannot write make no difference."""
    assert likeness(name, word) >= 0.7


@pytest.mark.parametrize("word", WORDS.split())
def test_another_word_is_not_heard_as_the_name(word: str) -> None:
    """A name that was dropped is not found in the next best word."""
    assert [name for name in RENDERED if likeness(name, word) >= 0.7] == []


@pytest.mark.parametrize(
    ("name", "right", "wrong"),
    [
        ("Manchester", "Манчестере", "Манечстере"),
        ("Manchester", "مانشستر", "مانشتسر"),
        ("Rotterdam", "ロッテルダム", "ロッルテダム"),
        ("Rotterdam", "Роттердаме", "Роттердмае"),
        ("Toronto", "Торонто", "Тронто"),
        ("Mandela", "मंडेला", "मंलेडा"),
    ],
)
def test_letters_that_were_lost_or_changed_places_are_a_slip(name: str, right: str, wrong: str) -> None:
    """What a way of transliterating explains is none."""
    assert (well_spelt(name, right), well_spelt(name, wrong)) == (True, False)


@pytest.mark.parametrize(
    ("word", "written"),
    [
        ("ジャンゴ", "jango"),
        ("ティ", "ti"),
        ("Джанго", "jango"),
        ("Χάιντς", "hains"),
        ("東京", ""),
        ("München", "muncen"),
    ],
)
def test_a_word_has_a_letter_for_each_sound(word: str, written: str) -> None:
    """Small kana take the place of a vowel; nothing is heard from Han characters."""
    assert letters(word) == written


@pytest.mark.parametrize(("text", "plain"), [("İstanbul", "istanbul"), ("Çağrı", "cagri"), ("Łódź", "lodz")])
def test_diacritics_are_folded(text: str, plain: str) -> None:
    """A name without them is the same name."""
    assert fold(text) == plain


@given(st.text(max_size=12), st.text(max_size=12))
def test_any_two_words_can_be_compared(one: str, other: str) -> None:
    """Likeness is a share, and the same word is never misspelt."""
    assert 0 <= likeness(one, other) <= 1
    assert well_spelt(one, one)
    assert set(sounds(one)) <= set("PTSKLN")
