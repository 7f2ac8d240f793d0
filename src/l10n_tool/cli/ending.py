"""How a run ends: with an exit code that README.md lists, and no traceback, whatever stops it from outside."""

import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import StringIO
from types import FrameType
from typing import Any, Final, NoReturn

import click

from l10n_tool.cli.printing import give_up, paint, tell
from l10n_tool.errors import ExitCode
from l10n_tool.printable import printable

__all__ = ["EndedBySignalError", "code_of", "end_by_signals", "tell_interrupted"]

#: What asks a program to end: a person at the terminal, another program, and the terminal when it is closed.
_SIGNALS: Final = tuple(
    number for name in ("SIGINT", "SIGTERM", "SIGHUP") if (number := getattr(signal, name, None)) is not None
)
#: Shells add the number of the signal that ended a program.
_BY_SIGNAL: Final = 128


class EndedBySignalError(KeyboardInterrupt):
    """A signal asks the program to end; what goes on for a Ctrl-C goes on for every one of them."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self.number = number


@contextmanager
def end_by_signals() -> Iterator[None]:
    """Raise EndedBySignalError where a signal asks the program to end; a second one ends it at once.

    A signal that is ignored stays so: nohup means it. Outside the main thread nothing changes.
    """
    before: dict[int, Any] = {}
    try:
        for number in _SIGNALS:
            if signal.getsignal(number) in {signal.SIG_DFL, signal.default_int_handler}:
                before[number] = signal.signal(number, _end)
    except ValueError:
        before = {}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _end(number: int, frame: FrameType | None) -> NoReturn:
    for each in _SIGNALS:
        signal.signal(each, signal.SIG_DFL)
    raise EndedBySignalError(number)


def tell_interrupted(error: BaseException | None) -> int:
    """Say that the run was interrupted; return the exit code."""
    tell("interrupted; what was written so far is complete")
    number = error.number if isinstance(error, EndedBySignalError) else signal.SIGINT
    return _BY_SIGNAL + number


def code_of(run: Callable[[], object]) -> int:
    """Run the command line, which says how it ended, and return the exit code.

    Standard output that takes nothing more is one line and a file that cannot be written, a closed pipe no line.
    """
    try:
        return _code_of(run)
    except OSError as error:
        if not _is_of_printing(error):
            raise
        give_up(sys.stdout)
        if isinstance(error, BrokenPipeError):
            return ExitCode.FINDINGS
        tell(f"{paint('error:', 'bad')} standard output: {error.strerror}")
        return ExitCode.FILE


def _code_of(run: Callable[[], object]) -> int:
    try:
        code = run()
    except click.ClickException as error:
        tell(_said(error), line_end=False)
        return error.exit_code
    except click.Abort as error:
        return tell_interrupted(error.__cause__)
    except SystemExit as end:
        code = end.code
    return code if isinstance(code, int) else ExitCode.DONE


def _said(error: click.ClickException) -> str:
    """Return how click tells an error, its message on one line: it may quote what was typed."""
    said = StringIO()
    error.show(said)
    message = error.format_message()
    return said.getvalue().replace(message, printable(message))


def _is_of_printing(error: OSError) -> bool:
    """Whether it was raised where click prints: any other one is a defect of ours, and keeps its traceback."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    return trace is not None and trace.tb_frame.f_code.co_name == "echo"
