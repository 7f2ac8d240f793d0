"""Every document in every locale: read, planned, and written where it may be."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import PurePosixPath
from typing import Final, NamedTuple

from l10n_tool.catalogue import Catalogue
from l10n_tool.document import Prose, StructureError, Use
from l10n_tool.errors import UsageError
from l10n_tool.languages import Language, language
from l10n_tool.outputs import OUTPUTS, Localised
from l10n_tool.storage import OutputFolder, Staged
from l10n_tool.workflow.built import Built, Missing, Order, Progress
from l10n_tool.workflow.documents import SourceFile, output_path
from l10n_tool.workflow.files import open_target
from l10n_tool.workflow.output_folder import WrittenFiles, is_own, require_place
from l10n_tool.workflow.parallel import in_parallel
from l10n_tool.workflow.planning import Locale, Plan, SourceDocument, opened_source, original, plan
from l10n_tool.workflow.targets import targets

__all__ = ["build_all", "localised_plan"]

_PAGE: Final = ".html"
_DOCUMENTS: Final = "document-file"


def build_all(
    order: Order, files: Sequence[SourceFile], read: Sequence[bytes], progress: Progress | None
) -> list[Built]:
    """Build the documents of these files, which hold these bytes; the strings of a program make none.

    Raises UsageError for a folder that is no place for outputs, and where a file would be lost that no build wrote.
    """
    chosen = [(file, data) for file, data in zip(files, read, strict=True) if file.source.use is not Use.PROGRAM]
    paths = _paths([file for file, _ in chosen], _outputs(order))
    items = [(file, data, path) for (file, data), path in zip(chosen, paths, strict=True)]
    weights = [len(data) * (len(order.everything) + 1) for _, data in chosen]
    require_place(order.project, order.folder, files, documents=_DOCUMENTS in _outputs(order))
    written = WrittenFiles(order.folder, own=is_own(order.project, order.folder))
    results: list[Built] = []
    digests: dict[str, str] = {}
    with OutputFolder(order.folder) as folder:
        work = _Work(order, _languages(order), folder, written, _Told(progress, len(items)))
        for built, staged, more in in_parallel(items, weights, work.read, work.write):
            results += built
            digests |= more
            folder.adopt(staged)
        with written.listed(digests):
            folder.commit()
    return _in_order(results, order)


def _outputs(order: Order) -> tuple[str, ...]:
    """Return the names of the outputs to make."""
    return order.project.outputs or tuple(OUTPUTS)


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
    if _DOCUMENTS in outputs:
        yield path + PurePosixPath(file.name).suffix
    if "web-page" in outputs and isinstance(file.source, Prose):
        yield path + _PAGE


def _languages(order: Order) -> dict[tuple[str, str], Locale]:
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


class _Told(NamedTuple):
    """Who is told how far a build has come, and how many documents there are in all."""

    progress: Progress | None
    total: int

    def tell(self, done: int, share: int) -> None:
        """Tell of so many documents of a process's share: they are about the same, and the first speaks for all."""
        if self.progress:
            self.progress(done * self.total // share, self.total, "documents")


class _Work:
    """What one process does: read its documents, and when all were read, write them in every locale."""

    def __init__(
        self,
        order: Order,
        languages: Mapping[tuple[str, str], Locale],
        folder: OutputFolder,
        written: WrittenFiles,
        told: _Told,
    ) -> None:
        self._order, self._languages, self._told = order, languages, told
        self._folder, self._written = folder, written
        # Of each file by its name, empty for one that is not to be there.
        self._digests: dict[str, str] = {}
        self._source = language(order.project.source_locale)

    def read(self, items: Sequence[tuple[SourceFile, bytes, str]]) -> list[SourceDocument]:
        """Return the documents of these files."""
        return [opened_source(file, data, path) for file, data, path in items]

    def write(self, documents: list[SourceDocument]) -> list[tuple[list[Built], Staged, dict[str, str]]]:
        """Prepare the outputs of these documents.

        Return what becomes of each in each locale, what is staged, and the hashes that ``WrittenFiles`` is told.
        """
        results: list[Built] = []
        for done, document in enumerate(documents, 1):
            results += self._document(document)
            self._told.tell(done, len(documents))
        return [(results, self._folder.staged, self._digests)]

    def _document(self, document: SourceDocument) -> list[Built]:
        order = self._order
        plans = [plan(document, self._languages[code, document.domain]) for code in order.everything]
        own = original(document, self._source, order.project.source_locale)
        passing = [p for p in plans if p.passes(order.rules) and (p.locale.code in order.wanted or self._is_there(p))]
        alternates = tuple(p.locale.language for p in (own, *passing))
        return [self._build(p, alternates) for p in (own, *plans) if p.locale.code in order.wanted]

    def _is_there(self, found: Plan) -> bool:
        """Whether an earlier build wrote the page: a build of some locales links to the others' pages only then."""
        return (self._order.folder / found.locale.language.tag / f"{found.document.path}{_PAGE}").exists()

    def _build(self, found: Plan, alternates: tuple[Language, ...]) -> Built:
        built = found.built(in_progress=found.locale.code in self._order.project.in_progress)
        if not found.passes(self._order.rules):
            return self._held_back(built, found)
        localised = localised_plan(found, self._source, alternates, self._order.project.base_url)
        try:
            rendered = [OUTPUTS[output](localised) for output in _outputs(self._order)]
        except StructureError as error:
            unsafe = Missing(error.block.text, 0, f"breaks the document: {error.message}")
            return self._held_back(replace(built, missing=(*built.missing, unsafe)), found)
        tag = found.locale.language.tag
        names = {f"{tag}/{name}": data for files in rendered for name, data in files.items()}
        for name, data in names.items():
            self._digests |= self._written.take(name, data)
        changed = sum(self._folder.write(name, data) for name, data in names.items())
        return replace(built, files=tuple(names), changed=changed)

    def _held_back(self, built: Built, found: Plan) -> Built:
        """Remove what an earlier build wrote of a document, and nothing else."""
        suffix = PurePosixPath(found.document.name).suffix
        path = f"{found.locale.language.tag}/{found.document.path}"
        names = dict.fromkeys([path + _PAGE, path + suffix])
        kept = tuple(name for name in names if not self._written.may_remove(name))
        self._digests |= dict.fromkeys((name for name in names if name not in kept), "")
        removed = tuple(name for name in names if name not in kept and self._folder.remove(name))
        return replace(built, removed=removed, kept=kept)


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


def _in_order(results: Sequence[Built], order: Order) -> list[Built]:
    """Return the results by locale, each locale's in the order of the documents."""
    places = {code: place for place, code in enumerate((order.project.source_locale, *order.everything))}
    return sorted(results, key=lambda built: places[built.locale])
