"""JUnit XML, held to the schema that Jenkins reads it by."""

from hypothesis import given
from lxml import etree

from l10n_tool.checks import CHECKS, Finding, Severity
from l10n_tool.reports.junit import junit
from reporting import FINDINGS, a_finding
from running import REPOSITORY

SCHEMA = etree.XMLSchema(etree.parse(str(REPOSITORY / "tests" / "data" / "schemas" / "junit-10.xsd")))
WARNING = a_finding(check="urls", severity=Severity.WARNING, message="a < b & c")


def suites(text: str) -> etree._Element:
    root = etree.fromstring(text.encode())
    SCHEMA.assertValid(root)
    return root


@given(FINDINGS)
def test_any_findings_make_valid_xml(findings: list[Finding]) -> None:
    """XML 1.0 has no way to write most control characters."""
    root = suites(junit(findings, ["fr.po"], Severity.WARNING))

    assert len(root) == len({"fr.po", *(finding.file for finding in findings)})


def test_a_check_fails_where_it_found_what_the_run_fails_on() -> None:
    """What is less bad is told as output."""
    failing = {fail_on: suites(junit([a_finding(), WARNING], ["fr.po"], fail_on)) for fail_on in (*Severity, None)}

    failed = {
        fail_on: [str(name) for name in root.xpath("//testcase[failure]/@name")] for fail_on, root in failing.items()
    }
    assert failed == {
        Severity.ERROR: ["numbers"],
        Severity.WARNING: ["urls", "numbers"],
        Severity.INFO: ["urls", "numbers"],
        None: [],
    }
    assert [root[0].get("failures") for root in failing.values()] == ["1", "2", "2", "0"]
    told = failing[Severity.ERROR].findtext(".//testcase[@name='urls']/system-out")
    assert told == "\nfr.po:7: warning: a < b & c\n    Since 1992\n    Depuis 1993\n"


def test_every_check_is_a_case_of_every_file() -> None:
    """So that a case does not vanish when nothing is found."""
    root = suites(junit([], ["fr.po", "de.po"], Severity.ERROR))

    assert [suite.get("name") for suite in root] == ["fr.po", "de.po"]
    assert {len(suite) for suite in root} == {len(CHECKS)}
    assert {suite.get("tests") for suite in root} == {str(len(CHECKS))}
