"""Letters of one script that look like letters of another, after Unicode's table of confusable characters (UTS 39)."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

__all__ = ["FOREIGN", "IDEOGRAPHS", "LOOK_ALIKES", "SINGLE"]

_OF_LATIN: Final = {
    # Cyrillic
    "а": "a", "е": "e", "о": "o", "р": "p", "с": "c", "у": "y", "х": "x", "і": "i", "ј": "j", "ѕ": "s", "ԁ": "d",
    "һ": "h", "ԛ": "q", "ԝ": "w", "ӏ": "l", "ѵ": "v", "г": "r", "ѐ": "è", "ё": "ë", "ї": "ï", "ә": "ə", "ӓ": "ä",
    "ӧ": "ö", "ґ": "r", "А": "A", "В": "B", "Е": "E", "К": "K", "М": "M", "Н": "H", "О": "O", "Р": "P", "С": "C",
    "Т": "T", "У": "Y", "Х": "X", "І": "I", "Ј": "J", "Ѕ": "S", "Ѵ": "V", "Ԛ": "Q", "Ԝ": "W", "Ү": "Y", "Ә": "Ə",
    "Ё": "Ë", "Ї": "Ï", "З": "3", "к": "k", "м": "m", "т": "t", "н": "h", "в": "b",
    # Greek
    "α": "a", "ο": "o", "ν": "v", "ρ": "p", "ι": "i", "κ": "k", "υ": "u", "χ": "x", "γ": "y", "τ": "t", "ε": "e",
    "η": "n", "ω": "w", "ϲ": "c", "ϳ": "j", "β": "ß", "ό": "ó", "ά": "á", "έ": "é", "ί": "í", "ύ": "ú", "Α": "A",
    "Β": "B", "Ε": "E", "Ζ": "Z", "Η": "H", "Ι": "I", "Κ": "K", "Μ": "M", "Ν": "N", "Ο": "O", "Ρ": "P", "Τ": "T",
    "Υ": "Y", "Χ": "X",
    # Armenian
    "օ": "o", "ո": "n", "ս": "u", "հ": "h", "ց": "g", "զ": "q", "յ": "j", "ք": "p", "ռ": "n", "ա": "w", "լ": "l",
    "Ս": "U", "Տ": "S", "Օ": "O", "Լ": "L", "Հ": "2",
}  # fmt: skip

#: For each letter of Cyrillic, Greek or Armenian the Latin one that it is taken for.
LOOK_ALIKES: Final[Mapping[str, str]] = MappingProxyType(_OF_LATIN)

#: Latin letters that stand as words of their own by a slip, by language: ``c`` typed for the Russian preposition.
SINGLE: Final[Mapping[str, str]] = MappingProxyType(
    {"ru": "caoy", "uk": "aoyi", "be": "aiy", "bg": "ac", "mk": "aco", "sr": "aco"}
)

#: Letters of the same script that only look like those of the language, and those that are meant.
FOREIGN: Final[Mapping[str, Mapping[str, str]]] = MappingProxyType({
    "ar": {"ی": "ي", "ک": "ك", "ہ": "ه"},
    "fa": {"ي": "ی", "ك": "ک"},
    "az": {"ǝ": "ə", "Ǝ": "Ə"},
})  # fmt: skip

#: Ideographs that are taken for katakana.
IDEOGRAPHS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "力": "カ",
        "口": "ロ",
        "工": "エ",
        "二": "ニ",
        "八": "ハ",
        "夕": "タ",
        "卜": "ト",
        "一": "ー",
        "千": "チ",
        "才": "オ",
    }
)
