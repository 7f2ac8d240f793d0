"""What a check is: a name, words for people, and a function over an entry or over a catalogue."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from l10n_tool.catalogue import Catalogue, Entry, PluralForms
from l10n_tool.checks.finding import Severity

__all__ = ["Check", "Remark", "Subject", "Whole", "by_form", "missing_and_extra", "rare_forms"]

#: msgfmt holds a form for one of a single number when fewer counts than this take it (msgl-check.c).
_OFTEN: Final = 5
_COUNTS: Final = 1001


@dataclass(frozen=True, slots=True)
class Remark:
    """What a check found; without a severity of its own it has the check's.

    ``form`` is the number of the msgstr in question. A check of a catalogue names the entry, or none for all of it.
    """

    message: str
    severity: Severity | None = None
    entry: Entry | None = None
    form: int = 0


@dataclass(frozen=True, slots=True)
class Subject:
    """An entry with what a check may know about it.

    ``rare`` holds the forms that only a few counts take ("one file"), so that they may leave the number out.
    """

    entry: Entry
    locale: str
    source_locale: str = "en"
    markdown: bool = False
    rare: frozenset[int] = frozenset()
    html: bool = False

    @property
    def language(self) -> str:
        """The language of the locale, without script, territory and modifier."""
        return self.locale.split("@")[0].split("_")[0]

    @property
    def sources(self) -> tuple[str, ...]:
        """The msgid, and the msgid_plural where there is one."""
        plural = self.entry.msgid_plural
        return (self.entry.msgid,) if plural is None else (self.entry.msgid, plural)


@dataclass(frozen=True, slots=True)
class Whole:
    """A catalogue with what a check may know about it; ``plural`` is its Plural-Forms header, if gettext can use it."""

    catalogue: Catalogue
    locale: str
    file: str
    source_locale: str = "en"
    plural: PluralForms | None = None


@dataclass(frozen=True, slots=True)
class Check:
    """A check: ``of_entry`` sees one entry at a time, ``of_catalogue`` all of them; either may be missing.

    ``summary`` is one sentence; ``explanation`` says what a finding means and how to mend it.
    """

    name: str
    severity: Severity
    summary: str
    explanation: str
    of_entry: Callable[[Subject], Iterable[Remark]] | None = None
    of_catalogue: Callable[[Whole], Iterable[Remark]] | None = None


def by_form(subject: Subject, compare: Callable[[str, str], Sequence[Remark]]) -> Iterator[Remark]:
    """Compare each form that has text with the source that it fits best; what several forms share is told once."""
    told: set[str] = set()
    for form, text in enumerate(subject.entry.msgstr):
        if not text:
            continue
        remarks = min((compare(source, text) for source in subject.sources), key=len)
        yield from (replace(remark, form=form) for remark in remarks if remark.message not in told)
        told.update(remark.message for remark in remarks)


def missing_and_extra(missing: Iterable[str], extra: Iterable[str]) -> str:
    """Say what the translation lacks and what it has too much, each thing once; empty if there is neither."""
    parts = [f"{_shown(thing)} is missing" for thing in dict.fromkeys(missing)]
    parts += [f"{_shown(thing)} is too much" for thing in dict.fromkeys(extra)]
    return "; ".join(parts[:_MOST_PARTS]) + (
        f"; and {len(parts) - _MOST_PARTS} more" if len(parts) > _MOST_PARTS else ""
    )


_MOST_PARTS: Final = 6
_LONGEST_PART: Final = 100


def _shown(thing: str) -> str:
    return thing if len(thing) <= _LONGEST_PART else thing[: _LONGEST_PART - 1] + "…"


def rare_forms(plural: PluralForms) -> frozenset[int]:
    """Return the forms that fewer than five of the counts up to 1,000 take, as msgfmt counts them."""
    taken = [0] * plural.count
    for n in range(_COUNTS):
        taken[plural.index(n)] += 1
    return frozenset(form for form, times in enumerate(taken) if times < _OFTEN)
