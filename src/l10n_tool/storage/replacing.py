"""Putting bytes in the place of a file, so that a kill, a full disk and another program's save cost nothing.

New bytes go to a temporary file in the same folder and to the disk; then the two files change places in one step. What
stood there can be looked at afterwards: if it is not what was expected, another program saved in between, and they
change back. Where the system cannot exchange files, the target is looked at right before it is replaced.
"""

import errno
import os
import stat
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Final

from l10n_tool.errors import FileError

__all__ = ["held", "replace_file", "sweep", "sync_folder"]

#: What a kill may leave: a file that was being written, and one that was about to change places, or had.
TEMPORARY: Final = ".l10n-tmp"
SWAP: Final = ".l10n-swap"

_NO_REPLACE: Final = 1
_EXCHANGE: Final = 2
_HERE: Final = -100
_UNKNOWN: Final = frozenset({errno.ENOSYS, errno.EINVAL, errno.ENOTSUP})
_DIGITS: Final = 16


def held(target: Path) -> bytes | None:
    """Return the bytes of a file, or None where there is none."""
    try:
        return target.read_bytes()
    except FileNotFoundError:
        return None


def replace_file(target: Path, data: bytes, was: bytes | None) -> bool:
    """Write a file that holds ``was``, None where there is none; return False where it holds something else by now.

    When it returns True, the new bytes are on the disk. In every other case, an exception among them, the target
    is as it was. Raises OSError. To be called with the folder locked.
    """
    temporary = target.with_name(f".{target.name[:100]}.{os.urandom(4).hex()}{TEMPORARY}")
    try:
        _write_synced(temporary, data, target)
        if was is None:
            return _place_new(temporary, target)
        swap = target.with_name(f".{target.name[:100]}.{_short(was)}{_short(data)}{SWAP}")
        temporary.rename(swap)
        temporary = swap
        return _place(temporary, target, was)
    finally:
        with suppress(FileNotFoundError):
            temporary.unlink()


def _short(data: bytes) -> str:
    return sha256(data).hexdigest()[:_DIGITS]


def _write_synced(temporary: Path, data: bytes, target: Path) -> None:
    # Created with 0666, so that a new file gets the mode that the umask leaves; an old one passes its mode on.
    handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
    try:
        with suppress(FileNotFoundError):
            _take_over(handle, target.stat())
        left = memoryview(data)
        while left:
            left = left[os.write(handle, left) :]
        os.fsync(handle)
    finally:
        os.close(handle)


def _take_over(handle: int, old: os.stat_result) -> None:
    """Give a new file the mode of the old one, and its owner where the system lets us."""
    own = os.fstat(handle)
    if (own.st_uid, own.st_gid) != (old.st_uid, old.st_gid):
        with suppress(PermissionError):
            os.fchown(handle, old.st_uid, old.st_gid)
    os.fchmod(handle, stat.S_IMODE(old.st_mode))


def _place_new(temporary: Path, target: Path) -> bool:
    try:
        if not _rename(temporary, target, _NO_REPLACE):
            if target.exists():
                return False
            temporary.rename(target)
    except FileExistsError:
        return False
    try:
        sync_folder(target.parent)
    except BaseException:
        target.unlink(missing_ok=True)
        raise
    return True


def _place(temporary: Path, target: Path, was: bytes) -> bool:
    if held(target) != was:
        return False
    if not _rename(temporary, target, _EXCHANGE):
        temporary.replace(target)
        sync_folder(target.parent)
        return True
    try:
        if held(temporary) == was:
            sync_folder(target.parent)
            temporary.unlink()
            return True
    except BaseException:
        _rename(temporary, target, _EXCHANGE)
        raise
    # Another program saved between the look and the exchange: what it saved goes back to its place.
    _rename(temporary, target, _EXCHANGE)
    return False


@cache
def _renameat2() -> Callable[..., int] | None:
    """Return Linux's rename with flags, which Python's library lacks."""
    import ctypes

    try:
        function = ctypes.CDLL(None, use_errno=True).renameat2
    except (AttributeError, OSError, TypeError):
        return None
    function.argtypes = [ctypes.c_int, ctypes.c_char_p, ctypes.c_int, ctypes.c_char_p, ctypes.c_uint]
    return function


def _rename(source: Path, target: Path, flags: int) -> bool:
    """Rename with flags; return False, with nothing done, where the system or the file system does not know them."""
    function = _renameat2()
    if function is None:
        return False
    if function(_HERE, os.fsencode(source), _HERE, os.fsencode(target), flags) == 0:
        return True
    import ctypes

    code = ctypes.get_errno()
    if code in _UNKNOWN:
        return False
    raise OSError(code, os.strerror(code), str(target))


def sync_folder(folder: Path) -> None:
    """Make what was renamed in a folder last through a power failure; not every file system can. Raises OSError."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno not in _UNKNOWN:
            raise
    finally:
        os.close(handle)


def sweep(target: Path) -> None:
    """Remove what a killed command left beside a file. To be called with the folder locked.

    Raises FileError for a file that changed places and holds neither the bytes that were there nor the new ones:
    another program saved at that very moment, and nobody may throw that away but its author.
    """
    start = f".{target.name[:100]}."
    with os.scandir(target.parent) as entries:
        left = [entry.name for entry in entries if entry.name.startswith(start)]
    for name in left:
        path = target.with_name(name)
        if name.endswith(TEMPORARY):
            path.unlink(missing_ok=True)
        elif name.endswith(SWAP):
            known = name.removeprefix(start).removesuffix(SWAP)
            data = held(path)
            if data is not None and _short(data) not in {known[:_DIGITS], known[_DIGITS:]}:
                remedy = "Take what you need from it, then remove it, and run the command again."
                raise FileError(f"{path}: holds what another program saved as {target.name}", remedy=remedy)
            path.unlink(missing_ok=True)
