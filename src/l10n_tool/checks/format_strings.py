"""``format-strings``: what a program puts into a text is the same on both sides, as msgfmt -c checks it by flag.

The rules are those of the gettext manual, "Format Strings", and of gettext's own readers (format-c.c,
format-python.c, format-python-brace.c): in a form that stands for a few counts only, a directive may be missing.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from l10n_tool.checks.finding import Severity
from l10n_tool.checks.model import Check, Remark, Subject

__all__ = ["CHECK", "KINDS"]

#: What a text asks for: by position (``1``) or name, with the type of the value.
Wants = Mapping[str | int, str]


class _InvalidError(ValueError):
    """A text that is no format string of its kind; the message says why."""


@dataclass(frozen=True, slots=True)
class _Kind:
    """A language of format strings: its name, how it is read, and whether values are told by name."""

    name: str
    read: Callable[[str], Wants]


_C: Final = re.compile(
    r"%(?:(?P<position>[0-9]+)\$)?[-+ #0'I]*+(?P<width>\*(?:[0-9]+\$)?|[0-9]++)?"
    r"(?P<precision>\.(?:\*(?:[0-9]+\$)?|[0-9]*))?"
    r"(?:(?P<size>hh|h|ll|l|L|q|j|Z|z|t)?(?P<type>[diouxXeEfFgGaAcsCSpnm%])|<(?P<macro>PRI[diouxX][A-Z0-9]+)>)"
)
_C_TYPES: Final = {
    **dict.fromkeys("di", "int"), **dict.fromkeys("ouxX", "unsigned"), **dict.fromkeys("eEfFgGaA", "double"),
    "c": "char", "C": "lchar", "s": "string", "S": "lstring", "p": "pointer", "n": "count",
}  # fmt: skip
_PYTHON: Final = re.compile(
    r"%(?:\((?P<name>[^()]*(?:\([^()]*\)[^()]*)*)\))?[-+ #0]*+(?P<width>\*|[0-9]++)?(?P<precision>\.(?:\*|[0-9]*))?"
    r"[hlL]?(?P<type>[diouxXeEfFgGcrsa%])"
)
_PYTHON_TYPES: Final = {
    **dict.fromkeys("diouxX", "int"), **dict.fromkeys("eEfFgG", "float"), "r": "any", "s": "any", "a": "ascii",
    "c": "char", "%": "percent",
}  # fmt: skip
# Either an escape, a field, or a brace that is neither.
_BRACE: Final = re.compile(
    r"\{\{|\}\}|\{(?P<field>(?:[A-Za-z_]\w*|[0-9]*)(?:\.[A-Za-z_]\w*|\[[^\[\]{}]+\])*(?:![rsa])?"
    r"(?::(?:[^{}]|\{[\w.\[\]]*\})*)?)\}|[{}]"
)


def _directives(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    at = text.find("%")
    while at >= 0:
        match = pattern.match(text, at)
        if not match:
            raise _InvalidError(_reason(text, at))
        yield match
        at = text.find("%", match.end())


def _reason(text: str, at: int) -> str:
    shown = text[at : at + 8]
    if at + 1 == len(text):
        return "it ends in the middle of a directive"
    return f"{shown!r} is no directive; a percent sign of prose is written %%"


class _Values:
    """The values that a text asks for, while it is read; ``None`` until it is known whether they have numbers."""

    def __init__(self) -> None:
        self.wants: dict[str | int, str] = {}
        self._kind = ""
        self._next = 1

    def numbered(self, position: str, its_type: str) -> None:
        self._be("numbered")
        if not int(position[:6]):
            raise _InvalidError("it asks for argument 0")
        self._put(int(position[:6]), its_type)

    def in_order(self, its_type: str) -> None:
        self._be("in order")
        self._put(self._next, its_type)
        self._next += 1

    def named(self, name: str, its_type: str) -> None:
        self._be("named")
        self._put(f"%({name})", its_type)

    def _be(self, kind: str) -> None:
        if self._kind not in {"", kind}:
            raise _InvalidError(f"it asks for values {self._kind} and {kind}")
        self._kind = kind

    def _put(self, key: str | int, its_type: str) -> None:
        if self.wants.setdefault(key, its_type) != its_type:
            raise _InvalidError(f"it asks for {_named(key)} in two ways")


def _read_c(text: str) -> Wants:
    values = _Values()
    for match in _directives(_C, text):
        if match["type"] in {"%", "m"}:
            continue
        for star in (match["width"], match["precision"]):
            _star(values, star)
        its_type = match["macro"] or _c_type(match["size"] or "", match["type"])
        if match["position"]:
            values.numbered(match["position"], its_type)
        else:
            values.in_order(its_type)
    gap = next((n for n, key in enumerate(sorted(values.wants, key=int), 1) if key != n), 0)
    if gap:
        raise _InvalidError(f"it leaves out argument {gap}, but asks for a later one")
    return values.wants


def _c_type(size: str, conversion: str) -> str:
    its_type = _C_TYPES[conversion]
    # Of a double only L matters, of a character or a string only l: C ignores the rest.
    if its_type in {"double", "char", "string"} and size != {"double": "L"}.get(its_type, "l"):
        size = ""
    return size + its_type


def _star(values: _Values, part: str | None) -> None:
    if not part or "*" not in part:
        return
    position = part.strip(".*$")
    if position:
        values.numbered(position, "int")
    else:
        values.in_order("int")


def _read_python(text: str) -> Wants:
    values = _Values()
    for match in _directives(_PYTHON, text):
        if match["type"] == "%" and match["name"] is None:
            continue
        for star in (match["width"], match["precision"]):
            _star(values, star)
        its_type = _PYTHON_TYPES[match["type"]]
        if match["name"] is None:
            values.in_order(its_type)
        else:
            values.named(match["name"], its_type)
    return values.wants


def _read_brace(text: str) -> Wants:
    fields: dict[str | int, str] = {}
    order = 0
    for match in _BRACE.finditer(text):
        if match[0] == "{":
            raise _InvalidError(f"{text[match.start() :][:12]!r} is no directive; a brace of prose is written twice")
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


KINDS: Final = {
    "c-format": _Kind("C", _read_c),
    "objc-format": _Kind("Objective C", _read_c),
    "python-format": _Kind("Python", _read_python),
    "python-brace-format": _Kind("Python brace", _read_brace),
}


def _format_strings(subject: Subject) -> Iterator[Remark]:
    for flag in subject.entry.flags:
        kind = KINDS.get(flag)
        if kind:
            yield from _of_kind(subject, kind)


def _of_kind(subject: Subject, kind: _Kind) -> Iterator[Remark]:
    # As msgfmt does: the plural source counts, and a source that is no format string asks nothing.
    try:
        wanted = kind.read(subject.sources[-1])
    except _InvalidError:
        return
    for form, text in enumerate(subject.entry.msgstr):
        lenient = len(subject.entry.msgstr) > 1 and form in subject.rare
        message = _compare(wanted, text, kind, lenient=lenient)
        if message:
            yield Remark(message, form=form)


def _compare(wanted: Wants, text: str, kind: _Kind, *, lenient: bool) -> str:
    try:
        given = kind.read(text)
    except _InvalidError as reason:
        return f"the translation is no {kind.name} format string: {reason}"
    extra = [_named(key) for key in given if key not in wanted]
    missing = [] if lenient else [_named(key) for key in wanted if key not in given]
    other = [_named(key) for key in given if key in wanted and given[key] != wanted[key]]
    parts = [
        f"{', '.join(names)} {what}"
        for names, what in ((missing, "missing"), (extra, "too much"), (other, "of another type"))
        if names
    ]
    return "; ".join(parts)


def _named(key: str | int) -> str:
    return f"argument {key}" if isinstance(key, int) else key


CHECK: Final = Check(
    name="format-strings",
    severity=Severity.ERROR,
    summary="The directives of a flagged format string are the same in the translation.",
    explanation=(
        "An entry flagged c-format, python-format or python-brace-format is filled in by a program: %d, %(name)s or "
        "{name} that is missing, added, or of another type shows a wrong value or stops the program. Copy each "
        "directive as it stands; to move one, number it (%2$s) or keep its name; write a percent sign as %% and a "
        "brace twice. A form for a single number (“one file”) may leave its number out."
    ),
    of_entry=_format_strings,
)
