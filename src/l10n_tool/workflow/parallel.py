"""Both cores, where the work is worth a second process."""

import os
from collections.abc import Callable, Sequence
from typing import Final, TypeVar

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
    all: what ``prepare`` raises, the first in the order of the items, is raised here, and nothing is finished. No
    process outlives this call.
    """
    parts = _parts(items, weights, worker_count(sum(weights)))
    if len(parts) == 1:
        return finish(prepare(items))
    from l10n_tool.workflow.processes import NoProcessError, in_processes

    try:
        return in_processes(parts, prepare, finish)
    except NoProcessError:
        # The system lets us have no more of them.
        return finish(prepare(items))


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
