"""A text as words to be compared: where each stands, and how it is written when capitals and accents do not count."""

import re
import unicodedata
from functools import lru_cache
from typing import Final, NamedTuple

from l10n_tool.facts.text import WORD, Span

__all__ = ["SPACELESS", "Word", "fold", "gap", "has_invisible", "visible", "words_of"]

#: Languages that are written without spaces between words, and Korean, whose spaces move.
SPACELESS: Final = frozenset({"bo", "dz", "ja", "km", "ko", "lo", "my", "th", "wuu", "yue", "zh"})

_TOKEN: Final = re.compile(rf"\d+|{WORD.pattern}")
_APOSTROPHES: Final = "'’ʼ"
#: In these an apostrophe is as good as a letter.
_APOSTROPHE_INSIDE: Final = frozenset({"be", "br", "uk", "uz"})
_PART: Final = re.compile(rf"[^{_APOSTROPHES}]+")
# Soft hyphens and joiners part no word.
_INVISIBLE: Final = re.compile(r"[\u00ad\u034f\u200c\u200d\u2060\ufeff]")
#: In these a zero-width non-joiner parts a word from its ending (Unicode Standard, chapter 9.2).
_NON_JOINER_PARTS: Final = frozenset({"ckb", "fa", "ps", "ur"})

# Alef with and without hamza, final yeh and teh marbuta are mixed up in writing; the marks are left out.
_ARABIC: Final = str.maketrans("أإآٱىیکةە", "ااااييكهه", "\u0640\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u0670")
_ARABIC_WRITTEN: Final = frozenset({"ar", "ckb", "fa", "ps", "sd", "ug", "ur"})
_POINTS: Final = re.compile("[\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7]")
_TURKIC_I: Final = str.maketrans("Iİ", "ıi")

_GAPS: Final = str.maketrans(
    {**dict.fromkeys("-‐‑\u00a0\t\r\n\u202f\u2009", " "), **dict.fromkeys("’ʼ", "'"), **dict.fromkeys("*_~[]", "")}
)


class Word(NamedTuple):
    """A word, or a number, as it is written and folded, and its place in the text; an apostrophe parts words."""

    raw: str
    folded: str
    start: int
    end: int

    @property
    def span(self) -> Span:
        """The place."""
        return self.start, self.end


def words_of(prose: str, language: str) -> list[Word]:
    """Return the words of a text in order."""
    text, places = visible(prose, language)
    found = []
    for match in _TOKEN.finditer(text):
        # Most words have no apostrophe.
        whole = match[0]
        parted = language not in _APOSTROPHE_INSIDE and any(mark in whole for mark in _APOSTROPHES)
        parts = _PART.finditer(whole) if parted else ()
        spans = [(match.start() + part.start(), match.start() + part.end()) for part in parts] or [match.span()]
        for start, end in spans:
            raw = text[start:end]
            found.append(Word(raw, fold(raw, language), places[start], places[end - 1] + 1))
    return found


def visible(text: str, language: str) -> tuple[str, range | list[int]]:
    """Return a text without what is invisible inside words, and the place of each of its characters in the text."""
    if not has_invisible(text):
        return text, range(len(text))
    if language in _NON_JOINER_PARTS:
        text = text.replace("\u200c", " ")
    places = [place for place, character in enumerate(text) if not _INVISIBLE.match(character)]
    return "".join(text[place] for place in places), places


def has_invisible(text: str) -> bool:
    """Whether something stands in a text that nobody sees."""
    return not text.isascii() and _INVISIBLE.search(text) is not None


@lru_cache(maxsize=1 << 16)
def fold(word: str, language: str) -> str:
    """Return a word in the form in which words are compared."""
    if word.isascii() and language not in {"az", "tr"}:
        return word.lower()
    if language in {"az", "crh", "tr", "tt"}:
        word = word.translate(_TURKIC_I)
    folded = unicodedata.normalize("NFC", word.casefold())
    if language in _ARABIC_WRITTEN:
        return folded.translate(_ARABIC)
    if language == "el":
        # Capitals have no accents.
        return unicodedata.normalize("NFC", unicodedata.normalize("NFD", folded).replace("\u0301", ""))
    if language in {"he", "yi"}:
        # Full spelling doubles some letters.
        return _POINTS.sub("", folded).replace("יי", "י").replace("וו", "ו")
    return folded.replace("ё", "е").replace("’", "'").replace("ʼ", "'")


def gap(between: str) -> str:
    """Return what stands between two words, without emphasis, hyphens and white space as one space."""
    if between == " ":
        return between
    plain = _INVISIBLE.sub("", between).translate(_GAPS)
    return " ".join(part for part in plain.split(" ") if part) or plain[:1]
