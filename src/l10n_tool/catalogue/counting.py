"""How far a catalogue is translated. Entries are made only of those that have to be asked.

The states are those that ``provenance.state`` finds. An entry without lines of ours can have three of them.
"""

from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from l10n_tool.catalogue.model import Entry, parse_headers
from l10n_tool.catalogue.plain import CONFLICT, sort_catalogue

__all__ = ["Counts", "count_catalogue", "words_of_source"]

#: The lines that say who drafted and who approved begin so.
_OURS: Final = "l10n-"
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
    found, _ = sort_catalogue(data, name)
    tally = _Tally()
    for entry in found.others:
        tally.add(entry)
    untranslated = sum(_words(msgid) for _, msgid in found.untranslated)
    translated = sum(_words(msgid) for _, _, msgid, _ in found.translated)
    return Counts(
        untranslated=len(found.untranslated) + tally.messages[_UNTRANSLATED],
        stale=tally.messages[_STALE],
        translated=len(found.translated) + tally.messages[_TRANSLATED],
        others=tuple(tally.others),
        obsolete=found.obsolete,
        words=untranslated + translated + sum(tally.words),
        words_to_do=untranslated + tally.words[_UNTRANSLATED] + tally.words[_STALE],
        language=tally.language,
    )


def words_of_source(entry: Entry) -> int:
    """Return how many words the source of an entry has, parted at white space."""
    return _words(entry.msgid) + _words(entry.msgid_plural or "")


@lru_cache(maxsize=1 << 16)  # The catalogues of a project have the same sources.
def _words(text: str) -> int:
    return len(text.split())


class _Tally:
    """The counts of messages that are not plain."""

    def __init__(self) -> None:
        self.messages, self.words = [0] * 4, [0] * 4
        self.others: list[Entry] = []
        self.language = ""

    def add(self, entry: Entry) -> None:
        """Count an entry that is not obsolete."""
        if entry.is_header:
            self.language = parse_headers(entry.msgstr[0]).get("Language", "")
            return
        state = _state(entry)
        self.messages[state] += 1
        self.words[state] += words_of_source(entry)
        if state == _OTHER:
            self.others.append(entry)


def _state(entry: Entry) -> int:
    if not entry.complete:
        return _UNTRANSLATED
    if any(CONFLICT in form for form in entry.msgstr):
        return _STALE
    if any(_OURS in comment for comment in entry.comments):
        return _OTHER
    return _STALE if entry.fuzzy else _TRANSLATED
