"""Terms and renderings as patterns, and where a text has them."""

import re
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Final

from l10n_tool.facts.text import Span, Text
from l10n_tool.termbase.inflection import is_form
from l10n_tool.termbase.model import STEM
from l10n_tool.termbase.words import SPACELESS, Word, gap, visible, words_of

__all__ = ["Phrase", "Tokens"]

#: How many other words may stand between those of a rendering that is looked for loosely.
_BETWEEN: Final = 2
_LATIN_PAIR: Final = re.compile(r"[A-Za-z0-9]{2}")
#: What may stand between the characters of a word in a script without spaces.
_OPTIONAL: Final = frozenset(" \t\n\u3000\u00a0・＝=*_")


class Tokens:
    """A text with its words, in the order in which they stand."""

    def __init__(self, text: Text) -> None:
        self.prose, self.language = text.prose, text.language

    @cached_property
    def words(self) -> list[Word]:
        """The words."""
        return words_of(self.prose, self.language)

    @cached_property
    def compact(self) -> tuple[str, list[int]]:
        """The text without spaces and emphasis, and the place of each character."""
        return _compact(self.prose, self.language)

    @cached_property
    def compact_lower(self) -> str:
        """The same text in lower case."""
        return _lower(self.compact[0])


class Phrase:
    """A term or a rendering in a language: words in a row, each in any of its forms, or the beginning of one.

    ``loose``: any form that may be one will do, and up to two other words between. ``case`` is that of the term.
    """

    def __init__(self, text: str, language: str, *, case: bool | None, loose: bool = False) -> None:
        self.text, self.language, self.loose = text, language, loose
        self._stem = text.endswith(STEM) and text != STEM
        self._bare = text.removesuffix(STEM) if self._stem else text
        self._case = case
        self._pieces = words_of(self._bare, language)
        # Texts have the same words again and again.
        self._known: list[dict[str, bool]] = [{} for _ in self._pieces]
        self._gaps = [
            gap(self._bare[one.end : other.start]) for one, other in zip(self._pieces, self._pieces[1:], strict=False)
        ]

    @cached_property
    def anchor(self) -> Word | None:
        """The longest word, by which texts are found that may have the phrase; None if all have to be searched."""
        if not self._by_words:
            return None
        lettered = [piece for piece in self._pieces if not piece.raw[0].isdecimal()]
        return max(lettered, key=lambda piece: len(piece.folded), default=None)

    def may_begin(self, word: str, *, of: Word) -> bool:
        """Whether a folded word of a text may be this one of the phrase."""
        return self._fits(of, word, stem=self._stem and of is self._pieces[-1])

    @property
    def _by_words(self) -> bool:
        return self.language not in SPACELESS and bool(self._pieces)

    def find(self, tokens: Tokens, *, between: int | None = None) -> Iterator[Span]:
        """Yield where a text has the phrase, in order."""
        if not self._by_words:
            yield from self._in_characters(tokens)
            return
        between = (_BETWEEN if self.loose else 0) if between is None else between
        words, at = tokens.words, 0
        for number, word in enumerate(words):
            end = self._end(words, number, tokens.prose, between) if number >= at and self._is_piece(0, word) else None
            if end is not None:
                yield word.start, words[end].end
                at = end + 1

    def _end(self, words: Sequence[Word], at: int, prose: str, between: int) -> int | None:
        """Return the number of the last word of the phrase that begins with this one, None if it goes on otherwise."""
        for number in range(1, len(self._pieces)):
            found = (
                other
                for other in range(at + 1, min(at + 2 + between, len(words)))
                if self._is_piece(number, words[other])
            )
            following = next(found, None)
            if following is None or not (self.loose or self._joined(number, words[at], words[following], prose)):
                return None
            at = following
        return at

    def _joined(self, number: int, one: Word, other: Word, prose: str) -> bool:
        return gap(prose[one.end : other.start]) == self._gaps[number - 1]

    def _is_piece(self, number: int, word: Word) -> bool:
        piece, known = self._pieces[number], self._known[number]
        fits = known.get(word.folded)
        if fits is None:
            stem = self._stem and number == len(self._pieces) - 1
            fits = known[word.folded] = self._fits(piece, word.folded, stem=stem)
        return fits and self._cased(piece.raw, word.raw)

    def _fits(self, piece: Word, folded: str, *, stem: bool) -> bool:
        if stem:
            return folded.startswith(piece.folded)
        return piece.folded == folded or is_form(piece.folded, folded, self.language, loose=self.loose)

    def _cased(self, wanted: str, word: str) -> bool:
        """Whether the capitals are as ``case`` asks for, in as many letters as both have."""
        if self._case is False or (self._case is None and self.loose):
            return True
        if self._case:
            return all(a.isupper() == b.isupper() for a, b in zip(wanted, word, strict=False))
        return all(b.isupper() or not a.isupper() for a, b in zip(wanted, word, strict=False))

    @cached_property
    def _needle(self) -> str:
        return _compact(self._bare, self.language)[0] or self._bare

    def _in_characters(self, tokens: Tokens) -> Iterator[Span]:
        """Yield where the characters stand, whatever spaces are between them; a Latin word has to stand alone."""
        caseless = self._case is False or (self._case is None and self.loose)
        (text, places), needle = tokens.compact, self._needle
        if caseless:
            text, needle = tokens.compact_lower, _lower(needle)
        at = text.find(needle) if needle else -1
        while at >= 0:
            end = at + len(needle)
            span = places[at], places[end - 1] + 1
            if _stands_alone(tokens.prose, span, begun=self._stem):
                yield span
            at = text.find(needle, end)


def _stands_alone(prose: str, span: Span, *, begun: bool) -> bool:
    """Whether no Latin letter goes on where a phrase begins, or ends, with one."""
    start, end = span
    before, after = prose[max(start - 1, 0) : start + 1], prose[end - 1 : end + 1]
    return not (start and _LATIN_PAIR.fullmatch(before)) and (begun or not _LATIN_PAIR.fullmatch(after))


def _compact(text: str, language: str) -> tuple[str, list[int]]:
    shown, places = visible(text, language)
    kept = [at for at, character in enumerate(shown) if character not in _OPTIONAL]
    return "".join(shown[at] for at in kept), [places[at] for at in kept]


def _lower(text: str) -> str:
    """Return a text in lower case, of the same length."""
    lower = text.lower()
    return lower if len(lower) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
