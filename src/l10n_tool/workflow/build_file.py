"""One document with one catalogue, no project needed."""

from dataclasses import replace
from pathlib import Path
from typing import Final

from l10n_tool.document import Prose
from l10n_tool.errors import UsageError
from l10n_tool.languages import language
from l10n_tool.outputs import OUTPUTS
from l10n_tool.project import Project
from l10n_tool.storage import write_bytes
from l10n_tool.workflow.building import localised_plan
from l10n_tool.workflow.built import Built, Incomplete, Rules
from l10n_tool.workflow.documents import named_file
from l10n_tool.workflow.files import open_catalogue
from l10n_tool.workflow.overwriting import files_of, require_no_catalogue, require_other
from l10n_tool.workflow.planning import Locale, Plan, opened_source, plan

__all__ = ["build_file"]

_PAGE: Final = ".html"
_UNTOUCHED: Final = "nothing of it is translated: the source as it is"


def build_file(document: Path, catalogue: Path, output: Path, rules: Rules, *, project: Project | None = None) -> Built:
    """Localise one document with one catalogue: as an HTML page if the output's name says so, else in its format.

    With a catalogue that has no text for it the document is written as it is: in one language, and whole. Raises
    UsageError where the output is one of the two, a file that the project is made of, or a catalogue by its name.
    """
    require_no_catalogue(output)
    require_other(output, (document, catalogue, *(files_of(project) if project else ())))
    file = named_file(document, project, project.root if project else Path.cwd())
    source_locale = project.source_locale if project else "en"
    po = open_catalogue(catalogue)
    code = po.headers.get("Language", "") or "und"
    found = plan(opened_source(file), Locale.of(code, language(code), catalogue.as_posix(), po, rules.require))
    built = found.built()
    if found.missing and not found.untouched and rules.incomplete is Incomplete.BLOCK:
        return built
    if found.untouched:
        built = replace(built, missing=(), note=_UNTOUCHED)
    changed = write_bytes(output, _one_output(found, output, source_locale))
    return replace(built, files=(output.as_posix(),), changed=int(changed))


def _one_output(found: Plan, output: Path, source_locale: str) -> bytes:
    if found.untouched:
        return found.data
    own = Path(found.document.name).suffix.lower()
    page = output.suffix.lower() == _PAGE and own not in {_PAGE, ".htm"}
    if page and not isinstance(found.document.source, Prose):
        raise UsageError(f"{found.document.name} is nothing to make a page of", remedy=f"Name the output *{own}.")
    localised = localised_plan(found, language(source_locale), (found.locale.language,), path=output.stem)
    return next(iter(OUTPUTS["web-page" if page else "document-file"](localised).values()))
