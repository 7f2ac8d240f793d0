"""What is proposed for a termbase."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n_tool.facts.text import Text
from l10n_tool.termbase import Term, Termbase
from l10n_tool.termbase.candidates import Candidate, Kind, candidates
from l10n_tool.termbase.suggesting import suggestions

TEXTS = [
    "Open Shelves was founded in March. A library card is free.",
    "The Open Shelves team wrote to the Ministry of Education and to Anna.",
    "On Monday we read “A Long Story” aloud. Bring your library cards.",
    "Yet Another Heading With Capitals",
    "Thank you. Everybody came.\nEverybody left.",
]
PAIRS = [
    ("Open Shelves is a campaign.", "„Offene Regale“ ist eine Kampagne."),
    ("The Open Shelves team is here.", "Hier ist das Team der Offenen Regale."),
    ("The team is here.", "Hier ist das Team."),
    ("Wikimedia gave us pictures.", "Von Wikimedia sind die Bilder."),
]


def found(*texts: str, language: str = "en") -> list[Candidate]:
    return candidates([Text(text, language) for text in texts], language)


def test_names_titles_and_what_is_repeated_are_found_in_this_order() -> None:
    """Not what begins a sentence or a line, nor days and months, nor a heading's capitals."""
    assert found(*TEXTS) == [
        Candidate("Open Shelves", Kind.NAME, 2),
        Candidate("Ministry of Education", Kind.NAME, 1),
        Candidate("Anna", Kind.NAME, 1),
        Candidate("A Long Story", Kind.TITLE, 1),
        Candidate("library card", Kind.REPEATED, 2),
    ]


def test_where_nouns_have_capitals_one_word_is_no_name() -> None:
    """German writes every noun so."""
    assert found("Wir lesen die Bücher der Offenen Regale.", language="de") == [
        Candidate("Offenen Regale", Kind.NAME, 1)
    ]


def test_a_script_without_capitals_has_quoted_titles_only_by_their_first_letter() -> None:
    """Nothing is guessed where nothing shows it."""
    assert found("図書館は開いています。図書館です。", language="ja") == []


@pytest.mark.parametrize(
    ("language", "texts", "expected"),
    [
        ("en", ["One librarian came.", "Two librarians", "The librarians", "Many librarians"], ("librarian", 4)),
        ("ru", ["Много страниц.", "Нет страницы.", "Эти страницы.", "Вижу страницу."], ("страницы", 4)),
        ("de", ["Eine Kiste", "Zwei Kisten", "Drei Kisten", "Viele Kisten"], ("Kisten", 4)),
        ("tr", ["Bir dosya", "Çok dosyalar", "Büyük dosyalar", "Bizim dosyaları"], ("dosya", 4)),
        ("ar", ["هذه رسالة", "في رسالتها", "كتب رسالة", "عن رسالتها"], ("رسالة", 4)),
        ("uk", ["Ось книгарня.", "Нема книгарні.", "Біля книгарні.", "Бачу книгарню."], ("книгарні", 4)),
    ],
)
def test_the_forms_of_a_word_are_one_proposal(language: str, texts: list[str], expected: tuple[str, int]) -> None:
    """With its own letters, as it is written most often; as the base where that is known."""
    repeated = [one for one in found(*texts, language=language) if one.kind is Kind.REPEATED]

    assert [(one.text, one.texts) for one in repeated] == [expected]


def test_the_forms_of_a_name_are_one_proposal() -> None:
    """A name counts once for each text, in whatever forms it stands there."""
    texts = [
        "Это город Открытые Двери.",
        "Письмо пришло от Открытых Дверей и об Открытых Дверях.",
        "Мы здесь, Открытые Двери.",
    ]

    assert found(*texts, language="ru") == [Candidate("Открытые Двери", Kind.NAME, 3)]


def test_a_polite_word_makes_no_name() -> None:
    """Nor does an article that begins a sentence, where nouns have capitals."""
    assert found("Sind Sie da?", "Wählen Sie.", "Hier ist die Seite. Die Seite ist da.", language="de") == []


@pytest.mark.parametrize(
    ("language", "texts", "expected"),
    [
        ("ja", ["Wikimediaと写真", "彼のGitHubを見る"], [("Wikimedia", Kind.NAME), ("GitHub", Kind.NAME)]),
        ("ja", ["ジェイン・オースティンを読む"], [("ジェイン・オースティン", Kind.NAME)]),
        ("ja", ["「長い話」を読む", "彼は「はい、そうです。」と言った"], [("長い話", Kind.TITLE)]),
        ("ja", ["ライブラリの本", "ライブラリへ行く", "ノートを買う"], [("ライブラリ", Kind.REPEATED)]),
        ("zh", ["我们读《长篇故事》", "图书馆在这里，图书馆"], [("长篇故事", Kind.TITLE)]),
        ("zh", ["来自 Open Shelves 的信"], [("Open Shelves", Kind.NAME)]),
        ("th", ["จดหมายจาก Wikimedia", "อ่าน “เรื่องยาว” แล้ว"], [("Wikimedia", Kind.NAME), ("เรื่องยาว", Kind.TITLE)]),
        ("ko", ["Wikimedia에서 온 사진"], [("Wikimedia", Kind.NAME)]),
    ],
)
def test_where_words_are_not_parted_by_spaces_names_show_by_their_letters(
    language: str, texts: list[str], expected: list[tuple[str, Kind]]
) -> None:
    """Katakana, Latin letters, and quotation marks; where a word of the script itself ends is not guessed."""
    assert [(one.text, one.kind) for one in found(*texts, language=language)] == expected


def test_a_title_of_a_script_without_capitals_is_proposed() -> None:
    """Its quotation marks show it."""
    assert found("قرأنا «قصة طويلة» معا.", language="ar") == [Candidate("قصة طويلة", Kind.TITLE, 1)]


def test_a_form_of_what_the_termbase_has_is_not_proposed() -> None:
    """Somebody has thought of it already."""
    known = Termbase((Term("страница", "de"),))
    texts = ["Вот страница.", "Нет страницы.", "Эти страницы.", "Вижу страницу."]

    assert suggestions(texts, "ru", {}, known, 10) == []


def test_what_translations_have_in_common_is_proposed_as_required() -> None:
    """The form that is written most often; nothing where translations differ, and no line of another locale."""
    lines = suggestions([source for source, _ in PAIRS], "en", {"de": PAIRS, "fr": []}, Termbase(), 10)

    assert lines[0] == Term("Open Shelves", "de", ("Offene Regale",))


def test_nothing_is_proposed_where_translations_differ() -> None:
    """A word that stands in most translations is no rendering of the term."""
    german = [
        ("The Open Shelves team", "Dieses Team der Regale"),
        ("Meet Open Shelves", "Hier ist dieses Bücherbrett"),
        *((f"This is number {number}.", f"Dieses ist dieses und Nummer {number}.") for number in range(5)),
    ]

    lines = suggestions([source for source, _ in german], "en", {"de": german}, Termbase(), 1)

    assert lines == [Term("Open Shelves")]


def test_a_name_that_stays_everywhere_is_a_line_of_all_locales() -> None:
    """It is required as it is."""
    sources = ["Pictures of Wikimedia", "We thank Wikimedia."]
    german = [("We thank Wikimedia.", "Danke, Wikimedia.")]

    lines = suggestions(sources, "en", {"de": german}, Termbase(), 10)

    assert lines == [Term("Wikimedia", required=("Wikimedia",))]


def test_what_the_termbase_has_is_not_proposed_again_and_the_limit_holds() -> None:
    """Capitals are no difference; the limit counts terms."""
    known = Termbase((Term("open shelves", "de"),))

    assert [line.term for line in suggestions(TEXTS, "en", {}, known, 2)] == ["Ministry of Education", "Anna"]


@given(
    texts=st.lists(st.text(st.sampled_from("aBc D'“”.\n本éカー・«яПи*"), max_size=30), max_size=5),
    language=st.sampled_from(["en", "de", "ja", "ar", "ru", "tr", "th"]),
)
def test_any_texts_have_candidates_that_stand_in_them(texts: list[str], language: str) -> None:
    """Nothing is made up, and nothing is counted more often than there are texts."""
    for candidate in found(*texts, language=language):
        assert candidate.text.strip()
        assert 1 <= candidate.texts <= len(texts)
        words = candidate.text.casefold().split()
        assert any(all(word[:2] in text.casefold() for word in words) for text in texts)
