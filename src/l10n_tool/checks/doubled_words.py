"""``doubled-words``: no word stands twice in a row by mistake.

Many languages double words by their grammar: Turkish and Hindi adverbs, Malay plurals, German and Dutch relative
clauses, French verbs of the reader's own doing. What is sure is listed; the rest is learned from the catalogue.
"""

from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from operator import eq
from types import MappingProxyType
from typing import Final

from l10n_tool.checks.finding import Severity
from l10n_tool.checks.model import Check, OfEntry, Remark, Subject, Whole
from l10n_tool.facts.text import WORD, Span, Text
from l10n_tool.facts.typography_data import UNSPACED
from l10n_tool.lazy import lazy

__all__ = ["CHECK"]

_LISTED: Final[Mapping[str, str]] = MappingProxyType({
    "az": "yavaş tez ayrı bir tək addım az dəstə növ cür qrup hissə gün ara tikə sıra parça vaxt zaman uzun böyük",
    "bs": "je se", "ca": "us", "cs": "se", "da": "der den det at",  "de": "die der das sie den dem",
    "dsb": "wjele", "hsb": "wjele",
    "el": "του της το τα των τους", "en": "that had", "fr": "nous vous", "hr": "je se", "hu": "az egy már",
    "it": "via via piano man mano poco", "lb": "déi",
    "nb": "det der den", "nl": "die dat je het u zich ze", "nn": "det der", "no": "det der den", "pt": "se logo",
    "sk": "sa", "sl": "je se", "sr": "je se је се", "sv": "att den det som",
    "tr": "yavaş tek ayrı sık zaman bir teker adım hızlı parça parça uzun kısa az ara grup çeşit tür gün sıra dilim "
          "türlü yer kat güzel bölüm defalarca büyük küçük usul yakın derin sıcak açık ince iri",
})  # fmt: skip
#: Languages in which any word may be doubled to mean each, very or many: doubtful there.
_PRODUCTIVE: Final = frozenset(
    [
        "as", "awa", "ban", "bho", "bn", "ceb", "doi", "fil", "gu", "haw", "hi", "hy", "id", "ilo", "jv", "ka",
        "kk", "kn", "kok", "ky", "mai", "mi", "ml", "mn", "mni", "mr", "ms", "ne", "or", "os", "pa", "ps", "sa",
        "sat", "sd", "si", "sm", "su", "sw", "ta", "te", "tg", "tk", "tl", "to", "tt", "ug", "ur", "uz", "vi",
        "war", "yo",
    ]
)  # fmt: skip
#: What may stand between the two.
_GAP: Final = frozenset(" \u00a0\n*_")
#: What stands before an ending, which is no word of its own: Turkish 1911'de de.
_ENDING: Final = frozenset("'’")
#: A word that is doubled in so many entries, and in such a share of those that have it, is meant to be.
_OFTEN: Final = 3
_SHARE: Final = 0.3


def _of_entries(whole: Whole) -> OfEntry:
    if whole.language in UNSPACED:
        return lambda _: ()
    habits = _Habits(whole)
    severity = Severity.INFO if whole.language in _PRODUCTIVE else None
    listed = frozenset(_LISTED.get(whole.language, "").split())

    def look(subject: Subject) -> Iterator[Remark]:
        for form, text in enumerate(subject.texts):
            found = [(word, place) for word, place in _doubled(text) if word not in listed and not habits.has(word)]
            if found and not any(True for source in subject.source_texts for _ in _doubled(source)):
                words = ", ".join(dict.fromkeys(f"‘{text.raw[start:end]}’" for _, (start, end) in found))
                marks = tuple(place for _, place in found)
                yield Remark(f"a word stands twice in a row: {words}", severity, form=form, marks=marks)

    return look


def _doubled(text: Text) -> Iterable[tuple[str, Span]]:
    """Return the words that follow themselves, each with the place of both."""
    words = text.folded
    if len(words) == len(text.vocabulary):
        # Most texts have each word once.
        return ()
    return _places(text) if any(map(eq, words, words[1:])) else ()


def _places(text: Text) -> Iterator[tuple[str, Span]]:
    prose = text.prose
    for one, other in pairwise(WORD.finditer(prose)):
        word = one[0].casefold()
        if prose[one.start() - 1 : one.start()] in _ENDING:
            continue
        between = prose[one.end() : other.start()]
        same = other[0].casefold() == word and one[0][-1:].islower() >= other[0][-1:].islower()
        if same and between and _GAP.issuperset(between) and between.count("\n") < 2:
            yield word, (one.start(), other.end())


class _Habits:
    """What a catalogue doubles often; it is read for that when the first doubled word is met."""

    def __init__(self, whole: Whole) -> None:
        self._whole = whole
        self._known: dict[str, bool] = {}

    def has(self, word: str) -> bool:
        """Whether a word is doubled by the language, as far as the catalogue shows."""
        known = self._known.get(word)
        if known is None:
            known = self._known[word] = self._is_usual(word)
        return known

    def _is_usual(self, word: str) -> bool:
        doubled = sum(f"{word} {word}" in text for text in self._texts)
        return doubled >= _OFTEN and doubled >= _SHARE * sum(word in text for text in self._texts)

    @lazy
    def _texts(self) -> list[str]:
        return [" ".join(entry.msgstr).casefold() for entry in self._whole.catalogue.messages]


CHECK: Final = Check(
    name="doubled-words",
    severity=Severity.WARNING,
    summary="No word stands twice in a row.",
    explanation=(
        "“The the” is a slip that readers notice at once. Delete one of the two. Doublings that belong to a language "
        "are not told: those that are listed for it (French nous nous, German die die, Turkish yavaş yavaş), those "
        "that the catalogue has often, and any where the source doubles a word too. In languages that double words "
        "freely, such as Hindi or Indonesian, a finding is info."
    ),
    of_entries=_of_entries,
)
