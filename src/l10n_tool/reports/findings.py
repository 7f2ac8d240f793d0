"""Findings, as text for people and as JSON for programs."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from l10n_tool.checks import Finding, Severity
from l10n_tool.columns import columns
from l10n_tool.reports.marked import around_first_mark, marked_lines
from l10n_tool.reports.table import Cell, Paint, format_table, plain, printable
from l10n_tool.workflow.baseline import fingerprint

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from l10n_tool.facts.text import Span
    from l10n_tool.workflow.check import Checked

__all__ = ["by_check", "findings_json", "findings_text", "place_of", "summary_of", "texts_of"]

ROLES: Final = {Severity.ERROR: "bad", Severity.WARNING: "warn", Severity.INFO: "quiet"}
#: Worst first, as they are counted.
SEVERITIES: Final = (Severity.ERROR, Severity.WARNING, Severity.INFO)
#: How wide a text is shown at most, and the space before its label.
_WIDTH: Final = 92
_INDENT: Final = "    "
#: With fewer findings than this, or all of one check, a table of them tells nothing.
_MANY: Final = 10


def findings_text(checked: Checked, paint: Paint = plain, *, infos: bool = False, width: int = 0) -> str:
    """Return the findings by file and entry, each entry with both texts and the parts in question marked.

    Each finding is one line that begins with its place, as compilers write it, so that terminals and editors know
    where to go. Infos are counted, and listed if asked for. ``width`` is that of the terminal, 0 where there is none.
    """
    listed = [finding for finding in checked.findings if infos or finding.severity is not Severity.INFO]
    lines: list[str] = []
    before = 0
    for _, of_entry in groupby(listed, key=lambda finding: (finding.file, *_of(finding))):
        findings = list(of_entry)
        texts = _text_lines(findings, paint, width)
        # What comes without texts stands together.
        lines += [""] if lines and (before or texts) else []
        lines += [*(_heading(finding, paint) for finding in findings), *texts]
        before = len(texts)
    return "\n".join([*lines, *([""] if lines else []), *_table(listed, paint), _counted(checked, paint, infos=infos)])


def _of(finding: Finding) -> tuple[object, ...]:
    return finding.line, finding.msgctxt, finding.msgid


def _name(file: str) -> str:
    """Return a file's name as a line may begin with it: two colons would begin a command of a CI system."""
    return f"./{printable(file)}" if file.lstrip().startswith("::") else printable(file)


def place_of(finding: Finding) -> str:
    """Return file and line of a finding."""
    return f"{_name(finding.file)}:{finding.line}"


def texts_of(finding: Finding, width: int) -> list[str]:
    """Return source and translation as far as there are any, each on one line, cut around what is in question."""
    texts = ((finding.source or finding.msgid, finding.source_marks), (finding.msgstr, finding.marks))
    return [around_first_mark(text, marks, width) for text, marks in texts if text]


def _heading(finding: Finding, paint: Paint) -> str:
    place = paint(f"{place_of(finding)}:", "head")
    severity = paint(f"{finding.severity.value}:", ROLES[finding.severity])
    return f"{place} {severity} {printable(finding.message)}  {paint(f'[{finding.check}]', 'quiet')}"


def _text_lines(findings: Sequence[Finding], paint: Paint, width: int) -> list[str]:
    """Return the texts that findings of an entry are about, with their labels, and what is marked in each."""
    lines: list[str] = []
    labels = _label_width(findings)
    room = min(_WIDTH, width - labels - len(_INDENT) - 2) if width else _WIDTH
    for label, text, marks, role in _texts(findings):
        first = f"{_INDENT}{paint(label, 'quiet')}{' ' * (labels - columns(label))}  "
        below = " " * (len(_INDENT) + labels + 2)
        shown = marked_lines(text, marks, room, paint, role)
        lines += [f"{below if number else first}{line}" for number, line in enumerate(shown)]
    return lines


class _Shown(NamedTuple):
    """A text of an entry, with what is marked in it and in which colour."""

    label: str
    text: str
    marks: tuple[Span, ...]
    role: str


def _texts(findings: Iterable[Finding]) -> list[_Shown]:
    """Return the sources and the forms that the findings are about, each once, with all that is marked in it."""
    found: dict[tuple[str, str], _Shown] = {}
    for finding in findings:
        role = ROLES[finding.severity] if finding.severity is not Severity.INFO else "head"
        source = finding.source or finding.msgid
        for label, text, marks in (
            ("source", source, finding.source_marks),
            (_label(finding), finding.msgstr, finding.marks),
        ):
            if text:
                before = found.get((label, text), _Shown(label, text, (), role))
                worse = min(before.role, role, key=list(_GRAVITY).index)
                found[label, text] = before._replace(marks=(*before.marks, *marks), role=worse)
    return sorted(found.values(), key=lambda shown: shown.label != "source")


_GRAVITY: Final = ("bad", "warn", "head")


def _label(finding: Finding) -> str:
    return printable(finding.locale) or "text"


def _label_width(findings: Sequence[Finding]) -> int:
    return max(len("source"), *(columns(_label(finding)) for finding in findings))


def by_check(findings: Iterable[Finding]) -> list[tuple[str, tuple[int, ...]]]:
    """Return how many errors, warnings and infos there are of each check, the worst first."""
    counts: dict[str, list[int]] = {}
    for finding in findings:
        counts.setdefault(finding.check, [0, 0, 0])[SEVERITIES.index(finding.severity)] += 1
    rows = [(check, tuple(numbers)) for check, numbers in counts.items()]
    return sorted(rows, key=lambda row: (*(-number for number in row[1]), row[0]))


def _table(findings: Sequence[Finding], paint: Paint) -> list[str]:
    """Return a table by check where there is much to look through."""
    rows = by_check(findings)
    if len(findings) < _MANY or len(rows) == 1:
        return []
    first = _first_places(findings)
    cells: list[list[Cell]] = [
        [check, *(_cell(n, severity) for n, severity in zip(numbers, SEVERITIES, strict=True)), first[check]]
        for check, numbers in rows
    ]
    head = ["check", "errors", "warnings", "info", "the first"]
    # A severity that nothing has would be an empty column.
    kept = [0, *(at for at in (1, 2, 3) if any(numbers[at - 1] for _, numbers in rows)), 4]
    shown = [[row[at] for at in kept] for row in cells]
    right = frozenset(range(1, len(kept) - 1))
    return [format_table([head[at] for at in kept], shown, paint, right=right), ""]


def _first_places(findings: Iterable[Finding]) -> dict[str, str]:
    """Return where the first of the worst findings of each check stands."""
    first: dict[str, Finding] = {}
    for finding in findings:
        before = first.setdefault(finding.check, finding)
        if finding.severity.rank > before.severity.rank:
            first[finding.check] = finding
    return {check: place_of(finding) for check, finding in first.items()}


def _cell(count: int, severity: Severity) -> Cell:
    return (str(count), ROLES[severity]) if count else ("", "quiet")


def summary_of(checked: Checked, paint: Paint = plain) -> str:
    """Return how many findings of each severity there are in how much, in a line."""
    counts = [(checked.count(severity), severity) for severity in SEVERITIES]
    found = ", ".join(paint(_number(n, severity), ROLES[severity]) for n, severity in counts if n)
    entries, files = checked.entries, checked.files
    looked = f"{entries} {'entry' if entries == 1 else 'entries'} in {files} {'file' if files == 1 else 'files'}"
    return f"{found or paint('nothing found', 'good')} in {looked}"


def _counted(checked: Checked, paint: Paint, *, infos: bool) -> str:
    hint = "" if infos or not checked.count(Severity.INFO) else "; l10n-tool -v check lists the info"
    return summary_of(checked, paint) + hint


def _number(count: int, severity: Severity) -> str:
    name = severity.value
    return f"{count} {name}" if count == 1 or severity is Severity.INFO else f"{count} {name}s"


def findings_json(findings: Sequence[Finding]) -> dict[str, Any]:
    """Return the findings as ``check --format json`` prints them."""
    return {"findings": [_object(finding) for finding in findings]}


def _object(finding: Finding) -> dict[str, Any]:
    return {
        "check": finding.check,
        "severity": finding.severity.value,
        "locale": finding.locale,
        "file": finding.file,
        "line": finding.line,
        "msgctxt": finding.msgctxt,
        "msgid": finding.msgid,
        "message": finding.message,
        "sig": finding.sig,
        "msgstr": finding.msgstr,
        "source": finding.source,
        "marks": [list(mark) for mark in finding.marks],
        "source_marks": [list(mark) for mark in finding.source_marks],
        "fingerprint": fingerprint(finding),
    }
