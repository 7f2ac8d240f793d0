"""What the kernel sees: the same calls that the tests count, and the same end where it is the kernel that ends it."""

import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

import pytest

from durability.cases import CASES
from durability.shim import read_tree
from durability.trials import Outcome, Trials, left_in, put, timeless

Begun = Callable[[str], dict[str, str]]
Strace = Callable[..., "subprocess.CompletedProcess[str]"]

#: Everything that changes what is in a folder, also what this package never calls.
CHANGING: Final = (
    "open,openat,openat2,creat,write,pwrite64,writev,pwritev,pwritev2,sendfile,copy_file_range,splice,"
    "rename,renameat,renameat2,link,linkat,symlink,symlinkat,unlink,unlinkat,rmdir,mkdir,mkdirat,mknod,mknodat,"
    "truncate,ftruncate,fallocate,chmod,fchmod,fchmodat,chown,fchown,lchown,fchownat,utime,utimes,utimensat,futimesat,"
    "setxattr,fsetxattr,fsync,fdatasync,sync,syncfs,msync"
)
_CALL: Final = re.compile(r"^\d+ +(?P<name>\w+)\((?P<arguments>.*)\) += (?P<result>\d+)")
_HANDLE: Final = re.compile(r"^\d+<(?P<path>[^>]*)>")
_NOT_FILES: Final = ("pipe:", "socket:", "anon_inode:")
_NAME: Final = re.compile(r'(?:AT_FDCWD(?:<[^>]*>)?, )?"(?P<path>[^"]*)"')
_OF_THIS_RUN: Final = re.compile(r"\.\d+-\d+-[0-9a-f]+(?=\.l10n-)")
_BY_HANDLE: Final = frozenset({"write", "fsync", "fchmod", "fchown"})
#: One and the same to the kernel.
_SAME: Final = {"openat": "open", "replace": "rename", "renameat": "rename", "linkat": "link", "unlinkat": "unlink"}


@pytest.fixture
def strace(need_tool: Callable[[str], str]) -> Strace:
    """Run a command of ours under strace with some options; what it writes down is in its ``stderr``, after a mark."""
    program = need_tool("strace")

    def run(root: Path, command: Sequence[str], *options: str) -> "subprocess.CompletedProcess[str]":
        call = [program, "-f", "-qq", *options, sys.executable, "-m", "l10n_tool", *command]
        environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1"}
        return subprocess.run(call, cwd=root, capture_output=True, text=True, check=False, env=environment, timeout=120)

    return run


def _seen(log: str, root: Path) -> Iterator[tuple[str, str]]:
    """Yield the calls in a log of strace that change something below a folder."""
    for line in log.splitlines():
        found = _CALL.match(line)
        if not found or (found["name"].startswith("open") and not re.search("O_(?:WRONLY|RDWR|CREAT)", line)):
            continue
        place = _HANDLE.match(found["arguments"])
        names = [place["path"]] if place else [name["path"] for name in _NAME.finditer(found["arguments"])]
        path = Path(root, names[-1] if names else "")
        if path.is_relative_to(root) and not path.name.startswith(_NOT_FILES):
            yield _SAME.get(found["name"], found["name"]), _plain(path.relative_to(root).as_posix())


def _plain(name: str) -> str:
    return _OF_THIS_RUN.sub(".*", name)


@pytest.mark.parametrize("name", CASES)
def test_no_call_gets_past_the_counting(
    name: str, begun: Begun, counted: Callable[[str], Outcome], strace: Strace, tmp_path: Path
) -> None:
    """The kernel sees the calls that the tests count, the same ones in the same order, and no other."""
    root, log = put(tmp_path / "project", begun(name)), tmp_path / "log"

    result = strace(root, CASES[name].command, "-y", "-e", f"trace={CHANGING}", "-o", str(log))

    assert result.returncode == CASES[name].ends, result.stderr
    expected = [(_SAME.get(call, call), _plain(path)) for call, path in counted(name).calls]
    assert list(_seen(log.read_text(), root)) == expected


#: A call of an update of one catalogue, and which one of its kind.
CALLS: Final = [("fchmod", 1), ("write", 1), ("fsync", 1), ("rename", 1), ("renameat2", 1), ("fsync", 2), ("unlink", 1)]
UPDATE: Final = ("update", "fr")


@pytest.mark.parametrize(("call", "number"), CALLS)
def test_a_kill_by_the_kernel_loses_nothing(
    call: str, number: int, begun: Begun, strace: Strace, trials: Trials, tmp_path: Path
) -> None:
    """The catalogue is the old one or the new one, and the command given again leaves what it always does."""
    whole = trials.run(put(tmp_path / "whole" / "project", begun("update")), UPDATE)
    root = put(tmp_path / "killed" / "project", begun("update"))

    killed = strace(root, UPDATE, "-e", f"inject={call}:signal=KILL:when={number}", "-o", os.devnull)
    between = read_tree(str(root))
    again = trials.run(root, UPDATE)

    assert killed.returncode != 0
    assert _catalogues(between) in (_catalogues(whole.trees[0]), _catalogues(whole.trees[-1]))
    assert again.code == 0
    assert timeless(read_tree(str(root))) == timeless(whole.trees[-1])


@pytest.mark.parametrize(("call", "number"), CALLS)
def test_a_failure_of_the_kernel_costs_nothing(
    call: str, number: int, begun: Begun, strace: Strace, tmp_path: Path
) -> None:
    """Exit code 3, one line with the cause, every byte as it was."""
    root = put(tmp_path / "project", begun("update"))

    failed = strace(root, UPDATE, "-e", f"inject={call}:error=EIO:when={number}", "-o", os.devnull)

    assert failed.returncode == 3
    assert failed.stderr.endswith("messages.po: cannot be written: Input/output error\n")
    assert read_tree(str(root)) == begun("update")


def _catalogues(tree: Mapping[str, str]) -> dict[str, str]:
    assert all(".messages.po." in name for name in left_in(tree))
    return timeless({name: text for name, text in tree.items() if name.endswith(".po")})
