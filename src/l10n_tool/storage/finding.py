"""The files of a project that match its patterns."""

import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from l10n_tool.errors import FileError
from l10n_tool.storage.files import contained
from l10n_tool.storage.reading import FAILURES

__all__ = ["find_files", "find_names"]

_WILD: Final = frozenset("*?[")
_ANY_FOLDERS: Final = "**"


def find_files(root: Path, patterns: Iterable[str]) -> list[Path]:
    """Return the files of a project that match any of the patterns, each once, sorted by name.

    ``*`` and ``?`` stand for parts of a name, ``**`` for any folders. Hidden files, files that lie outside the
    project, by a link or by ``..``, and what is behind a linked folder are left out.
    """
    found = {name for pattern in patterns for name in find_names(root, pattern)}
    return [root / name for name in sorted(found)]


def find_names(root: Path, pattern: str) -> list[str]:
    """Return the names, relative to the project and with slashes, of the files that match one pattern, sorted."""
    parts = pattern.split("/")
    if not all(parts) or any(part in {".", ".."} or (part.startswith(".")) for part in parts):
        return []
    fixed = next((i for i, part in enumerate(parts[:-1]) if _WILD & set(part)), len(parts) - 1)
    depth = len(parts) if _ANY_FOLDERS not in parts else 0
    try:
        return sorted(_matches(root, parts[:fixed], _compiled(parts), depth))
    except FAILURES as error:
        raise FileError(f"{root / pattern}: {error}") from None


def _compiled(parts: list[str]) -> re.Pattern[str]:
    *folders, last = parts
    expression = "".join("(?:[^/]+/)*" if part == _ANY_FOLDERS else f"{_of_name(part)}/" for part in folders)
    return re.compile(expression + ("(?:[^/]+/)*[^/]+" if last == _ANY_FOLDERS else _of_name(last)))


def _of_name(part: str) -> str:
    """Return the expression for one name with wildcards."""
    pieces = re.split(r"(\*+|\?|\[!?\]?[^\]/]*\])", part)
    return "".join(_of_piece(piece) for piece in pieces)


def _of_piece(piece: str) -> str:
    if piece.startswith("*"):
        return "[^/]*"
    if piece == "?":
        return "[^/]"
    if piece.startswith("[") and piece.endswith("]") and len(piece) > 2:
        inside = re.escape(piece[1:-1]).replace(r"\-", "-")
        return f"[{inside.replace('!', '^', 1) if piece[1] == '!' else inside}]"
    return re.escape(piece)


def _matches(root: Path, fixed: list[str], wanted: re.Pattern[str], depth: int) -> Iterator[str]:
    """Yield the names that match, from the fixed folders down, at most ``depth`` names deep if it is not 0."""
    start = "/".join(fixed)
    if not contained(root, root / start) or not (root / start).is_dir():
        return
    waiting = [start]
    while waiting:
        folder = waiting.pop()
        before = f"{folder}/" if folder else ""
        with os.scandir(root / folder) as entries:
            for entry in entries:
                if entry.name.startswith("."):
                    continue
                name = before + entry.name
                if entry.is_dir(follow_symlinks=False):
                    if not depth or name.count("/") + 1 < depth:
                        waiting.append(name)
                elif wanted.fullmatch(name) and _is_inside(root, name, entry):
                    yield name


def _is_inside(root: Path, name: str, entry: "os.DirEntry[str]") -> bool:
    # What is no link stands in a folder that was reached without one.
    return entry.is_file() and (not entry.is_symlink() or contained(root, root / name))
