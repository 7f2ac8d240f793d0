"""Front matter: the values of a document, and where the translatable ones stand in it; here in YAML."""

import json
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

import yaml

from l10n_tool.errors import FileError, Place

__all__ = ["TEXT", "FrontMatter", "Value", "format_value", "read_front_matter"]

#: What stands for a translatable text where the rest of front matter is compared.
TEXT: Final = "\0text"
_STRING: Final = "tag:yaml.org,2002:str"
_REMEDY: Final = "Write one `key: value` a line; put a value with a colon in quotation marks."
_NOT_PRINTED: Final = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
# A block scalar: its header with a comment, and the indentation of its first line of text.
_BLOCK: Final = re.compile(r"([|>])[-+0-9]*([^\r\n]*)(\r\n?|\n)(?:[ \t]*(?:\r\n?|\n))*([ ]*)")


@dataclass(frozen=True, slots=True)
class Value:
    """A translatable text of the front matter; ``start`` and ``end`` are characters of its text.

    ``key`` is the dotted path; the texts of a list share it. ``line`` is 1-based and of the file. A value that is
    ``inside`` stands between brackets, where fewer characters can go without quotation marks.
    """

    key: str
    text: str
    start: int
    end: int
    line: int
    inside: bool = False


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What front matter holds: its values by key, the translatable texts in order, and all the rest to compare."""

    meta: Mapping[str, object]
    values: tuple[Value, ...]
    rest: tuple[tuple[str, str], ...]


def read_front_matter(text: str, place: Place, keys: Collection[str]) -> FrontMatter:
    """Return what a YAML text holds; translatable are the texts of ``keys``, by their dotted path.

    ``place`` is where the text begins in its file. Raises FileError for what is no YAML mapping.
    """
    try:
        root, meta = _loaded(text)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        where = Place(place.file, place.line + mark.line, mark.column + 1) if mark else place
        raise FileError(f"the front matter is not YAML: {error.problem}", place=where, remedy=_REMEDY) from None
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        raise FileError(f"the front matter is not YAML: {_first_line(error)}", place=place, remedy=_REMEDY) from None
    if meta is None:
        return FrontMatter(MappingProxyType({}), (), ())
    if not isinstance(meta, dict) or not isinstance(root, yaml.MappingNode):
        raise FileError("the front matter is not a list of keys and values", place=place, remedy=_REMEDY)
    values, rest = _walk(root, text, place.line, frozenset(keys))
    return FrontMatter(MappingProxyType({str(key): value for key, value in meta.items()}), values, rest)


def _loaded(text: str) -> tuple[yaml.Node | None, object]:
    # The loader builds plain values only, and keeps an alias as one object, so nothing can expand but merges.
    loader = yaml.SafeLoader(text)
    try:
        root = loader.get_single_node()
        _refuse_merges(root)
        return root, None if root is None else loader.construct_document(root)
    finally:
        loader.dispose()


def _refuse_merges(root: yaml.Node | None) -> None:
    """Raise MarkedYAMLError for a key ``<<``: nine of them on each of nine levels would be copied 9⁹ times."""
    seen: set[int] = set()
    todo = [root] if root is not None else []
    while todo:
        node = todo.pop()
        if id(node) in seen:
            continue
        seen.add(id(node))
        if node.tag == "tag:yaml.org,2002:merge":
            raise yaml.MarkedYAMLError(problem="keys cannot be merged with <<", problem_mark=node.start_mark)
        if isinstance(node, yaml.SequenceNode):
            todo += node.value
        elif isinstance(node, yaml.MappingNode):
            todo += [part for pair in node.value for part in pair]


def _first_line(error: Exception) -> str:
    return str(error).partition("\n")[0]


def _walk(
    root: yaml.MappingNode, text: str, line: int, keys: frozenset[str]
) -> tuple[tuple[Value, ...], tuple[tuple[str, str], ...]]:
    """Return the translatable values, and the path and value of everything else, in the order of the text."""
    values: list[Value] = []
    rest: list[tuple[str, str]] = []
    for path, node, inside in _scalars(root):
        if path in keys and node.tag == _STRING and node.value.strip():
            start = node.start_mark.index
            # A block scalar ends at the next key; the spaces at the end of its last line are its own.
            end = start + len(text[start : node.end_mark.index].rstrip("\r\n"))
            values.append(Value(path, str(node.value), start, end, line + node.start_mark.line, inside))
            rest.append((path, TEXT))
        else:
            rest.append((path, f"{node.tag} {node.value}"))
    return tuple(values), tuple(rest)


def _scalars(root: yaml.Node) -> Iterator[tuple[str, yaml.ScalarNode, bool]]:
    """Yield each scalar that is no key, with its dotted path and whether it is between brackets.

    An alias is the very node of its anchor, and is met there: nothing is yielded twice.
    """
    seen: set[int] = set()
    todo: list[tuple[str, yaml.Node, bool]] = [("", root, False)]
    while todo:
        path, node, inside = todo.pop()
        if id(node) in seen:
            continue
        seen.add(id(node))
        if isinstance(node, yaml.ScalarNode):
            yield path, node, inside
        elif isinstance(node, yaml.SequenceNode):
            todo += [(path, item, inside or bool(node.flow_style)) for item in reversed(node.value)]
        elif isinstance(node, yaml.MappingNode):
            todo += [
                (_joined(path, key), value, inside or bool(node.flow_style)) for key, value in reversed(node.value)
            ]


def _joined(path: str, key: yaml.Node) -> str:
    name = str(key.value) if isinstance(key, yaml.ScalarNode) else "?"
    return f"{path}.{name}" if path else name


def format_value(text: str, was: str, *, inside: bool = False) -> str:
    """Return a text as a YAML scalar in the style of the one it replaces, where that style can hold it."""
    if was.startswith("'") and "\n" not in text:
        candidate = "'" + text.replace("'", "''") + "'"
    elif was.startswith('"'):
        return _double_quoted(text)
    elif was.startswith(("|", ">")):
        candidate = _block(text, was)
    else:
        candidate = text
    return candidate if _holds(candidate, text, inside=inside) else _double_quoted(text)


def _block(text: str, was: str) -> str:
    """Return a text as a block scalar, indented as the one it replaces; one line a paragraph.

    Return nothing for a text that ends with empty lines: they would not be told from what comes after it.
    """
    match = _BLOCK.match(was)
    if not match or not match[4] or text.endswith("\n\n"):
        return ""
    body = text.rstrip("\n")
    kept = "" if text.endswith("\n") else "-"
    style = match[1] if "\n" not in body else "|"
    # Lines after an empty one keep the indentation; an empty one needs none.
    lines = [match[4] + line if line else "" for line in text.removesuffix("\n").split("\n")]
    return match[3].join([f"{style}{kept}{match[2].rstrip()}", *lines])


def _double_quoted(text: str) -> str:
    # JSON's strings are YAML's, but for the line separators, which YAML folds, and for what it does not allow.
    quoted = json.dumps(text, ensure_ascii=False)
    return _NOT_PRINTED.sub(lambda match: f"\\u{ord(match[0]):04x}", quoted)


def _holds(candidate: str, text: str, *, inside: bool) -> bool:
    """Whether a scalar reads as a text where it will stand: under a key, or between brackets."""
    sample = f"key: [{candidate}, 1]\nnext: 1\n" if inside else f"key: {candidate}\nnext: 1\n"
    expected = [text, 1] if inside else text
    try:
        return bool(yaml.safe_load(sample) == {"key": expected, "next": 1})
    except (yaml.YAMLError, ValueError, RecursionError):
        return False
