"""Currencies and sizes without digits."""

import pytest

from l10n_tool.facts.amounts import compare_amounts, currencies
from l10n_tool.facts.magnitudes import compare_magnitudes, magnitudes
from l10n_tool.facts.text import Text


@pytest.mark.parametrize(
    ("text", "locale", "kinds"),
    [
        ("$100", "en", [{"dollars"}]),
        ("100 US-Dollar", "de", [{"dollars"}]),
        ("5 Millionen Euro", "de", [{"euros"}]),
        ("¥100", "en", [{"yen", "yuan"}]),
        ("100元", "zh", [{"dollars", "yuan"}]),
        ("R$ 5", "pt_BR", [{"reais"}]),
        ("20 yeni kitap", "tr", []),
        ("30 people in Europe", "en", []),
        ("50 avroya", "tr", [{"euros"}]),
        ("100 рублей", "ru", [{"roubles"}]),
        ("٧٠ يورو", "ar", [{"euros"}]),
        ("USDA 5", "en", []),
    ],
)
def test_a_currency_is_a_sign_a_code_or_a_word(text: str, locale: str, kinds: list[set[str]]) -> None:
    """Words that begin alike are no currencies."""
    assert [set(currency.kinds) for currency in currencies(Text(text, locale)) if currency.amount] == kinds


@pytest.mark.parametrize(
    ("source", "text", "locale", "changes"),
    [
        ("It costs $100.", "Es kostet 100 €.", "de", [("dollars", "euros")]),
        ("It costs $100.", "Es kostet 100.", "de", [("dollars", "")]),
        ("It costs $100.", "Xx 100 xx.", "xx", []),
        ("It costs $100 (€90).", "Es kostet 100 $ (90 €).", "de", []),
        ("A pound of 3 apples", "3 Äpfel", "de", []),
    ],
)
def test_a_currency_is_compared_where_a_number_stands_beside_it(
    source: str, text: str, locale: str, changes: list[tuple[str, str]]
) -> None:
    """Where the words of a language are not known, none is missing."""
    found = compare_amounts(Text(source, "en"), Text(text, locale))

    assert [(change.before, change.after) for change in found] == changes


@pytest.mark.parametrize(
    ("text", "locale", "powers"),
    [
        ("hundreds of thousands and dozens", "en", [5, 1]),
        ("Hunderttausende, Dutzende", "de", [5, 1]),
        ("cientos de miles", "es", [5]),
        ("miles de millones", "es", [9]),
        ("yüz binlerce", "tr", [5]),
        ("on minlərlə", "az", [4]),
        ("сотни тысяч", "ru", [5]),
        ("مئات الآلاف", "ar", [5]),
        ("数十万人", "ja", [5]),
        ("5 millions", "en", []),
        ("hundreds", "xx", []),
    ],
)
def test_a_size_is_read_as_a_power_of_ten(text: str, locale: str, powers: list[int]) -> None:
    """Words that stand beside each other add up; a number's own are the number's."""
    assert [magnitude.power for magnitude in magnitudes(Text(text, locale))] == powers


def test_a_size_is_changed_only_where_another_one_came() -> None:
    """What is said in other words is no finding."""
    source = Text("Hundreds came.", "en")

    assert list(compare_magnitudes(source, Text("Viele kamen.", "de"))) == []
    assert list(compare_magnitudes(source, Text("Hunderte kamen, ja Tausende.", "de"))) == []
    assert [change.after.power for change in compare_magnitudes(source, Text("Tausende kamen.", "de"))] == [3]
