"""``dates``: every date of the source is the same day in the translation, in whatever form."""

from collections.abc import Iterable
from itertools import chain
from typing import Final

from l10n_tool.checks.finding import Severity
from l10n_tool.checks.model import Check, Remark, Subject, by_text
from l10n_tool.facts.date_names import english_date
from l10n_tool.facts.dates import Changed, Date, compare_dates
from l10n_tool.facts.named_dates import compare_named, may_name
from l10n_tool.facts.text import Span, Text

__all__ = ["CHECK"]


def _dates(subject: Subject) -> Iterable[Remark]:
    found = by_text(subject, _compare) if subject.has_numerals else ()
    return chain(found, by_text(subject, _compare_named)) if any(map(may_name, subject.source_texts)) else found


def _compare(source: Text, text: Text) -> list[Remark]:
    compared = compare_dates(source, text)
    return [*map(_of_change, compared.changed), *map(_of_loss, compared.missing)]


def _of_change(change: Changed) -> Remark:
    message = f"{english_date(*change.before)} became {english_date(*change.after)}"
    severity = Severity.ERROR if change.sure else Severity.WARNING
    return Remark(message, severity, marks=_spans(change.target), source_marks=_spans(change.source))


def _of_loss(date: Date) -> Remark:
    day = date.readings[-1]
    severity = Severity.ERROR if day.year else Severity.WARNING
    return Remark(f"{english_date(*day)} is missing", severity, source_marks=_spans(date))


def _spans(date: Date) -> tuple[Span, ...]:
    return ((date.start, date.end),)


def _compare_named(source: Text, text: Text) -> list[Remark]:
    return [
        Remark(f"{change.before} became {change.after}", marks=(change.place,), source_marks=(change.source_place,))
        for change in compare_named(source, text)
    ]


CHECK: Final = Check(
    name="dates",
    severity=Severity.WARNING,
    summary="The dates of the source are the same days in the translation.",
    explanation=(
        "Dates are compared as days, months and years in any form that the two languages have: 8 May 2008 is "
        "8. Mai 2008, 08.05.2008, 2008年5月8日 and ٨ أيار ٢٠٠٨. A date of which a part is another one, or in which day "
        "and month were swapped, is an error, and so is a lost date with its year; a lost day and month, and another "
        "month or day of the week without a number, are warnings. Correct the date; where the translation says it "
        "in other words, leave the warning or switch the check off for the entry."
    ),
    of_entry=_dates,
)
