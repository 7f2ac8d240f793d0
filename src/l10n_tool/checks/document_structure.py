"""``document-structure``: a translation that cannot be put into its document without changing what is around it."""

from typing import Final

from l10n_tool.catalogue import Entry
from l10n_tool.checks.finding import Finding, Severity
from l10n_tool.checks.model import Check
from l10n_tool.provenance import signature

__all__ = ["CHECK", "finding_of_break"]

#: Has no function: it is found where documents and catalogues come together.
CHECK: Final = Check(
    name="document-structure",
    severity=Severity.ERROR,
    summary="The translation can be put into its document, and the document stays as it is around it.",
    explanation=(
        "Each translation is written into its document and the result is read again. It has to be the same kind of "
        "block with the same marks, and the blocks around it have to stay as they were: a lost link, an open tag, a "
        "timing line in a caption would change the document for every reader. Such a translation is not published. "
        "Give it the marks of its source; l10n-tool build says what differs."
    ),
)


def finding_of_break(entry: Entry, message: str, *, locale: str, file: str) -> Finding:
    """Return the finding about an entry that breaks its document, as ``message`` says."""
    return Finding(
        check=CHECK.name,
        severity=CHECK.severity,
        locale=locale,
        file=file,
        line=entry.line,
        msgctxt=entry.msgctxt,
        msgid=entry.msgid,
        message=message,
        sig=signature(entry),
        msgstr=entry.msgstr[0],
    )
