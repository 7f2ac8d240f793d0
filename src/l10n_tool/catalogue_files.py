"""Catalogues as files, for programs: read one, or change one so that nothing in it is lost."""

from collections.abc import Callable
from pathlib import Path

from l10n_tool.catalogue import Asked, Catalogue, format_kept, parse_catalogue
from l10n_tool.catalogue.keeping import NOTHING
from l10n_tool.storage import read_bytes, rewrite

__all__ = ["edit_catalogue", "read_catalogue"]


def read_catalogue(path: Path, name: str = "") -> Catalogue:
    """Return the catalogue in a PO or POT file; ``name`` is what messages call it, its path if empty.

    Raises FileError where the file cannot be read, CatalogueError, which is one, where gettext would refuse it.
    """
    return parse_catalogue(read_bytes(path), name or path.as_posix())


def edit_catalogue(path: Path, change: Callable[[Catalogue], Catalogue], *, asked: Asked = NOTHING) -> Catalogue:
    """Put in the place of a file's catalogue what ``change`` makes of it; return it as it stands there.

    No other command of ours writes to the folder meanwhile. Where an editor saves the file meanwhile, ``change`` is
    called again, with what was saved: it must give the same answer for the same catalogue. The file is replaced whole
    or not at all, with its mode and its owner, and not touched where no byte would change. An entry that ``change``
    gives back as it is keeps every byte; a changed one is written in the file's own way of folding lines.

    Raises FileError, and the file stays as it is, where it cannot be read or written, and where texts, translator
    comments, flags, header fields or entries would be gone that ``asked`` does not name. So it does where the header
    would name another charset than the file is written in, and where what would be written could not be read again.
    """
    result = Catalogue()

    def make(data: bytes) -> bytes:
        nonlocal result
        before = parse_catalogue(data, path.as_posix())
        result = change(before)
        return format_kept(before, result, asked, path.as_posix())

    rewrite(path, make)
    return result
