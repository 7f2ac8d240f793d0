"""What a branch touched: the findings on entries that differ from those of a git revision.

A branch is held against the commit where it began, as a pull request shows it: what others changed meanwhile on the
branch it goes to is not its doing. Nothing but the four git commands here is run, and none of them runs a program that
the repository configures.
"""

import os
import re
import subprocess
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from l10n_tool.catalogue import Catalogue, Entry, parse_catalogue
from l10n_tool.catalogue.model import Key
from l10n_tool.checks.finding import Finding
from l10n_tool.errors import FileError, UsageError
from l10n_tool.project import Project
from l10n_tool.storage import read_bytes
from l10n_tool.workflow.check import Checked
from l10n_tool.workflow.targets import Target, targets

__all__ = ["only_changed"]

#: A hook of git names the repository by these, relative to another folder than that of a catalogue.
_OF_HOOKS: Final = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_COMMON_DIR")
#: Header fields that every save of an editor changes.
_VOLATILE: Final = ("PO-Revision-Date:", "POT-Creation-Date:")
#: What is said once of a catalogue as a whole, at some entry.
_OF_FILE: Final = frozenset({"completeness"})
_HEADER: Final[Key] = (None, "")
#: Of SHA-1, or of SHA-256 in a repository that has it.
_HASH: Final = re.compile(r"[0-9a-f]{40}(?:[0-9a-f]{24})?")

#: Whether a finding of a catalogue is about what changed.
_Wanted = Callable[[Finding], bool]


def only_changed(project: Project | None, names: Sequence[str], checked: Checked, revision: str) -> Checked:
    """Return the findings on entries that differ from those of a revision in sources, forms, flags or comments.

    A finding about the header counts if the header changed, one about the catalogue as a whole if anything in it
    did. All of a file counts that the revision does not have, and of one that cannot be read, then or now. Raises
    UsageError for an unknown revision, outside of a repository, and without git.
    """
    wanted = _by_file(targets(project, names), revision)
    findings = tuple(finding for finding in checked.findings if wanted[finding.file](finding))
    return replace(checked, findings=findings)


def _by_file(chosen: Iterable[Target], revision: str) -> Mapping[str, _Wanted]:
    starts: dict[Path, str] = {}
    found: dict[str, _Wanted] = {}
    for target in chosen:
        # Where a folder of the path is a link, git knows the file by the folder that it leads to.
        path = target.path.resolve()
        if path.parent not in starts:
            starts[path.parent] = _start(path.parent, revision)
        found[target.name] = _wanted(read_bytes(target.path), _before(path, starts[path.parent]))
    return found


def _wanted(now: bytes, before: bytes | None) -> _Wanted:
    """Return what to ask of the findings of a catalogue, by its bytes now and then."""
    if now == before:
        return lambda _: False
    new, old = _parsed(now), _parsed(before)
    if new is None or old is None:
        return lambda _: True
    changed = _changed(old, new)

    def wanted(finding: Finding) -> bool:
        return bool(changed) if finding.check in _OF_FILE else (finding.msgctxt, finding.msgid) in changed

    return wanted


def _parsed(data: bytes | None) -> Catalogue | None:
    try:
        return parse_catalogue(data) if data is not None else None
    except FileError:
        return None


def _changed(old: Catalogue, new: Catalogue) -> frozenset[Key]:
    """Return the keys of the entries of ``new`` that differ, that of the header among them."""
    before = {entry.key: _content(entry) for entry in old.messages}
    changed = {entry.key for entry in new.messages if before.get(entry.key) != _content(entry)}
    if _lasting(old.header) != _lasting(new.header):
        changed.add(_HEADER)
    return frozenset(changed)


def _content(entry: Entry) -> tuple[object, ...]:
    return entry.msgid_plural, entry.msgstr, entry.comments, frozenset(entry.flags)


def _lasting(header: Entry | None) -> tuple[object, ...]:
    """Return what a header says, without what every save of an editor changes."""
    if header is None:
        return ()
    fields = [line for text in header.msgstr for line in text.split("\n") if not line.startswith(_VOLATILE)]
    return (*fields, frozenset(header.flags))


def _start(folder: Path, revision: str) -> str:
    """Return the commit that a branch began with: the last one that it shares with a revision."""
    top = _git(folder, "rev-parse", "--show-toplevel")
    if top.returncode:
        said = top.stderr.decode(errors="replace").strip().partition("\n")[0]
        raise UsageError(f"{folder}: {said}", remedy="--changed compares with a revision of a git repository.")
    commit = _commit(folder, revision)
    if commit is None:
        remedy = "Fetch it first; actions/checkout fetches all of the history with fetch-depth: 0."
        raise UsageError(f"git knows no revision {revision!r}", remedy=remedy)
    shared = _git(folder, "merge-base", commit, "HEAD")
    # A clone without its history knows no commit that both share: then the revision itself is compared.
    return shared.stdout.decode("ascii").strip() or commit


def _commit(folder: Path, revision: str) -> str | None:
    """Return the hash of the commit that a person named, or None. No revision is taken for an option."""
    if "\0" in revision:
        return None
    found = _git(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    answer = found.stdout.decode("ascii", "replace").strip()
    return answer if _HASH.fullmatch(answer) else None


def _before(path: Path, commit: str) -> bytes | None:
    """Return the bytes of a file in a commit, None where it is not there."""
    listed = _git(path.parent, "--literal-pathspecs", "ls-tree", "-z", commit, "--", path.name).stdout
    kind, _, rest = listed.partition(b" ")[2].partition(b" ")
    if kind != b"blob":
        return None
    found = _git(path.parent, "cat-file", "blob", rest[: rest.index(b"\t")].decode("ascii"))
    return found.stdout if found.returncode == 0 else None


def _git(folder: Path, *arguments: str) -> "subprocess.CompletedProcess[bytes]":
    """Return what git answers. Raises UsageError where it cannot be run."""
    environment = {name: value for name, value in os.environ.items() if name not in _OF_HOOKS} | {"LC_ALL": "C"}
    command = ["git", "-C", str(folder), *arguments]
    try:
        return subprocess.run(command, capture_output=True, check=False, stdin=subprocess.DEVNULL, env=environment)
    except OSError as error:
        remedy = "Install git, or check without --changed."
        raise UsageError(f"git cannot be run: {error.strerror}", remedy=remedy) from None
