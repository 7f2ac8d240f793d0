"""``facts-across-locales``: a number that nearly all locales state is stated by each, where the source does not tell.

Where a number stands in the source, in digits or in English words, the check ``numbers`` compares it with each
translation, and nothing is said here.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from l10n_tool.catalogue import Entry
from l10n_tool.catalogue.model import Key
from l10n_tool.checks.finding import Severity
from l10n_tool.checks.model import Check, Remark, Whole
from l10n_tool.facts.number_words import english_words
from l10n_tool.facts.numerals import Numeral
from l10n_tool.facts.text import Text

__all__ = ["CHECK"]

_LEAST_OTHERS: Final = 3
_NEARLY_ALL: Final = 0.8
_DIGITS: Final = re.compile(r"\d+")
#: Numbers of so many digits are hardly written in words.
_LONG: Final = 3
_SHOWN: Final = 6
#: Languages that count years otherwise: Thailand, Iran, Afghanistan, Nepal, Ethiopia.
_OTHER_CALENDAR: Final = frozenset({"th", "fa", "ps", "prs", "ne", "am", "ti"})

_Told = tuple[Whole, Entry]


def _facts_across_locales(wholes: Sequence[Whole]) -> Iterator[tuple[Whole, Remark]]:
    if len(wholes) <= _LEAST_OTHERS:
        return
    for (_, msgid), told in _by_source(wholes).items():
        if len(told) > _LEAST_OTHERS:
            yield from _of_source(told, wholes[0].sources[msgid])


def _by_source(wholes: Sequence[Whole]) -> Mapping[Key, list[_Told]]:
    """Return the translations of each source of which some locale writes digits that the source lacks."""
    found: dict[Key, list[_Told]] = {}
    in_source: dict[str, frozenset[str]] = {}
    interesting: set[Key] = set()
    for whole in wholes:
        for entry in whole.catalogue.messages:
            text = entry.msgstr[0]
            if not text or entry.msgid_plural is not None or entry.fuzzy:
                continue
            found.setdefault(entry.key, []).append((whole, entry))
            digits = _DIGITS.findall(text)
            if digits and not in_source.setdefault(entry.msgid, _digits(entry.msgid)).issuperset(digits):
                interesting.add(entry.key)
    return {key: told for key, told in found.items() if key in interesting}


def _digits(text: str) -> frozenset[str]:
    return frozenset(_DIGITS.findall(text))


def _of_source(told: Sequence[_Told], source: Text) -> Iterator[tuple[Whole, Remark]]:
    known = {value for numeral in source.numerals for value in numeral.values}
    spelled = english_words(source.prose) if source.language == "en" else set()
    found = [Text(entry.msgstr[0], whole.locale).numerals for whole, entry in told]
    # A locale that says another number in the place of the source's is another matter.
    faithful = [_keeps(source.numerals, numerals) for numerals in found]
    stated = [_not_of(known | spelled, numerals) for numerals in found]
    holders = _holders(stated)
    left = set(range(len(told)))
    for value, these in sorted(holders.items(), key=lambda pair: (-len(pair[1]), len(pair[0]), pair[0])):
        lacking = left - these
        if len(these) < max(_LEAST_OTHERS, _NEARLY_ALL * (len(told) - 1)) or not all(faithful[at] for at in these):
            continue
        names = [told[at][0].locale for at in sorted(these)]
        for at in sorted(lacking):
            instead = [n for n in stated[at] if all(len(holders[reading]) == 1 for reading in n.values)]
            if told[at][0].language not in _OTHER_CALENDAR and (instead or len(value) >= _LONG):
                # One number is enough to have a look at the text.
                left.discard(at)
                yield told[at][0], _remark(value, names, instead, told[at][1])


def _keeps(wanted: Sequence[Numeral], found: Sequence[Numeral]) -> bool:
    values = {value for numeral in found for value in numeral.values}
    return all(numeral.values & values for numeral in wanted)


def _not_of(known: set[str], found: Sequence[Numeral]) -> list[Numeral]:
    return [numeral for numeral in found if not numeral.values & known]


def _holders(stated: Sequence[Sequence[Numeral]]) -> dict[str, set[int]]:
    """Return which texts state each value, every reading of a number counted."""
    holders: dict[str, set[int]] = {}
    for at, numerals in enumerate(stated):
        for numeral in numerals:
            for value in numeral.values:
                holders.setdefault(value, set()).add(at)
    return holders


def _remark(value: str, names: Sequence[str], instead: Sequence[Numeral], entry: Entry) -> Remark:
    shown = ", ".join(names[:_SHOWN]) + (f" and {len(names) - _SHOWN} more" if len(names) > _SHOWN else "")
    ours = f"it says {', '.join(numeral.text for numeral in instead[:_SHOWN])}" if instead else "it does not"
    spans = tuple((numeral.start, numeral.end) for numeral in instead)
    return Remark(f"the others say {value} ({shown}), and {ours}", entry=entry, marks=spans)


CHECK: Final = Check(
    name="facts-across-locales",
    severity=Severity.WARNING,
    summary="A number that nearly all locales state is stated by each.",
    explanation=(
        "The source does not say a number that can be compared, and four fifths of the other locales, three at least, "
        "write the same one in digits; this one writes another, or lacks a number of three digits or more, such as a "
        "year. Either it is wrong, or all the others are: look at the source, and mend what differs. Numbers that "
        "stand in the source in digits or in English words are compared by the check numbers."
    ),
    of_locales=_facts_across_locales,
)
