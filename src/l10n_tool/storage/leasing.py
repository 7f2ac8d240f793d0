"""Whether another program has a file open to write into it: half of what it saves may be there, and the rest not yet.

Linux lends a file for reading only while nobody has it open for writing, and asks for it back when somebody wants to
(https://man7.org/linux/man-pages/man2/F_GETLEASE.2const.html). Where it does not, for a file of another owner or on a
network, a save is seen by the bytes it has left alone.
"""

import fcntl
import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from l10n_tool.errors import FileError
from l10n_tool.storage.locking import patience

__all__ = ["leased", "wait_for_writers"]

_WAIT: Final = 0.005


def wait_for_writers(path: Path) -> None:
    """Return once no other program has a file open for writing. Raises FileError where that takes too long, OSError."""
    with leased(path):
        return


@contextmanager
def leased(path: Path) -> Iterator[Callable[[], bool]]:
    """Give a function that says whether another program began to write into a file, under whatever name it is by then.

    That program waits until the ``with`` ends. Raises FileError where one has it open and does not come to an end,
    OSError.
    """
    handle = os.open(path, os.O_RDONLY | os.O_NOFOLLOW)
    try:
        lent = _borrow(handle, path)
        yield lambda: lent and fcntl.fcntl(handle, fcntl.F_GETLEASE) != fcntl.F_RDLCK
    finally:
        os.close(handle)


def _borrow(handle: int, path: Path) -> bool:
    if not hasattr(fcntl, "F_SETLEASE"):
        return False
    from signal import SIGURG

    end = time.monotonic() + patience()
    while True:
        try:
            # Without a signal of ours, the one that asks for the file back would end the process.
            fcntl.fcntl(handle, fcntl.F_SETSIG, SIGURG)
            fcntl.fcntl(handle, fcntl.F_SETLEASE, fcntl.F_RDLCK)
        except BlockingIOError:
            if time.monotonic() >= end:
                remedy = "Close it there, and run the command again: nothing was written."
                raise FileError(f"{path}: another program has it open for writing", remedy=remedy) from None
            time.sleep(_WAIT)
        except OSError:
            return False
        else:
            return True
