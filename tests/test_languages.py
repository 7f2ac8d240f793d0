"""Locale codes: what is one, what it is on the web, and what CLDR says of it."""

from datetime import date, datetime

import pytest
from babel import localedata
from hypothesis import given
from hypothesis import strategies as st

from l10n_tool.errors import ExitCode, UsageError
from l10n_tool.languages import Language, language, language_of_path, validate_locale


@pytest.mark.parametrize(
    "code",
    [
        "en",
        "fr",
        "pt_BR",
        "zh_Hans",
        "zh_Hant_TW",
        "sr@latin",
        "sr_Latn",
        "uz@cyrillic",
        "ca@valencia",
        "es_419",
        "gsw",
        "haw",
        "en_XA",
        "ar_XB",
    ],
)
def test_a_locale_as_gettext_writes_it_is_taken(code: str) -> None:
    """The code comes back as it went in."""
    assert validate_locale(code) == code


@pytest.mark.parametrize(
    ("code", "hint"),
    [
        ("pt-BR", "pt_BR"),
        ("PT_br", "pt_BR"),
        ("zh-hans", "zh_Hans"),
        ("EN", "en"),
        ("", "sr@latin"),
        ("english", "sr@latin"),
        ("../fr", "sr@latin"),
        ("fr/../../x", "sr@latin"),
        ("fr\n", "sr@latin"),
        (" fr", "sr@latin"),
        ("fr\0", "sr@latin"),
        ("/fr", "sr@latin"),
        ("fr.UTF-8", "sr@latin"),
        ("fr_FR@../x", "sr@latin"),
        ("fr\\x", "sr@latin"),
        ("f", "sr@latin"),
        (".", "sr@latin"),
        ("fr_٤١٩", "sr@latin"),
        ("ｆｒ", "sr@latin"),
    ],
)
def test_what_is_no_locale_is_refused_with_an_example(code: str, hint: str) -> None:
    """No path, no space, no other notation: a code that passes can stand in a path."""
    with pytest.raises(UsageError) as caught:
        validate_locale(code)

    assert caught.value.exit_code == ExitCode.USAGE
    assert hint in caught.value.remedy


@pytest.mark.parametrize("code", ["xx", "qq_QQ", "zzz"])
def test_a_language_that_cldr_does_not_know_is_refused(code: str) -> None:
    """So a slip of the finger starts no catalogue."""
    with pytest.raises(UsageError, match="CLDR knows no language"):
        validate_locale(code)


@given(st.text(max_size=12) | st.text("abfr_@-./\\ \n", max_size=8))
def test_a_code_that_passes_is_safe_in_a_path(code: str) -> None:
    """Letters, digits, _ and @, and nothing else."""
    try:
        validate_locale(code)
    except UsageError:
        return

    assert code.isascii()
    assert code.replace("_", "").replace("@", "").isalnum()


@pytest.mark.parametrize(
    ("code", "tag"),
    [
        ("en", "en"),
        ("pt_BR", "pt-BR"),
        ("zh_Hans", "zh-Hans"),
        ("zh_Hant_TW", "zh-Hant-TW"),
        ("sr@latin", "sr-Latn"),
        ("sr_RS@latin", "sr-Latn-RS"),
        ("sr_Cyrl@latin", "sr-Cyrl"),
        ("uz@cyrillic", "uz-Cyrl"),
        ("ca@valencia", "ca-valencia"),
        ("be@tarask", "be-tarask"),
        ("es_419", "es-419"),
        ("de@euro", "de"),
    ],
)
def test_the_tag_is_that_of_bcp_47(code: str, tag: str) -> None:
    """gettext's modifiers become scripts and variants."""
    assert language(code).tag == tag


@pytest.mark.parametrize(
    ("code", "direction"),
    [
        ("ar", "rtl"),
        ("he", "rtl"),
        ("fa_IR", "rtl"),
        ("ur", "rtl"),
        ("ps", "rtl"),
        ("ug", "rtl"),
        ("ckb", "rtl"),
        ("yi", "rtl"),
        ("dv", "rtl"),
        ("ar_XB", "rtl"),
        ("sd", "rtl"),
        ("ks", "rtl"),
        ("pa_Arab", "rtl"),
        ("az_Arab", "rtl"),
        ("uz@arabic", "rtl"),
        ("en", "ltr"),
        ("ja", "ltr"),
        ("az", "ltr"),
        ("az_Cyrl", "ltr"),
        ("pa", "ltr"),
        ("uz", "ltr"),
        ("sr@latin", "ltr"),
        ("sd_Deva", "ltr"),
        ("ku", "ltr"),
        ("ota", "rtl"),
        ("syr", "rtl"),
        ("nqo", "rtl"),
    ],
)
def test_the_direction_is_that_of_the_script(code: str, direction: str) -> None:
    """Also where CLDR has no data for the locale itself."""
    assert language(code).direction == direction


@pytest.mark.parametrize(
    ("code", "own", "english"),
    [
        ("fr", "Français", "French"),
        ("tr", "Türkçe", "Turkish"),
        ("ru", "Русский", "Russian"),
        ("ja", "日本語", "Japanese"),
        ("ar", "العربية", "Arabic"),
        ("en_XA", "Pseudo (accented)", "Pseudo (accented)"),
    ],
)
def test_a_language_has_its_name_in_itself_and_in_english(code: str, own: str, english: str) -> None:
    """With a capital, as a list of languages wants it."""
    assert (language(code).own_name, language(code).english_name) == (own, english)


def test_dates_and_numbers_are_the_locales_own() -> None:
    """Long dates, the locale's grouping."""
    german = language("de")

    assert german.date(date(2026, 9, 8)) == "8. September 2026"
    assert german.number(48250) == "48.250"
    assert german.datetime(datetime(2026, 9, 8, 7, 5)).startswith("8. September 2026, 07:05")  # noqa: DTZ001


@pytest.mark.parametrize("code", sorted({c.partition("_")[0] for c in localedata.locale_identifiers()}))
def test_every_language_of_cldr_can_be_used(code: str) -> None:
    """Its code, its names, its direction."""
    found = Language(validate_locale(code))

    assert found.direction in {"ltr", "rtl"}
    assert found.own_name
    assert found.english_name


@pytest.mark.parametrize(
    ("path", "header", "code"),
    [
        ("locales/fr/LC_MESSAGES/messages.po", "", "fr"),
        ("po/pt_BR.po", "", "pt_BR"),
        ("po/pt-BR.po", "", "pt_BR"),
        ("x/fr.po", "de", "de"),
        ("x/fr.po", "not a locale", "fr"),
        ("locale/sr@latin/LC_MESSAGES/django.po", "", "sr@latin"),
        ("notes.po", "", ""),
    ],
)
def test_a_catalogue_of_another_project_tells_its_locale(path: str, header: str, code: str) -> None:
    """By its header, else by its name or folder."""
    assert language_of_path(path.split("/"), header) == code
