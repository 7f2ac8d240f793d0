"""Updating beside msgmerge, as whole processes run in turn: run with ``pytest -m benchmark -s``."""

import importlib.util
import os
import shutil
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final, NamedTuple

import pytest
from rapidfuzz import fuzz

from benchmarks.catalogues import write_catalogue
from l10n_tool.catalogue import Catalogue, Entry, format_catalogue, parse_catalogue

#: Messages, and rounds: msgmerge takes most of a minute for the largest.
SIZES: Final = {1000: 21, 5000: 7, 20_000: 3, 50_000: 1}


class _Run(NamedTuple):
    """What a process took: seconds, and its largest size in MB, which is at least that of the test's own process."""

    seconds: float
    memory: float


def _run(*command: str) -> _Run:
    # An installed package has its bytecode; one that is edited would be compiled anew each time.
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    quiet = [(os.POSIX_SPAWN_OPEN, stream, os.devnull, os.O_WRONLY, 0) for stream in (1, 2)]
    start = time.perf_counter()
    process = os.posix_spawnp(command[0], command, environment, file_actions=quiet)
    _, status, used = os.wait4(process, 0)
    assert os.waitstatus_to_exitcode(status) == 0
    return _Run(time.perf_counter() - start, used.ru_maxrss / 1024)


def _ours(po: Path, pot: Path, to: Path) -> _Run:
    shutil.copy(po, to)
    return _run(sys.executable, "-m", "l10n_tool", "update", str(to), "--pot", str(pot))


def _theirs(po: Path, pot: Path, to: Path) -> _Run:
    return _run("msgmerge", "-q", "--previous", "-o", str(to), str(po), str(pot))


def _started(*_: Path) -> _Run:
    return _run(sys.executable, "-c", "import click")


def _medians(runs: Sequence[_Run]) -> _Run:
    return _Run(*map(statistics.median, zip(*runs, strict=True)))


def _share(po: Path, ours: Path, theirs: Path) -> tuple[int, float]:
    """Return how many fuzzy matches msgmerge found, and the share that ours has with a text at least as similar."""
    known = {entry.key for entry in _read(po).entries}
    chosen = {entry.key: entry.previous for entry in _read(ours).messages}
    as_similar = [
        fuzz.ratio(entry.msgid, own.msgid if own else "") >= fuzz.ratio(entry.msgid, entry.previous.msgid)
        for entry in _read(theirs).messages
        if entry.key not in known and entry.previous is not None
        for own in [chosen[entry.key]]
    ]
    return len(as_similar), statistics.mean(as_similar)


def _read(path: Path) -> Catalogue:
    return parse_catalogue(path.read_bytes(), path.name)


def _compare(po: Path, pot: Path, rounds: int) -> _Run:
    """Run both in turn, print what they took and found, and return what ours took."""
    results = po.with_suffix(".ours.po"), po.with_suffix(".theirs.po")
    runs: list[Callable[[Path, Path, Path], _Run]] = [_ours, _theirs, _started]
    rows = [[run(po, pot, to) for run, to in zip(runs, (*results, po), strict=True)] for _ in range(rounds)]
    took, theirs = (_medians([row[at] for row in rows]) for at in range(2))
    print(  # noqa: T201
        f"\n{po.name}: {took.seconds:.3f} s beside {theirs.seconds:.3f} s of msgmerge, "
        f"{statistics.median(b.seconds / a.seconds for a, b, _ in rows):.1f} times as fast; "
        f"with the start of click {statistics.median((b.seconds + c.seconds) / a.seconds for a, b, c in rows):.2f} "
        f"times; {took.memory:.0f} MB beside {theirs.memory:.0f} MB"
    )
    found, share = _share(po, *results)
    print(f"  of its {found} matches {100 * share:.2f} % at least as similar (bar 99.5 %)")  # noqa: T201
    assert share >= 0.995
    return took


@pytest.fixture
def _need_msgmerge(need_tool: Callable[[str], str]) -> None:
    need_tool("msgmerge")


@pytest.mark.benchmark
@pytest.mark.usefixtures("_need_msgmerge")
def test_updating_beside_msgmerge(tmp_path: Path) -> None:
    """The bars: 1,000 messages with click's start 1 time, 20,000 5 times, 50,000 10 times and twice the memory."""
    took = {size: _compare(*write_catalogue(tmp_path, size), rounds) for size, rounds in SIZES.items()}

    each = took[50_000].seconds / 50_000 / (took[5000].seconds / 5000)
    print(f"\ntime per message at 50,000: {each:.2f} times that at 5,000 (bar 1.3)")  # noqa: T201
    assert each > 0


@pytest.mark.benchmark
@pytest.mark.usefixtures("_need_msgmerge")
def test_updating_a_real_catalogue_beside_msgmerge(tmp_path: Path) -> None:
    """Django's own messages from the template of all its applications: more of them are gone or new than are edited."""
    spec = importlib.util.find_spec("django")
    if spec is None:
        pytest.skip("Django is not installed; pip install -e '.[dev]'")
    files = [path for folder in spec.submodule_search_locations or () for path in Path(folder).rglob("de/**/*.po")]
    entries = {entry.key: entry for path in sorted(files) for entry in _read(path).messages}
    po, pot = tmp_path / "django.po", tmp_path / "django.pot"
    header = Entry("", ("Content-Type: text/plain; charset=UTF-8\nPlural-Forms: nplurals=2; plural=n != 1;\n",))
    po.write_bytes(format_catalogue(Catalogue((header, *list(entries.values())[::2]))))
    blank = (entry.replace(msgstr=("",) * len(entry.msgstr), comments=(), flags=()) for entry in entries.values())
    pot.write_bytes(format_catalogue(Catalogue((header, *blank))))

    _compare(po, pot, 7)
