"""``length``: a translation is about as long as others of its catalogue are, for a source of its length.

The measure is the logarithm of the ratio of letters. Its middle and its spread are learned from the catalogue: the
median, and the median distance from it, which a few bad entries do not move.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from math import exp, log, sqrt
from statistics import median
from typing import Final

from l10n_tool.checks.finding import Severity
from l10n_tool.checks.model import Check, OfEntry, Remark, Whole, by_text
from l10n_tool.facts.lengths import usual_ratio
from l10n_tool.facts.text import Text
from l10n_tool.languages import language_of

__all__ = ["CHECK"]

#: Letters of a source that is judged; of shorter ones every length is possible.
_FEWEST: Final = 34
#: Entries from which a catalogue's own measure is taken, at least and at most.
_ENOUGH: Final = 25
_SAMPLE: Final = 400
#: The median distance of a normal distribution, times this, is its standard deviation.
_DEVIATION: Final = 1.4826
_SPREAD: Final = 0.16
_LEAST_SPREAD: Final = 0.1
_MOST_SPREAD: Final = 0.2
#: How far a text of n letters is off besides: this by the square root of n.
_BY_CHANCE: Final = 0.7
#: From how many deviations on, and from which logarithm on, a text is too short, and without its end mark; or too long.
_SHORT: Final = (3.4, 0.5)
_SHORT_WITHOUT_END: Final = (1.7, 0.32)
#: The same where the end cannot tell: the language has no end marks, or the catalogue leaves them out.
_SHORT_OF_UNTOLD_END: Final = (2.8, 0.5)
#: And where a source of several sentences has as many in the translation, the last one with its end.
_SHORT_OF_AS_MANY: Final = (4.5, 1.0)
_LONG: Final = (5.0, 0.9)
#: A text of this share of the expected length in characters is not looked at any closer.
_AT_A_GLANCE: Final = (0.82, 2.0)
#: The share of translations without an end mark from which on its lack says nothing.
_OFTEN_LOST: Final = 0.12
_ENDS: Final = frozenset(".!?…。！？؟।。։")
# A full stop within a name or a number ends nothing.
_END_OF_SENTENCE: Final = re.compile(r"[.!?…؟।։](?=\s|\Z)|[。！？]")
_CLOSING: Final = " \n\t\r*_~`\"'”’»«“)]）」』>"
#: Languages that need no mark at the end of a sentence.
_NO_END_MARK: Final = frozenset({"bo", "dz", "km", "lo", "my", "shn", "th"})


@dataclass(frozen=True, slots=True)
class _Measure:
    """The logarithm of the usual ratio, its spread, and whether translations end with a mark where sources do."""

    usual: float
    spread: float
    ends: bool


def _of_entries(whole: Whole) -> OfEntry:
    if whole.language == language_of(whole.source_locale):
        return lambda _: ()
    measure = _measure(whole)
    return lambda subject: by_text(subject, lambda source, text: _compare(source, text, measure))


def _measure(whole: Whole) -> _Measure:
    usual = log(usual_ratio(language_of(whole.source_locale), whole.language))
    pairs = list(islice(_pairs(whole), _SAMPLE))
    ends = sum(_has_lost_its_end(source, text) for source, text in pairs) <= _OFTEN_LOST * max(len(pairs), _ENOUGH)
    if len(pairs) < _ENOUGH:
        return _Measure(usual, _SPREAD, ends)
    ratios = [_ratio(source, text) for source, text in pairs]
    middle = median(ratios)
    spread = _DEVIATION * median(abs(ratio - middle) for ratio in ratios)
    return _Measure(middle, min(max(spread, _LEAST_SPREAD), _MOST_SPREAD), ends)


def _pairs(whole: Whole) -> Iterator[tuple[Text, Text]]:
    for entry in whole.catalogue.messages:
        form, source = entry.msgstr[0], whole.sources[entry.msgid]
        if len(entry.msgid) < _FEWEST or not form or form == entry.msgid or entry.msgid_plural is not None:
            continue
        if _letters(source) >= _FEWEST:
            yield source, Text(form, whole.locale)


def _ratio(source: Text, text: Text) -> float:
    return log((_letters(text) + 1) / (_letters(source) + 1))


def _letters(text: Text) -> int:
    return sum(map(len, text.words))


def _compare(source: Text, text: Text, measure: _Measure) -> Sequence[Remark]:
    least, most = _AT_A_GLANCE
    expected = len(source.raw) * exp(measure.usual)
    if len(source.raw) < _FEWEST or least * expected <= len(text.raw) <= most * expected or source.raw == text.raw:
        return ()
    ours = _letters(source)
    if ours < _FEWEST:
        return ()
    off = _ratio(source, text) - measure.usual
    spread = sqrt(measure.spread**2 + (_BY_CHANCE**2) / ours)
    if off > max(_LONG[0] * spread, _LONG[1]):
        return [Remark(f"it is {exp(off):.1f} times as long as one expects for this source", Severity.INFO)]
    deviations, least_off = _too_short(source, text, measure)
    if off < -max(deviations * spread, least_off):
        return [Remark(f"it is {exp(off):.0%} as long as one expects for this source: is all of it there?")]
    return ()


def _too_short(source: Text, text: Text, measure: _Measure) -> tuple[float, float]:
    if text.language in _NO_END_MARK or not measure.ends:
        return _SHORT_OF_UNTOLD_END
    if _has_lost_its_end(source, text):
        return _SHORT_WITHOUT_END
    return _SHORT_OF_AS_MANY if 1 < _sentences(source) <= _sentences(text) else _SHORT


def _sentences(text: Text) -> int:
    """Count the end marks of a text that ends with one; 0 of any other."""
    bare = text.prose.rstrip(_CLOSING)
    return len(_END_OF_SENTENCE.findall(bare)) if bare[-1:] in _ENDS else 0


def _has_lost_its_end(source: Text, text: Text) -> bool:
    """Whether a sentence ends in the source, and the translation breaks off."""
    if text.language in _NO_END_MARK:
        return False
    ours, theirs = source.raw.rstrip(_CLOSING), text.raw.rstrip(_CLOSING)
    return ours[-1:] in _ENDS and (theirs[-1:].isalpha() or theirs[-1:] in ",،、，;")


CHECK: Final = Check(
    name="length",
    severity=Severity.WARNING,
    summary="The translation is not far shorter than others of its catalogue.",
    explanation=(
        "How many letters a translation has for each of its source is learned from the catalogue, or known of the "
        "language where the catalogue is small. One that has far fewer may have lost its second half; if it also "
        "breaks off without the mark that ends the source, less will do. One that is far too long is an information. "
        "Sources of less than 34 letters are not judged. Add what is missing; a translation that says all of it "
        "in fewer words is right as it is."
    ),
    of_entries=_of_entries,
)
