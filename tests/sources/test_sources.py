"""The table of source formats."""

from pathlib import Path

import pytest

from l10n_tool import sources
from l10n_tool.errors import ExitCode, UnknownNameError
from l10n_tool.sources import SOURCES, source_of


@pytest.mark.parametrize(
    ("name", "ending"), [("a.md", ".md"), ("A.MD", ".md"), ("x/y.markdown", ".markdown"), ("a.b.txt", ".txt")]
)
def test_a_format_is_told_by_the_ending(name: str, ending: str) -> None:
    """In any case of letters."""
    assert source_of(name) is SOURCES[ending]


@pytest.mark.parametrize("name", ["a.docx", "md", "a", "", ".md/x", "a.md.bak"])
def test_another_ending_is_an_error_that_names_the_known_ones(name: str) -> None:
    """Exit code 2: the user asked for something that we have not."""
    with pytest.raises(UnknownNameError, match="source format") as caught:
        source_of(name)

    assert caught.value.exit_code == ExitCode.USAGE
    assert ".md" in caught.value.remedy


def test_every_format_file_is_in_the_table() -> None:
    """A format that nobody can ask for is a file that was forgotten."""
    folder = Path(sources.__file__).parent
    files = {path.stem for path in folder.glob("*.py")} - {"__init__", "front_matter"}

    assert {type(source).__module__.rpartition(".")[2] for source in SOURCES.values()} == files
