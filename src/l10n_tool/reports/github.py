"""Findings for GitHub Actions: annotations, as commands on standard output, and a page for the job's summary.

GitHub shows ten annotations of a kind for each step; the rest is in the summary. What a command holds is escaped as
GitHub's documentation of workflow commands and its toolkit do, after all control codes are made printable.
"""

from __future__ import annotations

import re
from itertools import islice
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from l10n_tool.checks import Finding, Severity
from l10n_tool.printable import printable
from l10n_tool.reports.ci_commands import without_commands
from l10n_tool.reports.findings import SEVERITIES, by_check, place_of, summary_of, texts_of
from l10n_tool.reports.table import excerpt

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from l10n_tool.catalogue.places import Region
    from l10n_tool.workflow.check import Checked

__all__ = ["MOST_OF_SUMMARY", "github_commands", "github_summary"]

_KINDS: Final = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
#: How many annotations of a kind GitHub shows for a step, and how long the summary of a step may be, in bytes.
_MOST_OF_A_KIND: Final = 10
MOST_OF_SUMMARY: Final = 1024 * 1024
#: Room in the summary for the line that tells of what it leaves out.
_ROOM: Final = 200
_WIDTH: Final = 120
#: More than this of a text tells nothing more, and a command is one line that somebody may read.
_LONGEST: Final = 2_000
_PUNCTUATION: Final = re.compile(r"([!-/:-@\[-`{-~])")


def github_commands(
    findings: Sequence[Finding], regions: Mapping[Finding, Region] = MappingProxyType({}), *, infos: bool = False
) -> list[str]:
    """Return a workflow command for each finding, worst first, ten of a kind; each of them is one line.

    ``regions`` are the places of the parts in question, as far as they are known.
    """
    kinds = SEVERITIES if infos else SEVERITIES[:-1]
    return [_command(f, regions.get(f)) for kind in kinds for f in islice(_of(kind, findings), _MOST_OF_A_KIND)]


def _of(severity: Severity, findings: Iterable[Finding]) -> Iterator[Finding]:
    return (finding for finding in findings if finding.severity is severity)


def _command(finding: Finding, region: Region | None) -> str:
    line = _place(region) if region else f",line={finding.line}" if finding.line else ""
    title = f"{finding.check} ({finding.locale})" if finding.locale else finding.check
    message = "%0A".join(_data(text) for text in (finding.message, *texts_of(finding, _WIDTH)))
    return f"::{_KINDS[finding.severity]} file={_property(finding.file)}{line},title={_property(title)}::{message}"


def _place(region: Region) -> str:
    """Return lines, or columns where all is on one line: GitHub takes no columns of several lines."""
    if region.line != region.end_line:
        return f",line={region.line},endLine={region.end_line}"
    return f",line={region.line},col={region.column},endColumn={region.end_column}"


def _data(text: str) -> str:
    """Return a text as the message of a command: what ends a line is an escape already, and is encoded all the same."""
    safe = without_commands(printable(text[:_LONGEST]))
    return safe.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def github_summary(checked: Checked, room: int = MOST_OF_SUMMARY, remarks: Sequence[str] = ()) -> str:
    """Return a page of Markdown of at most so many bytes: how many findings there are, of which checks, and which.

    ``remarks`` say what was left out. The findings come worst first; where there is no room for all, the rest is
    counted.
    """
    said = "; ".join([summary_of(checked), *remarks])
    lines = ["## l10n-tool check", "", _cell(said), "", *_tables(checked)]
    if len(_bytes(lines)) + _ROOM > room:
        return ""
    rows = [_row(f) for severity in SEVERITIES for f in _of(severity, checked.findings)]
    left = room - len(_bytes(lines)) - _ROOM
    shown = 0
    for row in rows:
        left -= len(row.encode()) + 1
        if left < 0:
            break
        shown += 1
    lines += rows[:shown]
    if shown < len(rows):
        lines += ["", f"{len(rows) - shown} more are not shown: the summary of a step ends here."]
    return _bytes([*lines, ""]).decode()


def _bytes(lines: Sequence[str]) -> bytes:
    return "".join(f"{line}\n" for line in lines).encode()


def _tables(checked: Checked) -> list[str]:
    if not checked.findings:
        return []
    head = ["| check | errors | warnings | info |", "| --- | ---: | ---: | ---: |"]
    rows = [f"| {_cell(name)} | {' | '.join(map(str, numbers))} |" for name, numbers in by_check(checked.findings)]
    return [*head, *rows, "", "| severity | place | check | finding | translation |", "| --- | --- | --- | --- | --- |"]


def _row(finding: Finding) -> str:
    cells = (finding.severity.value, place_of(finding), finding.check, finding.message, excerpt(finding.msgstr, _WIDTH))
    return f"| {' | '.join(map(_cell, cells))} |"


def _cell(text: str) -> str:
    """Return a text as Markdown shows it as it is: all punctuation of ASCII may be escaped (CommonMark 2.4)."""
    return _PUNCTUATION.sub(r"\\\1", printable(text[:_LONGEST]))
