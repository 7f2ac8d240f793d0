"""What comes from outside reaches the terminal with escapes in the place of control codes, whoever prints it."""

import json
from pathlib import Path
from typing import Final

import pytest

from l10n_tool.catalogue import Catalogue, Entry, format_catalogue
from l10n_tool.cli.commands import COMMANDS
from l10n_tool.printable import printable
from running import Cli

#: A colour that is none of ours, a carriage return, a line break, a C1 control, a right-to-left override.
EVIL: Final = "\x1b[35m\rx\n\x9b\u202e"
NAME: Final = f"{EVIL}.po"
HEADER: Final = Entry("", ("Language: fr\nContent-Type: text/plain; charset=UTF-8\n",))
CATALOGUE: Final = format_catalogue(
    Catalogue((HEADER, Entry("Come in.", ("Entrez.",)), Entry("Wait 5 minutes.", ("Attendez.",)), Entry("Go.")))
)
TEMPLATE: Final = format_catalogue(Catalogue((HEADER, Entry("Come in."), Entry("Bring a book."))))
BROKEN: Final = CATALOGUE.replace(b'"Entrez."', b'"Entrez.')
#: What our own colours are made of.
CODES: Final = ("\x1b[1m", "\x1b[2m", "\x1b[31m", "\x1b[32m", "\x1b[33m", "\x1b[0m")

#: For each command what to do with a catalogue of this name: to one that is fine, a broken one, and one not there.
USES: Final[dict[str, list[tuple[str, ...]]]] = {
    "run": [("run",), (EVIL,), ("run", NAME)],
    "import": [("import", NAME, "-o", f"{EVIL}.md"), ("import", "none", "-o", NAME)],
    "extract": [
        ("extract", "a.md", "-o", f"{EVIL}3.pot"),
        ("extract", NAME, "-o", f"{EVIL}.pot"),
        ("extract", f"{EVIL}.md", "-o", f"{EVIL}.pot"),
    ],
    "init": [("init", "fr", "--pot", "app.pot", "-o", f"{EVIL}2.po"), ("init", "fr", "--pot", "app.pot", "-o", NAME)],
    "update": [("-v", "update", NAME, "--pot", "app.pot"), ("update", "--check", NAME, "--pot", "app.pot")],
    "draft": [("draft", NAME, "--engine", "pseudo"), ("draft", "--engine", EVIL, NAME)],
    "approve": [("approve", NAME, "--by", "reader", "--all"), ("approve", NAME, "--by", EVIL, "--all")],
    "check": [("check", NAME), ("check", EVIL)],
    "explain": [("explain", EVIL)],
    "terms": [("terms", "--import", NAME), ("terms", "--export", f"{EVIL}.tbx"), ("terms", EVIL)],
    "status": [("status", NAME), ("status", NAME, "--entries", "translated"), ("status", NAME, "--entries", "draft")],
    "compile": [("compile", NAME), ("compile", NAME, "-o", f"{EVIL}/x.mo")],
    "build": [("build", f"{EVIL}.md", "--catalogue", NAME, "-o", f"{EVIL}.html"), ("build", EVIL)],
    "tidy": [("tidy", NAME), ("tidy", "--check", NAME)],
    "merge": [("merge", NAME, NAME, NAME), ("merge", "--name", EVIL, NAME, NAME, "none")],
}


@pytest.mark.parametrize("content", [CATALOGUE, BROKEN, b""], ids=["fine", "broken", "empty"])
@pytest.mark.parametrize("command", COMMANDS)
def test_no_command_prints_a_control_code_of_a_name(command: str, content: bytes, tmp_path: Path, cli: Cli) -> None:
    """Neither in a result nor in an error, with colours or without; and no name breaks a line in two."""
    (tmp_path / NAME).write_bytes(content)
    (tmp_path / f"{EVIL}.md").write_text("# Come in.\n")
    (tmp_path / "app.pot").write_bytes(TEMPLATE)
    (tmp_path / "a.md").write_text("Come in.\n")

    for words in USES[command]:
        result = cli(tmp_path, "--color", "always", *words)
        printed = result.stdout + result.stderr

        for code in CODES:
            printed = printed.replace(code, "")
        assert {c for c in printed if not (c.isprintable() or c == "\n")} == set()
        assert not any(line.startswith(printable("\x9b")) for line in printed.splitlines())


def test_settings_are_printed_without_their_control_codes(project: Path, cli: Cli) -> None:
    """A project may come from anybody."""
    for setting in ('domain = "\\u001b[2Jx"', '"\\u001b[2J" = 1', 'sources = ["\\u001b[2J/../x"]'):
        (project / "l10n-tool.toml").write_text(f"{setting}\n")

        result = cli(project, "status")

        assert result.exit_code == 2
        assert "\x1b" not in result.stderr


def test_json_keeps_the_real_names(tmp_path: Path, cli: Cli) -> None:
    """And nothing in it can do anything to a terminal."""
    (tmp_path / NAME).write_bytes(CATALOGUE)

    printed = cli(tmp_path, "status", NAME, "--json").stdout

    assert json.loads(printed)["locales"][0]["file"] == NAME
    assert {c for c in printed if not c.isprintable()} == {"\n"}


def test_an_escape_is_that_of_json() -> None:
    """Also of a character that takes two of them, and of half a one."""
    text = "a\0\x7f\u2028\U000e0001\udcff\u200dé "

    escaped = printable(text)

    assert escaped == "a\\u0000\\u007f\\u2028\\udb40\\udc01\\udcff\u200dé "
    assert json.loads(f'"{escaped}"') == text


def test_a_hint_names_a_few_of_many_files(tmp_path: Path, cli: Cli) -> None:
    """A line of five hundred names is no hint."""
    names = [f"{at} file.po" for at in range(30)]
    for name in names:
        (tmp_path / name).write_bytes(CATALOGUE.replace(b"\n\n", b"\n\n\n"))

    said = cli(tmp_path, "tidy", "--check", *names).stderr.strip()

    shown = " ".join(f"'{name}'" for name in names[:5])
    assert said == f"Bring them to this form with: l10n-tool tidy {shown} …"


def test_a_draft_says_how_to_approve_the_file_that_was_named(tmp_path: Path, cli: Cli) -> None:
    """Its language may be a locale of the project, and the file none of it."""
    (tmp_path / "one.po").write_bytes(CATALOGUE)

    drafted = cli(tmp_path, "draft", "one.po", "--engine", "pseudo")

    assert drafted.stderr.strip().endswith("then l10n-tool approve one.po --by NAME --cleared")
