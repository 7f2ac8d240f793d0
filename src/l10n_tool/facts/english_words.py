"""Whether English has a word, so that one that begins a sentence can be told from a name.

``english_words.txt`` has the words that are not made of another one and an ending, one a line; SCOWL-LICENSE says where
they are from.
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from pkgutil import get_data
from typing import Final

__all__ = ["is_english_word"]

_SHORT: Final = 3
_LONGEST: Final = 40
#: What is put to a word, and what it takes the place of.
_ENDINGS: Final = (
    ("ies", "y"), ("ied", "y"), ("ier", "y"), ("iest", "y"), ("ily", "y"), ("ing", ""), ("ing", "e"), ("ed", ""),
    ("ed", "e"), ("es", ""), ("s", ""), ("ly", ""), ("er", ""), ("er", "e"), ("ers", ""), ("ers", "e"), ("est", ""),
    ("est", "e"), ("ness", ""), ("d", ""),
)  # fmt: skip
_DOUBLED: Final = re.compile(r"(.*([bdgklmnprt]))\2(?:ing|ed|er|ers|est)")
_PREFIXES: Final = ("co", "de", "dis", "in", "inter", "mis", "multi", "non", "over", "pre", "re", "sub", "un", "under")
#: What computers have taught the language since.
_RECENT: Final = frozenset(
    """
    admin api app async attendee attendees auth autocomplete autosave backend backup blog boolean browser bugfix cc
    changelog charset checkbox checksum commit config cookie cron crowdfunding css csv dashboard datetime debug
    dropdown email emails endpoint enum favicon filename filesystem frontend fundraiser fundraisers geolocation
    hashtag homepage hostname hotspot html http https iframe inbox ini json lexing localhost login logout lookup
    markdown metadata middleware mimetype namespace newsletter offline online param params pathname payload
    percentual permalink pixel placeholder plugin plugins podcast popup preset queryset readme refactor referer
    regex repo runtime screenshot screenshots selfie signup smartphone spam ssl storefront subdomain subfolder
    submodule subproject substring superuser teaser timestamp timezone toggle toolbar tooltip unpublish unsubscribe
    upload uploads url urls username usernames utf validator viewport voicemail webhook webhooks webinar webmaster
    website websites whitespace wiki wildcard workflow xml yaml zip
    """.split()  # noqa: SIM905 - words as words
)


@lru_cache(maxsize=1 << 14)
def is_english_word(word: str) -> bool:
    """Whether a word in lower case is one of English, in any form; a short one counts as one."""
    if len(word) < _SHORT or len(word) > _LONGEST or word in _RECENT:
        return True
    return _is_listed(word) or _is_prefixed(word) or _is_compound(word)


def _is_listed(word: str) -> bool:
    return any(f"\n{base}\n" in _words() for base in {word, *_bases(word)})


def _is_prefixed(word: str) -> bool:
    return any(word.startswith(prefix) and _is_listed(word.removeprefix(prefix)) for prefix in _PREFIXES)


def _is_compound(word: str) -> bool:
    """Whether a word is two words written together: flatpage."""
    places = range(_SHORT, len(word) - _SHORT + 1)
    return any(_is_listed(word[:at]) and _is_listed(word[at:]) for at in places)


def _bases(word: str) -> Iterator[str]:
    for ending, instead in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) + len(instead) >= _SHORT:
            yield word.removesuffix(ending) + instead
    if doubled := _DOUBLED.fullmatch(word):
        yield doubled[1]


@cache
def _words() -> str:
    return (get_data(__package__, "english_words.txt") or b"").decode("ascii")
