"""The quoted passages of a source, and how many a translation has room for.

A source's quotation marks come in pairs that can be told; those of a translation are of any language, and may be
emphasis instead, so only how many there are is asked.
"""

import re
from typing import Final, NamedTuple

from l10n_tool.facts.text import Span, Text
from l10n_tool.facts.typography import CODE, visible

__all__ = ["Passage", "passages", "room"]


class Passage(NamedTuple):
    """A quoted passage, and whether it is written as titles are: "The Nutcracker"."""

    text: str
    place: Span
    title: bool


_LONGEST: Final = 80
_INSIDE: Final = rf"[^“”„«»‘\"\n{CODE}]"
#: Single marks are apostrophes as well, so what they hold begins with a capital.
_PASSAGE: Final = re.compile(
    rf"“(?P<a>{_INSIDE}{{2,{_LONGEST}}})”|«\s?(?P<b>{_INSIDE}{{2,{_LONGEST}}})»|„(?P<c>{_INSIDE}{{2,{_LONGEST}}})[“”]"
    rf"|(?<![\w=])\"(?!\s)(?P<d>{_INSIDE}{{2,{_LONGEST}}})(?<!\s)\"(?!\w)"
    rf"|(?<!\w)‘(?P<e>(?=[A-Z]){_INSIDE}{{2,{_LONGEST}}}?)(?<!\s)’(?!\w)"
    rf"|(?<![\w'])'(?P<f>(?=[A-Z])(?:(?!'){_INSIDE}){{2,{_LONGEST}}})(?<!\s)'(?!\w)"
)
_WORD: Final = re.compile(r"[^\W\d_](?:[^\W\d_]|['’-](?=[^\W\d_]))*")
#: Words of a title that may have no capital.
_SMALL: Final = 4
_TITLE_WORDS: Final = 2

_DOUBLE: Final = "“”„‟«»‹›「」『』《》〈〉〝〞〟″＂״"
_QUOTE: Final = re.compile(
    rf"[{_DOUBLE}\"`´‘‚‛]|,,|''|<<|>>|&(?:quot|[lr]aquo|[lrb]dquo|[lr]squo|#34|#39);|^[—–-] ", re.MULTILINE
)
#: Marks with nothing between them are no quotation.
_EMPTY: Final = re.compile(r"“[ \u00a0]?”|„[ \u00a0]?[“”]|«[ \u00a0\u202f]{0,2}»|»[ \u00a0]?«|「」|『』|《》|\"\"")
#: What may be a single mark: an apostrophe that stands on an edge of a word, and not twice.
_SINGLE: Final = re.compile(r"(?<![^\W\d_])(?<!')['’](?!')|(?<!')['’](?![^\W\d_]|')")
#: Marks that stand within words there, and prove nothing.
_GERSHAYIM: Final = re.compile(r"(?<=\w)\"(?=\w)")
_HEBREW: Final = frozenset(["he", "yi", "lad"])
_EMPHASIS: Final = re.compile(r"\*+|(?<![^\W_])_+|_+(?![^\W_])|</?(?:em|i|q|cite|b|strong|code|var|kbd|samp)\b")


def passages(source: Text) -> tuple[Passage, ...]:
    """Return the quoted passages of a source that have words of their own; code and placeholders have none."""
    return source.once(_passages)


def _passages(source: Text) -> tuple[Passage, ...]:
    raw = source.raw
    if not any(mark in raw for mark in "“\"«„‘'"):
        return ()
    found = []
    for match in _PASSAGE.finditer(visible(raw)):
        text = match[match.lastgroup or 0]
        if text[0].isupper() or (" " in text.strip() and text[0].isalpha()):
            found.append(Passage(text, match.span(), _is_title(text)))
    return tuple(found)


def _is_title(text: str) -> bool:
    words = [word for word in _WORD.findall(text) if len(word) >= _SMALL]
    capital = [word for word in words if word[0].isupper()]
    return len(_WORD.findall(text)) >= _TITLE_WORDS and bool(words) and capital == words and text[0].isupper()


def room(source: Text, text: Text) -> int:
    """Return how many quoted passages a translation can have at most, by its marks and its emphasis.

    One mark is enough for a passage: the other may be an apostrophe before an ending.
    """
    raw = _EMPTY.sub("", text.raw)
    raw = _GERSHAYIM.sub(" ", raw) if text.language in _HEBREW else raw
    more = len(_EMPHASIS.findall(raw)) - len(_EMPHASIS.findall(source.raw))
    marks = len(_QUOTE.findall(raw)) + len(_SINGLE.findall(raw)) + max(more, 0)
    return (marks + 1) // 2
