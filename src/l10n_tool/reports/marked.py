"""Texts with the parts in question marked: coloured, and underlined in a line of its own below.

A text that does not fit on a line is cut around its marks. Underlining counts columns, and a terminal writes text from
right to left in an order of its own; so below such a text the parts are quoted.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final

from l10n_tool.columns import columns
from l10n_tool.printable import printable
from l10n_tool.reports.ci_commands import commands_in
from l10n_tool.reports.table import Paint, plain

__all__ = ["MISSING", "around_first_mark", "marked_lines", "visible"]

Span = tuple[int, int]

#: What is said below a text from right to left where a mark is empty.
MISSING: Final = "here: something is missing"
#: How many columns of text stand before and after a mark in a text that is cut.
_AROUND: Final = 24
#: A text with more marks far from one another than this shows the first of them.
_MOST_LINES: Final = 4
_SHORTEST: Final = 20
#: Letters of the scripts that are written from right to left, and the digits of Arabic.
_TO_THE_LEFT: Final = re.compile(r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff]")
#: So much of a word beside white space is quoted with it.
_NEIGHBOUR: Final = 16
_WORD_BEFORE: Final = re.compile(r"\S{1,16}\Z")
_WORD_AFTER: Final = re.compile(r"\S+")
# Nothing is seen of these, though Unicode counts them among the letters, the marks or the symbols.
_BLANK: Final = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0")
_UNSEEN: Final = frozenset({"Cf", "Cc", "Zl", "Zp", "Zs", "Co", "Cn", "Cs"})


def visible(text: str) -> str:
    """Return a text in which each character that cannot be seen is named, such as ``<U+200B>``."""
    return "".join(f"<U+{ord(c):04X}>" if c != " " and _is_unseen(c) else c for c in text)


def _is_unseen(character: str) -> bool:
    variation = "\ufe00" <= character <= "\ufe0f" or "\U000e0100" <= character <= "\U000e01ef"
    return variation or character in _BLANK or unicodedata.category(character) in _UNSEEN


def marked_lines(text: str, marks: Iterable[Span], width: int, paint: Paint = plain, role: str = "bad") -> list[str]:
    """Return lines of at most ``width`` columns: the text, and below it what points at the parts in question.

    Marks outside of the text are passed over. An empty one points at the place where something is missing.
    """
    width = max(width, _SHORTEST)
    spans = _merged(marks, len(text))
    cells = _cells(text, spans)
    quoted = _TO_THE_LEFT.search(text) is not None
    lines: list[str] = []
    windows = _windows(cells, spans, width)
    for window in windows[:_MOST_LINES]:
        lines += _window(cells, window, spans, lambda part: paint(part, role), quoted=quoted)
    if quoted and spans:
        lines.append(_quotations(text, spans, width))
    if len(windows) > _MOST_LINES:
        more = sum(start >= windows[_MOST_LINES][0] for start, _ in spans)
        lines.append(f"… and {more} more")
    return lines


def around_first_mark(text: str, marks: Sequence[Span], width: int) -> str:
    """Return the part of a text around the first mark, or its beginning, on one line."""
    return marked_lines(text, marks[:1], width)[0]


def _merged(marks: Iterable[Span], length: int) -> list[Span]:
    """Return the marks in order, within the text, those that touch as one."""
    merged: list[Span] = []
    for start, end in sorted((max(start, 0), min(end, length)) for start, end in marks):
        if end < start:
            continue
        if merged and start <= merged[-1][1]:
            merged[-1] = merged[-1][0], max(end, merged[-1][1])
        else:
            merged.append((start, end))
    return merged


def _cells(text: str, spans: Sequence[Span]) -> list[str]:
    """Return what stands for each character, and nothing for the end, which an empty mark may point at."""
    if text.isprintable() and "  " not in text and "##" not in text and not _BLANK.intersection(text):
        return [*text, ""]
    cells: list[str] = []
    at = 0
    for start, end in spans:
        cells += _plain_cells(text[at:start])
        cells += _marked_cells(text[start:end])
        at = end
    cells += [*_plain_cells(text[at:]), ""]
    for number in commands_in(text):
        cells[number] = "\\u0023"
    return cells


def _plain_cells(text: str) -> Iterator[str]:
    """Yield cells that are not in question: of white space in a row only the first shows, as a space."""
    before = False
    for character in text:
        blank = character in " \t\n\r\f\v"
        yield "" if blank and before else " " if blank else printable(character)
        before = blank


def _marked_cells(text: str) -> Iterator[str]:
    """Yield cells that are in question; where nothing of them can be seen, each is named."""
    named = all(map(_is_unseen, text))
    for character in text:
        if character == "\n":
            yield "\\n"
        else:
            yield visible(character) if named else printable(character)


def _windows(cells: Sequence[str], spans: Sequence[Span], width: int) -> list[Span]:
    """Return the runs of cells to show: all, or those around the marks, or the beginning."""
    if len(cells) <= width and columns("".join(cells)) <= width:
        return [(0, len(cells))]
    widths = [columns(cell) for cell in cells]
    if sum(widths) <= width:
        return [(0, len(cells))]
    if not spans:
        return [(0, _forward(widths, 0, width - 1))]
    windows: list[Span] = []
    for start, end in spans:
        if windows and end <= windows[-1][1]:
            continue
        first = _backward(widths, start, _AROUND - 1)
        windows.append((first, _forward(widths, first, width - 2)))
    return windows


def _forward(widths: Sequence[int], start: int, room: int) -> int:
    """Return the end of the longest run of cells from ``start`` on that fits into so many columns."""
    at = start
    while at < len(widths) and widths[at] <= room:
        room -= widths[at]
        at += 1
    return max(at, min(start + 1, len(widths)))


def _backward(widths: Sequence[int], end: int, room: int) -> int:
    """Return the start of the longest run of cells up to ``end`` that fits into so many columns."""
    at = end
    while at > 0 and widths[at - 1] <= room:
        room -= widths[at - 1]
        at -= 1
    return at


def _window(
    cells: Sequence[str], window: Span, spans: Sequence[Span], paint: Callable[[str], str], *, quoted: bool
) -> list[str]:
    """Return a run of cells as a line, and what is below it."""
    start, end = window
    text, below, at = ("…", " ", start) if start else ("", "", start)
    for first, last in _within(spans, window):
        before, marked = "".join(cells[at:first]), "".join(cells[first:last])
        text += before + paint(marked)
        below += " " * columns(before) + "^" * max(columns(marked), 1)
        at = last
        if first == last and at < end:
            # The caret of an empty mark stands below the character that it is before.
            text += cells[at]
            below += " " * (columns(cells[at]) - 1)
            at += 1
    # The last cell of all is the end of the text, after which nothing was left out.
    text += "".join(cells[at:end]) + ("…" if end < len(cells) - 1 else "")
    return [text] if quoted or "^" not in below else [text, below.rstrip()]


def _within(spans: Iterable[Span], window: Span) -> Iterator[Span]:
    """Yield the parts of the marks that are in a window."""
    start, end = window
    for first, last in spans:
        if first < end and (last > start or start <= first):
            yield max(first, start), min(last, end)


def _quotations(text: str, spans: Sequence[Span], width: int) -> str:
    """Return the parts in question in quotation marks, each of them cut at the width."""
    places = (_with_neighbours(text, start, end) for start, end in spans if end > start)
    parts = dict.fromkeys(_quotation(text[start:end], width) for start, end in places)
    return "here: " + ", ".join(list(parts)[:_MOST_LINES]) if parts else MISSING


def _with_neighbours(text: str, start: int, end: int) -> Span:
    """Return the place of a part, of white space with a word on each side, since nobody finds a space by itself."""
    if text[start:end].strip(" \t\n"):
        return start, end
    before = _WORD_BEFORE.search(text, max(start - _NEIGHBOUR, 0), start)
    after = _WORD_AFTER.match(text, end, end + _NEIGHBOUR)
    return before.start() if before else start, after.end() if after else end


def _quotation(part: str, width: int) -> str:
    shown = "".join(_marked_cells(part))
    room = width - len("here: “…”")
    if columns(shown) > room:
        widths = [columns(character) for character in shown]
        shown = shown[: _forward(widths, 0, room)] + "…"
    return f"“{shown}”"
