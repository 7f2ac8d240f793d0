"""``header-fields``: the header's fields are given once, filled in, and in the form that tools read.

The forms are those of the gettext manual, "Filling in the Header Entry". gettext itself needs two of the fields only
(``header``, ``plural-header``), so nothing here breaks a program: the finding is for whoever keeps the file.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import datetime
from difflib import get_close_matches
from typing import Final, NamedTuple

from l10n_tool.checks.finding import Severity
from l10n_tool.checks.model import Check, Remark, Whole
from l10n_tool.facts.text import Span

__all__ = ["CHECK"]

_KNOWN: Final = (
    "Project-Id-Version", "Report-Msgid-Bugs-To", "POT-Creation-Date", "PO-Revision-Date", "Last-Translator",
    "Language-Team", "Language", "MIME-Version", "Content-Type", "Content-Transfer-Encoding", "Plural-Forms",
    "Generated-By",
)  # fmt: skip
_BY_LOWER: Final = {name.lower(): name for name in _KNOWN}
#: Fields of which programs take one, and mostly not the same one.
_READ: Final = frozenset({"Content-Type", "Language", "Plural-Forms"})
#: What xgettext and other tools leave to a person to fill in.
_INITIAL: Final = re.compile(
    r"PACKAGE VERSION|PROJECT VERSION|YEAR-MO-DA|FULL NAME|EMAIL@ADDRESS|LL@li\.org|\ALANGUAGE\b|\AINTEGER\b"
)
#: The parts of a header that is filled in. Where all are missing, somebody wants to do without.
_FILLED_IN: Final = frozenset({"PO-Revision-Date", "Last-Translator", "Language-Team"})
_MIME: Final = {"MIME-Version": ("1.0",), "Content-Transfer-Encoding": ("8bit", "7bit")}
_DATES: Final = ("POT-Creation-Date", "PO-Revision-Date")
_DATE: Final = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2}[ T][0-9]{2}:[0-9]{2})(?::[0-9]{2})?(?:\.[0-9]+)? ?(.*)")
_ZONE: Final = re.compile(r"[+-](?:0[0-9]|1[0-4]):?[0-5][0-9]|Z")
#: gettext is of 1995.
_FIRST_YEAR: Final = 1995
_LAST_YEAR: Final = 2999
_PEOPLE: Final = ("Report-Msgid-Bugs-To", "Last-Translator", "Language-Team")
_ADDRESS: Final = re.compile(r"[^\s<>@,;:()]+@(?:[^\s<>@,;:().]+\.)+[^\s<>@,;:().]{2,}")
_CONFLICT: Final = re.compile(r"#-#-#-#-#|<{7}|={7}|>{7}|\|{7}")
_NEAR: Final = 0.85
#: No header has so many fields; what is more is no header, and takes long to compare.
_MOST: Final = 100


class _Field(NamedTuple):
    """A field of the header; ``span`` is its line in the msgstr."""

    name: str
    value: str
    span: Span


def _header_fields(whole: Whole) -> Iterator[Remark]:
    header = whole.catalogue.header
    if header is None or not header.msgstr or not header.msgstr[0]:
        return
    fields, strays = _read(header.msgstr[0])
    for message, severity, spans in _problems(whole, fields, strays):
        yield Remark(message, severity, header, marks=tuple(spans))


def _read(text: str) -> tuple[list[_Field], list[Span]]:
    """Return the fields in order, and the places of lines that are none."""
    fields, strays, at = [], [], 0
    for line in text.split("\n"):
        name, colon, value = line.partition(":")
        span = at, at + len(line)
        if colon:
            fields.append(_Field(name.strip(), value.strip(), span))
        elif line.strip() and not _CONFLICT.match(line):
            strays.append(span)
        at += len(line) + 1
    return fields, strays


_Problem = tuple[str, Severity, Sequence[Span]]


def _problems(whole: Whole, fields: Sequence[_Field], strays: Sequence[Span]) -> Iterator[_Problem]:
    if strays:
        yield "a line of the header is no field; write Name: value in each", Severity.WARNING, strays
    yield from _twice(fields)
    yield from _unknown(fields)
    translated = any(any(entry.msgstr) for entry in whole.catalogue.messages)
    initial = [field for field in fields if _INITIAL.search(field.value) and field.name != "Plural-Forms"]
    if initial and translated:
        names = _listed([field.name for field in initial])
        message = f"{names} still {'has its initial value' if len(initial) == 1 else 'have their initial values'}"
        yield f"{message}; fill in, or leave empty", Severity.INFO, [field.span for field in initial]
    for field in fields:
        why = _malformed(field) if field not in initial else ""
        if why:
            yield why, Severity.INFO, [field.span]
    yield from _missing(fields)


def _twice(fields: Sequence[_Field]) -> Iterator[_Problem]:
    by_name: dict[str, list[_Field]] = {}
    for field in fields:
        by_name.setdefault(field.name, []).append(field)
    for name, same in by_name.items():
        if len(same) > 1 and name:
            grave = name in _READ
            message = f"{name} stands {len(same)} times; keep one"
            yield message, Severity.WARNING if grave else Severity.INFO, [field.span for field in same]


def _unknown(fields: Sequence[_Field]) -> Iterator[_Problem]:
    """Yield a field that is written nearly like a known one, which programs do not find then."""
    present = {field.name for field in fields}
    for field in fields[:_MOST]:
        name = field.name
        # plural-header tells of its own field.
        if name in _BY_LOWER.values() or name.lower().startswith("x-") or name.lower() == "plural-forms":
            continue
        meant = _BY_LOWER.get(name.lower()) or next(iter(get_close_matches(name[:40], _KNOWN, 1, _NEAR)), "")
        if meant and meant not in present:
            severity = Severity.WARNING if meant in _READ else Severity.INFO
            yield f"the field {name[:40]} is unknown; write {meant}", severity, [field.span]


def _malformed(field: _Field) -> str:
    """Say what is wrong with a value; nothing is with an empty one."""
    name, value = field.name, field.value
    if not value:
        return ""
    if name in _MIME and value.lower() not in _MIME[name]:
        return f"{name} is {value[:40]!r}; write {_MIME[name][0]}"
    if name in _DATES and not _is_date(value):
        return f"{name} is no date; write it as 2026-01-31 18:30+0100"
    if name in _PEOPLE and "@" in value and "://" not in value and not _ADDRESS.search(value):
        return f"the address in {name} cannot be one; mend it, or leave it out"
    return ""


def _is_date(value: str) -> bool:
    match = _DATE.fullmatch(value)
    if not match or (match[2] and not _ZONE.fullmatch(match[2])):
        return False
    try:
        date = datetime.fromisoformat(match[1])
    except ValueError:
        return False
    return _FIRST_YEAR <= date.year <= _LAST_YEAR


def _missing(fields: Sequence[_Field]) -> Iterator[_Problem]:
    names = {field.name for field in fields}
    missing = [f"{name}: {values[0]}" for name, values in _MIME.items() if name not in names]
    if missing and names & _FILLED_IN:
        yield f"{_listed([m.partition(':')[0] for m in missing])} missing; write {_listed(missing)}", Severity.INFO, []


def _listed(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


CHECK: Final = Check(
    name="header-fields",
    severity=Severity.WARNING,
    summary="Each field of the header stands there once, is filled in, and has its usual form.",
    explanation=(
        "Editors, translation servers and msgmerge read the fields of the header: dates as 2026-01-31 18:30+0100, "
        "addresses as Name <name@host.org>, MIME-Version: 1.0, Content-Transfer-Encoding: 8bit. What xgettext left to "
        "be filled in (PACKAGE VERSION, FULL NAME) is filled in or left empty. A Content-Type, Language or "
        "Plural-Forms that stands twice or under another name is a warning, since programs differ in which they take; "
        "a line without a colon, too. The rest is info: it harms nobody but whoever looks for the translator."
    ),
    of_catalogue=_header_fields,
)
