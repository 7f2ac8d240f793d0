"""What the settings and the termbase hold the catalogues of a project to."""

import os
from typing import Final

from l10n_tool.checks.standard import Standard
from l10n_tool.project import Project
from l10n_tool.storage import read_bytes
from l10n_tool.termbase.model import Termbase

__all__ = ["TERMS", "standard_of", "termbase_of"]

#: The name of the termbase, which stands beside the settings.
TERMS: Final = "terms.csv"


def standard_of(project: Project | None) -> Standard:
    """Return what a project's catalogues are held to; without a project, what all are. Raises FileError."""
    if project is None:
        return Standard()
    return Standard(rules=project.rules, termbase=termbase_of(project), complete=project.complete)


def termbase_of(project: Project) -> Termbase:
    """Return the termbase of a project, an empty one where it has no file. Raises FileError for a broken one."""
    path = project.root / TERMS
    if not os.path.lexists(path):
        return Termbase()
    # Most projects have none.
    from l10n_tool.termbase.csv_file import read_terms

    return read_terms(read_bytes(path), TERMS, (project.source_locale, *project.locales))
