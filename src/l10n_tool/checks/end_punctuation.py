"""``end-punctuation``: a sentence ends as the source's does, with the mark of its own script.

The marks are those of Unicode with the property Sentence_Terminal, and of CLDR's languages that use another
sign: Greek ; asks, Armenian ։ ends, Thai ends with nothing.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import islice
from typing import Final

from l10n_tool.catalogue import Entry
from l10n_tool.checks.finding import Severity
from l10n_tool.checks.model import Check, OfEntry, Remark, Subject, Whole, by_text
from l10n_tool.facts.text import Text

__all__ = ["CHECK"]

_MARKS: Final = {
    **dict.fromkeys(".。．｡։।॥۔።᙮។៕།༎၊။᱾꘎", "full stop"),
    **dict.fromkeys("?？؟\u037e՞፧⁇‽⸮", "question mark"),
    **dict.fromkeys("!！՜¡", "exclamation mark"),
    **dict.fromkeys("…⋯", "ellipsis"),
    **dict.fromkeys(":：፦", "colon"),
}
_LANGUAGE_MARKS: Final = {
    "el": {";": "question mark"},
    # The danda is not on every keyboard.
    **{language: {"|": "full stop"} for language in ("hi", "bn", "mr", "ne", "or", "as", "pa")},
    "hy": {"՝": "colon"},
    "am": {"፡": "full stop"},
    "ti": {"፡": "full stop"},
    "bo": {"་": "full stop"},
    "dz": {"་": "full stop"},
}
#: Languages that end a sentence with a space or with nothing as well.
_NO_STOP: Final = frozenset(["th", "lo", "km", "my", "shn", "bo", "dz", "jv", "bug"])
#: Where a full stop looks like a colon, each is typed for the other.
_COLON_STOP: Final = frozenset(["hy", "am", "ti"])
#: Armenian puts these into the word that is asked or called, not at the end.
_INSIDE: Final = {"hy": {"question mark": "՞", "exclamation mark": "՜"}}
#: Particles that ask by themselves: a full stop after them, or nothing, still ends a question.
_ASKING: Final = {
    "ja": ("か", "かな", "かしら"),
    "ko": ("까", "나요", "가요", "니"),
    "zh": ("吗", "嗎", "呢"),
    "my": ("လား",),
}
# What may follow the mark: closing quotation marks and brackets, markup, tags, a link's target.
_AROUND: Final = re.compile(r"(?:[\s\"'”’»«“„›‹」』）)\]}＞》】*_~`]|<[^<>]{0,200}>|\]\([^()\s]*\)|\ufffc)\Z")
_ELLIPSIS: Final = re.compile(r"(?:\.\.\.?|。。。?|・・・?|…)\Z")
_OF_ELLIPSIS: Final = frozenset(".。・…")
_LETTERS: Final = re.compile(r"[^\W\d_]")
#: English abbreviations at the end of a text, which other languages spell out, and short words with a full stop in
#: the translation, which may be abbreviations where the source has no mark.
_ENGLISH_SHORT: Final = re.compile(r"(?:\b(?:etc|inc|ltd|corp|jr|sr|ave|dept|approx)|\.[a-z])\.\Z", re.IGNORECASE)
_SHORT: Final = re.compile(r"(?:[\s(\u00a0][^\W\d_]{1,3}|\.[ \u00a0]?[^\W\d_]{1,4})\.\Z")
#: A sentence that supposes something, and asks by its mark alone.
_SUPPOSES: Final = re.compile(r"\b(?:Perhaps|Maybe)\b[^.!?]*\?\Z")
_SHORTEST: Final = 12
_LONGEST_TAIL: Final = 400


#: From how many sentences a catalogue's habit is learned at most. How many without a full stop, and what share, are a
#: habit rather than an oversight; so are very many, whatever share they are.
_MOST_LEARNED: Final = 400
_FEWEST: Final = 3
_HABIT: Final = 0.2
_VERY_MANY: Final = 40
_DROPPED: Final = "it ends with no end mark, the source with a full stop"


def _of_entries(whole: Whole) -> OfEntry:
    """Return the check with what the catalogue does with full stops: some leave most of them out, as a style."""
    language = whole.language
    habit = _leaves_out(whole.catalogue.messages, language)

    def look(subject: Subject) -> Iterator[Remark]:
        for remark in _end_punctuation(subject, language):
            yield replace(remark, severity=Severity.INFO) if habit and remark.message == _DROPPED else remark

    return look


def _leaves_out(entries: Iterable[Entry], language: str) -> bool:
    sentences = (e for e in entries if e.msgid.endswith(".") and _is_prose(e.msgid) and e.msgstr[0])
    learned = list(islice(sentences, _MOST_LEARNED))
    without = sum(not _mark(_bare(entry.msgstr[0]), language) for entry in learned)
    return without >= _VERY_MANY or (without >= _FEWEST and without > _HABIT * len(learned))


def _end_punctuation(subject: Subject, language: str) -> Iterator[Remark]:
    if all(source.once(_is_sentence) for source in subject.source_texts):
        yield from by_text(subject, lambda source, text: _compare(source, text.raw, language))


def _is_sentence(text: Text) -> bool:
    return _is_prose(text.raw)


def _is_prose(text: str) -> bool:
    """Whether a text is long enough to be a sentence: three words or so, with letters."""
    return len(text) >= _SHORTEST and (" " in text.strip() or not text.isascii()) and bool(_LETTERS.search(text))


def _end(source: Text) -> tuple[str, str]:
    """Return the end of a source, and which mark it is."""
    bare = _bare(source.raw)
    return bare, _mark(bare, "")


def _compare(source: Text, text: str, language: str) -> list[Remark]:
    ours, wanted = source.once(_end)
    theirs = _bare(text)
    found = _mark(theirs, language)
    if wanted == found or _allowed(wanted, found, language):
        return []
    if _is_inside(wanted, theirs, language) or (wanted == "question mark" and _asks(theirs, language)):
        return []
    if {wanted, found} == {"", "full stop"} and _abbreviates(ours, theirs):
        return []
    if not wanted:
        return [Remark(f"it ends with a {found}, the source with none", _severity(wanted, found))]
    if not found and wanted == "full stop":
        return [Remark(_DROPPED)]
    shown = f"a {found}" if found else "no end mark"
    severity = Severity.INFO if found == "full stop" and _SUPPOSES.search(ours) else _severity(wanted, found)
    return [Remark(f"it ends with {shown}, the source with {_article(wanted)} {wanted}", severity)]


def _article(mark: str) -> str:
    return "an" if mark[0] in "aeiou" else "a"


def _severity(wanted: str, found: str) -> Severity | None:
    # Languages differ in how readily they exclaim, trail off or end a caption; a question that was lost, or a
    # sentence that just stops, is more.
    grave = "question mark" in {wanted, found} or (wanted == "full stop" and not found)
    return None if grave else Severity.INFO


def _bare(text: str) -> str:
    """Return the end of a text without what closes around the mark."""
    tail = text[-_LONGEST_TAIL:].rstrip()
    if tail[-1:] == "." or tail[-1:].isalnum():
        # Nothing closes around it, as around most.
        return tail
    while tail:
        shorter = _AROUND.sub("", tail).rstrip()
        while shorter and unicodedata.category(shorter[-1]) == "Cf":
            shorter = shorter[:-1]
        if shorter == tail:
            return tail
        tail = shorter
    return tail


def _mark(text: str, language: str) -> str:
    if not text:
        return ""
    if text[-1] in _OF_ELLIPSIS and _ELLIPSIS.search(text[-3:]):
        return "ellipsis"
    return _LANGUAGE_MARKS.get(language, {}).get(text[-1]) or _MARKS.get(text[-1], "")


def _allowed(wanted: str, found: str, language: str) -> bool:
    if language in _NO_STOP and {wanted, found} <= {"", "full stop"}:
        return True
    if language in _COLON_STOP and {wanted, found} == {"colon", "full stop"}:
        return True
    return language in _NO_STOP and not found


def _is_inside(wanted: str, text: str, language: str) -> bool:
    mark = _INSIDE.get(language, {}).get(wanted)
    return bool(mark) and str(mark) in text


def _asks(text: str, language: str) -> bool:
    return text.rstrip("。.").endswith(_ASKING.get(language, ("\ufffe",)))


def _abbreviates(source: str, text: str) -> bool:
    if source.endswith("."):
        return bool(_ENGLISH_SHORT.search(source[-8:]))
    return bool(_SHORT.search(text[-8:]))


CHECK: Final = Check(
    name="end-punctuation",
    severity=Severity.WARNING,
    summary="The translation ends with the same kind of mark as the source.",
    explanation=(
        "A full stop, question mark, exclamation mark, colon or ellipsis at the end has its counterpart in the "
        "translation, in the script's own sign: 。 । ։ ؟ and ; in Greek. A missing one often means that the end "
        "of the text was lost. Closing quotation marks, brackets and markup are looked through; languages that end a "
        "sentence with nothing, such as Thai, are left alone. A doubtful change, such as a full stop for ! or where "
        "the source has no mark, is info, and so are missing full stops where a catalogue leaves out more than every "
        "fifth, and three at least, or forty of the first four hundred."
    ),
    of_entries=_of_entries,
)
