"""Where the words of a text stand, and which marks its language sets beside them."""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Final

from l10n_tool.facts.tokens import URL, without_code
from l10n_tool.facts.typography_data import FRENCH_MARKS, OTHER_QUOTES, QUOTES
from l10n_tool.languages import language_of

__all__ = ["CODE", "LINE_MARK", "french_marks", "of_locale", "other_quotes", "quotes_of", "replaced", "visible"]

#: Stands for each character of code, of an address, of a tag, of a placeholder.
CODE: Final = "\ufffc"
#: A list's mark that is written with one bracket: a) 1) (iv.
LINE_MARK: Final = re.compile(r"^[ \t>*-]*\(?(?:[0-9]{1,3}|[^\W\d_]{1,4})\)(?=\s)", re.MULTILINE)

# A space of another kind, so that one in code, which becomes a common space, can be told from one between words.
_HELD: Final = "\u2003"
# One sign to begin with in each branch, so that the search passes over what is none.
_SIGNS: Final = re.compile(r"`|@|<|&|%|\{|\]\(|\]\[|\[\^|://|w\.|W\.")
_TARGET: Final = re.compile(r"(?<=\])\([^()\n]*(?:\([^()\n]*\)[^()\n]*)?\)")
#: What follows an address rather than ends it; a bracket only if the address opens none.
_AFTER_ADDRESS: Final = ".,;:!?*_"


@lru_cache(maxsize=64)
def visible(text: str) -> str:
    """Return a text, as long as it is, with U+FFFC in the place of all that is no prose, spaces within it too.

    So what stands between words can be told, and mended, without touching code.
    """
    if not _SIGNS.search(text):
        return text
    held = _TARGET.sub(_covered, text) if "](" in text else text
    if "://" in held or "ww." in held.lower():
        held = URL.sub(_address, held)
    masked = without_code(held.replace(" ", _HELD))
    return masked.replace(" ", CODE).replace(_HELD, " ")


def _covered(match: re.Match[str]) -> str:
    return CODE * (match.end() - match.start())


def _address(match: re.Match[str]) -> str:
    address = match[0].rstrip(_AFTER_ADDRESS)
    if "(" not in address:
        address = address.rstrip(_AFTER_ADDRESS + ")]")
    return CODE * len(address) + match[0][len(address) :]


def replaced(text: str, pattern: re.Pattern[str], new: str) -> str:
    """Return a text with what a pattern finds in its prose replaced; ``new`` may name groups."""
    shown = visible(text)
    if shown == text:
        return pattern.sub(new, text)
    parts, at = [], 0
    for match in pattern.finditer(shown):
        if CODE not in match[0]:
            parts += [text[at : match.start()], match.expand(new)]
            at = match.end()
    return "".join([*parts, text[at:]])


@lru_cache(maxsize=256)
def quotes_of(locale: str) -> str:
    """Return the four quotation marks of a locale, outer and inner, or an empty text where CLDR tells none."""
    return of_locale(QUOTES, locale)


@lru_cache(maxsize=256)
def other_quotes(locale: str) -> str:
    """Return the marks that are right in a locale besides its own."""
    return of_locale(OTHER_QUOTES, locale)


@lru_cache(maxsize=256)
def french_marks(locale: str) -> str:
    """Return the marks that a no-break space stands before; empty for a language that is not French."""
    return of_locale(FRENCH_MARKS, locale)


def of_locale(table: Mapping[str, str], locale: str) -> str:
    """Return what a table has for a locale, or for the nearest one above it: zh_Hant_HK, zh_Hant, zh."""
    # Locales name the territory; where Chinese has two sets of marks, the territory tells the script.
    if locale in {"zh_TW", "zh_HK", "zh_MO"}:
        locale = "zh_Hant"
    parts = locale.partition("@")[0].split("_")
    names = ["_".join(parts[:size]) for size in range(len(parts), 0, -1)]
    return next((table[name] for name in [*names, language_of(locale)] if name in table), "")
