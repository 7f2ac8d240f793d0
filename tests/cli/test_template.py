"""Writing the template again."""

from pathlib import Path

import pytest

from l10n_tool.catalogue import parse_catalogue
from running import Cli


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return a project of one document."""
    (tmp_path / "source").mkdir()
    (tmp_path / "source" / "message.md").write_text("# Read aloud\n", encoding="utf-8")
    (tmp_path / "l10n-tool.toml").write_text('sources = ["source/*.md"]\n', encoding="utf-8")
    return tmp_path


def test_what_a_person_wrote_in_the_templates_header_stays(project: Path, cli: Cli) -> None:
    """A licence above it, and fields that are none of ours, through an extraction that has much to do."""
    cli(project, "extract")
    path = project / "locales" / "messages.pot"
    text = path.read_text(encoding="utf-8")
    path.write_text(
        "# This file is under the licence of the message.\n"
        + text.replace('"MIME-Version', '"X-Campaign: reading\\n"\n"MIME-Version', 1),
        encoding="utf-8",
    )
    (project / "source" / "message.md").write_text("# Read aloud\n\nTo a child.\n", encoding="utf-8")

    cli(project, "extract")

    catalogue = parse_catalogue(path.read_bytes())
    assert catalogue.header is not None
    assert catalogue.header.comments == ("This file is under the licence of the message.",)
    assert catalogue.headers["X-Campaign"] == "reading"
    assert [entry.msgid for entry in catalogue.messages] == ["Read aloud", "To a child."]


def _name(root: Path) -> str:
    return parse_catalogue((root / "locales" / "messages.pot").read_bytes()).headers["Project-Id-Version"]


def test_a_checkout_in_a_folder_of_another_name_changes_nothing(project: Path, cli: Cli) -> None:
    """The name that was written first stays, as the dates do."""
    cli(project, "extract")
    other = project.rename(project.with_name("other"))
    (other / "locales" / "messages.pot").touch()

    result = cli(other, "extract", "--check")

    assert result.exit_code == 0, result.output
    assert _name(other) == project.name


@pytest.mark.parametrize(
    ("about", "name"),
    [
        ('[project]\nname = "campaign"\n', "campaign"),
        ("[project]\nname = 3\n", ""),
        ("[tool.other]\n", ""),
        ("project = 3\n", ""),
        ("not TOML", ""),
        ("\xff", ""),
    ],
)
def test_a_template_is_called_as_the_project_is(about: str, name: str, project: Path, cli: Cli) -> None:
    """By pyproject.toml, also where the settings stand elsewhere; by the folder only where nothing else says it."""
    (project / "pyproject.toml").write_text(about, encoding="latin-1")

    result = cli(project, "extract")

    assert result.exit_code == 0, result.output
    assert _name(project) == (name or project.name)


def test_a_name_that_was_never_filled_in_is_filled_in(project: Path, cli: Cli) -> None:
    """That which xgettext leaves to a person."""
    cli(project, "extract")
    path = project / "locales" / "messages.pot"
    path.write_bytes(path.read_bytes().replace(project.name.encode() + b"\\n", b"PACKAGE VERSION\\n"))

    cli(project, "extract")

    assert _name(project) == project.name
