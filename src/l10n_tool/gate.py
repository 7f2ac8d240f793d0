"""The gate: which entries may be published."""

from enum import StrEnum

from l10n_tool.catalogue import Entry
from l10n_tool.provenance import State, state

__all__ = ["Requirement", "may_publish"]


class Requirement(StrEnum):
    """What a build asks of an entry."""

    REVIEWED = "reviewed"
    APPROVED = "approved"


def may_publish(entry: Entry, require: Requirement = Requirement.REVIEWED) -> bool:
    """Whether an entry's translation may reach a reader.

    A draft never may, whatever its flags; ``reviewed`` lets a person's text and approved text pass, ``approved``
    only the latter.
    """
    if entry.obsolete:
        return False
    passing = {State.APPROVED} if require is Requirement.APPROVED else {State.APPROVED, State.TRANSLATED}
    return state(entry) in passing
