"""Who finds what: the faults of a locale one batch after the other, and what is said of texts without any."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from benchmarks.faults.corpus import Corpus, corpora
from benchmarks.faults.injecting import Mutant, batches, mutants
from benchmarks.faults.peers import Said, i18nspector, ours, pofilter

__all__ = ["TOOLS", "Locale", "Outcome", "Tally", "look", "noise", "tallies"]

TOOLS: Final = ("ours", "pofilter", "i18nspector")


@dataclass(frozen=True)
class Outcome:
    """A fault, and what each tool says of the entry that it did not say of the right text."""

    mutant: Mutant
    new: Mapping[str, frozenset[str]]


@dataclass(frozen=True)
class Locale:
    """All outcomes of a locale, and by tool what is said of its right texts, by msgid."""

    outcomes: tuple[Outcome, ...]
    clean: Mapping[str, Said]
    entries: int
    unseen: frozenset[str]


@dataclass
class Tally:
    """What became of the faults of one kind."""

    cases: int = 0
    locales: set[str] = field(default_factory=set)
    found: Counter[str] = field(default_factory=Counter)
    by_check: Counter[str] = field(default_factory=Counter)
    missed: list[Mutant] = field(default_factory=list)

    def share(self, tool: str = "ours") -> float:
        """Return the share of the faults that a tool finds."""
        return self.found[tool] / max(self.cases, 1)

    def add(self, outcome: Outcome) -> None:
        """Count an outcome in."""
        self.cases += 1
        self.locales.add(outcome.mutant.locale)
        self.found.update(tool for tool in TOOLS if outcome.new[tool])
        self.by_check.update({message.partition(":")[0] for message in outcome.new["ours"]})
        if not outcome.new["ours"]:
            self.missed.append(outcome.mutant)


def look(locale: str, folder: Path) -> Locale:
    """Put the faults of a locale before each tool; fit to be run in a process of its own."""
    corpus = corpora()[locale]
    clean = {
        "ours": ours(corpus.catalogue, locale),
        "pofilter": pofilter(corpus.entries, locale),
        "i18nspector": i18nspector(corpus.catalogue, locale, folder),
    }
    return Locale(tuple(_outcomes(corpus, clean, folder)), clean, len(corpus.entries), corpus.unseen)


def _outcomes(corpus: Corpus, clean: Mapping[str, Said], folder: Path) -> Iterator[Outcome]:
    locale = corpus.locale
    for chosen, catalogue in batches(corpus, mutants(corpora(), locale)):
        said = {
            "ours": ours(catalogue, locale),
            "pofilter": pofilter((mutant.after for mutant in chosen), locale),
            "i18nspector": i18nspector(catalogue, locale, folder),
        }
        for mutant in chosen:
            yield Outcome(mutant, {tool: _new(clean[tool], said[tool], mutant.before.msgid) for tool in TOOLS})


def _new(before: Said, after: Said, msgid: str) -> frozenset[str]:
    return frozenset(after.get(msgid, set()) - before.get(msgid, set()))


def tallies(outcomes: Iterable[Outcome]) -> dict[str, Tally]:
    """Return the tally of each kind of fault."""
    kinds = defaultdict[str, Tally](Tally)
    for outcome in outcomes:
        kinds[outcome.mutant.kind].add(outcome)
    return kinds


def noise(locales: Iterable[Locale], tool: str, *, unseen: bool) -> tuple[int, int]:
    """Return how many things a tool says of how many right texts, of all or of the unseen ones alone."""
    said, entries = 0, 0
    for locale in locales:
        entries += len(locale.unseen) if unseen else locale.entries
        said += sum(len(told) for msgid, told in locale.clean[tool].items() if not unseen or msgid in locale.unseen)
    return said, entries
