"""How many columns a text takes in letters of one width: on a terminal, in a PO file, in plain text."""

import unicodedata
from functools import lru_cache

__all__ = ["columns", "width_of"]


@lru_cache(maxsize=4096)
def width_of(character: str) -> int:
    """Return how many columns a character takes: two, one, or none for marks and format characters (UAX 11)."""
    if unicodedata.category(character) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def columns(text: str) -> int:
    """Return how many columns a text takes."""
    return len(text) if text.isascii() else sum(map(width_of, text))
