"""``spaces``: one space between words, none before a full stop or a comma, and at the edges those of the source."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final, NamedTuple

from l10n_tool.checks.finding import Severity
from l10n_tool.checks.habits import Habits
from l10n_tool.checks.model import Check, OfEntry, Remark, Subject, Whole
from l10n_tool.facts.text import Span
from l10n_tool.facts.typography import CODE, replaced, visible
from l10n_tool.facts.typography_data import NO_SPACE_BEFORE, UNSPACED

__all__ = ["CHECK"]

# A no-break space at an edge is meant: French has it before a mark that is a text of its own.
_SPACES: Final = " \t"
_NO_BREAK: Final = "\u00a0\u202f\u3000"


class _Fault(NamedTuple):
    """Something that is wrong where the source does not have it too; ``new`` takes its place if that is certain.

    A text without any of what is ``needed`` need not be searched for it.
    """

    pattern: re.Pattern[str]
    needed: tuple[str, ...]
    message: str
    new: str | None
    severity: Severity | None = None


def _before(marks: str, spaces: str = " \u00a0\u202f") -> tuple[str, ...]:
    return tuple(space + mark for space in spaces for mark in marks)


# Spaces that begin a line are its indentation, and those that end it a line break of Markdown.
_DOUBLE: Final = _Fault(re.compile(r"(?<=[^\s.!?。।|]) {2,}(?=\S)"), ("  ",), "two spaces in a row", " ")
# The no-break space is the one that was meant.
_BESIDE: Final = _Fault(
    re.compile(r"(?<=\S) +(?=[\u00a0\u202f]\S)|(?<=\S[\u00a0\u202f]) +(?=\S)"),
    ("\u00a0 ", "\u202f ", " \u00a0", " \u202f"),
    "a space beside a no-break space",
    "",
)
# Not the dot of ".NET", nor three of them; what stands for code may end in anything.
_BEFORE: Final = _Fault(
    re.compile(rf"(?<=[^\s.,:;([«“„\"'–—/{CODE}-])[ \u00a0\u202f]+(?=[,.、。](?:[\s)\"”]|\Z))"),
    _before(",.、。"),
    "a space before a full stop or comma",
    "",
)
_ARABIC: Final = _Fault(
    re.compile(r"(?<=\w) +(?=[،؛؟۔](?:\s|\Z))"), _before("،؛؟۔", " "), "a space before a mark", "", Severity.INFO
)
_BEFORE_MARK: Final = _Fault(
    re.compile(r"(?<=[^\W_])[ \u00a0\u202f]+(?=[;:!?](?:[\s)\"”]|\Z))"),
    _before(";:!?"),
    "a space before a mark that has none",
    "",
)
_TAB: Final = _Fault(re.compile(r"(?<=\S)[ \t]*\t[ \t]*(?=\S)"), ("\t",), "a tab that the source lacks", " ")
# Two letters on both sides, and a capital after a full stop: not 3,5, "e.g." or "example.org".
_JOINED: Final = _Fault(
    re.compile(r"[.!?](?<=[^\W\d_A-Z]{2}.)(?=[^\W\d_a-z][^\W\d_]{2})|,(?<=[^\W\d_]{2}.)(?=[^\W\d_]{2})"),
    (),
    "no space after a mark",
    None,
    Severity.INFO,
)
# Typists of another age put two after a full stop.
_SENTENCE: Final = _Fault(
    re.compile(r"(?<=[.!?。।|]) {2,}(?=\S)"), ("  ",), "two spaces after a sentence", " ", Severity.INFO
)
_FAULTS: Final = (_DOUBLE, _SENTENCE, _BESIDE, _BEFORE, _ARABIC, _TAB)
#: What any fault needs in a text, and what a slip is called where a catalogue has many.
_NEEDED: Final = (
    "  ",
    "\t",
    "\u00a0",
    "\u202f",
    " .",
    " ,",
    " \u060c",
    " \u061b",
    " \u061f",
    " \u06d4",
    " \u3001",
    " \u3002",
    " ;",
    " :",
    " !",
    " ?",
)
_JOINS: Final = re.compile(r"[.!?,][^\W\d_]{2}")
_HABIT: Final = "stray or missing spaces"


#: Shares of entries with stray spaces that only careless typing reaches: of all kinds, within texts, and those that
#: weigh less, at the edges or so.
_CARELESS: Final = 0.025
_WITHIN: Final = 0.016
_SLIGHT: Final = 0.006


def _of_entries(whole: Whole) -> OfEntry:
    careful = Habits(whole, _look, _kind, many=_CARELESS)
    slight = Habits(whole, careful, lambda remark: _kind(remark) if remark.severity else None, many=_SLIGHT)

    def weighty(remark: Remark) -> str | None:
        return None if remark.severity else _kind(remark)

    return Habits(whole, slight, weighty, many=_WITHIN, first=careful.seen)


def _kind(remark: Remark) -> str | None:
    return _HABIT if remark.message != _JOINED.message else None


def _look(subject: Subject) -> Iterator[Remark]:
    """Yield what is wrong with an entry; what several of its forms share is told once, of the first of them."""
    told: set[str] = set()
    for remark in _of_forms(subject):
        if remark.message not in told:
            told.add(remark.message)
            yield remark


def _of_forms(subject: Subject) -> Iterator[Remark]:
    first = subject.sources[0]
    spaced = first[:1] in _SPACES or first[-1:] in _SPACES
    for form, text in enumerate(subject.entry.msgstr):
        if not text:
            continue
        if spaced or text[0] in _SPACES or text[-1] in _SPACES:
            yield from _edges(subject, form, text)
        if _may_have_faults(text):
            yield from _inside(subject, form, text)


def _may_have_faults(text: str) -> bool:
    for needed in _NEEDED:
        if needed in text:
            return True
    return _JOINS.search(text) is not None


def _inside(subject: Subject, form: int, text: str) -> Iterator[Remark]:
    shown = visible(text)
    for fault in _of_language(subject.language):
        if (found := _places(fault, shown)) and not _is_given(fault, subject):
            yield Remark(fault.message, fault.severity, form=form, marks=found)


def _faults(subject: Subject) -> list[_Fault]:
    """Return what counts as a fault in the language, but for what the source has too."""
    return [fault for fault in _of_language(subject.language) if not _is_given(fault, subject)]


@lru_cache(maxsize=256)
def _of_language(language: str) -> tuple[_Fault, ...]:
    """Return what counts as a fault in a language."""
    before = (_BEFORE_MARK,) if language in NO_SPACE_BEFORE else ()
    return (*_FAULTS, *before) if language in UNSPACED else (*_FAULTS, *before, _JOINED)


def _is_given(fault: _Fault, subject: Subject) -> bool:
    """Whether a source has the fault too."""
    return any(fault.pattern.search(visible(source)) for source in subject.sources)


def _places(fault: _Fault, shown: str) -> tuple[Span, ...]:
    return tuple(match.span() for match in fault.pattern.finditer(shown)) if _may_have(fault, shown) else ()


def _may_have(fault: _Fault, shown: str) -> bool:
    for needed in fault.needed:
        if needed in shown:
            return True
    return not fault.needed and _JOINS.search(shown) is not None


def _edges(subject: Subject, form: int, text: str) -> Iterator[Remark]:
    """Yield what differs at the edges; spaces beside a line break are left to those who look at line breaks."""
    bare = text.strip(_SPACES)
    if not bare:
        return
    start, end = len(text) - len(text.lstrip(_SPACES)), len(text.rstrip(_SPACES))
    if all(_begins(text) != _begins(source) for source in subject.sources) and bare[0] not in _NO_BREAK:
        yield Remark(_told("begins", ours=start > 0), Severity.INFO, form=form, marks=((0, start),) if start else ())
    if all(_ends(text) != _ends(source) for source in subject.sources) and not _closes_wide(bare):
        extra = end < len(text)
        marks = ((end, len(text)),) if extra else ()
        yield Remark(_told("ends", ours=extra), Severity.INFO, form=form, marks=marks)


def _begins(text: str) -> bool:
    return text[:1] != "" and text[0] in _SPACES


def _ends(text: str) -> bool:
    return text[-1:] != "" and text[-1] in _SPACES


def _closes_wide(text: str) -> bool:
    """Whether a text ends with a space of another kind, or with a mark of full width, which holds its own."""
    return text[-1] in _NO_BREAK or "\u3001" <= text[-1] <= "\u301f" or "\uff01" <= text[-1] <= "\uff5e"


def _told(does: str, *, ours: bool) -> str:
    return f"it {does} with a space, the source does not" if ours else f"it {does} without the source's space"


def _fix(subject: Subject, form: str) -> str:
    text = form
    for fault in _faults(subject):
        if fault.new is not None:
            text = replaced(text, fault.pattern, fault.new)
    return _with_edges(subject, text)


def _with_edges(subject: Subject, text: str) -> str:
    """Return a text with the source's spaces at its edges, where all sources have the same."""
    bare = text.strip(_SPACES)
    if not bare:
        return text
    starts = {source[: len(source) - len(source.lstrip(_SPACES))] for source in subject.sources}
    ends = {source[len(source.rstrip(_SPACES)) :] for source in subject.sources}
    if len(starts) == 1 and _begins(text) != ("" not in starts) and bare[0] not in _NO_BREAK:
        text = starts.pop() + text.lstrip(_SPACES)
    if len(ends) == 1 and _ends(text) != ("" not in ends) and not _closes_wide(bare):
        text = text.rstrip(_SPACES) + ends.pop()
    return text


CHECK: Final = Check(
    name="spaces",
    severity=Severity.WARNING,
    summary="There is one space between words, none before a full stop or comma, and at the edges those of the source.",
    explanation=(
        "Two spaces in a row, a tab, a space before a full stop or a comma, and in most languages before ; : ! ?, are "
        "slips of typing or what is left of a word that was taken out: look whether something is missing there, and "
        "delete them. A space with which the source begins or ends joins it to another text, and is kept. What the "
        "source has too is not told, nor what stands in code; a mark without a space after it is info. Where more than "
        "one entry in sixty has a stray space, the catalogue was typed so, and that is said once, as info. "
        "`l10n-tool check --fix` mends them."
    ),
    of_entries=_of_entries,
    fix=_fix,
)
