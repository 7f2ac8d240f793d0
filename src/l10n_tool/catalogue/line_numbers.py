"""At which line of a text something stands, counted when somebody asks."""

from functools import cached_property
from itertools import accumulate
from typing import Final

__all__ = ["LineNumbers"]

#: So many characters at a time are counted once, and no more than that for each answer.
_BLOCK: Final = 4096


class LineNumbers:
    """The numbers of a text's lines, from 1; asking for all of them in any order takes linear time."""

    def __init__(self, text: str) -> None:
        self._text = text

    def number_at(self, offset: int) -> int:
        """Return the number of the line that the character at this offset stands on."""
        block = offset // _BLOCK
        return self._before[block] + self._text.count("\n", block * _BLOCK, offset)

    @cached_property
    def _before(self) -> list[int]:
        """The number of the line on which each block begins."""
        starts = range(0, len(self._text), _BLOCK)
        return list(accumulate((self._text.count("\n", at, at + _BLOCK) for at in starts), initial=1))
