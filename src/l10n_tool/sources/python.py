"""Python programs: the texts that they have gettext translate, through Babel's own extractor."""

import ast
import re
import warnings
from bisect import bisect_right
from collections.abc import Collection, Iterator, Mapping, Sequence
from io import BytesIO
from typing import Final, cast

from l10n_tool.document import AS_IS, Document, Reading, Use, decode
from l10n_tool.errors import FileError, Place
from l10n_tool.languages import Language
from l10n_tool.sources._programs import REMEDY, Call, keywords_of, program_document, tagged

__all__ = ["PythonSource"]

_COMMENT_LINE: Final = re.compile(r"[ \t\f]*#[ \t\f]*(.*?)\s*")
#: Codecs that Python has and no text is written in; their decoders are quadratic.
_NO_CHARSETS: Final = frozenset({"idna", "punycode"})
#: Babel then gives every comment, and the tags are looked for here, in any case of letters.
_ANY_COMMENT: Final = ("",)


class PythonSource:
    """Programs in Python: ``gettext``, ``ngettext``, ``pgettext``, ``_`` and the like, and what the settings add.

    Comments that begin with ``Translators:`` on the lines above a text go into its entry. There ``i18n:comment``,
    ``i18n:max-length`` and ``i18n:skip`` hold for that text.
    """

    use: Final = Use.PROGRAM

    def read(self, name: str, data: bytes, reading: Reading = AS_IS) -> Document:
        """Return the texts of a program. Raises FileError for what Python could not read either."""
        keywords = keywords_of(reading.keywords)
        return program_document(name, data, reading, _calls(name, data, keywords), keywords)

    def write(self, document: Document, translations: Mapping[int, str], target: Language | None = None) -> bytes:
        """Return the program as it is: it looks its texts up in the compiled catalogue."""
        del translations, target
        return document.data


def _calls(name: str, data: bytes, functions: Collection[str]) -> Iterator[Call]:
    text, encoding = _decoded(name, data)
    comments = _CommentLines(text.split("\n"))
    for line, function, arguments, found in _extracted(name, text, encoding, functions):
        values = arguments if isinstance(arguments, tuple) else (arguments,)
        if function and any(values):
            yield Call(line, function, values, tagged(comments.directly_above(line, found)))


def _decoded(name: str, data: bytes) -> tuple[str, str]:
    """Return a program's text with newlines as Python sees them, and its encoding, which its first lines may name."""
    from tokenize import detect_encoding

    try:
        encoding = detect_encoding(BytesIO(data).readline)[0].removesuffix("-sig")
    except SyntaxError as error:
        raise _error(name, error) from None
    text = decode(name, data, "program") if encoding == "utf-8" else _decoded_as(name, data, encoding)
    if "\0" in text:
        raise FileError("a NUL byte: this is no Python", place=_place(name, text, text.index("\0")), remedy=REMEDY)
    return text.replace("\r\n", "\n").replace("\r", "\n"), encoding


def _decoded_as(name: str, data: bytes, encoding: str) -> str:
    remedy = "Save the program in UTF-8, and take the line with coding away."
    if encoding in _NO_CHARSETS:
        raise FileError(f"{encoding} is no charset", place=Place(name, 1), remedy=remedy)
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise FileError(f"the program is not {encoding}", place=Place(name, line), remedy=remedy) from None
    except (UnicodeError, LookupError):
        raise FileError(f"{encoding} is no charset", place=Place(name, 1), remedy=remedy) from None


def _place(name: str, text: str, at: int) -> Place:
    return Place(name, text.count("\n", 0, at) + 1)


_Extracted = tuple[int, str, str | tuple[str | None, ...] | None, list[str]]


def _extracted(name: str, text: str, encoding: str, functions: Collection[str]) -> list[_Extracted]:
    from tokenize import TokenError

    from babel.messages.extract import extract_python

    keywords = dict.fromkeys(functions)
    with warnings.catch_warnings():
        # What Python thinks of an escape in somebody's program is not our user's concern.
        warnings.simplefilter("ignore")
        try:
            lines = BytesIO(text.encode(encoding))
            found = extract_python(lines, keywords, _ANY_COMMENT, {"encoding": encoding})
            # Babel annotates it as the tuples that another function of its makes of these.
            return list(cast("Iterator[_Extracted]", found))
        except TypeError:
            # Babel joins the pieces of a text, and bytes are no text.
            place = Place(name, _line_of_bytes(text, keywords))
            remedy = "Take the b in front of the quotation mark away."
            raise FileError("bytes where a text is to be translated", place=place, remedy=remedy) from None
        except (SyntaxError, TokenError, ValueError, RecursionError, MemoryError) as error:
            raise _error(name, error, text) from None


def _error(name: str, error: Exception, text: str = "") -> FileError:
    if isinstance(error, RecursionError | MemoryError):
        return FileError("nested too deeply to be read", place=Place(name), remedy=REMEDY)
    line, reason = 0, str(error.args[0]) if error.args else "unknown"
    if isinstance(error, IndentationError):
        line = error.lineno or 0
    elif len(error.args) == 2 and isinstance(error.args[1], tuple) and not isinstance(error, SyntaxError):
        # tokenize's own error gives line and column beside the reason.
        line = int(error.args[1][0])
    elif text:
        line = _line_of_syntax_error(text)
    return FileError(f"not Python: {reason}", place=Place(name, line), remedy=REMEDY)


def _line_of_syntax_error(text: str) -> int:
    """Return where Python itself stops: Babel reads a text by itself, and knows no line of its mistakes."""
    try:
        ast.parse(text)
    except SyntaxError as error:
        return error.lineno or 0
    except (ValueError, RecursionError, MemoryError):
        return 0
    return 0


def _line_of_bytes(text: str, functions: Collection[str]) -> int:
    try:
        tree = ast.parse(text)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return 0
    calls = (node for node in ast.walk(tree) if isinstance(node, ast.Call) and _name(node.func) in functions)
    arguments = (argument for call in calls for argument in ast.walk(call) if isinstance(argument, ast.Constant))
    return next((argument.lineno for argument in arguments if isinstance(argument.value, bytes)), 0)


def _name(function: ast.expr) -> str:
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


class _CommentLines:
    """The lines of a program that are comments and nothing else."""

    def __init__(self, lines: Sequence[str]) -> None:
        self._by_line: dict[int, str] = {}
        self._by_text: dict[str, list[int]] = {}
        for number, line in enumerate(lines, 1):
            match = _COMMENT_LINE.fullmatch(line) if "#" in line else None
            if match:
                self._by_line[number] = match[1]
                self._by_text.setdefault(match[1], []).append(number)

    def directly_above(self, line: int, found: Sequence[str]) -> Sequence[str]:
        """Return those of the comments that Babel found which stand together, right above the call.

        Babel gives along what stands further up, above code that has no text to translate.
        """
        if not found:
            return ()
        places = self._by_text.get(found[-1], [])
        at = bisect_right(places, line)
        if not at:
            return found[-1:]
        number, first = places[at - 1], len(found) - 1
        while first and self._by_line.get(number - 1) == found[first - 1]:
            number, first = number - 1, first - 1
        return found[first:]
