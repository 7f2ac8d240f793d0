"""JSON files of strings, such as those of i18next, Vue and ARB: a block for each string, its keys as the context."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from l10n_tool.document import AS_IS, Document, Reading, Use
from l10n_tool.errors import FileError, Place
from l10n_tool.languages import Language
from l10n_tool.notes import NO_NOTES, Notes
from l10n_tool.sources._string_files import (
    DEEPEST,
    Event,
    Frame,
    Leaf,
    Notation,
    Sort,
    line_of,
    read_strings,
    write_strings,
)

__all__ = ["JsonStringsSource"]

_TOKEN: Final = re.compile(r'(?P<text>"[^"\\]*+(?:\\.[^"\\]*+)*+")|(?P<open>[{\[])|(?P<close>[}\]])|[^\s:,{}\[\]"]++')
# Numbers that Python reads and JSON does not have.
_NO_JSON: Final = frozenset({"NaN", "Infinity", "-Infinity"})
_LONGEST: Final = 1_000_000
#: A program that puts JSON into a page or a script reads these as ends of lines.
_LINE_SEPARATORS: Final = str.maketrans({"\u2028": "\\u2028", "\u2029": "\\u2029", "\x7f": "\\u007f"})
_REMEDY: Final = 'Write the number of characters: "maxLength": 60.'


class JsonStringsSource:
    """JSON: a block for each string value; ``@key`` describes ``key`` as in ARB."""

    use: Final = Use.FILE

    def read(self, name: str, data: bytes, reading: Reading = AS_IS) -> Document:
        """Return the document. Raises FileError for what is no JSON, and for a key that stands twice."""
        return read_strings(name, data, reading, _NOTATION)

    def write(self, document: Document, translations: Mapping[int, str], target: Language | None = None) -> bytes:
        """Return the document with these strings replaced, and the target's tag where the file states its language.

        Raises StructureError for a translation with other tags or placeholders, or with a link that its source lacks.
        """
        return write_strings(document, translations, target, _NOTATION)


def _events(name: str, text: str) -> list[Event]:
    _check(name, text)
    return [_event(name, text, match) for match in _TOKEN.finditer(text)]


def _check(name: str, text: str) -> None:
    """Raise FileError for what is no JSON; numbers are not worked out, however long they are."""
    try:
        json.loads(text, parse_int=str, parse_float=str)
    except json.JSONDecodeError as error:
        place = Place(name, error.lineno, error.colno)
        remedy = "Mend the file there; JSON has no comments, and no comma behind the last value."
        raise FileError(f"not JSON: {error.msg}", place=place, remedy=remedy) from None
    except RecursionError:
        remedy = "A file of strings needs fewer: make it flatter."
        raise FileError(f"more than {DEEPEST} levels of keys", place=Place(name), remedy=remedy) from None


def _event(name: str, text: str, match: re.Match[str]) -> Event:
    value = match[0]
    if match["text"]:
        plain = json.loads(value) if "\\" in value else value[1:-1]
        return Event(Sort.TEXT, match.start(), match.end(), plain)
    if match["open"]:
        return Event(Sort.MAPPING if value == "{" else Sort.LIST, match.start(), match.end())
    if match["close"]:
        return Event(Sort.END, match.start(), match.end())
    if value in _NO_JSON:
        place = Place(name, line_of(text, match.start()))
        raise FileError(f"not JSON: {value}", place=place, remedy="Write a number, null or a string.")
    return Event(Sort.OTHER, match.start(), match.end(), value)


def _written(text: str, new: Sequence[tuple[Event, str]]) -> list[str]:
    # A file that escapes all but ASCII goes on doing so.
    escaped = text.isascii() and "\\u" in text
    return [json.dumps(words, ensure_ascii=escaped).translate(_LINE_SEPARATORS) for _, words in new]


def _notes(name: str, text: str, events: Sequence[Event], leaves: Sequence[Leaf]) -> Iterator[Notes | None]:
    """Yield what ARB's ``@key`` says of each value, and None for its own values and for ``"translate": false``."""
    said: dict[tuple[int, str], list[Leaf]] = {}
    for leaf in leaves:
        if _describes(leaf) and leaf.frame and leaf.frame.about and _is_direct(leaf.frame):
            owner, key = leaf.frame.about
            said.setdefault((id(owner), key), []).append(leaf)
    for leaf in leaves:
        about = said.get((id(leaf.frame), leaf.key), [])
        yield None if _describes(leaf) else _said(name, text, about)


def _describes(leaf: Leaf) -> bool:
    """Whether a value belongs to an ``@key`` that has its ``key`` beside it."""
    about = leaf.frame.about if leaf.frame else None
    return about is not None and about[1] in about[0].keys


def _is_direct(frame: Frame) -> bool:
    return frame.about is not None and frame.name == f"@{frame.about[1]}"


def _said(name: str, text: str, leaves: Sequence[Leaf]) -> Notes | None:
    comments: list[str] = []
    longest = 0
    for leaf in leaves:
        event = leaf.event
        if leaf.key in {"description", "context"} and event.sort is Sort.TEXT and event.text.strip():
            comments.append(" ".join(event.text.split()))
        elif leaf.key == "maxLength":
            longest = _longest(name, text, event)
        elif leaf.key == "translate" and event.sort is Sort.OTHER and event.text == "false":
            return None
    return Notes(tuple(comments), None, longest) if comments or longest else NO_NOTES


def _longest(name: str, text: str, event: Event) -> int:
    number = event.text if event.sort is Sort.OTHER else ""
    if not re.fullmatch("[0-9]{1,7}", number) or not 0 < int(number) <= _LONGEST:
        place = Place(name, line_of(text, event.start))
        raise FileError("maxLength is not a length", place=place, remedy=_REMEDY)
    return int(number)


_NOTATION: Final = Notation(_events, _written, _notes)
