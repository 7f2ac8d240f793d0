"""What a build is asked for, and what it came to."""

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any, Final

from l10n_tool.gate import Requirement
from l10n_tool.project import Project

__all__ = ["LIST", "Built", "Incomplete", "Missing", "Order", "Progress", "Rules"]

#: What names the files that builds wrote into a folder, as ``sha256sum`` writes it and can check it.
LIST: Final = ".l10n-tool-built"


class Incomplete(StrEnum):
    """What becomes of a document that is not complete in a locale."""

    BLOCK = "block"
    SOURCE = "source"


@dataclass(frozen=True, slots=True)
class Rules:
    """What a build asks of entries and of documents."""

    require: Requirement = Requirement.REVIEWED
    incomplete: Incomplete = Incomplete.BLOCK


#: Told how many documents of how many are written, and a word for them.
Progress = Callable[[int, int, str], None]


@dataclass(frozen=True, slots=True)
class Order:
    """What is asked of a build: ``wanted`` are the locales to write, the source's first; ``everything`` all others.

    A page links to those of every locale that are published, also where only some are written.
    """

    project: Project
    rules: Rules
    folder: Path
    wanted: tuple[str, ...]
    everything: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Missing:
    """A segment that may not be published: its text, the line of its entry (0 without one), and the reason."""

    text: str
    line: int
    reason: str


@dataclass(frozen=True, slots=True)
class Built:
    """One document in one locale: the files that were written, or what holds it back.

    ``files`` are relative to the output folder. With ``missing`` and files the document was written with blocks in
    the source language; ``removed`` are files of an earlier build that may not be published any more, ``kept`` those
    that stand in their place and that no build wrote as they are. ``note`` is what else there is to know.
    """

    locale: str
    document: str
    files: tuple[str, ...] = ()
    changed: int = 0
    missing: tuple[Missing, ...] = ()
    removed: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()
    in_progress: bool = False
    catalogue: str = ""
    note: str = ""

    @property
    def published(self) -> bool:
        """Whether the document is in the output folder."""
        return bool(self.files)

    @property
    def fails(self) -> bool:
        """Whether this makes a build fail: it is held back, and its locale is not in progress."""
        return not self.published and not self.in_progress


def to_json(built: Built) -> dict[str, Any]:
    """Return a result as JSON holds it, of a build that changes nothing."""
    return {**asdict(built), "changed": 0, "removed": ()}


def from_json(fields: Mapping[str, Any]) -> Built:
    """Return the result that ``to_json`` made. Raises TypeError or KeyError for anything else."""
    missing = tuple(Missing(**one) for one in fields["missing"])
    files, kept = tuple(fields["files"]), tuple(fields["kept"])
    return Built(**{**fields, "missing": missing, "files": files, "removed": (), "kept": kept})
