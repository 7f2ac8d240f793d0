"""What a text says besides its facts: where it denies, keeps its distance, or presses a point; by lists per language.

A list names words and phrases, parted by white space and in lower case. ``*`` stands for any letters, ``_`` for the
space, hyphen or ‘ between two words, and the rest is read as in a regular expression. In a language without spaces
between words an item is looked for anywhere. The lists of a language are in ``languages/``, one module each:

- ``NOT``: words and forms that deny; ``NEGATIVE``: words that are negative by themselves, and doubtful forms;
  ``CONTRARY``: words of a source that another language may render by denying the opposite ("keep", "required");
  ``CONCORD``: words such as никто, which deny only together with a verb that is denied as well;
- ``HEDGES``: words that say that somebody else claims it; ``HEDGING``: words that can render those;
- ``INTENSIFIERS``: words that press a point; ``INTENSE``: words that can render those;
- ``NEUTRAL``: words and phrases that look like one of these and are none.

A list that a language does without is empty.
"""

import re
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from typing import Final, NamedTuple
from unicodedata import normalize

from l10n_tool.facts.languages import LANGUAGES, UNSPACED
from l10n_tool.facts.text import WORD, Text
from l10n_tool.lazy import lazy

__all__ = ["Cue", "Kind", "Lists", "cues_in", "has_lists", "lists_of", "may_have"]


class Kind:
    """What a word or phrase does to what is said; kinds are added up, as flags are."""

    NOT: Final = 1
    NEGATIVE: Final = 2
    HEDGE: Final = 4
    HEDGING: Final = 8
    INTENSIFIER: Final = 16
    INTENSE: Final = 32
    CONTRARY: Final = 64
    CONCORD: Final = 128
    NEUTRAL: Final = 256
    PRIVATIVE: Final = 512
    ADVERSE: Final = 1024


class Cue(NamedTuple):
    """A word or phrase in its place; the kinds may be several."""

    kinds: int
    start: int
    end: int


#: The name of each list, in the order in which a phrase is looked for.
_NAMES: Final = {
    "NEUTRAL": Kind.NEUTRAL,
    "HEDGES": Kind.HEDGE,
    "INTENSIFIERS": Kind.INTENSIFIER,
    "NOT": Kind.NOT,
    "NEGATIVE": Kind.NEGATIVE,
    "CONCORD": Kind.CONCORD,
    "CONTRARY": Kind.CONTRARY,
    "PRIVATIVE": Kind.PRIVATIVE,
    "ADVERSE": Kind.ADVERSE,
    "HEDGING": Kind.HEDGING,
    "INTENSE": Kind.INTENSE,
}
#: A word that only looks negative may be written out in another list all the same: "niezwykle" is "extremely".
_OF_TONE: Final = Kind.HEDGE | Kind.HEDGING | Kind.INTENSIFIER | Kind.INTENSE
#: How far the kinds of the phrases that a word may begin stand from its own.
_OPENS: Final = 12
_OWN: Final = (1 << _OPENS) - 1
_GROUP: Final = re.compile(r"\((?!\?)")
_LATIN: Final = re.compile(r"(?<![\\])[a-zà-ɏ]")
_NO_WORD: Final = 60
#: By so many letters at most what words begin or end with is found.
_KEY: Final = 3
_LENGTHS: Final = range(1, _KEY + 1)
_MOST_KNOWN: Final = 100_000


def has_lists(language: str) -> bool:
    """Whether there are lists for a language."""
    return language in LANGUAGES


@cache
def lists_of(language: str) -> "Lists":
    """Return the lists of a language that has some."""
    module = import_module(f"l10n_tool.facts.languages.{LANGUAGES[language]}")
    items = {kind: str(getattr(module, name, "")).split() for name, kind in _NAMES.items()}
    return _Unspaced(items) if language in UNSPACED else _Spaced(items)


def cues_in(text: Text) -> tuple[Cue, ...]:
    """Return the cues of a text in order, none overlapping another; none where its language has no lists."""
    return text.once(_cues_in)


def _cues_in(text: Text) -> tuple[Cue, ...]:
    if not has_lists(text.language):
        return ()
    return lists_of(text.language).find(text)


def may_have(text: Text, kinds: int) -> bool:
    """Whether a text may have cues of one of these kinds: a glance that never misses one."""
    return bool(text.once(_kinds_of) & kinds)


def _kinds_of(text: Text) -> int:
    return lists_of(text.language).kinds(text) if has_lists(text.language) else 0


class Lists:
    """The lists of a language, ready to be looked for.

    ``is_latin`` if they have words in Latin letters; ``all_kinds`` are the kinds that they hold any words of.
    """

    is_latin: bool
    all_kinds: int

    def kinds(self, text: Text) -> int:
        """Return the kinds that the text may have, added up."""
        raise NotImplementedError

    def find(self, text: Text) -> tuple[Cue, ...]:
        """Return the cues of a text in this language."""
        raise NotImplementedError


class _Spaced(Lists):
    """Looks at each different word once, and for a phrase only where its first word stands."""

    def __init__(self, items: dict[int, list[str]]) -> None:
        self.is_latin = any(_LATIN.search(item) for item in items[Kind.NOT])
        self.all_kinds = sum(kind for kind, these in items.items() if these)
        words = {kind: [item for item in these if "_" not in item] for kind, these in items.items()}
        phrases = {kind: [item for item in these if "_" in item] for kind, these in items.items()}
        first = {kind << _OPENS: [item.partition("_")[0] for item in these] for kind, these in phrases.items()}
        self._simple: dict[str, int] = {}
        self._beginnings: dict[str, list[tuple[str, int]]] = {}
        self._ends: dict[str, list[tuple[str, int]]] = {}
        self._patterns = [
            (kind, _whole(patterns)) for kind, these in [*words.items(), *first.items()]
            if (patterns := self._without_simple(kind, these))
        ]  # fmt: skip
        self._phrase_items = phrases
        self._known: dict[str, int] = {}
        #: Words that are no cues, as most are.
        self._no_cues: set[str] = set()

    def _without_simple(self, kind: int, items: list[str]) -> list[str]:
        """Keep the items that are words, or how words begin or end, under their kinds, and return the others."""
        return [item for item in items if not self._is_kept(_plain(item.casefold()), kind)]

    def _is_kept(self, item: str, kind: int) -> bool:
        letters = item.removesuffix("*") if item.endswith("*") else item.removeprefix("*")
        if not letters.replace("'", "").isalpha():
            return False
        if letters == item:
            self._simple[item] = self._simple.get(item, 0) | kind
        elif item.endswith("*"):
            self._beginnings.setdefault(letters[:_KEY], []).append((letters, kind))
        else:
            self._ends.setdefault(letters[-_KEY:], []).append((letters, kind))
        return True

    @lazy
    def _phrases(self) -> re.Pattern[str]:
        return re.compile(_alternatives(self._phrase_items, r"(?<![^\W_])", r"(?![^\W_])"), re.IGNORECASE)

    def kinds(self, text: Text) -> int:
        found = self._sum(text)
        return (found | found >> _OPENS) & _OWN

    def _sum(self, text: Text) -> int:
        known, found = self._known, 0
        for word in text.vocabulary - self._no_cues:
            kinds = known.get(word)
            found |= self._learn(word) if kinds is None else kinds
        return found

    def _learn(self, word: str) -> int:
        if len(word) > _NO_WORD:
            return 0
        if len(self._known) + len(self._no_cues) >= _MOST_KNOWN:
            self._known.clear()
            self._no_cues.clear()
        found = self._read(_plain(word))
        if found:
            self._known[word] = found
        else:
            self._no_cues.add(word)
        return found

    def _read(self, word: str) -> int:
        kinds = self._simple.get(word, 0)
        for length in _LENGTHS:
            for beginning, kind in self._beginnings.get(word[:length], ()):
                kinds |= kind if word.startswith(beginning) else 0
            for end, kind in self._ends.get(word[-length:], ()):
                kinds |= kind if word.endswith(end) else 0
        for kind, pattern in self._patterns:
            if not kinds & kind and pattern.fullmatch(word):
                kinds |= kind
        if not kinds & Kind.NEUTRAL:
            return kinds
        return (kinds & ~_OWN) | (self._simple.get(word, 0) & _OF_TONE or Kind.NEUTRAL)

    def find(self, text: Text) -> tuple[Cue, ...]:
        found = self._read_through(text) if self._sum(text) else ()
        return tuple(cue for cue in found if cue.kinds != Kind.NEUTRAL)

    def _read_through(self, text: Text) -> Iterator[Cue]:
        """Yield the words that are cues, and the phrases where a word stands that may begin one."""
        prose, end = text.prose.replace("’", "'"), 0
        for word, match in zip(text.folded, WORD.finditer(text.prose), strict=True):
            start = match.start()
            kinds = 0 if word in self._no_cues or start < end else self._of_word(word)
            phrase = self._phrases.match(prose, start) if kinds > _OWN else None
            if phrase is not None:
                end = phrase.end()
                yield _of_group(phrase)
            elif kinds & _OWN:
                yield Cue(kinds & _OWN, start, match.end())

    def _of_word(self, word: str) -> int:
        kinds = self._known.get(word)
        return self._learn(word) if kinds is None else kinds


class _Unspaced(Lists):
    """Looks for each item anywhere, for what is neutral first."""

    def __init__(self, items: dict[int, list[str]]) -> None:
        self.is_latin = False
        self.all_kinds = sum(kind for kind, these in items.items() if these)
        self._items = re.compile(_alternatives(items, "", ""), re.IGNORECASE)

    def kinds(self, text: Text) -> int:
        found = 0
        for cue in cues_in(text):
            found |= cue.kinds
        return found

    def find(self, text: Text) -> tuple[Cue, ...]:
        found = map(_of_group, self._items.finditer(text.prose))
        return tuple(cue for cue in found if cue.kinds != Kind.NEUTRAL)


def _plain(word: str) -> str:
    """Return a word in lower case in one spelling, without the dots that tell the Turkish i apart and capitals lose."""
    return word if word.isascii() else normalize("NFC", word).replace("i\u0307", "i").replace("ı", "i")


def _whole(items: list[str]) -> re.Pattern[str]:
    """Return an expression for words that are one of these, in lower case."""
    return re.compile(
        "|".join(_item(_plain(item.casefold())).replace("*", ".*") for item in items) or r"(?!)", re.DOTALL
    )


def _alternatives(items: dict[int, list[str]], before: str, after: str) -> str:
    groups = [f"(?P<k{kind}>{'|'.join(map(_phrase, these))})" for kind, these in items.items() if these]
    return f"{before}(?:{'|'.join(groups)}){after}" if groups else "(?!)"


def _phrase(item: str) -> str:
    return _item(item).replace("_", r"[\s‘-]{1,3}").replace("*", r"[^\W\d_]*")


def _item(item: str) -> str:
    return _GROUP.sub("(?:", item)


def _of_group(match: re.Match[str]) -> Cue:
    return Cue(int(str(match.lastgroup)[1:]), match.start(), match.end())
