"""The names that a text shows by itself: of people, places, organisations, works and products.

A capital letter is what shows them, so only languages that write names alone with one are read word by word. In
German every noun has a capital; there, as everywhere, acronyms and words with a capital inside are still shown.
"""

import re
from collections.abc import Container, Iterator, Sequence
from enum import StrEnum
from functools import lru_cache
from typing import Final, NamedTuple

from l10n_tool.facts.english_words import is_english_word
from l10n_tool.facts.text import Span
from l10n_tool.facts.word_lists import BRANDS, CONNECTORS, GENERIC, NO_NAMES, OWN_ABBREVIATIONS, STARTERS

__all__ = ["CAPITAL_NOUNS", "Kind", "Name", "Shown", "is_own_abbreviation", "kind_of", "shown", "sure", "unknown"]

#: Languages that write every noun with a capital.
CAPITAL_NOUNS: Final = frozenset({"de", "lb", "gsw", "nds", "bar", "frr", "stq", "pfl", "ksh"})

_TOKEN: Final = re.compile(r"[^\W_](?:[^\W_]|['’-](?=[^\W_]))*")
_CAPITAL: Final = re.compile(r"[A-Z\u00c0-\u00de\u0100-\u024f\u0370-\u03ff\u0400-\u052f\u0531-\u0556]")
_MIXED: Final = re.compile(r"[^\W\d_]*[a-z][A-Z]|[A-Z]+[a-z]*-?[0-9]|[A-Z]{2,}[a-rt-z]")
#: How a date or a time is to be written, and a range of letters.
_PATTERN: Final = re.compile(r"[DMYHSXdmyhs]+(?:-[DMYHSXdmyhs]+)+|[DMYHSX]{2,}|[A-Za-z](?:-[A-Za-z])+")
_POSSESSIVE: Final = re.compile(r"['’]s?$")
#: What a name is compounded with: NFC-based, Stripe-account.
_COMPOUND: Final = re.compile(r"(?<=[A-Za-z])-[a-z].*")
#: The parts of a word with capitals inside: acronyms and words.
_PARTS: Final = re.compile(r"[A-Z]{2,}v(?=[0-9])|[A-Z]+(?![a-z])|[A-Z]?[a-z]+")
_JOINED: Final = re.compile(r"[\s-]+")
#: What may stand between two words of one sentence.
_INSIDE: Final = re.compile(r"[,*_ \u00a0\n\ufffc]*")
_ROLLING: Final = re.compile(r"[ \u00a0\n]")
_FEWEST_PLAIN: Final = 2
_FEW_CAPITALS: Final = 2
_COMMON: Final = CONNECTORS | GENERIC
_LONGEST: Final = 6
_SHORT: Final = 2


class Kind(StrEnum):
    """What shows a name."""

    MIXED = "mixed"  # a capital or a digit inside: GitHub, IPv6
    ACRONYM = "acronym"  # capitals alone: NATO
    WORD = "word"  # a capital inside a sentence: Baku
    SEQUENCE = "sequence"  # several of them in a row: Ada Lovelace


class Name(NamedTuple):
    """A name and its place. ``first`` is the length of a first word that may have its capital from the sentence.

    ``after`` is the word before it, in lower case.
    """

    text: str
    span: Span
    kind: Kind
    first: int = 0
    after: str = ""

    def without_first(self) -> "Name":
        """Return the name without the word that begins the sentence."""
        if not self.first:
            return self
        text, (start, end) = self.text[self.first :], self.span
        return Name(text, (start + self.first, end), Kind.SEQUENCE if " " in text else Kind.WORD)

    @property
    def words(self) -> list[str]:
        """Its words, without small and common ones."""
        return [word for word in self.text.split() if not all(part in _COMMON for part in word.lower().split("-"))]


class Shown(NamedTuple):
    """What a text shows: names, and the words that it has in lower case."""

    names: tuple[Name, ...]
    lower: frozenset[str]


class _Token(NamedTuple):
    text: str
    start: int
    end: int
    opens: bool  # begins a sentence, a quotation, a bracket
    capital: bool
    begins: bool  # is a name although it opens a sentence


def shown(prose: str, language: str) -> Shown:
    """Return the names that a text without its code shows, in order, and its words in lower case."""
    tokens = list(_tokens(prose, language))
    lower = frozenset(token.text for token in tokens if token.text.islower())
    if not _CAPITAL.search(prose):
        return Shown((), lower)
    names = tuple(_names(tokens, prose, words=language not in CAPITAL_NOUNS and _is_sentence(tokens)))
    return Shown(names, lower)


def _tokens(prose: str, language: str) -> Iterator[_Token]:
    end = 0
    for match in _TOKEN.finditer(prose):
        gap = prose[end : match.start()]
        opens = end == 0 or "\n\n" in gap or not _INSIDE.fullmatch(gap)
        text = _without_endings(match[0])
        capital = text[0].isupper()
        begins = opens and capital and _may_begin(text, language)
        yield _Token(text, match.start(), match.start() + len(text), opens, capital, begins)
        end = match.end()


def _without_endings(word: str) -> str:
    if "'" in word or "’" in word:
        word = _POSSESSIVE.sub("", word)
    return _COMPOUND.sub("", word) if "-" in word else word


def _is_sentence(tokens: Sequence[_Token]) -> bool:
    """Whether capitals tell something: most words inside the text have none."""
    inside = [token for token in tokens if not token.opens and token.text[0].isalpha()]
    plain = sum(not token.capital for token in inside)
    common = sum(not token.capital and token.text in STARTERS for token in inside)
    capital = sum(token.capital and not token.text.isupper() for token in inside)
    return _FEWEST_PLAIN <= plain >= capital and (plain - common >= _FEWEST_PLAIN or capital <= _FEW_CAPITALS)


def _names(tokens: Sequence[_Token], prose: str, *, words: bool) -> Iterator[Name]:
    shouted = len(tokens) > 1 and all(token.text.isupper() for token in tokens if token.text[0].isalpha())
    at = 0
    while at < len(tokens):
        token = tokens[at]
        kind = None if shouted else kind_of(token.text)
        run = _run(tokens, at, prose) if words and token.capital else at + 1
        if run > at + 1:
            if not all(token.text.isupper() for token in tokens[at:run]):
                yield _sequence(tokens, at, run, prose)
        elif kind:
            yield Name(token.text, (token.start, token.end), kind)
        elif words and token.capital and (token.begins or not token.opens) and _names_alone(token.text):
            yield Name(token.text, (token.start, token.end), Kind.WORD, after=_before(tokens, at))
        at = run


def _names_alone(word: str) -> bool:
    return len(word) > _SHORT and _may_name(word)


def _may_begin(word: str, language: str) -> bool:
    """Whether a word that begins a sentence is a name by itself: English has no such word."""
    return language == "en" and word.isalpha() and not is_english_word(word.lower())


def _before(tokens: Sequence[_Token], at: int) -> str:
    return tokens[at - 1].text.lower() if at else ""


def _sequence(tokens: Sequence[_Token], at: int, run: int, prose: str) -> Name:
    start, end = tokens[at].start, tokens[run - 1].end
    second = next(token.start for token in tokens[at + 1 : run] if token.capital)
    doubtful = tokens[at].opens and not tokens[at].begins and not kind_of(tokens[at].text)
    first = second - start if doubtful else 0
    return Name(prose[start:end], (start, end), Kind.SEQUENCE, first, _before(tokens, at))


def _run(tokens: Sequence[_Token], at: int, prose: str) -> int:
    """Return where a row of words with capitals ends; small words such as "of" may stand between two of them."""
    if not _may_name(tokens[at].text) or (tokens[at].opens and tokens[at].text.lower() in STARTERS):
        return at + 1
    end, look = at + 1, at + 1
    while look < len(tokens) and look - at < _LONGEST:
        token, last = tokens[look], tokens[look - 1]
        if token.opens or not _ROLLING.fullmatch(prose[last.end : token.start]):
            break
        if token.capital and _may_name(token.text):
            end = look + 1
        elif token.text not in CONNECTORS:
            break
        look += 1
    return end


def _may_name(word: str) -> bool:
    return len(word) > 1 and word.lower() not in NO_NAMES and not _PATTERN.fullmatch(word)


@lru_cache(maxsize=1 << 14)
def kind_of(word: str) -> Kind | None:
    """Return what a word shows wherever it stands."""
    if _PATTERN.fullmatch(word):
        return None
    bare = word.removesuffix("s")
    if bare.isupper() and bare.isalpha():
        return Kind.ACRONYM if len(bare) > 1 and bare.lower() not in NO_NAMES else None
    return Kind.MIXED if len(word) > 3 and _MIXED.match(word) else None


def sure(name: Name, lower: Container[str]) -> bool:
    """Whether a name that is seen once is certainly one; ``lower`` are the words that the sources write small."""
    if name.kind is Kind.ACRONYM:
        word = name.text.removesuffix("s").lower()
        # A common word may be shouted, alone in its text: UNSAFE.
        return _SHORT < len(name.text) <= _LONGEST and not is_own_abbreviation(name) and word not in lower
    mixed = [word for word in name.words if kind_of(word) is Kind.MIXED]
    if mixed:
        return not all(_is_compound(word, lower) for word in mixed)
    words = [word.lower() for word in _JOINED.split(name.text)]
    return len(name.text) > _SHORT and not any(word in GENERIC or word in lower for word in words)


def is_own_abbreviation(name: Name) -> bool:
    """Whether a name is an abbreviation that many languages have words or abbreviations of their own for."""
    return name.text.removesuffix("s").lower() in OWN_ABBREVIATIONS


def _is_compound(word: str, lower: Container[str]) -> bool:
    """Whether a word is put together of words that the sources have, or an abbreviation with a number: IPv4."""
    if word.lower() in BRANDS:
        return False
    parts = [part.lower() for part in _PARTS.findall(word)]
    known = all(len(part) == 1 or part in lower for part in parts)
    return known or (len(parts) == 1 and parts[0] in OWN_ABBREVIATIONS)


def unknown(name: Name, lower: Container[str]) -> bool:
    """Whether a word of the name is not one that the sources also write in lower case."""
    return name.kind is Kind.MIXED or any(word.lower() not in lower for word in name.words)
