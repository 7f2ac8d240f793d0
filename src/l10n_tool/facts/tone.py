"""What a translation adds to a source, or takes from it, by its tone: distance to a statement, and weight.

What is added and what is lost are told apart. A word counts as added where the source has none that it could render.
"""

import re
from typing import Final, NamedTuple

from l10n_tool.facts.cues import Kind, cues_in, has_lists, may_have
from l10n_tool.facts.text import Span, Text

__all__ = ["Change", "hedging", "quoted_in", "scare_quotes", "weight"]


class Change(NamedTuple):
    """Words of the source that have no counterpart, and words of the translation that have none."""

    lost: tuple[Span, ...] = ()
    added: tuple[Span, ...] = ()


_NOTHING: Final = Change()


def hedging(source: Text, text: Text) -> Change:
    """Return the words that put a statement into doubt ("alleged") on one side only.

    Quotation marks that the source lacks keep a distance as such a word does.
    """
    change = _change(source, text, Kind.HEDGE, Kind.HEDGE | Kind.HEDGING)
    if change.lost and scare_quotes(source, text):
        return Change((), change.added)
    return change


def weight(source: Text, text: Text) -> Change:
    """Return the words that press a point ("brutally") on one side only."""
    return _change(source, text, Kind.INTENSIFIER, Kind.INTENSIFIER | Kind.INTENSE)


def _change(source: Text, text: Text, sure: int, possible: int) -> Change:
    if not may_have(text, sure) and not may_have(source, sure):
        return _NOTHING
    if not has_lists(source.language) or not has_lists(text.language):
        return _NOTHING
    ours, theirs = cues_in(source), cues_in(text)
    lost = any(cue.kinds & possible for cue in theirs)
    added = any(cue.kinds & possible for cue in ours)
    return Change(
        () if lost else tuple((cue.start, cue.end) for cue in ours if cue.kinds & sure),
        () if added else tuple((cue.start, cue.end) for cue in theirs if cue.kinds & sure),
    )


#: Quotation marks of all languages; a mark between letters is an apostrophe.
_QUOTED: Final = re.compile(
    r"[“„‟«»”]([^“”„‟«»\"\n\ufffc]{2,40})[”“«»]|「([^「」\n\ufffc]{1,20})」|『([^『』\n\ufffc]{1,20})』"
    r"|(?<!\w)\"([^\"\n\ufffc]{2,40})\"(?!\w)|(?<!\w)[‘‚‹]([^‘’‚‹›\n\ufffc]{2,40})[’‘›](?!\w)"
)
_MARK: Final = re.compile(r"[\"“”„‟«»‹›「」『』`*_<>{}%\[\]#:=/\\]|(?<!\w)['‘‚’]|['’](?!\w)")
_TERM: Final = re.compile(r"[^\W\d_][^\d.:/=<>@]*")
_WORDS: Final = 4


def scare_quotes(source: Text, text: Text) -> tuple[Span, ...]:
    """Return the short terms that the translation puts into quotation marks, where the source marks nothing at all."""
    if not _OPENING.search(text.raw) or _MARK.search(source.raw):
        return ()
    found = [match for match in _QUOTED.finditer(text.prose) if _is_term(match[match.lastindex or 0], source)]
    return tuple(match.span() for match in found)


def quoted_in(raw: str) -> list[str]:
    """Return the short terms that a text has in quotation marks, with these."""
    return [match[0] for match in _QUOTED.finditer(raw)] if _OPENING.search(raw) else []


_OPENING: Final = re.compile('[“„‟«»”「『"‘‚‹]')


def _is_term(words: str, source: Text) -> bool:
    """Whether quoted words are a term of the translation, and not one of the source that was kept."""
    kept = not source.vocabulary.isdisjoint(words.casefold().split())
    return bool(_TERM.fullmatch(words)) and len(words.split()) <= _WORDS and not kept
