"""Reading what stands between entries in the usual layout line by line, for files that hold entries of both kinds."""

from l10n_tool.catalogue.entries import read_usual
from l10n_tool.catalogue.line_numbers import LineNumbers
from l10n_tool.catalogue.lines import LineReader
from l10n_tool.catalogue.model import Entry
from l10n_tool.catalogue.problems import CatalogueError

__all__ = ["read_between"]


def read_between(text: str, entries: list[Entry], at: int, charset: str) -> tuple[tuple[Entry, ...], str] | None:
    """Return all entries of a file that was read up to here, and the raw text after the last of them.

    None is returned where something is wrong, the same message twice among it.
    """
    try:
        whole, tail = _Reader(entries, at, charset).read(text)
    except CatalogueError:
        return None
    return (whole, tail) if len({entry.key for entry in whole}) == len(whole) else None


class _Reader(LineReader):
    """Reads what is sound as the line reader does, in a fraction of the time; stops at the first problem."""

    def __init__(self, entries: list[Entry], at: int, charset: str) -> None:
        super().__init__("", charset)
        self._known, self._at = entries, at

    def _read_all(self) -> None:
        text, looked = self._text, self._at
        self._numbers = LineNumbers(text)
        self._take(self._known, self._at)
        while self._start < len(text) and not self._problems:
            if text[self._start] in "#m" and self._end != looked and self._between_entries():
                self._read_usual()
                looked = self._end
            stop = text.find("\n", self._start)
            self._next(text[self._start : stop if stop >= 0 else len(text)])
            self._number += 1

    def _between_entries(self) -> bool:
        """Whether an entry may begin here: the open one is complete, or nothing of it has come."""
        opened = self._open
        return opened.complete or not (opened.strings or opened.comments or opened.previous)

    def _read_usual(self) -> None:
        """Read the entries in the usual layout that stand one after another, from where the last one ended."""
        entries, _, end = read_usual(self._text, self._end, self._numbers)
        if entries:
            self._close()
            self._take(entries, end)

    def _take(self, entries: list[Entry], end: int) -> None:
        self._entries += entries
        self._start = self._end = end
        self._number = self._numbers.number_at(end)
        self._drop()
