"""Recording that a person read an entry and found it right."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from l10n_tool.catalogue import Catalogue, Entry, Key
from l10n_tool.checks import Severity, check_catalogue
from l10n_tool.errors import UsageError
from l10n_tool.project import Project
from l10n_tool.provenance import State, approve, drafts, signature, state, validate_name
from l10n_tool.workflow.files import CatalogueFile, open_target, rewrite_catalogue
from l10n_tool.workflow.targets import targets

__all__ = ["Approved", "Choice", "Refusal", "Reviewer", "approve_entries"]

_EDITED: Final = "it was edited while it was being approved"


class Choice(StrEnum):
    """Which entries an approval takes."""

    ALL = "all"
    CLEARED = "cleared"
    ID = "id"


@dataclass(frozen=True, slots=True)
class Reviewer:
    """Who approves, on which day, and whether in spite of error findings."""

    by: str
    on: date
    despite_findings: bool = False


@dataclass(frozen=True, slots=True)
class Refusal:
    """An entry that was not approved, and why."""

    entry: Entry
    reason: str


@dataclass(frozen=True, slots=True)
class Approved:
    """What was approved in one catalogue, what was refused, and how many stale entries were left alone."""

    file: str
    locale: str
    entries: tuple[Entry, ...]
    refused: tuple[Refusal, ...]
    stale_left: int


def approve_entries(
    project: Project | None,
    names: Sequence[str],
    reviewer: Reviewer,
    choice: Choice,
    ids: Sequence[str] = (),
) -> list[Approved]:
    """Approve entries as they stand, and clear their fuzzy flags.

    ``ALL`` takes every complete entry but stale ones, whose source changed under them: those go by their sig, once
    read. ``CLEARED`` takes what came from a draft and is not fuzzy any more. An entry with an error finding is
    refused unless the reviewer says otherwise. Raises UsageError for a sig that no entry has; nothing is written then.
    """
    validate_name(reviewer.by)
    opened = [open_target(target) for target in targets(project, names)]
    _require_ids(opened, ids)
    chosen = _CHOICES[choice]
    results = []
    for file in opened:
        wanted = [e for e in file.catalogue.messages if e.complete and chosen(e, state(e), ids)]
        results.append(_approve_in(file, wanted, reviewer))
    return results


def _takes_all(entry: Entry, found: State, ids: Sequence[str]) -> bool:
    return found in {State.DRAFT, State.TRANSLATED}


def _takes_cleared(entry: Entry, found: State, ids: Sequence[str]) -> bool:
    return found in {State.DRAFT, State.TRANSLATED} and not entry.fuzzy and bool(drafts(entry))


def _takes_ids(entry: Entry, found: State, ids: Sequence[str]) -> bool:
    return found is not State.APPROVED and signature(entry) in ids


_CHOICES: Mapping[Choice, Callable[[Entry, State, Sequence[str]], bool]] = {
    Choice.ALL: _takes_all,
    Choice.CLEARED: _takes_cleared,
    Choice.ID: _takes_ids,
}


def _require_ids(opened: Sequence[CatalogueFile], ids: Sequence[str]) -> None:
    if not ids:
        return
    known = {signature(entry) for file in opened for entry in file.catalogue.messages if entry.complete}
    missing = [sig for sig in ids if sig not in known]
    if missing:
        remedy = (
            "The entry was edited since, or is in another locale; l10n-tool status --entries lists the present ones."
        )
        raise UsageError(f"no complete entry has the sig {', '.join(missing)}", remedy=remedy)


def _approve_in(file: CatalogueFile, wanted: Sequence[Entry], reviewer: Reviewer) -> Approved:
    approval = _Approval(wanted, reviewer)
    if wanted:
        file = rewrite_catalogue(file, approval)
    return Approved(
        file.name, file.locale, tuple(approval.passed.values()), approval.refused, _stale_left(file, wanted)
    )


def _stale_left(file: CatalogueFile, wanted: Sequence[Entry]) -> int:
    chosen = {entry.key for entry in wanted}
    return sum(1 for entry in file.catalogue.messages if entry.key not in chosen and state(entry) is State.STALE)


class _Approval:
    """The approval of some entries as they were read, and what came of the last one."""

    def __init__(self, wanted: Sequence[Entry], reviewer: Reviewer) -> None:
        self._wanted, self._reviewer = wanted, reviewer
        self.passed: dict[Key, Entry] = {}
        self.refused: tuple[Refusal, ...] = ()

    def __call__(self, file: CatalogueFile) -> Catalogue:
        """Return the catalogue with the entries approved that are still as they were read, and have no errors."""
        standing = {entry.key: entry for entry in file.catalogue.messages}
        asked = [(entry, standing.get(entry.key)) for entry in self._wanted]
        same = [(entry, now) for entry, now in asked if now is not None and signature(now) == signature(entry)]
        approved = {now.key: approve(now, self._reviewer.by, self._reviewer.on) for _, now in same}
        errors = {} if self._reviewer.despite_findings else _errors(file, file.catalogue.map(approved))
        self.refused = tuple(
            Refusal(entry, errors.get(entry.key, _EDITED))
            for entry in self._wanted
            if entry.key not in approved or entry.key in errors
        )
        self.passed = {key: entry for key, entry in approved.items() if key not in errors}
        return file.catalogue.map(self.passed)


def _errors(file: CatalogueFile, catalogue: Catalogue) -> dict[tuple[str | None, str], str]:
    """Return the first error finding of each entry, judged as if all were approved."""
    errors: dict[tuple[str | None, str], str] = {}
    for finding in check_catalogue(catalogue, locale=file.locale, file=file.name):
        if finding.severity is Severity.ERROR and finding.msgid:
            errors.setdefault((finding.msgctxt, finding.msgid), f"{finding.check}: {finding.message}")
    return errors
