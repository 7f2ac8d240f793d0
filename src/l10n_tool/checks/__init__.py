"""The checks, in one explicit table, and how they are put to a catalogue.

Each name is imported from its module when it is asked for: who asks one check needs no other.
"""

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from l10n_tool.on_demand import names_on_demand

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

__getattr__, __dir__ = names_on_demand(__name__, _HOMES, globals())
