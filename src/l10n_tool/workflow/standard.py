"""What the settings and the termbase hold the catalogues of a project to."""

from l10n_tool.checks.standard import Standard
from l10n_tool.project import Project

__all__ = ["standard_of"]


def standard_of(project: Project | None) -> Standard:
    """Return what a project's catalogues are held to; without a project, what all are. Raises FileError."""
    if project is None:
        return Standard()
    return Standard(rules=project.rules, complete=project.complete)
