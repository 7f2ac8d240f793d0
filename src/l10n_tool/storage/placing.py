"""Many files taking their places together: what stood there is kept aside until all of them have."""

import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Final

from l10n_tool.storage.staging import sync, temporary_path
from l10n_tool.storage.swapping import link, put_back

__all__ = ["Placing", "Staged"]

#: Files by the temporary one that is to take their place, or None for one that is to be removed.
Staged = Mapping[Path, Path | None]

#: From so many files on it is faster to let the system write everything at once.
_MANY: Final = 16


class Placing:
    """Puts files in their places, or none of them; ``at`` is the one that it is at.

    ``mine`` is how the names of the temporary files of this work begin. Without ``lasting`` nothing is synced, and
    nothing goes back.
    """

    def __init__(self, root: Path, mine: str, *, lasting: bool) -> None:
        self._mine, self._lasting = mine, lasting
        self.at = root
        # Where what stood in a place that was taken is; None where nothing stood.
        self._aside: dict[Path, Path | None] = {}

    def sync(self, staged: Staged) -> None:
        """Bring the temporary files to the disk. Raises OSError."""
        if not self._lasting:
            return
        if len(staged) > _MANY:
            # It tells of no failure; fsync does, and finds nothing left to write.
            os.sync()
        for target, temporary in staged.items():
            self.at = target
            if temporary is not None:
                sync(temporary)

    def place(self, staged: Staged) -> None:
        """Put all files in their places, or none where one of them fails. Raises OSError."""
        try:
            for target, temporary in staged.items():
                self.at = target
                self._place(target, temporary)
            self._sync_folders(staged)
            self._drop_asides()
        except BaseException:
            self._go_back()
            raise

    def _place(self, target: Path, temporary: Path | None) -> None:
        """Put a file in its place, or take one away; note first how to go back."""
        aside = temporary_path(target, self._mine)
        if temporary is None:
            self._aside[target] = aside
            target.rename(aside)
            return
        if self._lasting:
            self._keep(target, aside)
        temporary.replace(target)

    def _keep(self, target: Path, aside: Path) -> None:
        self._aside[target] = aside
        try:
            if not link(target, aside):
                del self._aside[target]
        except FileNotFoundError:
            self._aside[target] = None

    def _sync_folders(self, staged: Staged) -> None:
        for folder in dict.fromkeys(target.parent for target in staged) if self._lasting else ():
            self.at = folder
            sync(folder)

    def _drop_asides(self) -> None:
        for target, aside in self._aside.items():
            self.at = target
            if aside is not None:
                aside.unlink(missing_ok=True)

    def _go_back(self) -> None:
        """Give every place back to what stood there, if that is still to be had."""
        for target, aside in self._aside.items():
            with suppress(OSError):
                if aside is None:
                    target.unlink(missing_ok=True)
                elif os.path.lexists(aside):
                    put_back(aside, target)
