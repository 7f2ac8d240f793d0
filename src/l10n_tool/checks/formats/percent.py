"""Directives that begin with a percent sign, as in printf, by the languages that gettext knows.

The rules are those of the gettext manual, "Translators for other Languages", and of the languages' own documentation;
where the two leave something open, what msgfmt 0.21 says of random texts.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import Final

from l10n_tool.checks.formats.values import ANY, InvalidError, Mixing, Values, Wants

__all__ = [
    "read_awk",
    "read_boost",
    "read_c",
    "read_elisp",
    "read_java_printf",
    "read_javascript",
    "read_kde",
    "read_librep",
    "read_lua",
    "read_objective_c",
    "read_pascal",
    "read_perl",
    "read_php",
    "read_python",
    "read_qt",
    "read_qt_plural",
    "read_ruby",
    "read_tcl",
    "read_ycp",
]

_POSITION: Final = r"%(?:(?P<position>[0-9]+)\$)?"
_WIDTH: Final = r"(?P<width>\*(?:[0-9]+\$)?|[0-9]++)?(?P<precision>\.(?:\*(?:[0-9]+\$)?|[0-9]*))?"
_NUMBERS: Final = r"(?:[0-9]++)?(?:\.[0-9]*)?"


def _types(*groups: tuple[str, str]) -> Mapping[str, str]:
    return {letter: its_type for letters, its_type in groups for letter in letters}


_FLOAT: Final = ("eEfgG", "float")
_SIGNED: Final = ("di", "int")
_UNSIGNED: Final = ("uoxX", "unsigned")
_C_TYPES: Final = _types(
    _SIGNED, _UNSIGNED, ("eEfFgGaA", "double"), ("c", "char"), ("C", "lchar"), ("s", "string"), ("S", "lstring"),
    ("p", "pointer"), ("n", "count"), ("@", "object"),
)  # fmt: skip
_C: Final = (
    rf"{_POSITION}[-+ #0'I]*+{_WIDTH}"
    r"(?:(?P<size>hh|h|ll|l|L|q|j|Z|z|t)?(?P<type>[diouxXeEfFgGaAcsCSpnm%])|<(?P<macro>PRI[diouxX][A-Z0-9]+)>)"
)
_OBJECTIVE_C: Final = _C.replace("pnm%", "pnm@%")
_PYTHON: Final = (
    r"%(?:\((?P<name>[^()]*(?:\([^()]*\)[^()]*)*)\))?[-+ #0]*+(?P<width>\*|[0-9]++)?(?P<precision>\.(?:\*|[0-9]*))?"
    r"[hlL]?(?P<type>[diouxXeEfFgGcrsa%])"
)
_PYTHON_TYPES: Final = _types(
    ("diouxX", "int"), ("eEfFgG", "float"), ("rs", "object"), ("a", "ascii"), ("c", "char"), ("%", "%")
)


def _directives(pattern: str, text: str) -> Iterator[re.Match[str]]:
    # The module keeps what it compiled, and most catalogues have one language.
    compiled = re.compile(pattern)
    at = text.find("%")
    while at >= 0:
        match = compiled.match(text, at)
        if not match:
            raise InvalidError(_reason(text, at))
        yield match
        at = text.find("%", match.end())


def _reason(text: str, at: int) -> str:
    if at + 1 == len(text):
        return "it ends in the middle of a directive"
    return f"{text[at : at + 8]!r} is no directive; a percent sign of prose is written %%"


def _reader(pattern: str, *types: tuple[str, str], mixing: Mixing = "never") -> Callable[[str], Wants]:
    """Return a reader of directives of this pattern; one without a type, or that ends in a percent sign, is a sign."""
    known = _types(*types)

    def read(text: str) -> Wants:
        values = Values(mixing)
        for match in _directives(pattern, text):
            parts = match.groupdict()
            if parts["type"] in {None, "%"}:
                continue
            values.take_star(parts.get("width"))
            values.take_star(parts.get("precision"))
            values.take(parts.get("position"), known[parts["type"]])
        return values.wants

    return read


def read_c(text: str, pattern: str = _C) -> Wants:
    """Read a format string of C or Objective C, where no argument may be left out before a later one."""
    values = Values()
    for match in _directives(pattern, text):
        if match["type"] in {"%", "m"}:
            continue
        values.take_star(match["width"])
        values.take_star(match["precision"])
        its_type = match["macro"] or _c_type(match["size"] or "", match["type"])
        values.take(match["position"], its_type)
    gap = next((n for n, key in enumerate(sorted(values.wants, key=int), 1) if key != n), 0)
    if gap:
        raise InvalidError(f"it leaves out argument {gap}, but asks for a later one")
    return values.wants


def _c_type(size: str, conversion: str) -> str:
    its_type = _C_TYPES[conversion]
    # Of a double only L matters, of a character or a string only l: C ignores the rest.
    if its_type in {"double", "char", "string"} and size != {"double": "L"}.get(its_type, "l"):
        size = ""
    return size + its_type


def read_python(text: str) -> Wants:
    """Read a format string of Python's ``%`` operator."""
    values = Values()
    for match in _directives(_PYTHON, text):
        if match["type"] == "%" and match["name"] is None:
            continue
        values.take_star(match["width"])
        values.take_star(match["precision"])
        its_type = _PYTHON_TYPES[match["type"]]
        if match["name"] is None:
            values.take(None, its_type)
        else:
            values.take_named(f"%({match['name']})", its_type)
    return values.wants


_JAVA: Final = (
    r"%(?:(?P<again><)|(?P<position>[0-9]+)\$)?(?:"
    r"(?P<general>[#-]*(?:[1-9][0-9]*)?(?:\.[0-9]+)?[bBhHsS])|(?P<char>-*(?:[1-9][0-9]*)?[cC])"
    r"|(?P<int>[-0 +,(]*+[0-9]*+d|[-#0 +(]*+[0-9]*+[oxX])"
    r"|(?P<float>[-#0 +,(]*+[0-9]*+(?:\.[0-9]+)?[eEfgG]|[-#0 +]*+[0-9]*+(?:\.[0-9]+)?[aA])"
    r"|(?P<date>-*(?:[1-9][0-9]*)?[tT][HIklMSLNpzZsQBbhAaCYyjmdeRTrDFc])|-*(?:[1-9][0-9]*)?%|n)"
)


def read_java_printf(text: str) -> Wants:
    """Read a format string of java.util.Formatter, where each conversion has flags of its own."""
    values = Values("apart")
    for match in _directives(_JAVA, text):
        its_type = next((name for name in ("general", "char", "int", "float", "date") if match[name]), "")
        if match["again"]:
            values.again(its_type)
        elif its_type:
            values.take(match["position"], its_type)
    return values.wants


_PERL: Final = (
    r"%(?:(?P<position>[1-9][0-9]*)\$)?[-+ #0]*+(?P<vector>\*?v|\*[1-9][0-9]*\$v)?"
    r"(?P<width>\*(?:[1-9][0-9]*\$)?|[1-9][0-9]*+)?"
    r"(?P<precision>\.(?:\*(?:[1-9][0-9]*\$)?|[0-9]*))?(?P<size>h|ll?|[LqV]|I64|I32|I)?(?P<type>[%cs_DidUOuboxXeEfFgGpn])"
)
_PERL_TYPES: Final = _types(
    _SIGNED, ("uboxX", "unsigned"), ("eEfFgG", "double"), ("c", "char"), ("s", "string"), ("_", "vector"),
    ("p", "pointer"), ("n", "count"),
)  # fmt: skip
_PERL_SIZES: Final = {"L": "ll", "q": "ll", "I64": "ll", "I32": ""}


def read_perl(text: str) -> Wants:
    """Read a format string of Perl."""
    values = Values("apart")
    for match in _directives(_PERL, text):
        vector, letter = match["vector"], match["type"]
        if vector and "*" in vector:
            values.take(vector.strip("*$v") or None, "vector")
        if vector:
            values.take(match["position"], "vector")
        values.take_star(match["width"])
        values.take_star(match["precision"])
        its_type = _perl_type(match["size"] or "", letter)
        if letter != "%" and not vector:
            values.take(match["position"], its_type)
    return values.wants


def _perl_type(size: str, letter: str) -> str:
    if letter in "DUO":
        return "V int" if letter == "D" else "V unsigned"
    size = _PERL_SIZES.get(size, size)
    its_type = _PERL_TYPES.get(letter, "")
    if its_type == "double" and size in {"h", "l"}:
        raise InvalidError(f"{size}{letter} is no size of a number")
    return f"{size} {its_type}".strip() if its_type in {"int", "unsigned", "double", "count"} else its_type


_BOOST: Final = (
    r"%(?:%|(?P<whole>[1-9][0-9]*)%|(?P<bar>\|)?(?:(?P<position>[1-9][0-9]*)\$)?[-+ #0'_=hl]*+"
    r"(?P<width>\*(?:[0-9]+\$)?|[0-9]++)?(?P<precision>\.(?:\*(?:[0-9]+\$)?|[0-9]*))?[hlL]*+"
    r"(?:(?P<type>[cCsSidouxXeEfgGptn]|T(?s:.))|(?(bar)|(?!)))(?(bar)\|))"
)
_BOOST_TYPES: Final = _types(("cC", "char"), ("sS", ANY), ("idouxX", "int"), ("eEfgG", "double"), ("p", "pointer"))


def read_boost(text: str) -> Wants:
    """Read a format string of the C++ library Boost."""
    values = Values()
    for match in _directives(_BOOST, text):
        if match["whole"]:
            values.take(match["whole"], ANY)
        elif match[0] != "%%":
            values.take_star(match["width"])
            values.take_star(match["precision"])
            letter = (match["type"] or "s")[0]
            if letter in _BOOST_TYPES:
                values.take(match["position"], _BOOST_TYPES[letter])
    return values.wants


_RUBY: Final = (
    r"%[ #+0-]*+(?:<(?P<name>[^>]{0,200})>|(?P<position>[0-9]+)\$)?[ #+0-]*+"
    r"(?P<width>\*(?:[0-9]+\$)?|[0-9]++)?(?P<precision>\.(?:\*(?:[0-9]+\$)?|[0-9]*))?(?:<(?P<late>[^>]{0,200})>)?"
    r"(?:\{(?P<key>[^}]{0,200})\}|(?P<type>[spcdiuoxXbBfgGeEaA%\n]))"
)
_RUBY_TYPES: Final = _types(("s", ANY), ("p", "inspected"), ("c", "char"), ("diuoxXbB", "int"), ("fgGeEaA", "float"))


def read_ruby(text: str) -> Wants:
    """Read a format string of Ruby, whose values have names or come in order."""
    values = Values()
    for match in _directives(_RUBY, text):
        name = next((match[group] for group in ("name", "late", "key") if match[group] is not None), None)
        letter = match["type"] or "s"
        if match["position"]:
            values.begin("numbered")
        values.take_star(match["width"])
        values.take_star(match["precision"])
        if name is not None:
            values.take_named(f"%<{name}>", _RUBY_TYPES.get(letter, ANY))
        elif letter in _RUBY_TYPES:
            values.take(match["position"], _RUBY_TYPES[letter])
    return values.wants


_QT: Final = r"%(L?)([0-9]{1,2})"
_QT_PLURAL: Final = r"%L?n"
_KDE: Final = r"%([1-9][0-9]*)"
_YCP: Final = r"%(?P<number>[1-9%])"


def read_qt(text: str) -> Wants:
    """Read a format string of Qt; an ``L`` or a number of two digits keeps arg(a1, a2) from working."""
    wants: dict[str | int, str] = {}
    for flag, number in re.findall(_QT, text):
        wants[f"%{int(number)}"] = ""
        if flag or len(number) > 1:
            wants["an L flag or a number of two digits"] = ""
    return wants


def read_qt_plural(text: str) -> Wants:
    """Read a format string of Qt that shows one count."""
    return {"%n": ""} if re.search(_QT_PLURAL, text) else {}


def read_kde(text: str) -> Wants:
    """Read a format string of KDE, which may leave out one argument before a later one."""
    numbers = sorted({int(number[:7]) for number in re.findall(_KDE, text)})
    if numbers and numbers[-1] > len(numbers) + 1:
        raise InvalidError(f"it leaves out several arguments before %{numbers[-1]}")
    return {f"%{number}": "" for number in numbers}


def read_ycp(text: str) -> Wants:
    """Read a format string of YCP or Smalltalk."""
    return {match[0]: "" for match in _directives(_YCP, text) if match["number"] != "%"}


_FLAGS: Final = "[-+ #0]*+"
read_objective_c: Final = partial(read_c, pattern=_OBJECTIVE_C)
read_awk: Final = _reader(
    rf"{_POSITION}{_FLAGS}{_WIDTH}(?P<type>[%csdiouxXeEfgG])",
    _SIGNED,
    _UNSIGNED,
    _FLOAT,
    ("c", "char"),
    ("s", "string"),
)
read_elisp: Final = _reader(
    rf"{_POSITION}{_FLAGS}(?P<width>\*|[0-9]++)?(?P<precision>\.(?:\*|[0-9]*))?(?P<type>[%cdioxXeEfgGsS])",
    ("dioxX", "int"), _FLOAT, ("c", "char"), ("s", "object"), ("S", "quoted"), mixing="sets",
)  # fmt: skip
read_librep: Final = _reader(
    r"%(?:(?P<position>0*[1-9][0-9]*)\$)?[-+ 0^]*+[0-9]*(?:\.[0-9]*)?(?P<type>[%cdoxXsS])",
    ("doxX", "int"), ("c", "char"), ("s", "object"), ("S", "quoted"), mixing="sets",
)  # fmt: skip
read_lua: Final = _reader(
    rf"%(?:%|{_NUMBERS}(?P<type>[cdiouxXaAeEfgGsq]))",
    ("diouxX", "int"), ("aAeEfgG", "float"), ("c", "char"), ("s", "string"), ("q", "quoted"),
)  # fmt: skip
read_javascript: Final = _reader(
    rf"{_POSITION}[-+ 0I]*+{_NUMBERS}(?P<type>[%csbdoxXfj])",
    ("bdoxX", "int"),
    ("f", "float"),
    ("c", "char"),
    ("s", "string"),
    ("j", "any type"),
)
read_php: Final = _reader(
    r"%(?:%|(?:(?P<position>[0-9]+)\$)?(?:[- 0]|'.)*(?![- 0'])[0-9]*+(?:\.[0-9]+)?l?(?P<type>[bduoxXeEfFgGcs]))",
    ("bduoxX", "int"), ("eEfFgG", "float"), ("c", "char"), ("s", "string"), mixing="apart",
)  # fmt: skip


_TCL: Final = (
    rf"%(?:%|(?:(?P<position>[0-9]+)\$)?{_FLAGS}(?P<width>\*|[0-9]++)?(?P<precision>\.(?:\*|[0-9]*))?"
    r"(?P<size>[hl]?)(?P<type>[cdiuoxXseEfgG]))"
)
_TCL_TYPES: Final = _types(_SIGNED, _UNSIGNED, _FLOAT, ("c", "char"), ("s", "string"))


def read_tcl(text: str) -> Wants:
    """Read a format string of Tcl; an asterisk takes the argument of the directive's number, and the value the next."""
    values = Values()
    for match in _directives(_TCL, text):
        if match[0] == "%%":
            continue
        number = None if match["position"] is None else int(match["position"][:7])
        for part in (match["width"], match["precision"]):
            if part and "*" in part:
                values.take(None if number is None else str(number), "int")
                number = None if number is None else number + 1
        its_type = _TCL_TYPES[match["type"]]
        short = match["size"] == "h" and its_type in {"int", "unsigned"}
        values.take(None if number is None else str(number), f"short {its_type}" if short else its_type)
    return values.wants


_PASCAL: Final = (
    r"%(?:%|(?:(?P<position>[0-9]+|\*)?:)?-?(?P<width>\*|[0-9]++)?(?P<precision>\.(?:\*|[0-9]+))?"
    r"(?P<type>[duxefgnmsp]))"
)
_PASCAL_TYPES: Final = _types(("dux", "int"), ("efgnm", "float"), ("s", "string"), ("p", "pointer"))


def read_pascal(text: str) -> Wants:
    """Read a format string of Object Pascal, which counts its arguments from 0; ours have one more."""
    values = Values("apart")
    for match in _directives(f"(?i:{_PASCAL})", text):
        if match[0] == "%%":
            continue
        position = match["position"]
        if position == "*":
            values.take(None, "int")
        values.take_star(match["width"])
        values.take_star(match["precision"])
        number = str(int((position or "0")[:7]) + 1) if position != "*" and ":" in match[0] else None
        # Of a value whose number is itself a value, nobody knows which it is.
        if position != "*":
            values.take(number, _PASCAL_TYPES[match["type"].lower()])
    return values.wants
