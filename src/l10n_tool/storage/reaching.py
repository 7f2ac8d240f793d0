"""What can be reached below a folder without leaving it: each folder on the way is looked at once."""

# ruff: noqa: PTH102, PTH120 - thousands of files, and pathlib takes several times as long.

import errno
import os
import re
import stat
from pathlib import Path
from typing import Final

from l10n_tool.errors import FileError
from l10n_tool.storage.files import contained
from l10n_tool.storage.reading import recover_once
from l10n_tool.storage.staging import make_folders, sync

__all__ = ["Reach"]

#: In the name of a folder, with its slash: a part that is none of a folder below the one before it.
_ODD: Final = re.compile(r"(?:^|/)\.{0,2}/")


class Reach:
    """The files below one root, by their names; links may lead anywhere inside the root, and nowhere else."""

    def __init__(self, root: str, *, lasting: bool) -> None:
        self.root, self._lasting = root, lasting
        # By the start of a name, with its slash: what it becomes once its folder was looked at; where the folder is,
        # all links followed, or None outside.
        self._entered: dict[str, str] = {}
        self._real: dict[str, str | None] = {}

    def path(self, name: str) -> str:
        """Return a file's path."""
        return os.fspath(Path(self.root, name))

    def enter(self, name: str) -> str:
        """Return a file's path; its folder is there then, and what killed commands left in it is not.

        Raises FileError where a link leads out of the root, OSError.
        """
        head = name[: name.rfind("/") + 1]
        if head not in self._entered:
            self._entered[head] = self._enter(head, name)
        return self._entered[head] + name[len(head) :]

    def follow(self, path: str) -> str:
        """Return the file that a link leads to. Raises FileError where that is outside the root, OSError."""
        if not contained(Path(self.root), Path(path)):
            raise self._leads_out(path)
        return os.fspath(Path(path).resolve())

    def _enter(self, head: str, name: str) -> str:
        if self._reach(head) is None:
            raise self._leads_out(self.path(name))
        folder = self.path(head)
        recover_once(folder)
        return "" if folder == "." else folder.rstrip("/") + "/"

    def _reach(self, head: str) -> str | None:
        if head not in self._real:
            self._real[head] = self._resolve(head) if not head or _ODD.search(head) else self._step(head)
        return self._real[head]

    def _step(self, head: str) -> str | None:
        """Return where a folder is, by where the one above it is."""
        above = head[: head.rfind("/", 0, -1) + 1]
        parent = self._reach(above)
        if parent is None:
            return None
        real = f"{parent}/{head[len(above) : -1]}"
        try:
            mode = os.lstat(real).st_mode
        except FileNotFoundError:
            return self._make(real, head)
        if stat.S_ISDIR(mode):
            return real
        if stat.S_ISLNK(mode):
            return self._resolve(head)
        raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR))

    def _make(self, real: str, head: str) -> str | None:
        try:
            os.mkdir(real)
        except FileExistsError:
            # Another process came first, with whatever it is.
            return self._resolve(head)
        if self._lasting:
            sync(os.path.dirname(real))
        return real

    def _resolve(self, head: str) -> str | None:
        path = Path(self.root, head)
        if not contained(Path(self.root), path):
            return None
        make_folders(path, synced=self._lasting)
        return os.fspath(path.resolve())

    def _leads_out(self, path: str) -> FileError:
        return FileError(f"{path}: leads out of {self.root}", remedy="Write inside the project, or remove the link.")
