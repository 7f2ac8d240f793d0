"""``header``: the header entry is there, and its Content-Type tells the truth."""

import re
from collections.abc import Iterator
from typing import Final

from l10n_tool.catalogue import Entry
from l10n_tool.checks.finding import Severity
from l10n_tool.checks.model import Check, Remark, Whole

__all__ = ["CHECK"]

_CONTENT_TYPE: Final = re.compile(r"text/plain;\s*charset=(\S+)", re.IGNORECASE)


def _header(whole: Whole) -> Iterator[Remark]:
    header = whole.catalogue.header
    if header is None:
        if any(True for _ in whole.catalogue.messages):
            yield Remark('there is no header entry (msgid "") with Content-Type')
        return
    for message, severity in _problems(whole, header):
        yield Remark(message, severity, header)


def _problems(whole: Whole, header: Entry) -> Iterator[tuple[str, Severity]]:
    content_type = whole.catalogue.headers.get("Content-Type", "")
    match = _CONTENT_TYPE.fullmatch(content_type)
    translated = any(any(entry.msgstr) for entry in whole.catalogue.messages)
    if not match:
        what = f"is {content_type!r}" if content_type else "is missing"
        yield f"Content-Type {what}; write text/plain; charset=UTF-8", Severity.WARNING
    elif match[1] == "CHARSET" and translated:
        yield "Content-Type still has its initial value; write text/plain; charset=UTF-8", Severity.ERROR
    if whole.catalogue.bom:
        yield "the file begins with a byte order mark, which msgfmt refuses", Severity.ERROR
    if header.fuzzy and translated:
        yield "the header is marked fuzzy", Severity.INFO


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
