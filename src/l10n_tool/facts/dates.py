"""The dates of a text as days, months and years, and what became of them in a translation.

A date is a month's name with a day or a year beside it, or a day in digits: 8 May 2008, May 8th, 8. Mai,
2008年5月8日, 08.05.2008, 2008-05-08. What digits alone mean depends on the locale's order; where that is not
known, a date has several readings.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final, NamedTuple

from l10n_tool.facts.date_names import Names, date_order, month_names, takes_tail
from l10n_tool.facts.number_words import chinese_number
from l10n_tool.facts.numerals import plain_digits
from l10n_tool.facts.text import Span, Text
from l10n_tool.languages import language_of

__all__ = ["OTHER_CALENDARS", "Changed", "Compared", "Date", "Day", "Mention", "compare_dates", "dates", "mentions"]

#: Languages whose years are counted otherwise, and by how much: the Buddhist era of Thailand.
_ERAS: Final = {"th": 543}
#: Languages with months of their own: their dates are not compared.
OTHER_CALENDARS: Final = frozenset(["fa", "ps", "am", "ti", "ne", "ckb"])


class Day(NamedTuple):
    """A day, a month and a year; 0 stands for what is not said."""

    day: int
    month: int
    year: int


@dataclass(frozen=True, slots=True)
class Date:
    """A date of a text: what it may mean, and where its parts stand, those of the day, the month and the year."""

    readings: tuple[Day, ...]
    start: int
    end: int
    spans: tuple[Span | None, Span | None, Span | None]


class Mention(NamedTuple):
    """A month's name, and whether it is hardly another word."""

    month: int
    start: int
    end: int
    sure: bool


@dataclass(frozen=True, slots=True)
class Changed:
    """A date that became another one; ``sure`` if they agree in a part, or if day and month were swapped."""

    source: Date
    target: Date
    before: Day
    after: Day
    sure: bool


@dataclass(frozen=True, slots=True)
class Compared:
    """What became of the dates of a source; ``same`` are pairs that agree in all that both say."""

    same: tuple[tuple[Date, Date], ...] = ()
    changed: tuple[Changed, ...] = ()
    missing: tuple[Date, ...] = ()
    source_spans: tuple[Span, ...] = field(default=())
    target_spans: tuple[Span, ...] = field(default=())


_DIGIT: Final = re.compile(r"\d")
# Arabic puts a right-to-left mark before its separators.
_NUMERIC: Final = re.compile(
    r"(?<![\d.,/:-])(?:(?P<y>\d{4})(?P<s>\u200f?[-./])\ ?(?P<m>\d{1,2})(?P=s)\ ?(?P<d>\d{1,2})"
    r"|(?P<a>\d{1,2})(?P<t>\u200f?[-./])\ ?(?P<b>\d{1,2})(?P=t)\ ?(?P<c>\d{4}|\d{2}))(?![\d/:-]|[.,]\d)",
    re.VERBOSE,
)
_SHORT: Final = re.compile(r"(?<![\d.,/:-])(?P<a>\d{1,2})\.[ \u00a0]?(?P<b>\d{1,2})\.(?![\d]|[ \u00a0]\d)")
_KANJI: Final = "一二三四五六七八九十"
_EAST_ASIAN: Final = re.compile(
    rf"(?:(?<!\d)(?P<y>\d{{4}}|[〇零一二三四五六七八九]{{4}})\ ?[年년]\ ?)?"
    rf"(?<![\d{_KANJI}〇])(?P<m>\d{{1,2}}|[{_KANJI}]{{1,2}})\ ?[月월](?!曜)"
    rf"(?:\ ?(?P<d>\d{{1,2}}|[{_KANJI}]{{1,3}})\ ?[日号號일])?",
    re.VERBOSE,
)
_VIETNAMESE: Final = re.compile(
    r"(?:(?<!\d)(?P<d>\d{1,2})\ ?)?(?:tháng|thg)\ (?P<m>\d{1,2})(?!\d)(?:(?:\ năm\ |,\ ?|\ )(?P<y>\d{4})(?!\d))?",
    re.VERBOSE | re.IGNORECASE,
)
_EXPRESSIONS: Final = {
    "ja": _EAST_ASIAN, "zh": _EAST_ASIAN, "ko": _EAST_ASIAN, "yue": _EAST_ASIAN, "vi": _VIETNAMESE,
}  # fmt: skip

#: Words that may stand between the parts of a date.
_CONNECTORS: Final = frozenset([
    "թ", "ค", "พ", "ศ", "ko", "e", "оны",
    "of", "the", "de", "del", "do", "da", "dos", "di", "d", "von", "des", "den", "dem", "van", "año", "ano",
    "año", "anno", "an", "du", "le", "el", "o", "il", "ildə", "ilin", "ilində", "ilinin", "ili", "ayı",
    "ayının", "ayında", "yıl", "yılı", "yılının", "yılında", "yılın", "год", "года", "году", "г", "г", "гг",
    "рік", "року", "році", "р", "roku", "rok", "r", "m", "met", "metų", "gada", "gadā", "lj", "év", "évi",
    "godine", "goda", "g", "día", "dia", "ngày", "tháng", "năm", "من", "عام", "سنة", "لعام", "في", "ליום", "ב",
    "של", "tahun", "bulan", "tanggal", "год.", "жылы", "жылғы", "ж", "წლის", "năm", "பட", "en", "on",
])  # fmt: skip
_WORDS: Final = re.compile(r"[^\W\d_]+")
# A dash with a space is one between two dates.
_BAD_GAP: Final = re.compile(r"\s-|-\s|[^\w\s.,،'’ʼ()\-ºª°\u200e\u200f\u202a-\u202e]")
_BEFORE: Final = re.compile(r"(?<!\d)(\d{1,4})(\D{0,24})\Z")
_AFTER: Final = re.compile(r"(\D{0,24}?)(\d{1,4})(?!\d)(?!:\d|[.,]\d)")
_RANGE: Final = re.compile(r"(?<!\d)(\d{1,2})\.? ?(?:[-–—]|bis|to|and|und|y|et|à|al|au|и|по|do|a|til|ilə|ile|-) ?\Z")
_NEAR: Final = 28
_MONTHS: Final = 12
_FIRST_YEAR: Final = 1000
_LAST_YEAR: Final = 2999
_FIRST_OF_ERA: Final = 2300


def dates(text: str, locale: str) -> list[Date]:
    """Return the dates of a text in order; it should be prose. Time and space are linear in its length."""
    language = language_of(locale)
    if not _DIGIT.search(text) and not ("月" in text and language in _EXPRESSIONS):
        return []
    text = plain_digits(text)
    found = [*_numeric(text, locale), *_by_expression(text, language)]
    taken = sorted((date.start, date.end) for date in found)
    for mention in mentions(text, locale):
        found += (date for date in _named(text, mention) if not _meets(date, taken))
    found.sort(key=lambda date: date.start)
    return found


def mentions(text: str, locale: str) -> list[Mention]:
    """Return the names of months that a text has, with a day or without."""
    names, language = month_names(locale), language_of(locale)
    found = [mention for match in names.places.finditer(text) if (mention := _mention(match, names, language))] \
        if names.places else []  # fmt: skip
    expression = _EXPRESSIONS.get(language)
    counted = expression.finditer(text) if expression else ()
    numbered = (Mention(_number(match["m"]), *match.span("m"), sure=False) for match in counted)
    return [*found, *(mention for mention in numbered if 1 <= mention.month <= _MONTHS)]


def _mention(match: re.Match[str], names: Names, language: str) -> Mention | None:
    name = match["name"].lower().replace("i\u0307", "i")
    month = names.numbers.get(name, 0)
    if not month or not takes_tail(name, match["tail"], language):
        return None
    if language == "en" and not match["name"][0].isupper():
        return None
    return Mention(month, *match.span(), sure=name in names.sure and (language != "en" or name not in {"may", "march"}))


def _numeric(text: str, locale: str) -> Iterator[Date]:
    order = date_order(locale)
    for match in _NUMERIC.finditer(text):
        groups = ("d", "m", "y") if match["y"] else ("a", "b", "c")
        readings = _readings([int(match[group]) for group in groups], order, iso=bool(match["y"]))
        if readings:
            spans = match.span(groups[0]), match.span(groups[1]), match.span(groups[2])
            yield Date(tuple(readings), *match.span(), spans)
    if order.startswith("dm"):
        for match in _SHORT.finditer(text):
            day = Day(int(match["a"]), int(match["b"]), 0)
            if _is_day(day):
                yield Date((day,), *match.span(), (match.span("a"), match.span("b"), None))


def _readings(parts: Sequence[int], order: str, *, iso: bool) -> list[Day]:
    first, second, year = parts
    years = [year] if year >= 100 else [1900 + year, 2000 + year]
    straight = [Day(first, second, each) for each in years]
    swapped = [Day(second, first, each) for each in years]
    if iso:
        candidates = straight
    elif order.startswith("dm"):
        candidates = straight if _is_day(straight[0]) else swapped
    else:
        # A source in "en" may be British or American; where the year comes first, nothing is said of the rest.
        candidates = straight + swapped
    return [day for day in candidates if _is_day(day)]


def _is_day(day: Day) -> bool:
    return 1 <= day.day <= 31 and 1 <= day.month <= 12 and (not day.year or _FIRST_YEAR <= day.year <= _LAST_YEAR)


def _by_expression(text: str, language: str) -> Iterator[Date]:
    expression = _EXPRESSIONS.get(language)
    for match in expression.finditer(text) if expression else ():
        day = Day(_number(match["d"]), _number(match["m"]), _number(match["y"]))
        if (day.day or day.year) and day.day <= 31 and 1 <= day.month <= 12:
            spans = (_span(match, "d"), _span(match, "m"), _span(match, "y"))
            yield Date((day,), *match.span(), spans)


def _number(written: str | None) -> int:
    if not written:
        return 0
    return int(written) if written.isdigit() else chinese_number(written)


def _span(match: re.Match[str], group: str) -> Span | None:
    return match.span(group) if match[group] else None


def _meets(date: Date, taken: Sequence[Span]) -> bool:
    at = bisect_left(taken, (date.end, 0))
    return at > 0 and taken[at - 1][1] > date.start


class _Place(NamedTuple):
    value: int
    start: int
    end: int


def _named(text: str, mention: Mention) -> Iterator[Date]:
    """Yield the dates of a month's name: one, two of a range of days, or none."""
    day = _place_before(text, mention.start, day=True)
    after = None if day else _place_after(text, mention.end, day=True)
    day = day or after
    start, end = mention.start, mention.end
    if day:
        start, end = min(start, day.start), max(end, day.end)
    year = _place_after(text, end, day=False) or _place_before(text, start, day=False)
    if year:
        start, end = min(start, year.start), max(end, year.end)
    if day or year:
        yield _date(day, mention, year, start, end)
    first = _first_of_range(text, day)
    if first:
        yield _date(first, mention, year, first.start, end)


def _date(day: _Place | None, mention: Mention, year: _Place | None, start: int, end: int) -> Date:
    what = Day(day.value if day else 0, mention.month, year.value if year else 0)
    spans = tuple((place.start, place.end) if place else None for place in (day, year))
    return Date((what,), start, end, (spans[0], (mention.start, mention.end), spans[1]))


def _first_of_range(text: str, day: _Place | None) -> _Place | None:
    match = _RANGE.search(text[max(0, day.start - 10) : day.start]) if day else None
    if not match or not day or not 1 <= int(match[1]) < day.value:
        return None
    start = max(0, day.start - 10) + match.start(1)
    return _Place(int(match[1]), start, start + len(match[1]))


def _place_before(text: str, at: int, *, day: bool) -> _Place | None:
    begin = max(0, at - _NEAR)
    match = _BEFORE.search(text, begin, at)
    if not match or not _fits(match[1], day=day) or not _is_gap(match[2], suffix=True):
        return None
    if begin and match.start() == begin:
        return None
    before = text[match.start() - 1] if match.start() else " "
    if before in ".,:/" or before.isdecimal() or (day and not match[2]):
        return None
    return _Place(int(match[1]), *match.span(1))


def _place_after(text: str, at: int, *, day: bool) -> _Place | None:
    match = _AFTER.match(text, at, at + _NEAR)
    if not match or not match[1] or not _fits(match[2], day=day) or not _is_gap(match[1], suffix=True):
        return None
    if day and any(mark in match[1] for mark in ".,()"):
        # "May, 20 people"; but an abbreviation ends in a full stop.
        return _Place(int(match[2]), *match.span(2)) if match[1] in {". ", "."} else None
    return _Place(int(match[2]), *match.span(2))


def _fits(digits: str, *, day: bool) -> bool:
    if day:
        return len(digits) <= 2 and 1 <= int(digits) <= 31
    return len(digits) == 4 and _FIRST_YEAR <= int(digits) <= _LAST_YEAR


def _is_gap(gap: str, *, suffix: bool) -> bool:
    """Whether a gap holds no more than an ending, marks, and words such as ``of``."""
    if _BAD_GAP.search(gap):
        return False
    words = _WORDS.findall(gap.casefold())
    if words and suffix and len(words[0]) <= 5 and not gap[0].isspace():
        words = words[1:]
    return len(words) <= 2 and all(word in _CONNECTORS for word in words)


#: A text with more dates is a table, whose numbers are compared as such.
_MOST: Final = 60


def compare_dates(source: Text, text: Text) -> Compared:
    """Return what became of the dates of a source in a translation of it."""
    ours = source.once(dates_of)
    if not ours or text.language in OTHER_CALENDARS:
        return Compared()
    theirs = text.once(dates_of)
    if max(len(ours), len(theirs)) > _MOST:
        return Compared()
    return _Comparison(source, text, ours, theirs).compared()


def dates_of(text: Text) -> list[Date]:
    """Return the dates of a text; to be asked ``once``."""
    return dates(text.prose, text.locale)


class _Comparison:
    """Pairs the dates of a source with those of a translation, and asks of those that are left what became of them."""

    def __init__(self, source: Text, text: Text, ours: Sequence[Date], theirs: Sequence[Date]) -> None:
        self._source, self._text = source, text
        self._era = _ERAS.get(text.language, 0)
        self._theirs = list(theirs)
        self._same: list[tuple[Date, Date]] = []
        self._ours = [date for date in ours if not self._is_paired(date)]

    def _is_paired(self, date: Date) -> bool:
        """Take the date that says the same, first one that says as much."""
        fitting = [other for other in self._theirs if self._agree(date, other)]
        if not fitting:
            return False
        best = max(fitting, key=lambda other: len(_said(date) & _said(other)))
        self._theirs.remove(best)
        self._same.append((date, best))
        return True

    def _agree(self, one: Date, other: Date) -> bool:
        return any(self._is_same(a, b) for a in one.readings for b in other.readings)

    def _is_same(self, one: Day, other: Day) -> bool:
        if one.month != other.month or (one.day and other.day and one.day != other.day):
            return False
        return not one.year or not other.year or other.year - one.year in {0, self._era}

    def compared(self) -> Compared:
        changed, missing = [], []
        for date in self._ours:
            change = self._change(date)
            if change:
                self._theirs.remove(change.target)
                changed.append(change)
            elif self._is_lost(date):
                missing.append(date)
        pairs = [*self._same, *((change.source, change.target) for change in changed)]
        source_spans = [span for one, other in pairs for span in _both(one, other)]
        source_spans += [span for date in missing for span in date.spans if span]
        target_spans = [span for one, other in pairs for span in _both(other, one)]
        return Compared(tuple(self._same), tuple(changed), tuple(missing), tuple(source_spans), tuple(target_spans))

    def _change(self, date: Date) -> Changed | None:
        """Return what a date became, if what differs stands nowhere else in the other text."""
        changes = [change for other in self._theirs if (change := self._changed(date, other))]
        return max(changes, key=lambda change: (change.sure, _score(change.before, change.after)), default=None)

    def _changed(self, one: Date, other: Date) -> Changed | None:
        pairs = [(a, self._in_our_era(b)) for a in one.readings for b in other.readings]
        before, after = max(pairs, key=lambda pair: _score(*pair))
        swapped = before.day and (before.day, before.month) == (after.month, after.day)
        shape = [bool(a) == bool(b) for a, b in zip(before, after, strict=True)]
        if not swapped and not self._is_elsewhere_absent(before, after):
            return None
        alone = len(self._ours) == 1 and len(self._theirs) == 1
        sure = bool(swapped) or _score(before, after) > 0
        return Changed(one, other, before, after, sure) if sure or (alone and all(shape[:2])) else None

    def _in_our_era(self, day: Day) -> Day:
        return day._replace(year=day.year - self._era) if self._era and day.year > _FIRST_OF_ERA else day

    def _is_elsewhere_absent(self, before: Day, after: Day) -> bool:
        """Whether what differs between two days is said by neither text in another place."""
        for at, (a, b) in enumerate(zip(before, after, strict=True)):
            if not a or not b or a == b or (at == 2 and b - a == self._era):
                continue
            ours, theirs = (
                (self._our_months, self._their_months) if at == 1 else (self._our_numbers, self._their_numbers)
            )
            if a in theirs or b in ours or (at == 2 and a + self._era in theirs):
                return False
        return True

    @cached_property
    def _our_months(self) -> set[int]:
        return _months(self._source, [one for one, _ in self._same])

    @cached_property
    def _their_months(self) -> set[int]:
        return _months(self._text, [other for _, other in self._same])

    @cached_property
    def _our_numbers(self) -> set[int]:
        return _numbers(self._source, [one for one, _ in self._same], self._ours)

    @cached_property
    def _their_numbers(self) -> set[int]:
        return _numbers(self._text, [other for _, other in self._same], self._theirs)

    def _is_lost(self, date: Date) -> bool:
        """Whether neither the day nor the year of a date stands in the translation, as the first of a month may."""
        if any(reading.day == 1 and reading.month in self._their_months for reading in date.readings):
            return False
        values = {value for reading in date.readings for value in (reading.day, reading.year) if value}
        values |= {reading.year + self._era for reading in date.readings if reading.year}
        return not values & self._their_numbers


def _months(text: Text, paired: Iterable[Date]) -> set[int]:
    """Return the months that a text names in places that are no part of a pair."""
    taken = {date.spans[1] for date in paired}
    named = mentions(plain_digits(text.prose), text.locale)
    return {mention.month for mention in named if (mention.start, mention.end) not in taken}


def _numbers(text: Text, paired: Iterable[Date], unpaired: Iterable[Date]) -> set[int]:
    """Return the whole numbers of a text that are no part of a pair, and no month."""
    taken = {at for date in paired for span in date.spans if span for at in range(*span)}
    taken |= {at for date in unpaired if date.spans[1] for at in range(*date.spans[1])}
    free = (numeral for numeral in text.numerals if numeral.start not in taken)
    return {int(value) for numeral in free for value in numeral.values if len(value) <= 4 and "." not in value}


def _said(date: Date) -> set[int]:
    return {at for at, span in enumerate(date.spans) if span}


def _both(one: Date, other: Date) -> Iterator[Span]:
    """Yield the parts of the one date that the other has as well."""
    for mine, theirs in zip(one.spans, other.spans, strict=True):
        if mine and theirs:
            yield mine


def _score(before: Day, after: Day) -> int:
    swapped = bool(before.day) and (before.day, before.month) == (after.month, after.day)
    return 2 * swapped + sum(bool(a) and a == b for a, b in zip(before, after, strict=True))
