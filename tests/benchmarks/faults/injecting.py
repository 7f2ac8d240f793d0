"""Putting faults into catalogues, few at a time, so that what checks learn from the others stays true."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from random import Random
from typing import Final

from benchmarks.faults.breaking import BREAKING
from benchmarks.faults.changing import CHANGING, Case
from benchmarks.faults.corpus import Corpus
from l10n_tool.catalogue import Catalogue, Entry

__all__ = ["FAULTS", "Mutant", "batches", "mutants"]

FAULTS: Final = {**CHANGING, **BREAKING}
#: How many entries of a locale get one kind of fault, and what share of a catalogue is wrong in one run.
_EACH: Final = 10
_SHARE: Final = 0.03
#: Whose text is given as that of a wrong language.
_OTHERS: Final = {"az": "es", "tr": "de", "ru": "fr", "uk": "pl", "ja": "ko", "ar": "ru", "de": "nl", "nl": "de",
                  "es": "it", "it": "es", "fr": "es", "pt_BR": "it", "pl": "ru", "el": "it", "ko": "ja",
                  "zh_Hans": "ko"}  # fmt: skip
_OWN_OTHERS: Final = {"az": "es", "tr": "de", "ru": "fr", "ja": "tr", "ar": "ru", "de": "tr", "es": "fr", "fr": "es"}


@dataclass(frozen=True)
class Mutant:
    """An entry with one fault, before and after."""

    kind: str
    locale: str
    before: Entry
    after: Entry


def mutants(corpora: Mapping[str, Corpus], locale: str, seed: int = 5) -> list[Mutant]:
    """Return up to so many faults of each kind in a locale; the same seed gives the same faults.

    Our own entries come first, then those of others in an order by chance.
    """
    corpus, random = corpora[locale], Random(f"{seed} {locale}")
    entries = corpus.entries
    own = [entry for entry in entries if entry.references[:1] and entry.references[0].startswith("source/")]
    rest = [entry for entry in entries if entry not in own]
    random.shuffle(rest)
    others = _others(corpora, locale)
    return [mutant for kind in FAULTS for mutant in _of_kind(kind, corpus, [*own, *rest], others, random)]


def _others(corpora: Mapping[str, Corpus], locale: str) -> dict[str, str]:
    texts: dict[str, str] = {}
    for name in (_OTHERS.get(locale, ""), _OWN_OTHERS.get(locale, "")):
        if name in corpora:
            texts |= {entry.msgid: entry.msgstr[0] for entry in corpora[name].entries}
    return texts


def _of_kind(
    kind: str, corpus: Corpus, entries: Sequence[Entry], others: Mapping[str, str], random: Random
) -> Iterator[Mutant]:
    count = 0
    for entry in entries:
        name = corpus.names.get(entry.msgid, ("", ""))[0]
        affirmed = corpus.affirmed.get(entry.msgid, "")
        case = Case(corpus.locale, entry.msgid, entry.msgstr[0], name, affirmed, others.get(entry.msgid, ""))
        wrong = FAULTS[kind](case, random)
        if wrong and wrong != case.text:
            yield Mutant(kind, corpus.locale, entry, entry.replace(msgstr=(wrong,)))
            count += 1
        if count == _EACH:
            return


def batches(corpus: Corpus, found: Sequence[Mutant]) -> Iterator[tuple[list[Mutant], Catalogue]]:
    """Yield the catalogue with some of the faults in it, until all had their turn; an entry has one at a time."""
    most = max(1, int(len(corpus.entries) * _SHARE))
    waiting = list(found)
    while waiting:
        taken: dict[object, Mutant] = {}
        for mutant in waiting:
            if len(taken) < most:
                taken.setdefault(mutant.before.key, mutant)
        chosen = list(taken.values())
        waiting = [mutant for mutant in waiting if mutant not in chosen]
        yield chosen, corpus.catalogue.map({mutant.before.key: mutant.after for mutant in chosen})
