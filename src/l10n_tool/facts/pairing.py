"""Which sentence of a translation renders which of its source: the one in the same place, if both have as many."""

import re
from itertools import pairwise
from typing import Final

from l10n_tool.facts.text import Span, Text

__all__ = ["ENDED", "sentence_pairs"]

#: What ends a sentence.
ENDED: Final = re.compile(r"[.!?…؟।։][\"'”’»)\]*_]{0,3}(?=\s)|[。！？]|\n\s*\n")
_LETTER: Final = re.compile(r"[^\W\d_]")
_MOST: Final = 60
#: How much longer than the other a sentence may be, in the measure of its text, and so many characters.
_MOST_TIMES: Final = 2
_SLACK: Final = 15


def sentence_pairs(source: Text, text: Text) -> list[tuple[Span, Span]]:
    """Return the sentences of both sides by pairs; none where the sides differ in their number, or have one each."""
    ours, theirs = source.once(_sentences), text.once(_sentences)
    if len(ours) != len(theirs) or not 1 < len(ours) <= _MOST:
        return []
    pairs = list(zip(ours, theirs, strict=True))
    share = len(text.prose) / len(source.prose)
    return pairs if all(_are_alike(one, other, share) for one, other in pairs) else []


def _are_alike(one: Span, other: Span, share: float) -> bool:
    """Whether two sentences may be as long as they are; an abbreviation with its dot looks like one."""
    expected, length = share * (one[1] - one[0]), other[1] - other[0]
    return length <= _MOST_TIMES * expected + _SLACK and expected <= _MOST_TIMES * length + _SLACK


def _sentences(text: Text) -> list[Span]:
    """Return where the parts of a text are that hold letters, parted by what ends a sentence."""
    prose = text.prose
    ends = [0, *(match.end() for match in ENDED.finditer(prose)), len(prose)]
    return [span for span in pairwise(ends) if _LETTER.search(prose, *span)]
