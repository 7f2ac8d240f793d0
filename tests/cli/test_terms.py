"""terms: the file made tidy, what is proposed, TBX in and out, and what the checks make of it."""

import json
import os
from pathlib import Path

import pytest

from l10n_tool.termbase.csv_file import COLUMNS
from running import Cli

HEAD = ",".join(COLUMNS)
UNTIDY = "locale,term,required\nfr,letter, lettre\n,book,\n"
TIDY = f"{HEAD}\nbook,*,,,,,\nletter,fr,lettre,,,,\n"
SUGGESTED = [
    ("ar", "رفوف مفتوحة"), ("az", "Açıq rəflər"), ("de", "Offene Regale"), ("es", "Estanterías abiertas"),
    ("fr", "Rayons ouverts"), ("ja", "ひらかれた本棚"), ("ru", "Открытые полки"), ("tr", "Açık Raflar"),
]  # fmt: skip


def test_the_file_is_made_tidy_once(project: Path, cli: Cli) -> None:
    """A table, and the second time nothing is written."""
    path = project / "terms.csv"
    path.write_text(UNTIDY)

    first = cli(project, "terms")
    os.utime(path, (1, 1))
    second = cli(project, "terms")

    assert first.stdout == (
        "Term    Locale  Required  Allowed  Forbidden\n"
        "book    *\n"
        "letter  fr      lettre\n"
        "\n"
        "terms.csv: 2 lines, made tidy\n"
    )
    assert path.read_text() == TIDY
    assert second.stdout.endswith("terms.csv: 2 lines, tidy\n")
    assert path.stat().st_mtime == 1


def test_check_writes_nothing_and_tells(project: Path, cli: Cli) -> None:
    """Exit 1, and the command that does it."""
    (project / "terms.csv").write_text(UNTIDY)

    result = cli(project, "terms", "--check")

    assert (result.exit_code, result.stderr) == (1, "Bring it to this form with: l10n-tool terms\n")
    assert result.stdout.endswith("terms.csv: 2 lines, not tidy\n")
    assert (project / "terms.csv").read_text() == UNTIDY


def test_without_a_file_there_is_a_way_to_start_it(project: Path, cli: Cli) -> None:
    """Exit 3, and the checks need none."""
    result = cli(project, "terms")

    assert result.exit_code == 3
    assert "l10n-tool terms --suggest > terms.csv" in result.stderr


@pytest.mark.parametrize("command", [["terms"], ["check"], ["terms", "--suggest"]])
def test_a_broken_file_is_told_with_its_place(command: list[str], sample: Path, cli: Cli) -> None:
    """Every command that reads it says the same."""
    (sample / "terms.csv").write_text("term,locle\na,b\n")

    result = cli(sample, *command)

    assert result.exit_code == 3
    assert result.stderr == "error: terms.csv:1:6: unknown column 'locle'\n  Did you mean 'locale'?\n"


def test_a_link_that_leads_nowhere_is_no_missing_file(project: Path, cli: Cli) -> None:
    """Who linked it wants it to be read."""
    (project / "terms.csv").symlink_to("elsewhere.csv")
    cli(project, "extract")
    cli(project, "init", "fr")

    assert cli(project, "check", "fr").exit_code == 3


def test_names_of_the_sample_are_proposed_with_their_renderings(sample: Path, cli: Cli) -> None:
    """What the catalogues say already is required; the lines can be imported, and then are not proposed again."""
    result = cli(sample, "terms", "--suggest", "--limit", "1")

    lines = [f"Open Shelves,{locale},{rendering},,,," for locale, rendering in SUGGESTED]
    assert result.stdout.splitlines() == [HEAD, *lines]
    (sample / "new.csv").write_text(result.stdout)
    assert cli(sample, "terms", "--import", "new.csv").stdout == "terms.csv: 8 lines added, 0 lines changed\n"
    assert (sample / "terms.csv").read_text() == result.stdout
    assert cli(sample, "terms", "--import", "new.csv").stdout == "terms.csv: unchanged\n"
    assert "Open Shelves" not in cli(sample, "terms", "--suggest").stdout


def test_the_sample_follows_its_own_names(sample: Path, cli: Cli) -> None:
    """All eight locales render the name as the termbase says, in whatever case it stands."""
    suggested = cli(sample, "terms", "--suggest", "--limit", "1").stdout
    (sample / "terms.csv").write_text(suggested)

    findings = json.loads(cli(sample, "check", "--format", "json").stdout)["findings"]

    assert [finding for finding in findings if finding["check"] == "terms"] == []


def test_a_changed_termbase_is_asked_again(sample: Path, cli: Cli) -> None:
    """What an earlier check remembered does not hold any more; a forbidden rendering is an error."""
    cli(sample, "check", "fr")
    (sample / "terms.csv").write_text(f"{HEAD}\nOpen Shelves,fr,,,Rayons ouverts,,old name\n")

    result = cli(sample, "check", "fr", "--format", "json")

    found = [one for one in json.loads(result.stdout)["findings"] if one["check"] == "terms"]
    assert result.exit_code == 1
    assert {one["severity"] for one in found} == {"error"}
    assert {one["message"] for one in found} == {"‘Rayons ouverts’ is not to be used for ‘Open Shelves’ (old name)"}


def test_tbx_goes_out_and_comes_back(project: Path, cli: Cli) -> None:
    """The file that comes of it is the one that there was."""
    (project / "terms.csv").write_text(TIDY)

    result = cli(project, "terms", "--export", "terms.tbx")

    assert result.stdout == "terms.tbx: 2 lines, written\n"
    assert cli(project, "terms", "--export", "terms.tbx").stdout == "terms.tbx: 2 lines, unchanged\n"
    (project / "terms.csv").unlink()
    assert cli(project, "terms", "--import", "terms.tbx").exit_code == 0
    assert (project / "terms.csv").read_text() == TIDY


def test_an_import_loses_nothing(project: Path, cli: Cli) -> None:
    """Renderings come to those that are there."""
    (project / "terms.csv").write_text(TIDY)
    (project / "more.csv").write_text("term,locale,required,forbidden\nletter,fr,courrier,lettre\n")

    result = cli(project, "terms", "--import", "more.csv")

    assert result.stdout == "terms.csv: 0 lines added, 1 line changed\n"
    assert "letter,fr,lettre|courrier,,,,\n" in (project / "terms.csv").read_text()


@pytest.mark.parametrize(
    ("arguments", "code", "part"),
    [
        (["--check", "--suggest"], 2, "do not go together"),
        (["--import", "terms.xlsx"], 2, "neither TBX nor CSV"),
        (["--import", "none.csv"], 3, "none.csv: No such file"),
        (["--export", "terms.csv"], 2, "does not end in .tbx"),
        (["--export", "mine.xml"], 2, "is there already and is no TBX"),
        (["--suggest", "--limit", "0"], 2, "0 is not in the range"),
    ],
)
def test_what_cannot_be_done_is_told(arguments: list[str], code: int, part: str, project: Path, cli: Cli) -> None:
    """And no file is written."""
    (project / "terms.csv").write_text(TIDY)
    (project / "mine.xml").write_text("<page/>")

    result = cli(project, "terms", *arguments)

    assert result.exit_code == code
    assert part in result.stderr
    assert (project / "terms.csv").read_text() == TIDY
    assert (project / "mine.xml").read_text() == "<page/>"
