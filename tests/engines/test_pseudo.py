"""The pseudo-locales."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n_tool.drafting import draft_text
from l10n_tool.engines import open_engine
from l10n_tool.markup import skeleton

TEXTS = (Path(__file__).parents[1] / "data" / "drafting" / "marked-up.txt").read_text("utf-8").splitlines()


def pseudo(text: str, target: str = "en_XA") -> str:
    with open_engine("pseudo", "en", target) as engine:
        return draft_text(engine, text, markdown=True, target=target).text


def test_accented_text_is_longer_and_in_brackets() -> None:
    """What is not accented was not translated; what lacks a bracket was cut off."""
    assert pseudo("Read **good** books, {name}.") == "⟦Ŕéåð **ĝööð** ƀööķš, {name}. öñé⟧"


def test_mirrored_text_keeps_its_letters_between_controls() -> None:
    """Each word is shown from right to left; numbers and marks stay as they are."""
    assert pseudo("Read *12* {n}", "ar_XB") == "\u200f\u202eRead\u202c\u200f *12* {n}"


@pytest.mark.parametrize("target", ["en_XA", "ar_XB"])
@pytest.mark.parametrize("text", TEXTS)
def test_marks_stay(text: str, target: str) -> None:
    """Markup, placeholders and addresses are those of the source."""
    assert skeleton(pseudo(text, target)) == skeleton(text)


@given(st.lists(st.text("abcdefghij", min_size=1, max_size=9), min_size=5, max_size=40))
def test_text_grows_by_a_third(words: list[str]) -> None:
    """Between 30 and 40 per cent, as translations from English do."""
    text = " ".join(words)
    if len(text) > 25:
        assert 1.28 <= len(pseudo(text)) / len(text) <= 1.4


def test_the_same_text_is_always_the_same() -> None:
    """A second run changes nothing."""
    assert pseudo("Read books") == pseudo("Read books")


def test_any_other_locale_gets_accented_text() -> None:
    """A layout can be tried in its own place, since a draft is never published."""
    with open_engine("pseudo", "en", "de") as engine:
        assert engine.translate("Read books") == pseudo("Read books")


def test_accents_are_one_letter_each() -> None:
    """No letter is lost or doubled."""
    assert re.fullmatch(r"⟦[^\W\d_]{26} .*⟧", pseudo("abcdefghijklmnopqrstuvwxyz"))
