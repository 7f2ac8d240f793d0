"""Finding the project that a folder is in; where there is none, nothing else is imported."""

from pathlib import Path
from typing import TYPE_CHECKING, Final

from l10n_tool.errors import UsageError
from l10n_tool.storage import read_bytes

if TYPE_CHECKING:
    from l10n_tool.project.model import Project

__all__ = ["PYPROJECT", "SETTINGS", "find_project", "require_project"]

SETTINGS: Final = "l10n-tool.toml"
PYPROJECT: Final = "pyproject.toml"


def find_project(start: Path) -> "Project | None":
    """Return the project whose settings stand in ``start`` or in the nearest folder above it, or None."""
    for folder in (start, *start.parents):
        if (folder / SETTINGS).is_file() or _names_us(folder / PYPROJECT):
            from l10n_tool.project.settings import load_project

            project = load_project(folder)
            if project is not None:
                return project
    return None


def _names_us(path: Path) -> bool:
    """Whether a pyproject.toml may hold settings of ours: most are somebody else's, and need not be parsed."""
    return path.is_file() and b"l10n-tool" in read_bytes(path)


def require_project(project: "Project | None") -> "Project":
    """Give the project back, or say how to set one up."""
    if project is not None:
        return project
    remedy = f'Write {SETTINGS} with at least: locales = ["fr"] and sources = ["source/*.md"], or use -C DIR.'
    raise UsageError("no project here or in a folder above", remedy=remedy)
