"""Reading Markdown: pyromark's events to blocks, and to what has to stay the same around them."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

import pyromark

from l10n_tool.document import BOM, Block, Reading, decode
from l10n_tool.errors import FileError, Place
from l10n_tool.markup import OPTIONS, label_of, names
from l10n_tool.notes import NO_NOTES, NoteReader
from l10n_tool.sources._markdown_html import Fragment, find_fragment
from l10n_tool.sources._markdown_inline import HARD, LINK, SOFT, Run, text_of
from l10n_tool.sources._markdown_titles import Definition, definitions_of, title_text
from l10n_tool.sources.front_matter import TEXT, FrontMatter, read_front_matter
from l10n_tool.sources.toml_front_matter import read_toml_front_matter

if TYPE_CHECKING:
    from pyromark.event import Range

__all__ = ["CODE", "FRONT_MATTER", "TITLE", "Parsed", "parse"]

#: Styles of blocks: how each is written back.
FRONT_MATTER: Final = "front-matter"
TITLE: Final = "link-title"
CODE: Final = "code"

_LINKS: Final = frozenset({"Link", "Image"})
_INLINE_SPANS: Final = _LINKS | {"Emphasis", "Strong", "Strikethrough", "Superscript", "Subscript"}
_LITERAL: Final = frozenset({"CodeBlock", "HtmlBlock", "MetadataBlock"})
_ENTERED: Final = _LITERAL | {"Heading", "BlockQuote"}
_KINDS: Final = {
    "BlockQuote": "quotation", "Item": "list item", "TableCell": "table cell", "FootnoteDefinition": "footnote",
    "DefinitionListTitle": "term", "DefinitionListDefinition": "definition",
}  # fmt: skip
_COMMENT: Final = re.compile(r"<!--(.*?)-->", re.DOTALL)
#: An HTML block of one comment that is no note: the commonest, and nothing is in it.
_REMARK: Final = re.compile(r"<!--(?!\s*i18n:)[^>]*-->\s*")
_NEWLINE: Final = re.compile(rb"\r\n?|\n")
#: What stands in the structure where a block's text does.
_WORDS: Final = "\0words"


@dataclass(frozen=True, slots=True)
class Parsed:
    """A document's blocks, the inline events of each, and all that its translations must leave as it is.

    ``structure`` are the events of everything that is not inside a block, with the content of what is not translated.
    """

    blocks: tuple[Block, ...]
    events: tuple[Sequence[object], ...]
    meta: Mapping[str, object]
    structure: list[object]
    fragments: tuple[Fragment, ...]


def parse(name: str, data: bytes, reading: Reading) -> Parsed:
    """Return what stands in a document. Raises FileError for what is not UTF-8, front matter or an author's note."""
    reader = _Reader(name, data, reading)
    reader.read()
    return Parsed(tuple(reader.blocks), tuple(reader.events), reader.meta, reader.structure, tuple(reader.fragments))


class _Reader:
    """Collects the blocks of one document from pyromark's events."""

    def __init__(self, name: str, data: bytes, reading: Reading) -> None:
        self.blocks: list[Block] = []
        self.events: list[Sequence[object]] = []
        self.meta: Mapping[str, object] = MappingProxyType({})
        self.structure: list[object] = []
        self.fragments: list[Fragment] = []
        self._name, self._reading, self._text = name, reading, decode(name, data)
        self._body = data.removeprefix(BOM)
        self._offset = len(data) - len(self._body)
        #: Where the inline content that is coming in begins and ends so far; it begins at -1 while there is none.
        self._from, self._to = -1, 0
        self._words = False
        self._inside: list[object] = []
        self._edits: list[tuple[int, int, int]] = []
        self._literal: list[tuple[str, int, int]] | None = None
        self._literal_at = 0
        #: The kind that a text has in each of the open containers.
        self._kinds = ["paragraph"]
        self._quotes = self._level = 0
        self._headings: list[tuple[int, str]] = []
        self._heading = ""
        self._notes = NoteReader(name) if "i18n:" in self._text else None
        self._carriage = "\r" in self._text
        self._line_at, self._line = 0, 1
        self._titles: list[Definition] = []

    def read(self) -> None:
        """Take every event; afterwards ``blocks`` and the rest are complete."""
        definitions = definitions_of(self._text, self._body)
        self._titles = self._shown(definitions)
        shown = {one.start for one in self._titles}
        for event, place in pyromark.events_with_range(self._text, options=OPTIONS):
            # The commonest first: this loop is most of the time that reading takes.
            if "Text" in event and self._from >= 0:
                self._to, self._words = place["end"], True
            elif isinstance(event, str):
                self._plain(event, place["start"], place["end"])
            elif "Start" in event:
                self._start(event["Start"], place, event)
            elif "End" in event:
                self._end(event["End"], place, event)
            else:
                self._take(event, place["start"], place["end"])
        self._close()
        self._titles_before(len(self._body))
        self.structure += [(one.label, one.target, TEXT if one.start in shown else one.title) for one in definitions]
        if self._notes:
            self._notes.close()

    def _shown(self, definitions: Sequence[Definition]) -> list[Definition]:
        """Return the definitions whose title readers see, the first one last; one without a link is a remark."""
        titled = [one for one in definitions if one.end]
        if not titled:
            return []
        links = (names(names(event)[1])[1] for event in pyromark.events(self._text, options=OPTIONS))
        used = {label_of(link["id"]) for link in links if isinstance(link, dict) and link.get("id")}
        return sorted((one for one in titled if one.label in used), key=lambda one: -one.start)

    def _take(self, event: Mapping[str, Any], start: int, end: int) -> None:
        name, value = next(iter(event.items()))
        if self._literal is not None:
            self._literal.append((value, start, end))
        elif name == "TaskListMarker":
            self.structure.append(event)
        elif not (name == "InlineHtml" and "i18n:" in value and self._is_note(value, start)):
            self._inline(start, end)
            if name != "InlineHtml":
                self._words = True
            if name != "Text":
                self._inside.append(event)

    def _plain(self, event: str, start: int, end: int) -> None:
        if self._from >= 0 and event == "SoftBreak":
            self._edits.append((start, end, SOFT))
            return
        if self._from >= 0 and event == "HardBreak":
            self._edits.append((start, end, HARD))
            self._inside.append(event)
            return
        self._close()
        self.structure.append(event)

    def _inline(self, start: int, end: int) -> None:
        if self._from < 0:
            if self._titles:
                self._titles_before(start)
            # The backslash of an escape is not in its event's range.
            self._from = start - (self._body[start - 1 : start] == b"\\")
        self._to = max(self._to, end)

    def _start(self, value: Any, place: "Range", event: object) -> None:
        span = value if isinstance(value, str) else next(iter(value))
        if span in _INLINE_SPANS:
            self._inline(place["start"], place["end"])
            self._inside.append(event)
            if span in _LINKS:
                self._link(value[span]["link_type"], place["start"], place["end"])
            return
        if self._from >= 0:
            self._close()
        if self._titles:
            self._titles_before(place["start"])
        self.structure.append(value)
        self._kinds.append(_KINDS.get(span, self._kinds[-1]))
        if span in _ENTERED:
            self._enter(span, value, place["start"])

    def _enter(self, span: str, value: Any, start: int) -> None:
        """Take the start of a block that is more than a container of its kind."""
        if span == "Heading":
            self._level = int(value["Heading"]["level"][1:])
            self._kinds[-1] = f"heading {self._level}"
        elif span == "BlockQuote":
            self._quotes += 1
        else:
            self._literal, self._literal_at = [], start

    def _link(self, kind: str, start: int, end: int) -> None:
        """Note a link or image that finds its target by its own words."""
        if kind == "Collapsed" and self._body[end : end + 2] == b"[]":
            # The brackets are not in its event's range.
            end += 2
        if kind in {"Shortcut", "Collapsed"}:
            self._edits.append((start, end, LINK))

    def _end(self, value: Any, place: "Range", event: object) -> None:
        span = value if isinstance(value, str) else next(iter(value))
        if span in _INLINE_SPANS:
            self._inside.append(event)
            self._to = max(self._to, place["end"])
            return
        if self._from >= 0:
            self._close()
        if span == "BlockQuote":
            self._quotes -= 1
        elif span in _LITERAL:
            self._close_literal(span, value)
        # Which block ends is known; whether a list is tight is told at its end.
        self.structure.append(None if isinstance(value, str) else value)
        self._kinds.pop()

    def _close(self) -> None:
        """Make a block of the inline content that came in."""
        start, end, words = self._from, self._to, self._words
        if start < 0:
            return
        self._from, self._to, self._words = -1, 0, False
        while start < end and self._body[start] in b" \t":
            start += 1
        piece = self._body[start:end]
        breaks: tuple[str, ...] = ()
        if self._edits or b"\n" in piece or self._carriage:
            edits, self._edits = self._edits, []
            # The brackets of a collapsed reference are not in its event's range.
            end = max([end, *(end for _, end, _ in edits)])
            text, breaks = text_of(self._body, Run(start, end, edits), self._quotes)
        else:
            text = piece.decode()
        if words and text and not text.isspace():
            self._add((start, end), text, self._kinds[-1], breaks)
        else:
            self._leave(text)

    def _leave(self, text: str) -> None:
        """Keep a text as it is, with all that is in it."""
        self.structure += [text, *self._inside]
        self._inside = []

    def _add(self, place: tuple[int, int], text: str, kind: str, breaks: tuple[str, ...] = (), style: str = "") -> None:
        """Add a block, unless the author leaves it as it is."""
        section = self._section(text) if not style and kind.startswith("heading") else self._heading
        start, end = place
        offset = self._offset
        block = Block(text, kind, start + offset, end + offset, self._line_of(start), section, breaks, style)
        if self._notes or style:
            notes = self._notes.for_block() if self._notes else NO_NOTES
            if notes is None:
                self._leave(text)
                return
            block = replace(block, notes=notes, whole=style == CODE)
        self.structure.append(_WORDS)
        self.blocks.append(block)
        self.events.append(self._inside or ())
        if self._inside:
            self._inside = []

    def _section(self, text: str) -> str:
        """Take a heading; return the one above it."""
        while self._headings and self._headings[-1][0] >= self._level:
            self._headings.pop()
        above = self._headings[-1][1] if self._headings else ""
        self._heading = " ".join(text.split())
        self._headings.append((self._level, self._heading))
        return above

    def _line_of(self, start: int) -> int:
        # Blocks come in order, so lines are counted on from the last one.
        at, self._line_at = self._line_at, max(start, self._line_at)
        if self._carriage:
            self._line += len(_NEWLINE.findall(self._body, at, start))
        else:
            self._line += self._body.count(b"\n", at, start)
        return self._line

    def _is_note(self, markup: str, start: int) -> bool:
        """Take an inline comment for a note on the text after it. Raises FileError inside of a text."""
        match = _COMMENT.fullmatch(markup)
        if not self._notes or not match or not match[1].lstrip().startswith("i18n:"):
            return False
        if self._from >= 0:
            place = Place(self._name, self._line_of(start))
            remedy = 'Write it before the text; to keep words as they are, write <span translate="no">words</span>.'
            raise FileError("a note inside a text", place=place, remedy=remedy)
        return self._notes.comment(match[1], self._line_of(start))

    def _close_literal(self, span: str, value: Any) -> None:
        pieces, self._literal = self._literal or [], None
        if span == "MetadataBlock" and pieces and self._literal_at == 0:
            self._front_matter(pieces, toml=value["MetadataBlock"] == "PlusesStyle")
            return
        text = "".join(piece for piece, _, _ in pieces)
        if span == "CodeBlock":
            self._code(text, pieces)
            return
        if span == "HtmlBlock" and pieces and not _REMARK.fullmatch(text):
            self._html(text, pieces)
            return
        self.structure.append(text)

    def _html(self, text: str, pieces: list[tuple[str, int, int]]) -> None:
        """Add the texts of an HTML block; its lines in a quotation, with marks between them, are left alone."""
        start, end = pieces[0][1], pieces[-1][2]
        raw = self._body[start:end].decode()
        place = start + self._offset, self._line_of(start), len(self.blocks)
        if self._quotes and len(pieces) > 1:
            if self._notes:
                find_fragment(text, place, self._notes, self._reading)
            self.structure.append(text)
            return
        fragment = find_fragment(raw, place, self._notes or NoteReader(self._name), self._reading)
        self.structure += fragment.outline
        if fragment.blocks:
            self.fragments.append(fragment)
            self.events += [()] * len(fragment.blocks)
            self.blocks += (
                block if block.section else replace(block, section=self._heading) for block in fragment.blocks
            )

    def _code(self, text: str, pieces: list[tuple[str, int, int]]) -> None:
        # The parser takes a carriage return by itself for no line end in code.
        if not self._reading.code or not text.strip() or "\r" in text:
            # The notes before it were on this block.
            _ = self._notes.for_block() if self._notes else None
            self.structure.append(text)
            return
        start, end = pieces[0][1], pieces[-1][2]
        end -= len(self._body[start:end]) - len(self._body[start:end].rstrip(b"\r\n"))
        self._add((start, end), text.rstrip("\n"), "code", style=CODE)

    def _front_matter(self, pieces: list[tuple[str, int, int]], *, toml: bool) -> None:
        first, last = pieces[0][1], pieces[-1][2]
        text = self._body[first:last].decode()
        place, keys = Place(self._name, 2), self._reading.front_matter
        read = read_toml_front_matter if toml else read_front_matter
        front: FrontMatter = read(text, place, keys)
        self.meta = front.meta
        self.structure += front.rest
        at = 0
        for value in front.values:
            first += len(text[at : value.start].encode())
            at, size = value.start, len(text[value.start : value.end].encode())
            style = f"{FRONT_MATTER} {'toml' if toml else 'yaml'}{' inside' if value.inside else ''}"
            self._add((first, first + size), value.text, value.key, style=style)

    def _titles_before(self, start: int) -> None:
        while self._titles and self._titles[-1].start < start:
            title = self._titles.pop()
            text = title_text(self._body[title.start : title.end].decode())
            self._add((title.start, title.end), text, "link title", style=TITLE)
