"""Many files taking their places together: what stood there is kept aside until all of them have."""

# ruff: noqa: PTH104, PTH105, PTH108, PTH120 - thousands of files, and pathlib takes several times as long.

import os
from collections.abc import Mapping
from contextlib import suppress
from typing import Final

from l10n_tool.storage.flushing import Disks
from l10n_tool.storage.staging import Naming, sync
from l10n_tool.storage.swapping import link, put_back

__all__ = ["Placing", "Staged"]

#: Files by the temporary one that is to take their place, or None for one that is to be removed; with their root.
Staged = Mapping[str, tuple[str | None, str]]

#: From so many files on it is faster to let the system write everything at once.
_MANY: Final = 16


class Placing:
    """Puts files in their places, or none of them; ``at`` is the one that it is at.

    Without ``lasting`` nothing is synced, and nothing goes back.
    """

    def __init__(self, staged: Staged, naming: Naming, disks: Disks, *, lasting: bool) -> None:
        self._staged = {target: temporary for target, (temporary, _) in staged.items()}
        self._folders = dict.fromkeys(os.path.dirname(target) or "." for target in staged)
        self._naming, self._disks, self._lasting = naming, disks, lasting
        self.at = next(iter(staged), "")
        # Where what stood in a place that was taken is; None where nothing stood.
        self._aside: dict[str, str | None] = {}

    def sync(self) -> None:
        """Bring the temporary files to the disk. Raises OSError."""
        if self._lasting:
            self._sync({target: temporary for target, temporary in self._staged.items() if temporary is not None})

    def place(self) -> None:
        """Put all files in their places, or none where one of them fails. Raises OSError."""
        try:
            for target, temporary in self._staged.items():
                self.at = target
                self._place(target, temporary)
            if self._lasting:
                self._sync({folder: folder for folder in self._folders})
            self._drop_asides()
        except BaseException:
            self._go_back()
            raise

    def _sync(self, paths: Mapping[str, str]) -> None:
        """Bring files or folders to the disk, each by what it is called if that fails."""
        if len(paths) > _MANY:
            # What stands in a folder is on its file system.
            if self._disks.write_all(self._folders):
                return
            # It tells of no failure; fsync does, each of its own file or folder, and finds nothing left to write.
            os.sync()
        for name, path in paths.items():
            self.at = name
            sync(path)

    def _place(self, target: str, temporary: str | None) -> None:
        """Put a file in its place, or take one away; note first how to go back."""
        if temporary is None:
            aside = self._aside[target] = self._naming.beside(target)
            os.rename(target, aside)
            return
        if self._lasting:
            self._keep(target)
        os.replace(temporary, target)

    def _keep(self, target: str) -> None:
        aside = self._aside[target] = self._naming.beside(target)
        try:
            if not link(target, aside):
                del self._aside[target]
        except FileNotFoundError:
            self._aside[target] = None

    def _drop_asides(self) -> None:
        for target, aside in self._aside.items():
            self.at = target
            if aside is not None:
                with suppress(FileNotFoundError):
                    os.unlink(aside)

    def _go_back(self) -> None:
        """Give every place back to what stood there, if that is still to be had."""
        for target, aside in self._aside.items():
            with suppress(OSError):
                if aside is None:
                    os.unlink(target)
                elif os.path.lexists(aside):
                    put_back(aside, target)
