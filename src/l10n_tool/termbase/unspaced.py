"""Names in scripts without spaces between words, as far as the writing shows them: katakana and Latin letters.

Where a word of the script itself ends shows nothing, and nothing of that is guessed.
"""

import re
from collections.abc import Iterator
from typing import Final

__all__ = ["loans", "names"]

#: Foreign words and names in Japanese, joined by middle dots where they are a person's.
_KATAKANA: Final = re.compile(r"[ァ-ヺ][ァ-ヺー]{2,40}(?:[・＝][ァ-ヺ][ァ-ヺー]{0,40}){0,4}")
_JOINED: Final = re.compile(r"[・＝]")
#: Words in Latin letters, of which the first has a capital; digits and hyphens inside.
_LATIN: Final = re.compile(r"[A-ZÀ-Þ][A-Za-zÀ-ÿ0-9]+(?:[ .'’-]?[A-ZÀ-Þ0-9][A-Za-zÀ-ÿ0-9]*)*")


def names(prose: str) -> Iterator[str]:
    """Yield what is a name for sure: words in Latin letters with capitals, and a person's name in katakana."""
    yield from (found[0] for found in _LATIN.finditer(prose))
    yield from (found[0] for found in _KATAKANA.finditer(prose) if _JOINED.search(found[0]))


def loans(prose: str) -> Iterator[str]:
    """Yield words in katakana, which are names or words of other languages."""
    yield from (found[0] for found in _KATAKANA.finditer(prose) if not _JOINED.search(found[0]))
