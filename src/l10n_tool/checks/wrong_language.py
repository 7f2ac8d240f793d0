"""``wrong-language``: a translation, or all of a catalogue, is in another language than its locale.

Most entries show their language by words that are frequent in it, or in the catalogue. The classifier is asked only
about long texts that have hardly any of them, since loading it takes longer than checking a hundred entries.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING, Final

from l10n_tool.checks.finding import Severity
from l10n_tool.checks.model import Check, OfEntry, Remark, Subject, Whole
from l10n_tool.facts.function_words import (
    NEEDED_LETTERS,
    STRANGE_LETTERS,
    decisive_words,
    function_words,
    languages_of,
    relatives,
)
from l10n_tool.facts.scripts import letters_of, possible_scripts
from l10n_tool.facts.text import Text
from l10n_tool.languages import language_of

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

__all__ = ["CHECK"]

#: Scripts in which several languages are written that are often translated into.
_SHARED: Final = frozenset({"Latn", "Cyrl", "Arab", "Deva"})
_FEWEST_WORDS: Final = 3
#: A word of so many entries is one of the catalogue's own; so many of them are remembered.
_OFTEN: Final = 3
_FREQUENT: Final = 150
_SAMPLE: Final = 1_000
#: Of its own words a text has this share, else it is looked at more closely.
_OWN_SHARE: Final = 0.15
#: Words that only the other language has: of a strange one, and of a relative.
_STRANGE: Final = 2
_RELATED: Final = 3
_STRANGE_SHARE: Final = 0.18
#: From so many letters on the classifier is asked, and must be so sure.
_LONG: Final = 80
_HALF_LONG: Final = 40
#: So many strange letters, and one in so many characters, are no name; two lines without a needed letter are strange.
_STRANGE_LETTERS: Final = 2
_A_LINE: Final = 50
_TWO_LINES: Final = 90
_SURE: Final = 0.9
_HARDLY: Final = 0.02
#: A catalogue is judged by so many letters, if it has as many.
_LETTERS_OF_CATALOGUE: Final = 4_000
_ENOUGH_LETTERS: Final = 400
_HAN_ALONE: Final = 14
_KANA: Final = re.compile(r"[\u3040-\u30ff]")
_HAN: Final = re.compile(r"[\u3400-\u9fff]")


def _of_entries(whole: Whole) -> OfEntry:
    if not _is_judged(whole):
        return _without_kana if whole.language == "ja" else lambda _: ()
    if _language_of_catalogue(whole):
        return lambda _: ()
    common = _common(whole)
    # What has no letter of the language's script is the business of the check of scripts.
    letters = letters_of(frozenset[str]().union(*possible_scripts(whole.locale)))
    return lambda subject: _strange_forms(subject, common, letters)


def _of_catalogue(whole: Whole) -> Iterator[Remark]:
    if _is_judged(whole) and (found := _language_of_catalogue(whole)):
        yield Remark(f"its translations seem to be in {_name(found)}, not in {_name(whole.language)}")


def _is_judged(whole: Whole) -> bool:
    scripts = frozenset[str]().union(*possible_scripts(whole.locale)[:1])
    return bool(scripts & _SHARED) and whole.language != language_of(whole.source_locale)


def _common(whole: Whole) -> frozenset[str]:
    """Return words that show that a text is in the catalogue's language: the language's, and the catalogue's own."""
    counts: Counter[str] = Counter()
    for entry in islice((entry for entry in whole.catalogue.messages if entry.msgstr[0]), _SAMPLE):
        counts.update({*entry.msgstr[0].casefold().split()}.difference(entry.msgid.casefold().split()))
    frequent = (word for word, times in counts.most_common(_FREQUENT) if times >= _OFTEN and word.isalpha())
    family = relatives(whole.language)
    return decisive_words(whole.language).union(word for word in frequent if languages_of(word) <= family)


def _strange_forms(subject: Subject, common: frozenset[str], letters: re.Pattern[str]) -> Iterator[Remark]:
    for form, text in enumerate(subject.texts):
        if len(text.folded) < _FEWEST_WORDS or text.raw in subject.sources or not letters.search(text.raw):
            continue
        found = _strange(text, subject.source_texts[0], common)
        if found:
            yield Remark(f"it seems to be in {_name(found)}, not in {_name(text.language)}", form=form)
            return


def _strange(text: Text, source: Text, common: frozenset[str]) -> str | None:
    """Return the language that a text is in, if it is another one."""
    words = text.folded
    if found := _by_letters(text, source):
        return found
    own = sum(map(common.__contains__, words))
    if own >= _OWN_SHARE * len(words):
        return None
    return _by_words(text, source, common) or _by_classifier(text.language, _without(text, source), clear=not own)


def _by_letters(text: Text, source: Text) -> str | None:
    """Tell a near relative by letters that one of the two languages lacks."""
    language = text.language
    if language in STRANGE_LETTERS:
        letters, other = STRANGE_LETTERS[language]
        found = sum(map(text.raw.count, letters)) - sum(map(source.raw.count, letters))
        return other if found >= _STRANGE_LETTERS and found * _A_LINE >= len(text.raw) else None
    if language in NEEDED_LETTERS and len(text.raw) >= _TWO_LINES:
        letters, other = NEEDED_LETTERS[language]
        missing = not any(letter in text.raw.lower() for letter in letters)
        return other if missing and len(_without(text, source)) >= _TWO_LINES else None
    return None


def _by_words(text: Text, source: Text, common: frozenset[str]) -> str | None:
    """Tell the language by words that it has and the catalogue's has not."""
    usual = function_words(text.language)
    if not usual:
        return None
    strange = text.vocabulary - source.vocabulary - usual - common
    counts = Counter(language for word in strange for language in languages_of(word))
    # Of languages that have as many the first by name, so that each run says the same.
    best = min(counts.items(), key=lambda pair: (-pair[1], pair[0]), default=None)
    if best is None:
        return None
    language, times = best
    needed = _RELATED if language in relatives(text.language) else _STRANGE
    against = len((text.vocabulary & (usual | common)) - function_words(language))
    clear = times >= needed and times >= _STRANGE_SHARE * len(text.words) and times > 2 * against
    return language if clear else None


def _without(text: Text, source: Text) -> str:
    """Return the words of a text that its source lacks: names and code are of no language."""
    return " ".join(word for word in text.words if word.casefold() not in source.vocabulary)


def _by_classifier(expected: str, text: str, *, clear: bool = False) -> str | None:
    """Ask the classifier; of a shorter text only if it is ``clear`` of words of the expected language."""
    if len(text) < (_HALF_LONG if clear else _LONG):
        return None
    family, identifier, lower = relatives(expected), _identifier(), text.lower()
    found = identifier.classify(lower)[0]
    if found in family:
        return None
    chances = dict(identifier.rank(lower))
    if expected not in chances:
        return None
    # Relatives share what the text is surely of: it may be Spanish, Galician or Catalan.
    of_other = sum(chances.get(language, 0.0) for language in relatives(found) - family)
    of_family = sum(chances.get(language, 0.0) for language in family)
    return found if of_other >= _SURE and of_family < _HARDLY else None


@cache
def _identifier() -> "LanguageIdentifier":
    # numpy and the model take a fifth of a second.
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


def _language_of_catalogue(whole: Whole) -> str | None:
    """Return the language that most of a catalogue's long entries are in, if it is another than the locale's."""
    letters, texts = 0, []
    for entry in whole.catalogue.messages:
        form = entry.msgstr[0]
        if len(form) >= _LONG // 2 and form != entry.msgid and letters < _LETTERS_OF_CATALOGUE:
            texts.append(Text(form, whole.locale))
            letters += len(form)
    if letters < _ENOUGH_LETTERS:
        return None
    words = [word for text in texts for word in text.folded]
    own = sum(word in function_words(whole.language) for word in words)
    if own >= _OWN_SHARE * len(words) / 2:
        return None
    return _by_classifier(whole.language, " ".join(words))


def _without_kana(subject: Subject) -> Iterable[Remark]:
    """Find Japanese without kana, which only a short title is: more is likely Chinese."""
    for form, text in enumerate(subject.entry.msgstr):
        if text and text not in subject.sources and not _KANA.search(text) and len(_HAN.findall(text)) >= _HAN_ALONE:
            yield Remark("it has no kana and seems to be in Chinese, not in Japanese", form=form)
            return


def _name(language: str) -> str:
    from l10n_tool.languages import Language

    try:
        return Language(language).english_name
    except ValueError:
        return language


CHECK: Final = Check(
    name="wrong-language",
    severity=Severity.WARNING,
    summary="The translation is in the language of its locale.",
    explanation=(
        "A text with none of the words that are frequent in the language or in the catalogue, and with those of "
        "another language, was put into the wrong file; so was a longer one that a classifier (py3langid) is sure "
        "about. Where most of a catalogue is in another language, that is said once, of the whole file. Near "
        "relatives such as Norwegian and Danish are told apart only by several words that one of them lacks. "
        "Put the right translation in; a text that is meant to be in another language can be left."
    ),
    of_entries=_of_entries,
    of_catalogue=_of_catalogue,
)
