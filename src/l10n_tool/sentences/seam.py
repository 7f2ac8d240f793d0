"""A place where a sentence may end, and what stands on both sides of it."""

import re
import unicodedata
from typing import Final, NamedTuple

__all__ = ["Seam", "is_wide", "seam_at"]

#: How many characters on each side are looked at.
_REACH: Final = 80

_CLOSING: Final = " \u00a0\u202f\"'”’“»›«)]）】」』》〉"
_MARKS: Final = ".!?…。！？｡"
_OPENING: Final = re.compile(r"[\s\"'“„”«»‹›‘‚(\[（【「『《〈¿¡—–―-]*")


class Seam(NamedTuple):
    """A place where a sentence may end.

    ``words`` are the last before it, without the end ``mark`` and the ``closing`` signs after that; ``first`` is the
    first character of the sentence, ``length`` how many it has; ``after`` is what follows the gap, ``bare`` the same
    without opening signs, and ``following`` where it stands in the line.
    """

    words: str
    mark: str
    closing: str
    gap: str
    after: str
    bare: str
    first: str
    length: int
    following: int
    language: str

    @property
    def next_letter(self) -> str:
        """The first character after the gap that is no opening sign."""
        return self.bare[:1]

    @property
    def next_is_lower(self) -> bool:
        """Whether the next word has no capital although its script has them."""
        return is_lower(self.next_letter)


def seam_at(line: str, start: int, end: int, language: str) -> Seam:
    """Return the seam after ``end`` characters of a line, of the sentence that begins at ``start``."""
    following = end
    while following < len(line) and line[following].isspace():
        following += 1
    before = line[max(start, end - _REACH) : end]
    unclosed = before.rstrip(_CLOSING)
    words = unclosed.rstrip(_MARKS)
    after = line[following : following + _REACH]
    return Seam(
        words=words,
        mark=unclosed[len(words) :],
        closing=before[len(unclosed) :],
        gap=line[end:following],
        after=after,
        bare=_OPENING.sub("", after, count=1),
        first=line[start],
        length=end - start,
        following=following,
        language=language,
    )


def is_lower(character: str) -> bool:
    """Whether a letter is a small one of a script that has capitals in prose, which Georgian has not."""
    return character.islower() and character.title() != character


def is_wide(character: str) -> bool:
    """Whether a character is full-width: of Chinese, Japanese or Korean."""
    return bool(character) and unicodedata.east_asian_width(character) in {"W", "F"}
