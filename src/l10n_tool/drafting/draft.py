"""Drafting: what to send, how markup is kept, what to accept."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from typing import Final

from l10n_tool.catalogue import Entry, PluralForms, cldr_plural_forms
from l10n_tool.drafting.acceptance import lost_in, lost_number, soft_marks_only, unusable, unwanted
from l10n_tool.drafting.engine import Drafted, Engine, Recall, Rejected
from l10n_tool.drafting.schemes import SUPERBLANK_CLOSE, SUPERBLANK_OPEN, LostMarks, Masked, Scheme, mask
from l10n_tool.markup.marks import Kind, count_marks
from l10n_tool.sentences import Sentence, join_sentences, split_sentences

__all__ = ["characters", "draft_entries", "draft_text"]

_NEW_LINES: Final = re.compile(r"[ \t]*[\r\n\v\f\x85\u2028\u2029]+[ \t]*")
_SPACES: Final = re.compile(" {2,}")
_LETTER: Final = re.compile(r"[^\W\d_]")
# ICU messages hold sentences of their own inside the braces, in forms that differ by language.
_ICU_CHOICE: Final = re.compile(r"\{\s*\w+\s*,\s*(?:plural|select|selectordinal)\b")
_WRITTEN_MARK: Final = re.compile(rf"\{{\{{\d+\}}\}}|__\d+__|</?x\d+/?>|{SUPERBLANK_OPEN}\d+{SUPERBLANK_CLOSE}")

_NOTHING_TO_TRANSLATE: Final = "There is nothing to translate in it; the source stands as it is."
_IN_PIECES: Final = "It was translated in pieces, between its marks: read it with care."
_WITHOUT_EMPHASIS: Final = "Bold or emphasis is missing: put the marks where they belong."
_HIGHEST_COUNT: Final = 1001


def draft_text(engine: Engine, text: str, *, markdown: bool, target: str, source: str = "en") -> Drafted:
    """Return an engine's draft of one text; ``markdown`` says that the text is the inside of a Markdown block.

    The draft has the marks of the text, its numbers and the white space at its ends. Raises Rejected where no such
    draft is to be had, and lets the engine's ServiceError through.
    """
    return _Task(engine, text.strip(), markdown, target, source).draft().around(text)


@dataclass(frozen=True, slots=True)
class _Draft:
    """A draft of a text without the white space at its ends."""

    text: str
    note: str = ""

    def around(self, source: str) -> Drafted:
        """Return the draft with the white space at the source's ends."""
        bare = source.strip()
        start = source.find(bare)
        whole = source[:start] + self.text.strip() + source[start + len(bare) :] if bare else source
        return Drafted((whole,), (self.note,) if self.note else ())


@dataclass(frozen=True, slots=True)
class _Task:
    """One text to draft, without white space at its ends."""

    engine: Engine
    text: str
    markdown: bool
    target: str
    source: str

    def draft(self) -> _Draft:
        """Try the engine's ways of writing marks, then the pieces between them, then the words without emphasis."""
        if _ICU_CHOICE.search(self.text):
            raise Rejected("It holds a plural or a choice in ICU's form, which an engine cannot translate.")
        masked = mask(self.text, markdown=self.markdown)
        if not _LETTER.search(masked.plain):
            return _Draft(self.text, _NOTHING_TO_TRANSLATE)
        reason = ""
        for way in self._ways(masked):
            try:
                return way()
            except LostMarks as lost:
                reason = reason or lost.reason
        raise Rejected(reason)

    def _ways(self, masked: Masked) -> Iterator[Callable[[], _Draft]]:
        schemes = [scheme for scheme in self.engine.markup if masked.usable(scheme)]
        for scheme in schemes if masked.marks else schemes[:1] or [Scheme.WHOLE]:
            yield partial(self._by_scheme, masked, scheme)
        if not masked.marks or schemes == [Scheme.WHOLE]:
            return
        yield partial(self._in_pieces, masked)
        if soft_marks_only(self.text, markdown=self.markdown):
            yield partial(self._without_emphasis, masked)

    def _by_scheme(self, masked: Masked, scheme: Scheme) -> _Draft:
        answer = self._ask(masked.write(scheme))
        draft = masked.read(answer, scheme).strip()
        self.verify(draft, same_is_fine=scheme is Scheme.WHOLE and bool(self.engine.markup))
        return _Draft(draft)

    def _in_pieces(self, masked: Masked) -> _Draft:
        try:
            draft = masked.join([self._piece(words) for words in masked.words])
        except Rejected as rejected:
            raise LostMarks(rejected.reason) from rejected
        self.verify(draft)
        return _Draft(draft, _IN_PIECES)

    def _piece(self, words: str) -> str:
        bare = words.strip()
        if not _LETTER.search(bare):
            return words
        start = words.find(bare)
        return words[:start] + self._ask(bare).strip() + words[start + len(bare) :]

    def _without_emphasis(self, masked: Masked) -> _Draft:
        plain = replace(self, text=masked.plain)
        draft = self._ask(plain.text).strip()
        plain.verify(draft)
        return _Draft(draft, _WITHOUT_EMPHASIS)

    def verify(self, draft: str, *, same_is_fine: bool = False) -> None:
        """Raise LostMarks where marks or numbers differ from the source's, Rejected where the words cannot be right."""
        if lost := lost_in(self.text, draft, markdown=self.markdown):
            raise LostMarks(lost)
        source, words = (mask(text, markdown=self.markdown).plain for text in (self.text, draft))
        if number := lost_number(source, words):
            raise LostMarks(f"The draft lacks a number ({number}).")
        if not same_is_fine and (reason := unwanted(source, words)):
            raise Rejected(reason)

    def _ask(self, text: str) -> str:
        """Return the engine's answer in NFC and on one line; a text over its limit goes sentence by sentence."""
        if self._fits(text):
            return self._ask_one(text)
        sentences = self._sentences(text)
        answers = [self._ask_one(sentence.text) for sentence in sentences]
        return join_sentences(answers, [sentence.gap for sentence in sentences[:-1]], self.target)

    def _sentences(self, text: str) -> list[Sentence]:
        """Return the sentences of a text in which marks are written for the engine."""
        # An empty tag is no word, and goes with the sentence that it touches: a written mark does the same.
        shadow = _WRITTEN_MARK.sub(lambda mark: f"<{'x' * (len(mark[0]) - 2)}>", text)
        sentences, at = [], 0
        for sentence in split_sentences(shadow, self.source, markdown=self.markdown):
            end, after = at + len(sentence.text), at + len(sentence.text) + len(sentence.gap)
            sentences.append(Sentence(text[at:end], text[end:after]))
            at = after
        return sentences

    def _fits(self, text: str) -> bool:
        return not self.engine.limit or len(text) <= self.engine.limit

    def _ask_one(self, text: str) -> str:
        if not self._fits(text):
            raise Rejected(f"A sentence of it is longer than the {self.engine.limit} characters that the engine takes.")
        answer = self.engine.translate(text)
        if reason := unusable(answer, text, local=self.engine.local):
            raise Rejected(reason)
        tidy = _NEW_LINES.sub(" ", unicodedata.normalize("NFC", answer).strip())
        return tidy if "  " in text else _SPACES.sub(" ", tidy)


def draft_entries(
    entries: Iterable[Entry],
    engine: Engine,
    *,
    target: str,
    markdown: Callable[[Entry], bool],
    plurals: PluralForms | None = None,
    source: str = "en",
) -> Iterator[tuple[Entry, Drafted | Rejected]]:
    """Yield each entry with what the engine makes of it; the next is asked for when the caller comes back.

    The engine's ServiceError ends the iteration; what was yielded before stands. Entries come back as they are: it
    is the caller who puts a draft into one, and leaves out those that need none.
    """
    forms = plurals or cldr_plural_forms(target)
    for entry in entries:
        try:
            yield entry, _draft_entry(engine, entry, _Way(target, source, markdown(entry)), forms)
        except Rejected as rejected:
            yield entry, rejected


@dataclass(frozen=True, slots=True)
class _Way:
    """From which language to which, and whether the texts are Markdown."""

    target: str
    source: str
    markdown: bool


def _draft_entry(engine: Engine, entry: Entry, way: _Way, plurals: PluralForms) -> Drafted:
    if isinstance(engine, Recall):
        recalled = engine.recall(entry)
        if recalled is None:
            raise Rejected(f"There is nothing like it in {engine.name}.")
        return Drafted(recalled)
    drafts = {
        text: draft_text(engine, text, markdown=way.markdown, target=way.target, source=way.source)
        for text in dict.fromkeys(_sources(entry, plurals))
    }
    notes = dict.fromkeys(note for draft in drafts.values() for note in draft.notes)
    return Drafted(tuple(drafts[text].text for text in _sources(entry, plurals)), tuple(notes))


def _sources(entry: Entry, plurals: PluralForms) -> list[str]:
    """Return what each form is drafted from, in order: msgid for the form of one, msgid_plural for the others.

    A form that serves other counts too, as in Russian for 21, takes msgid only where it names the number.
    """
    if entry.msgid_plural is None:
        return [entry.msgid]
    one = plurals.index(1)
    alone = all(plurals.index(n) != one for n in range(_HIGHEST_COUNT) if n != 1)
    singular = entry.msgid if alone or _placeholders(entry.msgid) == _placeholders(entry.msgid_plural) else None
    if plurals.count == 1 or singular is None:
        return [entry.msgid_plural] * plurals.count
    return [singular if form == one else entry.msgid_plural for form in range(plurals.count)]


def _placeholders(text: str) -> int:
    marks = count_marks(text, markdown=False)
    return sum(times for (kind, _), times in marks.items() if kind == Kind.PLACEHOLDER)


def characters(
    entries: Iterable[Entry],
    engine: Engine,
    *,
    target: str,
    markdown: Callable[[Entry], bool],
    plurals: PluralForms | None = None,
) -> int:
    """Return how many characters the engine would be sent for these entries if its first scheme works for each."""
    forms = plurals or cldr_plural_forms(target)
    return sum(
        _length(engine, text, markdown=markdown(entry))
        for entry in entries
        for text in dict.fromkeys(_sources(entry, forms))
    )


def _length(engine: Engine, text: str, *, markdown: bool) -> int:
    masked = mask(text.strip(), markdown=markdown)
    if _ICU_CHOICE.search(text) or not _LETTER.search(masked.plain):
        return 0
    scheme = next((scheme for scheme in engine.markup if masked.usable(scheme)), Scheme.WHOLE)
    return len(masked.write(scheme))
