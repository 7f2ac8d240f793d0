"""Putting bytes in the place of a file, so that a kill, a full disk and another program's save cost nothing.

New bytes go to a temporary file in the same folder and to the disk; then the two files change places in one step. What
stood there can be looked at afterwards: if it is not what was expected, another program saved in between, and gets its
place back. A program that is about to write into the file is seen as well, where the system tells of it.
"""

import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Final

from l10n_tool.errors import FileError
from l10n_tool.storage.leasing import leased
from l10n_tool.storage.locking import locked
from l10n_tool.storage.reading import held
from l10n_tool.storage.staging import Leftover, leftovers, mark_of, swap_path, sync, temporary_path, write_temporary
from l10n_tool.storage.swapping import place_new, put_back, take_place

__all__ = ["recover", "replace_file", "require_writable", "sweep"]

_DIGITS: Final = 16


def require_writable(target: Path | str) -> None:
    """Raise OSError for a file that may not be written to: a file that takes its place needs no such right."""
    if not os.access(target, os.W_OK):
        # Only opening it tells why.
        os.close(os.open(target, os.O_WRONLY | os.O_NOFOLLOW))


def replace_file(target: Path, data: bytes, was: bytes | None) -> bool:
    """Write a file that holds ``was``, None where there is none; return False where it holds something else by now.

    When it returns True, the new bytes are on the disk. In every other case, an exception among them, the target
    is as it was. Raises OSError, FileError. To be called with the folder locked.
    """
    temporary = temporary_path(target)
    try:
        if was is None:
            return _place_new(temporary, target, data)
        return _place(temporary, target, data, was)
    except FileNotFoundError:
        if was is None:
            raise
        # Somebody removed it.
        return False
    finally:
        if os.path.lexists(temporary):
            temporary.unlink()


def _place_new(temporary: Path, target: Path, data: bytes) -> bool:
    write_temporary(temporary, data, None, synced=True)
    try:
        place_new(temporary, target)
        sync(target.parent)
    except FileExistsError:
        return False
    except BaseException:
        if held(target) == data:
            target.unlink()
        raise
    return True


def _place(temporary: Path, target: Path, data: bytes, was: bytes) -> bool:
    write_temporary(temporary, data, target.lstat(), synced=True)
    aside = swap_path(target, _short(was) + _short(data))
    with leased(target) as is_wanted:
        if held(target) != was:
            return False
        try:
            done = _is_final(take_place(temporary, target, aside), aside, was, is_wanted)
        except BaseException:
            _undo(aside, target, data)
            raise
        if not done:
            # Another program saved between the look and the exchange, or is about to: its file gets its place back.
            _undo(aside, target, data)
    return done


def _is_final(kept: bool, aside: Path, was: bytes, is_wanted: Callable[[], bool]) -> bool:
    """Bring a replacement to the disk and drop what is kept aside, unless another program's save is in it."""
    if kept and (held(aside) != was or is_wanted()):
        return False
    sync(aside.parent)
    if kept and is_wanted():
        return False
    aside.unlink(missing_ok=True)
    return True


def _undo(aside: Path, target: Path, data: bytes) -> None:
    """Give a target back what it held, if anything took its place, whatever that is."""
    if not os.path.lexists(aside):
        return
    with suppress(OSError):
        if held(aside) == data:
            aside.unlink()
            return
    put_back(aside, target)


def _short(data: bytes) -> str:
    # Proof against nobody: it tells an editor's save from what was read and written. hashlib takes 4 ms to load.
    from zlib import crc32

    return f"{crc32(data):08x}{len(data) % 2**32:08x}"


def recover(folder: Path) -> None:
    """Do what ``sweep`` does, as far as it can be done at once."""
    with suppress(OSError, FileError):
        left = leftovers(folder)
        for one in left:
            if not one.is_swap:
                one.path.unlink(missing_ok=True)
        if any(one.is_swap for one in left):
            with locked(folder, timeout=0):
                sweep(folder)


def sweep(folder: Path) -> None:
    """Remove what killed commands left in a folder, and give an editor's save that one of them took its place back.

    To be called with the folder locked. Raises OSError, and FileError where somebody saved once more since: nobody may
    throw a text away but its author.
    """
    for left in leftovers(folder):
        if left.is_swap:
            _settle(left)
        else:
            left.path.unlink(missing_ok=True)


def _settle(left: Leftover) -> None:
    target = _target_of(left)
    data = held(left.path)
    now = held(target)
    was, ours = left.tail[:_DIGITS], left.tail[_DIGITS:]
    if data is None or data == now or _short(data) in {was, ours}:
        left.path.unlink(missing_ok=True)
    elif now is not None and _short(now) == ours:
        put_back(left.path, target)
        sync(target.parent)
    else:
        remedy = "Take what you need from it, then remove it, and run the command again."
        raise FileError(f"{left.path}: holds what another program saved as {target.name}", remedy=remedy)


def _target_of(left: Leftover) -> Path:
    """Return the file that a leftover stood beside: the one whose name has this mark."""
    with os.scandir(left.path.parent) as entries:
        names = [entry.name for entry in entries if mark_of(entry.name) == left.mark]
    return left.path.with_name(names[0] if names else left.mark)
