"""“Unsafe”, “impossible”, “useless”: English words that deny by an affix, and what a translation says for them.

It may deny as well, have a word with an affix of its own, or a plain word for the idea ("gefährlich"). A sentence
without any of these says the contrary. Only languages that have a list of such plain words are looked at.
"""

from collections.abc import Sequence
from typing import Final

from l10n_tool.facts.cues import Cue, Kind, cues_in, has_lists, lists_of, may_have
from l10n_tool.facts.pairing import sentence_pairs
from l10n_tool.facts.text import Span, Text

__all__ = ["undone"]

_DENYING: Final = Kind.NOT | Kind.CONCORD
_RENDERING: Final = _DENYING | Kind.NEGATIVE | Kind.ADVERSE


def undone(source: Text, text: Text) -> tuple[Span, ...]:
    """Return the words of the source that deny by an affix where the translation of their sentence denies nothing."""
    if not has_lists(text.language) or not may_have(source, Kind.PRIVATIVE):
        return ()
    if not lists_of(text.language).all_kinds & Kind.ADVERSE or _keeps(source, text):
        return ()
    if not _renders(cues_in(text)):
        return _spans(_privatives(cues_in(source)))
    return _of_sentences(source, text)


def _of_sentences(source: Text, text: Text) -> tuple[Span, ...]:
    """Return what is lost in single sentences, unless another sentence has it, or denies more than its source."""
    pairs = [
        (_within(cues_in(source), ours), _within(cues_in(text), theirs))
        for ours, theirs in sentence_pairs(source, text)
    ]
    lost = [cue for ours, theirs in pairs if not _renders(theirs) for cue in _privatives(ours)]
    if not lost or any(_renders(theirs) and not _may_deny(ours) for ours, theirs in pairs):
        return ()
    kept = {source.prose[cue.start : cue.end].casefold() for ours, theirs in pairs if _renders(theirs) for cue in ours}
    return _spans([cue for cue in lost if source.prose[cue.start : cue.end].casefold() not in kept])


def _within(cues: Sequence[Cue], span: Span) -> list[Cue]:
    return [cue for cue in cues if span[0] <= cue.start < span[1]]


def _privatives(cues: Sequence[Cue]) -> list[Cue]:
    """Return the words that deny by an affix, where no other word denies."""
    if any(cue.kinds & _DENYING for cue in cues):
        return []
    return [cue for cue in cues if cue.kinds & Kind.PRIVATIVE]


def _renders(cues: Sequence[Cue]) -> bool:
    return any(cue.kinds & _RENDERING for cue in cues)


def _may_deny(cues: Sequence[Cue]) -> bool:
    return any(cue.kinds & (_RENDERING | Kind.CONTRARY) for cue in cues)


def _keeps(source: Text, text: Text) -> bool:
    """Whether a word stands in the translation as it is, as the name of a value or a quoted word does."""
    words = {source.prose[cue.start : cue.end].casefold() for cue in cues_in(source) if cue.kinds & Kind.PRIVATIVE}
    return not text.vocabulary.isdisjoint(words)


def _spans(cues: Sequence[Cue]) -> tuple[Span, ...]:
    return tuple((cue.start, cue.end) for cue in cues)
