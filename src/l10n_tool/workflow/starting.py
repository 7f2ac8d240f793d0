"""Starting catalogues from their templates."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from l10n_tool.catalogue import Catalogue, format_catalogue, merge_catalogue
from l10n_tool.errors import UsageError
from l10n_tool.languages import validate_locale
from l10n_tool.storage import write_bytes
from l10n_tool.workflow.files import open_template
from l10n_tool.workflow.targets import Target, targets_of

if TYPE_CHECKING:
    from l10n_tool.project import Project

__all__ = ["Started", "init", "init_file"]


@dataclass(frozen=True, slots=True)
class Started:
    """A catalogue that was started."""

    locale: str
    file: str
    entries: int
    listed: bool


def init(project: "Project", locales: Sequence[str]) -> list[Started]:
    """Start the catalogues of each locale, from the templates, with the CLDR plural header.

    A domain that the locale has already is left alone. Raises UsageError, before anything is written, where a locale
    has them all.
    """
    templates = {domain: open_template(project.template_of(domain), project) for domain in project.domains}
    wanted = [target for locale in dict.fromkeys(locales) for target in _to_start(project, locale)]
    return [_start(project, target, templates[target.domain]) for target in wanted]


def _to_start(project: "Project", locale: str) -> list[Target]:
    every = targets_of(project, locale)
    missing = [target for target in every if not target.path.exists()]
    if not missing:
        remedy = f"Bring it up to date with: l10n-tool update {locale}"
        raise UsageError(f"{every[0].name} is there already", remedy=remedy)
    return missing


def init_file(locale: str, pot: Path, output: Path) -> Started:
    """Start one catalogue of any gettext project, from its template. Raises UsageError where ``output`` is there."""
    validate_locale(locale)
    if output.exists():
        from shlex import join

        command = join(["l10n-tool", "update", output.as_posix(), "--pot", pot.as_posix()])
        remedy = f"Bring it up to date with: {command}"
        raise UsageError(f"{output} is there already", remedy=remedy)
    started = _started(locale, open_template(pot, None))
    write_bytes(output, format_catalogue(started), new=True)
    return Started(locale, output.as_posix(), len(list(started.messages)), listed=True)


def _start(project: "Project", target: Target, template: Catalogue) -> Started:
    started = _started(target.locale, template)
    write_bytes(target.path, format_catalogue(started), root=project.root, new=True)
    return Started(target.locale, target.name, len(list(started.messages)), target.locale in project.locales)


def _started(locale: str, template: Catalogue) -> Catalogue:
    """Return a catalogue without translations, with the header that a locale needs."""
    from datetime import UTC, datetime

    from l10n_tool.catalogue.plurals import cldr_plural_forms

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
