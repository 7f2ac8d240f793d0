"""What the catalogues' room gives to others, and what nobody has to wait for."""

import subprocess
import sys
from typing import Final

import pytest

from l10n_tool import catalogue


def test_every_name_is_there_when_it_is_asked_for() -> None:
    """The list of names and the places they come from agree."""
    assert sorted(catalogue._HOMES) == sorted(catalogue.__all__)
    assert all(getattr(catalogue, name) is not None for name in catalogue.__all__)
    assert dir(catalogue) == sorted(catalogue.__all__)


def test_a_name_that_is_not_there_is_an_error() -> None:
    """As in any module."""
    with pytest.raises(AttributeError, match="has no attribute 'parse'"):
        catalogue.parse  # noqa: B018


READ: Final = """
import sys
from l10n_tool.catalogue import parse_catalogue
catalogue = parse_catalogue(b'msgid "a"\\nmsgstr "b"\\n')
assert catalogue.entries[0].msgstr == ("b",)
"""
WRITE: Final = """
from l10n_tool.catalogue import format_catalogue
format_catalogue(catalogue)
"""
MERGE: Final = """
from l10n_tool.catalogue import format_kept, merge_catalogue
header = b'msgid ""\\nmsgstr ""\\n"Language: de\\\\n"\\n"POT-Creation-Date: 1\\\\n"\\n\\n#: a.md\\nmsgid "a"\\n'
before, template = parse_catalogue(header + b'msgstr "b"\\n'), parse_catalogue(header + b'msgstr ""\\n' + more)
merged = merge_catalogue(before, template)
assert (merged.catalogue.entries[-1] is before.entries[-1]) is (not more)
if more:
    assert format_kept(before, merged.catalogue)
"""
#: What folds strings, and what no reader needs.
FOLDING: Final = {"line_breaking", "style"}
OTHERS: Final = {"keeping", "lines", "merge", "mo", "plurals", "problems", "tidy", "write"}


@pytest.mark.parametrize(
    ("script", "unwanted"),
    [
        (READ, FOLDING | OTHERS),
        (READ + WRITE, FOLDING | {"merge", "mo"}),
        (READ + 'more = b""' + MERGE, FOLDING | {"similar", "search"}),
        (READ + 'more = b\'\\n#: a.md\\nmsgid "aa"\\nmsgstr ""\\n\'' + MERGE, {"line_breaking", "bands", "words"}),
    ],
)
def test_reading_and_writing_back_import_little_else(script: str, unwanted: set[str]) -> None:
    """A command that reads a catalogue does not wait for what merges, compiles or folds.

    Nor does one that merges and changes nothing; and where no string is folded nobody asks where lines break.
    """
    command = [sys.executable, "-c", script + "print(*sys.modules)"]

    done = subprocess.run(command, capture_output=True, text=True, check=True)

    imported = {name.rpartition(".")[2] for name in done.stdout.split() if name.startswith("l10n_tool.catalogue.")}
    assert "po" in imported
    assert imported & unwanted == set()
