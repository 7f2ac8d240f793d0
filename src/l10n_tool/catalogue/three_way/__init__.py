"""A three-way merge of catalogues by entry: both sides' work is kept, and nothing is published that was not before."""

from l10n_tool.catalogue.three_way.catalogues import merge_versions
from l10n_tool.catalogue.three_way.losses import lost_in_merge
from l10n_tool.catalogue.three_way.model import (
    BY_FLAGS,
    Conflict,
    HeaderConflict,
    MergedVersions,
    Origin,
    Standing,
    Witness,
)

__all__ = [
    "BY_FLAGS",
    "Conflict",
    "HeaderConflict",
    "MergedVersions",
    "Origin",
    "Standing",
    "Witness",
    "lost_in_merge",
    "merge_versions",
]
