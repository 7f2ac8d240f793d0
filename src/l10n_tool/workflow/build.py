"""Localised outputs of a project, behind the gate."""

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path, PurePosixPath
from typing import Any, Final

from l10n_tool.catalogue import Catalogue
from l10n_tool.document import Prose, StructureError, Use
from l10n_tool.errors import UsageError
from l10n_tool.languages import Language, language
from l10n_tool.outputs import OUTPUTS, Localised
from l10n_tool.project import Project
from l10n_tool.storage import OutputFolder, read_bytes, remove_file
from l10n_tool.workflow.built import Built, Incomplete, Missing, Rules, from_json, to_json
from l10n_tool.workflow.cache import Cache, digest
from l10n_tool.workflow.documents import SourceFile, output_path, source_files
from l10n_tool.workflow.files import open_target, targets
from l10n_tool.workflow.parallel import in_parallel
from l10n_tool.workflow.planning import Locale, Plan, SourceDocument, opened_source, original, plan

__all__ = ["Built", "Incomplete", "Missing", "Rules", "build"]

_PAGE: Final = ".html"
#: Told how many documents of how many are written.
Progress = Callable[[int, int, str], None]


@dataclass(frozen=True, slots=True)
class _Order:
    """What is asked for: ``wanted`` are the locales to write, the source's among them."""

    project: Project
    rules: Rules
    folder: Path
    wanted: tuple[str, ...]
    everything: tuple[str, ...]

    @property
    def outputs(self) -> tuple[str, ...]:
        """The names of the outputs to make."""
        return self.project.outputs or tuple(OUTPUTS)


def build(
    project: Project,
    locales: Sequence[str],
    rules: Rules,
    output: Path | None = None,
    progress: Progress | None = None,
) -> list[Built]:
    """Write every document in every locale that the gate lets through, and in the source language.

    Everything is read before anything is written. A document that is held back is not written, and what an earlier
    build wrote of it is removed, so that the folder never shows what the catalogues no longer say. A build whose
    sources, catalogues, settings and outputs are those of the last one does nothing.
    """
    wanted = list(dict.fromkeys(locales or project.locales))
    everything = tuple(dict.fromkeys([*project.locales, *wanted]))
    order = _Order(project, rules, output or project.output, (project.source_locale, *wanted), everything)
    files = [file for file in source_files(project) if file.source.use is not Use.PROGRAM]
    paths = _paths(files, order.outputs)
    read = [read_bytes(file.path) for file in files]
    # A build of some locales looks at the pages that are there of the others.
    memory = Cache(project.root if set(wanted) == set(everything) else None, "build")
    key = _key(order, files, read)
    known = memory.recall(str(order.folder), key, partial(_unchanged, order.folder))
    if known is not None:
        return known
    languages = _languages(order)
    items = list(zip(files, read, paths, strict=True))
    weights = [len(data) * len(everything) for data in read]
    work = _Work(order, languages, progress, len(items))
    results = _in_order(in_parallel(items, weights, work.read, work.write), order)
    memory.keep(str(order.folder), key, _kept(order.folder, results))
    memory.save()
    return results


def _paths(files: Sequence[SourceFile], outputs: Sequence[str]) -> list[str]:
    """Return each document's path in its locale's folder. Raises UsageError where two would be the same file."""
    paths = [output_path(file.name, file.group.files) for file in files]
    taken: dict[str, str] = {}
    for file, path in zip(files, paths, strict=True):
        for place in dict.fromkeys(_places(file, path, outputs)):
            if place in taken:
                message = f"{taken[place]} and {file.name} would be written to the same output"
                raise UsageError(message, remedy="Rename one of them.")
            taken[place] = file.name
    return paths


def _places(file: SourceFile, path: str, outputs: Sequence[str]) -> Iterator[str]:
    if "document-file" in outputs:
        yield path + PurePosixPath(file.name).suffix
    if "web-page" in outputs and isinstance(file.source, Prose):
        yield path + _PAGE


def _languages(order: _Order) -> dict[tuple[str, str], Locale]:
    """Return what may be published, by locale and domain."""
    project = order.project
    found: dict[tuple[str, str], Locale] = {}
    for target in targets(project, order.everything) if order.everything else ():
        # A locale without a catalogue is one with nothing translated: held back, and said so.
        catalogue = open_target(target).catalogue if target.path.exists() else Catalogue()
        known = language(target.locale)
        require = order.rules.require
        found[target.locale, target.domain] = Locale.of(target.locale, known, target.name, catalogue, require)
    return found


class _Work:
    """What one process does: read its documents, and when all were read, write them in every locale."""

    def __init__(
        self,
        order: _Order,
        languages: Mapping[tuple[str, str], Locale],
        progress: Progress | None,
        total: int,
    ) -> None:
        self._order, self._languages = order, languages
        self._progress, self._total = progress, total
        self._source = language(order.project.source_locale)

    def read(self, items: Sequence[tuple[SourceFile, bytes, str]]) -> list[SourceDocument]:
        """Return the documents of these files."""
        return [opened_source(file, data, path) for file, data, path in items]

    def write(self, documents: list[SourceDocument]) -> list[Built]:
        """Write these documents, and return what became of each in each locale."""
        folder = OutputFolder(self._order.folder)
        results: list[Built] = []
        for done, document in enumerate(documents, 1):
            results += self._document(document, folder)
            if self._progress:
                # Every process has about the same share, and the first one speaks for all.
                self._progress(done * self._total // len(documents), self._total, "documents")
        folder.sync()
        return results

    def _document(self, document: SourceDocument, folder: OutputFolder) -> list[Built]:
        order = self._order
        plans = [plan(document, self._languages[code, document.domain]) for code in order.everything]
        own = original(document, self._source, order.project.source_locale)
        passing = [p for p in plans if p.passes(order.rules) and (p.locale.code in order.wanted or self._is_there(p))]
        alternates = tuple(p.locale.language for p in (own, *passing))
        return [self._build(p, alternates, folder) for p in (own, *plans) if p.locale.code in order.wanted]

    def _is_there(self, found: Plan) -> bool:
        """Whether an earlier build wrote the page: a build of some locales links to the others' pages only then."""
        return (self._order.folder / found.locale.language.tag / f"{found.document.path}{_PAGE}").exists()

    def _build(self, found: Plan, alternates: tuple[Language, ...], folder: OutputFolder) -> Built:
        built = found.built(in_progress=found.locale.code in self._order.project.in_progress)
        if not found.passes(self._order.rules):
            return replace(built, removed=self._remove(found))
        localised = localised_plan(found, self._source, alternates, self._order.project.base_url)
        try:
            files = {name: data for output in self._order.outputs for name, data in OUTPUTS[output](localised).items()}
        except StructureError as error:
            unsafe = Missing(error.block.text, 0, f"breaks the document: {error.message}")
            return replace(built, missing=(*built.missing, unsafe), removed=self._remove(found))
        names = {f"{found.locale.language.tag}/{name}": data for name, data in files.items()}
        changed = sum(folder.write(name, data) for name, data in names.items())
        return replace(built, files=tuple(names), changed=changed)

    def _remove(self, found: Plan) -> tuple[str, ...]:
        suffix = PurePosixPath(found.document.name).suffix
        path = f"{found.locale.language.tag}/{found.document.path}"
        names = dict.fromkeys([path + _PAGE, path + suffix])
        root = self._order.folder
        return tuple(name for name in names if remove_file(root / name, root=root))


def localised_plan(
    found: Plan, source: Language, alternates: tuple[Language, ...], base_url: str = "", path: str = ""
) -> Localised:
    """Return what an output is given of a plan."""
    return Localised(
        document=found.document.document,
        source=found.document.source,
        language=found.locale.language,
        source_language=source,
        translations=found.translations,
        alternates=alternates,
        path=path or found.document.path,
        base_url=base_url,
        data=found.data,
    )


def _in_order(results: Sequence[Built], order: _Order) -> list[Built]:
    """Return the results by locale, each locale's in the order of the documents."""
    places = {code: place for place, code in enumerate((order.project.source_locale, *order.everything))}
    return sorted(results, key=lambda built: places[built.locale])


def _key(order: _Order, files: Sequence[SourceFile], read: Sequence[bytes]) -> str:
    """Return a hash of all that a build reads but the outputs themselves."""
    catalogues = (target.path for target in targets(order.project, order.everything)) if order.everything else ()
    settings = (replace(order.project, engines={}), order.rules, order.wanted, order.everything)
    parts: list[bytes | str] = [repr(settings), *(path.read_bytes() if path.is_file() else b"" for path in catalogues)]
    for file, data in zip(files, read, strict=True):
        parts += [file.name, data]
    return digest(*parts)


def _kept(folder: Path, results: Sequence[Built]) -> dict[str, Any]:
    return {"results": [to_json(built) for built in results], "files": _hashes(folder, results)}


def _hashes(folder: Path, results: Sequence[Built]) -> dict[str, str]:
    return {name: _hash(folder / name) for built in results for name in built.files}


def _hash(path: Path) -> str:
    return hashlib.blake2b(path.read_bytes(), digest_size=16).hexdigest() if path.is_file() else ""


def _unchanged(folder: Path, kept: Mapping[str, Any]) -> list[Built] | None:
    """Return the results of an earlier build, if every file of it is as it was written."""
    if any(_hash(folder / name) != known for name, known in kept["files"].items()):
        return None
    return [from_json(fields) for fields in kept["results"]]
