"""Front matter in TOML: the same values as in YAML, found by the strings of the text."""

import json
import re
from collections.abc import Collection, Iterator, Mapping
from types import MappingProxyType
from typing import Final

from l10n_tool.errors import FileError, Place
from l10n_tool.sources.front_matter import TEXT, FrontMatter, Value

__all__ = ["format_toml_value", "read_toml_front_matter"]

#: Front matter longer than this is none: the parser of Python's library is quadratic in some of it.
_LONGEST: Final = 100_000
# A comment or a string in each of its four forms; outside of them neither a quotation mark nor a # can stand.
_TOKEN: Final = re.compile(
    r"""
      \#[^\n]*
    | (?P<string>\"{3}(?:[^"\\]|\\.|"(?!""))*\"{3}"{0,2}
               | '{3}(?:[^']|'(?!''))*'{3}'{0,2}
               | "(?:[^"\\\n]|\\.)*"
               | '[^'\n]*')
    """,
    re.VERBOSE | re.DOTALL,
)
_PLACE: Final = re.compile(r"(.*) \(at (?:line ([0-9]+), column ([0-9]+)|end of document)\)", re.DOTALL)
_REMEDY: Final = 'Write one `key = "value"` a line.'
_MARK: Final = "\ue000"
_KEY: Final = re.compile(r"[ \t]*[.=]")


def read_toml_front_matter(text: str, place: Place, keys: Collection[str]) -> FrontMatter:
    """Return what a TOML text holds; translatable are the texts of ``keys``, by their dotted path.

    ``place`` is where the text begins in its file. Raises FileError for what is no TOML.
    """
    meta = _loaded(text, place)
    tokens = [match for match in _TOKEN.finditer(text) if match["string"] and not _KEY.match(text, match.end())]
    mark = _MARK
    while mark in text:
        mark += _MARK
    # Every string is replaced by its number, so that one more reading says where each of them came to stand.
    numbered = _loaded(_numbered(text, tokens, mark), place)
    found: dict[int, Value] = {}
    rest: list[tuple[str, str]] = []
    wanted = frozenset(keys)
    for path, ours, theirs in _paired(meta, numbered, place):
        if path in wanted and isinstance(ours, str) and isinstance(theirs, str) and ours.strip():
            number = int(theirs.removeprefix(mark))
            found[number] = _value(path, ours, text, tokens[number], place.line)
            rest.append((path, TEXT))
        else:
            rest.append((path, repr(ours)))
    return FrontMatter(MappingProxyType(meta), tuple(found[number] for number in sorted(found)), tuple(rest))


def _value(path: str, text: str, source: str, token: re.Match[str], line: int) -> Value:
    start, end = token.span()
    return Value(path, text, start, end, line + source.count("\n", 0, start))


def _loaded(text: str, place: Place) -> dict[str, object]:
    import tomllib

    if len(text) > _LONGEST:
        message = f"the front matter has {len(text)} characters, more than {_LONGEST}"
        raise FileError(message, place=place, remedy="Keep the message in the body of the document.")
    try:
        return tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        match = _PLACE.fullmatch(str(error))
        where = place
        if match and match[2]:
            where = Place(place.file, place.line + int(match[2]) - 1, int(match[3]))
        message = match[1] if match else str(error).partition("\n")[0]
        raise FileError(f"the front matter is not TOML: {message}", place=where, remedy=_REMEDY) from None


def _numbered(text: str, tokens: list[re.Match[str]], mark: str) -> str:
    parts: list[str] = []
    at = 0
    for number, token in enumerate(tokens):
        parts += [text[at : token.start()], f'"{mark}{number}"']
        at = token.end()
    return "".join([*parts, text[at:]])


def _paired(ours: object, theirs: object, place: Place) -> list[tuple[str, object, object]]:
    try:
        return list(_scalars(ours, theirs))
    except ValueError:
        message = "a key of the front matter is written with quotation marks and without"
        raise FileError(message, place=place, remedy="Write each key in one way.") from None


def _scalars(ours: object, theirs: object) -> Iterator[tuple[str, object, object]]:
    """Yield each value with its dotted path and what stands for it in the numbered text, in order.

    Both are of one shape, and in one order: only their strings differ, those of keys too.
    """
    todo: list[tuple[str, object, object]] = [("", ours, theirs)]
    while todo:
        path, our, their = todo.pop()
        if isinstance(our, Mapping) and isinstance(their, Mapping):
            pairs = list(zip(our.items(), their.values(), strict=True))
            todo += [(f"{path}.{key}" if path else str(key), value, other) for (key, value), other in reversed(pairs)]
        elif isinstance(our, list) and isinstance(their, list):
            todo += [(path, value, other) for value, other in reversed(list(zip(our, their, strict=True)))]
        else:
            yield path, our, their


def format_toml_value(text: str, was: str) -> str:
    """Return a text as a TOML string in the style of the one it replaces, where that style can hold it."""
    quotes = was[:3] if was[:3] in {'"""', "'''"} else was[:1]
    # A line break right after the opening marks is not part of the text.
    opening = re.match(r"[\"']{3}(?:\r\n|\n)", was)
    body = text
    if quotes == '"""':
        body = _escaped(text).replace("\\n", "\n").replace('\\"', '"').replace('"""', '""\\"')
        body = f'{body[:-1]}\\"' if body.endswith('"') else body
    elif quotes == '"':
        return f'"{_escaped(text)}"'
    if "\r\n" in was:
        body = body.replace("\r\n", "\n").replace("\n", "\r\n")
    candidate = f"{opening[0] if opening else quotes}{body}{quotes}"
    return candidate if _holds(candidate, text) else f'"{_escaped(text)}"'


def _escaped(text: str) -> str:
    # JSON's escapes are TOML's; TOML wants one for the delete character too.
    return json.dumps(text, ensure_ascii=False)[1:-1].replace("\x7f", "\\u007f")


def _holds(candidate: str, text: str) -> bool:
    import tomllib

    try:
        return tomllib.loads(f"key = [{candidate}, 1]\nnext = 1\n") == {"key": [text, 1], "next": 1}
    except ValueError:
        return False
