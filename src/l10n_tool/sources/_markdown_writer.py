"""Writing Markdown: translations to the bytes of their blocks, and the proof that nothing else has changed."""

import re
from collections.abc import Mapping
from typing import Final

from l10n_tool.document import Block, Document, StructureError
from l10n_tool.markup import HARD_BREAK, SPACE, escape_line_starts
from l10n_tool.sources._markdown_html import written_fragments
from l10n_tool.sources._markdown_proof import HTML, Edit, Translated, find_damage
from l10n_tool.sources._markdown_reader import CODE, FRONT_MATTER, TITLE, Parsed, parse
from l10n_tool.sources._markdown_titles import escape_title
from l10n_tool.sources.front_matter import format_value
from l10n_tool.sources.toml_front_matter import format_toml_value

__all__ = ["rebuild"]

_NEWLINE: Final = re.compile(r"\r\n?|\n")
_NEWLINE_BYTES: Final = re.compile(rb"\r\n?|\n")
#: More space than this is not looked through for the mark that a block begins with.
_FAR: Final = 1000
_CLOSING_MARKS: Final = re.compile(r"(^|[ \t])(#+)$")
_PIPES: Final = re.compile(r"(\\.)|\|", re.DOTALL)


def rebuild(document: Document, texts: Mapping[int, str]) -> bytes:
    """Return the document with these blocks written anew, whether their texts differ from the source or not.

    The result is read again: it has the same blocks at the places where they were put, of the same kinds and
    skeletons, and the same structure around them, or StructureError names the first translation that changes it.
    """
    before = parse(document.name, document.data, document.reading)
    written = {
        index: _written(document, index, text)
        for index, text in sorted(texts.items())
        if not document.blocks[index].style.startswith(HTML)
    }
    translated = _translated(document, before, texts, written)
    damage = find_damage(document, before, translated)
    if damage:
        raise _culprit(document, before, texts, written, damage)
    return translated.data


def _translated(document: Document, before: Parsed, texts: Mapping[int, str], written: Mapping[int, str]) -> Translated:
    blocks = document.blocks
    edits = [
        Edit(blocks[index].start, blocks[index].end, written[index].encode()) for index in texts if index in written
    ]
    edits += (Edit(*edit) for edit in written_fragments(document, before.fragments, texts))
    edits.sort()
    parts: list[bytes] = []
    at = 0
    for edit in edits:
        parts += [document.data[at : edit.start], edit.new]
        at = edit.end
    return Translated(texts, tuple(edits), b"".join([*parts, document.data[at:]]))


def _culprit(
    document: Document, before: Parsed, texts: Mapping[int, str], written: Mapping[int, str], damage: str
) -> StructureError:
    """Find the translation that does the damage, which may show in a later block.

    None of the translations is harmless and all of them are not, so some first ones are and one more is not: halving
    finds it.
    """
    indexes = sorted(texts)
    harmless, harmful = 0, len(indexes)
    while harmful - harmless > 1:
        middle = (harmless + harmful) // 2
        some = {index: texts[index] for index in indexes[:middle]}
        found = find_damage(document, before, _translated(document, before, some, written))
        if found:
            harmful, damage = middle, found
        else:
            harmless = middle
    return StructureError(document, indexes[harmful - 1], damage)


def _written(document: Document, index: int, text: str) -> str:
    """Return what stands in the document for a translation."""
    block = document.blocks[index]
    if block.style:
        return _written_by_style(document, block, text)
    text = text.strip(SPACE)
    if block.kind == "table cell":
        return _written_cell(document, index, text)
    if block.kind.startswith("heading") and _mark_before(document, block) == b"#":
        return _CLOSING_MARKS.sub(r"\1\\\2", _one_line(document, index, text))
    return _written_lines(document, index, text)


def _written_by_style(document: Document, block: Block, text: str) -> str:
    """Return what stands in the document for a text that is not inside of a Markdown block."""
    if block.style == TITLE:
        return escape_title(text, document.data[block.end : block.end + _FAR].lstrip()[:1].decode())
    if block.style == CODE:
        return _written_code(document, block, text)
    source = document.data[block.start : block.end].decode()
    if block.style.startswith(f"{FRONT_MATTER} toml"):
        return format_toml_value(text, source)
    return format_value(text, source, inside=block.style.endswith("inside"))


def _mark_before(document: Document, block: Block) -> bytes:
    """Return the last character before a block that is no space."""
    return document.data[max(0, block.start - _FAR) : block.start].rstrip(b" \t")[-1:]


def _one_line(document: Document, index: int, text: str) -> str:
    if "\n" in text or "\r" in text:
        raise StructureError(document, index, f"a {document.blocks[index].kind} of more than one line")
    return text


def _written_lines(document: Document, index: int, text: str) -> str:
    block = document.blocks[index]
    lines = escape_line_starts(text).split(HARD_BREAK)
    if len(lines) - 1 != len(block.breaks):
        message = f"{len(lines) - 1} line breaks where the source has {len(block.breaks)}"
        raise StructureError(document, index, message)
    return "".join(map("".join, zip(lines, (*block.breaks, ""), strict=True)))


def _written_cell(document: Document, index: int, text: str) -> str:
    """Escape the pipes that would end a cell; those with a backslash are the author's own."""
    block = document.blocks[index]
    text = _PIPES.sub(lambda match: match[1] or "\\|", _one_line(document, index, text))
    if _mark_before(document, block) != b"|":
        text = escape_line_starts(text)
    # A backslash at the end would take the pipe after it into the cell.
    follows = document.data[block.end : block.end + 1]
    return f"{text} " if text.endswith("\\") and follows == b"|" else text


def _written_code(document: Document, block: Block, text: str) -> str:
    """Return the lines of code with what leads to each line of the block."""
    data = document.data
    line = max(data.rfind(b"\n", 0, block.start), data.rfind(b"\r", 0, block.start)) + 1
    # In a list the first line may stand after the mark of its item.
    prefix = re.sub(r"[^\s>]", " ", data[line : block.start].decode())
    newline = _NEWLINE_BYTES.search(data, block.start)
    first, *rest = _NEWLINE.split(text)
    lines = (prefix + line if line else prefix.rstrip(" \t") for line in rest)
    return (newline[0].decode() if newline else "\n").join([first, *lines])
