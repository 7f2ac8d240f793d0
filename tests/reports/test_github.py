"""Annotations and the job's summary: worst first, ten of a kind, and no text gets out of its place."""

import re

from hypothesis import given
from hypothesis import strategies as st

from l10n_tool.catalogue.places import Region
from l10n_tool.checks import Finding, Severity
from l10n_tool.reports.github import MOST_OF_SUMMARY, github_commands, github_summary
from l10n_tool.workflow.check import Checked
from reporting import FINDINGS, a_finding

#: A command as the runner reads it: name, properties and message.
COMMAND = re.compile(r"::(error|warning|notice) file=([^,:]*)(?:,line=(\d+))?,title=([^,:]*)::(.*)")


def unescaped(text: str) -> str:
    """Return what the runner makes of an escaped text, the percent sign last."""
    for code, character in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
        text = text.replace(code, character)
    return text


def test_an_annotation_names_place_check_and_both_texts() -> None:
    """On lines of its own, as GitHub shows them."""
    command = github_commands([a_finding(file="a,b:c/fr.po", message="100% wrong")])[0]

    assert command == (
        "::error file=a%2Cb%3Ac/fr.po,line=7,title=numbers (fr)::100%25 wrong%0ASince 1992%0ADepuis 1993"
    )


def test_an_annotation_points_to_the_part_in_question() -> None:
    """By columns where it is on one line: GitHub takes none of several."""
    one, several, none = a_finding(), a_finding(line=8), a_finding(line=9)
    regions = {one: Region(8, 3, 8, 12), several: Region(9, 3, 10, 12)}

    places = [re.findall(r"\w+=\d+", c) for c in github_commands([one, several, none], regions)]

    assert places == [["line=8", "col=3", "endColumn=12"], ["line=9", "endLine=10"], ["line=9"]]


def test_the_worst_come_first_ten_of_a_kind() -> None:
    """GitHub shows no more; the order within a kind is that of the files."""
    findings = [a_finding(severity=severity, line=line) for line in range(1, 13) for severity in reversed(Severity)]

    found = [COMMAND.fullmatch(command) for command in github_commands(findings, infos=True)]

    assert [(match[1], match[3]) for match in found if match] == [
        (kind, str(line)) for kind in ("error", "warning", "notice") for line in range(1, 11)
    ]


def test_infos_are_annotated_only_if_asked_for() -> None:
    """They are doubtful, and a reviewer has enough to read."""
    assert github_commands([a_finding(severity=Severity.INFO)]) == []


@given(FINDINGS)
def test_no_text_begins_a_line_or_a_command(findings: list[Finding]) -> None:
    """Each command is one line, and the runner finds in it the file that it is about."""
    commands = github_commands(findings, infos=True)

    assert all(command.isprintable() or not set(command) & set("\r\n\x85\u2028\x1b\0") for command in commands)
    assert all(command.splitlines() == [command] for command in commands)
    assert not any(re.search(r"##\w*\[", command) for command in commands)
    matches = [COMMAND.fullmatch(command) for command in commands]
    assert all(matches)
    assert all(unescaped(match[4]).startswith(tuple(f.check for f in findings)) for match in matches if match)


@given(FINDINGS, st.integers(0, 3000))
def test_the_summary_fits_and_each_row_is_a_row(findings: list[Finding], room: int) -> None:
    """Whatever a text says, it makes no other column, no line and no markup."""
    page = github_summary(Checked(tuple(findings), 1, 1), room, ["`x` | y"])

    assert len(page.encode()) <= room or page == ""
    for line in page.split("\n"):
        if line.startswith("|"):
            assert len(re.findall(r"(?<!\\)(?:\\\\)*\|", line)) in {5, 6}
        assert not re.search(r"(?<!\\)(?:\\\\)*[<`\[\]*_@]", line)


def test_a_summary_that_is_cut_says_how_much_is_missing() -> None:
    """A page beyond a megabyte would not be shown at all."""
    findings = tuple(a_finding(line=line, message="x" * 1000) for line in range(2000))

    page = github_summary(Checked(findings, 1, 1))

    shown = page.count("fr\\.po\\:")
    assert len(page.encode()) <= MOST_OF_SUMMARY
    assert f"{2000 - shown} more are not shown" in page
    assert 500 < shown < 2000


def test_the_summary_has_a_table_by_check_and_the_worst_first() -> None:
    """What a reviewer wants to know of a run."""
    warning = a_finding(check="urls", severity=Severity.WARNING, message="gone")

    page = github_summary(Checked((warning, a_finding()), 2, 40), remarks=["3 known"])

    assert page.splitlines() == [
        "## l10n-tool check",
        "",
        "1 error\\, 1 warning in 40 entries in 2 files\\; 3 known",
        "",
        "| check | errors | warnings | info |",
        "| --- | ---: | ---: | ---: |",
        "| numbers | 1 | 0 | 0 |",
        "| urls | 0 | 1 | 0 |",
        "",
        "| severity | place | check | finding | translation |",
        "| --- | --- | --- | --- | --- |",
        "| error | fr\\.po\\:7 | numbers | 1992 is missing\\; 1993 is too much | Depuis 1993 |",
        "| warning | fr\\.po\\:7 | urls | gone | Depuis 1993 |",
        "",
    ]
