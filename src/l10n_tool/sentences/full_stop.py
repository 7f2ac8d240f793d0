"""What a full stop is: the end of a sentence, or a part of an abbreviation, an initial, an ordinal or a number."""

import re
from typing import Final

from l10n_tool.sentences.abbreviations import Usage
from l10n_tool.sentences.seam import Seam, is_lower, is_wide

__all__ = ["abbreviates", "clearly_stops", "is_numbering"]

_LONG_WORD: Final = 6
_LONGEST_NUMBERING: Final = 12

_TOKEN: Final = re.compile(r"[^\s(\[\"'“„”«»‘‚/–—]*")
_SHORT_WORDS: Final = re.compile(r"(?:[^\W\d_]{1,4}\.[ \u00a0\u202f]?){1,3}\Z")
_SHORT_WORD: Final = re.compile(r"[^\W\d_]+\.")
_LAST_WORD: Final = re.compile(r"([^\W\d_]{1,6})\.?\s\Z")
#: How many characters that takes at most.
_LONGEST_LAST: Final = 8
_DOTTED: Final = re.compile(r"[^\W\d_]{1,4}(?:[.-]+[^\W\d_]{1,4})+")
# A single letter with a full stop is an initial and no word.
_FIRST_WORD: Final = re.compile(r"[^\W\d_]{2,}(?!\w)|[^\W\d_](?![\w.])")
_ORDINAL: Final = re.compile(r"\d{1,2}|[IVXLC]{1,7}")
# What numbers a sentence and is none itself: "1.", "a)", "IV."
_NUMBERING: Final = re.compile(r"\W*(?:\d{1,3}|[^\W\d_]|[ivxIVX]{2,5})[.)]\W*")
_NEXT_NUMBER: Final = re.compile(r"\d{1,3}[.)]\s")
# The letter of a calendar after its year, in Arabic script.
_CALENDAR: Final = re.compile(r"\d\s?[\u0621-\u064a]\u0640?\Z")


def is_numbering(seam: Seam) -> bool:
    """Whether the sentence would be nothing but the number of a list item."""
    whole = seam.words + seam.mark + seam.closing
    if seam.length > _LONGEST_NUMBERING or is_wide(seam.words[-1:]):
        return False
    return bool(_NUMBERING.fullmatch(whole))


def abbreviates(seam: Seam, usage: Usage) -> bool:
    """Whether the full stop is that of an abbreviation, an initial or an ordinal within a sentence."""
    tokens = _tokens(seam)
    if not usage.never.isdisjoint(tokens):
        return True
    if _opens(seam, usage) or not usage.last.isdisjoint(tokens):
        return False
    if not usage.inside.isdisjoint(tokens) or _is_numbered(seam, usage):
        return True
    # sentencex has initials and dotted abbreviations of English.
    return seam.language != "en" and (_is_initial(seam, usage) or _is_ordinal(seam, usage))


def clearly_stops(seam: Seam, usage: Usage) -> bool:
    """Whether a sentence ends with a full stop that sentencex takes for that of an abbreviation."""
    if is_wide(seam.words[-1:]) or _CALENDAR.search(seam.words):
        return True
    if seam.first.isdigit() and _NEXT_NUMBER.match(seam.after):
        return True
    if seam.next_letter.isdigit():
        return _is_long_word(seam.words)
    if not seam.next_letter.isupper():
        return False
    return _opens(seam, usage) or not usage.last.isdisjoint(_tokens(seam)) or _is_long_word(seam.words)


def _is_long_word(words: str) -> bool:
    end = words[-_LONG_WORD:]
    return len(end) == _LONG_WORD and end.isalpha() and end.islower()


def _opens(seam: Seam, usage: Usage) -> bool:
    """Whether the next word is one that has a capital only at the start of a sentence."""
    word = _FIRST_WORD.match(seam.bare)
    return word is not None and word[0] in usage.openers


def _is_numbered(seam: Seam, usage: Usage) -> bool:
    """Whether a number follows that the last word asks for, alone or at its end: "S. 5", "Goethestr. 5"."""
    word = _token(seam).lower()
    if not seam.next_letter.isdigit():
        return False
    return word in usage.numbered or any(len(short) > 2 and word.endswith(short) for short in usage.numbered)


def _token(seam: Seam) -> str:
    # Read from its end, a text gives its last word at once.
    token = _TOKEN.match(seam.words[::-1])
    return token[0][::-1] if token else ""


def _tokens(seam: Seam) -> set[str]:
    """Return the last word in lower case, alone and with what leads to it: "д", "т.д" and "və_s"."""
    token = _token(seam)
    before = seam.words[: len(seam.words) - len(token)]
    short = _SHORT_WORDS.search(before) if "." in before[-2:] else None
    leading = _SHORT_WORD.findall(short[0]) if short else []
    found = {"".join([*leading[at:], token]).lower() for at in range(len(leading) + 1)}
    last = _last_word(before)
    return found | {f"{last[1]}_{token}".lower()} if last else found


def _last_word(text: str) -> re.Match[str] | None:
    return _LAST_WORD.search(text, max(0, len(text) - _LONGEST_LAST))


def _is_initial(seam: Seam, usage: Usage) -> bool:
    """Whether the last word is one letter, or has full stops inside: "И. Ф.", "т. е.", "av. J.-C."."""
    word = _token(seam)
    if _DOTTED.fullmatch(word):
        return "." in word
    if len(word) != 1 or not word.isalpha() or is_wide(word) or word in usage.words:
        return False
    if is_lower(word):
        return bool(usage.openers)
    return not _CALENDAR.search(seam.words)


def _is_ordinal(seam: Seam, usage: Usage) -> bool:
    word = _token(seam)
    if not usage.ordinals or not _ORDINAL.fullmatch(word):
        return False
    before = _last_word(seam.words[: len(seam.words) - len(word)])
    if before and before[1].lower() in usage.numbered:
        return False
    return usage.capital_ordinals or not word.isdecimal() or seam.next_letter.isdigit()
