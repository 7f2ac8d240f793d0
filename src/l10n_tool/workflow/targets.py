"""Which PO files a command works on."""

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from l10n_tool.errors import FileError, SeveralFilesError, UsageError
from l10n_tool.languages import language_of_header, language_of_path
from l10n_tool.project import require_project
from l10n_tool.storage import contained, relative_name

if TYPE_CHECKING:
    from l10n_tool.project import Project

__all__ = ["Target", "of_all", "targets", "targets_of"]

_ENDINGS: Final = (".po", ".pot")
#: How many of a project's locales are named as examples.
_SOME: Final = 5


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
    if name.lower().endswith(_ENDINGS) or os.sep in name:
        _require_file(project, name)
        path = Path(name)
        inside = project is not None and contained(project.root, path)
        root = project.root if project is not None and inside else None
        return [Target(path, relative_name(path, root or Path()), root=root)]
    if project is None and Path(f"{name}.po").exists():
        raise UsageError(f"{name!r} is no PO file", remedy=f"Did you mean {name}.po?")
    try:
        return targets_of(require_project(project), name)
    except UsageError:
        _require_file(project, name)
        if not Path(name).exists():
            raise
        raise UsageError(f"{name!r} is no PO file by its name", remedy=_instead(project)) from None


def _require_file(project: "Project | None", name: str) -> None:
    """Raise UsageError for a folder, and for a file that is a source by its name."""
    path = Path(name)
    if not name:
        raise UsageError("a name is empty", remedy=_instead(project))
    if path.is_dir():
        raise UsageError(f"{name!r} is a folder", remedy=_instead_of_folder(project, path))
    if name.lower().endswith(_ENDINGS):
        return
    # Nobody has to wait for it who names PO files.
    from l10n_tool.sources import ENDINGS

    if path.suffix.lower() in ENDINGS and path.is_file():
        raise UsageError(f"{name!r} is a source and no PO file", remedy=_instead(project))


def _instead_of_folder(project: "Project | None", folder: Path) -> str:
    if any(file.is_file() for file in folder.glob("*.po")):
        return f"Name the PO files in it: {folder / '*.po'}"
    return _instead(project) if project is not None else "Name the PO files in it."


def _instead(project: "Project | None") -> str:
    """Say what could be named."""
    if project is None or not project.locales:
        return "Name a PO file."
    return f"Name a locale ({', '.join(project.locales[:_SOME])}) or a PO file; without a name, all locales are taken."


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
