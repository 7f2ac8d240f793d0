"""YAML files of strings, such as those of Rails: a block for each string, its keys as the context."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from l10n_tool.document import AS_IS, Document, Reading, Use
from l10n_tool.languages import Language
from l10n_tool.notes import NoteReader, Notes
from l10n_tool.sources._string_files import Event, Leaf, Notation, Sort, read_strings, write_strings
from l10n_tool.sources._yaml_events import BLOCK_STYLES, yaml_events
from l10n_tool.sources._yaml_scalars import written_scalar

__all__ = ["YamlStringsSource"]

_COMMENT: Final = re.compile(r"(?:^|(?<=[ \t\r\n]))#([^\r\n]*)")


class YamlStringsSource:
    """YAML: a block for each string value, with author's notes in comments before it or behind it.

    A value with an anchor is translated where it stands, and so wherever an alias repeats it.
    """

    use: Final = Use.FILE

    def read(self, name: str, data: bytes, reading: Reading = AS_IS) -> Document:
        """Return the document. Raises FileError for what is no YAML, and for a key that stands twice."""
        return read_strings(name, data, reading, _NOTATION)

    def write(self, document: Document, translations: Mapping[int, str], target: Language | None = None) -> bytes:
        """Return the document with these strings replaced, and the target's tag where the file states its language.

        Raises StructureError for a translation with other tags or placeholders, or with a link that its source lacks.
        """
        return write_strings(document, translations, target, _NOTATION)


def _notes(name: str, text: str, events: Sequence[Event], leaves: Sequence[Leaf]) -> Iterator[Notes | None]:
    """Yield the notes of each value: of the comments since the last one, and of those in its own last line.

    A note holds for the next value of any sort, so that one before a number does not reach a string further on.
    """
    reader = NoteReader(name)
    comments = _comments(text, events) if "i18n:" in text else iter(())
    waiting = next(comments, None)
    line, at = 1, 0
    for leaf in leaves:
        end = leaf.event.start if leaf.event.style in BLOCK_STYLES else leaf.event.end
        line, at = line + text.count("\n", at, end), end
        while waiting and waiting[0] <= line:
            reader.comment(waiting[1], waiting[0])
            waiting = next(comments, None)
        yield reader.for_block()
    while waiting:
        reader.comment(waiting[1], waiting[0])
        waiting = next(comments, None)
    reader.close()


def _comments(text: str, events: Sequence[Event]) -> Iterator[tuple[int, str]]:
    """Yield the line and the inside of every comment; a number sign inside a scalar begins none."""
    scalars = ((_inside(text, event), event.end) for event in events if event.sort in {Sort.TEXT, Sort.OTHER})
    start, end = next(scalars, (len(text), len(text)))
    line, counted = 1, 0
    match = _COMMENT.search(text)
    while match:
        while end <= match.start():
            start, end = next(scalars, (len(text), len(text) + 1))
        if start <= match.start():
            match = _COMMENT.search(text, end)
            continue
        line, counted = line + text.count("\n", counted, match.start()), match.start()
        yield line, match[1]
        match = _COMMENT.search(text, match.end())


def _inside(text: str, event: Event) -> int:
    """Return where a scalar's own characters begin; a comment may stand behind the mark of a block scalar."""
    if event.style not in BLOCK_STYLES:
        return event.start
    return event.start + len(text[event.start : event.end].partition("\n")[0])


def _written(text: str, new: Sequence[tuple[Event, str]]) -> list[str]:
    return [written_scalar(text, event, words) for event, words in new]


_NOTATION: Final = Notation(yaml_events, _written, _notes)
