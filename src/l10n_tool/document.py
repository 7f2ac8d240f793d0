"""Documents and their blocks: what a source format reads, and what it needs to write a translation back."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final, Protocol

from l10n_tool.errors import FileError, Place

__all__ = ["BOM", "Block", "Document", "Source", "StructureError", "decode", "splice"]

#: A byte order mark in UTF-8: it stays where it is, and belongs to no block.
BOM: Final = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading, list item, table cell or value: what a translator sees as one unit.

    ``text`` is what stands in the msgid. ``start`` and ``end`` are the bytes of the document that a translation
    replaces. ``kind`` says what it is in a word or two, ``section`` under which heading it stands. ``line`` is
    1-based. ``breaks`` are the source's own hard line breaks with all that leads to the next text, in order;
    ``style`` is the format's own note on how to write the block back.
    """

    text: str
    kind: str
    start: int
    end: int
    line: int
    section: str = ""
    breaks: tuple[str, ...] = ()
    style: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """A message as its author wrote it: the bytes, the blocks in order, and the values of its front matter."""

    name: str
    data: bytes
    blocks: tuple[Block, ...]
    meta: Mapping[str, object] = field(default_factory=lambda: MappingProxyType({}))


def decode(name: str, data: bytes, what: str = "document") -> str:
    """Return the text of a file in UTF-8, without a byte order mark. Raises FileError with the line."""
    try:
        return data.removeprefix(BOM).decode()
    except UnicodeDecodeError as error:
        place = Place(name, data.count(b"\n", 0, error.start) + 1)
        raise FileError(f"the {what} is not UTF-8", place=place, remedy=f"Save the {what} in UTF-8.") from None


def splice(document: Document, written: Mapping[int, str]) -> bytes:
    """Return the document's bytes with these blocks replaced; every other byte is the source's."""
    parts: list[bytes] = []
    end = 0
    for index in sorted(written):
        block = document.blocks[index]
        parts += [document.data[end : block.start], written[index].encode()]
        end = block.end
    return b"".join([*parts, document.data[end:]])


class Source(Protocol):
    """A source format: bytes to a document, and a document with translations back to bytes.

    Translations go by the block's index. A block without one keeps its bytes.
    """

    def read(self, name: str, data: bytes) -> Document:
        """Return the document. Raises FileError where the bytes cannot be read."""
        ...

    def write(self, document: Document, translations: Mapping[int, str]) -> bytes:
        """Return the localised document, of the same structure. Raises StructureError where it would not be."""
        ...

    def html(self, document: Document, translations: Mapping[int, str], missing: str = "") -> str:
        """Return the body as HTML; ``missing`` are the attributes of the span around each untranslated block."""
        ...


class StructureError(FileError):
    """A translation that would change the structure of its document; ``index`` is the block's."""

    def __init__(self, document: Document, index: int, message: str) -> None:
        block = document.blocks[index]
        remedy = "Give the translation the same marks as its source; l10n-tool check names what differs."
        super().__init__(message, place=Place(document.name, block.line), remedy=remedy)
        self.index, self.block = index, block
