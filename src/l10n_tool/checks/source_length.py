"""``source-length``: a paragraph of the source is not too long to be translated and reviewed as one text."""

from collections.abc import Iterator
from typing import Final

from l10n_tool.checks.finding import Severity
from l10n_tool.checks.model import Check, Remark, Whole

__all__ = ["CHECK"]

_MOST_WORDS: Final = 120
_MOST_CHARACTERS: Final = 900


def _source_length(whole: Whole) -> Iterator[Remark]:
    for entry in whole.catalogue.messages:
        if len(entry.msgid) <= _MOST_WORDS * 2:
            continue
        text = whole.sources[entry.msgid]
        words, characters = len(text.words), len(" ".join(text.prose.split()))
        if words > _MOST_WORDS or characters > _MOST_CHARACTERS:
            size = f"{words} words, {characters} characters"
            yield Remark(f"{size}: part it into paragraphs of up to {_MOST_WORDS} words", entry=entry)


CHECK: Final = Check(
    name="source-length",
    severity=Severity.INFO,
    summary="A paragraph of the source has at most 120 words and 900 characters.",
    explanation=(
        "One paragraph is one entry: whoever changes a word in it makes all of its translations stale, and nobody "
        "compares two hundred words at a glance. Part the paragraph in the source where its thought turns; readers "
        "will be grateful, too. Told when the source is extracted or its template is checked."
    ),
    of_source=_source_length,
)
