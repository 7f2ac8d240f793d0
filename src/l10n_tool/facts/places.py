"""What cities are called in many languages and scripts, as GeoNames has them.

``places.txt`` has one city a line, each name between two tabs. GEONAMES-LICENSE says which cities and names they are.
"""

from collections.abc import Mapping
from functools import cache, lru_cache
from pkgutil import get_data
from typing import Final

from l10n_tool.facts.folding import fold

__all__ = ["is_well_known", "names_of"]

_SHORT: Final = 3
_LONGEST: Final = 60
#: More places than this share no name that tells one of them.
_MOST: Final = 20
_MANY: Final = 20


@lru_cache(maxsize=1 << 13)
def names_of(place: str) -> Mapping[str, str]:
    """Return all names of the places with this name, by how they are folded; none of what GeoNames does not have.

    A name is looked for as it is written, in whatever language and script.
    """
    if not _SHORT <= len(place) <= _LONGEST or not place[0].isalpha() or "\n" in place:
        return {}
    table, found = _table(), set[str]()
    wanted = f"\t{place.replace('’', chr(39))}\t"
    at = table.find(wanted)
    for _ in range(_MOST):
        if at < 0:
            break
        start, end = table.rfind("\n", 0, at) + 1, table.find("\n", at)
        found.update(table[start:end].split("\t"))
        at = table.find(wanted, end)
    return {fold(name): name for name in sorted(found) if name}


def is_well_known(place: str) -> bool:
    """Whether so many languages have a name for a place that a translation is sure to have one too."""
    return len(names_of(place)) >= _MANY


@cache
def _table() -> str:
    return (get_data(__package__, "places.txt") or b"").decode("utf-8")
