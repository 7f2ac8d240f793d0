"""Spaces, quotation marks, invisible characters: what is mended, and what is left alone."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from l10n_tool.catalogue import Catalogue, Entry
from l10n_tool.checks import CHECKS, Severity, check_catalogue
from l10n_tool.checks.model import Subject
from l10n_tool.facts.typography import CODE, of_locale, quotes_of, visible
from l10n_tool.facts.typography_data import FRENCH_MARKS, OTHER_QUOTES, QUOTES

FIXABLE = ("spaces", "quotation-marks", "french-spacing", "ellipsis", "invisible-characters")
PIECES = st.sampled_from(
    [*"ab .,:;!?“”„«»…\t\n()[]`<>*_%s", '"', "  ", "...", "\u00a0", "\u202f", "\u200b", "\ufeff", "\u200d", "%(x)s",
     "`a  b`", "<b>", "https://e.org/?a=1", "](u  v)", "é", "ж", "ー", "م", "👩", "\u202e"]
)  # fmt: skip
TEXTS = st.lists(PIECES, max_size=20).map("".join)
LOCALES = st.sampled_from(["ar", "de", "es", "fr", "fr_CA", "he", "ja", "km", "ru", "xx"])


def fixed(name: str, locale: str, source: str, form: str, *, markdown: bool = False) -> str:
    fix = CHECKS[name].fix
    assert fix is not None
    return fix(Subject(Entry(source, (form,)), locale, markdown=markdown), form)


def severities(name: str, locale: str, *entries: Entry) -> list[Severity]:
    found = check_catalogue(Catalogue(entries), locale=locale, file="x.po", checks={name: CHECKS[name]})
    return [finding.severity for finding in found]


@pytest.mark.parametrize(
    ("source", "form", "expected"),
    [
        ("All the letters", "Alle  die Briefe", "Alle die Briefe"),
        ("Run `a  b` and %s now", "Jetzt `a  b`  und  %s", "Jetzt `a  b` und %s"),
        ("Ready.", "Fertig .", "Fertig."),
        ("By ", "Von", "Von "),
        ("Two  spaces", "Zwei  davon", "Zwei  davon"),
        ("A line  \nmore", "Eine Zeile  \nmehr", "Eine Zeile  \nmehr"),
        ("See [it](a  b).", "[Es](a  b)  sehen.", "[Es](a  b) sehen."),
    ],
)
def test_spaces_are_mended_in_the_prose_alone(source: str, form: str, expected: str) -> None:
    """What stands in code, and what the source has too, stays."""
    assert fixed("spaces", "de", source, form) == expected


def test_a_slip_that_all_forms_share_is_told_once() -> None:
    """It was copied from the one to the other; another slip is told as well, and all forms are mended."""
    forms = ("Noch  ein Zeichen", "Noch  %d Zeichen", "Noch  %d Zeichen .")
    entry = Entry("One more letter", forms, msgid_plural="%d more letters")
    found = check_catalogue(Catalogue((entry,)), locale="de", file="x.po", checks={"spaces": CHECKS["spaces"]})

    assert [finding.message for finding in found] == [
        "two spaces in a row (in msgstr[0])",
        "a space before a full stop or comma (in msgstr[2])",
    ]
    assert [fixed("spaces", "de", entry.msgid, form) for form in forms] == [
        "Noch ein Zeichen",
        "Noch %d Zeichen",
        "Noch %d Zeichen.",
    ]


@pytest.mark.parametrize(
    ("locale", "form", "expected"),
    [
        ("de", '"Ja" und "nein"', "„Ja“ und „nein“"),
        ("de", "“Ja” sagte sie", "„Ja“ sagte sie"),
        ("fr", '"Oui" dit-elle', "«\u00a0Oui\u00a0» dit-elle"),
        ("ja", "“はい”と言った", "“はい”と言った"),
        ("de", '"Ja und nein', '"Ja und nein'),
        ("de", 'Ein "Ja" mit “nein”', 'Ein "Ja" mit “nein”'),
        ("de", 'a="b" und <i class="c">d</i>', 'a="b" und <i class="c">d</i>'),
        ("ar", '"نعم" قالت', '"نعم" قالت'),
        ("xx", '"Ja"', '"Ja"'),
    ],
)
def test_quotation_marks_are_set_where_the_pairs_are_certain(locale: str, form: str, expected: str) -> None:
    """One kind of mark, in pairs: otherwise nobody knows which of them begins."""
    assert fixed("quotation-marks", locale, "“Yes” she said", form) == expected


@pytest.mark.parametrize(
    ("locale", "form", "expected"),
    [
        ("fr", "Qui ?", "Qui\u202f?"),
        ("fr", "Liste : « a »", "Liste\u00a0: «\u00a0a\u00a0»"),
        ("fr", "Venez!", "Venez\u202f!"),
        ("fr", "Re: à 12:30", "Re: à 12:30"),
        ("fr_CA", "Qui ? Liste : a", "Qui ? Liste\u00a0: a"),
        ("de", "Wer ?", "Wer ?"),
        ("fr", "`a ?` %s ?", "`a ?` %s\u202f?"),
    ],
)
def test_french_marks_get_a_no_break_space(locale: str, form: str, expected: str) -> None:
    """Narrow before ; ! ? and wide before : and in « »."""
    assert fixed("french-spacing", locale, "Who?", form) == expected


def test_an_ellipsis_is_written_where_the_source_has_one() -> None:
    """Three dots of the source stay three dots."""
    assert fixed("ellipsis", "pl", "Wait…", "Czekaj...") == "Czekaj…"
    assert fixed("ellipsis", "pl", "Wait...", "Czekaj...") == "Czekaj..."
    assert fixed("ellipsis", "pl", "See `../...` …", "Zob. `../...` ...") == "Zob. `../...` …"


def test_certain_invisible_characters_go() -> None:
    """What belongs to the language, to an emoji or to markup stays, and so does what the source has."""
    assert fixed("invisible-characters", "de", "Letter", "Br\u200bie\ufeff\u00adf") == "Brief"
    assert fixed("invisible-characters", "km", "Letter", "ក\u200bខ") == "ក\u200bខ"
    assert fixed("invisible-characters", "de", "a\u200bb", "a\u200bb") == "a\u200bb"
    assert fixed("invisible-characters", "ja", "**a**b", "**あ**\u200bい", markdown=True) == "**あ**\u200bい"


def test_the_text_that_is_seen_is_as_long_as_the_text() -> None:
    """A place in the one is the same place in the other; spaces in code are not spaces between words."""
    text = "See `a  b` <b class='x'>[c](d  e)</b> (https://e.org/a) %s"

    shown = visible(text)

    assert len(shown) == len(text)
    assert shown.replace(CODE, "") == "See  [c] () "


def test_marks_come_from_the_nearest_locale() -> None:
    """A territory has those of its language, unless CLDR gives it others."""
    assert [quotes_of(locale) for locale in ("de_AT", "fr_CH", "zh_TW", "zh_Hans_CN", "sr@latin", "tlh")] == [
        QUOTES["de"], QUOTES["fr_CH"], QUOTES["zh_Hant"], QUOTES["zh"], QUOTES["sr"], "",
    ]  # fmt: skip
    assert of_locale(FRENCH_MARKS, "fr_CA") == ":»"
    assert all(len(marks) == 4 for marks in QUOTES.values())
    assert set(OTHER_QUOTES) <= set(QUOTES)


def test_a_word_that_the_catalogue_doubles_often_is_meant_to_be() -> None:
    """The language is learned from its texts; a slip stays one."""
    meant = [Entry(f"Source {n}", (f"pole pole {n}",)) for n in range(4)]

    assert severities("doubled-words", "xx", *meant, Entry("Letter", ("barua barua",))) == [Severity.WARNING]


def test_in_a_careless_catalogue_stray_spaces_are_told_once() -> None:
    """Where many texts end with a stray space, the first says so, as info, and two in a row are no news."""
    careless = [Entry(f"Source {n}", (f"Text {n} ",)) for n in range(5)]

    assert severities("spaces", "de", Entry("One two", ("Eins  zwei",))) == [Severity.WARNING]
    assert severities("spaces", "de", *careless, Entry("One two", ("Eins  zwei",))) == [Severity.INFO]


@pytest.mark.parametrize(("slips", "told"), [(1, 1), (15, 15), (17, 1), (400, 1)])
def test_a_few_stray_spaces_are_told_one_by_one_and_many_once(slips: int, told: int) -> None:
    """Ten in a thousand are slips, one in sixty or more is how the catalogue was typed."""
    entries = [Entry(f"One {n} two", (f"Eins {n}  zwei" if n < slips else f"Eins {n} zwei",)) for n in range(1_000)]

    found = check_catalogue(Catalogue(tuple(entries)), locale="de", file="x.po", checks={"spaces": CHECKS["spaces"]})

    assert len(found) == told
    assert {one.severity for one in found} == {Severity.INFO if slips > told else Severity.WARNING}
    assert (f"{slips - 1} other entries" in found[0].message) is (slips > told)


def test_french_spaces_that_a_catalogue_never_has_are_told_once() -> None:
    """A catalogue typed with ordinary spaces is mended as a whole."""
    entries = [Entry(f"Question {n}?", (f"Question n° {n} ?",)) for n in range(30)]

    assert severities("french-spacing", "fr", entries[0]) == [Severity.INFO]
    assert severities("french-spacing", "fr", *entries) == [Severity.INFO]


def test_a_catalogue_that_has_straight_marks_throughout_is_left_alone() -> None:
    """Its house style is no finding."""
    straight = [Entry(f"“Source” {n}", (f'"Text" {n}',)) for n in range(5)]

    assert severities("quotation-marks", "de", *straight) == []
    assert severities("quotation-marks", "de", straight[0]) == [Severity.INFO]


@settings(max_examples=200, deadline=None)
@given(source=TEXTS, form=TEXTS, locale=LOCALES, markdown=st.booleans())
def test_a_second_fix_changes_nothing(source: str, form: str, locale: str, *, markdown: bool) -> None:
    """What is mended once is mended, and code is never touched."""
    for name in FIXABLE:
        once = fixed(name, locale, source or "x", form, markdown=markdown)
        twice = fixed(name, locale, source or "x", once, markdown=markdown)

        assert fixed(name, locale, source or "x", twice, markdown=markdown) == twice


LETTERS = st.text(
    st.sampled_from("aoсоАάβ\u0385\u037a\u0484\u0559ն\u0301 .?¿“\u202e\u2067\u200d\ufe0f一カ(»"), max_size=12
)


@settings(max_examples=300, deadline=None)
@given(
    source=LETTERS,
    form=LETTERS,
    locale=st.sampled_from(["ar", "az", "el", "es", "fr", "hy", "ja", "ru", "th", "xx", ""]),
)
def test_no_text_breaks_a_check_of_this_family(source: str, form: str, locale: str) -> None:
    """Signs that are no letters stand in the blocks of letters, too; marks are places in the text."""
    names = (*FIXABLE, "doubled-words", "brackets", "spanish-marks", "bidi-controls", "mixed-scripts")
    entry = Entry(source or "x", (form,))

    found = check_catalogue(Catalogue((entry,)), locale=locale, file="x.po", checks={n: CHECKS[n] for n in names})

    assert all(0 <= start < end <= len(form) for finding in found for start, end in finding.marks)


@pytest.mark.parametrize("form", [
    "ab  cd", "ab.  Cd", "ab\u00a0 cd", "ab \u00a0cd", "ab\u202f cd", "ab \u202fcd", "ab ,", "ab\u00a0.",
    "ab\u202f、 cd", "ab 。", "اب ،", "اب ؛ اب", "اب ؟", "اب ۔", "ab ;", "ab\u00a0:", "ab\u202f!", "ab ? cd",
    "ab\tcd", "ab \t cd", "ab.Cde", "ab,cd", "ab!Cde",
])  # fmt: skip
def test_no_stray_space_is_passed_over_at_a_glance(form: str) -> None:
    """Each kind is told with its place, whichever space and mark it is of; between common spaces nothing is."""
    assert len(severities("spaces", "de", Entry("x", (form,)))) == 1
    assert severities("spaces", "de", Entry("x", ("ab, cd. Ab \u00a0",))) == []


@settings(max_examples=200, deadline=None)
@given(text=LETTERS | TEXTS, locale=LOCALES)
def test_a_copy_of_the_source_is_no_concern_of_this_family(text: str, locale: str) -> None:
    """What is the same on both sides was typed by the author."""
    names = (*FIXABLE, "doubled-words", "brackets", "spanish-marks", "bidi-controls", "mixed-scripts")

    found = check_catalogue(
        Catalogue((Entry(text or "x", (text or "x",)),)),
        locale=locale,
        file="x.po",
        checks={n: CHECKS[n] for n in names},
    )

    assert found == []
