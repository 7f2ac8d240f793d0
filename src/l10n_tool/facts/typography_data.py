"""How languages are set: quotation marks, the spaces beside marks, and characters that are not seen.

``QUOTES`` is made of the files ``main/*/delimiters.json`` of CLDR 48.2 (cldr-misc-full, Unicode licence v3, which lies
beside this module): the four marks of each locale, spaces left out. A locale that has those of its language is left
out, and so is a language that only inherits CLDR's root.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

__all__ = [
    "EMPHASIS_HELPERS", "FRENCH_MARKS", "JOINERS", "NO_SPACE_BEFORE", "OTHER_QUOTES", "QUOTES", "RIGHT_TO_LEFT",
    "UNSPACED",
]  # fmt: skip

_BY_QUOTES: Final = {
    "“”‘’": (
        "af az bn cy da en es fil ga gd gl gu hi id jv kn ko ku lv ml mr ms mt my ne or pa pt sd si so sq sw ta te th "
        "tr uz_Cyrl vi zh zu"
    ),
    "«»“”": "ast blo bm br ca cv dyo el es_US eu ewo ie it kab kk lij mg mua nnh pms pt_PT sc sg ti",
    "„“‚‘": "bs_Cyrl cs de dsb et hr hsb is ksh lb luy mk nds sk sl",
    "«»‹›": "am az_Arab az_Cyrl fa fr_CH gsw jgo kkj mzn rm sdh wae",
    "«»„“": "bas be bua ky os ru sah tyv uk",
    "””’’": "fi he lag rn se sn sv yi",
    "«»‘’": "dua ksf nb nn no rw",
    "«»«»": "fr ht hy oc yav",
    "”“’‘": "ar lld ms_Arab syr ur",
    "‘’“”": "fur ia tn",
    "„“„“": "bg lt prg sgs",
    "„”«»": "nmg pl ro",
    "「」『』": "ja yue zh_Hant",
    "«»„”": "shi zgh",
    "»«›‹": "kk_Arab ug",
    "„”»«": "hu szl",
    "„”‚’": "agq ff",
    "«»”“": "fr_CA",
    "‘’‘’": "nl",
    "“”«»": "eo",
    "“”’‘": "uz",
    "“”“”": "tk",
    "„“«»": "ka",
    "„”‘’": "bs",
    "„”’’": "sr",
}

#: The marks of a locale: what begins and ends a quotation, and what does within another one.
QUOTES: Final[Mapping[str, str]] = MappingProxyType(
    {locale: marks for marks, locales in _BY_QUOTES.items() for locale in locales.split()}
)

#: Marks that a language's orthography or its printers allow besides (their academies and style guides).
OTHER_QUOTES: Final[Mapping[str, str]] = MappingProxyType({
    "ar": "“”«»‘’", "az": "«»„", "be": "“", "bg": "«»’", "bs": "»«“", "ca": "‘’", "cs": "»«›‹", "da": "»«„›‹",
    "de": "»«›‹", "el": "‘’", "es": "«»", "et": "«»”", "eu": "‘’", "fa": "“”", "fi": "»«›‹“", "fr": "“”‘’‹›",
    "gl": "«»", "he": "„“‘״׳", "hr": "»«”’", "hu": "’", "hy": "“”", "it": "‘’", "ja": "“”‘’", "ka": "”",
    "ko": "「」『』",
    "ku": "«»", "lt": "”‘’", "lv": "„«»", "mk": "’”", "nb": "„“”", "nl": "“”„‚", "nn": "„“”", "no": "„“”",
    "pl": "‚’‘“", "pt": "«»", "ro": "“‘’", "sk": "»«", "sl": "»«”", "sq": "«»„", "sr": "“«»‘", "sv": "»«“",
    "tr": "«»", "uk": "“”‘’", "ur": "«»", "uz": "«»", "vi": "«»", "zh": "「」『』《》〈〉",
})  # fmt: skip

#: Scripts whose words are not parted by spaces.
UNSPACED: Final = frozenset(
    ["ja", "zh", "yue", "th", "lo", "km", "my", "shn", "bo", "dz", "nan", "wuu", "lzh", "jv_Java"]
)

#: Languages that put no space before ; : ! ?.
NO_SPACE_BEFORE: Final = frozenset(
    [
        "af", "ast", "az", "be", "bg", "bs", "ca", "cs", "cy", "da", "de", "el", "en", "es", "et", "eu", "fi",
        "fo", "fy", "ga", "gl", "hr", "hu", "id", "is", "it", "lb", "lt", "lv", "mk", "ms", "mt", "nb", "nl", "nn",
        "no", "pl", "pt", "ro", "ru", "sk", "sl", "sq", "sr", "sv", "sw", "tr", "uk", "uz",
    ]
)  # fmt: skip

#: Before these French has a no-break space (Imprimerie nationale; in Canada: Office québécois de la langue française).
FRENCH_MARKS: Final[Mapping[str, str]] = MappingProxyType({"fr": ";:!?»", "fr_CA": ":»"})

RIGHT_TO_LEFT: Final = frozenset(
    [
        "ar", "arc", "arz", "azb", "bal", "bcc", "ckb", "dv", "fa", "glk", "ha_Arab", "he", "khw", "ks", "ku_Arab",
        "lrc", "mzn", "nqo", "ota", "ps", "sd", "skr", "syr", "ug", "ur", "yi",
    ]
)  # fmt: skip

_INDIC: Final = "as awa bho bn brx doi gu hi kn kok mai ml mni mr ne new or pa sa sat sd si ta te tcy"
_ARABIC: Final = "ar arz azb bal bcc ckb fa glk khw ks ku lrc mzn ota pnb ps sd skr ug ur"

#: Invisible characters that a language's spelling uses: the non-joiner, the joiner and the zero-width space.
JOINERS: Final[Mapping[str, frozenset[str]]] = MappingProxyType({
    "\u200c": frozenset(f"{_INDIC} {_ARABIC} ms jv km my mn".split()) - {"ar", "arz"},
    "\u200d": frozenset(f"{_INDIC} {_ARABIC} ms jv my mn".split()),
    "\u200b": frozenset(["th", "lo", "km", "my", "shn", "bo", "dz", "jv", "ksw", "mnw", "kdt"]),
})  # fmt: skip

#: What writers of Markdown put beside ``*`` and ``_`` so that emphasis begins or ends within a word.
EMPHASIS_HELPERS: Final = "\u200b\u200c\u2060"
