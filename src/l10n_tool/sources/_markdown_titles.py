"""The titles of a Markdown document's link definitions: readers see them, and they stand in no block."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

import pyromark

from l10n_tool.markup import OPTIONS, SPACE, label_of

__all__ = ["Definition", "definitions_of", "escape_title", "title_text"]

# The parts of a definition up to its title; each may stand on a line of its own, in a quotation too. No part gives
# back what it took, so that the time is linear.
_UP_TO_TITLE: Final = re.compile(
    rb"\[(?:[^\[\]\\]|\\.)*+\]:[\s>]*+(?:<(?:[^<>\\\r\n]|\\.)*+>|[^\s<]\S*+)[\s>]++(?=[\"'(])", re.DOTALL
)
_NEWLINE: Final = re.compile(r"(?<![ \t])[ \t]*(?:\r\n?|\n)[ \t>]*")
_SPACE: Final = SPACE.encode()
_CLOSING: Final = {b'"': b'"', b"'": b"'", b"(": b")"}


@dataclass(frozen=True, slots=True)
class Definition:
    """A link definition; ``start`` and ``end`` are the bytes of its title, both 0 where it has none."""

    label: str
    target: str
    title: str
    start: int = 0
    end: int = 0


def definitions_of(text: str, body: bytes) -> tuple[Definition, ...]:
    """Return the link definitions of a document in order; of several with one label Markdown takes the first."""
    if "]:" not in text:
        return ()
    found: Mapping[str, Mapping[str, object]] = dict(pyromark.reference_definitions(text, options=OPTIONS))
    return tuple(_definitions(found, body))


def _definitions(found: Mapping[str, Mapping[str, object]], body: bytes) -> Iterator[Definition]:
    for label, item in found.items():
        span, title = item["span"], item["title"] or ""
        start = end = 0
        if title and isinstance(span, Mapping):
            start, end = _title(body, span["start"], span["end"])
        yield Definition(label_of(label), str(item["dest"]), str(title), start, end)


def _title(body: bytes, start: int, end: int) -> tuple[int, int]:
    """Return where the words of a title stand; an empty range where they cannot be told."""
    match = _UP_TO_TITLE.match(body, start, end)
    last = start + len(body[start:end].rstrip(_SPACE)) - 1
    if not match or last <= match.end() or _CLOSING[body[match.end() : match.end() + 1]] != body[last : last + 1]:
        return 0, 0
    words = body[match.end() + 1 : last]
    first = match.end() + 1 + len(words) - len(words.lstrip(_SPACE))
    return first, first + len(words.strip(_SPACE))


def title_text(source: str) -> str:
    """Return a title on one line, without the indentation and the quotation marks of the lines it stands on."""
    return _NEWLINE.sub(" ", source)


def escape_title(text: str, closing: str) -> str:
    """Return a title on one line, without the mark that would end it."""
    marks = "()" if closing == ")" else closing
    line = title_text(text).strip(SPACE)
    escaped = re.sub(rf"(\\.)|([{re.escape(marks)}])", lambda match: match[1] or f"\\{match[2]}", line)
    # A backslash at the end would take the closing mark with it.
    lone = len(escaped) - len(escaped.rstrip("\\"))
    return f"{escaped}\\" if lone % 2 else escaped
