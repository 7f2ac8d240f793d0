"""What became of each entry when a template was merged in."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from l10n_tool.catalogue.model import Catalogue, Entry

__all__ = ["Change", "Merged", "Outcome"]


class Outcome(StrEnum):
    """What became of an entry."""

    # An Enum's own takes a call, and an update counts every entry.
    __hash__ = str.__hash__

    #: It stands where it stood, with its text.
    KEPT = "kept"
    #: It stands elsewhere, or its source does; its text is the same.
    MOVED = "moved"
    #: The template has it and the catalogue had nothing like it.
    NEW = "new"
    #: Its text is that of a similar source.
    FUZZY = "fuzzy"
    #: Its text is that of the source that had its msgctxt before, however different.
    REWRITTEN = "rewritten"
    #: It was obsolete.
    REVIVED = "revived"
    #: Its plural came, went or changed.
    PLURAL_CHANGED = "plural-changed"
    #: The template has it no more.
    OBSOLETE = "obsolete"
    #: The template has it no more, and it held nothing of anybody's.
    DROPPED = "dropped"


class Change(NamedTuple):
    """One entry's outcome.

    ``entry`` is what the entry is after the merge, or was where it was dropped; ``before`` what it was, None where it
    is another's text or none. ``was`` is the msgid that the text belonged to where that is another one, and
    ``similarity`` says by how many percent it is the same.
    """

    outcome: Outcome
    entry: Entry
    before: Entry | None = None
    was: str = ""
    similarity: float = 0.0

    @property
    def happened(self) -> bool:
        """Whether the merge did it: an entry that was obsolete before only stays so."""
        return self.entry is not self.before or self.outcome in {Outcome.DROPPED, Outcome.MOVED}


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Merged:
    """The updated catalogue and what happened to each of its entries."""

    catalogue: Catalogue
    changes: tuple[Change, ...]

    @property
    def counts(self) -> Mapping[Outcome, int]:
        """How many entries had each outcome."""
        return Counter(change.outcome for change in self.changes)

    def count(self, outcome: Outcome) -> int:
        """Return how many entries had this outcome."""
        return self.counts.get(outcome, 0)
