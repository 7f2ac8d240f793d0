"""One source, one translation; and what comparing locales tells."""

import re
from collections.abc import Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from l10n_tool.catalogue import Catalogue, Entry
from l10n_tool.checks import CHECKS, Severity, check_catalogue
from l10n_tool.checks.running import check_locales, whole_of
from l10n_tool.facts.opposites import differ_in_fact

WITHIN = {name: CHECKS[name] for name in ("inconsistent", "same-translation")}
ACROSS = {name: CHECKS[name] for name in ("facts-across-locales", "other-locale")}
Told = list[tuple[str, str, Severity]]


def within(*pairs: tuple[str, str], locale: str = "de") -> Told:
    entries = tuple(Entry(source, (text,), line=at) for at, (source, text) in enumerate(pairs, 1))
    found = check_catalogue(Catalogue(entries), locale=locale, file="x.po", checks=WITHIN)
    return [(finding.check, finding.msgid, finding.severity) for finding in found]


def across(locales: Mapping[str, Mapping[str, str]], source_locale: str = "en") -> dict[str, list[str]]:
    wholes = [
        whole_of(
            Catalogue(tuple(Entry(source, (text,)) for source, text in texts.items())),
            locale=locale,
            file=locale,
            source_locale=source_locale,
        )
        for locale, texts in locales.items()
    ]
    told: dict[str, list[str]] = {}
    for finding in check_locales(wholes, ACROSS):
        told.setdefault(finding.locale, []).append(finding.message)
    return told


def test_a_source_in_two_translations_is_told_of_the_rarer_one() -> None:
    """Most entries show what is usual."""
    usual, other = ("Open the child’s card", "Karte öffnen"), ("open the child’s card.", "Ausweis aufmachen")

    found = within(usual, other, ("Open the child’s card!", "Karte öffnen!"))

    assert found == [("inconsistent", "open the child’s card.", Severity.INFO)]


def test_a_long_source_in_two_unlike_translations_is_a_warning() -> None:
    """A label is short, and its place may ask for another word; a sentence says the same everywhere."""
    text = "Every child of the town should have a card"

    found = within((text, "Jedes Kind der Stadt sollte einen Ausweis haben"), (text + ".", "Karten für alle Kleinen!"))

    assert found == [("inconsistent", text + ".", Severity.WARNING)]


def test_a_context_may_ask_for_another_translation() -> None:
    """However unlike the two are, it is info."""
    text = "Every child of the town should have a card"
    entries = (Entry(text, ("Jedes Kind braucht einen Ausweis",)), Entry(text, ("Karten!",), msgctxt="poster"))

    found = check_catalogue(Catalogue(entries), locale="de", file="x.po", checks=WITHIN)

    assert [finding.severity for finding in found] == [Severity.INFO]


@pytest.mark.parametrize(
    "pairs",
    [
        (("Open", "Öffnen"), ("open", "offen")),
        (("Open the child’s card", "Karte öffnen"), ("Open the child’s card:", "Karte öffnen:")),
        (("Open the child’s card", "Karte öffnen"), ("Open the child’s cards", "Ausweise aufmachen")),
        (("Open the child’s card", "Karte öffnen"), ("Open  the\nchild’s card", "Karte\nöffnen")),
    ],
)
def test_labels_marks_and_spaces_make_no_inconsistency(pairs: tuple[tuple[str, str], ...]) -> None:
    """What differs only at the ends, or is one word, is left alone."""
    assert within(*pairs) == []


OPPOSITES = [
    *[("Enable the card", "Disable the card"), ("Books with pictures", "Books without pictures"), ("Yes", "No")],
    *[("It is valid", "It is not valid"), ("Come in May", "Come in June"), ("Two books", "Three books")],
    *[
        ("Closed on Monday", "Closed on Sunday"),
        ("hundreds of books", "thousands of books"),
        ("Can read", "Cannot read"),
    ],
]


@pytest.mark.parametrize(("one", "other"), OPPOSITES[:-1])
def test_opposites_with_one_translation_are_a_warning(one: str, other: str) -> None:
    """One of them was copied and not changed."""
    assert within((one, "Ein Text"), (other, "Ein Text")) == [("same-translation", other, Severity.WARNING)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        *[("Delete", "Remove"), ("Delete the book", "Delete a book"), ("Yes", "Yes, please"), ("January", "Jan.")],
        *[
            ("Take the book off the shelf", "Remove the book from the shelf"),
            ("Brother", "Sister"),
            ("He reads", "She reads"),
        ],
    ],
)
def test_synonyms_may_share_a_translation(one: str, other: str) -> None:
    """Languages have one word where English has two."""
    assert within((one, "Ein Text"), (other, "Ein Text")) == []


def test_long_sources_that_have_nothing_in_common_are_told() -> None:
    """Six words and more are a warning, four are info."""
    long = ("Every child in town should have a card", "Ask your library to open on all Sundays")
    short = ("Show filter to customers", "Number of tickets left")

    assert within((long[0], "Ein Text"), (long[1], "Ein Text")) == [("same-translation", long[1], Severity.WARNING)]
    assert within((short[0], "Ein Text"), (short[1], "Ein Text")) == [("same-translation", short[1], Severity.INFO)]


def test_texts_that_stand_in_the_source_language_are_not_compared() -> None:
    """What is left as it is says what its source says."""
    assert within(("Yes", "No"), ("No", "No")) == []


@pytest.mark.parametrize(("one", "other"), OPPOSITES)
def test_texts_that_say_the_opposite_do_so_both_ways(one: str, other: str) -> None:
    """The words are given in the order of the texts."""
    these, those = one.lower().split(), other.lower().split()

    found = differ_in_fact(these, those)

    assert (found is None) == (one == "Can read")
    assert differ_in_fact(those, these) == (found and found[::-1])


@settings(max_examples=100, deadline=None)
@given(st.lists(st.sampled_from(["yes", "no", "not", "may", "june", "a"]), max_size=5))
def test_no_text_says_the_opposite_of_itself(words: list[str]) -> None:
    """It differs in nothing."""
    assert differ_in_fact(words, words) is None


YEARS = {"de": "Im Jahr 1992", "fr": "En 1992", "es": "En el año 1992", "ja": "1992年に"}
IN = "In the year of the flood"


@pytest.mark.parametrize(("text", "told"), [("В 1982 году", True), ("В год потопа", True), ("В ١٩٩٢", False)])
def test_a_year_that_all_others_state_is_missed(text: str, told: bool) -> None:
    """Another one, or none; other digits are the same year."""
    found = across({**{locale: {IN: year} for locale, year in YEARS.items()}, "ru": {IN: text}})

    assert list(found) == (["ru"] if told else [])


def test_a_small_number_may_be_written_in_words() -> None:
    """Only another one in its place is told."""
    source = "Lies zwanzig Minuten"
    others = {"en": "Read 20 minutes", "fr": "Lisez 20 minutes", "es": "Lee 20 minutos"}
    texts = {locale: {source: text} for locale, text in others.items()}

    assert across({**texts, "ru": {source: "Читай двадцать минут"}}, "de") == {}
    assert list(across({**texts, "ru": {source: "Читай 30 минут"}}, "de")) == ["ru"]


@pytest.mark.parametrize(
    ("source", "usual", "other"),
    [
        ("In 1982", "1982", "1992"),
        ("In 1982", "1992", "1982"),
        ("Read 20 minutes", "20", "30"),
        ("Read twenty minutes", "20", "30"),
    ],
)
def test_what_the_source_says_itself_is_left_to_the_check_of_numbers(source: str, usual: str, other: str) -> None:
    """In digits, or in English words; and where all others are wrong, the one that is right is not blamed."""
    texts = {locale: {source: usual} for locale in ("de", "fr", "es", "it")}

    assert across({**texts, "ru": {source: other}}) == {}


DAYS = {
    "de": "am 13. Mai", "fr": "le 13 mai", "tr": "13 Mayıs'ta", "ja": "5月13日に", "ar": "في ١٣ مايو", "az": "13 mayda",
    "zh_Hans": "5月13日",
}  # fmt: skip


@pytest.mark.parametrize(
    ("locale", "text", "told"),
    [
        ("ru", "13 июня", "13 June"),
        ("ru", "15 мая", "15 May"),
        ("es", "el 13 de junio", "13 June"),
        ("ko", "6월 13일", "13 June"),
        ("ru", "13 мая", None),
        ("ru", "13.05.2024", None),
        ("ru", "тринадцатого мая", None),
        ("ru", "весной", None),
        ("fa", "۲۳ اردیبهشت", None),
    ],
)
def test_a_date_that_all_others_have_is_told_where_it_differs(locale: str, text: str, told: str | None) -> None:
    """Days and months are compared, in whatever form; in words or left out, nothing is said, nor of other calendars."""
    found = across({**{other: {IN: day} for other, day in DAYS.items()}, locale: {IN: text}})

    says = f"the others say 13 May (ar, az, de, fr, ja, tr and 1 more), and it says {told}"
    assert {at: sorted(map(_sorted_names, messages)) for at, messages in found.items()} == (
        {locale: [_sorted_names(says)]} if told else {}
    )


def _sorted_names(message: str) -> str:
    return re.sub(r"\(.*\)", "()", message)


def test_a_date_of_the_source_is_left_to_the_check_of_dates() -> None:
    """But for one in digits that can be read in two ways."""
    texts = {"de": "am 5. Juni 2017", "fr": "le 5 juin 2017", "es": "el 5 de junio de 2017", "tr": "5 Haziran 2017"}
    other = "6 мая 2017"

    def told(source: str) -> list[str]:
        return list(across({**{at: {source: text} for at, text in texts.items()}, "ru": {source: other}}))

    assert told("On 5 June 2017") == []
    assert told("On 05/06/2017") == ["ru"]
    assert told("On 5/6/2017") == ["ru"]


@pytest.mark.parametrize(
    ("source", "usual", "locale", "text", "told"),
    [
        ("Half of them", {"de": "50 %", "fr": "50 %", "tr": "%50", "ja": "50パーセント"}, "ru", "50 из них", "50"),
        ("Half of them", {"de": "50 %", "fr": "50 %", "tr": "%50", "ja": "50パーセント"}, "ru", "50 процентов", ""),
        ("Half of them", {"de": "50 %", "fr": "50 %", "tr": "%50", "ja": "50パーセント"}, "qya", "50 coar", ""),
        ("50% of them", {"de": "50 %", "fr": "50 %", "tr": "%50", "ja": "50パーセント"}, "ru", "50 из них", ""),
        ("two hundred dollars", {"de": "200 Dollar", "fr": "200 $", "ja": "200ドル"}, "tr", "200 avro", "euros"),
        ("two hundred dollars", {"de": "200 Dollar", "fr": "200 $", "ja": "200ドル"}, "tr", "200 dolar", ""),
        (
            "$200 a dozen",
            {"de": "12 für 200 Dollar", "fr": "12 à 200 $", "ja": "12で200ドル"},
            "tr",
            "12'si 200 avro",
            "",
        ),
    ],
)
def test_a_share_and_a_currency_are_compared_too(
    source: str, usual: Mapping[str, str], locale: str, text: str, told: str
) -> None:
    """Where the source does not say them in a way that each translation is held to."""
    found = across({**{at: {source: it} for at, it in usual.items()}, locale: {source: text}})

    assert [messages[0].rpartition("it says ")[2] for messages in found.values()] == ([told] if told else [])
    assert set(found) <= {locale}


def test_two_against_one_decide_nothing() -> None:
    """Three others at least have to agree, and four fifths of all."""
    few = {locale: {IN: YEARS[locale]} for locale in ("de", "fr")}
    divided = {**{locale: {IN: "1992"} for locale in ("de", "fr", "es")}, "tr": {IN: "1991"}, "az": {IN: "1990"}}

    assert across({**few, "ru": {IN: "1982"}}) == {}
    assert across(divided) == {}


SENTENCE = "The children of the town read every day"
FRENCH = {SENTENCE: "Les enfants de la ville lisent tous les jours", "Town": "La ville", "Day": "Les jours des enfants"}
GERMAN = {SENTENCE: "Die Kinder der Stadt lesen jeden Tag", "Town": "Die Stadt", "Day": "Der Tag der Kinder"}


def test_a_text_of_another_locale_is_told_where_it_is_foreign() -> None:
    """The rest of the catalogues shows whose words they are."""
    found = across({"fr": FRENCH, "de": {**GERMAN, SENTENCE: FRENCH[SENTENCE]}})

    assert list(found) == ["de"]
    assert found["de"][0].startswith("it is the translation into fr")


def test_a_file_that_was_copied_is_told_once() -> None:
    """Hundreds of findings say no more than one."""
    texts = {f"Sentence {n} of the book": f"La phrase {n} de notre beau livre français" for n in range(30)}

    found = across({"fr": texts, "de": texts})

    assert {locale: len(told) for locale, told in found.items()} == {"fr": 1, "de": 1}
    assert "so are 29 more of this file" in found["de"][0]


@pytest.mark.parametrize(
    ("one", "other", "text"),
    [
        ("hu", "hu_RO", "A város gyermekei minden nap olvasnak"),
        ("pt", "pt_BR", "As crianças da cidade leem todos os dias"),
        ("cs", "sk", "Deti v meste každý deň čítajú"),
        ("fr", "de", SENTENCE),
        ("fr", "de", "Les enfants"),
        ("fr", "de", "https://example.org/a/very/long/address/of/a/page"),
    ],
)
def test_what_two_locales_may_share_is_left_alone(one: str, other: str, text: str) -> None:
    """Locales of one language, related languages, sources, short texts and addresses."""
    assert across({one: {SENTENCE: text, "Town": "Ville"}, other: {SENTENCE: text, "Town": "Stadt"}}) == {}
