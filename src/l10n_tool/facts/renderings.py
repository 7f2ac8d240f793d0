"""Whether a name of the source stands in a translation: as it is, inflected, transliterated, or with a slip."""

import re
from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import Final, NamedTuple

from l10n_tool.facts.names import Kind, Name, kind_of
from l10n_tool.facts.romanising import fold, is_latin, letters, likeness, well_spelt
from l10n_tool.facts.text import Span, Text

__all__ = ["Place", "Stand", "stand_of"]

#: Languages that put no ending on a name: letters after it are a slip.
_UNINFLECTED: Final = frozenset({
    "fr", "es", "it", "pt", "ca", "gl", "oc", "ast", "br", "cy", "ga", "gd", "vi", "id", "ms", "jv", "su", "fil", "ceb",
    "haw", "sw", "ja", "zh", "ko", "th", "lo", "km", "my", "ar", "fa", "he", "ur", "ps", "hi", "bn", "mr", "ne", "ta",
    "te", "ml", "kn", "gu", "pa", "si", "ka", "hy", "ru", "uk", "be", "bg", "mk", "kk", "ky", "tg", "mn", "el", "am",
    "ti",
})  # fmt: skip
#: Languages that put the last name first, or parts of a name in an order of their own.
_OTHER_ORDER: Final = frozenset({"hu", "ja", "ko", "vi", "yue", "zh"})
_PLURALS: Final = frozenset({"s", "es", "'s", "n", "e", "i"})
#: Languages that double a letter where the name has one.
_DOUBLING: Final = frozenset({"fi", "et", "hu", "lv"})
_VOWELS: Final = frozenset("aeiouy")
_LATIN: Final = r"A-Za-z\u00c0-\u024f\u1e00-\u1eff"
_JAPANESE: Final = r"\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
#: Spaces and punctuation beyond ASCII; combining marks are none.
_PARTING: Final = (
    r"\u00a0-\u00bf\u0589\u058a\u05be\u060c\u061b\u061f\u066a-\u066d\u06d4\u0964\u0965\u2000-\u200b\u200e-\u206f"
    r"\u2190-\u2bff\u3000-\u303f\uff01-\uff0f\uff1a-\uff20\ufffc"
)
_PIECE: Final = re.compile(
    rf"[{_LATIN}](?:[{_LATIN}0-9\u0300-\u036f]|['’-](?=[{_LATIN}0-9]))*"
    rf"|[\u30a1-\u30fa\u30fc-\u30ff]+"
    rf"|[^\W\d_{_LATIN}{_JAPANESE}](?:[^\s\d!-~{_PARTING}{_LATIN}{_JAPANESE}]|['’](?=[^\W\d_]))*"
)
_NO_HYPHENS: Final = str.maketrans(dict.fromkeys("- \u00a0\u2010\u2011\u2012\u2013_"))
_FEWEST: Final = 4
_LONG: Final = 8
#: A word that sounds this much like the name is it.
_LIKE: Final = 0.7
_MOST_EXTRA: Final = 6


class Stand(StrEnum):
    """How a name stands in a translation."""

    KEPT = "kept"  # with its own letters
    LIKE = "like"  # written as it sounds, or with other letters
    MISSPELT = "misspelt"
    ABSENT = "absent"


class Place(NamedTuple):
    """How a name or a word of it stands in a text, and as what and where, if it does."""

    stand: Stand
    wanted: str = ""
    found: str = ""
    span: Span = (0, 0)


_ABSENT: Final = Place(Stand.ABSENT)


def stand_of(name: Name, text: Text, source: str, *, strict: bool = False) -> Place:
    """Return how a name stands in a translation: misspelt if a word of it is, absent if none of them is there.

    ``strict``: the catalogue keeps the name's own letters, so that no other spelling of it will do. What looks
    misspelt but stands in the source is another name.
    """
    if name.text in text.raw and (_ends_well(name.text, text) or name.text not in text.prose):
        return Place(Stand.KEPT)
    if "-" in name.text and _squeezed(name.text) in _squeezed(text.prose):
        return Place(Stand.LIKE)
    places = [_word(_wanted(word, name.kind, text, strict=strict), text, source) for word in name.words]
    for place in places:
        if place.stand is Stand.MISSPELT:
            return place
    kept = [place.stand is Stand.KEPT for place in places]
    if len(places) > 1 and any(kept) and not all(kept):
        return _of_full_name(name, places, text, source)
    return next((place for place in places if place.stand is not Stand.ABSENT), _ABSENT)


def _of_full_name(name: Name, places: Sequence[Place], text: Text, source: str) -> Place:
    """Judge a name of which some words were kept: where these have their own letters, the others have them too.

    A first name may be left out, and a last name may not.
    """
    if places[-1].stand is Stand.ABSENT and text.language not in _OTHER_ORDER:
        return _ABSENT
    others = [word for word, place in zip(name.words, places, strict=True) if place.stand is not Stand.KEPT]
    if len(others) == 1 and text.language in _UNINFLECTED:
        again = _word(_wanted(others[0], name.kind, text, strict=True), text, source)
        if again.stand is Stand.MISSPELT:
            return again
    return next(place for place in places if place.stand is Stand.KEPT)


def _squeezed(text: str) -> str:
    """ISO-8859-1 is ISO 8859-1 too, and UTF-8 UTF8."""
    return fold(text).translate(_NO_HYPHENS)


def _ends_well(word: str, text: Text) -> bool:
    """Whether the word stands somewhere in the prose with no more than an ending after it."""
    return any(_ending(word, text.prose, at, text.language) for at in _places(word, text.prose))


def _places(word: str, prose: str) -> Iterator[int]:
    at = prose.find(word)
    while at >= 0:
        if at == 0 or not _joined(prose[at - 1]):
            yield at
        at = prose.find(word, at + 1)


def _joined(char: str) -> bool:
    return char.isalpha() and is_latin(char)


def _ending(word: str, prose: str, at: int, language: str) -> bool:
    end = at + len(word)
    after = end
    while after < len(prose) and after - end <= _MOST_EXTRA and _joined(prose[after]):
        after += 1
    rest = prose[end:after]
    if not rest or not is_latin(word):
        return True
    if len(rest) == 1 and rest in {word[-1], word[-1].lower()} and rest not in "ns":
        return language in _DOUBLING
    return rest in _PLURALS or language not in _UNINFLECTED


class _Wanted(NamedTuple):
    """A word of a name; ``own``: in the same alphabet no other spelling will do."""

    word: str
    plain: str
    kind: Kind
    own: bool
    language: str


def _wanted(word: str, kind: Kind, text: Text, *, strict: bool) -> _Wanted:
    by_itself = kind_of(word)
    return _Wanted(word, fold(word), by_itself or kind, strict or by_itself is not None, text.language)


def _word(wanted: _Wanted, text: Text, source: str) -> Place:
    if _ends_well(wanted.word, text):
        return Place(Stand.KEPT, wanted.word)
    heard, slip = _Heard(0.0), _ABSENT
    for found, span in _pieces(text.prose):
        stand = _by_letters(wanted, found, source)
        place = Place(stand or Stand.LIKE, wanted.word, found, span)
        if stand is Stand.LIKE:
            return place
        if stand is Stand.MISSPELT:
            slip = place
        heard = heard if stand else max(heard, _heard(wanted, place))
    if slip.found or heard.likeness < _LIKE:
        return slip
    good = wanted.own or is_latin(heard.part) or well_spelt(wanted.word, heard.part)
    return heard.place if good else heard.place._replace(stand=Stand.MISSPELT)


class _Heard(NamedTuple):
    """How much a word sounds like the name, what is left of it without what is written together with it, and where."""

    likeness: float
    part: str = ""
    place: Place = _ABSENT


def _by_letters(wanted: _Wanted, found: str, source: str) -> Stand | None:
    """Compare two words of the Latin alphabet; None where it matters how they sound."""
    if not is_latin(found) or not is_latin(wanted.word):
        return None
    stand = _same_script(wanted, found)
    if stand is Stand.LIKE:
        return stand
    if found in source:
        # That is another name.
        return Stand.ABSENT
    return None if stand is Stand.ABSENT and not wanted.own else stand


def _pieces(prose: str) -> Iterator[tuple[str, Span]]:
    """Yield the words of a text, each in one script, with their places; Han characters are left out."""
    for match in _PIECE.finditer(prose):
        start, end = match.span()
        after = prose[end : end + 2]
        if (start and prose[start - 1] in "_./@") or after[:1] == "_" or (after[:1] == "." and after[1:].isalpha()):
            # Part of an identifier, a path or a host.
            continue
        yield match[0], (start, end)


def _heard(wanted: _Wanted, place: Place) -> _Heard:
    found = place.found
    small = found.islower() and not "\u10d0" <= found[0] <= "\u10ff"
    if len(found) < _FEWEST - 2 or small or wanted.word[-1].isdigit():
        # In a script with capitals a name has one; those of Georgian are for headlines alone.
        return _Heard(0.0)
    if wanted.kind is Kind.ACRONYM:
        return _Heard(float(letters(wanted.word) == letters(found)), found, place)
    return max(_Heard(likeness(wanted.word, part), part, place) for part in _without_clitics(found) if part)


def _without_clitics(word: str) -> Iterator[str]:
    """Yield the word, and what is left without an article or a preposition that is written together with it."""
    yield word
    first = word[0]
    if "\u0590" <= first <= "\u05ff" and len(word) > _FEWEST - 1 and first in "בהוכלמש":
        yield word[1:]
        yield word[2:]
    if "\u0600" <= first <= "\u06ff":
        rest = word[1:] if first in "وفبكل" else word
        yield rest
        if rest.startswith("ال"):
            yield rest[2:]
        elif rest.startswith("ل"):
            yield rest[1:]
    if "'" in word or "’" in word:
        yield word.replace("’", "'").partition("'")[2]


def _same_script(wanted: _Wanted, found: str) -> Stand:
    """Compare two words of the same alphabet, but for what an ending changes."""
    plain, seen = wanted.plain, _bare(fold(found))
    if seen == plain or (wanted.kind is Kind.ACRONYM and seen.partition("-")[0] in {plain, plain.removesuffix("s")}):
        return Stand.LIKE
    if len(plain) < _FEWEST or len(seen) < _FEWEST - 1 or (wanted.kind is Kind.ACRONYM and not found.isupper()):
        return Stand.ABSENT
    if "-" in seen and "-" not in plain and wanted.kind is not Kind.ACRONYM:
        # A compound of the language's own words, or a name with an ending.
        seen = seen.partition("-")[0]
        if len(seen) < len(plain) - 2:
            return Stand.ABSENT
    if not wanted.own and found.islower():
        # An adjective made from the name may have no capital.
        stem = plain.rstrip("aeiouy") if len(plain) > _FEWEST else plain
        return Stand.LIKE if seen.startswith(stem) and wanted.language not in _UNINFLECTED else Stand.ABSENT
    if seen.startswith(plain):
        return Stand.LIKE if _plain_ending(plain, seen, wanted.language) else Stand.MISSPELT
    return _by_distance(wanted, seen)


def _bare(seen: str) -> str:
    """Leave out an article before a word and an ending after it that an apostrophe parts from it."""
    if "'" in seen[:3]:
        seen = seen.partition("'")[2]
    return seen.partition("'")[0]


def _plain_ending(plain: str, seen: str, language: str) -> bool:
    rest = seen[len(plain) :]
    doubled = len(rest) == 1 and rest == plain[-1] and rest not in "ns"
    return not doubled or language in _DOUBLING


def _by_distance(wanted: _Wanted, seen: str) -> Stand:
    from rapidfuzz.distance import OSA

    plain, language = wanted.plain, wanted.language
    most = 2 if len(plain) >= _LONG else 1
    if abs(len(seen) - len(plain)) > most + (0 if language in _UNINFLECTED else _MOST_EXTRA):
        return Stand.ABSENT
    ends = {seen}
    if language not in _UNINFLECTED:
        ends |= {seen[: len(plain) + more] for more in (-1, 0, 1)}
    if min(OSA.distance(plain, end, score_cutoff=most) for end in ends) > most:
        return Stand.ABSENT
    if language not in _UNINFLECTED and _changed_by_ending(wanted, seen):
        return Stand.LIKE
    return Stand.MISSPELT if wanted.own or _has_slip(plain, seen, language) else Stand.LIKE


def _changed_by_ending(wanted: _Wanted, seen: str) -> bool:
    """Whether an ending explains the difference: Helsingissä has lost the ki of Helsinki, Petrovi an e of Peter."""
    plain, same = wanted.plain, _shared(wanted.plain, seen)
    if wanted.own:
        return len(seen) >= len(plain) and plain[-1] in _VOWELS and same >= len(plain) - 1
    fleeting = plain[-2] in _VOWELS and seen.startswith(plain[:-2] + plain[-1])
    slip = _doubling(plain, seen) or _swapped(plain, seen)
    ending = plain[-1] in _VOWELS and len(seen) >= len(plain) and same >= len(plain) - 2
    return not slip and (fleeting or ending or (same == len(plain) - 1 and plain[-1] in _VOWELS))


def _has_slip(plain: str, seen: str, language: str) -> bool:
    """Whether no language would write the name like this."""
    if _doubling(plain, seen):
        return language not in _DOUBLING
    if letters(plain) == letters(seen)[: len(letters(plain))]:
        return False
    return _swapped(plain, seen) or not well_spelt(plain, seen) or not _other_spelling(plain, seen)


def _shared(one: str, other: str) -> int:
    return next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def _swapped(plain: str, seen: str) -> bool:
    at = _shared(plain, seen)
    return at + 1 < len(plain) and plain[at : at + 2] == seen[at : at + 2][::-1]


def _doubling(plain: str, seen: str) -> bool:
    at = _shared(plain, seen)
    return 0 < at < len(seen) and seen[at] == seen[at - 1] and seen[at + 1 : at + 3] == plain[at : at + 2]


#: Letters that a language may leave out, or put in.
_UNHEARD: Final = frozenset("aehijouwy")
#: Letters that languages put in each other's place when they write a foreign name.
_OTHER: Final = tuple(map(frozenset, ("ckqsz", "vwuf", "ij", "aeiouy", "gjdx", "bp", "td", "szx", "hgx")))


def _other_spelling(plain: str, seen: str) -> bool:
    """Whether the first letters that differ are two ways of writing one sound, or one is a letter left unheard."""
    at = _shared(plain, seen)
    if at >= len(seen):
        return plain[at:] in _UNHEARD
    if at >= len(plain):
        return True
    rest = plain[at + 1 : at + 3]
    if rest == seen[at + 1 : at + 1 + len(rest)]:
        return any({plain[at], seen[at]} <= group for group in _OTHER)
    if rest == seen[at : at + len(rest)]:
        return plain[at] in _UNHEARD
    return seen[at] in _UNHEARD or plain[at : at + 2] != seen[at + 1 : at + 3]
