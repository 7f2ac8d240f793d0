"""Splitting into sentences and joining them: nothing lost, nothing torn."""

import unicodedata
from pathlib import Path

import pytest
import sentencex
from hypothesis import given
from hypothesis import strategies as st

from l10n_tool.markup.marks import Role, find_marks
from l10n_tool.sentences import Sentence, join_sentences, split_sentences, unspaced
from l10n_tool.sentences.boundaries import MOST_CHARACTERS

DATA = Path(__file__).parent / "data" / "sentences"
LANGUAGES = [
    "en",
    "de",
    "fr",
    "es",
    "ru",
    "tr",
    "az",
    "ar",
    "ja",
    "zh_Hans",
    "hy",
    "ka",
    "fa",
    "hi",
    "el",
    "pt_BR",
    "ko",
]
#: What makes a text hard to split: ends, abbreviations, marks, line breaks, and characters that nobody sees.
PIECES = [
    "Read", "books", "Prof", "8", "XX", "И", "г", "本", "読む", "好", "قرأ", "पढ़ो", ".", ". ", "… ", "...", "! ", "? ",
    "。", "？", "“", "”", "„", "«", "» ", "(", ")", "「", "」", '"', "'", "’", "**", "*", "`", "[", "](https://e.org)",
    "[^1]", "<b>", "</b>", "<br>", "\\\n", "\n", "  \n", "\\", "{n}", "%s", "&nbsp;", "&amp;", "https://e.org.",
    "a@e.org", " ", "\t", "\u00a0", "\u3000", "\u200b", "\u200f", "\u2067", "\u2028", "\r\n", "😀", "\x85", "\x00",
]  # fmt: skip
TEXTS = st.lists(st.sampled_from(PIECES), max_size=40).map("".join) | st.text(max_size=80)
LOCALES = st.sampled_from(LANGUAGES)


def cases() -> list[tuple[str, str]]:
    """Return each language's paragraphs from the data files."""
    return [
        (path.stem, line.replace("⏎", "\\\n"))
        for path in sorted(DATA.glob("*.txt"))
        for line in path.read_text("utf-8").splitlines()
        if line and not line.startswith("#")
    ]


@pytest.mark.parametrize(("language", "case"), cases())
def test_sentences_end_where_a_reader_sees_them_end(language: str, case: str) -> None:
    """The paragraphs of tests/data/sentences, a file per language."""
    sentences = split_sentences(case.replace("|", ""), language, markdown=True)

    assert "".join(f"{one.text}|{one.gap}" for one in sentences).removesuffix("|") == case


@pytest.mark.parametrize("language", ["ar", "az", "de", "en", "es", "fr", "ja", "ru", "tr", "zh"])
def test_each_of_the_first_ten_languages_has_25_cases(language: str) -> None:
    """A claim about a language rests on that many."""
    assert len([1 for name, _ in cases() if name == language]) >= 25


@given(text=TEXTS, language=LOCALES, markdown=st.booleans())
def test_texts_and_gaps_joined_are_the_text(text: str, language: str, markdown: bool) -> None:
    """Whatever the text: nothing is lost, nothing added."""
    sentences = split_sentences(text, language, markdown=markdown)

    assert "".join(one.text + one.gap for one in sentences) == text
    assert sentences[-1].gap == ""


@given(text=TEXTS, language=LOCALES, markdown=st.booleans())
def test_a_sentence_has_no_white_space_at_its_ends(text: str, language: str, markdown: bool) -> None:
    """Only where the text itself begins or ends with it; no sentence of several is empty."""
    texts = [one.text for one in split_sentences(text, language, markdown=markdown)]

    assert all(one and not one[0].isspace() for one in texts[1:])
    assert all(one and not one[-1].isspace() for one in texts[:-1])


@given(text=TEXTS, language=LOCALES, markdown=st.booleans())
def test_every_sentence_has_a_letter(text: str, language: str, markdown: bool) -> None:
    """A number, a dash or a smiling face alone is nothing to translate."""
    sentences = split_sentences(text, language, markdown=markdown)

    assert len(sentences) == 1 or all(any(map(str.isalpha, one.text)) for one in sentences)


@given(text=TEXTS, language=LOCALES, markdown=st.booleans())
def test_no_pair_of_marks_is_torn(text: str, language: str, markdown: bool) -> None:
    """A link, bold or a pair of tags over two sentences holds them together."""
    sentences = split_sentences(text, language, markdown=markdown)

    ends = [len("".join(one.text + one.gap for one in sentences[:at])) for at in range(1, len(sentences))]
    pairs: dict[int, list[int]] = {}
    for mark in find_marks(text, markdown=markdown):
        if mark.role is not Role.ALONE:
            pairs.setdefault(mark.pair, []).append(mark.start)
    assert [end for end in ends for start, close in pairs.values() if start < end <= close] == []


@pytest.mark.parametrize("markdown", [True, False])
@pytest.mark.parametrize("gap", ["\n", "\n\n", " \n ", "\r\n", "<br>"])
def test_a_line_break_parts_sentences_and_stands_in_the_gap(gap: str, markdown: bool) -> None:
    """The lines of a signature are translated one by one, though none ends in a full stop."""
    sentences = split_sentences(f"the team{gap}the office", "en", markdown=markdown)

    assert sentences == (Sentence("the team", gap), Sentence("the office"))


@pytest.mark.parametrize("text", ["", " ", "\n", "Read", " Read. ", "…", "1.", "**", "<br>", "\ud800. \udfff"])
def test_a_text_of_one_sentence_comes_back_as_it_is(text: str) -> None:
    """With its outer white space, and also where no encoding can hold it."""
    assert split_sentences(text, "en", markdown=True) == (Sentence(text),)


def test_white_space_at_the_ends_of_a_text_stays_with_its_sentences() -> None:
    """A string that begins with a space wants one in its translation."""
    assert split_sentences("  Read.  Write.\n", "en", markdown=False) == (
        Sentence("  Read.", "  "),
        Sentence("Write.\n"),
    )


def test_a_no_break_space_ends_no_sentence() -> None:
    """Who types one wants both sides together."""
    assert len(split_sentences("See vol.\u00a0Two. Read it.", "en", markdown=False)) == 2


@pytest.mark.parametrize("language", ["", "xx", "tlh", "not a locale", "zh-Hant-TW", "sr@latin"])
def test_any_language_has_sentences(language: str) -> None:
    """One that nobody knows has the ends that all have."""
    assert len(split_sentences("Read! Write? Rest.", language, markdown=False)) == 3


@pytest.mark.parametrize("unit", ["“Read it. ", "Read it. ", "word ", "(a. B", "x", "。", '" x. Y', "… "])
def test_time_grows_with_the_length_of_a_text(unit: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Twice the text is twice the calls, of bounded size each: an unclosed quotation mark costs no more."""
    asked: list[int] = []

    def get_sentence_boundaries(language: str, text: str) -> list[dict[str, int]]:
        asked.append(len(text))
        return list(original(language, text))

    original = sentencex.get_sentence_boundaries
    monkeypatch.setattr(sentencex, "get_sentence_boundaries", get_sentence_boundaries)
    counts = []
    for length in (60_000, 120_000):
        asked.clear()
        split_sentences(f"Hm! {unit * length}"[:length], "en", markdown=False)
        counts.append(len(asked))
        assert sum(asked) <= length

    assert max(asked) <= MOST_CHARACTERS
    assert counts[1] <= 2 * counts[0] + 1


def test_a_chunk_that_ends_inside_a_sentence_does_not_part_it() -> None:
    """What sentencex gets in one call is our affair, not the text's."""
    long = "word " * (MOST_CHARACTERS // 3)

    assert [one.text for one in split_sentences(f"{long}end. Next.", "en", markdown=False)] == [f"{long}end.", "Next."]


@given(text=TEXTS, language=LOCALES, markdown=st.booleans())
def test_the_sources_own_sentences_joined_are_the_source(text: str, language: str, markdown: bool) -> None:
    """Byte for byte, in whichever language: identity holds in sentence mode too."""
    sentences = split_sentences(text, language, markdown=markdown)

    texts, gaps = [one.text for one in sentences], [one.gap for one in sentences[:-1]]
    assert join_sentences(texts, gaps, language, source=language) == text


@given(text=TEXTS, language=LOCALES, target=LOCALES)
def test_a_source_that_nobody_translated_is_joined_to_itself(text: str, language: str, target: str) -> None:
    """In every language but the unspaced, which drop the spaces of full-width text."""
    narrow = "".join("x" if unicodedata.east_asian_width(one) in {"W", "F"} else one for one in text)
    source = narrow if unspaced(target) else text

    sentences = split_sentences(source, language, markdown=True)

    assert join_sentences([one.text for one in sentences], [one.gap for one in sentences[:-1]], target) == source


@pytest.mark.parametrize(
    ("gap", "language", "joined"),
    [
        (" ", "de", "Lies. Schreib."),
        ("  ", "de", "Lies.  Schreib."),
        ("", "de", "Lies. Schreib."),
        ("\u3000", "de", "Lies. Schreib."),
        ("\\\n", "de", "Lies.\\\nSchreib."),
        ("<br>", "de", "Lies.<br>Schreib."),
        (" ", "th", "Lies. Schreib."),
        ("", "ko", "Lies. Schreib."),
    ],
)
def test_sentences_are_joined_with_the_sources_white_space(gap: str, language: str, joined: str) -> None:
    """A language with spaces between sentences gets one where the source has none."""
    assert join_sentences(["Lies.", " Schreib."], [gap], language) == joined


@pytest.mark.parametrize(
    ("left", "right", "joined"),
    [
        ("読む。", "書く。", "読む。書く。"),
        ("「読む。」", "「書く。」", "「読む。」「書く。」"),
        ("“读书。”", "“写字。”", "“读书。”“写字。”"),
        ("[読む。](https://example.org)", "**書く**。", "[読む。](https://example.org)**書く**。"),
        ("Read.", "書く。", "Read.書く。"),
        ("読む。", "Write.", "読む。Write."),
        ("Read.", "Write.", "Read. Write."),
    ],
)
@pytest.mark.parametrize("language", ["ja", "zh_Hans", "yue"])
def test_chinese_and_japanese_have_no_space_between_sentences(
    left: str, right: str, joined: str, language: str
) -> None:
    """Only where no full-width character touches the seam."""
    assert join_sentences([left, right], [" "], language) == joined


def test_a_line_break_stays_in_every_language() -> None:
    """The lines of a signature are lines."""
    assert join_sentences(["読む", "書く", "休む"], ["\\\n", " "], "ja") == "読む\\\n書く休む"


def test_text_that_nobody_translated_keeps_its_own_spacing() -> None:
    """A catalogue whose every translation is its source gives the source, whatever its language."""
    assert join_sentences(["読む。", "書く。"], [""], "en") == "読む。書く。"
    assert join_sentences(["Read.", "Write."], ["  "], "ja") == "Read.  Write."


def test_korean_has_spaces_between_sentences() -> None:
    """Its letters are as wide as those of Japanese, from which it may come."""
    assert join_sentences(["읽는다.", "쓴다."], [""], "ko") == "읽는다. 쓴다."


def test_no_sentence_and_one_sentence_are_joined_to_themselves() -> None:
    """There is no seam."""
    assert join_sentences([], [], "de") == ""
    assert join_sentences([" Lies. "], [], "de") == " Lies. "


@pytest.mark.parametrize(
    ("language", "expected"),
    [("zh_Hant", True), ("ja", True), ("yue", True), ("th", False), ("km", False), ("ko", False), ("sr@latin", False)],
)
def test_languages_without_a_space_between_sentences(language: str, expected: bool) -> None:
    """Thai, Lao, Khmer and Burmese part words without spaces, and sentences with them."""
    assert unspaced(language) is expected
