"""Findings, as text for people and as JSON for programs."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any

from l10n_tool.checks import Finding, Severity
from l10n_tool.reports.table import Paint, excerpt, plain, printable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from l10n_tool.workflow.check import Checked

__all__ = ["findings_json", "findings_text"]

_ROLES = {Severity.ERROR: "bad", Severity.WARNING: "warn", Severity.INFO: "quiet"}


def findings_text(checked: Checked, paint: Paint = plain) -> str:
    """Return the findings grouped by file, each with line, check, message and the beginning of both texts."""
    lines: list[str] = []
    for file, findings in groupby(checked.findings, key=lambda finding: finding.file):
        lines.append(paint(printable(file), "head"))
        for finding in findings:
            lines += _lines(finding, paint)
        lines.append("")
    return "\n".join([*lines, _summary(checked, paint)])


def _lines(finding: Finding, paint: Paint) -> list[str]:
    severity = paint(f"{finding.severity.value:<7}", _ROLES[finding.severity])
    place = f"{printable(finding.file)}:{finding.line}"
    lines = [f"  {place}: {severity}  {printable(finding.message)}  [{finding.check}]"]
    if finding.msgid:
        lines.append(paint(f"      {excerpt(finding.msgid, 90)}", "quiet"))
    if finding.msgstr:
        lines.append(paint(f"      {excerpt(finding.msgstr, 90)}", "quiet"))
    return lines


def _summary(checked: Checked, paint: Paint) -> str:
    counts = [(checked.count(severity), severity) for severity in (Severity.ERROR, Severity.WARNING, Severity.INFO)]
    found = ", ".join(f"{paint(_number(n, severity), _ROLES[severity])}" for n, severity in counts if n)
    entries, files = checked.entries, checked.files
    looked = f"{entries} {'entry' if entries == 1 else 'entries'} in {files} {'file' if files == 1 else 'files'}"
    return f"{found or paint('nothing found', 'good')} in {looked}"


def _number(count: int, severity: Severity) -> str:
    name = severity.value
    return f"{count} {name}" if count == 1 or severity is Severity.INFO else f"{count} {name}s"


def findings_json(findings: Sequence[Finding]) -> dict[str, Any]:
    """Return the findings as ``check --format json`` prints them."""
    return {"findings": [_object(finding) for finding in findings]}


def _object(finding: Finding) -> dict[str, Any]:
    return {
        "check": finding.check,
        "severity": finding.severity.value,
        "locale": finding.locale,
        "file": finding.file,
        "line": finding.line,
        "msgctxt": finding.msgctxt,
        "msgid": finding.msgid,
        "message": finding.message,
        "sig": finding.sig,
        "msgstr": finding.msgstr,
    }
