"""Sentences of a text, without loss: joining each sentence and the gap after it gives the text back.

sentencex proposes where sentences end; ``guards`` joins what it parts wrongly and parts what it leaves. ``words``
takes marks out first, so that a link or bold over two sentences is never torn, and an address ends none.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from l10n_tool.sentences.joining import join_sentences, unspaced

if TYPE_CHECKING:
    from l10n_tool.sentences.words import Words

__all__ = ["Sentence", "join_sentences", "split_sentences", "unspaced"]

# Texts without any of this inside are one sentence: most labels and headings.
_MAY_PART: Final = re.compile(r"[^\w\s,()/'\"-]|[\n\r<]")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, and what stands between it and the next one."""

    text: str
    gap: str = ""


def split_sentences(text: str, language: str, *, markdown: bool) -> tuple[Sentence, ...]:
    """Return the sentences of a text, at least one; ``language`` is a locale in gettext's form.

    Texts and gaps joined are the text. Every sentence has a letter, if the text has any; none has white space at its
    ends but where the text itself has it; a line break parts sentences, and is the gap. A quotation, a bracket and
    whatever a pair of marks encloses stays in one sentence. Nothing but the arguments decides.
    """
    if not _MAY_PART.search(text.strip()[:-1]):
        return (Sentence(text),)
    # Most commands split nothing, and need no rule of any language.
    from l10n_tool.sentences.boundaries import boundaries
    from l10n_tool.sentences.words import read_words

    words = read_words(text, markdown=markdown)
    start = 0
    sentences = []
    for end, following in _gaps(words, boundaries(words.text, language)):
        sentences.append(Sentence(text[start:end], text[end:following]))
        start = following
    return (*sentences, Sentence(text[start:]))


def _gaps(words: "Words", ends: list[int]) -> Iterator[tuple[int, int]]:
    """Yield where in the text each gap begins and ends.

    A boundary that would leave a piece without a letter counts only where the next one does; such a piece at the end
    joins the sentence before it.
    """
    checked, lettered = 0, False
    held: tuple[int, int] | None = None
    for end in ends:
        lettered = lettered or any(map(str.isalpha, words.text[checked:end]))
        checked = end
        gap = words.gap(end) if lettered else None
        if gap is None:
            continue
        if held:
            yield held
        held, lettered = gap, False
    if held and (lettered or any(map(str.isalpha, words.text[checked:]))):
        yield held
