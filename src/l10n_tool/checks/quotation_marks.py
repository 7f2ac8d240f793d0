"""``quotation-marks``: quotations are opened and closed, with the marks of the locale."""

import re
from collections.abc import Iterator
from functools import cached_property
from typing import Final

from l10n_tool.checks.finding import Severity
from l10n_tool.checks.model import Check, OfEntry, Remark, Subject, Whole
from l10n_tool.facts.text import Span
from l10n_tool.facts.typography import french_marks, other_quotes, quotes_of, visible
from l10n_tool.facts.typography_data import RIGHT_TO_LEFT

__all__ = ["CHECK"]

_STRAIGHT: Final = '"'
_CURLY: Final = "“”„‟〝〞〟"
_ANGLED: Final = "«»"
_ANY: Final = re.compile(f"[{_STRAIGHT}{_CURLY}{_ANGLED}]")
_TYPOGRAPHIC: Final = re.compile(f"[{_CURLY}{_ANGLED}]")
#: 15" is fifteen inches.
_INCHES: Final = re.compile(r"(?<=[0-9])\"(?!\w)")
#: The straight mark stands for gershayim within words there.
_WITHIN_WORDS: Final = frozenset(["he", "yi", "lad"])
#: Which mark ends what each one begins, where both are not the locale's.
_PAIRS: Final = tuple(
    re.compile(rf"(?P<begin>{begin})(?P<text>[^{_STRAIGHT}{_CURLY}{_ANGLED}\n]*)(?P<end>{end})")
    for begin, end in (("“", "”"), ("«", "»"), ("„", "“"), ("„", "”"))
)
# A mark that begins stands after a space or an opening bracket, before a letter; one that ends stands the other way.
_STRAIGHT_PAIR: Final = re.compile(r"(?<![^\s(\[*_—–-])(?P<begin>\")(?P<text>(?!\s)[^\"\n]*)(?<!\s)(?P<end>\")(?!\w)")
_LEAST: Final = 3


def _of_entries(whole: Whole) -> OfEntry:
    habit = _Habit(whole)
    own = quotes_of(whole.locale)
    wanted = frozenset(own + other_quotes(whole.locale)) if own else frozenset()

    def look(subject: Subject) -> Iterator[Remark]:
        for form, text in enumerate(subject.entry.msgstr):
            if not _ANY.search(text) or text in subject.sources:
                continue
            loose = _loose(subject, text)
            if loose:
                yield Remark(_told(loose), form=form, marks=_spans(visible(text), "".join(loose)))
            elif wanted:
                yield from _foreign(subject, form, text, wanted, habit)

    return look


def _loose(subject: Subject, text: str) -> list[str]:
    """Return the kinds of marks that the translation has an odd number of, where the source has none of that."""
    odd = _odd(visible(text), subject.language)
    return odd if odd and not any(_odd(visible(source), subject.source_language) for source in subject.sources) else []


def _odd(shown: str, language: str) -> list[str]:
    straight = 0 if language in _WITHIN_WORDS else shown.count(_STRAIGHT) - len(_INCHES.findall(shown))
    counts = {_STRAIGHT: straight, _CURLY: sum(map(shown.count, _CURLY)), _ANGLED: sum(map(shown.count, _ANGLED))}
    return [kind for kind, count in counts.items() if count % 2]


def _told(odd: list[str]) -> str:
    if len(odd) > 1:
        return "a quotation begins with one kind of mark and ends with another"
    return "a quotation mark has no other half"


def _spans(shown: str, marks: str) -> tuple[Span, ...]:
    return tuple((at, at + 1) for at, character in enumerate(shown) if character in marks)


def _foreign(subject: Subject, form: int, text: str, wanted: frozenset[str], habit: "_Habit") -> Iterator[Remark]:
    """Yield marks that are not the locale's, where the source or the catalogue shows that it matters."""
    own = quotes_of(subject.locale)
    shown = visible(text)
    known = "".join(subject.sources)
    if (
        _STRAIGHT in shown
        and _STRAIGHT not in known
        and subject.language not in _WITHIN_WORDS
        and not habit.is_straight
    ):
        yield Remark(
            f"straight quotation marks; the language has {own[0]} {own[1]}",
            Severity.INFO,
            form=form,
            marks=_spans(shown, _STRAIGHT),
        )
    foreign = {mark for mark in _TYPOGRAPHIC.findall(shown) if mark not in wanted}
    if foreign and not habit.is_foreign:
        told = " ".join(sorted(foreign))
        yield Remark(
            f"{told} where the language has {own[0]} {own[1]}",
            Severity.INFO,
            form=form,
            marks=_spans(shown, "".join(foreign)),
        )


class _Habit:
    """Which marks a catalogue has; it is read for that when it matters."""

    def __init__(self, whole: Whole) -> None:
        self._whole = whole

    @cached_property
    def _counts(self) -> tuple[int, int, int]:
        """In how many texts there are the locale's own marks, straight ones, and others."""
        own = frozenset(quotes_of(self._whole.locale) + other_quotes(self._whole.locale))
        texts = [text for entry in self._whole.catalogue.messages for text in entry.msgstr if _ANY.search(text)]
        found = [frozenset(_TYPOGRAPHIC.findall(text)) for text in texts]
        return (
            sum(bool(marks & own) and marks <= own for marks in found),
            sum(_STRAIGHT in visible(text) for text in texts),
            sum(not marks <= own for marks in found),
        )

    @cached_property
    def is_straight(self) -> bool:
        """Whether the catalogue has straight marks as a rule."""
        own, straight, _ = self._counts
        return straight >= _LEAST and straight > own

    @cached_property
    def is_foreign(self) -> bool:
        """Whether it has marks of another language as a rule."""
        own, _, foreign = self._counts
        return foreign >= _LEAST and foreign > own


def _fix(subject: Subject, form: str) -> str:
    """Return a form with the locale's marks, where it has pairs of one other kind and nothing else."""
    own = quotes_of(subject.locale)
    if not own or not _ANY.search(form) or (subject.language in RIGHT_TO_LEFT and own[0] in _CURLY):
        # Which of the two begins is not agreed on in Arabic.
        return form
    shown = visible(form)
    marks = frozenset(_ANY.findall(shown))
    if marks == {_STRAIGHT}:
        return form if subject.language in _WITHIN_WORDS else _in_pairs(form, shown, _STRAIGHT_PAIR, subject)
    if marks <= frozenset(own + other_quotes(subject.locale)):
        return form
    return next((new for pattern in _PAIRS if (new := _in_pairs(form, shown, pattern, subject)) != form), form)


def _in_pairs(form: str, shown: str, pattern: re.Pattern[str], subject: Subject) -> str:
    """Return a form with the marks that a pattern pairs replaced, if those are all that it has."""
    pairs = list(pattern.finditer(shown))
    if 2 * len(pairs) != len(_ANY.findall(shown)):
        return form
    own = quotes_of(subject.locale)
    begin, end = own[0], own[1]
    if begin == "«" and subject.language == "fr" and french_marks(subject.locale):
        begin, end = "«\u00a0", "\u00a0»"
    parts, at = [], 0
    for pair in pairs:
        inner = form[pair.start("text") : pair.end("text")].strip(" \u00a0\u202f")
        parts += [form[at : pair.start()], begin, inner, end]
        at = pair.end()
    return "".join([*parts, form[at:]])


CHECK: Final = Check(
    name="quotation-marks",
    severity=Severity.WARNING,
    summary="Quotations are opened and closed, with the marks of the language.",
    explanation=(
        "A mark without its other half leaves readers guessing where a quotation ends: add it, or look whether a part "
        "of the text was lost. How many quotations there are is the translator's choice. Straight marks, or those of "
        "another language, are info, and only where the source or the rest of the catalogue is careful about them: "
        "German has „ “, French « », Japanese 「 」 (CLDR). `l10n-tool check --fix` sets them where pairs are certain."
    ),
    of_entries=_of_entries,
    fix=_fix,
)
