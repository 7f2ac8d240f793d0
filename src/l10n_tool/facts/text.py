"""A text as checks read it: each view of it is worked out when it is first asked for, and once."""

import re
from typing import TYPE_CHECKING, Any, Final, TypeVar

from l10n_tool.facts.tokens import without_code
from l10n_tool.languages import language_of
from l10n_tool.lazy import lazy

if TYPE_CHECKING:
    from collections.abc import Callable

    from l10n_tool.facts.names import Shown
    from l10n_tool.facts.numerals import Numeral

__all__ = ["WORD", "Span", "Text", "Texts"]

T = TypeVar("T")

#: Where a part of a text begins, and where it ends, in characters (Unicode code points).
Span = tuple[int, int]

# What parts words: white space, digits, and punctuation of all scripts. Combining marks do not, and neither does an
# apostrophe between letters; a hyphen does.
_PARTING: Final = (
    r"\s\d!-/:-@\[-`{-~\u00a0-\u00a9\u00ab-\u00b4\u00b6-\u00b9\u00bb-\u00bf\u00d7\u00f7\u055a-\u055f\u0589\u058a\u05be"
    r"\u05c0\u05c3\u05c6\u060c\u061b\u061e\u061f\u066a-\u066d\u06d4\u0964\u0965\u0e2f\u0e46\u0e4f\u0e5a\u0e5b\u104a\u104b"
    r"\u10fb\u1361-\u1368\u17d4-\u17da\u2000-\u200b\u200e-\u206f\u20a0-\u20cf\u2190-\u2bff\u2e00-\u2e7f\u3000-\u3004"
    r"\u3008-\u3020\u3030\u30fb\ufe10-\ufe1f\ufe30-\ufe6f\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65\ufffc"
)
_MARK: Final = re.compile(r"[*_~]")
_EMPHASIS: Final = re.compile(r"[*_~]{1,3}(?=\S)|(?<=\S)[*_~]{1,3}")
# Runs of one class are read many times as fast as a choice that is repeated.
WORD: Final = re.compile(rf"[^\W\d_][^{_PARTING}]*(?:['’](?=[^\W\d_])[^{_PARTING}]*)*")


class Text:
    """A text in a language; ``locale`` is in gettext's form."""

    def __init__(self, raw: str, locale: str) -> None:
        self.raw = raw
        self.locale = locale

    def once(self, work: "Callable[[Text], T]") -> T:
        """Return what a function makes of the text; it is asked once, however many checks and locales ask for it."""
        kept: dict[object, T] = self._kept
        if work not in kept:
            kept[work] = work(self)
        return kept[work]

    @lazy
    def _kept(self) -> dict[object, Any]:
        return {}

    @lazy
    def language(self) -> str:
        """The language of the locale, without script, territory and modifier."""
        return language_of(self.locale)

    @lazy
    def prose(self) -> str:
        """The text with spaces in the place of code, addresses, tags, entities and placeholders.

        It is as long as the text, so that a place in the one is the same place in the other.
        """
        return without_code(self.raw)

    @lazy
    def words(self) -> tuple[str, ...]:
        """The words of the prose, as they are written; of a script without spaces, what punctuation parts."""
        return tuple(WORD.findall(self.prose))

    @lazy
    def folded(self) -> tuple[str, ...]:
        """The words in lower case, each ``’`` as ``'``."""
        words = tuple(map(str.casefold, self.words))
        return tuple(word.replace("’", "'") for word in words) if "’" in self.prose else words

    @lazy
    def vocabulary(self) -> frozenset[str]:
        """The different words in lower case."""
        return frozenset(self.folded)

    @lazy
    def numerals(self) -> tuple["Numeral", ...]:
        """The numbers that the prose has in digits, in order."""
        from l10n_tool.facts.numerals import numerals

        return tuple(numerals(self.prose))

    @lazy
    def own_numerals(self) -> tuple["Numeral", ...]:
        """The same with what the language's own words for a million make of them; most texts have none."""
        from l10n_tool.facts.numerals import has_own_magnitudes, numerals

        own = has_own_magnitudes(self.prose, self.language)
        return tuple(numerals(self.prose, self.language)) if own else self.numerals

    @lazy
    def sentence_lengths(self) -> tuple[int, ...]:
        """How many characters without white space each sentence of the prose has."""
        from l10n_tool.sentences import split_sentences

        # Lines of a program's message are folded anywhere, so a line break is a space here.
        bare = _EMPHASIS.sub("", self.prose) if _MARK.search(self.prose) else self.prose
        prose = " ".join(bare.split())
        found = split_sentences(prose, self.locale, markdown=False)
        return tuple([len(sentence.text) - sentence.text.count(" ") for sentence in found])

    @lazy
    def shown(self) -> "Shown":
        """The names that the text shows by itself, and its words in lower case."""
        from l10n_tool.facts.names import shown

        return shown(self.prose, self.language)


class Texts:
    """Gives the same Text for the same source, so that what one locale asked of it costs the next one nothing."""

    def __init__(self, locale: str) -> None:
        self.locale = locale
        self._known: dict[str, Text] = {}

    def __getitem__(self, raw: str) -> Text:
        known = self._known.get(raw)
        if known is None:
            known = self._known[raw] = Text(raw, self.locale)
        return known
