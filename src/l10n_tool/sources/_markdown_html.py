"""The HTML blocks of a Markdown document: their texts, and their bytes with translations in them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import accumulate

from l10n_tool.document import Block, Document, Reading, StructureError
from l10n_tool.notes import NoteReader
from l10n_tool.sources.html_text import Piece, TextError, find_pieces, write_pieces

__all__ = ["Fragment", "find_fragment", "written_fragments"]


@dataclass(frozen=True, slots=True)
class Fragment:
    """An HTML block; ``start`` and ``end`` are its bytes in the document.

    Its pieces are consecutive blocks of the document, of which ``first`` is the index of the first one. ``outline`` is
    all of it that stands between the pieces.
    """

    start: int
    end: int
    first: int
    pieces: tuple[Piece, ...]
    blocks: tuple[Block, ...]
    outline: tuple[str, ...]


def find_fragment(html: str, place: tuple[int, int, int], notes: NoteReader, reading: Reading) -> Fragment:
    """Return the texts of an HTML block; ``place`` is its first byte, its line, and the index of its first text.

    Raises FileError for an author's note that is none of ours.
    """
    start, line, first = place
    pieces = find_pieces(html, notes, reading, line=line)
    blocks = tuple(_blocks(html, start, pieces))
    return Fragment(start, start + len(html.encode()), first, pieces, blocks, tuple(_outline(html, pieces)))


def _blocks(html: str, offset: int, pieces: tuple[Piece, ...]) -> Iterator[Block]:
    places = sorted({place for piece in pieces for place in (piece.start, piece.end)})
    sizes = (len(html[a:b].encode()) for a, b in zip([0, *places], places, strict=False))
    in_bytes = dict(zip(places, (offset + size for size in accumulate(sizes)), strict=True))
    for piece in pieces:
        start, end = in_bytes[piece.start], in_bytes[piece.end]
        block = Block(piece.text, piece.kind, start, end, piece.line, piece.section, style=piece.style)
        yield replace(block, notes=piece.notes)


def _outline(html: str, pieces: tuple[Piece, ...]) -> Iterator[str]:
    at = 0
    for piece in pieces:
        if piece.inside < 0:
            yield html[at : piece.start]
            at = piece.end
    yield html[at:]


def written_fragments(
    document: Document, fragments: tuple[Fragment, ...], texts: Mapping[int, str]
) -> Iterator[tuple[int, int, bytes]]:
    """Yield start, end and new bytes of each HTML block that has translations; its places are those in the document.

    Raises StructureError where a translation lacks a tag, has another one, or cannot stand in HTML.
    """
    for fragment in fragments:
        last = fragment.first + len(fragment.pieces)
        ours = {index - fragment.first: texts[index] for index in range(fragment.first, last) if index in texts}
        if not ours:
            continue
        html = document.data[fragment.start : fragment.end].decode()
        try:
            written = write_pieces(html, fragment.pieces, ours, document.reading)
        except TextError as error:
            raise StructureError(document, fragment.first + error.index, error.message) from None
        yield fragment.start, fragment.end, written.encode()
