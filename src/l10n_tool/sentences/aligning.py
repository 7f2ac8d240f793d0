"""Whether the sentences of a translation are those of its source, one for one."""

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from typing import Final

from l10n_tool.markup.marks import Kind, find_marks
from l10n_tool.sentences.joining import base

__all__ = ["aligned"]

_NUMBER: Final = re.compile(r"\d+(?:[.,\u00a0\u202f٫٬’'\u2009]\d+)*")
_AFTER_END: Final = " \u00a0\u202f\"'”’“»›«)]）】」』》〉*_~`>"
_QUESTIONS: Final = frozenset("?？؟⁇⁈⁉")
_COLONS: Final = frozenset(":：")
#: Languages that ask with a word or a sign inside, or end sentences with nothing.
_NO_END_MARK: Final = frozenset({"bo", "dz", "hy", "km", "lo", "my", "shn", "th"})
#: How much the length of one translated sentence may differ from that of the others, and what short ones may too.
_MOST: Final = 2.5
_SLACK: Final = 12


def aligned(sources: Sequence[str], targets: Sequence[str], language: str, *, markdown: bool) -> bool:
    """Whether each target can be the translation of the source in its place; ``language`` is the targets'.

    As many of both, each pair with the same kinds of marks and kind of end, no number in another's sentence, and
    lengths that go together. In doubt they are not.
    """
    if len(sources) != len(targets):
        return False
    if not all(map(_same_end, sources, targets, [base(language)] * len(sources))) or not _lengths_fit(sources, targets):
        return False
    marks = [[_kinds(text, markdown=markdown) for text in texts] for texts in (sources, targets)]
    return marks[0] == marks[1] and _numbers_stay(sources, targets)


def _kinds(text: str, *, markdown: bool) -> Counter[str]:
    marks = find_marks(text, markdown=markdown)
    return Counter(mark.kind for mark in marks if mark.kind is not Kind.ESCAPE)


def _same_end(source: str, target: str, language: str) -> bool:
    if language in _NO_END_MARK:
        return True
    ours, theirs = source.rstrip(_AFTER_END)[-1:], target.rstrip(_AFTER_END)[-1:]
    asks = theirs in _QUESTIONS or (language == "el" and theirs in {";", "\u037e"})
    return (ours in _QUESTIONS) == asks and (ours in _COLONS) == (theirs in _COLONS)


def _lengths_fit(sources: Sequence[str], targets: Sequence[str]) -> bool:
    """Whether no sentence is far shorter or longer than the others' translations let expect."""
    ratio = sum(map(len, targets)) / max(sum(map(len, sources)), 1)
    for source, target in zip(sources, targets, strict=True):
        expected, found = len(source) * ratio + _SLACK, len(target) + _SLACK
        if not 1 / _MOST <= found / expected <= _MOST:
            return False
    return True


def _numbers_stay(sources: Sequence[str], targets: Sequence[str]) -> bool:
    """Whether no number stands in another sentence of the translation than in the source's."""
    ours, theirs = [_numbers(text) for text in sources], [_numbers(text) for text in targets]
    shared = set().union(*ours) & set().union(*theirs)
    return all(one & shared == other & shared for one, other in zip(ours, theirs, strict=True))


def _numbers(text: str) -> set[str]:
    return {"".join(str(unicodedata.digit(c, "")) for c in match[0]) for match in _NUMBER.finditer(text)}
