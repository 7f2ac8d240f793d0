"""One file at a time: where it is, and its bytes written whole or not at all."""

import os
from collections.abc import Callable
from pathlib import Path

__all__ = ["contained", "relative_name", "rewrite", "write_bytes"]


def write_bytes(path: Path, data: bytes, *, root: Path | None = None, new: bool = False) -> bool:
    """Write a file whole or not at all, whatever it holds; return whether anything changed.

    ``root`` is the folder that the file must stay in, links followed. A ``new`` file must not be there yet. A pipe or
    a device is written to as it is. Raises FileError with one line that names the file and the cause; the file is as
    it was then.
    """
    # Most commands only read, and a step that changes nothing does not write.
    from l10n_tool.storage import writing

    return writing.write_bytes(path, data, root=root, new=new)


def rewrite(path: Path, make: Callable[[bytes], bytes], *, root: Path | None = None) -> bool:
    """Put in the place of a file's bytes what ``make`` makes of them; return whether anything changed.

    No other command writes to the file meanwhile. An editor may: then ``make`` is called again with what it saved.
    Raises FileError with one line that names the file and the cause; the file is as it was then.
    """
    from l10n_tool.storage import writing

    return writing.rewrite(path, make, root=root)


def contained(root: Path, path: Path) -> bool:
    """Whether a path, all links followed, is inside a folder."""
    return path.resolve().is_relative_to(root.resolve())


def relative_name(path: Path, root: Path) -> str:
    """Return a file's name as it stands in references: relative to the project, with slashes, else as given."""
    text = os.fspath(path)
    if not root.parts and not text.startswith("/") and ".." not in text:
        # What most commands are given, by the thousand.
        return text
    # Links stay as they are named: a reference is the author's name for the file.
    absolute, top = os.path.abspath(path), os.path.abspath(root)  # noqa: PTH100 - pathlib takes four times as long
    if absolute == top:
        return "."
    inside = top.rstrip(os.sep) + os.sep
    return absolute[len(inside) :].replace(os.sep, "/") if absolute.startswith(inside) else text
