"""``flags``: what the flags of an entry say can be true together, and programs know them.

gettext manual, "PO Files" and "Entries with Format Strings".
"""

import re
from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from functools import lru_cache
from typing import Final

from l10n_tool.checks.finding import Severity
from l10n_tool.checks.formats import KINDS
from l10n_tool.checks.model import Check, Remark, Subject

__all__ = ["CHECK"]

_FORMAT: Final = re.compile(r"(no-|possible-|impossible-)?(.+-format)")
_RANGE: Final = re.compile(r"range:[ \t]*(.*)")
_LIMITS: Final = re.compile(r"([0-9]{1,18})\.\.([0-9]{1,18})")
_WORDS: Final = ("fuzzy", "wrap", "no-wrap")
#: Flags of other tools (po4a, Weblate, ours) that are no slips.
_OTHERS: Final = re.compile(r"markdown-text|range:.*|[a-z0-9-]+:.*|(?:read-only|ignore-|strict-|safe-|max-|l10n-).*")
#: Of those that read a percent sign no two agree on what follows it; but Objective-C reads what C does.
_PERCENT: Final = frozenset({"c-format", "python-format", "php-format", "perl-format", "ruby-format", "qt-format"})
_QT_NUMBER: Final = re.compile(r"(?<!%)(?:%%)*%n\b")
_NEAR: Final = 0.8
_LONGEST: Final = 40


def _flags(subject: Subject) -> Iterator[Remark]:
    flags = subject.entry.flags
    # One flag alone is mostly fuzzy or a format; both are quickly told.
    if not flags or flags == ("fuzzy",):
        return
    for message, severity in _problems(flags, subject):
        yield Remark(message, severity)


def _problems(flags: Sequence[str], subject: Subject) -> Iterator[tuple[str, Severity | None]]:
    yield from _contradictions(flags)
    yield from _ranges(flags, plural=subject.entry.msgid_plural is not None)
    for flag in flags:
        meant = _meant(flag)
        if meant:
            yield f"the flag {flag[:40]!r} is unknown; write {meant}", None
    if "c-format" in flags and "%n" in subject.entry.msgid and _QT_NUMBER.search(subject.entry.msgid):
        yield "%n is a number of Qt, and C would write to memory; the sources should say qt-plural-format", None


def _contradictions(flags: Sequence[str]) -> Iterator[tuple[str, Severity | None]]:
    if "wrap" in flags and "no-wrap" in flags:
        yield "wrap and no-wrap contradict each other; keep one", Severity.INFO
    if len(flags) < 2:
        return
    said = [match for match in map(_FORMAT.fullmatch, flags) if match]
    of: dict[str, set[str]] = {}
    for match in said:
        of.setdefault(match[2], set()).add(match[1] or "")
    for name, how in of.items():
        if how & {"", "possible-"} and how & {"no-", "impossible-"}:
            denied = next(iter(sorted(how & {"no-", "impossible-"})))
            yield f"{name} and {denied}{name} contradict each other, and gettext takes the last; keep one", None
    stated = sorted(name for name, how in of.items() if "" in how)
    percent = [name for name in stated if name in _PERCENT]
    if len(percent) > 1:
        yield f"no text is both {percent[0]} and {percent[1]}; keep one", None
    elif len(stated) > 1:
        yield f"it is to be {stated[0]} and {stated[1]}, which few texts are", Severity.INFO


def _ranges(flags: Sequence[str], *, plural: bool) -> Iterator[tuple[str, Severity | None]]:
    ranges = {match[1].strip() for match in map(_RANGE.fullmatch, flags) if match}
    for text in sorted(ranges):
        limits = _LIMITS.fullmatch(text)
        if not limits or int(limits[1]) >= int(limits[2]):
            yield f"the flag range: {text[:40]} is none; write two numbers, such as range: 0..9", None
    if len(ranges) > 1:
        yield "two ranges contradict each other; keep one", None
    if ranges and not plural:
        yield "a range is for entries with a plural; remove the flag", Severity.INFO


@lru_cache(maxsize=1000)  # A file has few flags, each of them many times.
def _meant(flag: str) -> str:
    """Return the flag that was meant by one that no program knows; empty if it is known, or nobody can say."""
    match = _FORMAT.fullmatch(flag)
    if flag in _WORDS or (match and match[2] in KINDS) or _OTHERS.fullmatch(flag) or len(flag) > _LONGEST:
        return ""
    return next(iter(get_close_matches(flag.lower(), (*_WORDS, *KINDS), 1, _NEAR)), "")


CHECK: Final = Check(
    name="flags",
    severity=Severity.WARNING,
    summary="The flags of an entry do not contradict one another, and are spelled as programs know them.",
    explanation=(
        "A flag such as c-format says how a program reads a text, and which checks it gets; gettext takes no notice of "
        "a flag that is misspelled (fuzy, c-fromat), and of c-format and no-c-format it takes the last. Keep the one "
        "that is true, best in the sources, since the next extraction brings the others back. range: needs two "
        "numbers, the smaller one first. Two formats that could both be meant, such as python-format and "
        "python-brace-format, are info."
    ),
    of_entry=_flags,
)
