"""One file at a time: read whole, written whole or not at all."""

import os
import stat
from pathlib import Path
from typing import Final

from l10n_tool.errors import FileError

__all__ = ["FAILURES", "cause", "contained", "read_bytes", "relative_name", "remove_file", "write_bytes"]

#: A source or catalogue beyond this is no text that people wrote.
_LARGEST: Final = 256 * 1024 * 1024

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


def write_bytes(path: Path, data: bytes, *, root: Path | None = None, was: bytes | None = None) -> bool:
    """Write a file whole or not at all; return whether anything changed.

    ``root`` is the folder that the file must stay in, links followed. ``was`` is what the file held when it was
    read: if it holds something else by now, somebody saved meanwhile and FileError is raised before any harm.
    """
    try:
        target = _target(path, root)
        if _is_stream(path):
            path.write_bytes(data)
            return True
        now = target.read_bytes() if target.exists() else None
        if now == data:
            return False
        if was is not None and now != was:
            remedy = "Run the command again: nothing was written."
            raise FileError(f"{path}: changed by another program meanwhile", remedy=remedy)
        target.parent.mkdir(parents=True, exist_ok=True)
        _replace(target, data)
    except FAILURES as error:
        raise FileError(f"{path}: cannot be written: {cause(error)}") from None
    return True


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


def _replace(target: Path, data: bytes) -> None:
    temporary = target.with_name(f".{target.name[:100]}.{os.urandom(4).hex()}.tmp")
    try:
        _write_synced(temporary, data, target)
        temporary.replace(target)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    _sync_folder(target.parent)


def _write_synced(temporary: Path, data: bytes, target: Path) -> None:
    # Created with 0666, so that a new file gets the mode that the umask leaves; an old one passes its mode on.
    handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
    with open(handle, "wb") as file:  # noqa: PTH123 - a file handle, not a path
        if target.exists():
            os.fchmod(file.fileno(), stat.S_IMODE(target.stat().st_mode))
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _sync_folder(folder: Path) -> None:
    """Make a rename last through a power failure; not every file system can."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError:
        return
    finally:
        os.close(handle)


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
