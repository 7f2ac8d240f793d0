"""How the merged file is written: its charset, line ends and folding, and the entries of a side in that style."""

import codecs
import re
from collections.abc import Sequence
from dataclasses import fields, replace
from typing import Final

from l10n_tool.catalogue.model import Catalogue, Entry
from l10n_tool.catalogue.three_way.lines import merge_lists, pick
from l10n_tool.catalogue.write import format_catalogue
from l10n_tool.errors import FileError

__all__ = [
    "UTF_8",
    "codec",
    "encodable",
    "in_style",
    "merged_charset",
    "merged_style",
    "same_file",
    "same_style",
    "with_charset",
]

UTF_8: Final = "utf-8"
_CHARSET: Final = re.compile(r"charset=([A-Za-z0-9_.:+-]+)", re.IGNORECASE)
#: What stands for a byte of the file's charset, and so for another character in another charset.
_BYTES: Final = re.compile(r"\\(?:x|[0-7])")


def codec(charset: str) -> str:
    """Return the one name of a charset that has several."""
    return codecs.lookup(charset).name


def same_file(one: Catalogue, other: Catalogue) -> bool:
    """Whether two catalogues are the same file, byte for byte."""
    if len(one.entries) != len(other.entries) or replace(one, entries=()) != replace(other, entries=()):
        return False
    return all(map(_same_raw, one.entries, other.entries))


def _same_raw(one: Entry, other: Entry) -> bool:
    return one.raw == other.raw if one.raw is not None and other.raw is not None else one == other


def merged_charset(base: Catalogue, ours: Catalogue, theirs: Catalogue) -> str:
    """Return the charset of the side that changed it, of ours where both did; a file without header has none."""
    if ours.header is None or theirs.header is None:
        return ours.charset if theirs.header is None else theirs.charset
    if base.header is None:
        return ours.charset
    return theirs.charset if codec(ours.charset) == codec(base.charset) else ours.charset


def merged_style(base: Catalogue, ours: Catalogue, theirs: Catalogue, charset: str) -> Catalogue:
    """Return a catalogue without entries that is written as the side that changed the way of writing has it."""
    names = [field.name for field in fields(Catalogue) if field.name not in {"entries", "tail", "charset"}]
    # A file without entries was not written in any way.
    before = base if base.entries else theirs
    style = {name: pick(*(getattr(file, name) for file in (before, ours, theirs))) for name in names}
    style["bom"] = style["bom"] and codec(charset) == UTF_8
    return replace(ours, entries=(), tail=_tail(base.tail, ours.tail, theirs.tail), charset=charset, **style)


def _tail(base: str, ours: str, theirs: str) -> str:
    """Return the comments behind the last entry."""
    if theirs in {base, ours}:
        return ours
    if ours == base:
        return theirs
    lines = merge_lists(*(tail.removesuffix("\n").split("\n") for tail in (base, ours, theirs)))
    return "\n".join(lines) + "\n"


def encodable(catalogue: Catalogue, sides: Sequence[Catalogue]) -> bool:
    """Whether the charset of a merged catalogue has every character of its texts."""
    name = codec(catalogue.charset)
    if name == UTF_8 or all(codec(side.charset) == name for side in sides):
        return True
    try:
        format_catalogue(catalogue)
    except FileError:
        return False
    return True


def same_style(one: Catalogue, other: Catalogue) -> bool:
    """Whether the raw text of an entry means and looks the same in both files."""
    if (one.newline, one.wrap) != (other.newline, other.wrap):
        return False
    return one.charset == other.charset or codec(one.charset) == codec(other.charset)


def in_style(entry: Entry, side: Catalogue, style: Catalogue, *, refolded: bool) -> Entry:
    """Return an entry of a side without its raw text where that would mean or look something else in the merged file.

    ``refolded`` tells that the other side wrote the entry in another way, without changing what it says.
    """
    raw = entry.raw
    if raw is None:
        return entry
    means_else = codec(side.charset) != codec(style.charset) and _BYTES.search(raw)
    ends_else = side.newline != style.newline and "\r" in raw
    folds_else = refolded and side.wrap != style.wrap
    return replace(entry, raw=None) if means_else or ends_else or folds_else else entry


def with_charset(header: Entry, charset: str) -> Entry:
    """Return a header that names the charset which the file is written in."""
    catalogue = Catalogue((header,))
    declared = _CHARSET.search(catalogue.headers.get("Content-Type", ""))
    name = declared[1] if declared and declared[1] != "CHARSET" else UTF_8
    if codec(name) == codec(charset):
        return header
    fields = {"Content-Type": f"text/plain; charset={charset.upper() if codec(charset) == UTF_8 else charset}"}
    return catalogue.with_headers(fields).entries[0]
