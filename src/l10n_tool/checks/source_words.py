"""``source-words``: words of the source language were left standing in a translation."""

import re
from collections import Counter
from itertools import islice, pairwise
from typing import Final

from l10n_tool.checks.finding import Severity
from l10n_tool.checks.model import Check, OfEntry, Remark, Whole, by_text
from l10n_tool.facts.scripts import LATIN, possible_scripts
from l10n_tool.facts.text import WORD, Span, Text
from l10n_tool.languages import language_of

__all__ = ["CHECK"]

# Words that an English text cannot do without, and that hardly another language has.
_FUNCTION_WORDS: Final = {
    "en": (
        "about and any are because been before between both but could does each every from had has have here how if "
        "into its more most must not of only or other our out should some such than that the their them then there "
        "these they this those through to until was we were what when where which while who why will with without "
        "would you your"
    ),
}
#: So many words of the source in a row, in lower case, are no name; with one that only grammar needs, two will do.
_RUN: Final = 3
#: A word that stands on both sides in so many entries is one that the translators keep; so many entries are read.
_KEPT: Final = 3
#: A function word that stands on both sides in so many is one of the translation's language too.
_OWN: Final = 10
_SAMPLE: Final = 2_000
#: What stands beside a word of code, a path, or a quotation.
_BESIDE_CODE: Final = frozenset("/\\._-=:@#<>[]{}()&|+*~^$%\"'`“”„‘’‚«»‹›「」『』《》")
#: What is quoted may be meant to stay.
_QUOTED: Final = re.compile(r"[“„\"«‹「『][^“”„\"«»‹›「」『』]{1,100}[”“\"»›」』]")

_Run = list[tuple[str, Span]]


def _of_entries(whole: Whole) -> OfEntry:
    if whole.language == language_of(whole.source_locale):
        return lambda _: ()
    counts = _on_both_sides(whole)
    terms = (word for term in whole.standard.termbase.of(whole.locale) for word in term.term.casefold().split())
    kept = frozenset([*(word for word, times in counts.items() if times >= _KEPT), *terms])
    words = _FUNCTION_WORDS.get(language_of(whole.source_locale), "").split()
    grammar = frozenset(word for word in words if counts[word] < _OWN)
    kept -= grammar
    latin = any(LATIN in scripts for scripts in possible_scripts(whole.locale)[:1] or [{LATIN}])
    return lambda subject: by_text(subject, lambda source, text: _compare(source, text, (kept, grammar, latin)))


def _on_both_sides(whole: Whole) -> Counter[str]:
    """Count the entries that have a word on both sides."""
    entries = (entry for entry in whole.catalogue.messages if entry.msgstr[0] and entry.msgstr[0] != entry.msgid)
    counts: Counter[str] = Counter()
    for entry in islice(entries, _SAMPLE):
        counts.update(whole.sources[entry.msgid].vocabulary.intersection(entry.msgstr[0].split()))
    return counts


def _compare(source: Text, text: Text, known: tuple[frozenset[str], frozenset[str], bool]) -> list[Remark]:
    kept, grammar, latin = known
    shared = (source.vocabulary & text.vocabulary) - kept
    if not shared or (latin and len(shared) < _RUN and shared.isdisjoint(grammar)) or source.folded == text.folded:
        return []
    left = _left_behind(source, text, shared)
    clear = [run for run in left if _is_clear([word for word, _ in run], grammar, latin=latin)]
    if clear:
        return [_remark(text, clear, None)]
    doubtful = [run for run in left if run[0][0] in grammar] if not latin else []
    return [_remark(text, doubtful, Severity.INFO)] if doubtful else []


def _is_clear(words: list[str], grammar: frozenset[str], *, latin: bool) -> bool:
    """Whether a run of words is nothing but a piece of the source."""
    enough = _RUN if latin else _RUN - 1
    return len(words) >= enough or (len(words) == _RUN - 1 and not grammar.isdisjoint(words))


def _left_behind(source: Text, text: Text, shared: frozenset[str]) -> list[_Run]:
    """Return the runs of words in lower case that stand in the source in the same order, one beside the other."""
    pairs = frozenset(pairwise(source.words))
    prose = _QUOTED.sub(lambda match: " " * len(match[0]), text.prose)
    run: _Run = []
    runs = [run]
    for match in WORD.finditer(prose):
        word, span = match[0], match.span()
        fits = word in shared and word.islower() and not _is_beside_code(prose, span)
        beside = bool(run) and prose[run[-1][1][1] : span[0]].isspace()
        if not fits or not beside or (run[-1][0], word) not in pairs:
            run = []
            runs.append(run)
        if fits:
            run.append((word, span))
    return [run for run in runs if run]


def _is_beside_code(prose: str, span: Span) -> bool:
    start, end = span
    return prose[start - 1 : start] in _BESIDE_CODE or (
        prose[end : end + 1] in _BESIDE_CODE and not prose[end + 1 : end + 2].isspace() and end + 1 < len(prose)
    )


def _remark(text: Text, runs: list[_Run], severity: Severity | None) -> Remark:
    spans = tuple((run[0][1][0], run[-1][1][1]) for run in runs)
    shown = ", ".join(dict.fromkeys(f"“{text.prose[start:end]}”" for start, end in spans[:4]))
    return Remark(f"{shown} stands there as in the source", severity, marks=spans)


CHECK: Final = Check(
    name="source-words",
    severity=Severity.WARNING,
    summary="No words of the source language were left standing in the translation.",
    explanation=(
        "Three words of the source in a row and in lower case, or two with one such as “the” or “which”, stand in the "
        "translation as they do in the source; where the language has another script, two will do, and “the” alone is "
        "an information. Quotations, code, and words that the catalogue or the termbase keeps are left out. "
        "Translate the words, or put them in quotation marks where they are meant to stay."
    ),
    of_entries=_of_entries,
)
