"""Faults of 25 kinds in translations of many languages, and who finds them: run with ``pytest -m benchmark -s``.

A fault is found if a tool says something new about the entry that has it: of ours only warnings and errors count.
"""

import shutil
import sys
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import pytest

from benchmarks.faults.corpus import LOCALES, Corpus, corpora
from benchmarks.faults.injecting import FAULTS, Mutant, batches, mutants
from benchmarks.faults.peers import Said, i18nspector, ours, pofilter

RECALL: Final = 0.9
FEWEST: Final = 20
#: In how many languages each kind is tried at least; some faults cannot be where a script has no spaces or case.
LANGUAGES: Final = 7
TOOLS: Final = ("ours", "pofilter", "i18nspector")


@dataclass
class Tally:
    """What became of the faults of one kind."""

    cases: int = 0
    locales: set[str] = field(default_factory=set)
    found: Counter[str] = field(default_factory=Counter)
    by_check: Counter[str] = field(default_factory=Counter)
    missed: list[Mutant] = field(default_factory=list)


def _new(before: Said, after: Said, mutant: Mutant) -> set[str]:
    return after.get(mutant.after.msgid, set()) - before.get(mutant.before.msgid, set())


def _tally(locale: str, all_of_them: dict[str, Corpus], tallies: dict[str, Tally], folder: Path) -> None:
    corpus = all_of_them[locale]
    clean = ours(corpus.catalogue, locale)
    inspected = i18nspector(corpus.catalogue, locale, folder)
    for chosen, catalogue in batches(corpus, mutants(all_of_them, locale)):
        said = ours(catalogue, locale)
        filtered = [pofilter([getattr(m, side) for m in chosen], locale) for side in ("before", "after")]
        tagged = i18nspector(catalogue, locale, folder)
        for mutant in chosen:
            tally = tallies[mutant.kind]
            tally.cases += 1
            tally.locales.add(locale)
            new = _new(clean, said, mutant)
            tally.by_check.update({one.partition(":")[0] for one in new})
            tally.found.update(ours=bool(new), pofilter=bool(_new(filtered[0], filtered[1], mutant)),
                               i18nspector=bool(_new(inspected, tagged, mutant)))  # fmt: skip
            if not new:
                tally.missed.append(mutant)


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")


def _print(tallies: dict[str, Tally]) -> None:
    _say(f"\n{'fault':22}{'cases':>6}{'langs':>6}" + "".join(f"{tool:>13}" for tool in TOOLS) + "   found by")
    for kind in FAULTS:
        tally = tallies[kind]
        shares = "".join(f"{100 * tally.found[tool] / max(tally.cases, 1):>12.0f}%" for tool in TOOLS)
        names = ", ".join(f"{name} {count}" for name, count in tally.by_check.most_common(3))
        _say(f"{kind:22}{tally.cases:>6}{len(tally.locales):>6}{shares}   {names}")


def _print_missed(tallies: dict[str, Tally]) -> None:
    for kind, tally in tallies.items():
        langs = Counter(mutant.locale for mutant in tally.missed)
        if tally.found["ours"] < RECALL * tally.cases:
            _say(f"\n{kind}: missed {dict(langs)}")
            for mutant in tally.missed[:12]:
                _say(f"  {mutant.locale}  {mutant.after.msgid[:100]!r}\n      {mutant.before.msgstr[0][:110]!r}\n"
                      f"      {mutant.after.msgstr[0][:110]!r}")  # fmt: skip


@pytest.mark.benchmark
def test_faults_are_found(tmp_path: Path) -> None:
    """Of each kind nine in ten at least, whatever the language; pofilter's and i18nspector's shares stand beside."""
    if not shutil.which("i18nspector"):
        pytest.skip("i18nspector is not installed; apt-get install i18nspector")
    all_of_them, tallies = corpora(), defaultdict[str, Tally](Tally)
    for locale in LOCALES:
        _tally(locale, all_of_them, tallies, tmp_path)
    _print(tallies)
    _print_missed(tallies)

    few = {kind for kind in FAULTS if tallies[kind].cases < FEWEST or len(tallies[kind].locales) < LANGUAGES}
    missed = {kind for kind in FAULTS if tallies[kind].found["ours"] < RECALL * tallies[kind].cases}

    assert few == set()
    assert missed == set()
