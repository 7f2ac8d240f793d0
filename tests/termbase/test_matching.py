"""Which terms a source has, and what is wrong in its translation."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n_tool.facts.text import Span, Text
from l10n_tool.termbase import ANY_SOURCE, Term
from l10n_tool.termbase.matching import Matcher
from l10n_tool.termbase.phrases import Phrase, Tokens


def hits(source: str, *terms: Term, language: str = "en") -> list[str]:
    """Return what stands in the source where terms were found."""
    found = Matcher(terms, language, "de").hits(Text(source, language))
    return [source[start:end] for hit in found for start, end in hit.spans]


def problems(source: str, translation: str, *terms: Term, language: str = "de") -> list[tuple[str, list[str]]]:
    """Return each forbidden rendering with its marks; of a missing one the marks are those of the source."""
    found = Matcher(terms, "en", language).problems(Text(source, "en"), Text(translation, language))
    return [
        (one.forbidden, [translation[a:b] for a, b in one.marks] or [source[a:b] for a, b in one.source_marks])
        for one in found
    ]


@pytest.mark.parametrize(
    ("term", "source", "found"),
    [
        (Term("library card"), "Two library cards, a Library‑card.", ["library cards", "Library‑card"]),
        (Term("library card"), "A **library** card, a library's card", ["library** card"]),
        (Term("library card"), "a library, card", []),
        (Term("card"), "a cardigan, discard", []),
        (Term("card"), "a `card` at https://example.org/card", []),
        (Term("US"), "tell us, US and U.S.", ["US"]),
        (Term("US", case=False), "tell us", ["us"]),
        (Term("us", case=True), "US and us", ["us"]),
        (Term("Open Shelves"), "open shelves, OPEN SHELVES", ["OPEN SHELVES"]),
        (Term("COVID-19"), "COVID-19, COVID 19, COVID-20", ["COVID-19", "COVID 19"]),
        (Term("G7"), "the G7 and the G8", ["G7"]),
        (Term("24/7"), "open 24/7 in 2024", ["24/7"]),
        (Term("volunt*"), "volunteers and a volunteering", ["volunteers", "volunteering"]),
        (Term("O'Brien"), "O’Brien’s book", ["O’Brien"]),
        (Term("&"), "you & me", ["&"]),
        (Term("library"), "lib\u00adrary", ["lib\u00adrary"]),
    ],
)
def test_a_term_is_found_in_its_forms(term: Term, source: str, found: list[str]) -> None:
    """Whole words, in any form, with the capitals that the term has, and not in code."""
    assert hits(source, term) == found


def test_the_longest_term_is_meant() -> None:
    """A term inside a longer one asks for nothing, unless it stands elsewhere too."""
    terms = Term("reading"), Term("reading age"), Term("the reading age group")

    assert hits("Reading is free. No reading ages.", *terms) == ["Reading", "reading ages"]
    assert hits("the reading age group", *terms) == ["the reading age group"]


def test_two_terms_may_be_meant_by_the_same_words() -> None:
    """Neither is longer than the other."""
    assert hits("a card", Term("card"), Term("car*")) == ["card", "card"]


@pytest.mark.parametrize(
    ("language", "source"),
    [("fr", "Toute l’œuvre"), ("ja", "図書館のカード"), ("ru", "В библиотеках"), ("de", "Der Bibliotheken")],
)
def test_sources_are_in_any_language(language: str, source: str) -> None:
    """Elided articles, no spaces, cases."""
    terms = {"fr": "œuvre", "ja": "図書館", "ru": "библиотека", "de": "Bibliothek"}

    assert len(hits(source, Term(terms[language]), language=language)) == 1


def test_a_wanted_rendering_may_have_words_between_and_other_forms() -> None:
    """Two at most; one of several is enough, and an allowed one too."""
    term = Term("library card", required=("Ausweis der Bibliothek",), allowed=("Karte",))

    assert problems("a library card", "ein Ausweis für die der Bibliotheken", term) == []
    assert problems("a library card", "Karten", term) == []
    assert problems("a library card", "die Bibliothek und der Ausweis", term) == [("", ["library card"])]


def test_a_forbidden_rendering_has_its_words_in_a_row() -> None:
    """What is an error must be there almost surely."""
    term = Term("library card", forbidden=("kleine Karte",))

    assert problems("a library card", "eine kleine blaue Karte", term) == []
    assert problems("a library card", "mit kleinen Karten", term) == [("kleine Karte", ["kleinen Karten"])]


def test_a_forbidden_word_may_be_part_of_what_is_wanted() -> None:
    """By its own term inside a longer rendering, or by another term of the source."""
    card = Term("card", required=("Karte mit Bild",), forbidden=("Karte",))
    other = Term("map", required=("Karte",))

    assert problems("a card", "eine Karte mit Bild", card) == []
    assert problems("a card", "eine Karte", card) == [("Karte", ["Karte"])]
    assert problems("a card and a map", "eine Karte mit Bild und eine Karte", card, other) == []


def test_forms_of_one_word_may_be_wanted_and_forbidden() -> None:
    """What is written as it is wanted is right, and what is written as it is forbidden is not."""
    term = Term("card", required=("Karten",), forbidden=("Karte",))

    assert problems("a card", "zwei Karten", term) == []
    assert problems("a card", "eine Karte", term) == [("Karte", ["Karte"])]


def test_what_is_forbidden_everywhere_needs_no_term() -> None:
    """Its line has a star for a term."""
    term = Term(ANY_SOURCE, forbidden=("angeblich", "so genannt"))

    assert problems("It was.", "Das angebliche, so genannte Ding", term) == [
        ("angeblich", ["angebliche"]),
        ("so genannt", ["so genannte"]),
    ]


@pytest.mark.parametrize(
    ("language", "translation", "there"),
    [
        ("ru", "Команда «Оупен шелвз»", True), ("ar", "فريق أوبن شيلفز", True),
        ("ja", "オープン・シェルブズのチーム", True),
        ("tr", "Open Shelves'in ekibi", True), ("ru", "Команда Open Shelves", True),
        ("ru", "Команда «Открытые полки»", False),
        ("ar", "فريق كبير هنا", False), ("fr", "L'équipe", False),
    ],
)  # fmt: skip
def test_a_name_that_stays_may_be_written_in_the_letters_of_the_language(
    language: str, translation: str, there: bool
) -> None:
    """By its sound; a translation of the name is not the name."""
    term = Term("Open Shelves", required=("Open Shelves",))

    assert (problems("The Open Shelves team", translation, term, language=language) == []) is there


TEXTS = st.text(st.sampled_from("aAbB İıßé\u0301\u00ad'’-*|= 本ーمכ1\n"), max_size=20)


@given(
    text=TEXTS, rendering=TEXTS.filter(str.strip), language=st.sampled_from(["de", "tr", "ja", "ar", "he", "en", "xx"])
)
def test_what_is_found_is_a_place_in_the_text(text: str, rendering: str, language: str) -> None:
    """Spans are in order, do not overlap, and hold something; what is found strictly is found loosely."""
    phrases = [Phrase(rendering, language, case=False, loose=loose) for loose in (False, True)]

    strict, loose = (list(phrase.find(Tokens(Text(text, language)))) for phrase in phrases)

    for spans in (strict, loose):
        places = [0, *(place for span in spans for place in span)]
        assert places == sorted(places)
        assert all(text[start:end] for start, end in spans)
    assert not strict or loose


@pytest.mark.parametrize("language", ["de", "ja"])
def test_a_long_text_is_read_as_often_as_a_short_one(language: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each rendering is looked for a fixed number of times, however often it stands there."""
    looks = 0
    find = Phrase.find

    def counted(self: Phrase, tokens: Tokens, *, between: int | None = None) -> Iterator[Span]:
        nonlocal looks
        looks += 1
        return find(self, tokens, between=between)

    monkeypatch.setattr(Phrase, "find", counted)
    terms = Term("card", required=("Karte mit Bild",), forbidden=("Karte",)), Term("map", required=("Plan",))
    counts = []
    for times in (10, 1_000):
        looks = 0
        found = problems("a card and a map", "Karte Karte mit Bild Plan. " * times, *terms, language=language)
        counts.append((looks, len(found[0][1]) // times))

    assert counts[0] == counts[1]
    assert counts[0][1] == 1


def test_many_terms_are_looked_up_by_their_words() -> None:
    """Each different word of the sources is compared with the few terms that begin alike, once."""
    terms = [Term(f"{one}{two}ple") for one in "bcdfghjklmnpqrstvwxz" for two in "aeiou"]
    matcher = Matcher(terms, "en", "de")
    compared = 0
    fits = matcher._index._fits

    def counted(phrase: Phrase, part: str) -> bool:
        nonlocal compared
        compared += 1
        return fits(phrase, part)

    matcher._index._fits = counted  # type: ignore[method-assign]
    found = [len(matcher.hits(Text(f"Nobody saw {number} baples or maples.", "en"))) for number in range(200)]

    assert found == [2] * 200
    assert compared < 20
