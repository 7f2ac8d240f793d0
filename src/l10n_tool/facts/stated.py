"""What a text states in a form that is the same in every language: days, percentages, currencies of amounts."""

from collections.abc import Collection, Iterator
from typing import NamedTuple

from l10n_tool.facts.amounts import currencies
from l10n_tool.facts.date_names import english_date
from l10n_tool.facts.dates import OTHER_CALENDARS, Date, dates
from l10n_tool.facts.percents import PERCENT_WORDS, percentages
from l10n_tool.facts.text import Span, Text

__all__ = ["Statement", "stated_amounts", "stated_days", "stated_percentages", "tells_day"]


class Statement(NamedTuple):
    """What a part of a text may mean, in English; of several meanings one is meant."""

    meanings: frozenset[str]
    place: Span


def stated_days(text: Text) -> Iterator[Statement]:
    """Yield the days and months of a text's dates; a language with months of its own has none."""
    if text.language in OTHER_CALENDARS:
        return
    for date in dates(text.prose, text.locale):
        yield Statement(_days(date), (date.start, date.end))


def tells_day(source: Text) -> bool:
    """Whether a source has a date that can be read in one way only, so that each translation is held to it."""
    return any(len(statement.meanings) == 1 for statement in stated_days(source))


def _days(date: Date) -> frozenset[str]:
    return frozenset(english_date(reading.day, reading.month, 0) for reading in date.readings)


def stated_percentages(text: Text, known: Collection[str]) -> Iterator[Statement]:
    """Yield the numbers of a text that are not known, each as a percentage or as none."""
    numbers = [numeral for numeral in text.numerals if numeral.values.isdisjoint(known)]
    shares = {numeral.start: place for numeral, place in percentages(text, numbers)}
    for numeral in numbers:
        plain, share = numeral.values, frozenset(f"{value}%" for value in numeral.values)
        if text.language not in PERCENT_WORDS:
            yield Statement(plain | share, numeral.place)
        else:
            yield Statement(share if numeral.start in shares else plain, shares.get(numeral.start, numeral.place))


def stated_amounts(text: Text) -> Iterator[Statement]:
    """Yield the currencies of a text that stand beside a number."""
    for currency in currencies(text):
        if currency.amount:
            yield Statement(currency.kinds, currency.place)
