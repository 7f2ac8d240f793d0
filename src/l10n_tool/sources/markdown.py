"""Markdown: pyromark says where each block stands, and a build copies every byte outside the translated ones."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

import pyromark

from l10n_tool.document import AS_IS, BOM, Block, Document, Reading, StructureError, Use, decode, splice
from l10n_tool.errors import Place
from l10n_tool.languages import Language
from l10n_tool.markup import HARD_BREAK, OPTIONS, escape_line_starts, inline_item, names
from l10n_tool.sources.front_matter import format_value, read_front_matter

__all__ = ["MarkdownSource"]

_INLINE_SPANS: Final = frozenset({"Emphasis", "Strong", "Strikethrough", "Superscript", "Subscript", "Link", "Image"})
_INLINE: Final = frozenset(
    {"Text", "Code", "InlineHtml", "FootnoteReference", "SoftBreak", "HardBreak", "InlineMath", "DisplayMath"}
)
#: Blocks whose text is not the reader's, or not in Markdown: they keep their bytes.
_LITERAL: Final = frozenset({"CodeBlock", "HtmlBlock", "MetadataBlock"})
_KINDS: Final = {
    "Paragraph": "paragraph", "BlockQuote": "quotation", "Item": "list item", "TableCell": "table cell",
    "FootnoteDefinition": "footnote",
}  # fmt: skip


class MarkdownSource:
    """CommonMark with tables, footnotes, strikethrough, task lists and YAML front matter."""

    use: Final = Use.FILE

    def read(self, name: str, data: bytes, reading: Reading = AS_IS) -> Document:
        """Return the document; a block's text is its raw inline Markdown with soft breaks unfolded."""
        reader = _parsed(name, data)
        return Document(name, data, tuple(reader.blocks), reader.meta, reading)

    def write(self, document: Document, translations: Mapping[int, str], target: Language | None = None) -> bytes:
        """Return the document with these blocks replaced.

        The result is read again: it has the same blocks with the same skeletons, or StructureError is raised.
        A translation that equals its block's text leaves the block's bytes alone.
        """
        changed = {i: text for i, text in translations.items() if text != document.blocks[i].text}
        data = splice(document, {i: self._written(document, i, text) for i, text in changed.items()})
        if changed:
            _verify(document, data)
        return data

    def html(self, document: Document, translations: Mapping[int, str], missing: str = "") -> str:
        """Return the body as HTML, without the front matter."""
        data = self.write(document, translations)
        if missing:
            data = self._marked(self.read(document.name, data), translations, missing)
        text = decode(document.name, data)
        return pyromark.html(text, options=OPTIONS)

    def _marked(self, localised: Document, translations: Mapping[int, str], missing: str) -> bytes:
        spans = {
            index: f"<span {missing}>{localised.data[block.start : block.end].decode()}</span>"
            for index, block in enumerate(localised.blocks)
            if index not in translations and not block.style
        }
        return splice(localised, spans)

    def _written(self, document: Document, index: int, text: str) -> str:
        block = document.blocks[index]
        if block.style == "yaml":
            return format_value(text, document.data[block.start : block.end].decode())
        if block.kind.startswith("heading") or block.kind == "table cell":
            if "\n" in text.strip():
                raise StructureError(document, index, f"a {block.kind} of more than one line")
            text = text.strip()
            return _escape_pipes(text) if block.kind == "table cell" else text
        lines = escape_line_starts(text).split(HARD_BREAK)
        if len(lines) - 1 != len(block.breaks):
            message = f"{len(lines) - 1} line breaks where the source has {len(block.breaks)}"
            raise StructureError(document, index, message)
        return "".join(map("".join, zip(lines, (*block.breaks, ""), strict=True)))


def _escape_pipes(text: str) -> str:
    """Escape the pipes that would end a table cell; those with a backslash are the author's own."""
    return re.sub(r"(\\.)|\|", lambda match: match[1] or "\\|", text)


def _verify(document: Document, data: bytes) -> None:
    """Raise StructureError at the first block that is not what it was.

    Skeletons are compared as they are in the documents, where [label] is a link or not.
    """
    before, after = _parsed(document.name, document.data), _parsed(document.name, data)
    for index, block in enumerate(before.blocks):
        if index >= len(after.blocks):
            raise StructureError(document, index, "the block is lost in the translated document")
        other = after.blocks[index]
        if other.kind != block.kind:
            raise StructureError(document, index, f"the {block.kind} becomes a {other.kind} in translation")
        _verify_skeleton(document, index, before.skeletons[index], after.skeletons[index])
    if len(after.blocks) > len(before.blocks):
        raise StructureError(document, len(before.blocks) - 1, "a translation brings in another block")


def _verify_skeleton(document: Document, index: int, ours: Counter[str], theirs: Counter[str]) -> None:
    if ours == theirs:
        return
    lost, found = sorted((ours - theirs).elements()), sorted((theirs - ours).elements())
    parts = [f"{', '.join(items)} {word}" for items, word in ((lost, "missing"), (found, "too much")) if items]
    raise StructureError(document, index, f"the translation changes the markup: {'; '.join(parts)}")


def _parsed(name: str, data: bytes) -> "_Reader":
    text = decode(name, data)
    reader = _Reader(name, data, text)
    for event, place in pyromark.events_with_range(text, options=OPTIONS):
        reader.event(event, place["start"] + reader.offset, place["end"] + reader.offset)
    reader.close()
    return reader


@dataclass(slots=True)
class _Run:
    """The inline content of a block while its events come in: its bytes, and the breaks in it."""

    kind: str
    start: int
    end: int
    breaks: list[tuple[bool, int, int]] = field(default_factory=list)
    items: Counter[str] = field(default_factory=Counter)


class _Reader:
    """Collects the blocks of one document from pyromark's events."""

    def __init__(self, name: str, data: bytes, text: str) -> None:
        self.blocks: list[Block] = []
        #: What each block holds besides words.
        self.skeletons: list[Counter[str]] = []
        self.meta: Mapping[str, object] = {}
        self.offset = len(data) - len(data.removeprefix(BOM))
        self._name, self._data, self._text = name, data, text
        self._containers: list[str] = []
        self._headings: list[tuple[int, str]] = []
        self._run: _Run | None = None
        self._literal = 0
        self._level = 0
        self._line_at = self._line = 0

    def event(self, event: object, start: int, end: int) -> None:
        """Take one event with its bytes."""
        name, value = names(event)
        span, inner = names(value) if name in {"Start", "End"} else (name, None)
        if span in _INLINE_SPANS or name in _INLINE:
            self._inline(name, inline_item(event), start, end + self._left_out(inner, end))
        elif name == "Start":
            self._start(span, inner, start, end)
        elif name == "End":
            self._end(span)
        elif name != "TaskListMarker":
            self.close()

    def _left_out(self, inner: Any, end: int) -> int:
        """Return the length of the ``[]`` of a collapsed reference, which its event's range leaves out."""
        collapsed = isinstance(inner, dict) and str(inner.get("link_type", "")).startswith("Collapsed")
        return 2 if collapsed and self._data[end : end + 2] == b"[]" else 0

    def _inline(self, name: str, item: str, start: int, end: int) -> None:
        if self._literal:
            return
        if self._run is None:
            # The backslash of an escape is not in its event's range.
            start -= self._data[start - 1 : start] == b"\\"
            self._run = _Run(self._containers[-1] if self._containers else "Paragraph", start, end)
        self._run.end = max(self._run.end, end)
        if item:
            self._run.items[item] += 1
        if name in {"SoftBreak", "HardBreak"}:
            self._run.breaks.append((name == "HardBreak", start, end))

    def _start(self, span: str, inner: Any, start: int, end: int) -> None:
        self.close()
        self._containers.append(span)
        if span == "Heading":
            self._level = int(str(inner["level"])[1:])
        if span in _LITERAL:
            self._literal += 1
        if span == "MetadataBlock" and not self.blocks:
            self._front_matter(start, end)

    def _end(self, span: str) -> None:
        self.close()
        self._containers.pop()
        if span in _LITERAL:
            self._literal -= 1

    def close(self) -> None:
        """Make a block of the inline content that came in."""
        run, self._run = self._run, None
        if run is None:
            return
        text, breaks = self._unfold(run)
        if not text.strip():
            return
        kind = self._kind(run.kind)
        section = self._section(kind, text)
        self.skeletons.append(run.items)
        self.blocks.append(Block(text, kind, run.start, run.end, self._line_of(run.start), section, breaks))

    def _kind(self, leaf: str) -> str:
        if leaf == "Heading":
            return f"heading {self._level}"
        if leaf == "Paragraph":
            outer = [name for name in self._containers if name in _KINDS and name != "Paragraph"]
            leaf = outer[-1] if outer else leaf
        return _KINDS.get(leaf, "paragraph")

    def _section(self, kind: str, text: str) -> str:
        if not kind.startswith("heading"):
            return self._headings[-1][1] if self._headings else ""
        while self._headings and self._headings[-1][0] >= self._level:
            self._headings.pop()
        above = self._headings[-1][1] if self._headings else ""
        self._headings.append((self._level, " ".join(text.split())))
        return above

    def _line_of(self, start: int) -> int:
        # Blocks come in order, so lines are counted on from the last one.
        self._line += self._data.count(b"\n", self._line_at, start)
        self._line_at = start
        return self._line + 1

    def _unfold(self, run: _Run) -> tuple[str, tuple[str, ...]]:
        """Return a run's text, soft breaks as spaces and hard ones as HARD_BREAK, and the bytes of the latter."""
        parts: list[str] = []
        breaks: list[str] = []
        at = run.start
        for hard, start, end in run.breaks:
            parts.append(self._slice(at, start).rstrip(" \t"))
            at = end + len(_prefix(self._containers, self._data[end : run.end]))
            parts.append(HARD_BREAK if hard else " ")
            if hard:
                breaks.append(self._data[start:at].decode())
        parts.append(self._slice(at, run.end))
        return "".join(parts), tuple(breaks)

    def _slice(self, start: int, end: int) -> str:
        """Return a piece of source; a line break inside a code span, a tag or a target counts as a space."""
        text = self._data[start:end].decode()
        if "\n" not in text:
            return text
        first, *rest = text.split("\n")
        lines = [line[len(_prefix(self._containers, line.encode())) :] for line in rest]
        return " ".join([first.rstrip("\r"), *(line.rstrip("\r") for line in lines)])

    def _front_matter(self, start: int, end: int) -> None:
        whole = self._data[start:end].decode()
        first = whole.index("\n") + 1
        text = whole[first : whole.rstrip().rfind("\n") + 1]
        self.meta, values = read_front_matter(text, Place(self._name, 2))
        for value in values:
            at = start + len((whole[:first] + text[: value.start]).encode())
            size = len(text[value.start : value.end].encode())
            self.skeletons.append(Counter())
            self.blocks.append(Block(value.text, value.key, at, at + size, value.line, style="yaml"))


def _prefix(containers: Sequence[str], line: bytes) -> bytes:
    """Return what leads to the text of a continued line: indentation, and the marks of block quotations."""
    marks = containers.count("BlockQuote")
    match = re.match(rb"[ \t]*(?:>[ \t]*){0,%d}" % marks if marks else rb"[ \t]*", line)
    return match[0] if match else b""
