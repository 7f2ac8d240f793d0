"""Reading, writing and counting catalogues, beside polib and msgfmt: run with ``pytest -m benchmark -s``.

What is run in turn is compared; a ratio is the median of those of the pairs.
"""

import importlib.util
import os
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Final

import polib
import pytest

from benchmarks.catalogues import write_catalogue
from l10n_tool.catalogue import format_catalogue, parse_catalogue

ROUNDS: Final = 3
MESSAGES: Final = 20_000
SMALL: Final = 500
#: The locales of a project of large files.
LOCALES: Final = ("ar", "bg", "cs", "de", "es", "fi", "fr", "hu", "it", "ja")

OURS: Final = """
import os
import sys
from l10n_tool.catalogue import format_catalogue, parse_catalogue
for name in sys.stdin.read().splitlines():
    with open(name, "rb") as file, open(os.devnull, "wb") as out:
        out.write(format_catalogue(parse_catalogue(file.read(), name)))
"""
THEIRS: Final = """
import os
import sys
import polib
for name in sys.stdin.read().splitlines():
    polib.pofile(name).save(os.devnull)
"""


def _shipped(package: str) -> list[Path]:
    found = importlib.util.find_spec(package)
    if found is None or found.submodule_search_locations is None:
        pytest.skip(f"{package} is not installed; pip install -e '.[dev]'")
    return sorted(path for folder in found.submodule_search_locations for path in Path(folder).rglob("*.po"))


@pytest.fixture(scope="module")
def generated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a large catalogue."""
    return write_catalogue(tmp_path_factory.mktemp("generated"), MESSAGES)[0]


def _seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def _pairs(
    ours: Callable[[], object], theirs: Callable[[], object], rounds: int = ROUNDS
) -> tuple[float, float, float]:
    """Return the medians of both times, and of the ratio of theirs to ours."""
    times = [(_seconds(ours), _seconds(theirs)) for _ in range(ROUNDS)]
    ratio = statistics.median(theirs / ours for ours, theirs in times)
    return statistics.median(ours for ours, _ in times), statistics.median(theirs for _, theirs in times), ratio


def _print(what: str, times: tuple[float, float, float], bar: str) -> None:
    print(f"{what}: {times[0]:.3f} s beside {times[1]:.3f} s, {times[2]:.1f} times as fast ({bar})")  # noqa: T201


def _run(command: Sequence[str], cwd: Path, *, text: str | None = None) -> str:
    # An installed package has its bytecode; one that is edited would be compiled anew each time.
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    done = subprocess.run(command, cwd=cwd, check=True, capture_output=True, text=True, input=text, env=environment)
    return done.stdout + done.stderr


def _status(*names: Path) -> list[str]:
    return [sys.executable, "-m", "l10n_tool", "status", *map(str, names)]


def _msgfmt(paths: Sequence[Path], cwd: Path) -> None:
    for path in paths:
        _run(["msgfmt", "--statistics", "-o", os.devnull, str(path)], cwd)


@pytest.mark.benchmark
@pytest.mark.parametrize("source", ["django", "weblate_language_data", "generated"])
def test_reading_and_writing_beside_polib(source: str, generated: Path, tmp_path: Path) -> None:
    """The bar is 6 times, for calls in one process and for whole processes."""
    paths = [generated] if source == "generated" else _shipped(source)
    data = {str(path): path.read_bytes() for path in paths}
    names = "\n".join(data)

    def ours() -> None:
        for name, content in data.items():
            assert format_catalogue(parse_catalogue(content, name)) == content

    def theirs() -> None:
        for name in data:
            polib.pofile(name).save(os.devnull)

    calls = _pairs(ours, theirs)
    processes = _pairs(
        lambda: _run([sys.executable, "-c", OURS], tmp_path, text=names),
        lambda: _run([sys.executable, "-c", THEIRS], tmp_path, text=names),
    )

    size = sum(map(len, data.values())) / 1e6
    _print(f"\nread and write {len(data)} files of {source}, {size:.1f} MB, calls", calls, "bar 6")
    _print(f"read and write {len(data)} files of {source}, processes", processes, "bar 6")


@pytest.mark.benchmark
def test_status_of_large_files_beside_msgfmt(generated: Path, tmp_path: Path, need_tool: Callable[[str], str]) -> None:
    """The bar is 2.5 times."""
    need_tool("msgfmt")
    paths = [Path(shutil.copy(generated, tmp_path / f"{code}.po")) for code in LOCALES]

    times = _pairs(lambda: _run(_status(*paths), tmp_path), lambda: _msgfmt(paths, tmp_path))

    _print(f"\nstatus of {len(LOCALES)} files of {MESSAGES} messages", times, "bar 2.5")
    ours, theirs = _peak(_status(*paths), tmp_path), _peak(["msgfmt", "-o", os.devnull, str(paths[0])], tmp_path)
    print(f"peak memory: {ours} MB for all, msgfmt {theirs} MB for one")  # noqa: T201


def _peak(command: Sequence[str], cwd: Path) -> int:
    """Return the peak memory of a process and its children, in MB."""
    script = "import resource, subprocess, sys; subprocess.run(sys.argv[1:], capture_output=True, check=True)"
    script += "; print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    return int(_run([sys.executable, "-c", script, *command], cwd)) // 1024


@pytest.mark.benchmark
def test_status_of_many_files_beside_msgfmt(tmp_path: Path, need_tool: Callable[[str], str]) -> None:
    """The bar is 8 times; the first five hundred of all sizes are shown beside the smallest."""
    need_tool("msgfmt")
    every = _shipped("django")
    smallest = sorted(every, key=lambda path: path.stat().st_size)[:SMALL]

    for which, paths in (("smallest", smallest), ("first", every[:SMALL])):
        times = _pairs(partial(_run, _status(*paths), tmp_path), partial(_msgfmt, paths, tmp_path))
        size = sum(path.stat().st_size for path in paths) // len(paths)
        _print(f"\nstatus of the {which} {len(paths)} files of django, {size} bytes on average", times, "bar 8")


@pytest.mark.benchmark
def test_status_that_was_counted_before(generated: Path, tmp_path: Path, need_tool: Callable[[str], str]) -> None:
    """The bar is a tenth of the time that msgfmt takes."""
    need_tool("msgfmt")
    (tmp_path / "l10n-tool.toml").write_text(f"locales = {list(LOCALES)}\n", encoding="utf-8")
    paths = [tmp_path / "locales" / code / "LC_MESSAGES" / "messages.po" for code in LOCALES]
    for path in paths:
        path.parent.mkdir(parents=True)
        shutil.copy(generated, path)

    def cold() -> None:
        shutil.rmtree(tmp_path / ".l10n-tool", ignore_errors=True)
        _run(_status(), tmp_path)

    first = _pairs(cold, lambda: _msgfmt(paths, tmp_path))
    again = _pairs(lambda: _run(_status(), tmp_path), lambda: _msgfmt(paths, tmp_path))

    _print(f"\nstatus of a project of {len(LOCALES)} locales", first, "bar 2.5")
    _print("the same again", again, "bar 10")
    print(f"a share of {again[0] / first[0]:.2f} of the first time")  # noqa: T201
