"""What a source denies and its translation does not, or the other way round."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Final

from l10n_tool.facts.cues import Cue, Kind, cues_in, has_lists, lists_of, may_have
from l10n_tool.facts.pairing import ENDED, sentence_pairs
from l10n_tool.facts.text import Span, Text

__all__ = ["added", "dropped", "is_doubtful"]

_FIRM: Final = Kind.NOT | Kind.CONCORD
_ANY: Final = Kind.NOT | Kind.NEGATIVE
_CONTRARY: Final = _ANY | Kind.CONTRARY
#: Python's name of nothing; in prose the word begins a sentence, or a label of its own.
_NAME: Final = "None"
#: A short label may deny its opposite: "Clear" and "nothing chosen".
_FEWEST_WORDS: Final = 4
#: What may follow a denial that other languages put the other way round: "not the same" is "another", "no more than" is
#: "at most", "not until" is "after", and "not without" is "with".
_TURNED: Final = re.compile(
    r"[^\w.!?]+(?:\w+[^\w.!?]+){0,3}?"
    r"(?:same|identical|current|before|differences?)\b"
    r"|[^\w.!?]+(?:\w+[^\w.!?]+){0,7}?"
    r"(?:(?:more|greater|larger|longer|higher) than|until|unless|without|only)\b"
    r"|\W+un[a-z]{4,}\b",
    re.IGNORECASE,
)
#: "No. 89757" is a number, and "No, don't" denies once.
_NUMBER: Final = re.compile(r"\.?[ \u00a0]?[0-9]")
_ANSWER: Final = re.compile(r"\s*No,\s", re.IGNORECASE)
_ANSWERED: Final = re.compile(r"\s*\w+[,،、，]")
#: "No known language": other languages may do with a word such as "none" alone.
_NO: Final = re.compile(r"\s*no\b", re.IGNORECASE)
#: A Turkish verb that forbids has the ending of a noun; so it counts only where the source forbids, at a phrase's end.
_FORBIDS: Final = re.compile(r"(?:^|[.;:(,]\s|\bplease )\s*(?:do not|don['’]t)\b", re.IGNORECASE)
_FORBIDDEN: Final = {
    language: re.compile(r"[^\W\d_]m[aeə](?:y[ıiuü]n(?:[ıiuü]z)?)?(?=\s*(?:[.,;:!()]|\Z))") for language in ("tr", "az")
}
_ASKS: Final = re.compile(r"[?？؟;՞]")


def dropped(source: Text, text: Text) -> tuple[Span, ...]:
    """Return the words of the source that deny and have no counterpart; none where a language has no lists.

    Texts of as many sentences are compared by sentences, in whatever order they stand.
    """
    if not may_have(source, _FIRM) or not has_lists(text.language):
        return ()
    denials = _denials(source, text)
    if not denials or _keeps(denials, source, text) or _forbids(source, text) or not _has_letters(text):
        return ()
    alone = len(text.words) < _FEWEST_WORDS or (len(denials) == 1 and _NO.match(source.prose))
    wanted = _ANY | Kind.CONCORD if alone else _ANY
    denied = any(cue.kinds & Kind.NOT for cue in cues_in(text))
    counterparts = [cue for cue in cues_in(text) if cue.kinds & wanted or _stands_alone(cue, text, denied=denied)]
    if not _have_counterparts(denials, source, text, counterparts):
        return _spans(denials)
    return _of_sentences(source, text, denials, counterparts)


def _stands_alone(cue: Cue, text: Text, *, denied: bool) -> bool:
    """Whether a word that otherwise needs another denial has one or needs none, as in Romance languages.

    There “nadie ha venido” denies and “ha venido nadie” does not; “no ha venido nadie” and “ni … ni” do.
    """
    if not cue.kinds & Kind.CONCORD or text.language not in _ROMANCE:
        return False
    if denied or text.once(_word_counts)[_folded(cue, text)] > 1:
        return True
    words = _CLAUSE.split(text.prose[max(0, cue.start - _LOOK_BACK) : cue.start])[-1].split()
    return text.language != "fr" and (len(words) <= _AT_THE_HEAD or words[-1].casefold() in _OPENING)


def _word_counts(text: Text) -> Counter[str]:
    return Counter(text.folded)


def _folded(cue: Cue, text: Text) -> str:
    return text.prose[cue.start : cue.end].casefold()


_ROMANCE: Final = frozenset({"es", "fr", "it", "pt"})
#: What parts clauses, and how many words a clause may have before a word that denies by itself.
_CLAUSE: Final = re.compile(r"[.,;:!?¿¡()\n–—]")
_AT_THE_HEAD: Final = 1
_LOOK_BACK: Final = 60
_OPENING: Final = frozenset(
    """
    que si y e o u pero porque cuando donde como mas se quando onde ou che perché ma dove mentre mientras ya já già aún
    """.split()  # noqa: SIM905 - words as words
)


def _denials(source: Text, text: Text) -> list[Cue]:
    """Return what the source denies with; of "No, don't" the second word alone if the translation has no such No."""
    denials = [cue for cue in cues_in(source) if cue.kinds & _FIRM and not _is_name(source, cue)]
    twice = len(denials) > 1 and _ANSWER.match(source.prose) and not _ANSWERED.match(text.prose)
    return denials[1:] if twice else denials


def _forbids(source: Text, text: Text) -> bool:
    """Whether the translation forbids with a verb that its list cannot tell from a noun."""
    form = _FORBIDDEN.get(text.language)
    return form is not None and _FORBIDS.search(source.prose) is not None and form.search(text.prose) is not None


def _has_letters(text: Text) -> bool:
    """Whether a text is in the letters of its language's list: Kazakh in Latin letters is not."""
    return lists_of(text.language).is_latin or _BEYOND_LATIN.search(text.prose) is not None


_BEYOND_LATIN: Final = re.compile("[\u0370-\u1dff\u1f00-\u1fff\u3040-\ud7ff\uf900-\ufaff]")


def is_doubtful(source: Text, lost: Sequence[Span]) -> bool:
    """Whether a denial of the source is one that other languages may do without, by saying the contrary."""
    prose = source.prose
    return any(prose[start:end].lower() != "never" and _TURNED.match(prose, end) for start, end in lost)


def _have_counterparts(denials: Sequence[Cue], source: Text, text: Text, theirs: Sequence[Cue]) -> bool:
    """Whether there is a word for each denial; those that render other negative words of the source do not count."""
    firm = sum(1 for cue in theirs if cue.kinds & _FIRM)
    other = sum(1 for cue in cues_in(source) if cue.kinds & Kind.NEGATIVE and not cue.kinds & _FIRM)
    # A phrase such as “not only” holds a denial besides.
    phrases = sum(1 for cue in theirs if cue.kinds & Kind.NEGATIVE and " " in text.prose[cue.start : cue.end])
    spare = max(0, len(theirs) - firm - other + phrases)
    return firm + spare >= _count(denials, source.prose)


def _count(denials: Sequence[Cue], prose: str) -> int:
    """Return how many denials there are; of one sentence those count as one that repeat a word or stand together.

    "No plan and no test" and "cannot and should not" are such, and languages deny both at once.
    """
    return 1 + sum(1 for one, other in pairwise(denials) if not _is_one(one, other, prose))


def _is_one(one: Cue, other: Cue, prose: str) -> bool:
    between = prose[one.end : other.start]
    if ENDED.search(between):
        return False
    first, second = prose[one.start : one.end].casefold(), prose[other.start : other.end].casefold()
    together = len(between) <= _CLOSE and not between.startswith(",") and second not in _APART
    return together or first == second


#: How many characters two denials of one thing are apart at most.
_CLOSE: Final = 25
#: What denies another thing than the word before it: "never without a reason".
_APART: Final = frozenset({"without", "ohne", "sans", "sin", "sem", "senza", "без", "bez", "zonder", "utan", "uden"})


def _of_sentences(source: Text, text: Text, denials: Sequence[Cue], theirs: Sequence[Cue]) -> tuple[Span, ...]:
    """Return the denials of sentences whose counterparts have none, unless as many others deny what is not denied."""
    lost: list[Cue] = []
    without, moved = 0, 0
    for ours, others in sentence_pairs(source, text):
        found, denied = _within(theirs, others), _within(denials, ours)
        without += bool(denied and not found)
        lost += denied if not found else ()
        moved += _is_added(found, _within(cues_in(source), ours))
    return _spans(lost) if without > moved else ()


def _is_added(found: Sequence[Cue], ours: Sequence[Cue]) -> bool:
    """Whether a sentence denies where its source does not; a word that is only negative may render its contrary."""
    excuses = _ANY if any(cue.kinds & _FIRM for cue in found) else _CONTRARY
    return bool(found) and not any(cue.kinds & excuses for cue in ours)


def added(source: Text, text: Text) -> tuple[Span, ...]:
    """Return the words of the translation that deny where nothing in the source is negative, or could be put so."""
    if not has_lists(source.language) or len(source.words) < _FEWEST_WORDS or not may_have(text, Kind.NOT):
        return ()
    denials = [cue for cue in cues_in(text) if cue.kinds & Kind.NOT]
    if not denials or _ASKS.search(source.raw) or any(cue.kinds & _CONTRARY for cue in cues_in(source)):
        return ()
    return _spans(denials)


def _is_name(text: Text, cue: Cue) -> bool:
    """Whether a denial is the name of a value; "None of them" is not, nor is a text of this one word.

    Neither does "No. 12" deny.
    """
    if text.prose[cue.start : cue.end] == "No" and _NUMBER.match(text.raw, cue.end):
        return True
    named = text.prose[cue.start : cue.end] == _NAME and len(text.words) > 1
    return named and not text.prose.startswith(" of", cue.end)


def _keeps(denials: Sequence[Cue], source: Text, text: Text) -> bool:
    """Whether a word of the source that denies stands in the translation as it is, as quoted words do.

    A word of the language itself, such as Turkish “not”, a note, is no such word.
    """
    ours, theirs = (
        {side.prose[cue.start : cue.end].casefold() for cue in cues}
        for side, cues in ((source, denials), (text, cues_in(text)))
    )
    return not text.vocabulary.isdisjoint(ours - theirs - _ALIKE.get(text.language, _NONE))


#: Words of other languages that are written as one that denies in English.
_ALIKE: Final = {"az": frozenset({"not"}), "tr": frozenset({"not"})}
_NONE: Final = frozenset[str]()


def _spans(cues: Iterable[Cue]) -> tuple[Span, ...]:
    return tuple((cue.start, cue.end) for cue in cues)


def _within(cues: Sequence[Cue], span: Span) -> list[Cue]:
    return [cue for cue in cues if span[0] <= cue.start < span[1]]
