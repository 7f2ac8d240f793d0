"""States and words per catalogue."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Final

from l10n_tool.errors import FileError
from l10n_tool.storage import read_bytes
from l10n_tool.workflow.targets import Target, of_all, targets

if TYPE_CHECKING:
    from l10n_tool.catalogue import Entry
    from l10n_tool.catalogue.counting import Counts
    from l10n_tool.project import Project
    from l10n_tool.workflow.cache import Cache

__all__ = ["Status", "status"]

#: Counting is quick: a second process is worth its start for so many times the bytes that it is for other work.
_LIGHT: Final = 4


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
        """Whether less than this many of a hundred entries are translated or approved; of none, no part is."""
        if not self.total:
            return percent > 0
        return 100 * (self.translated + self.approved) < percent * self.total


#: What a status was counted from, as a key, and the status.
_Counted = tuple[str, Status]


def status(project: "Project | None", names: Sequence[str]) -> list[Status]:
    """Return the status of each catalogue; one that did not change since it was last counted is not read again."""
    wanted = targets(project, names)
    with of_all(wanted):
        return _status_of(wanted, project)


def _status_of(wanted: Sequence[Target], project: "Project | None") -> list[Status]:
    if project is None:
        return [row for _, row in _count_all(wanted, None)]
    from l10n_tool.workflow.cache import Cache

    memory = Cache(project.root, "status")
    known = [_recall(target, project, memory) for target in wanted]
    missing = [target for target, row in zip(wanted, known, strict=True) if row is None]
    counted = iter(_count_all(missing, project))
    rows = [row or _keep(target, next(counted), memory) for target, row in zip(wanted, known, strict=True)]
    memory.save()
    return rows


def _recall(target: Target, project: "Project", memory: "Cache") -> Status | None:
    return memory.recall(target.name, _key(_read(target), target, project), lambda kept: Status(**kept))


def _keep(target: Target, counted: _Counted, memory: "Cache") -> Status:
    key, row = counted
    memory.keep(target.name, key, asdict(row))
    return row


def _key(data: bytes, target: Target, project: "Project | None") -> str:
    if project is None:
        return ""
    from l10n_tool.workflow.cache import digest

    return digest(data, target.locale, repr(sorted(project.in_progress)))


def _read(target: Target) -> bytes:
    try:
        return read_bytes(target.path)
    except FileError:
        # It knows more about what may be missing, and is imported when something is.
        from l10n_tool.workflow.files import read_target

        return read_target(target)


def _count_all(wanted: Sequence[Target], project: "Project | None") -> list[_Counted]:
    from l10n_tool.workflow.parallel import in_parallel

    def count(some: Sequence[Target]) -> list[_Counted]:
        return [_count(target, project) for target in some]

    return in_parallel(wanted, [_size(target) // _LIGHT for target in wanted], count, list)


def _size(target: Target) -> int:
    try:
        return target.path.stat().st_size
    except OSError:
        return 0


def _count(target: Target, project: "Project | None") -> _Counted:
    from l10n_tool.catalogue.counting import count_catalogue

    data = _read(target)
    counts = count_catalogue(data, target.name)
    return _key(data, target, project), _status(counts, target, project)


def _status(counts: "Counts", target: Target, project: "Project | None") -> Status:
    others, others_to_do = _ask(counts.others) if counts.others else ({}, 0)
    locale = target.language(counts.language)
    states = {
        "untranslated": counts.untranslated + others.get("untranslated", 0),
        "draft": others.get("draft", 0),
        "stale": counts.stale + others.get("stale", 0),
        "translated": counts.translated + others.get("translated", 0),
        "approved": others.get("approved", 0),
    }
    return Status(
        locale=locale,
        file=target.name,
        total=sum(states.values()),
        **states,
        obsolete=counts.obsolete,
        words=counts.words,
        words_to_do=counts.words_to_do + others_to_do,
        in_progress=project is not None and locale in project.in_progress,
        domain=target.domain,
    )


def _ask(entries: "Sequence[Entry]") -> tuple[dict[str, int], int]:
    """Return how many entries have each state, and the words of those that somebody has to work on."""
    from l10n_tool.catalogue.counting import words_of_source
    from l10n_tool.provenance import State, state

    states: dict[str, int] = {}
    to_do = 0
    for entry in entries:
        found = state(entry)
        states[found.value] = states.get(found.value, 0) + 1
        if found not in {State.TRANSLATED, State.APPROVED}:
            to_do += words_of_source(entry)
    return states, to_do
