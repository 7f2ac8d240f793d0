"""The hash table of an MO file: msgfmt's function and places, at any speed."""

from functools import reduce
from typing import Final

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from l10n_tool.catalogue.hash_table import find_misplaced, hash_values, make_table, table_size

#: Bytes whose sums carry far: the high half of a byte is added to what the one before it left.
_BYTES: Final = st.binary(max_size=40) | st.lists(st.sampled_from([0xFF, 0xF0, 0x0F, 1]), max_size=40).map(bytes)


def _hashpjw(text: bytes) -> int:
    """The function as it is usually written down, a character at a time."""

    def step(value: int, character: int) -> int:
        value = (value << 4) + character
        high = value & 0xF0000000
        return (value ^ high >> 24 ^ high) & 0xFFFFFFFF

    return reduce(step, text.partition(b"\0")[0], 0)


@given(st.lists(_BYTES, max_size=30))
@example([b""])
@example([b"\xff" * 7, b"\xff" * 8, b"\xff" * 9, b"", b"\xff" * 4000])
def test_many_strings_at_once_have_the_hashes_that_each_has(texts: list[bytes]) -> None:
    """Of every length, in any order; what comes after a NUL does not count."""
    assert hash_values(texts) == list(map(_hashpjw, texts))


@pytest.mark.parametrize("count", [511, 512, 513, 1500])
def test_more_strings_than_are_hashed_at_once(count: int) -> None:
    """Each value stays with its string, where one batch ends and the next begins."""
    texts = [b"%d %s" % (number, b"x" * (number * 37 % 101)) for number in range(count)]

    assert hash_values(texts) == list(map(_hashpjw, texts))


def test_the_hashes_that_are_kept_stay_few_and_right(monkeypatch: pytest.MonkeyPatch) -> None:
    """Those of the catalogues before; a string that comes again has the same one."""
    monkeypatch.setattr("l10n_tool.catalogue.hash_table._MOST_KNOWN", 5)
    known: dict[bytes, int] = {}
    monkeypatch.setattr("l10n_tool.catalogue.hash_table._known", known)

    for texts in ([b"a", b"b", b"b"], [b"b", b"c", b"d"], [b"c", b"e", b"f", b"a"], [b"a"]):
        assert hash_values(texts) == list(map(_hashpjw, texts))
        assert len(known) <= 5


def test_a_sum_of_more_than_32_bits_is_cut_off_there() -> None:
    """Of 2**28 values of a hash sixteen carry so far: a lane beside must not see it."""
    start = 0x0FFFFFFF
    text = _text_with_hash(start) + b"\xff"

    assert (start << 4) + 0xFF > 0xFFFFFFFF
    assert hash_values([text, text]) == [_hashpjw(text)] * 2


def _text_with_hash(value: int) -> bytes:
    """Return a text with this hash: seven bytes of which each fills four bits more, before anything is folded back."""
    digits = [value >> shift & 0xF for shift in range(24, -1, -4)]
    # A NUL would end the text: sixteen in one place are one in the place before it.
    for at in range(len(digits) - 1, 0, -1):
        if digits[at] < 1:
            digits[at] += 16
            digits[at - 1] -= 1
    text = bytes(digits)
    assert _hashpjw(text) == value
    return text


@given(st.lists(st.integers(0, 2**28 - 1), max_size=60))
def test_every_string_is_found_in_the_table_where_its_hash_leads(values: list[int]) -> None:
    """And the table has room for one more."""
    table = make_table(values, table_size(len(values)))

    assert sorted(filter(None, table)) == list(range(1, len(values) + 1))
    assert 0 in table
    assert find_misplaced(table, values) == 0


@given(st.lists(st.integers(0, 2**28 - 1), min_size=2, max_size=30, unique=True), st.data())
def test_a_string_in_the_place_of_another_is_noticed(values: list[int], data: st.DataObject) -> None:
    """Two that changed places, and one that is gone."""
    table = make_table(values, table_size(len(values)))
    gone = data.draw(st.sampled_from([at for at, number in enumerate(table) if number]))
    without = [0 if at == gone else number for at, number in enumerate(table)]

    assert find_misplaced(without, values) > 0


def test_the_sizes_are_those_of_msgfmt() -> None:
    """Four thirds of the number of strings, up to the next prime; measured with gettext 0.21."""
    sizes = {1: 3, 2: 5, 3: 5, 4: 5, 5: 7, 6: 11, 7: 11, 8: 11, 9: 13, 10: 13, 11: 17, 12: 17, 20: 29, 21: 29, 28: 37}

    assert {count: table_size(count) for count in sizes} == sizes


def test_strings_with_one_hash_get_no_table() -> None:
    """Placing them would take time that grows with the square of their number, and so would a program's search."""
    assert make_table([7] * 20_000, table_size(20_000)) == []


def test_strings_that_stand_in_each_others_way_get_no_table() -> None:
    """Two for each slot of a row, all with steps from one slot of it to the next."""
    size = table_size(20_000)
    slots = [5 + 3 * number for number in range(8_000)]
    half = pow(2, -1, size - 2)
    values = [slot + (2 - slot) * half % (size - 2) * size for slot in slots]

    assert {(value % size - 5) % 3 for value in values} == {0}
    assert {1 + value % (size - 2) for value in values} == {3}
    assert make_table(values, size) != []
    assert make_table(values * 2, size) == []


def test_a_search_of_a_hostile_table_ends() -> None:
    """Also where no slot is free, or the steps never come to the string."""
    values = [7] * 20_000

    assert find_misplaced([1] * 30_000, values) > 0
    assert find_misplaced([0] * 30_000, values) == 1
