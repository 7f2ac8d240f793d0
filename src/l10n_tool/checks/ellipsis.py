"""``ellipsis``: … or three dots, as the source and the rest of the catalogue have it."""

import re
from collections.abc import Iterator
from functools import cached_property
from typing import Final

from l10n_tool.checks.finding import Severity
from l10n_tool.checks.model import Check, OfEntry, Remark, Subject, Whole
from l10n_tool.facts.typography import replaced, visible

__all__ = ["CHECK"]

_CHARACTER: Final = "…"
_DOTS: Final = re.compile(r"(?<![./])\.\.\.(?![./\w])")
_ANY_DOTS: Final = "..."


def _of_entries(whole: Whole) -> OfEntry:
    habit = _Habit(whole)

    def look(subject: Subject) -> Iterator[Remark]:
        for form, text in enumerate(subject.entry.msgstr):
            if _ANY_DOTS in text and _is_changed(subject, _CHARACTER, _ANY_DOTS) and not habit.is_dots:
                found = tuple(match.span() for match in _DOTS.finditer(visible(text)))
                if found:
                    yield Remark("three dots where the source has …", form=form, marks=found)
            elif _CHARACTER in text and _is_changed(subject, _ANY_DOTS, _CHARACTER) and habit.is_dots:
                at = text.index(_CHARACTER)
                yield Remark(
                    "… where the source, and most of the catalogue, has three dots", form=form, marks=((at, at + 1),)
                )

    return look


def _is_changed(subject: Subject, wanted: str, found: str) -> bool:
    return all(wanted in source and found not in visible(source) for source in subject.sources)


class _Habit:
    """Which of the two a catalogue has more often; it is read for that when it matters."""

    def __init__(self, whole: Whole) -> None:
        self._whole = whole

    @cached_property
    def is_dots(self) -> bool:
        texts = [text for entry in self._whole.catalogue.messages for text in entry.msgstr]
        return sum(_ANY_DOTS in text for text in texts) > sum(_CHARACTER in text for text in texts)


def _fix(subject: Subject, form: str) -> str:
    return replaced(form, _DOTS, _CHARACTER) if _is_changed(subject, _CHARACTER, _ANY_DOTS) else form


CHECK: Final = Check(
    name="ellipsis",
    severity=Severity.INFO,
    summary="An ellipsis is written as the source and the rest of the catalogue write it.",
    explanation=(
        "… is one character, which no line break parts and which a screen reader knows; three dots are three full "
        "stops. Write the one that the source has, unless the whole catalogue has the other. `l10n-tool check --fix` "
        "writes … where the source does."
    ),
    of_entries=_of_entries,
    fix=_fix,
)
