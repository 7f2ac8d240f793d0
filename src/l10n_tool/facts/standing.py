"""The words of a translation that may be a name, and how a name stands in one."""

import re
from collections.abc import Collection, Iterator
from enum import StrEnum
from typing import Final, NamedTuple

from l10n_tool.facts.text import Span, Text

__all__ = ["ABSENT", "KEEPING", "UNINFLECTED", "Place", "Stand", "is_taken", "pieces", "without_clitics"]

#: Languages that put no ending on a name: letters after it are a slip.
UNINFLECTED: Final = frozenset({
    "fr", "es", "it", "pt", "ca", "gl", "oc", "ast", "br", "cy", "ga", "gd", "vi", "id", "ms", "jv", "su", "fil", "ceb",
    "haw", "sw", "ja", "zh", "ko", "th", "lo", "km", "my", "ar", "fa", "he", "ur", "ps", "hi", "bn", "mr", "ne", "ta",
    "te", "ml", "kn", "gu", "pa", "si", "ka", "hy", "ru", "uk", "be", "bg", "mk", "kk", "ky", "tg", "mn", "el", "am",
    "ti",
})  # fmt: skip
#: Languages of the Latin alphabet that keep the letters of foreign names.
KEEPING: Final = frozenset({
    "ca", "da", "de", "es", "eu", "fil", "fr", "gl", "id", "is", "it", "ms", "nb", "nl", "nn", "no", "pt", "sv", "tr",
    "vi",
})  # fmt: skip
_SHORT: Final = 3
_LATIN: Final = r"A-Za-z\u00c0-\u02af\u1e00-\u1eff"
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


class Stand(StrEnum):
    """How a name stands in a translation."""

    KEPT = "kept"  # with its own letters
    CALLED = "called"  # as GeoNames knows the place in some language
    LIKE = "like"  # written as it sounds, or with other letters
    MISSPELT = "misspelt"
    ABSENT = "absent"


class Place(NamedTuple):
    """How a name or a word of it stands in a text, and as what and where, if it does."""

    stand: Stand
    wanted: str = ""
    found: str = ""
    span: Span = (0, 0)


ABSENT: Final = Place(Stand.ABSENT)


def is_taken(span: Span, taken: Collection[Span]) -> bool:
    """Whether a word stands where another one does."""
    return any(start < span[1] and span[0] < end for start, end in taken)


def pieces(text: Text) -> tuple[tuple[str, Span], ...]:
    """Return the words of a text, each in one script, with their places; Han characters are left out."""
    return text.once(_pieces)


def _pieces(text: Text) -> tuple[tuple[str, Span], ...]:
    return tuple(_split(text.prose))


def _split(prose: str) -> Iterator[tuple[str, Span]]:
    for match in _PIECE.finditer(prose):
        start, end = match.span()
        after = prose[end : end + 2]
        if (start and prose[start - 1] in "_./@") or after[:1] == "_" or (after[:1] == "." and after[1:].isalpha()):
            # Part of an identifier, a path or a host.
            continue
        yield match[0], (start, end)


def without_clitics(word: str) -> Iterator[str]:
    """Yield the word, and what is left without an article or a preposition that is written together with it."""
    yield word
    first = word[0]
    if "\u0590" <= first <= "\u05ff" and len(word) >= _SHORT and first in "בהוכלמש":
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
