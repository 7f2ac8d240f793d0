"""Both cores, where the work is worth a second process."""

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Final, TypeVar

from l10n_tool.errors import L10nToolError

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess

__all__ = ["in_parallel", "worker_count"]

T = TypeVar("T")
S = TypeVar("S")
R = TypeVar("R")

#: Work that weighs less than this, in bytes of sources times locales, is done sooner than a process is started.
WORTH_A_PROCESS: Final = 400_000
_MOST: Final = 8


def worker_count(weight: int) -> int:
    """Return how many processes a piece of work is worth on this machine."""
    if not hasattr(os, "fork") or not hasattr(os, "sched_getaffinity"):
        return 1
    return max(1, min(len(os.sched_getaffinity(0)), _MOST, weight // WORTH_A_PROCESS))


def in_parallel(
    items: Sequence[T], weights: Sequence[int], prepare: Callable[[Sequence[T]], S], finish: Callable[[S], list[R]]
) -> list[R]:
    """Return the results of all items, in their order.

    The items are parted among processes. ``finish`` is called in none of them before ``prepare`` came to its end in
    all: what ``prepare`` raises, the first in the order of the items, is raised here, and nothing is finished.
    """
    parts = _parts(items, weights, worker_count(sum(weights)))
    if len(parts) == 1:
        return finish(prepare(items))
    import multiprocessing

    context = multiprocessing.get_context("fork")
    with _children(context, parts[1:], prepare, finish) as pipes:
        own = prepare(parts[0])
        _receive_all(pipes)
        for pipe in pipes:
            pipe.send("go")
        results = finish(own)
        for more in _receive_all(pipes):
            results += more
    return results


def _parts(items: Sequence[T], weights: Sequence[int], count: int) -> list[Sequence[T]]:
    """Part the items in their order into so many runs of about the same weight."""
    parts: list[Sequence[T]] = []
    start, so_far, whole = 0, 0, sum(weights)
    for at, weight in enumerate(weights, 1):
        so_far += weight
        if so_far * count >= whole * (len(parts) + 1) and at < len(items) and len(parts) < count - 1:
            parts.append(items[start:at])
            start = at
    return [*parts, items[start:]]


@contextmanager
def _children(
    context: Any, parts: Sequence[Sequence[T]], prepare: Callable[[Sequence[T]], S], finish: Callable[[S], list[R]]
) -> "Iterator[list[Connection]]":
    """Start a process for each part, and end them all, whatever happens."""
    processes: list[BaseProcess] = []
    pipes: list[Connection] = []
    try:
        for part in parts:
            ours, theirs = context.Pipe()
            process = context.Process(target=_work, args=(theirs, part, prepare, finish), daemon=True)
            process.start()
            theirs.close()
            processes.append(process)
            pipes.append(ours)
        yield pipes
    except BaseException:
        for process in processes:
            process.terminate()
        raise
    finally:
        for pipe in pipes:
            pipe.close()
        for process in processes:
            process.join()


def _work(
    pipe: "Connection", part: Sequence[T], prepare: Callable[[Sequence[T]], S], finish: Callable[[S], Any]
) -> None:
    try:
        state = prepare(part)
        pipe.send(None)
        pipe.recv()
        pipe.send(finish(state))
    except L10nToolError as error:
        pipe.send(error)
    except (EOFError, KeyboardInterrupt, BrokenPipeError):
        # The first process ends the work; it is the one that says why.
        return


def _receive_all(pipes: "Sequence[Connection]") -> list[Any]:
    answers = [_receive(pipe) for pipe in pipes]
    for answer in answers:
        if isinstance(answer, L10nToolError):
            raise answer
    return answers


def _receive(pipe: "Connection") -> Any:
    try:
        return pipe.recv()
    except EOFError:
        message = "a process of this run ended before its work was done"
        raise L10nToolError(message, remedy="Run the command again; with --debug it says why.") from None
