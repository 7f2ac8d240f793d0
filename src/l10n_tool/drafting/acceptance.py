"""What an engine's answer must be like before it may become a draft: each rule gives a reason for people."""

import re
import unicodedata
from collections import Counter
from typing import Final

from l10n_tool.markup import skeleton
from l10n_tool.markup.marks import Kind, count_marks

__all__ = ["lost_in", "lost_number", "soft_marks_only", "unusable", "unwanted"]

# Notices that services send with status 200 in the place of a translation; in upper case.
_NOTICES: Final = (
    "MYMEMORY WARNING",
    "YOU USED ALL AVAILABLE FREE TRANSLATIONS",
    "QUERY LENGTH LIMIT EXCEEDED",
    "INVALID LANGUAGE PAIR",
    "PLEASE SELECT TWO DISTINCT LANGUAGES",
    "INVALID SOURCE LANGUAGE",
    "INVALID TARGET LANGUAGE",
    "INVALID EMAIL PROVIDED",
    "NO QUERY SPECIFIED",
    "TOO MANY REQUESTS",
)
_PAGE: Final = re.compile(r"<!doctype\s+html|</?(?:html|head|body|script)\b", re.IGNORECASE)
_ALLOWED_CONTROLS: Final = frozenset("\t\n\r")
# Embeddings, overrides and isolates (Unicode standard annex 9, section 2): they can make a text look like another.
_BIDI_CONTROLS: Final = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_REPLACEMENT: Final = "\ufffd"

# A number with what may group or part its digits: 3,000, 3 000 (with a no-break space), 2.5, 10.30.
_NUMBER: Final = re.compile(r"\d+(?:[.,'’٬٫\u00a0\u2009\u202f]\d+)*")
_DIGITS: Final = re.compile(r"\d+")
# A plain space between digits may group them, or part two numbers.
_SPACE: Final = re.compile(r"(?<=\d) (?=\d{3}(?!\d))")
_WORD: Final = re.compile(r"[^\W\d_]+")

#: Texts of up to this many words may well be the same in both languages: names, titles, "Taxi".
_FEW_WORDS: Final = 3
_SHORT: Final = 40
_TOO_LONG, _TOO_SHORT = 4, 5
# A Chinese, Japanese or Korean character says about as much as three letters.
_WIDE: Final = 3


def unusable(answer: object, sent: str, *, local: bool) -> str:
    """Return why an answer is no translation of what was sent, as a sentence; empty where it may be one."""
    if answer is None or not isinstance(answer, str) or not answer.strip():
        return "The engine gave an empty answer."
    if _notice(answer) and not _notice(sent):
        return f"The engine gave a notice in the place of a translation: {_notice(answer).capitalize()}."
    if _PAGE.search(answer) and not _PAGE.search(sent):
        return "The engine gave a web page in the place of a translation."
    if _has_controls(answer, sent, local=local):
        return "The engine's answer holds characters that cannot be seen and do not belong in a text."
    return ""


def _notice(text: str) -> str:
    upper = text.upper()
    return next((notice for notice in _NOTICES if notice in upper), "")


def _has_controls(answer: str, sent: str, *, local: bool) -> bool:
    new = set(answer) - set(sent) - _ALLOWED_CONTROLS
    unwanted_ = new if not local else new - _BIDI_CONTROLS
    return any(unicodedata.category(c) in {"Cc", "Cs", "Co", "Cn"} or c in _BIDI_CONTROLS for c in unwanted_) or (
        _REPLACEMENT in new
    )


def unwanted(source: str, draft: str) -> str:
    """Return why the words of a draft cannot be a translation of the source's words; empty where they can be."""
    if _same(source, draft):
        return "The engine gave the source back untranslated."
    before, after = _weight(source), _weight(draft)
    if before <= _SHORT:
        return ""
    if after > _TOO_LONG * before:
        return f"The engine's answer is more than {_TOO_LONG} times as long as the source."
    if after * _TOO_SHORT < before:
        return "The engine's answer is less than a fifth as long as the source."
    return ""


def _same(source: str, draft: str) -> bool:
    return len(_WORD.findall(source)) > _FEW_WORDS and _bare(source) == _bare(draft)


def _bare(text: str) -> str:
    return "".join(c for c in text.casefold() if unicodedata.category(c)[0] not in "PZ")


def _weight(text: str) -> int:
    """Return a text's length in letters, a character of a script without spaces counting for several."""
    return sum(_WIDE if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in text)


def lost_number(source: str, draft: str) -> str:
    """Return a number of the source that the draft lacks, as the source has it, or nothing.

    Digits of any script count; how they are grouped does not, nor whether a time is 10:30 or 10.30.
    """
    found = Counter(map(_ascii, _DIGITS.findall(draft))) | _numbers(draft) | _numbers(_SPACE.sub("", draft))
    for number, times in Counter(_NUMBER.findall(source)).items():
        parts = [_ascii(part) for part in _DIGITS.findall(number)]
        if found["".join(parts)] < times and (len(parts) == 1 or any(found[part] < times for part in parts)):
            return str(number)
    return ""


def _numbers(text: str) -> Counter[str]:
    return Counter("".join(map(_ascii, _DIGITS.findall(number))) for number in _NUMBER.findall(text))


def _ascii(digits: str) -> str:
    return "".join(str(unicodedata.decimal(digit)) for digit in digits)


def lost_in(source: str, draft: str, *, markdown: bool) -> str:
    """Return what a draft lacks of the source, or has beside it, as a sentence; empty where all marks are alike."""
    before, after = count_marks(source, markdown=markdown), count_marks(draft, markdown=markdown)
    if before != after:
        lacking, surplus = before - after, after - before
        kind, text = max(lacking or surplus, key=lambda mark: len(mark[1]))
        return f"The draft {'lacks' if lacking else 'adds'} {kind}{_shown(kind, text)}."
    if markdown and skeleton(source) != skeleton(draft):
        return "The draft would change the structure of the document."
    return ""


def _shown(kind: str, text: str) -> str:
    """Return what a message adds to the kind of a mark: a target, a name; nothing for what is all delimiter."""
    if Kind(kind).soft or kind == Kind.BREAK:
        return ""
    return f" ({text.removeprefix('](').removesuffix(')') if kind in {Kind.LINK, Kind.IMAGE} else text})"


def soft_marks_only(source: str, *, markdown: bool) -> bool:
    """Whether nothing but emphasis would be lost with the source's marks."""
    soft = {kind for kind in Kind if kind.soft}
    return {kind for kind, _ in count_marks(source, markdown=markdown)} <= soft
