"""Enumerations in a text: “a, b, c and d”, in the commas and conjunctions of its language.

The first member of an enumeration has what leads up to it before it, and the last what follows: only those in the
middle can be seen whole. So an enumeration is a run of separators with short members between them.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Final

from l10n_tool.facts.text import Span

__all__ = ["Enumeration", "clear_enumerations", "enumerations", "has_separators", "is_known"]

#: The longest member, in words, and in characters where a script has no spaces.
_LONGEST: Final = 5
_LONGEST_OF_ANY: Final = 8
_LONGEST_CHARACTERS: Final = 16
#: What is read of the first and the last member, in characters.
_LOOK_AHEAD: Final = 40

# The words for "and" and "or" of a language, as far as they stand between the last two members.
_CONJUNCTIONS: Final[Mapping[str, str]] = {
    "af": "en of", "ast": "y o", "az": "və yaxud ilə ya_da və_ya", "be": "і й ды або альбо ці", "bg": "и или",
    "bn": "এবং ও বা অথবা", "br": "ha hag pe", "bs": "i ili te", "ca": "i o", "ckb": "و یان",
    "cs": "a i nebo či ani", "cy": "a ac neu", "da": "og eller", "de": "und oder sowie bzw noch",
    "dsb": "a abo pak", "el": "και κι ή", "en": "and or & nor", "eo": "kaj aŭ", "es": "y e o u ni",
    "et": "ja ning või", "eu": "eta edo", "fa": "و یا", "fi": "ja sekä tai eikä", "fil": "at o",
    "fr": "et ou ni", "fy": "en of", "ga": "agus nó", "gd": "agus is no", "gl": "e ou", "gu": "અને અથવા",
    "hi": "और या तथा एवं व", "hr": "i ili te", "hsb": "a abo pak", "hu": "és vagy illetve valamint",
    "hy": "և եւ ու կամ", "ia": "e o", "id": "dan atau serta", "io": "e ed od o", "is": "og eða",
    "it": "e ed o od oppure né", "ka": "და ან", "kk": "және немесе мен пен бен", "kn": "ಮತ್ತು ಅಥವಾ ಅಥವ",
    "ky": "жана же", "lb": "an oder", "lt": "ir bei arba", "lv": "un vai", "mk": "и или",
    "mn": "ба болон эсвэл", "mr": "आणि व किंवा", "ms": "dan atau serta", "nb": "og eller samt",
    "ne": "र वा तथा अथवा", "nl": "en of noch", "nn": "og eller samt", "no": "og eller samt", "pa": "ਅਤੇ ਜਾਂ",
    "pl": "i oraz lub albo ani a", "ps": "او یا", "pt": "e ou nem", "ro": "și şi sau ori", "ru": "и или либо",
    "sk": "a i alebo či ani", "sl": "in ter ali", "sq": "dhe ose", "sr": "и или те i ili te",
    "sv": "och eller samt", "sw": "na au", "ta": "மற்றும் அல்லது", "te": "మరియు లేదా", "tg": "ва ё",
    "tk": "we ýa-da", "tr": "ve veya ile ya_da", "tt": "һәм яки я яисә", "ug": "ۋە ياكى", "uk": "і й та або чи",
    "ur": "اور یا", "uz": "va yoki hamda", "vi": "và hoặc hay",
}  # fmt: skip
# Those that are written without spaces: before the member, after it, or between two.
_JOINED: Final[Mapping[str, str]] = {
    "ar": r"(?<=\s)(?:أو\s|و\s?)(?=\S)",
    "he": r"(?<=\s)(?:או\s|ו-?)(?=[\w@])",
    "ja": (
        r"や|と(?!い|し|も|き|こ|な|っ|す)|または|又は|および|及び|ならびに|並びに|あるいは|もしくは|"
        r"(?<=[ァ-ー一-鿿])か(?=[ァ-ー一-鿿])"
    ),
    "ko": r"(?:와|과|이나|나|하고|랑)\s|\s(?:및|또는|그리고|혹은)\s",
    "yue": "和|同埋|同|及|或者?",
    "zh": "以及|和|与|與|及|跟|或者?|还是|還是",
}  # fmt: skip
_NO_SPACES: Final = frozenset({"ja", "yue", "zh"})
_COMMA: Final = "[,;،؛、，；・᠂፣]"
# A remark in brackets is of the member before it.
_ASIDE: Final = re.compile(r"[(（][^()（）,،、，;\n]{1,20}[)）]")
# What ends a clause: no enumeration goes beyond it. A dot or a colon between letters or digits does not.
_END: Final = r"[.:!?](?=\s|\Z)|[。！？：؟।։።…—–()\[\]（）「」『』【】|\n•]|\s-\s"


# English words that tell a clause, or an aside between commas, from a member.
_OF_CLAUSES: Final[Mapping[str, str]] = {
    "en": (
        "am are as at be because been but can cannot could did do does either else even every for from had has have he "
        "her him how however i if in into is it its may me might must my neither not of on our out shall she should "
        "since so than that their them then there these they this those though thus to unless until was we were what "
        "when where whether which while who whose why will with would yet you your please want need only especially "
        "particularly including"
    ),
}


# English words before a comma that part what follows from what was said before.
_LEADING: Final[Mapping[str, str]] = {
    "en": (
        "additionally again also anyway course example finally first furthermore hello here however instead lastly "
        "later meanwhile moreover next no now often once otherwise please second similarly so sometimes soon then "
        "therefore third thus today together tomorrow too well yes yesterday"
    ),
}

# What a comma is followed by, or has before it, when it parts the topic from the rest.
_AFTER_TOPIC: Final[Mapping[str, re.Pattern[str]]] = {
    "fr": re.compile(r"\s?,\s(?:il|elle|on|nous|vous|ils|elles|je|tu|j['’])(?!\w)", re.IGNORECASE),
    "ja": re.compile(r"(?<=は)、"),
}

#: English words that begin a clause of up to four words, which a comma ends.
_IF: Final = frozenset({"if", "when", "unless", "after", "before", "while"})


@dataclass(frozen=True, slots=True)
class Enumeration:
    """So many members; the span is from the first separator to the last, and ``members`` are those between."""

    size: int
    span: Span
    members: tuple[Span, ...]


@cache
def _separators(language: str) -> re.Pattern[str]:
    """Return an expression with the groups ``end``, ``comma`` and ``and``; spaces around belong to a separator."""
    words = [re.escape(word).replace("_", r"\s") for word in _CONJUNCTIONS.get(language, "").split()]
    conjunctions = [rf"\s(?:{'|'.join(sorted(words, key=len, reverse=True))})(?=\s)"] if words else []
    conjunctions += [_JOINED[language]] if language in _JOINED else []
    last = f"|(?P<and>{'|'.join(conjunctions)})" if conjunctions else "|(?P<and>(?!))"
    return re.compile(rf"(?P<end>{_END})|(?P<comma>{_COMMA}(?!\d)){last}", re.IGNORECASE)


def is_known(language: str) -> bool:
    """Whether the conjunctions of a language are known."""
    return language in _CONJUNCTIONS or language in _JOINED


def has_separators(text: str) -> bool:
    """Whether there can be an enumeration of three at all, told at a glance: one comma at least."""
    return any(comma in text for comma in ",،、，;；؛・")


def enumerations(prose: str, language: str) -> list[Enumeration]:
    """Return what may be enumerations of three members or more, in order: runs of separators, of whatever kind."""
    runs = (_without_topic(prose, run, language) for run in _runs(prose, language, _LONGEST_OF_ANY) if len(run) > 1)
    return [_enumeration(run) for run in runs if len(run) > 1]


def _without_topic(prose: str, run: list[re.Match[str]], language: str) -> list[re.Match[str]]:
    """Leave out the comma between what a sentence is about and its list: "Pour la soupe, il faut des carottes, …"."""
    topic = _AFTER_TOPIC.get(language)
    return run[1:] if topic and topic.match(prose, run[0].start()) else run


def clear_enumerations(prose: str, language: str) -> list[Enumeration]:
    """Return those that are enumerations for certain: commas, one conjunction, and members that are no clauses."""
    found = []
    for run in _runs(prose, language, _LONGEST):
        start = 0
        for at, match in enumerate(run):
            if match["and"] is not None:
                if at > start and _is_clear(prose, run[start : at + 1], language):
                    found.append(_enumeration(run[start : at + 1]))
                start = at + 1
    return found


def _is_clear(prose: str, run: Sequence[re.Match[str]], language: str) -> bool:
    clauses = _words_of_clauses(language)
    members = [prose[before.end() : after.start()] for before, after in pairwise(run)]
    following = prose[run[-1].end() : run[-1].end() + _LOOK_AHEAD].split(maxsplit=1)[:1]
    words = [word.casefold() for member in [*members, *following] for word in member.split()]
    before = prose[max(0, run[0].start() - _LOOK_AHEAD) : run[0].start()]
    return bool(words) and clauses.isdisjoint(words) and not _is_led_in(before, language)


def _is_led_in(before: str, language: str) -> bool:
    """Whether the first comma parts what leads to a list from the list."""
    words = before.casefold().split()
    return bool(words) and (words[-1] in _words_that_lead(language) or not _IF.isdisjoint(words[-4:]))


@cache
def _words_of_clauses(language: str) -> frozenset[str]:
    return frozenset(_OF_CLAUSES.get(language, "").split())


def _without_asides(prose: str) -> str:
    return _ASIDE.sub(lambda match: " " * len(match[0]), prose) if "(" in prose or "（" in prose else prose


@cache
def _words_that_lead(language: str) -> frozenset[str]:
    return frozenset(_LEADING.get(language, "").split())


def _runs(prose: str, language: str, longest: int) -> Iterator[list[re.Match[str]]]:
    prose = _without_asides(prose)
    run: list[re.Match[str]] = []
    for match in _separators(language).finditer(prose):
        between = prose[run[-1].end() : match.start()] if run else ""
        if match["end"] is None and run and not between.strip():
            # "a, b, and c": a comma and its conjunction are one separator.
            run[-1] = match if match["and"] is not None else run[-1]
        elif match["end"] is None and run and _is_short(between, language, longest):
            run.append(match)
        else:
            yield run
            run = [] if match["end"] is not None else [match]
    yield run


def _is_short(member: str, language: str, longest: int) -> bool:
    if language in _NO_SPACES:
        return len(member) <= _LONGEST_CHARACTERS
    return len(member) <= _LONGEST_CHARACTERS * longest and len(member.split()) <= longest


def _enumeration(run: Sequence[re.Match[str]]) -> Enumeration:
    members = tuple((before.end(), after.start()) for before, after in pairwise(run))
    return Enumeration(len(run) + 1, (run[0].start(), run[-1].end()), members)
