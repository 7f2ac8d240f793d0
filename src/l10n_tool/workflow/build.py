"""Localised outputs, behind the gate."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path, PurePosixPath
from typing import Final

from l10n_tool.catalogue import Catalogue, Entry, Key
from l10n_tool.document import Document, StructureError
from l10n_tool.errors import UsageError
from l10n_tool.gate import Requirement, may_publish
from l10n_tool.languages import Language, language
from l10n_tool.outputs import OUTPUTS, Localised
from l10n_tool.project import Project
from l10n_tool.provenance import state
from l10n_tool.segments import segment_document
from l10n_tool.sources import source_of
from l10n_tool.storage import remove_file, write_bytes
from l10n_tool.workflow.extract import read_document, read_documents
from l10n_tool.workflow.files import open_catalogue, open_target, targets

__all__ = ["Built", "Incomplete", "Missing", "Rules", "build", "build_file"]

_PAGE: Final = ".html"


class Incomplete(StrEnum):
    """What becomes of a document that is not complete in a locale."""

    BLOCK = "block"
    SOURCE = "source"


@dataclass(frozen=True, slots=True)
class Rules:
    """What a build asks of entries and of documents."""

    require: Requirement = Requirement.REVIEWED
    incomplete: Incomplete = Incomplete.BLOCK


@dataclass(frozen=True, slots=True)
class Missing:
    """A block that may not be published: its text, the line of its entry (0 without one), and the reason."""

    text: str
    line: int
    reason: str


@dataclass(frozen=True, slots=True)
class Built:
    """One document in one locale: the files that were written, or what holds it back.

    ``files`` are relative to the output folder. With ``missing`` and files the document was written with blocks in
    the source language; ``removed`` are files of an earlier build that may not be published any more.
    """

    locale: str
    document: str
    files: tuple[str, ...] = ()
    changed: int = 0
    missing: tuple[Missing, ...] = ()
    removed: tuple[str, ...] = ()
    in_progress: bool = False
    catalogue: str = ""

    @property
    def published(self) -> bool:
        """Whether the document is in the output folder."""
        return bool(self.files)

    @property
    def fails(self) -> bool:
        """Whether this makes a build fail: it is held back, and its locale is not in progress."""
        return not self.published and not self.in_progress


@dataclass(slots=True)
class _Plan:
    """One document in one locale before it is written."""

    document: Document
    locale: str
    path: str
    catalogue: str
    translations: dict[int, str] = field(default_factory=dict)
    missing: list[Missing] = field(default_factory=list)


def build(project: Project, locales: Sequence[str], rules: Rules, output: Path | None = None) -> list[Built]:
    """Write every document in every locale that the gate lets through, and in the source language.

    Everything is read before anything is written. A document that is held back is not written, and what an earlier
    build wrote of it is removed, so that the folder never shows what the catalogues no longer say.
    """
    documents = read_documents(project)
    paths = _paths(project, documents)
    folder = output or project.output
    wanted = list(locales) or list(project.locales)
    everything = list(dict.fromkeys([*project.locales, *wanted]))
    plans = [plan for locale in everything for plan in _plans(project, locale, documents, paths, rules)]
    originals = [_original(project, document, paths[document.name]) for document in documents]
    now = {project.source_locale, *wanted}
    published = [*originals, *(p for p in plans if _passes(p, rules) and (p.locale in now or _is_there(p, folder)))]
    write = [plan for plan in (*originals, *plans) if plan.locale in now]
    return [_build(project, plan, published, rules, folder) for plan in write]


def _paths(project: Project, documents: Sequence[Document]) -> dict[str, str]:
    """Return each document's path in its locale's folder, without suffix: below the fixed part of its pattern."""
    paths: dict[str, str] = {}
    for document in documents:
        name = PurePosixPath(document.name)
        root = next((r for r in map(_fixed_part, project.sources) if name.is_relative_to(r)), PurePosixPath())
        path = name.relative_to(root).with_suffix("").as_posix()
        other = next((known for known, taken in paths.items() if taken == path), None)
        if other is not None:
            remedy = "Rename one of them."
            raise UsageError(f"{other} and {document.name} would be written to the same output", remedy=remedy)
        paths[document.name] = path
    return paths


def _fixed_part(pattern: str) -> PurePosixPath:
    """Return the folders of a pattern before the first with a wildcard."""
    folders = PurePosixPath(pattern).parts[:-1]
    end = next((i for i, part in enumerate(folders) if set(part) & set("*?[")), len(folders))
    return PurePosixPath(*folders[:end])


def _plans(
    project: Project, locale: str, documents: Sequence[Document], paths: Mapping[str, str], rules: Rules
) -> Iterator[_Plan]:
    target = targets(project, [locale])[0]
    # A locale without a catalogue is one with nothing translated: held back, and said so.
    catalogue = open_target(target).catalogue if target.path.exists() else Catalogue()
    entries = {entry.key: entry for entry in catalogue.messages}
    for document in documents:
        yield _plan(document, locale, paths[document.name], entries, rules, target.name)


def _plan(
    document: Document, locale: str, path: str, entries: Mapping[Key, Entry], rules: Rules, name: str = ""
) -> _Plan:
    plan = _Plan(document, locale, path, name)
    for segment in segment_document(document):
        entry = entries.get(segment.key)
        if entry is not None and may_publish(entry, rules.require):
            plan.translations[segment.index] = entry.msgstr[0]
        else:
            reason = state(entry).value if entry else "not in the catalogue"
            plan.missing.append(Missing(segment.text, entry.line if entry else 0, reason))
    return _without_breakers(plan, entries)


def _without_breakers(plan: _Plan, entries: Mapping[Key, Entry]) -> _Plan:
    """Take out what would break the document, one after another, until it can be written."""
    while True:
        try:
            source_of(plan.document.name).write(plan.document, plan.translations)
        except StructureError as error:
            if error.index not in plan.translations:
                raise
            del plan.translations[error.index]
            entry = entries.get((None, error.block.text))
            line = entry.line if entry else 0
            plan.missing.append(Missing(error.block.text, line, f"breaks the document: {error.message}"))
        else:
            return plan


def _original(project: Project, document: Document, path: str) -> _Plan:
    texts = {segment.index: segment.text for segment in segment_document(document)}
    return _Plan(document, project.source_locale, path, "", texts)


def _passes(plan: _Plan, rules: Rules) -> bool:
    if not plan.missing:
        return True
    return rules.incomplete is Incomplete.SOURCE and bool(plan.translations)


def _is_there(plan: _Plan, folder: Path) -> bool:
    """Whether an earlier build wrote the page: a build of some locales links to the others' pages only then."""
    return (folder / language(plan.locale).tag / f"{plan.path}{_PAGE}").exists()


def _build(project: Project, plan: _Plan, published: Sequence[_Plan], rules: Rules, folder: Path) -> Built:
    locale = language(plan.locale)
    built = Built(
        plan.locale,
        plan.document.name,
        missing=tuple(plan.missing),
        in_progress=plan.locale in project.in_progress,
        catalogue=plan.catalogue,
    )
    if not _passes(plan, rules):
        return replace(built, removed=_remove(plan, folder, locale))
    alternates = tuple(language(p.locale) for p in published if p.document.name == plan.document.name)
    localised = _localised(plan, locale, language(project.source_locale), alternates)
    try:
        files = _render(replace(localised, base_url=project.base_url))
    except StructureError as error:
        unsafe = Missing(error.block.text, 0, f"breaks the document: {error.message}")
        return replace(built, missing=(*built.missing, unsafe), removed=_remove(plan, folder, locale))
    changed = sum(_write(folder, f"{locale.tag}/{name}", data) for name, data in files.items())
    return replace(built, files=tuple(f"{locale.tag}/{name}" for name in files), changed=changed)


def _localised(plan: _Plan, locale: Language, source: Language, alternates: tuple[Language, ...]) -> Localised:
    return Localised(
        document=plan.document,
        source=source_of(plan.document.name),
        language=locale,
        source_language=source,
        translations=plan.translations,
        alternates=alternates,
        path=plan.path,
    )


def _render(localised: Localised) -> dict[str, bytes]:
    return {name: data for output in OUTPUTS.values() for name, data in output(localised).items()}


def _write(folder: Path, name: str, data: bytes) -> bool:
    return write_bytes(folder / name, data, root=folder)


def _remove(plan: _Plan, folder: Path, locale: Language) -> tuple[str, ...]:
    suffix = PurePosixPath(plan.document.name).suffix
    names = [f"{locale.tag}/{plan.path}{ending}" for ending in (_PAGE, suffix)]
    return tuple(name for name in names if remove_file(folder / name, root=folder))


def build_file(document: Path, catalogue: Path, output: Path, rules: Rules, *, source_locale: str = "en") -> Built:
    """Localise one document with one catalogue: as an HTML page if the output's name says so, else in its format."""
    read = read_document(document, Path.cwd())
    po = open_catalogue(catalogue)
    locale = po.headers.get("Language", "") or "und"
    entries = {entry.key: entry for entry in po.messages}
    plan = _plan(read, locale, output.stem, entries, rules, catalogue.as_posix())
    built = Built(locale, read.name, missing=tuple(plan.missing), catalogue=plan.catalogue)
    if plan.missing and rules.incomplete is Incomplete.BLOCK:
        return built
    data = _one_output(plan, output, source_locale)
    changed = write_bytes(output, data)
    return replace(built, files=(output.as_posix(),), changed=int(changed))


def _one_output(plan: _Plan, output: Path, source_locale: str) -> bytes:
    if output.suffix.lower() != _PAGE:
        return source_of(plan.document.name).write(plan.document, plan.translations)
    locale = language(plan.locale)
    localised = _localised(plan, locale, language(source_locale), (locale,))
    return next(iter(OUTPUTS["web-page"](localised).values()))
