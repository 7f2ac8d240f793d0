"""Which of the findings are told: those that no baseline knows, on entries that a branch touched."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from l10n_tool.errors import UsageError
from l10n_tool.project import Project
from l10n_tool.storage import relative_name
from l10n_tool.workflow.baseline import compare, update_baseline
from l10n_tool.workflow.changed import only_changed
from l10n_tool.workflow.check import Checked
from l10n_tool.workflow.targets import targets

__all__ = ["Limits", "Narrowed", "names_of", "narrow", "seen_from"]


@dataclass(frozen=True, slots=True)
class Limits:
    """What findings are held against: a file of known ones, and a revision of git."""

    baseline: Path | None = None
    update_baseline: bool = False
    changed: str | None = None


@dataclass(frozen=True, slots=True)
class Narrowed:
    """The findings that are told, and what is to be said of the others."""

    checked: Checked
    remarks: tuple[str, ...] = ()


def narrow(project: Project | None, names: Sequence[str], checked: Checked, limits: Limits) -> Narrowed:
    """Return what is left to be told. A baseline that is to be updated is written first: then it knows everything.

    Raises UsageError and FileError.
    """
    if limits.update_baseline and limits.baseline is None:
        raise UsageError("--update-baseline needs a file", remedy="Name it with --baseline FILE.")
    remarks = []
    told = checked
    if limits.changed is not None:
        told = only_changed(project, names, checked, limits.changed)
        remarks.append(f"only entries that differ from {limits.changed}: {len(told.findings)} of {_count(checked)}")
    if limits.baseline is not None:
        files = names_of(project, names)
        if limits.update_baseline:
            written = update_baseline(limits.baseline, checked.findings, files)
            remarks.append(f"{limits.baseline}: {_count(checked)} {'written' if written else 'unchanged'}")
        # Whether a known finding is gone cannot be told from a part of them.
        gone = compare(checked, limits.baseline, files).gone
        compared = compare(told, limits.baseline, files)
        told = compared.checked
        remarks.append(f"{limits.baseline}: {compared.known} known, {gone} gone")
    return Narrowed(told, tuple(remarks))


def _count(checked: Checked) -> str:
    count = len(checked.findings)
    return f"{count} {'finding' if count == 1 else 'findings'}"


def names_of(project: Project | None, names: Sequence[str]) -> list[str]:
    """Return the catalogues that were checked, as findings name them."""
    return [target.name for target in targets(project, names)]


def seen_from(project: Project | None, names: Sequence[str], checked: Checked, top: Path) -> Checked:
    """Return findings that name their files as they are seen from a folder, such as the top of a repository."""
    found = {target.name: _seen_from(target.path, top) for target in targets(project, names)}
    findings = tuple(replace(finding, file=found.get(finding.file, finding.file)) for finding in checked.findings)
    return replace(checked, findings=findings)


def _seen_from(path: Path, top: Path) -> str:
    return relative_name(path.parent.resolve() / path.name, top.resolve())
