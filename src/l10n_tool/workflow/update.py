"""Starting catalogues, and merging the template into them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from l10n_tool.catalogue import (
    Catalogue,
    Change,
    Outcome,
    cldr_plural_forms,
    format_catalogue,
    merge_catalogue,
)  # fmt: skip
from l10n_tool.errors import FileError, UsageError
from l10n_tool.languages import validate_locale
from l10n_tool.project import Project
from l10n_tool.storage import contained, relative_name, write_bytes
from l10n_tool.workflow.files import Target, open_catalogue, open_target, save_catalogue, targets

__all__ = ["Started", "Updated", "init", "init_file", "update"]


@dataclass(frozen=True, slots=True)
class Started:
    """A catalogue that was started."""

    locale: str
    file: str
    entries: int
    listed: bool


@dataclass(frozen=True, slots=True)
class Updated:
    """What an update did, or would do, to one catalogue."""

    file: str
    locale: str
    changed: bool
    changes: tuple[Change, ...]

    def count(self, outcome: Outcome) -> int:
        """Return how many entries had this outcome."""
        return sum(change.outcome is outcome for change in self.changes)


def init(project: Project, locales: Sequence[str]) -> list[Started]:
    """Start a catalogue for each locale, from the template, with the CLDR plural header.

    Raises UsageError, before anything is written, where one is there already.
    """
    template = _template(project.template, project)
    for locale in locales:
        path = project.catalogue(locale)
        if path.exists():
            remedy = f"Bring it up to date with: l10n-tool update {locale}"
            raise UsageError(f"{relative_name(path, project.root)} is there already", remedy=remedy)
    return [_start(project, locale, template) for locale in dict.fromkeys(locales)]


def init_file(locale: str, pot: Path, output: Path) -> Started:
    """Start one catalogue of any gettext project, from its template. Raises UsageError where ``output`` is there."""
    validate_locale(locale)
    if output.exists():
        remedy = f"Bring it up to date with: l10n-tool update {output} --pot {pot}"
        raise UsageError(f"{output} is there already", remedy=remedy)
    started = _started(locale, _template(pot, None))
    write_bytes(output, format_catalogue(started))
    return Started(locale, output.as_posix(), len(list(started.messages)), listed=True)


def _start(project: Project, locale: str, template: Catalogue) -> Started:
    path = project.catalogue(locale)
    started = _started(locale, template)
    write_bytes(path, format_catalogue(started), root=project.root)
    name = relative_name(path, project.root)
    return Started(locale, name, len(list(started.messages)), locale in project.locales)


def _started(locale: str, template: Catalogue) -> Catalogue:
    """Return a catalogue without translations, with the header that a locale needs."""
    now = datetime.now(UTC).strftime("%Y-%m-%d %H:%M+0000")
    catalogue = Catalogue().with_headers(
        {
            "Project-Id-Version": template.headers.get("Project-Id-Version", ""),
            "Report-Msgid-Bugs-To": template.headers.get("Report-Msgid-Bugs-To", ""),
            "POT-Creation-Date": template.headers.get("POT-Creation-Date") or now,
            "PO-Revision-Date": now,
            "Last-Translator": "",
            "Language-Team": "",
            "Language": locale,
            "MIME-Version": "1.0",
            "Content-Type": "text/plain; charset=UTF-8",
            "Content-Transfer-Encoding": "8bit",
            "Plural-Forms": str(cldr_plural_forms(locale)),
        }
    )
    return merge_catalogue(catalogue, template).catalogue


def _template(path: Path, project: Project | None) -> Catalogue:
    if not path.exists():
        remedy = "Make it with: l10n-tool extract" if project and path == project.template else ""
        name = relative_name(path, project.root) if project else path.as_posix()
        raise FileError(f"{name}: there is no template", remedy=remedy)
    return open_catalogue(path)


def update(
    project: Project | None, names: Sequence[str], *, pot: Path | None = None, check: bool = False
) -> list[Updated]:
    """Merge the template into each catalogue; with ``check`` only tell what would change.

    Every catalogue is read before the first is written, so a bad file stops the update while nothing is changed.
    """
    chosen = targets(project, names)
    template = _template(_pot_of(project, chosen, pot), project)
    opened = [open_target(target) for target in chosen]
    results = []
    for file in opened:
        merged = merge_catalogue(file.catalogue, template)
        changed = format_catalogue(merged.catalogue, file.name) != file.data
        if changed and not check:
            save_catalogue(file, merged.catalogue)
        results.append(Updated(file.name, file.locale, changed, merged.changes))
    return results


def _pot_of(project: Project | None, chosen: Sequence[Target], pot: Path | None) -> Path:
    if pot is not None:
        return pot
    if project is not None and all(contained(project.root / "locales", target.path) for target in chosen):
        return project.template
    raise UsageError("it is not clear which template these catalogues belong to", remedy="Name it with --pot FILE.")
