"""Front matter in YAML: the values of a document, and where the translatable ones stand in it."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

import yaml

from l10n_tool.errors import FileError, Place

__all__ = ["TRANSLATABLE", "Value", "format_value", "read_front_matter"]

#: The keys whose text readers see.
TRANSLATABLE: Final = ("title", "subtitle", "description", "summary")


@dataclass(frozen=True, slots=True)
class Value:
    """A translatable text of the front matter; ``start`` and ``end`` are characters of the YAML text."""

    key: str
    text: str
    start: int
    end: int
    line: int


def read_front_matter(text: str, place: Place) -> tuple[Mapping[str, object], list[Value]]:
    """Return the values of a YAML text, and the translatable ones with their places.

    ``place`` is where the text begins in its file. Raises FileError for what is no YAML mapping.
    """
    # The loader builds plain values only, and keeps an alias as one object, so nothing can expand.
    try:
        meta = yaml.safe_load(text)
        root = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        where = Place(place.file, place.line + mark.line, mark.column + 1) if mark else place
        raise FileError(f"the front matter is not YAML: {error.problem}", place=where, remedy=_REMEDY) from None
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        first = str(error).partition("\n")[0]
        raise FileError(f"the front matter is not YAML: {first}", place=place, remedy=_REMEDY) from None
    if meta is None:
        return MappingProxyType({}), []
    if not isinstance(meta, dict) or not isinstance(root, yaml.MappingNode):
        raise FileError("the front matter is not a list of keys and values", place=place, remedy=_REMEDY)
    return MappingProxyType({str(key): value for key, value in meta.items()}), list(_values(root, text, place.line))


_REMEDY: Final = "Write one `key: value` a line; put a value with a colon in quotation marks."


def _values(root: yaml.MappingNode, text: str, line: int) -> Iterator[Value]:
    for key, node in root.value:
        if not isinstance(node, yaml.ScalarNode) or node.tag != "tag:yaml.org,2002:str" or not node.value.strip():
            continue
        if key.value in TRANSLATABLE:
            start = node.start_mark.index
            end = start + len(text[start : node.end_mark.index].rstrip())
            yield Value(str(key.value), str(node.value), start, end, line + node.start_mark.line)


def format_value(text: str, was: str) -> str:
    """Return a text as a YAML scalar in the style of the one it replaces, where that style can hold it."""
    if was.startswith("'") and "\n" not in text:
        candidate = "'" + text.replace("'", "''") + "'"
    elif was.startswith(('"', "|", ">")):
        candidate = _double_quoted(text)
    else:
        candidate = text
    return candidate if _holds(candidate, text) else _double_quoted(text)


def _double_quoted(text: str) -> str:
    # JSON's strings are YAML's, but for the line separators, which YAML folds.
    quoted = json.dumps(text, ensure_ascii=False)
    for character in "\x85\u2028\u2029\ufeff\x7f":
        quoted = quoted.replace(character, f"\\u{ord(character):04x}")
    return quoted


def _holds(candidate: str, text: str) -> bool:
    try:
        return bool(yaml.safe_load(f"key: {candidate}\nnext: 1\n") == {"key": text, "next": 1})
    except (yaml.YAMLError, ValueError):
        return False
