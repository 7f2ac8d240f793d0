"""``machine-artefacts``: what machine translation and chat assistants leave in a text besides the translation."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final

from l10n_tool.checks.finding import Severity
from l10n_tool.checks.model import Check, Remark, Subject, by_text
from l10n_tool.facts.chatter import LABEL, MASK, OF_TRANSLATING, said_by_machine
from l10n_tool.facts.text import Span, Text

__all__ = ["CHECK"]

#: A clause, or a run of a few words, that stands so often in a row is a loop.
_TIMES: Final = 4
_LONGEST_PERIOD: Final = 8
_SHORTEST: Final = 4
_FEWEST_LETTERS: Final = 12
_FENCES: Final = ("```", "~~~")
_UNKNOWN: Final = re.compile(r"(?<!\S)([*#@])[^\W\d_]{2}[^\s*#@]*")
_QUOTES: Final = {'"': '"', "“": "”", "„": "“", "«": "»", "「": "」", "『": "』"}
# Without one of these a text has no mark of a machine's.
_NUMBERED: Final = re.compile(r"\d(?:[Xx]|ZZ)")
_UNUSUAL: Final = re.compile(r"[⟦\u2063\ufff9-\ufffb\ue000-\uf8ff]")
_SIGNS: Final = (
    "{{", "[[", "__", "_ _", "@@", "@ @", "%%", "% %", "<x", "<g", "<bx", "<ex", "<bpt", "<ept", "<ph", "<mrk", "</x",
    "</g", "PLACEHOLDER",
)  # fmt: skip


def _artefacts(subject: Subject) -> Iterable[Remark]:
    return by_text(subject, lambda source, text: _compare(source, text, subject.language))


def _compare(source: Text, text: Text, language: str) -> list[Remark]:
    found = [*_chatter(source, text, language), *_wrapped(source.raw, text.raw), *_loop(source, text)]
    if "\n\n" in text.raw and not found:
        found += _second_paragraph(source.raw, text.raw)
    if "*" in text.raw or "#" in text.raw or "@" in text.raw:
        found += _unknown_words(source.raw, text.raw)
    if _may_have_marks(text.raw):
        found += _masks(source.raw, text.raw)
    return found


def _may_have_marks(text: str) -> bool:
    for sign in _SIGNS:
        if sign in text:
            return True
    # Two plain searches are faster than one for either.
    return _NUMBERED.search(text) is not None or (not text.isascii() and _UNUSUAL.search(text) is not None)


def _chatter(source: Text, text: Text, language: str) -> Sequence[Remark]:
    """Find words of a machine about its translation; in doubt where the source is itself about translating."""
    # Python's lower case of İ is two characters, so that a place is sought only where something is found.
    lower = text.raw.lower()
    match = said_by_machine(lower, language)
    if not match and (":" in lower[:60] or "：" in lower[:60]):
        match = LABEL.match(lower)
    if not match:
        return ()
    about = source.raw.lower()
    if said_by_machine(about, source.language) or LABEL.match(about):
        return ()
    start, end = match.span()
    marks = ((start, end),) if len(lower) == len(text.raw) else ()
    severity = None if OF_TRANSLATING.search(about) else Severity.ERROR
    return [Remark(f"a machine speaks of itself or its work: {match[0].strip()}", severity, marks=marks)]


def _second_paragraph(source: str, text: str) -> Sequence[Remark]:
    """Find a paragraph after the translation of a source that is one: a machine's note as a rule."""
    start = text.strip().find("\n\n")
    if start < 0 or "\n" in source.strip():
        return ()
    start += len(text) - len(text.lstrip())
    return [Remark("a paragraph follows, and the source is one", marks=((start + 2, len(text)),))]


def _masks(source: str, text: str) -> Sequence[Remark]:
    """Find marks that stood for markup while a machine had the text."""
    there = Counter(match[0] for match in MASK.finditer(source))
    spans: list[Span] = []
    for match in MASK.finditer(text):
        if there[match[0]]:
            there[match[0]] -= 1
        else:
            spans.append(match.span())
    if not spans:
        return ()
    shown = ", ".join(dict.fromkeys(_shown(text[start:end]) for start, end in spans[:4]))
    return [Remark(f"a mark that stood for markup was left behind: {shown}", marks=tuple(spans))]


def _shown(mark: str) -> str:
    return mark if mark.isprintable() else " ".join(f"U+{ord(character):04X}" for character in mark)


def _unknown_words(source: str, text: str) -> Sequence[Remark]:
    """Find words that Apertium did not know or could not form: it writes ``*word``, ``#word`` and ``@word``."""
    found = [match for match in _UNKNOWN.finditer(text) if match[1] not in source]
    # A sign that stands after words too is emphasis, or a mark of the text's own.
    times = Counter(match[1] for match in found)
    unknown = {sign for sign in times if text.count(sign) == times[sign]}
    matches = [match for match in found if match[1] in unknown]
    if not matches:
        return ()
    shown = ", ".join(dict.fromkeys(match[0] for match in matches[:4]))
    return [Remark(f"words that a machine could not translate: {shown}", marks=tuple(m.span() for m in matches))]


def _wrapped(source: str, text: str) -> Sequence[Remark]:
    """Find a code fence or quotation marks around all of a text whose source has none."""
    if text[:1].isalnum():
        return ()
    inner, around = text.strip(), source.strip()
    if inner.startswith(_FENCES) and not around.startswith(_FENCES):
        return [Remark(f"it begins with {inner[:3]}, as code does, and the source does not")]
    closing = _QUOTES.get(inner[:1])
    if not closing or len(inner) < _FEWEST_LETTERS or not inner.endswith(closing) or not around[:1].isalnum():
        return ()
    start = len(text) - len(text.lstrip())
    marks = ((start, start + 1), (start + len(inner) - 1, start + len(inner)))
    alone = closing not in inner[1:-1] and inner[0] not in inner[1:-1] and around[-1] not in "\"”“»」』'’"
    return [Remark("all of it stands in quotation marks, which the source lacks", marks=marks)] if alone else ()


def _loop(source: Text, text: Text) -> Sequence[Remark]:
    """Find the same words many times in a row, as a machine repeats them that has lost its way."""
    if len(text.raw) < _TIMES * 4 or (looped := _looped(text)) is None or _looped(source) is not None:
        return ()
    return [Remark(f"the same words stand many times in a row: {looped[:60]}")]


def _looped(text: Text) -> str | None:
    words = text.folded
    if len(words) - len(text.vocabulary) < _TIMES - 1 or max(Counter(words).values()) < _TIMES:
        # Each word of a loop stands there as often as the loop is run through.
        return None
    for period in range(1, min(_LONGEST_PERIOD, len(words) // _TIMES) + 1):
        length = 0
        for at in range(period, len(words)):
            length = length + 1 if words[at] == words[at - period] else 0
            if (
                length == (_TIMES - 1) * period
                and len(looped := " ".join(words[at - period + 1 : at + 1])) >= _SHORTEST
            ):
                return looped
    return None


CHECK: Final = Check(
    name="machine-artefacts",
    severity=Severity.WARNING,
    summary="Nothing of a machine's own stands in the translation.",
    explanation=(
        "Machines that translate leave things behind: an assistant's “Here is the translation” in English or in the "
        "target language, a service's notice that a quota is used up (both are errors), marks that stood for markup "
        "such as ⟦1⟧ or __1__, Apertium's *unknown words, quotation marks or a code fence around everything, the same "
        "clause over and over. Where the source is itself about translating, a phrase is a warning. Take out what "
        "is not the translation, and read the rest with care: nobody did before."
    ),
    of_entry=_artefacts,
)
