"""The header: its fields, its language, and the flags of entries."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from l10n_tool.catalogue import Catalogue, Entry, parse_catalogue
from l10n_tool.catalogue.model import parse_headers
from l10n_tool.checks import CHECKS, Finding, Severity, check_catalogue

NAMES = ("header", "header-fields", "header-language", "flags", "xml-text", "po-syntax")
OURS = {name: CHECKS[name] for name in NAMES}
RIGHT = "text/plain; charset=UTF-8"
TYPE = f"Content-Type: {RIGHT}\n"
BOOK = Entry("Book", ("Buch",), line=9)
FIELD = st.sampled_from(
    [
        "Language",
        "Language-Team",
        "PO-Revision-Date",
        "Last-Translator",
        "MIME-Version",
        "X-Y",
        "Plural-forms",
        "",
        "a b",
    ]
)


@pytest.mark.parametrize(
    "written",
    [
        "text/plain;charset=UTF-8",
        "text/plain;  charset=UTF-8",
        "Text/Plain; charset=UTF-8",
        "text/plain; Charset=UTF-8",
        "text/plain; charset=UTF-8;",
        "text/plain; charset=utf8",
    ],
)
def test_a_content_type_has_the_one_form_that_every_tool_reads(written: str) -> None:
    """gettext looks for the charset alone; i18nspector calls any other writing an error."""
    right, wrong = (
        parse_catalogue(f'msgid ""\nmsgstr "Content-Type: {value}\\n"\n'.encode()) for value in (RIGHT, written)
    )

    found = [check_catalogue(catalogue, locale="de", file="x.po", checks=OURS) for catalogue in (right, wrong)]

    assert found[0] == []
    assert [(finding.check, finding.severity) for finding in found[1]] == [("header", Severity.WARNING)]


def said(header: str, *entries: Entry, locale: str = "", file: str = "x.po") -> list[Finding]:
    catalogue = Catalogue((Entry("", (TYPE + header,), line=1), *(entries or (BOOK,))))
    return check_catalogue(catalogue, locale=locale, file=file, checks=OURS)


def messages(header: str, *entries: Entry, locale: str = "", file: str = "x.po") -> list[str]:
    return [finding.message for finding in said(header, *entries, locale=locale, file=file)]


@pytest.mark.parametrize(
    "date", ["2026-01-31 18:30+0100", "1997-02-28 00:00-1100", "2026-01-31 18:30:05+0000", "2026-01-31T18:30Z", ""]
)
def test_a_date_of_the_usual_forms_is_right(date: str) -> None:
    """As xgettext writes it, as servers write it, or not at all."""
    assert (
        messages(f"PO-Revision-Date: {date}\nMIME-Version: 1.0\nContent-Transfer-Encoding: 8bit\nLanguage: de\n") == []
    )


@pytest.mark.parametrize(
    "date", ["31.01.2026", "2026-02-30 18:30+0100", "1970-01-01 00:00+0000", "2026-01-31", "2026-01-31 18:30 CET", "?"]
)
def test_a_date_that_is_none_is_told(date: str) -> None:
    """There is no 30 February, and gettext is of 1995."""
    found = messages(f"POT-Creation-Date: {date}\n")

    assert [message.partition(";")[0] for message in found] == ["POT-Creation-Date is no date"]


def test_initial_values_are_no_matter_before_anything_is_translated() -> None:
    """A template has them, and a catalogue that was begun."""
    header = "Project-Id-Version: PACKAGE VERSION\nLast-Translator: FULL NAME <EMAIL@ADDRESS>\n"
    full = f"{header}Language: de\nMIME-Version: 1.0\nContent-Transfer-Encoding: 8bit\n"

    assert messages(full, Entry("Book")) == []
    assert messages(full) == [
        "Project-Id-Version and Last-Translator still have their initial values; fill in, or leave empty"
    ]


def test_a_field_is_marked_in_the_header() -> None:
    """The line in question, so that it is underlined."""
    finding = said("MIME-Version: 2\n")[0]

    start, end = finding.marks[0]
    assert finding.msgstr[start:end] == "MIME-Version: 2"


@pytest.mark.parametrize(
    ("code", "file"),
    [
        *[("de", "locales/de/LC_MESSAGES/x.po"), ("pt_BR", "locale/pt-BR/LC_MESSAGES/x.po"), ("de", "po/de.po")],
        *[("zh_CN", "locale/zh_Hans/LC_MESSAGES/x.po"), ("nb", "locale/no/LC_MESSAGES/x.po"), ("de", "po/messages.po")],
        *[("sr@latin", "locale/sr_Latn/LC_MESSAGES/x.po"), ("he", "locale/iw/LC_MESSAGES/x.po"), ("de_AT", "po/de.po")],
        *[("de", "shelves.po"), ("de", "is.po"), ("de", "LC_MESSAGES/x.po")],
    ],
)
def test_a_language_agrees_with_its_place(code: str, file: str) -> None:
    """Also by another name for the same, and where a place says nothing."""
    assert messages(f"Language: {code}\n", file=file) == []


@pytest.mark.parametrize(
    ("code", "file"),
    [
        *[("fr", "locales/de/LC_MESSAGES/x.po"), ("pt_PT", "locale/pt_BR/LC_MESSAGES/x.po"), ("fr", "po/de.po")],
        *[("zh_TW", "locale/zh_Hans/LC_MESSAGES/x.po"), ("sr@latin", "locale/sr_Cyrl/LC_MESSAGES/x.po")],
    ],
)
def test_a_language_that_is_not_that_of_its_place_is_told(code: str, file: str) -> None:
    """A header, or the whole file, was copied."""
    found = messages(f"Language: {code}\n", file=file)

    assert len(found) == 1
    assert found[0].startswith(f"Language is {code}, and the file lies in the place of ")


def test_the_settings_decide_what_a_catalogue_is_of() -> None:
    """Its locale by the settings comes before its path."""
    assert messages("Language: fr\n", locale="de") == [
        "Language is fr, and the catalogue is that of de; mend the one or the other"
    ]


@pytest.mark.parametrize("code", ["kmr", "xyz", "ber"])
def test_a_code_that_is_only_rare_is_info(code: str) -> None:
    """CLDR does not know all languages."""
    assert [finding.severity for finding in said(f"Language: {code}\n")] == ["info"]


@pytest.mark.parametrize("team", ["Deutsch", "none", "German <de@li.org>", "https://example.org/language/de/", "KDE"])
def test_a_team_of_the_same_language_or_of_none_is_right(team: str) -> None:
    """A name in another language is not read."""
    header = f"Language: de\nLanguage-Team: {team}\nMIME-Version: 1.0\nContent-Transfer-Encoding: 8bit\n"

    assert messages(header) == []


def test_no_field_of_a_long_header_is_compared_again_and_again() -> None:
    """What is no header is not taken for one."""
    found = messages("".join(f"Language-Tea{n}: a\n" for n in range(3000)))

    assert len(found) <= 101


def test_a_source_with_a_bare_sign_is_no_xml() -> None:
    """Then the translation need not be, either; where the source is, it has to be."""
    xml = ("type: Content of: <para>",)

    assert messages("", Entry("Books & cards", ("Bücher & Karten",), extracted=xml)) == []
    assert len(messages("", Entry("Books", ("Bücher & Karten",), extracted=xml))) == 1


def test_a_form_that_waits_for_a_person_may_be_empty() -> None:
    """A fuzzy entry is not shown; that it is not done tells another check."""
    forms = Entry("a card", ("eine Karte", ""), msgid_plural="cards")
    header = Entry("", (f"{TYPE}Plural-Forms: nplurals=2; plural=n!=1;\n",))
    count = {"plural-count": CHECKS["plural-count"]}

    found = [
        len(check_catalogue(Catalogue((header, entry)), locale="de", file="x.po", checks=count))
        for entry in (forms, forms.with_fuzzy(fuzzy=True))
    ]

    assert found == [1, 0]


@settings(max_examples=100, deadline=None)
@given(st.lists(st.tuples(FIELD, st.text(max_size=30)), max_size=6), st.lists(st.text(max_size=12), max_size=3))
def test_no_header_and_no_flag_breaks_a_check(fields: list[tuple[str, str]], flags: list[str]) -> None:
    """Marks lie in the header, whatever stands in it."""
    header = "".join(f"{name}: {value}\n" for name, value in fields)

    found = said(header, Entry("Book", ("Buch & x",), flags=tuple(flags), extracted=("type: Content of: <p>",)))

    assert parse_headers(header) is not None
    assert all(0 <= start <= end <= len(f.msgstr) for f in found for start, end in f.marks)
