"""How the checks are put to a catalogue."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Final

from l10n_tool.catalogue import Catalogue, PluralForms
from l10n_tool.catalogue.plurals import PluralFormsError, parse_plural_forms
from l10n_tool.checks.finding import Finding, Severity
from l10n_tool.checks.model import Check, Remark, Subject, Whole, rare_forms
from l10n_tool.checks.table import CHECKS
from l10n_tool.provenance import State, signature, state
from l10n_tool.segments import is_html, is_markdown

__all__ = ["check_catalogue"]

#: Without a header that can be read, no form is held to have the number in it.
_NO_RULE: Final = frozenset(range(64))
_HELD_BACK: Final = frozenset({State.DRAFT, State.STALE})


def check_catalogue(
    catalogue: Catalogue,
    *,
    locale: str,
    file: str,
    source_locale: str = "en",
    checks: Mapping[str, Check] = CHECKS,
) -> list[Finding]:
    """Return what the checks find in a catalogue, by line and check.

    Obsolete and untranslated entries are passed over. An error in a draft or a stale entry is a warning, since the
    gate holds that entry back already.
    """
    whole = Whole(catalogue, locale, file, source_locale, _plural(catalogue))
    found = [_finding(whole, check, remark) for check, remark in _of_catalogue(whole, checks)]
    found += _of_entries(whole, checks)
    return sorted(found, key=lambda finding: (finding.line, finding.check))


def _of_catalogue(whole: Whole, checks: Mapping[str, Check]) -> Iterator[tuple[Check, Remark]]:
    for check in checks.values():
        if check.of_catalogue:
            yield from ((check, remark) for remark in check.of_catalogue(whole))


def _of_entries(whole: Whole, checks: Mapping[str, Check]) -> Iterator[Finding]:
    counted = any(entry.msgid_plural is not None for entry in whole.catalogue.messages)
    rare = rare_forms(whole.plural) if whole.plural and counted else _NO_RULE
    of_entry = [check for check in checks.values() if check.of_entry]
    for entry in whole.catalogue.messages:
        if any(entry.msgstr):
            markdown = is_markdown(entry)
            subject = Subject(entry, whole.locale, whole.source_locale, markdown, rare, html=is_html(entry))
            yield from _of_subject(whole, subject, of_entry)


def _of_subject(whole: Whole, subject: Subject, checks: Iterable[Check]) -> Iterator[Finding]:
    found = [(check, remark) for check in checks if check.of_entry for remark in check.of_entry(subject)]
    if not found:
        return
    held_back = state(subject.entry) in _HELD_BACK
    for check, remark in found:
        finding = _finding(whole, check, replace(remark, entry=subject.entry))
        if held_back and finding.severity is Severity.ERROR:
            finding = replace(finding, severity=Severity.WARNING)
        yield finding


def _finding(whole: Whole, check: Check, remark: Remark) -> Finding:
    entry, severity = remark.entry, remark.severity or check.severity
    if entry is None:
        return Finding(check.name, severity, whole.locale, whole.file, 0, None, "", remark.message)
    forms = entry.msgstr
    plural = len(forms) > 1 and check.of_entry is not None
    return Finding(
        check=check.name,
        severity=severity,
        locale=whole.locale,
        file=whole.file,
        line=entry.line,
        msgctxt=entry.msgctxt,
        msgid=entry.msgid,
        message=f"{remark.message} (in msgstr[{remark.form}])" if plural else remark.message,
        sig="" if entry.is_header else signature(entry),
        msgstr=forms[remark.form] if remark.form < len(forms) else "",
    )


def _plural(catalogue: Catalogue) -> PluralForms | None:
    try:
        return parse_plural_forms(catalogue.headers.get("Plural-Forms", ""))
    except PluralFormsError:
        return None
