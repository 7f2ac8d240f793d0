"""What countries and cities are called in a locale, as CLDR has them: territories, and the cities of time zones."""

from collections.abc import Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from l10n_tool.facts.folding import fold

if TYPE_CHECKING:
    from babel import Locale

__all__ = ["exonyms", "has_exonym"]

_SCRIPTS: Final = {"latin": "Latn", "cyrillic": "Cyrl"}
_FEWEST: Final = 3
#: How many of the last letters an ending may change, of a long name.
_CHANGING: Final = 2
_LONG: Final = 7


def has_exonym(name: str, prose: str, locale: str) -> bool | None:
    """Whether a text has what CLDR calls a country or a city in its locale; None if CLDR does not have the name."""
    if name.lower() not in _places():
        return None
    known = exonyms(locale).get(name.lower())
    if not known:
        return None
    folded = fold(prose)
    return any(_stands(one, folded) for one in known)


def _stands(exonym: str, folded: str) -> bool:
    words = (word for word in exonym.split() if len(word) > _FEWEST)
    return exonym in folded or any(_stem(word) in folded for word in words)


def _stem(word: str) -> str:
    return word[: max(_FEWEST, len(word) - (_CHANGING if len(word) >= _LONG else 1))]


@lru_cache(maxsize=1)
def _places() -> Mapping[str, tuple[str, ...]]:
    """Return where CLDR has the places that English names: territories as their codes, cities as time zones."""
    from babel import Locale
    from babel.core import get_global

    english = Locale("en")
    found: dict[str, tuple[str, ...]] = {}
    for zone in get_global("zone_territories"):
        city = _city(english, zone) or zone.rpartition("/")[2].replace("_", " ")
        found[city.lower()] = (*found.get(city.lower(), ()), zone)
    for code, name in english.territories.items():
        found[name.lower()] = (*found.get(name.lower(), ()), code)
    return found


@lru_cache(maxsize=256)
def exonyms(locale: str) -> Mapping[str, Mapping[str, str]]:
    """Return what CLDR calls places, by how it is folded, by the English name in lower case.

    It is empty for a locale that CLDR does not have.
    """
    from babel import Locale, UnknownLocaleError

    try:
        local = Locale.parse(_in_cldr(locale))
    except (UnknownLocaleError, ValueError):
        return {}
    found: dict[str, Mapping[str, str]] = {}
    for name, places in _places().items():
        there = {_city(local, place) or local.territories.get(place) for place in places}
        if names := {fold(one): one for one in there if one}:
            found[name] = names
    return found


def _in_cldr(locale: str) -> str:
    code, _, modifier = locale.partition("@")
    return f"{code}_{_SCRIPTS[modifier]}" if modifier in _SCRIPTS and "_" not in code else code


def _city(locale: "Locale", zone: str) -> str | None:
    city = locale.time_zones.get(zone, {}).get("city")
    return city if isinstance(city, str) else None
