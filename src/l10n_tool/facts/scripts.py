"""Which script a letter is of, and which scripts a language is written in.

Scripts have the codes of ISO 15924, as in CLDR. The ranges are Unicode's property Script for letters and combining
marks; what lies between two letters of a script is no letter of another. Scripts that no living language is
written in share the code for what is unknown.
"""

import re
import sys
import unicodedata
from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Final

from l10n_tool.languages import language_of

__all__ = [
    "LATIN", "UNKNOWN", "has_letters_outside", "letters_of", "letters_outside", "possible_scripts", "script_of",
    "scripts_of",
]  # fmt: skip

LATIN: Final = "Latn"
#: A letter of a script that is not in the table.
UNKNOWN: Final = "Zzzz"

_RANGES: Final[Mapping[str, str]] = {
    "Latn": (
        "41-AA BA-2B8 2E0-2E4 1D00-1D25 1D2C-1D5C 1D62-1D65 1D6B-1D77 1D79-1DBE 1E00-1EFF 2071-209C 212A-212B "
        "2132 214E-2188 2C60-2C7F A722-A787 A78B-A7FF AB30-AB64 AB66-AB69 FB00-FB06 FF21-FF5A 10780-107BA "
        "1DF00-1DF1E"
    ),
    "Grek": "370-373 376-3E1 3F0-3FF 1D26-1D2A 1D5D-1D61 1D66-1D6A 1DBF 1F00-1FFC 2126 AB65 10140-10174 1D242-1D244",
    "Cyrl": "400-484 487-52F 1C80-1C88 1D2B 1D78 2DE0-2DFF A640-A69F FE2E-FE2F",
    "Armn": "531-588 FB13-FB17",
    "Hebr": "591-5F2 FB1D-FB4F",
    "Arab": "610-63F 641-64A 656-66F 671-6FF 750-77F 870-8FF FB50-FDFB FE70-FEFC 1EE00-1EEBB",
    "Syrc": "710-74F 860-86A",
    "Thaa": "780-7B1",
    "Nkoo": "7CA-7FD",
    "Deva": "900-950 955-97F A8E0-A8FF",
    "Beng": "980-9FE",
    "Guru": "A01-A75",
    "Gujr": "A81-AFF",
    "Orya": "B01-B71",
    "Taml": "B82-BD7",
    "Telu": "C00-C63",
    "Knda": "C80-CF2",
    "Mlym": "D00-D7F",
    "Sinh": "D81-DF3",
    "Thai": "E01-E4E",
    "Laoo": "E81-EDF",
    "Tibt": "F00-FC6",
    "Mymr": "1000-109D A9E0-A9FE AA60-AA7F",
    "Geor": "10A0-10FF 1C90-1CBF 2D00-2D2D",
    "Hang": "1100-11FF 302E-302F 3131-318E A960-A97C AC00-D7FB FFA0-FFDC",
    "Ethi": "1200-138F 2D80-2DDE AB01-AB2E 1E7E0-1E7FE",
    "Cher": "13A0-13FD AB70-ABBF",
    "Cans": "1401-167F 18B0-18F5 11AB0-11ABF",
    "Khmr": "1780-17DD",
    "Mong": "180B-18AA",
    "Tfng": "2D30-2D7F",
    "Hira": "3041-3096 309D-309F 1B001-1B11F 1B150-1B152",
    "Kana": "30A1-30FA 30FD-30FF 31F0-31FF FF66-FF6F FF71-FF9D 1AFF0-1B000 1B120-1B122 1B164-1B167",
    "Bopo": "3105-312F 31A0-31BF",
    "Hani": "3005 3007-3029 3038-303B 3400-9FFF F900-FAD9 16FE3 16FF0-16FF1 20000-33479",
    "Yiii": "A000-A48C",
    "Lisu": "A4D0-A4FD 11FB0",
    "Vaii": "A500-A62B",
    "Olck": "1C5A-1C7D",
    "Mtei": "AAE0-AAF6 ABC0-ABED",
    "Java": "A980-A9C0",
    "Sund": "1B80-1BBF",
    "Bali": "1B00-1B73",
    "Adlm": "1E900-1E94B",
    "Cakm": "11100-11147",
    "Osge": "104B0-104FB",
    "Copt": "3E2-3EF 2C80-2CF3",
    "Bamu": "A6A0-A6F1 16800-16A38",
    "Cham": "AA00-AA4D",
    "Batk": "1BC0-1BF3",
    "Limb": "1900-193B",
    "Lepc": "1C00-1C4F",
    "Kali": "A90A-A92D",
    "Tale": "1950-1974",
    "Talu": "1980-19C9",
    "Lana": "1A20-1AA7",
    "Rohg": "10D00-10D27",
    "Newa": "11400-11461",
}  # fmt: skip


def _bounds() -> list[tuple[int, int, str]]:
    bounds = []
    for script, ranges in _RANGES.items():
        for part in ranges.split():
            first, _, last = part.partition("-")
            bounds.append((int(first, 16), int(last or first, 16), script))
    return sorted(bounds)


_BOUNDS: Final = _bounds()
_FIRSTS: Final = [first for first, _, _ in _BOUNDS]


@lru_cache(maxsize=16_384)
def script_of(character: str) -> str:
    """Return the script of a letter or a combining mark.

    It is empty for anything else, and for what all scripts share (ー, ʼ, a combining acute).
    """
    kind = unicodedata.category(character)
    if kind[0] not in "LM":
        return ""
    code = ord(character)
    at = bisect_right(_FIRSTS, code) - 1
    if at >= 0 and code <= _BOUNDS[at][1]:
        return _BOUNDS[at][2]
    return "" if _is_shared(character, kind) else UNKNOWN


def _is_shared(character: str, kind: str) -> bool:
    """Whether a character outside the table is one of Script=Common or Inherited, as far as its kind tells."""
    letterlike = 0x2100 <= ord(character) <= 0x214F or 0x1D400 <= ord(character) <= 0x1D7FF
    return letterlike or kind in {"Lm", "Mn", "Me"} or character in "µ〼〆"


def scripts_of(text: str) -> Counter[str]:
    """Count the letters and marks of a text by script; those that scripts share are left out."""
    counts: Counter[str] = Counter()
    for character, times in Counter(text).items():
        if script := script_of(character):
            counts[script] += times
    return counts


# What stands for several scripts together (ISO 15924).
_MIXED: Final[Mapping[str, frozenset[str]]] = {
    "Jpan": frozenset({"Hira", "Kana", "Hani"}),
    "Kore": frozenset({"Hang", "Hani"}),
    "Hans": frozenset({"Hani", "Bopo"}),
    "Hant": frozenset({"Hani", "Bopo"}),
}
_MODIFIERS: Final[Mapping[str, str]] = {
    "arabic": "Arab", "cyrillic": "Cyrl", "devanagari": "Deva", "latin": "Latn", "mongolian": "Mong",
}  # fmt: skip

# The languages that catalogues are made for, by script: CLDR's likely subtags. Other languages are not judged.
_LANGUAGES: Final[Mapping[str, str]] = {
    "Latn": (
        "aa af ak an ast az bem bm br bs ca ceb cgg co crh cs csb cy da de dsb ebu ee en eo es et eu ewo ff fi fil "
        "fo fr frp fur fy ga gd gl gn gsw guz gv ha haw hr hsb ht hu ia id ie ig io is it jbo jv kab kam kde kea "
        "kl kln ksh ku kw la lb lg li lij ln lt ltg luo luy lv mas mer mfe mg mgh mi ms mt mua na nah nap naq nb "
        "nd nds nl nmg nn no nr nso nv ny nyn oc om pap pl pms prg pt qu rm rn ro rof rw rwk saq sbp sc scn sco se "
        "seh ses sg sgs sh sk sl sma smj smn sms sn so sq ss st su sv sw szl tet tk tl tn to tpi tr ts twq ty uz ve "
        "vec vi vls vo vun wa war wo xh xog yo za zu"
    ),
    "Cyrl": "ab av ba be bg bua ce cv kk kv ky mhr mk mn mrj myv mdf os ru rue sah sr tg tt tyv udm uk",
    "Arab": "ar ars ary arz azb bal bqi ckb fa glk ks lrc mzn prs ps sd skr ug ur",
    "Deva": "awa bho brx doi gom hi hne kok mai mr ne new sa",
    "Beng": "as bn bpy mni",
    "Jpan": "ja",
    "Kore": "ko",
    "Hans": "gan hak lzh nan wuu yue zh",
    "Hebr": "he iw yi",
    "Ethi": "am byn gez ti tig wal",
    "Grek": "el grc",
    "Tibt": "bo dz",
    "Mymr": "my mnw shn",
    "Armn": "hy hyw",
    "Geor": "ka xmf",
    "Guru": "pa", "Gujr": "gu", "Orya": "or", "Taml": "ta", "Telu": "te", "Knda": "kn", "Mlym": "ml", "Sinh": "si",
    "Thai": "th", "Laoo": "lo", "Khmr": "km", "Thaa": "dv", "Cher": "chr", "Cans": "iu oj cr", "Olck": "sat",
    "Syrc": "aii syr", "Tfng": "zgh", "Nkoo": "nqo", "Yiii": "ii",
}  # fmt: skip

# The other scripts that a language is written in, with a code of its own for the script or without one.
_OTHER_SCRIPTS: Final[Mapping[str, str]] = {
    "az": "Cyrl Arab", "be": "Latn", "bs": "Cyrl", "crh": "Cyrl", "cr": "Latn", "dv": "Latn", "ff": "Adlm",
    "ha": "Arab", "hak": "Latn", "hi": "Latn", "iu": "Latn", "jv": "Java", "kk": "Latn Arab", "kok": "Latn",
    "ks": "Deva", "ku": "Arab Cyrl", "ky": "Arab Latn", "mn": "Mong", "mni": "Mtei", "ms": "Arab", "nan": "Latn",
    "oj": "Latn", "pa": "Arab", "ro": "Cyrl", "sa": "Latn", "sat": "Deva Beng Latn", "sd": "Deva", "sr": "Latn",
    "su": "Sund", "syr": "Latn", "tg": "Latn Arab", "tk": "Cyrl", "tt": "Latn", "ug": "Cyrl Latn", "uz": "Cyrl Arab",
    "zgh": "Latn",
}  # fmt: skip


@cache
def _usual_scripts() -> Mapping[str, str]:
    return {code: script for script, codes in _LANGUAGES.items() for code in codes.split()}


@lru_cache(maxsize=1024)
def possible_scripts(locale: str) -> tuple[frozenset[str], ...]:
    """Return the scripts that a locale can be written in, the usual one first; none for a language not in the tables.

    A script in the locale is the only one. Each is a set, since Japanese and Korean mix scripts.
    """
    named = next((part for part in re.split("[_@]", locale)[1:] if len(part) == 4 and part.istitle()), "")
    named = named or _MODIFIERS.get(locale.partition("@")[2], "")
    language = language_of(locale)
    usual = _usual_scripts().get(language)
    if named:
        return (_MIXED.get(named, frozenset({named})),)
    if usual is None:
        return ()
    scripts = [usual, *_OTHER_SCRIPTS.get(language, "").split()]
    return tuple(_MIXED.get(script, frozenset({script})) for script in scripts)


@cache
def letters_of(scripts: frozenset[str]) -> re.Pattern[str]:
    """Return an expression for a run of characters in the ranges of these scripts."""
    return re.compile(f"[{_class_of(scripts)}]+")


@cache
def letters_outside(scripts: frozenset[str]) -> re.Pattern[str]:
    """Return an expression for a run of characters in the ranges of all other scripts of the table."""
    return re.compile(f"[{_class_of(frozenset(_RANGES) - scripts)}]+")


def has_letters_outside(text: str, scripts: frozenset[str]) -> bool:
    """Whether a text has a character that ``letters_outside`` finds."""
    near, far = _halves(scripts)
    return near.search(text) is not None or (_FAR.search(text) is not None and far.search(text) is not None)


@cache
def _halves(scripts: frozenset[str]) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return expressions for a character of the other scripts up to U+FFFF, which is read at a glance, and beyond."""
    others = frozenset(_RANGES) - scripts
    return re.compile(f"[{_class_of(others, range(_BEYOND))}]"), re.compile(f"[{_class_of(others)}]")


#: From here on re looks at one range of a class after another.
_BEYOND: Final = 0x10000
_FAR: Final = re.compile("[\U00010000-\U0010ffff]")


def _class_of(scripts: frozenset[str], within: range = range(sys.maxunicode + 1)) -> str:
    parts = (part.split("-") for script in sorted(scripts & set(_RANGES)) for part in _RANGES[script].split())
    return "".join("-".join(f"\\U{int(end, 16):08X}" for end in part) for part in parts if int(part[0], 16) in within)
