"""What ships for other people's CI: the hooks of pre-commit and the GitHub Action, each held to its schema."""

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import click
import pytest
import yaml

from l10n_tool.cli import findings, main
from running import REPOSITORY

ACTION = REPOSITORY / "action.yml"
HOOKS = REPOSITORY / ".pre-commit-hooks.yaml"
STUB = '#!/bin/bash\nprintf "<%s>" "$@"\n'


def action() -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load(ACTION.read_text(encoding="utf-8"))
    return found


def steps() -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = action()["runs"]["steps"]
    return found


def test_the_action_fits_the_schema_of_actions() -> None:
    """As the schema store has it; check-jsonschema brings it along."""
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.github-actions", str(ACTION)]

    done = subprocess.run(command, capture_output=True, check=False)

    assert done.returncode == 0, done.stdout.decode()


def test_the_hooks_are_what_pre_commit_takes() -> None:
    """By its own words."""
    done = subprocess.run(
        [sys.executable, "-m", "pre_commit", "validate-manifest", str(HOOKS)], capture_output=True, check=False
    )

    assert done.returncode == 0, done.stdout.decode()


def test_each_hook_calls_a_command_that_there_is() -> None:
    """With options that it knows."""
    for hook in yaml.safe_load(HOOKS.read_text(encoding="utf-8")):
        program, name, *options = hook["entry"].split()
        command = main.get_command(click.Context(main), name)

        assert program == "l10n-tool"
        assert command is not None
        assert set(options) <= {option for parameter in command.params for option in parameter.opts}


def test_no_input_becomes_a_part_of_a_script() -> None:
    """Whoever opens a pull request may choose its branch's name; scripts read variables."""
    scripts = [step["run"] for step in steps() if "run" in step]

    assert len(scripts) == 2
    assert not any("${{" in script for script in scripts)


def test_every_action_that_is_used_is_pinned() -> None:
    """A tag can be moved, a hash cannot."""
    used = [step["uses"] for step in steps() if "uses" in step]

    assert used
    assert all(re.fullmatch(r"[\w/-]+@[0-9a-f]{40}", name) for name in used)


def test_every_input_is_used_and_described() -> None:
    """And none is used that there is not."""
    text = ACTION.read_text(encoding="utf-8")

    assert set(re.findall(r"\$\{\{ inputs\.([\w-]+) \}\}", text)) == set(action()["inputs"])
    assert all(value["description"] and value["required"] is False for value in action()["inputs"].values())


def test_the_defaults_are_what_the_command_takes() -> None:
    """So that a workflow without any input runs."""
    defaults = {name: value["default"] for name, value in action()["inputs"].items()}
    choices = {option.name: option.type for option in findings.check.params if isinstance(option.type, click.Choice)}

    assert defaults["format"] in choices["format_"].choices
    assert defaults["fail-on"] in choices["fail_on"].choices


def run_check(folder: Path, **inputs: str) -> str:
    """Run the last step of the action with a program that prints its arguments."""
    program = folder / "l10n-tool" / "bin" / "l10n-tool"
    program.parent.mkdir(parents=True)
    program.write_text(STUB)
    program.chmod(0o755)
    names = steps()[-1]["env"]
    given = dict.fromkeys(names, "") | {"FORMAT": "github", "FAIL_ON": "error"} | inputs
    environment = {"PATH": "/usr/bin:/bin", "RUNNER_TEMP": str(folder), **given}
    command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", steps()[-1]["run"]]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, check=True, text=True).stdout


@pytest.mark.parametrize(
    ("inputs", "arguments"),
    [
        ({}, "<check><--format=github><--fail-on=error><-->"),
        ({"LOCALES": "fr ja\n de\n"}, "<check><--format=github><--fail-on=error><--><fr><ja><de>"),
        (
            {"BASELINE": "a b.json", "CHANGED": "origin/main", "FAIL_ON": "never"},
            "<check><--format=github><--fail-on=never><--baseline=a b.json><--changed=origin/main><-->",
        ),
        (
            {"LOCALES": "$(touch x) `id` ; * --help", "CHANGED": "'; touch x #"},
            "<check><--format=github><--fail-on=error><--changed='; touch x #><--><$(touch><x)><`id`><;><*><--help>",
        ),
    ],
)
def test_an_input_is_one_argument_whatever_it_says(inputs: dict[str, str], arguments: str, tmp_path: Path) -> None:
    """No name is taken for an option, and no shell reads it again."""
    assert run_check(tmp_path, **inputs) == arguments
    assert [path.name for path in tmp_path.iterdir()] == ["l10n-tool"]


def test_findings_can_go_to_a_file(tmp_path: Path) -> None:
    """For the upload of code scanning or of test results."""
    assert run_check(tmp_path, OUTPUT="out.sarif", FORMAT="sarif") == ""
    assert (tmp_path / "out.sarif").read_text().startswith("<check><--format=sarif>")


@pytest.mark.parametrize("version", ["--index-url=x", "1.0 x", "git+https://example.org/x", "../x", "1;id", "$(id)"])
def test_a_version_is_nothing_but_a_version(version: str, tmp_path: Path) -> None:
    """pip takes options, addresses and paths, too."""
    script = next(step["run"] for step in steps() if "pip install" in step.get("run", ""))
    environment = {"PATH": "/usr/bin:/bin", "RUNNER_TEMP": str(tmp_path), "PYTHON": "/bin/false", "VERSION": version}

    done = subprocess.run(["bash", "-eo", "pipefail", "-c", script], env=environment, capture_output=True, check=False)

    assert done.returncode == 2
    assert b"no version" in done.stderr
