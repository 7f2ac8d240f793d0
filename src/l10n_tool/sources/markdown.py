"""Markdown: pyromark says where each block stands, and a build copies every byte outside the translated ones."""

from collections.abc import Mapping
from typing import Final

import pyromark

from l10n_tool.document import AS_IS, Document, Reading, Use, decode, splice
from l10n_tool.languages import Language
from l10n_tool.markup import OPTIONS
from l10n_tool.sources._markdown_reader import parse
from l10n_tool.sources._markdown_writer import rebuild
from l10n_tool.sources.html_text import Style

__all__ = ["MarkdownSource"]

#: The styles of the texts that can stand in a span: Markdown's own, and the runs of HTML.
_MARKED: Final = frozenset({"", Style.RUN, Style.PRE})


class MarkdownSource:
    """CommonMark with tables, footnotes, strikethrough, task and definition lists, and front matter.

    A msgid is the source's inline Markdown as it stands, with line breaks unfolded: an author's escape is seen in it,
    and a translation may have it or not. What would start another block is escaped when it is written.
    """

    use: Final = Use.FILE

    def read(self, name: str, data: bytes, reading: Reading = AS_IS) -> Document:
        """Return the document; a link that finds its target by its words has it spelled out, as ``[words][words]``."""
        parsed = parse(name, data, reading)
        return Document(name, data, parsed.blocks, parsed.meta, reading)

    def write(self, document: Document, translations: Mapping[int, str], target: Language | None = None) -> bytes:
        """Return the document with these blocks replaced.

        The result is read again: it has the same blocks with the same skeletons, and all that is around them is the
        same, or StructureError is raised. A translation that equals its block's text leaves the block's bytes alone.
        """
        changed = {i: text for i, text in translations.items() if text != document.blocks[i].text}
        return rebuild(document, changed) if changed else document.data

    def html(
        self, document: Document, translations: Mapping[int, str], missing: str = "", written: bytes | None = None
    ) -> str:
        """Return the body as HTML, without the front matter.

        Marked as untranslated is what a span can go around: neither an attribute nor a line of code.
        """
        data = self.write(document, translations) if written is None else written
        if missing:
            data = self._marked(self.read(document.name, data, document.reading), translations, missing)
        return pyromark.html(decode(document.name, data), options=OPTIONS)

    def _marked(self, localised: Document, translations: Mapping[int, str], missing: str) -> bytes:
        spans = {
            index: f"<span {missing}>{localised.data[block.start : block.end].decode()}</span>"
            for index, block in enumerate(localised.blocks)
            if index not in translations and block.style in _MARKED
        }
        return splice(localised, spans)
