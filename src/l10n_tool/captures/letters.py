"""What a text tells without knowledge of its language: end marks, words, case, and scripts without spaces."""

import re
import unicodedata
from typing import Final

__all__ = [
    "UNSPACED",
    "WIDE",
    "capitals",
    "ends_sentence",
    "introduces",
    "key_of",
    "sentence_ends",
    "size_of",
    "tokens",
    "word_count",
]

# Latin, Chinese and Japanese, Arabic and Urdu, Devanagari, Armenian, Ethiopic, Khmer, Burmese.
_FINAL: Final = ".!?…。！？｡؟۔।॥։።។။"
_CLOSERS: Final = "\"'`´’‘”“„»«›‹)]}）】」』〉》*_"
_INTRODUCING: Final = ":："
_QUOTES: Final = "\"'`´’‘”“„»«›‹‚‛‟′″「」『』＂＇"
_INVISIBLE: Final = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"

#: Characters two columns wide; one of them says as much as three letters of another script.
WIDE: Final = re.compile("[\u1100-\u115f\u2e80-\u9fff\uac00-\ud7a3\uf900-\ufaff\uff01-\uff60\U00020000-\U0003ffff]")

#: Chinese, Japanese, Thai, Lao, Burmese, Khmer: no space between words, so two letters are taken for one.
UNSPACED: Final = re.compile("[\u3005-\u9fff\uf900-\ufaff\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\U00020000-\U0003ffff]")
# Thai and Lao write no end mark at all, so a long text is taken for a closed one.
_NO_END_MARK: Final = re.compile("[\u0e00-\u0eff]")
_LONG: Final = 60

_SENTENCE_END: Final = re.compile(rf"[{re.escape(_FINAL)}][{re.escape(_CLOSERS)}]{{0,3}}(?:\s|\Z)|[。！？｡]")
_LETTER: Final = re.compile(r"[^\W\d_]")
_NOT_COMPARED: Final = dict.fromkeys(map(ord, _QUOTES + _INVISIBLE))


def key_of(text: str) -> str:
    """Give what two forms of one text have in common: all but quotes, spaces and case."""
    folded = unicodedata.normalize("NFC", text).casefold().translate(_NOT_COMPARED)
    return "".join(folded.split()) or text


def size_of(text: str) -> int:
    """Measure how much a text says, in letters of an alphabet."""
    return len(text) if text.isascii() else len(text) + 2 * len(WIDE.findall(text))


def tokens(text: str) -> list[str]:
    """Give what stands between spaces and holds a letter."""
    return [token for token in text.split() if _LETTER.search(token)]


def word_count(text: str) -> int:
    """Count the words, in a script without spaces by a guess from its letters."""
    words = tokens(text)
    unspaced = len(UNSPACED.findall(text))
    return len(words) + unspaced // 2 if unspaced else len(words)


def capitals(words: list[str]) -> float:
    """Give the share of words that begin in upper case; 0 in a script without case."""
    firsts = [match[0] for word in words if (match := _LETTER.search(word))]
    upper = sum(first.isupper() for first in firsts)
    cased = upper + sum(first.islower() for first in firsts)
    return upper / cased if cased else 0.0


def sentence_ends(text: str) -> int:
    """Count the places where a sentence ends."""
    return len(_SENTENCE_END.findall(text))


def ends_sentence(text: str) -> bool:
    """Tell whether the text stops where a sentence may stop, a closing quote or bracket aside."""
    bare = text.rstrip(_CLOSERS)
    if bare.endswith(tuple(_FINAL)):
        return True
    return bool(_NO_END_MARK.match(bare[-1:])) and len(bare) >= _LONG


def introduces(text: str) -> bool:
    """Tell whether the text ends in a colon, so that something must come after it."""
    return text.endswith(tuple(_INTRODUCING))
