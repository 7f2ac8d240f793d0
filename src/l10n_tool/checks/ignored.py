"""``ignored``: a translator's comment that switches off a check that there is none of, or that says nothing anyway."""

from collections.abc import Collection, Iterable, Iterator
from typing import Final

from l10n_tool.checks.finding import Severity
from l10n_tool.checks.model import Check, Remark, Subject
from l10n_tool.checks.standard import IGNORE, ignored

__all__ = ["CHECK", "needless"]
#: difflib compares letter by letter; no name of a check is half as long.
_LONGEST: Final = 60


def _ignored(subject: Subject) -> Iterator[Remark]:
    if not any(IGNORE in comment for comment in subject.entry.comments):
        return
    names = sorted(ignored(subject.entry))
    if not names:
        yield Remark(f"{IGNORE} names no check: write # {IGNORE}: NAME")
        return
    # The table lists this check, too.
    from l10n_tool.checks.table import CHECKS

    unknown = [name for name in names if name not in CHECKS]
    if unknown:
        yield Remark(f"{IGNORE} names {', '.join(unknown)}, and there is no such check{_hint(unknown[0], CHECKS)}")


def _hint(name: str, known: Iterable[str]) -> str:
    from difflib import get_close_matches

    near = get_close_matches(name[:_LONGEST], known, n=1, cutoff=0.5)
    return f"; is it {near[0]}?" if near else ""


def needless(silent: Collection[str], switched_off: Collection[str]) -> Iterator[Remark]:
    """Yield a remark on the checks that say nothing of an entry anyway, and one on those that the settings silence.

    Only who put the checks to the entry can tell which they are.
    """
    if silent:
        yield Remark(f"{IGNORE}: {', '.join(sorted(silent))} silences nothing here; remove it")
    if switched_off:
        it = "it" if len(switched_off) == 1 else "them"
        yield Remark(f"{IGNORE}: {', '.join(sorted(switched_off))} is needless: the settings switch {it} off")


CHECK: Final = Check(
    name="ignored",
    severity=Severity.INFO,
    summary="A comment that switches off checks names checks that there are, and that say something.",
    explanation=(
        "A translator's comment such as # l10n-ignore: names, numbers switches these checks off for its entry. A name "
        "that is misspelt switches nothing off, and what it was meant to silence is still told. Write the name as the "
        "finding has it, in brackets; l10n-tool explain lists them all. Where a check that looks at each entry by "
        "itself has nothing to say of this one, or is off by the settings, its name in the comment is of no use: "
        "remove it, since it would silence what somebody breaks later."
    ),
    of_entry=_ignored,
)
