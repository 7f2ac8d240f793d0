"""The proof that a translated Markdown document is the source but for its words."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from l10n_tool.document import Block, Document
from l10n_tool.errors import FileError
from l10n_tool.markup import inline_items, kept_as_is
from l10n_tool.sources._markdown_reader import TITLE, Parsed, parse

__all__ = ["HTML", "Edit", "Translated", "find_damage"]


#: How the style of a text in HTML begins.
HTML: Final = "html"


class Edit(NamedTuple):
    """New bytes for these of the document."""

    start: int
    end: int
    new: bytes


@dataclass(frozen=True, slots=True)
class Translated:
    """A translated document: its bytes, what its blocks should say, and the edits in order that made it."""

    texts: Mapping[int, str]
    edits: tuple[Edit, ...]
    data: bytes


def find_damage(document: Document, before: Parsed, translated: Translated) -> str:
    """Say what a translated document has other than the source besides words, or nothing.

    It has the same blocks in the places where they were written, with the same markup in each, and everything around
    them is as it was.
    """
    try:
        after = parse(document.name, translated.data, document.reading)
    except FileError as error:
        return error.message
    # The first block that differs says more than how many there are.
    found = next(_differences(before, after, translated), "")
    if not found and len(after.blocks) < len(before.blocks):
        found = "a block is lost in the translated document"
    if not found and len(after.blocks) > len(before.blocks):
        found = "the translation brings in another block"
    if not found and after.structure != before.structure:
        found = "the translation changes what stands around it"
    return found


def _differences(before: Parsed, after: Parsed, translated: Translated) -> Iterator[str]:
    places = _places(before, translated.edits)
    for index, (block, other) in enumerate(zip(before.blocks, after.blocks, strict=False)):
        if other.kind != block.kind or other.style != block.style:
            yield f"the {block.kind} becomes a {other.kind} in translation"
        elif message := _other_markup(before.events[index], after.events[index]):
            yield message
        elif not _reads(block, other, translated.texts.get(index), places[index]):
            yield "the translation does not read as it is written"
        elif message := _not_kept(block.text, other.text):
            yield message


def _places(before: Parsed, edits: Sequence[Edit]) -> list[tuple[int, int]]:
    """Return where each block must stand now; a space that was put after a text is not part of it."""
    found: list[tuple[int, int]] = []
    at = moved = 0
    for block in before.blocks:
        while at < len(edits) and edits[at].end <= block.start:
            moved += len(edits[at].new) - (edits[at].end - edits[at].start)
            at += 1
        start, end = block.start + moved, block.end + moved
        if at < len(edits) and (edits[at].start, edits[at].end) == (block.start, block.end):
            end = start + len(edits[at].new.rstrip(b" "))
        found.append((start, end))
    return found


def _reads(block: Block, other: Block, text: str | None, place: tuple[int, int]) -> bool:
    """Whether a block was read where it was written; of values that are quoted, as what it should say.

    HTML has many ways to write one text, and is verified where it is written.
    """
    if block.style in {"", TITLE}:
        return (other.start, other.end) == place
    if text is None:
        return other.text == block.text
    return block.style.startswith(HTML) or other.text == text


def _not_kept(ours: str, theirs: str) -> str:
    if ours == theirs or ("translate" not in ours and "translate" not in theirs):
        return ""
    return _compared(kept_as_is(ours), kept_as_is(theirs))


def _other_markup(ours: Sequence[object], theirs: Sequence[object]) -> str:
    """Say which markup is missing and which too much."""
    if ours == theirs:
        return ""
    return _compared(Counter(inline_items(ours)), Counter(inline_items(theirs)))


def _compared(ours: Counter[str], theirs: Counter[str]) -> str:
    if ours == theirs:
        return ""
    lost, found = sorted((ours - theirs).elements()), sorted((theirs - ours).elements())
    parts = [f"{', '.join(items)} {word}" for items, word in ((lost, "missing"), (found, "too much")) if items]
    return f"the translation changes the markup: {'; '.join(parts)}"
