"""Starting catalogues of any gettext project."""

import shlex
from pathlib import Path

import pytest

from l10n_tool.errors import UsageError
from l10n_tool.workflow.starting import init_file


def test_the_command_that_updates_what_is_there_can_be_pasted(tmp_path: Path) -> None:
    """A path is one word of it, whatever it holds, and nothing is written."""
    output, pot = tmp_path / "our $letter's.po", tmp_path / "a b.pot"
    output.write_text("# by hand\n")

    with pytest.raises(UsageError) as caught:
        init_file("fr", pot, output)

    command = shlex.split(caught.value.remedy.partition(": ")[2])
    assert command == ["l10n-tool", "update", output.as_posix(), "--pot", pot.as_posix()]
    assert output.read_text() == "# by hand\n"
