"""Translated entries for faults to be put into: the sample's, our own parallel messages, and Django's catalogues."""

import importlib.util
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, Final

from l10n_tool.catalogue import Catalogue, Entry, parse_catalogue
from running import REPOSITORY

__all__ = ["LOCALES", "OWN", "Corpus", "corpora"]

#: The locales of the sample and of our own messages.
OWN: Final = ("ar", "az", "de", "es", "fr", "ja", "ru", "tr")
LOCALES: Final = (*OWN, "it", "pt_BR", "pl", "uk", "nl", "el", "ko", "zh_Hans")
_MESSAGES: Final = Path(__file__).parent / "messages.toml"
#: Messages that nobody looked at who wrote a check.
_UNSEEN: Final = Path(__file__).parent / "unseen.toml"
_SAMPLE: Final = "source/message.md"


@dataclass(frozen=True)
class Corpus:
    """The translated entries of a locale as one catalogue; names and texts without their negation by msgid.

    ``unseen`` are the sources of the messages that were held back from those who wrote the checks.
    """

    locale: str
    catalogue: Catalogue
    names: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    affirmed: Mapping[str, str] = field(default_factory=dict)
    unseen: frozenset[str] = frozenset()

    @property
    def entries(self) -> list[Entry]:
        """The messages without plural forms."""
        return [entry for entry in self.catalogue.messages if entry.msgid_plural is None]


@cache
def corpora() -> dict[str, Corpus]:
    """Return the corpus of each locale."""
    own, unseen = _messages(_MESSAGES), _messages(_UNSEEN)
    return {locale: _corpus(locale, own, unseen) if locale in OWN else _corpus(locale) for locale in LOCALES}


def _messages(path: Path) -> list[dict[str, Any]]:
    messages: list[dict[str, Any]] = tomllib.loads(path.read_text("utf-8"))["message"]
    return messages


def _corpus(locale: str, own: Sequence[dict[str, Any]] = (), unseen: Sequence[dict[str, Any]] = ()) -> Corpus:
    entries: dict[object, Entry] = {}
    names, affirmed = {}, {}
    for message in (*own, *unseen):
        entry = Entry(message["en"], (message[locale],), references=(_SAMPLE,))
        entries[entry.key] = entry
        if "name" in message:
            names[entry.msgid] = (message["name"][locale], message["name"]["de"])
        if "affirmed" in message:
            affirmed[entry.msgid] = message["affirmed"][locale]
    for entry in (*_sample(locale), *_django(locale)):
        entries.setdefault(entry.key, entry)
    numbered = [entry.replace(line=10 * number) for number, entry in enumerate(entries.values(), 1)]
    catalogue = Catalogue((_header(locale), *numbered))
    return Corpus(locale, catalogue, names, affirmed, frozenset(message["en"] for message in unseen))


def _sample(locale: str) -> Iterator[Entry]:
    if locale in OWN:
        yield from _translated(REPOSITORY / "locales" / locale / "LC_MESSAGES" / "messages.po")


def _django(locale: str) -> Iterator[Entry]:
    found = importlib.util.find_spec("django")
    assert found is not None
    assert found.submodule_search_locations is not None
    for folder in map(Path, found.submodule_search_locations):
        for path in sorted(folder.rglob(f"{locale}/LC_MESSAGES/*.po")):
            yield from _translated(path)


def _translated(path: Path) -> Iterator[Entry]:
    catalogue = parse_catalogue(path.read_bytes(), path.name)
    for entry in catalogue.messages:
        if entry.complete and not entry.fuzzy:
            yield entry.replace(comments=(), extracted=())


def _header(locale: str) -> Entry:
    plural = {"ja": "nplurals=1; plural=0;"}.get(locale, "nplurals=2; plural=(n != 1);")
    fields = (
        f"Language: {locale}\nMIME-Version: 1.0\nContent-Type: text/plain; charset=UTF-8\n"
        f"Content-Transfer-Encoding: 8bit\nPlural-Forms: {plural}\n"
    )
    return Entry("", (fields,))
