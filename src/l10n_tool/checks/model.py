"""What a check is: a name, words for people, and a function over an entry or over a catalogue."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Final

from l10n_tool.catalogue import Catalogue, Entry, PluralForms
from l10n_tool.catalogue.plurals import parse_plural_forms
from l10n_tool.checks.finding import Severity
from l10n_tool.checks.standard import Standard
from l10n_tool.facts.text import Span, Text, Texts
from l10n_tool.languages import language_of
from l10n_tool.lazy import lazy

__all__ = [
    "Check", "OfEntry", "Remark", "Subject", "Whole", "by_form", "by_text", "cut", "in_short",
    "missing_and_extra", "quoted", "rare_forms",
]  # fmt: skip

#: msgfmt holds a form for one of a single number when fewer counts than this take it (msgl-check.c).
_OFTEN: Final = 5
_COUNTS: Final = 1001


@dataclass(frozen=True, slots=True)
class Remark:
    """What a check found; without a severity of its own it has the check's.

    ``form`` is the number of the msgstr in question, ``marks`` the parts of it; ``source_marks`` are parts of the
    source, of the msgid_plural if ``of_plural``. A check of a catalogue names the entry, or none for all of it.
    """

    message: str
    severity: Severity | None = None
    entry: Entry | None = None
    form: int = 0
    marks: tuple[Span, ...] = ()
    source_marks: tuple[Span, ...] = ()
    of_plural: bool = False


@dataclass(eq=False)
class Subject:
    """An entry with what a check may know about it.

    ``rare`` holds the forms that only a few counts take ("one file"), so that they may leave the number out.
    ``known`` keeps the sources' texts from one locale to the next.
    """

    entry: Entry
    locale: str
    source_locale: str = "en"
    markdown: bool = False
    rare: frozenset[int] = frozenset()
    html: bool = False
    known: Texts | None = None

    @lazy
    def language(self) -> str:
        """The language of the locale, without script, territory and modifier."""
        return language_of(self.locale)

    @lazy
    def source_language(self) -> str:
        """The language of the sources."""
        return language_of(self.source_locale)

    @lazy
    def sources(self) -> tuple[str, ...]:
        """The msgid, and the msgid_plural where there is one."""
        plural = self.entry.msgid_plural
        return (self.entry.msgid,) if plural is None else (self.entry.msgid, plural)

    @lazy
    def everything(self) -> str:
        """The sources and the forms of the translation in one, in which a sign is sought at a glance."""
        return " ".join((*self.sources, *self.entry.msgstr))

    @lazy
    def source_texts(self) -> tuple[Text, ...]:
        """The sources, as texts."""
        known = self.known or Texts(self.source_locale)
        return tuple([known[source] for source in self.sources])

    @lazy
    def has_numerals(self) -> bool:
        """Whether a source has a number in digits."""
        return any(source.numerals for source in self.source_texts)

    @lazy
    def texts(self) -> tuple[Text, ...]:
        """The forms of the translation, as texts; some may be empty."""
        return tuple([Text(form, self.locale) for form in self.entry.msgstr])


@dataclass(frozen=True, slots=True)
class Whole:
    """A catalogue with what a check may know about it; ``plural`` is its Plural-Forms header, if gettext can use it.

    ``standard`` is what the catalogue is held to; ``sources`` are the texts of its sources, shared among locales.
    """

    catalogue: Catalogue
    locale: str
    file: str
    source_locale: str = "en"
    plural: PluralForms | None = None
    standard: Standard = field(default_factory=Standard)
    sources: Texts = field(default_factory=lambda: Texts("en"))

    @property
    def language(self) -> str:
        """The language of the locale, without script, territory and modifier."""
        return language_of(self.locale)


OfEntry = Callable[[Subject], Iterable[Remark]]


@dataclass(frozen=True, slots=True)
class Check:
    """A check: what it is called, what it says, and how it looks. Of the functions any may be missing.

    ``summary`` is one sentence; ``explanation`` says what a finding means and how to mend it. ``of_entry`` sees one
    translated entry at a time; ``of_entries`` learns from a whole catalogue how to see them; ``of_catalogue`` sees
    all entries together, ``of_locales`` the same domain in all locales, and ``of_source`` a template. ``fix`` gives a
    form of a translation with what is mechanical mended, or as it is.
    """

    name: str
    severity: Severity
    summary: str
    explanation: str
    of_entry: OfEntry | None = None
    of_entries: Callable[[Whole], OfEntry] | None = None
    of_catalogue: Callable[[Whole], Iterable[Remark]] | None = None
    of_locales: Callable[[Sequence[Whole]], Iterable[tuple[Whole, Remark]]] | None = None
    of_source: Callable[[Whole], Iterable[Remark]] | None = None
    fix: Callable[[Subject, str], str] | None = None


def by_form(subject: Subject, compare: Callable[[str, str], Sequence[Remark]]) -> Iterable[Remark]:
    """Compare each form that has text with the source that it fits best; what several forms share is told once."""
    return by_text(subject, lambda source, text: compare(source.raw, text.raw))


def by_text(subject: Subject, compare: Callable[[Text, Text], Sequence[Remark]]) -> Iterable[Remark]:
    """Compare as ``by_form`` does, by texts."""
    texts, sources = subject.texts, subject.source_texts
    if len(texts) == 1 and len(sources) == 1:
        # Nine in ten messages have one form, and most comparisons find nothing.
        return compare(sources[0], texts[0]) if texts[0].raw else ()
    return _of_forms(subject, compare)


def _of_forms(subject: Subject, compare: Callable[[Text, Text], Sequence[Remark]]) -> Iterator[Remark]:
    told: set[str] = set()
    for form, text in enumerate(subject.texts):
        if not text.raw:
            continue
        number, remarks = _best(subject.source_texts, text, compare)
        plural = number == 1
        yield from (replace(r, form=form, of_plural=plural) for r in remarks if r.message not in told)
        told.update(remark.message for remark in remarks)


def _best(
    sources: Sequence[Text], text: Text, compare: Callable[[Text, Text], Sequence[Remark]]
) -> tuple[int, Sequence[Remark]]:
    """Return the number of the source with the fewest remarks, and those."""
    best = compare(sources[0], text)
    if not best or len(sources) == 1:
        return 0, best
    other = compare(sources[1], text)
    return (1, other) if len(other) < len(best) else (0, best)


def missing_and_extra(missing: Iterable[str], extra: Iterable[str]) -> str:
    """Say what the translation lacks and what it has too much, each thing once; empty if there is neither."""
    parts = [f"{cut(thing, _LONGEST_PART)} is missing" for thing in dict.fromkeys(missing)]
    parts += [f"{cut(thing, _LONGEST_PART)} is too much" for thing in dict.fromkeys(extra)]
    return "; ".join(parts[:_MOST_PARTS]) + (
        f"; and {len(parts) - _MOST_PARTS} more" if len(parts) > _MOST_PARTS else ""
    )


_MOST_PARTS: Final = 6
_LONGEST_PART: Final = 100


def cut(text: str, most: int) -> str:
    """Return a text of at most so many characters, with an ellipsis for what is left out."""
    return text if len(text) <= most else text[: most - 1] + "…"


def in_short(text: str, most: int) -> str:
    """Return a text on one line, cut as ``cut`` does."""
    return cut(" ".join(text.split()), most)


def quoted(text: Text, spans: Iterable[Span], most: int = 3) -> str:
    """Return these parts of a text in quotation marks, each once, the first of them."""
    words = dict.fromkeys(f"‘{text.raw[start:end]}’" for start, end in spans)
    return ", ".join(list(words)[:most])


def rare_forms(plural: PluralForms) -> frozenset[int]:
    """Return the forms that fewer than five of the counts up to 1,000 take, as msgfmt counts them."""
    return _rare(plural.count, plural.expression)


@lru_cache(maxsize=256)  # Many small catalogues of the same locales are checked in one run.
def _rare(count: int, expression: str) -> frozenset[int]:
    plural = parse_plural_forms(f"nplurals={count}; plural={expression};")
    taken = [0] * count
    for n in range(_COUNTS):
        taken[plural.index(n)] += 1
    return frozenset(form for form, times in enumerate(taken) if times < _OFTEN)
