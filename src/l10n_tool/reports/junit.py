"""Findings as JUnit XML, which every CI system shows: a suite for each catalogue, a case in it for each check."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Final

from l10n_tool.checks import CHECKS, Finding, Severity
from l10n_tool.printable import printable
from l10n_tool.reports.ci_commands import without_commands
from l10n_tool.reports.findings import texts_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

__all__ = ["junit"]

_WIDTH: Final = 200


def junit(findings: Sequence[Finding], files: Sequence[str], fail_on: Severity | None) -> str:
    """Return XML in which a check fails in a file where it found something as bad as ``fail_on``.

    What is less bad is its output. Each file and each check are there, found or not, so that a case never vanishes.
    """
    found: dict[str, dict[str, list[Finding]]] = {file: {} for file in files}
    for finding in findings:
        found.setdefault(finding.file, {}).setdefault(finding.check, []).append(finding)
    suites = [line for file, by_check in found.items() for line in _suite(file, by_check, fail_on)]
    return "\n".join(['<?xml version="1.0" encoding="UTF-8"?>', '<testsuites name="l10n-tool check">', *suites, _END])


_END: Final = "</testsuites>"


def _suite(file: str, found: Mapping[str, Sequence[Finding]], fail_on: Severity | None) -> Iterator[str]:
    names = dict.fromkeys([*CHECKS, *found])
    failed = sum(any(_fails(finding, fail_on) for finding in findings) for findings in found.values())
    yield f'<testsuite name="{_text(file)}" tests="{len(names)}" failures="{failed}" errors="0">'
    for name in names:
        yield from _case(file, name, found.get(name, ()), fail_on)
    yield "</testsuite>"


def _case(file: str, name: str, findings: Sequence[Finding], fail_on: Severity | None) -> Iterator[str]:
    start = f'<testcase classname="{_text(file)}" name="{_text(name)}"'
    if not findings:
        yield f"{start}/>"
        return
    yield f"{start}>"
    failures = [finding for finding in findings if _fails(finding, fail_on)]
    if failures:
        worst = max(failures, key=lambda finding: finding.severity.rank)
        message = worst.message if len(failures) == 1 else f"{len(failures)} findings, the first: {worst.message}"
        yield f'<failure type="{worst.severity.value}" message="{_text(message)}">'
        yield from map(_told, failures)
        yield "</failure>"
    others = [finding for finding in findings if not _fails(finding, fail_on)]
    if others:
        yield "<system-out>"
        yield from map(_told, others)
        yield "</system-out>"
    yield "</testcase>"


def _fails(finding: Finding, fail_on: Severity | None) -> bool:
    return fail_on is not None and finding.severity.rank >= fail_on.rank


def _told(finding: Finding) -> str:
    """Return a finding as lines of text: its place and message, and both texts."""
    first = f"{finding.file}:{finding.line}: {finding.severity.value}: {finding.message}"
    texts = [f"    {text}" for text in texts_of(finding, _WIDTH)]
    return "\n".join(map(_text, (first, *texts)))


def _text(text: str) -> str:
    """Return a text for an element or an attribute; XML has no way to write most control characters (XML 1.0, 2.2)."""
    return escape(without_commands(printable(text)))
