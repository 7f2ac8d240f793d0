"""Runs commands one after another in a process that has everything imported already.

It reads a request a line and answers each with a line. A process that is killed on purpose is a fork of this one, so
neither the tests nor their threads are forked.
"""

import gc
import io
import json
import os
import sys
import traceback
from contextlib import redirect_stderr, redirect_stdout, suppress
from dataclasses import asdict
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from durability.shim import Plan, Shim
from l10n_tool.cli import main
from l10n_tool.cli.commands import COMMANDS
from l10n_tool.workflow import draft


def _import_all() -> None:
    for module, _, _ in COMMANDS.values():
        import_module(f"l10n_tool.cli.{module}")
    for name in ("approve", "build", "building", "compile", "draft", "importing", "run", "template", "update"):
        import_module(f"l10n_tool.workflow.{name}")
    for name in ("babel.plural", "ctypes", "hashlib", "jinja2", "l10n_tool.sources.markdown"):
        import_module(name)


def _warm_up(folder: str) -> None:
    """Walk the road twice, so that whatever is made once in a process is there in every fork of it."""
    Path(folder, "l10n-tool.toml").write_text('locales = ["fr"]\nsources = ["*.md"]\n')
    for text in ("Bring a book.", "Bring a good book."):
        Path(folder, "letter.md").write_text(f"# A letter\n\n{text}\n")
        for command in (
            "extract",
            "init fr",
            "update",
            "draft --engine pseudo",
            "approve --by me --all",
            "tidy",
            "run",
        ):
            with redirect_stdout(io.StringIO()), redirect_stderr(io.StringIO()), suppress(SystemExit):
                main.main(["-C", folder, *command.split()], prog_name="l10n-tool")


def _run(request: dict[str, Any]) -> dict[str, Any]:
    os.chdir(request["root"])
    shim, out, err = Shim(request["root"], Plan(**request["plan"])), _stream(), _stream()
    with redirect_stdout(out), redirect_stderr(err), shim.installed():
        code = _code_of(request["command"])
    return {"code": code, "out": _text(out), "err": _text(err), **asdict(shim.trace)}


def _code_of(command: list[str]) -> int:
    try:
        main.main(command, prog_name="l10n-tool")
    except SystemExit as left:
        return int(left.code or 0)
    except BaseException:  # noqa: BLE001 - whatever it is, it is what the test is about
        traceback.print_exc()
    return 70


def _stream() -> io.TextIOWrapper:
    return io.TextIOWrapper(io.BytesIO(), "utf-8")


def _text(stream: io.TextIOWrapper) -> str:
    stream.seek(0)
    return stream.read()


def _run_in_a_fork(request: dict[str, Any]) -> dict[str, Any]:
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        os.close(reading)
        _become(request["user"])
        with open(writing, "w", encoding="utf-8") as pipe:  # noqa: PTH123
            pipe.write(json.dumps(_run(request)))
        os._exit(0)
    os.close(writing)
    with open(reading, encoding="utf-8") as pipe:  # noqa: PTH123
        text = pipe.read()
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    return json.loads(text) if text else {"code": status, "out": "", "err": "", "calls": [], "trees": []}


def _become(user: int) -> None:
    if user and not os.getuid():
        os.setresgid(user, user, user)
        os.setresuid(user, user, user)


def _answer(request: dict[str, Any]) -> dict[str, Any]:
    # A fork costs more than most commands.
    ends = request["plan"]["kind"] in {"kill", "middle"} or request["user"]
    return _run_in_a_fork(request) if ends else _run(request)


if __name__ == "__main__":
    _import_all()
    with TemporaryDirectory() as folder:
        _warm_up(folder)
    # How many answers are written at once goes by the clock; here each is written when it comes.
    vars(draft)["_PATIENCE"] = 0
    gc.freeze()
    for line in sys.stdin:
        print(json.dumps(_answer(json.loads(line))), flush=True)  # noqa: T201
