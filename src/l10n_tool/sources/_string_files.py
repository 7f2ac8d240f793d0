"""String files: a tree of keys whose texts are translated, whatever notation it is written in.

The notation gives the events of its file in order; everything here works on those, so that nothing is expanded, and
nothing is recursive.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from fnmatch import fnmatchcase
from typing import Final

from l10n_tool.document import BOM, Block, Document, Reading, StructureError, decode
from l10n_tool.errors import FileError, Place
from l10n_tool.languages import Language
from l10n_tool.notes import Notes
from l10n_tool.sources._brought_in import refusal
from l10n_tool.sources._language_names import names_language, spelt_like

__all__ = ["DEEPEST", "Event", "Frame", "Leaf", "Notation", "Sort", "line_of", "read_strings", "write_strings"]

#: Deeper than any file of strings; a parser of one that a program recurses in would give up.
DEEPEST: Final = 100
_LONGEST_PATH: Final = 1000
#: The key of ARB under which a file states its language.
_LOCALE_KEY: Final = "@@locale"

_ADDRESS: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]{0,19}://\S+")
# What runs in a page is no text, and a translation could change what it does.
_CODE: Final = re.compile(r"<(?:script|style)\b", re.IGNORECASE)
# What gettext cannot hold in a text.
_UNFIT: Final = re.compile("[\x00\x04\ud800-\udfff]")


class Sort(StrEnum):
    """What an event of a file is."""

    DOCUMENT = "document"
    MAPPING = "mapping"
    LIST = "list"
    END = "end"
    TEXT = "text"
    OTHER = "other"
    """A number, a truth value, nothing, or a repetition of a value that stands elsewhere."""


_OPENING: Final = frozenset({Sort.MAPPING, Sort.LIST})


@dataclass(frozen=True, slots=True)
class Event:
    """A step of reading a file; ``start`` and ``end`` are characters.

    ``text`` is a string's value, or how another value is written. ``marks`` is what else belongs to it in its
    notation; ``style`` is how it is quoted.
    """

    sort: Sort
    start: int
    end: int
    text: str = ""
    marks: str = ""
    style: str = ""
    flow: bool = False

    @property
    def means(self) -> tuple[str, str, str]:
        """What is the same in two files that say the same."""
        return self.sort, self.text, self.marks

    @property
    def words(self) -> str:
        """What is translated; the newlines at the end of a block scalar are of its notation, and no part of it."""
        return self.text.rstrip("\n") if self.style in {"|", ">"} else self.text

    def saying(self, words: str) -> str:
        """Return the text that has these words in place of its own."""
        return words.rstrip("\n") + self.text[len(self.words) :] if self.style in {"|", ">"} else words


@dataclass(frozen=True, slots=True)
class Notation:
    """How strings are written: the events of a file, and a string in place of an event's.

    ``events`` raises FileError. ``written`` gets the file's text, and events with their new strings. ``notes`` gets the
    name, the text, the events and their leaves, and says of each leaf what its author noted, or None to leave it out.
    """

    events: Callable[[str, str], list[Event]]
    written: Callable[[str, Sequence[tuple[Event, str]]], list[str]]
    notes: Callable[[str, str, Sequence[Event], Sequence["Leaf"]], Iterable[Notes | None]]


@dataclass(slots=True)
class Frame:
    """A mapping or list that is open: the dotted path of its values, and for a mapping its keys so far.

    ``name`` is the key it stands under. ``about`` is the string that it describes in ARB, by mapping and key.
    """

    mapping: bool
    path: str
    name: str = ""
    about: "tuple[Frame, str] | None" = None
    key: str | None = None
    keys: set[str] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Leaf:
    """A value without values in it: its event's number, its dotted path, and the mapping and key that it stands under.

    A value in a list stands under the key of its list.
    """

    index: int
    event: Event
    path: str
    frame: Frame | None
    key: str


def line_of(text: str, at: int) -> int:
    """Return the line of a character, 1-based."""
    return text.count("\n", 0, at) + 1


def read_strings(name: str, data: bytes, reading: Reading, notation: Notation) -> Document:
    """Return the document; a block for each string that the settings want. Raises FileError."""
    text = decode(name, data)
    events = notation.events(name, text)
    leaves = list(_leaves(name, text, events, reading.locale))
    notes = notation.notes(name, text, events, leaves)
    chosen = [
        (leaf, said)
        for leaf, said in zip(leaves, notes, strict=True)
        if said is not None and _is_prose(leaf.event) and _is_wanted(leaf, reading.keys)
    ]
    _check_characters(name, text, chosen)
    return Document(name, data, tuple(_blocks(data, text, chosen)), reading=reading)


def _is_prose(event: Event) -> bool:
    """Whether a value has something to translate: a letter, in what is not an address alone and not a program."""
    if event.sort is not Sort.TEXT or not any(map(str.isalpha, event.text)):
        return False
    return not _ADDRESS.fullmatch(event.text.strip()) and not _CODE.search(event.text)


def _is_wanted(leaf: Leaf, patterns: Sequence[str]) -> bool:
    if leaf.key.startswith("@@"):
        return False  # ARB's own values
    wanted = all(pattern.startswith("!") for pattern in patterns)
    for pattern in patterns:
        if fnmatchcase(leaf.path, pattern.removeprefix("!")):
            wanted = not pattern.startswith("!")
    return wanted


def _check_characters(name: str, text: str, chosen: Sequence[tuple[Leaf, Notes]]) -> None:
    for leaf, _ in chosen:
        match = _UNFIT.search(leaf.event.text)
        if match:
            place = Place(name, line_of(text, leaf.event.start))
            message = f"the string {leaf.path} holds U+{ord(match[0]):04X}, which no catalogue can"
            raise FileError(message, place=place, remedy="Take it out, or leave the string out by its key.")


def _blocks(data: bytes, text: str, chosen: Sequence[tuple[Leaf, Notes]]) -> Iterator[Block]:
    line, at = 1, 0
    bounds = (place for leaf, _ in chosen for place in (leaf.event.start, leaf.event.end))
    places = _bytes_at(data, text, bounds)
    for leaf, notes in chosen:
        event = leaf.event
        line, at = line + text.count("\n", at, event.start), event.start
        context = leaf.path or None if notes.context is None else notes.context
        yield Block(
            text=event.words,
            kind="string",
            start=next(places),
            end=next(places),
            line=line,
            section=leaf.path,
            notes=replace(notes, context=context),
            whole=True,
        )


def _bytes_at(data: bytes, text: str, places: Iterable[int]) -> Iterator[int]:
    """Yield the byte of each of these characters; they come in order."""
    at, byte = 0, len(data) - len(data.removeprefix(BOM))
    for place in places:
        byte += len(text[at:place].encode())
        at = place
        yield byte


def _leaves(name: str, text: str, events: Sequence[Event], locale: str) -> Iterator[Leaf]:
    """Yield the values of a file in order. Raises FileError for a key that stands twice, and for too deep a tree."""
    roots = set(_language_keys(events, locale))
    frames: list[Frame] = []
    for index, event in enumerate(events):
        top = frames[-1] if frames else None
        if event.sort is Sort.END:
            frames.pop()
            _value_ends(frames)
        elif top is not None and top.mapping and top.key is None:
            top.key = _key(name, text, top, event)
            if index in roots:
                top.key, top.path = "", ""
        elif event.sort in _OPENING:
            frames.append(_frame(event, top))
            _check_bounds(name, text, event, frames)
        elif event.sort is not Sort.DOCUMENT:
            yield Leaf(index, event, _path(top), *_owner(frames))
            _value_ends(frames)


def _value_ends(frames: Sequence[Frame]) -> None:
    if frames:
        frames[-1].key = None


def _key(name: str, text: str, frame: Frame, event: Event) -> str:
    message, remedy = "", ""
    if event.sort not in {Sort.TEXT, Sort.OTHER} or event.marks.startswith("*"):
        message, remedy = "a key that is no text", "Give each string a key of its own."
    elif event.text in frame.keys and event.text != "<<":
        # Other mappings are merged in by a key that may stand as often as there are mappings.
        message, remedy = f"the key {event.text!r} stands twice", "Take one of them out."
    if message:
        raise FileError(message, place=Place(name, line_of(text, event.start)), remedy=remedy)
    frame.keys.add(event.text)
    return event.text


def _frame(event: Event, top: Frame | None) -> Frame:
    key = (top.key or "") if top else ""
    about = top.about if top else None
    if top and top.mapping and about is None and key[:1] == "@" and event.sort is Sort.MAPPING:
        about = top, key[1:]
    return Frame(event.sort is Sort.MAPPING, _path(top), key, about)


def _path(frame: Frame | None) -> str:
    """Return the dotted path of the value that comes now; a dot or backslash in a key has a backslash before it."""
    if frame is None or not frame.key:
        return frame.path if frame else ""
    key = frame.key.replace("\\", "\\\\").replace(".", "\\.")
    return f"{frame.path}.{key}" if frame.path else key


def _owner(frames: Sequence[Frame]) -> tuple[Frame | None, str]:
    at = len(frames) - 1
    while at > 0 and not frames[at].mapping:
        at -= 1
    return (frames[at], frames[at].key or "") if frames else (None, "")


def _check_bounds(name: str, text: str, event: Event, frames: Sequence[Frame]) -> None:
    deep, long = len(frames) > DEEPEST, len(frames[-1].path) > _LONGEST_PATH
    if deep or long:
        place = Place(name, line_of(text, event.start))
        message = f"more than {DEEPEST} levels of keys" if deep else f"keys of more than {_LONGEST_PATH} characters"
        raise FileError(message, place=place, remedy="A file of strings needs fewer: make it flatter.")


def _language_keys(events: Sequence[Event], locale: str) -> Iterator[int]:
    """Yield the number of each key that alone stands at the top, names the source's language and holds a mapping."""
    depth = 0
    opened = -1
    for index, event in enumerate(events):
        depth += (event.sort in _OPENING) - (event.sort is Sort.END)
        if depth == 1 and event.sort in _OPENING:
            opened = index
        elif depth == 1 and event.sort is Sort.END and opened >= 0:
            key, value = events[opened + 1 : opened + 3]
            alone = value.sort is Sort.MAPPING and events[index + 1].sort is Sort.END
            if alone and events[opened].sort is Sort.MAPPING and names_language(key.text, locale):
                yield opened + 1
            opened = -1


def write_strings(
    document: Document, translations: Mapping[int, str], target: Language | None, notation: Notation
) -> bytes:
    """Return the document with these strings replaced, and the target where the file states its language.

    The result is read again: it says what the source says but for what was replaced, or StructureError is raised.
    """
    changed = {i: text for i, text in translations.items() if text != document.blocks[i].text}
    if not changed:
        return document.data
    text = decode(document.name, document.data)
    events = notation.events(document.name, text)
    numbers = _numbers(document, text, events)
    new = {numbers[i]: events[numbers[i]].saying(_checked(document, i, words)) for i, words in changed.items()}
    if target is not None:
        new |= _languages(events, document.reading.locale, target)
    written = _spliced(text, [(events[at], new[at]) for at in sorted(new)], notation)
    _verify(document, events, new, _again(document, written, notation, min(changed)), numbers)
    bom = document.data[: len(document.data) - len(document.data.removeprefix(BOM))]
    return bom + written.encode()


def _numbers(document: Document, text: str, events: Sequence[Event]) -> list[int]:
    """Return the number of each block's event."""
    texts = [at for at, event in enumerate(events) if event.sort is Sort.TEXT]
    places = _bytes_at(document.data, text, (events[at].start for at in texts))
    by_byte = dict(zip(places, texts, strict=True))
    return [by_byte[block.start] for block in document.blocks]


def _checked(document: Document, index: int, words: str) -> str:
    wrong = refusal(document.blocks[index].text, words)
    if wrong or not words.strip():
        raise StructureError(document, index, wrong or "an empty translation")
    return words


def _languages(events: Sequence[Event], locale: str, target: Language) -> dict[int, str]:
    """Return what stands in the places where the file states its language, by the number of the event."""
    found = {at: spelt_like(events[at].text, target) for at in _language_keys(events, locale)}
    for at, event in enumerate(events[1:], 1):
        stated = event.sort is Sort.TEXT and events[at - 1].text == _LOCALE_KEY
        if stated and names_language(event.text, locale):
            # ARB writes en_US, as Dart's intl does.
            found[at] = spelt_like(event.text if "-" in event.text else "_", target)
    return found


def _spliced(text: str, new: Sequence[tuple[Event, str]], notation: Notation) -> str:
    parts: list[str] = []
    end = 0
    for (event, _), written in zip(new, notation.written(text, new), strict=True):
        parts += [text[end : event.start], written]
        end = event.end
    return "".join([*parts, text[end:]])


def _again(document: Document, written: str, notation: Notation, index: int) -> list[Event]:
    try:
        return notation.events(document.name, written)
    except FileError as error:
        raise StructureError(
            document, index, f"the file cannot be read with the translation: {error.message}"
        ) from None


def _verify(
    document: Document, events: Sequence[Event], new: Mapping[int, str], again: Sequence[Event], numbers: Sequence[int]
) -> None:
    """Raise StructureError at the last string before the first event that is not what it should be."""
    for at in range(max(len(events), len(again))):
        wanted = replace(events[at], text=new[at]) if at in new else None
        same = at < len(events) and at < len(again) and (wanted or events[at]).means == again[at].means
        if not same:
            index = max((i for i, number in enumerate(numbers) if number <= at and number in new), default=0)
            raise StructureError(document, index, "the translation is not read back as it was written")
