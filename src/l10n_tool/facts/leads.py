"""What leads to a list between the commas of its run: "Wenn sie öffnen, können die Gäste den Garten, das Haus, …".

Such a comma makes the list of a translation look longer than it is, so that a missing member goes unseen.
"""

import re
from collections.abc import Iterable
from typing import Final

from l10n_tool.facts.lists import Enumeration
from l10n_tool.facts.text import Span, Text

__all__ = ["hides_one"]

#: So many commas may lead to a list, and so many words longer than a member is what they lead with.
_MOST: Final = 2
_LONGER: Final = 2
_COMMAS: Final = ",،、，"
_SENTENCE_END: Final = re.compile(r"[.!?…؟।։]\s")


def hides_one(source: Text, one: Enumeration, text: Text, other: Enumeration) -> bool:
    """Whether a list looks whole, and would have one member too few without the commas before its first.

    The separator after the first member is where that of the source is, and what stands before it is longer than the
    members are, whose own length does not differ in the source.
    """
    number = other.size - one.size + 1
    if not 0 < number <= min(_MOST, len(other.members) - 1):
        return False
    ours, theirs = _lengths(source, one.members), _lengths(text, other.members)
    if not ours or max(ours) >= min(ours) + _LONGER:
        return False
    starts = [other.span[0], *(end for _, end in other.members)]
    if theirs[number - 1] < max(theirs[number:]) + _LONGER or not _are_commas(text, starts[:number], other.span[1]):
        return False
    expected = len(text.prose) / len(source.prose) * _from_sentence(source, one.span[0])
    shift = _from_sentence(text, starts[0]) - starts[0] - expected
    return min(range(number + 2), key=lambda at: abs(starts[at] + shift)) == number


def _are_commas(text: Text, places: Iterable[int], end: int) -> bool:
    """Whether there are commas in these places, and a conjunction before the end of the run, as a whole list has."""
    return all(text.prose[at] in _COMMAS for at in places) and text.prose[end - 1] not in _COMMAS


def _lengths(text: Text, members: Iterable[Span]) -> list[int]:
    return [len(text.prose[start:end].split()) for start, end in members]


def _from_sentence(text: Text, place: int) -> int:
    """Return how far from the beginning of its sentence a place is."""
    return place - max((match.end() for match in _SENTENCE_END.finditer(text.prose, 0, place)), default=0)
