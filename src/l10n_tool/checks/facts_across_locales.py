"""``facts-across-locales``: what nearly all locales state is stated by each, where the source does not tell.

Where a number stands in the source, in digits or in English words, the check ``numbers`` compares it with each
translation, and nothing is said here; so it is with ``dates`` and ``amounts``.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice
from typing import Final, TypeVar

from l10n_tool.catalogue import Entry
from l10n_tool.catalogue.model import Key
from l10n_tool.checks.finding import Severity
from l10n_tool.checks.model import Check, Remark, Whole
from l10n_tool.facts.amounts import currencies
from l10n_tool.facts.number_words import english_words
from l10n_tool.facts.numerals import Numeral
from l10n_tool.facts.stated import Statement, stated_amounts, stated_days, stated_percentages, tells_day
from l10n_tool.facts.text import Span, Text

__all__ = ["CHECK"]

T = TypeVar("T")

_LEAST_OTHERS: Final = 3
_NEARLY_ALL: Final = 0.8
_DIGITS: Final = re.compile(r"\d+")
#: A date in digits, of which the first two may be a day and a month or the other way round.
_IN_DIGITS: Final = re.compile(r"\d[./-]\d\d?[./-]\d")
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
            if digits and not in_source.setdefault(entry.msgid, _comparable(entry.msgid)).issuperset(digits):
                interesting.add(entry.key)
    return {key: told for key, told in found.items() if key in interesting}


def _comparable(text: str) -> frozenset[str]:
    """Return the digits of a source that can be compared with a translation's."""
    return frozenset() if _IN_DIGITS.search(text) else frozenset(_DIGITS.findall(text))


def _of_source(told: Sequence[_Told], source: Text) -> Iterator[tuple[Whole, Remark]]:
    """Yield one remark for each locale that is apart: one fact is enough to have a look at the text."""
    texts = [Text(entry.msgstr[0], whole.locale) for whole, entry in told]
    locales = [whole.locale for whole, _ in told]
    done: set[int] = set()
    for at, remark in (*_statements(source, texts, locales), *_numbers(source, texts, locales)):
        if at not in done:
            done.add(at)
            whole, entry = told[at]
            yield whole, replace(remark, entry=entry)


def _statements(source: Text, texts: Sequence[Text], locales: Sequence[str]) -> Iterator[tuple[int, Remark]]:
    """Yield the dates, percentages and currencies that are apart."""
    known = _in_digits(source)
    if not tells_day(source):
        yield from _apart([[*stated_days(text)] for text in texts], locales)
    yield from _apart([[*stated_percentages(text, known)] for text in texts], locales, sign="%")
    if not any(currency.amount for currency in currencies(source)):
        yield from _apart([[*stated_amounts(text)] for text in texts], locales)


def _apart(
    stated: Sequence[Sequence[Statement]], locales: Sequence[str], sign: str = ""
) -> Iterator[tuple[int, Remark]]:
    """Yield the locales that state something else where nearly all others state the same, which ends with a sign."""
    holders = _holders([[statement.meanings for statement in these] for these in stated])
    odd = [_alone([(one, one.meanings) for one in these], holders) for these in stated]
    for meaning, these in _in_order(holders):
        if not meaning.endswith(sign) or len(these) < _fewest(len(stated)):
            continue
        names = [locales[at] for at in sorted(these)]
        for at in sorted(set(range(len(stated))) - these):
            if odd[at]:
                shown = [" or ".join(sorted(one.meanings)) for one in odd[at]]
                yield at, _remark(meaning, names, shown, [one.place for one in odd[at]])


def _in_order(holders: Mapping[str, set[int]]) -> list[tuple[str, set[int]]]:
    return sorted(holders.items(), key=lambda pair: (-len(pair[1]), len(pair[0]), pair[0]))


def _fewest(locales: int) -> float:
    return max(_LEAST_OTHERS, _NEARLY_ALL * (locales - 1))


def _known(source: Text) -> set[str]:
    """Return the numbers of a source that are compared with each translation."""
    spelled = english_words(source.prose) if source.language == "en" else set()
    return _in_digits(source) | spelled


def _in_digits(source: Text) -> set[str]:
    return {value for numeral in source.numerals for value in numeral.values}


def _numbers(source: Text, texts: Sequence[Text], locales: Sequence[str]) -> Iterator[tuple[int, Remark]]:
    found = [text.numerals for text in texts]
    # A locale that says another number in the place of the source's is another matter.
    faithful = [_keeps(source.numerals, numerals) for numerals in found]
    stated = [_not_of(_known(source), numerals) for numerals in found]
    holders = _holders([[numeral.values for numeral in numerals] for numerals in stated])
    odd = [_alone([(numeral, numeral.values) for numeral in these], holders) for these in stated]
    for value, these in _in_order(holders):
        if len(these) < _fewest(len(texts)) or not all(faithful[at] for at in these):
            continue
        names = [locales[at] for at in sorted(these)]
        for at in sorted(set(range(len(texts))) - these):
            if texts[at].language not in _OTHER_CALENDAR and (odd[at] or len(value) >= _LONG):
                yield at, _remark(value, names, [n.text for n in odd[at]], [n.place for n in odd[at]])


def _keeps(wanted: Sequence[Numeral], found: Sequence[Numeral]) -> bool:
    values = {value for numeral in found for value in numeral.values}
    return all(numeral.values & values for numeral in wanted)


def _not_of(known: set[str], found: Sequence[Numeral]) -> list[Numeral]:
    return [numeral for numeral in found if not numeral.values & known]


def _holders(stated: Sequence[Sequence[frozenset[str]]]) -> dict[str, set[int]]:
    """Return which texts state each meaning, every reading of a statement counted."""
    holders: dict[str, set[int]] = {}
    for at, statements in enumerate(stated):
        for meanings in statements:
            for meaning in meanings:
                holders.setdefault(meaning, set()).add(at)
    return holders


def _alone(said: Iterable[tuple[T, frozenset[str]]], holders: Mapping[str, set[int]]) -> list[T]:
    """Return what no other text says, the first of it."""
    found = (one for one, meanings in said if all(len(holders[meaning]) == 1 for meaning in meanings))
    return list(islice(found, _SHOWN))


def _remark(value: str, names: Sequence[str], instead: Sequence[str], places: Sequence[Span]) -> Remark:
    shown = ", ".join(names[:_SHOWN]) + (f" and {len(names) - _SHOWN} more" if len(names) > _SHOWN else "")
    ours = f"it says {', '.join(instead)}" if instead else "it does not"
    return Remark(f"the others say {value} ({shown}), and {ours}", marks=tuple(places))


CHECK: Final = Check(
    name="facts-across-locales",
    severity=Severity.WARNING,
    summary="A number or a date that nearly all locales state is stated by each.",
    explanation=(
        "The source does not say a number that can be compared, and four fifths of the other locales, three at least, "
        "write the same one in digits; this one writes another, or lacks a number of three digits or more, such as a "
        "year. Either it is wrong, or all the others are: look at the source, and mend what differs. Numbers that "
        "stand in the source in digits or in English words are compared by the check numbers. So it is with the day "
        "and month of a date, whatever its form (13 May, 13. Mai, 5月13日), which the source does not tell or tells "
        "in digits that can be read in two ways, with a percentage, and with the currency of an amount."
    ),
    of_locales=_facts_across_locales,
)
