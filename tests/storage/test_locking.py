"""One writer at a time in a folder."""

import errno
import fcntl
import os
from pathlib import Path

import pytest

from l10n_tool.errors import FileError
from l10n_tool.storage import rewrite, write_bytes
from l10n_tool.storage.locking import locked
from storing import failing, names_in


def test_who_holds_a_folder_is_named(tmp_path: Path) -> None:
    """After the time is up, and nothing was written."""
    holder = f"process {os.getpid()} .*has been writing here for 0 s"

    with locked(tmp_path), pytest.raises(FileError, match=holder), locked(tmp_path, timeout=0):
        raise AssertionError


def test_a_lock_ends_with_its_holder_and_leaves_nothing(tmp_path: Path) -> None:
    """Also where the holder fails."""
    with pytest.raises(ZeroDivisionError), locked(tmp_path):
        raise ZeroDivisionError

    with locked(tmp_path, timeout=0):
        assert names_in(tmp_path) == []


def test_a_holder_that_cannot_be_known_is_another_program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the system lists no locks, or another machine holds it."""
    monkeypatch.setattr(Path, "read_text", failing(errno.ENOENT))

    with (
        locked(tmp_path),
        pytest.raises(FileError, match="another program has been writing"),
        locked(tmp_path, timeout=0),
    ):
        raise AssertionError


def test_the_time_to_wait_can_be_set(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is no number is as if it were not there."""
    monkeypatch.setenv("L10N_TOOL_LOCK_TIMEOUT", "0.02")
    with locked(tmp_path), pytest.raises(FileError, match=r"for 0\.02 s"):
        write_bytes(tmp_path / "fr.po", b"x")

    monkeypatch.setenv("L10N_TOOL_LOCK_TIMEOUT", "soon")
    assert write_bytes(tmp_path / "fr.po", b"x")


@pytest.mark.parametrize("code", [errno.ENOLCK, errno.ENOTSUP, errno.EBADF])
def test_a_file_system_without_locks_is_written_to(code: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What others save meanwhile is still seen."""
    path = tmp_path / "fr.po"
    path.write_bytes(b"before")
    monkeypatch.setattr(fcntl, "flock", failing(code))

    assert rewrite(path, lambda now: now + b" and after")

    assert path.read_bytes() == b"before and after"
