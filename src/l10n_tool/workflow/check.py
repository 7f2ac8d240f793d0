"""Putting the checks to catalogues."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any

from l10n_tool.catalogue import CatalogueError
from l10n_tool.checks import Finding, Severity, check_catalogue, findings_of_error
from l10n_tool.project import Project
from l10n_tool.workflow.cache import Cache, digest
from l10n_tool.workflow.files import CatalogueFile, Target, open_target, read_target, targets

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
    """Check each catalogue. One that cannot be read gives its problems as findings.

    A catalogue that did not change since it was last checked is not checked again.
    """
    memory = Cache(project.root if project else None, "check")
    chosen = targets(project, names)
    results = [_check(target, project, memory) for target in chosen]
    memory.save()
    findings = tuple(finding for result in results for finding in result.findings)
    return Checked(findings, len(chosen), sum(result.entries for result in results))


def _check(target: Target, project: Project | None, memory: Cache) -> Checked:
    data = read_target(target)
    settings = (target.locale, project.source_locale, sorted(project.in_progress)) if project else ()
    key = digest(data, repr(settings))
    known = memory.recall(target.name, key, _from_json)
    if known is not None:
        return known
    try:
        file = open_target(target, data)
    except CatalogueError as error:
        return Checked(tuple(findings_of_error(error, locale=target.locale)), 1, 0)
    found = Checked(tuple(check_file(file, project)), 1, sum(1 for _ in file.catalogue.messages))
    memory.keep(target.name, key, asdict(found))
    return found


def _from_json(kept: Mapping[str, Any]) -> Checked:
    findings = (Finding(**{**one, "severity": Severity(one["severity"])}) for one in kept["findings"])
    return Checked(tuple(findings), int(kept["files"]), int(kept["entries"]))


def check_file(file: CatalogueFile, project: Project | None) -> list[Finding]:
    """Check one opened catalogue; that a locale in progress is not complete is worth no more than a word."""
    source_locale = project.source_locale if project else "en"
    findings = check_catalogue(file.catalogue, locale=file.locale, file=file.name, source_locale=source_locale)
    if project is None or file.locale not in project.in_progress:
        return findings
    return [replace(f, severity=Severity.INFO) if f.check == "completeness" else f for f in findings]
