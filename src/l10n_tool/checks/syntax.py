"""``po-syntax``: a file that cannot be read as PO, as msgfmt would refuse it, or that gettext would read otherwise."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from l10n_tool.catalogue import CatalogueError, Entry
from l10n_tool.checks.finding import Finding, Severity
from l10n_tool.checks.model import Check, Remark, Whole

__all__ = ["CHECK", "findings_of_error"]

_FLAGS: Final = re.compile(r"^[ \t\f\v\r]*(?:#~[ \t\f\v\r]*)*#,(.*)", re.MULTILINE)
#: A comment that ends in a backslash, before a line that means something to a program.
_CONTINUED: Final = re.compile(r"\\\n[ \t\f\v\r]*(?:msg|\"|#[,~|])")
#: The line that msgcat puts above each of several texts for one message.
_CONFLICT: Final = re.compile(r"^#-#-#-#-#.*", re.MULTILINE)


def _syntax(whole: Whole) -> Iterator[Remark]:
    """Tell what can be read, but is not what gettext reads."""
    for entry in whole.catalogue.entries:
        raw = entry.raw or ""
        if "\\\n" in raw and whole.catalogue.newline == "\n" and _CONTINUED.search(raw):
            message = "gettext takes a line for part of the comment above, which ends in a backslash; remove that"
            yield Remark(message, entry=entry)
        if "#" in raw and not entry.obsolete and not entry.is_header:
            yield from _of_entry(entry, raw)


def _of_entry(entry: Entry, raw: str) -> Iterator[Remark]:
    if raw.count("#,") > 1 and _loses_fuzzy(entry, raw):
        message = "gettext sees no fuzzy flag, since it reads the last #, line only; write all flags on one line"
        yield Remark(message, entry=entry)
    if "#-#-#-#-#" in raw:
        yield from _conflicts(entry)
    if "#|" in raw and entry.previous and not entry.fuzzy:
        message = "it keeps the source that it had before (#|), and is not fuzzy; remove those lines"
        yield Remark(message, Severity.INFO, entry)


def _conflicts(entry: Entry) -> Iterator[Remark]:
    for form, text in enumerate(entry.msgstr):
        marks = tuple(match.span() for match in _CONFLICT.finditer(text))
        if marks:
            message = "msgcat left several translations here (#-#-#-#-#); keep one, and remove the fuzzy flag"
            yield Remark(message, entry=entry, form=form, marks=marks)


def _loses_fuzzy(entry: Entry, raw: str) -> bool:
    flags = _FLAGS.findall(raw)
    return entry.fuzzy and bool(flags) and "fuzzy" not in re.split(r"[\s,]+", flags[-1])


#: What cannot be read gives no catalogue to check: those findings are made of the error.
CHECK: Final = Check(
    name="po-syntax",
    severity=Severity.ERROR,
    summary="The file is not a PO file that gettext would read, or would read in the same way.",
    explanation=(
        "Quotation marks, escapes, keywords, plural indexes, duplicate messages, conflict markers, bytes that are not "
        "of the file's charset: msgfmt refuses such a file, and so do we, because a guess could lose a translation. "
        "Mend the line that the finding names. Where the file was cut short or mixed up by a merge, take it from "
        "version control again. An entry with several #, lines is read by gettext as if it had the last one only, "
        "and a comment that ends in a backslash swallows the next line. Where msgcat left several translations in one "
        "entry, keep the best. An earlier source (#|) in an entry that is not fuzzy is info: it means nothing."
    ),
    of_catalogue=_syntax,
)


def findings_of_error(error: CatalogueError, *, locale: str = "", file: str = "") -> list[Finding]:
    """Return a finding for each problem of a file that cannot be read, in file order; the last counts the rest."""
    found = list(_findings(error, locale, file or error.name))
    if error.others:
        found[-1] = replace(found[-1], message=f"{found[-1].message} And {error.others} more problems.")
    return found


def _findings(error: CatalogueError, locale: str, file: str) -> Iterator[Finding]:
    for problem in error.problems:
        remedy = f" {problem.remedy}" if problem.remedy else ""
        message = f"line {problem.line}, column {problem.column}: {problem.message}.{remedy}"
        yield Finding(CHECK.name, CHECK.severity, locale, file, problem.line, None, "", message)
