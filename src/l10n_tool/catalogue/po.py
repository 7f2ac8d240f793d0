"""Reading PO and POT files, as strictly as msgfmt reads them, and keeping the raw text of every entry.

The format is that of the gettext manual, "The Format of PO Files". A string may stand in several pieces on one line
or on many; ``#~`` marks obsolete lines, ``#|`` the previous source. What msgfmt refuses is refused here, with line
and column; all problems of a file are told in one error.
"""

import codecs
import gc
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Final

from l10n_tool.catalogue.entries import read_entries
from l10n_tool.catalogue.model import DEFAULT_WRAP, Catalogue, Entry
from l10n_tool.catalogue.problems import CatalogueError, Problem

__all__ = ["CatalogueError", "Problem", "parse_catalogue"]

_CONTENT_TYPE: Final = re.compile(rb"Content-Type:", re.IGNORECASE)
_CHARSET: Final = re.compile(rb'Content-Type:[^"\\\n]*charset=([A-Za-z0-9_.:+-]+)', re.IGNORECASE)
#: Plain ASCII that every charset of PO files leaves alone, and host names (IDNA) cannot hold.
_SAMPLE: Final = 'msgid "..."\n'

#: A line longer than this, with a space beyond gettext's width, was left unfolded on purpose.
_LONG: Final = DEFAULT_WRAP + 20
_UNFOLDED: Final = re.compile(rf"\n(?!#)(?=[^\n]{{{_LONG + 1}}})[^\n]{{{DEFAULT_WRAP}}}[^\n ]*+ ")


def parse_catalogue(data: bytes, name: str = "catalogue") -> Catalogue:
    """Read a PO or POT file.

    Writing the result with ``format_catalogue`` gives ``data`` back. Raises CatalogueError.
    """
    bom = data.startswith(codecs.BOM_UTF8)
    body = data.removeprefix(codecs.BOM_UTF8)
    charset = _charset(body, name)
    text = _decode(body, charset, name)
    # A file that ends all its lines in CRLF is read as if they were LF; in a mixed file the CRs stay in the raw text.
    crlf = "\r" in text and text.count("\r\n") == text.count("\n") > 0
    if crlf:
        text = text.replace("\r\n", "\n")
    with _no_collection():
        entries, tail = read_entries(text, name, charset)
    return Catalogue(entries, tail, charset, "\r\n" if crlf else "\n", bom, _wrap_of(text, entries))


@contextmanager
def _no_collection() -> Iterator[None]:
    """Keep the garbage collector from going through thousands of entries again and again while more are made."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def _charset(body: bytes, name: str) -> str:
    """Return the charset that the header names, or UTF-8; it is needed before anything can be decoded."""
    field = _CONTENT_TYPE.search(body)
    # The field may stand in several strings.
    start = re.sub(rb'"\s*"', b"", body[field.start() : field.start() + 500]) if field else b""
    match = _CHARSET.match(start)
    declared = match[1].decode("ascii") if match else "utf-8"
    if declared == "CHARSET":
        return "utf-8"
    # PO files are ASCII at heart, which rules out UTF-16 and codecs that are no charsets at all.
    try:
        known = _SAMPLE.encode(declared).decode() == _SAMPLE
    except (LookupError, UnicodeError):
        known = False
    if not known:
        line = body.count(b"\n", 0, field.start() if field else 0) + 1
        remedy = "Convert the file to UTF-8 and write charset=UTF-8 in its header."
        raise CatalogueError(name, [Problem(line, 1, f"unknown charset {declared!r}", remedy)])
    return declared


def _decode(body: bytes, charset: str, name: str) -> str:
    try:
        text = body.decode(charset)
    except UnicodeDecodeError as error:
        message = f"byte 0x{body[error.start]:02x} is not {charset.upper()}"
        raise CatalogueError(name, [_undecoded(body, error.start, message)]) from None
    # A few charsets write one character in several ways, and what was not changed must stay as it was.
    if charset.lower() != "utf-8" and text.encode(charset, "replace") != body:
        raise CatalogueError(name, [_undecoded(body, 0, f"{charset} does not give the file's bytes back")])
    at = text.find("\0")
    if at >= 0:
        line, column = text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)
        remedy = "A file with NUL characters was damaged, often by a crash: take it from version control."
        raise CatalogueError(name, [Problem(line, column, "a NUL character", remedy)])
    return text


def _undecoded(body: bytes, at: int, message: str) -> Problem:
    line, column = body.count(b"\n", 0, at) + 1, at - body.rfind(b"\n", 0, at)
    return Problem(line, column, message, "Save the file in the charset that its header names, or mend the header.")


def _wrap_of(text: str, entries: Sequence[Entry]) -> int:
    """Tell how a file folds long strings: 0 where one stands unfolded, else gettext's width."""
    if not _UNFOLDED.search("\n" + text):
        return DEFAULT_WRAP
    lines = (line for entry in entries for line in (entry.raw or "").split("\n"))
    unfolded = any(len(n) > _LONG and n.startswith(('"', "msg")) and " " in n[DEFAULT_WRAP:] for n in lines)
    return 0 if unfolded else DEFAULT_WRAP
