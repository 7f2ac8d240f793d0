"""One file at a time, written whole or not at all: what ``files`` does when something is written."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from l10n_tool.errors import FileError
from l10n_tool.storage.files import contained
from l10n_tool.storage.leasing import wait_for_writers
from l10n_tool.storage.locking import locked
from l10n_tool.storage.reading import FAILURES, cause, held
from l10n_tool.storage.replacing import replace_file, require_writable, sweep
from l10n_tool.storage.staging import make_folders, write_all

__all__ = ["rewrite", "write_bytes"]

#: A program that saves more often than this while a file is written is not an editor.
_MOST_SAVES: Final = 20


def write_bytes(path: Path, data: bytes, *, root: Path | None = None, new: bool = False) -> bool:
    """Do what ``files.write_bytes`` says."""

    def make(now: bytes | None) -> bytes:
        if new and now is not None:
            raise FileError(f"{path}: is there already", remedy="Nothing was written.")
        return data

    with _named(path):
        target = _target(path, root)
        if _is_stream(target):
            _write_stream(target, data)
            return True
        make_folders(target.parent, synced=True)
        return _write(path, target, make)


def rewrite(path: Path, make: Callable[[bytes], bytes], *, root: Path | None = None) -> bool:
    """Do what ``files.rewrite`` says."""

    def make_again(now: bytes | None) -> bytes:
        if now is None:
            raise FileError(f"{path}: was removed meanwhile", remedy="Nothing was written.")
        return make(now)

    with _named(path):
        target = _target(path, root)
        if _is_stream(target):
            raise FileError(f"{path}: is no regular file", remedy="Copy it to one, and name that.")
        return _write(path, target, make_again)


@contextmanager
def _named(path: Path) -> Iterator[None]:
    """Turn a failure into one line that names the file and the cause."""
    try:
        yield
    except FAILURES as error:
        raise FileError(f"{path}: cannot be written: {cause(error)}") from None


def _write(path: Path, target: Path, make: Callable[[bytes | None], bytes]) -> bool:
    with locked(target.parent):
        sweep(target.parent)
        for _ in range(_MOST_SAVES):
            now = _settled(target)
            data = make(now)
            if data == now:
                return False
            if now is not None:
                require_writable(target)
            if replace_file(target, data, now):
                return True
    remedy = "Close the program that saves it, and run the command again: nothing was written."
    raise FileError(f"{path}: another program saves it again and again", remedy=remedy)


def _settled(target: Path) -> bytes | None:
    """Return a file's bytes once no program is about to write more of them, None where there is none."""
    if not os.path.lexists(target):
        return None
    wait_for_writers(target)
    return held(target)


def _is_stream(target: Path) -> bool:
    """Whether a path is a device or a pipe, such as /dev/null: never to be replaced by a file."""
    return target.exists() and not target.is_file() and not target.is_dir()


def _write_stream(target: Path, data: bytes) -> None:
    handle = os.open(target, os.O_WRONLY)
    try:
        write_all(handle, data)
    finally:
        os.close(handle)


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
