"""Joining translated sentences with the spacing of their own language."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Final

__all__ = ["base", "join_sentences", "unspaced"]

#: Languages without a space between sentences. Thai, Lao, Khmer and Burmese put one between sentences, not words.
_UNSPACED: Final = frozenset({"cdo", "gan", "hak", "hsn", "ja", "lzh", "nan", "wuu", "yue", "zh"})
#: The space of full-width text, which has no place in another.
_WIDE_SPACE: Final = "\u3000"
_MARKUP: Final = re.compile(r"\]\([^()\s]*\)|\]\[[^\[\]]*\]|<[^<>]*>")
# Korean is as wide, and has spaces.
_HANGUL: Final = re.compile("[\u1100-\u11ff\u3130-\u318f\ua960-\ua97f\uac00-\ud7ff\uffa0-\uffdc]")
_REACH: Final = 400


@lru_cache(maxsize=256)
def base(language: str) -> str:
    """Return the language of a locale, without script, territory and modifier."""
    return re.split("[-_@]", language)[0].lower()


def unspaced(language: str) -> bool:
    """Whether a language is written without a space between sentences."""
    return base(language) in _UNSPACED


def join_sentences(texts: Sequence[str], gaps: Sequence[str], language: str, *, source: str = "") -> str:
    """Return translated sentences as one text; ``gaps`` are what the source has between its own.

    A gap with a line break stays as it is, and so does each where ``source`` is the same language. Chinese and
    Japanese have none beside full-width characters, other languages the source's white space, or a space. White
    space that a text has at a seam goes; at the outer ends it stays.
    """
    if not texts:
        return ""
    same = base(source) == base(language)
    joined = [texts[0]]
    for text, gap in zip(texts[1:], [*gaps, *[""] * len(texts)], strict=False):
        left, right = joined[-1].rstrip(), text.lstrip()
        joined[-1:] = [left, gap if same else _gap(left, gap, right, language), right]
    return "".join(joined)


def _gap(left: str, gap: str, right: str, language: str) -> str:
    if "\n" in gap or gap.strip():
        return gap
    wide = _is_wide(reversed(_MARKUP.sub("", left[-_REACH:]))) or _is_wide(_MARKUP.sub("", right[:_REACH]))
    if unspaced(language):
        return "" if wide else gap or " "
    # Full-width text in another language is the source's own, which nobody translated: it keeps its spacing.
    return gap if wide else gap.replace(_WIDE_SPACE, " ") or " "


def _is_wide(characters: Iterable[str]) -> bool:
    """Whether the first letter, digit or full-width sign is Chinese or Japanese.

    Quotation marks have either width, and a smiling face says nothing of the script.
    """
    for character in characters:
        if unicodedata.east_asian_width(character) in {"W", "F"} and unicodedata.category(character) != "So":
            return not _HANGUL.match(character)
        if character.isalnum():
            return False
    return False
