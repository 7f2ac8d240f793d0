"""A call that fails ends the command with one line that says why, and with every byte as it was."""

import errno
import os
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

import pytest

from durability.cases import CASES, Case
from durability.shim import Plan, read_tree
from durability.trials import Outcome, Trials, files_of, left_in, put, timeless
from l10n_tool.errors import ExitCode

Begun = Callable[[str], dict[str, str]]
Counted = Callable[[str], Outcome]

CODES: Final = (errno.ENOSPC, errno.EIO, errno.EACCES, errno.EROFS)
#: What a run remembers: it may be lost without a word.
REMEMBERED: Final = ".l10n-tool"
_OURS_ALONE: Final = re.compile(r"l10n-(?:tmp|swap)|Traceback")
_ERROR: Final = re.compile(r"^error: .+: (?P<cause>[^:\n]+)$", re.MULTILINE)


@pytest.mark.parametrize("code", CODES, ids=errno.errorcode.__getitem__)
@pytest.mark.parametrize("name", CASES)
def test_a_failure_costs_nothing(
    name: str, code: int, begun: Begun, counted: Counted, trials: Trials, tmp_path: Path
) -> None:
    """A full disk, a broken one, a folder that may not be written to and a file system that nobody may."""
    case, whole = CASES[name], counted(name)
    problems = []
    for at in range(0, len(whole.calls), case.step):
        root = put(tmp_path / str(at) / "project", begun(name))
        problems += [
            f"{at} {whole.calls[at]}: {one}" for one in _problems(case, whole, Plan("fail", at, code), root, trials)
        ]

    assert problems == []


def _problems(case: Case, whole: Outcome, plan: Plan, root: Path, trials: Trials) -> list[str]:
    call, path = whole.calls[plan.at]
    outcome, after = trials.run(root, case.command, plan), read_tree(str(root))
    if path.startswith(REMEMBERED) or call == "sync":
        expected = whole.trees[-1]
        found = [] if outcome.code == case.ends else [f"ends with {outcome.code}: {outcome.err}"]
    else:
        expected = _last_quiet(whole, plan.at)
        found = _wrong_answers(outcome, os.strerror(plan.code))
    found += [f"{name} is left" for name in left_in(after)]
    different = [one for one in _differing(after, expected) if not _may_be_done(whole, plan.at, one, after.get(one))]
    return found + [f"{name} is not as it was" for name in different]


def _wrong_answers(outcome: Outcome, cause: str) -> list[str]:
    found = _ERROR.search(outcome.err)
    if outcome.code != ExitCode.FILE:
        return [f"ends with {outcome.code}: {outcome.err}"]
    if not found or found["cause"] != cause or _OURS_ALONE.search(found[0]):
        return [f"does not tell: {outcome.err}"]
    return []


def _last_quiet(whole: Outcome, at: int) -> Mapping[str, str]:
    """Return the files as they were the last time before a step when nothing was being written."""
    # A folder is synced when a file has its place already: that is one step with the rename before.
    last = at - 1 if whole.calls[at][0] == "fsync" and at else at
    return next(tree for tree in reversed(whole.trees[: last + 1]) if not left_in(tree))


def _may_be_done(whole: Outcome, at: int, name: str, text: str | None) -> bool:
    """Whether a file may be as the command makes it: what stood in its place was dropped before another's was."""
    call, path = whole.calls[at]
    folder, _, last = name.rpartition("/")
    return call == "unlink" and not path.startswith(f"{folder}/.{last}.") and text == whole.trees[-1].get(name)


def _differing(one: Mapping[str, str], other: Mapping[str, str]) -> list[str]:
    mine, theirs = timeless(files_of(one)), timeless(files_of(other))
    return sorted({name for name, _ in mine.items() ^ theirs.items()})
