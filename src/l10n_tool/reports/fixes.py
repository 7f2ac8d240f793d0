"""What can be mended in catalogues, as a difference that people can read, also where nothing can be seen."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Final

from l10n_tool.printable import printable
from l10n_tool.reports.marked import MISSING, marked_lines
from l10n_tool.reports.table import Paint, plain

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from l10n_tool.workflow.fixing import Fix, FixedFile

__all__ = ["fixes_summary", "fixes_text", "written_text"]

_WIDTH: Final = 110
_PART: Final = re.compile(r"[^\W_]+|\s|.", re.DOTALL)
#: Comparing more parts than this would take long; such a change is marked from its beginning to its end.
_MOST_PARTS: Final = 400
_VOIDED: Final = "the approval is void"

_Spans = list[tuple[int, int]]


def fixes_text(files: Sequence[FixedFile], paint: Paint = plain) -> str:
    """Return each form that changes, before and after, with the parts that differ marked."""
    lines = [line for file in files for fix in file.fixes for line in (*_fix(file, fix, paint), "")]
    return "\n".join([*lines, fixes_summary(files)])


def _fix(file: FixedFile, fix: Fix, paint: Paint) -> Iterator[str]:
    voided = f"  {paint(_VOIDED, 'warn')}" if fix.voids_approval else ""
    yield f"{paint(f'{printable(file.file)}:{fix.before.line}', 'head')}  [{', '.join(fix.checks)}]{voided}"
    for before, after in zip(fix.before.msgstr, fix.after.msgstr, strict=True):
        if before != after:
            gone, come = _differences(before, after)
            yield from _signed("-", marked_lines(before, gone, _WIDTH, paint, "bad"), paint)
            yield from _signed("+", marked_lines(after, come, _WIDTH, paint, "good"), paint)


def _signed(sign: str, lines: Sequence[str], paint: Paint) -> Iterator[str]:
    yield f"  {paint(sign, 'bad' if sign == '-' else 'good')} {lines[0]}"
    # What was taken out is missing for good.
    yield from (f"    {line}" for line in lines[1:] if line != MISSING)


def _differences(before: str, after: str) -> tuple[_Spans, _Spans]:
    """Return the parts that differ: in the one and in the other."""
    one, other = _PART.findall(before), _PART.findall(after)
    start = _shared(one, other)
    end = _shared(one[start:][::-1], other[start:][::-1])
    ours, theirs = one[start : len(one) - end], other[start : len(other) - end]
    at = len("".join(one[:start]))
    if len(ours) + len(theirs) > _MOST_PARTS:
        return [(at, at + len("".join(ours)))], [(at, at + len("".join(theirs)))]
    changes = [c for c in SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes() if c[0] != "equal"]
    return (
        [_span(ours, first, last, at) for _, first, last, _, _ in changes],
        [_span(theirs, first, last, at) for _, _, _, first, last in changes],
    )


def _shared(one: Sequence[str], other: Sequence[str]) -> int:
    """Return how many parts both begin with."""
    count = 0
    for mine, theirs in zip(one, other, strict=False):
        if mine != theirs:
            break
        count += 1
    return count


def _span(parts: Sequence[str], first: int, last: int, at: int) -> tuple[int, int]:
    start = at + len("".join(parts[:first]))
    return start, start + len("".join(parts[first:last]))


def fixes_summary(files: Sequence[FixedFile]) -> str:
    """Say how much can be mended."""
    count, voided = _counts(files)
    if not count:
        return "nothing to mend"
    return f"{_entries(count)} in {_files(files)} can be mended{_approvals(voided, 'would be')}"


def written_text(files: Sequence[FixedFile]) -> str:
    """Say what was written."""
    count, voided = _counts(files)
    left = sum(file.left_alone for file in files)
    edited = f"; {_entries(left)} edited in the meantime {'was' if left == 1 else 'were'} left alone" if left else ""
    return f"{_entries(count)} in {_files(files)} mended{_approvals(voided, 'are' if voided > 1 else 'is')}{edited}"


def _counts(files: Sequence[FixedFile]) -> tuple[int, int]:
    every = [fix for file in files for fix in file.fixes]
    return len(every), sum(fix.voids_approval for fix in every)


def _entries(count: int) -> str:
    return f"{count} {'entry' if count == 1 else 'entries'}"


def _files(files: Sequence[FixedFile]) -> str:
    count = sum(bool(file.fixes) for file in files)
    return f"{count} {'file' if count == 1 else 'files'}"


def _approvals(voided: int, verb: str) -> str:
    return f"; {voided} {'approval' if voided == 1 else 'approvals'} {verb} void" if voided else ""
