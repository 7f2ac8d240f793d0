"""Recall: what people translated in this project's own catalogues, used again for the very same source."""

import unicodedata
from collections.abc import Iterable, Mapping
from typing import Final

from l10n_tool.catalogue import Catalogue, Entry
from l10n_tool.drafting import Rejected, Scheme
from l10n_tool.engines._base import Closing
from l10n_tool.engines._options import known_only
from l10n_tool.errors import UsageError
from l10n_tool.provenance import State, state

__all__ = ["Memory", "engine"]

_RANKS: Final = {State.APPROVED: 0, State.TRANSLATED: 1}

#: What two entries must share: msgid and msgid_plural, in NFC.
_Source = tuple[str, str | None]


class Memory(Closing):
    """Every translation that a person made or approved in the catalogues it was given, the obsolete ones included."""

    name = "memory"
    limit = 0
    local = True
    markup = (Scheme.WHOLE,)

    def __init__(self, catalogues: Iterable[Catalogue]) -> None:
        self._known: dict[_Source, list[tuple[int, Entry]]] = {}
        for catalogue in catalogues:
            for entry in catalogue.entries:
                self._learn(entry)

    def _learn(self, entry: Entry) -> None:
        if entry.is_header or not entry.msgid:
            return
        rank = _RANKS.get(state(entry))
        if rank is not None:
            self._known.setdefault(_source(entry), []).append((rank, entry))

    def recall(self, entry: Entry) -> tuple[str, ...] | None:
        """Return the forms of the best translation of the same source, or None.

        The same context counts before another one, approved before translated, earlier before later. An entry with
        plural takes no translation that has another number of forms.
        """
        found = [
            (known.msgctxt != entry.msgctxt, rank, at, known.msgstr)
            for at, (rank, known) in enumerate(self._known.get(_source(entry), ()))
            if entry.msgid_plural is None or len(known.msgstr) == len(entry.msgstr)
        ]
        return min(found)[-1] if found else None

    def translate(self, text: str) -> str:
        """Return the translation of a text without context or plural."""
        forms = self.recall(Entry(text))
        if forms is None:
            raise Rejected("There is nothing like it in memory.")
        return forms[0]


def _source(entry: Entry) -> _Source:
    plural = entry.msgid_plural
    return _nfc(entry.msgid), None if plural is None else _nfc(plural)


def _nfc(text: str) -> str:
    return unicodedata.normalize("NFC", text)


def engine(source: str, target: str, options: Mapping[str, object]) -> Memory:
    """Return the memory of the catalogues that the option ``catalogues`` holds; all are of the target locale."""
    known_only("memory", options, "catalogues")
    catalogues = options.get("catalogues", ())
    if not isinstance(catalogues, tuple | list) or not all(isinstance(one, Catalogue) for one in catalogues):
        raise UsageError("catalogues must be a sequence of catalogues")
    return Memory(catalogues)
