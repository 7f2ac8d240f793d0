"""The source formats, by name and by file ending."""

from collections.abc import Iterator, Mapping
from importlib import import_module
from types import MappingProxyType
from typing import Final

from l10n_tool.document import Source
from l10n_tool.errors import Place, UnknownNameError

__all__ = ["ENDINGS", "SOURCES", "source_of"]

#: The module of each format, and its class.
_FORMATS: Final[Mapping[str, tuple[str, str]]] = MappingProxyType(
    {
        "markdown": ("markdown", "MarkdownSource"),
        "html": ("html", "HtmlSource"),
        "plain-text": ("plain_text", "PlainTextSource"),
        "python": ("python", "PythonSource"),
        "jinja2": ("jinja2", "Jinja2Source"),
        "srt": ("srt", "SrtSource"),
        "webvtt": ("webvtt", "WebVttSource"),
        "json": ("json_strings", "JsonStringsSource"),
        "yaml": ("yaml_strings", "YamlStringsSource"),
    }
)


class _Sources(Mapping[str, Source]):
    """The formats by name; a module is imported when its format is first asked for, as most runs need one of them."""

    def __init__(self) -> None:
        self._known: dict[str, Source] = {}

    def __getitem__(self, name: str) -> Source:
        if name not in self._known:
            module, kind = _FORMATS[name]
            self._known[name] = getattr(import_module(f"l10n_tool.sources.{module}"), kind)()
        return self._known[name]

    def __iter__(self) -> Iterator[str]:
        return iter(_FORMATS)

    def __len__(self) -> int:
        return len(_FORMATS)

    def __contains__(self, name: object) -> bool:
        return name in _FORMATS


SOURCES: Final[Mapping[str, Source]] = _Sources()

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
        raise UnknownNameError("source format", ending, list(ENDINGS), Place(name))
    return SOURCES[ENDINGS[ending]]
