"""Two termbases put together."""

from dataclasses import replace
from typing import NamedTuple

from l10n_tool.termbase.model import Term, Termbase

__all__ = ["Merged", "merged", "together"]


class Merged(NamedTuple):
    """A termbase that took in another one: how many lines were added to it, and how many changed."""

    termbase: Termbase
    added: int
    changed: int


def merged(ours: Termbase, theirs: Termbase) -> Merged:
    """Add the lines of one termbase to another; nothing that stood in it is gone, and a second time changes nothing."""
    lines = {term.key: term for term in ours.terms}
    before = dict(lines)
    for term in theirs.terms:
        lines[term.key] = together(lines[term.key], term) if term.key in lines else term
    changed = sum(lines[key] != term for key, term in before.items())
    return Merged(Termbase(tuple(lines.values())), len(lines) - len(before), changed)


def together(one: Term, other: Term) -> Term:
    """Return what two lines say of a term in a locale; where they contradict each other, the first holds."""
    required = tuple(dict.fromkeys(one.required + tuple(r for r in other.required if r not in one.forbidden)))
    more = tuple(r for r in other.allowed if r not in one.forbidden)
    allowed = tuple(r for r in dict.fromkeys(one.allowed + more) if r not in required)
    wanted = {*required, *allowed}
    forbidden = tuple(r for r in dict.fromkeys(one.forbidden + other.forbidden) if r not in wanted)
    case = other.case if one.case is None else one.case
    return replace(one, required=required, allowed=allowed, forbidden=forbidden, case=case, note=one.note or other.note)
