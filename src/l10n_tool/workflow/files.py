"""Catalogue files as the steps open and save them."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from l10n_tool.catalogue import BY_TEMPLATE, Asked, Catalogue, format_kept, parse_catalogue
from l10n_tool.catalogue.keeping import NOTHING
from l10n_tool.catalogue_files import read_catalogue
from l10n_tool.errors import FileError
from l10n_tool.storage import read_bytes, relative_name, rewrite
from l10n_tool.workflow.targets import Target

if TYPE_CHECKING:
    from l10n_tool.project import Project

__all__ = [
    "BY_UPDATE",
    "CatalogueFile",
    "open_catalogue",
    "open_target",
    "open_template",
    "read_target",
    "rewrite_catalogue",
]


def _own_words(comments: Sequence[str]) -> Sequence[str]:
    # Most updates meet no comment that changed.
    from l10n_tool.provenance import own_words

    return own_words(comments)


#: What an update may take away: what its template does, and drafts' lines on entries without a text.
BY_UPDATE: Final = BY_TEMPLATE._replace(comments=_own_words)


_FAULT: Final = "Nothing was written. If the command was meant to do this, please report it with the file."


class CatalogueFile(NamedTuple):
    """A catalogue with the file it was read from, and the bytes that the file held then."""

    target: Target
    locale: str
    data: bytes
    catalogue: Catalogue

    @property
    def name(self) -> str:
        """The file's name for people."""
        return self.target.name


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
    locale = target.language(catalogue.headers.get("Language", ""))
    return CatalogueFile(target, locale, data, catalogue)


def open_catalogue(path: Path, name: str = "") -> Catalogue:
    """Read a PO or POT file as it is."""
    return read_catalogue(path, name)


def open_template(path: Path, project: "Project | None") -> Catalogue:
    """Return a template. Raises FileError, for one of the project's own that is missing with how to make it."""
    if not path.exists():
        own = project is not None and path in map(project.template_of, project.domains)
        remedy = "Make it with: l10n-tool extract" if own else ""
        name = relative_name(path, project.root) if project else path.as_posix()
        raise FileError(f"{name}: there is no template", remedy=remedy)
    return open_catalogue(path)


def rewrite_catalogue(
    file: CatalogueFile, change: Callable[[CatalogueFile], Catalogue], *, asked: Asked = NOTHING
) -> CatalogueFile:
    """Write what ``change`` makes of a catalogue back to its file, and return it as it stands there.

    ``change`` is given ``file`` itself, or, where another program saved the file since it was read, what it holds now.
    What a person wrote in it and would be gone, without being ``asked`` for, stops the write with a FileError.
    """
    result = file

    def make(now: bytes) -> bytes:
        nonlocal result
        before = file if now == file.data else open_target(file.target, now)
        catalogue = change(before)
        data = _format(before.catalogue, catalogue, asked, file.name)
        result = before._replace(data=data, catalogue=catalogue)
        return data

    rewrite(file.target.path, make, root=file.target.root)
    return result


def _format(before: Catalogue, after: Catalogue, asked: Asked, name: str) -> bytes:
    """Return what ``format_kept`` does, with errors for whoever gave the command."""
    from l10n_tool.catalogue.problems import RefusedError

    try:
        return format_kept(before, after, asked, name)
    except RefusedError as error:
        raise FileError(error.message, place=error.place, remedy=_FAULT) from None
