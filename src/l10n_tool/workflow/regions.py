"""Where in its file each finding points to."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from l10n_tool.catalogue import CatalogueError
from l10n_tool.catalogue.places import Region, StringPlaces
from l10n_tool.checks import Finding
from l10n_tool.errors import FileError
from l10n_tool.project import Project
from l10n_tool.workflow.files import open_target
from l10n_tool.workflow.targets import Target, targets

__all__ = ["regions_of"]


def regions_of(project: Project | None, names: Sequence[str], findings: Iterable[Finding]) -> list[Region | None]:
    """Return the place of the first part in question of each finding: of the translation, or else of the source.

    None where nothing is marked, and where the file holds something else by now. ``names`` are those that were
    checked.
    """
    return list(_regions({target.name: target for target in targets(project, names)}, findings))


def _regions(files: dict[str, Target], findings: Iterable[Finding]) -> Iterator[Region | None]:
    @cache
    def places(file: str) -> StringPlaces | None:
        return _places(files[file]) if file in files else None

    for finding in findings:
        its = places(finding.file) if finding.marks or finding.source_marks else None
        yield _region(its, finding) if its else None


def _places(target: Target) -> StringPlaces | None:
    try:
        text = open_target(target).catalogue.raw
    except (CatalogueError, FileError):
        return None
    return StringPlaces(text) if text is not None else None


def _region(places: StringPlaces, finding: Finding) -> Region | None:
    if finding.marks:
        return places.region(finding.line, finding.msgstr, finding.marks[0], translation=True)
    source = finding.source or finding.msgid
    return places.region(finding.line, source, finding.source_marks[0], translation=False)
