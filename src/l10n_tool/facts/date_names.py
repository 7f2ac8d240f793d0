"""The names of months and days of the week in a language, and the order of its dates in digits.

The names are CLDR's, through Babel, in every form that it has; beside them stand the beginnings of inflected forms
and the names that CLDR leaves out, such as those of the Levant.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from l10n_tool.languages import language_of

if TYPE_CHECKING:
    from babel import Locale

__all__ = [
    "ENGLISH_MONTHS",
    "Names",
    "babel_locales",
    "date_order",
    "day_names",
    "english_date",
    "month_names",
    "takes_tail",
]

ENGLISH_MONTHS: Final = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Names:
    """Names with the numbers that they stand for. ``places`` finds a name, and what ends it is in group ``tail``.

    ``sure`` are the names that are hardly another word.
    """

    places: re.Pattern[str] | None
    numbers: Mapping[str, int]
    sure: frozenset[str]


#: Names by month that CLDR has not: of other countries, in other spellings, and the beginnings of inflected forms.
_MORE_MONTHS: Final[Mapping[str, tuple[str, ...]]] = {
    "en": ("", "", "", "", "", "", "", "", "sept"),
    "ar": (
        "كانون الثاني|جانفي", "شباط|فيفري", "آذار|اذار", "نيسان|أفريل|إبريل|ابريل", "أيار|ايار|ماي",
        "حزيران|يونيه|جوان",
        "تموز|يوليه|جويلية", "آب|اغسطس|أوت", "أيلول|ايلول", "تشرين الأول|تشرين الاول|اكتوبر",
        "تشرين الثاني|نونبر", "كانون الأول|كانون الاول|دجنبر",
    ),
    "be": (
        "студзен", "лют", "сакавік", "красавік", "май|мае|маі", "чэрвен", "ліпен", "жнів|жні", "верас", "кастрычнік",
        "лістапад", "снеж",
    ),
    "cs": (
        "led", "únor", "břez", "dub", "květ", "červn", "červenc", "srp", "září", "říj", "listopad", "prosin",
    ),
    "de": ("jänner", "feber", "mrz"),
    "es": ("", "", "", "", "", "", "", "", "setiembre|set"),
    "hr": (
        "siječ", "velja", "ožuj", "trav", "svib", "lip", "srp", "kolovoz", "ruj", "listopad", "studen", "prosin",
    ),
    "pl": (
        "stycz", "lut", "marzec|marc", "kwie", "maj", "czerw", "lip", "sierp", "wrze", "październik", "listopad",
        "grud",
    ),
    "ru": (
        "январ", "феврал", "март", "апрел", "май|мая|мае|маю|маем", "июн", "июл", "август", "сентябр", "октябр",
        "ноябр", "декабр",
    ),
    "uk": (
        "січ", "лют", "берез", "квіт", "трав", "черв", "лип", "серп", "верес", "жовт", "листопад", "груд",
    ),
}  # fmt: skip

#: Languages that put endings on any name, however short it is.
_SUFFIXES: Final = frozenset(
    ["az", "be", "cs", "et", "eu", "fi", "hr", "hu", "hy", "ka", "kk", "ky", "pl", "ru", "sk", "tk", "tr", "tt", "ug",
     "uk", "uz"]
)  # fmt: skip
_LONG_NAME: Final = 5
_LONGEST_TAIL: Final = 6
#: Names that are also common words, and those of other languages that look like them.
_COMMON: Final = frozenset(["may", "march", "mars", "mart", "marca", "mare", "luna", "led", "lip"])
_PARTICLE: Final = re.compile(r"(?:de |d['’]|يوم |ال|วัน|יום )")

#: Days of the week by number, from Monday as 0, in other forms than CLDR's.
_MORE_DAYS: Final[Mapping[str, tuple[str, ...]]] = {
    "ar": ("إثنين|اثنين|الإثنين", "ثلاثاء", "أربعاء|اربعاء", "خميس", "جمعة", "سبت", "أحد"),
    "be": ("панядзел", "аўтор", "серад", "чацв", "пятніц", "субот", "нядзел"),
    "cs": ("ponděl", "úter", "střed", "čtvrt", "pátek|pátk", "sobot", "neděl"),
    "de": ("", "", "", "", "", "sonnabend", ""),
    "fa": ("دو شنبه", "سه شنبه|سه‌شنبه", "چهار شنبه", "پنج شنبه|پنجشنبه", "", "", "یک شنبه"),
    "ja": ("月曜", "火曜", "水曜", "木曜", "金曜", "土曜", "日曜"),
    "pl": ("poniedziałk", "wtork", "środ|śród", "czwartk", "piątk", "sobot|sobót", "niedziel"),
    "ru": ("понедельник", "вторник", "сред", "четверг", "пятниц", "суббот", "воскресень"),
    "uk": ("понеділк", "вівтор|вівтірк", "серед", "четвер", "п'ятниц|п’ятниц", "субот", "неділ"),
    "zh": ("周一|礼拜一|週一", "周二|礼拜二|週二", "周三|礼拜三|週三", "周四|礼拜四|週四", "周五|礼拜五|週五",
           "周六|礼拜六|週六", "周日|礼拜天|礼拜日|星期天|週日"),
}  # fmt: skip


@lru_cache(maxsize=512)
def month_names(locale: str) -> Names:
    """Return the months of a locale; there are none where CLDR does not know the language or counts them."""
    named: dict[str, int] = {}
    wide: set[str] = set()
    for babel in babel_locales(locale):
        forms = [_months(babel, context, width) for context, width in _MONTH_FORMS]
        for at, form in enumerate(forms):
            known = [(_bare(name), number) for number, name in form.items() if _is_akin(name, forms[0][number])]
            for name, number in known:
                named.setdefault(name, number)
            wide |= {name for name, _ in known} if at < 2 else set()
        named = {**_beginnings(forms[0], forms[1]), **named}
    more = dict(_of_table(_MORE_MONTHS.get(language_of(locale), ()), 1))
    return _names({**more, **named}, wide | more.keys(), language_of(locale))


_MONTH_FORMS: Final = (
    ("format", "wide"), ("stand-alone", "wide"), ("format", "abbreviated"), ("stand-alone", "abbreviated"),
)  # fmt: skip


@lru_cache(maxsize=512)
def day_names(locale: str) -> Names:
    """Return the days of the week of a locale, from Monday as 0, in their long forms."""
    named: dict[str, int] = {}
    for babel in babel_locales(locale):
        for number, name in babel.days["format"]["wide"].items():
            named.setdefault(_bare(name), number)
    more = dict(_of_table(_MORE_DAYS.get(language_of(locale), ()), 0))
    named |= more
    return _names(named, named.keys(), language_of(locale))


@lru_cache(maxsize=512)
def date_order(locale: str) -> str:
    """Return the order of day, month and year in the short form: ``dmy``, ``mdy`` or ``ymd``; empty if unknown."""
    for babel in babel_locales(locale):
        letters = re.sub("[^dMy]", "", babel.date_formats["short"].pattern).lower()
        return "".join(dict.fromkeys(letters))
    return ""


def english_date(day: int, month: int, year: int) -> str:
    """Return a date as an English text has it; 0 stands for what is not known."""
    parts = [str(day) if day else "", ENGLISH_MONTHS[month - 1] if month else "", str(year) if year else ""]
    return " ".join(part for part in parts if part)


def babel_locales(locale: str) -> Iterator["Locale"]:
    """Yield what Babel has for a locale: itself, or its language; Serbian in both scripts."""
    from babel import Locale, UnknownLocaleError

    language = language_of(locale)
    names = [locale.partition("@")[0], language] if language != "sr" else ["sr", "sr_Latn"]
    for name in names:
        try:
            yield Locale.parse(name)
        except (UnknownLocaleError, ValueError):
            continue
        if language != "sr":
            return


def _months(babel: "Locale", context: str, width: str) -> dict[int, str]:
    return {number: name.lower() for number, name in babel.months[context][width].items()}


def _is_akin(name: str, format_name: str) -> bool:
    """Whether two forms begin alike: what Babel gives for the stand-alone form may be another language's.

    Names that are numbers are read as such.
    """
    one, other = _bare(name), _bare(format_name)
    return bool(one) and one[0] == other[:1] and not any(map(str.isdigit, one)) and one[0] not in _CHINESE_NUMBERS


_CHINESE_NUMBERS: Final = "一二三四五六七八九十"


def _bare(name: str) -> str:
    return _PARTICLE.sub("", name.lower(), count=1).strip(". \u200f")


def _beginnings(one: Mapping[int, str], other: Mapping[int, str]) -> dict[str, int]:
    """Return what the two forms of each month have in common, where no other month begins so."""
    found = {}
    for number, name in one.items():
        common = _common(_bare(name), _bare(other[number]))
        others = (_bare(form[n]) for form in (one, other) for n in form if n != number)
        if 4 <= len(common) < len(_bare(name)) and not any(other_name.startswith(common) for other_name in others):
            found[common] = number
    return found


def _common(one: str, other: str) -> str:
    length = next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    return one[:length]


def _of_table(row: Iterable[str], first: int) -> Iterator[tuple[str, int]]:
    for number, forms in enumerate(row, first):
        for form in filter(None, forms.split("|")):
            yield form, number


#: Words that are written together with the next one.
_PREFIXES: Final = {"ar": "[وفبلك]{0,2}(?:ال)?", "he": "[ובלמהכש]{0,2}"}


def _names(named: Mapping[str, int], wide: Iterable[str], language: str) -> Names:
    if not named:
        return Names(None, {}, frozenset())
    spaceless = language in {"ja", "zh", "ko", "th", "lo", "km", "my", "yue"}
    names = sorted(named, key=len, reverse=True)
    before = "" if spaceless else r"(?<![^\W\d_])"
    prefix = _PREFIXES.get(language, "")
    pattern = rf"{before}{prefix}(?P<name>{'|'.join(map(re.escape, names))})"
    pattern += "(?P<tail>)" if spaceless else rf"(?P<tail>[^\W\d_]{{0,{_LONGEST_TAIL}}})(?![^\W\d_])"
    sure = frozenset(name for name in wide if name in named and len(name) > 3 and name not in _COMMON)
    return Names(re.compile(pattern, re.IGNORECASE), named, sure)


def takes_tail(name: str, tail: str, language: str) -> bool:
    """Whether a name with such letters after it can be the name in another form.

    A short name with letters after it is another word, but in languages of many endings.
    """
    if not tail:
        return True
    if language == "en":
        return False
    return len(name) >= _LONG_NAME or (language in _SUFFIXES and len(name) >= 3)
