"""One file at a time: read whole, written whole or not at all."""

import errno
import os
from collections.abc import Callable
from pathlib import Path
from typing import Final

from l10n_tool.errors import FileError
from l10n_tool.storage.locking import locked
from l10n_tool.storage.replacing import held, replace_file, sweep

__all__ = ["FAILURES", "cause", "contained", "read_bytes", "relative_name", "remove_file", "rewrite", "write_bytes"]

#: A source or catalogue beyond this is no text that people wrote.
_LARGEST: Final = 256 * 1024 * 1024

#: A program that saves more often than this while a file is written is not an editor.
_MOST_SAVES: Final = 20

#: What pathlib raises: ValueError for a NUL in a name, RuntimeError for a link that leads to itself.
FAILURES: Final = (OSError, ValueError, RuntimeError)


def read_bytes(path: Path | str) -> bytes:
    """Return a file's bytes. Raises FileError with one line that names the file and the cause."""
    try:
        handle = os.open(path, os.O_RDONLY)
        try:
            return _read_all(handle, path)
        finally:
            os.close(handle)
    except FAILURES as error:
        raise FileError(f"{path}: {cause(error)}", remedy=_read_remedy(error)) from None


def _read_all(handle: int, path: Path | str) -> bytes:
    # Thousands of files are read in a run that has nothing else to do: no file object for each.
    size = os.fstat(handle).st_size
    if size > _LARGEST:
        raise FileError(f"{path}: {size} bytes are more than the {_LARGEST} that are read")
    data = os.read(handle, size + 1)
    if len(data) == size and size:
        return data
    parts = [data]
    while part := os.read(handle, 1 << 20):
        parts.append(part)
    return b"".join(parts)


def cause(error: Exception) -> str:
    """Return what went wrong, in the system's words."""
    return getattr(error, "strerror", None) or str(error) or type(error).__name__


def _read_remedy(error: Exception) -> str:
    return "Check the name, and the folder you are in." if isinstance(error, FileNotFoundError) else ""


def write_bytes(path: Path, data: bytes, *, root: Path | None = None, new: bool = False) -> bool:
    """Write a file whole or not at all, whatever it holds; return whether anything changed.

    ``root`` is the folder that the file must stay in, links followed. A ``new`` file must not be there yet. Raises
    FileError with one line that names the file and the cause; the file is as it was then.
    """

    def make(now: bytes | None) -> bytes:
        if new and now is not None:
            raise FileError(f"{path}: is there already", remedy="Nothing was written.")
        return data

    return _write(path, make, root)


def rewrite(path: Path, make: Callable[[bytes], bytes], *, root: Path | None = None) -> bool:
    """Put in the place of a file's bytes what ``make`` makes of them; return whether anything changed.

    No other command writes to the file meanwhile. An editor may: then ``make`` is called again with what it saved.
    Raises FileError with one line that names the file and the cause; the file is as it was then.
    """

    def make_again(now: bytes | None) -> bytes:
        if now is None:
            raise FileError(f"{path}: was removed meanwhile", remedy="Nothing was written.")
        return make(now)

    return _write(path, make_again, root)


def _write(path: Path, make: Callable[[bytes | None], bytes], root: Path | None) -> bool:
    try:
        target = _target(path, root)
        if _is_stream(path):
            path.write_bytes(make(b""))
            return True
        target.parent.mkdir(parents=True, exist_ok=True)
        with locked(target.parent):
            return _write_locked(path, target, make)
    except FAILURES as error:
        raise FileError(f"{path}: cannot be written: {cause(error)}") from None


def _write_locked(path: Path, target: Path, make: Callable[[bytes | None], bytes]) -> bool:
    sweep(target)
    for _ in range(_MOST_SAVES):
        now = held(target)
        data = make(now)
        if data == now:
            return False
        if now is not None and not os.access(target, os.W_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        if replace_file(target, data, now):
            return True
    remedy = "Close the program that saves it, and run the command again: nothing was written."
    raise FileError(f"{path}: another program saves it again and again", remedy=remedy)


def _is_stream(path: Path) -> bool:
    """Whether a path is a device or a pipe, such as /dev/null: never to be replaced by a file."""
    return path.exists() and not path.is_file() and not path.is_dir()


def _target(path: Path, root: Path | None) -> Path:
    """Return the file that a path leads to, links followed."""
    if root is not None and not contained(root, path):
        remedy = "Write inside the project, or remove the link."
        raise FileError(f"{path}: leads out of {root}", remedy=remedy)
    target = path.resolve()
    # From Python 3.13 on, a circle of links resolves to a link.
    if target.is_symlink():
        raise FileError(f"{path}: a symbolic link that leads to itself", remedy="Remove the link.")
    return target


def remove_file(path: Path, *, root: Path) -> bool:
    """Remove a file that must be inside ``root``; return whether there was one."""
    try:
        if not contained(root, path):
            raise FileError(f"{path}: leads out of {root}")
        path.unlink()
    except FileNotFoundError:
        return False
    except FAILURES as error:
        raise FileError(f"{path}: cannot be removed: {cause(error)}") from None
    return True


def contained(root: Path, path: Path) -> bool:
    """Whether a path, all links followed, is inside a folder."""
    return path.resolve().is_relative_to(root.resolve())


def relative_name(path: Path, root: Path) -> str:
    """Return a file's name as it stands in references: relative to the project, with slashes, else as given."""
    # Links stay as they are named: a reference is the author's name for the file.
    absolute = Path(os.path.abspath(path))  # noqa: PTH100
    top = Path(os.path.abspath(root))  # noqa: PTH100
    return absolute.relative_to(top).as_posix() if absolute.is_relative_to(top) else path.as_posix()
