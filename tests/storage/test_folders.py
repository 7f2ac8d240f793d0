"""Many files below several roots, and in several processes: all of them or none, and nothing left elsewhere."""

import errno
import os
import resource
import signal
from collections.abc import Callable
from pathlib import Path

import pytest

from l10n_tool.errors import FileError
from l10n_tool.storage import OutputFolders, Staged, locking, reading, sharing
from l10n_tool.storage.locking import locked, locked_together
from storing import failing, names_in


@pytest.fixture(autouse=True)
def _fresh() -> None:
    """Let every test be the first to read in its folder."""
    reading._recover.cache_clear()


@pytest.fixture
def roots(tmp_path: Path) -> list[Path]:
    """Return three folders, each with a file."""
    found = [tmp_path / name for name in "abc"]
    for root in found:
        root.mkdir()
        (root / "page").write_bytes(b"old")
    return found


def _contents(roots: list[Path]) -> list[dict[str, bytes]]:
    return [{path.name: path.read_bytes() for path in root.iterdir()} for root in roots]


def _write(roots: list[Path]) -> None:
    with OutputFolders() as folders:
        for root in roots:
            folders.write(root, "page", b"new")


def test_files_below_several_roots_are_there_together(roots: list[Path]) -> None:
    """At the end, and none before."""
    with OutputFolders() as folders:
        answers = [folders.write(root, "page", b"new") for root in roots]
        folders.remove(roots[2], "page")
        between = [(root / "page").read_bytes() for root in roots]

    assert answers == [True] * 3
    assert between == [b"old"] * 3
    assert _contents(roots) == [{"page": b"new"}, {"page": b"new"}, {}]


def test_what_fails_below_one_root_gives_all_roots_back(roots: list[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    """The last of them cannot take its place."""
    real, seen = os.replace, []

    def replace(*names: str) -> None:
        seen.append(names)
        if len(seen) == len(roots):
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        real(*names)

    monkeypatch.setattr(os, "replace", replace)

    with pytest.raises(FileError, match="c/page: cannot be written: Input/output error"):
        _write(roots)

    monkeypatch.undo()
    assert _contents(roots) == [{"page": b"old"}] * 3


def test_no_file_of_one_root_is_written_into_another(roots: list[Path]) -> None:
    """Each may be written, but not by way of the other."""
    (roots[0] / "link").symlink_to(roots[1])
    (roots[0] / "one").symlink_to(roots[1] / "page")

    with OutputFolders() as folders:
        folders.write(roots[1], "page", b"new")
        for name in ("link/page", "one", "../b/page"):
            with pytest.raises(FileError, match="leads out of"):
                folders.write(roots[0], name, b"x")

    assert (roots[1] / "page").read_bytes() == b"new"


def test_one_root_under_two_names_is_locked_once(roots: list[Path]) -> None:
    """Else this process would wait for itself."""
    (roots[0].parent / "also").symlink_to(roots[0])

    with OutputFolders() as folders:
        folders.write(roots[0], "page", b"new")
        folders.write(roots[0].parent / "also", "other", b"new")

    assert names_in(roots[0]) == ["other", "page"]


def test_all_roots_are_locked_while_files_take_their_places(roots: list[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    """One that another command writes to keeps all of them as they are."""
    monkeypatch.setattr(locking, "patience", lambda: 0.02)

    with pytest.raises(FileError, match="has been writing here"), locked(roots[1]):
        _write(roots)

    assert _contents(roots) == [{"page": b"old"}] * 3


def test_locks_are_taken_in_one_order(roots: list[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever the order they are asked for in: two who want the same ones never wait for each other."""
    taken: list[Path] = []
    monkeypatch.setattr(locking, "_acquire", lambda _, folder, __: taken.append(folder))

    for order in (roots, roots[::-1]):
        with locked_together(order):
            pass

    assert taken[:3] == taken[3:]


def test_more_locks_are_held_than_files_may_be_open(tmp_path: Path) -> None:
    """As far as the system lets us; what it let us before is so again afterwards."""
    folders = [tmp_path / str(number) for number in range(150)]
    for folder in folders:
        folder.mkdir()
    before = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (120, before[1]))

    try:
        with locked_together(folders), pytest.raises(FileError), locked(folders[-1], timeout=0):
            pass
        after = resource.getrlimit(resource.RLIMIT_NOFILE)
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, before)

    assert after == (120, before[1])


def _in_a_fork(act: Callable[[], object]) -> None:
    """Do something in another process that is killed then."""
    child = os.fork()
    if not child:
        try:
            act()
        finally:
            os.kill(os.getpid(), signal.SIGKILL)
    os.waitpid(child, 0)


@pytest.mark.parametrize("tells", [True, False])
def test_what_a_killed_process_prepared_is_gone(
    tells: bool, roots: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    """In folders that only it knew of, and behind a link; also where the system has no way to tell of them."""
    (roots[0] / "far").mkdir()
    (roots[0] / "far" / "page").write_bytes(b"far")
    (roots[0] / "link").symlink_to("far/page")
    if not tells:
        monkeypatch.delattr(os, "memfd_create", raising=False)

    def work() -> None:
        folders.write(roots[0], "link", b"new")
        folders.write(roots[1], "deep/er/page", b"new")

    with OutputFolders() as folders:
        for root in roots:
            folders.write(root, "mine", b"new")
        _in_a_fork(work)
        assert [name.endswith(reading.TEMPORARY) for name in names_in(roots[1] / "deep" / "er")] == [True]
        assert names_in(roots[0] / "far") != ["page"]
        folders.discard()

    left = [path for root in roots for path in root.rglob("*") if path.name.endswith(reading.TEMPORARY)]
    assert left == []
    assert (roots[0] / "far" / "page").read_bytes() == b"far"


def test_only_folders_that_were_written_to_are_swept(roots: list[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    """A root may be a home: nobody looks through it when something fails."""
    (roots[0] / "private").mkdir()
    monkeypatch.setattr(os, "walk", failing(errno.EIO))
    real, listed = os.listdir, set()

    def listdir(folder: str) -> list[str]:
        listed.add(str(folder))
        return real(folder)

    with OutputFolders() as folders:
        folders.write(roots[0], "page", b"new")
        _in_a_fork(lambda: folders.write(roots[1], "sub/page", b"new"))
        monkeypatch.setattr(os, "listdir", listdir)
        folders.discard()

    monkeypatch.undo()
    assert listed == {str(roots[0]), str(roots[1] / "sub")}


def test_names_of_forked_processes_never_meet(roots: list[Path]) -> None:
    """Both count on from the same number, and both may prepare one file; what is taken over last counts."""
    reading_end, writing_end = os.pipe()

    def work() -> None:
        folders.write(roots[0], "page", b"theirs")
        ((temporary, root),) = folders.staged.values()
        os.write(writing_end, f"{temporary}\n{root}".encode())

    with OutputFolders() as folders:
        _in_a_fork(work)
        folders.write(roots[0], "page", b"mine")
        temporary, root = os.read(reading_end, 4096).decode().split("\n")
        assert len(names_in(roots[0])) == 3
        staged: Staged = {str(roots[0] / "page"): (temporary, root)}
        folders.adopt(staged)

    os.close(reading_end)
    os.close(writing_end)
    assert _contents(roots[:1]) == [{"page": b"theirs"}]


def test_no_handle_is_left_open(roots: list[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    """Whether all went well or not."""
    handles = Path("/proc/self/fd")
    before = names_in(handles)

    _write(roots)
    monkeypatch.setattr(os, "replace", failing(errno.EIO))
    (roots[0] / "page").write_bytes(b"changed")
    with pytest.raises(FileError):
        _write(roots)

    assert names_in(handles) == before


def test_words_of_other_processes_are_heard(tmp_path: Path) -> None:
    """In whatever order they come; its own it knows."""
    told = sharing.Told()
    told.open()
    told.tell("mine")

    _in_a_fork(lambda: told.tell(f"{tmp_path}/\u0444\n"))
    _in_a_fork(lambda: told.tell("\udcff"))

    assert told.words() == [f"{tmp_path}/\u0444\n", "\udcff"]
    told.close()
    assert told.words() is None
