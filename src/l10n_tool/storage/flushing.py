"""Bringing many files to the disk at once, with no failure missed.

``os.sync`` tells of no failure, and with each ``fsync`` the disk has to empty its cache, also when nothing is left to
be written. Linux has a call between the two: ``syncfs`` writes a whole file system, and fails where anything could not
be written since the file that it is given was opened (https://man7.org/linux/man-pages/man2/sync.2.html).
"""

import os
from collections.abc import Iterable
from functools import cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from ctypes import CDLL

__all__ = ["Disks"]

#: ext2 to ext4, XFS and Btrfs (https://man7.org/linux/man-pages/man2/statfs.2.html). Where one file system lies on
#: another one, or on a network, what failed below is not told above.
_TELLING: Final = frozenset({0xEF53, 0x58465342, 0x9123683E})
#: Linux tells of data that could not be written from 5.8 on, and of a journal that could not be from 5.17 on.
_SINCE: Final = (5, 17)
#: More than any system's description of a file system has; the first number in it says of what kind it is.
_DESCRIPTION: Final = 512


class Disks:
    """The file systems that one piece of work writes to, each with a file that was open before the first write."""

    def __init__(self) -> None:
        self._handles: dict[int, int] = {}
        self._devices: dict[str, int] = {}

    def watch(self, folder: str) -> None:
        """Look out for failures on a folder's file system from here on. Raises OSError."""
        device = self._device(folder)
        if device not in self._handles:
            self._handles[device] = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)

    def write_all(self, folders: Iterable[str]) -> bool:
        """Bring all that waits on the file systems of these folders to the disk; return whether all of it is there.

        Where that cannot be known, or was not watched for, it is False. Raises OSError.
        """
        library = _library()
        if library is None:
            return False
        devices = {self._device(folder) for folder in folders}
        handles = [self._handles.get(device, -1) for device in devices]
        return all(_tells(library, handle) for handle in handles) and not any(map(library.syncfs, handles))

    def _device(self, folder: str) -> int:
        if folder not in self._devices:
            self._devices[folder] = os.stat(folder).st_dev  # noqa: PTH116 - thousands of folders
        return self._devices[folder]

    def close(self) -> None:
        """Look out no longer."""
        while self._handles:
            os.close(self._handles.popitem()[1])


@cache
def _library() -> "CDLL | None":
    """Return the system's own functions, if its ``syncfs`` tells of every failure."""
    system, release = os.uname().sysname, os.uname().release.split(".")
    if system != "Linux" or not all(number.isdecimal() for number in release[:2]):
        return None
    if tuple(map(int, release[:2])) < _SINCE:
        return None
    import ctypes

    return ctypes.CDLL(None)


def _tells(library: "CDLL", handle: int) -> bool:
    """Whether an open file is on a file system that tells of every failure."""
    from ctypes import c_long

    description = (c_long * _DESCRIPTION)()
    return handle >= 0 and library.fstatfs(handle, description) == 0 and description[0] in _TELLING
