"""Jinja2 templates: the texts that they have gettext translate, through Jinja2's extractor for Babel."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Final

from l10n_tool.document import AS_IS, Document, Reading, Use, decode
from l10n_tool.errors import FileError, Place
from l10n_tool.languages import Language
from l10n_tool.sources._programs import REMEDY, Call, keywords_of, program_document, tagged

__all__ = ["Jinja2Source"]

#: The extensions that Jinja2 brings along may have tags of their own in a template; an error is not kept silent.
_OPTIONS: Final = {"extensions": "jinja2.ext.do,jinja2.ext.loopcontrols,jinja2.ext.debug", "silent": "false"}
#: More lines than these are no note on a text; with the texts on one line they would multiply.
_MOST_LINES: Final = 100


class Jinja2Source:
    """Templates with ``{% trans %}`` and with calls of ``gettext``, ``_`` and the like.

    A comment that begins with ``Translators:`` goes into the entries of the texts on its last line, or else on the
    line below. There ``i18n:comment``, ``i18n:max-length`` and ``i18n:skip`` hold for these texts. Of ``{% trans %}``
    white space is kept unless it says ``trimmed``, as Jinja2 does by itself.
    """

    use: Final = Use.PROGRAM

    def read(self, name: str, data: bytes, reading: Reading = AS_IS) -> Document:
        """Return the texts of a template. Raises FileError for what Jinja2 could not read either."""
        keywords = keywords_of(reading.keywords)
        text = decode(name, data, "template")
        return program_document(name, data, reading, _calls(name, text, keywords), keywords)

    def write(self, document: Document, translations: Mapping[int, str], target: Language | None = None) -> bytes:
        """Return the template as it is: it looks its texts up in the compiled catalogue."""
        del translations, target
        return document.data


_Extracted = tuple[int, str, str | tuple[str | None, ...] | None, list[str]]


def _calls(name: str, text: str, functions: Collection[str]) -> Iterator[Call]:
    found, comments = _read(name, text, functions)
    by_line = _by_line(comments, {line for line, *_ in found})
    for line, function, arguments, _ in found:
        values = arguments if isinstance(arguments, tuple) else (arguments,)
        yield Call(line, function, values, by_line.get(line, ())[-_MOST_LINES:])


def _read(name: str, text: str, functions: Collection[str]) -> tuple[list[_Extracted], list["_Comment"]]:
    from jinja2 import Environment, TemplateSyntaxError
    from jinja2.ext import babel_extract

    try:
        found = list(babel_extract(BytesIO(text.encode()), tuple(functions), (), dict(_OPTIONS)))
        return found, list(_comments(Environment(autoescape=True).lex(text)))
    except TemplateSyntaxError as error:
        reason = (error.message or "unknown").rstrip(".")
        raise FileError(f"not Jinja2: {reason}", place=Place(name, error.lineno), remedy=REMEDY) from None
    except (RecursionError, MemoryError):
        raise FileError("nested too deeply to be read", place=Place(name), remedy=REMEDY) from None
    except ValueError as error:
        # Python refuses an integer of more than 4,300 digits.
        raise FileError(f"not Jinja2: {error}", place=Place(name), remedy=REMEDY) from None


@dataclass(frozen=True, slots=True)
class _Comment:
    """A comment for translators or for the tool, line by line; ``start`` and ``end`` are its lines in the template."""

    start: int
    end: int
    lines: Sequence[str]


def _comments(tokens: Iterable[tuple[int, str, str]]) -> Iterator[_Comment]:
    for line, kind, text in tokens:
        if kind == "comment":
            rows = [row.strip() for row in text.split("\n")]
            yield _Comment(line, line + len(rows) - 1, tagged([row for row in rows if row]))


def _by_line(comments: Sequence[_Comment], calls: Collection[int]) -> Mapping[int, Sequence[str]]:
    """Return the comments of each line with calls: those on it, and those that stand together right above it."""
    found: dict[int, list[str]] = {}
    waiting: list[str] = []
    last = 0
    for comment in comments:
        if comment.start > last + 1:
            waiting = []
        waiting.extend(comment.lines)
        last = comment.end
        below = last if last in calls else last + 1
        if below in calls:
            found.setdefault(below, []).extend(waiting)
            waiting = []
    return found
