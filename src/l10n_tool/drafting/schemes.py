"""Ways of writing marks so that an engine carries them over, and of taking its answer back.

No way suits every engine, so each answer is verified: every mark exactly once, each pair around words, nothing out
of the pair it stood in. A mark is never put back by guess.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from l10n_tool.markup.marks import Kind, Mark, Role, find_marks, merge_pairs

__all__ = ["LostMarks", "Masked", "Scheme", "mask"]


class Scheme(StrEnum):
    """How marks are written for an engine."""

    WHOLE = "whole"  # as they are: the engine keeps markup itself
    BRACES = "braces"  # {{1}}
    UNDERSCORES = "underscores"  # __1__
    TAGS = "tags"  # <x1>words</x1>, <x2/>
    SUPERBLANK = "superblank"  # two private characters around a number, for an engine that knows what to do with them


class LostMarks(Exception):  # noqa: N818 - an outcome, which leads to the next way of writing marks
    """An answer in which the marks are not as they were; ``reason`` is one sentence for people."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


SUPERBLANK_OPEN: Final = "\ue000"
SUPERBLANK_CLOSE: Final = "\ue001"

# A written mark as it may come back: engines put spaces in, and write digits in the target's script.
_WRITTEN: Final = {
    Scheme.BRACES: re.compile(r"\{\s*\{\s*(?P<key>\d{1,4})\s*\}\s*\}"),
    Scheme.UNDERSCORES: re.compile(r"__\s?(?P<key>\d{1,4})\s?__"),
    Scheme.TAGS: re.compile(r"<\s*(?P<key>/?\s*[xX]\d{1,4}\s*/?)\s*>"),
    Scheme.SUPERBLANK: re.compile(f"{SUPERBLANK_OPEN}(?P<key>[0-9]{{1,4}}){SUPERBLANK_CLOSE}"),
}
# What must not stand in a text beside the marks: it would be taken for one, or is what is left of one.
_RESIDUE: Final = {
    Scheme.BRACES: re.compile(r"\{\s*\{|\}\s*\}|\{\s*\d+\s*\}"),
    Scheme.UNDERSCORES: re.compile(r"__|_\s?\d+\s?_"),
    Scheme.TAGS: re.compile(r"<\s*/?\s*[xX]\d"),
    Scheme.SUPERBLANK: re.compile(f"[{SUPERBLANK_OPEN}{SUPERBLANK_CLOSE}]"),
}


@dataclass(frozen=True, slots=True)
class Masked:
    """A text taken apart: one more piece of words than there are marks, a mark between each two of them."""

    words: tuple[str, ...]
    marks: tuple[Mark, ...]

    @property
    def plain(self) -> str:
        """The words alone."""
        return "".join(self.words)

    def usable(self, scheme: Scheme) -> bool:
        """Whether the words hold nothing that could be taken for a mark of this scheme."""
        return scheme is Scheme.WHOLE or not any(_RESIDUE[scheme].search(words) for words in self.words)

    def write(self, scheme: Scheme) -> str:
        """Return the text for an engine, its marks written in this way."""
        written = (_write(mark, at, scheme) for at, mark in enumerate(self.marks))
        return "".join(_interleaved(self.words, list(written)))

    def read(self, answer: str, scheme: Scheme) -> str:
        """Return an engine's answer with the marks in it; raises LostMarks where they are not all in place."""
        if scheme is Scheme.WHOLE:
            return answer
        words, order = self._parse(answer, scheme)
        self._verify(words, order)
        marks = [self.marks[at] for at in order]
        self._move_space(words, order)
        return "".join(_interleaved(words, [mark.text for mark in marks]))

    def join(self, words: Sequence[str]) -> str:
        """Return the text with other words between its marks."""
        return "".join(_interleaved(words, [mark.text for mark in self.marks]))

    def _parse(self, answer: str, scheme: Scheme) -> tuple[list[str], list[int]]:
        """Return the words of an answer, and which mark stands between each two of them."""
        known = {_key(_write(mark, at, scheme), scheme): at for at, mark in enumerate(self.marks)}
        words, order, done = [], [], 0
        for match in _WRITTEN[scheme].finditer(answer):
            key = _key(match[0], scheme)
            if key not in known:
                raise LostMarks("The engine made up a mark that the source does not have.")
            words.append(answer[done : match.start()])
            order.append(known[key])
            done = match.end()
        words.append(answer[done:])
        if any(_RESIDUE[scheme].search(piece) for piece in words):
            raise LostMarks("The engine broke a mark in its answer.")
        return words, order

    def _verify(self, words: Sequence[str], order: Sequence[int]) -> None:
        for at, mark in enumerate(self.marks):
            if order.count(at) != 1:
                raise LostMarks(f"The engine {'lost' if at not in order else 'doubled'} {mark.kind}.")
        if _parents(self.marks) != _parents([self.marks[at] for at in order]):
            raise LostMarks("The engine moved a mark out of its place.")
        if _empty_pairs(self.words, self.marks) != _empty_pairs(words, [self.marks[at] for at in order]):
            raise LostMarks("The engine moved the words out of their marks.")
        lone_tags = [at for at in order if self.marks[at].kind is Kind.TAG and self.marks[at].role is Role.ALONE]
        if lone_tags != sorted(lone_tags):
            raise LostMarks("The engine changed the order of the tags.")

    def _move_space(self, words: list[str], order: Sequence[int]) -> None:
        """Move white space that came in between a pair and its words out of it (``** word**`` is no bold)."""
        for place in reversed(range(len(order))):
            at = order[place]
            if self.marks[at].role is Role.OPEN and not self.words[at + 1][:1].isspace():
                words[place], words[place + 1] = _space_before(words[place], words[place + 1])
        for place, at in enumerate(order):
            if self.marks[at].role is Role.CLOSE and not self.words[at][-1:].isspace():
                words[place], words[place + 1] = _space_after(words[place], words[place + 1])
            elif self.marks[at].kind is Kind.BREAK:
                words[place] = words[place] if self.words[at].endswith(" ") else words[place].rstrip(" ")
                words[place + 1] = words[place + 1] if self.words[at + 1][:1] == " " else words[place + 1].lstrip(" ")


def mask(text: str, *, markdown: bool) -> Masked:
    """Take a text apart at its marks; joining its words and marks gives it back."""
    marks = merge_pairs(find_marks(text, markdown=markdown))
    starts = [0, *(mark.end for mark in marks)]
    ends = [*(mark.start for mark in marks), len(text)]
    return Masked(tuple(text[start:end] for start, end in zip(starts, ends, strict=True)), marks)


def _interleaved(words: Sequence[str], marks: Sequence[str]) -> Iterator[str]:
    for piece, mark in zip(words, marks, strict=False):
        yield piece
        yield mark
    yield words[len(marks)]


def _write(mark: Mark, at: int, scheme: Scheme) -> str:
    if scheme is Scheme.BRACES:
        return f"{{{{{at + 1}}}}}"
    if scheme is Scheme.UNDERSCORES:
        return f"__{at + 1}__"
    if scheme is Scheme.SUPERBLANK:
        return f"{SUPERBLANK_OPEN}{at + 1}{SUPERBLANK_CLOSE}"
    if scheme is Scheme.TAGS:
        return _as_tag(mark)
    return mark.text


def _as_tag(mark: Mark) -> str:
    number = 2 * mark.pair if mark.pair > 0 else -2 * mark.pair + 1
    if mark.role is Role.ALONE:
        return f"<x{number}/>"
    return f"<{'/' if mark.role is Role.CLOSE else ''}x{number}>"


def _key(written: str, scheme: Scheme) -> str:
    """Return what tells a written mark from the others, however an engine spaced it and wrote its digits."""
    match = _WRITTEN[scheme].fullmatch(written)
    key = match["key"] if match else written
    digits = (str(unicodedata.decimal(letter)) if letter.isdecimal() else letter for letter in key)
    return "".join("".join(digits).split()).lower()


def _parents(marks: Sequence[Mark]) -> dict[tuple[int, Role], int]:
    """Return for each mark the pair it stands in, 0 for none; a pair that closes wrongly counts as its own parent."""
    found: dict[tuple[int, Role], int] = {}
    opened: list[int] = []
    for mark in marks:
        if mark.role is Role.CLOSE:
            found[mark.pair, mark.role] = 0 if opened[-1:] == [mark.pair] else mark.pair
            opened = opened[:-1]
            continue
        found[mark.pair, mark.role] = opened[-1] if opened else 0
        if mark.role is Role.OPEN:
            opened.append(mark.pair)
    return found


def _empty_pairs(words: Sequence[str], marks: Sequence[Mark]) -> set[int]:
    """Return the pairs that enclose no words."""
    filled: set[int] = set()
    opened: list[int] = []
    for at, mark in enumerate(marks):
        if mark.role is Role.OPEN:
            opened.append(mark.pair)
        elif mark.role is Role.CLOSE and mark.pair in opened:
            opened.remove(mark.pair)
        if words[at + 1].strip():
            filled.update(opened)
    return {mark.pair for mark in marks if mark.role is Role.OPEN} - filled


def _space_before(before: str, after: str) -> tuple[str, str]:
    bare = after.lstrip()
    space = after[: len(after) - len(bare)]
    return (before if before[-1:].isspace() else before + space), bare


def _space_after(before: str, after: str) -> tuple[str, str]:
    bare = before.rstrip()
    space = before[len(bare) :]
    return bare, (after if after[:1].isspace() else space + after)
