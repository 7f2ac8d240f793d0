"""The three-way merge of the flags of an entry."""

import re
from collections.abc import Mapping, Sequence
from typing import Final

from l10n_tool.catalogue.model import FUZZY
from l10n_tool.catalogue.three_way.lines import merge_lists

__all__ = ["merge_flags"]

_Flags = Sequence[str]
_FORMAT: Final = re.compile(r"(?:no-|possible-|impossible-)(.+-format)")


def merge_flags(base: _Flags, ours: _Flags, theirs: _Flags, *, fuzzy: bool) -> tuple[str, ...]:
    """Return the flags that a side added and none removed, ``fuzzy`` first where it is asked for.

    Of two flags with which the sides contradict each other, the one that declares a format stays; else ours.
    """
    old, mine, its = ([flag for flag in flags if flag != FUZZY] for flags in (base, ours, theirs))
    merged = merge_lists(old, _without_weaker(old, mine, its, first=True), _without_weaker(old, its, mine, first=False))
    flags = (FUZZY, *merged) if fuzzy else merged
    # Some tools write the flag last, and its place says nothing.
    return next((tuple(have) for have in (ours, theirs) if set(have) == set(flags)), flags)


def _without_weaker(base: _Flags, side: _Flags, other: _Flags, *, first: bool) -> list[str]:
    """Return the flags of a side without those it added against one that the other side added."""
    added = {_topic(flag): flag for flag in other if flag not in base and flag not in side}
    return [flag for flag in side if flag in base or flag in other or not _gives_way(flag, added, first=first)]


def _gives_way(flag: str, added: Mapping[str, str], *, first: bool) -> bool:
    topic = _topic(flag)
    return topic in added and flag != topic and (added[topic] == topic or not first)


def _topic(flag: str) -> str:
    """Return what a flag is about, of which gettext takes one flag only; a declared format is its own topic."""
    if flag in {"wrap", "no-wrap"}:
        return "wrapping"
    if flag.startswith("range:"):
        return "range"
    match = _FORMAT.fullmatch(flag)
    return match[1] if match else flag
