"""Catalogues with one peculiarity each, through every command that takes a PO file.

tests/data/awkward/index.toml says of each what it shows and what becomes of it. Nothing ends in a traceback, what is
refused names line and column and stays as it was, and what is written again holds all that a person wrote.
"""

import gettext
import json
import re
import tomllib
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from subprocess import CompletedProcess
from typing import Any, Final

import click
import pytest
from click.testing import Result

from l10n_tool.catalogue import Catalogue, parse_catalogue
from l10n_tool.cli import findings
from l10n_tool.cli.commands import COMMANDS
from running import REPOSITORY, Cli

Run = Callable[..., "CompletedProcess[bytes]"]

DATA: Final = REPOSITORY / "tests" / "data" / "awkward"
INDEX: Final[Mapping[str, Mapping[str, Any]]] = tomllib.loads((DATA / "index.toml").read_text(encoding="utf-8"))

LETTER: Final = "# A letter\n\nOne text.\n"
HEADER: Final = 'msgid ""\nmsgstr "Language: fr\\nContent-Type: text/plain; charset=UTF-8\\n"\n\n'
TEMPLATE: Final = HEADER + 'msgid "A letter"\nmsgstr ""\n\nmsgid "One text."\nmsgstr ""\n'
OTHERS: Final = HEADER + 'msgid "One text."\nmsgstr "Un texte."\n'


@dataclass(frozen=True, slots=True)
class Step:
    """A command line; one that ``writes`` may change the awkward file."""

    arguments: tuple[str, ...]
    writes: bool = False


def _formats() -> tuple[str, ...]:
    option = next(option for option in findings.check.params if option.name == "format_")
    assert isinstance(option.type, click.Choice)
    return tuple(option.type.choices)


#: What each command is given, with the awkward file as ``x.po``; a command that takes no catalogue is not here.
STEPS: Final[Mapping[str, tuple[Step, ...]]] = {
    "init": (Step(("de", "--pot", "x.po", "-o", "new.po")),),
    "update": (
        Step(("x.po", "--pot", "t.pot", "--check")),
        Step(("x.po", "--pot", "x.po", "--check")),
        Step(("x.po", "--pot", "t.pot"), writes=True),
    ),
    "draft": (Step(("x.po", "--engine", "pseudo"), writes=True),),
    "approve": (Step(("x.po", "--by", "reader", "--all"), writes=True),),
    "check": tuple(Step(("x.po", "--format", name)) for name in _formats()),
    "status": (Step(("x.po",)), Step(("x.po", "--json")), Step(("x.po", "--entries", "translated"))),
    "compile": (Step(("x.po", "-o", "x.mo")),),
    "build": (Step(("letter.md", "--catalogue", "x.po", "-o", "out.md")),),
    "tidy": (Step(("x.po", "--check")), Step(("x.po",), writes=True)),
    "merge": (
        Step(("x.po", "x.po", "x.po", "-o", "merged.po")),
        Step(("t.pot", "x.po", "others.po"), writes=True),
    ),
}
_GETTEXT_S: Final = re.compile(r"(?:no-)?wrap|range: .*|.*-format")
#: Commands that read sources, captures or nothing.
OTHER_COMMANDS: Final = frozenset({"run", "import", "extract", "explain", "terms"})


def _bytes_of(name: str) -> bytes:
    text, times = INDEX[name].get("grow", ("", 0))
    return (DATA / f"{name}.po").read_bytes().replace(b"@GROW@", text.encode() * times)


def _folder(parent: Path, name: str) -> Path:
    """Return a folder with the awkward file in it, and what the commands need beside it."""
    folder = parent / "project"
    folder.mkdir(parents=True)
    (folder / "x.po").write_bytes(_bytes_of(name))
    for file, text in (("letter.md", LETTER), ("t.pot", TEMPLATE), ("others.po", OTHERS)):
        (folder / file).write_text(text, encoding="utf-8")
    return folder


def _words(catalogue: Catalogue) -> Counter[tuple[str, str]]:
    """Return all that a person may have written: texts, comments, flags, header fields, previous sources."""
    found: Counter[tuple[str, str]] = Counter()
    for entry in catalogue.entries:
        texts = [] if entry.is_header else entry.msgstr
        found.update(("text", text) for text in texts if text)
        found.update(("comment", comment.strip()) for comment in entry.comments if comment.strip())
        found.update(("flag", flag) for flag in entry.flags if flag != "fuzzy")
        if entry.previous:
            found[("previous", entry.previous.msgid)] += 1
    # tidy brings a file to UTF-8, and says so in it.
    fields = {name: value for name, value in catalogue.headers.items() if value and name != "Content-Type"}
    found.update(("header", f"{name}: {value}") for name, value in fields.items())
    return found


def _names() -> list[str]:
    return sorted(INDEX)


def _steps() -> list[tuple[str, Step]]:
    return [(command, step) for command in COMMANDS for step in STEPS.get(command, ())]


@pytest.mark.parametrize("name", [name for name in _names() if "problems" in INDEX[name]])
def test_a_file_that_is_refused_is_refused_by_every_command(name: str, tmp_path: Path, cli: Cli) -> None:
    """Exit code 3, each problem with its line and column, and the file as it was; of check they are findings."""
    for number, (command, step) in enumerate(_steps()):
        folder = _folder(tmp_path / str(number), name)

        result = cli(folder, command, *step.arguments)

        assert result.exit_code == (1 if command == "check" else 3), (command, step, result.output)
        assert (folder / "x.po").read_bytes() == _bytes_of(name)
        assert {path.name for path in folder.iterdir()} == {"x.po", "letter.md", "t.pot", "others.po"}, command
        _assert_problems_are_told(name, command, step, result)


def _assert_problems_are_told(name: str, command: str, step: Step, result: Result) -> None:
    problems = INDEX[name]["problems"]
    if command != "check":
        assert [problem for problem in problems if f"x.po:{problem}" not in result.stderr] == [], result.stderr
        assert len(result.stderr.split("\n")) > len(problems) + 1, "no remedy"
    elif "json" in step.arguments:
        told = [finding["line"] for finding in json.loads(result.stdout)["findings"]]
        assert told == [int(problem.partition(":")[0]) for problem in problems]
    else:
        places = [problem.split(":")[:2] for problem in problems]
        assert all(line in result.stdout and column in result.stdout for line, column in places)


@pytest.mark.parametrize("name", [name for name in _names() if "problems" not in INDEX[name]])
def test_a_file_that_is_read_keeps_every_word_in_every_command(name: str, tmp_path: Path, cli: Cli) -> None:
    """A command does what it is for, or says why it does not and leaves the file alone; it never loses a word."""
    before = _words(parse_catalogue(_bytes_of(name)))
    for number, (command, step) in enumerate(_steps()):
        folder = _folder(tmp_path / str(number), name)

        result = cli(folder, command, *step.arguments)

        data = (folder / "x.po").read_bytes()
        assert result.exit_code in {0, 1, 2, 3}, (command, step, result.output)
        if result.exit_code in {2, 3}:
            assert result.stderr.startswith("error: x.po"), (command, result.stderr)
        if result.exit_code in {2, 3} or not step.writes:
            assert data == _bytes_of(name), (command, step)
        missing = before - _words(parse_catalogue(data))
        assert {word for word in missing if not _is_the_template_s(command, word)} == set(), command


def _is_the_template_s(command: str, word: tuple[str, str]) -> bool:
    """Whether it is update's to take away: what gettext's flags say of a source comes from the template."""
    return command == "update" and word[0] == "flag" and bool(_GETTEXT_S.fullmatch(word[1]))


@pytest.mark.parametrize("name", [name for name in _names() if "problems" not in INDEX[name]])
def test_what_is_compiled_can_be_loaded(name: str, tmp_path: Path, cli: Cli) -> None:
    """A header that would stop a program, or have it run code, is never published."""
    folder = _folder(tmp_path, name)

    result = cli(folder, "compile", "x.po", "-o", "x.mo")

    refused = result.exit_code == 3
    assert refused == bool(INDEX[name].get("compile-refuses", False)), result.output
    assert refused != (folder / "x.mo").exists()
    if not refused:
        with (folder / "x.mo").open("rb") as file:
            translations = gettext.GNUTranslations(file)
        assert all(translations.ngettext("one", "many", number) for number in range(200))


@pytest.mark.parametrize("name", [name for name in _names() if "problems" not in INDEX[name]])
def test_the_errors_in_a_file_that_is_read_are_those_of_the_index(name: str, tmp_path: Path, cli: Cli) -> None:
    """No less, and nothing is called an error that is only odd; each has a line, and says what to do."""
    result = cli(_folder(tmp_path, name), "check", "x.po", "--format", "json")

    errors = [finding for finding in json.loads(result.stdout)["findings"] if finding["severity"] == "error"]
    assert sorted({finding["check"] for finding in errors}) == INDEX[name].get("errors", [])
    assert result.exit_code == bool(errors)
    assert all(finding["line"] for finding in errors) or not parse_catalogue(_bytes_of(name)).entries


@pytest.mark.parametrize("name", _names())
def test_nothing_that_msgfmt_refuses_is_accepted_in_silence(name: str, msgfmt: Run) -> None:
    """gettext's compiler is the judge; where it takes a file that we refuse, the index says why we do."""
    accepted = msgfmt("-c", "-o", "/dev/null", "-", data=_bytes_of(name)).returncode == 0

    ours = "problems" not in INDEX[name]
    assert accepted or not ours or INDEX[name].get("errors")
    assert ("although" in INDEX[name]) == (accepted and not ours)


def test_the_index_lists_every_file_and_every_command_is_tried() -> None:
    """A file that nobody tries shows nothing, and a new command has to say whether it takes catalogues."""
    assert {path.stem for path in DATA.glob("*.po")} == set(INDEX)
    assert len(INDEX) >= 60
    assert set(COMMANDS) == STEPS.keys() | OTHER_COMMANDS
