"""The source formats, by file ending."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from l10n_tool.document import Source
from l10n_tool.errors import UnknownNameError
from l10n_tool.sources.markdown import MarkdownSource
from l10n_tool.sources.plain_text import PlainTextSource

__all__ = ["SOURCES", "source_of"]

SOURCES: Final[Mapping[str, Source]] = MappingProxyType(
    {
        ".md": MarkdownSource(),
        ".markdown": MarkdownSource(),
        ".txt": PlainTextSource(),
    }
)


def source_of(name: str) -> Source:
    """Return the format of a file by its ending. Raises UnknownNameError."""
    ending = "".join(name.rpartition(".")[1:]).lower()
    if ending not in SOURCES:
        raise UnknownNameError("source format", ending, list(SOURCES))
    return SOURCES[ending]
