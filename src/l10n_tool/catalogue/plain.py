"""A file's messages, sorted in its text: entries are made only of those that have to be asked.

A plain message has one form, is not obsolete, and has nothing that says more of it: neither a fuzzy flag, nor lines of
ours, nor the marks that msgcat writes between two texts. Its translation is a person's, or it has none.
"""

import re
from typing import Final, NamedTuple

from l10n_tool.catalogue.entries import CONTEXT_END
from l10n_tool.catalogue.layout import COMMENTS, MSGCTXT, MSGID, ONLY_FORM, active_pattern, find_entries, text_inside
from l10n_tool.catalogue.line_numbers import LineNumbers
from l10n_tool.catalogue.model import FUZZY, Entry, Key, unread_entry
from l10n_tool.catalogue.po import decode_catalogue, parse_catalogue

__all__ = ["CONFLICT", "Sorted", "Translated", "sort_catalogue", "sort_messages"]

#: The lines that say who drafted and who approved begin so.
_OURS: Final = "l10n-"
#: msgcat writes this between the texts of two files that differ: nobody has chosen yet.
CONFLICT: Final = "#-#-#-#"
#: A string of nothing else is empty, in however many pieces it stands.
_BETWEEN_PIECES: Final = '"\n'


#: The match of a plain message that has a text, its msgctxt, its msgid and the text.
Translated = tuple[re.Match[str], str | None, str, str]


class Sorted(NamedTuple):
    """The messages of a file: the keys of plain ones without a text, plain ones with it, and all other entries.

    The header is among the others; of obsolete entries there is only the number.
    """

    untranslated: list[Key]
    translated: list[Translated]
    others: list[Entry]
    obsolete: int
    numbers: LineNumbers

    @property
    def header(self) -> Entry | None:
        """The header entry, or None."""
        return next((entry for entry in self.others if entry.is_header), None)

    def entry(self, message: Translated) -> Entry:
        """Return the entry of a plain message."""
        found, context, msgid, _ = message
        return unread_entry(found, self.numbers, (context, msgid), obsolete=False)


def sort_catalogue(data: bytes, name: str = "catalogue") -> tuple[Sorted, str]:
    """Sort the messages of a PO or POT file; return its charset too. Raises CatalogueError, as reading it does."""
    text, charset, _ = decode_catalogue(data, name)
    found = sort_messages(text)
    if found is None:
        entries = parse_catalogue(data, name).entries
        others = [entry for entry in entries if not entry.obsolete]
        found = Sorted([], [], others, len(entries) - len(others), LineNumbers(text))
    return found, charset


def sort_messages(text: str) -> Sorted | None:
    """Sort the messages of a file; None where it takes a reader to tell what is in it, or what is wrong with it."""
    active, numbers, keys, found, obsolete = active_pattern(), LineNumbers(text), set[Key](), None, 0
    untranslated: list[Key] = []
    translated: list[Translated] = []
    others: list[Entry] = []
    for found in find_entries(text):
        comments, context, msgid, form = found.group(COMMENTS, MSGCTXT, MSGID, ONLY_FORM)
        if "\\" in msgid or "\n" in msgid:
            msgid = text_inside(msgid)
        if context is not None:
            context = text_inside(context)
        key = context, msgid
        keys.add(key)
        if found.re is not active:
            obsolete += 1
        elif msgid and form is not None and not form.strip(_BETWEEN_PIECES):
            untranslated.append(key)
        elif not msgid or form is None or "#" in form or FUZZY in comments or _OURS in comments:
            others.append(unread_entry(found, numbers, key, obsolete=False))
        else:
            translated.append((found, context, msgid, text_inside(form) if "\\" in form or "\n" in form else form))
    count = obsolete + len(untranslated) + len(translated) + len(others)
    sound = len(keys) == count and CONTEXT_END not in text and (found.end() if found else 0) == len(text)
    return Sorted(untranslated, translated, others, obsolete, numbers) if sound else None
