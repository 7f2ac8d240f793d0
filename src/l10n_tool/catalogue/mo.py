"""MO files, as the gettext manual describes them in "The Format of GNU MO Files" and msgfmt writes them.

After the header come the table of originals, that of translations, the hash table, and the strings, each with a NUL at
its end. The originals are sorted by their bytes; in both tables a row is a string's length and its place.
"""

import struct
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from itertools import accumulate, chain, islice, pairwise
from operator import add, itemgetter, lt
from typing import Final, Protocol, TypeVar

from l10n_tool.catalogue.hash_table import find_misplaced, hash_values, make_table, table_size
from l10n_tool.catalogue.model import Entry
from l10n_tool.errors import FileError

__all__ = ["Both", "Message", "format_messages", "format_mo", "in_turn", "message", "message_of", "parse_mo"]

A = TypeVar("A")
B = TypeVar("B")

#: An original, with its context before and its plural behind it, and its translation, of one form or all.
Message = tuple[bytes, bytes]

_MAGIC: Final = 0x950412DE
_ORDERS: Final = {_MAGIC.to_bytes(4, "little"): "<", _MAGIC.to_bytes(4, "big"): ">"}
_HEADER_SIZE: Final = 28
_TABLE_AT: Final = 20
_ROW: Final = 8
_CONTEXT_END: Final = "\x04"
_FORM_END: Final = "\0"

#: glibc takes a smaller hash table for none.
_SMALLEST_TABLE: Final = 3
#: Strings may share bytes, but not so many that a small file fills the memory.
_MOST_SHARED: Final = 16


def message_of(entry: Entry) -> Message:
    """Return an entry's original and translation as they stand in an MO file, in UTF-8."""
    source = entry.msgid if entry.msgid_plural is None else f"{entry.msgid}{_FORM_END}{entry.msgid_plural}"
    return message(entry.msgctxt, source, _FORM_END.join(entry.msgstr))


def message(context: str | None, source: str, text: str) -> Message:
    """Return a message of its parts, of which the latter two hold all forms."""
    original = source if context is None else f"{context}{_CONTEXT_END}{source}"
    return original.encode(), text.encode()


def format_mo(header: str, entries: Iterable[Entry], name: str = "catalogue.mo") -> bytes:
    """Return the MO file of a header and entries; reading it gives the same messages.

    The charset that the header names must be UTF-8, since that is what is written. Raises FileError.
    """
    return format_messages([(b"", header.encode()), *map(message_of, entries)], name)


class Both(Protocol):
    """Does two works and returns what both came to, if it likes in two processes."""

    def __call__(self, one: Callable[[], A], other: Callable[[], B], /) -> tuple[A, B]:
        """Do both."""


def in_turn(one: Callable[[], A], other: Callable[[], B], /) -> tuple[A, B]:
    """Do one work after the other."""
    return one(), other()


def format_messages(messages: Iterable[Message], name: str = "catalogue.mo", both: Both = in_turn) -> bytes:
    """Return the MO file of these messages, the header among them under an empty original.

    The bytes are those that msgfmt writes for a little-endian machine. They were read back: every message is in its
    place, and the hash table leads to it. Raises FileError, also for two messages that a program could not tell apart.
    """
    pairs = sorted(messages, key=itemgetter(0))
    originals, translations = [pair[0] for pair in pairs], [pair[1] for pair in pairs]
    twice = _first_unsorted(originals)
    if twice:
        message = f"two messages have the msgid {twice.decode(errors='replace')!r}"
        raise FileError(f"{name}: {message}", remedy="Keep one of them; U+0004 parts a context from its msgid.")
    size = table_size(len(pairs))
    data, table = both(partial(_proved, originals, translations, size, name), partial(_table_of, originals, size, name))
    if not table:
        return _proved(originals, translations, 0, name)
    start = _HEADER_SIZE + 2 * _ROW * len(pairs)
    return b"".join([data[:start], table, data[start + len(table) :]])


def _proved(originals: Sequence[bytes], translations: Sequence[bytes], size: int, name: str) -> bytes:
    """Return the file with a hash table of so many free slots, after it was read back."""
    data = _pack(originals, translations, size)
    if _read_strings(data, name) != (originals, translations):
        raise FileError(f"{name}: the MO does not read back as it was written; nothing was changed")
    return data


def _pack(originals: Sequence[bytes], translations: Sequence[bytes], size: int) -> bytes:
    count = len(originals)
    second = _HEADER_SIZE + _ROW * count
    hashes = second + _ROW * count
    lengths = list(map(len, chain(originals, translations)))
    rows = [0] * (4 * count)
    rows[::2] = lengths
    rows[1::2] = islice(accumulate(map((1).__add__, lengths), initial=hashes + 4 * size), 2 * count)
    head = struct.pack(f"<{7 + 4 * count}I", _MAGIC, 0, count, _HEADER_SIZE, second, size, hashes, *rows)
    return b"".join([head, bytes(4 * size), b"\0".join([*originals, *translations, b""])])


def _table_of(originals: Sequence[bytes], size: int, name: str) -> bytes:
    """Return the hash table, after every original was looked up in it; nothing where too many of them collide."""
    values = hash_values(originals)
    table = make_table(values, size)
    if size >= _SMALLEST_TABLE and table:
        _check_table(table, values, name)
    return struct.pack(f"<{len(table)}I", *table)


def parse_mo(data: bytes, name: str = "catalogue.mo") -> Mapping[bytes, bytes]:
    """Return the originals and translations of an MO file of either byte order, in their order.

    Strings that depend on the system, which a minor revision of 1 adds, are left out. Raises FileError for what is no
    MO file, points outside itself, or would lead a program's search astray.
    """
    originals, translations = _read_strings(data, name)
    if _first_unsorted(originals) is not None:
        raise _broken(name, "the originals of the MO file are not in order")
    order = _ORDERS[data[:4]]
    size, hashes = struct.unpack_from(f"{order}2I", data, _TABLE_AT)
    if size >= _SMALLEST_TABLE:
        _check_table(_numbers(data, order, hashes, size, name), hash_values(originals), name)
    return dict(zip(originals, translations, strict=True))


def _read_strings(data: bytes, name: str) -> tuple[list[bytes], list[bytes]]:
    order = _ORDERS.get(data[:4])
    if order is None or len(data) < _HEADER_SIZE:
        raise _broken(name, "not an MO file")
    _, version, count, first, second = struct.unpack_from(f"{order}5I", data)
    if version >> 16 > 1:
        raise _broken(name, f"MO version {version >> 16} is not known")
    originals = _strings(data, _numbers(data, order, first, 2 * count, name), name)
    translations = _strings(data, _numbers(data, order, second, 2 * count, name), name)
    return originals, translations


def _broken(name: str, message: str) -> FileError:
    return FileError(f"{name}: {message}", remedy="Compile it again with l10n-tool compile.")


def _numbers(data: bytes, order: str, start: int, count: int, name: str) -> tuple[int, ...]:
    if start + 4 * count > len(data):
        raise _broken(name, "the MO file is cut short")
    return struct.unpack_from(f"{order}{count}I", data, start)


def _strings(data: bytes, rows: Sequence[int], name: str) -> list[bytes]:
    lengths, starts = rows[::2], rows[1::2]
    ends = list(map(add, starts, lengths))
    if max(ends, default=0) >= len(data):
        raise _broken(name, "the MO file is cut short")
    if any(map(data.__getitem__, ends)):
        raise _broken(name, "a string of the MO file does not end in NUL")
    if sum(lengths) > _MOST_SHARED * len(data):
        raise _broken(name, "the strings of the MO file overlap")
    return [data[start:end] for start, end in zip(starts, ends, strict=True)]


def _first_unsorted(originals: Sequence[bytes]) -> bytes | None:
    """Return the first original that does not come after the one before it; the plural behind it does not count."""
    sources = [text[: text.index(0)] if 0 in text else text for text in originals]
    if all(map(lt, sources, islice(sources, 1, None))):
        return None
    return next(b for a, b in pairwise(sources) if a >= b)


def _check_table(table: Sequence[int], values: Sequence[int], name: str) -> None:
    # A search for what is not there ends at a free slot.
    if max(table) > len(values) or 0 not in table:
        raise _broken(name, "the hash table of the MO file is damaged")
    number = find_misplaced(table, values)
    if number:
        raise _broken(name, f"the hash table of the MO file does not lead to message {number}")
