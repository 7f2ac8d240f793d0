"""Compiling beside msgfmt, which takes one catalogue at a time: run with ``pytest -m benchmark -s``.

Every time is that of whole processes; what is run in turn is compared.
"""

import os
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from importlib.util import find_spec
from pathlib import Path

import pytest

from benchmarks.catalogues import write_catalogue

ROUNDS = 5
LARGE = 20
MESSAGES = 20_000
SMALL = 500
#: A shell starts a program sooner than Python does.
EACH = 'for po in "$@"; do msgfmt -o "${po%.po}.gmo" "$po" || exit 1; done'


def _seconds(command: Sequence[str | Path]) -> float:
    # An installed package has its bytecode; one that is edited would be compiled anew each time.
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    start = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True, env=environment)
    return time.perf_counter() - start


def _compare(what: str, catalogues: list[Path], bar: str) -> None:
    """Print the medians of both times, and of the ratio of ours to theirs; hold that the files are the same."""

    def ours() -> float:
        for path in catalogues:
            path.with_suffix(".mo").unlink(missing_ok=True)
        return _seconds([sys.executable, "-m", "l10n_tool", "compile", *catalogues])

    def theirs() -> float:
        for path in catalogues:
            path.with_suffix(".gmo").unlink(missing_ok=True)
        return _seconds(["sh", "-c", EACH, "sh", *catalogues])

    times = [(ours(), theirs()) for _ in range(ROUNDS)]
    own, other = (statistics.median(column) for column in zip(*times, strict=True))
    ratio = statistics.median(a / b for a, b in times)
    print(f"\ncompile, {what}: {own:.2f} s beside {other:.2f} s of msgfmt, a ratio of {ratio:.2f} ({bar})")  # noqa: T201
    assert all(path.with_suffix(".mo").read_bytes() == path.with_suffix(".gmo").read_bytes() for path in catalogues)


def _large(folder: Path, count: int) -> list[Path]:
    first, _ = write_catalogue(folder, MESSAGES)
    others = [folder / f"copy{number}.po" for number in range(1, count)]
    for path in others:
        shutil.copyfile(first, path)
    return [first, *others]


@pytest.mark.benchmark
@pytest.mark.parametrize("count", [LARGE, 1])
def test_large_catalogues(count: int, tmp_path: Path, need_tool: Callable[[str], str]) -> None:
    """The bar is 0.9 of msgfmt's time."""
    need_tool("msgfmt")

    _compare(f"{count} of {MESSAGES} messages", _large(tmp_path, count), "bar 0.9")


@pytest.mark.benchmark
@pytest.mark.parametrize("which", ["smallest", "first"])
def test_small_catalogues(which: str, tmp_path: Path, need_tool: Callable[[str], str]) -> None:
    """Those of Django, each in a folder of its locale; the bar is 0.25 of msgfmt's time."""
    need_tool("msgfmt")
    spec = find_spec("django")
    assert spec
    assert spec.submodule_search_locations
    root = Path(spec.submodule_search_locations[0])
    catalogues = []
    every = sorted(root.rglob("locale/*/LC_MESSAGES/*.po"))
    chosen = sorted(every, key=lambda path: path.stat().st_size) if which == "smallest" else every
    for path in chosen[:SMALL]:
        copy = tmp_path / path.relative_to(root)
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, copy)
        catalogues.append(copy)

    assert len(catalogues) == SMALL
    _compare(f"the {which} {SMALL} of Django's", catalogues, "bar 0.25")
