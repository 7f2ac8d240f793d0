"""Finding a date in a line by its shape, in any language and with any digits."""

import re
from typing import Final

__all__ = ["find_date"]

_NUMBERS: Final = re.compile(r"(?<!\d)(\d{1,4})([./-])\s?(\d{1,2})\2\s?(\d{2,4})(?!\d)")
# A month is any word of three letters or more: day, month, year in the orders in use, with an article or an
# abbreviated "of the year" between them.
_MONTH: Final = r"[^\W\d_][^\s\d,]{2,14}"
_WORDED: Final = re.compile(
    rf"""(?<![^\W_])(?:
        \d{{1,2}}(?:[^\W\d_]{{1,2}})?[.,]?[\s-]+(?:[^\W\d_]{{1,3}}\s+)?{_MONTH}(?:\s+[^\W\d_]{{1,3}})?[\s,-]+\d{{4}}
        | {_MONTH}\s+\d{{1,2}}(?:[^\W\d_]{{1,2}})?[.,]?\s+\d{{4}}
        | \d{{4}}\.?\s+(?:[^\W\d_]{{1,2}}\.?\s+)?{_MONTH}\s+\d{{1,2}}\.?
        | \d{{4}}\s?[年년]\s?\d{{1,2}}\s?[月월]\s?\d{{1,2}}\s?[日일]?
    )(?!\d)""",
    re.VERBOSE,
)


def find_date(text: str) -> str | None:
    """Give the first date in a short text as it stands there, None if there is none."""
    for numbers in _NUMBERS.finditer(text):
        if _is_calendar_day(*map(int, numbers.group(1, 3, 4))):
            return numbers[0]
    worded = _WORDED.search(text)
    return worded[0] if worded else None


def _is_calendar_day(first: int, second: int, third: int) -> bool:
    """Tell a date from a version or a telephone number: day and month in range, the year at either end."""
    if first > 31:
        return 1 <= second <= 12 and 1 <= third <= 31
    return 1 <= min(first, second) <= 12 and 1 <= max(first, second) <= 31
