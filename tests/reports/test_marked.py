"""Texts with the parts in question marked: underlined by columns, quoted where columns say nothing, cut around them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n_tool.columns import columns
from l10n_tool.reports.ci_commands import without_commands
from l10n_tool.reports.marked import around_first_mark, marked_lines, visible

WIDTH = 80


@pytest.mark.parametrize(
    ("text", "marks", "lines"),
    [
        ("We met on 13 May.", [(10, 16)], ["We met on 13 May.", "          ^^^^^^"]),
        ("13 May or 14 May", [(10, 16), (0, 6)], ["13 May or 14 May", "^^^^^^    ^^^^^^"]),
        ("touching", [(0, 4), (4, 8), (2, 6)], ["touching", "^^^^^^^^"]),
        ("5月13日です", [(2, 5)], ["5月13日です", "   ^^^^"]),
        ("E\u0301tat 5", [(6, 7)], ["E\u0301tat 5", "     ^"]),
        ("nothing marked", [], ["nothing marked"]),
        ("no end mark", [(11, 11)], ["no end mark", "           ^"]),
        ("two\nlines", [(4, 9)], ["two lines", "    ^^^^^"]),
        ("", [(0, 0)], ["", "^"]),
    ],
)
def test_what_is_marked_is_underlined(text: str, marks: list[tuple[int, int]], lines: list[str]) -> None:
    """By columns: a wide character takes two, a combining mark none."""
    assert marked_lines(text, marks, WIDTH) == lines


@pytest.mark.parametrize(
    ("text", "mark", "lines"),
    [
        ("a\u200bb", (1, 2), ["a<U+200B>b", " ^^^^^^^^"]),
        ("a\u202eb", (1, 2), ["a<U+202E>b", " ^^^^^^^^"]),
        ("5\u00a0%", (1, 2), ["5<U+00A0>%", " ^^^^^^^^"]),
        ("a  b", (1, 3), ["a  b", " ^^"]),
        ("end\n", (3, 4), ["end\\n", "   ^^"]),
        ("می\u200cخواهم", (0, 8), ["می\u200cخواهم", "here: “می\u200cخواهم”"]),
    ],
)
def test_what_nobody_sees_is_named_where_it_is_in_question(text: str, mark: tuple[int, int], lines: list[str]) -> None:
    """Alone; within a marked word it is a part of the word."""
    assert marked_lines(text, [mark], WIDTH) == lines


def test_a_text_from_right_to_left_has_its_parts_quoted() -> None:
    """A terminal puts its letters in an order of its own, and no column is where it was counted."""
    lines = marked_lines("اجتمعنا في ١٣ يونيو هنا", [(11, 19)], WIDTH)

    assert lines == ["اجتمعنا في ١٣ يونيو هنا", "here: “١٣ يونيو”"]


def test_a_long_text_is_cut_around_its_marks() -> None:
    """Marks that are near one another share a line."""
    text = f"{'a' * 300} 13 May, 5 {'b' * 300} end."

    lines = marked_lines(text, [(301, 307), (309, 310), (len(text) - 1, len(text))], WIDTH)

    assert [line.strip("…ab ") for line in lines] == ["13 May, 5", "^^^^^^  ^", "end.", "^"]
    assert all(columns(line) <= WIDTH for line in lines)


def test_a_long_text_without_a_mark_shows_its_beginning() -> None:
    """There is no better part of it."""
    assert marked_lines("word " * 100, [], 20) == ["word word word word…"]


def test_many_marks_far_apart_are_counted() -> None:
    """Nobody reads a hundred lines about one text."""
    text = ("x" * 100 + "!") * 50

    lines = marked_lines(text, [(at, at + 1) for at in range(100, len(text), 101)], WIDTH)

    assert len(lines) == 4 * 2 + 1
    assert lines[-1] == "… and 46 more"


def test_a_mark_is_coloured_where_colours_are_to_be_had() -> None:
    """By the role that it is told with."""
    lines = marked_lines("on 13 May", [(3, 9)], WIDTH, lambda text, role: f"<{role}:{text}>", "warn")

    assert lines == ["on <warn:13 May>", "   ^^^^^^"]


def test_a_command_is_broken_also_where_a_mark_parts_it() -> None:
    """Once the colours are taken out, its parts would be one again."""
    lines = marked_lines("##[add-mask]x", [(2, 4)], WIDTH, lambda text, role: text)

    assert lines[0] == without_commands(lines[0]) == "#\\u0023[add-mask]x"


@given(st.text(), st.lists(st.tuples(st.integers(-5, 200), st.integers(-5, 200))), st.integers(0, 100))
def test_any_text_with_any_marks_is_shown(text: str, marks: list[tuple[int, int]], width: int) -> None:
    """No line is wider than asked for, and none holds a control code."""
    lines = [*marked_lines(text, marks, width), around_first_mark(text, marks, width)]

    for line in lines:
        assert "\n" not in line
        assert not any(c in line for c in "\x1b\r\u202e\x85\u2028")
    assert all(columns(line) <= max(width, 20) + len("<U+10FFFF>") for line in lines)


@given(st.text(alphabet="ab \u200b\u202e\u00a0\ufe0f\u3164"))
def test_no_invisible_character_is_left(text: str) -> None:
    """But for the space, which is seen between others."""
    assert set(visible(text)) <= set("ab <>U+0123456789ABCDEF")


@pytest.mark.parametrize(
    ("text", "mark", "quoted"),
    [
        ("אב  גד", (2, 4), "here: “אב  גד”"),
        ("قال True , ثم", (8, 9), "here: “True ,”"),
        ("א ", (1, 2), "here: “א ”"),
    ],
)
def test_a_space_is_quoted_with_the_words_beside_it(text: str, mark: tuple[int, int], quoted: str) -> None:
    """Nobody finds a space by itself."""
    assert marked_lines(text, [mark], WIDTH)[-1] == quoted
