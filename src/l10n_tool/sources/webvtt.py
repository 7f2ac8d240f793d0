"""WebVTT captions: cues with their settings; style sheets, regions and comments stay as they are."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from l10n_tool.document import AS_IS, Block, Document, Reading, Use
from l10n_tool.languages import Language
from l10n_tool.notes import NO_NOTES, NoteReader
from l10n_tool.sources._brought_in import tag_difference
from l10n_tool.sources._captions import ARROW, Line, caption, line_error, paragraphs, write_captions
from l10n_tool.sources._language_names import names_language, spelt_like

__all__ = ["WebVttSource"]

_TIME: Final = r"(?:([0-9]{2,6}):)?([0-5][0-9]):([0-5][0-9])\.([0-9]{3})"
_TIMING: Final = re.compile(rf"[ \t]*{_TIME}[ \t]*-->[ \t]*{_TIME}(?:[ \t].*)?")
_KEPT: Final = re.compile(r"(NOTE|STYLE|REGION)(?:[ \t](.*))?")
_LANGUAGE: Final = re.compile(r"language[ \t]*:[ \t]*([^ \t]+)[ \t]*", re.IGNORECASE)
_TAG: Final = re.compile(r"<[A-Za-z0-9/][^<>]*+>")
_REFERENCE: Final = re.compile(r"&(?!(?:#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});)")


class WebVttSource:
    """WebVTT: a caption for each cue, with author's notes in NOTE comments."""

    use: Final = Use.FILE

    def read(self, name: str, data: bytes, reading: Reading = AS_IS) -> Document:
        """Return the document; a block's text is a cue's raw text, a newline a line of it. Raises FileError."""
        reader = _read(name, data)
        return Document(name, data, tuple(reader.blocks), reading=reading)

    def write(self, document: Document, translations: Mapping[int, str], target: Language | None = None) -> bytes:
        """Return the document with these captions replaced, and the target in a ``Language:`` header.

        What is no tag of the source is escaped, so that it is shown as it stands. Raises StructureError for a
        translation that lacks a tag of its source, or has one too often.
        """
        data = write_captions(document, translations, _form, self.read)
        if target is None or data == document.data:
            return data
        return _with_language(document, data, target)


def _with_language(document: Document, data: bytes, target: Language) -> bytes:
    # The header stands before all captions, so its bytes are where they are in the source.
    for start, value in _read(document.name, document.data).languages:
        if names_language(value, document.reading.locale):
            return data[:start] + spelt_like(value, target).encode() + data[start + len(value.encode()) :]
    return data


@dataclass(slots=True)
class _Reader:
    """What stands in a document: its captions, and the languages of its header with their bytes."""

    blocks: list[Block] = field(default_factory=list)
    languages: list[tuple[int, str]] = field(default_factory=list)


def _read(name: str, data: bytes) -> _Reader:
    found = paragraphs(name, data, lambda text: not text)
    reader = _Reader(languages=list(_header(name, next(found, []))))
    notes = NoteReader(name)
    for lines in found:
        kept = _KEPT.fullmatch(lines[0].text)
        if kept is None:
            reader.blocks += _cue(name, lines, notes)
        else:
            _keep(name, lines, kept, notes)
    notes.close()
    return reader


def _header(name: str, lines: list[Line]) -> Iterator[tuple[int, str]]:
    """Yield each language that the header names, with the byte where it stands."""
    if not lines or lines[0].number != 1 or not re.fullmatch(r"WEBVTT(?:[ \t].*)?", lines[0].text):
        line = Line("", 1, 0, "")
        raise line_error(name, line, "the document does not begin with WEBVTT", "Write WEBVTT in its first line.")
    for line in lines[1:]:
        if ARROW in line.text:
            raise line_error(name, line, "a cue in the header", "Put an empty line after the header.")
        match = _LANGUAGE.fullmatch(line.text)
        if match:
            yield line.start + len(line.text[: match.start(1)].encode()), match[1]


def _keep(name: str, lines: list[Line], kept: re.Match[str], notes: NoteReader) -> None:
    stray = next((line for line in lines if ARROW in line.text), None)
    if stray is not None:
        message = f"a timing line inside a {kept[1]} block"
        raise line_error(name, stray, message, "Put an empty line, without spaces, before each cue.")
    if kept[1] == "NOTE":
        notes.comment("\n".join([kept[2] or "", *(line.text for line in lines[1:])]), lines[0].number)


def _cue(name: str, lines: list[Line], notes: NoteReader) -> list[Block]:
    timing = next((at for at, line in enumerate(lines[:2]) if ARROW in line.text), None)
    if timing is None:
        remedy = "Put it under a timing line, or begin it with NOTE; a cue has no empty line inside."
        raise line_error(name, lines[0], "a text that belongs to no cue", remedy)
    said = notes.for_block()
    block = caption(name, lines[timing:], _TIMING, said or NO_NOTES)
    return [] if said is None else [block]


def _form(source: str, text: str) -> tuple[str, str]:
    """Return a translation with all escaped that is no tag of its source, and what is wrong with its tags."""
    wanted = _TAG.findall(source)
    known = frozenset(wanted)
    parts: list[str] = []
    found: list[str] = []
    at = 0
    for match in _TAG.finditer(text):
        if match[0] in known:
            parts += [_escaped(text[at : match.start()]), match[0]]
            found.append(match[0])
            at = match.end()
    parts.append(_escaped(text[at:]))
    wrong = tag_difference(wanted, found)
    if not wrong and _times(wanted) != _times(found):
        wrong = "the times inside the caption are in another order"
    return "".join(parts), wrong


def _times(tags: list[str]) -> list[str]:
    return [tag for tag in tags if tag[1:2].isdigit()]


def _escaped(text: str) -> str:
    return _REFERENCE.sub("&amp;", text).replace("<", "&lt;").replace(ARROW, "--&gt;")
