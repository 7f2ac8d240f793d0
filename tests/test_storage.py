"""Files: written whole or not at all, never outside the project, never over somebody else's work."""

import errno
import os
import socket
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from l10n_tool.errors import ExitCode, FileError
from l10n_tool.storage import (
    OutputFolder,
    contained,
    find_files,
    find_names,
    read_bytes,
    relative_name,
    remove_file,
    replacing,
    rewrite,
    write_bytes,
)
from l10n_tool.storage.locking import locked


def _names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def _failing(code: int) -> Callable[..., Any]:
    def fail(*_: object, **__: object) -> None:
        raise OSError(code, os.strerror(code))

    return fail


def test_a_file_is_written_with_its_folders(tmp_path: Path) -> None:
    """And nothing else is left beside it."""
    path = tmp_path / "locales" / "fr" / "messages.po"

    changed = write_bytes(path, b"x", root=tmp_path)

    assert changed
    assert path.read_bytes() == b"x"
    assert _names(path.parent) == ["messages.po"]


@pytest.mark.parametrize("call", ["fsync", "rename", "fchmod", "write"])
@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EIO, errno.EACCES])
def test_a_write_that_fails_leaves_the_file_as_it_was(
    call: str, code: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A full disk costs nothing: the old bytes stand, and no temporary file is left."""
    path = tmp_path / "fr.po"
    path.write_bytes(b"before")
    monkeypatch.setattr(os, call, _failing(code))

    with pytest.raises(FileError) as caught:
        write_bytes(path, b"after")

    monkeypatch.undo()
    assert str(caught.value) == f"{path}: cannot be written: {os.strerror(code)}"
    assert caught.value.exit_code == ExitCode.FILE
    assert path.read_bytes() == b"before"
    assert _names(tmp_path) == ["fr.po"]


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
    assert _names(tmp_path) == ["fr.po"]


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
    assert _names(tmp_path) == ["fr.po", "real.po"]


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
    with pytest.raises(FileError, match="leads out of"):
        remove_file(path, root=root)

    assert _names(outside) == ["fr.po"]
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


@pytest.mark.parametrize("in_place", [True, False])
@pytest.mark.parametrize("moment", ["while it is made", "after the look"])
def test_an_editors_save_is_seen_and_the_change_made_again(
    in_place: bool, moment: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An editor takes no lock, and may save between any two of our steps."""
    path = tmp_path / "fr.po"
    path.write_bytes(b"read")

    def save() -> None:
        if in_place:
            path.write_bytes(b"theirs")
        else:
            other = tmp_path / "other"
            other.write_bytes(b"theirs")
            other.replace(path)

    seen: list[bytes] = []

    def make(now: bytes) -> bytes:
        seen.append(now)
        if len(seen) == 1 and moment == "while it is made":
            save()
        return now + b" and ours"

    real = replacing._rename

    def rename(source: Path, target: Path, flags: int) -> bool:
        if len(seen) == 1:
            save()
        return real(source, target, flags)

    if moment == "after the look":
        monkeypatch.setattr(replacing, "_rename", rename)

    assert rewrite(path, make)

    assert seen == [b"read", b"theirs"]
    assert path.read_bytes() == b"theirs and ours"
    assert _names(tmp_path) == ["fr.po"]


def test_a_file_that_was_removed_meanwhile_is_not_made_again(tmp_path: Path) -> None:
    """Whoever removed it had a reason."""
    with pytest.raises(FileError, match="was removed meanwhile"):
        rewrite(tmp_path / "fr.po", lambda now: now)

    assert _names(tmp_path) == []


def test_a_new_file_takes_no_other_files_place(tmp_path: Path) -> None:
    """Also not one that came a moment ago."""
    (tmp_path / "fr.po").write_bytes(b"theirs")

    with pytest.raises(FileError, match="is there already"):
        write_bytes(tmp_path / "fr.po", b"ours", new=True)

    assert (tmp_path / "fr.po").read_bytes() == b"theirs"


def test_who_holds_a_folder_is_named(tmp_path: Path) -> None:
    """After the time is up, and nothing was written."""
    holder = f"process {os.getpid()} .*has been writing here for 0 s"

    with locked(tmp_path), pytest.raises(FileError, match=holder), locked(tmp_path, timeout=0):
        raise AssertionError


@pytest.mark.parametrize("code", [errno.EACCES, errno.EROFS, errno.EPERM])
def test_a_folder_that_cannot_be_written_is_named(code: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One line with the file and the cause; the permission is taken by hand, for root may write anywhere."""
    monkeypatch.setattr(os, "open", _failing(code))

    with pytest.raises(FileError) as caught:
        write_bytes(tmp_path / "fr.po", b"x")

    assert str(caught.value) == f"{tmp_path / 'fr.po'}: cannot be written: {os.strerror(code)}"


def test_a_folder_in_the_place_of_a_file_is_named(tmp_path: Path) -> None:
    """Reading, writing and removing."""
    (tmp_path / "fr.po").mkdir()

    for act in (read_bytes, lambda path: write_bytes(path, b"x"), lambda path: remove_file(path, root=tmp_path)):
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


def test_removing_says_whether_there_was_anything(tmp_path: Path) -> None:
    """A file once, then no more."""
    (tmp_path / "x").write_bytes(b"")

    assert remove_file(tmp_path / "x", root=tmp_path)
    assert not remove_file(tmp_path / "x", root=tmp_path)


def test_files_are_found_once_and_sorted(tmp_path: Path) -> None:
    """By name, whatever order the file system has."""
    for name in ("b.md", "a.md", "sub/c.md", "sub/deep/d.md", "x.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(b"")

    found = find_files(tmp_path, ["**/*.md", "*.md", "sub/*.md"])

    assert [relative_name(path, tmp_path) for path in found] == ["a.md", "b.md", "sub/c.md", "sub/deep/d.md"]


def test_hidden_and_outside_files_are_left_out(tmp_path: Path) -> None:
    """Names that begin with a dot, links that lead out, folders, and '..' in a pattern."""
    root, outside = tmp_path / "project", tmp_path / "outside"
    for path in (root / ".hidden.md", root / ".git" / "x.md", root / "ok.md", outside / "secret.md"):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"")
    (root / "link.md").symlink_to(outside / "secret.md")
    (root / "folder").symlink_to(outside)
    (root / "dir.md").mkdir()
    (root / "inside.md").symlink_to("ok.md")

    found = find_files(root, ["**/*.md", "../outside/*.md", "x/../../outside/*.md", "folder/*.md", ".git/*.md"])

    assert [relative_name(path, root) for path in found] == ["inside.md", "ok.md"]


@pytest.mark.parametrize("pattern", ["/etc/*", "", "**x/*.md", "a\0b"])
def test_a_pattern_that_means_nothing_is_an_error_or_finds_nothing(pattern: str, tmp_path: Path) -> None:
    """And no traceback."""
    (tmp_path / "a.md").write_bytes(b"")

    try:
        found = find_files(tmp_path, [pattern])
    except FileError as error:
        assert str(tmp_path) in str(error) or pattern in str(error)  # noqa: PT017
        return

    assert found == []


def test_containment_follows_links_and_compares_whole_names(tmp_path: Path) -> None:
    """A common beginning of two names is no containment."""
    (tmp_path / "a").mkdir()
    (tmp_path / "ab").mkdir()
    (tmp_path / "a" / "out").symlink_to(tmp_path / "ab")

    assert contained(tmp_path / "a", tmp_path / "a" / "x" / "y")
    assert contained(tmp_path / "a", tmp_path / "a" / "out" / ".." / "a")
    assert not contained(tmp_path / "a", tmp_path / "ab" / "x")
    assert not contained(tmp_path / "a", tmp_path / "a" / "out" / "x")


def test_names_in_references_are_relative_with_slashes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """So the same project gives the same bytes wherever it lies."""
    monkeypatch.chdir(tmp_path)

    assert relative_name(Path("source/a.md"), Path()) == "source/a.md"
    assert relative_name(tmp_path / "source" / ".." / "b.md", tmp_path) == "b.md"
    assert relative_name(Path("/elsewhere/c.md"), tmp_path) == "/elsewhere/c.md"


def test_no_test_reaches_the_network() -> None:
    """Only this machine's own addresses can be connected to."""
    with socket.socket() as out, pytest.raises(OSError, match="a test may not connect"):
        out.connect(("192.0.2.1", 80))
    with socket.socket() as inside, socket.create_server(("127.0.0.1", 0)) as server:
        inside.connect(server.getsockname())


@pytest.mark.parametrize(
    "pattern",
    ["*.md", "**/*.md", "a/**/*.md", "a/*.md",
     "*/c.md", "a/**", "**", "**/b/*", "?.md", "[ab].md", "[!a].md", "a/b/c.md",
     "a/[bc]*/**/*.txt", "*", "a*/*.m?", "x/*.md", "**/**/c.md"],
)  # fmt: skip
def test_patterns_mean_what_they_mean_to_pathlib(pattern: str, tmp_path: Path) -> None:
    """The library is the oracle."""
    for name in ("a.md", "b.md", "c.txt", "a/a.md", "a/b/c.md", "a/b/d.txt", "a/bb/e/f.txt", "b/c.md", "b/a/b/x.md"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(b"")
    # From Python 3.13 on, a pattern that ends in ** finds files too; before it found folders only.
    wanted = f"{pattern}/*" if pattern.endswith("**") else pattern

    found = find_names(tmp_path, pattern)

    expected = sorted(path.relative_to(tmp_path).as_posix() for path in tmp_path.glob(wanted) if path.is_file())
    assert found == expected


def test_an_output_is_written_once_and_then_left_alone(tmp_path: Path) -> None:
    """With its folders; the same bytes are no change, and the time stands."""
    folder = OutputFolder(tmp_path / "build")

    first = folder.write("de/a/page.html", b"x")
    stamp = (tmp_path / "build" / "de" / "a" / "page.html").stat().st_mtime_ns
    again = folder.write("de/a/page.html", b"x")
    other = OutputFolder(tmp_path / "build").write("de/a/page.html", b"y")
    folder.sync()

    assert (first, again, other) == (True, False, True)
    assert stamp
    assert _names(tmp_path / "build" / "de" / "a") == ["page.html"]


def test_no_output_is_written_through_a_link_that_leads_out(tmp_path: Path) -> None:
    """Neither a linked folder nor a linked file."""
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "x").write_bytes(b"old")
    root = tmp_path / "build"
    root.mkdir()
    (root / "de").symlink_to(outside)
    (root / "fr").mkdir()
    (root / "fr" / "x").symlink_to(outside / "x")

    for name in ("de/x", "fr/x", "../outside/x"):
        with pytest.raises(FileError, match="leads out"):
            OutputFolder(root).write(name, b"new")

    assert (outside / "x").read_bytes() == b"old"


@pytest.mark.parametrize("call", ["write", "open"])
def test_an_output_is_whole_or_not_there(call: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A full disk leaves the old file, no rest of the new one, and one line that says why."""
    folder = OutputFolder(tmp_path)
    folder.write("a.md", b"old")
    if call == "write":
        monkeypatch.setattr(os, "write", _failing(errno.ENOSPC))
    else:
        monkeypatch.setattr(Path, "open", _failing(errno.EACCES))

    with pytest.raises(FileError, match=r"a\.md: cannot be written"):
        folder.write("a.md", b"new")

    monkeypatch.undo()
    assert (tmp_path / "a.md").read_bytes() == b"old"
    assert _names(tmp_path) == ["a.md"]
