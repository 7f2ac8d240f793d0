"""Findings for people and as JSON: grouped, marked, counted, and unable to do anything to a terminal or a CI system."""

import json
import re
from dataclasses import replace

import pytest
from hypothesis import given

from l10n_tool.checks import Finding, Severity
from l10n_tool.columns import columns
from l10n_tool.reports.ci_commands import without_commands
from l10n_tool.reports.findings import findings_json, findings_text
from l10n_tool.workflow.baseline import fingerprint
from l10n_tool.workflow.check import Checked
from reporting import FINDINGS, a_finding


def checked(*findings: Finding) -> Checked:
    return Checked(findings, 2, 40)


def test_findings_of_an_entry_stand_together_with_its_texts_once() -> None:
    """Below them what is in question is marked, of all of them."""
    second = replace(a_finding(), check="spaces", severity=Severity.WARNING, message="two spaces", marks=((6, 7),))
    other = replace(a_finding(), line=9, msgid="Go", source="Go", msgstr="Va", marks=(), source_marks=(), message="odd")

    text = findings_text(checked(a_finding(), second, other))

    assert text == (
        "fr.po:7: error: 1992 is missing; 1993 is too much  [numbers]\n"
        "fr.po:7: warning: two spaces  [spaces]\n"
        "    source  Since 1992\n"
        "                  ^^^^\n"
        "    fr      Depuis 1993\n"
        "                  ^^^^^\n"
        "\n"
        "fr.po:9: error: odd  [numbers]\n"
        "    source  Go\n"
        "    fr      Va\n"
        "\n"
        "2 errors, 1 warning in 40 entries in 2 files"
    )


def test_each_form_that_is_in_question_is_shown() -> None:
    """With the source that it was compared with."""
    first = a_finding(msgid="One year", source="One year", msgstr="Un an", marks=(), source_marks=())
    second = replace(first, source="%d years", msgstr="%d an", message="odd (in msgstr[1])")

    text = findings_text(checked(first, second))

    assert [line.split()[-2:] for line in text.splitlines()[2:6]] == [
        ["One", "year"], ["%d", "years"], ["Un", "an"], ["%d", "an"],
    ]  # fmt: skip


def test_infos_are_counted_and_listed_if_asked_for() -> None:
    """The summary says how."""
    info = a_finding(severity=Severity.INFO)

    without, with_ = findings_text(checked(info)), findings_text(checked(info), infos=True)

    assert without == "1 info in 40 entries in 2 files; l10n-tool -v check lists the info"
    assert with_.startswith("fr.po:7: info: 1992 is missing")
    assert with_.endswith("\n1 info in 40 entries in 2 files")


def test_findings_without_texts_stand_together() -> None:
    """Of a file that cannot be read; what has texts stands apart."""
    told = [
        a_finding(line=line, msgid="", msgstr="", source="", message="odd", marks=(), source_marks=())
        for line in (1, 2)
    ]

    text = findings_text(checked(*told, a_finding(), replace(told[0], file="z.po")))

    assert [line for line in text.splitlines()[:-2] if not line.startswith(" ")] == [
        "fr.po:1: error: odd  [numbers]",
        "fr.po:2: error: odd  [numbers]",
        "",
        "fr.po:7: error: 1992 is missing; 1993 is too much  [numbers]",
        "",
        "z.po:1: error: odd  [numbers]",
    ]


@pytest.mark.parametrize("width", [40, 60, 80])
@pytest.mark.parametrize("text", ["Depuis 1993 " * 20, "منذ عام 1993 " * 20, "1993年から" * 40])
def test_texts_fit_the_terminal(text: str, width: int) -> None:
    """Cut around what is marked, whichever way they are written."""
    finding = a_finding(source="Since 1992 " * 20, msgstr=text, marks=((60, 64),), source_marks=((116, 120),))

    lines = findings_text(checked(finding), width=width).splitlines()[1:5]

    assert max(map(columns, lines)) <= width
    assert max(map(columns, findings_text(checked(finding)).splitlines()[1:5])) > 80


def test_many_findings_come_with_a_table_by_check() -> None:
    """The worst check first, with a place to begin at, the columns aligned; none for what is not there."""
    many = [a_finding(line=n) for n in range(12)]
    others = [a_finding(check="urls", severity=Severity.WARNING, line=40 + n) for n in range(3)]

    lines = findings_text(checked(*many, *others)).splitlines()

    assert lines[-5:-2] == [
        "check    errors  warnings  the first",
        "numbers      12            fr.po:0",
        "urls                    3  fr.po:40",
    ]


def test_json_has_the_keys_of_the_contract_and_where_the_parts_are() -> None:
    """Keys are added, never changed."""
    found = findings_json([a_finding()])

    assert found == {
        "findings": [
            {
                "check": "numbers", "severity": "error", "locale": "fr", "file": "fr.po", "line": 7, "msgctxt": None,
                "msgid": "Since 1992", "message": "1992 is missing; 1993 is too much", "sig": "2faa2ae0cdf0ca43",
                "msgstr": "Depuis 1993", "source": "Since 1992", "marks": [[7, 11]], "source_marks": [[6, 10]],
                "fingerprint": fingerprint(a_finding()),
            }
        ]
    }  # fmt: skip


@given(FINDINGS)
def test_no_finding_does_anything_to_a_terminal_or_a_ci_system(findings: list[Finding]) -> None:
    """Whatever a translation says, and whatever its file is called."""
    text = without_commands(findings_text(checked(*findings), infos=True))

    assert {c for c in text if not c.isprintable()} <= set("\n\u00a0\u202f\u2009\u3000\u200c\u200d")
    assert not re.search(r"##\w*\[|^\s*::", text, re.MULTILINE)


@given(FINDINGS)
def test_json_says_the_same_with_commands_escaped(findings: list[Finding]) -> None:
    """The escape is that of JSON."""
    value = findings_json(findings)

    written = without_commands(json.dumps(value, ensure_ascii=False, indent=2))

    assert json.loads(written) == value
    assert not re.search(r"##\w*\[|^\s*::", written, re.MULTILINE)
