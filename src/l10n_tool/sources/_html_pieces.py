"""Where the texts of a piece of HTML stand, what they are, and what a translator sees of them."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from l10n_tool.document import AS_IS, Reading
from l10n_tool.markup.html_tokens import RAW, Token, What, spaces_folded, tokens_of
from l10n_tool.notes import NO_NOTES, NoteReader, Notes
from l10n_tool.sources._html_attributes import Attribute, texts_of
from l10n_tool.sources._html_elements import BLOCKS, Element, OpenElements
from l10n_tool.sources._html_runs import SPACE, Inline, Part, decoded, escaped, has_words, runs_of

__all__ = ["Piece", "Style", "find_pieces", "is_xml"]


class Style(StrEnum):
    """How a piece is written back; the word is a block's style."""

    RUN = "html"
    PRE = "html pre"
    TITLE = "html title"
    TEXTAREA = "html textarea"
    DOUBLE = 'html "'
    SINGLE = "html '"
    BARE = "html ="


@dataclass(frozen=True, slots=True)
class Piece:
    """A text to translate; ``start`` and ``end`` are the characters of the HTML that a translation replaces.

    ``text`` is what stands in the msgid. ``inside`` is the index of the run whose tag an attribute stands in, or -1.
    ``line`` is 1-based, ``section`` the text of the nearest heading above.
    """

    text: str
    kind: str
    start: int
    end: int
    style: Style = Style.RUN
    line: int = 1
    section: str = ""
    notes: Notes = NO_NOTES
    inside: int = -1


_NOTE: Final = re.compile(r"<!--\s*i18n:")
_QUOTES: Final = {'"': Style.DOUBLE, "'": Style.SINGLE, "": Style.BARE}
#: Text that has no tags.
_TEXT_ONLY: Final = {"title": Style.TITLE, "textarea": Style.TEXTAREA}


def find_pieces(
    html: str,
    notes: NoteReader,
    reading: Reading = AS_IS,
    *,
    line: int = 1,
    tokens: Iterable[Token] | None = None,
) -> tuple[Piece, ...]:
    """Return the texts of a piece of HTML in order; ``line`` is where it begins in its file.

    ``tokens`` are those of the HTML, for a caller that has them already.

    The author's notes in its comments go to ``notes``, which also names the file: a note at the end holds for what
    the caller reads next, and the caller closes it. Raises FileError for a note that is none of ours.
    """
    reader = _Reader(html, notes, reading, line)
    for token in tokens_of(html, xml=is_xml(notes.name)) if tokens is None else tokens:
        reader.take(token)
    reader.flush()
    return tuple(reader.pieces)


def is_xml(name: str) -> bool:
    """Whether a file is HTML in the syntax of XML."""
    return name.lower().endswith(".xhtml")


class _Reader:
    """Collects the pieces from the tokens of one piece of HTML."""

    def __init__(self, html: str, notes: NoteReader, reading: Reading, line: int) -> None:
        self.pieces: list[Piece] = []
        self._html, self._notes, self._line = html, notes, line
        self._newlines = [match.start() for match in re.finditer("\n", html)]
        self._elements = OpenElements(reading.locale, code=reading.code)
        self._inline = Inline(html, self._elements)
        self._headings: list[tuple[int, str]] = []

    def take(self, token: Token) -> None:
        """Take one token."""
        if self._inline.foreign:
            self._inline.take(token)
        elif token.name in BLOCKS:
            self._block(token)
        elif self._elements.top.name in RAW:
            self._raw(token)
        elif token.what is What.COMMENT and _NOTE.match(self._html, token.start):
            self._note(token)
        else:
            self._inline.take(token)

    def _block(self, token: Token) -> None:
        self.flush()
        if token.what is What.END:
            self._elements.close(token.name)
            return
        element = self._elements.opening(token)
        if token.what is What.START:
            self._elements.push(element)
        if element.on:
            for attribute in texts_of(self._html, token):
                self._attribute(attribute)

    def _raw(self, token: Token) -> None:
        element = self._elements.top
        if token.what is not What.TEXT or not element.on or element.name not in _TEXT_ONLY:
            return
        raw = self._html[token.start : token.end]
        text = decoded(raw.replace("\r\n", "\n") if element.name == "textarea" else spaces_folded(raw)).strip(SPACE)
        if has_words(text):
            start, end = _inner(raw, token.start)
            self._add(escaped(text), element.kind, start, end, _TEXT_ONLY[element.name])

    def _note(self, token: Token) -> None:
        self.flush()
        inside = self._html[token.start + 4 : token.end].removesuffix("-->").removesuffix("--!>")
        self._notes.comment(inside, self._line_of(token.start))

    def flush(self) -> None:
        """Make pieces of the inline content that came in."""
        items, self._inline.items = self._inline.items, []
        if not items:
            return
        top = self._elements.top
        attributes = [attribute for item in items for attribute in item.texts]
        starts, at = [attribute.start for attribute in attributes], 0
        for run in runs_of(self._html, items, pre=top.pre):
            first = bisect_left(starts, run[0].start, at)
            self._attributes(attributes[at:first])
            at = bisect_left(starts, run[-1].end, first)
            if self._run(run, top):
                self._attributes(attributes[first:at], inside=len(self.pieces) - 1)
        self._attributes(attributes[at:])

    def _run(self, run: Sequence[Part], top: Element) -> bool:
        text = "".join(part.shown for part in run)
        style = Style.PRE if top.pre else Style.RUN
        added = self._add(text, top.kind, run[0].start, run[-1].end, style)
        if top.kind.startswith("heading "):
            words = "".join(part.shown for part in run if part.what is What.TEXT)
            self._headings.append((int(top.kind[-1]), " ".join(decoded(words).split())))
        return added

    def _attributes(self, attributes: Sequence[Attribute], inside: int = -1) -> None:
        for attribute in attributes:
            self._attribute(attribute, inside)

    def _attribute(self, attribute: Attribute, inside: int = -1) -> None:
        raw = self._html[attribute.value_start : attribute.value_end]
        text = decoded(spaces_folded(raw)).strip(SPACE)
        if has_words(text):
            start, end = _inner(raw, attribute.value_start)
            self._add(escaped(text), attribute.kind, start, end, _QUOTES[attribute.quote], inside)

    def _add(self, text: str, kind: str, start: int, end: int, style: Style, inside: int = -1) -> bool:
        notes = self._notes.for_block()
        if notes is None:
            return False
        section = self._section(kind)
        self.pieces.append(Piece(text, kind, start, end, style, self._line_of(start), section, notes, inside))
        return True

    def _section(self, kind: str) -> str:
        if kind.startswith("heading "):
            while self._headings and self._headings[-1][0] >= int(kind[-1]):
                self._headings.pop()
        return self._headings[-1][1] if self._headings else ""

    def _line_of(self, start: int) -> int:
        return self._line + bisect_left(self._newlines, start)


def _inner(raw: str, start: int) -> tuple[int, int]:
    """Return where a text begins and ends without the space around it."""
    return start + len(raw) - len(raw.lstrip(SPACE)), start + len(raw.rstrip(SPACE))
