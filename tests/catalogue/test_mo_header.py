"""The header of an MO file: no program chokes on it."""

import gettext
import io
from typing import Final

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from l10n_tool.catalogue import Entry, format_mo
from l10n_tool.catalogue.mo_header import mo_header
from l10n_tool.catalogue.plurals import SAMPLES, PluralFormsError, parse_plural_forms

UTF8: Final = "Content-Type: text/plain; charset=UTF-8\n"
TWO: Final = "Plural-Forms: nplurals=2; plural=n != 1;\n"


def _header(text: str, *, plurals: bool = False, charset: str = "utf-8") -> str:
    return mo_header(text, charset, plurals=plurals)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (UTF8 + TWO, UTF8 + TWO),
        ("Language: fr\nPOT-Creation-Date: 2026-01-01 00:00+0000\n" + UTF8, "Language: fr\n" + UTF8),
        ("", UTF8),
        ("Language: fr", "Language: fr\n" + UTF8),
        ("Language: fr\n", "Language: fr\n" + UTF8),
        ("content-type: text/plain\nLanguage: fr\n", UTF8 + "Language: fr\n"),
        ("Content-Type: text/plain; charset=CHARSET\n", UTF8),
        ("Content-Type: text/plain; charset=utf8\n", "Content-Type: text/plain; charset=utf8\n"),
        (UTF8 + "Plural-Forms: nplurals=INTEGER; plural=EXPRESSION;\nX-A: b\n", UTF8 + "X-A: b\n"),
        (UTF8 + "Plural-Forms: nplurals=2; plural=(n==1\n", UTF8),
        (UTF8 + "plural-forms: plural=n!=1; nplurals=2;\n", UTF8),
    ],
)
def test_what_an_mo_file_has_for_a_header(before: str, after: str) -> None:
    """UTF-8, no date that changes with every extraction, and no plural forms that Python's gettext fails at."""
    assert _header(before) == after


def test_another_charset_becomes_utf_8() -> None:
    """Since that is what an MO file is written in."""
    latin = "Content-Type: text/plain; charset=ISO-8859-1\nLanguage: fr\n"

    assert _header(latin, charset="iso-8859-1") == UTF8 + "Language: fr\n"


@pytest.mark.parametrize(
    ("forms", "problem"),
    [
        ("", "the field is missing"),
        ("Plural-Forms: nplurals=INTEGER; plural=EXPRESSION;\n", "it is not of the form"),
        ("Plural-Forms: nplurals=2; plural=n==0 ? 0 : n==1 ? 1 : 2;\n", "it gives form 2 for n=2"),
        ("Plural-Forms: nplurals=2; plural=n-1;\n", "it gives form -1 for n=0"),
        ("Plural-Forms: nplurals=2; plural=(n==0)-1;\n", "it gives form -1 for n=1"),
        ("Plural-Forms: nplurals=2; plural=1/n;\n", "it divides by zero for n=0"),
        ("Plural-Forms: nplurals=2; plural=(n!=1;\n", r"a '\)' is missing"),
        (f"Plural-Forms: nplurals=2; plural={'(' * 30}n!=1{')' * 30};\n", "more than Python's gettext can read"),
        (TWO + "plural-forms: nplurals=1\n", "it is not of the form"),
    ],
)
def test_translations_with_plurals_need_their_forms(forms: str, problem: str) -> None:
    """A program would show the wrong one, or fail; the last field of a name is what Python takes."""
    with pytest.raises(PluralFormsError, match=problem):
        _header(UTF8 + forms, plurals=True)


_HEADERS: Final = st.lists(
    st.sampled_from(
        [*["Plural-Forms:", "PLURAL-FORMS:", "Content-Type:", "text/plain;", "charset=", "UTF-8", "\n", " "],
         *[" nplurals=", "2", ";", " plural=", "n", "n != 1", "(", ")", "?", ":", "0", "07", "-", "/"]]
    ),
    max_size=20,
).map("".join)  # fmt: skip


@given(_HEADERS, st.booleans())
@example("Plural-Forms: nplurals=2; plural = n != 1;\n", True)
@example("Content-Type: text/plain\nPlural-Forms: nplurals=2; plural=n;\n", False)
def test_pythons_gettext_loads_whatever_comes_out(text: str, plurals: bool) -> None:
    """Every header, or an error."""
    try:
        header = _header(text, plurals=plurals)
    except PluralFormsError:
        return

    loaded = gettext.GNUTranslations(io.BytesIO(format_mo(header, [Entry("é", ("è",))])))

    assert loaded.gettext("é") == "è"


# Python gives the value of either side of && and ||, which is that of gettext where both are comparisons, and has
# another order of precedence for !.
_FORMS: Final = st.lists(
    st.sampled_from(["n", "0", "1", "2", "10", "100", " ", "%", "==", "!=", "<", ">=", "?", ":", "(", ")",
                     "-", "+", "/", "*"]),
    min_size=1, max_size=12,
).map(lambda parts: f" nplurals=3; plural={''.join(parts)};")  # fmt: skip


@given(_FORMS)
@example(" nplurals=3; plural=0 ;")
@example(" nplurals=3; plural=n%10==1 && n!=11 || n==7 ? 0 : 1;")
@example(" nplurals=3; plural=n%10==1 ? 0 : n%10>=2 && n%10<=4 ? 1 : 2;")
def test_what_is_told_with_pythons_own_function_is_what_the_reader_of_plural_forms_says(forms: str) -> None:
    """It is a short cut, and leads nowhere else."""
    try:
        index = parse_plural_forms(forms).index
    except PluralFormsError:
        with pytest.raises(PluralFormsError):
            _header(f"{UTF8}Plural-Forms:{forms}\n", plurals=True)
        return

    header = _header(f"{UTF8}Plural-Forms:{forms}\n", plurals=True)

    loaded = gettext.GNUTranslations(io.BytesIO(format_mo(header, [Entry("a", ("0", "1", "2"), msgid_plural="b")])))
    assert [loaded.ngettext("a", "b", n) for n in SAMPLES[:200]] == [str(index(n)) for n in SAMPLES[:200]]
