"""Files on their way: written beside their target, under names that tell whose they are, until they take its place.

Every byte that this tool writes into a file, but for a pipe or a device, goes through ``write_temporary``. What a
killed command leaves has a name that says which process wrote it, so that another one can tell whether it still does.
"""

import errno
import os
import stat
from collections.abc import Iterable, Iterator
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Final, NamedTuple

from l10n_tool.storage.reading import SWAP, TEMPORARY

__all__ = [
    "Leftover",
    "Naming",
    "leftovers",
    "make_folders",
    "mark_of",
    "owner",
    "swap_path",
    "sync",
    "temporary_path",
    "write_all",
    "write_temporary",
]

#: A name may have 255 bytes; what we add to it takes less than 120.
_LONGEST_MARK: Final = 120
_START_OF_MARK: Final = 100
_ENDED: Final = frozenset({b"Z", b"X"})
_NO_SYNC: Final = frozenset({errno.ENOSYS, errno.EINVAL, errno.ENOTSUP})


class Leftover(NamedTuple):
    """A file that a process left that is no more: the mark of its target's name, and what its own name says of it."""

    path: Path
    mark: str
    tail: str

    @property
    def is_swap(self) -> bool:
        """Whether it may have changed places with its target."""
        return self.path.name.endswith(SWAP)


def temporary_path(target: Path, whose: str = "") -> Path:
    """Return a name beside a file that nothing has yet; ``whose`` says more of its owner than this process does."""
    return target.with_name(f".{mark_of(target.name)}.{whose or owner() + '-'}{os.urandom(4).hex()}{TEMPORARY}")


class Naming:
    """Names the temporary files of one piece of work, also those of processes that are forked from this one.

    ``mine`` is in all of these names and in no other: the work ends with the process that began it.
    """

    def __init__(self) -> None:
        self.mine = f"{owner()}-{os.urandom(4).hex()}"
        self._count = 0

    def beside(self, target: str) -> str:
        """Return a name beside a file that nothing has yet."""
        self._count += 1
        folder, slash, name = target.rpartition("/")
        # A process that was forked from this one goes on from the same count.
        return f"{folder}{slash}.{mark_of(name)}.{self.mine}{os.getpid():08x}{self._count:x}{TEMPORARY}"

    def is_ours(self, name: str) -> bool:
        """Whether a file of this name is one of them."""
        return f".{self.mine}" in name and name.endswith(TEMPORARY)


def swap_path(target: Path, tail: str) -> Path:
    """Return the name that a file has while it changes places with its target; ``tail`` says between what."""
    return target.with_name(f".{mark_of(target.name)}.{owner()}-{tail}{SWAP}")


def mark_of(name: str) -> str:
    """Return what stands for a file's name in those of its temporary files: the name, or its start and a checksum."""
    raw = os.fsencode(name)
    if len(raw) <= _LONGEST_MARK:
        return name
    from zlib import crc32

    return f"{raw[:_START_OF_MARK].decode(errors='ignore')}~{crc32(raw):08x}"


def owner() -> str:
    """Return what tells this process from every other one, also from a later one of the same number."""
    return _owner(os.getpid())


@cache
def _owner(process: int) -> str:
    return f"{process}-{_birth(process)}"


def _birth(process: int) -> str:
    """Return when a process began, in the system's ticks; 0 where the system does not list it, or it has ended."""
    # https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html: state is the 3rd field, starttime the 22nd.
    try:
        fields = Path(f"/proc/{process}/stat").read_bytes().rpartition(b")")[2].split()
    except OSError:
        return "0"
    return "0" if len(fields) < 20 or fields[0] in _ENDED else fields[19].decode("ascii", "replace")


def _is_gone(process: int, birth: str) -> bool:
    if birth != "0":
        return _birth(process) != birth
    try:
        os.kill(process, 0)
    except (ProcessLookupError, OverflowError):
        return True
    except PermissionError:
        return False
    return False


def leftovers(folder: Path) -> list[Leftover]:
    """Return what processes left in a folder that are no more."""
    with os.scandir(folder) as entries:
        names = [entry.name for entry in entries if entry.name.startswith(".")]
    return list(_leftovers(folder, names))


def _leftovers(folder: Path, names: Iterable[str]) -> Iterator[Leftover]:
    for name in names:
        body = next((name[1:].removesuffix(end) for end in (TEMPORARY, SWAP) if name.endswith(end)), "")
        mark, _, rest = body.rpartition(".")
        process, birth, tail = (*rest.split("-"), "", "")[:3]
        if mark and tail and process.isdecimal() and birth.isdecimal() and _is_gone(int(process), birth):
            yield Leftover(folder / name, mark, tail)


def write_temporary(path: Path | str, data: bytes, like: os.stat_result | None, *, synced: bool) -> None:
    """Write a file that nobody else has, with the mode and the owner of the one whose place it takes.

    Raises OSError, and leaves no file then.
    """
    # A new file gets the mode that the umask leaves. Another one nobody may open before it has the old one's mode.
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW, 0o666 if like is None else 0o600)
    try:
        try:
            if like is not None:
                _take_over(handle, like)
            write_all(handle, data)
            if synced:
                os.fsync(handle)
        finally:
            os.close(handle)
    except BaseException:
        with suppress(FileNotFoundError):
            os.unlink(path)  # noqa: PTH108 - of thousands of files
        raise


def write_all(handle: int, data: bytes) -> None:
    """Write bytes to an open file. Raises OSError."""
    left = memoryview(data)
    while left:
        left = left[os.write(handle, left) :]


def _take_over(handle: int, old: os.stat_result) -> None:
    """Give a new file the owner of the old one where the system lets us, and its mode.

    What the mode allowed to an owner or a group that cannot be kept, it does not allow to another one.
    """
    mode = stat.S_IMODE(old.st_mode)
    own = os.fstat(handle)
    if (own.st_uid, own.st_gid) != (old.st_uid, old.st_gid):
        own = _give_away(handle, old)
    if own.st_uid != old.st_uid:
        mode &= ~stat.S_ISUID
    if own.st_gid != old.st_gid:
        mode = mode & ~(stat.S_ISGID | stat.S_IRWXG) | (mode & stat.S_IRWXG & ((mode & stat.S_IRWXO) << 3))
    os.fchmod(handle, mode)


def _give_away(handle: int, old: os.stat_result) -> os.stat_result:
    for user in (old.st_uid, -1):
        with suppress(PermissionError):
            os.fchown(handle, user, old.st_gid)
            break
    return os.fstat(handle)


def make_folders(folder: Path, *, synced: bool) -> None:
    """Make a folder and those above it that are missing, to last through a power failure if ``synced``.

    Raises OSError.
    """
    if folder.is_dir():
        return
    make_folders(folder.parent, synced=synced)
    folder.mkdir(exist_ok=True)
    if synced:
        sync(folder.parent)


def sync(path: Path | str) -> None:
    """Make a file, or what was renamed in a folder, last through a power failure. Raises OSError."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError as error:
        # Not every file system can do it for a folder.
        if error.errno not in _NO_SYNC:
            raise
    finally:
        os.close(handle)
