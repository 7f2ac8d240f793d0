"""The words of a text without its marks, and where each of them stands in the text."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import unescape
from itertools import accumulate
from typing import Final

from l10n_tool.markup.marks import Kind, Mark, Role, find_marks

__all__ = ["ATOM", "Words", "read_words"]

#: Stands for a code span, an address or a placeholder: something, but no letter that begins or ends a sentence.
ATOM: Final = "\ufffc"

# Byte order and direction marks, joiners and zero-width spaces: no reader sees them.
_UNSEEN: Final = re.compile("[\u061c\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")
_LINE_END: Final = re.compile(r"<br[ \t]*/?>", re.IGNORECASE)
_SURROGATE: Final = re.compile("[\ud800-\udfff]")
_STEP: Final = {Role.OPEN: 1, Role.CLOSE: -1, Role.ALONE: 0}


@dataclass(frozen=True, slots=True)
class _Piece:
    """A part of a text that is shown as something else: a mark, or a character that nobody sees."""

    start: int
    end: int
    shown: str = ""
    role: Role = Role.ALONE


@dataclass(frozen=True, slots=True)
class Words:
    """A text without its marks; a line break is one newline.

    ``starts`` and ``ends`` say for each character of ``text`` where it stands in the original. ``hidden`` are the
    marks that left no character, ``depths`` how many pairs are open before each of them, and after the last.
    """

    text: str
    starts: Sequence[int]
    ends: Sequence[int]
    hidden: Sequence[_Piece]
    depths: Sequence[int]

    def gap(self, end: int) -> tuple[int, int] | None:
        """Return where the gap after this many characters stands in the original; None where none can be.

        Marks that close go with the sentence before, those that open with the next. Inside a pair there is no gap.
        """
        following = end
        while following < len(self.text) and self.text[following].isspace():
            following += 1
        if following == len(self.text):
            return None
        limit = self.starts[following]
        at, done = self._after_closing(self.ends[end - 1], limit)
        stop = min([limit, *(piece.start for piece in self.hidden[done : done + 1])])
        return None if self.depths[done] or (at == stop and following > end) else (at, stop)

    def _after_closing(self, at: int, limit: int) -> tuple[int, int]:
        """Return the place after the marks that belong to what stands before them, and how many marks end there."""
        done = bisect_left(self.hidden, at, key=lambda piece: piece.start)
        while done < len(self.hidden) and self.hidden[done].start < limit:
            piece = self.hidden[done]
            if piece.role is Role.OPEN or (piece.role is Role.ALONE and piece.start > at):
                break
            at, done = piece.end, done + 1
        return at, done


def read_words(text: str, *, markdown: bool) -> Words:
    """Return the words of a text. What no encoding can hold, half a surrogate pair, is a letter like any other."""
    clean = _SURROGATE.sub("x", text)
    pieces = list(_pieces(clean, markdown=markdown))
    if not pieces:
        return Words(clean, range(len(clean)), range(1, len(clean) + 1), (), (0,))
    shown: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    at = 0
    for piece in (*pieces, _Piece(len(clean), len(clean))):
        shown += [clean[at : piece.start], piece.shown]
        starts += [*range(at, piece.start), *[piece.start] * len(piece.shown)]
        ends += [*range(at + 1, piece.start + 1), *[piece.end] * len(piece.shown)]
        at = piece.end
    hidden = [piece for piece in pieces if not piece.shown]
    depths = list(accumulate((_STEP[piece.role] for piece in hidden), initial=0))
    return Words("".join(shown), starts, ends, hidden, depths)


def _pieces(text: str, *, markdown: bool) -> Iterator[_Piece]:
    at = 0
    for mark in (*find_marks(text, markdown=markdown), Mark(len(text), len(text), "", Kind.TAG)):
        for match in _UNSEEN.finditer(text, at, mark.start):
            yield _Piece(match.start(), match.end())
        if mark.text:
            yield _Piece(mark.start, mark.end, _shown(mark), mark.role)
        at = mark.end


def _shown(mark: Mark) -> str:
    """Return what stands for a mark among the words, one character or none."""
    if mark.kind is Kind.BREAK or _LINE_END.fullmatch(mark.text):
        return "\n"
    if mark.role is not Role.ALONE or mark.kind in {Kind.TAG, Kind.FOOTNOTE}:
        return ""
    if mark.kind is not Kind.ESCAPE:
        return ATOM
    character = unescape(mark.text.removeprefix("\\"))
    return character if len(character) == 1 and not character.isspace() else "_"
