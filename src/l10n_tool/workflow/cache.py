"""What earlier runs came to, by the hash of everything they read: a step whose inputs are the same is not taken again.

A modification time is never asked: a file that was copied within the same second would look unchanged. The memory is
no truth of its own: it lies in a folder that version control ignores, and may be removed at any time.
"""

import hashlib
import json
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any, Final, TypeVar

import l10n_tool
from l10n_tool.errors import FileError

__all__ = ["Cache", "digest"]

T = TypeVar("T")

FOLDER: Final = ".l10n-tool"
#: Where packages are installed: a folder of one of these names gets another time with each that comes or goes.
_PACKAGES: Final = ("site-packages", "dist-packages")


def digest(*parts: bytes | str) -> str:
    """Return a hash of these parts in this order; no two lists of parts share one."""
    data = [part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part for part in parts]
    whole = hashlib.sha256(" ".join(str(len(part)) for part in data).encode() + b"\n")
    for part in data:
        whole.update(part)
    return whole.hexdigest()


@cache  # One process, one program.
def _program() -> str:
    """Return a hash of the program: its version, its own files as they are here, and what it stands on."""
    folder = Path(l10n_tool.__file__).parent
    packages = [path for path in map(Path, sys.path) if path.name in _PACKAGES and path.is_dir()]
    stamps = [_stamp(str(path), path.stat()) for path in packages]
    return digest(sys.version, l10n_tool.__version__, *stamps, *sorted(_stamps(str(folder))))


def _stamps(folder: str) -> Iterator[str]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir():
                yield from _stamps(entry.path) if entry.name != "__pycache__" else ()
            else:
                yield _stamp(entry.path, entry.stat())


def _stamp(name: str, found: os.stat_result) -> str:
    return f"{name} {found.st_size} {found.st_mtime_ns}"


class Cache:
    """Remembers what one step came to, under a name each, as long as the key is the same.

    Without a project there is no place for it, and nothing is remembered.
    """

    def __init__(self, root: Path | None, step: str) -> None:
        self._folder = root / FOLDER if root is not None else None
        self._step = step
        self._known: dict[str, list[Any]] = self._load()
        self._changed = False

    @property
    def _name(self) -> str:
        return f"cache/{self._step}.json"

    def _load(self) -> dict[str, list[Any]]:
        if self._folder is None:
            return {}
        try:
            data = json.loads((self._folder / self._name).read_bytes())
        except (OSError, ValueError, RecursionError):
            return {}
        if not isinstance(data, dict) or data.get("program") != _program() or not isinstance(data.get("known"), dict):
            return {}
        return {name: pair for name, pair in data["known"].items() if isinstance(pair, list) and len(pair) == 2}

    def recall(self, name: str, key: str, decode: Callable[[Any], T]) -> T | None:
        """Return what a step came to with this key, or None; what cannot be decoded was never kept."""
        known = self._known.get(name)
        if known is None or known[0] != key:
            return None
        try:
            return decode(known[1])
        except (TypeError, ValueError, KeyError, IndexError, AttributeError):
            return None

    def keep(self, name: str, key: str, value: object) -> None:
        """Remember what a step came to, as JSON holds it, in the place of what stood under the name."""
        if self._known.get(name) != [key, value]:
            self._known[name] = [key, value]
            self._changed = True

    def forget_others(self, names: Iterable[str]) -> None:
        """Forget what stands under other names: its file is gone."""
        wanted = set(names)
        gone = [name for name in self._known if name not in wanted]
        for name in gone:
            del self._known[name]
        self._changed = self._changed or bool(gone)

    def save(self) -> None:
        """Write what is to be remembered. A folder that cannot be written to only costs the next run its time."""
        if self._folder is None or not self._changed:
            return
        from l10n_tool.storage import OutputFolder

        data = json.dumps({"program": _program(), "known": self._known}, ensure_ascii=False)
        try:
            # What a power failure takes is made again: not worth the wait for the disk.
            with OutputFolder(self._folder, lasting=False) as folder:
                folder.write(".gitignore", b"*\n")
                folder.write(self._name, data.encode("utf-8", "surrogatepass"))
        except FileError:
            return
        self._changed = False
