"""Two processes do what one would."""

import os
import signal
from collections.abc import Sequence

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
