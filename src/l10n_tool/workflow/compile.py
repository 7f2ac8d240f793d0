"""PO to MO, behind the gate."""

# ruff: noqa: PTH100, PTH114, PTH117, PTH122 - hundreds of files, and pathlib takes several times as long.

import gc
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from os.path import abspath, isabs, islink, split, splitext
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple, TypeVar

from l10n_tool.catalogue.mo import Both, in_turn
from l10n_tool.errors import UsageError
from l10n_tool.storage import OutputFolders, Staged, read_bytes, relative_name, write_bytes
from l10n_tool.workflow.files import read_target
from l10n_tool.workflow.parallel import in_parallel
from l10n_tool.workflow.publishing import Published, publish
from l10n_tool.workflow.targets import Target, of_all, targets

if TYPE_CHECKING:
    from l10n_tool.project import Project

__all__ = ["Compiled", "compile_catalogues"]

A = TypeVar("A")
B = TypeVar("B")

_ENDING: Final = ".mo"
#: Reading and writing a small file takes as long as so many bytes more.
_A_FILE: Final = 1000
_MESSAGES: Final = "LC_MESSAGES"


class Compiled(NamedTuple):
    """An MO file: how many translations are in it, and how many entries stayed out.

    ``unsafe`` are those of the latter whose translation brings in what would run in a browser.
    """

    file: str
    locale: str
    published: int
    left_out: int
    changed: bool
    unsafe: int = 0


def compile_catalogues(project: "Project | None", names: Sequence[str], output: Path | None = None) -> list[Compiled]:
    """Compile each catalogue beside its PO file, or one to ``output``.

    Untranslated, draft and stale entries stay out, so a program falls back to its source text, and so do translations
    with a script, an event handler or the like that their source lacks: a program may show its texts in a page. Each
    MO is read back and compared before it is written; every PO is read before the first MO is written.
    """
    chosen = targets(project, names)
    if output is not None and len(chosen) != 1:
        raise UsageError("-o takes one catalogue", remedy="Name the locale or the PO file to compile.")
    if output is not None:
        from l10n_tool.workflow.overwriting import require_place_for_mo

        require_place_for_mo(output, [target.path for target in chosen])
    with of_all(chosen):
        return _compile_changed(project, [_step(target, output) for target in chosen])


def _compile_changed(project: "Project | None", steps: Sequence["_Step"]) -> list[Compiled]:
    """Compile where a catalogue or its MO is not what it was after the last time."""
    if project is None:
        return _compile(steps)
    from l10n_tool.workflow.cache import Cache

    memory = Cache(project.root, "compile")
    known = [memory.recall(step.target.name, step.key, partial(_unchanged, step.mo)) for step in steps]
    made = iter(_compile([step for was, step in zip(known, steps, strict=True) if was is None]))
    results = [was or next(made) for was in known]
    for step, compiled in zip(steps, results, strict=True):
        if step.mo.is_file():
            memory.keep(step.target.name, step.key, _kept(step.mo, compiled))
    memory.save()
    return results


class _Step(NamedTuple):
    """A catalogue, its bytes, and the MO to make of it, which is called ``shown``.

    The MO has a ``name`` below a ``root`` that it must not leave; without a root it goes wherever its path leads.
    """

    target: Target
    data: bytes
    mo: Path
    shown: str
    root: Path | None
    name: str

    @property
    def key(self) -> str:
        """What tells that nothing has changed."""
        from l10n_tool.workflow.cache import digest

        return digest(self.data, self.mo.as_posix())


def _step(target: Target, output: Path | None) -> _Step:
    data = read_target(target)
    if output is not None:
        return _Step(target, data, output, relative_name(output, target.root or Path()), None, "")
    mo = target.path.with_suffix(_ENDING)
    return _Step(target, data, mo, splitext(target.name)[0] + _ENDING, *_place(target, mo))


def _place(target: Target, mo: Path) -> tuple[Path | None, str]:
    """Return the folder that an MO beside its PO must not leave, and the MO's name below it."""
    name = relative_name(mo, target.root) if target.root else ""
    if name and not isabs(name):
        return target.root, name
    path = abspath(mo)
    if islink(path):
        return None, ""
    # In gettext's layout the locales of a folder are written as one work.
    folder, file = split(path)
    locale, messages = split(folder)
    root, code = split(locale)
    if messages == _MESSAGES and code and not islink(folder) and not islink(locale):
        return Path(root), f"{code}/{_MESSAGES}/{file}"
    return Path(folder), file


def _kept(output: Path, compiled: Compiled) -> dict[str, Any]:
    from l10n_tool.workflow.cache import digest

    return {"compiled": {**compiled._asdict(), "changed": False}, "mo": digest(read_bytes(output))}


def _unchanged(output: Path, kept: Mapping[str, Any]) -> Compiled | None:
    """Return what was compiled before, if the MO is still as it was written."""
    from l10n_tool.workflow.cache import digest

    there = output.is_file() and digest(output.read_bytes()) == kept["mo"]
    return Compiled(**kept["compiled"]) if there else None


def _compile(steps: Sequence[_Step]) -> list[Compiled]:
    """Make the MO files of these steps: those beside their catalogues all of them, or none."""
    results: list[Compiled] = []
    with OutputFolders() as outputs:
        weights = [len(step.data) + _A_FILE for step in steps]
        # Where there are several catalogues each process has its own to do.
        publish_all = partial(_publish_all, partial(_both, weights[0]) if len(steps) == 1 else in_turn)
        for compiled, staged in in_parallel(steps, weights, publish_all, partial(_write_all, outputs)):
            results += compiled
            outputs.adopt(staged)
    return results


def _publish_all(both: Both, steps: Sequence[_Step]) -> list[tuple[_Step, Published]]:
    # No catalogue is kept for longer than its MO takes, and none has circles for the collector to find.
    enabled = gc.isenabled()
    gc.disable()
    try:
        return [(step, publish(step.target, step.data, str(step.mo), both)) for step in steps]
    finally:
        if enabled:
            gc.enable()


def _both(weight: int, one: Callable[[], A], other: Callable[[], B]) -> tuple[A, B]:
    """Do two works of a catalogue that weighs so much in two processes, if that is worth it."""
    works: list[Callable[[], Any]] = [one, other]
    done: list[Any] = in_parallel(works, [weight // 2] * 2, _do_all, list)
    return done[0], done[1]


def _do_all(works: Sequence[Callable[[], Any]]) -> list[Any]:
    return [work() for work in works]


def _write_all(outputs: OutputFolders, made: Sequence[tuple[_Step, Published]]) -> list[tuple[list[Compiled], Staged]]:
    """Prepare the MO files of one process; return what is told of them, and what is staged."""
    compiled = [_write(outputs, step, mo) for step, mo in made]
    return [(compiled, outputs.staged)]


def _write(outputs: OutputFolders, step: _Step, mo: Published) -> Compiled:
    changed = write_bytes(step.mo, mo.data) if step.root is None else outputs.write(step.root, step.name, mo.data)
    return Compiled(step.shown, mo.locale, mo.published, mo.left_out, changed, mo.unsafe)
