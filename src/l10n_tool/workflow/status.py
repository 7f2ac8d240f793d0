"""States and words per catalogue."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace

from l10n_tool.catalogue import Catalogue, Entry
from l10n_tool.project import Project
from l10n_tool.provenance import State, state
from l10n_tool.workflow.cache import Cache, digest
from l10n_tool.workflow.files import CatalogueFile, open_target, read_target
from l10n_tool.workflow.targets import Target, targets

__all__ = ["DONE", "Status", "status", "status_of"]

#: The states of an entry that nobody has to work on.
DONE = frozenset({State.TRANSLATED, State.APPROVED})


@dataclass(frozen=True, slots=True)
class Status:
    """Counts of one catalogue; words are those of the sources, parted at white space."""

    locale: str
    file: str
    total: int
    untranslated: int
    draft: int
    stale: int
    translated: int
    approved: int
    obsolete: int
    words: int
    words_to_do: int
    in_progress: bool = False
    domain: str = ""

    @property
    def percent(self) -> int:
        """How many of a hundred entries are translated or approved, rounded down: 100 means all."""
        return 100 * (self.translated + self.approved) // self.total if self.total else 100

    def below(self, percent: float) -> bool:
        """Whether less than this many of a hundred entries are translated or approved."""
        return 100 * (self.translated + self.approved) < percent * self.total


def status(project: Project | None, names: Sequence[str]) -> list[Status]:
    """Return the status of each catalogue; one that did not change since it was last counted is not read again."""
    memory = Cache(project.root if project else None, "status")
    rows = [_status(target, project, memory) for target in targets(project, names)]
    memory.save()
    return rows


def _status(target: Target, project: Project | None, memory: Cache) -> Status:
    data = read_target(target)
    key = digest(data, target.locale, repr(sorted(project.in_progress)) if project else "")
    known = memory.recall(target.name, key, lambda kept: Status(**kept))
    if known is not None:
        return known
    found = status_of(open_target(target, data), project)
    memory.keep(target.name, key, asdict(found))
    return found


def status_of(file: CatalogueFile, project: Project | None = None) -> Status:
    """Return the status of an opened catalogue."""
    in_progress = project is not None and file.locale in project.in_progress
    return replace(_count(file.catalogue, file.locale, file.name, in_progress=in_progress), domain=file.target.domain)


def _count(catalogue: Catalogue, locale: str, name: str, *, in_progress: bool) -> Status:
    states: Counter[State] = Counter()
    words = to_do = 0
    for entry in catalogue.messages:
        found = state(entry)
        size = _words(entry)
        states[found] += 1
        words += size
        to_do += 0 if found in DONE else size
    return Status(
        locale=locale,
        file=name,
        total=states.total(),
        untranslated=states[State.UNTRANSLATED],
        draft=states[State.DRAFT],
        stale=states[State.STALE],
        translated=states[State.TRANSLATED],
        approved=states[State.APPROVED],
        obsolete=sum(1 for _ in catalogue.obsolete),
        words=words,
        words_to_do=to_do,
        in_progress=in_progress,
    )


def _words(entry: Entry) -> int:
    return len(entry.msgid.split()) + len((entry.msgid_plural or "").split())
