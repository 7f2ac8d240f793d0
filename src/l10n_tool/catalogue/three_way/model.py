"""What a three-way merge is told about texts, and what it tells of them."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum, StrEnum
from typing import Final

from l10n_tool.catalogue.model import Catalogue, Entry

__all__ = ["BY_FLAGS", "Conflict", "HeaderConflict", "MergedVersions", "Origin", "Standing", "Witness"]


class Standing(IntEnum):
    """How far a person stands behind the text of an entry, in rising order."""

    EMPTY = 0
    MACHINE = 1
    STALE = 2
    TRANSLATED = 3
    APPROVED = 4


def standing_by_flags(entry: Entry) -> Standing:
    """Return what the fuzzy flag alone says: no text is taken for a machine's."""
    if not entry.complete:
        return Standing.EMPTY
    return Standing.STALE if entry.fuzzy else Standing.TRANSLATED


def _no_records(_: Sequence[str]) -> Iterable[slice]:
    return ()


def _sound(_: Entry) -> bool:
    return True


@dataclass(frozen=True, slots=True)
class Witness:
    """What tells whose text an entry holds, and whether it can stand where the merge puts it.

    ``standing`` ranks an entry as it stands; ``records`` finds, among translator comments, the lines that are one
    record of where the text comes from, and go together; ``sound`` is asked where a flag of one side, such as
    c-format, meets the text of the other.
    """

    standing: Callable[[Entry], Standing] = standing_by_flags
    records: Callable[[Sequence[str]], Iterable[slice]] = _no_records
    sound: Callable[[Entry], bool] = _sound


#: Knows flags only: every text counts as a person's, every comment line stands for itself.
BY_FLAGS: Final = Witness()


class Origin(StrEnum):
    """Where an entry of the merged catalogue, or its absence, comes from."""

    SAME = "same"
    OURS = "ours"
    THEIRS = "theirs"
    BOTH = "both"
    CONFLICT = "conflict"


@dataclass(frozen=True, slots=True)
class Conflict:
    """An entry for which the sides have two texts: ``field`` holds ``kept``, and its comments ``noted``."""

    entry: Entry
    kept: tuple[str, ...]
    noted: tuple[str, ...]
    field: str = "msgstr"


@dataclass(frozen=True, slots=True)
class HeaderConflict:
    """A header field that both sides changed: it has the value of ours."""

    field: str
    ours: str
    theirs: str


@dataclass(frozen=True, slots=True)
class MergedVersions:
    """The merged catalogue, where its entries come from, and what a person must look at."""

    catalogue: Catalogue
    origins: tuple[Origin, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    header_conflicts: tuple[HeaderConflict, ...] = ()

    def count(self, origin: Origin) -> int:
        """Return how many entries come from there; a removal counts for the side that removed."""
        return self.origins.count(origin)
