"""Pseudo-translation: readable text in a made-up language, to see what is not translated, too long or cut off.

``en_XA`` writes accents, a third more text and brackets; ``ar_XB`` shows each word from right to left. Both are as
Android has them.
"""

import re
from collections.abc import Mapping
from itertools import cycle, islice
from typing import Final

from l10n_tool.drafting import SUPERBLANK_CLOSE, SUPERBLANK_OPEN, Scheme
from l10n_tool.engines._base import Closing
from l10n_tool.engines._options import known_only

__all__ = ["Pseudo", "engine"]

_MARK: Final = re.compile(f"({SUPERBLANK_OPEN}[0-9]+{SUPERBLANK_CLOSE})")
_WORD: Final = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_ACCENTS: Final = str.maketrans(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz",
    "ÅƁÇÐÉƑĜĤÎĴĶĻṀÑÖÞǪŔŠŢÛṼŴẊÝŽåƀçðéƒĝĥîĵķļṁñöþǫŕšţûṽŵẋýž",
)
_PADDING: Final = ("öñé", "ţŵö", "ţĥŕéé", "ƒöûŕ", "ƒîṽé", "šîẋ", "šéṽéñ", "éîĝĥţ", "ñîñé", "ţéñ")
_LONGER: Final = 0.35
_MIRRORED: Final = "ar_XB"
# Right-to-left mark and override, and their end: the word is shown as if its letters ran from right to left.
_MIRROR_START, _MIRROR_END = "\u200f\u202e", "\u202c\u200f"


class Pseudo(Closing):
    """Writes a text in a made-up language; the same text always in the same way."""

    name = "pseudo"
    limit = 0
    local = True
    markup = (Scheme.SUPERBLANK,)

    def __init__(self, target: str) -> None:
        self._target = target

    def translate(self, text: str) -> str:
        """Return the text in accented letters, lengthened and in brackets, or with each word mirrored."""
        change = _mirrored if self._target == _MIRRORED else _accented
        parts = _MARK.split(text)
        changed = "".join(part if at % 2 else change(part) for at, part in enumerate(parts))
        if self._target == _MIRRORED:
            return changed
        return f"⟦{changed}{_padding(len(''.join(parts[::2])))}⟧"


def _accented(words: str) -> str:
    return words.translate(_ACCENTS)


def _mirrored(words: str) -> str:
    return _WORD.sub(lambda match: f"{_MIRROR_START}{match[0]}{_MIRROR_END}", words)


def _padding(length: int) -> str:
    """Return so many characters that a text of this length grows by about a third, brackets included."""
    missing = round(length * _LONGER) - len("⟦⟧")
    words = " " + " ".join(islice(cycle(_PADDING), max(missing, 0)))
    return words[:missing].rstrip() if missing > 1 else ""


def engine(source: str, target: str, options: Mapping[str, object]) -> Pseudo:
    """Return the engine; any locale but ar_XB gets accented text, so that a layout can be tried in its own place."""
    known_only("pseudo", options)
    return Pseudo(target)
