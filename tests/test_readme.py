"""The README is true: every command in it runs, and every command, check and engine is in it."""

import re
import shlex
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from l10n_tool.checks import CHECKS
from l10n_tool.cli import main
from l10n_tool.cli.commands import COMMANDS
from l10n_tool.engines import ENGINES
from running import REPOSITORY

README = (REPOSITORY / "README.md").read_text(encoding="utf-8")
SHOWN = re.findall(r"^\$ (.+)$", README, re.MULTILINE)
OURS = [line for line in SHOWN if line.startswith("l10n-tool ")]


@pytest.fixture(scope="module")
def clone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy of what the commands of the README read."""
    root = tmp_path_factory.mktemp("clone")
    for name in ("source", "locales", "tests/data/captures", "tests/data/foreign"):
        shutil.copytree(REPOSITORY / name, root / name, ignore=shutil.ignore_patterns("*.mo"))
    shutil.copy(REPOSITORY / "pyproject.toml", root)
    return root


def test_every_command_that_the_readme_shows_runs(clone: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In the order of the page, each with the exit code that the page says, 0 if it says none."""
    monkeypatch.chdir(clone)
    wrong = []

    for line in OURS:
        command, _, remark = line.partition("#")
        stated = re.search(r"exits (\d+)", remark)
        expected = int(stated[1]) if stated else 0
        result = CliRunner().invoke(main, shlex.split(command)[1:], catch_exceptions=False)
        if result.exit_code != expected:
            wrong.append((line, result.exit_code, result.output))

    assert wrong == []
    assert len(OURS) > 20


def test_the_commands_of_a_newcomer_are_those_that_ci_runs() -> None:
    """The two lines with pip reach the package index, so .ci/run takes them from the README and runs them."""
    newcomers = [line for line in SHOWN if line not in OURS]

    assert len(newcomers) == 2
    assert all(line.startswith("python3 -m venv .venv && .venv/bin/pip install -e ") for line in newcomers)
    assert r"s/^\$ \(python3 -m venv.*\)$/\1/p" in (REPOSITORY / ".ci/run").read_text()


def test_every_command_is_named_with_what_it_does() -> None:
    """A command that nobody can find is not there."""
    assert [name for name, (_, _, sentence) in COMMANDS.items() if f"| `{name}` | {sentence} |" not in README] == []


def test_every_check_has_its_paragraph() -> None:
    """The README says what explain says."""
    page = " ".join(README.split())

    missing = [
        name
        for name, check in CHECKS.items()
        if f"#### `{name}` ({check.severity.value})" not in page or " ".join(check.explanation.split()) not in page
    ]

    assert missing == []


def test_every_engine_is_in_the_table() -> None:
    """And so is what it needs."""
    assert [name for name in ENGINES if f"| `{name}` |" not in README] == []
