"""The forms of a word as one word, so that what stands in many forms is counted together."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Final

from l10n_tool.termbase.inflection import heads, is_form, stem
from l10n_tool.termbase.model import STEM
from l10n_tool.termbase.words import SPACELESS, words_of

__all__ = ["Forms"]

#: With so many words that begin alike, each is held against the first ones of them.
_MOST_NEAR: Final = 200


class Forms:
    """Gives the same key for the forms of one word of a language, as far as they are known from one another.

    English: the singular. Elsewhere the stem where there is a stemmer, which is no word itself, and without one the
    shortest of the ``texts``' words that it is a form of.
    """

    def __init__(self, language: str, texts: Iterable[str] = ()) -> None:
        self._language = language
        self._keys: dict[str, str] = {}
        self._near: defaultdict[str, list[str]] = defaultdict(list)
        if language in SPACELESS or language == "en":
            return
        for word in sorted({word.folded for text in texts for word in words_of(text, language)}, key=_by_length):
            self._key(word)

    def key(self, text: str) -> str:
        """Return what is the same for all forms of a text, of as many words as it has."""
        words = words_of(text, self._language)
        return " ".join(self._key(word.folded) for word in words) or text.casefold()

    def _key(self, word: str) -> str:
        if self._language in SPACELESS:
            return word
        found = self._keys.get(word)
        if found is None:
            found = self._keys[word] = self._found(word)
        return found

    def _found(self, word: str) -> str:
        if self._language == "en":
            return _singular(word)
        stemmed = stem(word, self._language)
        return f"{stemmed}{STEM}" if stemmed else self._known(word)

    def _known(self, word: str) -> str:
        near = [self._near[head + word[2:3]] for head in heads(word, self._language)]
        of = (other for some in near for other in some if is_form(other, word, self._language, loose=False))
        found = next(of, word)
        if found is word:
            for some in near:
                if len(some) < _MOST_NEAR:
                    some.append(word)
        return found


def _by_length(word: str) -> tuple[int, str]:
    return len(word), word


def _singular(word: str) -> str:
    if not word.endswith("s") or word.endswith(("ss", "us", "is")) or len(word) < 4:
        return word
    return word[:-3] + "y" if word.endswith("ies") else word[:-1]
