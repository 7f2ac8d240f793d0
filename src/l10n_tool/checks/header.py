"""``header``: the header entry is there, and its Content-Type tells the truth."""

import re
from collections.abc import Iterator
from typing import Final

from l10n_tool.catalogue import Entry
from l10n_tool.checks.finding import Severity
from l10n_tool.checks.model import Check, Remark, Whole

__all__ = ["CHECK"]

_CONTENT_TYPE: Final = re.compile(r"text/plain;\s*charset=(\S+)", re.IGNORECASE)
#: gettext takes the charset from the first such place in the header, whatever field it is in.
_CHARSET: Final = re.compile(r"charset=([A-Za-z0-9_.:+-]+)")
_WRITE: Final = "write Content-Type: text/plain; charset=UTF-8"


def _header(whole: Whole) -> Iterator[Remark]:
    header = whole.catalogue.header
    if header is None:
        first = next(iter(whole.catalogue.entries), None)
        yield Remark(f'there is no header entry: put a msgid "" at the top, and {_WRITE} in its msgstr', entry=first)
        return
    for message, severity in _problems(whole, header):
        yield Remark(message, severity, header)


def _problems(whole: Whole, header: Entry) -> Iterator[tuple[str, Severity]]:
    if not any(header.msgstr):
        yield f"the header is empty; {_WRITE}", Severity.ERROR
        return
    yield from _of_content_type(whole, header.msgstr[0])
    if whole.catalogue.bom:
        message = "the file begins with a byte order mark, which msgfmt refuses; save it without"
        yield message, Severity.ERROR
    if header.fuzzy and _translated(whole):
        yield "the header is marked fuzzy", Severity.INFO


def _translated(whole: Whole) -> bool:
    return any(any(entry.msgstr) for entry in whole.catalogue.messages)


def _of_content_type(whole: Whole, text: str) -> Iterator[tuple[str, Severity]]:
    content_type = whole.catalogue.headers.get("Content-Type", "")
    match = _CONTENT_TYPE.fullmatch(content_type)
    if not match:
        what = f"is {content_type!r}" if content_type else "is missing"
        yield f"Content-Type {what}; {_WRITE}", Severity.WARNING
    elif match[1] == "CHARSET" and _translated(whole):
        yield f"Content-Type still has its initial value; {_WRITE}", Severity.ERROR
    found, used = _CHARSET.search(text), whole.catalogue.charset
    if found and found[1].lower() not in {used.lower(), "charset"}:
        message = f"gettext reads the file as {found[1]}, its first charset=, and Content-Type says {used}"
        yield f"{message}; leave one of them", Severity.ERROR
    elif not found and used.lower() != "utf-8":
        yield f"gettext finds no charset= in the header of this file in {used}; {_WRITE}, in UTF-8", Severity.ERROR


CHECK: Final = Check(
    name="header",
    severity=Severity.ERROR,
    summary="The catalogue has a header, with a Content-Type that names the charset.",
    explanation=(
        "The header is the entry with an empty msgid at the top of the file. gettext takes from it how the bytes are "
        "to be read and how plural forms are chosen. Write Content-Type: text/plain; charset=UTF-8 in it, save the "
        "file as UTF-8 without a byte order mark, and remove a fuzzy flag once the fields are filled in."
    ),
    of_catalogue=_header,
)
