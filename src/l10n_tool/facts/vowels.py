"""Whether a vowel of a name was lost or has changed places, in a word whose consonants are right."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from l10n_tool.facts.hearing import GROUPS, spoken_ways
from l10n_tool.facts.romanising import is_abjad, letters

__all__ = ["has_vowel_slip"]

#: A vowel that no language leaves out between two consonants; an e may be silent.
_FULL: Final = frozenset("aiouy")
_VOWELS: Final = frozenset("aeiouy")
#: The letters of Arabic and Hebrew that stand for long vowels, as they are spelt out.
_LONG: Final = {"ا": "a", "آ": "a", "و": "u", "ي": "i", "ى": "a", "ی": "i", "ו": "u", "י": "i"}
#: Scripts that write vowels with the consonant: those of India and South-East Asia, and kana.
_INHERENT: Final = re.compile(r"[\u0900-\u109f\u1200-\u137f\u1780-\u17ff\u3040-\u30ff]")
_ENOUGH: Final = 3


@lru_cache(maxsize=1 << 15)
def has_vowel_slip(name: str, word: str) -> bool:
    """Whether, however the name is heard, a vowel inside it is not where it should be in the word.

    That is a vowel between two consonants that the word lacks. Where a script leaves vowels out, another place beside
    it has to have one too many. A word whose consonants are not the name's is not judged.
    """
    if _INHERENT.search(word):
        return False
    found = _gaps(_read(word))
    abjad = is_abjad(word)
    heard = [wanted for wanted in _ways(name) if _agree(wanted, found)]
    return bool(heard) and all(_is_lost(gaps, found[1], abjad=abjad) for _, gaps in heard)


@lru_cache(maxsize=1 << 12)
def _ways(name: str) -> tuple[tuple[str, list[str]], ...]:
    return tuple(map(_gaps, spoken_ways(name)))


def _read(word: str) -> str:
    if not is_abjad(word):
        return "".join(GROUPS.get(letter, letter if letter in _VOWELS else "") for letter in letters(word))
    return "".join(_LONG.get(char) or "".join(GROUPS.get(letter, "") for letter in letters(char)) for char in word)


def _gaps(spoken: str) -> tuple[str, list[str]]:
    """Return the consonants of a spoken word, and the vowels after each."""
    consonants, gaps = "", list[str]()
    for sound in spoken:
        if sound.isupper():
            consonants += sound
            gaps.append("")
        elif gaps:
            gaps[-1] += sound
    return consonants, gaps


def _agree(wanted: tuple[str, Sequence[str]], found: tuple[str, Sequence[str]]) -> bool:
    return len(wanted[0]) >= _ENOUGH and found[0].startswith(wanted[0])


def _is_lost(wanted: Sequence[str], found: Sequence[str], *, abjad: bool) -> bool:
    pairs = list(zip(wanted[:-1], found, strict=False))
    lost = [at for at, (ours, theirs) in enumerate(pairs) if _FULL & set(ours) and not theirs]
    if not abjad:
        return bool(lost)
    more = {at for at, (ours, theirs) in enumerate(pairs) if len(theirs) > len(ours)}
    return any({at - 1, at + 1} & more for at in lost)
