"""Whose an output folder is, and whose are the files in it.

All of the project's own ``build/`` is a build's: what may not be published any more is removed there and what differs
is written over, whoever wrote it. Any other folder has a list of what builds wrote into it, by path and hash of the
content. A file that is not on it as it stands is a person's: it is not removed, and a build that would write over it
is refused. The list lies in the folder itself, since what a project remembers may be gone at any time while the folder
stays. It names a file before the file is written, so an interrupted build leaves none that the next takes for a
person's.
"""

import hashlib
import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from itertools import chain
from pathlib import Path
from typing import Final

from l10n_tool.errors import FileError, UsageError
from l10n_tool.project import Project
from l10n_tool.storage import contained, read_bytes, rewrite, write_bytes
from l10n_tool.workflow.built import LIST
from l10n_tool.workflow.documents import SourceFile, fixed_folders

__all__ = ["WrittenFiles", "is_own", "require_place"]

Line = tuple[str, str]

_ELSEWHERE: Final = "Name another folder with -o, or leave -o out: build/ is the project's own."


def is_own(project: Project, folder: Path) -> bool:
    """Whether a folder is the project's own for outputs, or inside it."""
    return contained(project.output, folder)


def require_place(project: Project, folder: Path, files: Sequence[SourceFile], *, documents: bool) -> None:
    """Let a build write neither to a folder that holds what the project is made of, nor among its sources.

    The latter where it writes ``documents``: they would be sources of the next extraction. Raises UsageError.
    """
    if is_own(project, folder):
        return
    for place, what in _made_of(project, files).items():
        if _same(folder, place):
            raise UsageError(f"{folder} holds {what}, and is no place for outputs", remedy=_ELSEWHERE)
    if documents and any(_same(above, place) for place in _searched(project) for above in _with_parents(folder)):
        raise UsageError(f"{folder} is among the sources: outputs would be read as such", remedy=_ELSEWHERE)


def _made_of(project: Project, files: Sequence[SourceFile]) -> dict[Path, str]:
    """Return the folders that hold what a project is made of, those above included, and what that is."""
    catalogues = [project.template_of(domain).parent for domain in project.domains]
    catalogues += [project.catalogue(locale).parent for locale in project.locales]
    # Of thousands of sources few stand in a folder of their own.
    sources = map(Path, dict.fromkeys(os.path.dirname(file.path) for file in files))  # noqa: PTH120
    held = (([project.root], "the project"), (catalogues, "its catalogues"), (sources, "its sources"))
    found: dict[Path, str] = {}
    for places, what in held:
        for path in chain.from_iterable(map(_with_parents, places)):
            found.setdefault(path, what)
    return found


def _with_parents(place: Path) -> tuple[Path, ...]:
    path = place.resolve()
    return path, *path.parents


def _searched(project: Project) -> Iterator[Path]:
    """Yield the folders of which every document is a source, however deep, but for the project's own."""
    for pattern in project.sources:
        fixed = fixed_folders(pattern)
        if fixed and "**" in pattern:
            yield project.root / fixed


def _same(folder: Path, other: Path) -> bool:
    """Whether two folders are one, as the file system sees it: links and spellings lead to the same."""
    try:
        return folder.samefile(other)
    except FileNotFoundError:
        return folder.resolve() == other
    except (OSError, ValueError) as error:
        raise FileError(f"{folder}: {getattr(error, 'strerror', None) or error}") from None


class WrittenFiles:
    """What builds wrote into a folder; of a folder that is ``own`` nothing is asked or written down."""

    def __init__(self, folder: Path, *, own: bool) -> None:
        self._folder, self._own = folder, own
        path = folder / LIST
        self._known = _lines(read_bytes(path)) if not own and path.is_file() else frozenset()

    def take(self, name: str, data: bytes) -> dict[str, str]:
        """Let a build write a file; return what the list is to say. Raises UsageError where a person's stands there."""
        if self._own:
            return {}
        line = name, hashlib.sha256(data).hexdigest()
        there = self._line(name)
        if there is not None and there != line and there not in self._known:
            remedy = "Move it away, remove it if it is an old output, or name another folder with -o."
            raise UsageError(f"{self._folder / name} is there already, and is not what a build wrote", remedy=remedy)
        return dict([line])

    def may_remove(self, name: str) -> bool:
        """Whether a file is a build's, or not there."""
        return self._own or not os.path.lexists(self._folder / name) or self._line(name) in self._known

    def _line(self, name: str) -> Line | None:
        path = self._folder / name
        # What is no file whoever writes or removes it refuses.
        return (name, hashlib.sha256(read_bytes(path)).hexdigest()) if path.is_file() else None

    @contextmanager
    def listed(self, digests: Mapping[str, str]) -> Iterator[None]:
        """Let the list hold of these files what is there when a ``with`` has written and removed them.

        An empty hash is that of no file. Until then the list names also what stood there. What a kill or an interrupt
        leaves is a line too many, which does no harm.
        """
        if self._own:
            yield
            return
        lines = frozenset((name, digest) for name, digest in digests.items() if digest)
        added = lines - self._known
        if added:
            self._change(lambda known: known | added)
        try:
            yield
        except FileError:
            # Every file is as it was.
            with suppress(FileError):
                self._change(lambda known: known - added)
            raise
        if lines:
            self._change(lambda known: frozenset(line for line in known if line[0] not in digests) | lines)

    def _change(self, change: Callable[[frozenset[Line]], frozenset[Line]]) -> None:
        """Change the list as it stands: a build of other locales may have written to it meanwhile."""
        path = self._folder / LIST
        try:
            if not path.exists():
                write_bytes(path, b"", root=self._folder, new=True)
        except FileError:
            # Another build may have begun it.
            if not path.exists():
                raise
        rewrite(path, lambda now: _format(change(_lines(now))), root=self._folder)


def _lines(data: bytes) -> frozenset[Line]:
    pairs = (line.partition("  ") for line in data.decode("utf-8", "replace").split("\n"))
    return frozenset((name, digest) for digest, _, name in pairs if name)


def _format(lines: Iterable[Line]) -> bytes:
    return "".join(f"{digest}  {name}\n" for name, digest in sorted(lines)).encode()
