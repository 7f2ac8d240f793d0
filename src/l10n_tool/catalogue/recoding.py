"""A catalogue in another charset: the same texts, in other bytes."""

import re
from dataclasses import replace
from typing import Final

from l10n_tool.catalogue.model import Catalogue, Entry
from l10n_tool.catalogue.po import declared_charset, holds_po, same_charset
from l10n_tool.catalogue.write import format_entry

__all__ = ["in_named_charset"]

_UTF_8: Final = "utf-8"
#: What stands for a byte of the file's charset, and so for another character in another charset.
_BYTES: Final = re.compile(r"\\(?:x|[0-7])")


def in_named_charset(catalogue: Catalogue) -> Catalogue:
    """Return the catalogue in the charset that its header names, every text as it was.

    Itself where it is in that charset, and where none is named that a PO file can be in.
    """
    header = catalogue.header
    named = declared_charset(format_entry(header, 0).encode(errors="replace"))[0] if header else ""
    if not named or same_charset(named, catalogue.charset) or not holds_po(named):
        return catalogue
    entries = tuple(map(_without_bytes, catalogue.entries))
    return replace(catalogue, entries=entries, charset=named, bom=catalogue.bom and same_charset(named, _UTF_8))


def _without_bytes(entry: Entry) -> Entry:
    """Return an entry without its raw text where bytes of a charset are escaped in that."""
    return replace(entry, raw=None) if entry.raw is not None and _BYTES.search(entry.raw) else entry
