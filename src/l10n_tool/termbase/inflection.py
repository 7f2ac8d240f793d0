"""Whether a word is a form of another one, in many languages.

Snowball's stemmers where there is one, and rules elsewhere: English forms are made from the word, suffixes of
Azerbaijani and Turkish have their order, Arabic and Hebrew write small words in front. What no rule is known for may
differ in its last letters. Loosely taken, more is a form: so a wanted rendering is looked for. Strictly taken, what is
a form is one almost surely: so a forbidden one.
"""

import re
import unicodedata
from collections.abc import Callable, Mapping
from functools import lru_cache, partial
from types import MappingProxyType
from typing import Final, Protocol

__all__ = ["heads", "is_form", "stem"]

_SNOWBALL: Final = {
    "bs": "serbian", "ca": "catalan", "cs": "czech", "da": "danish", "de": "german", "el": "greek", "eo": "esperanto",
    "es": "spanish", "et": "estonian", "eu": "basque", "fa": "persian", "fi": "finnish", "fr": "french", "ga": "irish",
    "hi": "hindi", "hr": "serbian", "hu": "hungarian", "hy": "armenian", "it": "italian", "lt": "lithuanian",
    "nb": "norwegian", "ne": "nepali", "nl": "dutch", "nn": "norwegian", "no": "norwegian", "pl": "polish",
    "pt": "portuguese", "ro": "romanian", "ru": "russian", "sk": "czech", "sl": "serbian", "sr": "serbian",
    "sv": "swedish", "ta": "tamil",
    "yi": "yiddish",
}  # fmt: skip

#: A longer word is a form of itself only: stemmers are made for words that people say.
_LONGEST: Final = 80

#: Languages that hang what others say with small words on the end of a word.
_SUFFIXING: Final = frozenset(
    {"ba", "et", "eu", "fi", "hu", "ka", "kk", "kn", "ky", "ml", "mn", "se", "ta", "te", "tk", "tt", "ug", "uz"}
)
#: Languages in which a vowel comes before the last consonant where there is no ending: полка, полок; dzień, dnia.
_SLAVIC: Final = frozenset({"be", "bg", "bs", "cs", "hr", "mk", "pl", "ru", "sk", "sl", "sr", "uk"})
_FLEETING: Final = re.compile(r"(\w+[^\W\daeiouyауеёиоіяюыэъ])[оеёъаeoa]([^\W\daeiouyауеёиоіяюыэъь]ь?)")
#: Those among them that no stemmer is made for, and the endings of their nouns and adjectives.
_CYRILLIC: Final = frozenset({"be", "bg", "mk", "uk"})
_CYRILLIC_END: Final = re.compile(
    "(?:ого|ому|ими|ыми|ами|ями|ові|еві|ата|ите|ът|ят|та|то|те|ів|їв|аў|яў|ах|ях|ам|ям|ом|ем|ою|ею|ай|ей|ій|их|ых|им|ым"
    "|[аяоеєуюиіїыйьэ])$"
)
#: Languages that write compounds as one word.
_COMPOUNDING: Final = frozenset(
    {"af", "da", "de", "et", "fi", "fo", "hu", "is", "lb", "nb", "nds", "nl", "nn", "no", "sv"}
)
#: Languages whose words do not change.
_ISOLATING: Final = frozenset({"bo", "haw", "hmn", "km", "lo", "my", "sm", "th", "to", "vi", "zh"})

# Adjectives, plural, possessor, case, "-ki" and copula of Azerbaijani and Turkish, in this order, with the vowels that
# harmony asks for.
_TURKIC: Final = re.compile(
    r"(?:l[ıiuü][kğq]?|s[ıiuü]z|[çc][ıiuü])?(?:l[aeə]r)?(?:[ıiuü]?[mn](?:[ıiuü]z)?|s?[ıiuü])?"
    r"(?:n?[ıiuü]n|[yn]?[ıiuü]|[yn]?[aeə]|n?[dt][aeə]n?|y?l[aeə]|n?c[aeə])?(?:ki)?"
    r"(?:[dt][ıiuü]r(?:l[aeə]r)?|y?[dt][ıiuü]|y?m[ıiuü]ş)?"
)
#: What the last consonant becomes before a vowel: kitap, kitabı; ürək, ürəyi.
_SOFTENED: Final = {"p": "b", "ç": "c", "t": "d", "k": "ğgy", "q": "ğ"}

# "and", "so"; "in", "like", "for"; "the"; "will". What follows has at least three letters, or two.
_ARABIC_FRONT: Final = re.compile(r"[وف]?(?:[بك]?ال|لل|[بكلس])?(?=..)")
_ARABIC_END: Final = re.compile(
    r"(?:تهما|تها|تهم|تهن|تكم|تنا|ته|تك|تي|هما|ها|هم|هن|كم|كن|نا|ات|اته|اتها|اتهم|اتنا|ون|ين|ان|تان|تين|ه|ك|ي|ا|ت)$"
)
_LONG_VOWELS: Final = re.compile("[اويוי]")
_HEBREW_END: Final = re.compile("(?:ים|ות|ה|ת)$")
_HEBREW_FRONT: Final = "ושהבלכמ"


def is_form(wanted: str, word: str, language: str, *, loose: bool) -> bool:
    """Whether a word is a form of the wanted one; both are folded."""
    if wanted == word:
        return True
    if len(word) > _LONGEST or len(wanted) > _LONGEST:
        return False
    if language in _ISOLATING or (not wanted.isalpha() and not _has_marks(wanted)):
        return False
    if loose and language in _COMPOUNDING and len(wanted) >= 5 and wanted in word:
        return True
    if not heads(wanted, language) & heads(word, language):
        return False
    return _is_form(wanted, word, language, loose)


def stem(word: str, language: str) -> str:
    """Return what the forms of a folded word have in common, by a stemmer; empty where there is none for it."""
    return _stemmed(word, language) if len(word) <= _LONGEST else ""


def _has_marks(word: str) -> bool:
    # Vowel signs are no letters to Python.
    return not word.isascii() and not any(map(str.isdigit, word))


@lru_cache(maxsize=1 << 16)
def heads(word: str, language: str) -> frozenset[str]:
    """Return the first letters of what a word may be a form of: forms of one word share one of them."""
    if language in {"ar", "he"}:
        # Hebrew writes vowels, or leaves them out.
        return frozenset(base[: 2 if language == "ar" else 1] for base in _bases(word, language))
    return frozenset((word[:2],))


@lru_cache(maxsize=1 << 16)
def _is_form(wanted: str, word: str, language: str, loose: bool) -> bool:
    rule = _RULES.get(language)
    if rule is not None:
        return rule(wanted, word, loose=loose)
    if language in _SLAVIC and (_fleets(wanted, word) or _fleets(word, wanted)):
        return True
    if language in _SUFFIXING and len(wanted) >= (3 if loose else 4) and word.startswith(wanted):
        return True
    return _of_one_stem(wanted, word, language, loose=loose)


def _of_one_stem(wanted: str, word: str, language: str, *, loose: bool) -> bool:
    """Whether a stemmer, or their first letters, make forms of one word of two."""
    stem = _stemmed(wanted, language)
    # What is much longer is made of the word, as "estantería" of "estante", and another one.
    near = loose or language in _SUFFIXING or -3 <= len(word) - len(wanted) <= 3
    if stem and near and stem == _stemmed(word, language):
        return True
    if loose:
        return _are_much_alike(wanted, word, suffixing=language in _SUFFIXING)
    return not stem and _differ_at_the_end(wanted, word, loose=False)


def _are_much_alike(wanted: str, word: str, *, suffixing: bool) -> bool:
    """Whether two words begin alike when their accents do not count; where endings are long, what they follow changes.

    Polish hasło and haśle, Hungarian jelszó and jelszavának, Finnish kohde and kohteista.
    """
    wanted, word = _without_accents(wanted), _without_accents(word)
    if not suffixing:
        return _differ_at_the_end(wanted, word, loose=True)
    shared = _shared(wanted, word)
    return shared >= max(3, len(wanted) - 3) and len(word) - shared <= 10


def _without_accents(word: str) -> str:
    if word.isascii():
        return word
    plain = "".join(letter for letter in unicodedata.normalize("NFD", word) if not unicodedata.combining(letter))
    return plain.replace("ł", "l")


def _differ_at_the_end(wanted: str, word: str, *, loose: bool) -> bool:
    """Whether two words differ in so few of their last letters that they may be forms of one word."""
    length = len(wanted)
    if length < 4:
        return loose and length == 3 and word.startswith(wanted) and len(word) <= 5
    cut = (1 if length < 6 else 2 if length < 9 else 3) - (0 if loose else 1)
    shared = _shared(wanted, word)
    return shared >= length - cut and len(word) - shared <= (4 if loose else 3)


def _fleets(bare: str, ended: str) -> bool:
    """Whether a word loses the vowel before its last consonant and gets an ending to be the other."""
    match = _FLEETING.fullmatch(bare)
    if match is None:
        return False
    stem = match[1] + match[2].removesuffix("ь")
    return len(stem) >= 3 and ended.startswith(stem) and 1 <= len(ended) - len(stem) <= 3


def _shared(one: str, other: str) -> int:
    """Return how many letters two words begin with alike."""
    for at, (a, b) in enumerate(zip(one, other, strict=False)):
        if a != b:
            return at
    return min(len(one), len(other))


@lru_cache(maxsize=1 << 14)
def _stemmed(word: str, language: str) -> str:
    if language in _CYRILLIC:
        stem = _CYRILLIC_END.sub("", word)
        return stem if len(stem) >= 3 else ""
    stemmer = _stemmer(language)
    return stemmer(word) if stemmer else ""


@lru_cache
def _stemmer(language: str) -> Callable[[str], str] | None:
    name = _SNOWBALL.get(language)
    if name is None:
        return None
    # Only a term that stands in a text needs it.
    import snowballstemmer

    stem: Callable[[str], str] = snowballstemmer.stemmer(name).stemWord
    return stem


def _english(wanted: str, word: str, *, loose: bool) -> bool:
    return word in _english_forms(wanted) or (loose and wanted in _english_forms(word))


@lru_cache(maxsize=1 << 12)
def _english_forms(word: str) -> frozenset[str]:
    """Return the forms of an English noun or verb; what is made of the word besides is another word."""
    if len(word) < 2:
        return frozenset()
    forms = {word + "s", word + "es", word + "ed", word + "ing"}
    last = word[-1]
    if last == "e":
        forms |= {word + "d", word[:-1] + "ing"}
    elif last == "y" and word[-2] not in "aeiou":
        forms |= {word[:-1] + "ies", word[:-1] + "ied"}
    elif last not in "aeiouwxy" and word[-2] in "aeiou":
        forms |= {word + last + "ed", word + last + "ing"}
    if word.endswith(("f", "fe")):
        forms.add(word.removesuffix("e")[:-1] + "ves")
    return frozenset(forms)


def _turkic(wanted: str, word: str, *, loose: bool) -> bool:
    return _with_suffixes(wanted, word, loose=loose) or (loose and _differ_at_the_end(wanted, word, loose=True))


def _with_suffixes(wanted: str, word: str, *, loose: bool) -> bool:
    """Whether a word is the wanted one with suffixes; a short word has to have some that are known."""
    if word.startswith(wanted):
        rest = word[len(wanted) :]
        return _TURKIC.fullmatch(rest) is not None or (loose and len(wanted) >= 3)
    softened = _SOFTENED.get(wanted[-1:], "")
    stem, next_letter = wanted[:-1], word[len(wanted) - 1 : len(wanted)]
    if not softened or not next_letter or next_letter not in softened or not word.startswith(stem) or len(stem) < 2:
        return False
    return _TURKIC.fullmatch(word[len(wanted) :]) is not None


def _semitic(wanted: str, word: str, *, loose: bool, language: str) -> bool:
    """Whether a word is the wanted one with what is written together with it."""
    return any(
        one == other or _differ_at_the_end(one, other, loose=loose) or (loose and _share_a_root(one, other))
        for one in _bases(wanted, language, front=False)
        for other in _bases(word, language)
    )


@lru_cache(maxsize=1 << 14)
def _bases(word: str, language: str, *, front: bool = True) -> frozenset[str]:
    """Return what a word may be without what is written together with it."""
    if language == "he":
        starts = {word[at:] for at in range(4) if front and len(word) - at >= 3 and _all_in(word[:at], _HEBREW_FRONT)}
        starts = starts or {word}
        return frozenset(starts | {stem for start in starts if len(stem := _HEBREW_END.sub("", start)) >= 3})
    starts = {word} | {word[match.end() :] for match in [_ARABIC_FRONT.match(word)] if match}
    if front:
        starts |= {word[1:] for mark in "وفبلك" if word.startswith(mark) and len(word) > 3}
    starts |= {start.removeprefix("ال") for start in starts if len(start) > 4}
    return frozenset(starts | {stem for start in starts if len(stem := _ARABIC_END.sub("", start)) >= 3})


def _all_in(text: str, letters: str) -> bool:
    return all(letter in letters for letter in text)


def _share_a_root(one: str, other: str) -> bool:
    """Whether two words have the same consonants, as a word and its plural have, and the plene spelling of one."""
    root = _LONG_VOWELS.sub("", one)
    return len(root) >= 3 and root == _LONG_VOWELS.sub("", other)


class _Rule(Protocol):
    def __call__(self, wanted: str, word: str, *, loose: bool) -> bool: ...


_RULES: Final[Mapping[str, _Rule]] = MappingProxyType({
    "ar": partial(_semitic, language="ar"),
    "az": _turkic,
    "en": _english,
    "he": partial(_semitic, language="he"),
    "tr": _turkic,
})  # fmt: skip
