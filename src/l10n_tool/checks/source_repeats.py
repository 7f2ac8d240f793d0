"""``source-repeats``: the source does not say nearly the same in two places.

Each text is compared with those beside it, sorted by their beginnings and by their ends: two texts that differ in one
place share the one or the other. That takes a fixed number of comparisons per text.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Final

from l10n_tool.catalogue import Entry
from l10n_tool.checks.finding import Severity
from l10n_tool.checks.model import Check, Remark, Whole, in_short
from l10n_tool.facts.text import Span

__all__ = ["CHECK"]

#: Shorter texts are labels, which are alike by nature; longer ones take long to compare. One word makes of a short
#: text another one, so that only what differs in punctuation, case and spaces is nearly the same.
_SHORTEST: Final = 24
_LONG: Final = 100
_LONGEST: Final = 3000
#: How similar two texts are, in per cent of their lengths (``catalogue/similar``).
_ALIKE: Final = 90.0
_NEIGHBOURS: Final = 2
_DIGITS: Final = re.compile(r"\d+")
_NO_LETTER: Final = re.compile(r"[\W_]+")
_SHOWN: Final = 50


def _source_repeats(whole: Whole) -> Iterator[Remark]:
    by_text = {e.msgid: e for e in whole.catalogue.messages if _SHORTEST <= len(e.msgid) <= _LONGEST}
    told: set[str] = set()
    for earlier, later in sorted(_pairs(list(by_text)), key=lambda pair: by_text[pair[1]].line):
        if later not in told:
            told.add(later)
            yield _remark(by_text[later], by_text[earlier])


def _pairs(texts: Sequence[str]) -> list[tuple[str, str]]:
    """Return the pairs of similar texts, each in the order of the texts."""
    place = {text: at for at, text in enumerate(texts)}
    seen: dict[tuple[str, str], bool] = {}
    alike = _alike()
    for order in (sorted(texts), sorted(texts, key=lambda text: text[::-1])):
        for at, text in enumerate(order):
            for other in order[at + 1 : at + 1 + _NEIGHBOURS]:
                pair = (text, other) if place[text] < place[other] else (other, text)
                if pair not in seen:
                    seen[pair] = alike(*pair)
    return [pair for pair, similar in seen.items() if similar]


def _alike() -> Callable[[str, str], bool]:
    from rapidfuzz import fuzz

    def alike(one: str, other: str) -> bool:
        if min(len(one), len(other)) < _LONG:
            return _letters(one) == _letters(other)
        # A row of texts that differ in a number only is meant so.
        return fuzz.ratio(one, other, score_cutoff=_ALIKE) >= _ALIKE and _words_of(one) != _words_of(other)

    return alike


def _letters(text: str) -> str:
    return _NO_LETTER.sub("", text).casefold()


def _words_of(text: str) -> str:
    return _DIGITS.sub("0", text)


def _remark(entry: Entry, other: Entry) -> Remark:
    here, there = _differing(entry.msgid, other.msgid)
    where = f"line {other.line}" if other.line else f"“{in_short(other.msgid, _SHOWN)}”"
    ours, theirs = (_quoted(text[start:end]) for text, (start, end) in ((entry.msgid, here), (other.msgid, there)))
    message = f"nearly the same as {where}: {ours} here, {theirs} there; say it in the same words"
    return Remark(message, entry=entry, source_marks=(here,) if here[0] < here[1] else ())


def _differing(one: str, other: str) -> tuple[Span, Span]:
    """Return the parts in which two texts differ, from the first word that does to the last."""
    shortest = min(len(one), len(other))
    start = next((at for at in range(shortest) if one[at] != other[at]), shortest)
    while start and one[start - 1].isalnum():
        start -= 1
    most = shortest - start
    end = next((at for at in range(most) if one[-1 - at] != other[-1 - at]), most)
    while end and one[len(one) - end].isalnum():
        end -= 1
    return (start, len(one) - end), (start, len(other) - end)


def _quoted(text: str) -> str:
    return f"“{in_short(text, _SHOWN)}”" if text.strip() else "nothing"


CHECK: Final = Check(
    name="source-repeats",
    severity=Severity.INFO,
    summary="No text of the source is nearly the same as another one.",
    explanation=(
        "Two paragraphs that differ in a word or a comma are translated, reviewed and approved twice, and readers ask "
        "which one is true. Mostly one was corrected and its copy forgotten. Make them the same, and one translation "
        "serves both; or make them clearly different. Texts of 100 characters and more are compared by words, shorter "
        "ones by letters only; what differs in numbers alone is left alone. Told when the source is extracted or its "
        "template is checked."
    ),
    of_source=_source_repeats,
)
