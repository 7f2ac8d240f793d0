"""One file at a time: written whole or not at all, never outside the project, with its mode and its links."""

import errno
import os
import stat
from pathlib import Path

import pytest

from l10n_tool.errors import ExitCode, FileError
from l10n_tool.storage import read_bytes, reading, staging, write_bytes
from storing import failing, names_in


def test_a_file_is_written_with_its_folders(tmp_path: Path) -> None:
    """And nothing else is left beside it."""
    path = tmp_path / "locales" / "fr" / "messages.po"

    changed = write_bytes(path, b"x", root=tmp_path)

    assert changed
    assert path.read_bytes() == b"x"
    assert names_in(path.parent) == ["messages.po"]


@pytest.mark.parametrize("call", ["fsync", "rename", "fchmod", "write"])
@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EIO, errno.EACCES])
def test_a_write_that_fails_leaves_the_file_as_it_was(
    call: str, code: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A full disk costs nothing: the old bytes stand, and no temporary file is left."""
    path = tmp_path / "fr.po"
    path.write_bytes(b"before")
    monkeypatch.setattr(os, call, failing(code))

    with pytest.raises(FileError) as caught:
        write_bytes(path, b"after")

    monkeypatch.undo()
    assert str(caught.value) == f"{path}: cannot be written: {os.strerror(code)}"
    assert caught.value.exit_code == ExitCode.FILE
    assert path.read_bytes() == b"before"
    assert names_in(tmp_path) == ["fr.po"]


def test_a_write_that_is_interrupted_leaves_the_file_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Control-C between any two steps."""
    path = tmp_path / "fr.po"
    path.write_bytes(b"before")

    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupt)

    with pytest.raises(KeyboardInterrupt):
        write_bytes(path, b"after")

    assert path.read_bytes() == b"before"
    assert names_in(tmp_path) == ["fr.po"]


def test_a_folder_that_cannot_be_synced_is_no_failure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The file itself is safe by then; some file systems cannot do more."""
    real = os.fsync

    def fsync(handle: int) -> None:
        if stat.S_ISDIR(os.fstat(handle).st_mode):
            raise OSError(errno.EINVAL, "no")
        real(handle)

    monkeypatch.setattr(os, "fsync", fsync)

    assert write_bytes(tmp_path / "fr.po", b"x")


@pytest.mark.parametrize("mode", [0o600, 0o640, 0o644, 0o755])
def test_the_mode_of_a_file_is_kept(mode: int, tmp_path: Path) -> None:
    """A private file stays private."""
    path = tmp_path / "fr.po"
    path.write_bytes(b"before")
    path.chmod(mode)

    write_bytes(path, b"after")

    assert stat.S_IMODE(path.stat().st_mode) == mode


def test_a_file_is_never_more_readable_while_it_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The temporary file has the old one's mode before it has a byte of text."""
    path = tmp_path / "fr.po"
    path.write_bytes(b"before")
    path.chmod(0o600)
    seen: list[int] = []
    real = os.fsync

    def fsync(handle: int) -> None:
        seen.append(stat.S_IMODE(os.fstat(handle).st_mode))
        real(handle)

    monkeypatch.setattr(os, "fsync", fsync)

    write_bytes(path, b"after")

    assert seen[0] == 0o600


def test_a_new_file_gets_the_mode_that_the_umask_leaves(tmp_path: Path) -> None:
    """As any other program would make it."""
    before = os.umask(0o027)
    try:
        write_bytes(tmp_path / "fr.po", b"x")
    finally:
        os.umask(before)

    assert stat.S_IMODE((tmp_path / "fr.po").stat().st_mode) == 0o640


def test_a_link_inside_the_project_stays_a_link(tmp_path: Path) -> None:
    """The file that it leads to is written."""
    (tmp_path / "real.po").write_bytes(b"before")
    link = tmp_path / "fr.po"
    link.symlink_to("real.po")

    write_bytes(link, b"after", root=tmp_path)

    assert link.is_symlink()
    assert (tmp_path / "real.po").read_bytes() == b"after"
    assert names_in(tmp_path) == ["fr.po", "real.po"]


@pytest.mark.parametrize("kind", ["file", "folder", "dangling", "dots", "absolute", "sibling"])
def test_nothing_is_written_outside_the_project(kind: str, tmp_path: Path) -> None:
    """By no link, no '..', no folder whose name begins the same."""
    root, outside = tmp_path / "project", tmp_path / "project-two"
    root.mkdir()
    outside.mkdir()
    (outside / "fr.po").write_bytes(b"theirs")
    (root / "file.po").symlink_to(outside / "fr.po")
    (root / "folder").symlink_to(outside)
    (root / "dangling.po").symlink_to(outside / "none.po")
    path = {
        "file": root / "file.po",
        "folder": root / "folder" / "fr.po",
        "dangling": root / "dangling.po",
        "dots": root / "x" / ".." / ".." / "project-two" / "fr.po",
        "absolute": outside / "new.po",
        "sibling": Path(f"{root}-two") / "fr.po",
    }[kind]

    with pytest.raises(FileError, match="leads out of"):
        write_bytes(path, b"ours", root=root)

    assert names_in(outside) == ["fr.po"]
    assert (outside / "fr.po").read_bytes() == b"theirs"


def test_a_link_that_leads_to_itself_is_an_error_with_its_name(tmp_path: Path) -> None:
    """And no traceback."""
    path = tmp_path / "loop.po"
    path.symlink_to("loop.po")

    with pytest.raises(FileError, match=r"loop\.po"):
        read_bytes(path)
    with pytest.raises(FileError, match=r"loop\.po"):
        write_bytes(path, b"x", root=tmp_path)


def test_the_same_bytes_leave_the_modification_time(tmp_path: Path) -> None:
    """A run that changes nothing touches nothing."""
    path = tmp_path / "fr.po"
    path.write_bytes(b"same")
    os.utime(path, ns=(10**18, 10**18))

    changed = write_bytes(path, b"same")

    assert not changed
    assert path.stat().st_mtime_ns == 10**18


@pytest.mark.parametrize("code", [errno.EACCES, errno.EROFS, errno.EPERM])
def test_a_folder_that_cannot_be_written_is_named(code: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One line with the file and the cause; the permission is taken by hand, for root may write anywhere."""
    monkeypatch.setattr(os, "open", failing(code))

    with pytest.raises(FileError) as caught:
        write_bytes(tmp_path / "fr.po", b"x")

    assert str(caught.value) == f"{tmp_path / 'fr.po'}: cannot be written: {os.strerror(code)}"


def test_a_folder_in_the_place_of_a_file_is_named(tmp_path: Path) -> None:
    """Reading and writing."""
    (tmp_path / "fr.po").mkdir()

    for act in (read_bytes, lambda path: write_bytes(path, b"x")):
        with pytest.raises(FileError, match=r"fr\.po"):
            act(tmp_path / "fr.po")


def test_a_file_in_the_place_of_a_folder_is_named(tmp_path: Path) -> None:
    """The parent of a new file is a file."""
    (tmp_path / "fr").write_bytes(b"")

    with pytest.raises(FileError, match=r"fr.messages\.po"):
        write_bytes(tmp_path / "fr" / "messages.po", b"x")


def test_a_file_that_is_not_there_is_named_with_a_hint(tmp_path: Path) -> None:
    """The commonest mistake is a wrong folder."""
    with pytest.raises(FileError) as caught:
        read_bytes(tmp_path / "none.po")

    assert (
        str(caught.value)
        == f"{tmp_path / 'none.po'}: No such file or directory\n  Check the name, and the folder you are in."
    )


def test_a_name_that_no_file_can_have_is_an_error_with_its_name(tmp_path: Path) -> None:
    """NUL characters and names that are too long."""
    for name in ("a\0b", "x" * 300):
        with pytest.raises(FileError):
            read_bytes(tmp_path / name)
        with pytest.raises(FileError):
            write_bytes(tmp_path / name, b"", root=tmp_path)


def test_a_file_that_is_too_large_is_not_read(tmp_path: Path) -> None:
    """It would fill the memory before anybody knew."""
    path = tmp_path / "huge.po"
    with path.open("wb") as file:
        file.truncate(300 * 1024 * 1024)

    with pytest.raises(FileError, match="are more than"):
        read_bytes(path)


def test_a_pipe_or_device_is_written_to_and_not_replaced(tmp_path: Path) -> None:
    """``-o /dev/null`` must not make a file of it."""
    path = tmp_path / "pipe"
    os.mkfifo(path)
    handle = os.open(path, os.O_RDWR | os.O_NONBLOCK)

    changed = write_bytes(path, b"x")

    received = os.read(handle, 10)
    os.close(handle)
    assert changed
    assert received == b"x"
    assert stat.S_ISFIFO(path.stat().st_mode)


def test_a_file_that_may_not_be_written_is_left_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that takes its place would need no right to it; the cause is the system's own."""
    path = tmp_path / "fr.po"
    path.write_bytes(b"before")
    real = os.open

    def refuse(name: Path, flags: int, *rest: int) -> int:
        if flags & os.O_WRONLY and name == path:
            raise OSError(errno.EROFS, os.strerror(errno.EROFS))
        return real(name, flags, *rest)

    monkeypatch.setattr(os, "access", lambda *_: False)
    monkeypatch.setattr(os, "open", refuse)

    with pytest.raises(FileError, match="Read-only file system"):
        write_bytes(path, b"after")

    monkeypatch.undo()
    assert path.read_bytes() == b"before"
    assert names_in(tmp_path) == ["fr.po"]


@pytest.mark.parametrize(("mode", "kept"), [(0o4755, 0o755), (0o2664, 0o644), (0o640, 0o600), (0o604, 0o604)])
def test_rights_are_not_given_to_another_owner(
    mode: int, kept: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where owner and group cannot be kept, nobody gets by the file what was another's."""
    old = os.stat_result((mode | stat.S_IFREG, 0, 0, 1, os.getuid() + 1, os.getgid() + 1, 0, 0, 0, 0))
    monkeypatch.setattr(os, "fchown", failing(errno.EPERM))

    staging.write_temporary(tmp_path / "x", b"x", old, synced=False)

    assert stat.S_IMODE((tmp_path / "x").stat().st_mode) == kept


def test_special_rights_are_kept_with_the_owner(tmp_path: Path) -> None:
    """Also those that a change of owner would take away."""
    path = tmp_path / "fr.po"
    path.write_bytes(b"before")
    path.chmod(0o2755)
    mode = path.stat().st_mode

    write_bytes(path, b"after")

    assert path.stat().st_mode == mode


def test_another_name_of_a_file_keeps_the_old_bytes(tmp_path: Path) -> None:
    """A file that has two names, as in a backup of hard links, is parted and not written through."""
    path, backup = tmp_path / "fr.po", tmp_path / "backup.po"
    path.write_bytes(b"before")
    backup.hardlink_to(path)

    write_bytes(path, b"after")

    assert (path.read_bytes(), backup.read_bytes()) == (b"after", b"before")


@pytest.mark.parametrize(
    "name",
    ["x" * 255, "\u0444" * 127, "\U0001f4da" * 63, os.fsdecode(b"fr\xff.po"), os.fsdecode(b"\xff" * 255), "a b\nc.po"],
    ids=["long", "long, two bytes", "long, four bytes", "no UTF-8", "long, no UTF-8", "odd"],
)  # fmt: skip
def test_any_name_that_a_file_can_have_can_be_written(name: str, tmp_path: Path) -> None:
    """The names beside it are made of it and must be names as well, of at most 255 bytes."""
    path = tmp_path / name
    write_bytes(path, b"before")

    write_bytes(path, b"after")

    assert path.read_bytes() == b"after"
    assert names_in(tmp_path) == [name]


def test_a_file_is_written_through_a_linked_folder(tmp_path: Path) -> None:
    """Two paths to one file lead to one folder, which is the one that is locked and written to."""
    (tmp_path / "real").mkdir()
    (tmp_path / "real" / "fr.po").write_bytes(b"before")
    (tmp_path / "linked").symlink_to("real")

    write_bytes(tmp_path / "linked" / "fr.po", b"after", root=tmp_path)

    assert (tmp_path / "linked").is_symlink()
    assert (tmp_path / "real" / "fr.po").read_bytes() == b"after"
    assert names_in(tmp_path / "real") == ["fr.po"]


def test_new_folders_last_as_well(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder is in the folder above it, which has to be synced for it."""
    synced: list[str] = []
    real = os.fsync

    def fsync(handle: int) -> None:
        synced.append(str(Path(f"/proc/self/fd/{handle}").readlink()))
        real(handle)

    monkeypatch.setattr(os, "fsync", fsync)

    write_bytes(tmp_path / "locales" / "fr" / "messages.po", b"x")

    folders = [path for path in synced if Path(path).is_dir()]
    assert folders == [str(tmp_path), str(tmp_path / "locales"), str(tmp_path / "locales" / "fr")]


@pytest.mark.parametrize("call", ["write", "fsync", "fchmod"])
def test_a_temporary_file_that_cannot_be_written_is_removed(
    call: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By whoever wrote it."""
    monkeypatch.setattr(os, call, failing(errno.EIO))

    with pytest.raises(OSError, match="Input/output error"):
        staging.write_temporary(tmp_path / "x", b"x", tmp_path.stat(), synced=True)

    assert names_in(tmp_path) == []


def test_a_device_without_an_end_is_not_read_for_ever(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A link in somebody's branch may lead to one."""
    path = tmp_path / "terms.csv"
    path.symlink_to("/dev/zero")
    monkeypatch.setattr(reading, "_LARGEST", 4 << 20)

    with pytest.raises(FileError, match=r"terms\.csv: it has more than the 4194304 bytes that are read"):
        read_bytes(path)
