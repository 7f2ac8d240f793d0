"""A text in lower case without diacritics, so that two spellings of a word can be found alike."""

import re
import unicodedata
from typing import Final

__all__ = ["fold"]

#: Accents, the points of Hebrew and Arabic, the nukta and the virama of Devanagari, the voicing of kana.
_MARKS: Final = re.compile(
    r"[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u064b-\u065f\u0670\u093c\u094d\u3099\u309a]+"
)
_ONE_LETTER: Final = str.maketrans({"İ": "i", "ı": "i", "ł": "l", "Ł": "l", "ø": "o", "đ": "d", "’": "'", "ـ": None})


def fold(text: str) -> str:
    """Return a text in lower case without diacritics and other marks."""
    if text.isascii():
        return text.lower()
    plain = text.translate(_ONE_LETTER).casefold()
    return _MARKS.sub("", unicodedata.normalize("NFKD", plain))
