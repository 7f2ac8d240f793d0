"""Drafting: what to send to an engine, how markup is kept, and what to accept."""

from l10n_tool.drafting.draft import characters, draft_entries, draft_text
from l10n_tool.drafting.engine import Drafted, Engine, Recall, Rejected
from l10n_tool.drafting.schemes import SUPERBLANK_CLOSE, SUPERBLANK_OPEN, Scheme

__all__ = [
    "SUPERBLANK_CLOSE",
    "SUPERBLANK_OPEN",
    "Drafted",
    "Engine",
    "Recall",
    "Rejected",
    "Scheme",
    "characters",
    "draft_entries",
    "draft_text",
]
