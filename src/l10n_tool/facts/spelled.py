"""Numbers that stand in words, in the languages whose small numbers are known (spelled_data.py).

A word counts in two ways: any form that begins as a number word does can stand for a number that is looked for; but
only a word that is nothing else proves that a text says a number.
"""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Final, NamedTuple
from unicodedata import normalize

from l10n_tool.facts.number_words import chinese_number
from l10n_tool.facts.spelled_data import SPELLED
from l10n_tool.facts.spelled_stems import STEMS
from l10n_tool.facts.text import WORD, Span, Text

__all__ = ["Spelled", "english_cardinals", "is_spelled", "is_told", "spelled_numbers"]


class Spelled(NamedTuple):
    """A number in words and its place; ``sure`` if the words are nothing else."""

    value: int
    place: Span
    sure: bool


#: Languages in which a number word can be told from other words, so that it proves something.
_TOLD: Final = frozenset([
    "ar", "az", "be", "bg", "ca", "cs", "da", "de", "el", "es", "et", "fi", "fr", "hr", "hu", "id", "it", "lt",
    "lv", "nb", "nl", "pl", "pt", "ro", "ru", "sk", "sl", "sr", "sv", "tr", "uk", "ja", "zh",
])  # fmt: skip
#: Number words that are also other words: "neuf" is new, "yedi" ate, "altı" under it, "sei" you are.
_COMMON: Final[Mapping[str, frozenset[str]]] = {
    language: frozenset(words.split())
    for language, words in {
        "ar": "ست سبع عشر تسع ثمان ألف آلاف أربع ثاني ثانية ثالث ثالثة رابع رابعة خامس خامسة سادس سادسة سابع "
        "سابعة ثامن ثامنة "
        "تاسع تاسعة عاشر عاشرة",
        "az": "on altı yüz min əlli atmış yetmiş qırx",
        "be": "сто",
        "ca": "set deu nou cent mil sis",
        "cs": "sto tři",
        "da": "to ti fire seks fem hundrede tusind",
        "de": "acht elf hundert tausend vieren dritte",
        "es": "mil cien ciento",
        "et": "kaks sada tuhat",
        "fi": "kuusi sata tuhat",
        "fr": "neuf mille cent cents",
        "hr": "sto pet tri",
        "hu": "hat hét száz ezer két",
        "id": "dua",
        "it": "sei nove mille cento sette",
        "lt": "du šimtas tūkstantis",
        "lv": "simts tūkstotis",
        "nb": "to ti fire seks hundre tusen",
        "nl": "acht elf honderd duizend",
        "pl": "sto stu tysiąc",
        "pt": "mil cem cento",
        "ro": "nouă sute mie",
        "ru": "сто тысяча тысячи тысяч тысячу сорок",
        "sk": "sto tri",
        "sl": "sto tri pet",
        "sr": "сто sto pet tri",
        "sv": "sex hundra tusen",
        "tr": "on altı yedi yüz bin kırk elli altmış yetmiş",
        "uk": "сто тисяча тисячі тисяч тисячу",
    }.items()
}
#: A number word that other words may begin with by chance is longer than a stem that was chosen.
_SHORTEST_BEGINNING: Final = 3
_SHORTEST_STEM: Final = 2
_LONGEST_BEGINNING: Final = 14
_AND: Final = {
    "de": "und", "nl": "en", "fr": "et", "es": "y", "pt": "e", "ca": "i", "ar": "و", "it": "e", "tr": "", "az": "",
}  # fmt: skip
_COUNTERS: Final = (
    "つ|人|個|个|本|枚|冊|册|回|年|日|分|時|小时|小時|种|種|件|次|天|名|位|周|週|歳|岁|か月|ヶ月|項|项|點|点|言|座|所"
)
_COUNTED: Final = re.compile(f"([一二三四五六七八九十]{{1,3}})(?={_COUNTERS})")
_CARDINALS: Final = {
    word: number
    for number, word in [
        *enumerate(
            [
                "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
                "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
            ], 2),
        *((ten * 10, word) for ten, word in enumerate([
            "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
        ], 2)),
    ]
}  # fmt: skip
_TENS: Final = "|".join(word for word, value in _CARDINALS.items() if value >= 20)
_ENGLISH_RUN: Final = re.compile(
    rf"\b(?P<ten>{_TENS})[- ](?P<one>one|two|three|four|five|six|seven|eight|nine)\b"
    rf"|\b(?P<word>{'|'.join(_CARDINALS)})\b"
    r"(?P<more>[ -](?:hundreds?|thousands?|millions?|billions?)\b)?",
    re.IGNORECASE,
)
#: Words of English that begin a compound, whose number is said otherwise: "two-thirds", "five-year-old".
_FRACTION: Final = re.compile(r"[- ](?:third|quarter|fourth|fifth|half|halve|tenth|point)", re.IGNORECASE)


#: Words for two of a kind, which are no number words.
_TWO: Final = (
    "beid",
    "doppel",
    "paar",
    "double",
    "second",
    "paire",
    "ambos",
    "ambas",
    "par",
    "doble",
    "segund",
    "entramb",
    "doppi",
    "coppi",
    "dobr",
    "оба",
    "обе",
    "пара",
    "втор",
    "двой",
    "двум",
    "обид",
    "другий",
    "друг",
    "çift",
    "cüt",
    "dubbel",
    "oba",
    "obie",
    "drug",
    "obou",
    "dvoj",
    "begge",
    "dobbel",
    "båda",
    "molem",
    "kaks",
    "mindk",
    "ambele",
    "dublu",
    "abi",
)
#: Languages with a dual, in which two is said by an ending.
_DUAL: Final = frozenset(["ar", "he", "sl", "mt"])

#: Languages that say "0 of 5" as "none".
_NOTHING: Final = frozenset(["ar", "he", "ja", "zh"])


def is_told(value: int, text: Text) -> bool:
    """Whether a small number would be seen in a text if its language said it as a word."""
    if text.language not in _TOLD or not 0 <= value <= 12:
        return False
    if (value == 2 and text.language in _DUAL) or (value == 0 and text.language in _NOTHING):
        return False
    return value != 2 or not any(word.startswith(_TWO) for word in text.folded)


def is_spelled(vocabulary: frozenset[str]) -> bool:
    """Whether an English text with these words has a number from two up among them."""
    return not vocabulary.isdisjoint(_CARDINALS)


@lru_cache(maxsize=4096)
def english_cardinals(prose: str) -> tuple[Spelled, ...]:
    """Return the numbers of an English text that stand in words: those below a hundred that are said alone."""
    return tuple(_english(prose))


def _english(prose: str) -> Iterator[Spelled]:
    for match in _ENGLISH_RUN.finditer(prose):
        if match["more"] or _FRACTION.match(prose, match.end()):
            continue
        if match["word"]:
            yield Spelled(_CARDINALS[match["word"].lower()], match.span(), sure=True)
        else:
            yield Spelled(
                _CARDINALS[match["ten"].lower()] + _CARDINALS.get(match["one"].lower(), 1), match.span(), sure=True
            )


@lru_cache(maxsize=64)
def _words_of(language: str) -> Mapping[str, int]:
    return _values_by_word(SPELLED.get(language, ""))


@lru_cache(maxsize=64)
def _beginnings_of(language: str) -> Mapping[str, int]:
    """Return what words for a number begin with: stems, number words, and long ones without their last letter."""
    words = {word: value for word, value in _words_of(language).items() if len(word) >= _SHORTEST_BEGINNING}
    # In Arabic the last letters tell ten from twenty.
    cut = {word[:-1]: value for word, value in words.items() if len(word) >= 5 and language != "ar"}
    return {**cut, **_values_by_word(STEMS.get(language, "")), **words}


def _values_by_word(rows: str) -> dict[str, int]:
    found: dict[str, int] = {}
    for row in filter(None, rows.split(";")):
        value, *words = row.split()
        found.update(dict.fromkeys(words, int(value)))
    return found


def spelled_numbers(text: Text) -> list[Spelled] | None:
    """Return the numbers of a text that stand in words, single and joined, or None where none are known."""
    if text.language in {"ja", "zh"}:
        return [
            Spelled(chinese_number(match[1]), match.span(1), sure=len(match[1]) < 3)
            for match in _COUNTED.finditer(text.prose)
        ]
    words = _words_of(text.language)
    if not words:
        return None
    single = list(_single(text, words))
    return [*single, *_joined(text, single)]


def _single(text: Text, words: Mapping[str, int]) -> Iterator[Spelled]:
    told, common = text.language in _TOLD, _COMMON.get(text.language, frozenset())
    for match in WORD.finditer(text.prose):
        word = match[0].lower() if match[0].isascii() else _lower(match[0])
        value = words.get(word)
        if value is not None:
            yield Spelled(value, match.span(), sure=told and value > 1 and word not in common)
        elif (value := _by_beginning(word, words, text.language)) is not None:
            yield Spelled(value, match.span(), sure=False)


def _lower(word: str) -> str:
    # Python's small İ has a dot of its own.
    return normalize("NFC", word.lower().replace("i\u0307", "i")).replace("’", "'").replace("ʼ", "'")


def _by_beginning(word: str, words: Mapping[str, int], language: str) -> int | None:
    """Return the value of the longest number word that a word begins with, or after a particle in Arabic."""
    beginnings = _beginnings_of(language)
    if language != "ar":
        return _longest_beginning(word, beginnings)
    without_particles = word.lstrip("وبلكف").removeprefix("ال"), word[1:].removeprefix("ال")
    values = [words.get(bare, _longest_beginning(bare, beginnings)) for bare in (*without_particles, word)]
    return next((value for value in values if value is not None), None)


def _longest_beginning(word: str, beginnings: Mapping[str, int]) -> int | None:
    lengths = range(min(len(word), _LONGEST_BEGINNING), _SHORTEST_STEM - 1, -1)
    return next((beginnings[word[:length]] for length in lengths if word[:length] in beginnings), None)


def _joined(text: Text, single: list[Spelled]) -> Iterator[Spelled]:
    """Yield what neighbouring number words say together: twenty five, two hundred, ثلاثة وعشرون."""
    total, begun, before = 0, 0, None
    for one in single:
        if before is None or not _are_neighbours(text, before, one):
            total, begun = one.value, one.place[0]
        else:
            total = _together(total, one.value)
            if total:
                yield Spelled(total, (begun, one.place[1]), sure=False)
            else:
                total, begun = one.value, one.place[0]
        before = one


def _are_neighbours(text: Text, one: Spelled, other: Spelled) -> bool:
    gap = text.prose[one.place[1] : other.place[0]].strip(" -\u00a0")
    return not gap or (len(gap) < 4 and gap.lower() == _AND.get(text.language, ""))


def _together(total: int, value: int) -> int:
    """Return the number that a total and the next word make, or 0 if they are two numbers."""
    if value in {100, 1000}:
        return total * value if total < value else 0
    return total + value if _has_room(total, value) or _has_room(value, total) else 0


def _has_room(large: int, small: int) -> bool:
    return (large >= 100 and large % 100 == 0 and small < 100) or (
        large >= 10 and large % 10 == 0 and small < 10 and large < 100
    )
