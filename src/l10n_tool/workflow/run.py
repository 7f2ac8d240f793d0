"""The whole road, and what it came to for each locale."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from l10n_tool.checks import Severity
from l10n_tool.errors import UsageError
from l10n_tool.project import Project
from l10n_tool.workflow.build import build
from l10n_tool.workflow.built import Built, Rules
from l10n_tool.workflow.check import Checked, check
from l10n_tool.workflow.compile import compile_catalogues
from l10n_tool.workflow.draft import draft_from_memory
from l10n_tool.workflow.extract import extract
from l10n_tool.workflow.starting import init
from l10n_tool.workflow.status import Status, status
from l10n_tool.workflow.targets import targets
from l10n_tool.workflow.update import update

__all__ = ["Walked", "run"]


@dataclass(frozen=True, slots=True)
class Walked:
    """What a run came to."""

    project: Project
    statuses: tuple[Status, ...]
    checked: Checked
    built: tuple[Built, ...]

    @property
    def fails(self) -> bool:
        """Whether a locale that is not in progress is held back, or any entry has an error."""
        return any(result.fails for result in self.built) or self.checked.fails(Severity.ERROR)

    def built_for(self, status: Status) -> list[Built]:
        """Return what was built with a catalogue."""
        return [result for result in self.built if result.catalogue == status.file]

    @property
    def errors(self) -> int:
        """How many error findings there are."""
        return self.checked.count(Severity.ERROR)

    def errors_in(self, status: Status) -> int:
        """Return how many error findings there are in a catalogue."""
        return sum(f.severity is Severity.ERROR for f in self.checked.findings if f.file == status.file)


def run(project: Project, say: Callable[[str], None]) -> Walked:
    """Walk the road once; ``say`` takes a line about each step. A second run writes nothing."""
    if not project.locales:
        raise UsageError("the settings name no locales", remedy='Add, for example: locales = ["fr", "ja"]')
    _catalogues(project, say)
    drafted = draft_from_memory(project, date.today())  # noqa: DTZ011 - a day as the person at the machine counts it
    say(f"draft    {drafted} {'entry' if drafted == 1 else 'entries'} from memory")
    checked = check(project, [])
    say(f"check    {checked.count(Severity.ERROR)} errors, {checked.count(Severity.WARNING)} warnings")
    compiled = compile_catalogues(project, [])
    say(f"compile  {len(compiled)} MO files, {sum(c.changed for c in compiled)} changed")
    built = build(project, [], Rules())
    written, changed = sum(len(b.files) for b in built), sum(b.changed for b in built)
    say(f"build    {written} files in build/, {changed} changed")
    return Walked(project, tuple(status(project, [])), checked, tuple(built))


def _catalogues(project: Project, say: Callable[[str], None]) -> None:
    extracted = extract(project)
    documents = sum(one.documents for one in extracted)
    entries = sum(one.entries for one in extracted)
    changed = "changed" if any(one.changed for one in extracted) else "unchanged"
    say(f"extract  {documents} {'document' if documents == 1 else 'documents'}, {entries} entries, {changed}")
    missing = dict.fromkeys(target.locale for target in targets(project, []) if not target.path.exists())
    if missing:
        init(project, list(missing))
        say(f"init     {', '.join(missing)}")
    updated = update(project, [])
    say(f"update   {len(updated)} catalogues, {sum(result.changed for result in updated)} changed")
