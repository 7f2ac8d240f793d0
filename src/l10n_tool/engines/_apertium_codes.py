"""Apertium's codes of languages.

Apertium names its pairs by ISO 639-3 (``eng-spa``), older ones by ISO 639-1 (``en-gl``), with a variant after ``_``
(``cat_valencia``). The table is of the languages that have a released pair, taken from ISO 639-3's code tables
(https://iso639-3.sil.org); Babel has no such data.
"""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final

__all__ = ["codes"]

_ISO_639_3: Final[Mapping[str, str]] = MappingProxyType(
    {
        "af": "afr", "an": "arg", "ar": "ara", "az": "aze", "ba": "bak", "be": "bel", "bg": "bul", "br": "bre",
        "ca": "cat", "co": "cos", "cs": "ces", "cv": "chv", "cy": "cym", "da": "dan", "de": "deu", "el": "ell",
        "en": "eng", "eo": "epo", "es": "spa", "et": "est", "eu": "eus", "fi": "fin", "fo": "fao", "fr": "fra",
        "ga": "gle", "gd": "gla", "gl": "glg", "gv": "glv", "he": "heb", "hi": "hin", "hu": "hun", "hy": "hye",
        "ia": "ina", "id": "ind", "is": "isl", "it": "ita", "kk": "kaz", "ky": "kir", "lt": "lit", "lv": "lav",
        "mk": "mkd", "ms": "zlm", "mt": "mlt", "nb": "nob", "nl": "nld", "nn": "nno", "no": "nob", "oc": "oci",
        "pl": "pol", "pt": "por", "ro": "ron", "ru": "rus", "sc": "srd", "se": "sme", "sk": "slk", "sl": "slv",
        "sq": "sqi", "sv": "swe", "tg": "tgk", "tr": "tur", "tt": "tat", "ug": "uig", "uk": "ukr", "ur": "urd",
        "uz": "uzb", "zh": "zho",
    }
)  # fmt: skip
# Apertium has one package for these, with the standards as variants of the target.
_HBS: Final = {"bs": "BS", "hr": "HR", "sr": "SR"}


def codes(locale: str) -> list[str]:
    """Return the codes that a pair may have for a locale, the nearest to it first."""
    return list(dict.fromkeys(_codes(locale)))


def _codes(locale: str) -> Iterator[str]:
    rest, _, modifier = locale.partition("@")
    language, *subtags = rest.split("_")
    territory = next((subtag for subtag in subtags if len(subtag) in {2, 3}), "")
    known = [code for code in (_ISO_639_3.get(language), language) if code]
    variants = [variant for variant in (modifier, territory) if variant]
    yield from (f"{code}_{variant}" for variant in variants for code in known)
    if language in _HBS:
        yield from (f"hbs_{_HBS[language]}", "hbs")
    yield from known
