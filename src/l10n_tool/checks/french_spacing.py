"""``french-spacing``: no-break spaces before ; : ! ? » and after « in French, so that no line begins with a mark."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final, NamedTuple

from l10n_tool.checks.finding import Severity
from l10n_tool.checks.habits import Habits
from l10n_tool.checks.model import Check, OfEntry, Remark, Subject, Whole
from l10n_tool.facts.text import Span
from l10n_tool.facts.typography import CODE, french_marks, replaced, visible

__all__ = ["CHECK"]

_WIDE: Final = "\u00a0"
_NARROW: Final = "\u202f"
_ANY: Final = re.compile("[;:!?»«]")


class _Rule(NamedTuple):
    """An ordinary space beside a mark, or none, and what belongs there."""

    pattern: re.Pattern[str]
    new: str
    spaced: bool
    #: A colon without a space may stand in what is no French at all: the name of a field, a time.
    certain: bool = True


_HABIT: Final = "no no-break space beside a mark"


def _of_entries(whole: Whole) -> OfEntry:
    if whole.language != "fr":
        return lambda _: ()
    return Habits(whole, _french_spacing, lambda _: _HABIT)


def _french_spacing(subject: Subject) -> Iterator[Remark]:
    marks = french_marks(subject.locale) if subject.language == "fr" else ""
    if not marks:
        return
    for form, text in enumerate(subject.entry.msgstr):
        if not _ANY.search(text) or text in subject.sources:
            continue
        shown = visible(text)
        for spaced, told in ((True, "an ordinary space beside {}"), (False, "no space beside {}")):
            found = sorted(span for rule in _rules(marks) if rule.spaced is spaced for span in _spans(rule, shown))
            if found:
                signs = " ".join(dict.fromkeys(c for start, end in found for c in shown[start:end] if _ANY.match(c)))
                yield Remark(f"{told.format(signs)}, where a no-break space belongs", form=form, marks=tuple(found))


def _spans(rule: _Rule, shown: str) -> list[Span]:
    return [match.span() for match in rule.pattern.finditer(shown)]


@cache
def _rules(marks: str) -> tuple[_Rule, ...]:
    """Return the rules of a locale. French printers set a wide space before : and in « », a narrow one before ; ! ?."""
    wide, narrow = (re.escape("".join(m for m in marks if (m in ":»") is is_wide)) for is_wide in (True, False))
    rules = [*_before(wide, _WIDE), *(_before(narrow, _NARROW) if narrow else ())]
    return (*rules, _Rule(re.compile("« (?=\\S)"), f"«{_WIDE}", spaced=True),
            _Rule(re.compile(r"«(?=[^\s\u00a0\u202f\u2009])"), f"«{_WIDE}", spaced=False))  # fmt: skip


def _before(marks: str, space: str) -> list[_Rule]:
    # A mark ends a sentence or a phrase: 12:30, a:b and ?x=1 stand within a word. Faces keep their space.
    ends = rf"(?=[\s\u00a0\u202f\"”»)*_{CODE}]|\Z)"
    return [
        _Rule(re.compile(rf"(?<=[^\s«]) (?P<mark>[{marks}]){ends}"), rf"{space}\g<mark>", spaced=True),
        _Rule(
            re.compile(rf"(?<=[^\W_])(?P<mark>[{marks}]){ends}"),
            rf"{space}\g<mark>",
            spaced=False,
            certain=":" not in marks,
        ),
    ]


def _fix(subject: Subject, form: str) -> str:
    marks = french_marks(subject.locale) if subject.language == "fr" else ""
    if not marks or not _ANY.search(form):
        return form
    for rule in _rules(marks):
        if rule.certain:
            form = replaced(form, rule.pattern, rule.new)
    return form


CHECK: Final = Check(
    name="french-spacing",
    severity=Severity.INFO,
    summary="In French a no-break space stands before ; : ! ? and », and after «.",
    explanation=(
        "With an ordinary space a line may begin with the mark; without any, the text looks foreign to French readers. "
        "U+202F, narrow, goes before ; ! ? and U+00A0 before : and inside « »; either is accepted everywhere. In "
        "Canada only : and « » take a space. Where a catalogue lacks them all over, that is said once. "
        "`l10n-tool check --fix` sets them."
    ),
    of_entries=_of_entries,
    fix=_fix,
)
