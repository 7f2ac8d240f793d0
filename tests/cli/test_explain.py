"""explain: one check or all of them, each as the settings of the project have it."""

import tomllib
from pathlib import Path

import pytest

from l10n_tool.checks import CHECKS
from l10n_tool.errors import UsageError
from l10n_tool.project.check_rules import rules_of
from running import Cli

SETTINGS = """locales = ["fr", "tr"]
[checks]
numbers = "info"
urls = "off"
[[checks.except]]
checks = ["numbers"]
locales = ["tr"]
severity = "off"
[[checks.except]]
checks = ["tags"]
msgid = ["*x*"]
"""


def settings(tmp_path: Path) -> None:
    (tmp_path / "l10n-tool.toml").write_text(SETTINGS, encoding="utf-8")


def test_without_a_name_all_checks_are_listed(tmp_path: Path, cli: Cli) -> None:
    """One a line, with severity and summary, aligned."""
    lines = cli(tmp_path, "explain").stdout.splitlines()

    assert [line.split()[:2] for line in lines[1:]] == [[name, check.severity] for name, check in CHECKS.items()]
    at = lines[0].index("what it asks for")
    assert [line[at:] for line in lines[1:]] == [check.summary for check in CHECKS.values()]


def test_a_severity_is_that_of_the_settings(tmp_path: Path, cli: Cli) -> None:
    """With the usual one beside it where a check is explained."""
    settings(tmp_path)

    table = {line.split()[0]: line.split()[1] for line in cli(tmp_path, "explain").stdout.splitlines()}
    pages = {name: cli(tmp_path, "explain", name).stdout for name in ("numbers", "urls", "tags", "markup")}
    told = {name: [" ".join(part.split()) for part in page.split("\n\n")] for name, page in pages.items()}

    assert (table["numbers"], table["urls"], table["tags"]) == ("info", "off", CHECKS["tags"].severity)
    assert told["numbers"][0] == f"numbers ({CHECKS['numbers'].severity.value}): {CHECKS['numbers'].summary}"
    assert told["numbers"][-1] == "The settings of this project: info, off in tr."
    assert told["urls"][-1] == "The settings of this project: off."
    assert told["tags"][-1] == "The settings of this project: with exceptions for some entries."
    assert not any("settings of this project" in line for line in told["markup"])


def test_a_page_is_folded_to_the_terminal(tmp_path: Path, cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    """At 80 columns where there is none, and at a hundred at most; nothing of it is lost."""
    pages = {}
    for columns in ("", "50", "300"):
        monkeypatch.setenv("COLUMNS", columns)
        pages[columns] = {name: cli(tmp_path, "explain", name).stdout for name in CHECKS}

    for columns, limit in (("", 80), ("50", 50), ("300", 100)):
        for name, page in pages[columns].items():
            summary, explanation, *ways = page.split("\n\n")
            folded = [part for part in (summary, explanation, *ways) if not part.startswith("    ")]
            assert all(len(line) <= limit for part in folded for line in part.splitlines())
            assert summary.split() == f"{name} ({CHECKS[name].severity}): {CHECKS[name].summary}".split()
            assert explanation.split() == CHECKS[name].explanation.split()


def test_a_page_says_how_a_check_is_set(tmp_path: Path, cli: Cli) -> None:
    """The lines can be copied into the settings, and do what they say."""
    for name in CHECKS.keys() - {"document-structure"}:
        lines = cli(tmp_path, "explain", name).stdout.splitlines()
        example = [line[4:] for line in lines if line.startswith("    ")]
        settings = tomllib.loads("\n".join(line for line in example if not line.startswith("#")))

        first, second = rules_of(settings["tool"]["l10n-tool"]["checks"], ["fr"], lambda m, r: UsageError(m, remedy=r))

        assert first.checks == second.checks == {name}
        assert first.general
        assert not second.general


@pytest.mark.parametrize(
    ("name", "commented"),
    [("numbers", True), ("header", True), ("inconsistent", True), ("completeness", False), ("source-quotes", False)],
)
def test_a_page_shows_the_comment_that_silences_a_check(name: str, commented: bool, tmp_path: Path, cli: Cli) -> None:
    """Where there is an entry of a catalogue that can have it."""
    assert (f"    # l10n-ignore: {name}\n" in cli(tmp_path, "explain", name).stdout) is commented


def test_a_page_of_what_nothing_silences_says_so(tmp_path: Path, cli: Cli) -> None:
    """A build would refuse it all the same."""
    page = cli(tmp_path, "explain", "document-structure").stdout

    assert "No setting and no comment silences it" in page
    assert "l10n-ignore" not in page


def test_a_name_that_is_none_is_answered_with_the_nearest(tmp_path: Path, cli: Cli) -> None:
    """And with where all of them are listed."""
    result = cli(tmp_path, "explain", "numbrs")

    assert result.exit_code == 2
    assert result.stderr == (
        "error: no check called 'numbrs'\n  Did you mean 'numbers'? l10n-tool explain lists all of them.\n"
    )


def test_settings_that_are_wrong_do_not_keep_anybody_from_mending_them(tmp_path: Path, cli: Cli) -> None:
    """Their error message names this command."""
    (tmp_path / "l10n-tool.toml").write_text('[checks]\nnumbrs = "off"\n', encoding="utf-8")

    result = cli(tmp_path, "explain")

    assert result.exit_code == 0
    assert "numbers " in result.stdout
    assert result.stderr.startswith("warning: ")
