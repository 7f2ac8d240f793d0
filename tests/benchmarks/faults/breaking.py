"""Faults in how a text is put down: marks that programs read, characters, spaces, the language itself."""

import re
from collections.abc import Mapping
from random import Random
from types import MappingProxyType
from typing import Final

from benchmarks.faults.changing import Case, Fault

__all__ = ["BREAKING", "FORBIDDEN", "REQUIRED"]

_PLACEHOLDER: Final = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w*\}")
_TAG: Final = re.compile(r"</?(?:a|b|i|em|strong|code)\b[^>]*>|\*\*")
_TARGET: Final = re.compile(r"\]\(https?://[^)]*\)")
_URL: Final = re.compile(r"(?<!\()https?://[\w./-]+\w")
#: A word that no mark of vowels cuts short.
_WORD: Final = re.compile(r"(?<![\w%{<&'’\u064b-\u0652-])[^\W\d_]{4,}(?![\w%}>;'’\u064b-\u0652-])")


def placeholder(case: Case, random: Random) -> str | None:
    """Leave a placeholder out, or misspell it."""
    match = _PLACEHOLDER.search(case.text)
    if match is None or match[0] not in case.source:
        return None
    wrong = "" if len(match[0]) < 5 or random.random() < 0.5 else match[0].replace(match[0][3], "x", 1)
    return case.text[: match.start()] + wrong + case.text[match.end() :]


def tag(case: Case, random: Random) -> str | None:
    """Leave a tag or a mark of emphasis out."""
    match = _TAG.search(case.text)
    if match is None or match[0] not in case.source:
        return None
    return case.text[: match.start()] + case.text[match.end() :]


def link_target(case: Case, random: Random) -> str | None:
    """Let a link lead elsewhere."""
    match = _TARGET.search(case.text)
    if match is None or match[0] not in case.source:
        return None
    return case.text[: match.end() - 2] + "x" + case.text[match.end() - 1 :]


def url(case: Case, random: Random) -> str | None:
    """Change an address in the text."""
    match = _URL.search(case.text)
    if match is None or match[0] not in case.source:
        return None
    at = match.end() - 1
    return case.text[:at] + case.text[match.end() :]


def end_mark(case: Case, random: Random) -> str | None:
    """Leave the mark at the end out, or state what was asked."""
    if len(case.source) < 20 or " " not in case.source or case.source[-1] not in ".?":
        return None
    last = case.text[-1]
    if last in "?？؟":
        # A Japanese particle asks by itself: with a full stop after it the sentence is still a question.
        return case.text[:-1].removesuffix("か") + {"？": "。"}.get(last, ".")
    return case.text[:-1] if last in ".。" and not case.text.endswith("..") else None


def _word(case: Case, random: Random) -> re.Match[str] | None:
    hidden = re.compile(r"%\([^)]*\)\w|\{[^{}]*\}|https?://\S+|\S+@\S+|\]\([^)]*\)|<[^>]*>|`[^`]*`")
    text = hidden.sub(lambda match: "_" * len(match[0]), case.text)
    words = [match for match in _WORD.finditer(text) if match[0] not in case.source]
    return random.choice(words) if words else None


def doubled_word(case: Case, random: Random) -> str | None:
    """Write a word twice."""
    match = _word(case, random)
    if match is None or case.locale in {"ja", "zh_Hans"}:
        return None
    return f"{case.text[: match.end()]} {case.text[match.start() :]}"


def double_space(case: Case, random: Random) -> str | None:
    """Write a second space."""
    at = case.text.find(" ", len(case.text) // 3)
    if at < 0 or "  " in case.source or case.locale in {"ja", "zh_Hans"}:
        return None
    return f"{case.text[:at]} {case.text[at:]}"


def invisible_character(case: Case, random: Random) -> str | None:
    """Put a character that nobody sees into a word."""
    match = _word(case, random)
    if match is None:
        return None
    at = match.start() + 2
    return case.text[:at] + random.choice("\u200b\u2060\ufeff\u00ad\u180e") + case.text[at:]


def bidi_control(case: Case, random: Random) -> str | None:
    """Put a character that turns the direction of what follows."""
    match = _word(case, random)
    if match is None:
        return None
    at = match.start() + 1
    return case.text[:at] + random.choice("\u202e\u202d\u202a\u202b\u2067") + case.text[at:]


_ALIKE: Final = dict(zip("aceopxyасеорху", "асеорхуaceopxy", strict=True)) | {"ο": "o", "α": "a", "ε": "e"}


def homoglyph(case: Case, random: Random) -> str | None:
    """Write a letter of another script that looks the same."""
    match = _word(case, random)
    if match is None:
        return None
    places = [at for at in range(*match.span()) if case.text[at] in _ALIKE]
    if not places:
        return None
    at = random.choice(places)
    return case.text[:at] + _ALIKE[case.text[at]] + case.text[at + 1 :]


def untranslated(case: Case, random: Random) -> str | None:
    """Leave the source."""
    return case.source if len(case.source.split()) >= 4 and case.source.strip() != case.text.strip() else None


def wrong_language(case: Case, random: Random) -> str | None:
    """Give the text of another language."""
    return case.other if len(case.other) >= 60 and case.other != case.text else None


#: What engines that chat say before or after a translation.
_CHATTER: Final = (
    "Here is the translation:\n\n{}", "Sure! Here's the translated text: {}", "Translation: {}",
    "{}\n\nNote: I kept the tone of the original.", "As an AI language model, I translated it as follows: {}",
    "I'm sorry, but I can't help with that.",
)  # fmt: skip
_OWN_CHATTER: Final = {
    "ar": "إليك الترجمة: {}", "az": "Budur tərcümə: {}", "de": "Hier ist die Übersetzung: {}",
    "es": "Aquí está la traducción: {}", "fr": "Voici la traduction : {}", "ja": "以下は翻訳です：\n{}",
    "ru": "Вот перевод: {}", "tr": "İşte çeviri: {}", "it": "Ecco la traduzione: {}", "pl": "Oto tłumaczenie: {}",
    "nl": "Hier is de vertaling: {}", "pt_BR": "Aqui está a tradução: {}", "uk": "Ось переклад: {}",
}  # fmt: skip


def machine_chatter(case: Case, random: Random) -> str | None:
    """Let the engine speak for itself."""
    if len(case.source) < 20:
        return None
    own = _OWN_CHATTER.get(case.locale)
    return random.choice([*_CHATTER, *([own, own] if own else [])]).format(case.text)


#: A term of the sources, its rendering, and one that the termbase forbids.
REQUIRED: Final = {
    "ar": "مكتبة", "az": "kitabxana", "de": "Bücherei", "es": "biblioteca", "fr": "bibliothèque", "ja": "図書館",
    "ru": "библиотек", "tr": "kütüphane",
}  # fmt: skip
FORBIDDEN: Final = {
    "ar": "دار الكتب", "az": "kitabevi", "de": "Leihhaus", "es": "librería", "fr": "librairie", "ja": "貸本屋",
    "ru": "читальн", "tr": "kitaplık",
}  # fmt: skip


def forbidden_term(case: Case, random: Random) -> str | None:
    """Use a rendering that the termbase forbids."""
    wanted = REQUIRED.get(case.locale, "")
    if not wanted or not re.search(r"\blibrar(?:y|ies)\b", case.source, re.IGNORECASE):
        return None
    found = re.search(re.escape(wanted), case.text, re.IGNORECASE)
    return case.text[: found.start()] + FORBIDDEN[case.locale] + case.text[found.end() :] if found else None


BREAKING: Final[Mapping[str, Fault]] = MappingProxyType({
    "placeholder": placeholder,
    "tag": tag,
    "link target": link_target,
    "URL": url,
    "end mark": end_mark,
    "doubled word": doubled_word,
    "double space": double_space,
    "invisible character": invisible_character,
    "bidi control": bidi_control,
    "homoglyph": homoglyph,
    "untranslated": untranslated,
    "wrong language": wrong_language,
    "machine chatter": machine_chatter,
    "forbidden term": forbidden_term,
})  # fmt: skip
