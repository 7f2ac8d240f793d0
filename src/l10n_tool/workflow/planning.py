"""A document in one locale before it is written: what may be published of it, and what holds it back."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import groupby
from operator import attrgetter
from typing import Final

from l10n_tool.catalogue import Catalogue, Entry, Key
from l10n_tool.document import Document, Source, StructureError, Use
from l10n_tool.gate import Requirement, may_publish
from l10n_tool.languages import Language
from l10n_tool.provenance import state
from l10n_tool.segments import Segment, compose, segment_document
from l10n_tool.workflow.built import Built, Incomplete, Missing, Rules
from l10n_tool.workflow.documents import SourceFile

__all__ = ["Locale", "Plan", "SourceDocument", "opened_source", "original", "plan"]

#: So many translations of one document are taken out one by one.
_MOST_BROKEN: Final = 25


@dataclass(frozen=True, slots=True)
class SourceDocument:
    """A document with its format, its path in a locale's folder, and the segments of each block."""

    document: Document
    source: Source
    path: str
    domain: str
    blocks: Mapping[int, tuple[Segment, ...]]

    @property
    def name(self) -> str:
        """The name that references give it."""
        return self.document.name


def opened_source(file: SourceFile, data: bytes | None = None, path: str = "") -> SourceDocument:
    """Return the document of a file parted into segments; one whose strings belong to a program has none to write."""
    document = file.read(data)
    segments = segment_document(document, file.group.segmentation) if file.source.use is not Use.PROGRAM else ()
    blocks = {index: tuple(parts) for index, parts in groupby(segments, attrgetter("index"))}
    return SourceDocument(document, file.source, path, file.group.domain, blocks)


@dataclass(frozen=True, slots=True)
class Locale:
    """A language to build in: its code, what CLDR says of it, and of each entry of its catalogue the text to publish.

    ``name`` is the catalogue's.
    """

    code: str
    language: Language
    name: str = ""
    entries: Mapping[Key, Entry] = field(default_factory=dict)
    texts: Mapping[Key, str] = field(default_factory=dict)

    @staticmethod
    def of(code: str, language: Language, name: str, catalogue: Catalogue, require: Requirement) -> "Locale":
        """Return a locale with what the gate lets through of its catalogue."""
        entries = {entry.key: entry for entry in catalogue.messages}
        texts = {key: entry.msgstr[0] for key, entry in entries.items() if may_publish(entry, require)}
        return Locale(code, language, name, entries, texts)


@dataclass(slots=True)
class Plan:
    """One document in one locale; ``data`` is what it will be in its own format.

    ``broken`` are the translations that were taken out since they would break the document, and why.
    """

    document: SourceDocument
    locale: Locale
    translations: dict[int, str] = field(default_factory=dict)
    missing: list[Missing] = field(default_factory=list)
    data: bytes = b""
    broken: list[tuple[Entry, str]] = field(default_factory=list)

    @property
    def untouched(self) -> bool:
        """Whether the catalogue holds no text for any entry of the document, not even one to be reviewed."""
        entries = (self.locale.entries.get(s.key) for parts in self.document.blocks.values() for s in parts)
        return not any(entry is not None and any(entry.msgstr) for entry in entries)

    def passes(self, rules: Rules) -> bool:
        """Whether the document may be published."""
        if not self.missing:
            return True
        return rules.incomplete is Incomplete.SOURCE and bool(self.translations)

    def built(self, *, in_progress: bool = False) -> Built:
        """Return the result as far as the plan says it."""
        return Built(
            self.locale.code,
            self.document.name,
            missing=tuple(self.missing),
            in_progress=in_progress,
            catalogue=self.locale.name,
        )


def plan(document: SourceDocument, locale: Locale) -> Plan:
    """Return what may be published of a document; what would break it is taken out and named."""
    found = Plan(document, locale)
    source = document.document.reading.locale
    for index, segments in document.blocks.items():
        lacking = [_missing(segment, locale) for segment in segments if segment.key not in locale.texts]
        if lacking:
            found.missing += lacking
        else:
            texts = [locale.texts[segment.key] for segment in segments]
            found.translations[index] = compose(segments, texts, locale.code, source=source)
    _write(found)
    return found


def _missing(segment: Segment, locale: Locale) -> Missing:
    entry = locale.entries.get(segment.key)
    reason = state(entry).value if entry else "not in the catalogue"
    return Missing(segment.text, entry.line if entry else 0, reason)


def _write(found: Plan) -> None:
    """Write the document, without the translations that would break it, taken out one after another."""
    document = found.document
    while True:
        try:
            found.data = document.source.write(document.document, found.translations, found.locale.language)
        except StructureError as error:
            if error.index not in found.translations:
                raise
            _take_out(found, error)
            if len(found.broken) == _MOST_BROKEN:
                _give_up(found)
        else:
            return


def _give_up(found: Plan) -> None:
    """Hold a document back whose translations break it time and again: each try writes all of it."""
    found.translations.clear()
    reason = f"not tried: {_MOST_BROKEN} other translations break the document"
    found.missing.append(Missing("the rest of the document", 0, reason))


def _take_out(found: Plan, error: StructureError) -> None:
    del found.translations[error.index]
    segments = found.document.blocks[error.index]
    # A block that was written has an entry for each of its segments.
    entry = found.locale.entries[segments[0].key]
    found.broken.append((entry, error.message))
    found.missing.append(Missing(error.block.text, entry.line, f"breaks the document: {error.message}"))


def original(document: SourceDocument, language: Language, code: str) -> Plan:
    """Return the document in its own language."""
    texts = {index: document.document.blocks[index].text for index in document.blocks}
    return Plan(document, Locale(code, language), texts, data=document.document.data)
