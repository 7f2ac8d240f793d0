"""The very text of a catalogue, read again before it is written: what the writer made of it is what it holds.

Entries that a file keeps are in the text as their raw text, one after another; what stands between them is read.
"""

from collections.abc import Sequence

from l10n_tool.catalogue.entries import read_entries
from l10n_tool.catalogue.model import Catalogue, Entry, keys_of, raws_of
from l10n_tool.catalogue.po import decode_catalogue, parse_catalogue, same_charset
from l10n_tool.catalogue.problems import CatalogueError, RefusedError
from l10n_tool.catalogue.text import quote
from l10n_tool.errors import Place

__all__ = ["read_back"]

_REMEDY = "Nothing was written. Change an entry with its own replace, and give msgstr as a tuple of texts."


def read_back(before: Catalogue, after: Catalogue, data: bytes, name: str) -> Catalogue:
    """Return ``after`` as it stands in its bytes: the entries of ``before`` themselves, all others as they are read.

    Raises FileError where the bytes cannot be read, or hold another entry or text than ``after`` does.
    """
    known = {id(entry) for entry in before.entries if entry.match is not None or entry.raw is not None}
    places = [at for at, entry in enumerate(after.entries) if id(entry) not in known]
    found = _between(places, before.charset, after, data, name) or _whole(after, data, name)
    return after.with_entries(found)


def _between(places: Sequence[int], was: str, after: Catalogue, data: bytes, name: str) -> tuple[Entry, ...] | None:
    """Return the entries with those at these places as they are read; None where it takes a reading of all.

    It does where the bytes are not in the charset that the file was in: escaped bytes in a raw text are others then.
    """
    try:
        text, charset, _ = decode_catalogue(data, name)
        pieces = _pieces(places, after, text) if same_charset(charset, was) else None
        if pieces is None:
            return None
        read, rest = read_entries("".join(pieces), name, charset)
    except CatalogueError:
        return None
    new = [after.entries[at] for at in places]
    if rest.strip() or len(read) != len(new) or not all(map(_agree, new, read)) or _again(after, new):
        return None
    found = list(after.entries)
    for at, entry in zip(places, read, strict=True):
        found[at] = entry
    return tuple(found)


def _pieces(places: Sequence[int], after: Catalogue, text: str) -> list[str] | None:
    """Return the text at these places, in pieces; None where the other entries do not stand around it."""
    pieces: list[str] = []
    at = first = 0
    every = [raw or "" for raw in raws_of(after.entries)]
    for place in places:
        raws = every[first:place]
        # The first raw text says where they begin, after what was written anew.
        start = text.find(raws[0], at) if raws and first else at
        run = "".join(raws)
        if start < 0 or not text.startswith(run, start):
            return None
        pieces.append(text[at:start])
        at, first = start + len(run), place + 1
    rest = "".join(every[first:]) + after.tail
    end = len(text) - len(rest)
    return [*pieces, text[at:end]] if end >= at and text.endswith(rest) else None


def _again(after: Catalogue, new: Sequence[Entry]) -> bool:
    """Whether the key of a new entry is there more than once."""
    keys, msgids = set(keys_of(new)), {entry.msgid for entry in new}
    return sum(entry.key in keys for entry in after.entries if entry.msgid in msgids) > len(new)


def _whole(after: Catalogue, data: bytes, name: str) -> tuple[Entry, ...]:
    try:
        found = parse_catalogue(data, name).entries
    except CatalogueError as error:
        problem = error.problems[0]
        message = f"what would be written cannot be read again, in its line {problem.line}: {problem.message}"
        raise RefusedError(message, place=Place(name), remedy=f"Nothing was written. {problem.remedy}") from None
    for meant, read in zip(after.entries, found, strict=False):
        if not _agree(meant, read):
            raise _differs(meant, name)
    if len(found) != len(after.entries):
        raise RefusedError("what would be written has other entries than it should", place=Place(name), remedy=_REMEDY)
    return found


def _agree(meant: Entry, read: Entry) -> bool:
    """Whether an entry is read with the source and the texts that it was written for."""
    return (
        meant.msgid == read.msgid
        and (meant.msgstr or ("",)) == read.msgstr
        and meant.msgctxt == read.msgctxt
        and meant.msgid_plural == read.msgid_plural
        and meant.obsolete == read.obsolete
        and meant.fuzzy == read.fuzzy
    )


def _differs(entry: Entry, name: str) -> RefusedError:
    message = f"the entry {quote(entry.msgid[:60])} would be written with other texts than it should"
    return RefusedError(message, place=Place(name, entry.line), remedy=_REMEDY)
