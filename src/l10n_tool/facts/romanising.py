"""How a word sounds, roughly and in Latin letters, so that a name can be found again in another script.

``letters`` writes a word of any script with one Latin letter for each sound; ``sounds`` keeps the consonants of that,
in the six groups that hardly any script fails to tell apart. Han characters tell nothing about a name from elsewhere.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from l10n_tool.facts.hearing import GROUPS, ways_to_hear

__all__ = ["HAN", "is_abjad", "is_latin", "letters", "likeness", "sounds", "well_spelt"]

HAN: Final = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]+")
_ABJAD: Final = re.compile(r"[\u0590-\u06ff\u0750-\u077f]")
#: Scripts that leave vowels out, write some with the consonant, or need one after each.
_FEW_VOWELS: Final = re.compile(r"[\u0590-\u06ff\u0750-\u077f\u0900-\u0eff\u3040-\u30ff]")
_KANA: Final = re.compile(r"[\u3040-\u30ff]")
#: What katakana cannot be: a small vowel or a mark of length with nothing to stand on, a stop before a vowel.
_NO_KATAKANA: Final = re.compile(
    r"(?<![イウキギクグシジスズチヂツテデトドニヌヒビピフブプミムリヴ])[ァィゥェォ]"
    r"|(?<![キギシジチヂニヒビピミリテデフヴ])[ャュョ]|^[ーッ]|ッ[アイウエオンー]|ッ$|ーー"
)
_CYRILLIC: Final = re.compile(r"[\u0400-\u052f]")
_NO_LETTER: Final = re.compile(r"[^a-z]")
_DOUBLED: Final = re.compile(r"(.)\1+")
#: Letters that stand together for one sound, the longest first.
_SOUNDS_APART: Final = (
    ("tsch", "C"), ("dzh", "j"), ("tch", "C"), ("tsh", "C"), ("sch", "S"), ("ngk", "nk"), ("sh", "S"), ("zh", "j"),
    ("ch", "C"), ("kh", "h"), ("ck", "k"), ("ph", "f"), ("th", "t"), ("tz", "s"), ("ts", "s"), ("dz", "z"), ("dj", "j"),
    ("qu", "kv"), ("x", "ks"), ("q", "k"), ("gh", "g"),
)  # fmt: skip
#: Where the letters of a script are read in another way than usual: Greek chi and gamma before kappa, the dot of
#: Indian scripts that stands for n, the Hebrew letter that begins a name with b.
_READ: Final = (
    ("ا", "a"), ("Χ", "H"), ("χ", "h"), ("Μπ", "B"), ("μπ", "b"), ("Ντ", "D"), ("Γκ", "G"), ("γκ", "nk"),
    ("γγ", "ng"), ("\u0901", "n"), ("\u0902", "n"), ("\u0982", "n"), ("\u0a70", "n"), ("\u0a82", "n"),
    ("\u0b02", "n"), ("\u0c02", "n"), ("\u0c82", "n"), ("ב", "b"),
)  # fmt: skip
_SOFT: Final = re.compile(r"c(?=[eiy])")
_ONE_WAY: Final = str.maketrans({"w": "v", "y": "i", "c": "k", "C": "c", "S": "s"})
_GROUPS: Final = str.maketrans({**GROUPS, **dict.fromkeys("aeiouvwhy", None)})
#: A word that sounds less like a name than this does not sound like it at all.
_LEAST: Final = 0.6
#: Fewer consonants than this tell too little about a slip.
_ENOUGH: Final = 4
#: No name has a longer word, and comparing takes time by the square of the length.
_LONGEST: Final = 60
_VOWELS: Final = frozenset("aeiou")


def is_latin(word: str) -> bool:
    """Whether the first letter is one of the Latin alphabet."""
    return word[:1] < "\u02b0" or "\u1e00" <= word[:1] < "\u1f00"


def is_abjad(word: str) -> bool:
    """Whether a word is in a script that leaves vowels out: Arabic, Hebrew."""
    return _ABJAD.search(word) is not None


@lru_cache(maxsize=1 << 14)
def letters(word: str) -> str:
    """Return a word in small Latin letters, one for each sound, doubled ones once; empty for Han characters."""
    from anyascii import anyascii

    if HAN.search(word):
        return ""
    plain = _DOUBLED.sub(r"\1", _NO_LETTER.sub("", anyascii(_read(word)).lower()))
    for several, one in _SOUNDS_APART:
        if several in plain:
            plain = plain.replace(several, one)
    return _SOFT.sub("s", plain).translate(_ONE_WAY)


def _read(word: str) -> str:
    if word.isascii():
        return word
    for letter, sound in _READ:
        if letter in word[1:] or (letter in word and (len(letter) == 1 or letter[0].isupper())):
            word = word.replace(letter, sound)
    return _katakana(word)


#: A small kana takes the place of the vowel before it: ティ is ti, and ジャ ja.
_SMALL: Final = {"ァ": "a", "ィ": "i", "ゥ": "u", "ェ": "e", "ォ": "o", "ャ": "ya", "ュ": "yu", "ョ": "yo"}


def _katakana(word: str) -> str:
    from anyascii import anyascii

    if not _KANA.search(word):
        return word
    written = ""
    for kana in word:
        if kana in _SMALL:
            hushed = written[-3:] in {"shi", "chi"} or written[-2:] == "ji"
            written = written[:-1] + (_SMALL[kana].lstrip("y") if hushed else _SMALL[kana])
        elif kana not in "ーッっ":
            written += "bu" if kana == "ヴ" else anyascii(kana).lower()
    return written


@lru_cache(maxsize=1 << 14)
def sounds(word: str) -> str:
    """Return the groups of the consonants of a word, without h, v, w and y, which scripts treat as vowels."""
    return letters(word).translate(_GROUPS)


def _readings(word: str) -> tuple[str, ...]:
    """Return the groups of a word's consonants, and what they are letter by letter where a script leaves vowels out."""
    read = sounds(word)
    if not is_abjad(word):
        return (read,)
    apart = "".join(letters(letter) for letter in word).translate(_GROUPS)
    return (read,) if apart == read else (read, apart)


@lru_cache(maxsize=1 << 16)
def likeness(name: str, word: str) -> float:
    """Return how much a word sounds as the name does, from 0 to 1; an ending after it is left out."""
    from rapidfuzz.distance import OSA

    if max(len(name), len(word)) > _LONGEST:
        return 0.0
    ways = ways_to_hear(name, kana=bool(_KANA.search(word)))
    best = max(_nearest(ways, found) for found in _readings(word))
    if best < _LEAST:
        return 0.0
    if is_abjad(word):
        return best if len(sounds(word)) > 1 else best * 0.8
    spoken, said = letters(name), letters(word)
    near = max(OSA.normalized_similarity(spoken, said[:end]) for end in {len(spoken), len(spoken) + 1, len(said)})
    return (2 * best + near) / 3


def _nearest(ways: Sequence[str], found: str) -> float:
    """Return how near the consonants of a word, or those before an ending of one or so, are to a way to hear a name."""
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    if len(found) > len(ways[0]) + 4:
        return 0.0
    best = 0.0
    for long in {len(way) for way in ways}:
        these = [way for way in ways if len(way) == long]
        for part in {found[:long], found[: long + 1]} if long > 3 else {found[:long]}:
            nearest = process.extractOne(part, these, scorer=OSA.normalized_similarity, score_cutoff=_LEAST)
            best = max(best, nearest[1]) if nearest else best
    return best


def well_spelt(name: str, word: str) -> bool:
    """Whether a word that sounds like the name is not just one slip away from its letters.

    Two letters in each other's place, or a consonant or a lone vowel left out or put in, are a slip where all else
    agrees letter by letter; a transliteration that goes another way altogether is taken as it is.
    """
    if max(len(name), len(word)) > _LONGEST:
        return True
    if _FEW_VOWELS.search(word):
        return _consonants_are_right(name, word)
    return _letters_hold(name, word)


def _consonants_are_right(name: str, word: str) -> bool:
    if _NO_KATAKANA.search(word):
        return False
    ways = ways_to_hear(name, kana=bool(_KANA.search(word)))
    return any(_consonants_hold(ways, found) for found in _readings(word))


def _letters_hold(name: str, word: str) -> bool:
    spoken, said = letters(name), letters(word)
    if len(spoken) < 5 or _is_heard_otherwise(name, spoken, word):
        return True
    endings = {said[: len(spoken) + more] for more in (-1, 0, 1)} | {said}
    if any(part == spoken for part in endings):
        return True
    if any(_is_slip(spoken, part) for part in endings):
        return False
    return not _CYRILLIC.match(word) or _consonants_hold(ways_to_hear(name), sounds(word))


def _is_heard_otherwise(name: str, spoken: str, word: str) -> bool:
    """Whether the consonants are right for another way to hear the name than its letters tell in English."""
    said = sounds(word)
    return not said.startswith(spoken.translate(_GROUPS)) and any(map(said.startswith, ways_to_hear(name)))


def _consonants_hold(ways: Sequence[str], found: str) -> bool:
    from rapidfuzz.distance import OSA

    if len(ways[0]) < _ENOUGH or any(found.startswith(way) for way in ways):
        return True
    ends = {found[:end] for end in range(len(ways[0]) - 1, len(ways[0]) + 2)}
    return all(OSA.distance(way, part) != 1 for way in ways for part in ends)


def _is_slip(spoken: str, said: str) -> bool:
    """Whether one word becomes the other by one slip that no way of transliterating explains."""
    at = next((n for n, (one, other) in enumerate(zip(spoken, said, strict=False)) if one != other), None)
    if at is None or at == 0:
        return False
    if spoken[at : at + 2] == said[at : at + 2][::-1] and spoken[at + 2 :] == said[at + 2 :]:
        return len(spoken[at:]) > 1
    if spoken[at + 1 :] == said[at + 1 :] and at + 1 < len(spoken):
        return (spoken[at] in _VOWELS) != (said[at] in _VOWELS) and not {spoken[at], said[at]} & set("hvi")
    if spoken[at + 1 :] == said[at:]:
        return _tells(spoken, at)
    return said[at + 1 :] == spoken[at:] and _tells(said, at)


def _tells(word: str, at: int) -> bool:
    """Whether the letter is a consonant that is always heard, or a vowel alone between consonants, inside the word."""
    if at >= len(word) - 1 or word[at] in "hv":
        return False
    return word[at] not in _VOWELS or not {word[at - 1], word[at + 1]} & {*_VOWELS, "v"}
