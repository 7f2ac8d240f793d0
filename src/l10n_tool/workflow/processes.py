"""Processes that are forked from this one, each for a part of its work.

What they come to is sent through a pipe, after how many bytes it has; that takes a tenth of what ``multiprocessing``
takes to be imported.
"""

import os
import pickle
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import partial
from signal import SIG_BLOCK, SIG_SETMASK, SIGHUP, SIGINT, SIGKILL, SIGTERM, pthread_sigmask
from typing import Any, Final, NamedTuple, NoReturn, TypeVar

from l10n_tool.errors import L10nToolError

__all__ = ["NoProcessError", "in_processes"]

T = TypeVar("T")
S = TypeVar("S")
R = TypeVar("R")

#: How many bytes say how long a message is, what says that it is time to finish, and how much is read at once.
_LENGTH: Final = 8
_GO: Final = b"!"
_AT_ONCE: Final = 1 << 16


class NoProcessError(Exception):
    """The system starts no further process."""


def in_processes(
    parts: Sequence[Sequence[T]], prepare: Callable[[Sequence[T]], S], finish: Callable[[S], list[R]]
) -> list[R]:
    """Do what ``in_parallel`` says: the first part in this process, each other one in one of its own.

    Raises NoProcessError, with nothing done, where the system starts no further process.
    """
    with _children(parts[1:], prepare, finish) as children:
        own = prepare(parts[0])
        _receive_all(children)
        for child in children:
            # One that is no more is met when its results are asked for.
            with suppress(BrokenPipeError):
                os.write(child.writing, _GO)
        results = finish(own)
        for more in _receive_all(children):
            results += more
    return results


class _Child(NamedTuple):
    """A process that does a part: what it sends is read from ``reading``, and what it waits for goes to ``writing``."""

    number: int
    reading: int
    writing: int


@contextmanager
def _children(
    parts: Sequence[Sequence[T]], prepare: Callable[[Sequence[T]], S], finish: Callable[[S], list[R]]
) -> Iterator[list[_Child]]:
    """Start a process for each part, and end them all, whatever happens. Raises NoProcessError."""
    children: list[_Child] = []
    try:
        for part in parts:
            _start(children, partial(_work, part, prepare, finish))
        yield children
    except BaseException:
        for child in children:
            os.kill(child.number, SIGKILL)
        raise
    finally:
        _see_off(children)


def _start(children: list[_Child], work: Callable[[int, int], None]) -> None:
    """Start a process that does some work, given a pipe to read from and one to write to; add it to the others."""
    handles: list[int] = []
    _flush()
    try:
        handles += os.pipe()
        handles += os.pipe()
        theirs, writing, reading, answering = handles
        # A signal in between would leave a process that nobody knows of, or two that take themselves for the first.
        with _uninterrupted() as mask:
            number = os.fork()
            if not number:
                _be_a_child([*children, _Child(0, reading, writing)], mask, partial(work, theirs, answering))
            children.append(_Child(number, reading, writing))
    except OSError as error:
        for handle in handles:
            os.close(handle)
        raise NoProcessError from error
    os.close(theirs)
    os.close(answering)


def _see_off(children: Sequence[_Child]) -> None:
    """Wait until processes have ended that have nothing left to do, or were killed."""
    with _uninterrupted():
        for child in children:
            # Then it waits for nothing, and nobody waits for what it says.
            os.close(child.reading)
            os.close(child.writing)
        for child in children:
            # Where signals of children are ignored, none is left to be waited for.
            with suppress(ChildProcessError):
                os.waitpid(child.number, 0)


@contextmanager
def _uninterrupted() -> Iterator[Iterable[int]]:
    """Let what asks the program to end wait; give the signals that wait anyway."""
    mask = pthread_sigmask(SIG_BLOCK, {SIGINT, SIGTERM, SIGHUP})
    try:
        yield mask
    finally:
        pthread_sigmask(SIG_SETMASK, mask)


def _be_a_child(inherited: Sequence[_Child], mask: Iterable[int], work: Callable[[], None]) -> NoReturn:
    """Do some work, and end: nothing that the first process has begun is gone on with here."""
    done = False
    try:
        # Who holds the other end of a pipe of its own, or of another one's, never sees it end.
        for child in inherited:
            os.close(child.reading)
            os.close(child.writing)
        # The first process ends the work; it is the one that says why.
        with suppress(BrokenPipeError, KeyboardInterrupt):
            pthread_sigmask(SIG_SETMASK, mask)
            work()
        done = True
    finally:
        _leave(None if done else sys.exception())


def _leave(error: BaseException | None) -> NoReturn:
    try:
        if error is not None:
            sys.excepthook(type(error), error, error.__traceback__)
        _flush()
    finally:
        os._exit(0 if error is None else 1)


def _flush() -> None:
    """Write what waits to be printed: a process that is forked would print it once more."""
    for stream in (sys.stdout, sys.stderr):
        with suppress(AttributeError, OSError, ValueError):
            stream.flush()


def _work(
    part: Sequence[T],
    prepare: Callable[[Sequence[T]], S],
    finish: Callable[[S], list[R]],
    reading: int,
    writing: int,
) -> None:
    try:
        state = prepare(part)
        _send(writing, None)
        if os.read(reading, len(_GO)):
            _send(writing, finish(state))
    except L10nToolError as error:
        _send(writing, error)


def _send(handle: int, message: object) -> None:
    data = pickle.dumps(message, pickle.HIGHEST_PROTOCOL)
    left = memoryview(len(data).to_bytes(_LENGTH) + data)
    while left:
        left = left[os.write(handle, left) :]


def _receive_all(children: Sequence[_Child]) -> list[Any]:
    answers = [_receive(child.reading) for child in children]
    for answer in answers:
        if isinstance(answer, L10nToolError):
            raise answer
    return answers


def _receive(handle: int) -> Any:
    """Return what a process of ours sent. Raises L10nToolError where it ended before."""
    length = int.from_bytes(_read(handle, _LENGTH))
    return pickle.loads(_read(handle, length))  # noqa: S301 - bytes of this program, through a pipe of its own


def _read(handle: int, size: int) -> bytes:
    parts: list[bytes] = []
    while size:
        part = os.read(handle, min(size, _AT_ONCE))
        if not part:
            message = "a process of this run ended before its work was done"
            raise L10nToolError(message, remedy="Run the command again; with --debug it says why.")
        parts.append(part)
        size -= len(part)
    return b"".join(parts)
