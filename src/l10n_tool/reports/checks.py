"""The checks for people: a table of all, what one of them means, and how it is set or silenced."""

from __future__ import annotations

from textwrap import fill
from typing import TYPE_CHECKING, Final

from l10n_tool.checks import CHECKS, Check, Severity
from l10n_tool.checks.standard import IGNORE, OFF, Standard
from l10n_tool.errors import UsageError
from l10n_tool.reports.table import Cell, Paint, format_table, plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from l10n_tool.project import Project

__all__ = ["check_text", "checks_text"]

_ROLES: Final = {Severity.ERROR.value: "bad", Severity.WARNING.value: "warn"}
#: How wide a page is where no terminal says so, and how wide it is at most: longer lines are hard to read.
_WIDTH: Final = 80
_WIDEST: Final = 100
_TABLE: Final = "tool.l10n-tool.checks"
#: To what a check of each severity may well be set.
_EXAMPLE: Final = {Severity.ERROR: "warning", Severity.WARNING: "error", Severity.INFO: OFF}
#: What an exception may name besides its checks.
_EXCEPT: Final = '''locales = ["fr"]
msgid = ["*some words*"]
files = ["source/poems/*"]
severity = "off"'''
#: What other settings a check goes by.
_OTHERS: Final = {
    "completeness": "How much of a locale has to be ready is the setting complete, and in-progress names locales that "
    "need not be complete yet.",
    "terms": "It goes by terms.csv beside the settings; l10n-tool terms keeps it tidy.",
}
#: What is said of a file, or of the sources: no entry of a catalogue has a place for a comment on it.
_OF_NO_ENTRY: Final = frozenset({"po-syntax", "completeness"})
#: What a build refuses, whatever the settings say.
_ALWAYS: Final = frozenset({"document-structure"})


def checks_text(project: Project | None, paint: Paint = plain) -> str:
    """Return a table of all checks with their severities, as a project's settings have them."""
    rows: list[list[Cell]] = []
    for check in CHECKS.values():
        severity = _severity(check, project)
        rows.append([check.name, (severity, _ROLES.get(severity, "quiet")), check.summary])
    return format_table(["check", "severity", "what it asks for"], rows, paint)


def check_text(name: str, project: Project | None, paint: Paint = plain, *, width: int = 0) -> str:
    """Return what a check means and how it is set, folded to the terminal, which is ``width`` columns wide.

    Where there is none, ``width`` is 0, it is folded, too: a page is as readable in a log or a pager. Raises
    UsageError for what is no check, with the nearest name.
    """
    if name not in CHECKS:
        from difflib import get_close_matches

        near = get_close_matches(name, CHECKS, n=1, cutoff=0.5)
        remedy = f"Did you mean {near[0]!r}? " if near else ""
        raise UsageError(f"no check called {name!r}", remedy=f"{remedy}l10n-tool explain lists all of them.")
    check, room = CHECKS[name], min(width or _WIDTH, _WIDEST)
    head = _folded(f"{name} ({check.severity.value}): {check.summary}", room)
    told = [f"{paint(name, 'head')}{head.removeprefix(name)}", _folded(check.explanation, room), *_ways(check, room)]
    set_ = _by_settings(check, project)
    return "\n\n".join([*told, *([_folded(f"The settings of this project: {set_}.", room)] if set_ else [])])


def _folded(text: str, width: int) -> str:
    return fill(" ".join(text.split()), width, break_long_words=False, break_on_hyphens=False)


def _ways(check: Check, width: int) -> Iterator[str]:
    """Yield how a check is set: in the settings, for all entries or for some, and by a comment in an entry."""
    if check.name in _ALWAYS:
        yield _folded("No setting and no comment silences it: a build would not publish such a translation.", width)
        return
    yield _folded(
        'In the settings, for all entries, and for some of them ("error", "warning", "info" or "off"):', width
    )
    yield f'    [{_TABLE}]\n    {check.name} = "{_EXAMPLE[check.severity]}"'
    yield f'    [[{_TABLE}.except]]\n    checks = ["{check.name}"]\n' + _indented(_EXCEPT)
    yield _folded("In l10n-tool.toml these tables are [checks] and [[checks.except]].", width)
    if check.name in _OTHERS:
        yield _folded(_OTHERS[check.name], width)
    if check.name not in _OF_NO_ENTRY and not check.of_source:
        yield "In an entry, as a comment of its translator:"
        yield _indented(f"# {IGNORE}: {check.name}")


def _indented(text: str) -> str:
    return "\n".join(f"    {line}" for line in text.split("\n"))


def _by_settings(check: Check, project: Project | None) -> str:
    """Return what the settings say of a check, empty if they leave it as it is."""
    parts = [severity] if (severity := _severity(check, project)) != check.severity.value else []
    for locale in project.locales if project else ():
        its = _severity(check, project, locale)
        if its != severity:
            parts.append(f"{its} in {locale}")
    if project and any(not rule.general and check.name in (rule.checks or CHECKS) for rule in project.rules):
        parts.append("with exceptions for some entries")
    return ", ".join(parts)


def _severity(check: Check, project: Project | None, locale: str = "") -> str:
    """Return how much a check counts for entries that no exception names."""
    if project is None:
        return check.severity.value
    rules = tuple(rule for rule in project.rules if rule.general)
    found = Standard(rules).severity(check.name, locale, None, check.severity, check.severity)
    return OFF if found is None else found.value
