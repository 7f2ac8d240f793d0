"""The form of a catalogue in which a commit shows what people changed, and nothing else.

- UTF-8 without byte order mark and LF, and a header that says so. ``charset=CHARSET``, the gap that xgettext leaves for
  msginit, stays in a template that is ASCII.
- The header first, the entries and then the obsolete ones as the file has them: nothing is sorted.
- One empty line between entries and none inside, no blanks at the ends of lines, a space after every comment mark. The
  marks ``#=`` and ``#!`` stay as they are, since later versions of gettext write flags on such lines.
- References name the file without a line, each file once, one on a line.
- ``fuzzy`` is the first flag, those that gettext knows follow in its order, all others as they stood.
- Long strings folded at 79 columns, except in entries that are flagged ``no-wrap``.
- All that people write stays: texts, comments, flags, header fields, dates, obsolete entries with their previous
  source, and comments after the last entry.

But for the references, which msgcat puts on one line, it is what msgcat writes (gettext manual, "Invoking the msgcat
Program"), as far as msgcat does not lose anything: flags it does not know, empty obsolete entries, the last comments.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from l10n_tool.catalogue.layout import BLANK
from l10n_tool.catalogue.model import DEFAULT_WRAP, FUZZY, Catalogue, Entry
from l10n_tool.catalogue.po import parse_catalogue
from l10n_tool.catalogue.problems import CatalogueError
from l10n_tool.catalogue.references import without_lines
from l10n_tool.catalogue.write import format_entry

__all__ = ["Noise", "Tidied", "tidy_catalogue"]


class Noise(StrEnum):
    """What makes a catalogue noisy."""

    CHARSET = "charset"
    BYTE_ORDER_MARK = "byte order mark"
    LINE_ENDS = "line ends"
    ORDER = "order"
    REFERENCES = "references"
    FLAGS = "flags"
    COMMENTS = "comments"
    FOLDING = "folding"
    BLANKS = "blanks"


@dataclass(frozen=True, slots=True)
class Tidied:
    """A tidy catalogue, what had to change for it, and in how many entries; the catalogue itself if nothing had."""

    catalogue: Catalogue
    noise: tuple[Noise, ...] = ()
    entries: int = 0


_UTF_8: Final = "UTF-8"
_CHARSET: Final = re.compile(r"(^Content-Type:[^\n]*?charset=)([\w.:+-]+)", re.IGNORECASE | re.MULTILINE | re.ASCII)
_NO_CHARSET: Final = "CHARSET"


#: gettext's flags for formats in the order in which its tools write them (gettext manual, "Sticky flags").
_FORMATS: Final = (
    "c", "objc", "c++", "python", "python-brace", "java", "java-printf", "csharp", "javascript", "scheme", "lisp",
    "elisp", "librep", "rust", "go", "ruby", "sh", "sh-printf", "awk", "lua", "object-pascal", "modula2", "d",
    "ocaml", "smalltalk", "qt", "qt-plural", "kde", "kde-kuit", "boost", "tcl", "perl", "perl-brace", "php",
    "gcc-internal", "gfc-internal", "ycp",
)  # fmt: skip
_RANK: Final = MappingProxyType({f"{no}{name}-format": at for at, name in enumerate(_FORMATS, 1) for no in ("", "no-")})
_RANGE_RANK: Final = len(_FORMATS) + 1
_WRAP_RANK: Final = _RANGE_RANK + 1
_OTHER_RANK: Final = _WRAP_RANK + 1
_NO_WRAP: Final = "no-wrap"

#: An entry of short strings that is tidy as it stands, as most of them are: no line of it can be folded. A character
#: takes two columns at most.
_TIDY: Final = re.compile(
    r"\n(?:#(?: [^\n]*[^ \t\f\v\r\n])?\n)*(?:#\.(?: [^\n]*[^ \t\f\v\r\n])?\n)*(?:#: [^\s:\u2068]+\n)?"
    r'(?:#, [a-z-]+\n)?(?:(?:msgctxt|msgid|msgstr) "(?:[^\x00-\x1f\x7f"\\]{0,34}|[ !#-\[\]-~]{0,69})"\n)+'
)

_LINE_KINDS: Final = MappingProxyType({":": Noise.REFERENCES, ",": Noise.FLAGS, "|": Noise.FOLDING, "~": Noise.FOLDING})
_ENTRY_NOISE: Final = frozenset({Noise.REFERENCES, Noise.FLAGS, Noise.COMMENTS, Noise.FOLDING, Noise.BLANKS})
#: Comment marks that are not a translator's, but that the reader keeps among the translator's comments.
_OTHER_MARKS: Final = ("#=", "#!")


def tidy_catalogue(catalogue: Catalogue) -> Tidied:
    """Bring a catalogue to the tidy form.

    Every entry keeps its fields, but for the lines in its references and the order of its flags; a tidy catalogue is
    given back as it is.
    """
    whole = _in_utf_8(catalogue)
    entries = sorted(whole.entries, key=_place)
    tidied = [_tidy_entry(entry, first=not at) for at, entry in enumerate(entries)]
    tail = _tidy_tail(whole.tail, bool(entries))
    noise = _noise_around(catalogue, whole) | _noise_within(entries, tidied)
    if tail != whole.tail:
        noise.add(Noise.COMMENTS if tail.split() != whole.tail.split() else Noise.BLANKS)
    if any(a is not b for a, b in zip(entries, whole.entries, strict=True)):
        noise.add(Noise.ORDER)
    if not noise:
        return Tidied(catalogue)
    changed = sum(a is not b for a, b in zip(entries, tidied, strict=True))
    result = Catalogue(tuple(tidied), tail, whole.charset)
    return Tidied(result, tuple(kind for kind in Noise if kind in noise), changed)


def _place(entry: Entry) -> int:
    return 2 if entry.obsolete else 0 if entry.is_header else 1


def _noise_around(before: Catalogue, after: Catalogue) -> set[Noise]:
    """Return what of the file as a whole has to change."""
    found = set()
    if before is not after:
        found.add(Noise.CHARSET)
    if before.bom:
        found.add(Noise.BYTE_ORDER_MARK)
    if before.newline != "\n" or any("\r\n" in (entry.raw or "") for entry in before.entries):
        found.add(Noise.LINE_ENDS)
    return found


def _noise_within(before: Iterable[Entry], after: Iterable[Entry]) -> set[Noise]:
    """Return in what the texts of the entries that changed differ."""
    changed = [(old.raw or "", new.raw or "") for old, new in zip(before, after, strict=True) if old is not new]
    if all(old.replace("\r\n", "\n") == new for old, new in changed):
        return set()
    old, new = (_lines_by_kind("".join(texts).split("\n")) for texts in zip(*changed, strict=True))
    # Where each kind is as it was, they stood in another order.
    return {kind for kind in _ENTRY_NOISE if old[kind] != new[kind]} or {Noise.COMMENTS}


def _lines_by_kind(lines: Iterable[str]) -> dict[Noise, list[str]]:
    kinds: dict[Noise, list[str]] = {kind: [] for kind in _ENTRY_NOISE}
    for line in lines:
        bare = line.strip(BLANK)
        if bare:
            kind = _LINE_KINDS.get(bare[1:2], Noise.COMMENTS) if bare[0] == "#" else Noise.FOLDING
            kinds[kind].append(bare)
        if not bare or len(bare) != len(line.rstrip("\r")):
            kinds[Noise.BLANKS].append(line.rstrip("\r"))
    return kinds


def _tidy_entry(entry: Entry, *, first: bool) -> Entry:
    """Return the entry with its tidy text as raw text; itself if that is what it has."""
    if entry.raw and not first and _TIDY.fullmatch(entry.raw):
        return entry
    references = without_lines(entry.references)
    flags = tuple(sorted(entry.flags, key=_rank)) if len(entry.flags) > 1 else entry.flags
    changed = entry
    if references != entry.references or flags != entry.flags:
        changed = replace(entry, references=references, flags=flags)
    raw = ("" if first else "\n") + _text_of(changed)
    return entry if raw == entry.raw else replace(changed, raw=raw)


def _text_of(entry: Entry) -> str:
    wrap = 0 if _NO_WRAP in entry.flags else DEFAULT_WRAP
    raw = entry.raw or ""
    if not any(mark in raw for mark in _OTHER_MARKS):
        return format_entry(entry, wrap)
    lines = [line.strip(BLANK) for line in raw.split("\n")]
    comments = [line for line in lines if line[:1] == "#" and line[1:2] not in {".", ":", ",", "|", "~"}]
    marked = zip(comments, entry.comments, strict=True)
    own = [line if line.startswith(_OTHER_MARKS) else f"# {comment}".rstrip(" ") for line, comment in marked]
    return "".join(f"{line}\n" for line in own) + format_entry(replace(entry, comments=()), wrap)


def _rank(flag: str) -> int:
    if flag == FUZZY:
        return 0
    if flag.startswith("range:"):
        return _RANGE_RANK
    return _WRAP_RANK if flag in {"wrap", _NO_WRAP} else _RANK.get(flag, _OTHER_RANK)


def _tidy_tail(tail: str, after_entries: bool) -> str:
    r"""Return the comments after the last entry with one empty line before them, and one at most between two."""
    lines = [line.strip(BLANK) for line in tail.split("\n")]
    text = "\n".join(line for at, line in enumerate(lines) if line or (at and lines[at - 1])).strip("\n")
    if not text:
        return ""
    return ("\n" if after_entries else "") + text + "\n"


def _in_utf_8(catalogue: Catalogue) -> Catalogue:
    """Return the catalogue in UTF-8, with a header that says so; itself where nothing has to change.

    So it is, too, where the charset stands in no header that could be changed.
    """
    header = catalogue.header
    match = _CHARSET.search(header.msgstr[0]) if header else None
    if header is None or match is None or not _to_convert(match[2], catalogue):
        return catalogue
    text = header.msgstr[0][: match.start(2)] + _UTF_8 + header.msgstr[0][match.end(2) :]
    raw = (header.raw or "").replace(f"={match[2]}", f"={_UTF_8}", 1)
    changed = replace(header, msgstr=(text, *header.msgstr[1:]), raw=raw)
    if not _says_utf_8(changed):
        return catalogue
    entries = tuple(changed if entry is header else entry for entry in catalogue.entries)
    return replace(catalogue, entries=entries, charset=_UTF_8)


def _to_convert(charset: str, catalogue: Catalogue) -> bool:
    if charset == _NO_CHARSET:
        texts = (catalogue.tail, *(entry.raw or format_entry(entry, 0) for entry in catalogue.entries))
        return not all(text.isascii() for text in texts) or any(any(entry.msgstr) for entry in catalogue.messages)
    # Python's other names of UTF-8 are not gettext's.
    return {charset.upper(), catalogue.charset.upper()} != {_UTF_8}


def _says_utf_8(header: Entry) -> bool:
    """Whether a file that begins with this header is read as UTF-8, in whatever way the header is written."""
    try:
        return parse_catalogue(format_entry(header, DEFAULT_WRAP).encode()).charset == _UTF_8
    except CatalogueError:
        return False
