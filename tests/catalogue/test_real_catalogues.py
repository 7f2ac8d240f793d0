"""Catalogues that people made, hundreds of thousands of entries, read and written beside polib."""

import importlib.util
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import polib
import pytest

from conftest import lacking
from l10n_tool.catalogue import Catalogue, Entry, format_catalogue, parse_catalogue
from l10n_tool.catalogue.counting import count_catalogue, words_of_source
from l10n_tool.catalogue.plain import sort_messages
from l10n_tool.catalogue.po import decode_catalogue

#: Packages that ship the catalogues they are made from.
PACKAGES: Final = ("django", "weblate_language_data")


@pytest.fixture(params=PACKAGES)
def catalogues(request: pytest.FixtureRequest) -> list[Path]:
    """Return the PO files that a package ships."""
    package: str = request.param
    found = importlib.util.find_spec(package)
    if found is None or found.submodule_search_locations is None:
        lacking(f"{package} is not installed", "pip install -e '.[dev]'")
    paths = sorted(path for folder in found.submodule_search_locations for path in Path(folder).rglob("*.po"))
    assert len(paths) > 100
    return paths


def test_every_file_is_written_as_it_was_read(catalogues: list[Path]) -> None:
    """Byte for byte, as a whole and entry by entry."""
    for path in catalogues:
        data = path.read_bytes()

        read = parse_catalogue(data, str(path))

        in_parts = Catalogue(read.entries, read.tail, read.charset, read.newline, read.bom)
        assert format_catalogue(read) == data, path
        assert format_catalogue(in_parts) == data, path


def test_every_field_is_the_one_that_polib_reads(catalogues: list[Path]) -> None:
    """The reference is a reader that shares no line with ours."""
    for path in catalogues:
        entries = parse_catalogue(path.read_bytes(), str(path)).entries

        ours = [_fields(entry) for entry in entries if not entry.is_header]

        assert sorted(ours, key=repr) == sorted(_fields_of_polib(path), key=repr), path


def test_counting_the_text_finds_what_the_entries_say(catalogues: list[Path]) -> None:
    """No entry is made of most of a file, and nothing of it is missed."""
    for path in catalogues:
        data = path.read_bytes()
        catalogue = parse_catalogue(data, str(path))

        counted = count_catalogue(data, str(path))

        assert sort_messages(decode_catalogue(data, str(path))[0]) is not None, path
        states = _states(catalogue.messages)
        assert (counted.untranslated, counted.stale, counted.translated) == states, path
        assert counted.obsolete == sum(1 for _ in catalogue.obsolete), path
        assert counted.words == sum(map(words_of_source, catalogue.messages)), path
        assert counted.language == catalogue.headers.get("Language", ""), path


def _states(entries: Iterator[Entry]) -> tuple[int, int, int]:
    found = [(entry.complete, entry.fuzzy) for entry in entries]
    stale = sum(complete and fuzzy for complete, fuzzy in found)
    return sum(not complete for complete, _ in found), stale, sum(complete for complete, _ in found) - stale


def _fields(entry: Entry) -> tuple[object, ...]:
    previous = entry.previous
    return (
        entry.msgid,
        entry.msgid_plural,
        entry.msgctxt,
        entry.msgstr,
        "\n".join(entry.comments),
        "\n".join(entry.extracted),
        entry.references,
        sorted(entry.flags),
        (previous.msgctxt, previous.msgid, previous.msgid_plural) if previous and not entry.obsolete else (None,) * 3,
        entry.obsolete,
    )


def _fields_of_polib(path: Path) -> list[tuple[object, ...]]:
    return [
        (
            entry.msgid,
            entry.msgid_plural or None,
            entry.msgctxt,
            tuple(entry.msgstr_plural[at] for at in sorted(entry.msgstr_plural)) or (entry.msgstr,),
            entry.tcomment,
            entry.comment,
            tuple(f"{name}:{line}" if line else name for name, line in entry.occurrences),
            sorted(entry.flags),
            # polib reads the previous source of what is obsolete as a comment, or not at all.
            (None,) * 3
            if entry.obsolete
            else (entry.previous_msgctxt, entry.previous_msgid, entry.previous_msgid_plural),
            bool(entry.obsolete),
        )
        for entry in polib.pofile(str(path))
    ]
