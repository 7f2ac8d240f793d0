"""What is printed, and where: no text from outside reaches the terminal with a control code in it."""

import os
import sys
from contextlib import suppress
from typing import Any, Final

import click

from l10n_tool.printable import printable

__all__ = ["give_up", "paint", "print_result", "tell", "terminal_width"]

_STYLES: Final[dict[str, dict[str, Any]]] = {
    "good": {"fg": "green"},
    "bad": {"fg": "red"},
    "warn": {"fg": "yellow"},
    "head": {"bold": True},
    "quiet": {"dim": True},
}
# What stands for a colour until everything else is made printable: half of a surrogate pair, which no text that was
# decoded holds.
_END: Final = "\ud800"
_MARKS: Final = {role: chr(0xD801 + at) for at, role in enumerate(_STYLES)}
_CODES: Final = {_MARKS[role]: click.style("", reset=False, **style) for role, style in _STYLES.items()} | {
    _END: click.style("")
}
_KEPT: Final = _CODES.keys()


def paint(text: str, role: str) -> str:
    """Colour a text, which is one line, by its role; the colour shows once it is printed here."""
    return f"{_MARKS[role]}{printable(text)}{_END}" if text else text


def terminal_width() -> int:
    """Return how many columns the terminal has that results go to, as COLUMNS or the system says; 0 without one."""
    try:
        return int(os.environ.get("COLUMNS") or os.get_terminal_size(sys.stdout.fileno()).columns)
    except (OSError, ValueError, AttributeError):
        return 0


def print_result(text: str) -> None:
    """Print lines to standard output. Raises OSError."""
    click.echo(_shown(text))


def tell(text: str, *, line_end: bool = True) -> None:
    """Print lines to standard error; where that takes none, there is nobody to tell."""
    try:
        click.echo(_shown(text), err=True, nl=line_end)
    except OSError:
        give_up(sys.stderr)


def give_up(stream: Any) -> None:
    """Let nothing more be written to a stream that takes none.

    The interpreter flushes it when it ends, and may complain then (Python's documentation, "Note on SIGPIPE").
    """
    with suppress(OSError, ValueError, AttributeError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)
        stream.flush()


def _shown(text: str) -> str:
    """Return lines with the colours in place of their marks, and escapes for what is not printable."""
    return "\n".join(line if line.isprintable() else _coloured(line) for line in text.split("\n"))


def _coloured(line: str) -> str:
    line = printable(line, _KEPT)
    for mark, code in _CODES.items():
        line = line.replace(mark, code)
    return line
