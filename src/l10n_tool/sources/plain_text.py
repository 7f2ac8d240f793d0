"""Plain text: paragraphs between blank lines, with lines that were wrapped by hand unfolded."""

import html
import re
import textwrap
from collections.abc import Iterator, Mapping
from typing import Final

from l10n_tool.document import AS_IS, BOM, Block, Document, Reading, StructureError, Use, decode, splice
from l10n_tool.languages import Language

__all__ = ["PlainTextSource"]

_PARAGRAPH: Final = re.compile(r"[^\S\n]*\S[^\n]*(?:\n[^\S\n]*\S[^\n]*)*")
#: A line longer than this was not wrapped by hand: it is a paragraph of its own.
_LONGEST_WRAPPED: Final = 120
#: Lines wrapped by hand reach at least this share of the longest one, the last of a paragraph apart.
_FULL: Final = 0.6
_NARROWEST: Final = 45


class PlainTextSource:
    """Text without markup; a paragraph of short lines, such as a signature, keeps its lines."""

    use: Final = Use.FILE

    def read(self, name: str, data: bytes, reading: Reading = AS_IS) -> Document:
        """Return the document; a newline in a block's text is a line of its own."""
        text = decode(name, data)
        offset = len(data) - len(data.removeprefix(BOM))
        blocks = tuple(_located(text, offset))
        return Document(name, data, blocks, reading=reading)

    def write(self, document: Document, translations: Mapping[int, str], target: Language | None = None) -> bytes:
        """Return the document with these blocks replaced, wrapped as wide as their source.

        Raises StructureError for a translation with an empty line or another number of lines.
        """
        changed = {i: text for i, text in translations.items() if text != document.blocks[i].text}
        return splice(document, {i: _written(document, i, text) for i, text in changed.items()})

    def html(self, document: Document, translations: Mapping[int, str], missing: str = "") -> str:
        """Return a paragraph for each block."""
        self.write(document, translations)
        rows = []
        for index, block in enumerate(document.blocks):
            text = html.escape(translations.get(index, block.text), quote=False).replace("\n", "<br />\n")
            marked = f"<span {missing}>{text}</span>" if missing and index not in translations else text
            rows.append(f"<p>{marked}</p>\n")
        return "".join(rows)


def _located(text: str, offset: int) -> Iterator[Block]:
    """Yield the blocks with their bytes and lines, counting on from one to the next."""
    at, line, place = 0, 1, offset
    for start, end, style in _blocks(text):
        place += len(text[at:start].encode())
        line += text.count("\n", at, start)
        size = len(text[start:end].encode())
        lines = [row.strip() for row in text[start:end].split("\n")]
        whole = "\n".join(lines) if style == "lines" else " ".join(lines)
        yield Block(whole, "paragraph" if style != "lines" else "lines", place, place + size, line, style=style)
        at, place, line = end, place + size, line + text.count("\n", start, end)


def _blocks(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield start, end and style of each block: ``wrapped:WIDTH``, ``lines`` or nothing for one line."""
    for match in _PARAGRAPH.finditer(text):
        rows = list(_rows(match[0], match.start()))
        widths = [end - start for start, end in rows]
        if len(rows) > 1 and max(widths) > _LONGEST_WRAPPED:
            yield from ((start, end, "") for start, end in rows)
        elif len(rows) > 1:
            style = f"wrapped:{max(widths)}" if _wrapped(widths) else "lines"
            yield rows[0][0], rows[-1][1], style
        else:
            yield (*rows[0], "")


def _rows(paragraph: str, start: int) -> Iterator[tuple[int, int]]:
    for row in paragraph.split("\n"):
        left = len(row) - len(row.lstrip())
        yield start + left, start + len(row.rstrip())
        start += len(row) + 1


def _wrapped(widths: list[int]) -> bool:
    longest = max(widths)
    return longest >= _NARROWEST and all(width >= _FULL * longest for width in widths[:-1])


def _written(document: Document, index: int, text: str) -> str:
    block = document.blocks[index]
    lines = [line.strip() for line in text.strip().split("\n")]
    if not all(lines):
        raise StructureError(document, index, "an empty line in the translation of a paragraph")
    newline = "\r\n" if b"\r\n" in document.data[block.start : block.end] else "\n"
    if block.style.startswith("wrapped:"):
        width = int(block.style.partition(":")[2])
        return newline.join(textwrap.wrap(" ".join(lines), width, break_long_words=False, break_on_hyphens=False))
    if len(lines) != block.text.count("\n") + 1:
        message = f"{len(lines)} lines where the source has {block.text.count(chr(10)) + 1}"
        raise StructureError(document, index, message)
    return newline.join(lines)
