"""Blocks to segments, and segments to a template: the same text in two documents is one entry with two references."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

from l10n_tool.catalogue import Catalogue, Entry, Key
from l10n_tool.document import Document

__all__ = ["Segment", "is_markdown", "segment_document", "template_of"]

_MARKDOWN: Final = (".md", ".markdown")
# Other tools add a line to a reference, and gettext marks a name with spaces.
_NOT_THE_NAME: Final = re.compile(r":[0-9]+$|[\u2068\u2069]")


@dataclass(frozen=True, slots=True)
class Segment:
    """What becomes one catalogue entry; ``index`` is that of its block in the document."""

    text: str
    index: int
    kind: str
    section: str
    document: str
    context: str | None = None

    @property
    def key(self) -> Key:
        """The key of the segment's entry."""
        return self.context, self.text


def segment_document(document: Document) -> tuple[Segment, ...]:
    """Return a segment for every block, in order; putting each segment's text back gives the document unchanged."""
    return tuple(
        Segment(block.text, index, block.kind, block.section, document.name)
        for index, block in enumerate(document.blocks)
    )


@dataclass(slots=True)
class _Found:
    """Where a text was found; dictionaries keep the order and drop what is there already."""

    kinds: dict[str, None] = field(default_factory=dict)
    sections: dict[str, None] = field(default_factory=dict)
    documents: dict[str, None] = field(default_factory=dict)


def template_of(segments: Iterable[Segment], headers: Mapping[str, str]) -> Catalogue:
    """Return the template of these segments in their order, with these header fields.

    It depends on the segments and the headers alone: the same sources give the same bytes.
    """
    found: dict[Key, _Found] = {}
    for segment in segments:
        place = found.setdefault(segment.key, _Found())
        place.kinds[segment.kind] = None
        place.sections[segment.section] = None
        place.documents[segment.document] = None
    entries = tuple(_entry(key, place) for key, place in found.items())
    return Catalogue(entries).with_headers(headers)


def _entry(key: Key, found: _Found) -> Entry:
    comments = [f"type: {kind}" for kind in found.kinds]
    comments += [f"in: {section}" for section in found.sections if section]
    references = tuple(_reference(name) for name in found.documents)
    return Entry(msgid=key[1], msgctxt=key[0], extracted=tuple(comments), references=references)


def _reference(name: str) -> str:
    # gettext marks a file name with spaces by U+2068 and U+2069.
    return f"\u2068{name}\u2069" if " " in name else name


def is_markdown(entry: Entry) -> bool:
    """Whether an entry's text is the inside of a Markdown block: one of its references names such a file."""
    return any(_NOT_THE_NAME.sub("", name).lower().endswith(_MARKDOWN) for name in entry.references)
