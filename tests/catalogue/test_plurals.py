"""Plural forms: CLDR's for what we write, C's rules for what we read, and never any code run."""

import gettext
from collections.abc import Callable
from subprocess import CompletedProcess

import pytest
from babel import localedata
from babel.core import Locale
from hypothesis import given
from hypothesis import strategies as st

from l10n_tool.catalogue.plurals import PluralFormsError, cldr_plural_forms, parse_plural_forms

Run = Callable[..., "CompletedProcess[bytes]"]

_INTEGERS = (
    *range(220),
    300,
    999,
    1000,
    1001,
    1111,
    2000,
    10_000,
    100_000,
    999_999,
    1_000_000,
    1_000_001,
    2_000_000,
    3_000_001,
)
_ORDER = ("zero", "one", "two", "few", "many", "other")


def _locales() -> list[str]:
    return sorted(
        {name.partition("_")[0] for name in localedata.locale_identifiers()} | {"pt_PT", "sr@latin", "zh_Hans"}
    )


@pytest.mark.parametrize("code", _locales())
def test_the_forms_of_a_language_are_those_of_cldr(code: str) -> None:
    """For every language of CLDR, each integer takes the form that CLDR's rule gives it."""
    rule = Locale.parse(code.partition("@")[0]).plural_form
    reached = sorted({rule(n) for n in _INTEGERS}, key=_ORDER.index)

    forms = cldr_plural_forms(code)

    assert forms.count == len(reached)
    assert [reached[forms.index(n)] for n in _INTEGERS] == [rule(n) for n in _INTEGERS]


@pytest.mark.parametrize("code", _locales())
def test_gettext_reads_the_forms_that_we_write(code: str) -> None:
    """The header says the same to Python's gettext as to us."""
    forms = cldr_plural_forms(code)

    index = gettext.c2py(forms.expression)  # type: ignore[attr-defined, unused-ignore]

    assert [index(n) for n in _INTEGERS] == [forms.index(n) for n in _INTEGERS]
    assert parse_plural_forms(str(forms)).count == forms.count


@pytest.mark.parametrize(
    ("code", "header"),
    [
        ("ja", "nplurals=1; plural=0;"),
        ("de", "nplurals=2; plural=n != 1;"),
        ("tr", "nplurals=2; plural=n != 1;"),
        ("az", "nplurals=2; plural=n != 1;"),
    ],
)
def test_simple_languages_have_the_header_that_everybody_writes(code: str, header: str) -> None:
    """A header that looks strange to a translator is a header that a translator will change."""
    assert str(cldr_plural_forms(code)).replace("n!=1", "n != 1") == header


_OPERATORS = ("==", "!=", "<", ">", "<=", ">=", "+", "-", "*", "&&", "||", " % 10", " / 2", "?", "(", "!")


@st.composite
def _expressions(draw: st.DrawFn, depth: int = 4) -> str:
    if not depth or draw(st.booleans()):
        return draw(st.sampled_from(["n", "0", "1", "2", "3", "10", "100"]))
    operator = draw(st.sampled_from(_OPERATORS))
    left = draw(_expressions(depth - 1))
    if operator in {"(", "!", " % 10", " / 2"}:
        # Python's own evaluator reads !n % 10 as !(n % 10), so it is held against brackets only.
        return {"(": f"({left})", "!": f"(!({left}))"}.get(operator, left + operator)
    right = draw(_expressions(depth - 1))
    if operator == "-":
        # Below zero Python goes on with negative numbers, and C with very large ones.
        return f"(({left}) > ({right}) ? ({left}) - ({right}) : 0)"
    if operator == "?":
        return f"{left} ? {right} : {draw(_expressions(depth - 1))}"
    if operator in {"&&", "||"}:
        # Python gives the operand itself, C gives 1.
        return f"((({left}) {operator} ({right})) != 0)"
    return left + draw(st.sampled_from(["", " "])) + operator + right


@given(_expressions())
def test_expressions_mean_what_they_mean_to_gettext(expression: str) -> None:
    """Our evaluator and Python's agree on every expression, with all of C's precedence."""
    whole = f"({expression}) % 3 * (({expression}) % 3 > 0)"
    try:
        forms = parse_plural_forms(f"nplurals=3; plural={whole};")
    except PluralFormsError as error:
        assert "nested too deep" in str(error) or "longer than" in str(error)  # noqa: PT017
        return

    index = gettext.c2py(whole)  # type: ignore[attr-defined, unused-ignore]

    numbers = (0, 1, 2, 3, 5, 10, 11, 21, 101)
    assert [forms.index(n) for n in numbers] == [index(n) for n in numbers]


@pytest.mark.parametrize(
    ("expression", "n", "form"),
    [
        ("!n % 10", 10, 0),
        ("!n % 10", 0, 1),
        ("n == !n", 1, 0),
        ("!!n", 7, 1),
        ("1 - 1 - n % 2 + 1", 1, 0),
        ("n ? 1 : n ? 2 : 0", 5, 1),
        ("n > 1 ? n > 2 ? 2 : 1 : 0", 2, 1),
        ("n < 2 == n > 0", 1, 1),
        ("n || 1 && 0", 0, 0),
        ("n - 1 > 1000000000", 0, 1),
        ("n - 1 > 1000000000", 1, 0),
        ("18446744073709551615 + n > 5", 1, 0),
        ("n * 9223372036854775808 > 0", 2, 0),
        ("n * 9223372036854775808 > 0", 3, 1),
        ("8 / 3 % 2 * (n > 0)", 1, 0),
    ],
)
def test_operators_bind_as_in_c(expression: str, n: int, form: int) -> None:
    """Negation binds tightest, choices group from the right."""
    assert parse_plural_forms(f"nplurals=3; plural={expression};").index(n) == form


@pytest.mark.parametrize(
    ("expression", "message"),
    [
        ("(" * 500 + "n" + ")" * 500, "longer than|nested too deep"),
        ("(" * 200 + "n" + ")" * 200, "nested too deep"),
        ("!" * 900 + "n", "nested too deep"),
        ("n?" * 300 + "n" + ":n" * 300, "longer than|nested too deep"),
        ("n?" * 100 + "0" + ":0" * 100, "nested too deep"),
        ("0 ? n : " * 100 + "0", "nested too deep"),
        ("n+" * 480 + "n", "gives form"),
        ("n" + " " * 2000, "longer than|gives form"),
        ("n / 0", "divides by zero for n=0"),
        ("1 % n", "divides by zero for n=0"),
        ("1 / (n - 5)", "divides by zero|gives form"),
        ("__import__('os').system('true')", "has no place"),
        ("n if n else 1", "has no place"),
        ("n ** 9", "a number or n is due"),
        ("9**9**9", "a number or n is due"),
        ("n; import os", "is not of the form"),
        ("n = 1", "has no place"),
        ("n & 1", "'&' has no place"),
        ("n != 1 #", "'#' has no place"),
        ("~n", "has no place"),
        ("-n", "a number or n is due"),
        ("n n", "is too much"),
        ("(n", "is missing"),
        ("n)", "is too much"),
        ("n ? 1", "':' is missing"),
        ("", "is not of the form"),
        ("99999999999999999999", "is too large a number"),
        ("9" * 900, "is too large a number"),
        ("n - 2", "gives form -2 for n=0"),
        ("2", "gives form 2 for n=0, but nplurals is 2"),
        ("n > 500 ? 2 : 0", "gives form 2 for n=501"),
    ],
)
def test_a_bad_expression_is_refused(expression: str, message: str) -> None:
    """No expression takes long, runs code, or fills the stack."""
    with pytest.raises(PluralFormsError, match=message):
        parse_plural_forms(f"nplurals=2; plural={expression};")


@pytest.mark.parametrize(
    "header",
    [
        "",
        "nplurals=2",
        "plural=n != 1;",
        "nplurals=0; plural=0;",
        "nplurals=-1; plural=0;",
        "nplurals=INTEGER; plural=EXPRESSION;",
        "nplurals=99999; plural=0;",
        "nplurals=65; plural=0;",
        "nplurals = 2; plural=n != 1;",
        "nplurals=2; plural = n != 1;",
        "nplurals=" + "9" * 900 + "; plural=0;",
        "x" * 100_000,
        "nplurals=2;" + " " * 50_000 + "plural",
        "nplurals=2; plural=n" + " " * 900 + "x;y",
        "nplurals=2; plural=" + "n " * 50_000,
    ],
)
def test_a_bad_header_is_refused(header: str) -> None:
    """A header that gettext would refuse is refused, however long it is."""
    with pytest.raises(PluralFormsError):
        parse_plural_forms(header)
