"""``quoted-titles``: what the source puts in quotation marks is quoted, or emphasised, in the translation too."""

from collections.abc import Iterator
from functools import cached_property
from typing import Final

from l10n_tool.checks.finding import Severity
from l10n_tool.checks.model import Check, OfEntry, Remark, Subject, Whole, cut
from l10n_tool.facts.quotations import Passage, passages, room
from l10n_tool.facts.text import Text

__all__ = ["CHECK"]

#: From how many other entries a catalogue's habit is learned, and what share of them has to keep the quotations.
_FEWEST: Final = 3
_KEPT: Final = 0.7
_SHOWN: Final = 60


def _of_entries(whole: Whole) -> OfEntry:
    habit = _Habit(whole)

    def look(subject: Subject) -> Iterator[Remark]:
        found = min(map(passages, subject.source_texts), key=len)
        if not found:
            return
        for form, text in enumerate(subject.texts):
            if text.raw and text.raw not in subject.sources and room(subject.source_texts[0], text) < len(found):
                yield _remark(found, form, habit)

    return look


def _remark(found: tuple[Passage, ...], form: int, habit: "_Habit") -> Remark:
    titles = ", ".join(f"‘{cut(passage.text, _SHOWN)}’" for passage in found)
    few = "no quotation" if len(found) == 1 else "fewer quotations"
    sure = habit.keeps if habit.is_known else any(passage.title for passage in found)
    return Remark(
        f"it has {few}, the source has {titles}",
        None if sure else Severity.INFO,
        form=form,
        source_marks=tuple(passage.place for passage in found),
    )


class _Habit:
    """Whether a catalogue keeps quotations; it is read for that when one is lost."""

    def __init__(self, whole: Whole) -> None:
        self._whole = whole

    @cached_property
    def _counts(self) -> tuple[int, int]:
        """How many of the entries with a quotation keep it, and how many do not."""
        kept = lost = 0
        for entry in self._whole.catalogue.messages:
            source = self._whole.sources[entry.msgid]
            wanted = len(passages(source)) if entry.msgstr[0] else 0
            if wanted and room(source, Text(entry.msgstr[0], self._whole.locale)) >= wanted:
                kept += 1
            elif wanted:
                lost += 1
        return kept, lost

    @property
    def is_known(self) -> bool:
        """Whether there are enough entries besides the one in question."""
        return sum(self._counts) > _FEWEST

    @property
    def keeps(self) -> bool:
        """Whether nearly all others keep theirs."""
        kept, lost = self._counts
        return kept >= _KEPT * (kept + lost - 1)


CHECK: Final = Check(
    name="quoted-titles",
    severity=Severity.WARNING,
    summary="What the source puts in quotation marks is quoted in the translation too.",
    explanation=(
        "A title, or words that somebody said, stands in quotation marks; a translation may set other marks, or "
        "emphasis. A finding means that it has fewer quotations than the source: a title was left out, or reads as "
        "if it were the author's own words. Set the marks of the language, or look what is missing. It is a warning "
        "where the catalogue keeps quotations as a rule, or, if it has few, where the passage is written as titles "
        "are (“The Nutcracker”); otherwise info. Placeholders in quotation marks are left alone."
    ),
    of_entries=_of_entries,
)
