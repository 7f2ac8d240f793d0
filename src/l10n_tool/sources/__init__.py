"""The source formats, by name and by file ending."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from l10n_tool.document import Source
from l10n_tool.errors import UnknownNameError
from l10n_tool.sources.html import HtmlSource
from l10n_tool.sources.jinja2 import Jinja2Source
from l10n_tool.sources.json_strings import JsonStringsSource
from l10n_tool.sources.markdown import MarkdownSource
from l10n_tool.sources.plain_text import PlainTextSource
from l10n_tool.sources.python import PythonSource
from l10n_tool.sources.srt import SrtSource
from l10n_tool.sources.webvtt import WebVttSource
from l10n_tool.sources.yaml_strings import YamlStringsSource

__all__ = ["ENDINGS", "SOURCES", "source_of"]

SOURCES: Final[Mapping[str, Source]] = MappingProxyType(
    {
        "markdown": MarkdownSource(),
        "html": HtmlSource(),
        "plain-text": PlainTextSource(),
        "python": PythonSource(),
        "jinja2": Jinja2Source(),
        "srt": SrtSource(),
        "webvtt": WebVttSource(),
        "json": JsonStringsSource(),
        "yaml": YamlStringsSource(),
    }
)

#: The format of a file whose settings name none.
ENDINGS: Final[Mapping[str, str]] = MappingProxyType(
    {
        ".md": "markdown",
        ".markdown": "markdown",
        ".html": "html",
        ".htm": "html",
        ".xhtml": "html",
        ".txt": "plain-text",
        ".py": "python",
        ".j2": "jinja2",
        ".jinja": "jinja2",
        ".jinja2": "jinja2",
        ".srt": "srt",
        ".vtt": "webvtt",
        ".json": "json",
        ".yaml": "yaml",
        ".yml": "yaml",
    }
)


def source_of(name: str, format_name: str = "") -> Source:
    """Return the format of this name, or that of a file by its ending. Raises UnknownNameError."""
    if format_name:
        if format_name not in SOURCES:
            raise UnknownNameError("source format", format_name, list(SOURCES))
        return SOURCES[format_name]
    ending = "".join(name.rpartition(".")[1:]).lower()
    if ending not in ENDINGS:
        raise UnknownNameError("source format", ending, list(ENDINGS))
    return SOURCES[ENDINGS[ending]]
