"""Catalogue files as the steps name, open and save them."""

import os
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from l10n_tool.catalogue import Catalogue, format_catalogue, parse_catalogue
from l10n_tool.errors import FileError, UsageError
from l10n_tool.languages import language_of_path
from l10n_tool.project import Project, require_project
from l10n_tool.storage import contained, read_bytes, relative_name, write_bytes

__all__ = ["CatalogueFile", "Target", "open_catalogue", "open_target", "read_target", "save_catalogue", "targets"]


@dataclass(frozen=True, slots=True)
class Target:
    """A PO file to work on; ``locale`` and ``domain`` are empty where it is none of the project's own."""

    path: Path
    name: str
    locale: str = ""
    root: Path | None = None
    domain: str = ""


@dataclass(frozen=True, slots=True)
class CatalogueFile:
    """A catalogue with the file it was read from, and the bytes that the file held then."""

    target: Target
    locale: str
    data: bytes
    catalogue: Catalogue

    @property
    def name(self) -> str:
        """The file's name for people."""
        return self.target.name


def targets(project: Project | None, names: Sequence[str]) -> list[Target]:
    """Return the PO files that these names mean: a locale of the project, or the path of any PO file.

    A locale means its catalogue of every domain. Without names it is every locale of the project. Raises UsageError
    for a name that is neither.
    """
    if names:
        return [target for name in dict.fromkeys(names) for target in _targets(project, name)]
    project = require_project(project)
    if not project.locales:
        raise UsageError("the settings name no locales", remedy='Add locales = ["fr"], or name a locale or a PO file.')
    return [target for locale in project.locales for target in _of_locale(project, locale)]


def _targets(project: Project | None, name: str) -> list[Target]:
    if name.lower().endswith((".po", ".pot")) or os.sep in name:
        path = Path(name)
        inside = project is not None and contained(project.root, path)
        root = project.root if project is not None and inside else None
        return [Target(path, relative_name(path, root or Path.cwd()), root=root)]
    if project is None and Path(f"{name}.po").exists():
        raise UsageError(f"{name!r} is no PO file", remedy=f"Did you mean {name}.po?")
    return _of_locale(require_project(project), name)


def _of_locale(project: Project, locale: str) -> list[Target]:
    paths = {domain: project.catalogue(locale, domain) for domain in project.domains}
    return [
        Target(path, relative_name(path, project.root), locale, project.root, domain) for domain, path in paths.items()
    ]


def read_target(target: Target) -> bytes:
    """Return the bytes of a catalogue. Raises FileError, for one that is missing with how to start it."""
    if target.locale and not target.path.exists():
        remedy = f"Start it with: l10n-tool init {target.locale}"
        raise FileError(f"{target.name}: there is no catalogue for {target.locale}", remedy=remedy)
    return read_bytes(target.path)


def open_target(target: Target, data: bytes | None = None) -> CatalogueFile:
    """Return a catalogue, of these bytes if they were read already. Raises FileError."""
    if data is None:
        data = read_target(target)
    catalogue = parse_catalogue(data, target.name)
    locale = target.locale or language_of_path(target.path.resolve().parts, catalogue.headers.get("Language", ""))
    return CatalogueFile(target, locale, data, catalogue)


def open_catalogue(path: Path, name: str = "") -> Catalogue:
    """Read a PO or POT file as it is."""
    return parse_catalogue(read_bytes(path), name or path.as_posix())


def save_catalogue(file: CatalogueFile, catalogue: Catalogue) -> CatalogueFile:
    """Write a catalogue back to its file, and return it as it stands there.

    Raises FileError if another program saved the file since it was read.
    """
    data = format_catalogue(catalogue, file.name)
    write_bytes(file.target.path, data, root=file.target.root, was=file.data)
    return replace(file, data=data, catalogue=catalogue)
