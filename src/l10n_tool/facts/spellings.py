"""Whether a name is written in one way wherever a catalogue writes it as it sounds."""

from collections.abc import Sequence
from typing import Final

from l10n_tool.facts.folding import fold
from l10n_tool.facts.romanising import letters
from l10n_tool.facts.slips import has_slip
from l10n_tool.facts.standing import Place, Stand, without_clitics

__all__ = ["other_spelling"]

_ENOUGH: Final = 4
#: How many last letters an ending may change.
_CHANGING: Final = 1


def other_spelling(here: Sequence[Place], elsewhere: Sequence[Sequence[Place]]) -> tuple[Place, str] | None:
    """Return a word of a name that differs by a slip from how other entries write it, and how one of them does.

    ``here`` and each of ``elsewhere`` are the places of the same words of the name; a word that any other entry writes
    in the same way is right, and of two spellings the one that is more like the name.
    """
    for at, place in enumerate(here):
        others = [places[at].found for places in elsewhere if places[at].stand is Stand.LIKE and places[at].found]
        if place.stand is Stand.LIKE and place.found and others:
            unlike = [other for other in others if _differ(place.found, other)]
            if len(unlike) == len(others) and _likeness(place, place.found) <= _likeness(place, unlike[0]):
                return place, unlike[0]
    return None


def _likeness(place: Place, word: str) -> float:
    """Return how much a word is like the name, letter by letter."""
    from rapidfuzz.distance import OSA

    return OSA.normalized_similarity(letters(place.wanted), letters(word))


def _differ(one: str, other: str) -> bool:
    """Whether two words are one but for a slip, whatever ending or preposition each has."""
    pairs = [(a, b) for a in _bare(one) for b in _bare(other)]
    return not any(a == b for a, b in pairs) and any(_has_slip(a, b) or _has_slip(b, a) for a, b in pairs)


def _bare(word: str) -> list[str]:
    return [fold(part).partition("'")[0] for part in without_clitics(word) if len(part) >= _ENOUGH]


def _has_slip(wanted: str, found: str) -> bool:
    return len(wanted) >= _ENOUGH and has_slip(wanted, found, changing=_CHANGING, endings=True)
