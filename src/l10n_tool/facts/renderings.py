"""Whether a name of the source stands in a translation: as it is, inflected, transliterated, or with a slip."""

from collections.abc import Collection, Iterator, Sequence
from typing import Final, NamedTuple

from l10n_tool.facts.called import called_in
from l10n_tool.facts.folding import fold
from l10n_tool.facts.hearing import ways_to_hear
from l10n_tool.facts.names import Kind, Name, kind_of
from l10n_tool.facts.places import is_well_known
from l10n_tool.facts.romanising import is_latin, letters, likeness, sounds, well_spelt
from l10n_tool.facts.slips import has_slip, shared
from l10n_tool.facts.standing import ABSENT, KEEPING, UNINFLECTED, Place, Stand, is_taken, pieces, without_clitics
from l10n_tool.facts.text import Span, Text
from l10n_tool.facts.vowels import has_vowel_slip

__all__ = ["Place", "Stand", "places_of", "stand_of"]

#: Languages that put the last name first, or parts of a name in an order of their own.
_OTHER_ORDER: Final = frozenset({"hu", "ja", "ko", "vi", "yue", "zh"})
_PLURALS: Final = frozenset({"s", "es", "'s", "n", "e", "i"})
#: Languages that double a letter where the name has one.
_DOUBLING: Final = frozenset({"fi", "et", "hu", "lv"})
_VOWELS: Final = frozenset("aeiouy")
#: Languages that write foreign names as they sound, and what their letters sound like in English.
_SPELT_OUT: Final = {
    "az": str.maketrans({"q": "g", "x": "kh", "c": "j", "ç": "ch", "ş": "sh", "ə": "e"}),
    "lt": str.maketrans({"š": "sh", "č": "ch", "ž": "zh"}),
    "lv": str.maketrans({"š": "sh", "č": "ch", "ž": "zh"}),
    "sq": str.maketrans({"q": "k", "x": "dz", "ç": "ch"}),
    "sr": str.maketrans({"š": "sh", "č": "ch", "ž": "zh", "c": "ts"}),
    "tr": str.maketrans({"c": "j", "ç": "ch", "ş": "sh"}),
    "tk": str.maketrans({"ç": "ch", "ş": "sh", "ž": "zh"}),
    "uz": str.maketrans({"x": "kh"}),
}
_NO_HYPHENS: Final = str.maketrans(dict.fromkeys("- \u00a0\u2010\u2011\u2012\u2013_"))
_FEWEST: Final = 4
_LONG: Final = 8
#: A language may have an end of its own for a name from antiquity: Aristote.
_END: Final = 2
#: A word that sounds this much like the name is it.
_LIKE: Final = 0.7
_NEARLY: Final = 0.58
_MOST_EXTRA: Final = 6


def stand_of(
    name: Name, text: Text, source: str, *, strict: bool = False, taken: Collection[Span] = frozenset()
) -> Place:
    """Return how a name stands in a translation: misspelt if a word of it is, absent if none of them is there.

    ``strict``: the catalogue keeps the name's own letters, so that no other spelling of it will do. What looks
    misspelt but stands in the source is another name, and so are the words that are ``taken``.
    """
    if name.text in text.raw and (_ends_well(name.text, text) or name.text not in text.prose):
        return Place(Stand.KEPT)
    if "-" in name.text and _squeezed(name.text) in _squeezed(text.prose):
        return Place(Stand.LIKE)
    if name.kind is Kind.SEQUENCE and (called := called_in(name.text, text)).stand is Stand.CALLED:
        return called
    places = places_of(name, text, source, strict=strict, taken=taken)
    for place in places:
        if place.stand is Stand.MISSPELT:
            return place
    if len(places) > 1 and any(place.stand is not Stand.ABSENT for place in places):
        return _of_full_name(name, places, text, source)
    return places[0] if places else ABSENT


def places_of(
    name: Name, text: Text, source: str, *, strict: bool = False, taken: Collection[Span] = frozenset()
) -> list[Place]:
    """Return how each word of a name stands in a translation, small and common words left out."""
    wanted = [_wanted(word, name.kind, text, strict=strict) for word in name.words]
    return [_word(one, text, source, taken) for one in wanted]


def _of_full_name(name: Name, places: Sequence[Place], text: Text, source: str) -> Place:
    """Judge a name of which some words are there: where these have their own letters, the others have them too.

    A first name may be left out, and a last name may not.
    """
    kept = [place.stand is Stand.KEPT for place in places]
    if places[-1].stand is Stand.ABSENT and (any(kept) or _tells_alone(name)) and _ends_with_last(places, text):
        return ABSENT
    others = [word for word, place in zip(name.words, places, strict=True) if place.stand is not Stand.KEPT]
    if len(others) == 1 and any(kept) and text.language in UNINFLECTED:
        again = _word(_wanted(others[0], name.kind, text, strict=True), text, source)
        if again.stand is Stand.MISSPELT:
            return again
    there = [place for place in places if place.stand is not Stand.ABSENT]
    return next((place for place in there if place.stand is Stand.KEPT), there[0])


def _tells_alone(name: Name) -> bool:
    """Whether the last word of a name is the one that tells: of a person, or of a place that something is in."""
    words = name.text.split()
    return words == name.words or is_well_known(words[-1])


def _ends_with_last(places: Sequence[Place], text: Text) -> bool:
    """Whether the language has the last name last, as Japanese has in names that it writes in katakana."""
    return text.language not in _OTHER_ORDER or any("\u30a0" <= place.found[:1] <= "\u30ff" for place in places)


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
    return rest in _PLURALS or language not in UNINFLECTED


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


def _word(wanted: _Wanted, text: Text, source: str, taken: Collection[Span] = frozenset()) -> Place:
    if _ends_well(wanted.word, text):
        return Place(Stand.KEPT, wanted.word)
    called = ABSENT if wanted.own else called_in(wanted.word, text)
    if called.stand is not Stand.ABSENT:
        return called
    heard, slip = _Heard(0.0), ABSENT
    for found, span in pieces(text):
        if _is_none(wanted, found) or is_taken(span, taken) or _has_slipped_capital(found, source):
            continue
        stand = _by_letters(wanted, found, source)
        place = Place(stand or Stand.LIKE, wanted.word, found, span)
        if stand is Stand.LIKE:
            return place
        if stand is Stand.MISSPELT:
            slip = place
        heard = heard if stand else max(heard, _heard(wanted, place))
    good = wanted.own or _is_good(wanted, heard.part)
    if slip.found or heard.likeness < (_LIKE if good else _NEARLY):
        return slip
    return heard.place if good else heard.place._replace(stand=Stand.MISSPELT)


def _is_none(wanted: _Wanted, found: str) -> bool:
    """Whether a word is no name at a glance: it is written small, and begins with another letter or script."""
    first = found[0]
    if not first.islower() or "\u10d0" <= first <= "\u10ff":
        return False
    if not is_latin(found):
        return True
    return not wanted.own and found.isascii() and first != wanted.plain[:1] and "'" not in found and found.islower()


def _is_good(wanted: _Wanted, part: str) -> bool:
    """Whether a word that sounds like the name is written as it sounds."""
    if is_latin(part):
        table = _SPELT_OUT.get(wanted.language)
        return wanted.language in KEEPING or not table or not has_vowel_slip(wanted.word, part.lower().translate(table))
    return well_spelt(wanted.word, part) and not has_vowel_slip(wanted.word, part)


def _has_slipped_capital(found: str, source: str) -> bool:
    """Whether a capital stands where only a slip puts it: аКло for Кало."""
    return found[0].islower() and found[1:2].isupper() and found not in source


class _Heard(NamedTuple):
    """How much a word sounds like the name, what is left of it without what is written together with it, and where."""

    likeness: float
    part: str = ""
    place: Place = ABSENT


def _by_letters(wanted: _Wanted, found: str, source: str) -> Stand | None:
    """Compare two words of the Latin alphabet; None where it matters how they sound."""
    if not is_latin(found) or not is_latin(wanted.word):
        return None
    stand = _same_script(wanted, found)
    if stand is Stand.LIKE or (not wanted.own and _is_spelt_out(wanted, found)):
        return Stand.LIKE
    if found in source:
        # That is another name.
        return Stand.ABSENT
    return None if stand is Stand.ABSENT and not wanted.own else stand


def _is_spelt_out(wanted: _Wanted, found: str) -> bool:
    """Whether a language that writes foreign names as they sound has written this one so."""
    table = _SPELT_OUT.get(wanted.language)
    spelt = found.lower().translate(table) if table else ""
    if not table or not found[0].isupper() or (wanted.language in KEEPING and spelt == found.lower()):
        return False
    seen = _bare(fold(spelt))
    if _swapped(letters(wanted.word), letters(seen)) or has_vowel_slip(wanted.word, seen):
        return False
    said = sounds(seen)
    return likeness(wanted.word, seen) >= _LIKE and any(
        said.startswith(way) for way in ways_to_hear(wanted.word) if way
    )


def _heard(wanted: _Wanted, place: Place) -> _Heard:
    found = place.found
    first = found if is_latin(found) else found[0]
    small = first.islower() and not "\u10d0" <= first[0] <= "\u10ff"
    if len(found) < _FEWEST - 2 or small or wanted.word[-1].isdigit():
        # In a script with capitals a name has one; those of Georgian are for headlines alone.
        return _Heard(0.0)
    if wanted.kind is Kind.ACRONYM:
        return _Heard(float(letters(wanted.word) == letters(found)), found, place)
    return max(_Heard(likeness(wanted.word, part), part, place) for part in without_clitics(found) if part)


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
        return Stand.LIKE if seen.startswith(stem) and wanted.language not in UNINFLECTED else Stand.ABSENT
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
    if abs(len(seen) - len(plain)) > most + (0 if language in UNINFLECTED else _MOST_EXTRA):
        return Stand.ABSENT
    ends = {seen}
    if language not in UNINFLECTED:
        ends |= {seen[: len(plain) + more] for more in (-1, 0, 1)}
    if min(OSA.distance(plain, end, score_cutoff=most) for end in ends) > most:
        return Stand.ABSENT
    if language not in UNINFLECTED and _changed_by_ending(wanted, seen):
        return Stand.LIKE
    return Stand.MISSPELT if wanted.own or _has_slip(plain, seen, language) else Stand.LIKE


def _changed_by_ending(wanted: _Wanted, seen: str) -> bool:
    """Whether an ending explains the difference: Helsingissä has lost the ki of Helsinki, Petrovi an e of Peter."""
    plain, same = wanted.plain, shared(wanted.plain, seen)
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
    if len(plain) >= _LONG and shared(plain, seen) >= len(plain) - _END:
        return _swapped(plain, seen)
    if language in KEEPING and _has_lost_letter(plain, seen, language):
        return True
    return _swapped(plain, seen) or not well_spelt(plain, seen) or not _other_spelling(plain, seen)


def _has_lost_letter(plain: str, seen: str, language: str) -> bool:
    """Whether a letter inside the name is not there, or one too many, where all others are as they are written."""
    at = shared(plain, seen)
    replaced = plain[at + 1 : at + 3] == seen[at + 1 : at + 3]
    return at < len(plain) - _END and not replaced and has_slip(plain, seen, endings=language not in UNINFLECTED)


def _swapped(plain: str, seen: str) -> bool:
    at = shared(plain, seen)
    return at + 1 < len(plain) and plain[at : at + 2] == seen[at : at + 2][::-1]


def _doubling(plain: str, seen: str) -> bool:
    at = shared(plain, seen)
    return 0 < at < len(seen) and seen[at] == seen[at - 1] and seen[at + 1 : at + 3] == plain[at : at + 2]


#: Letters that a language may leave out, or put in.
_UNHEARD: Final = frozenset("aehijouwy")
#: Letters that languages put in each other's place when they write a foreign name.
_OTHER: Final = tuple(map(frozenset, ("ckqsz", "vwuf", "ij", "aeiouy", "gjdx", "bp", "td", "szx", "hgx")))


def _other_spelling(plain: str, seen: str) -> bool:
    """Whether the first letters that differ are two ways of writing one sound, or one is a letter left unheard."""
    at = shared(plain, seen)
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
