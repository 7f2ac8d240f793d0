"""Mending what is mechanical, entry by entry, so that nothing else of an entry changes: not even its state.

A draft stays the machine's text and a stale entry stays stale: a space that was set right is no review. An approval is
of the text that was read, so that of a mended entry is void.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import Final

from l10n_tool.catalogue import Asked, Catalogue, Entry
from l10n_tool.checks import CHECKS, Finding, Severity
from l10n_tool.checks.habits import each_time
from l10n_tool.checks.model import Check, Subject
from l10n_tool.checks.running import Checking, whole_of
from l10n_tool.errors import UsageError
from l10n_tool.project import Project
from l10n_tool.provenance import State, approvals, drafts, own_words, records, signature, state, with_draft
from l10n_tool.segments import is_html, is_markdown
from l10n_tool.workflow.files import CatalogueFile, open_target, rewrite_catalogue
from l10n_tool.workflow.standard import standard_of
from l10n_tool.workflow.targets import of_all, targets

__all__ = ["Fix", "FixedFile", "fixes", "mended", "write_fixes"]

#: How often all checks have their turn; what is not settled then is left alone.
_ROUNDS: Final = 3
_HELD_BACK: Final = frozenset({Severity.ERROR, Severity.WARNING})
#: msgcat writes this between the texts of two files that differ: nobody has chosen yet.
_CONFLICT: Final = "#-#-#-#"


@dataclass(frozen=True, slots=True)
class Fix:
    """An entry before and after, and the checks that mended it."""

    before: Entry
    after: Entry
    checks: tuple[str, ...]

    @property
    def voids_approval(self) -> bool:
        """Whether somebody's approval was of the text as it stood."""
        return state(self.before) is State.APPROVED


@dataclass(frozen=True, slots=True)
class FixedFile:
    """What can be mended in a catalogue, or was, and how many entries were edited in the meantime and left alone."""

    opened: CatalogueFile
    fixes: tuple[Fix, ...]
    left_alone: int = 0

    @property
    def file(self) -> str:
        """The file's name for people."""
        return self.opened.name


def fixes(project: Project | None, names: Sequence[str]) -> list[FixedFile]:
    """Return what can be mended in each catalogue; nothing is written. Only what a check tells is mended."""
    chosen = targets(project, names)
    with of_all(chosen):
        opened = [open_target(target) for target in chosen]
    look = partial(_fixes_of, project)
    return [FixedFile(file, tuple(look(file))) for file in opened]


def write_fixes(files: Sequence[FixedFile]) -> list[FixedFile]:
    """Write what can be mended. An entry that somebody edited since it was read is left alone."""
    return [_write(file) if file.fixes else file for file in files]


def _write(file: FixedFile) -> FixedFile:
    """Return what was written."""
    wanted = {fix.before.key: fix for fix in file.fixes}
    done: list[Fix] = []

    def change(now: CatalogueFile) -> Catalogue:
        standing = {entry.key: entry for entry in now.catalogue.messages if entry.key in wanted}
        done[:] = [fix for key, fix in wanted.items() if key in standing and _is_same(fix.before, standing[key])]
        return now.catalogue.map({fix.before.key: fix.after for fix in done})

    asked = Asked(texts=True, comments=own_words, only=frozenset(wanted))
    opened = rewrite_catalogue(file.opened, change, asked=asked)
    return FixedFile(opened, tuple(done), len(file.fixes) - len(done))


def _is_same(before: Entry, now: Entry) -> bool:
    return (
        signature(now) == signature(before)
        and now.msgstr == before.msgstr
        and now.comments == before.comments
        and now.flags == before.flags
        and now.previous == before.previous
    )


def _fixes_of(project: Project | None, file: CatalogueFile) -> Iterator[Fix]:
    judge = _Judge(project, file)
    for entry in file.catalogue.messages:
        if any(entry.msgstr) and not any(_CONFLICT in form for form in entry.msgstr):
            fix = judge.fix(entry)
            if fix is not None:
                yield fix


class _Judge:
    """Mends the entries of a catalogue, and holds each against the checks before and after."""

    def __init__(self, project: Project | None, file: CatalogueFile) -> None:
        whole = whole_of(
            file.catalogue,
            locale=file.locale,
            file=file.name,
            source_locale=project.source_locale if project else "en",
            standard=standard_of(project),
        )
        self._whole = whole
        self._menders: Mapping[str, Check] = {name: _each_time(check) for name, check in CHECKS.items() if check.fix}
        self._mending = Checking(whole, self._menders)
        self._judging = Checking(whole)

    def fix(self, entry: Entry) -> Fix | None:
        """Return an entry mended, or None where nothing is told of it that is mechanical, or where it must not be."""
        told = list(dict.fromkeys(finding.check for finding in self._mending.of_entries([entry])))
        if not told:
            return None
        settled = self._settled(entry, [self._menders[name] for name in told])
        if settled is None or settled == entry.msgstr:
            return None
        after = mended(entry, settled)
        if after is None or self._brings(entry, after):
            return None
        return Fix(entry, after, tuple(told))

    def _settled(self, entry: Entry, checks: Sequence[Check]) -> tuple[str, ...] | None:
        """Return the forms when nothing changes any more, or None where that does not come."""
        forms = entry.msgstr
        for _ in range(_ROUNDS):
            now = self._once(entry.replace(msgstr=forms), checks)
            if now == forms:
                return forms
            forms = now
        return None

    def _once(self, entry: Entry, checks: Sequence[Check]) -> tuple[str, ...]:
        forms = entry.msgstr
        for check in checks:
            if check.fix is not None:
                whole = self._whole
                subject = Subject(
                    entry.replace(msgstr=forms),
                    whole.locale,
                    whole.source_locale,
                    is_markdown(entry),
                    html=is_html(entry),
                    known=whole.sources,
                )
                forms = tuple(check.fix(subject, form) if form else form for form in forms)
        return forms

    def _brings(self, before: Entry, after: Entry) -> bool:
        """Whether a mended entry has an error or a warning that it did not have: then something else was broken."""
        return bool(self._said(after) - self._said(before))

    def _said(self, entry: Entry) -> set[tuple[str, str]]:
        found: Iterator[Finding] = self._judging.of_entries([entry])
        return {(finding.check, finding.message) for finding in found if finding.severity in _HELD_BACK}


def _each_time(check: Check) -> Check:
    """Return a check that tells of each entry what it tells once of a catalogue that is full of it."""
    of_entries = check.of_entries
    return replace(check, of_entries=lambda whole: each_time(of_entries(whole))) if of_entries else check


def mended(entry: Entry, forms: tuple[str, ...]) -> Entry | None:
    """Return an entry with these forms in the same state, or with an approval void; None where that cannot be.

    A draft's lines are written again for the forms, by the same engine and of the same day; so are those of a stale
    entry that holds a machine's text, so that it is known for that when its flag is cleared. A person's text keeps its
    lines as they are. What would turn a person's text into the machine's own is refused.
    """
    lines = _signed_again(entry, forms)
    if lines is None:
        return None
    after = entry.replace(msgstr=forms, comments=lines)
    # Its flag may be cleared by hand, with the previous source or without, and then it must be what it would have been.
    pairs = zip(_as_it_may_stand(entry), _as_it_may_stand(after), strict=True)
    return after if all(_may_become(state(was), state(now)) for was, now in pairs) else None


def _as_it_may_stand(entry: Entry) -> tuple[Entry, ...]:
    return entry, entry.with_fuzzy(False), entry.with_fuzzy(False).replace(previous=entry.previous)


def _may_become(was: State, now: State) -> bool:
    """Whether mending may do this: a person's text loses its approval, or is what somebody approved once."""
    if was is now:
        return was is not State.APPROVED
    return {was, now} == {State.TRANSLATED, State.APPROVED}


def _signed_again(entry: Entry, forms: tuple[str, ...]) -> tuple[str, ...] | None:
    """Return the comments of an entry with the lines of its drafts for other forms; None where one cannot be read."""
    if any(approval.sig == signature(entry) for approval in approvals(entry)) or not drafts(entry):
        return entry.comments
    try:
        return tuple(_comments(entry, forms))
    except (UsageError, ValueError):
        # Its name or its day is none that may stand in a line: another tool wrote it.
        return None


def _comments(entry: Entry, forms: tuple[str, ...]) -> Iterator[str]:
    at = 0
    for _, place in records(entry.comments):
        yield from entry.comments[at : place.start]
        yield from _line_again(entry, entry.comments[place], forms)
        at = place.stop
    yield from entry.comments[at:]


def _line_again(entry: Entry, lines: Sequence[str], forms: tuple[str, ...]) -> Sequence[str]:
    """Return a line of ours, which may be wrapped, as it would stand if the forms had been these."""
    found = drafts(entry.replace(comments=tuple(lines)))
    if not found:
        return lines
    draft = found[0]
    sig = _sig_again(entry, draft.sig, forms)
    is_text = bool(draft.texts) and set(map(_text_of, filter(None, entry.msgstr))) <= draft.texts
    if sig is None and not is_text:
        return lines
    made = with_draft(Entry(entry.msgid), forms, draft.by, date.fromisoformat(draft.on))
    own = drafts(made)[0].sig
    return [comment.replace(f"sig={own}", f"sig={sig or draft.sig}") for comment in made.comments]


def _sig_again(entry: Entry, sig: str, forms: tuple[str, ...]) -> str | None:
    """Return what a signature of the entry, or of it with its previous source, becomes; None if it is of neither."""
    previous = entry.previous
    candidates = [entry]
    if previous is not None:
        msgid, msgctxt, plural = previous.msgid, previous.msgctxt, previous.msgid_plural
        candidates.append(entry.replace(msgid=msgid, msgctxt=msgctxt, msgid_plural=plural))
    return next((signature(one.replace(msgstr=forms)) for one in candidates if signature(one) == sig), None)


def _text_of(form: str) -> str:
    """Return the hash by which a draft line knows a form."""
    (text,) = drafts(with_draft(Entry("x"), (form,), "x", date.min))[0].texts
    return text
