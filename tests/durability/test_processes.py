"""Several processes that write to one catalogue at once: each sees what the others did, and no edit is lost."""

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from durability.editing import EDITS
from l10n_tool.catalogue import parse_catalogue
from l10n_tool.provenance import State, signature, state
from l10n_tool.storage.locking import locked

TESTS: Final = Path(__file__).parents[1]
PROCESSES: Final = 8
HEADER: Final = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n"Language: fr\\n"\n'


def _run_together(commands: Sequence[Sequence[str]], folder: Path) -> list[str]:
    """Run commands at the same time, those that wait to be told at once; return what each says of its failure."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(TESTS), os.environ.get("PYTHONPATH", "")])}
    pipe = subprocess.PIPE
    running = [
        subprocess.Popen(
            [sys.executable, *command], stdin=pipe, stdout=pipe, stderr=pipe, text=True, cwd=folder, env=environment
        )
        for command in commands
    ]
    answers = [process.communicate("\n", timeout=120) for process in running]
    return [err for process, (_, err) in zip(running, answers, strict=True) if process.returncode]


def test_eight_processes_keep_all_edits_of_each_other(tmp_path: Path) -> None:
    """Twenty edits in each, of different entries: all 160 are there, and everything else is as it was."""
    path = tmp_path / "fr.po"
    ids = [f"message {process} of {number}" for process in range(PROCESSES) for number in range(EDITS)]
    others = '\n# a note\nmsgid "untouched"\nmsgstr "intact"\n\n#~ msgid "gone"\n#~ msgstr "parti"\n'
    path.write_text(HEADER + "".join(f'\nmsgid "{msgid}"\nmsgstr ""\n' for msgid in ids) + others)
    before = path.read_text()

    failures = _run_together([["-m", "durability.editing", str(path), str(own)] for own in range(PROCESSES)], tmp_path)

    expected = before
    for msgid in ids:
        expected = expected.replace(f'msgid "{msgid}"\nmsgstr ""', f'msgid "{msgid}"\nmsgstr "edited {msgid}"')
    assert failures == []
    assert path.read_text() == expected
    assert os.listdir(tmp_path) == ["fr.po"]  # noqa: PTH208


def test_eight_reviewers_approve_at_once(tmp_path: Path) -> None:
    """Eight commands, an entry each by its sig: eight approvals."""
    path = tmp_path / "fr.po"
    ids = ["".join(letters) for letters in ("apple", "bread", "chair", "dance", "earth", "fruit", "grass", "house")]
    path.write_text(HEADER + "".join(f'\nmsgid "{msgid}"\nmsgstr "{msgid.upper()}"\n' for msgid in ids))
    sigs = [signature(entry) for entry in parse_catalogue(path.read_bytes(), "fr.po").messages]

    failures = _run_together(
        [["-m", "l10n_tool", "approve", "fr.po", "--by", "reader", "--id", sig] for sig in sigs], tmp_path
    )

    entries = list(parse_catalogue(path.read_bytes(), "fr.po").messages)
    assert failures == []
    assert [state(entry) for entry in entries] == [State.APPROVED] * PROCESSES


def test_a_command_that_waited_too_long_names_who_writes(tmp_path: Path) -> None:
    """It ends with exit code 3, and the file is as it was."""
    path = tmp_path / "fr.po"
    path.write_text(HEADER + '\nmsgid "apple"\nmsgstr "pomme"\n')
    before = path.read_bytes()
    command = [sys.executable, "-m", "l10n_tool", "approve", "fr.po", "--by", "reader", "--all"]

    with locked(tmp_path):
        result = subprocess.run(
            command,
            capture_output=True,
            text=True,
            cwd=tmp_path,
            env={**os.environ, "L10N_TOOL_LOCK_TIMEOUT": "0.1"},
            check=False,
        )

    assert result.returncode == 3
    assert f"process {os.getpid()} (" in result.stderr
    assert "has been writing here for 0.1 s" in result.stderr
    assert path.read_bytes() == before
