"""Recording that a person read an entry and found it right."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from functools import partial
from typing import Final

from l10n_tool.catalogue import Asked, Catalogue, Entry, Key
from l10n_tool.catalogue.model import FUZZY
from l10n_tool.checks import CHECKS, Finding, Severity, check_catalogue
from l10n_tool.checks.standard import Standard
from l10n_tool.errors import UsageError
from l10n_tool.project import Project
from l10n_tool.provenance import State, approve, drafts, own_words, signature, state, validate_name
from l10n_tool.workflow.files import CatalogueFile, open_target, rewrite_catalogue
from l10n_tool.workflow.standard import standard_of
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
    """What was approved in one catalogue, what was refused, and how many entries were left alone.

    These are stale ones, and drafts that still carry the fuzzy flag.
    """

    file: str
    locale: str
    entries: tuple[Entry, ...]
    refused: tuple[Refusal, ...]
    stale_left: int
    drafts_left: int = 0


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
    chosen = _CHOICES[choice]
    judge = partial(_errors, standard_of(project), project.source_locale if project else "en")
    found = [_with_sigs(file, ids) if choice is Choice.ID else _complete(file) for file in opened]
    _require_ids(found, ids)
    return [
        _approve_in(file, _Approval([e for e in entries if chosen(e, state(e))], chosen, reviewer, judge))
        for file, entries in zip(opened, found, strict=True)
    ]


def _complete(file: CatalogueFile) -> list[Entry]:
    return [entry for entry in file.catalogue.messages if entry.complete]


def _with_sigs(file: CatalogueFile, ids: Sequence[str]) -> list[Entry]:
    return [entry for entry in _complete(file) if signature(entry) in ids]


def _require_ids(found: Sequence[Sequence[Entry]], ids: Sequence[str]) -> None:
    known = {signature(entry) for entries in found for entry in entries} if ids else set()
    missing = [sig for sig in ids if sig not in known]
    if missing:
        remedy = (
            "The entry was edited since, or is in another locale; l10n-tool status --entries lists the present ones."
        )
        raise UsageError(f"no complete entry has the sig {', '.join(missing)}", remedy=remedy)


def _takes_all(entry: Entry, found: State) -> bool:
    return found in {State.DRAFT, State.TRANSLATED}


def _takes_cleared(entry: Entry, found: State) -> bool:
    return found in {State.DRAFT, State.TRANSLATED} and not entry.fuzzy and bool(drafts(entry))


def _takes_read(entry: Entry, found: State) -> bool:
    return found is not State.APPROVED


#: Whether an entry in this state is taken.
_Chosen = Callable[[Entry, State], bool]
#: The first error of each of some entries of a file.
_Judge = Callable[[CatalogueFile, Sequence[Entry]], dict[Key, str]]

_CHOICES: Final[Mapping[Choice, _Chosen]] = {
    Choice.ALL: _takes_all,
    Choice.CLEARED: _takes_cleared,
    Choice.ID: _takes_read,
}


class _Approval:
    """The approval of some entries as they were read, and what came of the last one.

    ``judge`` returns the first error of each of some entries as they will stand.
    """

    def __init__(self, wanted: Sequence[Entry], chosen: _Chosen, reviewer: Reviewer, judge: _Judge) -> None:
        self.wanted = wanted
        self._chosen, self._reviewer, self._judge = chosen, reviewer, judge
        self.passed: dict[Key, Entry] = {}
        self.refused: tuple[Refusal, ...] = ()

    def __call__(self, file: CatalogueFile) -> Catalogue:
        """Return the catalogue with the entries approved that are still as they were read, and have no errors."""
        standing = {entry.key: entry for entry in file.catalogue.messages}
        approved = {
            entry.key: approve(now, self._reviewer.by, self._reviewer.on)
            for entry in self.wanted
            if (now := standing.get(entry.key)) is not None and self._stands(entry, now)
        }
        errors = {} if self._reviewer.despite_findings else self._judge(file, list(approved.values()))
        self.refused = tuple(
            Refusal(standing.get(entry.key, entry), errors.get(entry.key, _EDITED))
            for entry in self.wanted
            if entry.key not in approved or entry.key in errors
        )
        self.passed = {key: entry for key, entry in approved.items() if key not in errors}
        return file.catalogue.map(self.passed)

    def _stands(self, entry: Entry, now: Entry) -> bool:
        """Whether an entry is what it was when it was read, and nobody marked it since."""
        return now is entry or (signature(now) == signature(entry) and self._chosen(now, state(now)))


def _approve_in(file: CatalogueFile, approval: _Approval) -> Approved:
    keys = frozenset(entry.key for entry in approval.wanted)
    if keys:
        asked = Asked(flags=frozenset({FUZZY}), comments=own_words, previous=True, only=keys)
        file = rewrite_catalogue(file, approval, asked=asked)
    left = [state(entry) for entry in file.catalogue.messages if entry.fuzzy and entry.key not in keys]
    passed = tuple(approval.passed.values())
    return Approved(file.name, file.locale, passed, approval.refused, left.count(State.STALE), left.count(State.DRAFT))


def _errors(standard: Standard, source_locale: str, file: CatalogueFile, entries: Sequence[Entry]) -> dict[Key, str]:
    """Return the first error finding of each of these entries, which are judged as they will stand."""
    look = partial(_first_errors, standard, source_locale, file)
    found = look(entries)
    if any(CHECKS[finding.check].of_catalogue for finding in found.values()):
        # It was told once for all entries of its kind, at the first: the others are looked at each for itself.
        for entry in entries:
            if entry.msgid_plural is not None and entry.key not in found:
                found |= look([entry])
    return {key: f"{finding.check}: {finding.message}" for key, finding in found.items()}


def _first_errors(
    standard: Standard, source_locale: str, file: CatalogueFile, entries: Sequence[Entry]
) -> dict[Key, Finding]:
    header = file.catalogue.header
    part = replace(file.catalogue, entries=(header, *entries) if header else tuple(entries))
    errors: dict[Key, Finding] = {}
    found = check_catalogue(part, locale=file.locale, file=file.name, source_locale=source_locale, standard=standard)
    for finding in found:
        if finding.severity is Severity.ERROR and finding.msgid:
            errors.setdefault((finding.msgctxt, finding.msgid), finding)
    return errors
