"""check in each format, with a baseline, for what a branch touched: what is printed where, and how the command ends."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from running import Cli

HEADER = (
    'msgid ""\nmsgstr ""\n"Project-Id-Version: x\\n"\n"Language: fr\\n"\n"MIME-Version: 1.0\\n"\n'
    '"Content-Type: text/plain; charset=UTF-8\\n"\n"Content-Transfer-Encoding: 8bit\\n"\n\n'
)
WRONG = 'msgid "Since 1992"\nmsgstr "Depuis 1993"\n\n'
EVIL = (
    'msgid "::set-output name=a::b ##[add-path]/tmp since 1992"\n'
    'msgstr "\\r::stop-commands::x\\n::error::y\\n##[add-path]/tmp \\x1b[2J 1993"\n\n'
)
FORMATS = ["text", "json", "github", "sarif", "junit"]


@pytest.fixture(autouse=True)
def elsewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    """Run as on nobody's CI."""
    for name in ("GITHUB_WORKSPACE", "GITHUB_STEP_SUMMARY", "GITHUB_ACTIONS"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with a catalogue with a wrong year."""
    (tmp_path / "fr.po").write_text(HEADER + WRONG, encoding="utf-8")
    return tmp_path


def places(format_: str, stdout: str) -> list[Any]:
    """Return file and line of each finding, as the reader of the format sees them."""
    match format_:
        case "json":
            return [(f["file"], f["line"]) for f in json.loads(stdout)["findings"]]
        case "sarif":
            found = [r["locations"][0]["physicalLocation"] for r in json.loads(stdout)["runs"][0]["results"]]
            return [(f["artifactLocation"]["uri"], f["region"]["startLine"]) for f in found]
        case "github":
            return [(f, int(n)) for f, n in re.findall(r"^::error file=(.*?),line=(\d+)", stdout, re.MULTILINE)]
        case "junit":
            told = etree.fromstring(stdout.encode()).xpath("string(//failure)")
            return [(f, int(n)) for f, n in re.findall(r"^(\S+):(\d+): error", str(told), re.MULTILINE)]
        case _:
            return [(f, int(n)) for f, n in re.findall(r"^(\S+):(\d+): error: ", stdout, re.MULTILINE)]


@pytest.mark.parametrize("format_", FORMATS)
def test_every_format_tells_the_place_on_standard_output_alone(format_: str, folder: Path, cli: Cli) -> None:
    """The exit code is the same; words around the result go to standard error, and -q leaves them out."""
    result = cli(folder, "check", "fr.po", "--format", format_)
    quiet = cli(folder, "-q", "check", "fr.po", "--format", format_)

    assert result.exit_code == quiet.exit_code == 1
    # Programs are given the place of the year itself, in the line below the source.
    assert places(format_, result.stdout) == [("fr.po", 10 if format_ in {"github", "sarif"} else 9)]
    assert (quiet.stdout, quiet.stderr) == (result.stdout, "")
    hint = "What a finding means: l10n-tool explain numbers\n"
    assert result.stderr == (hint if format_ == "text" else "1 error in 1 entry in 1 file\n")


@pytest.mark.parametrize("format_", FORMATS)
def test_no_translation_gives_a_ci_system_a_command(format_: str, tmp_path: Path, cli: Cli) -> None:
    """Nor does a file's name, in any format: not at the start of a line, and not within one."""
    name = "::error::x\n::error::y.po"
    (tmp_path / name).write_text(HEADER + EVIL, encoding="utf-8")

    for options in ((), ("--color", "always")):
        result = cli(tmp_path, *options, "-v", "check", name, "--format", format_)
        printed = re.sub(r"\x1b\[\d*m", "", result.stdout + result.stderr)

        assert result.exit_code == 1
        commands = re.findall(r"^\s*::\w+|##\w*\[", printed, re.MULTILINE)
        assert set(commands) <= ({"::error", "::warning", "::notice"} if format_ == "github" else set())
        assert len(commands) == (len(result.stdout.splitlines()) if format_ == "github" else 0)
        assert "\x1b" not in printed
        assert "\r" not in printed


@pytest.mark.parametrize("format_", ["sarif", "junit"])
def test_a_file_for_programs_is_utf_8_whatever_the_terminal_is(format_: str, tmp_path: Path) -> None:
    """XML says so of itself, and the standard of SARIF does."""
    (tmp_path / "fr.po").write_text(HEADER + 'msgid "Since 1992"\nmsgstr "Été 1993"\n', encoding="utf-8")
    environment = {**os.environ, "PYTHONIOENCODING": "latin-1", "PYTHONUTF8": "0"}
    command = [sys.executable, "-m", "l10n_tool", "check", "fr.po", "--format", format_]

    done = subprocess.run(command, cwd=tmp_path, capture_output=True, check=False, env=environment)

    assert "Été".encode() in done.stdout


def test_annotations_name_files_as_the_repository_does(folder: Path, cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    """The project may be in a folder of it."""
    monkeypatch.setenv("GITHUB_WORKSPACE", str(folder.parent))

    found = {name: places(name, cli(folder, "check", "fr.po", "--format", name).stdout) for name in ("github", "sarif")}

    assert found == {"github": [(f"{folder.name}/fr.po", 10)], "sarif": [(f"{folder.name}/fr.po", 10)]}


def test_the_part_in_question_is_pointed_to(folder: Path, cli: Cli) -> None:
    """The year in the translation, whatever stands around it; of what is only missing, that in the source."""
    (folder / "fr.po").write_text(
        HEADER + 'msgid "Since 1992"\nmsgstr ""\n"Depuis "\n"🎉1993"\n\n' + 'msgid "In 1988"\nmsgstr "Alors"\n',
        encoding="utf-8",
    )

    log = json.loads(cli(folder, "check", "fr.po", "--format", "sarif").stdout)
    commands = cli(folder, "check", "fr.po", "--format", "github").stdout.splitlines()

    regions = [result["locations"][0]["physicalLocation"]["region"] for result in log["runs"][0]["results"]]
    assert regions == [
        {"startLine": 12, "startColumn": 4, "endLine": 12, "endColumn": 8},
        {"startLine": 14, "startColumn": 11, "endLine": 14, "endColumn": 15},
    ]
    assert [re.findall(r"(\w+)=(\d+)", command.partition("title")[0]) for command in commands] == [
        [("line", "12"), ("col", "4"), ("endColumn", "8")],
        [("line", "14"), ("col", "11"), ("endColumn", "15")],
    ]


def test_the_summary_of_the_job_is_added_to(folder: Path, cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    """GitHub names the file, an earlier step may have written to it, and it may not be there yet."""
    page, other = folder / "summary.md", folder / "other.md"
    page.write_text("# Before")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(page))
    cli(folder, "check", "fr.po", "--format", "github")
    cli(folder, "check", "fr.po", "--format", "text")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(other))
    cli(folder, "check", "fr.po", "--format", "github")

    assert page.read_text() == f"# Before\n{other.read_text()}"
    assert other.read_text().startswith("## l10n-tool check\n\n1 error in 1 entry in 1 file\n")


def test_a_full_summary_stays_as_it_is(folder: Path, cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    """GitHub would refuse all of it."""
    page = folder / "summary.md"
    page.write_text("x" * 1024 * 1024)
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(page))

    result = cli(folder, "check", "fr.po", "--format", "github")

    assert result.exit_code == 1
    assert page.stat().st_size == 1024 * 1024


def test_a_baseline_lets_known_findings_pass(folder: Path, cli: Cli) -> None:
    """Only a new one fails, and one that is gone is counted."""
    written = cli(folder, "check", "fr.po", "--baseline", "known.json", "--update-baseline")
    known = cli(folder, "check", "fr.po", "--baseline", "known.json")
    (folder / "fr.po").write_text(HEADER + WRONG.replace("1992", "1988"), encoding="utf-8")
    new = cli(folder, "check", "fr.po", "--baseline", "known.json")

    assert [result.exit_code for result in (written, known, new)] == [0, 0, 1]
    assert written.stderr.startswith("known.json: 1 finding written\n")
    assert known.stdout == "nothing found in 1 entry in 1 file\n"
    assert known.stderr == "known.json: 1 known, 0 gone\n"
    assert "1988 is missing" in new.stdout
    assert "known.json: 0 known, 1 gone" in new.stderr


def test_a_baseline_is_asked_for_by_name(folder: Path, cli: Cli) -> None:
    """Without one there is nothing to update; one that is missing or broken is exit 3."""
    (folder / "broken.json").write_text("{")

    results = [
        cli(folder, "check", "fr.po", "--update-baseline"),
        cli(folder, "check", "fr.po", "--baseline", "none.json"),
        cli(folder, "check", "fr.po", "--baseline", "broken.json"),
        cli(folder, "check", "fr.po", "--baseline", "fr.po", "--update-baseline"),
    ]

    assert [result.exit_code for result in results] == [2, 3, 3, 3]
    assert all(result.stderr.startswith("error: ") and "\n  " in result.stderr for result in results)
    assert (folder / "fr.po").read_text(encoding="utf-8") == HEADER + WRONG


def test_changed_needs_a_revision_that_there_is(folder: Path, cli: Cli) -> None:
    """In a repository; what it leaves out is counted."""
    identity = ["-c", "user.name=tests", "-c", "user.email=tests@example.org"]
    for words in (["init", "-q"], ["add", "fr.po"], [*identity, "commit", "-q", "-m", "one"]):
        subprocess.run(["git", *words], cwd=folder, check=True)

    results = [cli(folder, "check", "fr.po", "--changed", name) for name in ("HEAD", "none")]

    assert [result.exit_code for result in results] == [0, 2]
    assert results[0].stdout == "nothing found in 1 entry in 1 file\n"
    assert results[0].stderr == "only entries that differ from HEAD: 0 of 1 finding\n"


@pytest.mark.parametrize(
    ("fail_on", "error", "warning"), [("error", 1, 0), ("warning", 1, 1), ("never", 0, 0), ("info", 2, 2)]
)
def test_fail_on_says_how_bad_is_too_bad(fail_on: str, error: int, warning: int, tmp_path: Path, cli: Cli) -> None:
    """An info never fails a run."""
    for name, entry in (("e.po", WRONG), ("w.po", 'msgid "Go on."\nmsgstr ""\n')):
        (tmp_path / name).write_text(HEADER + entry, encoding="utf-8")

    codes = [cli(tmp_path, "check", name, "--fail-on", fail_on).exit_code for name in ("e.po", "w.po")]

    assert codes == [error, warning]


def test_infos_are_listed_with_v(folder: Path, cli: Cli) -> None:
    """They are doubtful, so that they are only counted otherwise."""
    (folder / "fr.po").write_text(HEADER + f"# l10n-ignore: nothing\n{WRONG.replace('1993', '1992')}", encoding="utf-8")

    short, long = cli(folder, "check", "fr.po"), cli(folder, "-v", "check", "fr.po")

    assert short.stdout == "1 info in 1 entry in 1 file; l10n-tool -v check lists the info\n"
    assert "fr.po:10: info: l10n-ignore names nothing" in long.stdout
    assert long.stdout.endswith("\n1 info in 1 entry in 1 file\n")
