"""Failures that the system itself makes, with nothing standing between it and a command."""

import os
import resource
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

import pytest

from durability.cases import CASES, PO
from durability.shim import read_tree
from durability.trials import Trials, left_in, put

Begun = Callable[[str], dict[str, str]]

NOBODY: Final = 65534
#: Less than any file that a command writes here.
FULL: Final = 200


def _run(root: Path, *command: str, before: Callable[[], None] | None = None) -> "subprocess.CompletedProcess[str]":
    # Python would write half of its compiled modules, too, and take them for whole ones from then on.
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1"}
    call = [sys.executable, "-m", "l10n_tool", *command]
    return subprocess.run(
        call, cwd=root, capture_output=True, text=True, check=False, preexec_fn=before, env=environment
    )


def _fill() -> None:
    resource.setrlimit(resource.RLIMIT_FSIZE, (FULL, FULL))


@pytest.mark.parametrize("name", ["update", "draft", "approve", "compile", "build", "tidy", "merge", "extract", "init"])
def test_a_disk_that_takes_no_more_costs_nothing(name: str, begun: Begun, tmp_path: Path) -> None:
    """The system takes the first bytes and no more."""
    root = put(tmp_path / "project", begun(name))

    result = _run(root, *CASES[name].command, before=_fill)

    assert result.returncode == 3
    assert result.stderr.endswith("cannot be written: File too large\n")
    assert len(result.stderr.splitlines()) == 1
    assert read_tree(str(root)) == begun(name)


def test_a_device_that_is_full_is_named(begun: Begun, tmp_path: Path) -> None:
    """An output may be a device."""
    root = put(tmp_path / "project", begun("compile"))

    result = _run(root, "compile", "fr", "-o", "/dev/full")

    assert result.returncode == 3
    assert result.stderr == "error: /dev/full: cannot be written: No space left on device\n"


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """Return a folder that a user without rights can get to."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        yield Path(folder)


@pytest.mark.parametrize("name", ["update", "approve", "tidy"])
@pytest.mark.parametrize("what", ["file", "folder"])
def test_what_may_not_be_written_is_named(
    what: str, name: str, begun: Begun, trials: Trials, open_folder: Path
) -> None:
    """A read-only file is not written by way of its folder, and a read-only folder gets no file."""
    root = put(open_folder / "project", begun(name))
    if not os.getuid():
        for path in (root, *root.rglob("*")):
            os.chown(path, NOBODY, NOBODY)
    path = root / PO.format("fr")
    (path if what == "file" else path.parent).chmod(0o444 if what == "file" else 0o555)

    outcome = trials.run(root, CASES[name].command, user=NOBODY)

    assert outcome.code == 3
    assert outcome.err == f"error: {path}: cannot be written: Permission denied\n"
    assert read_tree(str(root)) == begun(name)


def test_a_kill_of_one_process_of_two_leaves_nothing(begun: Begun, tmp_path: Path) -> None:
    """A build in two processes: where one of them ends early, no output has changed and none is half there."""
    before = {**begun("build"), "source/page.md": "# The library\n\nIt is shut.\n"}
    root = put(tmp_path / "project", before)
    # The second process ends itself when it has prepared its first output.
    script = (
        "import os, signal, l10n_tool.workflow.parallel as parallel, l10n_tool.storage.folder as folder\n"
        "from l10n_tool.cli import main\n"
        "first, write = os.getpid(), folder.write_temporary\n"
        "def killing(*arguments, **options):\n"
        "    write(*arguments, **options)\n"
        "    os.getpid() == first or os.kill(os.getpid(), signal.SIGKILL)\n"
        "folder.write_temporary = killing\n"
        "parallel.WORTH_A_PROCESS = 1\n"
        "os.sched_getaffinity = lambda _: {0, 1}\n"
        "main()\n"
    )

    result = subprocess.run(
        [sys.executable, "-c", script, "build"], cwd=root, capture_output=True, text=True, check=False
    )

    after = read_tree(str(root))
    assert result.returncode != 0
    assert "a process of this run ended before its work was done" in result.stderr
    assert left_in(after) == []
    assert after == before
