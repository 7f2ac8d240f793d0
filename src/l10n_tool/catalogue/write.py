"""Writing PO and POT files: entries that were not changed byte for byte, changed ones in the file's own style."""

from collections.abc import Iterator, Sequence
from typing import Final

from l10n_tool.catalogue.model import DEFAULT_WRAP, Catalogue, Entry, Previous, raws_of
from l10n_tool.catalogue.po import declared_charset, same_charset
from l10n_tool.catalogue.text import fold
from l10n_tool.errors import FileError, Place

__all__ = ["format_catalogue", "format_entry"]

_BOM = b"\xef\xbb\xbf"


def format_catalogue(catalogue: Catalogue, name: str = "catalogue") -> bytes:
    """Return the file's bytes; reading them gives the same entries.

    Raises FileError where a text has a character that the file's charset lacks, and where its header names another
    charset.
    """
    text = catalogue.raw
    if text is None:
        text = _join(catalogue) + catalogue.tail
    if catalogue.newline != "\n":
        text = text.replace("\n", catalogue.newline)
    data = _encoded(text, catalogue.charset, name)
    if catalogue.raw is None:
        _refuse_other_charset(data, catalogue.charset, name)
    return (_BOM if catalogue.bom else b"") + data


def _encoded(text: str, charset: str, name: str) -> bytes:
    try:
        return text.encode(charset)
    except UnicodeEncodeError as error:
        message = f"{charset} has no character {text[error.start]!r}"
        remedy = "Convert the file to UTF-8, with msgconv -t UTF-8 for instance."
        raise FileError(f"{name}: {message}", remedy=remedy) from None
    except LookupError:
        raise _misnamed(f"there is no charset {charset!r} to write it in", name) from None


def _refuse_other_charset(data: bytes, charset: str, name: str) -> None:
    """Raise FileError where whoever reads the bytes would take them for another charset."""
    declared = declared_charset(data)[0]
    if declared and not same_charset(declared, charset):
        raise _misnamed(f"the header names the charset {declared}, and the file would be written in {charset}", name)


def _misnamed(message: str, name: str) -> FileError:
    from l10n_tool.catalogue.problems import RefusedError

    remedy = "Give a catalogue other entries by its with_entries, and another charset by with_headers and Content-Type."
    return RefusedError(message, place=Place(name), remedy=remedy)


def _join(catalogue: Catalogue) -> str:
    parts: list[str] = []
    ended = True
    for entry, raw in zip(catalogue.entries, raws_of(catalogue.entries), strict=True):
        text = raw
        if text is None:
            text = _format_like(entry, catalogue)
            text = "\n" + text if parts else text
        # The last line of a file may lack its newline, and an entry that follows it needs one; but where an entry
        # ended in the middle of a line, the next keyword goes on there.
        if not ended and not text.startswith("msg"):
            parts.append("\n")
        parts.append(text)
        ended = text.endswith("\n")
    return "".join(parts)


def _format_like(entry: Entry, catalogue: Catalogue) -> str:
    """Return the text of an entry in the style of its catalogue."""
    if len(entry.references) > 1 and catalogue.fill_references:
        return format_entry(entry, catalogue.wrap, fill_references=True)
    return format_entry(entry, catalogue.wrap)


def format_entry(entry: Entry, wrap: int, *, fill_references: bool = False) -> str:
    """Return the text of one entry, from its translator comments to its last form.

    References have a line each, or fill lines as gettext writes them.
    """
    lines = _marked("#", entry.comments) + _marked("#.", entry.extracted)
    lines += [f"#: {reference}" for reference in (_filled(entry, wrap) if fill_references else entry.references)]
    if entry.flags:
        lines.append("#, " + ", ".join(entry.flags))
    # gettext's reader goes on in the next line after a backslash at the very end of one, also in a comment.
    lines = [f"{line} " if line.endswith("\\") else line for line in lines]
    mark = "#~ " if entry.obsolete else ""
    if entry.previous:
        previous = "#~| " if entry.obsolete else "#| "
        lines += [previous + line for line in _source(entry.previous, wrap and wrap - len(previous))]
    strings = _strings(entry, wrap and wrap - len(mark))
    lines += [mark + line for line in strings] if mark else strings
    return "\n".join(lines) + "\n"


#: What gettext writes around a name with spaces.
_NAME_START: Final = "\u2068"
_NAME_END: Final = "\u2069"


def _filled(entry: Entry, wrap: int) -> Iterator[str]:
    """Yield lines of references; gettext fills them where it does not fold strings too."""
    row, room, alone = "", (wrap or DEFAULT_WRAP) - len("#: "), False
    for reference in entry.references:
        # On one line a mark without its partner would be read with the mark of another reference.
        was_alone, alone = alone, reference.count(_NAME_START) != reference.count(_NAME_END)
        if row and (alone or was_alone or len(row) + 1 + len(reference) > room):
            yield row
            row = ""
        row += f" {reference}" if row else reference
    if row:
        yield row


def _marked(mark: str, comments: Sequence[str]) -> list[str]:
    return [f"{mark} {line}".rstrip(" ") for comment in comments for line in comment.split("\n")]


def _source(source: Entry | Previous, width: int) -> list[str]:
    lines = [] if source.msgctxt is None else fold("msgctxt", source.msgctxt, width)
    lines += fold("msgid", source.msgid, width)
    if source.msgid_plural is not None:
        lines += fold("msgid_plural", source.msgid_plural, width)
    return lines


def _strings(entry: Entry, width: int) -> list[str]:
    lines = _source(entry, width)
    if entry.msgid_plural is None:
        return lines + fold("msgstr", entry.msgstr[0] if entry.msgstr else "", width)
    for index, form in enumerate(entry.msgstr or ("",)):
        lines += fold(f"msgstr[{index}]", form, width)
    return lines
