"""Whether a translation may render a name in words of its own: a title in quotation marks, the Danube as Donau."""

import re
from collections.abc import Collection
from typing import Final

from l10n_tool.facts.folding import fold
from l10n_tool.facts.names import CAPITAL_NOUNS, Name, kind_of
from l10n_tool.facts.quotations import passages
from l10n_tool.facts.romanising import is_latin, letters, likeness, sounds
from l10n_tool.facts.standing import is_taken, pieces, without_clitics
from l10n_tool.facts.text import Span, Text

__all__ = ["is_quoted", "may_be_rendered"]

_SHORT: Final = 4
#: A word that sounds or looks so much like a name may be what a language calls it.
_SOMEWHAT: Final = 0.5
_JOINTS: Final = frozenset(" \u00a0・")
_BEFORE: Final = 8
_OPENING: Final = re.compile(r"(?:^|[.!?…:]['\"”’»)\]]*\s|[\"“”„«‹¿¡(\[*_\n-]|\n)\s*\Z")


def is_quoted(name: Name, source: Text) -> bool:
    """Whether a name stands in quotation marks."""
    places = [passage.place for passage in passages(source)]
    return any(start < name.span[0] and name.span[1] < end for start, end in places)


def may_be_rendered(name: Name, source: str, text: Text, taken: Collection[Span]) -> bool:
    """Whether some word may be the name in the language's own form, which nothing else in the source explains.

    That is a word with a capital inside a sentence; where capitals tell nothing, one that sounds or looks somewhat
    like the name.
    """
    free = [(found, span) for found, span in pieces(text) if _is_free(found, span, source, taken)]
    return any(_may_be(name, found, span, text) for found, span in free if not _continues(span, text, taken))


def _continues(span: Span, text: Text, taken: Collection[Span]) -> bool:
    """Whether a word goes on with one that is another name: the Muzeyi of Britaniya Muzeyi."""
    return any(_adjoin(end, span[0], text.raw) or _adjoin(span[1], start, text.raw) for start, end in taken)


def _adjoin(end: int, start: int, raw: str) -> bool:
    return start == end + 1 and raw[end] in _JOINTS


def _is_free(found: str, span: Span, source: str, taken: Collection[Span]) -> bool:
    return (
        len(found) >= (_SHORT if is_latin(found) else _SHORT - 1) and not is_taken(span, taken) and found not in source
    )


def _may_be(name: Name, found: str, span: Span, text: Text) -> bool:
    if found[0].islower() or kind_of(found):
        return False
    before = text.prose[max(0, span[0] - _BEFORE) : span[0]]
    if found[0].isupper() and text.language not in CAPITAL_NOUNS and not _OPENING.search(before):
        return True
    return any(_is_somewhat_like(word, part) for word in name.words for part in without_clitics(found) if part)


def _is_somewhat_like(word: str, part: str) -> bool:
    from rapidfuzz.distance import OSA

    if not is_latin(part):
        return likeness(word, part) >= _SOMEWHAT and sounds(part)[:1] == sounds(word)[:1]
    return fold(word)[:1] == fold(part)[:1] and OSA.normalized_similarity(letters(word), letters(part)) >= _SOMEWHAT
