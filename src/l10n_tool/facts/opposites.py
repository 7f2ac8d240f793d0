"""English words of which one cannot stand for the other: texts that differ in one of them say different things.

Pairs that some language has one word for are left out: brother and sister (Turkish kardeş), yesterday and tomorrow
(Hindi कल), he and she, lend and borrow (German leihen), teach and learn.
"""

from collections.abc import Sequence
from typing import Final

__all__ = ["NEGATIONS", "differ_in_fact"]

_PAIRS: Final = (
    ("yes", "no"), ("on", "off"), ("true", "false"), ("enable", "disable"), ("enabled", "disabled"), ("show", "hide"),
    ("shown", "hidden"), ("visible", "hidden"), ("visible", "invisible"), ("open", "close"), ("open", "closed"),
    ("opened", "closed"), ("add", "remove"), ("add", "delete"), ("added", "removed"), ("added", "deleted"),
    ("create", "delete"), ("created", "deleted"), ("before", "after"), ("start", "stop"), ("start", "end"),
    ("started", "stopped"), ("begin", "end"), ("beginning", "end"), ("next", "previous"), ("first", "last"),
    ("up", "down"), ("left", "right"), ("top", "bottom"), ("above", "below"), ("allow", "deny"), ("allow", "forbid"),
    ("allowed", "denied"), ("allowed", "forbidden"), ("allowed", "prohibited"), ("accept", "reject"),
    ("accept", "refuse"), ("accepted", "rejected"), ("accepted", "refused"), ("approve", "reject"),
    ("approved", "rejected"), ("lock", "unlock"), ("locked", "unlocked"), ("import", "export"),
    ("imported", "exported"), ("upload", "download"), ("uploaded", "downloaded"), ("increase", "decrease"),
    ("ascending", "descending"), ("minimum", "maximum"), ("min", "max"), ("smallest", "largest"), ("lowest", "highest"),
    ("public", "private"), ("valid", "invalid"), ("with", "without"), ("more", "less"), ("more", "fewer"),
    ("least", "most"), ("always", "never"), ("input", "output"), ("read", "write"), ("buy", "sell"), ("win", "lose"),
    ("won", "lost"), ("publish", "unpublish"), ("published", "unpublished"), ("subscribe", "unsubscribe"),
    ("follow", "unfollow"), ("select", "deselect"), ("support", "oppose"), ("agree", "disagree"),
    ("possible", "impossible"), ("legal", "illegal"), ("lawful", "unlawful"), ("guilty", "innocent"),
    ("acquitted", "convicted"), ("arrested", "released"), ("alive", "dead"), ("safe", "dangerous"), ("for", "against"),
    ("success", "failure"), ("succeeded", "failed"), ("old", "new"), ("early", "late"), ("inside", "outside"),
    ("include", "exclude"), ("included", "excluded"), ("connect", "disconnect"), ("connected", "disconnected"),
    ("online", "offline"), ("activate", "deactivate"), ("active", "inactive"), ("optional", "required"),
    ("optional", "mandatory"), ("sender", "recipient"), ("war", "peace"), ("friend", "enemy"), ("truth", "lie"),
    ("north", "south"), ("east", "west"), ("day", "night"), ("morning", "evening"), ("empty", "full"),
)  # fmt: skip
#: Words of which any two differ so.
_SETS: Final = (
    ("january february march april may june july august september october november december"),
    ("monday tuesday wednesday thursday friday saturday sunday"),
    ("two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen twenty thirty forty fifty"),
    ("hundred thousand million billion"),
    ("hundreds thousands millions billions"),
    ("days weeks months years hours minutes seconds"),
    ("day week month year hour minute second"),
)
#: Words that turn a statement round where they stand in one of two texts only.
NEGATIONS: Final = frozenset({
    "not", "no", "never", "without", "cannot", "can't", "don't", "doesn't", "didn't", "won't", "isn't", "aren't",
    "wasn't", "weren't", "haven't", "hasn't",
})  # fmt: skip


def _opposites() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for words in (*_PAIRS, *(words.split() for words in _SETS)):
        for word in words:
            found.setdefault(word, set()).update(other for other in words if other != word)
    return {word: frozenset(others) for word, others in found.items()}


_OPPOSITES: Final = _opposites()


def differ_in_fact(one: Sequence[str], other: Sequence[str]) -> tuple[str, str] | None:
    """Return the words in which two English texts, folded, say the opposite; None unless they are alike but for those.

    An empty word stands for a negation that the other text lacks.
    """
    short, long = (one, other) if len(one) <= len(other) else (other, one)
    start = next((at for at, word in enumerate(short) if word != long[at]), len(short))
    gap = len(long) - len(short)
    if gap > 1 or list(short[start + 1 - gap :]) != list(long[start + 1 :]):
        return None
    if gap:
        word = long[start]
        found = ("", word) if word in NEGATIONS and len(short) else None
    else:
        pair = (short[start], long[start]) if start < len(short) else ("", "")
        found = pair if pair[1] in _OPPOSITES.get(pair[0], frozenset()) else None
    return found if found is None or short is one else (found[1], found[0])
