"""``list-members``: an enumeration of the source has as many members in the translation."""

import sys
from collections.abc import Iterator, Sequence
from typing import Final

from l10n_tool.checks.finding import Severity
from l10n_tool.checks.model import Check, Remark, Subject, by_text, cut
from l10n_tool.facts.leads import hides_one
from l10n_tool.facts.lists import Enumeration, clear_enumerations, enumerations, has_separators, is_known, is_written
from l10n_tool.facts.pairing import sentence_pairs
from l10n_tool.facts.text import Span, Text

__all__ = ["CHECK"]

#: So many lists of a text are looked at, the longest ones.
_MOST: Final = 20
#: Of a list so much is shown.
_SHOWN: Final = 80
_AROUND: Final = 20
#: How far from its place a list may be: a share of the text, and so many characters of a sentence.
_APART: Final = 0.1
_SENTENCE: Final = 50
#: So many members a list has at least.
_FEWEST: Final = 3


def _list_members(subject: Subject) -> Iterator[Remark]:
    if has_separators(subject.entry.msgid) and is_known(subject.language):
        yield from by_text(subject, _compare)


def _compare(source: Text, text: Text) -> list[Remark]:
    """Pair each list of the source with the longest one of the same sentence, or of about the same place."""
    ours = sorted(clear_enumerations(source.prose, source.language), key=lambda one: -one.size)
    if not ours or not is_written(text.prose, text.language):
        return []
    # What is written between commas for another reason may make a list look longer, never shorter.
    theirs = sorted(enumerations(text.prose, text.language), key=lambda one: -one.size)
    pairs = sentence_pairs(source, text)
    found = []
    for one in ours[:_MOST]:
        other = next(
            (other for other in theirs if _belong(one, other, pairs) and _near(source, one, text, other)), None
        )
        size = _size(source, one, text, other) if other else 0
        if size < one.size:
            found.append(_remark(source, one, other, size))
        if other is not None:
            theirs.remove(other)
    return found


def _size(source: Text, one: Enumeration, text: Text, other: Enumeration) -> int:
    """Return how many members the list of a translation has, without what leads to it."""
    return one.size - 1 if hides_one(source, one, text, other) else other.size


def _belong(one: Enumeration, other: Enumeration, pairs: Sequence[tuple[Span, Span]]) -> bool:
    """Whether two lists stand in sentences that are a pair; of texts without pairs nothing is known."""
    start, end = next((theirs for ours, theirs in pairs if ours[0] <= one.span[0] < ours[1]), (0, sys.maxsize))
    return start <= other.span[0] < end


def _near(source: Text, one: Enumeration, text: Text, other: Enumeration) -> bool:
    """Whether two lists can be the same: a sentence may be turned round, but is where it was in a long text."""
    place = sum(one.span) / 2 / len(source.raw)
    start, end = (at / len(text.raw) for at in other.span)
    # Clauses before a list may belong to its run of commas, so the place may be anywhere in it.
    return max(start - place, place - end) <= _APART + _SENTENCE / len(text.raw)


def _remark(source: Text, one: Enumeration, other: Enumeration | None, size: int) -> Remark:
    shown = f"the list “{_shown(source.raw, one)}” has {one.size} members"
    if other is None or size < _FEWEST:
        return Remark(f"{shown}, and the translation no list of three", source_marks=(one.span,))
    return Remark(f"{shown}, in the translation {size}", marks=(other.span,), source_marks=(one.span,))


def _shown(text: str, one: Enumeration) -> str:
    """Return a list from the last word of its first member to the first word of its last."""
    start, end = one.span
    first, last = text[max(0, start - _AROUND) : start].split()[-1:], text[end : end + _AROUND].split()[:1]
    words = [*first, *text[start:end].split(), *last]
    shown = " ".join(words).replace(" ,", ",").rstrip(".,;:!?)")
    return cut(shown, _SHOWN)


CHECK: Final = Check(
    name="list-members",
    severity=Severity.WARNING,
    summary="A list in the source has all its members in the translation.",
    explanation=(
        "Where the source lists three things or more (“books, pens and paper”), the translation lists as many, in the "
        "commas and conjunctions of its language. Clauses between commas are not taken for lists, and a list in the "
        "translation may be longer. Add the member that is missing. Where two members are said in one word, or the "
        "list is told in another way, the translation is right and the finding can be left."
    ),
    of_entry=_list_members,
)
