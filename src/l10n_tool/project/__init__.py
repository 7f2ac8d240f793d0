"""A project: ``model`` says what one is, ``settings`` reads it from its file."""

from l10n_tool.project.model import Project, SourceGroup
from l10n_tool.project.settings import SettingsError, find_project, load_project, require_project

__all__ = ["Project", "SettingsError", "SourceGroup", "find_project", "load_project", "require_project"]
