"""Gettext catalogues: PO and POT files as values, their merge, and the MO files made of them.

Each name is imported from its module when it is asked for, so that nobody waits for what he does not use.
"""

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from l10n_tool.on_demand import names_on_demand

if TYPE_CHECKING:
    from l10n_tool.catalogue.keeping import BY_TEMPLATE, Asked, Loss, format_kept, losses
    from l10n_tool.catalogue.merge import Change, Merged, Outcome, merge_catalogue
    from l10n_tool.catalogue.mo import format_mo, parse_mo
    from l10n_tool.catalogue.model import Catalogue, Entry, Key, Previous
    from l10n_tool.catalogue.plurals import PluralForms, cldr_plural_forms
    from l10n_tool.catalogue.po import parse_catalogue
    from l10n_tool.catalogue.problems import CatalogueError, Problem
    from l10n_tool.catalogue.three_way import MergedVersions, Witness, merge_versions
    from l10n_tool.catalogue.tidy import Noise, Tidied, tidy_catalogue
    from l10n_tool.catalogue.write import format_catalogue, format_entry

__all__ = [
    "BY_TEMPLATE",
    "Asked",
    "Catalogue",
    "CatalogueError",
    "Change",
    "Entry",
    "Key",
    "Loss",
    "Merged",
    "MergedVersions",
    "Noise",
    "Outcome",
    "PluralForms",
    "Previous",
    "Problem",
    "Tidied",
    "Witness",
    "cldr_plural_forms",
    "format_catalogue",
    "format_entry",
    "format_kept",
    "format_mo",
    "losses",
    "merge_catalogue",
    "merge_versions",
    "parse_catalogue",
    "parse_mo",
    "tidy_catalogue",
]

_HOMES: Final = MappingProxyType(
    {
        name: home
        for home, names in {
            "keeping": "BY_TEMPLATE Asked Loss format_kept losses",
            "merge": "Change Merged Outcome merge_catalogue",
            "mo": "format_mo parse_mo",
            "model": "Catalogue Entry Key Previous",
            "plurals": "PluralForms cldr_plural_forms",
            "po": "parse_catalogue",
            "problems": "CatalogueError Problem",
            "three_way": "MergedVersions Witness merge_versions",
            "tidy": "Noise Tidied tidy_catalogue",
            "write": "format_catalogue format_entry",
        }.items()
        for name in names.split()
    }
)

__getattr__, __dir__ = names_on_demand(__name__, _HOMES, globals())
