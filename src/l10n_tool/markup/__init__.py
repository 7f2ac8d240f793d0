"""What a text is made of besides its words: ``markdown`` reads inline Markdown, ``marks`` finds every mark in order."""

from l10n_tool.markup.markdown import (
    HARD_BREAK,
    OPTIONS,
    escape_line_starts,
    inline_item,
    is_one_paragraph,
    names,
    skeleton,
)

__all__ = ["HARD_BREAK", "OPTIONS", "escape_line_starts", "inline_item", "is_one_paragraph", "names", "skeleton"]
