"""Translations that bring in what their source lacks, and what would run in a browser: a program may show them there.

Most have no sign of it, and are told at a glance, without the checks that look into the others.
"""

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

from l10n_tool.catalogue import Entry

if TYPE_CHECKING:
    from l10n_tool.checks.model import Check

__all__ = ["brings_in"]


def brings_in(entry: Entry, locale: str, *, own: bool = False) -> bool:
    """Whether a translation has a script, an event handler or the like that its source lacks.

    In a project's own program strings an address that is not the source's counts too, as in its documents; the
    catalogues of other projects may have their reasons.
    """
    sources = (entry.msgid,) if entry.msgid_plural is None else (entry.msgid, entry.msgid_plural)
    if not any(_may_run(form, *sources) or (own and "@" in form) for form in entry.msgstr):
        return False
    from l10n_tool.checks.finding import Severity
    from l10n_tool.checks.model import Subject

    subject = Subject(entry, locale)
    finds = [check.of_entry for check in _checks(entry, own=own) if check.of_entry]
    return any(remark.severity is not Severity.INFO for find in finds for remark in find(subject))


def _checks(entry: Entry, *, own: bool) -> "Sequence[Check]":
    from l10n_tool.checks import markup, urls
    from l10n_tool.segments import is_markdown

    return [markup.UNSAFE, urls.CHECK] if own and not is_markdown(entry) else [markup.UNSAFE]


def _may_run(text: str, *sources: str) -> bool:
    """Whether a text has anything, beside what every source has, that a browser could take for more than words."""
    if "<" in text or "&" in text or "://" in text:
        given = _given()
        pieces = _pieces(text, given)
        if any(pieces - _pieces(source, given) for source in sources):
            return True
        text = given.sub("", text)
    return "<" in text or "&" in text or "://" in text or "www." in text or (":" in text and _names_scheme(text))


def _pieces(text: str, given: re.Pattern[str]) -> Counter[str]:
    return Counter(match[0] for match in given.finditer(text) if match[1] != "")


@cache  # Most catalogues need none of these patterns.
def _given() -> re.Pattern[str]:
    """Return the pattern of what a source may give to its text: tags, characters by name, addresses.

    A tag of plain formatting without attributes may stand in a text as often as it likes.
    """
    return re.compile(
        r"</?(?:abbr|a|br|b|cite|code|em|i|kbd|li|mark|ol|p|q|small|span|strong|sub|sup|s|ul|u)"
        r'((?: [a-z]+="[^"<>]*")*) ?/?>|&[A-Za-z]+;'
        # An address with nothing at either end that could belong to it.
        r"|(?<![^\s\"'<«“„])https?://[!#-&*-;=?-~]*+(?![^\s\"'<>»”“])"
    )


def _names_scheme(text: str) -> bool:
    end, hidden, scheme = _scheme()
    return end.search(text) is not None and scheme.search(hidden.sub("", text)) is not None


@cache
def _scheme() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Return how ``javascript:`` and ``data:`` end, what a browser and the check may pass over inside, and both."""
    return (
        re.compile(r"[aAtT][\x00-\x1f\u00ad\u200b-\u200f\u2060\ufeff]*:"),
        re.compile(r"[\s\x00-\x1f\u00ad\u200b-\u200f\u2060\ufeff]+"),
        re.compile(r"(?:(?:java|vb|live)script|[\"'=<(:]data):", re.IGNORECASE),
    )
