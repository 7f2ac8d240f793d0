"""Many files that can be made again, in one folder: outputs, and what a run remembers."""

import errno
import os
import stat
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Self

from l10n_tool.errors import FileError
from l10n_tool.storage.files import contained
from l10n_tool.storage.locking import locked
from l10n_tool.storage.placing import Placing, Staged
from l10n_tool.storage.reading import FAILURES, TEMPORARY, cause, held
from l10n_tool.storage.replacing import require_writable
from l10n_tool.storage.staging import leftovers, make_folders, owner, temporary_path, write_temporary

__all__ = ["OutputFolder", "Staged"]


class OutputFolder:
    """Writes and removes files below one folder: all of them at the end of a ``with``, or none of them.

    Until then every byte is on the disk beside its target, so a full disk leaves all old files as they were. A file
    takes its place in one step; a reader or a kill never meets half of one. What fails while files take their places
    gives back those that did. Without ``lasting`` the files are whole, but a power failure may lose them.
    """

    def __init__(self, root: Path, *, lasting: bool = True) -> None:
        self._root, self._lasting = root, lasting
        # A process that is forked from this one writes in its name: it is this one that ends the work.
        self._mine = f"{owner()}-{os.urandom(4).hex()}"
        self._folders: set[str] = set()
        self._staged: dict[Path, Path | None] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None) -> None:
        if kind is None:
            self.commit()
        else:
            self.discard()

    @property
    def staged(self) -> Staged:
        """What is to be done, as another process can take it over."""
        return dict(self._staged)

    def adopt(self, staged: Staged) -> None:
        """Take over what a process that was forked from this one has prepared."""
        self._staged.update(staged)

    def write(self, name: str, data: bytes) -> bool:
        """Prepare a file by its name below the folder; return whether its bytes change. Raises FileError."""
        path = self._root / name
        try:
            target = self._target(name, path)
            self._drop(target)
            old = _stat(target)
            if old is not None and old.st_size == len(data) and held(target) == data:
                return False
            if old is not None:
                require_writable(target)
            temporary = temporary_path(target, self._mine)
            write_temporary(temporary, data, old, synced=False)
        except FAILURES as error:
            raise FileError(f"{path}: cannot be written: {cause(error)}") from None
        self._staged[target] = temporary
        return True

    def remove(self, name: str) -> bool:
        """Prepare the removal of a file by its name below the folder; return whether there is one. Raises FileError."""
        path = self._root / name
        try:
            if not os.path.lexists(path):
                return False
            self._prepare(name, path)
            self._drop(path)
            if path.is_dir() and not path.is_symlink():
                raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
        except FAILURES as error:
            raise FileError(f"{path}: cannot be removed: {cause(error)}") from None
        self._staged[path] = None
        return True

    def _target(self, name: str, path: Path) -> Path:
        """Return the file that a name leads to, a link inside the root followed, its folder made."""
        self._prepare(name, path)
        if not path.is_symlink():
            return path
        if not contained(self._root, path):
            raise _leads_out(path, self._root)
        return path.resolve()

    def _prepare(self, name: str, path: Path) -> None:
        """Make the file's folder, once, and make sure that no link leads out of the root."""
        folder = name.rpartition("/")[0]
        if folder in self._folders:
            return
        if not contained(self._root, path.parent):
            raise _leads_out(path, self._root)
        make_folders(path.parent, synced=self._lasting)
        for left in leftovers(path.parent):
            if not left.is_swap:
                left.path.unlink(missing_ok=True)
        self._folders.add(folder)

    def _drop(self, target: Path) -> None:
        temporary = self._staged.pop(target, None)
        if temporary is not None:
            temporary.unlink(missing_ok=True)

    def discard(self) -> None:
        """Leave every file as it was."""
        self._staged.clear()
        # Also what processes prepared that were forked from this one, and did not come to their end.
        for folder, _, names in os.walk(self._root):
            for name in names:
                if f".{self._mine}" in name and name.endswith(TEMPORARY):
                    with suppress(OSError):
                        Path(folder, name).unlink()

    def commit(self) -> None:
        """Put every file in its place. Raises FileError; every file is as it was then."""
        if not self._staged:
            return
        placing = Placing(self._root, self._mine, lasting=self._lasting)
        try:
            placing.sync(self._staged)
            with locked(self._root):
                placing.place(self._staged)
        except FAILURES as error:
            self.discard()
            raise FileError(f"{placing.at}: cannot be written: {cause(error)}") from None
        except BaseException:
            self.discard()
            raise
        self._staged.clear()


def _stat(path: Path) -> os.stat_result | None:
    try:
        found = path.lstat()
    except FileNotFoundError:
        return None
    if stat.S_ISDIR(found.st_mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    if not stat.S_ISREG(found.st_mode):
        raise FileError(f"{path}: is no regular file", remedy="Remove it, or write elsewhere.")
    return found


def _leads_out(path: Path, root: Path) -> FileError:
    return FileError(f"{path}: leads out of {root}", remedy="Write inside the project, or remove the link.")
