"""``other-locale``: a translation is not, letter by letter, that of another locale."""

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from l10n_tool.catalogue import Entry
from l10n_tool.checks.finding import Severity
from l10n_tool.checks.model import Check, Remark, Whole
from l10n_tool.facts.text import Text
from l10n_tool.languages import language_of

__all__ = ["CHECK"]

#: Shorter texts may be the same in two languages.
_LEAST_LETTERS: Final = 20
_LEAST_WORDS: Final = 3
#: More of one pair of locales are told in one finding: a file was copied.
_MOST: Final = 8
#: Languages of which two often write a whole sentence in the same letters.
_RELATED: Final = tuple(map(frozenset, (
    {"cs", "sk"}, {"hr", "bs", "sr", "sh", "cnr", "sl", "mk"}, {"no", "nb", "nn", "da", "sv"}, {"id", "ms", "jv", "su"},
    {"es", "gl", "ast", "pt", "ca", "an", "oc", "mwl"}, {"bg", "mk"}, {"hi", "mr", "ne", "bho", "mai"}, {"zh", "yue"},
    {"fa", "prs"}, {"be", "uk", "ru"}, {"de", "gsw", "lb"}, {"nl", "af", "fy"}, {"it", "scn", "lmo", "co"},
    {"tr", "az", "crh"}, {"ar", "ary", "arz"}, {"dsb", "hsb"}, {"fil", "tl", "ceb"}, {"kk", "ky"}, {"uz", "ug"},
)))  # fmt: skip
_LETTER: Final = re.compile(r"[^\W\d_]")
#: The share of a text's words that the rest of its catalogue knows: up to this one it may be foreign there. Between
#: related languages the one catalogue knows nearly all of them, and the other none.
_FOREIGN: Final = 0.6
_KNOWN: Final = 0.75


class _Shared(NamedTuple):
    """A text that two locales have for the same source; the numbers are those of their catalogues."""

    one: int
    other: int
    entries: tuple[Entry, Entry]


def _other_locale(wholes: Sequence[Whole]) -> Iterator[tuple[Whole, Remark]]:
    pairs: dict[tuple[int, int], list[_Shared]] = {}
    for shared in _shared(wholes):
        pairs.setdefault((shared.one, shared.other), []).append(shared)
    for (one, other), found in pairs.items():
        for at, entry, its in _blamed(wholes, one, other, found):
            theirs = wholes[other if at == one else one].locale
            yield wholes[at], _remark(entry, its, theirs)


def _shared(wholes: Sequence[Whole]) -> Iterator[_Shared]:
    """Yield the texts that locales of two languages share, for one source."""
    seen: dict[tuple[tuple[str | None, str], str], tuple[int, Entry]] = {}
    for at, whole in enumerate(wholes):
        for entry in whole.catalogue.messages:
            text = entry.msgstr[0]
            if len(text) < _LEAST_LETTERS or text == entry.msgid:
                continue
            first = seen.setdefault((entry.key, text), (at, entry))
            if first[0] != at and _may_differ(wholes[first[0]], whole) and _is_text(entry, whole):
                yield _Shared(first[0], at, (first[1], entry))


def _may_differ(one: Whole, other: Whole) -> bool:
    return language_of(one.locale) != language_of(other.locale)


def _is_text(entry: Entry, whole: Whole) -> bool:
    """Whether a translation has letters and words enough that its source has not."""
    text = Text(entry.msgstr[0], whole.locale)
    own = [word for word in text.folded if word not in whole.sources[entry.msgid].vocabulary]
    letters = len(_LETTER.findall(text.prose))
    spaced = len(own) >= _LEAST_WORDS or (len(own) > 0 and not text.raw.isascii() and " " not in text.raw)
    return letters >= _LEAST_LETTERS and spaced


_Blamed = tuple[int, Entry, int]


def _blamed(wholes: Sequence[Whole], one: int, other: int, found: Sequence[_Shared]) -> Iterator[_Blamed]:
    """Yield the entries that are in the wrong language, by what the rest of each catalogue knows of their words.

    Of many of a pair of locales the first stands for all; its number says how many there are.
    """
    related = any({wholes[one].language, wholes[other].language} <= group for group in _RELATED)
    sources = {shared.entries[0].key for shared in found}
    words = {at: _words(wholes[at], sources) for at in (one, other)}
    blamed: dict[int, list[Entry]] = {one: [], other: []}
    for shared in found:
        shares = [_share(shared.entries[side], wholes[at], words[at]) for side, at in enumerate((one, other))]
        for side, at in enumerate((one, other)):
            if _is_foreign(shares[side], shares[1 - side], related=related):
                blamed[at].append(shared.entries[side])
    for at, entries in blamed.items():
        if len(entries) > _MOST:
            yield at, entries[0], len(entries)
        else:
            yield from ((at, entry, 1) for entry in entries)


def _is_foreign(ours: float, theirs: float, *, related: bool) -> bool:
    if related:
        return ours == 0 and theirs >= _KNOWN
    return ours <= theirs and ours < _FOREIGN


def _words(whole: Whole, without: set[tuple[str | None, str]]) -> frozenset[str]:
    """Return the words of a catalogue's translations but those of some sources."""
    texts = (entry.msgstr[0] for entry in whole.catalogue.messages if entry.key not in without)
    return Text("\n".join(texts), whole.locale).vocabulary


def _share(entry: Entry, whole: Whole, known: frozenset[str]) -> float:
    own = [w for w in Text(entry.msgstr[0], whole.locale).folded if w not in whole.sources[entry.msgid].vocabulary]
    return sum(word in known for word in own) / max(len(own), 1)


def _remark(entry: Entry, count: int, other: str) -> Remark:
    more = f"; so are {count - 1} more of this file" if count > 1 else ""
    message = f"it is the translation into {other}, letter by letter{more}; one of the two is in the wrong place"
    return Remark(message, entry=entry, marks=((0, len(entry.msgstr[0])),))


CHECK: Final = Check(
    name="other-locale",
    severity=Severity.WARNING,
    summary="A translation is not the text of another locale.",
    explanation=(
        "The text is, letter by letter, what another locale has for the same source: it was pasted into the wrong "
        "file, or the file was begun as a copy. Where the rest of the two catalogues shows whose words they are, only "
        "the other one is told, else both. Texts of 20 letters and more are compared, not those that are the source, "
        "and not between locales of one language; closely related languages have to differ in their words. Translate "
        "the text anew."
    ),
    of_locales=_other_locale,
)
