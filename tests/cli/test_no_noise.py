"""A run without changes leaves every byte and every modification time alone, whatever the day is."""

import datetime as dt
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Final

import pytest

from l10n_tool.catalogue import parse_catalogue
from l10n_tool.provenance import State, state
from running import Cli

Stamps = dict[str, tuple[bytes, int]]

#: Every command that writes, as a user gives it again and again.
COMMANDS: Final = [
    ("extract",),
    ("update",),
    ("update", "fr", "--pot", "locales/messages.pot"),
    ("draft", "--engine", "memory"),
    ("draft", "--engine", "pseudo"),
    ("approve", "--by", "fr-reviewer", "--all"),
    ("approve", "--by", "another", "--all"),
    ("approve", "--by", "another", "--cleared"),
    ("check",),
    ("status",),
    ("compile",),
    ("build",),
    ("tidy",),
    ("run",),
]


class Later(date):
    """A calendar on which years have passed. Every module is loaded before it is looked at."""

    @classmethod
    def today(cls) -> "Later":
        return cls(2039, 1, 2)


def _let_years_pass(monkeypatch: pytest.MonkeyPatch) -> None:
    """Change the calendar of every module that has read it, and of functions that will."""
    for name, module in list(sys.modules.items()):
        if name.startswith("l10n_tool.") and getattr(module, "date", None) is date:
            monkeypatch.setattr(module, "date", Later)
    monkeypatch.setattr(dt, "date", Later)


def _stamps(root: Path) -> Stamps:
    """Return the bytes and the modification time of every file but those of our own memory."""
    files = [path for path in sorted(root.rglob("*")) if path.is_file() and ".l10n-tool" not in path.parts]
    return {path.relative_to(root).as_posix(): (path.read_bytes(), path.stat().st_mtime_ns) for path in files}


@pytest.fixture
def walked(project: Path, cli: Cli) -> Path:
    """Return a project with drafts, approvals and outputs, through which every command has gone once."""
    cli(project, "extract")
    cli(project, "init", "fr", "ja")
    for command in COMMANDS:
        cli(project, *command)
    return project


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_a_command_that_has_nothing_to_do_writes_nothing(
    command: Sequence[str], walked: Path, cli: Cli, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Years later, and with nothing remembered of the last time."""
    before = _stamps(walked)
    _let_years_pass(monkeypatch)

    for _ in range(2):
        result = cli(walked, *command)

        assert result.exit_code == 0, result.output
        assert _stamps(walked) == before
        for path in (walked / ".l10n-tool" / "cache").iterdir():
            path.unlink()


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_the_sample_is_as_its_commands_leave_it(command: Sequence[str], sample: Path, cli: Cli) -> None:
    """The catalogues in the repository: what is approved stays approved by whom it was, on the day on which it was."""
    cli(sample, "approve", "--by", "fr-reviewer", "--all", "--despite-findings")
    cli(sample, "draft", "--engine", "pseudo")
    cli(sample, "run")
    if command[0] == "approve":
        cli(sample, *command, "--despite-findings")
    before = _stamps(sample)

    cli(sample, *command)

    assert _stamps(sample) == before


def test_an_approval_keeps_its_day_and_its_name(project: Path, cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    """Approving all again, by somebody else on another day, finds nothing left to approve."""
    cli(project, "extract")
    cli(project, "init", "fr")
    cli(project, "draft", "fr", "--engine", "pseudo")
    cli(project, "approve", "fr", "--by", "fr-reviewer", "--all")
    path = project / "locales" / "fr" / "LC_MESSAGES" / "messages.po"
    before = _stamps(project)
    _let_years_pass(monkeypatch)

    result = cli(project, "approve", "fr", "--by", "somebody-else", "--all")

    assert result.exit_code == 0
    assert _stamps(project) == before
    assert {state(entry) for entry in parse_catalogue(path.read_bytes()).messages} == {State.APPROVED}
    assert b"2039" not in path.read_bytes()


def test_starting_a_catalogue_that_is_there_writes_nothing(walked: Path, cli: Cli) -> None:
    """Wrong usage, exit 2; the dates in its header stay those of the day on which it was started."""
    before = _stamps(walked)

    result = cli(walked, "init", "fr")

    assert result.exit_code == 2
    assert _stamps(walked) == before


HEAD: Final = (
    'msgid ""\nmsgstr ""\n"POT-Creation-Date: 2026-01-01 00:00+0000\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
)
POT: Final = HEAD + '\n#: app.py\nmsgid "Renew"\nmsgstr ""\n'


@pytest.fixture
def foreign(tmp_path: Path, cli: Cli) -> Path:
    """Return a folder with a template that no l10n-tool wrote, and a catalogue that is up to date with it."""
    (tmp_path / "app.pot").write_text(POT)
    (tmp_path / "fr.po").write_text(HEAD + '\n#: app.py\nmsgid "Renew"\nmsgstr "Prolonger"\n')
    cli(tmp_path, "update", "fr.po", "--pot", "app.pot")
    return tmp_path


def test_a_template_with_nothing_but_another_date_changes_no_catalogue(foreign: Path, cli: Cli) -> None:
    """As xgettext writes it on every run."""
    (foreign / "app.pot").write_text(POT.replace("2026-01-01 00:00", "2026-11-22 12:34"))
    before = _stamps(foreign)

    result = cli(foreign, "update", "fr.po", "--pot", "app.pot")

    assert result.exit_code == 0
    assert _stamps(foreign) == before


def test_the_date_comes_with_the_first_entry_that_changes(foreign: Path, cli: Cli) -> None:
    """So that it says which template the catalogue was brought in line with."""
    (foreign / "app.pot").write_text(
        POT.replace("2026-01-01 00:00", "2026-11-22 12:34") + '\nmsgid "Return"\nmsgstr ""\n'
    )

    cli(foreign, "update", "fr.po", "--pot", "app.pot")

    assert "POT-Creation-Date: 2026-11-22 12:34+0000" in (foreign / "fr.po").read_text()
