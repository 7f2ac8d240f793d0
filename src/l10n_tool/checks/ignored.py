"""``ignored``: a translator's comment that switches off a check that there is none of."""

from collections.abc import Iterable, Iterator
from typing import Final

from l10n_tool.checks.finding import Severity
from l10n_tool.checks.model import Check, Remark, Subject
from l10n_tool.checks.standard import ignored

__all__ = ["CHECK"]

_MARK: Final = "l10n-ignore"
#: difflib compares letter by letter; no name of a check is half as long.
_LONGEST: Final = 60


def _ignored(subject: Subject) -> Iterator[Remark]:
    if not any(_MARK in comment for comment in subject.entry.comments):
        return
    names = sorted(ignored(subject.entry))
    if not names:
        yield Remark(f"{_MARK} names no check: write # {_MARK}: NAME")
        return
    # The table lists this check, too.
    from l10n_tool.checks.table import CHECKS

    unknown = [name for name in names if name not in CHECKS]
    if unknown:
        yield Remark(f"{_MARK} names {', '.join(unknown)}, and there is no such check{_hint(unknown[0], CHECKS)}")


def _hint(name: str, known: Iterable[str]) -> str:
    from difflib import get_close_matches

    near = get_close_matches(name[:_LONGEST], known, n=1, cutoff=0.5)
    return f"; is it {near[0]}?" if near else ""


CHECK: Final = Check(
    name="ignored",
    severity=Severity.INFO,
    summary="A comment that switches off checks names checks that there are.",
    explanation=(
        "A translator's comment such as # l10n-ignore: names, numbers switches these checks off for its entry. A name "
        "that is misspelt switches nothing off, and what it was meant to silence is still told. Write the name as the "
        "finding has it, in brackets; l10n-tool explain lists them all."
    ),
    of_entry=_ignored,
)
