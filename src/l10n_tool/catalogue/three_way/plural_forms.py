"""Entries with as many forms as the merged header asks for, where one side changed their number."""

from l10n_tool.catalogue.model import FUZZY, Catalogue, Entry
from l10n_tool.catalogue.three_way.entries import with_forms

__all__ = ["form_count", "with_form_count"]


def form_count(header: Entry | None) -> int | None:
    """Return how many forms a header asks for, or None where it does not say."""
    from l10n_tool.catalogue.plurals import PluralFormsError, parse_plural_forms

    if header is None:
        return None
    try:
        return parse_plural_forms(Catalogue((header,)).headers.get("Plural-Forms", "")).count
    except PluralFormsError:
        return None


def with_form_count(entry: Entry, count: int) -> Entry:
    """Return a plural entry with so many forms, stale if it had others: nobody has seen them under this header."""
    if entry.msgid_plural is None or entry.obsolete or len(entry.msgstr) == count:
        return entry
    forms, cut = with_forms(entry.msgstr, count)
    flags = entry.flags if entry.fuzzy or not any(forms) else (FUZZY, *entry.flags)
    return entry.replace(msgstr=forms, comments=(*entry.comments, *cut), flags=flags)
