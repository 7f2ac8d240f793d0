"""Faults in what a text says. Each takes a case and a random source, and gives the text with the fault, or None.

The finders are plain and their own: what the checks go by is not asked, or they would be measured by themselves.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from random import Random
from types import MappingProxyType
from typing import Final

from babel import Locale

__all__ = ["CHANGING", "Case", "Fault", "sentences"]


@dataclass(frozen=True)
class Case:
    """An entry, with what is known of it: a name in it, its text without the negation, another locale's text."""

    locale: str
    source: str
    text: str
    name: str = ""
    affirmed: str = ""
    other: str = ""


Fault = Callable[[Case, Random], str | None]

_HIDDEN: Final = re.compile(r"%\([^)]*\)[a-z]|%[a-z]|\{[^{}]*\}|https?://\S+|\S+@\S+|\]\([^)]*\)|<[^>]*>|`[^`]*`")
_DIGITS: Final = re.compile(r"\d+")
_TOKEN: Final = re.compile(r"[A-Za-z][A-Za-z0-9]*[A-Z][A-Za-z0-9]*")


def _visible(case: Case, expression: re.Pattern[str]) -> Iterator[re.Match[str]]:
    """Yield the matches in the text that are in no placeholder, address, tag or code."""
    text = _HIDDEN.sub(lambda match: "\0" * len(match[0]), case.text)
    yield from expression.finditer(text)


def _put(case: Case, start: int, end: int, new: str) -> str:
    return case.text[:start] + new + case.text[end:]


def _number(case: Case) -> re.Match[str] | None:
    """Return the longest number in digits that the source has in the same digits."""
    source = _HIDDEN.sub(" ", case.source)
    if re.search(r"\b[Ee]\.?g\.|\bexample\b|%|0[0-9]", source) and "%" not in case.text:
        return None
    ours = {int(run) for run in _DIGITS.findall(source)}
    found = [match for match in _visible(case, _DIGITS) if int(match[0]) in ours]
    return max(found, key=lambda match: len(match[0]), default=None)


def number_changed(case: Case, random: Random) -> str | None:
    """Change one digit of a number."""
    match = _number(case)
    if match is None:
        return None
    at = match.end() - 1
    zero = ord(case.text[at]) - int(case.text[at])
    digit = (int(case.text[at]) + random.randint(1, 8)) % 10
    if len(match[0]) == 1 and digit == 0:
        digit = 9 if case.text[at] != chr(zero + 9) else 7
    return _put(case, at, at + 1, chr(zero + digit))


def number_dropped(case: Case, random: Random) -> str | None:
    """Leave a number out."""
    match = _number(case)
    if match is None or len(match[0]) < 2:
        return None
    return re.sub(r"  +", " ", _put(case, match.start(), match.end(), ""))


def _months(locale: str) -> Mapping[int, str]:
    months: Mapping[int, str] = Locale.parse(locale).months["format"]["wide"]
    return months


def _dated(case: Case) -> Iterator[tuple[int, re.Match[str]]]:
    """Yield the months of the text that stand beside a number, each with its number."""
    if not re.search(r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December)\b",
                     case.source) or not re.search(r"\d", case.source):  # fmt: skip
        return
    if case.locale == "ja":
        for match in _visible(case, re.compile(r"\d{1,2}(?=月\d)")):
            yield int(match[0]), match
        return
    for number, name in _months(case.locale).items():
        for match in _visible(case, re.compile(rf"(?<!\w){re.escape(name)}", re.IGNORECASE)):
            if re.search(r"\d", case.text[max(match.start() - 7, 0) : match.end() + 5]):
                yield number, match


def month_changed(case: Case, random: Random) -> str | None:
    """Put another month into a date."""
    found = list(_dated(case))
    if not found:
        return None
    number, match = random.choice(found)
    other = (number + random.randint(1, 10)) % 12 + 1
    if other == number:
        other = number % 12 + 1
    return _put(case, match.start(), match.end(), str(other) if case.locale == "ja" else _months(case.locale)[other])


_NUMERIC: Final = re.compile(r"(\d{1,2})([./])(\d{1,2})(?=[./]\d{4})")


def day_and_month_swapped(case: Case, random: Random) -> str | None:
    """Write the month for the day and the day for the month."""
    for match in _visible(case, _NUMERIC):
        if match[1] != match[3]:
            return _put(case, match.start(), match.end(), f"{match[3]}{match[2]}{match[1]}")
    for number, match in _dated(case):
        swapped = _swapped(case, number, match)
        if swapped:
            return swapped
    return None


def _swapped(case: Case, number: int, match: re.Match[str]) -> str | None:
    text = case.text
    if case.locale == "ja":
        day = re.compile(r"月(\d{1,2})日").match(text, match.end())
        if day and int(day[1]) <= 12 and int(day[1]) != number:
            return f"{text[: match.start()]}{int(day[1])}月{number}日{text[day.end() :]}"
        return None
    before = re.search(r"(?<!\d)(\d{1,2})(\.? (?:de )?)\Z", text[: match.start()])
    if before and int(before[1]) <= 12 and int(before[1]) != number:
        month = _months(case.locale)[int(before[1])]
        return f"{text[: before.start()]}{number}{before[2]}{month}{text[match.end() :]}"
    return None


#: Words of another size, each with the one that it becomes.
_MAGNITUDES: Final = {
    "ar": {"مئات": "آلاف", "آلاف": "مئات", "ملايين": "مليارات", "مليون": "مليار", "ألفًا": "مليونًا"},
    "az": {"Yüzlərlə": "Minlərlə", "Minlərlə": "Yüzlərlə", "minlərlə": "yüzlərlə", "milyon": "milyard",
           "20 min": "20 milyon", "40 min": "40 milyon"},
    "de": {"Hunderte": "Tausende", "Tausende": "Hunderte", "Millionen": "Milliarden", "20 Tausend": "20 Millionen"},
    "es": {"Cientos": "Miles", "Miles": "Cientos", "miles": "cientos", "cientos": "miles",
           "millones de bulbos": "miles de bulbos", "millones de páginas": "miles de páginas",
           "5 millones": "5 mil", "3 millones": "3 mil", "2,4 millones": "2,4 mil", "20 mil": "20 millones"},
    "fr": {"centaines": "milliers", "milliers": "centaines", "millions": "milliards", "20 mille": "20 millions"},
    "ja": {"何百人": "何千人", "何千": "何百", "500万": "500億", "300万": "300億", "240万": "240億", "何百万": "何万"},
    "ru": {"Сотни": "Тысячи", "Тысячи": "Сотни", "тысячи": "сотни", "сотен": "тысяч", "миллионов": "миллиардов",
           "миллионы": "миллиарды", "миллиона": "миллиарда", "тысяч ": "миллионов "},
    "tr": {"Yüzlerce": "Binlerce", "yüzlerce": "binlerce", "Binlerce": "Yüzlerce", "binlerce": "yüzlerce",
           "milyon": "milyar", "20 bin": "20 milyon", "40 bin": "40 milyon"},
}  # fmt: skip


def magnitude_changed(case: Case, random: Random) -> str | None:
    """Make thousands of hundreds, or billions of millions."""
    if not re.search(r"hundreds|thousand|million", case.source, re.IGNORECASE):
        return None
    found = [(old, new) for old, new in _MAGNITUDES.get(case.locale, {}).items() if old in case.text]
    if not found:
        return None
    old, new = random.choice(found)
    return case.text.replace(old, new, 1)


def _name(case: Case) -> str:
    if case.name:
        return case.name
    shared = [match[0] for match in _visible(case, _TOKEN) if match[0] in _HIDDEN.sub(" ", case.source).split()]
    return max((name for name in shared if len(name) >= 6), key=len, default="")


def name_dropped(case: Case, random: Random) -> str | None:
    """Leave a name out."""
    name = _name(case)
    if not name or case.text.count(name) != 1 or len(case.text) < 2 * len(name):
        return None
    # What Turkish ends a name with goes with it.
    return re.sub(r"  +", " ", re.sub(rf"{re.escape(name)}(?:['’][a-zçğıöşü]+)?", "", case.text)).strip()


def name_misspelt(case: Case, random: Random) -> str | None:
    """Put two letters inside a name in each other's place, or leave one out."""
    name = _name(case)
    if len(name) < 6 or case.text.count(name) != 1 or _is_title(case, name):
        return None
    places = [at for at in range(2, len(name) - 3) if name[at] != name[at + 1] and name[at : at + 2].isalpha()]
    if not places:
        return None
    at = random.choice(places)
    wrong = random.choice([name[:at] + name[at + 1] + name[at] + name[at + 2 :], name[:at] + name[at + 1 :]])
    return case.text.replace(name, wrong)


_OPENED: Final = re.compile(r"[\"“”„«「『]\s?\Z")


def _is_title(case: Case, name: str) -> bool:
    """Whether a name is a title in quotation marks: what it is in a translation are words, not a name's letters."""
    return _OPENED.search(case.text[: case.text.index(name)]) is not None


#: How a negation is taken out where nothing else has to change.
_NEGATIONS: Final[Mapping[str, tuple[tuple[str, str], ...]]] = MappingProxyType({
    "ar": ((r"(?<!\w)(?:لا|لم|لن) ", ""),),
    "az": ((r" deyil\b", ""), (r"\bheç bir ", "")),
    "de": ((r" nicht\b", ""), (r"\b([Kk])eine?[nmr]? ", "die ")),
    "es": ((r"(?<=\s)no ", ""), (r"^No ", "")),
    "fr": ((r"\b(?:ne |n['’])(\w+) (?:pas|plus|jamais)\b", r"\1"),),
    "it": ((r"(?<=\s)non ", ""), (r"^Non ", "")),
    "ja": ((r"ではありません", "です"), (r"できません", "できます"), (r"ありません", "あります"),
           (r"いません", "います")),
    "nl": ((r" niet\b", ""), (r"\bgeen ", "een ")),
    "pl": ((r"(?<=\s)nie ", ""), (r"^Nie ", "")),
    "pt_BR": ((r"(?<=\s)não ", ""), (r"^Não ", "")),
    "ru": ((r"(?<=\s)не ", ""), (r"^Не ", "")),
    "tr": ((r" değil\b", ""), (r"\bhiçbir ", ""), (r"(?<=[ae])m[ae]z\b", "r")),
    "uk": ((r"(?<=\s)не ", ""), (r"^Не ", "")),
})  # fmt: skip
_NEGATED: Final = re.compile(r"\b(?:not|cannot|never|nobody)\b|n['’]t\b", re.IGNORECASE)


def negation_dropped(case: Case, random: Random) -> str | None:
    """Say the contrary."""
    if case.affirmed:
        return case.affirmed
    if len(_NEGATED.findall(case.source)) != 1 or re.search(r"\b(?:no|without|only|unless)\b", case.source):
        return None
    # More than one negation: what is left would still deny.
    hits = [(old, new) for old, new in _NEGATIONS.get(case.locale, ()) for _ in re.findall(old, case.text)]
    return re.sub(*hits[0], case.text, count=1) if len(hits) == 1 else None


_MEMBER: Final = re.compile(r"(?<=[^\W\d_])([,،、])\s*[^,،、.;:!?()\d]{2,30}(?=[,،、])")
#: Four members at least, of three words at most: what stands between two commas may be a clause.
_LISTED: Final = re.compile(r"\w+(?P<inner>(?:, (?:[\w'’-]+ ){0,2}[\w'’-]+){2,}),? (?:and|or) \w+")
_RELATIVE: Final = re.compile(r", (?:which|who|whose|where|when|that)\b[^,.;:]*,")
_RUN: Final = re.compile(r"(?:[^,،、.;:!?()\d。！？؟]{2,80}[,،、]\s*){2,}[^,،、.;:!?()\d。！？؟]{2,80}")


def list_member_dropped(case: Case, random: Random) -> str | None:
    """Leave a member of a list out, none of its ends, nor what is between commas for another reason."""
    members, start, end = _listing(case)
    runs = [run for run in _visible(case, _RUN) if start <= run.start() and run.end() <= end]
    run = max(runs, key=lambda match: _marks(match[0]), default=None)
    if run is None or _marks(run[0]) < members - 2:
        return None
    first = _first_inner(run, members)
    found = [match for match in _visible(case, _MEMBER) if first <= match.start() and match.end() < run.end()]
    match = random.choice(found) if found else None
    return _put(case, match.start(), match.end(), "") if match else None


def _first_inner(run: re.Match[str], members: int) -> int:
    """Return where the first comma after the first member is, counted from the end of the list.

    Where it has as many commas as it has members but one, a comma stands before the last.
    """
    commas = [run.start() + match.start() for match in re.finditer("[,،、]", run[0])]
    between = members - 1 if "、" in run[0] and len(commas) >= members - 1 else members - 2
    return commas[-between]


def _listing(case: Case) -> tuple[int, int, int]:
    """Return how many members the source's list has, and where the sentence with it is in the text; none is empty."""
    ours, theirs = sentences(case.source), sentences(case.text)
    for at, sentence in enumerate(ours if len(ours) == len(theirs) else ()):
        plain = _RELATIVE.sub("", sentence)
        listed = _LISTED.search(plain)
        if listed and not _has_only_asides(case, theirs[at], sentence.count(",") - listed["inner"].count(",")):
            start = sum(map(len, theirs[:at]))
            return listed["inner"].count(",") + 2, start, start + len(theirs[at])
    return 0, 0, 0


def _has_only_asides(case: Case, sentence: str, asides: int) -> bool:
    """Whether the commas of a sentence may all be for other reasons: Arabic has lists without any."""
    return case.locale == "ar" and _marks(sentence) - asides < 2


def _marks(text: str) -> int:
    return sum(text.count(mark) for mark in ",،、")


_SENTENCE: Final = re.compile(r"[^.!?。！？؟]+(?:[.!?؟](?=\s|$)|[。！？]|[.!?؟](?=\S)[^.!?。！？؟]*)+\s*")


def sentences(text: str) -> list[str]:
    """Return the sentences of a text, by end marks alone."""
    found = _SENTENCE.findall(text)
    return found if "".join(found) == text else [text]


def sentence_dropped(case: Case, random: Random) -> str | None:
    """Leave a sentence out."""
    ours, theirs = sentences(case.source), sentences(case.text)
    if len(ours) < 2 or len(ours) != len(theirs) or min(map(len, ours)) < 20:
        return None
    at = random.randrange(len(theirs))
    return "".join(theirs[:at] + theirs[at + 1 :]).strip()


def half_missing(case: Case, random: Random) -> str | None:
    """Leave the second half of a text out."""
    if len(case.source) < 60:
        return None
    middle = len(case.text) // 2
    space = case.text.find(" ", middle)
    return case.text[: space if 0 < space < middle + 20 else middle].rstrip()


CHANGING: Final[Mapping[str, Fault]] = MappingProxyType({
    "number changed": number_changed,
    "number dropped": number_dropped,
    "month changed": month_changed,
    "day and month swapped": day_and_month_swapped,
    "magnitude": magnitude_changed,
    "name dropped": name_dropped,
    "name misspelt": name_misspelt,
    "negation dropped": negation_dropped,
    "list member dropped": list_member_dropped,
    "sentence dropped": sentence_dropped,
    "half missing": half_missing,
})  # fmt: skip
