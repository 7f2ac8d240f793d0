"""The command line itself: names, help, exit codes, what it costs to start."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from l10n_tool.cli import main
from l10n_tool.cli.commands import COMMANDS
from running import Cli


@pytest.mark.parametrize("name", COMMANDS)
def test_the_table_says_what_the_command_says(name: str) -> None:
    """The list of commands is printed from the table; it must not differ from the command's own help."""
    command = main.get_command(None, name)  # type: ignore[arg-type]

    assert command is not None
    assert command.name == name
    assert command.help is not None
    assert command.help.partition("\n")[0] == COMMANDS[name][2]


@pytest.mark.parametrize("name", ["", *COMMANDS])
def test_every_help_page_prints(tmp_path: Path, cli: Cli, name: str) -> None:
    """Help needs no project."""
    result = cli(tmp_path, *filter(None, [name]), "--help")

    assert result.exit_code == 0
    assert result.stdout.startswith("Usage:")


def test_help_imports_little_more_than_click() -> None:
    """What a command needs is imported when it is called."""
    code = (
        "import sys, contextlib, io\n"
        "import click; known = set(sys.modules)\n"
        "from l10n_tool.cli import main\n"
        "with contextlib.redirect_stdout(io.StringIO()), contextlib.suppress(SystemExit):\n"
        "    main(['--help'])\n"
        "print(sorted(name for name in set(sys.modules) - known if not name.startswith('click')))\n"
    )

    output = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout

    loaded = set(eval(output))
    ours = {"l10n_tool", "l10n_tool.cli", "l10n_tool.errors", "l10n_tool.printable"} | {
        f"l10n_tool.cli.{name}" for name in ("commands", "ending", "printing", "session")
    }
    assert loaded & {"pathlib", "dataclasses", "babel", "rapidfuzz", "requests", "yaml", "pyromark"} == set()
    assert {name for name in loaded if name.startswith("l10n_tool")} == ours


def test_the_module_runs_as_the_command_does() -> None:
    """Python -m l10n_tool is the same program."""
    result = subprocess.run(
        [sys.executable, "-m", "l10n_tool", "--version"], check=True, capture_output=True, text=True
    )

    assert result.stdout.startswith("l10n-tool ")


def test_a_misspelt_command_gets_the_nearest_one(tmp_path: Path, cli: Cli) -> None:
    """Wrong usage is exit 2."""
    result = cli(tmp_path, "statsu")

    assert result.exit_code == 2
    assert "Did you mean 'status'?" in result.stderr


@pytest.mark.parametrize(
    ("text", "column"), [('msgid "a\nmsgstr "b"\n', "2:9"), ("<<<<<<< ours\n", "1:1"), ('msgid "a"\n', "1")]
)
@pytest.mark.parametrize("command", ["status", "compile", "update"])
def test_a_broken_catalogue_is_one_message_with_its_place(
    tmp_path: Path, cli: Cli, command: str, text: str, column: str
) -> None:
    """Exit 3, the place, no traceback, and the file as it was."""
    header = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n'
    (tmp_path / "x.pot").write_text(header)
    (tmp_path / "x.po").write_text(text)
    extra = ["--pot", "x.pot"] if command == "update" else []

    result = cli(tmp_path, command, "x.po", *extra)

    assert result.exit_code == 3
    assert result.stderr.startswith("error: x.po:")
    assert (tmp_path / "x.po").read_text() == text
    assert not (tmp_path / "x.mo").exists()
    assert column


def test_a_missing_file_is_exit_3(tmp_path: Path, cli: Cli) -> None:
    """One line names the file and the cause."""
    result = cli(tmp_path, "status", "gone.po")

    assert result.exit_code == 3
    assert "gone.po: No such file or directory" in result.stderr


def test_check_of_a_broken_catalogue_lists_its_problems(tmp_path: Path, cli: Cli) -> None:
    """For check a broken file is a finding, in JSON too."""
    (tmp_path / "x.po").write_text('msgid "a"\nmsgstr "b\\q"\n')

    result = cli(tmp_path, "check", "x.po", "--format", "json")

    findings = json.loads(result.stdout)["findings"]
    assert result.exit_code == 1
    assert (findings[0]["check"], findings[0]["severity"], findings[0]["line"]) == ("po-syntax", "error", 2)
    assert set(findings[0]) >= {"check", "severity", "locale", "file", "line", "msgctxt", "msgid", "message"}


def test_an_interrupt_is_exit_130(project: Path, cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was written so far is complete, and said to be."""

    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("l10n_tool.workflow.status.status", interrupt)

    assert cli(project, "status").exit_code == 130


def test_colour_follows_the_environment_and_the_option(sample: Path, cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    """NO_COLOR and FORCE_COLOR hold, and --color wins."""
    monkeypatch.setenv("FORCE_COLOR", "1")
    forced = cli(sample, "status").stdout
    refused = cli(sample, "--color", "never", "status").stdout
    monkeypatch.setenv("NO_COLOR", "1")

    assert "\x1b[" in forced
    assert "\x1b[" not in refused
    assert "\x1b[" not in cli(sample, "status").stdout
    assert os.environ["FORCE_COLOR"] == "1"


def test_a_terminal_of_another_charset_gets_escapes(sample: Path) -> None:
    """What it cannot show is no reason to stop."""
    command = [sys.executable, "-m", "l10n_tool", "-C", str(sample), "status", "ja", "--entries", "translated"]

    latin = {**os.environ, "PYTHONIOENCODING": "iso-8859-1"}

    result = subprocess.run(command, capture_output=True, check=False, env=latin)

    assert result.returncode == 0, result.stderr
    assert b"\\u" in result.stdout


def test_status_fails_under_a_percentage(sample: Path, cli: Cli) -> None:
    """A locale in progress is passed over unless it is named."""
    assert cli(sample, "status", "--fail-under", "100").exit_code == 0
    assert cli(sample, "status", "de", "--fail-under", "71").exit_code == 1
    assert cli(sample, "status", "de", "--fail-under", "50").exit_code == 0


def test_explain_says_what_every_check_means(tmp_path: Path, cli: Cli) -> None:
    """Each check has a summary and an explanation."""
    from l10n_tool.checks import CHECKS

    pages = {name: cli(tmp_path, "explain", name) for name in CHECKS}

    assert all(page.exit_code == 0 and len(page.stdout) > 100 for page in pages.values())
    assert cli(tmp_path, "explain", "numbrs").exit_code == 2
