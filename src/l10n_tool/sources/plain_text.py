"""Plain text: paragraphs, headings, lists and signatures, with lines that were wrapped by hand unfolded."""

import html
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from l10n_tool.columns import columns
from l10n_tool.document import AS_IS, BOM, Block, Document, Reading, StructureError, Use, decode, splice
from l10n_tool.languages import Language
from l10n_tool.sources._text_layout import (
    NEWLINE,
    Line,
    Role,
    lines_of,
    looks_like_structure,
    marker_of,
    roles_of,
    shape_of,
)
from l10n_tool.sources._wrapping import (
    LONGEST_WRAPPED,
    indentation_width,
    joined,
    was_wrapped,
    wrapped,
)

__all__ = ["PlainTextSource"]

#: What would look like structure at the start of a line stays on the line before.
_GLUED: Final = re.compile(r"(?:[-*+–—•‣◦▪●]|\(?(?:\d{1,3}|[A-Za-z])[.)]|[-=_*~#+^–—─═━•·]+)\Z|・")
_LEVELS: Final = {"=": 1, "═": 1, "━": 1, "#": 1, "-": 2, "—": 2, "─": 2}
_DEEPEST: Final = 3
#: A row of signs that is as long as its heading, give or take this, is as long as its translation.
_ABOUT: Final = 2
_SHORTEST_ROW: Final = 3
#: How a line ends that is written under the only line of a document.
_NEWLINE: Final = "\n"
_CHANGES: Final = "looks like a part of a list or of a heading where it stands: begin it with another word"
_SENTENCE_ENDS: Final = tuple(".!?:;。！？：；।؟")


class PlainTextSource:
    """Text without markup.

    A heading has a row of signs under it. The items of a list are blocks of their own, without their marks. A group
    of short lines keeps its lines, and is a signature where it ends the document. Plain text has no comments, and so
    no author's notes.
    """

    use: Final = Use.FILE

    def read(self, name: str, data: bytes, reading: Reading = AS_IS) -> Document:
        """Return the document; a newline in a block's text is a line of its own."""
        lines = _lines(name, data)
        pieces = _pieces(lines, roles_of(lines))
        blocks = tuple(_blocks(data, pieces))
        return Document(name, data, blocks, reading=reading)

    def write(self, document: Document, translations: Mapping[int, str], target: Language | None = None) -> bytes:
        """Return the document with these blocks replaced, wrapped as wide as their source.

        Raises StructureError for a translation with an empty line or another number of lines, and for one that looks
        like a part of a list or of a heading where it stands.
        """
        changed = {i: text for i, text in translations.items() if text != document.blocks[i].text}
        if not changed:
            return document.data
        data = splice(document, {i: _written(document, i, text) for i, text in changed.items()})
        _verify(document, data, changed)
        return data

    def html(
        self, document: Document, translations: Mapping[int, str], missing: str = "", written: bytes | None = None
    ) -> str:
        """Return the headings, lists and paragraphs; nothing in the text is markup."""
        if written is None:
            self.write(document, translations)
        rows: list[str] = []
        closing, number = "", 0
        for index, block in enumerate(document.blocks):
            text = translations.get(index, block.text)
            lines = text.split("\n") if "\n" in block.text else [joined(text.split("\n"))]
            text = "<br />\n".join(html.escape(line, quote=False) for line in lines)
            marked = f"<span {missing}>{text}</span>" if missing and index not in translations else text
            tag, opening, closes, at = _list_of(block)
            if closing and (closes != closing or (at and at != number + 1)):
                rows.append(f"{closing}\n")
                closing = ""
            if opening and not closing:
                rows.append(f"{opening}\n")
            closing, number = closes, at
            rows.append(f"<{tag}>{marked}</{tag}>\n")
        return "".join([*rows, f"{closing}\n" if closing else ""])


def _list_of(block: Block) -> tuple[str, str, str, int]:
    """Return the tag of a block, and of its list how it opens, how it closes, and the item's number."""
    if block.kind.startswith("heading "):
        return f"h{block.kind[-1]}", "", "", 0
    mark = block.style.partition(" ")[2]
    # The one that Japanese writes stands right before the words.
    marker = marker_of(f"{mark} x") or marker_of(f"{mark}x")
    if block.kind != "list item" or marker is None:
        return "p", "", "", 0
    if not marker.number:
        return "li", "<ul>", "</ul>", 0
    letter = "" if "1" in marker.style else chr(marker.number)
    number = ord(letter.lower()) - ord("a") + 1 if letter else marker.number
    kind = f' type="{"A" if letter.isupper() else "a"}"' if letter else ""
    start = f' start="{number}"' if number != 1 else ""
    return "li", f"<ol{kind}{start}>", "</ol>", number


@dataclass(frozen=True, slots=True)
class _Piece:
    """What becomes a block: its lines, the mark before it, and the row of signs right under it."""

    lines: Sequence[Line]
    role: Role
    marker: str = ""
    row: Line | None = None
    signature: bool = False

    @property
    def widths(self) -> list[int]:
        """The width of each line of text."""
        return [columns(line.text) for line in self.lines]

    @property
    def ends(self) -> list[int]:
        """The column at which each line ends."""
        starts = [self.first, *(line.column for line in self.lines[1:])]
        return [start + width for start, width in zip(starts, self.widths, strict=True)]

    @property
    def first(self) -> int:
        """The column at which the text begins."""
        return indentation_width(self.lines[0].space + self.marker)

    @property
    def wrapped(self) -> bool:
        """Whether its lines are one text that was wrapped by hand."""
        return len(self.lines) > 1 and was_wrapped(self.widths)


def _lines(name: str, data: bytes) -> list[Line]:
    return list(lines_of(decode(name, data), len(data) - len(data.removeprefix(BOM))))


def _pieces(lines: Sequence[Line], roles: Sequence[Role]) -> list[_Piece]:
    pieces: list[_Piece] = []
    signature = False
    at = 0
    while at < len(lines):
        role, end = roles[at], _end(lines, roles, at)
        signature = signature or role is Role.SIGNATURE_FOLLOWS
        if role not in {Role.RULE, Role.SIGNATURE_FOLLOWS}:
            pieces += _parts(_Piece(lines[at:end], role, row=_row(lines, roles, end), signature=signature))
        at = end
    return _with_signature(pieces)


def _row(lines: Sequence[Line], roles: Sequence[Role], end: int) -> Line | None:
    """Return the row that stands right under the lines before this one."""
    under = end < len(lines) and roles[end] is Role.RULE and lines[end].stanza == lines[end - 1].stanza
    return lines[end] if under else None


def _end(lines: Sequence[Line], roles: Sequence[Role], at: int) -> int:
    """Return where the piece ends that begins at this line."""
    end = at + 1
    if roles[at] not in {Role.TEXT, Role.ITEM}:
        return end
    while end < len(lines) and lines[end].stanza == lines[at].stanza and roles[end] is Role.TEXT:
        if roles[at] is Role.ITEM and not _continues(lines, at, end):
            break
        end += 1
    return end


def _continues(lines: Sequence[Line], item: int, at: int) -> bool:
    """Whether a line goes on with an item: it is indented, or was wrapped because its first word had no room above."""
    if lines[at].column > lines[item].column:
        return True
    above, below = lines[at - 1], lines[at]
    if above.text.endswith(_SENTENCE_ENDS):
        return False
    ends = [line.column + columns(line.text) for line in (above, below)]
    first_word = columns(below.text.split(maxsplit=1)[0])
    return was_wrapped(ends[:1]) and ends[0] + 1 + first_word > max(ends)


def _parts(piece: _Piece) -> Iterator[_Piece]:
    """Yield a piece: an item without its mark, and lines that are too long to be wrapped by hand each for itself."""
    if piece.role is Role.ITEM:
        first, *others = piece.lines
        marker = marker_of(first.text)
        mark = marker.text if marker else ""
        first = replace(first, text=first.text[len(mark) :], start=first.start + len(mark.encode()))
        yield replace(piece, lines=[first, *others], marker=mark)
    elif len(piece.lines) > 1 and max(piece.widths) > LONGEST_WRAPPED:
        yield from (replace(piece, lines=[line]) for line in piece.lines)
    else:
        yield piece


def _with_signature(pieces: list[_Piece]) -> list[_Piece]:
    """Mark the short lines at the end of a document, if anything stands before them."""
    last = pieces[-1] if len(pieces) > 1 else None
    if last and last.role is Role.TEXT and len(last.lines) > 1 and not last.wrapped:
        pieces[-1] = replace(last, signature=True)
    return pieces


def _blocks(data: bytes, pieces: Sequence[_Piece]) -> Iterator[Block]:
    width = max((max(piece.ends) for piece in pieces if piece.wrapped), default=0)
    headings: list[tuple[int, str]] = []
    for piece in pieces:
        block = _block(data, piece, width)
        level = int(block.kind[-1]) if block.kind.startswith("heading ") else 0
        while level and headings and headings[-1][0] >= level:
            headings.pop()
        yield replace(block, section=headings[-1][1] if headings else "")
        if level:
            headings.append((level, block.text))


def _block(data: bytes, piece: _Piece, width: int) -> Block:
    """Return the block of a piece, in a document whose paragraphs are wrapped at this width, or at none."""
    first, last = piece.lines[0], piece.lines[-1]
    texts = [line.text for line in piece.lines]
    gaps = [data[a.end : b.start].decode() for a, b in zip(piece.lines, piece.lines[1:], strict=False)]
    title = piece.role is Role.TITLE
    how, breaks = "lines" if gaps else "", tuple(gaps)
    if title and piece.row and abs(len(piece.row.text) - piece.widths[0]) <= _ABOUT:
        last, how = piece.row, "underlined"
    elif piece.wrapped:
        # One line above a row of signs would be a heading.
        fewest = 2 if piece.row else 1
        how, breaks = f"wrapped:{max(piece.ends)}:{piece.first}:{fewest}", (_break(gaps[0]),)
    elif not gaps and not title and max(piece.ends) <= width:
        how, breaks = f"wrapped:{width}:{piece.first}:1", (_hanging(piece),)
    return Block(
        text="\n".join(texts) if how == "lines" else joined(texts),
        kind=_kind(piece, title=title, lines=how == "lines"),
        start=first.start,
        end=last.end,
        line=first.number,
        breaks=breaks,
        style=f"{how} {piece.marker.strip()}".rstrip(),
        whole=how == "lines",
    )


def _kind(piece: _Piece, *, title: bool, lines: bool) -> str:
    if title and piece.row:
        return f"heading {_LEVELS.get(piece.row.text[0], _DEEPEST)}"
    if piece.role is Role.ITEM:
        return "list item"
    if piece.signature:
        return "signature"
    return "lines" if lines else "paragraph"


def _break(gap: str) -> str:
    """Return what goes between two lines, without the spaces at the end of the first."""
    match = NEWLINE.search(gap)
    return gap[match.start() :] if match else gap


def _hanging(piece: _Piece) -> str:
    """Return what would go between two lines of a text that is on one line in the source."""
    line = piece.lines[0]
    return f"{line.newline or _NEWLINE}{line.space}{' ' * columns(piece.marker)}"


def _written(document: Document, index: int, text: str) -> str:
    block = document.blocks[index]
    # At the start of a file it would be taken for a byte order mark; elsewhere nobody sees it.
    lines = [line.strip() for line in NEWLINE.split(text.replace("\ufeff", "").strip())]
    how, *numbers = block.style.partition(" ")[0].split(":")
    if not all(lines):
        raise StructureError(document, index, f"an empty line in the translation of a {block.kind}")
    if how == "wrapped":
        return _wrapped_again(block, joined(lines), *map(int, numbers))
    wanted = block.text.count("\n") + 1
    if len(lines) != wanted:
        raise StructureError(document, index, f"{len(lines)} lines where the source has {wanted}")
    if how == "underlined":
        return _underlined(lines[0], document.data[block.start : block.end].decode())
    return "".join(part for pair in zip(lines, (*block.breaks, ""), strict=True) for part in pair)


def _wrapped_again(block: Block, text: str, width: int, first: int, fewest: int) -> str:
    rest = indentation_width(NEWLINE.sub("", block.breaks[0]))
    lines = wrapped(text, width, first, rest, _GLUED)
    if len(lines) < fewest:
        lines = wrapped(text, first + columns(text) - 1, first, rest, _GLUED)
    return block.breaks[0].join(lines)


def _underlined(title: str, source: str) -> str:
    """Return a heading with its row as long as it is; the indentation of the row is the source's."""
    row = source.rstrip()
    signs = len(row) - len(row.rstrip(row[-1]))
    before = NEWLINE.search(source)
    gap = source[before.start() : len(row) - signs] if before else ""
    return f"{title}{gap}{row[-1] * max(columns(title), _SHORTEST_ROW)}"


def _verify(document: Document, data: bytes, changed: Mapping[int, str]) -> None:
    """Raise StructureError for the translation that makes something else of its document, if there is one."""
    lines = _lines(document.name, document.data)
    before, after = shape_of(lines), shape_of(_lines(document.name, data))
    if before == after:
        return
    differing = (at for at, (ours, theirs) in enumerate(zip(before, after, strict=False)) if ours != theirs)
    stanza = next(differing, min(len(before), len(after)))
    stanzas = {line.number: line.stanza for line in lines}

    def distance(index: int) -> tuple[bool, bool, int]:
        looks = any(map(looks_like_structure, NEWLINE.split(changed[index])))
        looked = any(map(looks_like_structure, document.blocks[index].text.split("\n")))
        return not looks, looked, abs(stanzas[document.blocks[index].line] - stanza)

    index = min(changed, key=distance)
    raise StructureError(document, index, f"the translation of a {document.blocks[index].kind} {_CHANGES}")
