"""The source files of a project, and the documents they hold."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from l10n_tool.document import Document, Source
from l10n_tool.errors import UsageError
from l10n_tool.project import Project, SourceGroup
from l10n_tool.sources import source_of
from l10n_tool.storage import find_names, read_bytes, relative_name

__all__ = ["SourceFile", "fixed_folders", "group_of", "named_file", "output_path", "source_files", "stamps_of"]


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A source by the name that references give it, its path, and the group whose settings hold for it."""

    name: str
    path: str
    group: SourceGroup

    @property
    def source(self) -> Source:
        """The format of the file. Raises UnknownNameError."""
        return source_of(self.name, self.group.format)

    def read(self, data: bytes | None = None) -> Document:
        """Return the document, of these bytes if they were read already. Raises FileError."""
        return self.source.read(self.name, read_bytes(self.path) if data is None else data, self.group.reading)


def source_files(project: Project) -> list[SourceFile]:
    """Return the source files of a project, sorted by name; each belongs to the first group that it matches.

    Raises UsageError where the sources match no file.
    """
    groups: dict[str, SourceGroup] = {}
    for group in project.groups:
        for pattern in group.files:
            groups.update((name, group) for name in find_names(project.root, pattern) if name not in groups)
    if not groups:
        patterns = ", ".join(project.sources)
        raise UsageError(f"no source matches {patterns}", remedy="Write a document there, or mend sources.")
    return [SourceFile(_printable(name), f"{project.root}/{name}", groups[name]) for name in sorted(groups)]


def _printable(name: str) -> str:
    if not name.isprintable():
        # References are lines of a catalogue, and a name is all that they hold.
        raise UsageError(f"{name!r} has a control character in its name", remedy="Rename the file.")
    return name


def named_file(path: Path, project: Project | None, root: Path) -> SourceFile:
    """Return a file that was named on the command line, with the settings of its group if it belongs to one."""
    name = _printable(relative_name(path, root))
    return SourceFile(name, str(path), group_of(name, project))


def group_of(name: str, project: Project | None) -> SourceGroup:
    """Return the group that a file belongs to by its name; without one the project's own settings hold."""
    if project is None:
        return SourceGroup()
    for group in project.groups:
        if any(name in find_names(project.root, pattern) for pattern in group.files):
            return group
    return SourceGroup(domain=project.domain)


def stamps_of(files: Sequence[SourceFile], read: Sequence[bytes]) -> Iterator[bytes | str]:
    """Yield what a result depends on of files that hold these bytes: each name, its group's settings, its bytes."""
    groups = {id(file.group): file.group for file in files}
    said = {number: repr(group) for number, group in groups.items()}
    for file, data in zip(files, read, strict=True):
        yield from (file.name, said[id(file.group)], data)


def output_path(name: str, patterns: Sequence[str]) -> str:
    """Return a document's path in its locale's folder, without suffix: below the fixed folders of its pattern."""
    folder = next((fixed for fixed in map(fixed_folders, patterns) if name.startswith(fixed)), "")
    return PurePosixPath(name[len(folder) :]).with_suffix("").as_posix()


def fixed_folders(pattern: str) -> str:
    """Return the folders of a pattern before the first with a wildcard, each with its slash."""
    before = re.split(r"[*?\[]", pattern, maxsplit=1)[0]
    return before[: before.rfind("/") + 1]
