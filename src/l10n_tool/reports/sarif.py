"""Findings as SARIF 2.1.0 (OASIS), which code scanning and editors read."""

from __future__ import annotations

import string
from collections import Counter
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

import l10n_tool
from l10n_tool.checks import CHECKS, Check, Finding, Severity
from l10n_tool.printable import printable
from l10n_tool.workflow.baseline import fingerprint

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from l10n_tool.catalogue.places import Region

__all__ = ["sarif"]

_SCHEMA: Final = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS: Final = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
#: What stands in a path as it is: the unreserved characters of RFC 3986, and the slash.
_UNRESERVED: Final = frozenset(f"{string.ascii_letters}{string.digits}-._~/".encode())
_RULES: Final = {name: number for number, name in enumerate(CHECKS)}


def sarif(findings: Sequence[Finding], regions: Mapping[Finding, Region] = MappingProxyType({})) -> dict[str, Any]:
    """Return a log of one run with a rule for each check, and the findings as its results.

    ``regions`` are the places of the parts in question, as far as they are known.
    """
    driver = {
        "name": "l10n-tool",
        "version": l10n_tool.__version__,
        "rules": [_rule(check) for check in CHECKS.values()],
    }
    # That is what a reader supposes who does not look.
    run = {"tool": {"driver": driver}, "columnKind": "utf16CodeUnits", "results": _results(findings, regions)}
    return {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}


def _rule(check: Check) -> dict[str, Any]:
    return {
        "id": check.name,
        "shortDescription": {"text": check.summary},
        "fullDescription": {"text": check.explanation},
        "help": {"text": f"{check.summary} {check.explanation}"},
        "defaultConfiguration": {"level": _LEVELS[check.severity]},
    }


def _results(findings: Sequence[Finding], regions: Mapping[Finding, Region]) -> list[dict[str, Any]]:
    """Return the results; of findings that say the same of the same text each has its number in the fingerprint."""
    seen: Counter[str] = Counter()
    results = []
    for finding in findings:
        known = fingerprint(finding)
        seen[known] += 1
        results.append(_result(finding, f"{known}:{seen[known]}", regions.get(finding)))
    return results


def _result(finding: Finding, known: str, region: Region | None) -> dict[str, Any]:
    return {
        "ruleId": finding.check,
        **({"ruleIndex": _RULES[finding.check]} if finding.check in _RULES else {}),
        "level": _LEVELS[finding.severity],
        "message": {"text": _message(finding.message)},
        "locations": [{"physicalLocation": _location(finding, region)}],
        "partialFingerprints": {"l10nTool/v1": known},
        "properties": _properties(finding),
    }


def _message(text: str) -> str:
    """Return a text that is none of SARIF's: no placeholders in braces (3.11.5), and no links (3.11.6)."""
    return printable(text).replace("{", "{{").replace("}", "}}").replace("](", "] (") or "-"


def _location(finding: Finding, region: Region | None) -> dict[str, Any]:
    place = _region(region) if region else {"startLine": finding.line} if finding.line else {}
    return {"artifactLocation": _artifact(finding.file), **({"region": place} if place else {})}


def _region(region: Region) -> dict[str, int]:
    names = ("startLine", "startColumn", "endLine", "endColumn")
    return dict(zip(names, region, strict=True))


def _artifact(file: str) -> dict[str, str]:
    """Return where a file is: below the top of the repository if its name is relative."""
    encoded = "".join(
        chr(byte) if byte in _UNRESERVED else f"%{byte:02X}" for byte in file.encode("utf-8", "surrogateescape")
    )
    return {"uri": f"file://{encoded}"} if file.startswith("/") else {"uri": encoded, "uriBaseId": "%SRCROOT%"}


def _properties(finding: Finding) -> dict[str, Any]:
    texts = {"msgctxt": finding.msgctxt, "msgid": finding.msgid, "msgstr": finding.msgstr, "sig": finding.sig}
    return {"locale": finding.locale, **{name: text for name, text in texts.items() if text is not None}}
