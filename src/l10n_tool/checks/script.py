"""``script``: a translation is written in the script of its language; names and code may stand in Latin letters."""

import re
from collections.abc import Iterable, Sequence
from itertools import islice
from typing import Final

from l10n_tool.checks.finding import Severity
from l10n_tool.checks.habits import WHOLE, Habits
from l10n_tool.checks.model import Check, OfEntry, Remark, Subject, Whole, by_text
from l10n_tool.facts.scripts import (
    LATIN,
    has_letters_outside,
    letters_of,
    letters_outside,
    possible_scripts,
    scripts_of,
)
from l10n_tool.facts.text import Span, Text

__all__ = ["CHECK"]

#: Translations that are read to see which of its scripts a language is written in here.
_SAMPLE: Final = 200
#: How much oftener the letters of another script must be there than those of the usual one.
_CLEARLY: Final = 3
#: Fewer different letters may be a sign, a unit or an example.
_FEWEST: Final = 3
_IN_LATIN: Final = "it is in Latin letters"
#: Latin words in lower case that the source lacks: fewer may be code or a quotation.
_FEWEST_WORDS: Final = 3
_SMALL_LATIN: Final = re.compile("[a-z]")
_NAMES: Final = {
    "Arab": "Arabic", "Armn": "Armenian", "Beng": "Bengali", "Cyrl": "Cyrillic", "Deva": "Devanagari",
    "Ethi": "Ethiopic", "Geor": "Georgian", "Grek": "Greek", "Hang": "Korean", "Hani": "Chinese", "Hebr": "Hebrew",
    "Hira": "Japanese", "Kana": "Japanese", "Khmr": "Khmer", "Latn": "Latin", "Mymr": "Burmese", "Taml": "Tamil",
    "Telu": "Telugu", "Thai": "Thai",
}  # fmt: skip


def _of_entries(whole: Whole) -> OfEntry:
    scripts = _scripts_of_catalogue(whole)
    if not scripts:
        return lambda _: ()
    if LATIN in scripts:
        return lambda subject: by_text(subject, lambda source, text: _foreign(source, text, scripts))
    return Habits(whole, lambda subject: _of_entry(subject, scripts), _kind, many=WHOLE, grave=True)


def _of_entry(subject: Subject, scripts: frozenset[str]) -> Iterable[Remark]:
    return by_text(
        subject, lambda source, text: [*_foreign(source, text, scripts), *_only_latin(source, text, scripts)]
    )


def _kind(remark: Remark) -> str | None:
    return "Latin letters" if remark.message.startswith(_IN_LATIN) else None


def _scripts_of_catalogue(whole: Whole) -> frozenset[str]:
    """Return the script of the locale; of several, one that far more of the catalogue is in counts instead."""
    possible = possible_scripts(whole.locale)
    if len(possible) < 2:
        return possible[0] if possible else frozenset()
    forms = (form for entry in whole.catalogue.messages for form in entry.msgstr if form)
    counts = scripts_of("".join(islice(forms, _SAMPLE)))
    letters = [sum(counts[script] for script in scripts) for scripts in possible]
    most = max(letters)
    return possible[0] if most < _CLEARLY * letters[0] else possible[letters.index(most)]


def _foreign(source: Text, text: Text, scripts: frozenset[str]) -> list[Remark]:
    """Find words in a script that is neither the language's nor Latin, unless the source has letters of it too."""
    if text.raw.isascii():
        return []
    allowed = scripts | {LATIN}
    if not has_letters_outside(text.raw, allowed):
        return []
    outside = letters_outside(allowed)
    there = scripts_of(source.raw)
    spans = [match.span() for match in outside.finditer(text.prose) if _is_foreign(text.prose, match.span())]
    counts = scripts_of("".join(set("".join(text.prose[start:end] for start, end in spans))))
    for script in there:
        del counts[script]
    if counts.total() < _FEWEST:
        return []
    names = " and ".join(sorted({_NAMES.get(script, script) for script in counts}))
    marked = [span for span in spans if counts.keys() & scripts_of(text.prose[slice(*span)]).keys()]
    shown = ", ".join(dict.fromkeys(text.prose[start:end] for start, end in marked[:4]))
    # A lone name may be that of a language, written in itself.
    severity = Severity.INFO if len(source.words) == 1 else None
    return [Remark(f"{names} letters in it: {shown}", severity, marks=tuple(marked))]


def _is_foreign(text: str, span: Span) -> bool:
    """Whether letters stand as a word of their own: amidst other letters they are mistyped ones."""
    start, end = span
    before, after = text[start - 1 : start], text[end : end + 1]
    return not before.isalpha() and not after.isalpha()


def _only_latin(source: Text, text: Text, scripts: frozenset[str]) -> list[Remark]:
    """Find a text in Latin letters in a language that has others, unless the words are those of the source."""
    own = letters_of(scripts)
    if len(list(islice(own.finditer(text.raw), 2))) > 1 or not _SMALL_LATIN.search(text.raw):
        return []
    words = [word for word in text.words if word.islower() and not own.match(word)]
    strange = [word for word in words if word.casefold() not in source.vocabulary]
    if len(strange) < _FEWEST_WORDS:
        return []
    wanted = " or ".join(sorted({_NAMES.get(script, script) for script in scripts - {"Bopo"}}))
    return [Remark(f"{_IN_LATIN}, not in {wanted} ones", marks=_marks(text, strange))]


def _marks(text: Text, words: Sequence[str]) -> tuple[Span, ...]:
    first, last = text.prose.find(words[0]), text.prose.rfind(words[-1])
    return ((first, last + len(words[-1])),)


CHECK: Final = Check(
    name="script",
    severity=Severity.WARNING,
    summary="The translation is written in the script of its language.",
    explanation=(
        "A translation for Russian without a Cyrillic letter, or for German with words in Cyrillic, is a text of "
        "another language in the wrong place, or one that a tool has spoilt. Names, code, addresses and words of the "
        "source may stand in Latin letters in every language. Of a language with two scripts, such as Serbian, "
        "the one that most of the catalogue is in counts, or the one that its locale names (sr@latin). Put the right "
        "text in. Where many entries are in Latin letters, that is said once. A foreign word that is meant, as in the "
        "name of a language, can be left."
    ),
    of_entries=_of_entries,
)
