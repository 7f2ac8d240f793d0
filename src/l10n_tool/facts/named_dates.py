"""Months and days of the week that stand without a number, and whether a translation names others.

A change is told only where the one name is lost and another one came: what a language says in other words is not
asked for.
"""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from l10n_tool.facts.date_names import ENGLISH_MONTHS, Names, day_names, takes_tail
from l10n_tool.facts.dates import OTHER_CALENDARS, dates_of, mentions
from l10n_tool.facts.numerals import plain_digits
from l10n_tool.facts.text import Span, Text

__all__ = ["NamedChange", "compare_named", "may_name"]

_DAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
# Where the sources are in English, most texts are seen to name none of them by these letters.
_ENGLISH_MONTH: Final = re.compile(
    r"\b(?:January|February|April|June|July|August|September|October|November|December)\b"
)
_ENGLISH_DAY: Final = re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?\b")
#: Names that are common words as well, which prove nothing: "pazar" is a market in Turkish, the Arabic names numbers.
_COMMON_DAYS: Final = frozenset([
    "pazar", "bazar", "salı", "luni", "marți", "أحد", "أربعاء", "اربعاء", "خميس", "sexta", "segunda", "sobota", "сред",
    "серед", "tag", "ראשון", "שני", "שלישי", "רביעי", "חמישי", "שישי", "שבת", "ma", "di", "do", "vr",
])  # fmt: skip


class NamedChange(NamedTuple):
    """A month or a day that became another one, in English, and where the two stand."""

    before: str
    after: str
    source_place: Span
    place: Span


class _Name(NamedTuple):
    number: int
    start: int
    end: int
    sure: bool


def may_name(source: Text) -> bool:
    """Whether a source may name a month or a day of the week."""
    return any(source.once(_asked))


def compare_named(source: Text, text: Text) -> Iterator[NamedChange]:
    """Yield the months and days of a source that became others; nothing where a language is not known."""
    months, days = source.once(_asked)
    if months and text.language not in OTHER_CALENDARS:
        yield from _changes(source.once(_months), text.once(_months), ENGLISH_MONTHS, 1)
    if days:
        yield from _changes(source.once(_days), text.once(_days), _DAYS, 0)


def _asked(source: Text) -> tuple[bool, bool]:
    if source.language != "en":
        return True, True
    prose = source.prose
    return bool(_ENGLISH_MONTH.search(prose)), "day" in prose and bool(_ENGLISH_DAY.search(prose))


def _changes(ours: list[_Name], theirs: list[_Name], english: tuple[str, ...], first: int) -> Iterator[NamedChange]:
    named, said = {name.number for name in ours}, {name.number for name in theirs}
    lost = {name.number: name for name in ours if name.sure and name.number not in said}
    came = {name.number: name for name in theirs if name.sure and name.number not in named}
    for one, other in zip(lost.values(), came.values(), strict=False):
        before, after = english[one.number - first], english[other.number - first]
        yield NamedChange(before, after, (one.start, one.end), (other.start, other.end))


def _months(text: Text) -> list[_Name]:
    """Return the months that a text names; those of a date are not sure, since dates are compared as such."""
    prose = plain_digits(text.prose)
    dated = {date.spans[1] for date in text.once(dates_of)}
    return [
        _Name(month, start, end, sure and (start, end) not in dated)
        for month, start, end, sure in mentions(prose, text.locale)
    ]


def _days(text: Text) -> list[_Name]:
    names = day_names(text.locale)
    found = names.places.finditer(text.prose) if names.places else ()
    return [name for match in found if (name := _day(match, names, text.language))]


def _day(match: re.Match[str], names: Names, language: str) -> _Name | None:
    name, tail = match["name"].lower(), match["tail"]
    number = names.numbers.get(name)
    if number is None or not (takes_tail(name, tail, language) or tail == "s"):
        return None
    return _Name(number, *match.span(), sure=name not in _COMMON_DAYS and len(name) > 2)
