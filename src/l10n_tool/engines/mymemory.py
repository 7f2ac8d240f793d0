"""MyMemory (https://mymemory.translated.net), by deep-translator: plain http, short texts, 5,000 characters a day."""

import html
from collections.abc import Mapping
from functools import partial
from typing import Final

from l10n_tool.drafting import Rejected
from l10n_tool.engines._deep_translator import DeepTranslator, codes_of, connect, translator
from l10n_tool.engines._locales import parts_of, refuse, usual_script
from l10n_tool.errors import ServiceError

__all__ = ["MyMemory", "code", "engine"]

#: The longest text, in bytes of UTF-8: "q" in MyMemory's API technical specifications.
_LONGEST: Final = 500
_LIMITS: Final = {"Latn": 480, "Cyrl": 240, "Grek": 240, "Arab": 240, "Hebr": 240, "Armn": 240}
_LIMIT_OF_OTHERS: Final = 160

# The code of a language that has several, or one under another name.
_USUAL: Final = {
    "ar": "ar-SA", "bs": "bs-BA", "de": "de-DE", "en": "en-GB", "es": "es-ES", "fr": "fr-FR", "it": "it-IT",
    "mn": "mn-MN", "nl": "nl-NL", "no": "nb-NO", "oc": "oc-FR", "pt": "pt-PT", "sr": "sr-Cyrl-RS", "ta": "ta-IN",
    "tn": "tn-ZA", "zh": "zh-CN",
}  # fmt: skip
_BY_SCRIPT: Final = {("sr", "Latn"): "sr-Latn-RS", ("bs", "Cyrl"): "bs-Cyrl-BA", ("zh", "Hant"): "zh-TW"}

_QUOTA: Final = ("MYMEMORY WARNING", "ALL AVAILABLE FREE TRANSLATIONS")
_REFUSALS: Final = ("INVALID LANGUAGE PAIR", "IS AN INVALID", "PLEASE SELECT TWO DISTINCT LANGUAGES")


class MyMemory(DeepTranslator):
    """MyMemory, which sends its notices as if they were translations."""

    def translate(self, text: str) -> str:
        """Return the service's answer, its character references read."""
        if len(text.encode()) > _LONGEST:
            raise Rejected(f"It is too long for {self.name}.")
        answer = super().translate(text)
        upper = answer.upper()
        if any(notice in upper for notice in _QUOTA):
            remedy = "Go on tomorrow, or take another engine."
            raise ServiceError("MyMemory's free characters for today are used up", remedy=remedy)
        if any(notice in upper and notice not in text.upper() for notice in _REFUSALS):
            raise ServiceError("MyMemory does not take this pair of languages", remedy="Take another engine.")
        return answer if "&" in text else html.unescape(answer)


def code(locale: str) -> str:
    """Return MyMemory's code for a locale in gettext's form. Raises UsageError where it has none."""
    if locale.partition("_")[2] in {"XA", "XB"}:
        raise refuse("MyMemory", locale, "it is a pseudo-locale")
    known = codes_of("MY_MEMORY_LANGUAGES_TO_CODES")
    parts = parts_of(locale)
    if parts.script:
        found = _BY_SCRIPT.get((parts.language, parts.script), "")
        if not found:
            raise refuse("MyMemory", locale, "it writes the language in another script")
        return found
    if locale == "ca@valencia":
        return "cav-ES"
    exact, usual = f"{parts.language}-{parts.territory}", _USUAL.get(parts.language, "")
    others = [one for one in sorted(known) if one.startswith(f"{parts.language}-")]
    if not usual and not others:
        raise refuse("MyMemory", locale, "it does not have the language")
    return exact if exact in known else usual or others[0]


def engine(source: str, target: str, options: Mapping[str, object]) -> MyMemory:
    """Return the engine for a pair. Options: ``url``; ``timeout`` and ``pause`` between tries, in seconds."""
    before, after = code(source), code(target)
    if before == after:
        raise refuse("MyMemory", target, "it takes it for the language of the source")
    web, url = connect("mymemory", "MyMemory", options)
    make = partial(translator("mymemory", "MyMemoryTranslator"), source=before, target=after, proxies=web)
    limit = _LIMITS.get(usual_script(parts_of(source).language), _LIMIT_OF_OTHERS)
    return MyMemory("mymemory", limit, make, web, url)
