"""``xml-text``: a text that goes into an XML document has no bare ``&`` or ``<`` that the source lacks."""

import re
from collections.abc import Iterator
from typing import Final

from l10n_tool.checks.finding import Severity
from l10n_tool.checks.model import Check, Remark, Subject

__all__ = ["CHECK"]

#: How po4a and xml2po say where a text comes from.
_XML: Final = re.compile(r"(?:type: Content of: |Tag: |Content of: )<?[^\W\d]", re.MULTILINE)
# XML 1.0, 2.4: "&" begins a reference, "<" begins a tag, a comment or an instruction.
_BARE: Final = re.compile(r"&(?!#[0-9]{1,7};|#x[0-9A-Fa-f]{1,6};|[A-Za-z_:][\w:.-]{0,60};)|<(?![A-Za-z_:/!?])")


def _xml_text(subject: Subject) -> Iterator[Remark]:
    if ("&" not in subject.everything and "<" not in subject.everything) or not _is_xml(subject):
        return
    forms = subject.entry.msgstr
    if any(map(_BARE.search, subject.sources)):
        return
    for number, form in enumerate(forms):
        marks = tuple(match.span() for match in _BARE.finditer(form))
        if marks:
            sign = form[marks[0][0]]
            written = {"&": "&amp;", "<": "&lt;"}[sign]
            yield Remark(f"{sign} stands alone, which breaks the document; write {written}", form=number, marks=marks)


def _is_xml(subject: Subject) -> bool:
    return any(map(_XML.search, subject.entry.extracted))


CHECK: Final = Check(
    name="xml-text",
    severity=Severity.ERROR,
    summary="In a text of an XML document & and < are written as &amp; and &lt;.",
    explanation=(
        "The entry says that it comes from an XML document (type: Content of: <para>). A bare & or < in it makes a "
        "document that no program reads. Write &amp; and &lt;, as the source does; a name after & ends with a "
        "semicolon. Whether the tags are those of the source is what the check tags tells."
    ),
    of_entry=_xml_text,
)
