"""The checks for people: a table of all, and what one of them means."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from l10n_tool.checks import CHECKS, Check, Severity
from l10n_tool.checks.standard import OFF, Standard
from l10n_tool.errors import UsageError
from l10n_tool.reports.table import Cell, Paint, format_table, plain

if TYPE_CHECKING:
    from l10n_tool.project import Project

__all__ = ["check_text", "checks_text"]

_ROLES: Final = {Severity.ERROR.value: "bad", Severity.WARNING.value: "warn"}


def checks_text(project: Project | None, paint: Paint = plain) -> str:
    """Return a table of all checks with their severities, as a project's settings have them."""
    rows: list[list[Cell]] = []
    for check in CHECKS.values():
        severity = _severity(check, project)
        rows.append([check.name, (severity, _ROLES.get(severity, "quiet")), check.summary])
    return format_table(["check", "severity", "what it asks for"], rows, paint)


def check_text(name: str, project: Project | None, paint: Paint = plain) -> str:
    """Return what a check means. Raises UsageError for what is none, with the nearest name."""
    if name not in CHECKS:
        from difflib import get_close_matches

        near = get_close_matches(name, CHECKS, n=1, cutoff=0.5)
        remedy = f"Did you mean {near[0]!r}? " if near else ""
        raise UsageError(f"no check called {name!r}", remedy=f"{remedy}l10n-tool explain lists all of them.")
    check = CHECKS[name]
    told = [f"{paint(name, 'head')} ({check.severity.value}): {check.summary}", "", check.explanation]
    set_ = _by_settings(check, project)
    return "\n".join([*told, *(["", f"The settings of this project: {set_}."] if set_ else [])])


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
