"""Gettext catalogues: PO and POT files as values, their merge, and the MO files made of them."""

from l10n_tool.catalogue.keeping import NOTHING, Asked, losses, refuse_losses
from l10n_tool.catalogue.merge import Change, Merged, Outcome, merge_catalogue
from l10n_tool.catalogue.mo import format_mo, parse_mo
from l10n_tool.catalogue.model import Catalogue, Entry, Key, Previous
from l10n_tool.catalogue.plurals import PluralForms, cldr_plural_forms
from l10n_tool.catalogue.po import parse_catalogue
from l10n_tool.catalogue.problems import CatalogueError, Problem
from l10n_tool.catalogue.write import format_catalogue, format_entry

__all__ = [
    "NOTHING",
    "Asked",
    "Catalogue",
    "CatalogueError",
    "Change",
    "Entry",
    "Key",
    "Merged",
    "Outcome",
    "PluralForms",
    "Previous",
    "Problem",
    "cldr_plural_forms",
    "format_catalogue",
    "format_entry",
    "format_mo",
    "losses",
    "merge_catalogue",
    "parse_catalogue",
    "parse_mo",
    "refuse_losses",
]
