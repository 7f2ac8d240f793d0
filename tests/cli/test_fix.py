"""check --fix: the difference first, and nothing is written that was not wanted."""

from pathlib import Path

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
