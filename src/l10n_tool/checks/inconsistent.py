"""``inconsistent`` and ``same-translation``: in a locale a source has one translation, and a translation one source."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from l10n_tool.catalogue import Entry
from l10n_tool.checks.finding import Severity
from l10n_tool.checks.model import Check, Remark, Whole, in_short
from l10n_tool.facts.opposites import differ_in_fact

__all__ = ["INCONSISTENT", "SAME"]

#: What closes or opens a text, and spaces: a difference in them only is none.
_EDGE: Final = " \t\n\r\u00a0\u202f.,:;!?…。、：！？؟،।¿¡\"'“”„«»()[]*_"
#: Sources of fewer words are labels: each stands on its own button, and contexts part them.
_LEAST_WORDS: Final = 3
_LEAST_CHARACTERS: Final = 16
#: From how many words on two translations of one text are surely meant to be the same.
_SURE_WORDS: Final = 6
#: Below this likeness, in per cent, two translations share little but the subject.
_UNLIKE: Final = 50.0
_SHOWN: Final = 60
_LONGEST: Final = 3000
#: Of a word that the language has for many things, so many sources are compared.
_MOST: Final = 8


def _translated(whole: Whole) -> Iterator[Entry]:
    for entry in whole.catalogue.messages:
        if entry.msgid_plural is None and entry.msgstr[0] and not entry.fuzzy:
            yield entry


def _folded(text: str) -> str:
    return " ".join(text.split()).strip(_EDGE).casefold()


def _inconsistent(whole: Whole) -> Iterator[Remark]:
    groups: dict[str, list[Entry]] = {}
    for entry in _translated(whole):
        source = entry.msgid
        if len(source) >= _LEAST_CHARACTERS and source.count(" ") >= _LEAST_WORDS - 1:
            groups.setdefault(_folded(source), []).append(entry)
    for entries in groups.values():
        if len(entries) > 1:
            yield from _of_group(entries)


def _of_group(entries: Sequence[Entry]) -> Iterator[Remark]:
    """Tell of the translations that are not the one that most entries have."""
    folded = [_folded(entry.msgstr[0]) for entry in entries]
    # Of those that are as frequent the first counts.
    usual = Counter(folded).most_common(1)[0][0]
    model = entries[folded.index(usual)]
    for entry, text in zip(entries, folded, strict=True):
        if text != usual:
            message = f"line {model.line} has “{in_short(model.msgstr[0], _SHOWN)}” for the same source"
            yield Remark(message, _severity(entry, model), entry)


def _severity(entry: Entry, model: Entry) -> Severity:
    # A context is there because the translations may differ.
    if entry.msgctxt != model.msgctxt or entry.msgid.count(" ") < _SURE_WORDS - 1:
        return Severity.INFO
    return Severity.WARNING if _likeness(entry.msgstr[0], model.msgstr[0]) < _UNLIKE else Severity.INFO


def _likeness(one: str, other: str) -> float:
    """Return how much two texts have in common in per cent; 100 of texts that take too long to compare."""
    if max(len(one), len(other)) > _LONGEST:
        return 100.0
    from rapidfuzz import fuzz

    return fuzz.token_sort_ratio(one.casefold(), other.casefold())


def _same_translation(whole: Whole) -> Iterator[Remark]:
    english = whole.source_locale.partition("_")[0] == "en"
    groups: dict[str, list[Entry]] = {}
    for entry in _translated(whole):
        groups.setdefault(" ".join(entry.msgstr[0].split()).casefold(), []).append(entry)
    for entries in groups.values():
        if len(entries) > 1:
            yield from _alike(whole, _different(entries), english=english)


def _different(entries: Iterable[Entry]) -> list[Entry]:
    """Return one entry for each source."""
    return list({_folded(entry.msgid): entry for entry in reversed(list(entries))}.values())[::-1]


def _alike(whole: Whole, entries: Sequence[Entry], *, english: bool) -> Iterator[Remark]:
    for at, entry in enumerate(entries[1:_MOST], 1):
        pairs = (_of_pair(whole, entry, other, english=english) for other in entries[:at])
        remark = next((remark for remark in pairs if remark), None)
        if remark:
            yield remark


def _of_pair(whole: Whole, entry: Entry, other: Entry, *, english: bool) -> Remark | None:
    if entry.msgstr[0] == entry.msgid or other.msgstr[0] == other.msgid:
        return None
    opposite = _opposite(whole, entry, other) if english and entry.msgctxt == other.msgctxt else None
    if opposite:
        ours, theirs = (f"“{word}”" if word else "no negation" for word in opposite)
        message = f"line {other.line} has the same translation, with {theirs} in the source for {ours} here"
        return Remark(message, Severity.WARNING, entry)
    words = min(entry.msgid.count(" "), other.msgid.count(" ")) + 1
    if words > _LEAST_WORDS and _likeness(entry.msgid, other.msgid) < _UNLIKE:
        severity = Severity.WARNING if words >= _SURE_WORDS else Severity.INFO
        return Remark(
            f"line {other.line} has the same translation for “{in_short(other.msgid, _SHOWN)}”", severity, entry
        )
    return None


def _opposite(whole: Whole, entry: Entry, other: Entry) -> tuple[str, str] | None:
    return differ_in_fact(whole.sources[entry.msgid].folded, whole.sources[other.msgid].folded)


INCONSISTENT: Final = Check(
    name="inconsistent",
    severity=Severity.INFO,
    summary="The same source is translated in the same way wherever it stands in a locale.",
    explanation=(
        "Two entries have the same source, but for case, spaces, the marks at its ends or the msgctxt, and different "
        "translations. Readers who see both wonder what the difference is. Choose the better one for both, unless "
        "their places ask for two. A long source whose translations have little in common is a warning; one with a "
        "msgctxt of its own is info, since that is what a context is for. Labels of one or two words are not compared."
    ),
    of_catalogue=_inconsistent,
)

SAME: Final = Check(
    name="same-translation",
    severity=Severity.INFO,
    summary="Two sources that say different things do not have one translation.",
    explanation=(
        "A translation that stands for two sources is mostly a synonym. It is a warning where the sources say the "
        "opposite (enable and disable, with and without, valid and not valid, May and June): one of them was copied "
        "and not changed. So it is where two texts of six words or more have little in common; of shorter ones that is "
        "info. Translate anew the one that the text does not fit."
    ),
    of_catalogue=_same_translation,
)
