"""What is structure in plain text: blank lines, rows of signs under or between lines, and the marks of lists.

Plain text has no escapes, and a line of prose may look like anything: "8. Mai 2008" is a date, "- drei" may be speech.
So a line is taken for more than text only where it cannot well be prose: a heading has a row of signs right under it, a
list has at least two items with the same mark and, if they are numbered, each with the next number. The signs that
nobody writes before prose (• ‣ ◦ ▪ ●) make a list by themselves.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from l10n_tool.sources._wrapping import indentation_width

__all__ = ["NEWLINE", "Line", "Role", "lines_of", "looks_like_structure", "marker_of", "roles_of", "shape_of"]

NEWLINE: Final = re.compile(r"\r\n|\r|\n")
_LINE: Final = re.compile(r"([^\r\n]*)(\r\n|\r|\n|\Z)")
#: A row that parts what stands above from what stands below; one of the same sign makes a heading of a line above it.
_RULE: Final = re.compile(r"(?:[-=_*~#+^–—─═━•·][ \t]*){3,}")
_ROW: Final = re.compile(r"([-=~^_*#─═━—])\1{2,}")
#: What stands above a signature in mail (RFC 3676, 4.3).
_SIGNATURE_FOLLOWS: Final = "--"
_MARKER: Final = re.compile(
    r"(?:(?P<sure>[•‣◦▪●])|(?P<bullet>[-*+–—])|(?P<open>\(?)(?:(?P<number>\d{1,3})|(?P<letter>[A-Za-z]))(?P<close>[.)]))"
    r"[ \t\u00a0\u3000]+(?=\S)|(?P<dot>・)(?=\S)"
)


class Role(StrEnum):
    """What a line is."""

    TEXT = "text"
    TITLE = "title"
    ITEM = "list item"
    RULE = "rule"
    SIGNATURE_FOLLOWS = "signature mark"


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank, without the space around its text.

    ``start`` and ``end`` are the bytes of the text, ``newline`` is what ends the line, ``number`` is 1-based.
    ``stanza`` counts the runs of lines without a blank one between them.
    """

    text: str
    space: str
    start: int
    end: int
    newline: str
    number: int
    stanza: int

    @property
    def column(self) -> int:
        """The column at which the text begins."""
        return indentation_width(self.space)


@dataclass(frozen=True, slots=True)
class Marker:
    """What makes a line look like an item: its text with the space after it, its style, and its number, 0 for none."""

    text: str
    style: str
    number: int
    sure: bool


def lines_of(text: str, offset: int) -> Iterator[Line]:
    """Yield the lines of a document that are not blank; its bytes begin at ``offset``."""
    stanza, blank = 0, False
    for number, match in enumerate(_LINE.finditer(text), 1):
        whole = match[1]
        words = whole.strip()
        if words:
            stanza += blank
            space = whole[: len(whole) - len(whole.lstrip())]
            start = offset + len(space.encode())
            yield Line(words, space, start, start + len(words.encode()), match[2], number, stanza)
        blank = not words
        offset += len(match[0].encode())


def marker_of(text: str) -> Marker | None:
    """Return what makes a text look like an item of a list."""
    match = _MARKER.match(text)
    if match is None:
        return None
    if match["number"]:
        style, number = f"{match['open']}1{match['close']}", int(match["number"])
    elif match["letter"]:
        # An initial such as "A. Reader" is written with a full stop.
        if match["close"] == ".":
            return None
        style, number = f"{match['open']}a)", ord(match["letter"])
    else:
        style, number = match["sure"] or match["bullet"] or match["dot"], 0
    return Marker(match[0], style, number, sure=bool(match["sure"]))


def looks_like_structure(text: str) -> bool:
    """Whether a line of this text could be more than text somewhere."""
    return marker_of(text) is not None or text == _SIGNATURE_FOLLOWS or bool(_RULE.fullmatch(text))


def roles_of(lines: Sequence[Line]) -> list[Role]:
    """Return what each line is."""
    roles = [_role(line) for line in lines]
    for at in list(_titles(lines, roles)):
        roles[at] = Role.TITLE
    for at in _items(lines, roles):
        roles[at] = Role.ITEM
    return roles


def _role(line: Line) -> Role:
    if line.text == _SIGNATURE_FOLLOWS:
        return Role.SIGNATURE_FOLLOWS
    return Role.RULE if _RULE.fullmatch(line.text) else Role.TEXT


def _titles(lines: Sequence[Line], roles: Sequence[Role]) -> Iterator[int]:
    """Yield each line that stands by itself right above a row of one sign."""
    start = 0
    for at, line in enumerate(lines):
        if at and line.stanza != lines[at - 1].stanza:
            start = at
        if roles[at] is not Role.TEXT:
            if start == at - 1 and _ROW.fullmatch(line.text):
                yield start
            start = at + 1


def _items(lines: Sequence[Line], roles: Sequence[Role]) -> set[int]:
    """Return the lines that begin an item of a list."""
    found: set[int] = set()
    # The last line that may begin an item, by its column and style.
    last: dict[tuple[int, str], tuple[int, int]] = {}
    for at, line in enumerate(lines):
        marker = marker_of(line.text) if roles[at] is Role.TEXT else None
        if marker is None:
            if roles[at] is not Role.TEXT or not at or lines[at - 1].stanza != line.stanza:
                # Text that does not stand inside an item ends its list.
                last = {key: value for key, value in last.items() if key[0] < line.column}
            continue
        key = line.column, marker.style
        before, number = last.get(key, (-1, -1))
        if before >= 0 and marker.number in {0, number + 1}:
            found |= {before, at}
        if marker.sure:
            found.add(at)
        last[key] = at, marker.number
    return found


def shape_of(lines: Sequence[Line]) -> list[tuple[Role, ...]]:
    """Return what stands in each stanza, in order; lines that are one text count once, however it is wrapped."""
    shape: list[list[Role]] = []
    stanza = -1
    for line, role in zip(lines, roles_of(lines), strict=True):
        if line.stanza != stanza:
            shape.append([])
            stanza = line.stanza
        before = shape[-1][-1] if shape[-1] else None
        if role is not Role.TEXT or before not in {Role.TEXT, Role.ITEM}:
            shape[-1].append(role)
    return [tuple(roles) for roles in shape]
