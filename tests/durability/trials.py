"""Commands that are tried: the project that each begins with, and what came of it."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Final, Self

from durability.shim import LEFTOVER, Plan

__all__ = ["Outcome", "Trials", "files_of", "left_in", "put", "timeless"]

_TESTS: Final = Path(__file__).parents[1]
_COUNT: Final = Plan()
#: What the clock writes.
_CLOCK: Final = re.compile(r"(Date: |on=)\d{4}-\d\d-\d\d(?: \d\d:\d\d)?")


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a command ended, a signal's number below 0, what it said, which calls it made, and the files before each."""

    code: int
    out: str
    err: str
    calls: Sequence[tuple[str, str]]
    trees: Sequence[Mapping[str, str]]


class Trials:
    """Runs commands with their calls counted or going wrong, each in a process of its own."""

    def __init__(self, server: "subprocess.Popen[str]") -> None:
        self._server = server

    @classmethod
    @contextmanager
    def started(cls) -> Iterator[Self]:
        """Start the process that runs them, and end it."""
        paths = os.pathsep.join(filter(None, [str(_TESTS), os.environ.get("PYTHONPATH")]))
        environment = {**os.environ, "PYTHONPATH": paths, "NO_COLOR": "1", "L10N_TOOL_LOCK_TIMEOUT": "10"}
        command = [sys.executable, "-m", "durability.server"]
        pipe = subprocess.PIPE
        with subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True, env=environment, cwd=_TESTS) as server:
            yield cls(server)
            if server.stdin:
                server.stdin.close()

    def run(self, root: Path, command: Sequence[str], plan: Plan = _COUNT, *, user: int = 0) -> Outcome:
        """Run a command in a folder, as another user if we may do everything."""
        assert self._server.stdin
        assert self._server.stdout
        request = {"root": str(root), "command": list(command), "plan": asdict(plan), "user": user}
        self._server.stdin.write(json.dumps(request) + "\n")
        self._server.stdin.flush()
        answer = json.loads(self._server.stdout.readline())
        return Outcome(**{**answer, "calls": [tuple(call) for call in answer["calls"]]})


def put(root: Path, tree: Mapping[str, str]) -> Path:
    """Write the files of a project into a folder of their own."""
    for name, text in tree.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode("latin-1"))
    return root


def left_in(tree: Mapping[str, str]) -> list[str]:
    """Return the files that no command may leave when it has ended."""
    return [name for name in tree if LEFTOVER.search(name)]


def files_of(tree: Mapping[str, str]) -> dict[str, str]:
    """Return the files that people see."""
    return {name: text for name, text in tree.items() if not LEFTOVER.search(name)}


def timeless(tree: Mapping[str, str]) -> dict[str, str]:
    """Return the files without what the clock wrote into them."""
    return {name: _CLOCK.sub(r"\1", text) for name, text in tree.items()}
