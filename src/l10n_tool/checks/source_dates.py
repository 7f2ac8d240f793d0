"""``source-dates``: a date or a number of the source can be read in one way only.

The separators of decimals are CLDR's; how dates are read is Wikipedia's "Date format by country".
"""

import re
from collections.abc import Iterator
from typing import Final

from l10n_tool.checks.finding import Severity
from l10n_tool.checks.model import Check, Remark, Whole
from l10n_tool.facts.text import Span
from l10n_tool.languages import language_of

__all__ = ["CHECK"]

_DATE: Final = re.compile(r"(?<![\w./:-])([0-9]{1,2})([./-])([0-9]{1,2})\2([0-9]{4}|[0-9]{2})(?![\w/-]|[.:,][0-9])")
_VERSION: Final = re.compile(r"(?:\bv|\bversions?|\brelease|\bpython|\bdjango|[<>=])[ .]*\Z", re.IGNORECASE)
#: 1.234 is one and a bit to one reader and more than a thousand to another; so is 1,234 where a comma is decimal.
_POINT: Final = re.compile(r"(?<![\w.,:/-])[1-9][0-9]{0,2}\.[0-9]{3}(?![\w/-]|[.,:][0-9])")
_COMMA: Final = re.compile(r"(?<![\w.,:/-])[1-9][0-9]{0,2},[0-9]{3}(?![\w/-]|[.,:][0-9])")
_COMMA_DECIMAL: Final = re.compile(
    r"(?<![\w.,:/-])[0-9]{1,3},[0-9]{1,2}(?=[ \u00a0]?(?:%|million|billion|per cent|km|kg))"
)
#: Languages of the sources whose decimals have a point, so that a comma parts thousands.
_WITH_POINT: Final = frozenset(
    {"en", "ja", "ko", "zh", "yue", "th", "he", "hi", "bn", "ta", "te", "mr", "ur", "sw", "ms"}
)
_BEFORE: Final = 12
_MONTHS: Final = 12
_DAYS: Final = 31


def _source_dates(whole: Whole) -> Iterator[Remark]:
    point = language_of(whole.source_locale) in _WITH_POINT
    for entry in whole.catalogue.messages:
        if not any(map(entry.msgid.__contains__, "./-,")) or not any(map(str.isdigit, entry.msgid)):
            continue
        prose = whole.sources[entry.msgid].prose
        for message, span in (*_dates(prose), *_numbers(prose, point=point)):
            yield Remark(message, entry=entry, source_marks=(span,))


def _dates(text: str) -> Iterator[tuple[str, Span]]:
    for match in _DATE.finditer(text):
        first, second, year = int(match[1]), int(match[3]), match[4]
        if not _is_date(first, second) or _VERSION.search(text[max(match.start() - _BEFORE, 0) : match.start()]):
            continue
        either = max(first, second) <= _MONTHS and first != second
        if not either and len(year) == len("2026"):
            continue
        why = "the day and the month can be taken for each other" if either else f"the year can be 19{year} or 20{year}"
        yield f"{match[0]}: {why}; write the month as a word, and the whole year", match.span()


def _is_date(first: int, second: int) -> bool:
    return 1 <= min(first, second) <= _MONTHS and max(first, second) <= _DAYS


def _numbers(text: str, *, point: bool) -> Iterator[tuple[str, Span]]:
    patterns = (_POINT, _COMMA_DECIMAL) if point else (_COMMA,)
    for pattern in patterns:
        for match in pattern.finditer(text):
            if not _VERSION.search(text[max(match.start() - _BEFORE, 0) : match.start()]):
                yield (
                    f"{match[0]}: a decimal or thousands, by who reads it; write it as the language does",
                    match.span(),
                )


CHECK: Final = Check(
    name="source-dates",
    severity=Severity.INFO,
    summary="Dates and numbers of the source can be read in one way only.",
    explanation=(
        "03/04/2019 is March or April, 13.02.17 is of one century or another, 1.234 is a bit more than one or more "
        "than a thousand: each translator decides alone, and ten locales state two facts. Write the month as a word "
        "and the year in full (3 April 2019), or 2019-04-03, and numbers as the source language groups them "
        "(1,234 in English). Versions are left alone. Told when the source is extracted or its template is checked."
    ),
    of_source=_source_dates,
)
