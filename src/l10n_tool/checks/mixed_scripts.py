"""``mixed-scripts``: no letter of another script stands in a word because it looks the same.

A name in Latin letters with an ending of the language, as in Djangoда, is no slip; a Latin a in работа is.
"""

import re
from collections.abc import Iterator
from typing import Final

from l10n_tool.checks.finding import Severity
from l10n_tool.checks.habits import WHOLE, Habits
from l10n_tool.checks.model import Check, OfEntry, Remark, Subject, Whole
from l10n_tool.facts.scripts import LATIN, possible_scripts, script_of
from l10n_tool.facts.text import Span, Text
from l10n_tool.facts.typography_lookalikes import FOREIGN, IDEOGRAPHS, LOOK_ALIKES, SINGLE

__all__ = ["CHECK"]

_LATIN: Final = "A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02af\u1e00-\u1eff"
_OTHERS: Final = "\u0370-\u0373\u0376-\u0482\u048a-\u058f\u1f00-\u1fff"
_MEET: Final = re.compile(f"[{_LATIN}][{_OTHERS}]|[{_OTHERS}][{_LATIN}]")
_OTHER: Final = re.compile(f"[{_OTHERS}]")
_A_LATIN: Final = re.compile(f"[{_LATIN}]")
_LETTERS: Final = re.compile(f"[{_LATIN}{_OTHERS}]+")
_KANA: Final = "\u30a1-\u30fa\u30fc"
_IN_KATAKANA: Final = re.compile(f"(?<=[{_KANA}])[{''.join(IDEOGRAPHS)}](?=[{_KANA}])")
_SINGLE: Final = {
    language: re.compile(rf"(?<![\w'’.+*/#&{{<$%@-])[{letters}](?=[ \u00a0][\u0400-\u04ff])")
    for language, letters in SINGLE.items()
}
_FOREIGN: Final = {language: re.compile(f"[{''.join(letters)}]") for language, letters in FOREIGN.items()}
#: The Latin letters that have a look-alike in a script.
_TWINS: Final = {
    script: frozenset(latin for letter, latin in LOOK_ALIKES.items() if script_of(letter) == script)
    for script in ("Cyrl", "Grek", "Armn")
}
#: Latin letters that nobody can tell from Cyrillic ones.
_CYRILLIC_LOOKS: Final = frozenset("aceopxyABCEHKMOPTX")
#: How much of a word is told.
_LONGEST: Final = 40
_LATIN_WORD: Final = re.compile(f"[{_LATIN}]+(?![\\w'’])")


def _of_entries(whole: Whole) -> OfEntry:
    return Habits(whole, _mixed_scripts, lambda _: "letters of two scripts in a word", many=WHOLE, grave=True)


def _mixed_scripts(subject: Subject) -> Iterator[Remark]:
    for form, text in enumerate(subject.texts):
        if text.raw.isascii() or text.raw in subject.sources:
            continue
        # A sign of one kind alone is sought much faster than two that meet.
        latin, others = _A_LATIN.search(text.raw), _OTHER.search(text.raw)
        found = [*_of_language(subject, text)]
        if latin and others:
            found += _in_words(subject, text)
        if others:
            found += _whole_words(subject, text)
        if found:
            marks = tuple(span for span, _ in found)
            yield Remark("; ".join(dict.fromkeys(told for _, told in found)), form=form, marks=marks)


#: Where something stands, and what is said of it.
_Found = tuple[Span, str]
#: Where letters of one script begin and end in a word, and which script.
_Run = tuple[int, int, str]


def _in_words(subject: Subject, text: Text) -> Iterator[_Found]:
    """Yield the letters that stand in words of another script."""
    if not _MEET.search(text.raw):
        return
    for match in _LETTERS.finditer(text.prose):
        if _MEET.search(match[0]) and not any(match[0] in source for source in subject.sources):
            yield from _odd(subject, match)


def _odd(subject: Subject, word: re.Match[str]) -> Iterator[_Found]:
    runs = _runs(word[0])
    odd = _odd_script(subject, word[0], runs)
    if not odd:
        return
    places = [(start, end) for start, end, script in runs if (script == LATIN) == (odd == LATIN)]
    letters = "".join(dict.fromkeys(letter for start, end in places for letter in word[0][start:end]))
    told = f"‘{letters[:_LONGEST]}’ in ‘{word[0][:_LONGEST]}’ is {_called(odd)} and looks like another letter"
    yield from (((word.start() + start, word.start() + end), told) for start, end in places)


def _runs(word: str) -> list[_Run]:
    """Return the runs of a word's letters of one script."""
    runs: list[_Run] = []
    for at, letter in enumerate(word):
        script = script_of(letter) or (runs[-1][2] if runs else LATIN)
        if runs and runs[-1][2] == script:
            runs[-1] = (runs[-1][0], at + 1, script)
        else:
            runs.append((at, at + 1, script))
    return runs


def _odd_script(subject: Subject, word: str, runs: list[_Run]) -> str:
    """Return the script whose letters are taken for others; empty where the word has a reason for both."""
    latin = "".join(word[start:end] for start, end, script in runs if script == LATIN)
    others = "".join(word[start:end] for start, end, script in runs if script != LATIN)
    other = next((script for _, _, script in runs if script != LATIN), "")
    if not (latin and others):
        return ""
    in_latin, in_other = all(letter in LOOK_ALIKES for letter in others), set(latin) <= _TWINS.get(other, frozenset())
    if in_latin and any(_in_latin(word) in source for source in subject.sources):
        return other
    if _is_joined(subject, runs, latin, other, in_other=in_other) or not (in_latin or in_other):
        return ""
    if in_latin and in_other:
        return LATIN if (len(latin), not _is_native(subject, LATIN)) < (len(others), False) else other
    return other if in_latin else LATIN


def _is_joined(subject: Subject, runs: list[_Run], latin: str, other: str, *, in_other: bool) -> bool:
    """Whether a name or an abbreviation in Latin letters has an ending, or a prefix, of the language."""
    if len(runs) != 2 or not _is_native(subject, other):
        return False
    return not in_other or (len(latin) > 1 and latin.isupper())


def _is_native(subject: Subject, script: str) -> bool:
    return any(script in scripts for scripts in possible_scripts(subject.locale)[:1])


def _in_latin(word: str) -> str:
    return "".join(LOOK_ALIKES.get(letter, letter) for letter in word)


def _whole_words(subject: Subject, text: Text) -> Iterator[_Found]:
    """Yield the words that stand in another script from the first letter to the last, and look like the language's."""
    if _is_native(subject, LATIN):
        yield from _latin_look_alikes(subject, text)
    elif _is_native(subject, "Cyrl"):
        yield from _cyrillic_look_alikes(subject, text)


def _latin_look_alikes(subject: Subject, text: Text) -> Iterator[_Found]:
    words = [match for match in _LETTERS.finditer(text.prose) if _OTHER.match(match[0])]
    if any(letter not in LOOK_ALIKES for match in words for letter in match[0]):
        # The text is in the other script, or quotes it.
        return
    for match in words:
        kept = any(match[0] in source for source in subject.sources)
        if not kept and (len(match[0]) > 1 or script_of(match[0]) == "Cyrl"):
            yield match.span(), f"‘{match[0]}’ is {_called(script_of(match[0][0]))} and looks like Latin"


def _cyrillic_look_alikes(subject: Subject, text: Text) -> Iterator[_Found]:
    single, known = (
        _SINGLE.get(subject.language),
        subject.source_texts[-1].vocabulary | subject.source_texts[0].vocabulary,
    )
    for match in _LATIN_WORD.finditer(text.prose):
        word = match[0]
        alone = len(word) == 1 and single is not None and single.match(text.prose, match.start()) is not None
        if (
            alone or (len(word) > 1 and not word.isupper() and _CYRILLIC_LOOKS.issuperset(word))
        ) and word.casefold() not in known:
            yield match.span(), f"‘{word}’ is Latin and looks like Cyrillic"


def _of_language(subject: Subject, text: Text) -> Iterator[_Found]:
    """Yield letters of the right script that another language has in the place of this one's."""
    pattern = _FOREIGN.get(subject.language)
    if pattern is not None:
        known = "".join(subject.sources)
        for match in pattern.finditer(text.prose):
            if match[0] not in known:
                meant = FOREIGN[subject.language][match[0]]
                yield match.span(), f"{match[0]} (U+{ord(match[0]):04X}) looks like {meant} (U+{ord(meant):04X})"
    elif subject.language == "ja":
        for match in _IN_KATAKANA.finditer(text.prose):
            yield match.span(), f"the ideograph {match[0]} looks like katakana {IDEOGRAPHS[match[0]]}"


def _called(script: str) -> str:
    return {"Latn": "Latin", "Cyrl": "Cyrillic", "Grek": "Greek", "Armn": "Armenian"}.get(script, "of another script")


CHECK: Final = Check(
    name="mixed-scripts",
    severity=Severity.WARNING,
    summary="No letter of another script stands in a word because it looks the same.",
    explanation=(
        "A Latin a and a Cyrillic а look the same, but a search does not find the word, a screen reader misreads it, "
        "and in a name or an address it may be a trick. Type the word anew with the keyboard of its language. Told are "
        "letters that have a twin in the script of the rest of the word, words made of such letters alone, the Arabic "
        "letters of another language (ی for ي), and ideographs in katakana. A Latin name or abbreviation with an "
        "ending of the language, and what the source has too, is fine."
    ),
    of_entries=_of_entries,
)
