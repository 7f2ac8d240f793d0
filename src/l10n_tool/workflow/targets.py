"""Which PO files a command works on."""

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from l10n_tool.errors import FileError, SeveralFilesError, UsageError
from l10n_tool.languages import language_of_header, language_of_path
from l10n_tool.project import require_project
from l10n_tool.storage import contained, relative_name

if TYPE_CHECKING:
    from l10n_tool.project import Project

__all__ = ["Target", "of_all", "targets", "targets_of"]


class Target(NamedTuple):
    """A PO file to work on; ``locale`` and ``domain`` are empty where it is none of the project's own."""

    path: Path
    name: str
    locale: str = ""
    root: Path | None = None
    domain: str = ""

    def language(self, header: str = "") -> str:
        """Return the locale, of a catalogue that is none of the project's own what its header or its path says."""
        known = self.locale or language_of_header(header)
        return known or language_of_path(self.path.resolve().parts, header)


def targets(project: "Project | None", names: Sequence[str]) -> list[Target]:
    """Return the PO files that these names mean: a locale of the project, or the path of any PO file.

    A locale means its catalogue of every domain. Without names it is every locale of the project. Raises UsageError
    for a name that is neither.
    """
    if names:
        return [target for name in dict.fromkeys(names) for target in _targets(project, name)]
    project = require_project(project)
    if not project.locales:
        raise UsageError("the settings name no locales", remedy='Add locales = ["fr"], or name a locale or a PO file.')
    return [target for locale in project.locales for target in targets_of(project, locale)]


def _targets(project: "Project | None", name: str) -> list[Target]:
    if name.lower().endswith((".po", ".pot")) or os.sep in name:
        path = Path(name)
        inside = project is not None and contained(project.root, path)
        root = project.root if project is not None and inside else None
        return [Target(path, relative_name(path, root or Path()), root=root)]
    if project is None and Path(f"{name}.po").exists():
        raise UsageError(f"{name!r} is no PO file", remedy=f"Did you mean {name}.po?")
    try:
        return targets_of(require_project(project), name)
    except UsageError:
        if not Path(name).is_dir():
            raise
        raise UsageError(f"{name!r} is a folder", remedy="Name the PO files in it.") from None


def targets_of(project: "Project", locale: str) -> list[Target]:
    """Return a locale's catalogue of every domain. Raises UsageError for what is no locale."""
    paths = {domain: project.catalogue(locale, domain) for domain in project.domains}
    return [
        Target(path, relative_name(path, project.root), locale, project.root, domain) for domain, path in paths.items()
    ]


@contextmanager
def of_all(chosen: Sequence[Target]) -> Iterator[None]:
    """Tell what is wrong with each catalogue, where work on them ends at the first that cannot be read.

    They are all read for it, once more, which takes time only then. Raises SeveralFilesError, or the one FileError.
    """
    try:
        yield
    except FileError as error:
        errors = [found for target in chosen if (found := _error_of(target)) is not None]
        if len(errors) > 1 and str(error) in map(str, errors):
            raise SeveralFilesError(errors) from None
        raise


def _error_of(target: Target) -> FileError | None:
    from l10n_tool.workflow.files import open_target

    try:
        open_target(target)
    except FileError as error:
        return error
    return None
