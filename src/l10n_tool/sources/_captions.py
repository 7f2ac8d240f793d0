"""Captions: cues of a timing line and lines of text; a translation replaces the text of a cue and nothing else."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from l10n_tool.document import BOM, Block, Document, StructureError, decode, splice
from l10n_tool.errors import FileError, Place
from l10n_tool.notes import NO_NOTES, Notes
from l10n_tool.sources._brought_in import new_characters, new_links

__all__ = ["ARROW", "Line", "caption", "line_error", "paragraphs", "write_captions"]

ARROW: Final = "-->"
#: A cue may have two lines on any screen, and as many as its source has.
_LINES: Final = 2

_LINE: Final = re.compile(r"([^\r\n]*)(\r\n|\n|\r|\Z)")
# What gettext cannot hold in a text.
_UNFIT: Final = re.compile("[\x00\x04]")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a file: its text without the newline, its number from 1, and the byte where it begins."""

    text: str
    number: int
    start: int
    newline: str


def paragraphs(name: str, data: bytes, is_blank: Callable[[str], bool]) -> Iterator[list[Line]]:
    """Yield the lines between blank ones, in groups. Raises FileError for what is not UTF-8."""
    for blank, lines in groupby(_lines(name, data), lambda line: is_blank(line.text)):
        if not blank:
            yield list(lines)


def _lines(name: str, data: bytes) -> Iterator[Line]:
    at = len(data) - len(data.removeprefix(BOM))
    for number, match in enumerate(_LINE.finditer(decode(name, data)), 1):
        yield Line(match[1], number, at, match[2])
        at += len(match[1].encode()) + len(match[2])


def line_error(name: str, line: Line, message: str, remedy: str) -> FileError:
    """Return the error of a line that cannot be read."""
    return FileError(message, place=Place(name, line.number), remedy=remedy)


def caption(name: str, cue: Sequence[Line], timing: re.Pattern[str], notes: Notes = NO_NOTES) -> Block:
    """Return the block of a cue, its timing line first.

    ``timing`` has the groups of two times: hours, minutes, seconds and milliseconds. Raises FileError for a timing
    line that it does not fit, an end before its start, and a cue without text or with another one's timing in it.
    """
    shown = _milliseconds(name, cue[0], timing)
    stray = next((line for line in cue[1:] if ARROW in line.text), None)
    if stray is not None:
        remedy = "Put an empty line, without spaces, before each cue."
        raise line_error(name, stray, "a timing line inside the text of a cue", remedy)
    rows = _trimmed(cue[1:])
    if not rows:
        raise line_error(name, cue[0], "a cue without text", "Write its text in the next line, or take the cue out.")
    unfit = next((line for line in rows if _UNFIT.search(line.text)), None)
    if unfit is not None:
        raise line_error(name, unfit, "a control character in a text", "Take it out.")
    first, last = rows[0], rows[-1]
    left = len(first.text) - len(first.text.lstrip())
    return Block(
        text="\n".join(line.text.strip() for line in rows),
        kind="caption",
        start=first.start + len(first.text[:left].encode()),
        end=last.start + len(last.text.rstrip().encode()),
        line=first.number,
        style=cue[0].newline,
        notes=notes,
        facts=(f"visible for {_seconds(shown)} s",),
        whole=True,
    )


def _milliseconds(name: str, line: Line, timing: re.Pattern[str]) -> int:
    match = timing.fullmatch(line.text)
    if match is None:
        remedy = "Write it as 00:00:01,000 --> 00:00:03,500, or with points in WebVTT."
        raise line_error(name, line, "a timing line that cannot be read", remedy)
    start, end = (_time(match.groups("0")[at : at + 4]) for at in (0, 4))
    if end < start:
        raise line_error(name, line, "a cue that ends before it starts", "Put the earlier time first.")
    return end - start


def _time(parts: Sequence[str]) -> int:
    hours, minutes, seconds, milliseconds = map(int, parts)
    return ((hours * 60 + minutes) * 60 + seconds) * 1000 + milliseconds


def _seconds(milliseconds: int) -> str:
    """Return seconds as the shortest decimal: 2.5, 3."""
    whole, rest = divmod(milliseconds, 1000)
    return f"{whole}.{rest:03}".rstrip("0").rstrip(".") if rest else str(whole)


def _trimmed(lines: Sequence[Line]) -> Sequence[Line]:
    full = [at for at, line in enumerate(lines) if line.text.strip()]
    return lines[full[0] : full[-1] + 1] if full else ()


def write_captions(
    document: Document,
    translations: Mapping[int, str],
    form: Callable[[str, str], tuple[str, str]],
    read: Callable[[str, bytes], Document],
) -> bytes:
    """Return the document with these captions replaced.

    ``form`` takes a caption's source and translation and returns what to write, and what is wrong with it, if
    anything. The result is read again: every byte outside the translations is the source's, and each caption says
    what was written, or StructureError is raised.
    """
    changed = {i: text for i, text in translations.items() if text != document.blocks[i].text}
    texts = {i: _text(document, i, text, form) for i, text in changed.items()}
    newlines = {i: document.blocks[i].style for i in texts}
    data = splice(document, {i: text.replace("\n", newlines[i]) for i, text in texts.items()})
    if texts:
        _verify(document, read(document.name, data), texts)
    return data


def _text(document: Document, index: int, text: str, form: Callable[[str, str], tuple[str, str]]) -> str:
    source = document.blocks[index].text
    rows = [row.strip() for row in text.strip().split("\n")]
    most = max(_LINES, source.count("\n") + 1)
    if not all(rows):
        raise StructureError(document, index, "an empty line in the translation of a caption")
    if len(rows) > most:
        raise StructureError(document, index, f"{len(rows)} lines in a caption that has room for {most}")
    text = "\n".join(rows)
    written, wrong = form(source, text)
    wrong = new_characters(source, text) or new_links(source, text) or wrong
    if wrong:
        raise StructureError(document, index, wrong)
    return written


def _verify(document: Document, again: Document, texts: Mapping[int, str]) -> None:
    at = at_again = 0
    for index, (block, other) in enumerate(zip(document.blocks, again.blocks, strict=False)):
        same = document.data[at : block.start] == again.data[at_again : other.start]
        if not same or other.text != texts.get(index, block.text):
            raise StructureError(document, index, "the caption is not read back as it was written")
        at, at_again = block.end, other.end
    if len(document.blocks) != len(again.blocks) or document.data[at:] != again.data[at_again:]:
        raise StructureError(document, max(texts), "the caption is not read back as it was written")
