"""The checks, in one explicit table, and how they are put to a catalogue.

Each name is imported from its module when it is asked for: who asks one check needs no other.
"""

from importlib import import_module
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from l10n_tool.checks.document_structure import finding_of_break
    from l10n_tool.checks.finding import Finding, Severity
    from l10n_tool.checks.model import Check
    from l10n_tool.checks.running import check_catalogue
    from l10n_tool.checks.syntax import findings_of_error
    from l10n_tool.checks.table import CHECKS

__all__ = ["CHECKS", "Check", "Finding", "Severity", "check_catalogue", "finding_of_break", "findings_of_error"]

_HOMES: Final = MappingProxyType({
    "CHECKS": "table",
    "Check": "model",
    "Finding": "finding",
    "Severity": "finding",
    "check_catalogue": "running",
    "finding_of_break": "document_structure",
    "findings_of_error": "syntax",
})  # fmt: skip


def __getattr__(name: str) -> object:
    """Import a name when it is first asked for."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}", name=name)
    value = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    """Return the names that there are to ask for."""
    return __all__
