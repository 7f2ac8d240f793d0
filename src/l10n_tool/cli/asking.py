"""Asking a person at the terminal, so that a Ctrl-C ends the wait at whatever moment it comes."""

import os
import select
import signal
import sys
from functools import cache
from typing import Final

from l10n_tool.cli.printing import tell

__all__ = ["is_wanted"]

_ANSWERS: Final = {"y": True, "yes": True, "": False, "n": False, "no": False}

#: What stands for a line that is not in the charset of the terminal.
_NO_TEXT: Final = "?"


def is_wanted(question: str) -> bool:
    """Ask until the answer is yes or no; an empty one is no, and so is the end of the input."""
    while True:
        try:
            tell(f"{question} [y/N]: ", line_end=False)
            line = _line()
        except KeyboardInterrupt:
            # What is said next begins a line of its own.
            tell("")
            raise
        if not line:
            tell("")
        answer = _ANSWERS.get(line.strip().lower())
        if answer is not None:
            return answer
        tell("Answer y or n.")


def _line() -> str:
    """Return what is typed, once it is there: a terminal gives it line by line, so that reading it does not wait.

    A signal that comes in the moment before a read begins does not end that read: Python notes it, and goes on to
    wait for a key. So it is waited for the signal, too.
    """
    signals = _signals()
    while sys.stdin not in select.select([sys.stdin, signals], [], [])[0]:
        # A signal that ends nothing, such as that of a window that was made wider.
        os.read(signals, 4096)
    try:
        return sys.stdin.readline()
    except UnicodeDecodeError:
        return _NO_TEXT


@cache  # It stays open until the program ends: closing it would have to be safe from signals, too.
def _signals() -> int:
    """Return a file that there is something to read from as soon as a signal has come."""
    reading, writing = os.pipe()
    os.set_blocking(writing, False)
    signal.set_wakeup_fd(writing)
    return reading
