"""XML from outside as a tree: no document type of its own, no entities, and nothing is fetched."""

import re
import unicodedata
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from typing import Final
from xml.parsers import expat

from l10n_tool.errors import FileError, Place

__all__ = ["Element", "parse_xml"]

#: TBX is twelve levels deep at most.
_DEEPEST: Final = 64
_SPACES: Final = re.compile(r"[\x00-\x20\x7f-\x9f\u2028\u2029\ufffe\uffff]+")
_LANGUAGE: Final = "xml:lang"
_SAFE: Final = "Save the file without a document type of its own: entities are not read."


@dataclass(slots=True)
class Element:
    """An element by its name without namespace prefix, and its place; ``text`` is all that stands inside it."""

    name: str
    attributes: dict[str, str]
    line: int
    column: int
    content: list["str | Element"] = field(default_factory=list)

    @property
    def children(self) -> Iterator["Element"]:
        """The elements directly inside it."""
        return (part for part in self.content if isinstance(part, Element))

    @property
    def text(self) -> str:
        """The text in NFC, with one space for white space and for controls."""
        return unicodedata.normalize("NFC", _SPACES.sub(" ", "".join(_texts(self))).strip(" "))

    @property
    def language(self) -> str:
        """The tag of the language that the element names, or an empty text."""
        return self.attributes.get(_LANGUAGE) or self.attributes.get("lang", "")

    def all(self, names: AbstractSet[str]) -> Iterator["Element"]:
        """Yield the outermost elements of these names, in order."""
        for child in self.children:
            if child.name in names:
                yield child
            else:
                yield from child.all(names)


def _texts(element: Element) -> Iterator[str]:
    for part in element.content:
        if isinstance(part, Element):
            yield from _texts(part)
        else:
            yield part


class _Builder:
    """Builds the tree from what the parser reads."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._open: list[Element] = []
        self.root: Element | None = None
        self.parser = parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._characters
        parser.StartDoctypeDeclHandler = self._doctype
        parser.EntityDeclHandler = self._entity
        parser.SkippedEntityHandler = self._skipped

    def error(self, message: str, remedy: str = "") -> FileError:
        place = Place(self._name, self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber + 1)
        return FileError(message, place=place, remedy=remedy)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if len(self._open) >= _DEEPEST:
            raise self.error(f"elements are nested deeper than {_DEEPEST}")
        line, column = self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber + 1
        element = Element(name.rpartition(":")[2], attributes, line, column)
        if self._open:
            self._open[-1].content.append(element)
        else:
            self.root = element
        self._open.append(element)

    def _end(self, name: str) -> None:
        self._open.pop()

    def _characters(self, text: str) -> None:
        self._open[-1].content.append(text)

    def _doctype(self, name: str, system: str | None, public: str | None, own: bool) -> None:
        # That of version 2 names a file, which is never read.
        if own:
            raise self.error("the file declares a document type of its own", _SAFE)

    def _entity(self, *declared: object) -> None:
        raise self.error("the file declares entities", _SAFE)

    def _skipped(self, name: str, parameter: bool) -> None:
        raise self.error(f"the entity &{name}; is not known", _SAFE)


def parse_xml(data: bytes, name: str) -> Element:
    """Return the root element. Raises FileError with line and column."""
    builder = _Builder(name)
    try:
        builder.parser.Parse(data, True)
    except expat.ExpatError as error:
        message = f"not XML: {expat.ErrorString(error.code)}"
        raise FileError(message, place=Place(name, error.lineno, error.offset + 1)) from None
    except (LookupError, ValueError) as error:
        raise FileError(f"not XML that can be read: {error}", place=Place(name), remedy="Save it in UTF-8.") from None
    if builder.root is None:
        raise FileError("not XML: nothing is in it", place=Place(name))
    return builder.root
