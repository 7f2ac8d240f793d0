"""Where a long string may be folded: Unicode's line breaking (UAX 14), as gettext applies it to the lines of a PO file.

gettext's own table of pairs is kept, not Unicode's latest: a file that two tools fold in turn must not change each
time. Characters are told apart by their general category and width, which is exact for the scripts of prose.

``unbreakable_pieces`` is the rule, for any text. Where every character is one column wide and stands for itself, which
is most prose, ``classes_of`` writes the text down as a letter for each character, and one regular expression over the
letters finds the end of a row; it gives the rows that the pieces give.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import islice
from types import MappingProxyType
from typing import Final

from l10n_tool.columns import width_of

__all__ = ["classes_of", "may_break", "row_ends", "unbreakable_pieces"]

# A row is the class before, a column the class after: "/" a line may break between the two, "s" only at spaces between
# them, "." not even there. The classes' names are those of UAX 14.
_TABLE: Final = """
       AL NU OP OW CP CL EX QU IS HY SY PR PO BA B2 IN ID NS GL RI
    AL  s  s  s  /  .  .  .  s  .  s  .  s  s  s  /  s  /  s  s  /
    NU  s  s  s  /  .  .  .  s  .  s  .  s  s  s  /  s  /  s  s  /
    OP  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .
    OW  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .
    CP  s  s  /  /  .  .  .  s  .  s  .  s  s  s  /  s  /  s  s  /
    CL  /  /  /  /  .  .  .  s  .  s  .  s  s  s  /  s  /  .  s  /
    EX  /  /  /  /  .  .  .  s  .  s  .  /  /  s  /  s  /  s  s  /
    QU  s  s  .  .  .  .  .  s  .  s  .  s  s  s  s  s  s  s  s  s
    IS  /  s  /  /  .  .  .  s  .  s  .  /  /  s  /  s  /  s  s  /
    HY  /  s  /  /  .  .  .  s  .  s  .  /  /  s  /  s  /  s  /  /
    SY  /  s  /  /  .  .  .  s  .  s  .  /  /  s  /  s  /  s  s  /
    PR  s  s  s  s  .  .  .  s  .  s  .  /  /  s  /  s  s  s  s  /
    PO  s  s  s  s  .  .  .  s  .  s  .  /  /  s  /  s  /  s  s  /
    BA  /  /  /  /  .  .  .  s  .  s  .  /  /  s  /  s  /  s  /  /
    B2  /  /  /  /  .  .  .  s  .  s  .  /  /  s  .  s  /  s  s  /
    IN  /  /  /  /  .  .  .  s  .  s  .  /  /  s  /  s  /  s  s  /
    ID  /  /  /  /  .  .  .  s  .  s  .  /  s  s  /  s  /  s  s  /
    NS  /  /  /  /  .  .  .  s  .  s  .  /  /  s  /  s  /  s  s  /
    GL  s  s  s  s  .  .  .  s  .  s  .  s  s  s  s  s  s  s  s  s
    RI  /  /  /  /  .  .  .  s  .  s  .  /  /  s  /  s  /  s  s  s
"""

#: The characters whose class their category does not tell.
_NAMED: Final = {
    "CL": "}、。，．｡､",
    "EX": "!?！？؟؛؞۔",
    "QU": "\"'",
    "IS": ",.:;،։؍⁄",
    "HY": "-",
    "SY": "/",
    "PR": "$+\\№±−",
    "PO": "%％¢°‰‱′″‴℃℉؉؊٪",
    "BA": "|‐‒–֊־‧।॥་፡።\t\xad\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\u205f\u3000",
    "B2": "—",
    "IN": "․‥…",
    "NS": "々〻ー・：；゛゜ゝゞヽヾ〜〼゠‽‼⁇⁈⁉ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶ",
    "GL": "\xa0\u2007\u2011\u202f\u2060\u200d\ufeff",
    "OP": "¡¿",
    "ZW": "\u200b",
}
_BY_NAME: Final = MappingProxyType({character: name for name, text in _NAMED.items() for character in text})
_BY_CATEGORY: Final = MappingProxyType(
    {"Ps": "OP", "Pe": "CL", "Pi": "QU", "Pf": "QU", "Nd": "NU", "Sc": "PR", "Mn": "CM", "Me": "CM", "Mc": "CM"}
)
_FIRST_EMOJI: Final = "\U0001f000"
_REGIONAL: Final = range(0x1F1E6, 0x1F200)

# What gettext escapes stands in the file as a backslash and another character; lines never break between the two.
_ESCAPES: Final = MappingProxyType({"\\": "PR", '"': "QU"} | dict.fromkeys("\n\t\r\a\b\f\v", "AL"))


def _pairs() -> dict[tuple[str, str], str]:
    head, *rows = (line.split() for line in _TABLE.strip().splitlines())
    return {(row[0], after): mark for row in rows for after, mark in zip(head, row[1:], strict=True)}


_PAIRS: Final = MappingProxyType(_pairs())


def unbreakable_pieces(line: str) -> Iterator[str]:
    """Part a line, with the spaces after each piece, so that a row may end after any of the pieces.

    The pieces joined are the line.
    """
    start, before, spaced = 0, "", False
    for at, character in enumerate(line):
        kind = _class_of(character)
        if character == " " or (kind == "CM" and before and not spaced):
            spaced = spaced or character == " "
            continue
        # The newline at the end of a line stays with the word before it.
        if before and character != "\n" and _may_break(before, _first_class(character, kind), spaced=spaced):
            yield line[start:at]
            start = at
        before, spaced = _ESCAPES.get(character, "AL" if kind == "CM" else kind), False
    if start < len(line):
        yield line[start:]


def _may_break(before: str, after: str, *, spaced: bool) -> bool:
    if "ZW" in (before, after):
        return before == "ZW"
    mark = _PAIRS[before, "AL" if after == "CM" else after]
    return mark == "/" or (spaced and mark == "s")


def _first_class(character: str, kind: str) -> str:
    return "PR" if character in _ESCAPES else kind


@lru_cache(maxsize=4096)
def _class_of(character: str) -> str:
    if character.isascii() and character.isalnum():
        return "NU" if character.isdigit() else "AL"
    if character in ")]":
        return "CP"
    category, wide = unicodedata.category(character), width_of(character) == 2
    kind = _BY_NAME.get(character) or _BY_CATEGORY.get(category, "AL")
    if wide or (category == "So" and character >= _FIRST_EMOJI):
        kind = {"AL": "ID", "NU": "ID", "OP": "OW"}.get(kind, kind)
    return "RI" if ord(character) in _REGIONAL else kind


# A letter for each class, a small one for the second character of an escape: before it no line breaks, and after it as
# after its class.
_LETTERS: Final = MappingProxyType({name: chr(ord("A") + at) for at, name in enumerate(_TABLE.split()[:20])})
_ODD: Final = "?"
_GLUE: Final = "_"
_ESCAPED: Final = tuple(
    (sign, _LETTERS["PR"] + _LETTERS[name].lower()) for sign, name in (("\\", "PR"), ('"', "QU"), ("\t", "AL"))
)
_END: Final = ("\n", "\n" + _LETTERS["AL"].lower())


class _Letters(dict[int, str]):
    """The letter of each character that was met, for ``str.translate``."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        self[code] = letter = self._letter(character)
        return letter

    @staticmethod
    def _letter(character: str) -> str:
        if character in _ESCAPES:
            return character if character in '\\"\n' else "\t"
        if character == " ":
            return character
        kind = _class_of(character)
        return _ODD if width_of(character) != 1 else _LETTERS.get(kind, _ODD)


_LETTER_OF: Final = _Letters()


def _with_small(letters: str) -> str:
    return letters + letters.lower()


def _after(mark: str, before: str) -> str:
    """Return the letters before which a line may break after this class: at once (``/``), or at spaces (``s``)."""
    return "".join(letter for name, letter in _LETTERS.items() if _PAIRS[before, name] in mark)


def _break() -> str:
    """Return the pattern of a place where a row may end."""
    befores: dict[str, str] = {}
    for name, letter in _LETTERS.items():
        afters = _after("/", name)
        befores[afters] = befores.get(afters, "") + letter
    direct = [f"(?<=[{_with_small(before)}])(?=[{afters}])" for afters, before in befores.items() if afters]
    return "|".join([f"(?<= )(?=[{_after('/s', 'AL')}])", *direct])


# At spaces every class is as AL is, but for these pairs; the spaces between them become glue.
_GLUED: Final = frozenset(
    (_LETTERS[before], _LETTERS[after])
    for (before, after), mark in _PAIRS.items()
    if mark == "." and _PAIRS["AL", after] != "."
)


@cache
def _before_glue() -> re.Pattern[str]:
    return re.compile(f"([{_with_small(''.join(sorted({before for before, _ in _GLUED})))}])( ++)")


@cache
def _breaks() -> re.Pattern[str]:
    return re.compile(_break())


def classes_of(text: str) -> str:
    """Return a letter for each character of the quoted text; nothing if one is a mark, or not one column wide."""
    letters = text.translate(_LETTER_OF)
    if _ODD in letters:
        return ""
    for sign, escaped in (*_ESCAPED, _END):
        letters = letters.replace(sign, escaped)
    words = letters.lstrip(" ")
    return _GLUE * (len(letters) - len(words)) + _before_glue().sub(_glued, words)


def _glued(match: re.Match[str]) -> str:
    pair = match[1].upper(), match.string[match.end() : match.end() + 1]
    return match[1] + _GLUE * len(match[2]) if pair in _GLUED else match[0]


def may_break(text: str, classes: str) -> bool:
    """Whether there is a place in a text where a row may end."""
    if classes:
        return _breaks().search(classes) is not None
    return len(list(islice(unbreakable_pieces(text), 2))) == 2


def row_ends(classes: str, width: int) -> Iterator[int]:
    """Yield where each row ends, the last one too: where it may break last within the width, or else first beyond."""
    row, at, whole = _row(max(width, 1)), 0, len(classes)
    while whole - at > width:
        match = row.match(classes, at) or _breaks().search(classes, at + max(width, 1))
        if match is None:
            break
        at = match.end()
        yield at
    yield whole


@lru_cache(maxsize=16)
def _row(width: int) -> re.Pattern[str]:
    return re.compile(f".{{1,{width}}}(?:{_break()})", re.DOTALL)
