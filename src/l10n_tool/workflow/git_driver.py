"""Telling git to merge catalogues by entry (gitattributes(5), "Defining a custom merge driver").

``.gitattributes`` is committed and says which files; how they are merged stands in the configuration of each clone,
since git runs no command that comes with a repository.
"""

import os
import shlex
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from l10n_tool.errors import UsageError
from l10n_tool.storage import rewrite, write_bytes

__all__ = ["Installed", "install_driver"]

_DRIVER: Final = "l10n-tool"
_ATTRIBUTES: Final = ("*.po merge=l10n-tool", "*.pot merge=l10n-tool")
_TITLE: Final = "gettext catalogues, by entry"


@dataclass(frozen=True, slots=True)
class Installed:
    """The attributes file, whether it changed, and the command that git runs."""

    attributes: Path
    changed: bool
    command: str


def install_driver(folder: Path, program: str, *, fail_on_conflict: bool = False) -> Installed:
    """Have the repository of this folder merge its catalogues with ``program``. Raises UsageError outside of one.

    Doing it again changes nothing, and what else stands in the files is kept.
    """
    top = Path(os.fsdecode(_git(folder, "rev-parse", "--show-toplevel").removesuffix(b"\n")))
    option = " --fail-on-conflict" if fail_on_conflict else ""
    # git puts a quoted path for %P, and plain names of its own for the others; a percent sign of ours is doubled.
    command = f"{shlex.quote(program).replace('%', '%%')} merge %O %A %B --name %P{option}"
    attributes = top / ".gitattributes"
    if attributes.exists():
        changed = rewrite(attributes, _with_attributes, root=top)
    else:
        changed = write_bytes(attributes, _with_attributes(b""), root=top, new=True)
    for name, value in (("name", _TITLE), ("driver", command)):
        _git(top, "config", "--local", "--replace-all", f"merge.{_DRIVER}.{name}", value)
    return Installed(attributes, changed, command)


def _with_attributes(now: bytes) -> bytes:
    """Return the attributes with ours at the end, where they count, unless they stand there already."""
    newline = b"\r\n" if b"\r\n" in now else b"\n"
    have = {b" ".join(line.split()) for line in now.splitlines()}
    missing = [line.encode() for line in _ATTRIBUTES if line.encode() not in have]
    if missing and now and not now.endswith(b"\n"):
        now += newline
    return now + b"".join(line + newline for line in missing)


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
