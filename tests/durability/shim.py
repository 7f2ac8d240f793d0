"""Between a command and the system: counts the calls that change files, and lets any of them go wrong.

It stands in the place of the functions of ``os`` by which this package writes, and of the one rename that Python
lacks. That nothing gets past it is shown with strace, in test_system_calls.py.
"""

import os
import re
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from l10n_tool.storage import swapping

__all__ = ["LEFTOVER", "Plan", "Shim", "Trace", "read_tree"]

#: The name of a file that was being written, or was about to take a place.
LEFTOVER: Final = re.compile(r"\.l10n-(?:tmp|swap)$")
_OURS: Final = ".l10n-tool"
_WRITING: Final = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC
#: How long a command is held up by an editor's save; the editor may have to wait for the command then.
_PATIENCE: Final = 0.03


@dataclass(frozen=True, slots=True)
class Plan:
    """What goes wrong at which call: ``kill`` before it or in the ``middle`` of a write, ``fail``, or an editor saves.

    ``saves`` is how: ``in place``, ``in two parts`` or by a ``rename``; it puts ``text`` into ``file``.
    """

    kind: str = "count"
    at: int = -1
    code: int = 0
    saves: str = ""
    file: str = ""
    text: str = ""


@dataclass(slots=True)
class Trace:
    """The calls of a command in their order, each with its file, and every state that the files were in between."""

    calls: list[tuple[str, str]] = field(default_factory=list)
    trees: list[dict[str, str]] = field(default_factory=list)


def read_tree(root: str) -> dict[str, str]:
    """Return the files below a folder, but for what is remembered there, which may be removed at any time."""
    found: dict[str, str] = {}
    for folder, folders, names in os.walk(root):
        folders[:] = [name for name in folders if name != _OURS]
        for name in names:
            path = Path(folder, name)
            found[path.relative_to(root).as_posix()] = path.read_bytes().decode("latin-1")
    return found


class Shim:
    """Counts the calls of this process that change files below ``root``, and carries out a plan."""

    def __init__(self, root: str, plan: Plan) -> None:
        self._root, self._plan = os.path.realpath(root), plan
        self._files: dict[int, str] = {}
        self._real = {name: getattr(os, name) for name in _BY_PATH + _BY_HANDLE + ("open", "sync")}
        self._rename = swapping._rename
        self._editor = 0
        self.trace = Trace()

    @contextmanager
    def installed(self) -> Iterator[None]:
        """Take the place of the functions; at the end wait for the editor, and look at the files once more."""
        own: dict[str, Callable[..., Any]] = {
            **{name: self._by_path(name) for name in _BY_PATH},
            **{name: self._by_handle(name) for name in _BY_HANDLE},
            "open": self._open,
            "sync": self._sync,
        }
        try:
            vars(os).update(own)
            vars(swapping)["_rename"] = self._renaming
            yield
        finally:
            vars(os).update(self._real)
            vars(swapping)["_rename"] = self._rename
        if self._editor:
            os.waitpid(self._editor, 0)
        if self._plan.kind == "count":
            self.trace.trees.append(read_tree(self._root))

    def _name_of(self, path: Any) -> str | None:
        full = os.path.abspath(os.fsdecode(path))  # noqa: PTH100 - no link is followed
        inside = full == self._root or full.startswith(self._root + os.sep)
        return os.path.relpath(full, self._root) if inside else None

    def _by_path(self, name: str) -> Callable[..., Any]:
        real = self._real[name]

        def call(*arguments: Any, **options: Any) -> Any:
            # A rename and a link are known by where they lead.
            path = self._name_of(arguments[1 if name in {"rename", "replace", "link"} else 0])
            return real(*arguments, **options) if path is None else self._do(name, path, real, *arguments, **options)

        return call

    def _by_handle(self, name: str) -> Callable[..., Any]:
        real = self._real[name]

        def call(handle: int, *arguments: Any) -> Any:
            path = self._files.get(handle)
            return real(handle, *arguments) if path is None else self._do(name, path, real, handle, *arguments)

        return call

    def _open(self, path: Any, flags: int, *arguments: Any, **options: Any) -> int:
        name, real = self._name_of(path), self._real["open"]
        if name is None:
            return int(real(path, flags, *arguments, **options))
        if flags & _WRITING:
            handle = int(self._do("open", name, real, path, flags, *arguments, **options))
        elif self._plan.kind == "edit":
            handle = int(self._do("look", name, real, path, flags, *arguments, **options))
        else:
            handle = int(real(path, flags, *arguments, **options))
        self._files[handle] = name
        return handle

    def _sync(self) -> None:
        self._do("sync", ".", lambda: None)

    def _renaming(self, one: Path, other: Path, flags: int) -> bool:
        return bool(self._do("renameat2", str(self._name_of(other)), self._rename, one, other, flags))

    def _do(self, name: str, path: str, real: Callable[..., Any], *arguments: Any, **options: Any) -> Any:
        at = len(self.trace.calls)
        self.trace.calls.append((name, path))
        if self._plan.kind == "count":
            self.trace.trees.append(read_tree(self._root))
        elif at == self._plan.at:
            self._go_wrong(name, arguments)
        # A kill does not ask whether bytes are on the disk yet, and the disk is the slowest part of it.
        return None if name == "fsync" else real(*arguments, **options)

    def _go_wrong(self, name: str, arguments: tuple[Any, ...]) -> None:
        plan = self._plan
        if plan.kind == "edit":
            self._edit()
            return
        if name == "write" and plan.kind in {"middle", "fail"}:
            # The part of a full disk that was left.
            self._real["write"](arguments[0], bytes(arguments[1][: len(arguments[1]) // 2]))
        if plan.kind == "fail":
            raise OSError(plan.code, os.strerror(plan.code))
        os.kill(os.getpid(), signal.SIGKILL)

    def _edit(self) -> None:
        """Let another process save, and go on when it has, or when it waits for us."""
        self._editor = os.fork()
        if not self._editor:
            # An editor has none of the command's files and locks.
            os.closerange(3, 256)
            _save(f"{self._root}/{self._plan.file}", self._plan, self._real)
            os._exit(0)
        end = time.monotonic() + _PATIENCE
        while time.monotonic() < end:
            if os.waitpid(self._editor, os.WNOHANG)[0]:
                self._editor = 0
                return
            time.sleep(0.0005)


_BY_PATH: Final = ("rename", "replace", "link", "unlink", "mkdir")
_BY_HANDLE: Final = ("write", "fsync", "fchmod", "fchown")


def _save(path: str, plan: Plan, real: dict[str, Callable[..., Any]]) -> None:
    """Save as editors do."""
    data = plan.text.encode("latin-1")
    if plan.saves == "rename":
        handle = real["open"](path + "~", os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o644)
        real["write"](handle, data)
        real["rename"](path + "~", path)
        return
    handle = real["open"](path, os.O_WRONLY | os.O_TRUNC)
    # The first part ends where an entry does: it reads as a whole file.
    half = data.index(b"\n\n", len(data) // 2) + 1 if plan.saves == "in two parts" else 0
    real["write"](handle, data[:half])
    time.sleep(2 * _PATIENCE if half else 0)
    real["write"](handle, data[half:])
