"""Putting the checks to catalogues."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any

from l10n_tool.catalogue import CatalogueError
from l10n_tool.checks import Finding, Severity, check_catalogue, finding_of_break, findings_of_error
from l10n_tool.document import Use
from l10n_tool.errors import UsageError
from l10n_tool.gate import Requirement
from l10n_tool.languages import language
from l10n_tool.project import Project
from l10n_tool.storage import read_bytes
from l10n_tool.workflow.cache import Cache, digest
from l10n_tool.workflow.documents import SourceFile, source_files, stamps_of
from l10n_tool.workflow.files import CatalogueFile, open_target, read_target
from l10n_tool.workflow.planning import Locale, SourceDocument, opened_source, plan
from l10n_tool.workflow.targets import Target, targets

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

    What may be published of a project's own catalogues is put into its documents, too. A catalogue that did not
    change since it was last checked is not checked again, unless a document did.
    """
    memory = Cache(project.root if project else None, "check")
    chosen = targets(project, names)
    checking = _Checking(project, memory, _sources(project) if any(t.domain for t in chosen) else [])
    results = [checking.check(target) for target in chosen]
    memory.save()
    findings = tuple(finding for result in results for finding in result.findings)
    return Checked(findings, len(chosen), sum(result.entries for result in results))


def _sources(project: Project | None) -> list[tuple[SourceFile, bytes]]:
    """Return the documents that translations are put into; a project may be checked where there are none."""
    if project is None:
        return []
    try:
        files = source_files(project)
    except UsageError:
        return []
    return [(file, read_bytes(file.path)) for file in files if file.source.use is not Use.PROGRAM]


class _Checking:
    """Checks one catalogue after another; the documents are read for the first that needs them."""

    def __init__(self, project: Project | None, memory: Cache, sources: Sequence[tuple[SourceFile, bytes]]) -> None:
        self._project, self._memory, self._sources = project, memory, sources
        self._stamp = digest(*stamps_of([file for file, _ in sources], [data for _, data in sources]))
        self._documents: list[SourceDocument] | None = None

    def check(self, target: Target) -> Checked:
        """Return the findings of one catalogue."""
        project = self._project
        data = read_target(target)
        settings = (target.locale, project.source_locale, sorted(project.in_progress)) if project else ()
        key = digest(data, repr(settings), self._stamp if target.domain else "")
        known = self._memory.recall(target.name, key, _from_json)
        if known is not None:
            return known
        try:
            file = open_target(target, data)
        except CatalogueError as error:
            return Checked(tuple(findings_of_error(error, locale=target.locale)), 1, 0)
        findings = [*check_file(file, project), *(self._breaks(file) if target.domain else ())]
        findings.sort(key=lambda finding: (finding.line, finding.check))
        found = Checked(tuple(findings), 1, sum(1 for _ in file.catalogue.messages))
        self._memory.keep(target.name, key, asdict(found))
        return found

    def _breaks(self, file: CatalogueFile) -> Iterator[Finding]:
        """Yield a finding for each translation that would break its document, once however often it stands there."""
        if self._documents is None:
            self._documents = [opened_source(source, data) for source, data in self._sources]
        locale = Locale.of(file.locale, language(file.locale), file.name, file.catalogue, Requirement.REVIEWED)
        told: set[tuple[object, str]] = set()
        for document in self._documents:
            if document.domain != file.target.domain:
                continue
            for entry, message in plan(document, locale).broken:
                if (entry.key, message) not in told:
                    told.add((entry.key, message))
                    yield finding_of_break(entry, message, locale=file.locale, file=file.name)


def _from_json(kept: Mapping[str, Any]) -> Checked:
    findings = (Finding(**{**one, "severity": Severity(one["severity"])}) for one in kept["findings"])
    return Checked(tuple(findings), int(kept["files"]), int(kept["entries"]))


def check_file(file: CatalogueFile, project: Project | None) -> list[Finding]:
    """Check one opened catalogue; that a locale in progress is not complete is worth no more than a word."""
    source_locale = project.source_locale if project else "en"
    found = check_catalogue(file.catalogue, locale=file.locale, file=file.name, source_locale=source_locale)
    # What is missing in an empty file is missing in its first line.
    findings = [finding if finding.line else replace(finding, line=1) for finding in found]
    if project is None or file.locale not in project.in_progress:
        return findings
    return [replace(f, severity=Severity.INFO) if f.check == "completeness" else f for f in findings]
