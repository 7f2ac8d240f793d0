"""Putting faults into catalogues, few at a time, so that what checks learn from the others stays true."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
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
_UNSEEN_EACH: Final = 6
_SHARE: Final = 0.03
#: What share has the same kind of fault in one run: what is wrong all over a catalogue is told once, as its habit.
_ALIKE: Final = 0.004
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
    unseen: bool = False


def mutants(corpora: Mapping[str, Corpus], locale: str, seed: int = 5) -> list[Mutant]:
    """Return up to so many faults of each kind in a locale; the same seed gives the same faults.

    Our own entries come first, then those of others, each in an order by chance; and the unseen ones apart.
    """
    corpus, random = corpora[locale], Random(f"{seed} {locale}")
    unseen = [entry for entry in corpus.entries if entry.msgid in corpus.unseen]
    seen = [entry for entry in corpus.entries if entry.msgid not in corpus.unseen]
    others = _others(corpora, locale)
    return [
        mutant
        for kind in FAULTS
        for entries, most in ((seen, _EACH), (unseen, _UNSEEN_EACH))
        for mutant in islice(_of_kind(kind, corpus, _ordered(entries, random), others, random), most)
    ]


def _ordered(entries: Sequence[Entry], random: Random) -> list[Entry]:
    shuffled = random.sample(entries, len(entries))
    return sorted(shuffled, key=lambda entry: not "".join(entry.references[:1]).startswith("source/"))


def _others(corpora: Mapping[str, Corpus], locale: str) -> dict[str, str]:
    texts: dict[str, str] = {}
    for name in (_OTHERS.get(locale, ""), _OWN_OTHERS.get(locale, "")):
        if name in corpora:
            texts |= {entry.msgid: entry.msgstr[0] for entry in corpora[name].entries}
    return texts


def _of_kind(
    kind: str, corpus: Corpus, entries: Sequence[Entry], others: Mapping[str, str], random: Random
) -> Iterator[Mutant]:
    for entry in entries:
        name = corpus.names.get(entry.msgid, ("", ""))[0]
        affirmed = corpus.affirmed.get(entry.msgid, "")
        case = Case(corpus.locale, entry.msgid, entry.msgstr[0], name, affirmed, others.get(entry.msgid, ""))
        wrong = FAULTS[kind](case, random)
        if wrong and wrong != case.text:
            unseen = entry.msgid in corpus.unseen
            yield Mutant(kind, corpus.locale, entry, entry.replace(msgstr=(wrong,)), unseen=unseen)


def batches(corpus: Corpus, found: Sequence[Mutant]) -> Iterator[tuple[list[Mutant], Catalogue]]:
    """Yield the catalogue with some of the faults in it, until all had their turn; an entry has one at a time."""
    waiting = list(found)
    while waiting:
        chosen = _batch(waiting, len(corpus.entries))
        waiting = [mutant for mutant in waiting if mutant not in chosen]
        yield chosen, corpus.catalogue.map({mutant.before.key: mutant.after for mutant in chosen})


def _batch(waiting: Sequence[Mutant], entries: int) -> list[Mutant]:
    most, alike = max(1, int(entries * _SHARE)), max(1, int(entries * _ALIKE))
    taken: dict[object, Mutant] = {}
    kinds: Counter[str] = Counter()
    for mutant in waiting:
        key, kind = mutant.before.key, mutant.kind
        if len(taken) < most and kinds[kind] < alike and key not in taken:
            taken[key] = mutant
            kinds[kind] += 1
    return list(taken.values())
