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

__all__ = ["Enumeration", "clear_enumerations", "enumerations", "has_separators", "is_known", "is_written"]

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
    "cs": "a i nebo či ani", "cy": "a ac neu a'r neu'r", "da": "og eller", "de": "und oder sowie bzw noch",
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
        r"や|(?<![こひもあ])と(?!い|し|も|き|こ|な|っ|す)|または|又は|および|及び|ならびに|並びに|あるいは|もしくは|"
        r"(?<=[ァ-ー一-鿿])か(?=[ァ-ー一-鿿])"
    ),
    "ko": r"(?:와|과|이나|나|하고|랑)\s|\s(?:및|또는|그리고|혹은)\s",
    "yue": "和|同埋|同|及|或者?",
    "zh": "以及|和|与|與|及|跟|或者?|还是|還是",
}  # fmt: skip
_NO_SPACES: Final = frozenset({"ja", "yue", "zh"})
_COMMAS: Final = ",;،؛、，；・᠂፣"
_COMMA: Final = f"[{_COMMAS}]"
_COMMA_SET: Final = frozenset(_COMMAS)
_PAIR: Final = 2
_WORD_BEFORE: Final = re.compile(r"[^\W\d_]+\Z")
_WORD_AFTER: Final = re.compile(r"\s*([^\W\d_]+)")
#: Languages that name women and men by two forms of a word; those share so many letters, and such a part of the longer.
_DOUBLING: Final = frozenset({"ca", "de", "es", "fr", "gl", "it", "pt"})
_FEWEST_SHARED: Final = 4
_MOSTLY: Final = 0.6
# A remark in brackets is of the member before it.
_ASIDE: Final = re.compile(r"[(（][^()（）,،、，;\n]{1,20}[)）]")
# What ends a clause: no enumeration goes beyond it. A dot or a colon between letters or digits does not.
_END: Final = r"[.:!?](?=\s|\Z)|[。！？：؟।։።…—–()\[\]（）「」『』【】|\n•]|\s-\s"


# Those that add a last member to a list that has an "and" already.
_FURTHER: Final[Mapping[str, str]] = {
    "bs": "te", "da": "samt", "de": "sowie", "et": "ning", "fi": "sekä", "hr": "te", "hu": "valamint illetve",
    "id": "serta", "lt": "bei", "ms": "serta", "nb": "samt", "nn": "samt", "no": "samt", "pl": "oraz", "sl": "ter",
    "sr": "те te", "sv": "samt", "ja": "や と か", "ko": "와 과 이나 나 하고 랑", "tr": "ile", "uz": "hamda",
    "uk": "й та",
}  # fmt: skip


# Words after a comma that open a clause, or lead to a list: what was before belongs to no list with what follows.
_OPENING: Final[Mapping[str, str]] = {
    "ar": "التي الذي الذين لكن إذا مثل حيث",
    "az": "ki lakin amma ancaq",
    "ca": "que qui on quan perquè però com si",
    "cs": "že aby pokud když kde který která které kteří kterou ale protože jako například",
    "da": "som at hvis når hvor men fordi såsom",
    "de": (
        "dass wenn weil ob damit sobald sofern falls bestehend bestehende bestehenden indem während nachdem bevor "
        "obwohl welche welcher welches etwa beispielsweise nämlich darunter wie "
        "sondern aber (?:der|die|das|den|dem)_(?:von|in|an|auf|zu|mit|für|bei|nach|aus|durch|sich)"
    ),
    "el": "που όπου όταν αν αλλά όπως",
    "es": (
        "que quien quienes donde cuando porque pero como incluyendo incluidos incluidas consistente consistentes "
        "compuesto compuesta formado formada sino aunque si tales"
    ),
    "fi": "joka jotka että jos kun mutta koska kuten",
    "fr": "qui que dont où lorsque quand car mais comme comprenant composé composée constitué tels telles notamment si",
    "hu": "hogy ha amely amelyek aki akik de mert mint például",
    "it": "che dove quando perché ma come composto composta costituito costituita inclusi incluse se quali",
    "nb": "som at hvis når hvor men fordi såsom slik",
    "nl": "dat die waar wanneer omdat maar zoals waaronder bestaande namelijk als indien",
    "pl": (
        "że żeby aby jeśli gdy gdzie który która które których którzy ale ponieważ czyli takie takich jak np "
        "składające składający składającą zawierające"
    ),
    "pt": "que onde quando porque mas como incluindo composto composta formado formada tais se",
    "ro": "care că dacă când unde dar deoarece precum",
    "ru": (
        "что как чтобы если когда где который которая которое которые которых которую но потому такие таких состоящий "
        "состоящее состоящую состоящая состоящие например включая"
    ),
    "sv": "som att om när där men eftersom såsom",
    "tr": "ki ancak fakat ama",
    "uk": "що як щоб якщо коли де який яка яке які яких яку але тому такі таких наприклад включаючи",
}


# English words that tell a clause, or an aside between commas, from a member.
_OF_CLAUSES: Final[Mapping[str, str]] = {
    "en": (
        "am are as at be because been but can cannot could did do does either else even every for from had has have he "
        "her him how however i if in into is it its may me might must my neither not of on our out shall she should "
        "since so than that their them then there these they this those though thus to unless until was we were what "
        "when where whether which while who whose why will with would yet without you your please want need only "
        "especially particularly including"
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

# What the first comma is followed by, or has before it, when it parts the topic from the rest.
_AFTER_TOPIC: Final[Mapping[str, re.Pattern[str]]] = {
    "fr": re.compile(r"\s?,\s(?:il|elle|on|nous|vous|ils|elles|je|tu|j['’])(?!\w)", re.IGNORECASE),
    "ja": re.compile(r"(?:(?<=でも)|(?<=とも)|(?<=なら)|(?<=から)|(?<=ので)|(?<=ため)|(?<=とき)|(?<=場合))、"),
}
# What stands before any comma that ends a topic, a clause or a date: particles that no member has at its end.
_BEFORE_TOPIC: Final[Mapping[str, str]] = {
    "ja": (
        r"は [一-龯ァ-ーのうる]に [^んす]が [一-龯ァ-ー]で たら "
        r"[えけげせてねべめれ]ば [うくぐすつぬぶむる]と \d[日月年時分]"
    ),
}


#: English words that begin a clause, which a comma ends.
_SENTENCE_END: Final = re.compile(r"[.!?:]\s")
#: So long may be what was put in after a subject, with this; how it begins, what a verb may look like, and a subject.
_INSERTED: Final = 120
_RELATIVE: Final = re.compile(r"\s*(?:which|who|whose|where|when|that)\b")
_VERB: Final = re.compile(r"[a-z]+(?:[^\Wsu]s|ed)")
_SUBJECT: Final = re.compile(
    r"(?:\A|[.!?:]\s+)(?:The|Our|Your|Their|Its|His|Her|My|This|That|These|Those|An?|All|Every|Each|Some)"
    r"(?:\s[\w'’-]+){1,2}\Z"
)
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
    opening = "|".join(_OPENING.get(language, "").replace("_", r"\s").split())
    end = rf"{_END}|[,،]\s(?=(?:{opening})\s)" if opening else _END
    end += "".join(f"|(?<={before})、" for before in _BEFORE_TOPIC.get(language, "").split())
    return re.compile(rf"(?P<end>{end})|(?P<comma>{_COMMA}(?!\d)){last}", re.IGNORECASE)


def is_known(language: str) -> bool:
    """Whether the conjunctions of a language are known."""
    return language in _CONJUNCTIONS or language in _JOINED


def is_written(prose: str, language: str) -> bool:
    """Whether a text is in the letters of its language's conjunctions: Kazakh in Latin letters is not."""
    words = _CONJUNCTIONS.get(language, "")
    return not words or _BEYOND_LATIN.search(words) is None or _BEYOND_LATIN.search(prose) is not None


_BEYOND_LATIN: Final = re.compile("[\u0370-\u1dff]")


def has_separators(text: str) -> bool:
    """Whether there can be an enumeration of three at all, told at a glance: one comma at least."""
    return any(comma in text for comma in ",،、，;；؛・")


def enumerations(prose: str, language: str) -> list[Enumeration]:
    """Return what may be enumerations of three members or more, in order: runs of separators, of whatever kind."""
    runs = (_without_topic(prose, run, language) for run in _runs(prose, language, _LONGEST_OF_ANY) if len(run) > 1)
    found = [_enumeration(run, _size(prose, run, language)) for run in runs if len(run) > 1]
    return [one for one in found if one.size > _PAIR]


def _size(prose: str, run: Sequence[re.Match[str]], language: str) -> int:
    """Return how many members a run has at most: each comma parts two, and so does one conjunction.

    Another conjunction stands inside a member, or before the list; where there are no commas, or so many that the list
    may have lists in it, each parts two, as do those that follow one another ("neither a nor b").
    """
    kinds = [_kind(prose, match, language) for match in run]
    commas = kinds.count(_COMMA_LIKE)
    if not 0 < commas < _MANY or language in _OFTEN_AND:
        return sum(map(bool, kinds)) + 1
    most, before, together = commas, 0, 0
    for kind in kinds:
        before += kind == _COMMA_LIKE
        together = together + 1 if kind == _AND else 0
        most = max(most, before + together)
    return most + kinds.count(_FURTHER_LIKE) + 1


_MANY: Final = 4
#: Languages that put a conjunction before each member, whether there are commas or not.
_OFTEN_AND: Final = frozenset({"ar", "he"})
_AND: Final = "and"
_COMMA_LIKE: Final = "comma"
_FURTHER_LIKE: Final = "further"


def _kind(prose: str, match: re.Match[str], language: str) -> str:
    """Return how a separator is counted; empty for the "and" of a pair such as "Lehrerinnen und Lehrer"."""
    word = match["and"]
    if word is None or prose[max(0, match.start() - 2) : match.start()].rstrip()[-1:] in _COMMA_SET:
        return _COMMA_LIKE
    if word.strip().casefold() in _further(language):
        return _FURTHER_LIKE
    return "" if language in _DOUBLING and _is_pair(prose, match) else _AND


@cache
def _further(language: str) -> frozenset[str]:
    return frozenset(_FURTHER.get(language, "").split())


def _is_pair(prose: str, match: re.Match[str]) -> bool:
    """Whether the words around a conjunction are two forms of one word."""
    before = _WORD_BEFORE.search(prose[max(0, match.start() - _LOOK_AHEAD) : match.start()])
    after = _WORD_AFTER.match(prose, match.end(), match.end() + _LOOK_AHEAD)
    if before is None or after is None:
        return False
    one, other = before[0].casefold(), after[1].casefold()
    shared = next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    alike = shared >= _MOSTLY * max(len(one), len(other))
    return one != other and shared >= _FEWEST_SHARED and alike


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
                clear = _clear_part(prose, run[start : at + 1], language)
                found += [_enumeration(clear, len(clear) + 1)] if len(clear) > 1 else []
                start = at + 1
    return found


def _clear_part(prose: str, run: list[re.Match[str]], language: str) -> list[re.Match[str]]:
    """Leave out the commas up to the last clause, which may hold the first member, and one that ends what leads in."""
    clauses, start = _words_of_clauses(language), 0
    for at, (before, after) in enumerate(pairwise(run), 1):
        words = prose[before.end() : after.start()].split()
        if not clauses.isdisjoint(map(str.casefold, words)) or _goes_on(prose, before.start(), words, language):
            start = at
    following = prose[run[-1].end() : run[-1].end() + _LOOK_AHEAD].casefold().split(maxsplit=1)[:1]
    if not clauses.isdisjoint(following):
        return []
    from_where = run[start - 1].end() if start else max(0, run[0].start() - _LOOK_AHEAD)
    return run[start + _is_led_in(prose[from_where : run[start].start()], language) :]


def _goes_on(prose: str, comma: int, words: Sequence[str], language: str) -> bool:
    """Whether the words after a comma go on with a sentence into which something was put, so that they hold its verb.

    So they do after "the menu, which costs much," and "our school, the oldest here,".
    """
    if language != "en" or len(words) < _PAIR:
        return False
    head, parted, inserted = prose[max(0, comma - _INSERTED) : comma].rpartition(",")
    if not parted:
        return False
    # Any of these may be by chance; two of them are not.
    signs = _RELATIVE.match(inserted), _VERB.fullmatch(words[0]), _SUBJECT.search(head)
    return signs.count(None) < _PAIR


def _is_led_in(before: str, language: str) -> bool:
    """Whether the first comma parts what leads to a list from the list."""
    words = _SENTENCE_END.split(before)[-1].casefold().split()
    if not words or words[-1] in _words_that_lead(language) or words[-1] in _words_of_clauses(language):
        return bool(words)
    return not _IF.isdisjoint(words)


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


def _enumeration(run: Sequence[re.Match[str]], size: int) -> Enumeration:
    members = tuple((before.end(), after.start()) for before, after in pairwise(run))
    return Enumeration(size, (run[0].start(), run[-1].end()), members)
