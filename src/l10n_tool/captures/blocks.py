"""Cutting a capture into blocks: a line each, or the lines of a paragraph that was wrapped by hand."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from l10n_tool.captures.letters import WIDE, ends_sentence
from l10n_tool.captures.model import AS_TEXT, Form, Mark

__all__ = ["Block", "Line", "Setting", "clean", "columns", "cut", "join", "read_blocks"]

_LINE_END: Final = re.compile(r"\r\n|\r|\n")
_SPACES: Final = re.compile(r"\s+")
# CommonMark reads NUL as U+FFFD, and a lone surrogate cannot be written as UTF-8.
_UNWRITABLE: Final = re.compile(r"[\0\ud800-\udfff]")
_BROKEN_WORD: Final = re.compile(r"[^\W_][-\u00ad–—]")
_BULLET: Final = re.compile(r"[-*+•▪◦●■·] ")

# Nobody wraps prose narrower or wider than this; a longer line is a paragraph of its own.
_NARROWEST: Final = 40
_WIDEST: Final = 200


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank, its spaces tidied; ``indent`` and ``end`` are the columns it took up.

    ``row`` counts the lines as a reader sees them, ``number`` is the line of the file it begins on: the same in
    plain text. In HTML it has ``marks``, ``linked`` of its characters are in links, and ``lost`` are the links that
    are not kept, each with the reason.
    """

    row: int
    text: str
    indent: int
    end: int
    number: int
    marks: tuple[Mark, ...] = ()
    linked: int = 0
    lost: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Setting:
    """Where on an HTML page a block stands.

    Texts of one ``group`` stand side by side in one element. ``aside`` is the reason why it is no text of the page,
    and ``region`` the number of the element that says so.
    """

    group: int = 0
    aside: str = ""
    region: int = 0
    form: Form = AS_TEXT


_NOWHERE: Final = Setting()


@dataclass(frozen=True, slots=True)
class Block:
    """Adjacent lines that make one paragraph, mostly a single line; ``text`` is all of it on one line."""

    lines: tuple[Line, ...]
    text: str
    marks: tuple[Mark, ...] = ()
    setting: Setting = _NOWHERE

    @property
    def first(self) -> int:
        """The number of the first line."""
        return self.lines[0].number

    @property
    def last(self) -> int:
        """The number of the last line."""
        return self.lines[-1].number

    @property
    def linked(self) -> bool:
        """Whether next to all of the text is in links."""
        return 10 * sum(line.linked for line in self.lines) >= 9 * len(self.text)

    def follows(self, other: "Block") -> bool:
        """Tell whether this block stands right below the other, with no blank line between."""
        return self.lines[0].row == other.lines[-1].row + 1


def clean(text: str) -> str:
    """Tidy white space: none at the ends, one space in between, which may be a no-break one."""
    return _UNWRITABLE.sub("\ufffd", _SPACES.sub(_one_space, text)).strip()


def _one_space(match: re.Match[str]) -> str:
    space = match[0]
    return space if space in "\u00a0\u202f\u2007\u3000" else " "


def read_blocks(text: str) -> tuple[Block, ...]:
    """Cut a capture into blocks; every line that is not blank is in exactly one, in order."""
    return cut([(stanza, _NOWHERE) for stanza in _stanzas(_lines(text))])


def cut(stanzas: Iterable[tuple[Sequence[Line], Setting]]) -> tuple[Block, ...]:
    """Cut stanzas into blocks: adjacent lines are one block if they were wrapped at the width that others show."""
    short = [(lines, setting) for whole, setting in stanzas for lines in _without_long_lines(whole)]
    width = max((_evident_width(lines) for lines, _ in short), default=0)
    return tuple(
        _block(paragraph, setting)
        for lines, setting in short
        for paragraph in _paragraphs(lines, _own_width(lines, width))
    )


def _lines(text: str) -> Iterator[Line]:
    for number, raw in enumerate(_LINE_END.split(text.removeprefix("\ufeff")), 1):
        if tidy := clean(raw):
            indent = columns(raw[: len(raw) - len(raw.lstrip())].expandtabs())
            yield Line(number, tidy, indent, indent + columns(tidy), number)


def _stanzas(lines: Iterator[Line]) -> Iterator[list[Line]]:
    """Group lines that no blank line parts."""
    stanza: list[Line] = []
    for line in lines:
        if stanza and line.row != stanza[-1].row + 1:
            yield stanza
            stanza = []
        stanza.append(line)
    if stanza:
        yield stanza


def _without_long_lines(stanza: Sequence[Line]) -> Iterator[list[Line]]:
    """Part a stanza at its long lines, each of which stands alone."""
    wrapped: list[Line] = []
    for line in stanza:
        if line.end <= _WIDEST:
            wrapped.append(line)
            continue
        if wrapped:
            yield wrapped
        yield [line]
        wrapped = []
    if wrapped:
        yield wrapped


def _evident_width(stanza: Sequence[Line]) -> int:
    """Give the width a stanza was wrapped at, 0 where it does not show.

    It shows in a paragraph that ends as a sentence does while a line inside it does not: lines that all end
    in a full stop are paragraphs of their own, and lines that end in none are names or headlines.
    """
    width = max(line.end for line in stanza)
    if not _NARROWEST <= width <= _WIDEST:
        return 0
    return width if any(map(_is_wrapped_prose, _paragraphs(stanza, width))) else 0


def _own_width(stanza: Sequence[Line], width: int) -> int:
    """Give the width of one stanza on a page wrapped at ``width``; its longest line may be a little wider."""
    longest = max(line.end for line in stanza)
    return longest if width < longest <= width * 1.15 else width


def _is_wrapped_prose(lines: Sequence[Line]) -> bool:
    *inner, last = lines
    return ends_sentence(last.text) and any(not ends_sentence(line.text) for line in inner)


def _paragraphs(stanza: Sequence[Line], width: int) -> list[list[Line]]:
    """Cut a stanza after every line on which the next word would still have fitted."""
    paragraphs = [[stanza[0]]]
    for line, following in pairwise(stanza):
        if _runs_on(line, following, width):
            paragraphs[-1].append(following)
        else:
            paragraphs.append([following])
    return paragraphs


def _runs_on(line: Line, following: Line, width: int) -> bool:
    if _BULLET.match(following.text) or line.end > width:
        return False
    # A first line may be indented, and so may all lines of a list item but the first.
    if following.indent > line.indent and not _BULLET.match(line.text):
        return False
    return line.end + _columns_needed(following.text) > width


def _columns_needed(text: str) -> int:
    """Give the room the first word needs on the line above, a space included."""
    if WIDE.match(text):
        # These scripts break anywhere, but not before a closing mark: a line may end two characters early.
        return 5
    return 1 + columns(text.split(maxsplit=1)[0])


def columns(text: str) -> int:
    """Give the room a text takes on a line."""
    return len(text) if text.isascii() else len(text) + len(WIDE.findall(text))


def _block(lines: Sequence[Line], setting: Setting) -> Block:
    pieces = [lines[0].text]
    marks = list(lines[0].marks)
    length = len(lines[0].text)
    for line, following in pairwise(lines):
        seam = _seam(line.text, following.text)
        length += len(seam)
        marks += (replace(mark, start=mark.start + length, end=mark.end + length) for mark in following.marks)
        length += len(following.text)
        pieces += (seam, following.text)
    return Block(tuple(lines), "".join(pieces), tuple(marks), setting)


def join(blocks: Sequence[Block]) -> Block:
    """Make one paragraph of several that stand below one another."""
    return _block([line for block in blocks for line in block.lines], blocks[0].setting)


def _seam(above: str, below: str) -> str:
    """Give what stood between two lines before wrapping: nothing inside a word or between ideographs."""
    if WIDE.match(below) and WIDE.match(above[-1]):
        return ""
    # A wrapped "well-known" keeps its hyphen: whether the hyphen came from wrapping cannot be seen.
    return "" if _BROKEN_WORD.fullmatch(above[-2:]) and below[0].isalnum() else " "
