"""Names, quoted titles and repeated words of the sources."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from enum import IntEnum
from typing import Final, NamedTuple

from l10n_tool.facts.text import Text
from l10n_tool.termbase.common_words import CALENDAR, COMMON, INSIDE_NAMES, LEADING
from l10n_tool.termbase.words import SPACELESS, Word, gap, words_of

__all__ = ["Candidate", "Kind", "candidates"]

_QUOTED: Final = re.compile(
    r"[“„«»「『]([^“”„«»「」『』\n]{2,60})[”“»«」』]|\"([^\"\n]{2,60})\"|‘([^‘’\n]{2,60})’(?!\w)"
)
_SENTENCE_ENDS: Final = frozenset(".!?:…—–\ufffc")
_QUOTES: Final = frozenset("\"'“”„«»‘’([")
_OPENING: Final = " \t\n\u00a0*_#>-\\" + "".join(_QUOTES)
_MOST_WORDS: Final = 6
#: Nobody reads more proposals than this.
_MOST: Final = 2_000
#: In how many texts words have to stand together, and in how many one alone.
_TEXTS: Final = {1: 4, 2: 2, 3: 2}
#: Languages that write every noun with a capital.
_CAPITAL_NOUNS: Final = frozenset({"de", "lb", "nds"})


class Kind(IntEnum):
    """Why something may be a term, the best reason first."""

    NAME = 0
    TITLE = 1
    REPEATED = 2


class Candidate(NamedTuple):
    """What may be a term, why, and in how many texts it stands."""

    text: str
    kind: Kind
    texts: int


def candidates(texts: Sequence[Text], language: str) -> list[Candidate]:
    """Return what may be a term in texts of a language, best first."""
    found: dict[str, Candidate] = {}
    for kind, seen in (
        (Kind.NAME, _counted(_names(text, language) for text in texts)),
        (Kind.TITLE, _counted(_titles(text) for text in texts)),
        (Kind.REPEATED, _repeated(texts, language)),
    ):
        for text, count in seen.items():
            found.setdefault(text.casefold(), Candidate(text, kind, count))
    ranked = sorted(found.values(), key=lambda one: (one.kind, -one.texts, -len(one.text), one.text))
    return _without_parts(ranked[:_MOST])


def _counted(of_texts: Iterable[Iterable[str]]) -> Counter[str]:
    counts: Counter[str] = Counter()
    for names in of_texts:
        counts.update(set(names))
    return counts


def _names(text: Text, language: str) -> Iterator[str]:
    """Yield runs of capitalised words, but for a single one that begins a sentence."""
    words = words_of(text.prose, language)
    capitals = [word for word in words if len(word.raw) > 3]
    if len(capitals) > 1 and all(word.raw[0].isupper() for word in capitals):
        # A heading with capitals everywhere shows no name.
        return
    least = 2 if language in _CAPITAL_NOUNS else 1
    inside = frozenset[str]() if language in _CAPITAL_NOUNS else INSIDE_NAMES
    for whole in _runs(words, text.prose, inside):
        run = whole[1:] if whole[0].folded in LEADING and _begins_sentence(whole[0], text.prose) else whole
        if least <= len(run) <= _MOST_WORDS and _is_name(run, text.prose):
            yield text.prose[run[0].start : run[-1].end]


def _is_name(run: Sequence[Word], prose: str) -> bool:
    if len(run) == 1 and _begins_sentence(run[0], prose):
        return False
    return not all(word.folded in CALENDAR or len(word.raw) < 2 for word in run)


def _runs(words: Sequence[Word], prose: str, inside: AbstractSet[str]) -> Iterator[list[Word]]:
    run: list[Word] = []
    for at, word in enumerate(words):
        if run and gap(prose[run[-1].end : word.start]) != " ":
            yield _ended(run)
            run = []
        if word.raw[0].isupper() or (run and word.folded in inside and _goes_on(words, at, inside)):
            run.append(word)
        elif run:
            yield _ended(run)
            run = []
    if run:
        yield _ended(run)


def _goes_on(words: Sequence[Word], at: int, inside: AbstractSet[str]) -> bool:
    """Whether a capitalised word follows after at most two small ones."""
    following = words[at + 1 : at + 3]
    return bool(following) and (
        following[0].raw[0].isupper()
        or (following[0].folded in inside and len(following) > 1 and following[1].raw[0].isupper())
    )


def _ended(run: list[Word]) -> list[Word]:
    while run and not run[-1].raw[0].isupper():
        run = run[:-1]
    return run


def _begins_sentence(word: Word, prose: str) -> bool:
    """Whether a sentence begins here, or may: a line does, and so does a quotation."""
    before = prose[max(word.start - 40, 0) : word.start]
    plain = before.rstrip(_OPENING)
    between = before[len(plain) :]
    return not plain or "\n" in between or bool(_QUOTES & set(between)) or plain[-1] in _SENTENCE_ENDS


def _titles(text: Text) -> Iterator[str]:
    for match in _QUOTED.finditer(text.prose):
        title = next(group for group in match.groups() if group).strip()
        if title[:1].isupper() and len(title.split()) <= _MOST_WORDS and title[-1:] not in ".,;:?!…":
            yield title


def _repeated(texts: Sequence[Text], language: str) -> Counter[str]:
    """Count words, and words in a row, that stand in several texts; their forms count together."""
    if language in SPACELESS:
        return Counter()
    where: defaultdict[tuple[str, ...], set[int]] = defaultdict(set)
    written: defaultdict[tuple[str, ...], Counter[str]] = defaultdict(Counter)
    for number, text in enumerate(texts):
        for words in _rows(text, language):
            key = tuple(_singular(word.folded, language) for word in words)
            where[key].add(number)
            written[key][" ".join(word.folded for word in words)] += 1
    counts: Counter[str] = Counter()
    for key, numbers in where.items():
        if len(numbers) >= _TEXTS[len(key)]:
            # The form that is the key itself is the one that a termbase has.
            best = " ".join(key) if " ".join(key) in written[key] else written[key].most_common(1)[0][0]
            counts[best] = len(numbers)
    return counts


def _rows(text: Text, language: str) -> Iterator[list[Word]]:
    """Yield up to three words in a row that neither begin nor end with a word of grammar, nor are of a name."""
    words = words_of(text.prose, language)
    plain = [_tells(word) and not _is_of_name(word, text.prose, language) for word in words]
    for at, first in enumerate(words):
        if not plain[at]:
            continue
        row = [first]
        if len(first.folded) > 4:
            yield row
        for following in range(at + 1, min(at + 3, len(words))):
            word = words[following]
            if gap(text.prose[row[-1].end : word.start]) != " ":
                break
            row = [*row, word]
            if plain[following]:
                yield row


def _tells(word: Word) -> bool:
    return len(word.folded) > 2 and word.folded not in COMMON and word.folded not in CALENDAR and word.raw.isalpha()


def _is_of_name(word: Word, prose: str, language: str) -> bool:
    return language not in _CAPITAL_NOUNS and word.raw[0].isupper() and not _begins_sentence(word, prose)


def _singular(word: str, language: str) -> str:
    if language != "en" or not word.endswith("s") or word.endswith(("ss", "us", "is")) or len(word) < 4:
        return word
    return word[:-3] + "y" if word.endswith("ies") else word[:-1]


def _without_parts(ranked: Sequence[Candidate]) -> list[Candidate]:
    """Leave out what stands only inside something longer."""
    by_word: defaultdict[str, list[Candidate]] = defaultdict(list)
    for one in ranked:
        for word in set(one.text.casefold().split()):
            by_word[word].append(one)
    return [one for one in ranked if not any(_covers(other, one) for other in by_word[one.text.casefold().split()[0]])]


def _covers(other: Candidate, one: Candidate) -> bool:
    longer = f" {other.text.casefold()} "
    return other is not one and f" {one.text.casefold()} " in longer and other.texts >= one.texts
