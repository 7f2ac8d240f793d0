"""What a command says of the files that were named: of all that are broken in one run, of each by its name."""

from pathlib import Path
from typing import Final

import pytest

from l10n_tool.catalogue import Catalogue, Entry, format_catalogue
from running import Cli

HEADER: Final = Entry("", ("Language: fr\nContent-Type: text/plain; charset=UTF-8\n",))
CATALOGUE: Final = format_catalogue(Catalogue((HEADER, Entry("Come in.", ("Entrez.",)))))
BROKEN: Final = CATALOGUE.replace(b'"Entrez."', b'"Entrez.')
READING: Final = [("status",), ("status", "--json"), ("tidy",), ("update", "--pot", "app.pot"), ("compile",)]


@pytest.mark.parametrize("command", READING, ids=" ".join)
def test_all_files_that_cannot_be_read_are_told_in_one_run(command: tuple[str, ...], tmp_path: Path, cli: Cli) -> None:
    """Each once, and nothing is written."""
    files = {"a.po": CATALOGUE, "b.po": BROKEN, "c.po": CATALOGUE, "d.po": BROKEN, "app.pot": CATALOGUE}
    for name, data in files.items():
        (tmp_path / name).write_bytes(data)

    result = cli(tmp_path, *command, "a.po", "b.po", "c.po", "d.po", "e.po")

    assert result.exit_code == 3
    assert result.stdout == ""
    assert [result.stderr.count(place) for place in ("b.po:7:16", "d.po:7:16", "e.po: No such file")] == [1, 1, 1]
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == files


def test_of_many_files_that_cannot_be_read_the_rest_is_counted(tmp_path: Path, cli: Cli) -> None:
    """Hundreds of them tell no more than the first ones."""
    said = cli(tmp_path, "status", *(f"{at:02}.po" for at in range(25))).stderr

    assert said.count("No such file") == 20
    assert said.strip().endswith("and 5 more files that cannot be read")


def test_two_catalogues_of_one_locale_are_told_apart(tmp_path: Path, cli: Cli) -> None:
    """Two rows of one name would say nothing of either."""
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "fr.po").write_bytes(CATALOGUE)

    rows = cli(tmp_path, "status", "a/fr.po", "b/fr.po").stdout.splitlines()[1:]

    assert [row.split()[:2] for row in rows] == [["fr", "a/fr.po"], ["fr", "b/fr.po"]]


@pytest.mark.parametrize("name", ["../evil", "fr.po", "./fr/x", "../../fr.po", "-", ""])
def test_no_catalogue_is_started_for_what_is_no_locale(name: str, project: Path, cli: Cli) -> None:
    """Nor of a locale that was named before it."""
    cli(project, "extract")

    result = cli(project, "init", "--", "fr", name)

    assert result.exit_code == 2
    assert f"{name!r} is not a locale" in result.stderr
    assert not list(project.rglob("*.po"))


def test_a_folder_is_called_one(project: Path, cli: Cli) -> None:
    """Not a locale that is none; and a locale may have the name of a folder."""
    (project / "fr").mkdir()

    outside = cli(project.parent, "status", "project")
    inside = cli(project, "status", "source")
    locale = cli(project, "status", "fr")

    assert [result.exit_code for result in (outside, inside, locale)] == [2, 2, 3]
    assert "'project' is a folder\n  Name the PO files in it." in outside.stderr
    assert "'source' is a folder" in inside.stderr
    assert "there is no catalogue for fr" in locale.stderr


LOCALES: Final = "Name a locale (fr, ja) or a PO file; without a name, all locales are taken."


@pytest.mark.parametrize(
    ("name", "message", "remedy"),
    [
        ("source/", "'source/' is a folder", LOCALES),
        ("source", "'source' is a folder", LOCALES),
        (".", "'.' is a folder", LOCALES),
        ("po/", "'po/' is a folder", "Name the PO files in it: po/*.po"),
        ("x.po", "'x.po' is a folder", LOCALES),
        ("source/letter.md", "'source/letter.md' is a source and no PO file", LOCALES),
        ("letter.md", "'letter.md' is a source and no PO file", LOCALES),
        ("l10n-tool.toml", "'l10n-tool.toml' is no PO file by its name", LOCALES),
        ("", "a name is empty", LOCALES),
    ],
)
@pytest.mark.parametrize("command", ["check", "status", "tidy"])
def test_what_is_no_catalogue_is_told_with_what_to_name(
    command: str, name: str, message: str, remedy: str, project: Path, cli: Cli
) -> None:
    """In one message, whatever slipped into the command; nothing is read, and nothing written."""
    for folder in ("po", "x.po"):
        (project / folder).mkdir()
    (project / "po" / "fr.po").write_bytes(CATALOGUE)
    (project / "letter.md").write_text("Come in.")

    result = cli(project, command, name)

    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == f"error: {message}\n  {remedy}\n"


def test_without_a_project_a_po_file_is_asked_for(tmp_path: Path, cli: Cli) -> None:
    """There are no locales to name."""
    (tmp_path / "a.md").write_text("Come in.")

    result = cli(tmp_path, "check", "./a.md")

    assert result.stderr == "error: './a.md' is a source and no PO file\n  Name a PO file.\n"


def test_a_template_is_not_called_incomplete(project: Path, cli: Cli) -> None:
    """Nobody translates it; what is said of it is said of its sources."""
    cli(project, "extract")

    result = cli(project, "check", "locales/messages.pot")

    assert (result.exit_code, result.stdout) == (0, "nothing found in 3 entries in 1 file\n")


def test_an_empty_catalogue_is_not_done(tmp_path: Path, cli: Cli) -> None:
    """A file that lost its content must not pass for one that is complete; check finds it in its first line."""
    (tmp_path / "fr.po").write_bytes(b"")

    results = [cli(tmp_path, "status", "--fail-under", percent, "fr.po") for percent in ("100", "1", "0")]
    checked = cli(tmp_path, "check", "fr.po")

    assert [result.exit_code for result in results] == [1, 1, 0]
    assert "%" not in results[0].stdout
    assert "fr.po:1: error" in checked.stdout


def test_an_approval_of_nothing_says_what_waits(tmp_path: Path, cli: Cli) -> None:
    """Drafts that still carry the fuzzy flag were not read by anybody."""
    (tmp_path / "fr.po").write_bytes(CATALOGUE.replace(b'"Entrez."', b'""'))
    cli(tmp_path, "draft", "fr.po", "--engine", "pseudo")

    said = cli(tmp_path, "approve", "fr.po", "--by", "reader", "--cleared").stdout

    assert said == "fr.po: 0 approved, 1 draft left (clear the fuzzy flag once read)\n"
