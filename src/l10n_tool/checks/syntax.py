"""``po-syntax``: a file that cannot be read as PO, as msgfmt would refuse it."""

from collections.abc import Iterator
from typing import Final

from l10n_tool.catalogue import CatalogueError
from l10n_tool.checks.finding import Finding, Severity
from l10n_tool.checks.model import Check

__all__ = ["CHECK", "findings_of_error"]

#: Has no function: what cannot be read gives no catalogue to check.
CHECK: Final = Check(
    name="po-syntax",
    severity=Severity.ERROR,
    summary="The file is not a PO file that gettext would read.",
    explanation=(
        "Quotation marks, escapes, keywords, plural indexes, duplicate messages, conflict markers, bytes that are not "
        "of the file's charset: msgfmt refuses such a file, and so do we, because a guess could lose a translation. "
        "Mend the line that the finding names. Where the file was cut short or mixed up by a merge, take it from "
        "version control again."
    ),
)


def findings_of_error(error: CatalogueError, *, locale: str = "", file: str = "") -> list[Finding]:
    """Return a finding for each problem of a file that cannot be read, in file order."""
    return list(_findings(error, locale, file or error.name))


def _findings(error: CatalogueError, locale: str, file: str) -> Iterator[Finding]:
    for problem in error.problems:
        remedy = f" {problem.remedy}" if problem.remedy else ""
        message = f"line {problem.line}, column {problem.column}: {problem.message}.{remedy}"
        yield Finding(CHECK.name, CHECK.severity, locale, file, problem.line, None, "", message)
