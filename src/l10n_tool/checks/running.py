"""How the checks are put to a catalogue."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from typing import Final

from l10n_tool.catalogue import Catalogue, Entry, PluralForms
from l10n_tool.catalogue.plurals import PluralFormsError, parse_plural_forms
from l10n_tool.checks.finding import Finding, Severity
from l10n_tool.checks.habits import each_time
from l10n_tool.checks.ignored import CHECK as IGNORED
from l10n_tool.checks.ignored import needless
from l10n_tool.checks.model import Check, OfEntry, Remark, Subject, Whole, rare_forms
from l10n_tool.checks.standard import Standard, ignored
from l10n_tool.checks.table import CHECKS
from l10n_tool.facts.text import Texts
from l10n_tool.provenance import State, signature, state
from l10n_tool.segments import is_html, is_markdown

__all__ = ["Checking", "check_catalogue", "check_locales", "check_source", "finding_of", "in_order", "whole_of"]

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
    standard: Standard | None = None,
) -> list[Finding]:
    """Return what the checks find in a catalogue, by line and check.

    Obsolete and untranslated entries are passed over. An error in a draft or a stale entry is a warning, since the
    gate holds that entry back already.
    """
    whole = whole_of(catalogue, locale=locale, file=file, source_locale=source_locale, standard=standard)
    checking = Checking(whole, checks)
    return in_order([*checking.of_catalogue(), *checking.of_entries()])


def check_locales(wholes: Sequence[Whole], checks: Mapping[str, Check] = CHECKS) -> list[Finding]:
    """Return what comparing the catalogues of a domain tells about each of them."""
    looks = [(check, check.of_locales) for check in checks.values() if check.of_locales]
    pairs = [(check, whole, remark) for check, look in looks for whole, remark in look(wholes)]
    return in_order(finding for check, whole, remark in pairs if (finding := _told(whole, check, remark)))


def check_source(whole: Whole, checks: Mapping[str, Check] = CHECKS) -> list[Finding]:
    """Return what the checks say about the sources of a template, in the source language."""
    pairs = [(check, remark) for check in checks.values() if check.of_source for remark in check.of_source(whole)]
    return in_order(finding for check, remark in pairs if (finding := _told(whole, check, remark)))


def in_order(findings: Iterable[Finding]) -> list[Finding]:
    """Return findings by line and check."""
    return sorted(findings, key=lambda finding: (finding.line, finding.check))


def whole_of(
    catalogue: Catalogue,
    *,
    locale: str,
    file: str,
    source_locale: str = "en",
    standard: Standard | None = None,
    sources: Texts | None = None,
) -> Whole:
    """Return a catalogue with what checks may know about it."""
    return Whole(
        catalogue,
        locale,
        file,
        source_locale,
        _plural(catalogue),
        standard or Standard(),
        sources or Texts(source_locale),
    )


class Checking:
    """The checks of one catalogue; what they learn from all of it is learned once."""

    def __init__(self, whole: Whole, checks: Mapping[str, Check] = CHECKS) -> None:
        self.whole = whole
        standard, locale = whole.standard, whole.locale
        self._checks = [check for check in checks.values() if not standard.is_off(check.name, locale)]
        self._switched_off = checks.keys() - {check.name for check in self._checks}

    @cached_property
    def _of_entry(self) -> Sequence[tuple[Check, OfEntry]]:
        """The functions that look at an entry."""
        found = []
        for check in self._checks:
            if check.of_entry:
                found.append((check, check.of_entry))
            if check.of_entries:
                found.append((check, check.of_entries(self.whole)))
        return found

    @cached_property
    def _rare(self) -> frozenset[int]:
        plural = self.whole.plural
        counted = any(entry.msgid_plural is not None for entry in self.whole.catalogue.messages)
        return rare_forms(plural) if plural and counted else _NO_RULE

    def of_catalogue(self) -> Iterator[Finding]:
        """Yield what is said of the catalogue as a whole."""
        for check in self._checks:
            for remark in check.of_catalogue(self.whole) if check.of_catalogue else ():
                finding = _told(self.whole, check, remark)
                if finding:
                    yield finding

    def of_entries(self, entries: Iterable[Entry] | None = None) -> Iterator[Finding]:
        """Yield what is said of the translated ones among these entries, or among all."""
        for entry in self.whole.catalogue.messages if entries is None else entries:
            if any(entry.msgstr):
                yield from self._of(entry)

    def _of(self, entry: Entry) -> Iterator[Finding]:
        whole = self.whole
        subject = Subject(
            entry, whole.locale, whole.source_locale, is_markdown(entry), self._rare, is_html(entry), whole.sources
        )
        found = [(check, remark) for check, look in self._of_entry for remark in look(subject)]
        off = ignored(entry)
        if off and IGNORED in self._checks and IGNORED.name not in off:
            yield from self._needless(subject, off, found)
        if not found:
            return
        held_back = state(entry) in _HELD_BACK
        for check, remark in found:
            finding = finding_of(whole, check, replace(remark, entry=entry)) if check.name not in off else None
            if finding:
                grave = held_back and finding.severity is Severity.ERROR
                yield replace(finding, severity=Severity.WARNING) if grave else finding

    def _needless(
        self, subject: Subject, off: Collection[str], found: Iterable[tuple[Check, Remark]]
    ) -> Iterator[Finding]:
        """Yield a word on checks that a comment of the entry switches off, and that would not be heard without it."""
        whole, entry = self.whole, subject.entry
        told = {check.name: finding_of(whole, check, replace(remark, entry=entry)) for check, remark in found}
        unheard = {name for name, finding in told.items() if finding is None} | self._switched_off
        silent = {name for name in self._alone.keys() & off if name not in told and not any(self._alone[name](subject))}
        for remark in needless(silent, unheard.intersection(off)):
            finding = finding_of(whole, IGNORED, replace(remark, entry=entry))
            if finding:
                yield finding

    @cached_property
    def _alone(self) -> Mapping[str, OfEntry]:
        """The functions of checks that look at nothing but entries, also at each that has a habit of the catalogue.

        Without a termbase nothing is known of what ``terms`` would say with it.
        """
        terms = bool(self.whole.standard.termbase.terms)
        return {
            check.name: each_time(look)
            for check, look in self._of_entry
            if not (check.of_catalogue or check.of_locales) and (terms or check.name != "terms")
        }


def _told(whole: Whole, check: Check, remark: Remark) -> Finding | None:
    """Return a remark as a finding, or None where the settings or a comment of the entry say otherwise."""
    if remark.entry is not None and check.name in ignored(remark.entry):
        return None
    return finding_of(whole, check, remark)


def finding_of(whole: Whole, check: Check, remark: Remark) -> Finding | None:
    """Return a remark as a finding, or None where the settings say that it is not to be told."""
    entry = remark.entry
    found = remark.severity or check.severity
    severity = whole.standard.severity(check.name, whole.locale, entry, check.severity, found)
    if severity is None:
        return None
    if entry is None:
        return Finding(check.name, severity, whole.locale, whole.file, 0, None, "", remark.message)
    forms = entry.msgstr
    plural = len(forms) > 1 and (check.of_entry or check.of_entries) is not None
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
        source=(entry.msgid_plural or "") if remark.of_plural else entry.msgid,
        marks=remark.marks,
        source_marks=remark.source_marks,
    )


def _plural(catalogue: Catalogue) -> PluralForms | None:
    try:
        return parse_plural_forms(catalogue.headers.get("Plural-Forms", ""))
    except PluralFormsError:
        return None
