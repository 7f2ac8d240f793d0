"""The termbase of a project: made tidy, added to from sources and other files, and given to other programs."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from l10n_tool.catalogue import Entry
from l10n_tool.errors import FileError, UsageError
from l10n_tool.project import Project
from l10n_tool.provenance import State, state
from l10n_tool.segments import segment_document, template_of
from l10n_tool.storage import read_bytes, relative_name, rewrite, write_bytes
from l10n_tool.termbase.csv_file import format_terms, read_terms, tidied
from l10n_tool.termbase.merging import Merged, merged
from l10n_tool.termbase.model import Term, Termbase
from l10n_tool.workflow.documents import source_files
from l10n_tool.workflow.files import open_target
from l10n_tool.workflow.overwriting import files_of, require_other
from l10n_tool.workflow.standard import TERMS, termbase_of
from l10n_tool.workflow.targets import targets_of

__all__ = ["Exported", "Imported", "TidiedTerms", "export_terms", "import_terms", "suggest_terms", "tidy_terms"]

_TBX: Final = frozenset({".tbx", ".tbxm", ".xml"})
_CSV: Final = ".csv"
_DONE: Final = frozenset({State.TRANSLATED, State.APPROVED})


@dataclass(frozen=True, slots=True)
class TidiedTerms:
    """The termbase of a project, and whether its file had to change, or would have to."""

    file: str
    termbase: Termbase
    changed: bool


@dataclass(frozen=True, slots=True)
class Imported:
    """What another file brought into the termbase."""

    file: str
    merged: Merged
    changed: bool


@dataclass(frozen=True, slots=True)
class Exported:
    """A file that the termbase was written to, and how many lines it has."""

    file: str
    lines: int
    changed: bool


def tidy_terms(project: Project, *, check: bool = False) -> TidiedTerms:
    """Bring the termbase to the tidy form; with ``check`` only tell. Raises FileError where there is none."""
    path = project.root / TERMS
    if not path.exists():
        remedy = f"Start it with: l10n-tool terms --suggest > {TERMS}"
        raise FileError(f"{TERMS}: there is no termbase", remedy=remedy)
    known = _known(project)
    data = read_bytes(path)
    changed = tidied(data, TERMS, known) != data
    if changed and not check:
        rewrite(path, lambda now: tidied(now, TERMS, known), root=project.root)
    return TidiedTerms(TERMS, read_terms(data, TERMS, known), changed)


def _known(project: Project) -> tuple[str, ...]:
    """Return the locales that need no second look, and whose tags mean them."""
    return (project.source_locale, *project.locales)


def suggest_terms(project: Project, limit: int) -> list[Term]:
    """Return lines that the termbase may want: names and repeated terms of the sources, best first.

    What reviewed translations render alike is proposed as required. Raises UsageError where no source is.
    """
    from l10n_tool.termbase.suggesting import suggestions

    sources = [entry.msgid for entry in _entries_of_sources(project)]
    translations = {locale: _reviewed(project, locale) for locale in project.locales}
    return suggestions(sources, project.source_locale, translations, termbase_of(project), limit)


def _entries_of_sources(project: Project) -> Iterator[Entry]:
    for file in source_files(project):
        segments = segment_document(file.read(), file.group.segmentation)
        yield from template_of(segments, {}).messages


def _reviewed(project: Project, locale: str) -> list[tuple[str, str]]:
    """Return the texts of a locale with what people made of them; there may be no catalogue yet."""
    return [
        (entry.msgid, entry.msgstr[0])
        for target in targets_of(project, locale)
        if target.path.exists()
        for entry in open_target(target).catalogue.messages
        if entry.msgid_plural is None and state(entry) in _DONE
    ]


def import_terms(project: Project, path: Path) -> Imported:
    """Add the terms of a TBX or CSV file to the termbase; nothing that stands there is lost. Raises FileError."""
    known = _known(project)
    theirs = _read(project, path, known)
    ours = project.root / TERMS
    if not ours.exists():
        taken = merged(Termbase(), theirs)
        return Imported(TERMS, taken, write_bytes(ours, format_terms(taken.termbase), root=project.root, new=True))
    result = merged(termbase_of(project), theirs)

    def make(now: bytes) -> bytes:
        nonlocal result
        result = merged(read_terms(now, TERMS, known), theirs)
        return tidied(now, TERMS, known) if not (result.added or result.changed) else format_terms(result.termbase)

    changed = rewrite(ours, make, root=project.root)
    return Imported(TERMS, result, changed)


def _read(project: Project, path: Path, known: tuple[str, ...]) -> Termbase:
    name = relative_name(path, Path())
    kind = path.suffix.lower()
    if kind == _CSV:
        return read_terms(read_bytes(path), name, known)
    if kind not in _TBX:
        raise UsageError(f"{name} is neither TBX nor CSV by its name", remedy="Name a file that ends in .tbx or .csv.")
    from l10n_tool.termbase.tbx import read_tbx

    return read_tbx(read_bytes(path), name, project.source_locale, known)


def export_terms(project: Project, path: Path) -> Exported:
    """Write the termbase as TBX-Basic. Raises UsageError where that would take the place of something else."""
    if path.suffix.lower() not in _TBX:
        raise UsageError(f"{path} does not end in .tbx", remedy="l10n-tool terms --export terms.tbx")
    require_other(path, (project.root / TERMS, *files_of(project)))
    termbase = tidy_terms(project, check=True).termbase
    _require_tbx(path)
    from l10n_tool.termbase.tbx import format_tbx

    changed = write_bytes(path, format_tbx(termbase, project.source_locale, project.name))
    return Exported(relative_name(path, Path()), len(termbase.terms), changed)


def _require_tbx(path: Path) -> None:
    """Let an export take the place of a TBX file, of an empty one, or of nothing."""
    if not path.is_file():
        return
    start = read_bytes(path)[:4096]
    if start.strip() and not any(root in start for root in (b"<tbx", b"<martif")):
        raise UsageError(f"{path} is there already and is no TBX", remedy="Name another file.")
