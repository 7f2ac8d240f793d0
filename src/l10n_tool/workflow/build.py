"""Localised outputs of a project, behind the gate, unless nothing changed since they were written."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from l10n_tool.errors import FileError
from l10n_tool.project import Project
from l10n_tool.storage import read_bytes
from l10n_tool.workflow.built import LIST, Built, Order, Progress, Rules, from_json, to_json
from l10n_tool.workflow.cache import Cache, digest
from l10n_tool.workflow.documents import SourceFile, source_files, stamps_of
from l10n_tool.workflow.targets import targets

__all__ = ["build"]


def build(
    project: Project,
    locales: Sequence[str],
    rules: Rules,
    output: Path | None = None,
    progress: Progress | None = None,
) -> list[Built]:
    """Write every document in every locale that the gate lets through, and in the source language.

    Everything is read before anything is written. A document that is held back is not written, and what an earlier
    build wrote of it is removed, so that the folder never shows what the catalogues no longer say. In another folder
    than the project's own a file that no build wrote as it is stays, and is never written over: ``output_folder`` says
    how that is known. A build whose sources, catalogues, settings and outputs are those of the last one does nothing.

    Raises UsageError for an output folder that holds the project or what it is made of.
    """
    wanted = list(dict.fromkeys(locales or project.locales))
    everything = tuple(dict.fromkeys([*project.locales, *wanted]))
    order = Order(project, rules, output or project.output, (project.source_locale, *wanted), everything)
    files = source_files(project)
    read = [read_bytes(file.path) for file in files]
    # A build of some locales looks at the pages that are there of the others.
    memory = Cache(project.root if set(wanted) == set(everything) else None, "build")
    key = _key(order, files, read)
    known = memory.recall(str(order.folder), key, partial(_unchanged, order.folder))
    if known is not None:
        return known
    from l10n_tool.workflow.building import build_all

    results = build_all(order, files, read, progress)
    memory.keep(str(order.folder), key, _kept(order.folder, results))
    memory.save()
    return results


def _key(order: Order, files: Sequence[SourceFile], read: Sequence[bytes]) -> str:
    """Return a hash of all that a build reads but the outputs themselves."""
    catalogues = (target.path for target in targets(order.project, order.everything)) if order.everything else ()
    settings = (replace(order.project, engines={}), order.rules, order.wanted, order.everything)
    texts = (path.read_bytes() if path.is_file() else b"" for path in catalogues)
    return digest(repr(settings), *texts, *stamps_of(files, read))


def _kept(folder: Path, results: Sequence[Built]) -> dict[str, Any]:
    return {"results": [to_json(built) for built in results], "files": _hashes(folder, results)}


def _hashes(folder: Path, results: Sequence[Built]) -> dict[str, str]:
    names = {LIST: None, **{name: None for built in results for name in (*built.files, *built.kept)}}
    return {name: _hash(f"{folder}/{name}") for name in names}


def _hash(path: str) -> str:
    """Return a hash of an output, nothing for one that is gone."""
    try:
        return hashlib.sha256(read_bytes(path)).hexdigest()
    except FileError:
        return ""


def _unchanged(folder: Path, kept: Mapping[str, Any]) -> list[Built] | None:
    """Return the results of an earlier build, if every file of it is as it was written."""
    if any(_hash(f"{folder}/{name}") != known for name, known in kept["files"].items()):
        return None
    return [from_json(fields) for fields in kept["results"]]
