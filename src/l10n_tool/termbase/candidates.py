"""Names, quoted titles and repeated words of the sources."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from enum import IntEnum
from typing import Final, NamedTuple

from l10n_tool.facts.function_words import function_words
from l10n_tool.facts.text import Text
from l10n_tool.termbase import unspaced
from l10n_tool.termbase.common_words import CALENDAR, COMMON, INSIDE_NAMES, LEADING
from l10n_tool.termbase.folding import Forms
from l10n_tool.termbase.words import SPACELESS, Word, gap, words_of

__all__ = ["Candidate", "Kind", "candidates"]

_QUOTED: Final = re.compile(
    r"[“„«»「『《]([^“”„«»「」『』《》\n]{2,60})[”“»«」』》]|\"([^\"\n]{2,60})\"|‘([^‘’\n]{2,60})’(?!\w)"
)
_SENTENCE_ENDS: Final = frozenset(".!?:…—–\ufffc")
_QUOTES: Final = frozenset("\"'“”„«»‘’([")
_OPENING: Final = " \t\n\u00a0*_#>-\\" + "".join(_QUOTES)
_MOST_WORDS: Final = 6
#: What is longer in a script without spaces is no title but something that somebody said.
_MOST_CHARACTERS: Final = 20
_NO_TITLE_ENDS: Final = frozenset(".,;:?!…。、！？؟،؛।")
#: Nobody reads more proposals than this.
_MOST: Final = 2_000
#: In how many texts words have to stand together, and in how many one alone.
_TEXTS: Final = {1: 4, 2: 2, 3: 2}
#: Languages that write every noun with a capital.
_CAPITAL_NOUNS: Final = frozenset({"de", "lb", "nds"})

#: Languages in which the small letter of "I" is another one.
_TWO_KINDS_OF_I: Final = frozenset({"az", "crh", "tr", "tt"})


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


def candidates(texts: Sequence[Text], language: str, forms: Forms | None = None) -> list[Candidate]:
    """Return what may be a term in texts of a language, best first.

    Of each in the form that is written most often, or in English in the singular. ``forms`` are those of the texts.
    """
    forms = forms or Forms(language, (text.prose for text in texts))
    found: dict[str, Candidate] = {}
    for kind, of_texts in (
        (Kind.NAME, (_names(text, language) for text in texts)),
        (Kind.TITLE, (_titles(text) for text in texts)),
        (Kind.REPEATED, (_repeated(text, language) for text in texts)),
    ):
        for key, (text, count) in _counted(of_texts, forms).items():
            if kind is not Kind.REPEATED or count >= (2 if language in SPACELESS else _TEXTS[len(text.split())]):
                found.setdefault(key, Candidate(text, kind, count))
    ranked = sorted(found.values(), key=lambda one: (one.kind, -one.texts, -len(one.text), one.text))
    return _without_parts(ranked[:_MOST])


def _counted(of_texts: Iterable[Iterable[str]], forms: Forms) -> dict[str, tuple[str, int]]:
    """Return, by the keys of their words, how things are written most often, and in how many texts they stand."""
    where: defaultdict[str, set[int]] = defaultdict(set)
    written: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for number, things in enumerate(of_texts):
        for thing in things:
            key = forms.key(thing)
            where[key].add(number)
            written[key][thing] += 1
    return {key: (_usual(written[key], key), len(numbers)) for key, numbers in where.items()}


def _usual(written: Counter[str], key: str) -> str:
    """Return the key where it is a word of its own, or what is written most often, the shortest of several."""
    if key in written:
        return key
    return min(written, key=lambda text: (-written[text], len(text), text))


def _names(text: Text, language: str) -> Iterator[str]:
    """Yield runs of capitalised words, but for a single one that begins a sentence."""
    if language in SPACELESS:
        yield from unspaced.names(text.prose)
        return
    words = words_of(text.prose, language)
    capitals = [word for word in words if len(word.raw) > 3]
    if len(capitals) > 1 and all(word.raw[0].isupper() for word in capitals):
        # A heading with capitals everywhere shows no name.
        return
    least = 2 if language in _CAPITAL_NOUNS else 1
    inside = frozenset[str]() if language in _CAPITAL_NOUNS else INSIDE_NAMES
    for whole in _runs(words, text.prose, inside, _grammar(language)):
        run = whole[1:] if whole[0].folded in LEADING and _begins_sentence(whole[0], text.prose) else whole
        if least <= len(run) <= _MOST_WORDS and _is_name(run, text.prose):
            yield text.prose[run[0].start : run[-1].end]


def _is_name(run: Sequence[Word], prose: str) -> bool:
    if len(run) == 1 and _begins_sentence(run[0], prose):
        return False
    return not all(word.folded in CALENDAR or len(word.raw) < 2 for word in run)


def _runs(
    words: Sequence[Word], prose: str, inside: AbstractSet[str], grammar: AbstractSet[str]
) -> Iterator[list[Word]]:
    run: list[Word] = []
    for at, word in enumerate(words):
        if run and gap(prose[run[-1].end : word.start]) != " ":
            yield _ended(run)
            run = []
        if (word.raw[0].isupper() and word.folded not in grammar) or (
            run and word.folded in inside and _goes_on(words, at, inside)
        ):
            run.append(word)
        elif run:
            yield _ended(run)
            run = []
    if run:
        yield _ended(run)


def _grammar(language: str) -> AbstractSet[str]:
    """Return words that are of no name with a capital, but begin a sentence, or are polite: ‘Die’, ‘Sie’."""
    return frozenset() if language == "en" else function_words(language)


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
        short = len(title) <= _MOST_CHARACTERS if text.language in SPACELESS else len(title.split()) <= _MOST_WORDS
        if short and _begins_title(title) and title[-1:] not in _NO_TITLE_ENDS:
            yield title


def _begins_title(title: str) -> bool:
    """Whether it begins with a capital, or with a letter of a script that has none."""
    first = title[:1]
    return first.isupper() or (first.isalpha() and first.lower() == first.upper())


def _repeated(text: Text, language: str) -> Iterator[str]:
    """Yield words, and words in a row, that may be terms if they stand in several texts."""
    if language in SPACELESS:
        yield from unspaced.loans(text.prose)
        return
    for words in _rows(text, language):
        yield " ".join(_written(word, language) for word in words)


def _written(word: Word, language: str) -> str:
    """Return a word as a termbase has it: with its own letters, and small ones if it only begins a sentence."""
    if language in _CAPITAL_NOUNS:
        return word.raw
    return word.folded if language in _TWO_KINDS_OF_I else word.raw.lower()


def _rows(text: Text, language: str) -> Iterator[list[Word]]:
    """Yield up to three words in a row that neither begin nor end with a word of grammar, nor are of a name."""
    words = words_of(text.prose, language)
    grammar = _grammar(language)
    plain = [
        _tells(word) and word.folded not in grammar and not _is_of_name(word, text.prose, language) for word in words
    ]
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
