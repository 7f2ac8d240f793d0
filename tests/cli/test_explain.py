"""explain: one check or all of them, each as the settings of the project have it."""

from pathlib import Path

from l10n_tool.checks import CHECKS
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
    told = {name: cli(tmp_path, "explain", name).stdout.splitlines() for name in ("numbers", "urls", "tags", "markup")}

    assert (table["numbers"], table["urls"], table["tags"]) == ("info", "off", CHECKS["tags"].severity)
    assert told["numbers"][0] == f"numbers ({CHECKS['numbers'].severity.value}): {CHECKS['numbers'].summary}"
    assert told["numbers"][-1] == "The settings of this project: info, off in tr."
    assert told["urls"][-1] == "The settings of this project: off."
    assert told["tags"][-1] == "The settings of this project: with exceptions for some entries."
    assert told["markup"][-1] == CHECKS["markup"].explanation


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
