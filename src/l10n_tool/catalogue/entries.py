"""Reading the entries of a PO file: those in the usual layout as a whole, what is between them line by line."""

from l10n_tool.catalogue.layout import active_pattern, find_entries, key_of
from l10n_tool.catalogue.line_numbers import LineNumbers
from l10n_tool.catalogue.model import Entry, Key, unread_entry

__all__ = ["CONTEXT_END", "read_entries"]

#: What parts msgctxt and msgid in MO files, so that no text may hold it.
CONTEXT_END = "\x04"


def read_entries(text: str, name: str, charset: str) -> tuple[tuple[Entry, ...], str]:
    """Return the entries of a file and the raw text after the last of them. Raises CatalogueError."""
    if CONTEXT_END not in text:
        entries, keys, end = read_usual(text, 0, LineNumbers(text))
        if end == len(text) and len(keys) == len(entries):
            return tuple(entries), ""
        if end < len(text):
            from l10n_tool.catalogue.between import read_between

            found = read_between(text, entries, end, charset)
            if found is not None:
                return found
    from l10n_tool.catalogue.lines import LineReader

    # Where something is wrong the line reader finds it, with all else that is wrong and the place of each.
    return LineReader(name, charset).read(text)


def read_usual(text: str, at: int, numbers: LineNumbers) -> tuple[list[Entry], set[Key], int]:
    """Read the entries in the usual layout that stand one after another from here on.

    Returns them, what tells them from one another, and where the last one ends. An entry that is there again is
    read too: then there are fewer keys than entries.
    """
    entries: list[Entry] = []
    keys: set[Key] = set()
    active, found = active_pattern(), None
    for found in find_entries(text, at):
        key = key_of(found)
        keys.add(key)
        entries.append(unread_entry(found, numbers, key, obsolete=found.re is not active))
    return entries, keys, found.end() if found else at
