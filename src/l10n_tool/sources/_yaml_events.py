"""The events of a YAML file: where every value stands, without building, expanding or recursing anything."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from l10n_tool.errors import FileError, Place
from l10n_tool.sources._string_files import DEEPEST, Event, Sort, line_of

if TYPE_CHECKING:
    import yaml

__all__ = ["BLOCK_STYLES", "yaml_events"]

BLOCK_STYLES: Final = frozenset({"|", ">"})

# What may stand before a value: an anchor and a tag, with spaces, comments and line ends behind them.
_PROPERTIES: Final = re.compile(r"(?:[&!]\S*+(?:\s++(?:#[^\r\n]*+)?+)*+)*+")
_SPACES: Final = re.compile(r"[ \t]*")
_TEXT_TAGS: Final = ("!", "tag:yaml.org,2002:str")
_REMEDY: Final = "Mend the file there; a value with a colon or a number sign stands in quotation marks."


def yaml_events(name: str, text: str) -> list[Event]:
    """Return the events of a YAML text; an anchor's value is one, and an alias none. Raises FileError."""
    import yaml

    # libyaml, where PyYAML was built with it, is many times as fast as PyYAML's own parser.
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    events: list[Event] = []
    reader = _Reader(name, text)
    try:
        for event in yaml.parse(text, Loader=loader):
            converted = reader.event(event)
            events += [converted] if converted else []
    except yaml.YAMLError as error:
        raise _not_yaml(name, text, error) from None
    return events


def _not_yaml(name: str, text: str, error: "yaml.YAMLError") -> FileError:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    place = Place(name, mark.line + 1, mark.column + 1) if mark else Place(name)
    position = getattr(error, "position", None)
    if mark is None and isinstance(position, int):
        place = Place(name, text.count("\n", 0, position) + 1)
    problem = getattr(error, "problem", None) or str(error).partition("\n")[0]
    return FileError(f"not YAML: {problem}", place=place, remedy=_REMEDY)


@dataclass(slots=True)
class _Reader:
    """Takes the parser's events: what is open, and which anchors there are in the document so far."""

    name: str
    text: str
    open_flows: list[bool] = field(default_factory=list)
    anchors: set[str] = field(default_factory=set)

    def event(self, event: Any) -> Event | None:
        """Return what an event of the parser is, if it is anything."""
        import yaml

        start, end = event.start_mark.index, event.end_mark.index
        if isinstance(event, yaml.NodeEvent):
            return self._node(event, start, end)
        if isinstance(event, yaml.CollectionEndEvent):
            self.open_flows.pop()
            return Event(Sort.END, start, end)
        if isinstance(event, yaml.DocumentStartEvent):
            self.anchors.clear()
            return Event(Sort.DOCUMENT, start, end)
        return None

    def _node(self, event: Any, start: int, end: int) -> Event:
        import yaml

        if isinstance(event, yaml.AliasEvent):
            if event.anchor not in self.anchors:
                raise self._error(start, f"the alias *{event.anchor} has no anchor", "Write the value itself.")
            return Event(Sort.OTHER, start, end, marks=f"*{event.anchor}")
        if event.anchor:
            self.anchors.add(event.anchor)
        if isinstance(event, yaml.ScalarEvent):
            return _scalar(self.text, event, flow=bool(self.open_flows and self.open_flows[-1]))
        self.open_flows.append(bool(event.flow_style))
        if len(self.open_flows) > DEEPEST:
            raise self._error(start, f"more than {DEEPEST} levels of keys", "Make the file flatter.")
        sort = Sort.MAPPING if isinstance(event, yaml.MappingStartEvent) else Sort.LIST
        return Event(sort, start, end, marks=_marks(event))

    def _error(self, at: int, message: str, remedy: str) -> FileError:
        return FileError(message, place=Place(self.name, line_of(self.text, at)), remedy=remedy)


def _marks(event: Any) -> str:
    return f"&{event.anchor or ''} {event.tag or ''}"


def _scalar(text: str, event: Any, *, flow: bool) -> Event:
    start, end = event.start_mark.index, event.end_mark.index
    if event.anchor is not None or event.tag is not None:
        match = _PROPERTIES.match(text, start, end)
        start = match.end() if match else start
    style = event.style or ""
    if style in BLOCK_STYLES:
        end = _end_of_block(text, start, end)
    sort = Sort.TEXT if _is_text(event) else Sort.OTHER
    return Event(sort, start, end, event.value, _marks(event), style, flow)


def _end_of_block(text: str, start: int, end: int) -> int:
    """Return where the last line of a block scalar ends that is not blank; the blank ones stay behind it."""
    last = start + len(text[start:end].rstrip(" \t\r\n"))
    spaces = _SPACES.match(text, last, end)
    return spaces.end() if spaces else last


def _is_text(event: Any) -> bool:
    import yaml

    if event.tag is not None:
        return event.tag in _TEXT_TAGS
    if not event.implicit[0]:
        return True
    resolvers: Mapping[str | None, Any] = yaml.SafeLoader.yaml_implicit_resolvers
    found = [*resolvers.get(event.value[:1], ()), *resolvers.get(None, ())]
    return not any(pattern.match(event.value) for _, pattern in found)
