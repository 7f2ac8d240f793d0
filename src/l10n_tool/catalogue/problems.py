"""What is wrong in a catalogue, with its places."""

from collections.abc import Sequence
from dataclasses import dataclass

from l10n_tool.errors import FileError, Place

__all__ = ["CatalogueError", "Problem"]


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong in a file: 1-based line and column, what it is, and how to mend it."""

    line: int
    column: int
    message: str
    remedy: str = ""


class CatalogueError(FileError):
    """A PO file that cannot be read; ``problems`` holds all that was found, in file order."""

    def __init__(self, name: str, problems: Sequence[Problem]) -> None:
        first, *others = problems
        more = "".join(f"\n{Place(name, p.line, p.column)}: {p.message}" for p in others)
        super().__init__(first.message + more, place=Place(name, first.line, first.column), remedy=first.remedy)
        self.name, self.problems = name, tuple(problems)
