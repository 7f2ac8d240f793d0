"""What each tool says of the entries of a catalogue, by msgid: our checks, pofilter, and i18nspector."""

import subprocess
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Final

from translate.filters import checks as filters
from translate.storage.pypo import pounit

from benchmarks.faults.breaking import FORBIDDEN, REQUIRED
from l10n_tool.catalogue import Catalogue, Entry, format_catalogue
from l10n_tool.checks import Severity, check_catalogue
from l10n_tool.checks.standard import Standard
from l10n_tool.termbase import Term, Termbase

__all__ = ["Said", "i18nspector", "ours", "pofilter"]

#: What is said of each entry.
Said = Mapping[str, set[str]]

_NO_FAULT: Final = frozenset({"completeness", "provenance"})


def ours(catalogue: Catalogue, locale: str) -> Said:
    """Return our warnings and errors; the termbase forbids one rendering of one term."""
    forbidden = FORBIDDEN.get(locale)
    terms = (Term("library", locale, (), (REQUIRED[locale],), (f"{forbidden}*",)),) if forbidden else ()
    said: dict[str, set[str]] = {}
    found = check_catalogue(catalogue, locale=locale, file=f"{locale}.po", standard=Standard(termbase=Termbase(terms)))
    for finding in found:
        if finding.severity is not Severity.INFO and finding.check not in _NO_FAULT:
            said.setdefault(finding.msgid, set()).add(f"{finding.check}: {finding.message}")
    return said


def pofilter(entries: Iterable[Entry], locale: str) -> Said:
    """Return the names of the filters of pofilter that an entry does not pass, all of them being on."""
    checker = filters.StandardChecker(checkerconfig=filters.CheckerConfig(targetlanguage=locale))
    return {entry.msgid: set(checker.run_filters(_unit(entry))) for entry in entries}


def _unit(entry: Entry) -> pounit:
    unit = pounit(entry.msgid)
    unit.target = entry.msgstr[0]
    unit.addlocations(list(entry.references))
    for flag in entry.flags:
        unit.settypecomment(flag)
    return unit


def i18nspector(catalogue: Catalogue, locale: str, folder: Path) -> Said:
    """Return the tags of i18nspector, by the beginning of the msgid that it names."""
    path = folder / f"{locale}.po"
    path.write_bytes(format_catalogue(catalogue))
    result = subprocess.run(["i18nspector", str(path)], capture_output=True, text=True, check=False)
    lines = result.stdout.splitlines()
    return {entry.msgid: set(_naming(entry, lines)) for entry in catalogue.messages}


def _naming(entry: Entry, lines: list[str]) -> Iterator[str]:
    start = entry.msgid[:18].replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    for line in lines:
        if start in line:
            yield line.partition(".po: ")[2].split(" ")[0]
