"""What a text is made of besides its words: ``markdown`` reads inline Markdown, ``marks`` finds every mark in order."""

from l10n_tool.markup.markdown import (
    HARD_BREAK,
    OPTIONS,
    SPACE,
    escape_line_starts,
    inline_item,
    inline_items,
    is_one_paragraph,
    kept_as_is,
    label_of,
    names,
    skeleton,
)

__all__ = [
    "HARD_BREAK", "OPTIONS", "SPACE", "escape_line_starts", "inline_item", "inline_items", "is_one_paragraph",
    "kept_as_is", "label_of", "names", "skeleton",
]  # fmt: skip
