"""Reading the entries of a PO file: those in the usual layout as a whole, what is between them line by line."""

from l10n_tool.catalogue.layout import MSGCTXT, MSGID, find_entry, is_obsolete, text_of
from l10n_tool.catalogue.lines import CONTEXT_END, LineReader
from l10n_tool.catalogue.model import Entry, unread_entry
from l10n_tool.catalogue.problems import CatalogueError

__all__ = ["read_entries"]


def read_entries(text: str, name: str, charset: str) -> tuple[tuple[Entry, ...], str]:
    """Return the entries of a file and the raw text after the last of them. Raises CatalogueError."""
    if CONTEXT_END not in text:
        try:
            return _EntryReader(name, charset).read(text)
        except CatalogueError:
            # The line reader finds it again, with all else that is wrong and the place of each.
            pass
    return LineReader(name, charset).read(text)


class _EntryReader(LineReader):
    """Reads what is sound as the line reader does, in a fraction of the time; stops at the first problem."""

    def _read_all(self) -> None:
        text, self._number, looked = self._text, 1, -1
        while self._start < len(text) and not self._problems:
            if text[self._start] in "#m" and self._end != looked and self._between_entries():
                self._read_whole_entries()
                looked = self._end
            stop = text.find("\n", self._start)
            self._next(text[self._start : stop if stop >= 0 else len(text)])
            self._number += 1

    def _between_entries(self) -> bool:
        """Whether an entry may begin here: the open one is complete, or nothing of it has come."""
        opened = self._open
        return opened.complete or not (opened.strings or opened.comments or opened.previous)

    def _read_whole_entries(self) -> None:
        """Read the entries in the usual layout that stand one after another, from where the last one ended."""
        text, at = self._text, self._end
        found = find_entry(text, at)
        if found is None:
            return
        self._close()
        counted, number = self._start, self._number
        while found is not None:
            context, string = found.group(MSGCTXT, MSGID)
            key = (context if context is None else text_of(context)), text_of(string)
            msgid_at = found.start(MSGID)
            number += text.count("\n", counted, msgid_at)
            counted, at = msgid_at, found.end()
            self._add(unread_entry(found[0], number, key, obsolete=is_obsolete(found)), key)
            found = find_entry(text, at)
        self._number = number + text.count("\n", counted, at)
        self._start = self._end = at
        self._drop()
