"""Reading a file whole, after what a killed command left beside it is put right."""

import os
from functools import cache
from pathlib import Path
from typing import Final

from l10n_tool.errors import FileError

__all__ = ["FAILURES", "SWAP", "TEMPORARY", "cause", "held", "read_bytes", "recover_once"]

#: How the name of a file ends that is being written, or of an output that is about to be removed.
TEMPORARY: Final = ".l10n-tmp"
#: And that of a catalogue that is about to change places with its target, or has.
SWAP: Final = ".l10n-swap"

#: A source or catalogue beyond this is no text that people wrote.
_LARGEST: Final = 256 * 1024 * 1024

#: What pathlib raises: ValueError for a NUL in a name, RuntimeError for a link that leads to itself.
FAILURES: Final = (OSError, ValueError, RuntimeError)


def read_bytes(path: Path | str) -> bytes:
    """Return a file's bytes. Raises FileError with one line that names the file and the cause."""
    try:
        recover_once(os.path.dirname(path))  # noqa: PTH120 - of thousands of files
        handle = os.open(path, os.O_RDONLY)
        try:
            return _read_all(handle, path)
        finally:
            os.close(handle)
    except FAILURES as error:
        raise FileError(f"{path}: {cause(error)}", remedy=_read_remedy(error)) from None


def held(target: Path | str) -> bytes | None:
    """Return the bytes of a file, or None where there is none. Raises OSError, also for a link."""
    try:
        handle = os.open(target, os.O_RDONLY | os.O_NOFOLLOW)
    except FileNotFoundError:
        return None
    try:
        return _read_all(handle, target)
    finally:
        os.close(handle)


def _read_all(handle: int, path: Path | str) -> bytes:
    # Thousands of files are read in a run that has nothing else to do: no file object for each.
    size = os.fstat(handle).st_size
    if size > _LARGEST:
        raise FileError(f"{path}: {size} bytes are more than the {_LARGEST} that are read")
    data = os.read(handle, size + 1)
    if len(data) == size and size:
        return data
    parts, length = [data], len(data)
    while part := os.read(handle, 1 << 20):
        parts.append(part)
        length += len(part)
        # A device tells no size, and may have no end.
        if length > _LARGEST:
            raise FileError(f"{path}: it has more than the {_LARGEST} bytes that are read")
    return b"".join(parts)


def cause(error: Exception) -> str:
    """Return what went wrong, in the system's words."""
    return getattr(error, "strerror", None) or str(error) or type(error).__name__


def _read_remedy(error: Exception) -> str:
    return "Check the name, and the folder you are in." if isinstance(error, FileNotFoundError) else ""


def recover_once(folder: str) -> None:
    """Put right what killed commands left in a folder, once in a process.

    What cannot be put right, because somebody writes there or nobody may, is left to the next who writes.
    """
    _recover(folder if folder.startswith("/") else f"{os.getcwd()}/{folder}")  # noqa: PTH109 - as above


@cache
def _recover(folder: str) -> None:
    try:
        names = os.listdir(folder)  # noqa: PTH208
    except OSError:
        return
    if any(name.endswith((TEMPORARY, SWAP)) for name in names):
        from l10n_tool.storage.replacing import recover

        recover(Path(folder))
