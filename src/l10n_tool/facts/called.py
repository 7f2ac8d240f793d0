"""Whether a translation calls a city by one of the names that GeoNames has for it, inflected, or with a slip in it."""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from l10n_tool.facts.exonyms import exonyms
from l10n_tool.facts.folding import fold
from l10n_tool.facts.learned import unspaced
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
#: A slip and an ending leave so many first letters as they are.
_START: Final = 2
#: In a shorter word a slip is another word.
_ENOUGH: Final = 5
_OWN_ENDINGS: Final = frozenset({"az", "tr"})
#: What Turkish and Azerbaijani put after a name, folded.
_TURKIC: Final = re.compile(
    r"(?:n?[iu]n|[dt][aəe](?:n|ki\w*)?|[yn]?[aəe]|[nsy]?[iu](?:n\w*)?|l[aəe]\w*|l[iu]\w*|c[aəe]\w*)?"
)
_KANA: Final = "\u3040", "\u30ff"
_SEMITIC: Final = "\u0590", "\u08ff"


class _Form(NamedTuple):
    """A name of a place, folded and as it is written, and what an ending may do to it.

    ``doubtful``: the language keeps the letters of foreign names, so that this one, which some other language has, is
    rather a slip. An accent of its own shows that the language has its own name for the place: Róterdam.
    """

    form: str
    written: str
    changing: int
    endings: bool
    doubtful: bool


class _Forms(NamedTuple):
    """The names of a place: those to be looked for anywhere, and the others by their first letters."""

    anywhere: tuple[str, ...]
    by_start: Mapping[str, Sequence[_Form]]


def called_in(name: str, text: Text) -> Place:
    """Return where a text calls a place by any of its names, or misspells one; absent if it does neither.

    Where CLDR says what the place is called in the locale, another name is only like it. A name of more than one word
    and one in a script without spaces counts wherever its letters stand.
    """
    usual, known = _names(name, text.locale, text.language)
    if usual is None:
        return ABSENT if known is None else _place(name, known, text, Stand.CALLED)
    place = _place(name, usual, text, Stand.CALLED)
    return place if known is None or place.stand is not Stand.ABSENT else _place(name, known, text, Stand.LIKE)


@lru_cache(maxsize=1 << 13)
def _names(name: str, locale: str, language: str) -> tuple[_Forms | None, _Forms | None]:
    """Return what CLDR calls a place in a locale, and what any language calls it."""
    usual = exonyms(locale).get(name.lower(), {})
    return _forms(name, usual, language), _forms(name, names_of(name), language)


def _forms(name: str, names: Mapping[str, str], language: str) -> _Forms | None:
    if not names:
        return None
    anywhere = tuple(form for form in names if " " in form or _is_unspaced(form))
    by_start: dict[str, list[_Form]] = {}
    for form, written in names.items():
        changing, endings = _ending(form, language)
        doubtful = language in KEEPING and has_slip(fold(name), form)
        by_start.setdefault(form[:_START], []).append(_Form(form, written, changing, endings, doubtful))
    return _Forms(anywhere, by_start)


def _place(name: str, forms: _Forms, text: Text, stand: Stand) -> Place:
    words = pieces(text)
    if forms.anywhere:
        prose = text.once(_folded)
        for form in forms.anywhere:
            if form in prose:
                return Place(stand, name, span=_span(form, words))
    slip = ABSENT
    for found, span in words:
        parts = _parts(found)
        if any(_stands(form, part, found, text.language) for part in parts for form in _starting(forms, part)):
            return Place(stand, name, found, span)
        wanted = _misspelt(found, parts, forms, text.language)
        slip = Place(Stand.MISSPELT, wanted, found, span) if wanted else slip
    return slip


def _folded(text: Text) -> str:
    return fold(text.prose)


def _starting(forms: _Forms, part: str) -> Sequence[_Form]:
    return forms.by_start.get(part[:_START], ())


def _span(form: str, words: Sequence[tuple[str, Span]]) -> Span:
    """Return where a name of several words stands, as far as they are words of their own."""
    parts = form.split()
    for at in range(len(words) - len(parts) + 1):
        these = words[at : at + len(parts)]
        if all(fold(found) == part for (found, _), part in zip(these, parts, strict=True)):
            return these[0][1][0], these[-1][1][1]
    return 0, 0


@lru_cache(maxsize=1 << 14)
def _parts(found: str) -> tuple[str, ...]:
    return tuple(fold(part).partition("'")[0] for part in without_clitics(found) if part)


def _is_unspaced(form: str) -> bool:
    # Katakana stands apart from what is around it.
    return unspaced(form[0]) and not _KANA[0] <= form[0] <= _KANA[1]


def _stands(form: _Form, part: str, found: str, language: str) -> bool:
    if form.doubtful and (found.isascii() or part != form.form):
        return False
    if not form.endings:
        return part == form.form
    long = len(form.form)
    if not part.startswith(form.form[: long - form.changing]) or len(part) > long + _LONGEST_ENDING:
        return False
    return language not in _OWN_ENDINGS or _TURKIC.fullmatch(part, long) is not None


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


def _misspelt(found: str, parts: Sequence[str], forms: _Forms, language: str) -> str:
    """Return the name that a word is but for one slip; empty if it is none, or no name at all."""
    if found[0].islower() and not "\u10d0" <= found[0] <= "\u10ff":
        return ""
    for part in parts:
        for form in _starting(forms, part) if len(part) >= _ENOUGH - 1 else ():
            if _has_slip(form, part) and not _sounds_alike(form.form, part, language):
                return form.written
    return ""


def _has_slip(form: _Form, part: str) -> bool:
    if form.doubtful or len(form.form) < _ENOUGH or " " in form.form:
        return False
    return has_slip(form.form, part, changing=form.changing, endings=form.endings)
