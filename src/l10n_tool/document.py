"""Documents and their blocks: what a source format reads, and what it needs to write a translation back."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import Final, Protocol, runtime_checkable

from l10n_tool.errors import FileError, Place
from l10n_tool.languages import Language
from l10n_tool.notes import NO_NOTES, Notes

__all__ = [
    "AS_IS", "BOM", "Block", "Document", "Marking", "Prose", "Reading", "Segmentation", "Source", "StructureError",
    "Use", "decode", "splice",
]  # fmt: skip

#: A byte order mark in UTF-8: it stays where it is, and belongs to no block.
BOM: Final = b"\xef\xbb\xbf"


class Segmentation(StrEnum):
    """What becomes one catalogue entry."""

    BLOCK = "block"
    SENTENCE = "sentence"


class Use(StrEnum):
    """What becomes of a document in another language."""

    FILE = "file"
    """It is written in its own format; where that is prose, as a page too."""
    PROGRAM = "program"
    """Nothing is written: a program looks its strings up in the compiled catalogue."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What the settings ask of a source format.

    ``front_matter`` are the keys of front matter that are translatable, at any depth by their dotted path.
    ``keys`` are patterns of the keys of a string file, the last that fits decides, and one with ``!`` leaves out.
    ``keywords`` are further functions whose strings a program has translated, in xgettext's form (``_t``,
    ``ntr:1,2``). ``code`` asks for the text of code blocks. ``locale`` is the language of the source.
    """

    locale: str = "en"
    front_matter: tuple[str, ...] = ("title", "subtitle", "description", "summary")
    keys: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    code: bool = False


#: Reading without settings.
AS_IS: Final = Reading()


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading, list item, table cell or value: what a translator sees as one unit.

    ``text`` is what stands in the msgid, ``plural`` in the msgid_plural. ``start`` and ``end`` are the bytes of the
    document that a translation replaces. ``kind`` says what it is in a word or two, ``section`` under which heading
    or key it stands. ``line`` is 1-based. ``breaks`` are the source's own hard line breaks with all that leads to
    the next text, in order; ``style`` is the format's own note on how to write the block back. ``notes`` are the
    author's; ``facts`` is what the format itself tells translators ("visible for 2.5 s"), a line each. ``flags``
    are gettext's (python-format). A block that is ``whole`` is never parted into sentences.
    """

    text: str
    kind: str
    start: int
    end: int
    line: int
    section: str = ""
    breaks: tuple[str, ...] = ()
    style: str = ""
    plural: str | None = None
    notes: Notes = NO_NOTES
    facts: tuple[str, ...] = ()
    flags: tuple[str, ...] = ()
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Document:
    """A message as its author wrote it: the bytes, the blocks in order, and the values of its front matter.

    ``reading`` is what the settings asked when it was read.
    """

    name: str
    data: bytes
    blocks: tuple[Block, ...]
    meta: Mapping[str, object] = field(default_factory=lambda: MappingProxyType({}))
    reading: Reading = AS_IS


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

    Translations go by the block's index. A block without one keeps its bytes, and so does one whose translation is
    its own text.
    """

    @property
    def use(self) -> Use:
        """What becomes of a document of this format in another language."""
        ...

    def read(self, name: str, data: bytes, reading: Reading = AS_IS) -> Document:
        """Return the document. Raises FileError where the bytes cannot be read."""
        ...

    def write(self, document: Document, translations: Mapping[int, str], target: Language | None = None) -> bytes:
        """Return the localised document, of the same structure. Raises StructureError where it would not be.

        ``target`` is its language, for a format that states it; a document in which no translation differs from
        its source keeps its own.
        """
        ...


@runtime_checkable
class Prose(Source, Protocol):
    """A source format of texts that people read, of which pages are made."""

    def html(
        self, document: Document, translations: Mapping[int, str], missing: str = "", written: bytes | None = None
    ) -> str:
        """Return the body as HTML; ``missing`` are the attributes of the span around each untranslated block.

        ``written`` is what ``write`` gave for these translations, where the caller has it.
        """
        ...


@runtime_checkable
class Marking(Source, Protocol):
    """A source format that can say of a text which language it is in."""

    def marked(
        self, document: Document, translations: Mapping[int, str], target: Language, marks: tuple[str, str]
    ) -> bytes:
        """Return the localised document with each block that has no translation marked, and a notice at its beginning.

        ``marks`` are HTML: the attributes of what is marked, and the element that is the notice. Raises
        StructureError.
        """
        ...


class StructureError(FileError):
    """A translation that would change the structure of its document; ``index`` is the block's."""

    def __init__(self, document: Document, index: int, message: str) -> None:
        block = document.blocks[index]
        remedy = "Give the translation the same marks as its source; l10n-tool check names what differs."
        super().__init__(message, place=Place(document.name, block.line), remedy=remedy)
        self.index, self.block = index, block
