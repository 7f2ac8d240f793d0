"""Numbers that stand in no digits: English words, months and days, Roman and Chinese numerals."""

import re
from typing import Final

__all__ = ["EAST_ASIAN", "chinese_number", "english_words", "hours", "month_of", "other_numerals"]

#: The powers of ten that Chinese, Japanese and Korean write as a character.
EAST_ASIAN: Final = {
    "百": 2,
    "千": 3,
    "万": 4,
    "萬": 4,
    "亿": 8,
    "億": 8,
    "兆": 12,
    "천": 3,
    "만": 4,
    "억": 8,
}

#: English months by number, short forms too; "may" is a verb as well and counts only beside a number.
_MONTHS: Final = {
    name: number
    for number, names in enumerate(
        ("january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
         "september sep sept", "october oct", "november nov", "december dec"), 1)
    for name in names.split()
}  # fmt: skip


#: Days of the week by number, counted from Sunday or from Monday as languages that number them do.
_DAYS: Final = {
    name: {str(number), str(number % 7 + 1), str(number - 1)}
    for number, names in enumerate(
        ("mon monday", "tue tues tuesday", "wed wednesday", "thu thur thursday", "fri friday", "sat saturday",
         "sun sunday"), 1)
    for name in names.split()
}  # fmt: skip


def month_of(word: str) -> int:
    """Return the number of an English month's name with a capital, or 0."""
    bare = word.strip(".,;:()")
    return _MONTHS.get(bare.casefold(), 0) if bare[:1].isupper() else 0


_ROMAN: Final = re.compile(
    r"(?<![^\W_])(?=[IVXLC])C{0,3}(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})(?=(?:er?|ème|ième|ᵉ)?(?![^\W_]))"
)
_CYRILLIC_ROMAN: Final = str.maketrans("ХІСΧΙ", "XICXI")
_ROMAN_DIGITS: Final = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
_CHINESE: Final = re.compile("[〇零一二两兩三四五六七八九十百千万萬億亿]{1,20}")
_CHINESE_DIGITS: Final = {
    c: n for n, cs in enumerate(("〇零", "一", "二两兩", "三", "四", "五", "六", "七", "八", "九")) for c in cs
}


def other_numerals(text: str) -> set[str]:
    """Return the values of Roman and Chinese numerals: they can stand for a number, but none is asked for."""
    found = set()
    if not text.isascii():
        text = text.translate(_CYRILLIC_ROMAN)
        found = {str(chinese_number(match[0])) for match in _CHINESE.finditer(text)}
    return found | {str(_roman(match[0])) for match in _ROMAN.finditer(text)}


def _roman(text: str) -> int:
    values = [_ROMAN_DIGITS[letter] for letter in text]
    return sum(-value if value < max(values[at:]) else value for at, value in enumerate(values))


def chinese_number(text: str) -> int:
    """Return the value of a numeral that stands in Chinese characters only."""
    if all(character in _CHINESE_DIGITS for character in text):
        return int("".join(str(_CHINESE_DIGITS[character]) for character in text))
    total = section = digit = 0
    for character in text:
        power = EAST_ASIAN.get(character, 1 if character == "十" else 0)
        if not power:
            digit = _CHINESE_DIGITS[character]
        elif power >= 4:
            total, section, digit = (total + section + digit) * 10**power, 0, 0
        else:
            section, digit = section + (digit or 1) * 10**power, 0
    return total + section + digit


_ONES: Final = (
    "zero zeros no none null midnight positive",
    "one a an once first single each another per every multiple ground daily weekly monthly yearly annual tomorrow",
    "two twice second double both pair couple half twin either", "three third thrice triple", "four fourth quarter",
    "five fifth", "six sixth", "seven seventh week", "eight eighth",
    "nine ninth", "ten tenth decimal", "eleven eleventh", "twelve twelfth dozen year noon", "thirteen thirteenth",
    "fourteen fourteenth fortnight", "fifteen fifteenth", "sixteen sixteenth", "seventeen seventeenth",
    "eighteen eighteenth", "nineteen nineteenth",
)  # fmt: skip
_TENS: Final = (
    "", "", "twenty twentieth twenties", "thirty thirtieth thirties", "forty fortieth forties",
    "fifty fiftieth fifties", "sixty sixtieth sixties", "seventy seventieth seventies",
    "eighty eightieth eighties", "ninety ninetieth nineties",
)  # fmt: skip
_WORD_VALUES: Final = {
    **{word: number for number, words in enumerate(_ONES) for word in words.split()},
    **{word: number * 10 for number, words in enumerate(_TENS) for word in words.split()},
}
#: What words may stand for besides: no file is "not 1 file" in Japanese, a quarter is 15 minutes, three months or 25%.
_OTHER_VALUES: Final = {
    "no": {"1"}, "none": {"1"}, "midnight": {"12", "24"}, "quarter": {"3", "15", "25", "45"}, "hexadecimal": {"16"},
    "hex": {"16"}, "octal": {"8"}, "binary": {"2"}, "daily": {"24"}, "weekly": {"7"}, "yearly": {"12"},
    "annual": {"12"}, "fortnight": {"2"},
}  # fmt: skip
_WORD_POWERS: Final = {"hundred": 2, "thousand": 3, "million": 6, "billion": 9, "trillion": 12}
#: Beyond this nobody writes a number in digits; and a text may be a million times "million".
_MOST: Final = 10**15
_WORD: Final = re.compile(r"[A-Za-z]+")


def english_words(text: str) -> set[str]:
    """Return the values that English words of a text may stand for in digits: number words, months, decades."""
    values: set[str] = set()
    before = 0
    for match in _WORD.finditer(text):
        word = match[0].casefold()
        value = _value_of(word, before)
        before = value or 0
        if value is not None:
            values |= {str(value), str(_WORD_VALUES.get(word, value)), *_OTHER_VALUES.get(word, ())}
            values |= hours(text, match.span(), value)
    if values & {"2"} and "half" in text.casefold():
        values |= {"1", "50", "0.5", "30"}
    if "day" in text and "1" in values:
        # One day is 24 hours.
        values.add("24")
    return values | _of_calendar(text)


#: Words before an hour, and those after it.
_BEFORE_HOUR: Final = re.compile(
    r"\b(?:at|by|until|till|from|after|before|around|about|between|and|past|to|of)\s\Z", re.IGNORECASE
)
_AFTER_HOUR: Final = re.compile(
    r"\s(?:o['’]clock|[ap]\.?m\b|(?:in the|this|every|each|on \w{6,9}) (?:morning|afternoon|evening))", re.IGNORECASE
)
# "Half past three" is "half four" in German.
_MINUTES: Final = re.compile(r"\b(?:past|to)\s\Z", re.IGNORECASE)
_LONGEST_BEFORE: Final = 12


def hours(text: str, place: tuple[int, int], value: int) -> set[str]:
    """Return the hours that a number word in an English text may be elsewhere: three is 15."""
    start, end = place
    before = text[max(0, start - _LONGEST_BEFORE) : start]
    if not 1 <= value <= 12 or not (_BEFORE_HOUR.search(before) or _AFTER_HOUR.match(text, end)):
        return set()
    named = {value - 1, value, value + 1} if _MINUTES.search(before) else {value}
    return {str(hour % 24) for one in named for hour in (one, one + 12)}


def _of_calendar(text: str) -> set[str]:
    words = _WORD.findall(text)
    if len(words) == 1:
        # A lone name in a list of months may be in lower case.
        words = [words[0].title()]
    values = {str(number) for number in map(month_of, words) if number}
    return values.union(*(_DAYS.get(word.casefold(), ()) for word in words if word[:1].isupper()))


def _value_of(word: str, before: int) -> int | None:
    power = (
        _WORD_POWERS.get(word) or _WORD_POWERS.get(word.removesuffix("s")) or _WORD_POWERS.get(word.removesuffix("th"))
    )
    if power:
        return (before or 1) * int(10**power) if before < _MOST else int(10**power)
    value = _WORD_VALUES.get(word)
    if value is None:
        return None
    joins = 20 <= before < 100 and before % 10 == 0 and 0 < value < 10
    return before + value if joins or (before >= 100 and before % 100 == 0 and value) else value
