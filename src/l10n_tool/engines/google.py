"""Google Translate through its public page, by deep-translator: no key, and no promise from Google either."""

from collections.abc import Mapping
from functools import partial
from typing import Final

from l10n_tool.engines._deep_translator import DeepTranslator, codes_of, connect, translator
from l10n_tool.engines._locales import parts_of, refuse

__all__ = ["code", "engine"]

# In a script of three bytes a letter this makes an address of 13,500 bytes.
_LIMIT: Final = 1_500

# Google's own codes where they are not those of CLDR.
_OWN: Final = {"fil": "tl", "he": "iw", "jv": "jw", "mni": "mni-Mtei", "nb": "no", "zh": "zh-CN"}
_TRADITIONAL: Final = frozenset({"HK", "MO", "TW"})


def code(locale: str) -> str:
    """Return Google's code for a locale in gettext's form. Raises UsageError where it has none."""
    parts = parts_of(locale)
    if parts.language == "zh":
        return "zh-TW" if parts.script == "Hant" or (not parts.script and parts.territory in _TRADITIONAL) else "zh-CN"
    if parts.script:
        raise refuse("Google", locale, "it writes the language in another script")
    if parts.territory in {"XA", "XB"}:
        raise refuse("Google", locale, "it is a pseudo-locale")
    own = _OWN.get(parts.language, parts.language)
    if own not in codes_of("GOOGLE_LANGUAGES_TO_CODES"):
        raise refuse("Google", locale, "it does not have the language")
    return own


def engine(source: str, target: str, options: Mapping[str, object]) -> DeepTranslator:
    """Return the engine for a pair. Options: ``url``; ``timeout`` and ``pause`` between tries, in seconds."""
    before, after = code(source), code(target)
    if before == after:
        raise refuse("Google", target, "it takes it for the language of the source")
    web, url = connect("google", "Google Translate", options)
    make = partial(translator("google", "GoogleTranslator"), source=before, target=after, proxies=web)
    return DeepTranslator("google", _LIMIT, make, web, url)
