"""How a file takes the place of another one in one step, with the other one kept until all is well."""

import errno
import os
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Final

__all__ = ["link", "place_new", "put_back", "take_place"]

_NO_REPLACE: Final = 1
_EXCHANGE: Final = 2
_HERE: Final = -100
#: What a file system says that cannot exchange files, or give one a second name.
_UNABLE: Final = frozenset({errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EPERM, errno.EMLINK, errno.EXDEV})


def link(path: Path | str, name: Path | str) -> bool:
    """Give a file a second name; return False, with nothing done, where the file system cannot. Raises OSError."""
    try:
        os.link(path, name)
    except OSError as error:
        if error.errno not in _UNABLE:
            raise
        return False
    return True


def place_new(temporary: Path, target: Path) -> None:
    """Give a file a name that no other file has. Raises OSError, FileExistsError where one has it."""
    if _rename(temporary, target, _NO_REPLACE):
        return
    if link(temporary, target):
        temporary.unlink()
        return
    if os.path.lexists(target):
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST))
    temporary.rename(target)


def take_place(temporary: Path, target: Path, aside: Path) -> bool:
    """Put a file in the place of another one in one step; return whether that one is kept ``aside``.

    Raises OSError, FileNotFoundError where there is no other one.
    """
    if _renameat2() is not None:
        temporary.rename(aside)
        if _rename(aside, target, _EXCHANGE):
            return True
        temporary = aside.rename(temporary)
    kept = link(target, aside)
    temporary.replace(target)
    return kept


def put_back(aside: Path | str, target: Path | str) -> None:
    """Give a target back what was kept aside, and drop what took its place. Raises OSError."""
    # A rename puts no folder in the place of a file, and leaves both names of one file.
    if not os.path.lexists(target) or not _rename(aside, target, _EXCHANGE):
        Path(aside).replace(target)
    Path(aside).unlink(missing_ok=True)


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


def _rename(one: Path | str, other: Path | str, flags: int) -> bool:
    """Rename with flags; return False, with nothing done, where the file system does not know them. Raises OSError."""
    function = _renameat2()
    if function is None:
        return False
    if function(_HERE, os.fsencode(one), _HERE, os.fsencode(other), flags) == 0:
        return True
    import ctypes

    code = ctypes.get_errno()
    if code in _UNABLE:
        return False
    raise OSError(code, os.strerror(code), str(other))
