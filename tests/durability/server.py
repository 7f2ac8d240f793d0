"""Runs commands one after another, each in a process of its own that has everything imported already.

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
    if request["user"] and not os.getuid():
        os.setresgid(request["user"], request["user"], request["user"])
        os.setresuid(request["user"], request["user"], request["user"])
    shim = Shim(request["root"], Plan(**request["plan"]))
    shim.install()
    out, err = (io.TextIOWrapper(io.BytesIO(), "utf-8") for _ in range(2))
    sys.stdout, sys.stderr = out, err
    code = 70
    try:
        main.main(request["command"], prog_name="l10n-tool")
    except SystemExit as left:
        code = int(left.code or 0)
    except BaseException:  # noqa: BLE001 - whatever it is, it is what the test is about
        traceback.print_exc()
    shim.end()
    texts = {name: _text(stream) for name, stream in (("out", out), ("err", err))}
    return {"code": code, **texts, **asdict(shim.trace)}


def _text(stream: io.TextIOWrapper) -> str:
    stream.flush()
    buffer = stream.buffer
    return buffer.getvalue().decode() if isinstance(buffer, io.BytesIO) else ""


def _answer(request: dict[str, Any]) -> dict[str, Any]:
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        os.close(reading)
        # What the child opens is counted, so its answer goes past the counting.
        with io.open(writing, "w", encoding="utf-8") as pipe:  # noqa: UP020
            pipe.write(json.dumps(_run(request)))
        os._exit(0)
    os.close(writing)
    with open(reading, encoding="utf-8") as pipe:  # noqa: PTH123
        text = pipe.read()
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    return json.loads(text) if text else {"code": status, "out": "", "err": "", "calls": [], "trees": []}


if __name__ == "__main__":
    _import_all()
    with TemporaryDirectory() as folder:
        _warm_up(folder)
    # How many answers are written at once goes by the clock; here each is written when it comes.
    vars(draft)["_PATIENCE"] = 0
    gc.freeze()
    for line in sys.stdin:
        print(json.dumps(_answer(json.loads(line))), flush=True)  # noqa: T201
