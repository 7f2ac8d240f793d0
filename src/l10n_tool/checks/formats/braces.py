"""Directives in braces, and the variables of a shell."""

import re
from collections.abc import Iterator
from typing import Final

from l10n_tool.checks.formats.values import InvalidError, Wants

__all__ = ["read_csharp", "read_java", "read_perl_brace", "read_python_brace", "read_shell"]

# Either an escape, a field, or a brace that is neither.
_PYTHON: Final = re.compile(
    r"\{\{|\}\}|\{(?P<field>(?:[A-Za-z_]\w*|[0-9]*)(?:\.[A-Za-z_]\w*|\[[^\[\]{}]+\])*(?:![rsa])?"
    r"(?::(?:[^{}]|\{[\w.\[\]]*\})*)?)\}|[{}]"
)
_CSHARP: Final = re.compile(r"\{\{|\}\}|\{(?P<number>[0-9]+)(?:,-?[0-9]+)?(?::[^{}]*)?\}|[{}]")
_PERL: Final = re.compile(r"\{([A-Za-z_][A-Za-z0-9_]*)\}")
_JAVA_TYPES: Final = {"": "object", "time": "date", "date": "date", "number": "number", "choice": "number"}
_JAVA_NUMBERS: Final = frozenset(["currency", "percent", "integer"])
_SHELL: Final = re.compile(r"\$(?:([A-Za-z_][A-Za-z0-9_]*)|\{([A-Za-z_][A-Za-z0-9_]*)\}|)")


def read_python_brace(text: str) -> Wants:
    """Read a format string of Python's str.format."""
    fields: dict[str | int, str] = {}
    order = 0
    for match in _PYTHON.finditer(text):
        if match[0] == "{":
            raise _stray(text, match.start())
        if match[0] == "}":
            # msgfmt lets it pass and Python does not, so it is too much where the source has none.
            fields["}"] = ""
        field = match["field"]
        if field is not None and field[:1] in {"", "!", ".", "[", ":"}:
            order += 1
            fields[f"{match[0]} (no. {order})"] = ""
        elif field:
            # msgfmt compares all of it: {a} is not {a:>10}.
            fields[match[0]] = ""
    return fields


def _stray(text: str, at: int) -> InvalidError:
    return InvalidError(f"{text[at:][:12]!r} is no directive; a brace of prose is written twice")


def read_csharp(text: str) -> Wants:
    """Read a format string of C#'s String.Format."""
    wants: dict[str | int, str] = {}
    for match in _CSHARP.finditer(text):
        if match[0] in {"{", "}"}:
            raise _stray(text, match.start())
        if match["number"]:
            wants[f"{{{match['number'].lstrip('0') or '0'}}}"] = ""
    return wants


def read_java(text: str) -> Wants:
    """Read a format string of java.text.MessageFormat: an apostrophe quotes what comes after it; two are one."""
    wants: dict[str | int, str] = {}
    quoted, at = False, 0
    while at < len(text):
        if text[at] == "'":
            if text[at : at + 2] == "''":
                at += 1
            else:
                quoted = not quoted
        elif text[at] == "{" and not quoted:
            end = _end_of_element(text, at)
            for name, its_type in _java_values(text[at:end]):
                if wants.get(name, "object") == "object":
                    wants[name] = its_type
            at = end - 1
        elif text[at] == "}" and not quoted:
            raise _stray(text, at)
        at += 1
    return wants


def _java_values(element: str) -> Iterator[tuple[str, str]]:
    """Yield the name and type of an element; one with a pattern that is not plain has to stand as it does, too."""
    number, _, format_ = element[1:-1].partition(",")
    kind, comma, style = format_.partition(",")
    if not re.fullmatch("[0-9]+", number) or kind not in _JAVA_TYPES:
        raise InvalidError(f"{element[:12]!r} is no directive")
    if kind in {"number", "choice"} and comma and style not in _JAVA_NUMBERS:
        if kind == "choice" or any(sign in style for sign in "'\\;"):
            yield element, _JAVA_TYPES[kind]
        elif "0" not in style and "#" not in style:
            raise InvalidError(f"{style[:12]!r} is no pattern of a number")
    yield f"{{{number.lstrip('0') or '0'}}}", _JAVA_TYPES[kind]


def _end_of_element(text: str, start: int) -> int:
    depth = 0
    for at in range(start, len(text)):
        depth += {"{": 1, "}": -1}.get(text[at], 0)
        if not depth:
            return at + 1
    raise InvalidError("it ends in the middle of a directive")


def read_perl_brace(text: str) -> Wants:
    """Read a text whose placeholders are names in braces, as Perl's Locale::TextDomain fills them in."""
    return {f"{{{name}}}": "" for name in _PERL.findall(text)}


def read_shell(text: str) -> Wants:
    """Read a text with variables of a shell, which gettext takes in their plainest forms only."""
    wants: dict[str | int, str] = {}
    for match in _SHELL.finditer(text):
        name = match[1] or match[2]
        if not name:
            raise InvalidError(f"{text[match.start() :][:12]!r} is more than a plain variable")
        wants[f"${name}"] = ""
    return wants
