"""``same-as-source``: a translation says the same, word for word, as its source: nobody translated it."""

from collections.abc import Iterator
from typing import Final

from l10n_tool.checks.finding import Severity
from l10n_tool.checks.model import Check, OfEntry, Remark, Subject, Whole
from l10n_tool.facts.text import Text
from l10n_tool.languages import language_of

__all__ = ["CHECK"]

#: With so many words, and of them in lower case, a text is prose; with fewer it may be a term in both languages.
_SEVERAL: Final = 3
_PROSE: Final = 2
#: So many letters without a space are prose in a script that has no spaces.
_LONG: Final = 8
_SHORTEST_WORD: Final = 2


def _of_entries(whole: Whole) -> OfEntry:
    if whole.language == language_of(whole.source_locale):
        return lambda _: ()
    kept = frozenset(
        word for term in whole.standard.termbase.of(whole.locale) if _is_kept(term.term, term.required)
        for word in Text(term.term, whole.source_locale).folded
    )  # fmt: skip
    return lambda subject: _compare(subject, kept)


def _is_kept(term: str, required: tuple[str, ...]) -> bool:
    return term in required


def _compare(subject: Subject, kept: frozenset[str]) -> Iterator[Remark]:
    for form, text in enumerate(subject.texts):
        for number, source in enumerate(subject.source_texts):
            if text.raw and _same(source, text) and (severity := _severity(source, kept)):
                yield Remark("it is the source, not a translation", severity, form=form, of_plural=number == 1)
                return


def _same(source: Text, text: Text) -> bool:
    """Whether both have the same words; what differs may be signs, spaces and capitals."""
    if source.raw == text.raw:
        return True
    near = abs(len(source.raw) - len(text.raw)) <= max(8, len(source.raw) // 20)
    return near and source.raw[:2].casefold() == text.raw[:2].casefold() and source.folded == text.folded


def _severity(source: Text, kept: frozenset[str]) -> Severity | None:
    """Return how bad it is that a text is as it was; nothing if it may be names, code or one word."""
    words = [word for word in source.words if word.casefold() not in kept and len(word) >= _SHORTEST_WORD]
    if not any(word.isascii() for word in words) and _is_long(words):
        return Severity.WARNING
    small = len({word for word in words if word.islower() and len(word) > _SHORTEST_WORD})
    if small >= _PROSE and len(words) >= _SEVERAL:
        return Severity.WARNING
    return Severity.INFO if small and len(words) > 1 else None


def _is_long(words: list[str]) -> bool:
    """Whether words of a script without capitals are more than a name."""
    caseless = [word for word in words if word.upper() == word.lower()]
    return len(caseless) > _PROSE or sum(map(len, caseless)) >= _LONG


CHECK: Final = Check(
    name="same-as-source",
    severity=Severity.WARNING,
    summary="The translation is not the source itself.",
    explanation=(
        "Every word stands there as in the source, so the entry counts as translated and its readers get the source "
        "language. Names, code, single words and words that the termbase keeps as they are may be the same; so may "
        "everything where both are one language (en_GB). Two words, of which one is in lower case, are an information "
        "only. Translate the entry, or empty its translation, so that it counts as what it is."
    ),
    of_entries=_of_entries,
)
