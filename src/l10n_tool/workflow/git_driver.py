"""Telling git to merge catalogues by entry (gitattributes(5), "Defining a custom merge driver").

``.gitattributes`` is committed and says which files; how they are merged stands in the configuration of each clone,
since git runs no command that comes with a repository.
"""

import os
import shlex
import subprocess
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Final

from l10n_tool.errors import UsageError
from l10n_tool.storage import rewrite, write_bytes

__all__ = ["Installed", "install_driver"]

_DRIVER: Final = "l10n-tool"
_SETTING: Final = b"merge=l10n-tool"
#: The patterns of our lines, and a name that each of them means.
_PATTERNS: Final = ((b"*.po", b"x.po"), (b"*.pot", b"x.pot"))
_TITLE: Final = "gettext catalogues, by entry"


@dataclass(frozen=True, slots=True)
class Installed:
    """The attributes file, whether it changed, and the command that git runs."""

    attributes: Path
    changed: bool
    command: str


def install_driver(folder: Path, program: Sequence[str], *, fail_on_conflict: bool = False) -> Installed:
    """Have the repository of this folder merge its catalogues with ``program``, which is given as its words.

    Raises UsageError outside of a repository.

    Doing it again changes nothing, and what else stands in the files is kept.
    """
    top = Path(os.fsdecode(_git(folder, "rev-parse", "--show-toplevel").removesuffix(b"\n")))
    option = " --fail-on-conflict" if fail_on_conflict else ""
    # git puts a quoted path for %P, and plain names of its own for the others; a percent sign of ours is doubled.
    command = f"{shlex.join(program).replace('%', '%%')} merge %O %A %B --name %P{option}"
    attributes = top / ".gitattributes"
    if attributes.exists():
        changed = rewrite(attributes, _with_attributes, root=top)
    else:
        changed = write_bytes(attributes, _with_attributes(b""), root=top, new=True)
    for name, value in (("name", _TITLE), ("driver", command)):
        _git(top, "config", "--local", "--replace-all", f"merge.{_DRIVER}.{name}", value)
    return Installed(attributes, changed, command)


def _with_attributes(now: bytes) -> bytes:
    """Return the attributes with ours at the end, where they count, unless they are in force already."""
    newline = b"\r\n" if b"\r\n" in now else b"\n"
    lines = now.splitlines()
    missing = [pattern for pattern, name in _PATTERNS if _merge_setting(lines, name) != _SETTING]
    if missing and now and not now.endswith(b"\n"):
        now += newline
    return now + b"".join(b"%b %b%b" % (pattern, _SETTING, newline) for pattern in missing)


def _merge_setting(lines: Iterable[bytes], name: bytes) -> bytes:
    """Return how a file in the top folder is merged: of two lines about it git takes the last."""
    found = b""
    for line in lines:
        pattern, *attributes = line.split() or [b""]
        if fnmatchcase(name, pattern):
            found = next((one for one in reversed(attributes) if _is_about_merging(one)), found)
    return found


def _is_about_merging(attribute: bytes) -> bool:
    # "binary" is git's own word for -diff -merge -text.
    return attribute == b"binary" or attribute.partition(b"=")[0].lstrip(b"-!") == b"merge"


def _git(folder: Path, *arguments: str) -> bytes:
    """Return what git answers. Raises UsageError with git's own words where it refuses."""
    command = ["git", "-C", str(folder), *arguments]
    try:
        done = subprocess.run(command, capture_output=True, check=False, stdin=subprocess.DEVNULL)
    except OSError as error:
        remedy = "Install git, or call l10n-tool merge BASE OURS THEIRS from another version control."
        raise UsageError(f"git cannot be run: {error.strerror}", remedy=remedy) from None
    if done.returncode:
        said = done.stderr.decode(errors="replace").strip().partition("\n")[0] or f"exit code {done.returncode}"
        raise UsageError(
            f"{folder}: {said}", remedy="Call it in the working tree of a git repository, or name one with -C."
        )
    return done.stdout
