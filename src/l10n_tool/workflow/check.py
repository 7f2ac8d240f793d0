"""Putting the checks to catalogues."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any, Final

from l10n_tool.checks import Finding, Severity, finding_of_break
from l10n_tool.checks.running import in_order
from l10n_tool.checks.standard import Standard
from l10n_tool.document import Use
from l10n_tool.errors import UsageError
from l10n_tool.gate import Requirement
from l10n_tool.languages import language
from l10n_tool.project import Project
from l10n_tool.storage import read_bytes
from l10n_tool.workflow.built import Progress
from l10n_tool.workflow.cache import Cache, digest
from l10n_tool.workflow.checking import Domain, Given, check_all
from l10n_tool.workflow.documents import SourceFile, source_files, stamps_of
from l10n_tool.workflow.files import CatalogueFile, open_target, read_target
from l10n_tool.workflow.planning import Locale, SourceDocument, opened_source, plan
from l10n_tool.workflow.standard import standard_of
from l10n_tool.workflow.targets import targets, targets_of

__all__ = ["Checked", "FailOn", "check"]

#: Under which name it is remembered what comparing locales told.
_ACROSS: Final = "*"


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
        return fail_on is not None and any(f.severity.rank >= fail_on.rank for f in self.findings)


FailOn = Severity | None


def check(project: Project | None, names: Sequence[str], progress: Progress | None = None) -> Checked:
    """Check each catalogue. One that cannot be read gives its problems as findings.

    What may be published of a project's own catalogues is put into its documents, too, and the locales of a domain
    are compared. A catalogue that did not change since it was last checked is not checked again, unless a document,
    the settings or the termbase did.
    """
    step = _Step(project, standard_of(project))
    chosen = [Given(target, read_target(target)) for target in targets(project, names)]
    results = step.results(chosen, progress)
    findings = tuple(finding for findings, _ in results for finding in findings)
    return Checked(findings, len(chosen), sum(entries for _, entries in results))


def _sources(project: Project | None) -> list[tuple[SourceFile, bytes]]:
    """Return the documents that translations are put into; a project may be checked where there are none."""
    if project is None:
        return []
    try:
        files = source_files(project)
    except UsageError:
        return []
    return [(file, read_bytes(file.path)) for file in files if file.source.use is not Use.PROGRAM]


#: What was found in a catalogue, and how many entries it has.
_Found = tuple[tuple[Finding, ...], int]


class _Step:
    """Checks catalogues, those that it does not remember; the documents are read if one of them needs it."""

    def __init__(self, project: Project | None, standard: Standard) -> None:
        self._project, self._standard = project, standard
        self._source_locale = project.source_locale if project else "en"
        self._memory = Cache(project.root if project else None, "check")
        self._documents: list[SourceDocument] | None = None

    def results(self, chosen: Sequence[Given], progress: Progress | None) -> list[_Found]:
        """Return what is found in each catalogue."""
        sources = _sources(self._project) if any(given.target.domain for given in chosen) else []
        stamp = digest(*stamps_of([file for file, _ in sources], [data for _, data in sources]))
        domains = self._domains(chosen)
        settings = (self._source_locale, sorted(self._project.in_progress) if self._project else (), self._standard)
        keys = [digest(given.data, repr((given.target.locale, settings)), stamp) for given in chosen]
        compared = digest(repr(settings), *(given.data for domain in domains for given in domain.all))
        known = [self._memory.recall(g.target.name, key, _from_json) for g, key in zip(chosen, keys, strict=True)]
        across = self._memory.recall(_ACROSS, compared, _from_json)
        new = [given for given, found in zip(chosen, known, strict=True) if found is None]
        checked, told = check_all(new, domains if across is None else (), self._standard, self._source_locale, progress)
        fresh = iter(self._finished(given, found, sources) for given, found in zip(new, checked, strict=True))
        results = [found if found is not None else next(fresh) for found in known]
        across = across if across is not None else (told, 0)
        if self._project is not None:
            for given, key, found in zip(chosen, keys, results, strict=True):
                self._memory.keep(given.target.name, key, _to_json(found))
            self._memory.keep(_ACROSS, compared, _to_json(across))
            self._memory.save()
        return [_with(given, found, across[0]) for given, found in zip(chosen, results, strict=True)]

    def _domains(self, chosen: Sequence[Given]) -> list[Domain]:
        """Return the domains of the chosen catalogues with all their locales that there is a catalogue of."""
        project = self._project
        if project is None:
            return []
        read = {given.target.path: given for given in chosen}
        names = dict.fromkeys(given.target.domain for given in chosen if given.target.domain)
        every = [target for locale in project.locales for target in targets_of(project, locale)]
        return [
            Domain(
                tuple(
                    read.get(target.path) or Given(target, read_target(target))
                    for target in every
                    if target.domain == name and target.path.exists()
                )
            )
            for name in names
        ]

    def _finished(self, given: Given, found: _Found, sources: Sequence[tuple[SourceFile, bytes]]) -> _Found:
        """Add to what the checks found in a catalogue what putting it into the documents tells."""
        findings, entries = found
        # What is missing in an empty file is missing in its first line.
        placed = [finding if finding.line else replace(finding, line=1) for finding in findings]
        if given.target.domain and entries:
            placed += self._breaks(open_target(given.target, given.data), sources)
        return tuple(in_order(self._in_progress(given, finding) for finding in placed)), entries

    def _in_progress(self, given: Given, finding: Finding) -> Finding:
        """Say less loudly that a locale in progress is not complete."""
        if self._project is None or given.target.locale not in self._project.in_progress:
            return finding
        return replace(finding, severity=Severity.INFO) if finding.check == "completeness" else finding

    def _breaks(self, file: CatalogueFile, sources: Sequence[tuple[SourceFile, bytes]]) -> Iterator[Finding]:
        """Yield a finding for each translation that would break its document, once however often it stands there."""
        if self._documents is None:
            self._documents = [opened_source(source, data) for source, data in sources]
        locale = Locale.of(file.locale, language(file.locale), file.name, file.catalogue, Requirement.REVIEWED)
        told: set[tuple[object, str]] = set()
        for document in self._documents:
            if document.domain != file.target.domain:
                continue
            for entry, message in plan(document, locale).broken:
                if (entry.key, message) not in told:
                    told.add((entry.key, message))
                    yield finding_of_break(entry, message, locale=file.locale, file=file.name)


def _with(given: Given, found: _Found, across: Sequence[Finding]) -> _Found:
    findings, entries = found
    more = [finding for finding in across if finding.file == given.target.name]
    return (tuple(in_order([*findings, *more])) if more else findings), entries


def _to_json(found: _Found) -> dict[str, Any]:
    return {"findings": [asdict(finding) for finding in found[0]], "entries": found[1]}


def _from_json(kept: Mapping[str, Any]) -> _Found:
    return tuple(_finding(one) for one in kept["findings"]), int(kept["entries"])


def _finding(kept: Mapping[str, Any]) -> Finding:
    spans = {name: tuple((start, end) for start, end in kept[name]) for name in ("marks", "source_marks")}
    return Finding(**{**kept, **spans, "severity": Severity(kept["severity"])})
