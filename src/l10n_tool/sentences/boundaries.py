"""Where sentences of a text without marks end: what sentencex proposes, held against the guards."""

import re
from collections.abc import Iterator
from typing import Final

from l10n_tool.sentences.guards import ends_sentence
from l10n_tool.sentences.joining import base
from l10n_tool.sentences.quotations import read_quotations
from l10n_tool.sentences.seam import seam_at

__all__ = ["MOST_CHARACTERS", "boundaries"]

#: How much sentencex gets in one call: it takes time by the square of a text's quotation marks.
MOST_CHARACTERS: Final = 20_000
#: How far back from there a place is looked for where a sentence ends.
_REACH: Final = 2_000

_LINE: Final = re.compile(r"[^\n\r]+")
_END: Final = re.compile(r"[.!?…。！？｡]+")
_CLEAR_END: Final = re.compile(r"[.!?。！？]+\s")


def boundaries(text: str, language: str) -> list[int]:
    """Return after how many characters each sentence ends, but the last; every line ends one.

    The text before each does not end in white space, and some text follows.
    """
    found: list[int] = []
    last = len(text.rstrip())
    for line in _LINE.finditer(text):
        found += [line.start() + end for end in _of_line(line[0], base(language))]
        found.append(line.start() + len(line[0].rstrip()))
    return [end for end in found if 0 < end < last and not text[end - 1].isspace()]


def _of_line(line: str, language: str) -> Iterator[int]:
    """Yield where sentences of one line end, without the line's own end."""
    quotations = read_quotations(line)
    proposed = {quotations.after_closing(end) for end in _proposals(line, language)}
    start = 0
    for end in sorted(proposed.union(quotations.after_closing(match.end()) for match in _END.finditer(line))):
        seam = seam_at(line, start, end, language)
        if seam.following == len(line):
            return
        if not quotations.encloses(end) and ends_sentence(seam, proposed=end in proposed):
            yield end
            start = seam.following


def _proposals(line: str, language: str) -> Iterator[int]:
    """Yield where sentencex sees sentences end, white space at their ends left off."""
    from sentencex import get_sentence_boundaries

    start = 0
    while start < len(line):
        end, clear = _chunk_end(line, start)
        for boundary in get_sentence_boundaries(language, line[start:end]):
            at = start + int(boundary["end_index"])
            if at < end or clear:
                yield _without_space(line, at)
        start = end


def _without_space(line: str, end: int) -> int:
    while end > 0 and line[end - 1].isspace():
        end -= 1
    return end


def _chunk_end(line: str, start: int) -> tuple[int, bool]:
    """Return where to end a chunk, and whether a sentence clearly ends there."""
    most = start + MOST_CHARACTERS
    if most >= len(line):
        return len(line), False
    ends = [match.end() for match in _CLEAR_END.finditer(line, most - _REACH, most)]
    if ends:
        return ends[-1], True
    return max(line.rfind(" ", most - _REACH, most) + 1, most - _REACH), False
