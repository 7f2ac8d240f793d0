"""The checks that ask in what language a translation is, and whether all of it is there."""

import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from l10n_tool.catalogue import Catalogue, Entry, parse_catalogue
from l10n_tool.checks import CHECKS, Finding, check_catalogue
from l10n_tool.checks.standard import Standard
from l10n_tool.facts.text import Text
from l10n_tool.termbase import Term, Termbase

SAMPLE = Path(__file__).parents[2] / "locales"
LOCALES = ["ar", "az", "de", "es", "fr", "ja", "ru", "tr"]
NAMES = (
    "list-members", "length", "same-as-source", "source-words", "wrong-language", "script", "machine-artefacts",
)  # fmt: skip
MINE = {name: CHECKS[name] for name in NAMES}
CHATTER = {
    "ar": "إليك الترجمة: ", "az": "Budur tərcümə: ", "de": "Hier ist die Übersetzung: ",
    "es": "Aquí está la traducción: ",
    "fr": "Voici la traduction : ", "ja": "以下は翻訳です。", "ru": "Вот перевод: ", "tr": "İşte çeviri: ",
}  # fmt: skip


def catalogue_of(locale: str) -> Catalogue:
    path = SAMPLE / locale / "LC_MESSAGES" / "messages.po"
    return parse_catalogue(path.read_bytes(), path.name)


def findings_of(catalogue: Catalogue, locale: str, standard: Standard | None = None) -> list[Finding]:
    return check_catalogue(catalogue, locale=locale, file="x.po", checks=MINE, standard=standard)


def found_after(locale: str, change: Callable[[Entry], str | None]) -> tuple[int, int]:
    """Change one entry after the other; return how many were changed, and how many of those were found."""
    catalogue = catalogue_of(locale)
    changed = found = 0
    for entry in catalogue.messages:
        text = change(entry) if entry.msgstr[0] else None
        if text is None:
            continue
        entries = tuple(replace(other, msgstr=(text,)) if other is entry else other for other in catalogue.entries)
        findings = findings_of(replace(catalogue, entries=entries), locale)
        changed += 1
        found += any(finding.msgid == entry.msgid and finding.severity != "info" for finding in findings)
    return changed, found


def _of_another(texts: dict[str, str]) -> Callable[[Entry], str | None]:
    return lambda entry: text if len(text := texts.get(entry.msgid, "")) >= 80 else None


def _after(chatter: str) -> Callable[[Entry], str | None]:
    return lambda entry: chatter + entry.msgstr[0]


@pytest.mark.parametrize("locale", LOCALES)
def test_the_sample_has_nothing_to_mend(locale: str) -> None:
    """Right translations of prose raise no finding."""
    assert findings_of(catalogue_of(locale), locale) == []


@pytest.mark.parametrize("locale", LOCALES)
def test_untranslated_prose_is_found(locale: str) -> None:
    """An entry of several words that is its source is found, always."""
    changed, found = found_after(locale, lambda entry: entry.msgid if len(entry.msgid.split()) > 4 else None)

    assert changed > 20
    assert found == changed


@pytest.mark.parametrize("locale", LOCALES)
def test_half_a_translation_is_found(locale: str) -> None:
    """Nine of ten entries are found that lost their second half at a word."""

    def halved(entry: Entry) -> str | None:
        text = entry.msgstr[0]
        words = text.split(" ")
        half = " ".join(words[: len(words) // 2]) if len(words) > 3 else text[: len(text) // 2]
        return half if len(entry.msgid) >= 60 else None

    changed, found = found_after(locale, halved)

    assert changed > 15
    assert found >= 0.9 * changed


@pytest.mark.parametrize("locale", LOCALES)
def test_the_text_of_another_locale_is_found(locale: str) -> None:
    """Nine of ten entries of eighty letters are found that hold the text of any other locale."""
    for other in LOCALES:
        texts = {entry.msgid: entry.msgstr[0] for entry in catalogue_of(other).messages} if other != locale else {}

        changed, found = found_after(locale, _of_another(texts))

        assert found >= 0.9 * changed, other


@pytest.mark.parametrize("locale", LOCALES)
def test_an_assistants_words_are_found(locale: str) -> None:
    """They are found in English and in the language of the catalogue, before any text."""
    for chatter in (CHATTER[locale], "Here is the translation:\n\n", "Sure, here is your translated text: "):
        changed, found = found_after(locale, _after(chatter))

        assert found == changed > 20


@pytest.mark.parametrize(
    "mark",
    ["{{1}}", "{{ 1 }}", "__1__", "__PH1__", "XTAG1X", "xxx1xxx", "ZZ1ZZ", "⟦1⟧", '<x id="1"/>', "@@1@@", "\u2063"],
)
def test_a_mark_of_markup_is_found_unless_the_source_has_it(mark: str) -> None:
    """What stood for markup while a machine had the text is no part of a translation."""
    sources = (Entry("Read to a child", (f"Lesen Sie {mark} vor",)), Entry(f"Read {mark} aloud", (f"Lies {mark} vor",)))

    found = [finding for finding in findings_of(Catalogue(sources), "de") if finding.check == "machine-artefacts"]

    assert [finding.msgid for finding in found] == ["Read to a child"]


@pytest.mark.parametrize("locale", ["sr", "uz", "zh_Hans"])
def test_a_catalogue_may_be_in_the_other_script_of_its_language(locale: str) -> None:
    """What most of a catalogue is in is its script, if the language is ever written in it."""
    texts = {"sr": "Hvala vam na čitanju", "uz": "Ўқиганингиз учун раҳмат", "zh_Hans": "谢谢"}
    catalogue = Catalogue(tuple(Entry(f"Thank you {n}", (texts[locale],)) for n in range(9)))

    assert [finding for finding in findings_of(catalogue, locale) if finding.check == "script"] == []


def test_a_catalogue_in_another_language_is_told_once() -> None:
    """All of a file in the wrong folder is one finding, not one for each entry."""
    catalogue = catalogue_of("fr")

    found = [finding for finding in findings_of(catalogue, "de") if finding.check == "wrong-language"]

    assert [(finding.msgid, finding.message) for finding in found] == [
        ("", "its translations seem to be in French, not in German")
    ]


def test_words_that_the_termbase_keeps_are_no_source_words() -> None:
    """A term whose rendering is itself may stand as it is."""
    catalogue = Catalogue((Entry("open shelves for children", ("open shelves for children",)),))
    term = "open shelves for children"

    found = findings_of(catalogue, "de", Standard(termbase=Termbase((Term(term, required=(term,)),))))

    assert found == []


def test_a_variant_of_the_source_language_may_be_the_same() -> None:
    """British English of English is a translation."""
    catalogue = Catalogue(
        (Entry("Every child should have a library card", ("Every child should have a library card",)),)
    )

    assert findings_of(catalogue, "en_GB") == []


def test_a_script_that_decides_needs_no_classifier(monkeypatch: pytest.MonkeyPatch) -> None:
    """For Greek or Korean the model is not loaded, however strange the text."""
    monkeypatch.setattr("l10n_tool.checks.wrong_language._identifier", lambda: pytest.fail("it was asked"))
    text = "Vingt minutes suffisent pour un chapitre, et ce n’est pas trop pour un soir d’école, même en hiver."

    found = findings_of(Catalogue((Entry("Twenty minutes is long enough for a chapter.", (text,)),)), "ko")

    assert "script" in [finding.check for finding in found]


def test_of_languages_with_as_many_words_the_first_by_name_is_told() -> None:
    """Each run says the same, in whatever order the words of a text are met."""
    galician_portuguese_or_spanish = Entry("on the hill", ("como por para",))

    found = findings_of(Catalogue((galician_portuguese_or_spanish,)), "de")

    assert [finding.message for finding in found if finding.check == "wrong-language"] == [
        "it seems to be in Spanish, not in German"
    ]


@pytest.mark.parametrize(
    "piece",
    ["a, ", "a, b and c. ", "، ", " و", "か", "*ab ", "#ab @cd ", "⟦1⟧", "__1__ ", "(", "“a", "the book ", "a b ",
     "\n ", "{{1}} ", "<x id=", "here is the ", "i am sorry ", "translation of ", "ə", "漢", "μμ ", "以下は", "X1X "],
)  # fmt: skip
@pytest.mark.parametrize("locale", ["de", "ru", "ja", "ar"])
def test_a_long_run_of_anything_is_looked_at_in_linear_time(piece: str, locale: str) -> None:
    """Four times the text does not take twelve times as long."""

    def seconds(length: int) -> float:
        text = piece * (length // len(piece))
        entries = (
            Entry(text, (text + "x",)),
            Entry("the book, a pen and ink " + text[:40], (text,)),
            Entry(text, ("x",)),
        )
        begun = time.process_time()
        findings_of(Catalogue(entries), locale)
        return time.process_time() - begun

    longer = seconds(20_000)

    assert longer < 0.5 or longer < 12 * min(seconds(5_000) for _ in range(3))


@pytest.mark.parametrize(
    "source", ["The books, the pens and the ink are with the children in the library of the town."]
)
def test_a_text_without_words_is_no_matter(source: str) -> None:
    """Signs, emoji and marks alone break nothing."""
    texts = ["…", "🙂", "\u0301", "%s", "\ufffc", "١", "-", "a", "。"]

    for locale in [*LOCALES, "", "xx", "sr@latin"]:
        entries = tuple(Entry(f"{source} {n}", (text,)) for n, text in enumerate(texts))
        assert isinstance(findings_of(Catalogue(entries), locale), list)


def test_a_remark_marks_the_part_in_question() -> None:
    """Where the place is known it is given, in characters of the translation."""
    catalogue = Catalogue((Entry("Read it with the child", ("🙂 Читайте with the ребёнком",)),))

    found = [finding for finding in findings_of(catalogue, "ru") if finding.check == "source-words"]

    assert [finding.msgstr[slice(*finding.marks[0])] for finding in found] == ["with the"]
    assert Text(found[0].msgstr, "ru").raw == found[0].msgstr
