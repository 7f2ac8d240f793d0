"""Many files that can be made again, in one folder or several: outputs, and what a run remembers."""

# ruff: noqa: PTH108, PTH120, PTH208 - thousands of files, and pathlib takes several times as long.

import errno
import os
import stat
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Self

from l10n_tool.errors import FileError
from l10n_tool.storage.flushing import Disks
from l10n_tool.storage.locking import locked_together
from l10n_tool.storage.placing import Placing, Staged
from l10n_tool.storage.reaching import Reach
from l10n_tool.storage.reading import FAILURES, cause, held
from l10n_tool.storage.replacing import require_writable
from l10n_tool.storage.sharing import Told
from l10n_tool.storage.staging import Naming, write_temporary

__all__ = ["OutputFolder", "OutputFolders", "Staged"]


class OutputFolders:
    """Writes and removes files below several roots: all of them at the end of a ``with``, or none of them.

    Until then every byte is on the disk beside its target, so a full disk leaves all old files as they were. A file
    takes its place in one step; a reader or a kill never meets half of one. What fails while files take their places
    gives back those that did. Without ``lasting`` the files are whole, but a power failure may lose them. No file is
    written outside its root, whatever links there are.
    """

    def __init__(self, *, lasting: bool = True) -> None:
        self._lasting = lasting
        self._naming, self._disks, self._told = Naming(), Disks(), Told()
        self._reaches: dict[str, Reach] = {}
        # The folders in which a file of ours may be.
        self._touched: set[str] = set()
        self._staged: dict[str, tuple[str | None, str]] = {}

    def __enter__(self) -> Self:
        self._told.open()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None) -> None:
        try:
            if kind is None:
                self.commit()
            else:
                self.discard()
        finally:
            self._disks.close()
            self._told.close()

    @property
    def staged(self) -> Staged:
        """What is to be done, as another process can take it over."""
        return dict(self._staged)

    def adopt(self, staged: Staged) -> None:
        """Take over what a process that was forked from this one has prepared."""
        for target in self._staged.keys() & staged.keys():
            # This process may have done that part itself.
            if self._staged[target] != staged[target]:
                self._drop(target)
        self._staged.update(staged)

    def write(self, root: Path, name: str, data: bytes) -> bool:
        """Prepare a file by its name below a root; return whether its bytes change. Raises FileError."""
        reach = self._reach(root)
        try:
            target, old = self._target(reach, name)
            self._drop(target)
            if old is not None:
                if old.st_size == len(data) and held(target) == data:
                    return False
                require_writable(target)
            temporary = self._naming.beside(target)
            write_temporary(temporary, data, old, synced=False)
        except FAILURES as error:
            raise FileError(f"{reach.path(name)}: cannot be written: {cause(error)}") from None
        self._staged[target] = temporary, reach.root
        return True

    def remove(self, root: Path, name: str) -> bool:
        """Prepare the removal of a file by its name below a root; return whether there is one. Raises FileError."""
        reach = self._reach(root)
        if not os.path.lexists(reach.path(name)):
            return False
        try:
            path = self._enter(reach, name)
            self._drop(path)
            if stat.S_ISDIR(os.lstat(path).st_mode):
                raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
        except FAILURES as error:
            raise FileError(f"{reach.path(name)}: cannot be removed: {cause(error)}") from None
        self._staged[path] = None, reach.root
        return True

    def _reach(self, root: Path) -> Reach:
        path = os.fspath(root)
        if path not in self._reaches:
            self._reaches[path] = Reach(path, lasting=self._lasting)
        return self._reaches[path]

    def _target(self, reach: Reach, name: str) -> tuple[str, os.stat_result | None]:
        """Return the file that a name leads to, a link inside the root followed, its folder made; and what is there."""
        path = self._enter(reach, name)
        found = _found(path)
        if found is not None and stat.S_ISLNK(found.st_mode):
            path = reach.follow(path)
            self._touch(path)
            found = _found(path)
        if found is None or stat.S_ISREG(found.st_mode):
            return path, found
        if stat.S_ISDIR(found.st_mode):
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
        raise FileError(f"{path}: is no regular file", remedy="Remove it, or write elsewhere.")

    def _enter(self, reach: Reach, name: str) -> str:
        path = reach.enter(name)
        self._touch(path)
        return path

    def _touch(self, path: str) -> None:
        folder = os.path.dirname(path)
        if folder not in self._touched:
            self._told.tell(folder)
            self._touched.add(folder)
            if self._lasting:
                self._disks.watch(folder or ".")

    def _drop(self, target: str) -> None:
        temporary, _ = self._staged.pop(target, (None, ""))
        if temporary is not None:
            with suppress(FileNotFoundError):
                os.unlink(temporary)

    def discard(self) -> None:
        """Leave every file as it was."""
        self._staged.clear()
        # Also what processes prepared that were forked from this one, and did not come to their end.
        for folder in self._folders():
            names = []
            with suppress(OSError):
                names = os.listdir(folder or ".")
            for name in filter(self._naming.is_ours, names):
                with suppress(OSError):
                    os.unlink(os.path.join(folder, name))  # noqa: PTH118 - as above

    def _folders(self) -> Iterator[str]:
        """Yield the folders in which a file of ours may be."""
        told = self._told.words()
        if told is not None:
            yield from self._touched.union(told)
            return
        for root in self._reaches:
            for folder, _, _ in os.walk(root):
                yield folder

    def commit(self) -> None:
        """Put every file in its place. Raises FileError; every file is as it was then."""
        if not self._staged:
            return
        placing = Placing(self._staged, self._naming, self._disks, lasting=self._lasting)
        roots = dict.fromkeys(root for _, root in self._staged.values())
        try:
            placing.sync()
            with locked_together(map(Path, roots)):
                placing.place()
        except FAILURES as error:
            self.discard()
            raise FileError(f"{placing.at}: cannot be written: {cause(error)}") from None
        except BaseException:
            self.discard()
            raise
        self._staged.clear()


def _found(path: str) -> os.stat_result | None:
    try:
        return os.lstat(path)
    except FileNotFoundError:
        return None


class OutputFolder:
    """Does what ``OutputFolders`` does, below one root."""

    def __init__(self, root: Path, *, lasting: bool = True) -> None:
        self._root, self._all = root, OutputFolders(lasting=lasting)

    def __enter__(self) -> Self:
        self._all.__enter__()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None) -> None:
        self._all.__exit__(kind, error, _)

    @property
    def staged(self) -> Staged:
        """What is to be done, as another process can take it over."""
        return self._all.staged

    def adopt(self, staged: Staged) -> None:
        """Take over what a process that was forked from this one has prepared."""
        self._all.adopt(staged)

    def write(self, name: str, data: bytes) -> bool:
        """Prepare a file by its name below the folder; return whether its bytes change. Raises FileError."""
        return self._all.write(self._root, name, data)

    def remove(self, name: str) -> bool:
        """Prepare the removal of a file by its name below the folder; return whether there is one. Raises FileError."""
        return self._all.remove(self._root, name)

    def commit(self) -> None:
        """Put every file in its place. Raises FileError; every file is as it was then."""
        self._all.commit()

    def discard(self) -> None:
        """Leave every file as it was."""
        self._all.discard()
