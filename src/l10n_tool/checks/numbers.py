"""``numbers``: every number of the source stands in the translation, in whatever digits and grouping."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from l10n_tool.checks.finding import Severity
from l10n_tool.checks.model import Check, Remark, Subject, by_form, missing_and_extra
from l10n_tool.facts.number_words import english_words, other_numerals
from l10n_tool.facts.numerals import Numeral, match_numerals, numerals
from l10n_tool.facts.tokens import without_code

__all__ = ["CHECK"]

#: Percentages that are often said as none, half and all.
_OFTEN_WORDS: Final = frozenset({"0", "50", "100"})

#: What other calendars add to a year of ours: the Buddhist era of Thailand, the solar year of Iran, Nepal, Ethiopia.
_CALENDARS: Final = {"th": (543,), "fa": (-621, -622), "ps": (-621, -622), "ne": (56, 57), "am": (-7, -8)}


def _numbers(subject: Subject) -> Iterator[Remark]:
    if not any(any(map(str.isdigit, text)) for text in (*subject.sources, *subject.entry.msgstr)):
        return
    yield from by_form(subject, lambda source, text: _compare(source, text, subject))


def _compare(source: str, text: str, subject: Subject) -> list[Remark]:
    source, text = without_code(source), without_code(text)
    wanted = [_in_calendar(numeral, subject.language) for numeral in numerals(source)]
    missing, extra = match_numerals(wanted, numerals(text))
    if not missing and not extra:
        return []
    extra = _not_excused(extra, source, subject)
    missing = _really_missing(missing, text, changed=bool(extra))
    message = missing_and_extra((n.text for n in missing), (n.text for n in extra))
    grave = any(_grave(numeral) for numeral in missing) and subject.language not in _CALENDARS
    return [Remark(message, Severity.ERROR if grave else None)] if message else []


def _in_calendar(numeral: Numeral, language: str) -> Numeral:
    offsets = _CALENDARS.get(language)
    if not offsets or len(numeral.text) != 4 or not numeral.text.isdigit():
        return numeral
    return replace(numeral, values=numeral.values | {str(int(numeral.text) + offset) for offset in offsets})


def _not_excused(extra: list[Numeral], source: str, subject: Subject) -> list[Numeral]:
    """Leave out what a word of the source stands for."""
    if not extra:
        return []
    if subject.entry.msgid_plural is not None:
        # "one file" may become "1 file", and the dual of one language the 2 of another.
        extra = [numeral for numeral in extra if not numeral.small]
    if not subject.source_locale.startswith("en"):
        # Number words are known in English only: elsewhere a small number may stand for one.
        return [numeral for numeral in extra if not numeral.small]
    words = english_words(source) | other_numerals(source)
    # 6 p.m. is 18:00.
    return [numeral for numeral in extra if not numeral.values & words and numeral.text != "00"]


def _really_missing(missing: list[Numeral], text: str, *, changed: bool) -> list[Numeral]:
    """Leave out what the translation may say as a word or in other numerals."""
    others = other_numerals(text) if missing else set()
    left = [numeral for numeral in missing if not numeral.values & others]
    return [numeral for numeral in left if changed or numeral.fixed or not numeral.small]


def _grave(numeral: Numeral) -> bool:
    """Whether a fact is lost: a year, a percentage, a number of three digits or more that is hardly said in words."""
    digits = numeral.text.replace(",", "").replace(".", "")
    if numeral.percent:
        return digits not in _OFTEN_WORDS
    return numeral.size >= 3 and digits.rstrip("0") != "1"


CHECK: Final = Check(
    name="numbers",
    severity=Severity.WARNING,
    summary="The numbers of the source stand in the translation, and no others.",
    explanation=(
        "Numbers are compared as values, in any digits and with any grouping: 48,250 is 48.250, 48 250 and ٤٨٬٢٥٠; "
        "3.5 is 3,5. Small whole numbers may be words, a month may be a number (9月). A lost year, percentage or "
        "number of three digits or more is an error, anything else a warning. Correct the number, or leave "
        "the warning where the translation says the same in other words."
    ),
    of_entry=_numbers,
)
