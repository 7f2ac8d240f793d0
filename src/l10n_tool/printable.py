"""Texts that can do nothing to a terminal: the one place that says what is printed as it is, and what as an escape."""

from collections.abc import Set as AbstractSet
from typing import Final

__all__ = ["printable"]

# No-break spaces and joiners are not "printable" to Python, and every French or Persian text has them.
_HARMLESS: Final = frozenset(" \u00a0\u202f\u2009\u3000\u200c\u200d")


def printable(text: str, kept: AbstractSet[str] = frozenset()) -> str:
    """Return a text with its controls, line breaks, bidi marks and the like as escapes, but for those to be ``kept``.

    The escapes are those of JSON, so that JSON text still says the same.
    """
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() or c in _HARMLESS or c in kept else _escape(c) for c in text)


def _escape(character: str) -> str:
    units = character.encode("utf-16-be", "surrogatepass").hex()
    return "".join(f"\\u{units[at : at + 4]}" for at in range(0, len(units), 4))
