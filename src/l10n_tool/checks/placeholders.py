"""``placeholders``: what a program or a mailing puts in is kept, with or without a format flag."""

from collections import Counter
from collections.abc import Iterator
from typing import Final

from l10n_tool.checks.finding import Severity
from l10n_tool.checks.format_strings import KINDS
from l10n_tool.checks.model import Check, Remark, Subject, missing_and_extra
from l10n_tool.facts.tokens import FORMAT_FLAG, placeholders

__all__ = ["CHECK"]


def _placeholders(subject: Subject) -> Iterator[Remark]:
    if "%" not in subject.everything and "{" not in subject.everything:
        return
    entry = subject.entry
    flags = [flag for flag in entry.flags if FORMAT_FLAG.fullmatch(flag)]
    if any(flag in KINDS for flag in flags):
        # format-strings reads these exactly; braces in a printf text are what is left to compare.
        if "python-brace-format" in flags:
            return
        printf = False
    else:
        printf = True
    sources = [placeholders(text, printf=printf) for text in subject.sources]
    for form, text in enumerate(entry.msgstr):
        if text:
            yield from _compare(sources, placeholders(text, printf=printf), form, rare=form in subject.rare)


def _compare(sources: list[Counter[str]], found: Counter[str], form: int, *, rare: bool) -> Iterator[Remark]:
    if found in sources and (found == sources[-1] or rare):
        return
    wanted = sources[-1]
    may_lack = rare and len(sources) > 1
    missing = [] if may_lack else [item for item in wanted if item not in found]
    known = set().union(*sources)
    message = missing_and_extra(missing, [item for item in found if item not in known])
    if message:
        yield Remark(message, form=form)
    elif not may_lack and found != wanted:
        again = [item for item in wanted if found[item] != wanted[item]]
        counts = "; ".join(f"{item} stands {found[item]} times, in the source {wanted[item]}" for item in again)
        yield Remark(counts, Severity.INFO, form=form)


CHECK: Final = Check(
    name="placeholders",
    severity=Severity.ERROR,
    summary="Placeholders are the same in source and translation.",
    explanation=(
        "%s, %1$s, %(name)s, {name}, {0}, {{ name }}, ${name}: a program replaces them, so each has to be in the "
        "translation exactly as it is in the source, and no other. Copy them letter by letter; do not translate the "
        "name inside. A percent sign of prose (20 %, 100%) is not taken for one. A name that stands more or less "
        "often than in the source is only told as info."
    ),
    of_entry=_placeholders,
)
