"""The table of source formats."""

from pathlib import Path

import pytest

from l10n_tool import sources
from l10n_tool.errors import ExitCode, UnknownNameError
from l10n_tool.sources import ENDINGS, SOURCES, source_of


@pytest.mark.parametrize(
    ("name", "ending"), [("a.md", ".md"), ("A.MD", ".md"), ("x/y.markdown", ".markdown"), ("a.b.txt", ".txt")]
)
def test_a_format_is_told_by_the_ending(name: str, ending: str) -> None:
    """In any case of letters."""
    assert source_of(name) is SOURCES[ENDINGS[ending]]


@pytest.mark.parametrize("name", ["a.docx", "md", "a", "", ".md/x", "a.md.bak"])
def test_another_ending_is_an_error_that_names_the_known_ones(name: str) -> None:
    """Exit code 2: the user asked for something that we have not."""
    with pytest.raises(UnknownNameError, match="source format") as caught:
        source_of(name)

    assert caught.value.exit_code == ExitCode.USAGE
    assert ".md" in caught.value.remedy


def test_a_name_of_a_format_goes_before_the_ending() -> None:
    """As the settings may name one for files whose ending says nothing, or something else."""
    assert source_of("README.txt", "markdown") is SOURCES["markdown"]
    with pytest.raises(UnknownNameError, match="no source format called 'word'"):
        source_of("a.md", "word")


def test_every_ending_has_a_format_and_every_format_an_ending() -> None:
    """A format that no ending leads to would have to be named each time."""
    assert set(ENDINGS.values()) == set(SOURCES)


def test_every_format_file_is_in_the_table() -> None:
    """A format that nobody can ask for is a file that was forgotten; a format is a module with a ``use``."""
    folder = Path(sources.__file__).parent
    files = {path.stem for path in folder.glob("*.py") if "use: Final = Use." in path.read_text(encoding="utf-8")}

    assert {type(source).__module__.rpartition(".")[2] for source in SOURCES.values()} == files
