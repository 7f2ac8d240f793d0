"""Blocks to segments, and segments to a template: the same text in two documents is one entry with two references."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from l10n_tool.catalogue import Catalogue, Entry, Key
from l10n_tool.document import Block, Document, Segmentation
from l10n_tool.errors import FileError

__all__ = ["Segment", "Segmentation", "compose", "is_html", "is_markdown", "segment_document", "template_of"]

_MARKDOWN: Final = (".md", ".markdown")
_HTML: Final = (".html", ".htm", ".xhtml")
# Other tools add a line to a reference, and gettext marks a name with spaces.
_NOT_THE_NAME: Final = re.compile(r":[0-9]+$|[\u2068\u2069]")


@dataclass(frozen=True, slots=True)
class Segment:
    """What becomes one catalogue entry; ``index`` is that of its block in the document.

    ``gap`` is what stands between it and the next segment of its block, in the source. ``extracted`` are lines for
    translators besides type and place.
    """

    text: str
    index: int
    kind: str
    section: str
    document: str
    context: str | None = None
    plural: str | None = None
    extracted: tuple[str, ...] = ()
    flags: tuple[str, ...] = ()
    gap: str = ""

    @property
    def key(self) -> Key:
        """The key of the segment's entry."""
        return self.context, self.text


def segment_document(document: Document, segmentation: Segmentation = Segmentation.BLOCK) -> tuple[Segment, ...]:
    """Return the segments of every block, in order.

    The texts and gaps of a block's segments joined are the block's text. A block is one segment, or each sentence
    of it is one; a block that has an author's id or a length limit, or belongs to a program, stays whole.
    """
    return tuple(
        segment
        for index, block in enumerate(document.blocks)
        for segment in _segments(document, index, block, segmentation)
    )


def _segments(document: Document, index: int, block: Block, segmentation: Segmentation) -> Iterator[Segment]:
    notes = block.notes
    extracted = [f"note: {comment}" for comment in notes.comments]
    extracted += [f"max-length: {notes.max_length}"] if notes.max_length else []
    segment = Segment(
        text=block.text,
        index=index,
        kind=block.kind,
        section=block.section,
        document=document.name,
        context=notes.context,
        plural=block.plural,
        extracted=(*extracted, *block.facts),
        flags=block.flags,
    )
    if segmentation is Segmentation.BLOCK or block.whole or notes.context is not None or notes.max_length:
        yield segment
        return
    from l10n_tool.sentences import split_sentences

    for sentence in split_sentences(block.text, document.reading.locale, markdown=_is_markdown(document.name)):
        yield replace(segment, text=sentence.text, gap=sentence.gap)


def compose(segments: Sequence[Segment], texts: Sequence[str], language: str, *, source: str = "en") -> str:
    """Return a block's translation: its segments' translations, joined with the spacing of the target language.

    Segments that are all translated by themselves give the block's own text, whatever the language.
    """
    if len(texts) == 1:
        return texts[0]
    if all(segment.text == text for segment, text in zip(segments, texts, strict=True)):
        return "".join(segment.text + segment.gap for segment in segments)
    from l10n_tool.sentences import join_sentences

    return join_sentences(texts, [segment.gap for segment in segments[:-1]], language, source=source)


@dataclass(slots=True)
class _Found:
    """Where a text was found; dictionaries keep the order and drop what is there already."""

    kinds: dict[str, None] = field(default_factory=dict)
    sections: dict[str, None] = field(default_factory=dict)
    documents: dict[str, None] = field(default_factory=dict)
    extracted: dict[str, None] = field(default_factory=dict)
    flags: dict[str, None] = field(default_factory=dict)
    plural: str | None = None


def template_of(segments: Iterable[Segment], headers: Mapping[str, str]) -> Catalogue:
    """Return the template of these segments in their order, with these header fields.

    It depends on the segments and the headers alone: the same sources give the same bytes. Raises FileError where
    one text has two plurals, which gettext cannot hold.
    """
    found: dict[Key, _Found] = {}
    for segment in segments:
        place = found.get(segment.key)
        if place is None:
            place = found[segment.key] = _Found()
        place.kinds[segment.kind] = None
        place.sections[segment.section] = None
        place.documents[segment.document] = None
        if segment.extracted or segment.flags or segment.plural is not None:
            _add(place, segment)
    entries = tuple(_entry(key, place) for key, place in found.items())
    return Catalogue(entries).with_headers(headers)


def _add(place: _Found, segment: Segment) -> None:
    place.extracted.update(dict.fromkeys(segment.extracted))
    place.flags.update(dict.fromkeys(segment.flags))
    if segment.plural is None:
        return
    if place.plural not in {None, segment.plural}:
        message = f"{segment.text!r} has the plural {segment.plural!r} in {segment.document}"
        message += f" and {place.plural!r} in another place"
        raise FileError(message, remedy="Use one plural, or part the two by a context (npgettext).")
    place.plural = segment.plural


def _entry(key: Key, found: _Found) -> Entry:
    comments = [f"type: {kind}" for kind in found.kinds]
    comments += [f"in: {section}" for section in found.sections if section]
    references = tuple(_reference(name) for name in found.documents)
    return Entry(
        msgid=key[1],
        msgctxt=key[0],
        msgid_plural=found.plural,
        msgstr=("",) if found.plural is None else ("", ""),
        extracted=(*found.extracted, *comments),
        references=references,
        flags=tuple(found.flags),
    )


def _reference(name: str) -> str:
    # gettext marks a file name with spaces by U+2068 and U+2069.
    return f"\u2068{name}\u2069" if " " in name else name


def _is_markdown(name: str) -> bool:
    return name.lower().endswith(_MARKDOWN)


def is_markdown(entry: Entry) -> bool:
    """Whether an entry's text is the inside of a Markdown block: one of its references names such a file."""
    names = entry.references
    return bool(names) and any(_is_markdown(_NOT_THE_NAME.sub("", name)) for name in names)


def is_html(entry: Entry) -> bool:
    """Whether an entry's text is HTML: one of its references names a page, and it is told what it is there.

    Templates of programs have such names too; their texts have no type.
    """
    lines = entry.extracted
    typed = bool(lines) and any(line.startswith("type: ") for line in lines)
    return typed and any(_NOT_THE_NAME.sub("", name).lower().endswith(_HTML) for name in entry.references)
