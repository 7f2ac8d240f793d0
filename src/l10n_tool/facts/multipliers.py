"""Words that multiply a number, as in "5 million", and whether a translation has the digits without the word.

Which words a language has is CLDR's: those of its compact numbers, long and short. Hundreds are taken from the number
words. Of a language that is not known well enough nothing is said.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING, Final

from l10n_tool.facts.date_names import babel_locales
from l10n_tool.facts.magnitudes import magnitudes
from l10n_tool.facts.number_words import EAST_ASIAN
from l10n_tool.facts.numerals import MULTIPLIERS, Numeral, numerals
from l10n_tool.facts.percents import Became, in_ranges
from l10n_tool.facts.spelled import spelled_numbers
from l10n_tool.facts.text import Text

if TYPE_CHECKING:
    from babel import Locale

__all__ = ["compare_multipliers", "multipliers"]


#: Languages whose words for thousands and millions are in CLDR as they are used, and whose hundreds are number words.
_KNOWN: Final = frozenset([
    "ar", "az", "be", "bg", "bs", "ca", "cs", "da", "de", "el", "en", "es", "et", "fa", "fi", "fr", "he", "hr", "hu",
    "hy", "id", "is", "it", "ja", "ka", "kk", "ko", "lt", "lv", "mk", "nb", "nl", "nn", "no", "pl", "pt", "ro", "ru",
    "sk", "sl", "sq", "sr", "sv", "tr", "uk", "vi", "zh",
])  # fmt: skip
#: Words that CLDR has not.
_MORE: Final = {"en": ["hundred", "mn", "mln", "bn"], "vi": ["ngàn", "tỉ"], "ar": ["تريليون", "الاف"], "fa": ["ملیون"]}
#: So many numbers of a text are looked at: one with more is a table.
_MOST: Final = 40
_SHORTEST: Final = 3
#: A word of so many letters is the beginning of its inflected forms.
_LONG: Final = 5
_HUNDRED: Final = 100
#: Short words that are also others, of minutes and of miles, but in a language where they are a thousand before all.
_DOUBTFUL: Final = {"min": frozenset[str](), "mil": frozenset(["es", "pt"]), "mill": frozenset(["nb", "da"])}
_BESIDE: Final = "".join(EAST_ASIAN)


def compare_multipliers(source: Text, text: Text) -> Iterator[Became]:
    """Yield the numbers that lost the word that multiplies them, and those that got one, their digits being the same.

    Where the other text has such a word in another place, nothing is said of it.
    """
    found = text.own_numerals
    yield from _lost(source, source.numerals, text, found)
    yield from (Became(place, other) for other, place in _lost(text, found, source, source.numerals))


def _lost(source: Text, ours: Sequence[Numeral], text: Text, theirs: Sequence[Numeral]) -> Iterator[Became]:
    scaled = list(islice((numeral for numeral in ours if _is_sure(source, numeral)), _MOST))
    if not scaled or _may_multiply(text, len(scaled)):
        return
    alone = _alone(text, theirs)
    for numeral in scaled:
        bare = None if _is_in_full(numeral, theirs) else _bare(numeral, alone)
        if bare:
            yield Became(numeral.place, bare.place)


def _is_sure(text: Text, numeral: Numeral) -> bool:
    """Whether a number has a word that surely multiplies it."""
    if not numeral.scaled:
        return False
    word = text.prose[numeral.end : numeral.scale_end].strip(" \u00a0\u202f-").casefold()
    return not word or (len(word) >= _SHORTEST and text.language in _DOUBTFUL.get(word, {text.language}))


def _alone(text: Text, found: Sequence[Numeral]) -> list[Numeral]:
    """Return the numbers that nothing multiplies: in "5 to 6 million" there is none."""
    multiplied = in_ranges(text, found, [bool(numeral.scaled) for numeral in found])
    return [numeral for numeral, taken in zip(found, multiplied, strict=True) if not taken]


def _is_in_full(numeral: Numeral, others: Sequence[Numeral]) -> bool:
    return any(other.values & numeral.scaled for other in others)


def _bare(numeral: Numeral, others: Sequence[Numeral]) -> Numeral | None:
    """Return the number with the same digits."""
    digits = {value for one in numerals(numeral.text) for value in one.values}
    return next((other for other in others if other.values & digits), None)


def _may_multiply(text: Text, times: int) -> bool:
    """Whether a text may say so many powers of ten in words, wherever they stand."""
    if text.language not in _KNOWN or multipliers(text) >= times:
        return True
    spelled = spelled_numbers(text)
    return any(number.value >= _HUNDRED for number in spelled or ()) or bool(magnitudes(text))


def multipliers(text: Text) -> int:
    """Return how many words and signs of a text can multiply a number."""
    return sum(1 for _ in _expression(text.locale).finditer(text.prose))


@lru_cache(maxsize=256)
def _expression(locale: str) -> re.Pattern[str]:
    words = {*MULTIPLIERS, *(word for babel in babel_locales(locale) for word in _compact_words(babel))}
    words.update(_MORE.get(locale.partition("_")[0], ()))
    patterns = sorted(map(_pattern, words), key=len, reverse=True)
    return re.compile("|".join([*patterns, f"[{_BESIDE}兆조]+"]), re.IGNORECASE)


def _compact_words(babel: "Locale") -> Iterator[str]:
    for width in ("long", "short"):
        for forms in babel.compact_decimal_formats.get(width, {}).values():
            for form in forms.values():
                yield from re.findall(r"[^\W\d_]+", form.pattern)


def _pattern(word: str) -> str:
    if word[0].lower() == word[0].upper():
        return re.escape(word)
    return rf"(?<![^\W\d_]){re.escape(word)}" + (r"[^\W\d_]{0,12}" if len(word) >= _LONG else r"(?![^\W\d_])")
