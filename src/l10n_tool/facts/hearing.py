"""How the consonants of a name may be heard, whatever language it is from.

The same letters stand for other sounds in other languages: the j of Jena, of Jane and of Jerez, the ch of Munich,
Chopin and Chaplin. Each way to hear a name is a row of the six groups that hardly any script fails to tell apart: P
(b, p, f), T (t, d), S (s, z, ch, j), K (k, g, q), L (l, r), N (m, n). What sounds like a vowel is left out.
"""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from l10n_tool.facts.folding import fold

__all__ = ["GROUPS", "spoken_ways", "ways_to_hear"]

#: More ways than this are not told apart: the last letters keep their first sound.
_MOST: Final = 128
#: No name has a longer word.
_LONGEST: Final = 60
#: What is lost when a letter loses its mark.
_MARKED: Final = {"ř": "rzh", "š": "sh", "č": "ch", "ž": "zh", "ş": "sh", "ç": "ch", "ś": "sh", "ć": "ch", "ñ": "n"}
#: A vowel stands for itself.
_ITSELF: Final = "="
#: The group of each consonant.
GROUPS: Final = {
    **dict.fromkeys("bpf", "P"), **dict.fromkeys("td", "T"), **dict.fromkeys("szcj", "S"), **dict.fromkeys("kgq", "K"),
    **dict.fromkeys("lr", "L"), **dict.fromkeys("mn", "N"),
}  # fmt: skip
#: Letters that stand together, the longest first, and single ones, with what each may sound like.
_SOUNDS: Final[tuple[tuple[str, Sequence[str]], ...]] = (
    ("tzsch", "S"), ("tsch", "S"), ("dsch", "S"), ("rzh", ("LS", "L", "S")), ("sch", ("S", "SK")), ("tch", "S"),
    ("cqu", "K"), ("dzh", "S"), ("igh", ("ay", "iK")), ("aux$", ("", "S")), ("eux$", ("", "S")), ("us$", ("S", "")),
    ("^kn", ("N", "KN")), ("^wr", "L"), ("^ps", ("S", "PS")), ("re$", ("L", "-")), ("th", ("T", "S")),
    ("^ch", ("S", "K")), ("ch", ("S", "K", "")), ("ck", "K"), ("ph", "P"), ("sh", "S"), ("zh", "S"),
    ("kh", ("", "K")), ("gh", ("K", "")), ("cz", "S"), ("sz", "S"), ("zs", "S"), ("tz", ("S", "TS")),
    ("ts", ("S", "TS")), ("zz", ("S", "TS")), ("dz", ("S", "TS")), ("dj", ("S", "TS")), ("cc(?=[eiy])", ("S", "KS")),
    ("cc", "K"), ("dt", "T"), ("qu", "K"), ("gn", ("KN", "N")), ("gg(?=[eiy])", "S"), ("ll", ("L", "")),
    ("ng$", ("NK", "N")), ("ns$", ("NS", "N")), ("x$", ("KS", "S", "")), ("g$", ("K", "")), ("[td]$", ("T", "")),
    ("s$", ("S", "")), ("p$", ("P", "")), ("[td](?=[iuy])", ("T", "*")), ("[td](?=eu)", ("T", "*")),
    ("r$", ("L", "-")), ("r(?![aeiouy])", ("L", "-")), ("^g(?=[eiy])", ("K", "S")), ("g(?=[eiy])", ("K", "S", "")),
    ("c(?=[eiy])", ("S", "T")), ("(?<=[aeiou])x(?=[aeiou])", ("KS", "", "S")), ("x", ("KS", "S")), ("j", ("S", "")),
    ("z", ("S", "T")), ("v", ("~", "P")), ("w", ("u", "P")), ("h", ("", "K")), ("[bpf]", "P"), ("[td]", "T"),
    ("s", "S"), ("[ckgq]", "K"), ("[lr]", "L"), ("[mn]", "N"), ("[aeiouy]", _ITSELF),
)  # fmt: skip
#: Japanese leaves out an r at the end of a syllable (``-``), says t before i and u as ch and ts (``*``), and v as b; no
#: v sounds like a vowel there (``~``).
_KANA: Final = {"-": "", "*": "S"}
_ELSEWHERE: Final = {"~": ""}
_GRAPHEME: Final = re.compile("|".join(f"({letters})" for letters, _ in _SOUNDS))
_VOWELS: Final = re.compile("[a-z]+")
_DOUBLED: Final = re.compile(r"([^cglz])\1+")


@lru_cache(maxsize=1 << 12)
def ways_to_hear(name: str, *, kana: bool = False) -> tuple[str, ...]:
    """Return the ways to hear the consonants of a name in Latin letters, the most usual first.

    ``kana``: Japanese leaves out an r at the end of a syllable, and has no ti, tu, di and du.
    """
    return tuple(dict.fromkeys(_VOWELS.sub("", way) for way in spoken_ways(name, kana=kana)))


@lru_cache(maxsize=1 << 12)
def spoken_ways(name: str, *, kana: bool = False) -> tuple[str, ...]:
    """Return the ways to hear a name with its vowels in small letters among the groups of consonants."""
    marked = "".join(_MARKED.get(letter, letter) for letter in unicodedata.normalize("NFC", name.lower()))
    plain = _DOUBLED.sub(r"\1", fold(marked))[:_LONGEST]
    ways = [""]
    for match in _GRAPHEME.finditer(plain):
        sounds = _heard_as(_SOUNDS[(match.lastindex or 1) - 1][1], kana=kana)
        sounds = sounds if len(ways) * len(sounds) <= _MOST else sounds[:1]
        ways = [way + (match[0] if sound == _ITSELF else sound) for sound in sounds for way in ways]
    return tuple(dict.fromkeys(ways))


def _heard_as(sounds: Sequence[str], *, kana: bool) -> Sequence[str]:
    """Return what the sounds are there, without those of the other."""
    here, other = (_KANA, _ELSEWHERE) if kana else (_ELSEWHERE, _KANA)
    return [here.get(sound, sound) for sound in sounds if sound not in other]
