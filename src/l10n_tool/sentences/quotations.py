"""What quotation marks and brackets enclose in a line: sentences in there belong together."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Final

__all__ = ["Quotations", "read_quotations"]

_OPENERS: Final = {
    ")": "(", "]": "[", "）": "（", "】": "【", "」": "「", "』": "『", "》": "《", "〉": "〈", "”": "“„", "“": "„",
    "»": "«", "«": "»", "›": "‹", "‹": "›", "’": "‘‚", "‘": "‚", '"': '"',
}  # fmt: skip
_SIGN: Final = re.compile(r"[()\[\]（）【】「」『』《》〈〉“”„‘’‚«»‹›\"]")
_OPENING: Final = frozenset('([（【「『《〈“„‘‚«»‹›"')
#: Signs that open in one language and close in another; what touches them tells.
_EITHER: Final = frozenset('»›"')
#: Signs that close wherever they touch the end of a sentence, also where nothing is open.
_CLOSING: Final = frozenset("'’”)]）】」』》〉")
#: How many open signs are looked through for the one that closes, so that time stays linear.
_DEEPEST: Final = 8


@dataclass(frozen=True, slots=True)
class Quotations:
    """A line's quotations and brackets: ``depths`` says how many enclose each place, ``closing`` where one ends."""

    line: str
    depths: Sequence[int]
    closing: frozenset[int]

    def encloses(self, at: int) -> bool:
        """Whether a place lies inside a quotation or a bracket that is closed."""
        return bool(self.depths) and self.depths[at] > 0

    def after_closing(self, at: int) -> int:
        """Return the place after the closing signs that stand here."""
        while at < len(self.line) and (at in self.closing or self.line[at] in _CLOSING):
            at += 1
        return at


def read_quotations(line: str) -> Quotations:
    """Return what is enclosed in a line; a sign that nothing closes, or that closes nothing, encloses nothing."""
    steps = [0] * (len(line) + 2)
    opened: list[re.Match[str]] = []
    closing: set[int] = set()
    for match in _SIGN.finditer(line):
        at = _closes(match, opened)
        if at >= 0:
            steps[opened[at].end()] += 1
            steps[match.end()] -= 1
            closing.add(match.start())
            del opened[at:]
        elif _opens(match):
            opened.append(match)
    return Quotations(line, list(accumulate(steps)) if closing else (), frozenset(closing))


def _closes(sign: re.Match[str], opened: Sequence[re.Match[str]]) -> int:
    """Return which of the open signs this one closes, or -1."""
    openers = _OPENERS.get(sign[0], "")
    before, after = _beside(sign)
    if not openers or (sign[0] in '"«‹' and before.isspace()) or (sign[0] == "’" and after.isalnum()):
        return -1
    lowest = max(len(opened) - _DEEPEST, 0)
    return next((at for at in range(len(opened) - 1, lowest - 1, -1) if opened[at][0] in openers), -1)


def _opens(sign: re.Match[str]) -> bool:
    if sign[0] not in _EITHER:
        return sign[0] in _OPENING
    before, after = _beside(sign)
    return not before.isalnum() and bool(after) and not after.isspace()


def _beside(sign: re.Match[str]) -> tuple[str, str]:
    """Return the characters before and after a sign, empty at the ends of the line."""
    return sign.string[max(sign.start() - 1, 0) : sign.start()], sign.string[sign.end() : sign.end() + 1]
