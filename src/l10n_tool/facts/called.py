"""Whether a translation calls a city by one of the names that GeoNames has for it, inflected, or with a slip in it."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from l10n_tool.facts.exonyms import exonyms
from l10n_tool.facts.folding import fold
from l10n_tool.facts.places import names_of
from l10n_tool.facts.romanising import is_latin, letters
from l10n_tool.facts.slips import has_slip
from l10n_tool.facts.standing import ABSENT, KEEPING, UNINFLECTED, Place, Stand, pieces, without_clitics
from l10n_tool.facts.text import Span, Text

__all__ = ["called_in"]

#: Languages whose endings leave the word before them as it is.
_ADDING: Final = frozenset({"az", "eu", "hu", "kk", "ko", "ky", "mn", "tk", "tr", "tt", "ug", "uz"})
#: Languages where any last letters change, not vowels alone.
_CHANGING: Final = frozenset({"el", "ka", "hy"})
_VOWELS: Final = frozenset("aeiouyаеёиоуыэюяіїєьйαεηιοωυ")
_SHORT: Final = 5
_LONGEST_ENDING: Final = 6
#: In a shorter word a slip is another word.
_ENOUGH: Final = 5
_OWN_ENDINGS: Final = frozenset({"az", "tr"})
#: What Turkish and Azerbaijani put after a name, folded.
_TURKIC: Final = re.compile(
    r"(?:n?[iu]n|[dt][aəe](?:n|ki\w*)?|[yn]?[aəe]|[nsy]?[iu](?:n\w*)?|l[aəe]\w*|l[iu]\w*|c[aəe]\w*)?"
)
_KANA: Final = "\u3040", "\u30ff"
_SEMITIC: Final = "\u0590", "\u08ff"
#: The first script without spaces between words is Thai; Tibetan, Ethiopic and Georgian stand among them.
_UNSPACED: Final = (("\u0e00", "\u0eff"), ("\u1000", "\u109f"), ("\u1780", "\u17ff"), ("\u3400", "\u9fff"))


def called_in(name: str, text: Text) -> Place:
    """Return where a text calls a place by any of its names, or misspells one; absent if it does neither.

    Where CLDR says what the place is called in the locale, another name is only like it. A name of more than one word
    and one in a script without spaces counts wherever its letters stand.
    """
    usual = exonyms(text.locale).get(name.lower(), {})
    known = {form: known for form, known in names_of(name).items() if not _is_doubtful(name, form, text)}
    if not usual:
        return _place(name, known, text, Stand.CALLED)
    place = _place(name, usual, text, Stand.CALLED)
    return _place(name, known, text, Stand.LIKE) if place.stand is Stand.ABSENT else place


def _is_doubtful(name: str, form: str, text: Text) -> bool:
    """Whether what some language calls a place is, in one that keeps the letters of foreign names, rather a slip.

    An accent of its own shows that the language has its own name for the place: Róterdam.
    """
    if text.language not in KEEPING or not has_slip(fold(name), form):
        return False
    return all(word.isascii() or fold(word) != form for word in text.words)


def _place(name: str, forms: Mapping[str, str], text: Text, stand: Stand) -> Place:
    if not forms:
        return ABSENT
    prose = fold(text.prose)
    words = list(pieces(text.prose))
    for form in forms:
        if (" " in form or _is_unspaced(form)) and form in prose:
            return Place(stand, name, span=_span(form, words))
    slip = ABSENT
    for found, span in words:
        if any(_stands(form, part, text.language) for part in _parts(found) for form in forms):
            return Place(stand, name, found, span)
        wanted = _misspelt(found, forms, text.language)
        slip = Place(Stand.MISSPELT, wanted, found, span) if wanted else slip
    return slip


def _span(form: str, words: Sequence[tuple[str, Span]]) -> Span:
    """Return where a name of several words stands, as far as they are words of their own."""
    parts = form.split()
    for at in range(len(words) - len(parts) + 1):
        these = words[at : at + len(parts)]
        if all(fold(found) == part for (found, _), part in zip(these, parts, strict=True)):
            return these[0][1][0], these[-1][1][1]
    return 0, 0


def _parts(found: str) -> Iterator[str]:
    for part in without_clitics(found):
        if part:
            yield fold(part).partition("'")[0]


def _is_unspaced(form: str) -> bool:
    return not form.isascii() and any(first <= form[0] <= last for first, last in _UNSPACED)


def _stands(form: str, found: str, language: str) -> bool:
    changing, endings = _ending(form, language)
    if not endings:
        return found == form
    if not found.startswith(form[: len(form) - changing]) or len(found) > len(form) + _LONGEST_ENDING:
        return False
    return language not in _OWN_ENDINGS or _TURKIC.fullmatch(found, len(form)) is not None


def _ending(form: str, language: str) -> tuple[int, bool]:
    """Return how many last letters an ending may change, and whether there are endings at all."""
    first = form[0]
    if (is_latin(first) and language in UNINFLECTED) or _KANA[0] <= first <= _KANA[1]:
        return 0, False
    if _SEMITIC[0] <= first <= _SEMITIC[1]:
        return 0, False
    if language in _ADDING:
        return 0, True
    changes = form[-1] in _VOWELS or language in _CHANGING
    return (0 if not changes else 1 if len(form) < _SHORT else 2), True


def _sounds_alike(form: str, part: str, language: str) -> bool:
    """Whether a language may write the name so: Lübek for Lübeck."""
    if language in KEEPING or not is_latin(form):
        return False
    return letters(part).startswith(letters(form))


def _misspelt(found: str, forms: Mapping[str, str], language: str) -> str:
    """Return the name that a word is but for one slip; empty if it is none, or no name at all."""
    if found[0].islower() and not "\u10d0" <= found[0] <= "\u10ff":
        return ""
    parts = [part for part in _parts(found) if len(part) >= _ENOUGH - 1]
    for form, name in forms.items():
        if len(form) < _ENOUGH or " " in form or any(_sounds_alike(form, part, language) for part in parts):
            continue
        changing, endings = _ending(form, language)
        if any(has_slip(form, part, changing=changing, endings=endings) for part in parts):
            return name
    return ""
