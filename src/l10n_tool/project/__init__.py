"""A project: ``model`` says what one is, ``settings`` reads it from its file, ``finding`` looks for that.

Where there is no project, neither is imported.
"""

from importlib import import_module
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from l10n_tool.project.finding import find_project, require_project

if TYPE_CHECKING:
    from l10n_tool.project.model import Project, SourceGroup
    from l10n_tool.project.settings import SettingsError, load_project

__all__ = ["Project", "SettingsError", "SourceGroup", "find_project", "load_project", "require_project"]

_HOMES: Final = MappingProxyType(
    {"Project": "model", "SourceGroup": "model", "SettingsError": "settings", "load_project": "settings"}
)


if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        """Import what is asked for."""
        if name not in _HOMES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
