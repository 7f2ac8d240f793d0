"""Two processes do what one would."""

import errno
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import NoReturn

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n_tool.errors import FileError, L10nToolError, Place
from l10n_tool.workflow import parallel
from l10n_tool.workflow.parallel import in_parallel, worker_count


def _listed(items: Sequence[int]) -> list[int]:
    return list(items)


def _doubled(items: Sequence[int]) -> list[int]:
    return [item * 2 for item in items]


@pytest.fixture(autouse=True)
def _two_cores(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parallel, "WORTH_A_PROCESS", 1)
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0, 1, 2}, raising=False)


def test_results_come_in_the_order_of_the_items() -> None:
    """From three processes."""
    items = list(range(1000))

    assert in_parallel(items, [1] * 1000, _doubled, _listed) == [item * 2 for item in items]


def test_every_process_has_work_of_its_own() -> None:
    """And the first part is done here."""
    pids = in_parallel(list(range(9)), [1] * 9, lambda items: [os.getpid() for _ in items], _listed)

    assert len(set(pids)) == 3
    assert pids[0] == os.getpid()


def test_what_is_not_worth_a_process_is_done_here(monkeypatch: pytest.MonkeyPatch) -> None:
    """Few bytes, one core, or no work at all."""
    monkeypatch.setattr(parallel, "WORTH_A_PROCESS", 100)

    assert in_parallel([1, 2], [10, 10], lambda items: [os.getpid() for _ in items], _listed) == [os.getpid()] * 2
    assert worker_count(150) == 1
    assert worker_count(10_000) == 3
    assert in_parallel([], [], _doubled, _listed) == []


@given(st.lists(st.integers(0, 50), max_size=40), st.integers(1, 9))
def test_parts_are_the_items_in_their_order(weights: list[int], count: int) -> None:
    """None is lost, none twice, and no more parts than processes."""
    items = list(range(len(weights)))

    parts = parallel._parts(items, weights, count)

    assert [item for part in parts for item in part] == items
    assert len(parts) <= count
    assert all(parts[:-1])


@pytest.mark.parametrize("bad", [0, 5, 8])
def test_nothing_is_finished_where_one_part_cannot_be_prepared(bad: int) -> None:
    """The error is the one that was raised, with its place and remedy, wherever it was raised."""
    finished: list[int] = []

    def prepare(items: Sequence[int]) -> Sequence[int]:
        if bad in items:
            raise FileError("bad", place=Place("a.md", 3), remedy="Mend it.")
        return items

    def finish(items: Sequence[int]) -> list[int]:
        finished.extend(items)
        return list(items)

    with pytest.raises(FileError) as caught:
        in_parallel(list(range(9)), [1] * 9, prepare, finish)

    assert str(caught.value) == "a.md:3: bad\n  Mend it."
    assert finished == []


def test_the_first_error_in_the_order_of_the_items_is_told() -> None:
    """Every process has one."""

    def prepare(items: Sequence[int]) -> Sequence[int]:
        raise FileError(f"first is {items[0]}")

    with pytest.raises(FileError, match="first is 0"):
        in_parallel(list(range(9)), [1] * 9, prepare, _listed)


def test_an_error_while_finishing_is_raised_too() -> None:
    """A full disk in the second process."""

    def finish(items: Sequence[int]) -> list[int]:
        if 8 in items:
            raise FileError("full")
        return list(items)

    with pytest.raises(FileError, match="full"):
        in_parallel(list(range(9)), [1] * 9, _listed, finish)


def test_a_process_that_is_killed_is_an_error() -> None:
    """Not a hang, and not half a result."""
    here = os.getpid()

    def prepare(items: Sequence[int]) -> Sequence[int]:
        if os.getpid() != here:
            os.kill(os.getpid(), signal.SIGKILL)
        return items

    with pytest.raises(L10nToolError, match="ended before its work was done"):
        in_parallel(list(range(9)), [1] * 9, prepare, _listed)


def _is_first(here: int) -> bool:
    return os.getpid() == here


def test_an_unknown_error_in_another_process_ends_the_run(capfd: pytest.CaptureFixture[str]) -> None:
    """Where it came from is told by the process that met it."""
    here = os.getpid()

    def prepare(items: Sequence[int]) -> Sequence[int]:
        return items if _is_first(here) else [1 // 0]

    with pytest.raises(L10nToolError, match="ended before its work was done"):
        in_parallel(list(range(9)), [1] * 9, prepare, _listed)

    assert "ZeroDivisionError" in capfd.readouterr().err


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Return the list to which the number of each process that is started is added."""
    numbers: list[int] = []
    real = os.fork

    def fork() -> int:
        number = real()
        numbers.append(number)
        return number

    monkeypatch.setattr(os, "fork", fork)
    return numbers


def _left(numbers: Sequence[int]) -> list[int]:
    """Return the processes that still run, or that nobody waited for."""
    return [number for number in numbers if Path(f"/proc/{number}").exists()]


def _handles() -> list[str]:
    # The one that lists them is gone when they are looked at.
    return sorted(handle.name for handle in Path("/proc/self/fd").iterdir() if os.path.lexists(handle))


def _failing(items: Sequence[int]) -> NoReturn:
    raise FileError("bad")


def _interrupting(items: Sequence[int]) -> NoReturn:
    raise KeyboardInterrupt


@pytest.mark.parametrize("prepare", [_doubled, _failing, _interrupting])
def test_no_process_and_no_handle_is_left(prepare: Callable[[Sequence[int]], list[int]], started: list[int]) -> None:
    """Whether the work was done, failed or was interrupted."""
    before = _handles()

    with suppress(FileError, KeyboardInterrupt):
        in_parallel(list(range(9)), [1] * 9, prepare, _listed)

    assert _handles() == before
    assert _left(started) == []


def test_an_interrupt_ends_processes_that_are_at_work(started: list[int]) -> None:
    """They are not waited for until they are done, and nothing is finished."""
    here, start = os.getpid(), time.monotonic()

    def prepare(items: Sequence[int]) -> Sequence[int]:
        if _is_first(here):
            raise KeyboardInterrupt
        time.sleep(60)
        return items

    with pytest.raises(KeyboardInterrupt):
        in_parallel(list(range(9)), [1] * 9, prepare, _failing)

    # Less than the sleep, whatever else this machine does.
    assert time.monotonic() - start < 50
    assert _left(started) == []


def test_an_interrupt_of_another_process_alone_is_an_error(capfd: pytest.CaptureFixture[str]) -> None:
    """It says nothing: the first process does."""
    here = os.getpid()

    def prepare(items: Sequence[int]) -> Sequence[int]:
        if not _is_first(here):
            os.kill(os.getpid(), signal.SIGINT)
        return items

    with pytest.raises(L10nToolError, match="ended before its work was done"):
        in_parallel(list(range(9)), [1] * 9, prepare, _listed)

    assert capfd.readouterr().err == ""


def test_results_may_be_larger_than_a_pipe() -> None:
    """Every process sends its own while the first is still at work."""

    def finish(items: Sequence[int]) -> list[bytes]:
        return [bytes([item]) * 3_000_000 for item in items]

    assert in_parallel(list(range(9)), [1] * 9, _listed, finish) == [bytes([item]) * 3_000_000 for item in range(9)]


def test_a_process_that_is_killed_while_it_finishes_is_an_error() -> None:
    """It had prepared its part."""
    here = os.getpid()

    def finish(items: Sequence[int]) -> list[int]:
        if not _is_first(here):
            os.kill(os.getpid(), signal.SIGKILL)
        return list(items)

    with pytest.raises(L10nToolError, match="ended before its work was done"):
        in_parallel(list(range(9)), [1] * 9, _listed, finish)


def test_a_process_that_is_killed_while_it_waits_is_an_error() -> None:
    """It is told to go on when it is no more."""
    here, (reading, writing) = os.getpid(), os.pipe()

    def prepare(items: Sequence[int]) -> Sequence[int]:
        if not _is_first(here):
            os.write(writing, os.getpid().to_bytes(8))
            return items
        for _ in range(2):
            other = int.from_bytes(os.read(reading, 8))
            # By then it waits.
            time.sleep(0.2)
            os.kill(other, signal.SIGKILL)
            os.waitid(os.P_PID, other, os.WEXITED | os.WNOWAIT)
        return items

    with pytest.raises(L10nToolError, match="ended before its work was done"):
        in_parallel(list(range(9)), [1] * 9, prepare, _listed)

    os.close(reading)
    os.close(writing)


@pytest.mark.parametrize("call", ["fork", "pipe"])
@pytest.mark.parametrize("at", [1, 2, 4])
def test_where_the_system_starts_no_process_all_is_done_here(
    call: str, at: int, started: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    """With no process and no handle left of those that were begun."""
    before, real, seen = _handles(), getattr(os, call), []

    def refuse() -> object:
        seen.append(call)
        if len(seen) >= at:
            raise OSError(errno.EAGAIN, os.strerror(errno.EAGAIN))
        return real()

    monkeypatch.setattr(os, call, refuse)

    assert in_parallel(list(range(9)), [1] * 9, _doubled, _listed) == [item * 2 for item in range(9)]
    assert _handles() == before
    assert _left(started) == []


_BEGIN = """
import os, signal, sys
from l10n_tool.workflow import parallel
parallel.WORTH_A_PROCESS = 1
os.sched_getaffinity = lambda _: {0, 1, 2}
here = os.getpid()
"""


def _run(script: str) -> "subprocess.CompletedProcess[str]":
    # What is printed waits until it is much.
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}
    command = [sys.executable, "-c", _BEGIN + script]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=60, env=environment)


def test_what_waits_to_be_printed_is_printed_once() -> None:
    """What another process prints, too; and what it has not begun, it does not end."""
    result = _run("""
import atexit
atexit.register(print, "the end")
print("before", end=" ")
def finish(items):
    os.getpid() == here or print("child", end=" ")
    return items
try:
    parallel.in_parallel([1, 2, 3], [1, 1, 1], list, finish)
finally:
    print("after")
""")

    assert result.stdout == "before child child after\nthe end\n"
    assert result.stderr == ""


@pytest.mark.parametrize(("where", "finished"), [("prepare", ""), ("finish", "finished finished ")])
def test_processes_whose_first_one_is_killed_end(where: str, finished: str) -> None:
    """They finish nothing without its word, have nobody to send to, and hold no pipe of one another."""
    result = _run(f"""
import time
def kill(items):
    # By then the others wait for its word, or for it to read what they send.
    time.sleep(0.3)
    os.kill(here, signal.SIGKILL)
def prepare(items):
    return kill(items) if os.getpid() == here and "{where}" == "prepare" else items
def finish(items):
    if os.getpid() == here:
        kill(items)
    os.write(1, b"finished ")
    return [bytes(1_000_000)]
parallel.in_parallel([1, 2, 3], [1, 1, 1], prepare, finish)
""")

    assert result.returncode == -signal.SIGKILL
    assert result.stdout == finished
    assert result.stderr == ""


def test_a_work_may_be_parted_again(capfd: pytest.CaptureFixture[str]) -> None:
    """By a process that is one of several itself, and while an error is being met."""

    def double(items: Sequence[int]) -> list[int]:
        return in_parallel(list(items), [1] * len(items), _doubled, _listed)

    try:
        _failing([])
    except FileError:
        found = in_parallel(list(range(9)), [1] * 9, double, _listed)

    assert found == [item * 2 for item in range(9)]
    assert capfd.readouterr().err == ""
