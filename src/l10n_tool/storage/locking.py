"""One writer at a time in a folder, among all who lock it; an editor does not, and is met when a file is replaced.

The lock is the kernel's, on the folder itself: it leaves no file behind and ends with its holder, however that ends.
"""

import fcntl
import os
import time
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import Final

from l10n_tool.errors import FileError

__all__ = ["TIMEOUT", "locked", "locked_together", "patience"]

#: How long a command waits for another one, in seconds; ``L10N_TOOL_LOCK_TIMEOUT`` in the environment says otherwise.
TIMEOUT: Final = 30.0
_VARIABLE: Final = "L10N_TOOL_LOCK_TIMEOUT"
_SHORTEST_WAIT: Final = 0.002
_LONGEST_WAIT: Final = 0.1
_MOST_SHOWN: Final = 80
#: So many locks are held with no thought of how many files may be open; what else may be.
_FEW: Final = 100
_SPARE: Final = 200


@contextmanager
def locked(folder: Path, *, timeout: float | None = None) -> Iterator[None]:
    """Hold the lock of a folder.

    Raises FileError that names the holder, where it can be known, after ``timeout`` seconds; OSError where the folder
    cannot be opened. A file system that knows no locks is written to without one.
    """
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        _acquire(handle, folder, patience() if timeout is None else timeout)
        yield
    finally:
        os.close(handle)


@contextmanager
def locked_together(folders: Iterable[Path]) -> Iterator[None]:
    """Hold the locks of several folders, each once; all who do take them in one order, so no two wait for each other.

    Raises what ``locked`` raises.
    """
    known = {(found.st_dev, found.st_ino): folder for folder in folders for found in [folder.stat()]}
    with _room_for(len(known)), ExitStack() as stack:
        for place in sorted(known):
            stack.enter_context(locked(known[place]))
        yield


@contextmanager
def _room_for(count: int) -> Iterator[None]:
    """Let this process have so many more files open for a while, as far as the system lets it."""
    if count < _FEW:
        yield
        return
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    endless = resource.RLIM_INFINITY
    wanted = soft if soft == endless else max(soft, count + _SPARE)
    with suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_NOFILE, (wanted if hard == endless else min(wanted, hard), hard))
    try:
        yield
    finally:
        with suppress(OSError, ValueError):
            resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))


def patience() -> float:
    """Return how long a command waits for another program, in seconds."""
    try:
        return max(0.0, float(os.environ.get(_VARIABLE, "")))
    except ValueError:
        return TIMEOUT


def _acquire(handle: int, folder: Path, timeout: float) -> None:
    end, wait = time.monotonic() + timeout, _SHORTEST_WAIT
    while True:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            pass
        except OSError:
            # A network file system that locks no folders: the check before each replacement still holds.
            return
        else:
            return
        if time.monotonic() >= end:
            remedy = f"Wait until it is done, or end it, and run the command again; nothing was written ({_VARIABLE})."
            raise FileError(f"{folder}: {_holder(handle)} has been writing here for {timeout:g} s", remedy=remedy)
        time.sleep(wait)
        wait = min(2 * wait, _LONGEST_WAIT)


def _holder(handle: int) -> str:
    """Return the command that holds a lock, as Linux lists it, or that nobody knows which it is."""
    with suppress(OSError, ValueError):
        inode = str(os.fstat(handle).st_ino)
        for line in Path("/proc/locks").read_text(encoding="ascii").splitlines():
            # 1: FLOCK  ADVISORY  WRITE 4711 fe:00:2180512 0 EOF
            fields = line.split()
            if len(fields) > 5 and fields[1] == "FLOCK" and fields[5].rpartition(":")[2] == inode:
                return _command(int(fields[4]))
    return "another program"


def _command(process: int) -> str:
    words = Path(f"/proc/{process}/cmdline").read_bytes().decode("utf-8", "replace").split("\0")
    shown = " ".join(word.rpartition("/")[2] for word in words if word)[:_MOST_SHOWN]
    printable = "".join(character if character.isprintable() else "?" for character in shown)
    return f"process {process} ({printable})" if printable else f"process {process}"
