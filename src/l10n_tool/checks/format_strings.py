"""``format-strings``: what a program puts into a text is the same on both sides, as msgfmt -c checks it by flag.

In a form that stands for a few counts only, a directive may be missing; the languages are in ``formats``.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from l10n_tool.checks.finding import Severity
from l10n_tool.checks.formats import KINDS, InvalidError, Kind, Wants, named
from l10n_tool.checks.model import Check, Remark, Subject, cut

__all__ = ["CHECK", "KINDS", "formats_of"]

#: A flag says that a text is one, may be one, is none, or cannot be one; gettext checks the former two.
_FLAG: Final = re.compile(r"(no-|possible-|impossible-)?(.+-format)")
#: What a message shows at most: of the directives, and of one of them.
_MOST: Final = 6
_LONGEST: Final = 60
_CHECKED: Final = frozenset({"", "possible-"})


def formats_of(flags: Iterable[str]) -> set[str]:
    """Return the format flags that stand for a text; of two about one language the last counts, as in gettext."""
    # gettext takes spaces between flags for commas.
    words = (word for flag in flags for word in flag.split())
    said = {match[2]: match[1] or "" for match in map(_FLAG.fullmatch, words) if match}
    return {language for language, how in said.items() if how in _CHECKED}


def _format_strings(subject: Subject) -> Iterator[Remark]:
    if not subject.entry.flags:
        return
    for flag in sorted(formats_of(subject.entry.flags)):
        kind = KINDS.get(flag)
        if kind:
            yield from _of_kind(subject, kind)


def _of_kind(subject: Subject, kind: Kind) -> Iterator[Remark]:
    # As msgfmt does: the plural source counts, and a source that is no format string asks nothing.
    try:
        wanted = kind.read(subject.sources[-1])
    except InvalidError:
        return
    for form, text in enumerate(subject.entry.msgstr):
        lenient = len(subject.entry.msgstr) > 1 and form in subject.rare
        message = _compare(wanted, text, kind, lenient=lenient)
        if message:
            yield Remark(message, form=form)


def _compare(wanted: Wants, text: str, kind: Kind, *, lenient: bool) -> str:
    try:
        given = kind.read(text)
    except InvalidError as reason:
        return f"the translation is no {kind.name} format string: {reason}"
    if kind.copied and given != wanted:
        return f"the {kind.name} directives are not {_shown(wanted)} as in the source, but {_shown(given)}"
    extra = [named(key) for key in given if key not in wanted]
    lacking = [key for key in wanted if key not in given]
    missing = [] if lenient and kind.spares(lacking) else [named(key) for key in lacking]
    other = [named(key) for key in given if key in wanted and given[key] != wanted[key]]
    parts = [
        f"{_listed(names)} {what}"
        for names, what in ((missing, "missing"), (extra, "too much"), (other, "of another type"))
        if names
    ]
    return "; ".join(parts)


def _listed(names: Sequence[str]) -> str:
    more = f" and {len(names) - _MOST} more" if len(names) > _MOST else ""
    return ", ".join(cut(name, _LONGEST) for name in names[:_MOST]) + more


def _shown(wants: Wants) -> str:
    return cut(" ".join(map(str, wants)), _LONGEST) or "none"


CHECK: Final = Check(
    name="format-strings",
    severity=Severity.ERROR,
    summary="The directives of a flagged format string are the same in the translation.",
    explanation=(
        "An entry with a flag such as c-format, python-format or python-brace-format is filled in by a program: %d, "
        "%(name)s or {name} that is missing, added, or of another type shows a wrong value or stops the program. Copy "
        "each directive as it stands; to move one, number it (%2$s) or keep its name; write a percent sign as %% and a "
        "brace twice. A form for a single number (“one file”) may leave its number out. All flags of gettext are "
        "known; of Lisp, Scheme, GCC, KUIT and a few younger ones the directives have to stand in the source's order."
    ),
    of_entry=_format_strings,
)
