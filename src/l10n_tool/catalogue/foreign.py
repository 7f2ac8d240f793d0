"""Files that are named as a PO file and are something else: what they are, and how to come by the PO file."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from l10n_tool.catalogue.problems import Problem

__all__ = ["foreign_bytes", "foreign_text"]

_MO: Final = ("a compiled catalogue (MO)", "Name the PO file that it was compiled from; msgunfmt gives its texts back.")
_ZIP: Final = ("a ZIP archive", "Unpack it, and name the PO file in it.")
_GZIP: Final = ("compressed by gzip", "Unpack it: gunzip -c FILE > FILE.po")

#: How files of other kinds begin.
_SIGNATURES: Final[Mapping[bytes, tuple[str, str]]] = MappingProxyType(
    {b"\xde\x12\x04\x95": _MO, b"\x95\x04\x12\xde": _MO, b"PK\x03\x04": _ZIP, b"\x1f\x8b": _GZIP}
)
#: Byte order marks, those of UTF-32 before those that begin alike.
_MARKS: Final[Mapping[bytes, str]] = MappingProxyType(
    {b"\xff\xfe\0\0": "UTF-32", b"\0\0\xfe\xff": "UTF-32", b"\xff\xfe": "UTF-16", b"\xfe\xff": "UTF-16"}
)
#: Without a mark: whether each of the first four bytes is NUL, since a PO file begins with ASCII characters.
_NULS: Final[Mapping[tuple[bool, ...], str]] = MappingProxyType(
    {
        (False, True, True, True): "UTF-32LE",
        (True, True, True, False): "UTF-32BE",
        (False, True, False, True): "UTF-16LE",
        (True, False, True, False): "UTF-16BE",
    }
)
_PAGES: Final = ("<!doctype", "<html", "<?xml")


def foreign_bytes(data: bytes) -> Problem | None:
    """Return what a file is whose bytes are no text in its charset, where its first bytes say so."""
    what = next((what for start, what in _SIGNATURES.items() if data.startswith(start)), None)
    if what is not None:
        return Problem(1, 1, f"the file is {what[0]}", what[1])
    charset = _wide_charset(data)
    if not charset:
        return None
    remedy = f"Save it as UTF-8, with charset=UTF-8 in its header: iconv -f {charset} -t UTF-8 FILE > FILE.po"
    return Problem(1, 1, f"the file is in {charset}, which no tool of gettext reads", remedy)


def _wide_charset(data: bytes) -> str:
    """Return the charset that has more than a byte for each character, as iconv calls it, if a file begins so."""
    marked = next((charset for mark, charset in _MARKS.items() if data.startswith(mark)), "")
    return marked or _NULS.get(tuple(not byte for byte in data[:4]), "")


def foreign_text(text: str) -> Problem | None:
    """Return what a text is that cannot be read as PO, where its beginning says so."""
    if text.lstrip()[:9].lower().startswith(_PAGES):
        remedy = "Get the PO file itself: what was saved may be the page around it, or that of an error."
        return Problem(1, 1, "the file is HTML or XML", remedy)
    if "\n" not in text and text.count("\r") > 1:
        # To gettext such a file is one line, and its first comment swallows the rest.
        remedy = "Save the file with line feeds (LF), as all editors can."
        return Problem(1, text.index("\r") + 1, "the lines end in carriage returns only", remedy)
    return None
