"""Recall of what people translated before."""

from datetime import date

import pytest

from l10n_tool.catalogue import Catalogue, Entry
from l10n_tool.drafting import Drafted, Rejected, draft_entries
from l10n_tool.engines import open_engine
from l10n_tool.errors import UsageError
from l10n_tool.provenance import approve, with_draft

DAY = date(2026, 11, 22)


def recalled(entry: Entry, *known: Entry) -> tuple[str, ...] | None:
    with open_engine("memory", "en", "es", {"catalogues": (Catalogue(known),)}) as memory:
        [(_, outcome)] = draft_entries([entry], memory, target="es", markdown=lambda _: True)
    return outcome.forms if isinstance(outcome, Drafted) else None


def test_a_translation_of_the_same_text_is_recalled() -> None:
    """Its markup is the person's, and is not touched."""
    assert recalled(Entry("A **book**"), Entry("A **book**", ("Un **libro**",))) == ("Un **libro**",)


def test_nothing_else_is_recalled() -> None:
    """Alike is not enough."""
    assert recalled(Entry("A book"), Entry("A book.", ("Un libro.",)), Entry("a book", ("un libro",))) is None


def test_unicode_forms_are_one_text() -> None:
    """A composed letter and a decomposed one are the same."""
    assert recalled(Entry("Café"), Entry("Cafe\u0301", ("Cafetería",))) == ("Cafetería",)


def test_drafts_and_stale_texts_are_never_recalled() -> None:
    """What nobody reviewed must not spread."""
    machine = with_draft(Entry("A book"), ["Un libro"], "fake", DAY)

    assert recalled(Entry("A book"), machine, machine.with_fuzzy(False)) is None
    assert recalled(Entry("A book"), Entry("A book", ("Un libro",), flags=("fuzzy",))) is None


def test_the_same_context_counts_before_approval() -> None:
    """Open the verb is not open the adjective, whoever approved it."""
    verb = Entry("Open", ("Abrir",), msgctxt="verb")
    adjective = approve(Entry("Open", ("Abierto",), msgctxt="adjective"), "es-reviewer", DAY)

    assert recalled(Entry("Open", msgctxt="verb"), adjective, verb) == ("Abrir",)
    assert recalled(Entry("Open"), verb, adjective) == ("Abierto",)


def test_a_plural_is_recalled_for_a_plural_only() -> None:
    """The same msgid without plural is another text, and so is another number of forms."""
    plural = Entry("%d book", ("%d libro", "%d libros"), msgid_plural="%d books")

    assert recalled(Entry("%d book", ("", ""), msgid_plural="%d books"), plural) == ("%d libro", "%d libros")
    assert recalled(Entry("%d book"), plural) is None
    assert recalled(Entry("%d book", ("", "", ""), msgid_plural="%d books"), plural) is None
    assert recalled(Entry("%d book", ("", ""), msgid_plural="%d books"), Entry("%d book", ("%d libro",))) is None


def test_an_obsolete_translation_is_recalled() -> None:
    """A person wrote it, and its source may come back."""
    assert recalled(Entry("A book"), Entry("A book", ("Un libro",), obsolete=True)) == ("Un libro",)


def test_the_header_is_no_translation() -> None:
    """Its msgid is empty."""
    assert recalled(Entry("", msgctxt="x"), Entry("", ("Language: es\n",))) is None


def test_a_text_alone_can_be_asked_for() -> None:
    """As with any engine."""
    with open_engine("memory", "en", "es", {"catalogues": [Catalogue((Entry("Book", ("Libro",)),))]}) as memory:
        assert memory.translate("Book") == "Libro"
        with pytest.raises(Rejected, match="nothing like it"):
            memory.translate("Page")


def test_its_catalogues_must_be_catalogues() -> None:
    """It reads no files."""
    with pytest.raises(UsageError, match="catalogues"):
        open_engine("memory", "en", "es", {"catalogues": ["es.po"]})
