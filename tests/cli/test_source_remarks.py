"""What extract says about the sources."""

from pathlib import Path

import pytest

from running import Cli

TEXT = "# Read\n\nOn 13.02.17 he said “no”.\n"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return a project of one document, in which a date can be read in two ways."""
    (tmp_path / "source").mkdir()
    (tmp_path / "source" / "message.md").write_text(TEXT, encoding="utf-8")
    (tmp_path / "l10n-tool.toml").write_text('sources = ["source/*.md"]\n', encoding="utf-8")
    return tmp_path


def add(project: Path, text: str) -> None:
    path = project / "source" / "message.md"
    path.write_text(path.read_text("utf-8") + text, encoding="utf-8")


def test_extract_tells_what_it_sees_in_a_source_beside_its_result(project: Path, cli: Cli) -> None:
    """On standard error, with the document and the text; the exit code says nothing of it."""
    result = cli(project, "extract")

    assert result.exit_code == 0
    assert "source-dates" not in result.stdout
    assert "source/message.md: info source-dates: 13.02.17: the year can be 1917 or 2017" in result.stderr
    assert "  On 13.02.17 he said “no”." in result.stderr


def test_only_texts_that_are_new_are_told(project: Path, cli: Cli) -> None:
    """What was told once, and left, is not told with each change; check tells all of it."""
    cli(project, "extract")
    add(project, "\nUntil 03/04/2019.\n")

    later, unchanged = cli(project, "extract"), cli(project, "extract")

    assert "03/04/2019" in later.stderr
    assert "13.02.17" not in later.stderr
    assert unchanged.stderr == ""


def test_quiet_says_nothing_of_a_source(project: Path, cli: Cli) -> None:
    """The result is all."""
    assert cli(project, "--quiet", "extract").stderr == ""


def test_a_template_on_standard_output_is_not_mixed_with_remarks(project: Path, cli: Cli) -> None:
    """They go where words go."""
    result = cli(project, "extract", "source/message.md")

    assert "source-dates" not in result.stdout
    assert "source-dates" in result.stderr


def test_a_check_that_is_off_says_nothing_of_a_source(project: Path, cli: Cli) -> None:
    """The settings count here, too."""
    with (project / "l10n-tool.toml").open("a", encoding="utf-8") as file:
        file.write('\n[checks]\nsource-dates = "off"\n')

    assert "source-dates" not in cli(project, "extract").stderr


def test_ten_remarks_are_shown_and_the_rest_is_counted(project: Path, cli: Cli) -> None:
    """Nobody reads a hundred at once."""
    add(project, "".join(f"\nOn {day}.02.17 it was open.\n" for day in range(13, 27)))

    told = cli(project, "extract").stderr

    assert told.count("info source-dates") == 10
    assert "and 5 more: l10n-tool check locales/messages.pot" in told


def test_a_source_cannot_speak_to_the_terminal(project: Path, cli: Cli) -> None:
    """Control codes of a text are shown, not sent."""
    add(project, "\nOn 14.02.17 \x1b[31mred\x1b[0m.\n")

    assert "\x1b[31m" not in cli(project, "extract").stderr
