"""The last look before a catalogue is written: what a person wrote in it must be in it afterwards.

Texts, translator comments, flags, header fields and obsolete entries are counted before and after. This is no part of
any step's work; it is there for the day on which one of them is wrong.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from l10n_tool.catalogue.model import Catalogue, Entry
from l10n_tool.catalogue.text import quote
from l10n_tool.errors import FileError

__all__ = ["NOTHING", "Asked", "losses", "refuse_losses"]


@dataclass(frozen=True, slots=True)
class Asked:
    """What a step may take away because that is what it was asked for."""

    flags: frozenset[str] = frozenset()
    headers: frozenset[str] = frozenset()


NOTHING: Final = Asked()


def losses(before: Catalogue, after: Catalogue, asked: Asked = NOTHING) -> list[str]:
    """Return what of ``before`` is missing in ``after``, one line each."""
    kept = {id(entry) for entry in after.entries}
    old = [entry for entry in before.entries if id(entry) not in kept and not entry.is_header]
    if not old:
        return []
    same = {id(entry) for entry in before.entries}
    new = [entry for entry in after.entries if id(entry) not in same and not entry.is_header]
    have = _texts(new)
    comments = "\n".join(comment for entry in new for comment in entry.comments)
    missing = _texts(old) - have
    return [f"the text {quote(text)}" for text in missing if quote(text) not in comments]


def _texts(entries: Iterable[Entry]) -> Counter[str]:
    return Counter(text for entry in entries for text in entry.msgstr if text)


def refuse_losses(before: Catalogue, after: Catalogue, asked: Asked, name: str) -> None:
    """Raise FileError where anything would be lost that nobody asked to lose."""
    missing = losses(before, after, asked)
    if missing:
        more = f" and {len(missing) - 1} more" if len(missing) > 1 else ""
        remedy = "Nothing was written. This is a fault of l10n-tool: please report it with the file."
        raise FileError(f"{name}: {missing[0]}{more} would be lost", remedy=remedy)
