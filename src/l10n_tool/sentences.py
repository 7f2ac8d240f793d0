"""Sentences of a text, without loss: joining each sentence and the gap after it gives the text back."""

from collections.abc import Sequence
from dataclasses import dataclass

__all__ = ["Sentence", "join_sentences", "split_sentences"]


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, and what stands between it and the next one."""

    text: str
    gap: str = ""


def split_sentences(text: str, language: str, *, markdown: bool) -> tuple[Sentence, ...]:
    """Return the sentences of a text."""
    raise NotImplementedError


def join_sentences(texts: Sequence[str], gaps: Sequence[str], language: str) -> str:
    """Return translated sentences as one text; ``gaps`` are what the source has between its own."""
    raise NotImplementedError
