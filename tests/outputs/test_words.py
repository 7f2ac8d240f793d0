"""The words that a page says by itself."""

import pytest

from l10n_tool.languages import Language, language
from l10n_tool.outputs.words import WORDS, words_in


@pytest.mark.parametrize("code", ["ar", "az", "de", "en", "es", "fr", "ja", "ru", "tr"])
def test_the_project_s_languages_have_words(code: str) -> None:
    """Readers of the sample are spoken to in their own language."""
    assert words_in(Language(code)) == WORDS[code]


@pytest.mark.parametrize(
    ("code", "tag"), [("pt_BR", "pt"), ("zh_TW", "zh-TW"), ("zh_Hant_HK", "zh-Hant"), ("zh_Hans_SG", "zh-Hans")]
)
def test_a_region_takes_the_words_of_its_language(code: str, tag: str) -> None:
    """The nearest tag wins."""
    assert words_in(language(code)) == WORDS[tag]


@pytest.mark.parametrize("code", ["ar@latin", "uz", "ru_Latn_RU"])
def test_words_of_another_script_are_no_words(code: str) -> None:
    """A reader of one script gets no sentence in another."""
    assert words_in(language(code)) is None


def test_every_sentence_is_one_of_its_own() -> None:
    """No line of the table is a copy of another language's: Chinese in its regions apart."""
    sentences = [words.incomplete for tag, words in WORDS.items() if not tag.startswith("zh-")]

    assert len(set(sentences)) == len(sentences)
