"""check --fix: the difference first, and nothing is written that was not wanted."""

from pathlib import Path

import pytest

from running import Cli

TEXT = (
    'msgid ""\nmsgstr ""\n"Language: de\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'
    'msgid "The letter of May"\nmsgstr "Der  Brief vom Mai"\n'
)
MENDED = TEXT.replace("Der  Brief", "Der Brief")


def test_without_a_terminal_nothing_is_written(tmp_path: Path, cli: Cli) -> None:
    """A script says --yes; what would change is on standard output."""
    path = tmp_path / "de.po"
    path.write_text(TEXT)

    result = cli(tmp_path, "check", "--fix", "de.po")

    assert result.exit_code == 1
    assert "- Der  Brief vom Mai" in result.stdout.replace("<U+0020>", "")
    assert "+ Der Brief vom Mai" in result.stdout
    assert "--yes" in result.stderr
    assert path.read_text() == TEXT


def test_yes_writes(tmp_path: Path, cli: Cli) -> None:
    """The file has the mended text, and a second run finds nothing to do."""
    path = tmp_path / "de.po"
    path.write_text(TEXT)

    result = cli(tmp_path, "check", "--fix", "--yes", "de.po")
    again = cli(tmp_path, "check", "--fix", "de.po")

    assert result.exit_code == 0
    assert "1 entry in 1 file mended" in result.stderr
    assert path.read_text() == MENDED
    assert (again.exit_code, again.stdout) == (0, "nothing to mend\n")


@pytest.mark.parametrize("other", ["--format=json", "--fail-on=error", "--baseline=known.json", "--changed=HEAD"])
def test_what_limits_a_check_is_not_passed_over_by_a_fix(other: str, tmp_path: Path, cli: Cli) -> None:
    """Whoever asks for what a branch touched does not want the rest mended."""
    path = tmp_path / "de.po"
    path.write_text(TEXT)

    result = cli(tmp_path, "check", "--fix", "--yes", other, "de.po")

    assert result.exit_code == 2
    assert f"--fix does not go with {other.partition('=')[0]}" in result.stderr
    assert path.read_text() == TEXT


def test_what_is_told_once_of_a_catalogue_is_mended_everywhere(tmp_path: Path, cli: Cli) -> None:
    """Where every entry has two spaces the check says so once."""
    path = tmp_path / "de.po"
    path.write_text("".join([TEXT, *(f'\nmsgid "Letter {n}"\nmsgstr "Brief  Nummer {n}"\n' for n in range(40))]))

    result = cli(tmp_path, "check", "--fix", "--yes", "de.po")

    assert "41 entries in 1 file mended" in result.stderr
    assert "  " not in path.read_text()
