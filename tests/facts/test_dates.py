"""Dates as days, months and years, in whatever form a language has."""

import datetime as dt

import pytest
from babel import localedata
from babel.dates import format_date
from hypothesis import given, settings
from hypothesis import strategies as st

from l10n_tool.facts.dates import compare_dates, dates
from l10n_tool.facts.named_dates import compare_named
from l10n_tool.facts.text import Text

LOCALES = [
    "ar", "az", "be", "bg", "bn", "ca", "cs", "da", "de", "el", "es", "et", "eu", "fi", "fr", "ga", "he", "hi", "hr",
    "hu", "hy", "id", "is", "it", "ja", "ka", "kk", "ko", "ky", "lt", "lv", "mk", "nb", "nl", "pl", "pt_BR", "ro",
    "ru", "sk", "sl", "sq", "sr", "sv", "sw", "th", "tr", "uk", "ur", "uz", "vi", "zh_Hans", "zh_Hant",
]  # fmt: skip
PIECES = st.sampled_from(
    [
        "8 May ",
        "May ",
        "8.5.2008 ",
        "2008",
        "5月8日",
        "mayın 8-i ",
        "1–3 ",
        "٨ أيار ",
        ". ",
        " of ",
        "-",
        "½ ",
        "13.02.17 ",
        "x",
    ]
)


@pytest.mark.parametrize(
    ("text", "locale", "found"),
    [
        ("On 8 May 2008.", "en", [(8, 5, 2008)]),
        ("May 8th, 2008", "en", [(8, 5, 2008)]),
        ("1–3 May 2008", "en", [(1, 5, 2008), (3, 5, 2008)]),
        ("May 31st – June 4th, 2017", "en", [(31, 5, 0), (4, 6, 2017)]),
        ("in May 2008", "en", [(0, 5, 2008)]),
        ("you may take 8 books", "en", []),
        ("8 marching bands", "en", []),
        ("8. Mai", "de", [(8, 5, 0)]),
        ("am 8.5. um 9 Uhr", "de", [(8, 5, 0)]),
        ("Version 1.2.3", "de", []),
        ("8 may 2008-ci il", "az", [(8, 5, 2008)]),
        ("mayın 8-i", "az", [(8, 5, 0)]),
        ("8 İyun 2008", "az", [(8, 6, 2008)]),
        ("2026-cı ilin 1 yanvarı ilə 30 iyunu", "az", [(1, 1, 2026), (30, 6, 0)]),
        ("8 Mayıs'ta", "tr", [(8, 5, 0)]),
        ("2008年5月8日", "ja", [(8, 5, 2008)]),
        ("二〇〇八年五月八日", "zh_Hans", [(8, 5, 2008)]),
        ("3か月", "ja", []),
        ("8日、九九月、13月8日", "ja", []),
        ("٨ أيار ٢٠٠٨ و3 كانون الثاني", "ar", [(8, 5, 2008), (3, 1, 0)]),
        ("8-го мая", "ru", [(8, 5, 0)]),
        ("в мае 2008 года", "ru", [(0, 5, 2008)]),
        ("8 červenci, 9. června", "cs", [(8, 7, 0), (9, 6, 0)]),
        ("8 de gener de 2008", "ca", [(8, 1, 2008)]),
        ("ngày 8 tháng 5 năm 2008", "vi", [(8, 5, 2008)]),
        ("2008-05-08", "fr", [(8, 5, 2008)]),
    ],
)
def test_a_date_is_read_in_the_forms_of_its_language(text: str, locale: str, found: list[tuple[int, int, int]]) -> None:
    """A month's name counts beside a day or a year only, with the endings that the language puts on it."""
    assert [date.readings[0] for date in dates(text, locale)] == found


@pytest.fixture
def _unmixed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have Babel read its data again: what it gives for one locale leaks into what it gives for the next."""
    monkeypatch.setattr(localedata, "_cache", {})


@pytest.mark.usefixtures("_unmixed")
@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("form", ["full", "long", "medium"])
def test_each_form_that_cldr_has_says_the_same_day(locale: str, form: str) -> None:
    """No day of a year is taken for another one, and a day of the next month is."""
    for number in range(0, 366, 13):
        day = dt.date(2008, 1, 1) + dt.timedelta(number)
        later = day.replace(day=min(day.day, 28), month=day.month % 12 + 1)
        source = Text(f"Begun on {format_date(day, 'long', 'en')}.", "en")

        same = compare_dates(source, Text(f"Xx {format_date(day, form, locale)} xx.", locale))
        other = compare_dates(source, Text(f"Xx {format_date(later, form, locale)} xx.", locale))

        assert (len(same.same), same.changed, same.missing) == (1, (), ())
        assert len(other.changed) == 1


@pytest.mark.parametrize(
    ("source", "text", "locale", "what"),
    [
        ("on 13 May", "am 13. Juni", "de", ["changed"]),
        ("on 4 May", "am 5. April", "de", ["changed"]),
        ("on 05/04/2012", "am 4. Mai 2012", "de", []),
        ("in May and June 2008", "2008-ci ilin may və iyun aylarında", "az", []),
        ("between 1 and 30 June", "1 Haziran ile 30 Haziran arasında", "tr", []),
        ("on 9 July", "damals", "de", ["missing"]),
        ("on 9 July", "am neunten Juli (9)", "de", []),
        ("on 8 May 2008", "هشتم مه ۲۰۰۸", "fa", []),
        ("on 8 May 2008", "8 พฤษภาคม 2551", "th", []),
    ],
)
def test_a_date_is_changed_or_missing_only_where_no_other_place_says_it(
    source: str, text: str, locale: str, what: list[str]
) -> None:
    """Lists, ranges and other calendars are no changes."""
    compared = compare_dates(Text(source, "en"), Text(text, locale))

    assert ["changed"] * len(compared.changed) + ["missing"] * len(compared.missing) == what


@pytest.mark.parametrize(
    ("source", "text", "locale", "changes"),
    [
        ("every Saturday", "jeden Sonntag", "de", [("Saturday", "Sunday")]),
        ("every Saturday", "jeden Sonnabend", "de", []),
        ("on Saturdays", "по субботам", "ru", []),
        ("on Saturdays", "по воскресеньям", "ru", [("Saturday", "Sunday")]),
        ("every Saturday", "毎週土曜", "ja", []),
        ("the market on Monday", "pazartesi pazarı", "tr", []),
        ("in September", "в октябре", "ru", [("September", "October")]),
        ("in March", "en mayo", "es", []),
    ],
)
def test_a_month_or_day_without_a_number_is_compared_by_name(
    source: str, text: str, locale: str, changes: list[tuple[str, str]]
) -> None:
    """Only where the one is lost and another one came, and neither is a common word."""
    found = compare_named(Text(source, "en"), Text(text, locale))

    assert [(change.before, change.after) for change in found] == changes


@settings(max_examples=150, deadline=None)
@given(
    text=st.lists(PIECES, max_size=30).map("".join),
    locale=st.sampled_from(["en", "de", "ar", "ja", "az", "th", "", "xx"]),
)
def test_a_text_has_the_dates_of_itself(text: str, locale: str) -> None:
    """Nothing is changed or missing where both sides are the same, and each part stands inside its date."""
    compared = compare_dates(Text(text, locale), Text(text, locale))

    assert (compared.changed, compared.missing) == ((), ())
    for date in dates(text, locale):
        assert all(date.start <= start < end <= date.end for start, end in filter(None, date.spans))


def test_a_table_of_dates_is_left_to_the_numbers() -> None:
    """Pairs are sought among a few dates, so that a long text is read in linear time."""
    many, other = "8 May 2008, " * 100, "9. Mai 2008, " * 100

    assert compare_dates(Text(many, "en"), Text(other, "de")).changed == ()
