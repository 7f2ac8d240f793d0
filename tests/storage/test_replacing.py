"""What other programs do to a file while it is replaced, on every kind of file system."""

import errno
import os
import stat
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from threading import Thread

import pytest

from l10n_tool.errors import FileError
from l10n_tool.storage import leasing, replacing, rewrite, swapping, write_bytes
from storing import failing, names_in


def _no_exchange(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(swapping, "_renameat2", lambda: None)


def _no_links(monkeypatch: pytest.MonkeyPatch) -> None:
    _no_exchange(monkeypatch)
    monkeypatch.setattr(os, "link", failing(errno.EPERM))


def _all_there(_: pytest.MonkeyPatch) -> None:
    return


#: What a file system can do, from most to least.
SYSTEMS = [_all_there, _no_exchange, _no_links]
Able = Callable[[pytest.MonkeyPatch], None]


def _save(path: Path, way: str) -> None:
    if way == "in place":
        path.write_bytes(b"theirs")
        return
    other = path.with_name("other")
    other.write_bytes(b"theirs")
    other.replace(path)


def _beside(action: Callable[[], None]) -> None:
    """Let another program do something, until it has, or waits for us."""
    thread = Thread(target=action)
    thread.start()
    thread.join(0.1)


@pytest.mark.parametrize("able", SYSTEMS)
def test_a_file_is_written_on_every_file_system(able: Able, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A new one and one that is there."""
    able(monkeypatch)

    write_bytes(tmp_path / "fr.po", b"before", new=True)
    rewrite(tmp_path / "fr.po", lambda now: now + b" and after")

    assert (tmp_path / "fr.po").read_bytes() == b"before and after"
    assert names_in(tmp_path) == ["fr.po"]


@pytest.mark.parametrize("way", ["in place", "rename"])
@pytest.mark.parametrize("able", SYSTEMS)
def test_a_save_while_the_change_is_made_is_seen(
    able: Able, way: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The change is made again, with what was saved."""
    able(monkeypatch)
    path = tmp_path / "fr.po"
    path.write_bytes(b"read")
    seen: list[bytes] = []

    def make(now: bytes) -> bytes:
        seen.append(now)
        if len(seen) == 1:
            _save(path, way)
        return now + b" and ours"

    assert rewrite(path, make)

    assert seen == [b"read", b"theirs"]
    assert path.read_bytes() == b"theirs and ours"
    assert names_in(tmp_path) == ["fr.po"]


@pytest.mark.parametrize("way", ["in place", "rename"])
@pytest.mark.parametrize("lent", [True, False], ids=["lent", "not lent"])
@pytest.mark.parametrize("call", ["_rename", "link"])
def test_a_save_after_the_last_look_is_seen(
    call: str, way: str, lent: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With an exchange of files, or with second names for them; also where the system tells of no other program."""
    if call == "link":
        _no_exchange(monkeypatch)
    if not lent:
        monkeypatch.setattr(leasing, "_borrow", lambda *_: False)
    path = tmp_path / "fr.po"
    path.write_bytes(b"read")
    seen: list[bytes] = []
    real = getattr(swapping, call)

    def moved(*arguments: object) -> bool:
        if len(seen) == 1:
            _beside(lambda: _save(path, way))
        return bool(real(*arguments))

    monkeypatch.setattr(swapping, call, moved)

    def make(now: bytes) -> bytes:
        seen.append(now)
        return now + b" and ours"

    assert rewrite(path, make)

    assert path.read_bytes() == b"theirs and ours"
    assert names_in(tmp_path) == ["fr.po"]


@pytest.mark.parametrize("able", SYSTEMS[:2])
@pytest.mark.parametrize("moment", ["before", "after"])
def test_an_interrupt_at_any_call_leaves_the_file_whole(
    moment: str, able: Able, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Control-C before or after each of the calls that change something: old bytes or new ones, and nothing beside."""
    able(monkeypatch)
    path = tmp_path / "fr.po"
    points = 0
    while True:
        path.write_bytes(b"before")
        with monkeypatch.context() as patch:
            counter = _Interrupting(patch, points, moment)
            with suppress(KeyboardInterrupt):
                write_bytes(path, b"after")
        assert path.read_bytes() in {b"before", b"after"}
        assert names_in(tmp_path) == ["fr.po"]
        if counter.count <= points:
            break
        points += 1

    assert points >= 7


class _Interrupting:
    """Raises KeyboardInterrupt before or after one of the calls that change something."""

    def __init__(self, patch: pytest.MonkeyPatch, at: int, moment: str) -> None:
        self.count, self._at, self._moment = 0, at, moment
        for name in ("write", "fsync", "fchmod", "rename", "replace", "link", "unlink"):
            patch.setattr(os, name, self._around(getattr(os, name)))
        patch.setattr(swapping, "_rename", self._around(swapping._rename))

    def _around(self, real: Callable[..., object]) -> Callable[..., object]:
        def call(*arguments: object) -> object:
            self.count += 1
            mine = self.count == self._at + 1
            if mine and self._moment == "before":
                raise KeyboardInterrupt
            result = real(*arguments)
            if mine:
                raise KeyboardInterrupt
            return result

        return call


@pytest.mark.parametrize("able", SYSTEMS[:2])
def test_a_folder_that_cannot_be_synced_gives_the_old_bytes_back(
    able: Able, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The new ones are in their place by then, but nobody knows whether they would stay."""
    able(monkeypatch)
    path = tmp_path / "fr.po"
    path.write_bytes(b"before")
    real = os.fsync

    def fsync(handle: int) -> None:
        if stat.S_ISDIR(os.fstat(handle).st_mode):
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        real(handle)

    monkeypatch.setattr(os, "fsync", fsync)

    with pytest.raises(FileError, match="Input/output error"):
        write_bytes(path, b"after")
    with pytest.raises(FileError, match="Input/output error"):
        write_bytes(tmp_path / "new.po", b"after")

    assert path.read_bytes() == b"before"
    assert names_in(tmp_path) == ["fr.po"]


def test_a_program_that_saves_is_waited_for(tmp_path: Path) -> None:
    """Half of what it saves is there, and would be taken for all of it."""
    path = tmp_path / "fr.po"
    path.write_bytes(b"before")
    seen: list[bytes] = []

    def make(now: bytes) -> bytes:
        seen.append(now)
        return now + b" and ours"

    with path.open("wb", buffering=0) as editor:
        editor.write(b"half ")
        ours = Thread(target=rewrite, args=(path, make))
        ours.start()
        ours.join(0.1)
        editor.write(b"and half")
    ours.join()

    assert seen == [b"half and half"]
    assert path.read_bytes() == b"half and half and ours"


def test_a_program_that_does_not_come_to_its_end_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """After the time is up, and nothing was written."""
    monkeypatch.setenv("L10N_TOOL_LOCK_TIMEOUT", "0.02")
    path = tmp_path / "fr.po"

    with path.open("wb", buffering=0) as editor:
        editor.write(b"half")
        with pytest.raises(FileError, match=r"fr\.po: another program has it open for writing"):
            write_bytes(path, b"ours")

    assert path.read_bytes() == b"half"
    assert names_in(tmp_path) == ["fr.po"]


def test_a_program_that_saves_all_the_time_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It would never come to an end."""
    path = tmp_path / "fr.po"
    path.write_bytes(b"0")

    def make(now: bytes) -> bytes:
        path.write_bytes(b"%d" % (int(now) + 1))
        return b"ours"

    with pytest.raises(FileError, match="saves it again and again"):
        rewrite(path, make)

    assert int(path.read_bytes()) > 1
    assert names_in(tmp_path) == ["fr.po"]


@pytest.mark.parametrize("what", ["removed", "folder", "link"])
def test_a_file_that_is_something_else_by_then_is_left_alone(what: str, tmp_path: Path) -> None:
    """Whoever did that had a reason."""
    path, elsewhere = tmp_path / "fr.po", tmp_path / "elsewhere"
    path.write_bytes(b"before")
    elsewhere.write_bytes(b"before")

    def make(now: bytes) -> bytes:
        path.unlink()
        if what == "folder":
            path.mkdir()
        elif what == "link":
            path.symlink_to("elsewhere")
        return now + b" and ours"

    with pytest.raises(FileError, match=r"fr\.po: "):
        rewrite(path, make)

    assert path.is_dir() == (what == "folder")
    assert path.is_symlink() == (what == "link")
    assert elsewhere.read_bytes() == b"before"
    assert names_in(tmp_path) == ["elsewhere", *([] if what == "removed" else ["fr.po"])]


def test_a_folder_that_comes_after_the_last_look_gets_its_place_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file and a folder can change places, too."""
    path = tmp_path / "fr.po"
    path.write_bytes(b"before")
    real = swapping.take_place

    def take_place(temporary: Path, target: Path, aside: Path) -> bool:
        path.unlink()
        path.mkdir()
        (path / "inside").write_bytes(b"theirs")
        return real(temporary, target, aside)

    monkeypatch.setattr(replacing, "take_place", take_place)

    with pytest.raises(FileError, match=r"fr\.po: cannot be written"):
        write_bytes(path, b"after")

    assert (path / "inside").read_bytes() == b"theirs"
    assert names_in(tmp_path) == ["fr.po"]


def test_a_file_that_was_removed_is_not_made_again(tmp_path: Path) -> None:
    """Whoever removed it had a reason."""
    with pytest.raises(FileError, match="was removed meanwhile"):
        rewrite(tmp_path / "fr.po", lambda now: now)

    assert names_in(tmp_path) == []


@pytest.mark.parametrize("able", SYSTEMS)
def test_a_new_file_takes_no_other_files_place(able: Able, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also not that of one which comes while it is written."""
    able(monkeypatch)
    path = tmp_path / "fr.po"
    real = os.fsync

    def fsync(handle: int) -> None:
        path.write_bytes(b"theirs")
        real(handle)

    monkeypatch.setattr(os, "fsync", fsync)

    with pytest.raises(FileError, match="is there already"):
        write_bytes(path, b"ours", new=True)

    assert path.read_bytes() == b"theirs"
    assert names_in(tmp_path) == ["fr.po"]


def test_a_pipe_is_not_rewritten(tmp_path: Path) -> None:
    """What was in it is gone when it was read."""
    os.mkfifo(tmp_path / "pipe")

    with pytest.raises(FileError, match="is no regular file"):
        rewrite(tmp_path / "pipe", lambda now: now)
