"""HTML pages: the texts that readers see or hear, and every other byte as the author wrote it."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate
from typing import Final

from l10n_tool.document import AS_IS, BOM, Block, Document, Reading, StructureError, Use, decode
from l10n_tool.errors import FileError, Place
from l10n_tool.languages import Language
from l10n_tool.markup.html_tokens import RAW, Token, What, tokens_of
from l10n_tool.notes import NoteReader
from l10n_tool.sources._html_attributes import Attribute, attributes_of
from l10n_tool.sources._html_elements import primary
from l10n_tool.sources._html_pieces import Style, is_xml
from l10n_tool.sources.html_text import Piece, TextError, find_pieces, write_pieces

__all__ = ["HtmlSource"]


class HtmlSource:
    """Pages and parts of pages in HTML, also in the syntax of XML."""

    use: Final = Use.FILE

    def read(self, name: str, data: bytes, reading: Reading = AS_IS) -> Document:
        """Return the document; html_text says what is a text and how a translator sees it.

        Raises FileError for bytes that are not UTF-8 or say that they are not, for a note that is none of ours, for
        a tag or comment without an end, and for a page in another language than the source's.
        """
        html = decode(name, data, "page")
        tokens = tokens_of(html, xml=is_xml(name))
        _refuse_unreadable(name, html, tokens)
        pieces = _pieces(name, html, reading, tokens)
        if not pieces:
            _refuse_another_language(name, html, tokens, reading)
        places = _byte_places(html, pieces, len(data) - len(data.removeprefix(BOM)))
        return Document(name, data, tuple(map(_block, pieces, places)), reading=reading)

    def write(self, document: Document, translations: Mapping[int, str], target: Language | None = None) -> bytes:
        """Return the page with these texts replaced, and with the language and direction of ``target``.

        The result is read again: it has the tags of the source, each in its place. Raises StructureError where a
        translation lacks one, has another, or cannot stand in HTML.
        """
        changed = {index: text for index, text in translations.items() if text != document.blocks[index].text}
        if not changed:
            return document.data
        return _in_bytes(document, _in_target(document, _written(document, changed), target))

    def marked(
        self, document: Document, translations: Mapping[int, str], target: Language, marks: tuple[str, str]
    ) -> bytes:
        """Return the page with each text that has no translation marked, and a notice at the top of its body.

        What stands in an attribute, a title or a text field can hold no mark: of that the notice speaks.
        """
        changed = {index: text for index, text in translations.items() if text != document.blocks[index].text}
        html = _written(document, changed)
        missing = [index for index in range(len(document.blocks)) if index not in translations]
        return _in_bytes(document, _in_target(document, _with_marks(document, html, missing, marks), target))


def _written(document: Document, changed: Mapping[int, str]) -> str:
    html = decode(document.name, document.data, "page")
    if not changed:
        return html
    pieces = _pieces(document.name, html, document.reading)
    try:
        return write_pieces(html, pieces, changed, document.reading, name=document.name)
    except TextError as error:
        raise StructureError(document, error.index, error.message) from None


def _with_marks(document: Document, html: str, missing: Iterable[int], marks: tuple[str, str]) -> str:
    attributes, notice = marks
    tokens = tokens_of(html, xml=is_xml(document.name))
    pieces = _pieces(document.name, html, document.reading, tokens)
    body = next((token.end for token in tokens if token.name == "body" and token.what is What.START), 0)
    edits = [(body, notice)]
    for piece in (pieces[index] for index in missing):
        if piece.style in {Style.RUN, Style.PRE}:
            edits += [(piece.start, f"<span {attributes}>"), (piece.end, "</span>")]
    # At one place an end goes before a beginning.
    for at, text in sorted(edits, reverse=True):
        html = html[:at] + text + html[at:]
    return html


def _in_target(document: Document, html: str, target: Language | None) -> str:
    if target is None:
        return html
    return _in_language(html, target, Language(document.reading.locale), xml=is_xml(document.name))


def _in_bytes(document: Document, html: str) -> bytes:
    return document.data[: len(document.data) - len(document.data.removeprefix(BOM))] + html.encode()


def _pieces(name: str, html: str, reading: Reading, tokens: Sequence[Token] | None = None) -> tuple[Piece, ...]:
    notes = NoteReader(name)
    pieces = find_pieces(html, notes, reading, tokens=tokens)
    notes.close()
    return pieces


def _block(piece: Piece, place: tuple[int, int]) -> Block:
    return Block(
        text=piece.text,
        kind=piece.kind,
        start=place[0],
        end=place[1],
        line=piece.line,
        section=piece.section,
        style=piece.style,
        notes=piece.notes,
    )


def _byte_places(html: str, pieces: Sequence[Piece], offset: int) -> Iterator[tuple[int, int]]:
    """Yield where each piece begins and ends in bytes, after a byte order mark of ``offset`` bytes."""
    if html.isascii():
        yield from ((piece.start + offset, piece.end + offset) for piece in pieces)
        return
    places = sorted({place for piece in pieces for place in (piece.start, piece.end)})
    sizes = (len(html[a:b].encode()) for a, b in zip([0, *places], places, strict=False))
    in_bytes = dict(zip(places, accumulate(sizes), strict=True))
    yield from ((in_bytes[piece.start] + offset, in_bytes[piece.end] + offset) for piece in pieces)


_CHARSET: Final = re.compile(r"""charset\s*=\s*["']?\s*([^\s"'/;>]+)""", re.IGNORECASE)
_ENCODING: Final = re.compile(r"""<\?xml[^>]*?\bencoding\s*=\s*["']([^"']+)""")
_UTF_8: Final = frozenset({"utf-8", "utf8", "us-ascii", "ascii", "unicode-1-1-utf-8"})


def _refuse_unreadable(name: str, html: str, tokens: Sequence[Token]) -> None:
    for at, token in enumerate(tokens):
        if token.what is What.UNFINISHED:
            # What is left of a raw text begins after its start tag.
            beginning = tokens[at - 1] if at and tokens[at - 1].name in RAW else token
            what = html[beginning.start : beginning.start + 20].partition("\n")[0]
            remedy = "End it: write what closes the tag, the quotation mark, the comment or the element."
            raise _error(name, html, beginning, f"{what!r} does not end", remedy)
        charset = _charset(html, token)
        if charset.lower() not in _UTF_8:
            remedy = 'Save the page in UTF-8 and let it say so: <meta charset="utf-8">.'
            raise _error(name, html, token, f"the page says that it is in {charset}", remedy)


def _charset(html: str, token: Token) -> str:
    """Return the encoding that a token tells, UTF-8 for one that tells none."""
    match = None
    if token.name == "meta" and token.what is What.EMPTY:
        said = dict(reversed(token.attributes))
        match = _CHARSET.search(html, token.start, token.end) if {"charset", "http-equiv"} & said.keys() else None
    elif token.what is What.OTHER and token.start == 0:
        match = _ENCODING.match(html, 0, token.end)
    return match[1] if match else "utf-8"


def _refuse_another_language(name: str, html: str, tokens: Sequence[Token], reading: Reading) -> None:
    root = _root(tokens)
    if root and not _is_in(root, reading.locale):
        message = f'nothing to translate: the page says lang="{_language(root)}", the source locale is {reading.locale}'
        raise _error(name, html, root, message, "Set source-locale, mend lang, or leave the page out of the sources.")


def _language(root: Token) -> str:
    said = dict(reversed(root.attributes))
    return (said.get("lang") or said.get("xml:lang") or "").strip()


def _is_in(root: Token, locale: str) -> bool:
    """Whether a page is in the language of a locale; one that says nothing is."""
    language = _language(root)
    return not language or primary(language) == primary(locale)


def _error(name: str, html: str, token: Token, message: str, remedy: str) -> FileError:
    line_start = html.rfind("\n", 0, token.start) + 1
    place = Place(name, html.count("\n", 0, token.start) + 1, token.start - line_start + 1)
    return FileError(message, place=place, remedy=remedy)


def _root(tokens: Sequence[Token]) -> Token | None:
    return next((token for token in tokens if token.name == "html" and token.what is What.START), None)


def _in_language(html: str, target: Language, source: Language, *, xml: bool) -> str:
    """Return the page with the language of its root, and its direction where that is another than the source's.

    A root in another language than the source's stays: only parts of such a page are translated.
    """
    root = _root(tokens_of(html, xml=xml))
    if root is None or not _is_in(root, source.code):
        return html
    known = attributes_of(html, root)
    wanted: dict[str, str] = {name: target.tag for name in known if name in {"lang", "xml:lang"}}
    wanted = wanted or {"lang": target.tag}
    if target.direction != source.direction:
        wanted["dir"] = target.direction
    new = "".join(f' {name}="{value}"' for name, value in wanted.items() if name not in known)
    at = root.start + len("<html")
    edits = [(at, at, new), *(_replacing(known[name], value) for name, value in wanted.items() if name in known)]
    for start, end, text in sorted(edits, reverse=True):
        html = html[:start] + text + html[end:]
    return html


def _replacing(attribute: Attribute, value: str) -> tuple[int, int, str]:
    if attribute.quote:
        return attribute.value_start, attribute.value_end, value
    return attribute.start, attribute.end, f' {attribute.name}="{value}"'
