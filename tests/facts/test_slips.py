"""One letter left out, put in, put for another, or two in each other's place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n_tool.facts.slips import has_slip, shared


@pytest.mark.parametrize(
    ("wanted", "found", "changing", "endings"),
    [
        ("louvre", "lovre", 0, False),
        ("louvre", "lourve", 0, False),
        ("louvre", "louuvre", 0, False),
        ("louvre", "loavre", 0, False),
        ("varsava", "varsaavda", 0, True),
        ("варшава", "вашраву", 2, True),
    ],
)
def test_a_slip_is_told(wanted: str, found: str, changing: int, *, endings: bool) -> None:
    """Inside the word, whatever ending it has."""
    assert has_slip(wanted, found, changing=changing, endings=endings)


@pytest.mark.parametrize(
    ("wanted", "found", "changing", "endings"),
    [
        ("louvre", "louvre", 0, False),
        ("bologna", "bologne", 0, False),
        ("вена", "вену", 2, True),
        ("praga", "pradze", 2, True),
        ("louvre", "lovr", 0, False),
        ("louvre", "muvrel", 0, False),
        ("a", "b", 0, False),
        ("", "", 0, False),
    ],
)
def test_another_ending_and_another_word_are_no_slip(wanted: str, found: str, changing: int, *, endings: bool) -> None:
    """Two differences, one at the end, and none are no slip."""
    assert not has_slip(wanted, found, changing=changing, endings=endings)


WORDS = st.text(alphabet="abcdefghij", min_size=6, max_size=12)


@given(WORDS, st.data())
def test_a_letter_left_out_is_a_slip(word: str, data: st.DataObject) -> None:
    """Wherever inside the word it was, unless the word is the same without it."""
    at = data.draw(st.integers(2, len(word) - 3))
    found = word[:at] + word[at + 1 :]

    assert has_slip(word, found) == (shared(word, found) < len(word) - 1 and shared(word, found) < len(found))


@given(one=st.text(max_size=20), other=st.text(max_size=20), changing=st.integers(0, 3), endings=st.booleans())
def test_any_two_words_are_compared(one: str, other: str, changing: int, *, endings: bool) -> None:
    """Nothing fails, and a word has no slip in itself."""
    has_slip(one, other, changing=changing, endings=endings)

    assert not has_slip(one, one, changing=changing, endings=endings)
