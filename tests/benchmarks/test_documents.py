"""Extraction and building of many documents, beside toolkit and mdpo: run with ``pytest -m benchmark -s``.

The others are in the ``bench`` extra. Every time is that of a whole process; what is run in turn is compared.
"""

import importlib.util
import os
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import polib
import pytest

from benchmarks.tree import write_tree
from l10n_tool.catalogue import Catalogue, format_catalogue, parse_catalogue

FILES = 600
ROUNDS = 5
SETTINGS = 'locales = ["de"]\nsources = ["source/**/*.md"]\noutputs = ["document-file"]\n'
MD2PO = "from translate.convert.md2po import main; main()"
PO2MD = "from translate.convert.po2md import main; main()"


@pytest.fixture(scope="module")
def tree(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a project of many documents."""
    root = tmp_path_factory.mktemp("tree")
    size = write_tree(root / "source", FILES)
    (root / "l10n-tool.toml").write_text(SETTINGS, encoding="utf-8")
    print(f"\n{FILES} documents, {size / 1e6:.1f} MB")  # noqa: T201
    return root


def _need(module: str) -> None:
    if importlib.util.find_spec(module) is None:
        pytest.skip(f"{module} is not installed; pip install -e '.[bench]'")


def _seconds(root: Path, *command: str) -> float:
    # An installed package has its bytecode; one that is edited would be compiled anew each time.
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    start = time.perf_counter()
    subprocess.run([sys.executable, *command], cwd=root, check=True, capture_output=True, env=environment)
    return time.perf_counter() - start


def _tool(*arguments: str) -> tuple[str, ...]:
    return ("-m", "l10n_tool", *arguments)


def _clear(root: Path, *names: str) -> None:
    for name in (".l10n-tool", *names):
        shutil.rmtree(root / name, ignore_errors=True)


def _pairs(ours: Callable[[], float], theirs: Callable[[], float], rounds: int = ROUNDS) -> tuple[float, float, float]:
    """Return the medians of both times, and of the ratio of theirs to ours."""
    times = [(ours(), theirs()) for _ in range(rounds)]
    return (
        statistics.median(a for a, _ in times),
        statistics.median(b for _, b in times),
        statistics.median(b / a for a, b in times),
    )


def _print(what: str, times: tuple[float, float, float], bar: str) -> None:
    print(f"{what}: {times[0]:.2f} s beside {times[1]:.2f} s, {times[2]:.1f} times as fast ({bar})")  # noqa: T201


def _translated(root: Path) -> None:
    """Give every entry of the German catalogue a translation that differs from its source."""
    path = root / "locales" / "de" / "LC_MESSAGES" / "messages.po"
    path.unlink(missing_ok=True)
    _seconds(root, *_tool("init", "de"))
    catalogue: Catalogue = parse_catalogue(path.read_bytes(), "messages.po")
    texts = {entry.key: entry.replace(msgstr=(entry.msgid.replace("the ", "der "),)) for entry in catalogue.messages}
    path.write_bytes(format_catalogue(catalogue.map(texts)))


@pytest.mark.benchmark
def test_extraction_beside_toolkit(tree: Path) -> None:
    """The bar is 5 times md2po."""
    _need("translate")

    def ours() -> float:
        _clear(tree, "locales")
        return _seconds(tree, *_tool("extract"))

    def theirs() -> float:
        _clear(tree, "pot")
        return _seconds(tree, "-c", MD2PO, "--progress=none", "--pot", "source", "pot")

    times = _pairs(ours, theirs)

    _print("extract, toolkit md2po", times, "bar 5")
    assert len(list((tree / "pot").rglob("*.pot"))) == FILES
    assert (tree / "locales" / "messages.pot").exists()


@pytest.mark.benchmark
def test_extraction_beside_mdpo(tree: Path) -> None:
    """The bar is 40 times; it is run once, as it takes minutes."""
    _need("mdpo")

    def ours() -> float:
        _clear(tree, "locales")
        return _seconds(tree, *_tool("extract"))

    def theirs() -> float:
        _clear(tree, "mdpo.po")
        return _seconds(tree, "-m", "mdpo.md2po", "--quiet", "--save", "--po-filepath", "mdpo.po", "source/*/*.md")

    times = _pairs(ours, theirs, 1)

    _print("extract, mdpo md2po", times, "bar 40")
    assert (tree / "mdpo.po").exists()


@pytest.mark.benchmark
def test_building_beside_toolkit(tree: Path) -> None:
    """The bar is 4 times po2md, with every block translated."""
    _need("translate")
    _seconds(tree, *_tool("extract"))
    _translated(tree)
    _seconds(tree, "-c", MD2PO, "--progress=none", "source", "po")
    for path in (tree / "po").rglob("*.po"):
        # Our reader refuses these: toolkit writes some messages twice.
        catalogue = polib.pofile(str(path))
        for entry in catalogue:
            entry.msgstr = entry.msgid.replace("the ", "der ")
        catalogue.save()

    def ours() -> float:
        _clear(tree, "build")
        return _seconds(tree, *_tool("build"))

    def theirs() -> float:
        _clear(tree, "out")
        return _seconds(tree, "-c", PO2MD, "--progress=none", "-t", "source", "po", "out")

    times = _pairs(ours, theirs)

    _print("build, toolkit po2md", times, "bar 4")
    assert len(list((tree / "out").rglob("*.md"))) == FILES
    assert len(list((tree / "build" / "de").rglob("*.md"))) == FILES


@pytest.mark.benchmark
@pytest.mark.parametrize("command", ["extract", "build", "run"])
def test_a_warm_run_beside_a_cold_one(tree: Path, command: str) -> None:
    """The bar is a tenth."""
    _seconds(tree, *_tool("extract"))
    _translated(tree)

    def cold() -> float:
        _clear(tree, "build")
        if command != "build":
            (tree / "locales" / "messages.pot").unlink(missing_ok=True)
        return _seconds(tree, *_tool(command))

    def warm() -> float:
        _seconds(tree, *_tool(command))
        return _seconds(tree, *_tool(command))

    times = [(cold(), warm()) for _ in range(ROUNDS)]
    before, after = (statistics.median(column) for column in zip(*times, strict=True))

    share = statistics.median(b / a for a, b in times)
    print(f"{command}: cold {before:.2f} s, warm {after:.3f} s, a share of {share:.3f} (bar 0.1)")  # noqa: T201
    assert (tree / "locales" / "messages.pot").exists()
