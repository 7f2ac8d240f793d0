"""Tables and excerpts, aligned by what a text takes on a terminal, and safe to print there."""

from collections.abc import Callable, Sequence

from l10n_tool.columns import columns
from l10n_tool.printable import printable

__all__ = ["Cell", "Paint", "excerpt", "format_table", "plain", "printable"]

#: Colours a text by its role: "good", "bad", "warn", "quiet" or "head". A report never knows about terminals.
Paint = Callable[[str, str], str]
#: A text, or a text with its role.
Cell = str | tuple[str, str]


def plain(text: str, role: str) -> str:
    """Return the text without any colour."""
    return text


def format_table(
    head: Sequence[str],
    rows: Sequence[Sequence[Cell]],
    paint: Paint = plain,
    *,
    right: frozenset[int] = frozenset(),
) -> str:
    """Return a table with two spaces between columns; the columns in ``right`` are aligned to the right."""
    headed: list[Sequence[Cell]] = [[(name, "head") for name in head], *rows]
    widths = [max(columns(_text(row[i])) for row in headed) for i in range(len(head))]
    return "\n".join(_row(row, widths, paint, right) for row in headed)


def _text(cell: Cell) -> str:
    return printable(cell if isinstance(cell, str) else cell[0])


def _row(cells: Sequence[Cell], widths: Sequence[int], paint: Paint, right: frozenset[int]) -> str:
    parts = []
    for index, cell in enumerate(cells):
        text = _text(cell)
        space = " " * (widths[index] - columns(text))
        shown = text if isinstance(cell, str) else paint(text, cell[1])
        last = index == len(cells) - 1
        parts.append(space + shown if index in right else shown if last else shown + space)
    return "  ".join(parts).rstrip()


def excerpt(text: str, width: int) -> str:
    """Return the beginning of a text on one line of at most ``width`` columns."""
    line = printable(" ".join(text.split()))
    if columns(line) <= width:
        return line
    used, end = 1, 0
    while end < len(line) and used + columns(line[end]) <= width:
        used += columns(line[end])
        end += 1
    return line[:end].rstrip() + "…"
