"""Translations back into HTML, so that nothing comes in that the source has not."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import accumulate, zip_longest
from typing import Final, NamedTuple

from l10n_tool.document import AS_IS, Reading
from l10n_tool.markup.html_tokens import What, spaces_folded, tokens_of
from l10n_tool.sources._html_elements import OpenElements
from l10n_tool.sources._html_pieces import Piece, Style, is_xml
from l10n_tool.sources._html_runs import SPACE, Inline, Part, decoded, runs_of

__all__ = ["TextError", "skeleton", "write_piece", "write_pieces"]


class TextError(ValueError):
    """A text that cannot stand in its place; the message says why, ``index`` which piece it is."""

    def __init__(self, message: str, index: int = 0) -> None:
        super().__init__(message)
        self.message, self.index = message, index


# Neither HTML nor XML can hold them, whatever a source has; half a surrogate pair is no UTF-8.
_FORBIDDEN: Final = re.compile("[\0-\x08\x0b\x0e-\x1f\x7f\ufffe\uffff\ud800-\udfff]")
_ESCAPES: Final = {ord("&"): "&amp;", ord("<"): "&lt;", ord(">"): "&gt;"}
_EMPTY: Final = "the translation has no words"
_IN_QUOTES: Final = {Style.DOUBLE: ('"', "&quot;"), Style.SINGLE: ("'", "&#39;"), Style.BARE: ('"', "&quot;")}


def write_piece(raw: str, style: str, text: str, reading: Reading = AS_IS) -> str:
    """Return what takes the place of ``raw``, the source of a piece, so that it reads as ``text``.

    The tags are the source's own, byte for byte, and as many, each closed in its place; every other ``<`` is text.
    Raises TextError where a tag is missing or too much, or the text is empty, or has a
    control character that the source lacks.
    """
    if style in {Style.RUN, Style.PRE}:
        return _write_run(raw, text.strip(SPACE), reading, pre=style == Style.PRE)
    plain, escapes = _characters(text, raw).strip(SPACE), _escapes(raw)
    if not plain:
        raise TextError(_EMPTY)
    if style == Style.TEXTAREA:
        return plain.translate(escapes)
    if style == Style.TITLE:
        return spaces_folded(plain).translate(escapes)
    quote, reference = _IN_QUOTES[Style(style)]
    value = plain.translate(_ESCAPES | {ord(quote): reference, ord("\n"): "&#10;"} | _no_break(raw))
    return f"{quote}{value}{quote}" if style == Style.BARE else value


def _characters(text: str, raw: str) -> str:
    """Return the characters of a translation, with line feeds for line ends."""
    text = decoded(text).replace("\r\n", "\n").replace("\r", "\n")
    bad = sorted(sign for sign in set(_FORBIDDEN.findall(text)) if sign not in raw)
    if bad:
        raise TextError(f"the translation has the character U+{ord(bad[0]):04X}, which HTML cannot hold")
    return text


def _escapes(raw: str) -> dict[int, str]:
    """Return how characters are written in a text: a no-break space and a line end as its source writes them."""
    line_end = {ord("\n"): "\r\n"} if "\r\n" in raw else {}
    return _ESCAPES | line_end | _no_break(raw)


def _no_break(raw: str) -> dict[int, str]:
    return {0xA0: "&nbsp;"} if "&nbsp;" in raw else {}


def skeleton(text: str, reading: Reading = AS_IS) -> Counter[str]:
    """Count what a run, or a msgid made of one, holds besides words: its tags, and what must stay as it is."""
    return Counter(part.shown for part in _parts(text, reading, pre=False) if part.what is not What.TEXT)


def _parts(raw: str, reading: Reading, *, pre: bool) -> tuple[Part, ...]:
    inline = Inline(raw, OpenElements(reading.locale, code=pre, pre=pre))
    for token in tokens_of(raw):
        inline.take(token)
    return next(runs_of(raw, inline.items, pre=pre), ())


def _write_run(raw: str, text: str, reading: Reading, *, pre: bool) -> str:
    tags = _Tags(raw, [part for part in _parts(raw, reading, pre=pre) if part.what is not What.TEXT])
    escapes, written, empty = _escapes(raw), [], True
    for word, is_tag in _split(text, tags.root):
        if is_tag:
            written.append(tags.take(word))
            continue
        plain = _characters(word, raw)
        empty = empty and not plain.strip()
        written.append((plain if pre else spaces_folded(plain)).translate(escapes))
    if empty:
        raise TextError(_EMPTY)
    tags.close()
    return "".join(written)


@dataclass(slots=True)
class _Node:
    """A place in the tree of a run's tags, cut after each ``>``; ``whole`` is whether a tag ends here."""

    next: dict[str, "_Node"] = field(default_factory=dict)
    lengths: set[int] = field(default_factory=set)
    whole: bool = False


class _Tags:
    """The tags of a source run, and which of them a translation has taken."""

    def __init__(self, raw: str, parts: Sequence[Part]) -> None:
        self.root = _Node()
        self._wanted = Counter(part.shown for part in parts)
        self._sources: dict[str, list[str]] = {}
        self._what = {part.shown: part.what for part in parts}
        self._found: Counter[str] = Counter()
        self._opened: list[str] = []
        self._stray: list[str] = []
        for part in parts:
            self._sources.setdefault(part.shown, []).append(raw[part.start : part.end])
        for shown in self._sources:
            self._grow(shown)

    def _grow(self, shown: str) -> None:
        node = self.root
        for chunk in re.findall("[^>]*>", shown):
            node.lengths.add(len(chunk))
            node = node.next.setdefault(chunk, _Node())
        node.whole = True

    def take(self, shown: str) -> str:
        """Return the source of a tag; of several that look the same in their order."""
        self._nest(shown)
        sources = self._sources[shown]
        at = min(self._found[shown], len(sources) - 1)
        self._found[shown] += 1
        return sources[at]

    def _nest(self, shown: str) -> None:
        if self._what[shown] is What.START:
            self._opened.append(shown)
        elif self._what[shown] is What.END:
            if self._opened and _name(self._opened[-1]) == _name(shown):
                self._opened.pop()
            else:
                self._stray.append(shown)

    def close(self) -> None:
        """Raise TextError where the translation's tags are not the source's, each closed in its place."""
        missing, extra = self._wanted - self._found, self._found - self._wanted
        problems = [f"{tag} is missing" for tag in missing] + [f"{tag} is too much" for tag in extra]
        problems += [f"{tag} closes no tag that is open there" for tag in self._stray if not problems]
        problems += [f"{tag} is not closed in its place" for tag in self._opened if not problems]
        if problems:
            raise TextError("; ".join(problems[:_MOST]))


_MOST: Final = 4


def _name(tag: str) -> str:
    return re.split(r"[ />]", tag.lstrip("</"), maxsplit=1)[0].lower()


def _split(text: str, root: _Node) -> Iterator[tuple[str, bool]]:
    """Yield the texts and the tags of a translation: what is one of the source's own, letter by letter, is a tag."""
    ends = [match.end() for match in re.finditer(">", text)]
    at, begin = 0, text.find("<")
    while begin >= 0:
        end = _tag_end(text, begin, ends, root)
        if end < 0:
            begin = text.find("<", begin + 1)
            continue
        yield text[at:begin], False
        yield text[begin:end], True
        at, begin = end, text.find("<", end)
    yield text[at:], False


def _tag_end(text: str, begin: int, ends: Sequence[int], node: _Node) -> int:
    """Return where the longest tag that begins here ends, or -1; each step looks at no more than one tag."""
    found, at = -1, begin
    index = bisect_right(ends, begin)
    while index < len(ends) and ends[index] - at in node.lengths:
        known = node.next.get(text[at : ends[index]])
        if known is None:
            break
        node, at = known, ends[index]
        found = at if node.whole else found
        index += 1
    return found


class _Edit(NamedTuple):
    """What takes the place of these characters, for the piece of this index.

    ``raw`` is the source whose tags ``new`` holds in another order; ``None`` where it holds none.
    """

    start: int
    end: int
    new: str
    piece: int
    raw: str | None = None


def write_pieces(
    html: str, pieces: Sequence[Piece], texts: Mapping[int, str], reading: Reading = AS_IS, *, name: str = ""
) -> str:
    """Return the HTML with the texts of these pieces, by their index; a text that is a piece's own changes nothing.

    The result is read again: it has the tags of the source, each in its place. Raises TextError with the piece's index.
    ``name`` is the file's.
    """
    changed = {index: text for index, text in texts.items() if text != pieces[index].text}
    if not changed:
        return html
    edits = sorted(_edits(html, pieces, changed, reading))
    result = _spliced(html, edits)
    _verify(html, result, edits, xml=is_xml(name))
    return result


def _edits(html: str, pieces: Sequence[Piece], texts: Mapping[int, str], reading: Reading) -> Iterator[_Edit]:
    """Yield edits that do not overlap: the attributes in a run that changes too are part of its edit."""
    inner: dict[int, list[_Edit]] = {}
    for index in sorted(texts):
        piece = pieces[index]
        if piece.inside in texts:
            edit = _edit(pieces[index], html[piece.start : piece.end], index, texts[index], reading)
            offset = pieces[piece.inside].start
            inner.setdefault(piece.inside, []).append(edit._replace(start=edit.start - offset, end=edit.end - offset))
    for index, text in texts.items():
        piece = pieces[index]
        if piece.inside not in texts:
            raw = _spliced(html[piece.start : piece.end], inner.get(index, ()))
            yield _edit(piece, raw, index, text, reading)


def _edit(piece: Piece, raw: str, index: int, text: str, reading: Reading) -> _Edit:
    try:
        new = write_piece(raw, piece.style, text, reading)
    except TextError as error:
        raise TextError(error.message, index) from None
    return _Edit(piece.start, piece.end, new, index, raw if piece.style in {Style.RUN, Style.PRE} else None)


def _spliced(html: str, edits: Iterable[_Edit]) -> str:
    parts, at = [], 0
    for edit in edits:
        parts += [html[at : edit.start], edit.new]
        at = edit.end
    return "".join([*parts, html[at:]])


class _Mark(NamedTuple):
    """A token that is no text, as browsers see it: what must be the same in the result."""

    start: int
    end: int
    what: What
    name: str
    attributes: tuple[str, ...]


def _verify(html: str, result: str, edits: Sequence[_Edit], *, xml: bool) -> None:
    """Raise TextError where a tag outside the edits is not where it was, or one inside them is not the source's."""
    shifts = list(accumulate((len(edit.new) - (edit.end - edit.start) for edit in edits), initial=0))
    moved = [
        edit._replace(start=edit.start + shift, end=edit.start + shift + len(edit.new))
        for edit, shift in zip(edits, shifts, strict=False)
    ]
    ends = [edit.end for edit in edits]
    before = [
        mark._replace(
            start=mark.start + shifts[bisect_right(ends, mark.start)],
            end=mark.end + shifts[bisect_right(ends, mark.end)],
        )
        for mark in _marks(html, edits, xml=xml)[0]
    ]
    after, inside = _marks(result, moved, xml=xml)
    for ours, theirs in zip_longest(before, after):
        if ours != theirs:
            raise TextError(_CHANGED, _nearest(moved, ours or theirs))
    for edit in edits:
        if inside[edit.piece] != _tags_in(edit.raw or "", xml=xml):
            raise TextError(_CHANGED, edit.piece)


_CHANGED: Final = "the translation changes the tags of the page"


def _nearest(edits: Sequence[_Edit], mark: _Mark | None) -> int:
    """Return the piece of the last edit that begins before a mark."""
    starts = [edit.start for edit in edits]
    at = bisect_right(starts, mark.start) if mark else 0
    return edits[max(at - 1, 0)].piece


def _tags_in(html: str, *, xml: bool) -> Counter[str]:
    return Counter(html[t.start : t.end] for t in tokens_of(html, xml=xml) if t.what is not What.TEXT)


def _marks(html: str, edits: Sequence[_Edit], *, xml: bool) -> tuple[list[_Mark], dict[int, Counter[str]]]:
    """Return the marks outside of the edits of runs, and of those inside the source of each."""
    starts = [edit.start for edit in edits]
    outside: list[_Mark] = []
    inside: dict[int, Counter[str]] = {edit.piece: Counter() for edit in edits}
    for token in tokens_of(html, xml=xml):
        if token.what is What.TEXT:
            continue
        edit = edits[bisect_right(starts, token.start) - 1] if edits else None
        if edit and edit.raw is not None and edit.start <= token.start and token.end <= edit.end:
            inside[edit.piece][html[token.start : token.end]] += 1
        else:
            names = tuple(name for name, _ in token.attributes)
            outside.append(_Mark(token.start, token.end, token.what, token.name, names))
    return outside, inside
