"""What a source denies and its translation does not, or the other way round."""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Final

from l10n_tool.facts.cues import Cue, Kind, cues_in, has_lists, may_have
from l10n_tool.facts.text import Span, Text

__all__ = ["added", "dropped"]

_FIRM: Final = Kind.NOT | Kind.CONCORD
_ANY: Final = Kind.NOT | Kind.NEGATIVE
_CONTRARY: Final = _ANY | Kind.CONTRARY
_END: Final = re.compile(r"[.!?…؟।։][\"'”’»)\]*_]{0,3}(?=\s)|[。！？]|\n\s*\n")
#: Python's name of nothing; in prose the word begins a sentence, or a label of its own.
_NAME: Final = "None"
_MOST_SENTENCES: Final = 60
_LETTER: Final = re.compile(r"[^\W\d_]")
#: A short label may deny its opposite: "Clear" and "nothing chosen".
_FEWEST_WORDS: Final = 4
_ASKS: Final = re.compile(r"[?？؟;՞]")


def dropped(source: Text, text: Text) -> tuple[Span, ...]:
    """Return the words of the source that deny and have no counterpart; none where a language has no lists.

    Texts of as many sentences are compared by sentences, in whatever order they stand.
    """
    if not may_have(source, _FIRM) or not has_lists(text.language):
        return ()
    denials = [cue for cue in cues_in(source) if cue.kinds & _FIRM and not _is_name(source, cue)]
    if not denials or _keeps(denials, source, text):
        return ()
    wanted = _ANY | Kind.CONCORD if len(text.words) < _FEWEST_WORDS else _ANY
    counterparts = [cue for cue in cues_in(text) if cue.kinds & wanted]
    if not _have_counterparts(denials, source, counterparts):
        return _spans(denials)
    return _of_sentences(source, text, denials, counterparts)


def _have_counterparts(denials: Sequence[Cue], source: Text, theirs: Sequence[Cue]) -> bool:
    """Whether there is a word for each denial; those that render other negative words of the source do not count."""
    firm = sum(1 for cue in theirs if cue.kinds & _FIRM)
    other = sum(1 for cue in cues_in(source) if cue.kinds & Kind.NEGATIVE and not cue.kinds & _FIRM)
    spare = max(0, len(theirs) - firm - other)
    return firm + spare >= _count(denials, source.prose)


def _count(denials: Sequence[Cue], prose: str) -> int:
    """Return how many denials there are; of one sentence those count as one that repeat a word or stand together.

    "No plan and no test" and "cannot and should not" are such, and languages deny both at once.
    """
    return 1 + sum(1 for one, other in pairwise(denials) if not _is_one(one, other, prose))


def _is_one(one: Cue, other: Cue, prose: str) -> bool:
    between = prose[one.end : other.start]
    if _END.search(between):
        return False
    together = len(between) <= _CLOSE and not between.startswith(",")
    return together or prose[one.start : one.end].casefold() == prose[other.start : other.end].casefold()


#: How many characters two denials of one thing are apart at most.
_CLOSE: Final = 25


def _of_sentences(source: Text, text: Text, denials: Sequence[Cue], theirs: Sequence[Cue]) -> tuple[Span, ...]:
    """Return the denials of sentences whose counterparts have none, if fewer sentences deny than in the source."""
    ours, others = _sentences(source), _sentences(text)
    if len(ours) != len(others) or not 1 < len(ours) <= _MOST_SENTENCES:
        return ()
    negative = [cue for cue in cues_in(source) if cue.kinds & _ANY]
    found = [bool(_within(theirs, span)) for span in others]
    if sum(found) >= sum(bool(_within(negative, span)) for span in ours):
        return ()
    pairs = zip(ours, found, strict=True)
    return tuple(span for one, other in pairs if not other for span in _spans(_within(denials, one)))


def added(source: Text, text: Text) -> tuple[Span, ...]:
    """Return the words of the translation that deny where nothing in the source is negative, or could be put so."""
    if not has_lists(source.language) or len(source.words) < _FEWEST_WORDS or not may_have(text, Kind.NOT):
        return ()
    denials = [cue for cue in cues_in(text) if cue.kinds & Kind.NOT]
    if not denials or _ASKS.search(source.raw) or any(cue.kinds & _CONTRARY for cue in cues_in(source)):
        return ()
    return _spans(denials)


def _is_name(text: Text, cue: Cue) -> bool:
    """Whether a denial is the name of a value; "None of them" is not, nor is a text of this one word."""
    named = text.prose[cue.start : cue.end] == _NAME and len(text.words) > 1
    return named and not text.prose.startswith(" of", cue.end)


def _keeps(denials: Sequence[Cue], source: Text, text: Text) -> bool:
    """Whether a word of the source that denies stands in the translation as it is, as quoted words do."""
    ours, theirs = (
        {side.prose[cue.start : cue.end].casefold() for cue in cues}
        for side, cues in ((source, denials), (text, cues_in(text)))
    )
    return not text.vocabulary.isdisjoint(ours - theirs)


def _spans(cues: Iterable[Cue]) -> tuple[Span, ...]:
    return tuple((cue.start, cue.end) for cue in cues)


def _within(cues: Sequence[Cue], span: Span) -> list[Cue]:
    return [cue for cue in cues if span[0] <= cue.start < span[1]]


def _sentences(text: Text) -> list[Span]:
    """Return where the parts of a text are that hold letters, parted by what ends a sentence."""
    prose = text.prose
    ends = [0, *(match.end() for match in _END.finditer(prose)), len(prose)]
    return [span for span in pairwise(ends) if _LETTER.search(prose, *span)]
