"""A pipeline of processes that answers each text as it comes, text and answer ended by a NUL."""

import os
import selectors
import subprocess
from collections.abc import Sequence
from time import monotonic
from typing import IO, Final

from l10n_tool.errors import ServiceError

__all__ = ["Pipeline", "PipelineError"]

_CHUNK: Final = 65_536
#: The longest answer that is read, in bytes.
_LONGEST: Final = 4_000_000
_SECONDS_TO_END: Final = 2.0
_SECONDS_TO_BREAK_OFF: Final = 0.2


class PipelineError(Exception):
    """The pipeline ended, or gave no answer in time; it is closed then, and a new one is due."""


class Pipeline:
    """Running processes, each reading what the one before it writes. Not for use by two threads at once."""

    def __init__(self, commands: Sequence[Sequence[str]]) -> None:
        self._processes: list[subprocess.Popen[bytes]] = []
        try:
            for command in commands:
                self._processes.append(_started(command, self._processes))
            self._input = _without_blocking(self._processes[0].stdin)
            self._output = _without_blocking(self._processes[-1].stdout)
        except BaseException:
            self.close()
            raise

    @property
    def pids(self) -> list[int]:
        """The processes' numbers."""
        return [process.pid for process in self._processes]

    def ask(self, data: bytes, seconds: float) -> bytes:
        """Send bytes without NUL, and return the answer without its NUL. Raises PipelineError, and closes then."""
        if not self._processes:
            raise PipelineError("it is closed")
        try:
            return self._exchange(memoryview(data + b"\0"), monotonic() + seconds)
        except BaseException:
            self.close(_SECONDS_TO_BREAK_OFF)
            raise

    def _exchange(self, unsent: memoryview, deadline: float) -> bytes:
        answer = bytearray()
        with selectors.DefaultSelector() as selector:
            selector.register(self._input, selectors.EVENT_WRITE)
            selector.register(self._output, selectors.EVENT_READ)
            while not answer.endswith(b"\0"):
                ready = selector.select(max(deadline - monotonic(), 0))
                if not ready:
                    raise PipelineError("it gave no answer in time")
                for _, events in ready:
                    if events & selectors.EVENT_WRITE:
                        unsent = self._send(selector, unsent)
                    else:
                        answer += self._receive(len(answer))
        if b"\0" in answer[:-1]:
            raise PipelineError("it gave more than one answer")
        return bytes(answer[:-1])

    def _send(self, selector: selectors.BaseSelector, unsent: memoryview) -> memoryview:
        try:
            unsent = unsent[os.write(self._input, unsent[:_CHUNK]) :]
        except BrokenPipeError:
            raise PipelineError("it ended") from None
        if not unsent:
            selector.unregister(self._input)
        return unsent

    def _receive(self, so_far: int) -> bytes:
        received = os.read(self._output, _CHUNK)
        if not received:
            raise PipelineError("it ended")
        if so_far + len(received) > _LONGEST:
            raise PipelineError("its answer does not end")
        return received

    def close(self, seconds: float = _SECONDS_TO_END) -> None:
        """End every process: by ending its input, and where that does not help in so many seconds, by force."""
        for process in self._processes[:1]:
            if process.stdin:
                process.stdin.close()
        deadline = monotonic() + seconds
        for process in self._processes:
            _end(process, deadline)
        self._processes.clear()


def _started(command: Sequence[str], before: Sequence["subprocess.Popen[bytes]"]) -> "subprocess.Popen[bytes]":
    """Start a command that reads what the last of those before it writes."""
    source = before[-1].stdout if before else subprocess.PIPE
    try:
        # A session of its own, so that Ctrl-C reaches this program alone, which then ends the processes in order.
        return subprocess.Popen(
            command,
            stdin=source,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            bufsize=0,
            start_new_session=True,
        )
    except OSError as error:
        remedy = "Install it: apt install apertium apertium-lex-tools apertium-separable apertium-anaphora cg3."
        raise ServiceError(f"the program {command[0]} cannot be started", remedy=remedy) from error
    finally:
        # The stage before ends when nobody reads it any more, and that must not be hindered from here.
        if before and before[-1].stdout:
            before[-1].stdout.close()


def _without_blocking(stream: IO[bytes] | None) -> int:
    """Return the descriptor of a pipe, set so that neither reading nor writing waits."""
    if stream is None:
        raise PipelineError("it has no pipe")
    os.set_blocking(stream.fileno(), False)
    return stream.fileno()


def _end(process: "subprocess.Popen[bytes]", deadline: float) -> None:
    try:
        process.wait(max(deadline - monotonic(), 0))
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
    finally:
        if process.stdout:
            process.stdout.close()
