"""MO files, as the gettext manual describes them in "The Format of GNU MO Files"."""

import struct
from collections.abc import Iterable, Mapping

from l10n_tool.catalogue.model import Entry
from l10n_tool.errors import FileError

__all__ = ["format_mo", "message_of", "parse_mo"]

_MAGIC = 0x950412DE
_HEADER = struct.Struct("<7I")
_CONTEXT_END = "\x04"
_FORM_END = "\0"


def message_of(entry: Entry) -> tuple[bytes, bytes]:
    """Return an entry's original and translation as they stand in an MO file, in UTF-8."""
    original = entry.msgid if entry.msgid_plural is None else f"{entry.msgid}{_FORM_END}{entry.msgid_plural}"
    if entry.msgctxt is not None:
        original = f"{entry.msgctxt}{_CONTEXT_END}{original}"
    return original.encode(), _FORM_END.join(entry.msgstr).encode()


def format_mo(header: str, entries: Iterable[Entry]) -> bytes:
    """Return an MO file of a header and entries, sorted by original as gettext's binary search needs them.

    The charset that the header names must be UTF-8, since that is what is written.
    """
    pairs = sorted([(b"", header.encode()), *map(message_of, entries)])
    originals = _table(pair[0] for pair in pairs)
    translations = _table(pair[1] for pair in pairs)
    first_table = _HEADER.size
    second_table = first_table + 8 * len(pairs)
    first_text = second_table + 8 * len(pairs)
    second_text = first_text + len(originals[1])
    start = _HEADER.pack(_MAGIC, 0, len(pairs), first_table, second_table, 0, first_text)
    rows = _rows(originals[0], first_text) + _rows(translations[0], second_text)
    return start + rows + originals[1] + translations[1]


def _table(texts: Iterable[bytes]) -> tuple[list[tuple[int, int]], bytes]:
    """Return (length, offset) of each text, and the texts one after another, each with the NUL that C wants."""
    places: list[tuple[int, int]] = []
    blob = bytearray()
    for text in texts:
        places.append((len(text), len(blob)))
        blob += text
        blob.append(0)
    return places, bytes(blob)


def _rows(places: list[tuple[int, int]], base: int) -> bytes:
    numbers = [number for length, offset in places for number in (length, base + offset)]
    return struct.pack(f"<{len(numbers)}I", *numbers)


def parse_mo(data: bytes, name: str = "catalogue.mo") -> Mapping[bytes, bytes]:
    """Return the originals and translations of an MO file of either byte order.

    Raises FileError for what is no MO file or points outside itself.
    """
    order = {b"\xde\x12\x04\x95": "<", b"\x95\x04\x12\xde": ">"}.get(data[:4])
    remedy = "Compile it again with l10n-tool compile."
    if order is None or len(data) < _HEADER.size:
        raise FileError(f"{name}: not an MO file", remedy=remedy)
    _, version, count, first, second, *_ = struct.unpack_from(f"{order}7I", data)
    if version >> 16 > 1:
        raise FileError(f"{name}: MO version {version >> 16} is not known", remedy=remedy)
    try:
        originals = struct.unpack_from(f"{order}{2 * count}I", data, first)
        translations = struct.unpack_from(f"{order}{2 * count}I", data, second)
    except struct.error:
        raise FileError(f"{name}: the MO file is cut short", remedy=remedy) from None
    size = len(data)
    if any(o + n >= size for t in (originals, translations) for n, o in zip(t[::2], t[1::2], strict=True)):
        raise FileError(f"{name}: the MO file is cut short", remedy=remedy)
    return {
        data[at : at + length]: data[to : to + size]
        for length, at, size, to in zip(
            originals[::2], originals[1::2], translations[::2], translations[1::2], strict=True
        )
    }
