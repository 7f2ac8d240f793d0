"""The one way in which any file is read or written: ``files`` one at a time, ``finding`` by patterns, ``folder`` many.

A write is atomic: a temporary file in the same folder, fsync, rename, fsync of the folder. The target's mode and a
symbolic link inside the project are kept; a path that leads out of the project is refused. Bytes that are there
already are not written again, so the modification time stands.
"""

from l10n_tool.storage.files import contained, read_bytes, relative_name, remove_file, write_bytes
from l10n_tool.storage.finding import find_files, find_names
from l10n_tool.storage.folder import OutputFolder

__all__ = [
    "OutputFolder",
    "contained",
    "find_files",
    "find_names",
    "read_bytes",
    "relative_name",
    "remove_file",
    "write_bytes",
]
