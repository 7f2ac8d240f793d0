"""The catalogue as values: entries in file order, each with the raw text it was read from."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from operator import attrgetter
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

from l10n_tool.catalogue.layout import MSGID, comments_of, flags_of, previous_of, texts_of
from l10n_tool.catalogue.line_numbers import LineNumbers

if TYPE_CHECKING:
    from typing import TypedDict, Unpack

__all__ = [
    "DEFAULT_WRAP", "FUZZY", "Catalogue", "Entry", "Key", "Previous", "keys_of", "raws_of", "read_whole",
    "unread_entry", "with_fields",
]  # fmt: skip

#: What tells one entry from another: msgctxt and msgid. No msgctxt and an empty one are different keys.
Key = tuple[str | None, str]

#: GNU gettext's page width, in columns.
DEFAULT_WRAP: Final = 79

FUZZY: Final = "fuzzy"

_CONTENT_TYPE: Final = "content-type"


@dataclass(frozen=True, slots=True)
class Previous:
    """The source an entry had before: the ``#|`` lines."""

    msgid: str
    msgctxt: str | None = None
    msgid_plural: str | None = None


class _Read:
    """Where an entry that was read in the usual layout stands; nothing of its value, and no copy has it.

    ``match`` is None of every other entry.
    """

    __slots__ = ("match", "numbers")

    match: re.Match[str] | None
    numbers: LineNumbers


if TYPE_CHECKING:

    class _Changes(TypedDict, total=False):
        """The fields of an entry that ``replace`` can change."""

        msgid: str
        msgstr: tuple[str, ...]
        msgctxt: str | None
        msgid_plural: str | None
        comments: tuple[str, ...]
        extracted: tuple[str, ...]
        references: tuple[str, ...]
        flags: tuple[str, ...]
        previous: Previous | None
        obsolete: bool
        line: int


@dataclass(frozen=True, slots=True)
class Entry(_Read):
    """One message of a catalogue.

    ``msgstr`` holds every form in order, one for an entry without plural. ``raw`` is the text the entry was read
    from, blank lines before it included; an entry that has it is written back as that text, byte for byte.
    ``line`` is the 1-based line of its msgid, 0 where the entry comes from no file.
    """

    msgid: str
    msgstr: tuple[str, ...] = ("",)
    msgctxt: str | None = None
    msgid_plural: str | None = None
    comments: tuple[str, ...] = ()
    extracted: tuple[str, ...] = ()
    references: tuple[str, ...] = ()
    flags: tuple[str, ...] = ()
    previous: Previous | None = None
    obsolete: bool = False
    raw: str | None = field(default=None, compare=False, repr=False)
    line: int = field(default=0, compare=False)

    if not TYPE_CHECKING:

        def __getattr__(self, name: str) -> object:
            """Read the fields that are still in the file's text: only a slot without a value leads here."""
            if name == "raw":
                return self.match[0]
            if name == "line":
                return self.numbers.number_at(self.match.start(MSGID))
            if name == "match":
                return None
            if name not in _ON_DEMAND:
                raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}", name=name, obj=self)
            setters, read = _ON_DEMAND[name]
            for set_field, value in zip(setters, read(self.match), strict=True):
                set_field(self, value)
            return getattr(self, name)

    @property
    def key(self) -> Key:
        """What tells this entry from the others of its catalogue."""
        return self.msgctxt, self.msgid

    @property
    def is_header(self) -> bool:
        """Whether this is the header entry: an empty msgid without msgctxt."""
        return not self.msgid and self.msgctxt is None and not self.obsolete

    @property
    def fuzzy(self) -> bool:
        """Whether the fuzzy flag stands."""
        return FUZZY in self.flags

    @property
    def complete(self) -> bool:
        """Whether no form is empty."""
        return bool(self.msgstr) and all(self.msgstr)

    def replace(self, **changes: "Unpack[_Changes]") -> "Entry":
        """Return a copy with ``changes`` made; itself, raw text and all, if they change nothing."""
        for name, value in changes.items():
            if name != "line" and getattr(self, name) != value:
                break
        else:
            return self
        return _with(self, changes)

    def with_fuzzy(self, fuzzy: bool) -> "Entry":
        """Return the entry with the fuzzy flag set or cleared; clearing it drops the previous source too."""
        flags = tuple(flag for flag in self.flags if flag != FUZZY)
        if fuzzy:
            return self if self.fuzzy else self.replace(flags=(FUZZY, *flags))
        return self.replace(flags=flags, previous=None)


def _previous(match: re.Match[str]) -> tuple[Previous | None]:
    fields = previous_of(match)
    return (fields and Previous(*fields),)


# What a frozen dataclass keeps its own __init__ from doing; the reader does it for some fields now, for others later.
def _setters(*kinds: type) -> Mapping[str, Callable[[Any, Any], None]]:
    return {name: slot.__set__ for kind in kinds for name, slot in vars(kind).items() if hasattr(slot, "__set__")}


_SET: Final = _setters(Entry)


def _on_demand() -> Iterator[tuple[str, tuple[Any, Any]]]:
    """Yield, for each field that the reader leaves in the text, what is read together with it and how."""
    for names, read in (
        (("msgstr", "msgid_plural"), texts_of),
        (("comments", "extracted", "references", "flags"), comments_of),
        (("flags",), lambda match: (flags_of(match),)),
        (("previous",), _previous),
    ):
        setters = tuple(_SET[name] for name in names)
        yield from ((name, (setters, read)) for name in names)


_ON_DEMAND: Final = dict(_on_demand())


#: The fields but for ``raw``.
_NAMES: Final = tuple(name for name in Entry.__slots__ if name != "raw")


class _Unread(_Read):
    """An entry while it is made: its fields can be set, which takes a fifth of the time that setters take."""

    __slots__ = Entry.__slots__


def _with(entry: Entry, changes: Mapping[str, object]) -> Entry:
    """Return a copy without raw text, as dataclasses would make it in four times the time."""
    copy: Any = _Unread()
    for name in _NAMES:
        setattr(copy, name, changes[name] if name in changes else getattr(entry, name))
    copy.raw = None
    copy.__class__ = Entry
    made: Entry = copy
    return made


def unread_entry(match: re.Match[str], numbers: LineNumbers, key: Key, *, obsolete: bool) -> Entry:
    """Return an entry in the usual layout whose other fields are read from the match on first use."""
    entry: Any = _Unread()
    entry.match = match
    entry.numbers = numbers
    entry.msgctxt, entry.msgid = key
    entry.obsolete = obsolete
    # Its layout in memory is that of an entry, so that it can become one.
    entry.__class__ = Entry
    made: Entry = entry
    return made


_KEY: Final = attrgetter("msgctxt", "msgid")


def keys_of(entries: Iterable[Entry]) -> "Iterator[Key]":
    """Yield what tells each entry from the others, in less time than asking each for its key takes."""
    return map(_KEY, entries)


def raws_of(entries: Iterable[Entry]) -> list[str | None]:
    """Return the raw text of each entry, in less time than asking each for it takes."""
    return [entry.raw if (match := entry.match) is None else match[0] for entry in entries]


class _ReadWhole:
    """The text that a catalogue was read from, and the one that shows how it is written; nothing of its value.

    A copy with other entries has only the second. ``_active`` are the active entries by key, for whoever asked for one.
    """

    __slots__ = ("_active", "_style", "_text")

    _text: str
    _style: str
    _active: Mapping[Key, "Entry"]


@dataclass(frozen=True, slots=True)
class Catalogue(_ReadWhole):
    r"""A POT or PO file: its entries in file order, the header and obsolete ones among them.

    ``tail`` is the raw text after the last entry. ``newline``, ``bom`` and ``charset`` say how the file is
    written; ``wrap`` is the width its long lines are folded at, 0 where they are folded after ``\n`` only, and
    ``fill_references`` whether several references share a line. The methods keep all this of a file that was read; a
    catalogue that is made anew of its entries does not.
    """

    entries: tuple[Entry, ...] = ()
    tail: str = ""
    charset: str = "utf-8"
    newline: str = "\n"
    bom: bool = False
    wrap: int = DEFAULT_WRAP
    fill_references: bool = False

    if not TYPE_CHECKING:

        def __getattr__(self, name: str) -> object:
            """Look how the file is written: nobody has to know before something in it is changed."""
            if name not in {"wrap", "fill_references"}:
                raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}", name=name, obj=self)
            from l10n_tool.catalogue.style import fills_references, wrap_of

            _SET_WHOLE[name](self, wrap_of(self._style) if name == "wrap" else fills_references(self._style))
            return getattr(self, name)

    @property
    def raw(self) -> str | None:
        r"""The text of the whole file, its lines ended by ``\n``; None if it was changed since it was read."""
        return getattr(self, "_text", None)

    @property
    def header(self) -> Entry | None:
        """The header entry, or None."""
        return next((entry for entry in self.entries if not entry.msgid and entry.is_header), None)

    @property
    def headers(self) -> Mapping[str, str]:
        """The header's fields by name; of a field given twice the first counts, as in gettext."""
        header = self.header
        return MappingProxyType(parse_headers(header.msgstr[0]) if header and header.msgstr else {})

    @property
    def messages(self) -> Iterator[Entry]:
        """The entries that are neither header nor obsolete."""
        return (entry for entry in self.entries if not entry.obsolete and (entry.msgid or not entry.is_header))

    @property
    def obsolete(self) -> Iterator[Entry]:
        """The entries whose source is gone (``#~``)."""
        return (entry for entry in self.entries if entry.obsolete)

    def get(self, msgid: str, msgctxt: str | None = None) -> Entry | None:
        """Return the active entry of a message, the header of an empty one, or None; obsolete entries do not count."""
        active = getattr(self, "_active", None)
        if active is None:
            # Of a message that is there twice the first counts.
            active = {entry.key: entry for entry in reversed(self.entries) if not entry.obsolete}
            _SET_WHOLE["_active"](self, active)
        return active.get((msgctxt, msgid))

    def map(self, changed: Mapping[Key, Entry]) -> "Catalogue":
        """Return the catalogue with the entries of these keys replaced; obsolete ones are left alone."""
        return self.with_entries(tuple(e if e.obsolete else changed.get(e.key, e) for e in self.entries))

    def with_entries(self, entries: tuple[Entry, ...]) -> "Catalogue":
        """Return the catalogue with other entries; how it is written is found out when somebody asks."""
        style = getattr(self, "_style", None)
        if style is None:
            return replace(self, entries=entries)
        return _catalogue(
            entries=entries, tail=self.tail, charset=self.charset, newline=self.newline, bom=self.bom, _style=style
        )

    def with_entry(self, entry: Entry) -> "Catalogue":
        """Return the catalogue with an entry more, or in the place of the one that has its key.

        Active entries stand before obsolete ones: one that becomes the other goes to the end of its kind. For many
        entries at once there are ``map`` and ``with_entries``.
        """
        old = next((e for e in self.entries if e.key == entry.key), None)
        if old is not None and old.obsolete == entry.obsolete:
            return self.with_entries(tuple(entry if e is old else e for e in self.entries))
        others = [e for e in self.entries if e is not old]
        at = next((n for n in range(len(others), 0, -1) if entry.obsolete or not others[n - 1].obsolete), 0)
        others.insert(0 if entry.is_header else at, entry)
        return self.with_entries(tuple(others))

    def without(self, key: Key) -> "Catalogue":
        """Return the catalogue without the entry of a key, obsolete or not; itself if it has none.

        What stands in the entry goes with it, which ``Asked`` has to allow by ``gone`` before it is written.
        """
        others = tuple(e for e in self.entries if e.key != key)
        return self if len(others) == len(self.entries) else self.with_entries(others)

    def with_headers(self, fields: Mapping[str, str]) -> "Catalogue":
        """Return the catalogue with these header fields set, in their places or at the end.

        With Content-Type among them it is in the charset that this names, and says the same as before.
        """
        header = self.header
        if header is None:
            changed = self.with_entries((Entry("", (format_headers(dict(fields)),)), *self.entries))
        else:
            new = with_fields(header, fields)
            changed = self.with_entries(tuple(new if e is header else e for e in self.entries))
        if _CONTENT_TYPE not in map(str.lower, fields):
            return changed
        from l10n_tool.catalogue.recoding import in_named_charset

        return in_named_charset(changed)


_SET_WHOLE: Final = _setters(_ReadWhole, Catalogue)


def read_whole(text: str, entries: tuple[Entry, ...], tail: str, charset: str, newline: str, bom: bool) -> Catalogue:
    """Return the catalogue that was read from a text; how it is folded is found out when somebody asks."""
    return _catalogue(entries=entries, tail=tail, charset=charset, newline=newline, bom=bom, _text=text, _style=text)


def _catalogue(**fields: Any) -> Catalogue:
    catalogue = Catalogue.__new__(Catalogue)
    for name, value in fields.items():
        _SET_WHOLE[name](catalogue, value)
    return catalogue


def parse_headers(text: str) -> dict[str, str]:
    """Return the fields of a header's msgstr."""
    fields: dict[str, str] = {}
    for line in text.split("\n"):
        name, colon, value = line.partition(":")
        if colon:
            fields.setdefault(name.strip(), value.strip())
    return fields


def format_headers(fields: Mapping[str, str]) -> str:
    """Return a header's msgstr with these fields."""
    return "".join(f"{name}: {value}".rstrip() + "\n" for name, value in fields.items())


def with_fields(header: Entry, fields: Mapping[str, str]) -> Entry:
    """Return a header entry with these fields set, in their places or at the end."""
    return header.replace(msgstr=(_set_headers(header.msgstr[0], fields),))


def _set_headers(text: str, fields: Mapping[str, str]) -> str:
    left = dict(fields)
    lines = []
    for line in text.split("\n"):
        name, _, old = line.partition(":")
        value = left.pop(name.strip(), old.strip())
        lines.append(line if value == old.strip() else f"{name.strip()}: {value}")
    new = "\n".join(lines)
    if left and new and not new.endswith("\n"):
        new += "\n"
    return new + format_headers(left)
