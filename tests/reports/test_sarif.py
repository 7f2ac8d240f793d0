"""SARIF 2.1.0, held to the schema of the standard."""

import json
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from hypothesis import HealthCheck, given, settings

from l10n_tool.catalogue.places import Region
from l10n_tool.checks import CHECKS, Finding, Severity
from l10n_tool.reports.sarif import sarif
from reporting import FINDINGS, a_finding
from running import REPOSITORY

SCHEMA = REPOSITORY / "tests" / "data" / "schemas" / "sarif-schema-2.1.0.json"
HOSTILE = [
    a_finding(severity=severity, line=line, file=file, message=message, msgctxt=context)
    for severity in Severity
    for line in (0, 1)
    for file in ("fr.po", "a b/ü:%.po", "/tmp/x.po", "..\\x\n.po", "\udcff.po")
    for message in ("", "{0} [a](b) \x1b \u2028")
    for context in (None, "title")
]


def results(findings: list[Finding]) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = sarif(findings)["runs"][0]["results"]
    return found


def test_a_log_fits_the_schema_of_the_standard(tmp_path: Path) -> None:
    """Of findings of all kinds, and of none."""
    logs = [tmp_path / "full.sarif", tmp_path / "empty.sarif", tmp_path / "places.sarif"]
    regions = {finding: Region(at + 1, 3, at + 1 + at % 2, 3) for at, finding in enumerate(HOSTILE)}
    for log, findings in zip(logs, (HOSTILE, [], HOSTILE), strict=True):
        log.write_text(json.dumps(sarif(findings, regions if log.stem == "places" else {})), encoding="ascii")

    command = [sys.executable, "-m", "check_jsonschema", "--schemafile", str(SCHEMA), *map(str, logs)]
    done = subprocess.run(command, capture_output=True, check=False)

    assert done.returncode == 0, done.stdout.decode()


def test_a_result_names_its_rule_place_and_texts() -> None:
    """The rule is the check, with what explain says of it."""
    log = sarif([a_finding()])["runs"][0]

    result = log["results"][0]
    assert result["level"] == "error"
    assert result["locations"] == [
        {
            "physicalLocation": {
                "artifactLocation": {"uri": "fr.po", "uriBaseId": "%SRCROOT%"},
                "region": {"startLine": 7},
            }
        }
    ]
    rule = log["tool"]["driver"]["rules"][result["ruleIndex"]]
    assert rule["id"] == result["ruleId"] == "numbers"
    assert CHECKS["numbers"].explanation in rule["help"]["text"]
    assert log["columnKind"] == "utf16CodeUnits"


def test_a_result_points_to_the_part_in_question() -> None:
    """By lines and columns where they are known, and by the line of its entry elsewhere."""
    known, other = a_finding(), a_finding(line=99)

    found = sarif([known, other], {known: Region(8, 3, 9, 12)})["runs"][0]["results"]

    assert [result["locations"][0]["physicalLocation"]["region"] for result in found] == [
        {"startLine": 8, "startColumn": 3, "endLine": 9, "endColumn": 12},
        {"startLine": 99},
    ]


def test_a_fingerprint_outlives_a_move_within_the_file() -> None:
    """Two findings that say the same of the same text are told apart by number."""
    here, moved, other = a_finding(), a_finding(line=99), a_finding(msgid="Since 1988")

    prints = [result["partialFingerprints"]["l10nTool/v1"] for result in results([here, moved, other])]
    again = results([moved])[0]["partialFingerprints"]["l10nTool/v1"]

    assert prints[0] == again
    assert prints[1] == f"{again[:-1]}2"
    assert prints[2][:-2] != prints[0][:-2]


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(FINDINGS)
def test_a_place_is_a_uri_of_the_file_and_a_message_plain_text(findings: list[Finding]) -> None:
    """Percent-encoded; no text makes a link, or is taken for a placeholder."""
    for finding, result in zip(findings, results(findings), strict=True):
        uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        text = result["message"]["text"]

        assert unquote(uri.removeprefix("file://")) == finding.file
        assert urlsplit(uri).scheme in {"", "file"}
        assert "](" not in text
        assert not re.search(r"(?<!\{)(?:\{\{)*\{\d+\}(?!\})", text)


def test_an_info_is_a_note() -> None:
    """SARIF has its own words."""
    levels = [result["level"] for result in results([replace(a_finding(), severity=s) for s in Severity])]

    assert levels == ["error", "warning", "note"]
