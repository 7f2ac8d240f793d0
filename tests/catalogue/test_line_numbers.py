"""Line numbers are counted when somebody asks for them."""

from hypothesis import given
from hypothesis import strategies as st

from l10n_tool.catalogue.line_numbers import LineNumbers


@given(st.lists(st.sampled_from(["\n", "a", "ab\n", "c" * 3000, "\n" * 2000]), max_size=12), st.data())
def test_a_line_number_counts_the_newlines_before(pieces: list[str], data: st.DataObject) -> None:
    """In any order, at any place, the end of the text among them."""
    text = "".join(pieces)
    offsets = data.draw(st.lists(st.integers(0, len(text)), max_size=8))
    numbers = LineNumbers(text)

    found = [numbers.number_at(offset) for offset in [*offsets, len(text)]]

    assert found == [text.count("\n", 0, offset) + 1 for offset in [*offsets, len(text)]]
