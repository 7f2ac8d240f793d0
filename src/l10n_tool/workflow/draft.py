"""Filling blanks with machine text: memory first, then an engine; always fuzzy, always signed."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from time import monotonic
from types import TracebackType
from typing import Final, Self

from l10n_tool.catalogue import Asked, Catalogue, Entry, Key, PluralForms, cldr_plural_forms
from l10n_tool.catalogue.plurals import PluralFormsError, parse_plural_forms
from l10n_tool.drafting import Drafted, Engine, Rejected, characters, draft_entries
from l10n_tool.engines import ENGINES, open_engine
from l10n_tool.errors import FileError, UnknownNameError, UsageError
from l10n_tool.project import Project
from l10n_tool.provenance import own_words, with_draft
from l10n_tool.segments import is_markdown
from l10n_tool.storage import find_files, relative_name
from l10n_tool.workflow.cache import Cache, digest
from l10n_tool.workflow.files import CatalogueFile, open_catalogue, open_target, rewrite_catalogue
from l10n_tool.workflow.targets import targets

__all__ = ["DraftedCatalogue", "Order", "Progress", "draft", "draft_from_memory"]

#: Told how many entries of how many are done, and in which catalogue.
Progress = Callable[[int, int, str], None]
Say = Callable[[str], None]

_MEMORY: Final = "memory"

#: Between two writes lies this many times as long as the first of them took, so that writing is a tenth of the work.
_PATIENCE: Final = 10


@dataclass(frozen=True, slots=True)
class Order:
    """What to draft with: the engine's name, the day, at most how many entries, and whether only to tell."""

    engine: str
    on: date
    limit: int | None = None
    dry_run: bool = False


@dataclass(frozen=True, slots=True)
class DraftedCatalogue:
    """What became of the blanks of one catalogue; in a dry run, what would be sent."""

    file: str
    locale: str
    blank: int
    from_memory: int = 0
    by_engine: int = 0
    to_send: int = 0
    characters: int = 0
    service: str = ""
    rejected: tuple[tuple[Entry, str], ...] = ()
    notes: tuple[tuple[Entry, str], ...] = ()

    @property
    def drafted(self) -> int:
        """How many entries have a draft now that had none."""
        return self.from_memory + self.by_engine


@dataclass(slots=True)
class _Work:
    """One catalogue while it is drafted: the file as it stands on the disk, and what was done to it."""

    file: CatalogueFile
    left: list[Entry]
    plurals: PluralForms
    blank: int
    from_memory: int = 0
    by_engine: int = 0
    rejected: list[tuple[Entry, str]] = field(default_factory=list)
    notes: list[tuple[Entry, str]] = field(default_factory=list)

    def write(self, drafts: Iterable[tuple[Entry, tuple[str, ...]]], by: str, on: date) -> frozenset[Key]:
        """Put drafts into the file, all in one write; return the keys of those that there was still room for.

        What a person filled meanwhile stays theirs, and an entry whose plural is another one stays empty.
        """
        forms = {(*entry.key, entry.msgid_plural): texts for entry, texts in drafts}
        filled: dict[Key, Entry] = {}

        def change(file: CatalogueFile) -> Catalogue:
            filled.clear()
            same_forms = file is self.file or _plurals(file).count == self.plurals.count
            for entry in file.catalogue.messages:
                texts = forms.get((*entry.key, entry.msgid_plural))
                fits = same_forms or entry.msgid_plural is None
                if texts and fits and not any(entry.msgstr):
                    filled[entry.key] = with_draft(entry, texts, by, on)
            return file.catalogue.map(filled)

        asked = Asked(comments=own_words, only=frozenset(key[:2] for key in forms))
        self.file = rewrite_catalogue(self.file, change, asked=asked)
        return frozenset(filled)

    def result(self) -> DraftedCatalogue:
        return DraftedCatalogue(
            self.file.name,
            self.file.locale,
            self.blank,
            self.from_memory,
            self.by_engine,
            rejected=tuple(self.rejected),
            notes=tuple(self.notes),
        )


def draft(
    project: Project | None, names: Sequence[str], order: Order, say: Say, progress: Progress | None = None
) -> list[DraftedCatalogue]:
    """Draft the untranslated entries of each catalogue.

    Memory is asked first, then the engine that the order names. Entries with any text are not touched. Answers are
    written as they come, several at once where they come faster than the file is written; an interrupt or a failing
    service loses none, and the next call goes on with the rest. ``say`` takes the line that tells what goes to which
    service, before it goes.
    """
    if order.engine not in ENGINES:
        raise UnknownNameError("engine", order.engine, list(ENGINES))
    opened = [open_target(target) for target in targets(project, names)]
    works = [_work(file, order.limit) for file in opened]
    if order.dry_run:
        return [_dry(project, work, order) for work in works]
    for work in works:
        _from_memory(project, work, order.on)
        if order.engine != _MEMORY and work.left:
            _by_engine(project, work, order, say, progress)
    return [work.result() for work in works]


def draft_from_memory(project: Project, on: date) -> int:
    """Draft what memory knows in every catalogue of a project; return how many entries.

    Where it knew nothing the last time, and no catalogue changed since, it is not asked again.
    """
    cache = Cache(project.root, "draft")
    names = find_files(project.root, ["locales/*/LC_MESSAGES/*.po"])
    key = digest(*(part for path in names for part in (path.as_posix(), path.read_bytes())))
    if cache.recall(_MEMORY, key, int) is not None:
        return 0
    results = draft(project, [], Order(_MEMORY, on), lambda _: None)
    drafted = sum(result.from_memory for result in results)
    if not drafted:
        cache.keep(_MEMORY, key, 0)
        cache.save()
    return drafted


def _work(file: CatalogueFile, limit: int | None) -> _Work:
    if not file.locale:
        raise UsageError(f"{file.name} does not say its language", remedy="Add a Language field to its header.")
    blank = [entry for entry in file.catalogue.messages if not any(entry.msgstr)]
    return _Work(file, blank[:limit], _plurals(file), len(blank))


def _plurals(file: CatalogueFile) -> PluralForms:
    try:
        return parse_plural_forms(file.catalogue.headers.get("Plural-Forms", ""))
    except PluralFormsError:
        return cldr_plural_forms(file.locale)


def _from_memory(project: Project | None, work: _Work, on: date) -> None:
    """Draft what memory knows, in one write; the rest is left to the engine, and no reason to complain."""
    drafts = _recalled(project, work)
    if drafts:
        work.from_memory = len(work.write(drafts, _MEMORY, on))
        done = {entry.key for entry, _ in drafts}
        work.left = [entry for entry in work.left if entry.key not in done]


def _recalled(project: Project | None, work: _Work) -> list[tuple[Entry, tuple[str, ...]]]:
    with open_engine(
        _MEMORY, _source(project), work.file.locale, {"catalogues": _memory(project, work.file)}
    ) as memory:
        answers = draft_entries(
            work.left,
            memory,
            target=work.file.locale,
            source=_source(project),
            markdown=is_markdown,
            plurals=work.plurals,
        )
        return [(entry, answer.forms) for entry, answer in answers if isinstance(answer, Drafted)]


def _memory(project: Project | None, file: CatalogueFile) -> list[Catalogue]:
    """Return the catalogues to recall from: this one and the project's others of its locale, of every domain."""
    if project is None or not file.target.locale:
        return [file.catalogue]
    folder = file.target.path.parent.relative_to(project.root).as_posix()
    others = [path for path in find_files(project.root, [f"{folder}/*.po"]) if path != file.target.path]
    return [file.catalogue, *(open_catalogue(path, relative_name(path, project.root)) for path in others)]


def _by_engine(project: Project | None, work: _Work, order: Order, say: Say, progress: Progress | None) -> None:
    with _engine(project, order.engine, work.file.locale) as engine:
        if ENGINES[order.engine].network:
            sent = _characters(engine, work)
            entries = f"{len(work.left)} {'entry' if len(work.left) == 1 else 'entries'}"
            say(f"{work.file.name}: sending {sent} characters of {entries} to {order.engine}")
        answers = draft_entries(
            work.left,
            engine,
            target=work.file.locale,
            source=_source(project),
            markdown=is_markdown,
            plurals=work.plurals,
        )
        with _Answers(work, engine.name, order.on) as taken:
            for done, (entry, answer) in enumerate(answers, 1):
                taken.add(entry, answer)
                if progress:
                    progress(done, len(work.left), work.file.name)


class _Answers:
    """An engine's answers on their way into a catalogue.

    A write takes as long as the file is large, so answers that come faster share one. However the drafting ends, what
    was answered is written; only a kill loses those that came after the last write, and less than ten times as long
    after it as it took.
    """

    def __init__(self, work: _Work, by: str, on: date) -> None:
        self._work, self._by, self._on = work, by, on
        self._waiting: list[tuple[Entry, Drafted]] = []
        self._due = monotonic()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        # A file that could not be written a moment ago is not tried again.
        if not isinstance(error, FileError):
            self._write()

    def add(self, entry: Entry, answer: Drafted | Rejected) -> None:
        """Take an answer; write it, and those that wait, if the last write is long enough ago."""
        if isinstance(answer, Rejected):
            self._work.rejected.append((entry, answer.reason))
            return
        self._waiting.append((entry, answer))
        if monotonic() >= self._due:
            self._write()

    def _write(self) -> None:
        if not self._waiting:
            return
        start = monotonic()
        placed = self._work.write(((entry, answer.forms) for entry, answer in self._waiting), self._by, self._on)
        self._work.by_engine += len(placed)
        self._work.notes += [
            (entry, note) for entry, answer in self._waiting if entry.key in placed for note in answer.notes
        ]
        self._waiting = []
        end = monotonic()
        self._due = end + _PATIENCE * (end - start)


def _engine(project: Project | None, name: str, locale: str) -> Engine:
    options = project.engines.get(name, {}) if project else {}
    return open_engine(name, _source(project), locale, options)


def _source(project: Project | None) -> str:
    return project.source_locale if project else "en"


def _characters(engine: Engine, work: _Work) -> int:
    return characters(work.left, engine, target=work.file.locale, markdown=is_markdown, plurals=work.plurals)


def _dry(project: Project | None, work: _Work, order: Order) -> DraftedCatalogue:
    """Tell what a draft would do, without a request and without a write."""
    recalled = {entry.key for entry, _ in _recalled(project, work)}
    work.left = [entry for entry in work.left if entry.key not in recalled]
    result = replace(work.result(), from_memory=len(recalled))
    if order.engine == _MEMORY:
        return result
    with _engine(project, order.engine, work.file.locale) as engine:
        sent = _characters(engine, work)
    spec = ENGINES[order.engine]
    service = f"{order.engine} ({spec.free})" if spec.network else f"{order.engine}, on this machine"
    return replace(result, to_send=len(work.left), characters=sent, service=service)
