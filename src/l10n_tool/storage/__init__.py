"""The one way in which any file is read or written: ``files`` one at a time, ``finding`` by patterns, ``folder`` many.

A write is atomic: the folder's lock, a temporary file in the same folder, fsync, one step in which it takes the
target's place, fsync of the folder. What another program saved meanwhile is seen and kept. The target's mode and owner
and a symbolic link inside the project are kept; a path that leads out of the project is refused. Bytes that are there
already are not written again, so the modification time stands.
"""

from typing import TYPE_CHECKING, Any

from l10n_tool.storage.files import contained, relative_name, rewrite, write_bytes
from l10n_tool.storage.finding import find_files, find_names
from l10n_tool.storage.reading import read_bytes

if TYPE_CHECKING:
    from l10n_tool.storage.folder import OutputFolder, OutputFolders
    from l10n_tool.storage.placing import Staged

__all__ = [
    "OutputFolder",
    "OutputFolders",
    "Staged",
    "contained",
    "find_files",
    "find_names",
    "read_bytes",
    "relative_name",
    "rewrite",
    "write_bytes",
]


def __getattr__(name: str) -> Any:
    # Most commands only read.
    if name in {"OutputFolder", "OutputFolders", "Staged"}:
        from l10n_tool.storage import folder

        return getattr(folder, name)
    raise AttributeError(name)
