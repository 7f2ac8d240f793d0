"""MO files, as the gettext manual describes them in "The Format of GNU MO Files" and msgfmt writes them.

After the header come the table of originals, that of translations, the hash table, and the strings, each with a NUL at
its end. The originals are sorted by their bytes; in both tables a row is a string's length and its place.
"""

import re
import struct
from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate, chain, islice, pairwise
from operator import add, lt
from typing import Final

from l10n_tool.catalogue.hash_table import find_misplaced, hash_values, make_table, table_size
from l10n_tool.catalogue.layout import text_of
from l10n_tool.catalogue.model import Entry
from l10n_tool.errors import FileError

__all__ = ["Message", "format_messages", "format_mo", "message", "message_of", "only_form", "parse_mo"]

#: An original, with its context before and its plural behind it, and its translation, of one form or all.
Message = tuple[bytes, bytes]

_MAGIC: Final = 0x950412DE
_ORDERS: Final = {_MAGIC.to_bytes(4, "little"): "<", _MAGIC.to_bytes(4, "big"): ">"}
_HEADER_SIZE: Final = 28
_ROW: Final = 8
_CONTEXT_END: Final = "\x04"
_FORM_END: Final = "\0"

_PIECE: Final = r'"[^"\\\n]*+(?:\\[abfnrtv\\"][^"\\\n]*+)*"'
_ONLY_FORM: Final = re.compile(rf"\nmsgstr ({_PIECE}(?:\n{_PIECE})*)\n?\Z")

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


def only_form(raw: str, mark: str = "fuzzy") -> str | None:
    """Return the translation that ends an entry's raw text, where it has no plural, and neither is fuzzy nor marked.

    None where its fields have to be asked, as for an unusual layout, or where ``mark`` stands before it. Most of a
    file's entries are read in a third of the time that all their fields take.
    """
    at = raw.find("\nmsgstr ")
    if raw.find("fuzzy", 0, at) >= 0 or raw.find(mark, 0, at) >= 0:
        return None
    found = _ONLY_FORM.match(raw, at)
    return text_of(found[1]) if found else None


def format_mo(header: str, entries: Iterable[Entry], name: str = "catalogue.mo") -> bytes:
    """Return the MO file of a header and entries; reading it gives the same messages.

    The charset that the header names must be UTF-8, since that is what is written. Raises FileError.
    """
    return format_messages([(b"", header.encode()), *map(message_of, entries)], name)


def format_messages(messages: Iterable[Message], name: str = "catalogue.mo") -> bytes:
    """Return the MO file of these messages, the header among them under an empty original.

    The bytes are those that msgfmt writes for a little-endian machine. They were read back: every message is in its
    place, and the hash table leads to it. Raises FileError, also for two messages that a program could not tell apart.
    """
    pairs = sorted(messages)
    originals, translations = [pair[0] for pair in pairs], [pair[1] for pair in pairs]
    twice = _first_unsorted(originals)
    if twice:
        message = f"two messages have the msgid {twice.decode(errors='replace')!r}"
        raise FileError(f"{name}: {message}", remedy="Keep one of them; U+0004 parts a context from its msgid.")
    values = hash_values(originals)
    data = _pack(originals, translations, make_table(values, table_size(len(pairs))))
    if _read(data, name, values) != (originals, translations):
        raise FileError(f"{name}: the MO does not read back as it was written; nothing was changed")
    return data


def _pack(originals: Sequence[bytes], translations: Sequence[bytes], table: Sequence[int]) -> bytes:
    count = len(originals)
    second = _HEADER_SIZE + _ROW * count
    hashes = second + _ROW * count
    start = hashes + 4 * len(table)
    rows = [0] * (4 * count)
    rows[::2] = map(len, chain(originals, translations))
    rows[1::2] = islice(accumulate((length + 1 for length in rows[::2]), initial=start), 2 * count)
    numbers = [_MAGIC, 0, count, _HEADER_SIZE, second, len(table), hashes, *rows, *table]
    return struct.pack(f"<{len(numbers)}I", *numbers) + b"\0".join([*originals, *translations, b""])


def parse_mo(data: bytes, name: str = "catalogue.mo") -> Mapping[bytes, bytes]:
    """Return the originals and translations of an MO file of either byte order, in their order.

    Strings that depend on the system, which a minor revision of 1 adds, are left out. Raises FileError for what is no
    MO file, points outside itself, or would lead a program's search astray.
    """
    return dict(zip(*_read(data, name), strict=True))


def _read(data: bytes, name: str, values: Sequence[int] | None = None) -> tuple[list[bytes], list[bytes]]:
    """Return originals and translations; ``values`` are the hashes of the originals, where they are known."""
    order = _ORDERS.get(data[:4])
    if order is None or len(data) < _HEADER_SIZE:
        raise _broken(name, "not an MO file")
    _, version, count, first, second, size, hashes = struct.unpack_from(f"{order}7I", data)
    if version >> 16 > 1:
        raise _broken(name, f"MO version {version >> 16} is not known")
    originals = _strings(data, _numbers(data, order, first, 2 * count, name), name)
    translations = _strings(data, _numbers(data, order, second, 2 * count, name), name)
    if _first_unsorted(originals) is not None:
        raise _broken(name, "the originals of the MO file are not in order")
    if size >= _SMALLEST_TABLE:
        table = _numbers(data, order, hashes, size, name)
        _check_table(table, hash_values(originals) if values is None else values, name)
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
