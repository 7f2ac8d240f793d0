"""The one error base class: what was wrong, where, and what to do, with the exit code that goes with it."""

from enum import IntEnum
from typing import TYPE_CHECKING, Any

from l10n_tool.printable import printable

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = [
    "ExitCode",
    "FileError",
    "L10nToolError",
    "Place",
    "ServiceError",
    "SeveralFilesError",
    "UnknownNameError",
    "UsageError",
]


class ExitCode(IntEnum):
    """The exit codes of the command line, as README.md lists them."""

    DONE = 0
    FINDINGS = 1
    USAGE = 2
    FILE = 3
    SERVICE = 4
    INTERRUPTED = 130


class Place:
    """Where in a file something stands: 1-based line and column in characters; 0 means unknown."""

    __slots__ = ("column", "file", "line")

    def __init__(self, file: str, line: int = 0, column: int = 0) -> None:
        self.file, self.line, self.column = file, line, column

    def __str__(self) -> str:
        parts = [printable(self.file)]
        if self.line:
            parts.append(str(self.line))
            if self.column:
                parts.append(str(self.column))
        return ":".join(parts)


class L10nToolError(Exception):
    """Something the user can mend; as a text it is fit to show as it stands, whatever names are in the message.

    ``remedy`` says what to do next, in one sentence.
    """

    exit_code = ExitCode.FINDINGS

    def __init__(self, message: str, *, place: Place | None = None, remedy: str = "") -> None:
        super().__init__(message)
        self.message, self.place, self.remedy = message, place, remedy

    def __reduce__(self) -> tuple[Any, ...]:
        # A subclass has a constructor of its own, so that pickling goes by what the error holds.
        return _restored, (type(self), self.args, self.__dict__)

    def __str__(self) -> str:
        where = f"{self.place}: " if self.place else ""
        what_next = f"\n  {printable(self.remedy)}" if self.remedy else ""
        return f"{where}{printable(self.message)}{what_next}"


def _restored(kind: type[L10nToolError], args: tuple[object, ...], facts: dict[str, object]) -> L10nToolError:
    """Return an error that came from another process as it was there."""
    error = kind.__new__(kind, *args)
    error.args = args
    error.__dict__.update(facts)
    return error


class UsageError(L10nToolError):
    """A command or a setting that makes no sense as it stands."""

    exit_code = ExitCode.USAGE


class FileError(L10nToolError):
    """A file that cannot be read, parsed or written."""

    exit_code = ExitCode.FILE


class SeveralFilesError(FileError):
    """Several files that cannot be read; ``errors`` has what is wrong with each."""

    #: More than this in one run tell nobody anything; the rest is counted.
    _MOST = 20

    def __init__(self, errors: "Sequence[FileError]") -> None:
        super().__init__(errors[0].message, place=errors[0].place, remedy=errors[0].remedy)
        self.errors = tuple(errors)

    def __str__(self) -> str:
        more = len(self.errors) - self._MOST
        rest = [f"and {more} more file{'s' if more > 1 else ''} that cannot be read"] if more > 0 else []
        return "\n".join([*map(str, self.errors[: self._MOST]), *rest])


class ServiceError(L10nToolError):
    """An outside service or program that failed; never carries a key or the text that was sent."""

    exit_code = ExitCode.SERVICE


class UnknownNameError(UsageError):
    """A format, engine, check or output was asked for by a name we do not have."""

    def __init__(self, kind: str, name: str, known: list[str], place: Place | None = None) -> None:
        super().__init__(f"no {kind} called {name!r}", place=place, remedy=f"Known: {', '.join(known)}.")
        self.kind, self.name, self.known = kind, name, known
