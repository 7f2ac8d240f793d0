"""What stands around the prose: title, dateline and salutation above, signature and note below."""

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import takewhile
from typing import Final

from l10n_tool.captures.letters import capitals, introduces, sentence_ends, tokens, word_count
from l10n_tool.captures.shapes import Seen, Shape

__all__ = ["find_head", "find_note", "find_salutation", "find_signature"]

# Above one of these stands something else than the head of the message.
_BARRIER: Final = frozenset({Shape.PROSE, Shape.NOTICE, Shape.LINKS})
_FIRST_LINE: Final = frozenset({Shape.SHORT, Shape.DATE, Shape.ITEM})
_LATER_LINE: Final = _FIRST_LINE | {Shape.MENU, Shape.ADDRESS}

_HEAD_BLOCKS: Final = 8
# A date further from the prose than this is the day the page was captured.
_DATELINE_REACH: Final = 4
_LONGEST_TITLE: Final = 200
_SIGNATURE_LINES: Final = 4
_NOTE_BLOCKS: Final = 4
_SHORTEST_NOTE: Final = 60


def find_salutation(page: Sequence[Seen], start: int) -> tuple[Seen, ...]:
    """Give the line right above the prose if a letter begins so: it ends in a comma, or is a short call."""
    above = page[start - 1] if start else None
    if above is None or above.shape not in {Shape.SHORT, Shape.SENTENCE}:
        return ()
    text = above.block.text
    calls = text.endswith(("!", "！")) and word_count(text) <= 4
    return (above,) if calls or text.endswith((",", "،", "，", "、")) else ()


def find_head(page: Sequence[Seen], start: int) -> tuple[Seen | None, Seen | None]:
    """Find the title and the dateline above the prose that begins at ``start``.

    The title is the nearest line that looks like a headline. A dateline stands between it and the prose, or
    right above it.
    """
    head = tuple(_head_blocks(page, start))
    date = next((at for at, seen in enumerate(head[:_DATELINE_REACH]) if seen.shape is Shape.DATE), None)
    title = _title_at(head, date)
    if title is None:
        return None, None if date is None else head[date]
    return head[title], head[date] if date is not None and date <= title + 1 else None


def _head_blocks(page: Sequence[Seen], start: int) -> Iterator[Seen]:
    """Give the blocks above the prose from the nearest upward."""
    for at in range(start - 1, max(start - 1 - _HEAD_BLOCKS, -1), -1):
        if page[at].shape in _BARRIER and not _is_spoken_headline(page[at]):
            return
        yield page[at]


def _title_at(head: Sequence[Seen], date: int | None) -> int | None:
    title = next((at for at, seen in enumerate(head) if _is_headline(seen)), None)
    if date is not None:
        above = next((at for at in range(date + 1, len(head)) if _is_title_over_date(head[at])), None)
        title = _wordier(head, above, title)
    if title is not None and _is_byline(head[title : title + 2]):
        return title + 1
    return title


def _is_headline(seen: Seen) -> bool:
    text = seen.block.text
    may_be = seen.shape in {Shape.SHORT, Shape.LOOSE, Shape.HEADING} and seen.size <= _LONGEST_TITLE
    return may_be and word_count(text) >= 2


def _is_title_over_date(seen: Seen) -> bool:
    return _is_headline(seen) or _is_spoken_headline(seen)


def _is_spoken_headline(seen: Seen) -> bool:
    """Tell whether this is a question or a call, which has an end mark and may yet be a headline."""
    text = seen.block.text
    may_be = seen.shape in {Shape.SENTENCE, Shape.PROSE} and seen.size <= _LONGEST_TITLE
    return may_be and text.endswith(tuple("?!؟？！")) and sentence_ends(text) == 1


def _wordier(head: Sequence[Seen], above: int | None, nearest: int | None) -> int | None:
    # What stands between date and prose is a byline or a caption, if the line above the date says as much.
    if above is None or nearest is None:
        return above if nearest is None else nearest
    return above if word_count(head[above].block.text) >= word_count(head[nearest].block.text) else nearest


def _is_byline(pair: Sequence[Seen]) -> bool:
    """Tell whether the lower of two lines is a name and the upper one a headline; ``pair`` runs upward."""
    if len(pair) < 2 or not _is_headline(pair[1]):
        return False
    name, title = (tokens(seen.block.text) for seen in pair)
    return len(name) <= 4 and capitals(name) == 1.0 and len(title) >= 5 and capitals(title) <= 0.8


def find_signature(page: Sequence[Seen], start: int, shared: AbstractSet[str]) -> tuple[Seen, ...]:
    """Find the signature right below the prose: two to four short lines together, one of them a name.

    One line is enough if something vouches for it: a dash, the prose, or another capture.
    """
    lines = _short_lines(page, start, shared)
    if len(lines) == 1:
        lines = _spaced_lines(page, start, shared)
    is_named = any(_is_name(seen.block.text) for seen in lines)
    return lines if is_named and len(lines) <= _SIGNATURE_LINES and _begin_differently(lines) else ()


def _short_lines(page: Sequence[Seen], start: int, shared: AbstractSet[str]) -> tuple[Seen, ...]:
    """Give the lines of one stanza, one too many of a menu; what other captures hold may stand apart."""
    lines: list[Seen] = []
    for seen in page[start : start + _SIGNATURE_LINES + 1]:
        together = lines and seen.block.follows(lines[-1].block)
        if seen.shape not in (_LATER_LINE if together else _FIRST_LINE):
            break
        if lines and not together and seen.key not in shared:
            break
        lines.append(seen)
    return tuple(lines)


def _spaced_lines(page: Sequence[Seen], start: int, shared: AbstractSet[str]) -> tuple[Seen, ...]:
    """Give the lines of a signature that blank lines part, as far as something vouches for them."""
    first = page[start]
    text = first.block.text
    if text.endswith((",", "،", "，")):
        return first, *_short_lines(page, start + 1, shared)
    if first.key in shared or text.startswith(("—", "–", "-")):
        return (first,)
    lines = tuple(takewhile(_is_short, page[start : start + _SIGNATURE_LINES + 1]))
    is_mentioned = any(text in seen.block.text for seen in page if seen.shape is Shape.PROSE)
    if len(lines) > _SIGNATURE_LINES:
        return lines[:1] if is_mentioned else ()
    return lines if is_mentioned or (len(lines) > 1 and start + len(lines) == len(page)) else ()


def _is_short(seen: Seen) -> bool:
    return seen.shape is Shape.SHORT


def _is_name(text: str) -> bool:
    """Tell whether the long words of a line begin in upper case; without case, any text may be a name."""
    words = tokens(text)
    if text.lower() == text.upper():
        return bool(words)
    long_words = [word for word in words if len(word) > 3]
    return len(words) >= 2 and capitals(long_words or words) == 1.0


def _begin_differently(lines: Sequence[Seen]) -> bool:
    """Tell a signature from a menu, whose lines often begin with the same word."""
    firsts = [seen.block.text.split(maxsplit=1)[0].casefold() for seen in lines]
    return len(set(firsts)) == len(firsts)


def find_note(page: Sequence[Seen], start: int) -> tuple[Seen, ...]:
    """Give the paragraphs right below the signature; text that leads to a form by a colon is none."""
    note: list[Seen] = []
    for seen in page[start : start + _NOTE_BLOCKS]:
        if seen.shape is not Shape.PROSE or seen.main is False or seen.size < _SHORTEST_NOTE:
            break
        note.append(seen)
    while note and introduces(note[-1].block.text):
        _drop_stanza(note)
    return tuple(note)


def _drop_stanza(note: list[Seen]) -> None:
    lower = note.pop()
    while note and lower.block.follows(note[-1].block):
        lower = note.pop()
