"""Saying which text stands where in the message that several captures hold."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import chain

from l10n_tool.captures.finding import Found
from l10n_tool.captures.shapes import Seen

__all__ = ["Outline", "held_by_several", "merge_in_order", "outline_of"]


@dataclass(frozen=True, slots=True)
class Outline:
    """The keys of the message's texts by their place in it, each key once."""

    title: str | None
    dateline: str | None
    lead: tuple[str, ...]
    body: tuple[str, ...]
    signature: tuple[str, ...]
    note: tuple[str, ...]

    def keys(self) -> AbstractSet[str]:
        """Give every key."""
        heads = {key for key in (self.title, self.dateline) if key is not None}
        return heads.union(self.lead, self.body, self.signature, self.note)

    def places(self) -> Iterator[tuple[str, str]]:
        """Give every key with the name of its place, "title" or "body 3", in reading order."""
        yield from ((name, key) for name, key in (("title", self.title), ("dateline", self.dateline)) if key)
        roles = {"lead": self.lead, "body": self.body, "signature": self.signature, "note": self.note}
        yield from ((f"{role} {at}", key) for role, keys in roles.items() for at, key in enumerate(keys, 1))


def held_by_several(sets: Iterable[AbstractSet[str]]) -> AbstractSet[str]:
    """Give what more than one of the sets has."""
    counts = Counter(chain.from_iterable(sets))
    return {key for key, count in counts.items() if count > 1}


def outline_of(founds: Sequence[Found]) -> Outline:
    """Say which text stands where; a text that captures see in different places gets the more telling one."""
    # The author's name above the text of one page is no title if another page has it below.
    signed = {seen.key for found in founds for seen in found.signature}
    title = _most_held([found.title for found in founds if found.title and found.title.key not in signed])
    dateline = _most_held([found.dateline for found in founds if found.dateline])
    taken = {key for key in (title, dateline) if key is not None}
    signature = _merged((found.signature for found in founds), taken)
    # A capture that lost the signature sees the note as the end of the run; one that has both knows better.
    run_of_signed = {seen.key for found in founds if found.signature for seen in found.run}
    note = _merged((found.note for found in founds), taken.union(signature, run_of_signed))
    run = _merged((found.run for found in founds), taken.union(signature, note))
    lead = _lead_keys(founds)
    return Outline(
        title=title,
        dateline=dateline,
        lead=tuple(key for key in run if key in lead),
        body=tuple(key for key in run if key not in lead),
        signature=signature,
        note=note,
    )


def _most_held(candidates: Sequence[Seen]) -> str | None:
    """Choose the text that most captures have, then the longest: never by the order of the captures."""
    counts = Counter(seen.key for seen in candidates)
    return max(counts, key=lambda key: (counts[key], len(key), key), default=None)


def _merged(groups: Iterable[Sequence[Seen]], taken: AbstractSet[str]) -> tuple[str, ...]:
    keys = ([seen.key for seen in group if seen.key not in taken] for group in groups)
    return tuple(merge_in_order([list(dict.fromkeys(group)) for group in keys]))


def merge_in_order(sequences: Iterable[Sequence[str]]) -> list[str]:
    """Join sequences, each without repeats, into one that has every text once.

    A text that only a later sequence has goes right before the text that follows it there, and at the end if
    none follows. Where two sequences contradict each other about the order, the earlier one holds.
    """
    merged: list[str] = []
    for sequence in sequences:
        merged = _merge_two(merged, sequence)
    return merged


def _merge_two(merged: Sequence[str], other: Sequence[str]) -> list[str]:
    places = {text: at for at, text in enumerate(merged)}
    before: dict[int, list[str]] = {}
    waiting: list[str] = []
    earliest = 0
    for text in other:
        at = places.get(text)
        if at is None:
            waiting.append(text)
            continue
        before.setdefault(max(at, earliest), []).extend(waiting)
        waiting = []
        earliest = max(at + 1, earliest)
    before.setdefault(len(merged), []).extend(waiting)
    return [text for at in range(len(merged) + 1) for text in (*before.get(at, ()), *merged[at : at + 1])]


def _lead_keys(founds: Sequence[Found]) -> AbstractSet[str]:
    """Give the keys that are lead wherever they stand: what one capture has in the body is body."""
    shared = held_by_several({seen.key for seen in found.run} for found in founds)
    lead: set[str] = set()
    body: set[str] = set()
    for found in founds:
        keys = [seen.key for seen in found.run]
        # What a page says before the text it has in common with others is its own introduction.
        own = next((at for at, key in enumerate(keys) if key in shared), 0)
        length = max(own, len(found.lead))
        lead.update(keys[:length])
        body.update(keys[length:])
    return lead - body
