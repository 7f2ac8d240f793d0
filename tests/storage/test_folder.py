"""Many files: all of them or none."""

import errno
import os
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from l10n_tool.errors import FileError
from l10n_tool.storage import OutputFolder, flushing, locking
from l10n_tool.storage.locking import locked
from storing import failing, names_in


def _all_in(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }


def test_outputs_are_there_at_the_end(tmp_path: Path) -> None:
    """With their folders, and nothing else beside them."""
    with OutputFolder(tmp_path / "build") as folder:
        changed = folder.write("de/a/page.html", b"x")
        between = (tmp_path / "build" / "de" / "a" / "page.html").exists()

    assert changed
    assert not between
    assert _all_in(tmp_path / "build") == {"de/a/page.html": b"x"}


def test_the_same_bytes_are_no_change(tmp_path: Path) -> None:
    """The file is not touched."""
    path = tmp_path / "page.html"
    path.write_bytes(b"same")
    os.utime(path, ns=(10**18, 10**18))

    with OutputFolder(tmp_path) as folder:
        changed = folder.write("page.html", b"same")

    assert not changed
    assert path.stat().st_mtime_ns == 10**18


def test_what_is_prepared_last_counts(tmp_path: Path) -> None:
    """A file that is prepared twice, removed, or as it was after all."""
    (tmp_path / "old").write_bytes(b"old")
    (tmp_path / "page").write_bytes(b"page")

    with OutputFolder(tmp_path) as folder:
        folder.write("new", b"first")
        folder.write("new", b"second")
        folder.write("old", b"changed")
        folder.write("old", b"old")
        folder.remove("page")
        folder.write("page", b"page again")

    assert _all_in(tmp_path) == {"new": b"second", "old": b"old", "page": b"page again"}


def test_a_removed_file_is_gone_at_the_end(tmp_path: Path) -> None:
    """Whether there was one is known at once; a link is removed, and not what it leads to."""
    outside = tmp_path / "outside"
    outside.write_bytes(b"theirs")
    root = tmp_path / "build"
    root.mkdir()
    (root / "old").write_bytes(b"old")
    (root / "link").symlink_to(outside)

    with OutputFolder(root) as folder:
        answers = [folder.remove(name) for name in ("old", "none", "no/folder", "link")]
        assert names_in(root) == ["link", "old"]

    assert answers == [True, False, False, True]
    assert names_in(root) == []
    assert outside.read_bytes() == b"theirs"


def _write(root: Path, *names: str) -> None:
    with OutputFolder(root) as folder:
        for name in names:
            folder.write(name, b"new")


@pytest.mark.parametrize("at", range(1, 4))
@pytest.mark.parametrize("call", ["open", "write"])
def test_a_disk_that_is_full_leaves_all_outputs_as_they_were(
    call: str, at: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """At the first output or at the last."""
    (tmp_path / "1").write_bytes(b"old")
    real = getattr(os, call)
    seen: list[int] = []

    def fill(*arguments: object) -> object:
        if call == "write" or int(str(arguments[1])) & os.O_CREAT:
            seen.append(1)
        if len(seen) == at:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return real(*arguments)

    monkeypatch.setattr(os, call, fill)

    with pytest.raises(FileError) as caught:
        _write(tmp_path, "1", "2", "3")

    monkeypatch.undo()
    assert str(caught.value) == f"{tmp_path / str(at)}: cannot be written: No space left on device"
    assert _all_in(tmp_path) == {"1": b"old"}


@pytest.mark.parametrize("call", ["fsync", "link", "replace", "rename", "unlink"])
def test_a_failure_while_outputs_take_their_places_gives_them_back(
    call: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """At whatever call of this kind: what was there is there, and what was not is not."""
    before = {"1": b"old 1", "2": b"old 2", "4": b"old 4"}
    at, failed = 0, True
    while failed:
        root = tmp_path / str(at)
        root.mkdir()
        for name, data in before.items():
            (root / name).write_bytes(data)
        with monkeypatch.context() as patch:
            failed = _fails(root, patch, call, at)
        # What is dropped at the very end is dropped one by one.
        assert failed is False or _all_in(root) == before or (call == "unlink" and at)
        at += 1

    assert at > 1


def _fails(root: Path, patch: pytest.MonkeyPatch, call: str, at: int) -> bool:
    real = getattr(os, call)
    seen: list[int] = []

    def fail(*arguments: object) -> object:
        seen.append(1)
        if len(seen) == at + 1:
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        return real(*arguments)

    patch.setattr(os, call, fail)
    try:
        with OutputFolder(root) as folder:
            folder.write("1", b"new")
            folder.write("2", b"new")
            folder.write("3", b"new")
            folder.remove("4")
    except FileError as error:
        return error.message.endswith("cannot be written: Input/output error")
    return False


def _noted_calls(patch: pytest.MonkeyPatch) -> list[str]:
    """Return the list to which the calls that bring something to the disk or to its place are added."""
    calls: list[str] = []

    def noted(name: str, real: Callable[..., object]) -> Callable[..., object]:
        def call(*arguments: object) -> object:
            is_folder = name == "fsync" and stat.S_ISDIR(os.fstat(int(str(arguments[0]))).st_mode)
            calls.append("folder" if is_folder else name)
            return real(*arguments)

        return call

    for name in ("sync", "fsync", "replace"):
        patch.setattr(os, name, noted(name, getattr(os, name)))
    return calls


@pytest.mark.parametrize("count", [3, 30])
def test_outputs_are_on_the_disk_before_they_take_their_places(
    count: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And their folders after; many at once are given to the system at once, and each is asked for its failures."""
    monkeypatch.setattr(flushing, "_library", lambda: None)
    calls = _noted_calls(monkeypatch)

    with OutputFolder(tmp_path) as folder:
        for number in range(count):
            folder.write(str(number), b"x")

    assert calls == ["sync"] * (count > 16) + ["fsync"] * count + ["replace"] * count + ["folder"]


def test_many_folders_are_given_to_the_system_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As many files are."""
    for number in range(30):
        (tmp_path / str(number)).mkdir()
    monkeypatch.setattr(flushing, "_library", lambda: None)
    calls = _noted_calls(monkeypatch)

    with OutputFolder(tmp_path) as folder:
        for number in range(30):
            folder.write(f"{number}/page", b"x")

    expected = ["sync", *["fsync"] * 30, *["replace"] * 30, "sync", *["folder"] * 30]
    assert calls == expected


class _System:
    """A system whose ``syncfs`` gives an answer, and notes that it was called."""

    def __init__(self, calls: list[str], answer: int) -> None:
        self._calls, self._answer = calls, answer

    def syncfs(self, _: int) -> int:
        self._calls.append("syncfs")
        return self._answer


@pytest.mark.parametrize("answer", [0, -1])
def test_a_file_system_that_tells_is_asked_once(answer: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """For all its files; where it tells of a failure, each file is asked whether it is its own."""
    calls = _noted_calls(monkeypatch)
    monkeypatch.setattr(flushing, "_library", lambda: _System(calls, answer))
    monkeypatch.setattr(flushing, "_tells", lambda *_: True)

    with OutputFolder(tmp_path) as folder:
        for number in range(30):
            folder.write(str(number), b"x")

    asked = ["sync", *["fsync"] * 30] if answer else []
    assert calls == ["syncfs", *asked, *["replace"] * 30, "folder"]


def test_what_need_not_last_is_not_synced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is whole all the same."""
    monkeypatch.setattr(os, "fsync", failing(errno.EIO))

    with OutputFolder(tmp_path, lasting=False) as folder:
        folder.write("cache/x.json", b"{}")
        folder.write("cache/y.json", b"{}")

    assert _all_in(tmp_path) == {"cache/x.json": b"{}", "cache/y.json": b"{}"}


def _interrupted(root: Path) -> None:
    with OutputFolder(root) as folder:
        folder.write("1", b"new")
        folder.remove("1")
        folder.write("2", b"new")
        raise KeyboardInterrupt


def test_an_error_of_the_caller_leaves_all_as_it_was(tmp_path: Path) -> None:
    """Also an interrupt."""
    (tmp_path / "1").write_bytes(b"old")

    with pytest.raises(KeyboardInterrupt):
        _interrupted(tmp_path)

    assert _all_in(tmp_path) == {"1": b"old"}


def test_the_mode_of_an_output_is_kept(tmp_path: Path) -> None:
    """And one that is read-only is not written."""
    for name, mode in (("private", 0o600), ("open", 0o664)):
        (tmp_path / name).write_bytes(b"old")
        (tmp_path / name).chmod(mode)

    with OutputFolder(tmp_path) as folder:
        folder.write("private", b"new")
        folder.write("open", b"new")

    modes = [stat.S_IMODE((tmp_path / name).stat().st_mode) for name in ("private", "open")]
    assert modes == [0o600, 0o664]


def test_a_link_inside_the_folder_stays_a_link(tmp_path: Path) -> None:
    """The file that it leads to is written."""
    (tmp_path / "real").write_bytes(b"old")
    (tmp_path / "link").symlink_to("real")

    with OutputFolder(tmp_path) as folder:
        folder.write("link", b"new")

    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real").read_bytes() == b"new"


def test_no_output_is_written_through_a_link_that_leads_out(tmp_path: Path) -> None:
    """Neither a linked folder nor a linked file; none is removed behind a linked folder."""
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "x").write_bytes(b"old")
    root = tmp_path / "build"
    root.mkdir()
    (root / "de").symlink_to(outside)
    (root / "fr").mkdir()
    (root / "fr" / "x").symlink_to(outside / "x")

    for name in ("de/x", "fr/x", "../outside/x"):
        with pytest.raises(FileError, match="leads out"), OutputFolder(root) as folder:
            folder.write(name, b"new")
    for name in ("de/x", "../outside/x"):
        with pytest.raises(FileError, match="leads out"), OutputFolder(root) as folder:
            folder.remove(name)

    assert _all_in(outside) == {"x": b"old"}


@pytest.mark.parametrize("name", ["a/out/page", "a/out/deeper/page", "a/b/../out/page", "loop/page"])
def test_no_folder_on_the_way_may_lead_out(name: str, tmp_path: Path) -> None:
    """Nothing is written, nothing removed and no folder made out there, however far down the link is."""
    root, outside = tmp_path / "build", tmp_path / "outside"
    (root / "a" / "b").mkdir(parents=True)
    outside.mkdir()
    (outside / "page").write_bytes(b"theirs")
    (root / "a" / "out").symlink_to(outside)
    (root / "loop").symlink_to("loop")

    with OutputFolder(root) as folder:
        with pytest.raises(FileError, match=r"leads out|[Ll]oop"):
            folder.write(name, b"new")
        with pytest.raises(FileError, match="leads out"):
            folder.remove("a/out/page")

    assert _all_in(outside) == {"page": b"theirs"}
    assert names_in(outside) == ["page"]


def test_a_linked_folder_inside_is_written_into(tmp_path: Path) -> None:
    """Also by a link that leads out and in again."""
    root = tmp_path / "build"
    (root / "real").mkdir(parents=True)
    (root / "link").symlink_to("real")
    (root / "around").symlink_to(tmp_path / "build" / "real")

    with OutputFolder(root) as folder:
        folder.write("link/1", b"1")
        folder.write("around/deeper/2", b"2")

    assert _all_in(root / "real") == {"1": b"1", "deeper/2": b"2"}


@pytest.mark.parametrize("what", ["fr", "fr/pages"])
def test_a_folder_that_becomes_a_link_meanwhile_is_not_followed(what: str, tmp_path: Path) -> None:
    """What was prepared is not behind it: nothing takes a place out there, and nothing anywhere else."""
    root, outside = tmp_path / "build", tmp_path / "outside"
    (root / "fr" / "pages").mkdir(parents=True)
    (outside / "pages").mkdir(parents=True)
    (outside / "page").write_bytes(b"theirs")
    (outside / "pages" / "page").write_bytes(b"theirs")

    with OutputFolder(root) as folder:
        folder.write("de/page", b"new")
        folder.write("fr/pages/page", b"new")
        (root / what).rename(tmp_path / "moved")
        (root / what).symlink_to(outside)
        with pytest.raises(FileError, match="cannot be written: No such file"):
            folder.commit()

    assert _all_in(outside) == {"page": b"theirs", "pages/page": b"theirs"}
    assert names_in(root / "de") == []


def test_what_is_no_file_is_named(tmp_path: Path) -> None:
    """A folder or a pipe in the place of an output."""
    (tmp_path / "folder").mkdir()
    os.mkfifo(tmp_path / "pipe")

    with OutputFolder(tmp_path) as folder:
        for name in ("folder", "pipe"):
            with pytest.raises(FileError, match=name):
                folder.write(name, b"x")
        with pytest.raises(FileError, match="folder"):
            folder.remove("folder")


def test_two_builds_take_their_places_one_after_the_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The one that has waited too long leaves everything as it was; none waits to prepare."""
    monkeypatch.setattr(locking, "patience", lambda: 0.02)

    with pytest.raises(FileError, match="has been writing here"), locked(tmp_path), OutputFolder(tmp_path) as folder:
        folder.write("1", b"new")

    assert _all_in(tmp_path) == {}


def test_what_another_process_prepared_is_taken_over(tmp_path: Path) -> None:
    """It is the first process that ends the work."""
    other = OutputFolder(tmp_path)
    other.write("2", b"by the other")

    with OutputFolder(tmp_path) as folder:
        folder.write("1", b"by the first")
        folder.adopt(other.staged)

    assert _all_in(tmp_path) == {"1": b"by the first", "2": b"by the other"}
