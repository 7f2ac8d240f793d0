"""Reading PO and POT files, as strictly as msgfmt reads them, and keeping the raw text of every entry.

The format is that of the gettext manual, "The Format of PO Files". A string may stand in several pieces on one line
or on many; ``#~`` marks obsolete lines, ``#|`` the previous source. What msgfmt refuses is refused here, with line
and column; all problems of a file are told in one error.
"""

import codecs
import gc
import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from l10n_tool.catalogue.entries import read_entries
from l10n_tool.catalogue.model import Catalogue, read_whole

if TYPE_CHECKING:
    from l10n_tool.catalogue.problems import CatalogueError

__all__ = ["declared_charset", "decode_catalogue", "holds_po", "parse_catalogue", "same_charset"]

_CHARSET: Final = rb'Content-Type:[^"\\\n]*charset=([A-Za-z0-9_.:+-]+)'
#: What xgettext leaves in a template to be filled in.
_NO_CHARSET: Final = "CHARSET"
#: Plain ASCII that every charset of PO files leaves alone, and host names (IDNA) cannot hold.
_SAMPLE: Final = 'msgid "..."\n'


def parse_catalogue(data: bytes, name: str = "catalogue") -> Catalogue:
    """Read a PO or POT file.

    Writing the result with ``format_catalogue`` gives ``data`` back. Raises CatalogueError.
    """
    text, charset, newline = decode_catalogue(data, name)
    with _no_collection():
        entries, tail = read_entries(text, name, charset)
    return read_whole(text, entries, tail, charset, newline, data.startswith(codecs.BOM_UTF8))


def decode_catalogue(data: bytes, name: str) -> tuple[str, str, str]:
    r"""Return the text of a file with ``\n`` at the ends of its lines, its charset, and how it ends lines itself.

    A file that ends all its lines in CRLF is read as if they were LF; in a mixed file the CRs stay in the text. Raises
    CatalogueError.
    """
    body = data.removeprefix(codecs.BOM_UTF8)
    charset = _charset(body, name)
    text = _decode(body, charset, name)
    if "\r" in text and text.count("\r\n") == text.count("\n") > 0:
        return text.replace("\r\n", "\n"), charset, "\r\n"
    return text, charset, "\n"


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


def declared_charset(body: bytes) -> tuple[str, int]:
    """Return the charset that a file's header names, empty where it names none, and where its field begins."""
    fields = (match.start() for match in re.finditer(rb"Content-Type:", body, re.IGNORECASE))
    # What a comment says of a charset is for people.
    at = next((at for at in fields if not body[body.rfind(b"\n", 0, at) + 1 : at].lstrip().startswith(b"#")), len(body))
    # The field may stand in several strings.
    start = re.sub(rb'"\s*"', b"", body[at : at + 500])
    match = re.match(_CHARSET, start, re.IGNORECASE)
    declared = match[1].decode("ascii") if match else ""
    return ("" if declared == _NO_CHARSET else declared), at


def same_charset(one: str, other: str) -> bool:
    """Whether two names mean the same charset; one that nobody knows is only itself."""
    if one.lower() == other.lower():
        return True
    try:
        return codecs.lookup(one).name == codecs.lookup(other).name
    except LookupError:
        return False


def holds_po(charset: str) -> bool:
    """Whether a PO file can be in a charset: it is ASCII at heart.

    This rules out UTF-16 and codecs that are no charsets at all.
    """
    try:
        return _SAMPLE.encode(charset).decode() == _SAMPLE
    except (LookupError, UnicodeError):
        return False


def _charset(body: bytes, name: str) -> str:
    """Return the charset that the header names, or UTF-8; it is needed before anything can be decoded."""
    declared, at = declared_charset(body)
    if declared in {"", "UTF-8", "utf-8"}:
        return declared or "utf-8"
    if not holds_po(declared):
        remedy = "Convert the file to UTF-8 and write charset=UTF-8 in its header."
        raise _refused(name, (body.count(b"\n", 0, at) + 1, 1), f"unknown charset {declared!r}", remedy)
    return declared


def _decode(body: bytes, charset: str, name: str) -> str:
    remedy = "Save the file in the charset that its header names, or mend the header."
    try:
        text = body.decode(charset)
    except UnicodeDecodeError as error:
        message = f"byte 0x{body[error.start]:02x} is not {charset.upper()}"
        place = _place(body[: error.start].decode(charset, "replace"))
        raise _refused(name, place, message, remedy, body) from None
    # A few charsets write one character in several ways, and what was not changed must stay as it was.
    if charset.lower() != "utf-8" and text.encode(charset, "replace") != body:
        raise _refused(name, (1, 1), f"{charset} does not give the file's bytes back", remedy)
    at = text.find("\0")
    if at >= 0:
        remedy = "A file with NUL characters was damaged, often by a crash: take it from version control."
        raise _refused(name, _place(text[:at]), "a NUL character", remedy, body)
    return text


def _place(before: str) -> tuple[int, int]:
    """Return the line and the column of what comes after a text."""
    return before.count("\n") + 1, len(before) - before.rfind("\n")


def _refused(name: str, place: tuple[int, int], message: str, remedy: str, body: bytes = b"") -> "CatalogueError":
    """Return the error of a file that cannot be decoded; one that is no PO file at all is told as what it is."""
    from l10n_tool.catalogue.foreign import foreign_bytes
    from l10n_tool.catalogue.problems import CatalogueError, Problem

    return CatalogueError(name, [foreign_bytes(body) or Problem(*place, message, remedy)])
