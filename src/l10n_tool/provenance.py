"""Who drafted and who approved, as it stands in an entry's translator comments, and the state computed from it.

    # l10n-draft: by="apertium/eng-spa" on=2026-11-22 sig=2faa2ae0cdf0ca43
    #   text=9f86d081884c7d65
    # l10n-approved: by="fr-reviewer" on=2026-11-23 sig=2c5f5e8f19345e66

``sig`` binds a line to both sides of the entry, so any edit voids it. ``text`` is of a form of the translation alone,
each different form with one: another tool's merge moves machine text to a new source, or leaves forms of it out, and
voids ``sig`` without anybody having read it, and ``text`` still tells that it is the machine's. Lines stay under 73
characters; a reader joins what was wrapped.

This is provenance, not authentication: who may write the file may write these lines.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from l10n_tool.catalogue import Entry, Previous
from l10n_tool.errors import UsageError

__all__ = [
    "Approval", "Draft", "State", "approvals", "approve", "drafts", "own_words", "records", "signature", "state",
    "with_draft",
]  # fmt: skip

_DRAFT: Final = "l10n-draft:"
_APPROVED: Final = "l10n-approved:"
_WIDTH: Final = 70
_LONGEST_NAME: Final = 60
_SEPARATOR: Final = "\u0004"
_FIELD: Final = re.compile(r'(by|on|sig|text)=(?:"([^"]*)"|([^\s"]+))')
_HAS_SIG: Final = re.compile(r"(?:^|\s)sig=[0-9a-f]{16}(?:\s|$)")
_CONTINUED: Final = re.compile(r"\s*(?:text=[0-9a-f]{16}(?:\s+|$))+$")
_MOST_LINES: Final = 8
# msgcat writes this between the texts of two files that differ: nobody has chosen yet.
_CONFLICT: Final = "#-#-#-#"
_SIG: Final = re.compile(r"[0-9a-f]{16}")


class State(StrEnum):
    """The state of an entry: computed, never stored."""

    UNTRANSLATED = "untranslated"
    DRAFT = "draft"
    STALE = "stale"
    TRANSLATED = "translated"
    APPROVED = "approved"


@dataclass(frozen=True, slots=True)
class Draft:
    """A machine's text: ``by`` names engine and model; lines that other tools wrote have no ``texts``."""

    by: str
    on: str
    sig: str
    texts: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Approval:
    """A person's word that the entry, both sides as they stand, is right."""

    by: str
    on: str
    sig: str


def signature(entry: Entry) -> str:
    """Return the first 16 hex digits of SHA-256 over msgctxt, msgid, msgid_plural and every form.

    Each in NFC and UTF-8, joined by U+0004; an absent field counts as empty.
    """
    return _hash([entry.msgctxt or "", entry.msgid, entry.msgid_plural or "", *entry.msgstr])


def _hash(fields: Iterable[str]) -> str:
    # An update of entries that nobody drafted or approved has no use for it.
    from hashlib import sha256

    text = _SEPARATOR.join(unicodedata.normalize("NFC", field) for field in fields)
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def state(entry: Entry) -> State:
    """Return the entry's state.

    Machine text is a draft as long as no valid approval stands for it, whatever flags a tool cleared and whatever
    source a merge moved it to.
    """
    if not entry.complete:
        return State.UNTRANSLATED
    if any(_CONFLICT in form for form in entry.msgstr):
        return State.STALE
    lines = list(_lines(entry.comments)) if entry.comments else []
    if lines:
        return _state_by(lines, entry)
    return State.STALE if entry.fuzzy else State.TRANSLATED


def _state_by(lines: Sequence[Draft | Approval], entry: Entry) -> State:
    """Return the state of a complete entry that has lines of ours."""
    sig = signature(entry)
    if any(line.sig == sig for line in lines if isinstance(line, Approval)):
        return State.STALE if entry.fuzzy else State.APPROVED
    machine = [line for line in lines if isinstance(line, Draft)]
    if any(line.sig == sig for line in machine):
        return State.DRAFT
    if entry.fuzzy:
        return State.STALE
    return State.DRAFT if _still_machine(entry, machine) else State.TRANSLATED


def _still_machine(entry: Entry, lines: Sequence[Draft]) -> bool:
    """Whether the translation is the machine's although the source changed under it."""
    if not lines:
        return False
    forms = {_hash([form]) for form in entry.msgstr if form}
    # Lines have been written with one hash of all forms, too.
    if any(forms <= line.texts or _hash(entry.msgstr) in line.texts for line in lines):
        return True
    before = _before(entry)
    return before is not None and any(line.sig == signature(before) for line in lines)


def _before(entry: Entry) -> Entry | None:
    previous: Previous | None = entry.previous
    if previous is None:
        return None
    return entry.replace(msgid=previous.msgid, msgctxt=previous.msgctxt, msgid_plural=previous.msgid_plural)


def drafts(entry: Entry) -> list[Draft]:
    """Return the entry's draft lines, valid or not."""
    return [line for line in _lines(entry.comments) if isinstance(line, Draft)]


def approvals(entry: Entry) -> list[Approval]:
    """Return the entry's approval lines, valid or not."""
    return [line for line in _lines(entry.comments) if isinstance(line, Approval)]


def own_words(comments: Sequence[str]) -> list[str]:
    """Return the comments without our lines: what a translator wrote, and no step may take away."""
    return _without(comments, _DRAFT, _APPROVED)


def with_draft(entry: Entry, forms: Sequence[str], by: str, on: date) -> Entry:
    """Return the entry with a machine's text: fuzzy, signed, older draft and approval lines gone.

    The entry must hold no text yet: a person's is never touched.
    """
    if any(entry.msgstr):
        raise ValueError("the entry has a translation")
    drafted = entry.replace(msgstr=tuple(forms)).with_fuzzy(True)
    # The text of an untranslated entry has no earlier history, so lines left over from one say nothing.
    fields = [f'by="{validate_name(by)}"', f"on={on.isoformat()}", f"sig={signature(drafted)}"]
    texts = dict.fromkeys(f"text={_hash([form])}" for form in drafted.msgstr)
    lines = _wrapped(_DRAFT, [*fields, *texts])
    return drafted.replace(comments=(*_without(entry.comments, _DRAFT, _APPROVED), *lines))


def approve(entry: Entry, by: str, on: date) -> Entry:
    """Return the entry with an approval of it as it stands; not fuzzy, the draft line kept, older approvals gone."""
    if not entry.complete:
        raise ValueError("the entry has an empty form")
    cleared = entry.with_fuzzy(False)
    fields = [f'by="{validate_name(by)}"', f"on={on.isoformat()}", f"sig={signature(cleared)}"]
    return cleared.replace(comments=(*_without(entry.comments, _APPROVED), *_wrapped(_APPROVED, fields)))


def validate_name(name: str) -> str:
    """Give back the name of a person, role or engine if it can stand in a line of ours. Raises UsageError."""
    if not name.strip() or len(name) > _LONGEST_NAME or '"' in name or not name.isprintable():
        remedy = f'Use 1 to {_LONGEST_NAME} printable characters without quotation marks, such as "fr-reviewer".'
        raise UsageError(f"{name[:80]!r} cannot stand in an approval", remedy=remedy)
    return name


def _wrapped(prefix: str, fields: Sequence[str]) -> list[str]:
    lines = [prefix]
    for item in fields:
        if len(lines[-1]) + 1 + len(item) <= _WIDTH or lines[-1] in {prefix, "  "}:
            lines[-1] += f" {item}"
        else:
            lines.append(f"  {item}")
    return lines


def records(comments: Sequence[str]) -> Iterator[tuple[str, slice]]:
    """Yield each of our lines that has a sig, joined where it was wrapped, and which comments it takes."""
    at = 0
    while at < len(comments):
        end = _end_of_record(comments, at)
        if end > at:
            yield " ".join(comment.strip() for comment in comments[at:end]), slice(at, end)
        at = max(end, at + 1)


def _end_of_record(comments: Sequence[str], start: int) -> int:
    """Return the end of the record that begins at ``start``, or ``start`` if none does."""
    if not comments[start].strip().startswith((_DRAFT, _APPROVED)):
        return start
    end = next((at for at in range(start, _last(comments, start)) if _HAS_SIG.search(comments[at])), None)
    if end is None:
        # Without a sig it says nothing, and what follows may be the translator's own words.
        return start
    end += 1
    while end < len(comments) and _CONTINUED.match(comments[end]):
        end += 1
    return end


def _last(comments: Sequence[str], start: int) -> int:
    """Return where to stop looking for the rest of a wrapped line: at the next of ours, or after a few comments."""
    most = min(start + _MOST_LINES, len(comments))
    return next((at for at in range(start + 1, most) if "l10n-" in comments[at]), most)


def _lines(comments: Sequence[str]) -> Iterator[Draft | Approval]:
    if not any("l10n-" in comment for comment in comments):
        return
    for text, _ in records(comments):
        found = _FIELD.findall(text)
        fields = {name: quoted or bare for name, quoted, bare in found}
        sig = fields.get("sig", "")
        if not _SIG.fullmatch(sig):
            continue
        if text.startswith(_DRAFT):
            yield Draft(fields.get("by", ""), fields.get("on", ""), sig, _texts(found))
        else:
            yield Approval(fields.get("by", ""), fields.get("on", ""), sig)


def _texts(fields: Iterable[tuple[str, str, str]]) -> frozenset[str]:
    return frozenset(bare for name, _, bare in fields if name == "text" and bare)


def _without(comments: Sequence[str], *prefixes: str) -> list[str]:
    gone = {
        at for text, place in records(comments) if text.startswith(prefixes) for at in range(place.start, place.stop)
    }
    return [comment for at, comment in enumerate(comments) if at not in gone]
