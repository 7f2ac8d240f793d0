"""Questions at a terminal: what counts as yes, and that a Ctrl-C is heard at whatever moment it comes."""

import os
import select
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

pty = pytest.importorskip("pty")

TEXT = (
    'msgid ""\nmsgstr ""\n"Language: de\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'
    'msgid "The letter of May"\nmsgstr "Der  Brief vom Mai"\n'
)
MENDED = TEXT.replace("Der  Brief", "Der Brief")
#: Asks again and again, and is interrupted each time, a few microseconds earlier or later.
INTERRUPTED = """
import signal
from l10n_tool.cli.asking import is_wanted

def interrupt(number, frame):
    raise KeyboardInterrupt

signal.signal(signal.SIGALRM, interrupt)
for attempt in range(400):
    try:
        signal.setitimer(signal.ITIMER_REAL, 0.000_002 * (attempt + 1))
        is_wanted("Write this?")
    except KeyboardInterrupt:
        continue
    raise SystemExit("nobody answered")
print("done")
"""


def asked(folder: Path, answer: Callable[[int, int], object], *, code: str = "") -> tuple[int, str, str]:
    """Run ``check --fix`` at a terminal, answer once it asks; return its exit code, what it said, and the file."""
    path = folder / "de.po"
    path.write_text(TEXT)
    command = [sys.executable, "-c", code] if code else [sys.executable, "-m", "l10n_tool", "check", "--fix", "de.po"]
    ours, theirs = pty.openpty()
    # As with the locales that most people have: what is not UTF-8 is an error.
    environment = {**os.environ, "PYTHONIOENCODING": "utf-8:strict"}
    process = subprocess.Popen(
        command, cwd=folder, stdin=theirs, stdout=theirs, stderr=theirs, start_new_session=True, env=environment
    )
    os.close(theirs)
    said = _until(ours, b"[y/N]: ")
    answer(ours, process.pid)
    said += _until(ours, None)
    os.close(ours)
    return process.wait(timeout=60), said.decode(errors="replace").replace("\r\n", "\n"), path.read_text()


def _until(terminal: int, mark: bytes | None) -> bytes:
    """Return what comes up to a mark, or to the end; a minute without a word is no end."""
    said = b""
    while mark is None or mark not in said:
        assert select.select([terminal], [], [], 60)[0], said.decode()
        try:
            more = os.read(terminal, 4096)
        except OSError:
            # Linux says so where the other side was closed.
            return said
        if not more:
            return said
        said += more
    return said


def typed(text: bytes) -> Callable[[int, int], object]:
    return lambda terminal, pid: os.write(terminal, text)


@pytest.mark.parametrize(
    ("text", "code", "after"),
    [(b"y\n", 0, MENDED), (b"YES\n", 0, MENDED), (b"\n", 1, TEXT), (b"no\n", 1, TEXT), (b"\x04", 1, TEXT)],
)
def test_only_a_yes_is_one(text: bytes, code: int, after: str, tmp_path: Path) -> None:
    """The end of the input is a no, and so is nothing at all."""
    ended, said, file = asked(tmp_path, typed(text))

    assert (ended, file) == (code, after)
    assert ("1 entry in 1 file mended" in said) is (after == MENDED)


@pytest.mark.parametrize("text", [b"perhaps", b"\xff", "да".encode()])
def test_what_is_no_answer_is_asked_again(text: bytes, tmp_path: Path) -> None:
    """With what would be one; also what is no text at all."""
    ended, said, file = asked(tmp_path, typed(text + b"\ny\n"))

    assert (ended, file) == (0, MENDED)
    assert "Answer y or n.\n" in said
    assert said.count("Write this? [y/N]: ") == 2


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_at_the_question_ends_the_run(number: int, tmp_path: Path) -> None:
    """As it does elsewhere, and nothing is written."""
    ended, said, file = asked(tmp_path, lambda terminal, pid: os.kill(pid, number))

    assert (ended, file) == (128 + number, TEXT)
    assert said.endswith("\ninterrupted; what was written so far is complete\n")
    assert "Traceback" not in said


def test_a_signal_that_ends_nothing_does_not_end_the_question(tmp_path: Path) -> None:
    """The window may be made wider while it is asked; a Ctrl-C is heard after it as before."""
    code = (
        "import signal\n"
        "from l10n_tool.cli.asking import is_wanted\n"
        "signal.signal(signal.SIGWINCH, lambda number, frame: print('wider', flush=True))\n"
        "print('answer', is_wanted('Write this?'))\n"
    )

    def widened(terminal: int, pid: int) -> None:
        os.kill(pid, signal.SIGWINCH)
        _until(terminal, b"wider")
        os.write(terminal, b"y\n")

    ended, said, _ = asked(tmp_path, widened, code=code)

    assert ended == 0
    assert said.endswith("answer True\n")


def test_a_signal_is_heard_in_the_moment_before_the_answer_is_waited_for(tmp_path: Path) -> None:
    """A read that begins just after a signal would wait for a key that nobody presses."""
    ended, said, _ = asked(tmp_path, lambda terminal, pid: None, code=INTERRUPTED)

    assert ended == 0, said[-500:]
    assert said.endswith("done\n")
