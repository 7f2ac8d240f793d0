"""The numbers of a text as values: any Unicode digits, any grouping, decimals, magnitudes.

A number may have several readings (3.500 is 3,500 or 3.5); two numbers agree where they share one. Readings are
canonical decimals without grouping or trailing zeros: ``48250``, ``3.5``.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Final, NamedTuple

from l10n_tool.facts.number_words import EAST_ASIAN, month_of

__all__ = [
    "MULTIPLIERS", "Numeral", "has_numerals", "has_own_magnitudes", "match_numerals", "numerals", "plain_digits",
]  # fmt: skip


class Numeral(NamedTuple):
    """A number of a text: as written, what it may mean, and how sure it is that a translation writes it in digits.

    ``fixed``: part of a date, a time or a percentage, or a decimal. ``runs``: its runs of digits, where it has
    separators. ``scaled``: its values with the word that multiplies it ("5 million"), if there is one, and where that
    ends.
    """

    text: str
    values: frozenset[str]
    start: int
    end: int
    fixed: bool = False
    percent: bool = False
    runs: tuple[str, ...] = ()
    scaled: frozenset[str] = frozenset()
    scale_end: int = 0

    @property
    def place(self) -> tuple[int, int]:
        """Where it stands, with the word that multiplies it."""
        return self.start, max(self.end, self.scale_end)

    @property
    def small(self) -> bool:
        """Whether it is an integer up to 12, which many languages spell as a word."""
        return any(value in _SMALL for value in self.values)

    @property
    def size(self) -> int:
        """How many digits it has at most."""
        return max(len(value.replace(".", "")) for value in self.values)


_SMALL: Final = frozenset(map(str, range(13)))
_ANY_DIGIT: Final = re.compile(r"[\d¼-¾⅐-⅞]")
_OTHER_DIGIT: Final = re.compile(r"[^\D0-9]")
_FRACTION: Final = re.compile("[¼-¾⅐-⅞]")
# A plain space groups only where exactly three digits follow, and it does so in up to three digits before.
_NUMBER: Final = re.compile(
    r"(?<![0-9])(?:[0-9]{1,3}(?:[ \u00a0\u2009\u202f][0-9]{3}(?![0-9]))+(?:[.,][0-9]++(?![.,]?[0-9]))?"
    r"|[0-9]++(?:[.,'’٬٫][0-9]++)*)"
)
_SEPARATOR: Final = re.compile(r"[^0-9]")
_LONGEST: Final = 25
_TELEPHONE: Final = 7


def numerals(text: str, language: str = "") -> list[Numeral]:
    """Return the numbers that stand in digits, in order; code and URLs should be out of the text already.

    Their places are those of the text. A language makes sure what its words for a million and a billion mean.
    """
    if not has_numerals(text):
        return []
    plain = plain_digits(text)
    found: list[Numeral] = []
    for match in _NUMBER.finditer(plain):
        found += _read(plain, match.start(), match.end())
    placed = _in_context(plain, _joined(plain, found, language)) if found else found
    return placed if text.isascii() else _with_fractions(text, placed)


def has_own_magnitudes(text: str, language: str) -> bool:
    """Whether a text may have a word that multiplies a number in its language, and not or otherwise in others."""
    folded = text.casefold()
    return any(word in folded for word in _OF_LANGUAGE.get(language, _NO_OTHER))


def has_numerals(text: str) -> bool:
    """Whether a text has any digit or fraction."""
    return _ANY_DIGIT.search(text) is not None


def plain_digits(text: str) -> str:
    """Return a text with its digits as 0 to 9, as long as it is."""
    return text if text.isascii() else _OTHER_DIGIT.sub(lambda match: str(unicodedata.decimal(match[0])), text)


def _with_fractions(text: str, found: list[Numeral]) -> list[Numeral]:
    """Add ½ as what 1/2 is: two numbers."""
    more = [numeral for match in _FRACTION.finditer(text) for numeral in _of_fraction(match)]
    return sorted([*found, *more], key=lambda numeral: numeral.start) if more else found


def _of_fraction(match: re.Match[str]) -> list[Numeral]:
    parts = unicodedata.normalize("NFKC", match[0]).split("⁄")
    return [Numeral(part, frozenset({part}), *match.span()) for part in parts]


def _read(text: str, start: int, end: int) -> Iterator[Numeral]:
    written = text[start:end]
    runs = _SEPARATOR.split(written)
    separators = _SEPARATOR.findall(written)
    values = _values(runs, separators)
    if values:
        several = tuple(map(_integer, runs)) if separators else ()
        fixed = any("." in value for value in values) and len(values) == 1
        yield Numeral(written, frozenset(values), start, end, fixed=fixed, runs=several)
        return
    # A date, a version, a list: each run is a number of its own.
    for at, run in enumerate(runs):
        place = start + sum(len(earlier) + 1 for earlier in runs[:at]) if len(runs) <= _LONGEST else start
        yield Numeral(run, frozenset(_year_readings(runs, at)), place, place + len(run))


def _year_readings(runs: Sequence[str], at: int) -> set[str]:
    """Return a run of a date: the last of three may be a year without its century."""
    value = _integer(runs[at])
    if len(runs) == 3 and at == 2 and len(runs[at]) == 2:
        return {value, f"19{runs[at]}", f"20{runs[at]}"}
    return {value}


def _values(runs: Sequence[str], separators: Sequence[str]) -> set[str]:
    if not separators:
        return {_integer(runs[0])}
    whole = _integer("".join(runs))
    decimal = _decimal("".join(runs[:-1]), runs[-1])
    last = separators[-1]
    if last == "٫":
        return {decimal} if _grouped(runs[:-1]) else set()
    if len(set(separators)) == 1:
        return _of_one_separator(runs, last, whole, decimal)
    earlier = set(separators[:-1])
    return {decimal} if len(earlier) == 1 and last in ".," and _grouped(runs[:-1]) else set()


def _of_one_separator(runs: Sequence[str], separator: str, whole: str, decimal: str) -> set[str]:
    values = set()
    if _grouped(runs):
        values.add(whole)
    if len(runs) == 2 and separator in ".,":
        values.add(decimal)
    return values


def _grouped(runs: Sequence[str]) -> bool:
    """Whether runs are groups of one number, by thousands or as in India (12,34,567)."""
    if len(runs) == 1:
        return True
    first, *middle, last = runs
    if not 1 <= len(first) <= 3 or len(last) != 3 or first == "0":
        return False
    return all(len(run) == 3 for run in middle) or (len(first) <= 2 and all(len(run) == 2 for run in middle))


def _integer(run: str) -> str:
    return run.lstrip("0") or "0"


def _decimal(whole: str, fraction: str) -> str:
    fraction = fraction.rstrip("0")
    return f"{_integer(whole)}.{fraction}" if fraction else _integer(whole)


#: Beginnings of the words that multiply a number, so that inflected forms count.
_MAGNITUDES: Final = {
    "hundred": 2, "thousand": 3, "million": 6, "billion": 9, "trillion": 12, "tausend": 3, "tsd": 3, "mio": 6, "mrd": 9,
    "milliard": 9, "mil": 3, "mill": 6, "mille": 3, "millón": 6, "millon": 6, "milhão": 6,
    "milhões": 6, "bilhão": 9, "bilhões": 9,
    "тыс": 3, "млн": 6, "миллион": 6, "мільйон": 6, "млрд": 9, "миллиард": 9, "мільярд": 9, "bin": 3, "milyon": 6,
    "milyar": 9, "mlyn": 6, "mln": 6, "mlrd": 9, "milion": 6, "miljon": 6, "miljoen": 6, "miljard": 9, "tys": 3,
    "ألف": 3, "آلاف": 3, "مليون": 6, "ملايين": 6, "مليار": 9, "هزار": 3, "میلیون": 6, "میلیارد": 9, "हज़ार": 3,
    "हजार": 3, "लाख": 5, "करोड़": 7, "करोड": 7, "lakh": 5, "crore": 7, "ribu": 3, "juta": 6, "nghìn": 3, "triệu": 6,
    "tỷ": 9, "พัน": 3, "หมื่น": 4, "แสน": 5, "ล้าน": 6, "אלף": 3, "מיליון": 6, "χιλιάδ": 3, "εκατομμύρι": 6, "ათას": 3,
    "მილიონ": 6, "հազար": 3, "միլիոն": 6, "k": 3,
}  # fmt: skip
#: What a word means in one language and not in others: the long scale, in which a billion is a million millions
#: (CLDR, spell-out rules), and short words.
_LONG_SCALE: Final = {
    "billion": 12, "billiard": 15, "trillion": 18, "bilion": 12, "biljon": 12, "biljoen": 12, "billón": 12,
    "billon": 12, "bilione": 12, "bilioni": 12, "bilijun": 12, "billió": 12, "biljoona": 12, "trilion": 18,
    "trillón": 18, "triljoen": 18, "triljon": 18,
}  # fmt: skip
_OF_LANGUAGE: Final[Mapping[str, Mapping[str, int]]] = {
    **dict.fromkeys(
        ["de", "fr", "es", "it", "nl", "pl", "cs", "sk", "da", "sv", "nb", "nn", "no", "fi", "hu", "sl", "hr", "ca"],
        _LONG_SCALE,
    ),
    "az": {"min": 3, "trilyon": 12},
    "tr": {"bin": 3, "trilyon": 12},
    "ru": {"трлн": 12, "триллион": 12, "сот": 2, "сотен": 2},
    "uk": {"трлн": 12, "трильйон": 12},
    "pt": {"trilhão": 12, "trilhões": 12, "bilião": 12, "biliões": 12},
    "ar": {"تريليون": 12},
}
_NO_OTHER: Final[Mapping[str, int]] = {}
_WHOLE_WORDS: Final = frozenset({"k", "mil", "mill", "mio", "bin", "mille", "tsd", "tys"})
_BEGINNINGS: Final = tuple(sorted(_MAGNITUDES.keys() - _WHOLE_WORDS, key=len, reverse=True))
#: Words that multiply a number, and their beginnings, of all languages.
MULTIPLIERS: Final = frozenset(_MAGNITUDES)
_NEXT_WORD: Final = re.compile(r"[ \u00a0\u2009\u202f-]?([^\s\d!-/:-@\[-`{-~]{1,20})")


def _joined(text: str, found: list[Numeral], language: str) -> list[Numeral]:
    """Give each number its magnitude, and join 4万8,250 to one number."""
    joined: list[Numeral] = []
    for numeral in found:
        power, end, east_asian = _magnitude(text, numeral.end, language)
        larger = _times(numeral, power, end, keep=not east_asian) if power else numeral
        before = joined[-1] if joined else None
        if before and before.end == numeral.start and text[before.end - 1] in EAST_ASIAN:
            joined[-1] = _sum(before, larger)
        else:
            joined.append(larger)
    return joined


def _magnitude(text: str, at: int, language: str) -> tuple[int, int, bool]:
    power, end = 0, at
    while end < len(text) and text[end] in EAST_ASIAN:
        power += EAST_ASIAN[text[end]]
        end += 1
    if power:
        # The Korean for ten thousand is also "only".
        return power, end, text[end - 1] not in "천만억"
    power, end = _word_power(text, at, language)
    # "mil millones" are a thousand million, and five hundred thousand are 500,000.
    more, after = _word_power(text, end, language) if power in {2, 3} else (0, end)
    return (power + more, after, False) if more > power else (power, end, False)


def _word_power(text: str, at: int, language: str) -> tuple[int, int]:
    match = _NEXT_WORD.match(text, at)
    if not match:
        return 0, at
    word = match[1].casefold()
    own = _OF_LANGUAGE.get(language, _NO_OTHER)
    if word in _WHOLE_WORDS or word in own:
        return own.get(word) or _MAGNITUDES[word], match.end()
    for beginning in own:
        if len(beginning) > 3 and word.startswith(beginning):
            return own[beginning], match.end()
    if not word.startswith(_BEGINNINGS):
        return 0, match.end()
    beginning = next(b for b in _BEGINNINGS if word.startswith(b))
    return _MAGNITUDES[beginning], match.end()


def _times(numeral: Numeral, power: int, end: int, *, keep: bool) -> Numeral:
    # 1 million is 1 and 1000000: "1 Million" has the one, "100万" the other.
    values = {_scaled(value, power) for value in numeral.values}
    old = numeral.values if keep or power <= 3 else frozenset[str]()
    where = numeral.end if keep else end
    scaled = frozenset(values)
    return Numeral(numeral.text, old | scaled, numeral.start, where, fixed=numeral.fixed, scaled=scaled, scale_end=end)


def _scaled(value: str, power: int) -> str:
    if len(value) > _LONGEST:
        return value
    return _text_of(Decimal(value).scaleb(power))


def _text_of(value: Decimal) -> str:
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def _sum(large: Numeral, small: Numeral) -> Numeral:
    if max(map(len, large.values | small.values)) > _LONGEST:
        return large
    values = {_text_of(Decimal(a) + Decimal(b)) for a in large.values for b in small.values}
    return Numeral(large.text + small.text, frozenset(values), large.start, small.end)


_PERCENT: Final = "%٪％"
_DECADE: Final = re.compile(r"['’]?s\b")
_AFTERNOON: Final = re.compile(r"[0-9] ?[ap]\.? ?m\b", re.IGNORECASE)
_LETTER: Final = re.compile(r"[^\W\d_]")
_NEAR: Final = 20


def _in_context(text: str, found: list[Numeral]) -> list[Numeral]:
    """Add what stands around a number: percent signs, decades, months, the year of a date."""
    afternoon = bool(_AFTERNOON.search(text))
    years = [_is_year(numeral) for numeral in found]
    placed = []
    for at, numeral in enumerate(found):
        values = _more_readings(text, numeral, afternoon=afternoon)
        percent = _is_percent(text, numeral)
        fixed = numeral.fixed or percent or _is_time(text, numeral) or _is_day(text, found, years, at)
        placed.append(numeral._replace(values=values, fixed=fixed, percent=percent))
    return placed


def _more_readings(text: str, numeral: Numeral, *, afternoon: bool) -> frozenset[str]:
    values = set(numeral.values)
    value = numeral.text
    if len(value) in {2, 4} and value.endswith("0") and _DECADE.match(text, numeral.end):
        # 1990s: the nineties are 90 in many languages, and the other way round.
        values.add(_integer(value[-2:]))
        if len(value) == 2:
            values.add(f"19{value}")
    if afternoon and numeral.small and len(numeral.values) == 1:
        hour = int(next(iter(numeral.values)))
        values |= {str(hour + 12), "0"} if hour == 12 else {str(hour + 12)}
    return frozenset(values)


def _is_year(numeral: Numeral) -> bool:
    return len(numeral.text) == 4 and numeral.text.isdigit() and "1000" <= numeral.text <= "2999"


def _is_percent(text: str, numeral: Numeral) -> bool:
    after = text[numeral.end : numeral.end + 2].lstrip(" \u00a0\u202f\u2009")
    before = text[max(numeral.start - 2, 0) : numeral.start].rstrip(" \u00a0\u202f")
    return (after[:1] in _PERCENT and bool(after)) or (before[-1:] in _PERCENT and bool(before))


def _is_time(text: str, numeral: Numeral) -> bool:
    after, before = text[numeral.end : numeral.end + 2], text[max(numeral.start - 2, 0) : numeral.start]
    return (after[:1] == ":" and after[1:].isdigit()) or (before[1:] == ":" and before[:1].isdigit())


def _is_day(text: str, found: Sequence[Numeral], years: Sequence[bool], at: int) -> bool:
    """Whether a number stands beside a month's name: a word between it and a year, or an English month."""
    numeral = found[at]
    if len(numeral.text) > 2:
        return False
    if at + 1 < len(found) and years[at + 1] and _is_word(text[numeral.end : found[at + 1].start]):
        return True
    after = text[numeral.end : numeral.end + _NEAR].split()
    before = text[max(numeral.start - _NEAR, 0) : numeral.start].split()
    return any(month_of(word) for word in (*after[:1], *before[-1:]))


def _is_word(gap: str) -> bool:
    return 3 <= len(gap) <= _NEAR and bool(_LETTER.search(gap)) and len(gap.split()) <= 3


def match_numerals(source: Sequence[Numeral], target: Sequence[Numeral]) -> tuple[list[Numeral], list[Numeral]]:
    """Return the numbers of the source that the target lacks, and those of the target that the source lacks."""
    missing, extra = _pair(source, target)
    if missing and extra:
        missing, extra = _split(missing, extra)
        extra, missing = _split(extra, missing)
    if missing and extra and _regrouped(missing, extra):
        return [], []
    return missing, extra


def _regrouped(missing: Iterable[Numeral], extra: Iterable[Numeral]) -> bool:
    """Whether all that differs is where a long row of digits is parted, as in a telephone number."""
    one, other = ("".join(filter(str.isdigit, "".join(n.text for n in these))) for these in (missing, extra))
    return one == other and len(one) >= _TELEPHONE


def _pair(source: Iterable[Numeral], target: Sequence[Numeral]) -> tuple[list[Numeral], list[Numeral]]:
    places: dict[str, list[int]] = {}
    for at, numeral in enumerate(target):
        for value in numeral.values:
            places.setdefault(value, []).append(at)
    taken = [False] * len(target)
    missing = []
    for numeral in sorted(source, key=lambda numeral: len(numeral.values)):
        place = _free(numeral, places, taken, target)
        if place is None:
            missing.append(numeral)
        else:
            taken[place] = True
    missing.sort(key=lambda numeral: numeral.start)
    return missing, [numeral for at, numeral in enumerate(target) if not taken[at]]


def _free(
    numeral: Numeral, places: dict[str, list[int]], taken: Sequence[bool], target: Sequence[Numeral]
) -> int | None:
    for value in numeral.values:
        waiting = places.get(value, [])
        while waiting and taken[waiting[-1]]:
            waiting.pop()
        # Only a few are asked, so that a text of one number a thousand times is no matter.
        for place in waiting[: -_FEW - 1 : -1]:
            if not taken[place] and _is_as_large(numeral, target[place]):
                return place
    return None


_FEW: Final = 4


def _is_as_large(one: Numeral, other: Numeral) -> bool:
    """Whether two numbers that share a value are multiplied alike, where both have a word that multiplies."""
    return not (one.scaled and other.scaled) or bool(one.scaled & other.scaled)


def _split(these: list[Numeral], others: list[Numeral]) -> tuple[list[Numeral], list[Numeral]]:
    """Let a number with separators stand for several without: 17.30 for 17:30, "8 100" for 8 and 100."""
    plain = {at: numeral for at, numeral in enumerate(others) if not numeral.runs}
    by_value: dict[str, list[int]] = {}
    for at, numeral in plain.items():
        for value in numeral.values:
            by_value.setdefault(value, []).append(at)
    left, used = [], set()
    for numeral in these:
        places = [next((at for at in by_value.get(run, [])[:4] if at not in used), None) for run in numeral.runs]
        if places and None not in places and len(set(places)) == len(places):
            used |= set(places)
        else:
            left.append(numeral)
    return left, [numeral for at, numeral in enumerate(others) if at not in used]
