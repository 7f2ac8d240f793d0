"""The hash table of an MO file: the gettext manual, "The Format of GNU MO Files", and what msgfmt does.

Strings are hashed as hashpjw does, in 28 bits. A string's number, counted from 1, stands in the first free slot from
``hash % size`` on, in steps of ``1 + hash % (size - 2)``; a slot that holds 0 is free.
"""

from collections.abc import Sequence
from struct import unpack
from typing import Final

__all__ = ["find_misplaced", "hash_values", "make_table", "table_size"]

_BITS: Final = 0x0FFFFFFF
_OVERFLOW: Final = 0xF0000000
#: How many strings are hashed at once, and how many bytes they may take, each filled up to the length of the longest.
_MOST_AT_ONCE: Final = 512
_MOST_BYTES: Final = 1 << 18
_LANE: Final = 8
#: The catalogues of a project have the same sources, so the hashes of the last ones are kept.
_MOST_KNOWN: Final = 1 << 16
_known: Final[dict[bytes, int]] = {}

#: How many slots that belong to others may be passed by for each string. One or two are usual; only strings that were
#: made to collide need more, and placing them would take time that grows with the square of their number.
_MOST_PASSED: Final = 16
_ALWAYS_PASSED: Final = 1000


def table_size(count: int) -> int:
    """Return the size of the table for so many strings: msgfmt takes a prime from four thirds of their number on."""
    size = (count * 4 // 3) | 1
    # As msgfmt's own test has it, 1 counts as a prime and 3 as none.
    while not all(size % divisor for divisor in (3, *range(5, int(size**0.5) + 1, 2))):
        size += 2
    return max(size, 3)


def hash_values(texts: Sequence[bytes]) -> list[int]:
    """Return the hash of each text; a text ends at its first NUL, as for C."""
    missing = [text for text in texts if text not in _known]
    if len(_known) + len(missing) > _MOST_KNOWN:
        _known.clear()
        missing = list(texts)
    _known.update(zip(missing, _hash_all(missing), strict=True))
    return list(map(_known.__getitem__, texts))


def _hash_all(texts: Sequence[bytes]) -> list[int]:
    texts = [text[: text.index(0)] if 0 in text else text for text in texts]
    sizes = list(map(len, texts))
    order = sorted(range(len(texts)), key=sizes.__getitem__, reverse=True)
    values = [0] * len(texts)
    start = 0
    while start < len(order):
        end = start + max(1, min(_MOST_AT_ONCE, _MOST_BYTES // max(1, sizes[order[start]])))
        numbers = order[start:end]
        for number, value in zip(numbers, _hash_together([texts[n] for n in numbers]), strict=True):
            values[number] = value
        start = end
    return values


def _hash_together(texts: Sequence[bytes]) -> tuple[int, ...]:
    """Return the hashes of texts, the longest first, in one integer that has 64 bits for each of them.

    Python takes as long for a character as for a thousand side by side. The texts are aligned at their ends: NULs at
    the start leave a hash at 0, and high lanes that are 0 cost nothing. What overflows 28 bits has room in the lane
    for the eight characters of a word.
    """
    count, words = len(texts), -(-len(texts[0]) // _LANE)
    columns = memoryview(b"".join([text.rjust(words * _LANE, b"\0") for text in texts])).cast("Q") if words else b""
    each = int.from_bytes(b"\1\0\0\0\0\0\0\0" * count, "little")
    characters, bits, overflow = each * 0xFF, each * _BITS, each * _OVERFLOW
    state = 0
    for word in range(words):
        column = int.from_bytes(columns[word::words], "little")
        for shift in range(0, 8 * _LANE, 8):
            state = (state << 4) + (column >> shift & characters)
            state ^= (state & overflow) >> 24
        state &= bits
    return unpack(f"<{count}Q", state.to_bytes(count * _LANE, "little"))


def make_table(values: Sequence[int], size: int) -> list[int]:
    """Return the table of strings with these hashes; an empty one where too many of them collide."""
    table = [0] * size
    second = size - 2
    left = _patience(values)
    for number, value in enumerate(values, 1):
        at = value % size
        if table[at]:
            step = 1 + value % second
            while table[at]:
                at = (at + step) % size
                left -= 1
            if left < 0:
                return []
        table[at] = number
    return table


def find_misplaced(table: Sequence[int], values: Sequence[int]) -> int:
    """Return the number of the first string that its hash does not lead to, or 0.

    Also a string that is found too late, or after those before it took too long, counts as one.
    """
    size = len(table)
    second = size - 2
    left = _patience(values)
    for number, value in enumerate(values, 1):
        at = value % size
        if table[at] != number:
            step = 1 + value % second
            while table[at] and table[at] != number and left >= 0:
                at = (at + step) % size
                left -= 1
            if table[at] != number:
                return number
    return 0


def _patience(values: Sequence[int]) -> int:
    return _MOST_PASSED * len(values) + _ALWAYS_PASSED
