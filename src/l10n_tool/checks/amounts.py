"""``amounts``: the currency of an amount stays what it is."""

from collections.abc import Iterable
from typing import Final

from l10n_tool.checks.finding import Severity
from l10n_tool.checks.model import Check, Remark, Subject, by_text
from l10n_tool.facts.amounts import AmountChange, compare_amounts
from l10n_tool.facts.text import Text

__all__ = ["CHECK"]


def _amounts(subject: Subject) -> Iterable[Remark]:
    return by_text(subject, _compare) if subject.has_numerals else ()


def _compare(source: Text, text: Text) -> list[Remark]:
    return [_remark(change) for change in compare_amounts(source, text)]


def _remark(change: AmountChange) -> Remark:
    message = f"{change.before} became {change.after}" if change.after else f"{change.before} are missing"
    return Remark(message, marks=(change.place,) if change.place else (), source_marks=(change.source_place,))


CHECK: Final = Check(
    name="amounts",
    severity=Severity.WARNING,
    summary="An amount of money is in the same currency in the translation.",
    explanation=(
        "Where a number stands beside a currency's sign, code or name, the translation names the same currency, as a "
        "sign, a code or a word: $100 is 100 dollars, 100 US-Dollar and 100ドル. A finding means that the currency is "
        "lost or that another one has come. Correct it; a sum that was converted on purpose is better said in both "
        "currencies, or the check switched off for the entry."
    ),
    of_entry=_amounts,
)
