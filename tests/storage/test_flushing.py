"""When one call is enough to know that many files are on the disk."""

import ctypes
import os
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest

from l10n_tool.storage import flushing
from l10n_tool.storage.flushing import Disks

EXT4 = 0xEF53
OVERLAY = 0x794C7630


@pytest.fixture(autouse=True)
def _fresh() -> Iterator[None]:
    flushing._library.cache_clear()
    yield
    flushing._library.cache_clear()


class _System:
    """A system that says of what kind a file system is, and whether all was written."""

    def __init__(self, kind: int, answer: int = 0) -> None:
        self._kind, self._answer = kind, answer
        self.asked = 0

    def fstatfs(self, _: int, description: "ctypes.Array[ctypes.c_long]") -> int:
        description[0] = self._kind
        return 0

    def syncfs(self, _: int) -> int:
        self.asked += 1
        return self._answer


@pytest.mark.parametrize(
    ("kind", "answer", "expected", "asked"),
    [(EXT4, 0, True, 1), (EXT4, -1, False, 1), (OVERLAY, 0, False, 0), (0x6969, 0, False, 0)],
)
def test_only_a_file_system_that_tells_all_is_believed(
    kind: int, answer: int, expected: bool, asked: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What lies on another one, or on a network, tells of less than each file does."""
    system = _System(kind, answer)
    monkeypatch.setattr(flushing, "_library", lambda: system)
    disks = Disks()
    disks.watch(str(tmp_path))

    found = disks.write_all([str(tmp_path)])
    disks.close()

    assert (found, system.asked) == (expected, asked)


def test_what_was_not_watched_from_the_beginning_is_not_believed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A failure may have been told to somebody else before."""
    system = _System(EXT4)
    monkeypatch.setattr(flushing, "_library", lambda: system)

    assert not Disks().write_all([str(tmp_path)])
    assert not system.asked


@pytest.mark.parametrize(
    ("name", "release", "known"),
    [
        ("Linux", "6.1.0-18-amd64", True),
        ("Linux", "5.17.0", True),
        ("Linux", "5.15.0-generic", False),
        ("Linux", "4.18.0", False),
        ("Linux", "next-x", False),
        ("Darwin", "23.1.0", False),
    ],
)
def test_only_a_kernel_that_tells_of_failures_is_asked(
    name: str, release: str, known: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An older one, and another system, says that all is well."""
    monkeypatch.setattr(os, "uname", lambda: SimpleNamespace(sysname=name, release=release))

    assert (flushing._library() is not None) is known


def test_the_system_itself_answers(tmp_path: Path) -> None:
    """Whatever it lies on here, asking goes well, and a closed file is not asked."""
    disks = Disks()
    disks.watch(str(tmp_path))

    assert disks.write_all([str(tmp_path)]) in {True, False}
    disks.close()
    assert not disks.write_all([str(tmp_path)])
