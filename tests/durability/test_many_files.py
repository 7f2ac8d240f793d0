"""Many files at once, as the kernel sees it: few calls for each, and a failure of the disk told wherever it is met."""

import os
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Final

import pytest

from durability.shim import read_tree

#: Writes so many pairs of files below two roots, each in a folder of its own that is there.
_MANY: Final = """
import sys
from pathlib import Path
from l10n_tool.storage import OutputFolders, read_bytes
names = [f"{number}/LC_MESSAGES/" for number in range(int(sys.argv[1]))]
for name in names:
    read_bytes(Path("a", name + "from"))
with OutputFolders() as folders:
    for name in names:
        folders.write(Path("b" if name < "5" else "a"), name + "page", b"new")
        folders.write(Path("b" if name < "5" else "a"), name + "more", b"new")
"""
#: The folder listed, once, two folders on the way, a file read, and each of both read, written, synced and placed.
_MOST_PER_PAIR: Final = 52


Strace = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def strace(need_tool: Callable[[str], str]) -> Strace:
    """Write so many pairs of files in a folder, under strace with some options."""
    program = need_tool("strace")

    def run(count: int, root: Path, *options: str) -> "subprocess.CompletedProcess[str]":
        command = [program, "-f", "-qq", *options, sys.executable, "-c", _MANY, str(count)]
        return subprocess.run(command, cwd=root, capture_output=True, text=True, check=False, timeout=120)

    return run


def _put(count: int, held: bytes | None, root: Path) -> Path:
    """Make the folders for so many pairs, the places of some of which hold this."""
    for name in ("a", "b"):
        for number in range(count):
            folder = root / name / str(number) / "LC_MESSAGES"
            folder.mkdir(parents=True)
            (folder / "from").write_bytes(b"source")
            if held is not None:
                (folder / "page").write_bytes(held)
    return root


def _calls_of(result: "subprocess.CompletedProcess[str]") -> Counter[str]:
    """Return how often each call was made."""
    assert result.returncode == 0, result.stderr
    # % time, seconds, usecs/call, calls, errors where there are any, syscall
    lines = [line.split() for line in result.stderr.splitlines()]
    return Counter({line[-1]: int(line[3]) for line in lines if len(line) > 4 and line[3].isdecimal()})


@pytest.mark.parametrize("held", [None, b"old", b"new"])
def test_two_files_more_cost_a_few_calls_more(held: bytes | None, strace: Strace, tmp_path: Path) -> None:
    """However many there are; nothing is asked for each of them that one answer tells of all."""
    few = _calls_of(strace(30, _put(30, held, tmp_path / "few"), "-c"))
    many = _calls_of(strace(130, _put(130, held, tmp_path / "many"), "-c"))

    more = {call: (count - few[call]) / 100 for call, count in many.items() if call != "total"}

    assert sum(more.values()) <= _MOST_PER_PAIR, more
    assert sum(more.get(call, 0) for call in ("newfstatat", "fstat", "stat", "lstat")) <= 10, more
    assert more.get("getdents64", 0) <= 3, more
    assert [more.get(call, 0) for call in ("getrandom", "sync", "syncfs", "flock")] == [0] * 4


def test_a_file_system_that_tells_of_a_failure_is_not_the_last_word(strace: Strace, tmp_path: Path) -> None:
    """It may have been somebody else's file: each of ours is asked, and all is well."""
    root = _put(30, b"old", tmp_path / "root")

    result = strace(30, root, "-e", "inject=syncfs:error=EIO", "-o", os.devnull)

    assert result.returncode == 0, result.stderr
    assert sorted({path.read_bytes() for path in root.rglob("more")}) == [b"new"]
    assert len(list(root.rglob("more"))) == 30


@pytest.mark.parametrize("number", [1, 40, 60, 61, 75])
def test_a_disk_that_fails_costs_nothing(number: int, strace: Strace, tmp_path: Path) -> None:
    """The file or the folder is named, whichever call it is that tells, and all are as they were."""
    root = _put(30, b"old", tmp_path / "root")
    before = read_tree(str(root))

    result = strace(
        30, root, "-e", "inject=syncfs:error=EIO", "-e", f"inject=fsync:error=EIO:when={number}", "-o", os.devnull
    )

    assert result.returncode != 0
    assert "cannot be written: Input/output error" in result.stderr
    assert read_tree(str(root)) == before
