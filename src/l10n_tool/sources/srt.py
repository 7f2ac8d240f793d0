"""SubRip captions: numbered cues, each a timing line and lines of text; there are no comments and no escapes."""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from l10n_tool.document import AS_IS, Block, Document, Reading, Use
from l10n_tool.languages import Language
from l10n_tool.sources._brought_in import tag_difference
from l10n_tool.sources._captions import ARROW, Line, caption, line_error, paragraphs, write_captions

__all__ = ["SrtSource"]

_TIME: Final = r"([0-9]{1,6}):([0-5][0-9]):([0-5][0-9])[,.]([0-9]{3})"
# Coordinates may follow the times.
_TIMING: Final = re.compile(rf"[ \t]*{_TIME}[ \t]*-->[ \t]*{_TIME}(?:[ \t].*)?")
_NUMBER: Final = re.compile(r"[ \t]*[0-9]+[ \t]*")
# Tags, and what players borrow from other formats: {\an8}, {y:i}.
_TAG: Final = re.compile(r"<[A-Za-z/!?][^<>]*+>?+|<[0-9][^<>]*+>|\{\\[^{}\n]*+\}?+|\{[A-Za-z]:[^{}\n]*+\}?+")


class SrtSource:
    """SubRip: a caption for each cue; numbers, times and coordinates stay as they are."""

    use: Final = Use.FILE

    def read(self, name: str, data: bytes, reading: Reading = AS_IS) -> Document:
        """Return the document; a newline in a block's text is a line of the caption. Raises FileError."""
        blocks = tuple(_captions(name, data))
        return Document(name, data, blocks, reading=reading)

    def write(self, document: Document, translations: Mapping[int, str], target: Language | None = None) -> bytes:
        """Return the document with these captions replaced.

        Raises StructureError for a translation with other tags, an arrow or empty lines: SubRip cannot escape them.
        """
        return write_captions(document, translations, _form, self.read)


def _captions(name: str, data: bytes) -> Iterator[Block]:
    for lines in paragraphs(name, data, lambda text: not text.strip()):
        numbered = len(lines) > 1 and _NUMBER.fullmatch(lines[0].text) is not None
        cue = lines[numbered:]
        if ARROW not in cue[0].text:
            raise _stray(name, cue[0])
        yield caption(name, cue, _TIMING)


def _stray(name: str, line: Line) -> Exception:
    remedy = "Put it under a timing line; a cue has no empty line inside."
    return line_error(name, line, "a text that belongs to no cue", remedy)


def _form(source: str, text: str) -> tuple[str, str]:
    if ARROW in text:
        return text, f"{ARROW} in the translation of a caption"
    return text, tag_difference(_TAG.findall(source), _TAG.findall(text))
