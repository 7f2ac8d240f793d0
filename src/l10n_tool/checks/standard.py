"""What a project holds its catalogues to: the severities that it sets, and its termbase.

A rule of the settings says how much a check counts, for all entries or for those that it names; the last rule that
fits an entry decides. A translator's comment in the entry itself comes after all rules:

    # l10n-ignore: names, numbers
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from types import MappingProxyType
from typing import Final

from l10n_tool.catalogue import Entry
from l10n_tool.checks.finding import Severity
from l10n_tool.termbase import Termbase

__all__ = ["IGNORE", "OFF", "Rule", "Standard", "ignored"]

#: What a rule says instead of a severity.
OFF: Final = "off"

#: What a translator's comment begins with that switches off checks for its entry.
IGNORE: Final = "l10n-ignore"
_IGNORE: Final = re.compile(rf"^[ \t]*{IGNORE}:[ \t]*(.*)", re.MULTILINE)
_NAMES: Final = re.compile(r"[a-z]+(?:-[a-z]+)*")


@dataclass(frozen=True, slots=True)
class Rule:
    """How much some checks count: a severity, or nothing at all without one. What is left empty fits everything.

    ``msgids`` and ``files`` are patterns as shells have them, in which ``*`` stands for any text: of the msgid, and
    of a file that the entry comes from.
    """

    severity: Severity | None
    checks: frozenset[str] = frozenset()
    locales: frozenset[str] = frozenset()
    msgids: tuple[str, ...] = ()
    files: tuple[str, ...] = ()

    @property
    def general(self) -> bool:
        """Whether the rule fits all entries of its locales."""
        return not self.msgids and not self.files

    def is_of(self, check: str, locale: str) -> bool:
        """Whether it speaks of a check in a locale."""
        return (not self.checks or check in self.checks) and (not self.locales or locale in self.locales)

    def fits(self, entry: Entry | None) -> bool:
        """Whether it speaks of an entry; of a whole catalogue speak only rules for all entries."""
        if self.general:
            return True
        if entry is None:
            return False
        files = {reference.rpartition(":")[0] or reference for reference in entry.references}
        return _any_fits([entry.msgid], self.msgids) and _any_fits(files, self.files)


def _any_fits(texts: Iterable[str], patterns: tuple[str, ...]) -> bool:
    return not patterns or any(fnmatchcase(text, pattern) for text in texts for pattern in patterns)


@dataclass(frozen=True, slots=True)
class Standard:
    """What catalogues are held to. ``complete`` is the share of entries in per cent that has to be ready, by locale.

    Under ``*`` stands that of all other locales.
    """

    rules: tuple[Rule, ...] = ()
    termbase: Termbase = field(default_factory=Termbase)
    complete: Mapping[str, float] = field(default_factory=lambda: MappingProxyType({}))

    def is_off(self, check: str, locale: str) -> bool:
        """Whether a check says nothing about any entry of a locale, so that it need not look."""
        off = False
        for rule in self.rules:
            if rule.is_of(check, locale):
                off = rule.severity is None if rule.general else off and rule.severity is None
        return off

    def severity(
        self, check: str, locale: str, entry: Entry | None, usual: Severity, found: Severity
    ) -> Severity | None:
        """Return how much a finding counts, or None if it is not to be told.

        A rule sets what counts as the check's ``usual`` severity. A finding that is graver is brought down to it,
        and a doubtful one, which counts less than usual, is never brought up.
        """
        fitting = [rule for rule in self.rules if rule.is_of(check, locale) and rule.fits(entry)]
        if not fitting:
            return found
        wanted = fitting[-1].severity
        if wanted is None or found is usual or found.rank > wanted.rank:
            return wanted
        return found


def ignored(entry: Entry) -> frozenset[str]:
    """Return the checks that a translator's comment of the entry switches off."""
    # Most comments are of other things, and a regular expression takes longer to see it.
    if not any(IGNORE in comment for comment in entry.comments):
        return frozenset()
    lines = _IGNORE.findall("\n".join(entry.comments))
    return frozenset(name for line in lines for name in _NAMES.findall(line))
