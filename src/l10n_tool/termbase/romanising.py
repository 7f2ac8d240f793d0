"""Whether a text in another script has a Latin name as that script writes it, by its sound."""

import re
from typing import Final

from l10n_tool.facts.romanising import likeness
from l10n_tool.facts.text import WORD

__all__ = ["sounds_like"]

# A run of katakana is a foreign word, wherever it stands among other letters.
_KATAKANA: Final = re.compile(r"[\u30a1-\u30fa\u30fc-\u30ff]+")
_ENOUGH: Final = 0.7
_LEAST: Final = 0.5


def sounds_like(name: str, prose: str) -> bool:
    """Whether the words of a name stand in a text one after another, in the letters of another script."""
    wanted = WORD.findall(name)
    words = [part for word in WORD.findall(prose) if not word.isascii() for part in _KATAKANA.findall(word) or [word]]
    starts = range(len(words) - len(wanted) + 1) if wanted else ()
    return any(_sound_alike(wanted, words[at : at + len(wanted)]) for at in starts)


def _sound_alike(name: list[str], words: list[str]) -> bool:
    """Whether each word sounds somewhat like its part of the name, and all together much like it."""
    each = [likeness(one, word) for one, word in zip(name, words, strict=True)]
    return min(each) >= _LEAST and sum(each) >= _ENOUGH * len(each)
