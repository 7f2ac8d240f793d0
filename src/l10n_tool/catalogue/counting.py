"""How far a catalogue is translated, counted in its text: entries are made only of those that have to be asked.

The states are those that ``provenance.state`` finds. An entry without lines of ours can have three of them.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from l10n_tool.catalogue.entries import CONTEXT_END
from l10n_tool.catalogue.layout import (
    COMMENTS,
    ONLY_FORM,
    active_pattern,
    find_entries,
    flags_of,
    key_of,
    texts_of,
)  # fmt: skip
from l10n_tool.catalogue.line_numbers import LineNumbers
from l10n_tool.catalogue.model import FUZZY, Catalogue, Entry, Key, parse_headers, unread_entry
from l10n_tool.catalogue.po import decode_catalogue, parse_catalogue

__all__ = ["Counts", "count_catalogue", "count_entries", "count_messages", "words_of_source"]

#: The lines that say who drafted and who approved begin so.
_OURS: Final = "l10n-"
#: msgcat writes this between the texts of two files that differ: nobody has chosen yet.
_CONFLICT: Final = "#-#-#-#"
#: A string of nothing else is empty, in however many pieces it stands.
_BETWEEN_PIECES: Final = '"\n'

_UNTRANSLATED, _STALE, _TRANSLATED, _OTHER = range(4)


@dataclass(frozen=True, slots=True)
class Counts:
    """Messages by state, and the words of their sources.

    ``others`` are those whose entries have to be asked for their state: only ``words`` counts them too. ``language`` is
    what the header says.
    """

    untranslated: int = 0
    stale: int = 0
    translated: int = 0
    others: tuple[Entry, ...] = ()
    obsolete: int = 0
    words: int = 0
    words_to_do: int = 0
    language: str = ""


def count_catalogue(data: bytes, name: str = "catalogue") -> Counts:
    """Count what a PO or POT file holds. Raises CatalogueError, as reading it does."""
    text, _, _ = decode_catalogue(data, name)
    return count_messages(text) or count_entries(parse_catalogue(data, name))


def count_entries(catalogue: Catalogue) -> Counts:
    """Count the messages of a file in any layout; the state of each has to be asked for."""
    messages = tuple(catalogue.messages)
    return Counts(
        others=messages,
        obsolete=sum(1 for _ in catalogue.obsolete),
        words=sum(map(words_of_source, messages)),
        language=catalogue.headers.get("Language", ""),
    )


def words_of_source(entry: Entry) -> int:
    """Return how many words the source of an entry has, parted at white space."""
    return _words(entry.msgid) + _words(entry.msgid_plural or "")


@lru_cache(maxsize=1 << 16)  # The catalogues of a project have the same sources.
def _words(text: str) -> int:
    return len(text.split())


def count_messages(text: str) -> Counts | None:
    """Count the messages of a file; None where it takes a reader to tell what is in it, or what is wrong with it."""
    tally, active, keys, found, entries = _Tally(text), active_pattern(), set[Key](), None, 0
    messages, words = tally.messages, tally.words
    for found in find_entries(text):
        key = key_of(found)
        keys.add(key)
        entries += 1
        if found.re is not active:
            tally.obsolete += 1
        elif key[1] and (state := _plain_state(*found.group(COMMENTS, ONLY_FORM))) is not None:
            # Most entries are like this, and counted without asking any further.
            messages[state] += 1
            words[state] += _words(key[1])
        else:
            tally.add(found, key)
    sound = len(keys) == entries and CONTEXT_END not in text and (found.end() if found else 0) == len(text)
    return tally.counts() if sound else None


def _plain_state(comments: str, form: str | None) -> int | None:
    """Return the state of a message that has a single form and nothing that may make more of it than that."""
    if form is None:
        return None
    if not form.strip(_BETWEEN_PIECES):
        return _UNTRANSLATED
    return None if "#" in form or FUZZY in comments or _OURS in comments else _TRANSLATED


class _Tally:
    """The counts, and how the entries are counted that have to be looked at closely."""

    def __init__(self, text: str) -> None:
        self.messages, self.words = [0] * 4, [0] * 4
        self.obsolete, self.language = 0, ""
        self._others: list[Entry] = []
        self._numbers = LineNumbers(text)

    def add(self, found: re.Match[str], key: Key) -> None:
        """Count an entry that is not obsolete."""
        forms, plural = texts_of(found)
        if key == (None, ""):
            self.language = parse_headers(forms[0]).get("Language", "")
            return
        state = _state(found, forms)
        self.messages[state] += 1
        self.words[state] += _words(key[1]) + _words(plural or "")
        if state == _OTHER:
            self._others.append(unread_entry(found, self._numbers, key, obsolete=False))

    def counts(self) -> Counts:
        """Return what was counted."""
        untranslated, stale, translated, _ = self.messages
        to_do = self.words[_UNTRANSLATED] + self.words[_STALE]
        others = tuple(self._others)
        return Counts(untranslated, stale, translated, others, self.obsolete, sum(self.words), to_do, self.language)


def _state(found: re.Match[str], forms: tuple[str, ...]) -> int:
    if not all(forms):
        return _UNTRANSLATED
    if any(_CONFLICT in form for form in forms):
        return _STALE
    if _OURS in found[COMMENTS]:
        return _OTHER
    return _STALE if FUZZY in flags_of(found) else _TRANSLATED
