"""Many files that can be made again, in one folder: outputs, and what a run remembers."""

import os
from pathlib import Path
from typing import Final

from l10n_tool.errors import FileError
from l10n_tool.storage.files import FAILURES, cause, contained, write_bytes

__all__ = ["OutputFolder"]

_SUFFIX: Final = ".l10n-tmp"


class OutputFolder:
    """Writes files below one folder, each whole or not at all, and makes all of them last with one ``sync``.

    A file is replaced in one step, so a reader or a kill never meets half of one. Only a power failure before
    ``sync`` can lose one, and the next run makes it again.
    """

    def __init__(self, root: Path) -> None:
        self._root = root
        self._checked: set[str] = set()
        self._wrote = False

    def write(self, name: str, data: bytes) -> bool:
        """Write a file by its name below the folder; return whether its bytes changed. Raises FileError."""
        path = self._root / name
        try:
            self._prepare(name, path)
            if path.is_symlink():
                return write_bytes(path, data, root=self._root)
            if _holds(path, data):
                return False
            _replace(path, data)
        except FAILURES as error:
            raise FileError(f"{path}: cannot be written: {cause(error)}") from None
        self._wrote = True
        return True

    def _prepare(self, name: str, path: Path) -> None:
        """Make the file's folder, once, and make sure that no link leads out of the root."""
        folder = name.rpartition("/")[0]
        if folder in self._checked:
            return
        if not contained(self._root, path.parent):
            remedy = "Write inside the project, or remove the link."
            raise FileError(f"{path}: leads out of {self._root}", remedy=remedy)
        path.parent.mkdir(parents=True, exist_ok=True)
        self._checked.add(folder)

    def sync(self) -> None:
        """Make what was written last through a power failure."""
        if self._wrote:
            os.sync()
            self._wrote = False


def _holds(path: Path, data: bytes) -> bool:
    try:
        with path.open("rb", buffering=0) as file:
            return os.fstat(file.fileno()).st_size == len(data) and file.read() == data
    except FileNotFoundError:
        return False


def _replace(path: Path, data: bytes) -> None:
    temporary = path.with_name(f".{path.name[:100]}.{os.getpid()}{_SUFFIX}")
    try:
        with temporary.open("wb", buffering=0) as file:
            _write_all(file.fileno(), data)
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def _write_all(handle: int, data: bytes) -> None:
    left = memoryview(data)
    while left:
        left = left[os.write(handle, left) :]
