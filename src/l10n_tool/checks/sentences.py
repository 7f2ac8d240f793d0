"""``missing-sentence``: a translation has fewer sentences than its source, and is too short to hold them all.

Translators join sentences as they should, so a lower count alone says nothing. Two readings are compared: that one
sentence was joined to the next, and that one is missing. Each expects lengths; the one that they fit better counts.
"""

import re
from collections.abc import Iterator, Sequence
from math import log
from typing import Final

from l10n_tool.checks.finding import Severity
from l10n_tool.checks.model import Check, Remark, Subject

__all__ = ["CHECK"]

#: Languages that need no mark at the end of a sentence.
_NO_END_MARK: Final = frozenset({"bo", "dz", "km", "lo", "my", "shn", "th"})
#: How many characters a text has for one of English, measured on the catalogues of Django.
_LENGTHS: Final = {
    "am": 0.8, "ar": 0.84, "de": 1.15, "el": 1.22, "en": 1.0, "es": 1.17, "fr": 1.2, "gd": 1.25, "he": 0.73, "hi": 0.92,
    "ja": 0.56, "ko": 0.5, "nl": 1.13, "ru": 1.15, "tr": 1.15, "uz": 1.25, "vi": 0.9, "yue": 0.36, "zh": 0.36,
}  # fmt: skip
_USUAL: Final = 1.05
#: How far the logarithm of a sentence's length is off as a rule, and that of a text's; short ones are off by more.
_SENTENCE_SPREAD: Final = 0.25
_TEXT_SPREAD: Final = 0.15
_SHORT: Final = 10
#: How much better "missing" must fit than "joined". Of sentences left out of 1,560 texts in sixteen languages nine in
#: ten are told at 0, three in four at 6; of Django's 71,000 translations 23 and 10 are, of which half lack one.
_CLEAR: Final = 0.0
#: Where several sentences fewer are there: the share of the expected length that is too little for all of them.
_TOO_LITTLE: Final = 0.6
_SHORTEST: Final = 60
_MOST_SENTENCES: Final = 60
_ENDS: Final = re.compile(r"[^\w\s,()/'\"-](?:\s+|(?<=[。！？]))\S")
#: A text that is as long as usual, by this factor, has room for all sentences; most need not be split for that.
_LONG_ENOUGH: Final = 0.95


def _missing_sentence(subject: Subject) -> Iterator[Remark]:
    source, text = subject.entry.msgid, subject.entry.msgstr[0]
    if subject.entry.msgid_plural is not None or len(source) < _SHORTEST or not _ENDS.search(source):
        return
    if not text or {subject.language, subject.source_language} & _NO_END_MARK:
        return
    usual = _LENGTHS.get(subject.language, _USUAL) / _LENGTHS.get(subject.source_language, _USUAL)
    if len(text) > len(source) * usual * _LONG_ENOUGH:
        return
    ours = subject.source_texts[0].sentence_lengths
    if len(ours) == 1:
        return
    theirs = subject.texts[0].sentence_lengths
    if len(theirs) < len(ours) and _is_short(ours, theirs, usual):
        yield Remark(f"it has {_sentences(len(theirs))}, the source {len(ours)}, and is too short to hold them all")


def _sentences(count: int) -> str:
    return "1 sentence" if count == 1 else f"{count} sentences"


def _is_short(ours: Sequence[int], theirs: Sequence[int], usual: float) -> bool:
    if len(theirs) < len(ours) - 1 or len(ours) > _MOST_SENTENCES:
        return sum(theirs) < sum(ours) * usual * _TOO_LITTLE
    joined = [[*ours[:at], ours[at] + ours[at + 1], *ours[at + 2 :]] for at in range(len(theirs))]
    missing = [[*ours[:at], *ours[at + 1 :]] for at in range(len(ours))]
    best = (min(_misfit(lengths, theirs, usual) for lengths in readings) for readings in (joined, missing))
    return next(best) - next(best) > _CLEAR


def _misfit(ours: Sequence[int], theirs: Sequence[int], usual: float) -> float:
    """Return how badly the lengths of sentences fit those of their translations, pair by pair and in all."""
    ratio = (sum(theirs) + 1) / (sum(ours) + 1)
    slack = _SHORT * usual
    pairs = zip(ours, theirs, strict=True)
    misfit = sum((log((found + slack) / (length * ratio + slack)) / _SENTENCE_SPREAD) ** 2 for length, found in pairs)
    return misfit + (log(ratio / usual) / _TEXT_SPREAD) ** 2


CHECK: Final = Check(
    name="missing-sentence",
    severity=Severity.WARNING,
    summary="The translation has all sentences of the source.",
    explanation=(
        "It has fewer sentences than the source, and their lengths say that one was left out rather than joined to "
        "its neighbour. A sentence that was lost is the mistake that readers of the translation cannot see. Add what "
        "is missing; where nothing is, the translation is right as it is, and the finding can be left. Languages "
        "that end a sentence with a space, such as Thai, and messages with plural forms are not looked at."
    ),
    of_entry=_missing_sentence,
)
