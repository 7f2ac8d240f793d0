"""However a run ends, its exit code says how, and nothing is left behind: full disks, closed pipes, signals."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Final

import pytest

from l10n_tool.catalogue import Catalogue, Entry, format_catalogue
from l10n_tool.cli.ending import EndedBySignalError, end_by_signals

TOOL: Final = [sys.executable, "-m", "l10n_tool"]
HEADER: Final = Entry("", ("Language: fr\nContent-Type: text/plain; charset=UTF-8\n",))
FULL: Final = Path("/dev/full")


def _catalogue(count: int) -> bytes:
    return format_catalogue(Catalogue((HEADER, *(Entry(f"Come in {at}.", (f"Entrez {at}.",)) for at in range(count)))))


RESULTS: Final = [
    ("--help",),
    ("--version",),
    ("status", "--help"),
    ("status", "fr.po"),
    ("status", "--json", "fr.po"),
    ("status", "--entries", "translated", "fr.po"),
    ("check", "fr.po"),
    ("check", "--format", "json", "fr.po"),
    ("compile", "fr.po"),
    ("tidy", "fr.po"),
    ("explain", "numbers"),
    ("extract", "a.md"),
]


@pytest.mark.parametrize("command", RESULTS, ids=" ".join)
def test_a_result_that_cannot_be_written_is_one_line_and_exit_3(command: tuple[str, ...], tmp_path: Path) -> None:
    """Exit 1 would say that something was found; the interpreter has nothing to add when it ends."""
    (tmp_path / "fr.po").write_bytes(_catalogue(400))
    (tmp_path / "a.md").write_text("Come in.\n")

    with FULL.open("wb") as full:
        done = subprocess.run([*TOOL, *command], cwd=tmp_path, stdout=full, stderr=subprocess.PIPE, check=False)

    assert done.returncode == 3
    assert done.stderr.decode() == "error: standard output: No space left on device\n"


@pytest.mark.parametrize(("command", "code"), [("status", 2), ("nothing", 2), ("status none.po", 3), ("tidy fr.po", 0)])
def test_an_error_that_nobody_can_read_keeps_its_exit_code(command: str, code: int, tmp_path: Path) -> None:
    """Of a usage error, a file that cannot be read, and the words around a result."""
    (tmp_path / "fr.po").write_bytes(_catalogue(1).replace(b"\n\n", b"\n\n\n"))

    with FULL.open("wb") as full:
        done = subprocess.run([*TOOL, *command.split()], cwd=tmp_path, stdout=subprocess.PIPE, stderr=full, check=False)

    assert done.returncode == code


@pytest.mark.parametrize("command", [("--help",), ("status", "--entries", "translated", "fr.po"), ("extract", "a.md")])
def test_a_closed_pipe_is_no_news(command: tuple[str, ...], tmp_path: Path) -> None:
    """Whoever closed it has read enough."""
    (tmp_path / "fr.po").write_bytes(_catalogue(400))
    (tmp_path / "a.md").write_text("Come in.\n")
    reading, writing = os.pipe()
    os.close(reading)

    done = subprocess.run([*TOOL, *command], cwd=tmp_path, stdout=writing, stderr=subprocess.PIPE, check=False)
    os.close(writing)

    assert done.stderr == b""


def _files(folder: Path) -> set[Path]:
    return {path for path in folder.rglob("*") if path.is_file()}


def _runs_in_group(group: int) -> bool:
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    return True


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_signal_ends_a_command_with_all_its_processes_and_files(number: int, tmp_path: Path) -> None:
    """At whatever moment: either every MO file was written, or nothing is there that was not there before."""
    data = _catalogue(4000)
    for at in range(40):
        (tmp_path / f"{at:02}.po").write_bytes(data)
    before = _files(tmp_path)
    names = sorted(path.name for path in before)
    ends = []

    for delay in (0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5, 0.7):
        process = subprocess.Popen(
            [*TOOL, "compile", *names], cwd=tmp_path, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
            start_new_session=True,
        )  # fmt: skip
        time.sleep(delay)
        process.send_signal(number)
        said = process.communicate(timeout=60)[1].decode()
        written = _files(tmp_path) - before
        ends.append(process.returncode)

        assert process.returncode in {0, 128 + number, -number}
        assert not _runs_in_group(process.pid)
        assert "Traceback" not in said
        assert len(said.splitlines()) <= 1
        assert len(written) in {0, len(names)}
        assert {path.suffix for path in written} <= {".mo"}
        for path in written:
            path.unlink()

    assert 128 + number in ends


def test_a_second_signal_ends_the_program_at_once() -> None:
    """Whoever asks twice does not want to wait for the cleaning up."""
    code = (
        "import os, signal\n"
        "from l10n_tool.cli.ending import end_by_signals\n"
        "with end_by_signals():\n"
        "    try:\n"
        "        os.kill(os.getpid(), signal.SIGTERM)\n"
        "    finally:\n"
        "        os.kill(os.getpid(), signal.SIGTERM)\n"
        "        print('alive')\n"
    )

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)

    assert (done.returncode, done.stdout, done.stderr) == (-signal.SIGTERM, b"", b"")


def test_a_signal_that_is_ignored_stays_so() -> None:
    """Nohup means it."""
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    try:
        with end_by_signals():
            os.kill(os.getpid(), signal.SIGHUP)
            inside = signal.getsignal(signal.SIGTERM)
    finally:
        signal.signal(signal.SIGHUP, before)

    assert callable(inside)
    assert signal.getsignal(signal.SIGTERM) is signal.SIG_DFL


def test_a_signal_is_what_a_ctrl_c_is() -> None:
    """What catches the one to save its work catches the others."""
    with pytest.raises(KeyboardInterrupt) as caught, end_by_signals():
        os.kill(os.getpid(), signal.SIGTERM)

    assert isinstance(caught.value, EndedBySignalError)
    assert caught.value.number == signal.SIGTERM


def test_a_ctrl_c_during_the_imports_needs_no_traceback() -> None:
    """Nothing is under way yet."""
    code = (
        "import os, signal, sys\n"
        "class Interrupting:\n"
        "    def find_spec(self, name, path, target=None):\n"
        "        if name == 'click':\n"
        "            os.kill(os.getpid(), signal.SIGINT)\n"
        "sys.meta_path.insert(0, Interrupting())\n"
        "import l10n_tool.cli\n"
    )

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)

    # Shells call it 130.
    assert (done.returncode, done.stderr) == (-signal.SIGINT, b"")
