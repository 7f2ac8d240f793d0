"""``invisible-characters`` and ``bidi-controls``: what nobody sees, and what turns the order of letters.

The controls that a terminal obeys, and U+FFFD, are told by ``control-characters``, and the private characters that
stand for markup by ``machine-artefacts``. The rules are Unicode's: "Unicode
Bidirectional Algorithm" (UAX 9), "Emoji" (UTS 51) for joiners, variation selectors and tags.
"""

import re
import unicodedata
from collections.abc import Iterator
from typing import Final

from l10n_tool.checks.finding import Severity
from l10n_tool.checks.model import Check, Remark, Subject
from l10n_tool.facts.text import Span
from l10n_tool.facts.typography_data import EMPHASIS_HELPERS, JOINERS, RIGHT_TO_LEFT

__all__ = ["BIDI", "INVISIBLE"]

_NAMES: Final = {
    "\u00ad": "soft hyphen", "\u034f": "combining grapheme joiner", "\u115f": "Hangul filler",
    "\u1160": "Hangul filler",
    "\u180e": "Mongolian vowel separator", "\u200b": "zero-width space", "\u200c": "zero-width non-joiner",
    "\u200d": "zero-width joiner", "\u2028": "line separator", "\u2029": "paragraph separator", "\u2060": "word joiner",
    "\u2800": "blank Braille pattern", "\u3164": "Hangul filler", "\ufeff": "byte order mark",
    "\uffa0": "Hangul filler", "\ufffc": "object replacement character",
}  # fmt: skip
_ANY: Final = re.compile(
    "[\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200d\u2028\u2029\u2060-\u2065\u206a-\u206f\u2800\u3164"
    "\ufdd0-\ufdef\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffc\U000e0000-\U000e0fff\U000f0000-\U0010ffff]"
)
#: Deleting one of these loses nothing, in whatever language they are not wanted.
_CERTAIN: Final = frozenset(
    "\u200b\u2060\ufeff\u00ad\u180e\u2028\u2029\ufffc\u115f\u1160\u3164\uffa0\u2061\u2062\u2063\u2064"
)
_LAST_OF_PLANE: Final = 0xFFFE
_FLAG: Final = "\U0001f3f4"


def _invisible(subject: Subject) -> Iterator[Remark]:
    for form, text in enumerate(subject.entry.msgstr):
        if text.isascii() or not _ANY.search(text):
            continue
        found = _places(subject, text)
        if found:
            told = ", ".join(dict.fromkeys(_name(text[start]) for start, _ in found))
            yield Remark(f"characters that are not seen: {told}", form=form, marks=tuple(found))


def _places(subject: Subject, text: str) -> list[Span]:
    known = frozenset("".join(subject.sources))
    return [
        match.span()
        for match in _ANY.finditer(text)
        if match[0] not in known and not _belongs(subject, text, match.start())
    ]


def _belongs(subject: Subject, text: str, at: int) -> bool:
    """Whether a character is wanted where it stands: by the language, an emoji, a letter with variants, or markup."""
    character = text[at]
    if subject.language in JOINERS.get(character, ()) or subject.locale in JOINERS.get(character, ()):
        return True
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    if subject.markdown and character in EMPHASIS_HELPERS and (before in {"*", "_"} or after in {"*", "_"}):
        return True
    if character == "\u200d":
        return _is_symbol(before) and _is_symbol(after)
    if "\ufe00" <= character <= "\ufe0f" or character >= "\U000e0100":
        return _takes_variant(before)
    if "\U000e0020" <= character <= "\U000e007f":
        return _FLAG in text[max(0, at - 8) : at]
    return _of_script(character, before)


def _of_script(character: str, before: str) -> bool:
    """Whether a character belongs to the script of the one before it."""
    if "\u180b" <= character <= "\u180f" or character in "\u034f\u17b4\u17b5":
        return bool(before) and ("\u1780" <= before <= "\u18af" or unicodedata.combining(before) > 0)
    return character == "\u2800" and "\u2801" <= before <= "\u28ff"


def _is_symbol(character: str) -> bool:
    return bool(character) and (
        unicodedata.category(character) in {"So", "Sk", "Mn"} or character in "\u2640\u2642\u2695"
    )


def _takes_variant(character: str) -> bool:
    """Whether a variation selector may follow: symbols, digits for keys, ideographs, Myanmar letters."""
    if not character:
        return False
    category = unicodedata.category(character)
    return category[0] in "SPN" or category in {"Lo", "Mn"}


def _name(character: str) -> str:
    code = f"U+{ord(character):04X}"
    if character in _NAMES:
        return f"{_NAMES[character]} ({code})"
    if ord(character) >= 0xF0000:
        return f"private character {code}"
    if "\ufe00" <= character <= "\ufe0f" or "\U000e0100" <= character <= "\U000e01ef":
        return f"variation selector {code}"
    return code


def _without_invisible(subject: Subject, form: str) -> str:
    if form.isascii():
        return form
    gone = {start for start, _ in _places(subject, form) if form[start] in _CERTAIN}
    return "".join(_instead(c) if at in gone else c for at, c in enumerate(form)) if gone else form


def _instead(character: str) -> str:
    """Return what takes the place of a character that is taken out: a line's end parts words."""
    return " " if character in "\u2028\u2029" else ""


_BIDI: Final = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_OVERRIDES: Final = frozenset("\u202d\u202e")
_MARKS: Final = frozenset("\u061c\u200e\u200f")
_ENDS: Final = {"\u202c": "embedding", "\u2069": "isolate"}
_BEGINS: Final = {
    **dict.fromkeys("\u202a\u202b\u202d\u202e", "embedding"), **dict.fromkeys("\u2066\u2067\u2068", "isolate")
}  # fmt: skip


def _bidi(subject: Subject) -> Iterator[Remark]:
    for form, text in enumerate(subject.entry.msgstr):
        if text.isascii() or not _BIDI.search(text):
            continue
        known = frozenset("".join(subject.sources))
        found = [match for match in _BIDI.finditer(text) if match[0] not in known]
        overrides = tuple(match.span() for match in found if match[0] in _OVERRIDES)
        if overrides:
            message = "an override lets readers see the letters in another order than they are stored in"
            yield Remark(message, Severity.ERROR, form=form, marks=overrides)
            continue
        yield from _embedded(subject, form, text, [match.span() for match in found])


def _embedded(subject: Subject, form: int, text: str, found: list[Span]) -> Iterator[Remark]:
    """Yield what is wrong with controls that turn no letters: not paired, or in a text that needs none."""
    added = frozenset(found)
    loose = [span for span in _unpaired(text) if span in added]
    if loose:
        # What holds to the end of its line from the first character on turns nothing against anything.
        whole_line = _is_right_to_left(subject, text) and all(start == 0 for start, _ in loose)
        severity = Severity.INFO if whole_line else None
        yield Remark("a bidirectional control has no other half in its line", severity, form=form, marks=tuple(loose))
    elif found and not _is_right_to_left(subject, text):
        told = ", ".join(dict.fromkeys(f"U+{ord(text[start]):04X}" for start, _ in found))
        message = f"controls for text from right to left, of which there is none: {told}"
        yield Remark(message, form=form, marks=tuple(found))


def _unpaired(text: str) -> list[Span]:
    """Return the controls without another half; each line is for itself (UAX 9, P1)."""
    loose: list[int] = []
    open_: dict[str, list[int]] = {"embedding": [], "isolate": []}
    for match in re.finditer("[\n\u202a-\u202e\u2066-\u2069]", text):
        if match[0] == "\n":
            loose += [*open_["embedding"], *open_["isolate"]]
            open_ = {"embedding": [], "isolate": []}
        elif kind := _BEGINS.get(match[0]):
            open_[kind].append(match.start())
        elif waiting := open_[_ENDS[match[0]]]:
            waiting.pop()
        else:
            loose.append(match.start())
    return [(at, at + 1) for at in sorted([*loose, *open_["embedding"], *open_["isolate"]])]


def _is_right_to_left(subject: Subject, text: str) -> bool:
    if subject.language in RIGHT_TO_LEFT or subject.locale.partition("@")[0] in RIGHT_TO_LEFT:
        return True
    return any(
        unicodedata.bidirectional(character) in {"R", "AL", "AN"} and character not in _MARKS for character in text
    )


INVISIBLE: Final = Check(
    name="invisible-characters",
    severity=Severity.WARNING,
    summary="The translation has no invisible characters that neither the source nor the language needs.",
    explanation=(
        "Zero-width spaces, soft hyphens, byte order marks, private characters and the like come with text that was "
        "copied. Nobody sees them, but a search does not find the word any more, and a screen reader stumbles. Delete "
        "them; `l10n-tool check --fix` takes out those that are certain. The joiners of Persian or Hindi, the "
        "zero-width space of Thai or Khmer, and what emoji are made of are fine."
    ),
    of_entry=_invisible,
    fix=_without_invisible,
)

BIDI: Final = Check(
    name="bidi-controls",
    severity=Severity.WARNING,
    summary="Controls of the writing direction are paired, and none turns letters around.",
    explanation=(
        "An override (U+202D, U+202E) shows letters in another order than they are stored in, so that a reviewer reads "
        "another text or address than a program does: that is an error. Embeddings and isolates need their other half "
        "in the same line, and a text without letters from right to left needs none of them. Delete the character, or "
        "add what ends it. The marks U+200E, U+200F and U+061C are fine in right-to-left languages."
    ),
    of_entry=_bidi,
)
