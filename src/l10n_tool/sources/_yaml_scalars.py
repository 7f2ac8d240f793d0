"""A text as a YAML scalar: in the style of the one that it replaces where that style can hold it, else quoted."""

import json
import re
import textwrap
from collections.abc import Iterator
from typing import Final

from l10n_tool.errors import FileError
from l10n_tool.sources._string_files import Event, Sort
from l10n_tool.sources._yaml_events import BLOCK_STYLES, yaml_events

__all__ = ["written_scalar"]

_LINE: Final = re.compile(r"([^\r\n]*)(\r\n|\n|\r|\Z)")
_BLANK: Final = re.compile(r"(?:[ \t]*+(?:\r\n|\n|\r))*+")
_HEADER: Final = re.compile(r"[|>][-+0-9]*(?P<comment>[ \t]+#[^\r\n]*)?")
# YAML 1.1 and 1.2 differ in what else is a number or a truth value, so only what begins with a letter stands bare.
_WORDS: Final = re.compile(r"[yn]|yes|no|on|off|true|false|null|nan|inf", re.IGNORECASE)
#: JSON's strings are YAML's, but for the characters that YAML folds or does not print.
_ESCAPED: Final = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")


def written_scalar(source: str, event: Event, text: str) -> str:
    """Return a text as it stands in place of an event of this source.

    A comment behind the mark of a block scalar stays.
    """
    if event.style in BLOCK_STYLES:
        return _block(source, event, text)
    candidate = _like(event.style, text)
    if candidate and _says(f"{{k: {candidate}, z: 1}}" if event.flow else f"k: {candidate}\nz: 1", text):
        return candidate
    return _double_quoted(text)


def _like(style: str, text: str) -> str:
    """Return a text in the style of a flow scalar, or nothing where that cannot be."""
    if "\n" in text or style == '"':
        return ""
    if style == "'":
        return "'" + text.replace("'", "''") + "'"
    return text if text[:1].isalpha() and text.isprintable() and not _WORDS.fullmatch(text) else ""


def _double_quoted(text: str) -> str:
    quoted = json.dumps(text, ensure_ascii=False)
    return _ESCAPED.sub(lambda match: f"\\u{ord(match[0]):04x}", quoted)


def _says(yaml: str, text: str) -> bool:
    """Whether the value of ``k`` in this mapping is the text, and ``z`` is what comes next."""
    try:
        events = yaml_events("", yaml)
    except FileError:
        return False
    scalars = [(event.sort, event.text) for event in events if event.sort in {Sort.TEXT, Sort.OTHER}]
    wanted = [(Sort.TEXT, "k"), (Sort.TEXT, text), (Sort.TEXT, "z"), (Sort.OTHER, "1")]
    return scalars[-4:] == wanted


def _block(source: str, event: Event, text: str) -> str:
    lines = [match.groups() for match in _LINE.finditer(source, event.start, event.end)]
    header, newline = lines[0]
    indent = _indentation([line for line, _ in lines[1:]], event.text)
    blank = _BLANK.match(source, event.end)
    rest = (blank[0] if blank else "") or newline
    body = text.rstrip("\n")
    for rows in _rows(event, [line[indent:] for line, _ in lines[1:]], body):
        candidate = newline.join([header, *(f"{' ' * indent}{row}" if row else "" for row in rows)])
        if _says(_around(header, indent, candidate, rest), text):
            return candidate
    match = _HEADER.match(header)
    return _double_quoted(text) + (match["comment"] or "" if match else "")


def _indentation(lines: list[str], text: str) -> int:
    """Return by how many spaces the lines of a block scalar are indented; those of its text come on top."""
    line = next(filter(str.strip, lines), "")
    first = next(filter(str.strip, text.split("\n")), "")
    return max(0, len(line) - len(line.lstrip(" ")) - (len(first) - len(first.lstrip(" "))))


def _around(header: str, indent: int, candidate: str, rest: str) -> str:
    """Return a mapping with the candidate in it, as deep as the scalar's own indication of its indentation says."""
    digit = re.search(r"[0-9]", header.partition("#")[0])
    outer = indent - int(digit[0]) if digit else 0
    spaces = " " * max(outer, 0)
    parent = f"p:\n{spaces}" if spaces else ""
    return f"{parent}k: {candidate}{rest}{spaces}z: 1"


def _rows(event: Event, lines: list[str], text: str) -> Iterator[list[str]]:
    """Yield the lines that may stand for a text in a block scalar, the most like its source first."""
    if event.style == "|":
        yield text.split("\n")
        return
    unfolded = re.sub(r"\n+", lambda match: match[0] + "\n", text).split("\n")
    if sum(map(bool, map(str.strip, lines))) > sum(map(bool, event.words.split("\n"))):
        width = max(map(len, lines))
        yield [row for line in unfolded for row in _wrapped(line, width)]
    yield unfolded


def _wrapped(line: str, width: int) -> list[str]:
    rows = textwrap.wrap(
        line, width, expand_tabs=False, replace_whitespace=False, break_long_words=False, break_on_hyphens=False
    )
    return rows or [""]
