"""Putting the checks to catalogues."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from l10n_tool.catalogue import CatalogueError
from l10n_tool.checks import Finding, Severity, check_catalogue, findings_of_error
from l10n_tool.project import Project
from l10n_tool.workflow.files import CatalogueFile, open_target, targets

__all__ = ["Checked", "FailOn", "check", "check_file"]

_RANK = (Severity.INFO, Severity.WARNING, Severity.ERROR)


@dataclass(frozen=True, slots=True)
class Checked:
    """The findings of some catalogues, and how many entries were looked at."""

    findings: tuple[Finding, ...]
    files: int
    entries: int

    def count(self, severity: Severity) -> int:
        """Return how many findings have this severity."""
        return sum(finding.severity is severity for finding in self.findings)

    def fails(self, fail_on: Severity | None) -> bool:
        """Whether there is a finding as bad as ``fail_on`` or worse; never with None."""
        return fail_on is not None and any(_RANK.index(f.severity) >= _RANK.index(fail_on) for f in self.findings)


FailOn = Severity | None


def check(project: Project | None, names: Sequence[str]) -> Checked:
    """Check each catalogue. One that cannot be read gives its problems as findings."""
    findings: list[Finding] = []
    entries = 0
    chosen = targets(project, names)
    for target in chosen:
        try:
            file = open_target(target)
        except CatalogueError as error:
            findings += findings_of_error(error, locale=target.locale)
            continue
        entries += sum(1 for _ in file.catalogue.messages)
        findings += check_file(file, project)
    return Checked(tuple(findings), len(chosen), entries)


def check_file(file: CatalogueFile, project: Project | None) -> list[Finding]:
    """Check one opened catalogue; that a locale in progress is not complete is worth no more than a word."""
    source_locale = project.source_locale if project else "en"
    findings = check_catalogue(file.catalogue, locale=file.locale, file=file.name, source_locale=source_locale)
    if project is None or file.locale not in project.in_progress:
        return findings
    return [replace(f, severity=Severity.INFO) if f.check == "completeness" else f for f in findings]
