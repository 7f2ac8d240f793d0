"""Percentages: numbers with a percent sign or a word for it, and what became of the sign in a translation.

The words are those of CLDR's long form, with other spellings and the beginnings of inflected forms. Of a language
that is not in the table nothing is said.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import islice, pairwise
from typing import Final, NamedTuple

from l10n_tool.facts.numerals import Numeral
from l10n_tool.facts.text import Span, Text

__all__ = ["PERCENT_WORDS", "Became", "compare_percents", "in_ranges", "percentages"]

#: By language: words, ``_`` for a space in one; a word with ``-`` is the beginning of others.
PERCENT_WORDS: Final[Mapping[str, str]] = {
    "af": "persent-", "ar": "بالمائة بالمئة بالمية المائة المئة المية", "az": "faiz-", "be": "працэнт- адсот-",
    "bg": "процент- на_сто", "bn": "শতাংশ", "bs": "procen- posto postot-", "ca": "per_cent per_cents percent-",
    "cs": "procent-", "cy": "y_cant", "da": "procent- pct", "de": "prozent- v_H",
    "el": "τοις_εκατό τοις_εκατόν τα_εκατό",
    "en": "percent- per_cent per-cent pct", "eo": "procent- elcent- centon-", "es": "por_ciento por_cien porcent-",
    "et": "protsen-", "eu": "ehuneko-", "fa": "درصد در_صد", "fi": "prosent- pros",
    "fr": "pour_cent pour_cents pourcent-",
    "ga": "faoin_gcéad", "gl": "por_cento por_cen porcent-", "he": "אחוז למאה", "hi": "प्रतिशत फीसदी फ़ीसदी",
    "hr": "posto postot- procen-", "hu": "százalék-", "hy": "տոկոս-", "id": "persen-", "is": "prósent-",
    "it": "per_cento percent-", "ja": "パーセント", "ka": "პროცენტ-", "kk": "пайыз- процент-", "km": "ភាគរយ",
    "ko": "퍼센트 프로 퍼센티지", "ky": "пайыз- процент-", "lb": "prozent-", "lt": "procent-", "lv": "procent-",
    "mk": "процент- отсто", "ml": "ശതമാനം", "mn": "хув-", "mr": "टक्के टक्क प्रतिशत", "ms": "peratus-",
    "my": "ရာခိုင်နှုန်း", "nb": "prosent- pst", "ne": "प्रतिशत", "nl": "procent- percent-", "nn": "prosent- pst",
    "no": "prosent- pst", "pa": "ਪ੍ਰਤੀਸ਼ਤ ਫ਼ੀਸਦੀ ਫੀਸਦੀ", "pl": "procent- proc", "pt": "por_cento porcent- percent-",
    "ro": "procent- la_sută", "ru": "процент-", "sk": "percent-", "sl": "odstot- procent-", "sq": "përqind- për_qind",
    "sr": "процен- procen- посто posto", "sv": "procent-", "sw": "asilimia", "ta": "சதவீத சதவிகித விழுக்காடு",
    "te": "శాతం", "tg": "фоиз- дарсад", "th": "เปอร์เซ็นต์ เปอร์เซนต์ ร้อยละ", "tk": "göterim-", "tr": "yüzde-",
    "tt": "процент-", "uk": "відсот- процент-", "ur": "فیصد فی_صد", "uz": "foiz-", "vi": "phần_trăm",
    "yue": "百分之 百分",
    "zh": "百分之 个百分点 個百分點 百分",
}  # fmt: skip
_SIGNS: Final = "[%٪％]"
#: What may stand between a number and its sign or word: spaces, a hyphen, an ending, a short word such as ``de``.
_GAP: Final = re.compile(r"[ \u00a0\u2009\u202f\u200e\u200f-]{0,2}(?:de[ \u00a0])?")
_WIDE_GAP: Final = re.compile(r"[^\d.!?;\n]{0,8}")
#: Between the numbers of "80 to 90 percent": an ending of the first, and a dash or a short word.
_RANGE: Final = re.compile(
    r"(?:['’-]?[^\W\d_]{1,5})?[ \u00a0]{0,2}(?:[-\u2010-\u2015~〜～至到]|[^\W\d_]{1,4})?[ \u00a0]{0,2}"
)


class Became(NamedTuple):
    """A number that has a sign or a word beside it in one of two texts only, and its places with that."""

    source_place: Span
    place: Span


def percentages(text: Text, found: Sequence[Numeral]) -> list[tuple[Numeral, Span]]:
    """Return the numbers of a text that have a percent sign or word right beside them, with their whole places."""
    marks = text.once(_marks)
    return [(numeral, place) for numeral in found if (place := _beside(text.prose, numeral, marks, _GAP))]


def compare_percents(source: Text, text: Text) -> Iterator[Became]:
    """Yield the percentages that became plain numbers of the same digits, and plain numbers that became percentages.

    Where one text has a sign in another place, or the language's words are not known, nothing is said.
    """
    if text.language not in PERCENT_WORDS or source.language not in PERCENT_WORDS:
        return
    ours, theirs = source.once(_marks), text.once(_marks)
    found = text.own_numerals
    if len(ours) > len(theirs):
        yield from _lost(source, source.numerals, text, found)
    elif theirs and not ours:
        yield from (Became(place, other) for other, place in _lost(text, found, source, source.numerals))


def _lost(source: Text, ours: Sequence[Numeral], text: Text, theirs: Sequence[Numeral]) -> Iterator[Became]:
    wanted = percentages(source, ours)
    with_sign = _with_sign(text, theirs) if wanted else []
    for numeral, place in wanted:
        same = [at for at, other in enumerate(theirs) if other.values & numeral.values]
        if same and not any(with_sign[at] for at in same):
            yield Became(place, theirs[same[0]].place)


def _with_sign(text: Text, found: Sequence[Numeral]) -> list[bool]:
    """Return which numbers of a text can be percentages: those near a sign, and others of one range with such."""
    marks = text.once(_marks)
    return in_ranges(text, found, [_beside(text.prose, one, marks, _WIDE_GAP) is not None for one in found])


def in_ranges(text: Text, found: Sequence[Numeral], told: Sequence[bool]) -> list[bool]:
    """Return what is told of each number, or of the one that makes a range with it: 80 to 90 percent."""
    joined = [bool(_RANGE.fullmatch(text.prose, one.end, other.start)) for one, other in pairwise(found)]
    before = [False, *(link and here for link, here in zip(joined, told, strict=False))]
    after = [*(link and here for link, here in zip(joined, told[1:], strict=False)), False]
    return [any(one) for one in zip(told, before, after, strict=False)]


def _beside(prose: str, numeral: Numeral, marks: Iterable[Span], gap: re.Pattern[str]) -> Span | None:
    start, end = numeral.place
    for begin, stop in marks:
        if begin >= end and gap.fullmatch(prose, end, begin):
            return start, stop
        if stop <= start and gap.fullmatch(prose, stop, start):
            return begin, end
    return None


#: Of a table with more signs than this only so many are asked for each number.
_MOST: Final = 40


def _marks(text: Text) -> list[Span]:
    """Return where a text has percent signs and words."""
    if not text.numerals:
        return []
    found = _expression(text.language).finditer(text.prose)
    return [match.span() for match in islice(found, _MOST)]


@lru_cache(maxsize=256)
def _expression(language: str) -> re.Pattern[str]:
    words = [_pattern(word) for word in PERCENT_WORDS.get(language, "").split()]
    return re.compile("|".join([f"{_SIGNS}{{1,2}}", *words]), re.IGNORECASE)


def _pattern(word: str) -> str:
    bare = re.escape(word.removesuffix("-")).replace("_", r"[ .\u00a0]{1,2}")
    if word[0].lower() == word[0].upper():
        # Scripts without capitals write particles and endings on to a word.
        return bare
    return rf"(?<![^\W\d_]){bare}" + (r"[^\W\d_]{0,10}" if word[-1] == "-" else r"(?![^\W\d_])")
