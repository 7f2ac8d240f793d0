"""Catalogue files as the steps open and save them."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from l10n_tool.catalogue import NOTHING, Asked, Catalogue, format_catalogue, parse_catalogue, refuse_losses
from l10n_tool.errors import FileError
from l10n_tool.languages import language_of_path
from l10n_tool.storage import read_bytes, rewrite
from l10n_tool.workflow.targets import Target

__all__ = ["CatalogueFile", "open_catalogue", "open_target", "read_target", "rewrite_catalogue"]


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


def rewrite_catalogue(
    file: CatalogueFile, change: Callable[[CatalogueFile], Catalogue], *, asked: Asked = NOTHING
) -> CatalogueFile:
    """Write what ``change`` makes of a catalogue back to its file, and return it as it stands there.

    ``change`` is given ``file`` itself, or, where another program saved the file since it was read, what it holds now.
    What stands in it before and not after, without being ``asked`` for, stops the write with a FileError.
    """
    result = file

    def make(now: bytes) -> bytes:
        nonlocal result
        before = file if now == file.data else open_target(file.target, now)
        catalogue = change(before)
        refuse_losses(before.catalogue, catalogue, asked, file.name)
        result = replace(before, data=format_catalogue(catalogue, file.name), catalogue=catalogue)
        return result.data

    rewrite(file.target.path, make, root=file.target.root)
    return result
