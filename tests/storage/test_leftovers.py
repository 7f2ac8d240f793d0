"""What a killed command leaves, and what becomes of it: gone where it is ours, given back where it is somebody's."""

import os
import subprocess
import sys
from pathlib import Path
from zlib import crc32

import pytest

from l10n_tool.errors import FileError
from l10n_tool.storage import OutputFolder, read_bytes, reading, staging, write_bytes
from storing import names_in


@pytest.fixture(scope="module")
def gone() -> str:
    """Return what stands for a process that is no more."""
    script = "from l10n_tool.storage.staging import owner; print(owner())"
    return subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout.strip()


@pytest.fixture(autouse=True)
def _fresh() -> None:
    """Let every test be the first to read in its folder."""
    reading._recover.cache_clear()


def _short(data: bytes) -> str:
    return f"{crc32(data):08x}{len(data):08x}"


def _swap(target: Path, gone: str, was: bytes, ours: bytes, holds: bytes) -> Path:
    path = target.with_name(f".{staging.mark_of(target.name)}.{gone}-{_short(was)}{_short(ours)}{reading.SWAP}")
    path.write_bytes(holds)
    return path


def _temporary(target: Path, owner: str) -> Path:
    path = staging.temporary_path(target, f"{owner}-")
    path.write_bytes(b"hal")
    return path


@pytest.mark.parametrize("act", ["read", "write", "output"])
def test_half_a_file_of_a_killed_command_is_removed(act: str, gone: str, tmp_path: Path) -> None:
    """By the next that reads or writes in the folder."""
    path = tmp_path / "fr.po"
    path.write_bytes(b"before")
    _temporary(path, gone)

    if act == "read":
        read_bytes(path)
    elif act == "write":
        write_bytes(path, b"after")
    else:
        with OutputFolder(tmp_path) as folder:
            folder.write("other", b"x")

    assert [name for name in names_in(tmp_path) if name.startswith(".")] == []


def test_what_another_process_is_writing_is_left_alone(tmp_path: Path) -> None:
    """As long as it lives, it may still put it in its place; so is what only looks like ours."""
    path = tmp_path / "fr.po"
    path.write_bytes(b"before")
    left = [_temporary(path, staging.owner()).name, ".fr.po.l10n-tmp", ".x.1-2.l10n-tmp", ".y.a-b-c.l10n-tmp"]
    for name in left[1:]:
        (tmp_path / name).write_bytes(b"theirs")

    write_bytes(path, b"after")

    assert names_in(tmp_path) == sorted([*left, "fr.po"])


def test_a_process_is_known_by_its_number_and_its_beginning(tmp_path: Path) -> None:
    """In a container every command may have the same number."""
    number, _, birth = staging.owner().partition("-")

    assert int(number) == os.getpid()
    assert int(birth) > 0
    _temporary(tmp_path / "fr.po", f"{number}-{int(birth) + 1}")
    assert len(staging.leftovers(tmp_path)) == 1


def test_a_system_that_lists_no_processes_is_asked_for_them(tmp_path: Path, gone: str) -> None:
    """By their number alone: one that is there may be another by now, and its files stay."""
    _temporary(tmp_path / "fr.po", f"{gone.partition('-')[0]}-0")
    _temporary(tmp_path / "fr.po", f"{os.getpid()}-0")
    _temporary(tmp_path / "fr.po", f"{10**30}-0")

    assert len(staging.leftovers(tmp_path)) == 2


@pytest.mark.parametrize("holds", [b"was", b"ours"])
def test_a_file_that_was_about_to_change_places_is_removed(holds: bytes, gone: str, tmp_path: Path) -> None:
    """Whether it had or not: what the target holds is whole."""
    path = tmp_path / "fr.po"
    path.write_bytes(b"was" if holds == b"ours" else b"ours")
    _swap(path, gone, b"was", b"ours", holds)

    read_bytes(path)

    assert names_in(tmp_path) == ["fr.po"]


@pytest.mark.parametrize("name", ["fr.po", "x" * 200, "\u0444" * 120])
@pytest.mark.parametrize("act", ["read", "write"])
def test_an_editors_save_that_lost_its_place_gets_it_back(act: str, name: str, gone: str, tmp_path: Path) -> None:
    """An editor saved right before the exchange, and right after it the command was killed."""
    path = tmp_path / name
    path.write_bytes(b"ours")
    _swap(path, gone, b"was", b"ours", b"theirs")

    if act == "read":
        assert read_bytes(path) == b"theirs"
    else:
        assert write_bytes(path, b"ours again")

    assert path.read_bytes() == (b"theirs" if act == "read" else b"ours again")
    assert names_in(tmp_path) == [name]


def test_two_saves_are_left_to_their_author(gone: str, tmp_path: Path) -> None:
    """Nothing is written, and both are named; reading goes on."""
    path = tmp_path / "fr.po"
    path.write_bytes(b"theirs, later")
    left = _swap(path, gone, b"was", b"ours", b"theirs")

    assert read_bytes(path) == b"theirs, later"
    with pytest.raises(FileError, match=r"holds what another program saved as fr\.po"):
        write_bytes(path, b"ours again")

    assert path.read_bytes() == b"theirs, later"
    assert left.read_bytes() == b"theirs"


def test_the_same_save_twice_is_one(gone: str, tmp_path: Path) -> None:
    """What stands in the target is not lost with its copy."""
    path = tmp_path / "fr.po"
    path.write_bytes(b"theirs")
    _swap(path, gone, b"was", b"ours", b"theirs")

    assert read_bytes(path) == b"theirs"
    assert names_in(tmp_path) == ["fr.po"]


def test_long_names_with_the_same_start_are_told_apart(gone: str, tmp_path: Path) -> None:
    """What was left beside one is not put in the place of the other."""
    one, other = tmp_path / ("x" * 200 + "1"), tmp_path / ("x" * 200 + "2")
    one.write_bytes(b"ours")
    other.write_bytes(b"ours")
    _swap(one, gone, b"was", b"ours", b"theirs")

    assert read_bytes(one) == b"theirs"
    assert read_bytes(other) == b"ours"
