"""Bringing catalogues to the form that makes no noise in version control."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from l10n_tool.catalogue import Asked, Catalogue
from l10n_tool.catalogue.tidy import Noise, tidy_catalogue
from l10n_tool.project import Project, require_project
from l10n_tool.storage import relative_name
from l10n_tool.workflow.files import CatalogueFile, open_target, rewrite_catalogue
from l10n_tool.workflow.targets import Target, of_all, targets

__all__ = ["TidiedFile", "tidy"]

#: The one field of a header that may differ afterwards: it names the charset.
_ASKED: Final = Asked(headers=frozenset({"Content-Type"}))


@dataclass(frozen=True, slots=True)
class TidiedFile:
    """What had to change in one file, or would have to, and in how many entries; ``charset`` is the former one."""

    file: str
    charset: str
    noise: tuple[Noise, ...]
    entries: int

    @property
    def changed(self) -> bool:
        """Whether anything had to change."""
        return bool(self.noise)


def tidy(project: Project | None, names: Sequence[str], *, check: bool = False) -> list[TidiedFile]:
    """Bring catalogues to the tidy form; with ``check`` only tell what would change.

    Without names these are the templates of the project and every catalogue. Every file is read and tidied before the
    first is written, and a tidy one is left alone.
    """
    chosen = targets(project, names)
    if not names:
        chosen = _templates(require_project(project)) + chosen
    with of_all(chosen):
        opened = [open_target(target) for target in chosen]
    return [_tidy(file, check=check) for file in opened]


def _templates(project: Project) -> list[Target]:
    paths = {domain: project.template_of(domain) for domain in project.domains}
    return [
        Target(path, relative_name(path, project.root), root=project.root) for path in paths.values() if path.exists()
    ]


class _Tidy:
    """The tidying of one file, and what came of the last one."""

    def __init__(self, file: CatalogueFile) -> None:
        self._file = file
        self.tidied = tidy_catalogue(file.catalogue)

    def __call__(self, file: CatalogueFile) -> Catalogue:
        """Return the catalogue in the tidy form."""
        if file is not self._file:
            self._file, self.tidied = file, tidy_catalogue(file.catalogue)
        return self.tidied.catalogue


def _tidy(file: CatalogueFile, *, check: bool) -> TidiedFile:
    step = _Tidy(file)
    if step.tidied.noise and not check:
        rewrite_catalogue(file, step, asked=_ASKED)
    return TidiedFile(file.name, file.catalogue.charset, step.tidied.noise, step.tidied.entries)
