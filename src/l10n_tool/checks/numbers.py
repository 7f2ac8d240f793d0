"""``numbers``: every number of the source stands in the translation, in whatever digits, grouping or words."""

import re
from collections.abc import Iterable, Sequence
from functools import partial
from typing import Final

from l10n_tool.checks.finding import Severity
from l10n_tool.checks.model import Check, Remark, Subject, by_text, missing_and_extra
from l10n_tool.facts.dates import compare_dates
from l10n_tool.facts.multipliers import compare_multipliers
from l10n_tool.facts.number_words import english_words, hours, other_numerals
from l10n_tool.facts.numerals import Numeral, has_numerals, match_numerals
from l10n_tool.facts.percents import compare_percents
from l10n_tool.facts.spelled import Spelled, english_cardinals, is_spelled, is_told, spelled_numbers
from l10n_tool.facts.text import Span, Text

__all__ = ["CHECK"]

#: Percentages that are often said as none, half and all.
_OFTEN_WORDS: Final = frozenset({"0", "50", "100"})

#: What other calendars add to a year of ours: the Buddhist era of Thailand, the solar year of Iran, Nepal, Ethiopia.
_CALENDARS: Final = {"th": (543,), "fa": (-621, -622), "ps": (-621, -622), "ne": (56, 57), "am": (-7, -8)}

#: Numbers that are said with a power in many languages: 1000的5次方.
_HUGE: Final = re.compile(r"(?:quadr|quint|sext|sept|oct|non|dec)illion|googol", re.IGNORECASE)
#: Shorter sources are letters for a day or a month, which have numbers in some languages.
_SHORTEST: Final = 3
#: How far from its place a number may be: a share of the text, and so many characters of a sentence.
_APART: Final = 0.1
_SENTENCE: Final = 60


def _numbers(subject: Subject) -> Iterable[Remark]:
    if subject.has_numerals or any(map(has_numerals, subject.entry.msgstr)):
        return by_text(subject, partial(_compare, subject))
    if subject.source_language == "en" and is_spelled(subject.source_texts[-1].vocabulary):
        return by_text(subject, _compare_words)
    return ()


def _compare(subject: Subject, source: Text, text: Text) -> list[Remark]:
    wanted, found = source.numerals, text.own_numerals
    if subject.language in _CALENDARS:
        wanted = tuple(_in_calendar(numeral, subject.language) for numeral in wanted)
    missing, extra = match_numerals(wanted, found)
    if missing or extra:
        missing, extra = _without_dates(source, text, wanted, found)
    if missing or extra:
        spelled = spelled_numbers(text) or []
        extra = _not_excused(extra if missing else _not_repeated(extra, source), source, subject)
        counted = subject.entry.msgid_plural is not None
        missing = [
            numeral
            for numeral in _not_said(missing, text, spelled)
            if extra or _is_fixed(numeral) or not numeral.small or (not counted and _is_told(numeral, source, text))
        ]
    shown = _shown(source, missing), _shown(text, extra)
    remarks = _remarks(missing, extra, shown, subject)
    if not remarks and wanted and found:
        remarks = _beside_numbers(source, text)
    return remarks or _words_beside_digits(subject, source, text)


def _beside_numbers(source: Text, text: Text) -> list[Remark]:
    """Find a percent sign or a million that was lost, or that has come, while the digits stay."""
    changes = [*compare_percents(source, text), *compare_multipliers(source, text)]
    places = {change.source_place: change.place for change in changes}
    return [
        Remark(
            f"{source.prose[slice(*before)]} became {text.prose[slice(*after)]}", marks=(after,), source_marks=(before,)
        )
        for before, after in places.items()
    ]


def _shown(text: Text, found: Iterable[Numeral]) -> list[str]:
    return [text.prose[slice(*numeral.place)] if numeral.scaled else numeral.text for numeral in found]


def _remarks(
    missing: Sequence[Numeral], extra: Sequence[Numeral], shown: tuple[list[str], list[str]], subject: Subject
) -> list[Remark]:
    message = missing_and_extra(*shown)
    if not message:
        return []
    grave = any(_grave(numeral) for numeral in missing) and subject.language not in _CALENDARS
    return [Remark(message, Severity.ERROR if grave else None, marks=_places(extra), source_marks=_places(missing))]


def _places(found: Iterable[Numeral]) -> tuple[Span, ...]:
    return tuple(numeral.place for numeral in found)


def _without_dates(
    source: Text, text: Text, wanted: Sequence[Numeral], found: Sequence[Numeral]
) -> tuple[list[Numeral], list[Numeral]]:
    """Compare again without what ``dates`` compares."""
    compared = compare_dates(source, text)
    if not compared.source_spans:
        return match_numerals(wanted, found)
    return match_numerals(_outside(wanted, compared.source_spans), _outside(found, compared.target_spans))


def _outside(found: Sequence[Numeral], spans: Iterable[Span]) -> list[Numeral]:
    taken = {at for span in spans for at in range(*span)}
    return [numeral for numeral in found if numeral.start not in taken]


def _in_calendar(numeral: Numeral, language: str) -> Numeral:
    offsets = _CALENDARS.get(language)
    if not offsets or len(numeral.text) != 4 or not numeral.text.isdigit():
        return numeral
    return numeral._replace(values=numeral.values | {str(int(numeral.text) + offset) for offset in offsets})


def _is_fixed(numeral: Numeral) -> bool:
    """Whether a number must stand as it is; the 00 of 14:00 is left out in 14 h, and is none of 14.00."""
    return numeral.fixed and numeral.text != "00"


def _not_repeated(extra: list[Numeral], source: Text) -> list[Numeral]:
    """Leave out what the source has too: a translation may say a number twice."""
    return [numeral for numeral in extra if not numeral.values & _values(source.numerals)]


def _not_excused(extra: list[Numeral], source: Text, subject: Subject) -> list[Numeral]:
    """Leave out what a word of the source stands for."""
    if not extra or len(source.prose.strip()) < _SHORTEST or _HUGE.search(source.prose):
        return []
    if subject.entry.msgid_plural is not None:
        # "one file" may become "1 file", and the dual of one language the 2 of another.
        extra = [numeral for numeral in extra if not numeral.small]
    if subject.source_language != "en":
        said = {str(number.value) for number in spelled_numbers(source) or ()}
        # Not all number words are known: a small number may stand for one.
        return [numeral for numeral in extra if not numeral.small and not numeral.values & said]
    words = source.once(_said_in_words)
    # 6 p.m. is 18:00.
    return [numeral for numeral in extra if not numeral.values & words and numeral.text != "00"]


def _said_in_words(source: Text) -> set[str]:
    return source.once(_english_words) | other_numerals(source.prose)


def _english_words(source: Text) -> set[str]:
    return english_words(source.prose)


def _not_said(missing: list[Numeral], text: Text, spelled: Sequence[Spelled]) -> list[Numeral]:
    """Leave out what the translation says as a word or in other numerals."""
    if not missing:
        return []
    said = other_numerals(text.prose) | {str(number.value) for number in spelled}
    if any(word.startswith(_FIRST) for word in text.folded):
        said.add("1")
    return [numeral for numeral in missing if not numeral.values & said]


#: Beginnings of the words for the first of a month, or of anything.
_FIRST: Final = (
    "prim",
    "premi",
    "erst",
    "eerst",
    "перв",
    "перш",
    "prv",
    "pierwsz",
    "birinci",
    "ilk",
    "أول",
    "الأول",
    "الاول",
    "först",
    "første",
    "első",
    "ensi",
    "πρώτ",
    "întâi",
    "pirm",
)


#: 7 days are a week, and 12 months a year.
_ONE_OF_ANOTHER: Final = {"7": " day", "12": " month"}


def _is_told(numeral: Numeral, source: Text, text: Text) -> bool:
    """Whether the translation would have to show a small number: it is part of a name, or no word says it."""
    before, after = source.prose[: numeral.start][-1:], source.prose[numeral.end : numeral.end + 2]
    if numeral.text == "00" or before == "." or after in {"st", "nd", "rd", "th"}:
        return False
    if source.prose.startswith(_ONE_OF_ANOTHER.get(numeral.text, "\ufffe"), numeral.end):
        return False
    return (before.isascii() and before.isalpha()) or any(
        is_told(int(value), text) for value in numeral.values if value.isdigit()
    )


def _grave(numeral: Numeral) -> bool:
    """Whether a fact is lost: a year, a percentage, a number of three digits or more that is hardly said in words."""
    digits = numeral.text.replace(",", "").replace(".", "")
    if numeral.percent:
        return digits not in _OFTEN_WORDS
    return numeral.size >= 3 and digits.rstrip("0") != "1"


def _words_beside_digits(subject: Subject, source: Text, text: Text) -> list[Remark]:
    if subject.source_language == "en" and is_spelled(source.vocabulary):
        return _compare_words(source, text)
    return []


def _compare_words(source: Text, text: Text) -> list[Remark]:
    """Find a number in words that became another one: the one is lost, and the other has come at its place.

    One that is lost and has no other in its place may be said in a way that is not known: an information.
    """
    wanted = english_cardinals(source.prose)
    found = spelled_numbers(text) if wanted else None
    if found is None:
        return []
    said = {str(number.value) for number in found} | _values(text.numerals) | other_numerals(text.prose)
    named = source.once(_english_words) | _values(source.numerals)
    lost = {number.value: number for number in wanted if said.isdisjoint(_readings(source, number))}
    came = {number.value: number for number in found if number.sure and str(number.value) not in named}
    changed, left = [], []
    for one in lost.values():
        other = next((other for other in came.values() if _at_one_place(source, one, text, other)), None)
        if other is not None:
            del came[other.value]
            message = f"{one.value} became {other.value}"
            changed.append(Remark(message, marks=(other.place,), source_marks=(one.place,)))
        elif one.value > 2 and is_told(min(one.value, 12), text):
            message = f"{source.prose[slice(*one.place)]} is missing"
            left.append(Remark(message, Severity.INFO, source_marks=(one.place,)))
    return changed + left


def _readings(source: Text, number: Spelled) -> set[str]:
    return {str(number.value)} | hours(source.prose, number.place, number.value)


def _at_one_place(source: Text, one: Spelled, text: Text, other: Spelled) -> bool:
    """Whether two numbers can be the same: a sentence may be turned round, but is where it was in a long text."""
    places = (one.place[0] / len(source.raw), other.place[0] / len(text.raw))
    return abs(places[0] - places[1]) <= _APART + _SENTENCE / len(text.raw)


def _values(found: Iterable[Numeral]) -> set[str]:
    return {value for numeral in found for value in numeral.values}


CHECK: Final = Check(
    name="numbers",
    severity=Severity.WARNING,
    summary="The numbers of the source stand in the translation, and no others.",
    explanation=(
        "Numbers are compared as values, in any digits and with any grouping: 48,250 is 48.250, 48 250 and ٤٨٬٢٥٠; "
        "3.5 is 3,5; 5 million is 5 Mio. and 500万. A number may be a word, and a month a number (9月); what belongs "
        "to a date is left to ``dates``. A lost year, percentage or number of three digits or more is an error, "
        "anything else a warning, and so is a number in words that became another one, in languages whose number "
        "words are known; one that is found in no words and no digits is an information. A percent sign or a "
        "million beside the number is compared as well, where the language's words for it are known: 87% is "
        "87 Prozent and yüzde 87; one that is lost or put in while the digits stay is a warning. Correct the number, "
        "or leave the warning where the translation says the same in other words."
    ),
    of_entry=_numbers,
)
