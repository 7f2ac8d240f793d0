"""Two versions of a catalogue that come from one, merged by entry."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from l10n_tool.catalogue import Catalogue, CatalogueError, Entry, Key, format_catalogue, parse_catalogue
from l10n_tool.catalogue.three_way import MergedVersions, Standing, Witness, lost_in_merge, merge_versions
from l10n_tool.errors import FileError
from l10n_tool.provenance import State, records, state
from l10n_tool.storage import read_bytes, rewrite, write_bytes

__all__ = ["PROVENANCE", "MergedFile", "merge_files"]

_FAULT: Final = "Nothing was written. This is a fault of l10n-tool: please report it with the three files."
_STANDING: Final = {
    State.UNTRANSLATED: Standing.EMPTY,
    State.DRAFT: Standing.MACHINE,
    State.STALE: Standing.STALE,
    State.TRANSLATED: Standing.TRANSLATED,
    State.APPROVED: Standing.APPROVED,
}


def _standing(entry: Entry) -> Standing:
    return _STANDING[state(entry)]


def _records(comments: Sequence[str]) -> Iterator[slice]:
    """Yield which comments are a draft's or an approval's, all lines of each together."""
    return (place for _, place in records(comments))


def _is_sound(entry: Entry) -> bool:
    """Whether the directives of a text are those that the flags of its entry ask for."""
    from l10n_tool.checks.format_strings import CHECK
    from l10n_tool.checks.model import Subject

    return CHECK.of_entry is None or not any(CHECK.of_entry(Subject(entry, "")))


#: Whose text an entry holds, by the draft and approval lines in it.
PROVENANCE: Final = Witness(_standing, _records, _is_sound)


@dataclass(frozen=True, slots=True)
class MergedFile:
    """A merge that was written; ``lines`` are the places of the entries with two texts, by key."""

    name: str
    merged: MergedVersions
    lines: dict[Key, int]
    changed: bool
    has_base: bool


@dataclass(frozen=True, slots=True)
class _Result:
    merged: MergedVersions
    data: bytes
    lines: dict[Key, int]


def merge_files(base: Path, ours: Path, theirs: Path, output: Path | None = None, *, name: str = "") -> MergedFile:
    """Merge THEIRS into OURS, and write the result there or to ``output``.

    BASE is the version that both come from; where it is empty or not there, they come from none. ``name`` is what the
    files are called in messages: git merges copies. Raises FileError for a version that cannot be read; nothing is
    written then.
    """
    common = _read(base, name, "base") if base.exists() else Catalogue()
    other = _read(theirs, name, "theirs")
    label = name or (output or ours).as_posix()
    result: _Result | None = None

    def make(now: bytes) -> bytes:
        nonlocal result
        result = _merge(common, parse_catalogue(now, _label(ours, name, "ours")), other, label)
        return result.data

    changed = _write(make, ours, output)
    assert result is not None
    return MergedFile(label, result.merged, result.lines, changed, has_base=bool(common.entries))


def _write(make: Callable[[bytes], bytes], ours: Path, output: Path | None) -> bool:
    if output is not None and not (output.exists() and output.samefile(ours)):
        return write_bytes(output, make(read_bytes(ours)))
    # Read first: a file that is missing is told as such.
    read_bytes(ours)
    return rewrite(ours, make)


def _label(path: Path, name: str, side: str) -> str:
    return f"{name} ({side})" if name else path.as_posix()


def _read(path: Path, name: str, side: str) -> Catalogue:
    return parse_catalogue(read_bytes(path), _label(path, name, side))


def _merge(base: Catalogue, ours: Catalogue, theirs: Catalogue, name: str) -> _Result:
    """Merge, and look at what will be written before it is. Raises FileError."""
    merged = merge_versions(base, ours, theirs, PROVENANCE)
    lost = lost_in_merge(base, ours, theirs, merged.catalogue, PROVENANCE)
    if lost:
        more = f" and {len(lost) - 1} more" if len(lost) > 1 else ""
        raise FileError(f"{name}: {lost[0]}{more} would be lost", remedy=_FAULT)
    data = format_catalogue(merged.catalogue, name)
    read = _read_again(merged.catalogue, data, name)
    keys = {conflict.entry.key for conflict in merged.conflicts}
    return _Result(merged, data, {entry.key: entry.line for entry in read.entries if entry.key in keys})


def _read_again(catalogue: Catalogue, data: bytes, name: str) -> Catalogue:
    """Return the catalogue as it stands in its bytes, which must be read as they are meant. Raises FileError."""
    try:
        read = parse_catalogue(data, name)
    except CatalogueError as error:
        raise FileError(f"{name}: what would be written cannot be read: {error.message}", remedy=_FAULT) from None
    if len(read.entries) != len(catalogue.entries) or not all(map(_agree, catalogue.entries, read.entries)):
        raise FileError(f"{name}: what would be written is not what was merged", remedy=_FAULT)
    return read


def _agree(meant: Entry, read: Entry) -> bool:
    # The raw text of an entry may have got its line end, or the empty line before it.
    raw = meant.raw
    return (raw is not None and raw.strip("\n") == (read.raw or "").strip("\n")) or meant == read
