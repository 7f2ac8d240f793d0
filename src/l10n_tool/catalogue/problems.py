"""What is wrong in a catalogue, with its places."""

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from l10n_tool.errors import FileError, Place

__all__ = ["MOST_PROBLEMS", "CatalogueError", "Problem", "RefusedError"]

#: More problems than this in one file tell nobody anything; the rest is counted.
MOST_PROBLEMS: Final = 20


class Problem(NamedTuple):
    """One thing wrong in a file: 1-based line and column, what it is, and how to mend it."""

    line: int
    column: int
    message: str
    remedy: str = ""


class RefusedError(FileError):
    """What would be written is not what it should be, or lacks what was there; nothing was written.

    The remedy is for programs: a command never asks for such a thing, but by its own fault.
    """


class CatalogueError(FileError):
    """A PO file that cannot be read.

    ``problems`` holds the first of them in file order, and ``others`` says how many more there are.
    """

    def __init__(self, name: str, problems: Sequence[Problem], others: int = 0) -> None:
        first = problems[0]
        super().__init__(first.message, place=Place(name, first.line, first.column), remedy=first.remedy)
        self.name, self.problems, self.others = name, tuple(problems), others

    def __str__(self) -> str:
        return "\n".join(self._lines())

    def _lines(self) -> Iterator[str]:
        """Yield each problem with its place, and its remedy where the next problem does not have the same."""
        remedies = [problem.remedy for problem in self.problems]
        for problem, following in zip(self.problems, [*remedies[1:], ""], strict=True):
            yield f"{Place(self.name, problem.line, problem.column)}: {problem.message}"
            if problem.remedy not in {"", following}:
                yield f"  {problem.remedy}"
        if self.others:
            yield f"and {self.others} more problem{'s' if self.others > 1 else ''}"
