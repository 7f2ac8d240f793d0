"""Numbers without digits, as "hundreds" or "tens of thousands": how large they are, by language.

A language has one list: for each power of ten the beginnings of the words that say it when no number stands before
them. Powers of neighbouring words add up: hundreds of thousands are of the fifth.
"""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Final, NamedTuple

from l10n_tool.facts.text import Span, Text

__all__ = ["Magnitude", "MagnitudeChange", "compare_magnitudes", "has_magnitude", "magnitudes"]


class Magnitude(NamedTuple):
    """A number that is said by its size only: its power of ten and its place."""

    power: int
    place: Span


class MagnitudeChange(NamedTuple):
    """A magnitude that became another one."""

    before: Magnitude
    after: Magnitude


_ENGLISH: Final = {"dozens": 1, "tens": 1, "hundreds": 2, "thousands": 3, "millions": 6, "billions": 9, "trillions": 12}

#: By language: words, or their beginnings before a hyphen, after the power that they stand for.
_WORDS: Final[Mapping[str, str]] = {
    "ar": "1 عشرات 2 مئات مائات 3 آلاف ألوف 6 ملايين 9 مليارات بلايين 12 تريليونات",
    "az": "1 onlarla onlarca 2 yüzlərlə yüzlərcə yüzlər- 3 minlərlə minlərcə minlər- 6 milyonlar- 9 milyardlar- "
          "12 trilyonlar-",
    "be": "1 дзясятк- 2 сотн- соцень 3 тысяч- 6 мільён- 9 мільярд-",
    "bg": "1 десетки дузини 2 стотици 3 хиляди 6 милиони 9 милиарди",
    "ca": "1 desenes dotzenes 2 centenars 3 milers 6 milions",
    "cs": "1 desítk- desítek tucty 2 stovk- stovek 3 tisíc- 6 milion- milión- 9 miliard-",
    "da": "1 snesevis dusinvis 2 hundredvis hundreder 3 tusindvis tusinder 6 millionvis millioner 9 milliarder",
    "de": "1 dutzend- 2 hunderte- 3 tausende- 4 zehntausende- 5 hunderttausende- 6 millionen 9 milliarden 12 "
          "billionen",
    "el": "1 δεκάδες δεκάδων 2 εκατοντάδες εκατοντάδων 3 χιλιάδες χιλιάδων 6 εκατομμύρια εκατομμυρίων 9 "
          "δισεκατομμύρι-",
    "en": " ".join(f"{power} {word}" for word, power in _ENGLISH.items()),
    "es": "1 decenas docenas 2 cientos centenares centenas 3 miles millares 6 millones 12 billones",
    "et": "1 kümne- tosina- 2 sadu sajad 3 tuhanded tuhandeid 6 miljonid miljoneid 9 miljardid miljardeid",
    "fa": "1 ده‌ها دهها 2 صدها 3 هزاران 6 میلیون‌ها میلیونها 9 میلیاردها",
    "fi": "1 kymmenet kymmeniä kymmenien 2 sadat satoja satojen 3 tuhannet tuhansia tuhansien "
          "6 miljoonat miljoonia miljoonien 9 miljardit miljardeja",
    "fr": "1 dizaines douzaines 2 centaines 3 milliers 6 millions 9 milliards 12 billions",
    "he": "1 עשרות 2 מאות 3 אלפי אלפים 6 מיליוני מיליונים 9 מיליארדי מיליארדים",
    "hr": "1 deseci desetke desetine 2 stotine stotina 3 tisuće tisuća 6 milijuni milijune 9 milijarde milijardi",
    "hu": "1 tucat- 2 százak százai százával 3 ezrek ezrei ezrével 6 milliók milliói 9 milliárdok",
    "id": "1 puluhan 2 ratusan 3 ribuan 6 jutaan 9 miliaran",
    "it": "1 decine dozzine 2 centinaia 3 migliaia 6 milioni 9 miliardi",
    "ja": "1 数十 何十 2 数百 何百 3 数千 何千 4 数万 何万 5 数十万 何十万 6 数百万 何百万 7 数千万 何千万 8 数億 "
          "何億",
    "ko": "1 수십 2 수백 3 수천 4 수만 5 수십만 6 수백만 7 수천만 8 수억",
    "lt": "1 dešimtys dešimtis dešimčių 2 šimtai šimtus 3 tūkstančiai tūkstančius 6 milijonai milijonus",
    "lv": "1 desmitiem 2 simtiem 3 tūkstošiem 6 miljoniem",
    "nb": "1 dusinvis titalls 2 hundrevis hundretalls hundrer 3 tusenvis tusentalls tusener 6 millionvis millioner "
          "9 milliarder",
    "nl": "1 tientallen dozijnen 2 honderden 3 duizenden 4 tienduizenden 5 honderdduizenden 6 miljoenen 9 miljarden",
    "pl": "1 dziesiątk- tuzin- 2 setki setek setkom setkami setkach 3 tysiąc- tysięcy 6 milion- 9 miliard-",
    "pt": "1 dezenas dúzias 2 centenas 3 milhares 6 milhões 9 bilhões 12 biliões trilhões",
    "ro": "1 zeci duzini 2 sute sutele 3 mii miile 6 milioane 9 miliarde",
    "ru": "1 десятк- дюжин- 2 сотни сотен сотням сотнями сотнях 3 тысяч- 6 миллион- 9 миллиард- 12 триллион-",
    "sk": "1 desiatk- tucty 2 stovk- stoviek 3 tisíce tisícov tisíc- 6 milión- 9 miliard-",
    "sl": "1 desetine deset- 2 stotine stotin 3 tisoče tisoč- 6 milijon- 9 milijard-",
    "sr": "1 десетине десетина desetine desetina 2 стотине стотина stotine stotina 3 хиљаде хиљада hiljade hiljada "
          "6 милион- milion- 9 милијард- milijard-",
    "sv": "1 tiotals dussintals 2 hundratals 3 tusentals 4 tiotusentals 5 hundratusentals 6 miljontals miljoner "
          "9 miljardtals miljarder",
    "tr": "1 onlarca düzinelerce 2 yüzler- 3 binler- 6 milyonlar- 9 milyarlar- 12 trilyonlar-",
    "uk": "1 десятк- дюжин- 2 сотні сотень сотням сотнями сотнях 3 тисяч- 6 мільйон- 9 мільярд-",
    "vi": "",
    "zh": "1 数十 數十 几十 幾十 2 数百 數百 几百 幾百 成百 3 数千 數千 几千 幾千 成千 上千 4 数万 數萬 几万 幾萬 "
          "上万 上萬 "
          "5 数十万 數十萬 几十万 幾十萬 6 数百万 數百萬 几百万 幾百萬 7 数千万 數千萬 几千万 8 数亿 數億 几亿",
}  # fmt: skip
#: Number words that multiply the next one: yüz binlerce are hundreds of thousands.
_BEFORE: Final[Mapping[str, Mapping[str, int]]] = {
    "tr": {"on": 1, "yüz": 2},
    "az": {"on": 1, "yüz": 2},
}
_JOINING: Final = frozenset(
    ["", "of", "de", "d'", "d’", "von", "di", "van", "af", "av", "lar", "і", "и", "i", "af", "al", "ال", "din"]
)
_ALREADY_A_NUMBER: Final = re.compile(r"\d[ \u00a0]?\Z")
_ASKED: Final = frozenset(_ENGLISH)
_SPACELESS: Final = frozenset(["ja", "zh", "ko"])


def has_magnitude(text: Text) -> bool:
    """Whether a text may have a magnitude: at a glance for English, always for others."""
    return text.language != "en" or not text.vocabulary.isdisjoint(_ASKED)


def compare_magnitudes(source: Text, text: Text) -> Iterator[MagnitudeChange]:
    """Yield the magnitudes of a source that became others; nothing where a language has no list."""
    ours, theirs = magnitudes(source), magnitudes(text)
    if not ours or not theirs:
        return
    named, said = {one.power for one in ours}, {one.power for one in theirs}
    lost = {one.power: one for one in ours if one.power not in said}
    came = {one.power: one for one in theirs if one.power not in named}
    for one, other in zip(lost.values(), came.values(), strict=False):
        yield MagnitudeChange(one, other)


def magnitudes(text: Text) -> list[Magnitude]:
    """Return the magnitudes of a text; those that a number multiplies are the number's."""
    expression, powers = _of_language(text.language)
    if expression is None:
        return []
    found: list[Magnitude] = []
    for match in expression.finditer(text.prose):
        power = _power(match[1].lower(), powers)
        if not power or _ALREADY_A_NUMBER.search(text.prose, max(0, match.start() - 2), match.start()):
            continue
        if found and _is_joined(text.prose, found[-1].place[1], match.start()):
            found[-1] = Magnitude(found[-1].power + power, (found[-1].place[0], match.end()))
        else:
            found.append(Magnitude(power + _multiplied(text, match.start()), match.span()))
    return found


def _power(word: str, powers: Mapping[str, int]) -> int:
    if word in powers:
        return powers[word]
    return next((power for begins, power in powers.items() if begins[-1] == "-" and word.startswith(begins[:-1])), 0)


def _is_joined(prose: str, start: int, end: int) -> bool:
    return end - start < 6 and prose[start:end].strip().lower() in _JOINING


def _multiplied(text: Text, at: int) -> int:
    words = _BEFORE.get(text.language)
    if not words:
        return 0
    before = text.prose[max(0, at - 5) : at].rstrip().rpartition(" ")[2].lower()
    return words.get(before, 0)


@lru_cache(maxsize=64)
def _of_language(language: str) -> tuple[re.Pattern[str] | None, Mapping[str, int]]:
    powers: dict[str, int] = {}
    power = 0
    for item in _WORDS.get("nb" if language in {"no", "nn"} else language, "").split():
        if item.isdigit():
            power = int(item)
        else:
            powers[item] = power
    if not powers:
        return None, powers
    words = sorted(powers, key=len, reverse=True)
    parts = "|".join(re.escape(word[:-1]) + r"[^\W\d_]{0,8}" if word[-1] == "-" else re.escape(word) for word in words)
    if language in _SPACELESS:
        return re.compile(f"({parts})"), powers
    prefix = "(?:[وفبلك]{0,2}(?:ال)?)" if language == "ar" else ""
    return re.compile(rf"(?<![^\W_]){prefix}({parts})(?![^\W\d_])", re.IGNORECASE), powers
