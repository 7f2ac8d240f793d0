"""Printing findings in each format: for people with what to do next, for programs with the summary beside it."""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from l10n_tool.checks import Finding, Severity
from l10n_tool.cli.session import Session
from l10n_tool.printable import printable
from l10n_tool.project import Project
from l10n_tool.reports.ci_commands import without_commands
from l10n_tool.reports.findings import findings_json, findings_text, summary_of
from l10n_tool.workflow.narrowing import Narrowed, names_of, seen_from

if TYPE_CHECKING:
    from l10n_tool.catalogue.places import Region
    from l10n_tool.workflow.check import Checked

__all__ = ["Asked", "show"]


@dataclass(frozen=True, slots=True)
class Asked:
    """What was asked for: which catalogues, in which format, and when the command fails."""

    project: Project | None
    names: Sequence[str]
    format: str
    fail_on: Severity | None


def show(session: Session, asked: Asked, narrowed: Narrowed) -> None:
    """Print findings to standard output; words around them go to standard error."""
    if asked.format == "text":
        text = findings_text(narrowed.checked, session.paint, infos=session.verbose, width=session.width)
        session.result(without_commands(text))
    elif asked.format == "github":
        _show_github(session, asked, narrowed)
    else:
        _PRINT[asked.format](session, asked, narrowed)
    for remark in narrowed.remarks:
        session.say(remark)
    if asked.format != "text":
        session.say(summary_of(narrowed.checked, session.paint))
    elif listed := [f for f in narrowed.checked.findings if session.verbose or f.severity is not Severity.INFO]:
        worst = max(listed, key=lambda finding: finding.severity.rank)
        session.say(f"What a finding means: {session.command('explain', worst.check)}")


def _show_json(session: Session, asked: Asked, narrowed: Narrowed) -> None:
    session.result(without_commands(_dumped(findings_json(narrowed.checked.findings))))


def _show_sarif(session: Session, asked: Asked, narrowed: Narrowed) -> None:
    from l10n_tool.reports.sarif import sarif

    checked, regions = _seen_from_top(asked, narrowed)
    session.result_bytes(_as_file(_dumped(sarif(checked.findings, regions))))


def _show_junit(session: Session, asked: Asked, narrowed: Narrowed) -> None:
    from l10n_tool.reports.junit import junit

    files = names_of(asked.project, asked.names)
    session.result_bytes(_as_file(junit(narrowed.checked.findings, files, asked.fail_on)))


_PRINT = {"json": _show_json, "sarif": _show_sarif, "junit": _show_junit}


def _show_github(session: Session, asked: Asked, narrowed: Narrowed) -> None:
    """Print annotations, and add to the summary of the job where GitHub names a file for it."""
    from l10n_tool.reports.github import MOST_OF_SUMMARY, github_commands, github_summary
    from l10n_tool.workflow.job_summary import append_summary

    checked, regions = _seen_from_top(asked, narrowed)
    commands = github_commands(checked.findings, regions, infos=session.verbose)
    if commands:
        session.result("\n".join(commands))
    page = os.environ.get("GITHUB_STEP_SUMMARY")
    if page:
        append_summary(Path(page), MOST_OF_SUMMARY, lambda room: github_summary(checked, room, narrowed.remarks))


def _seen_from_top(asked: Asked, narrowed: Narrowed) -> tuple[Checked, dict[Finding, Region]]:
    """Return the findings as they are seen from the top of the repository, and where in their files they point to."""
    from l10n_tool.workflow.regions import regions_of

    found = narrowed.checked
    regions = regions_of(asked.project, asked.names, found.findings)
    checked = seen_from(asked.project, asked.names, found, _top())
    return checked, {f: region for f, region in zip(checked.findings, regions, strict=True) if region}


def _top() -> Path:
    """Return the folder that GitHub checked the repository out to, elsewhere the working folder."""
    return Path(os.environ.get("GITHUB_WORKSPACE") or ".")


def _dumped(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2)


def _as_file(text: str) -> bytes:
    """Return the bytes of a file in UTF-8, whatever charset the terminal has."""
    lines = without_commands(text).split("\n")
    return "".join(f"{printable(line)}\n" for line in lines).encode()
