"""Whether a sentence ends at a place: what sentencex parts wrongly, and what it leaves together.

A wrong boundary tears a sentence, a missing one only makes it longer: in doubt there is none.
"""

import re
from typing import Final

from l10n_tool.sentences.abbreviations import usage_of
from l10n_tool.sentences.full_stop import abbreviates, clearly_stops, is_numbering
from l10n_tool.sentences.seam import Seam, is_wide

__all__ = ["ends_sentence"]

_GOES_ON: Final = re.compile(r"[,;:)\]，、；：）】」』。．！？!?%…]")
_DASH: Final = re.compile(r"[—–―-]")
_ELLIPSIS: Final = re.compile(r"…+\.*|\.{2,}|。{2,}")
_FULL_WIDTH: Final = frozenset("。！？｡")
_NO_BREAK: Final = frozenset({"\u00a0", "\u202f", "\u2007"})
_BRACKETS: Final = {"(": ")", "[": "]", "（": "）", "【": "】"}
_QUOTES: Final = re.compile("[\"'”’“»›«」』》〉]")
_TITLES: Final = frozenset("》〉")
# Speech begins a sentence or follows a colon or comma; what stands in quotation marks elsewhere is named, not said.
_NAMES: Final = re.compile(r"[^\s:：,，،«“„「『\"]\s?[«“„\"][^«“„\"]*\Z")

# What follows a quotation and tells who said it, or makes a part of the sentence of it.
_SAID: Final = {
    "en": re.compile(r"(?:\w+ ){1,3}(?:said|says|asked|asks|replied|answered|added|called|cried|shouted|whispered)\b"),
    "ar": re.compile(r"(?:قال|قالت|قالوا|سأل|سألت|أجاب|أجابت|رد|ردت|صاح|صاحت|أضاف|أضافت)\b"),
    "zh": re.compile(r"[的地得和与與或]|[^，。！？：；、\s没沒不]{0,6}?(?:说|說|问|問|道|喊|叫|答|写道|寫道|表示)"),
    "ja": re.compile(
        r"と(?!ても|ころ|きどき|にかく|もに|もあれ|なり|うとう|りあえず|ある|んで)|って|は(?!い|じ|る|ず|や)|が(?!ん)|を"
        r"|に(?!ほん|ぎ)|の|など|だ|です|で(?!も|は)|か(?!ら)|から(?!だ)|まで|より|へ|も(?!う|し|ち|の|っと)"
    ),
}


def ends_sentence(seam: Seam, *, proposed: bool) -> bool:
    """Whether a sentence ends here; ``proposed`` says that sentencex sees one end."""
    if is_numbering(seam) or _goes_on(seam):
        return False
    return proposed or _clearly_ends(seam)


def _goes_on(seam: Seam) -> bool:
    if seam.gap in _NO_BREAK or _GOES_ON.match(seam.after) or seam.next_is_lower:
        return True
    if not seam.gap and not _is_full_width(seam):
        return True
    if _ELLIPSIS.fullmatch(seam.mark):
        return not seam.next_letter.isupper() or _says_i(seam)
    if seam.mark == "." and abbreviates(seam, usage_of(seam.language)):
        return True
    return _is_part(seam)


def _is_full_width(seam: Seam) -> bool:
    """Whether the sentence may end without a space after it."""
    if seam.mark[-1:] in _FULL_WIDTH:
        return True
    return seam.mark[-1:] in {"!", "?"} and is_wide(seam.words[-1:]) and is_wide(seam.after[:1])


def _says_i(seam: Seam) -> bool:
    """Whether "I" is the only reason for the capital."""
    return seam.language == "en" and bool(re.match(r"I\b", seam.after))


def _is_part(seam: Seam) -> bool:
    """Whether a quotation or an exclamation that ends here is a part of a sentence that goes on."""
    said = _SAID.get(seam.language)
    if not _QUOTES.search(seam.closing):
        cried = seam.language == "ja" and seam.mark[-1:] in {"！", "？"}
        return cried and said is not None and bool(said.match(seam.after))
    if said and said.match(seam.after):
        return True
    if seam.next_letter.isupper() or seam.language == "ja":
        return False
    return seam.closing[-1] in _TITLES or bool(_NAMES.search(seam.words) or _DASH.match(seam.after))


def _clearly_ends(seam: Seam) -> bool:
    """Whether a sentence ends here although sentencex does not see it."""
    if seam.mark[-1:] in _FULL_WIDTH or _ELLIPSIS.fullmatch(seam.mark):
        return True
    if seam.mark and seam.closing[-1:] == _BRACKETS.get(seam.first, " "):
        return True
    if seam.mark == ".":
        return clearly_stops(seam, usage_of(seam.language))
    return seam.mark[-1:] in {"!", "?"} and seam.next_letter.isupper()
