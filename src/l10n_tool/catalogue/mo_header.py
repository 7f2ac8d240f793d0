"""The header of an MO file: that of the catalogue, made fit for the programs that will load it.

gettext's C library and Python's read the charset and the plural forms from it. Python's refuses the whole file for a
Plural-Forms field that it cannot read, even where nothing in the file has a plural.
"""

from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from l10n_tool.catalogue.plural_expressions import LONGEST, PluralFormsError, nesting, parse_expression
from l10n_tool.catalogue.plurals import parse_plural_forms

__all__ = ["mo_header"]

#: Python's gettext reads no more brackets in one another.
_MOST_NESTED: Final = 20
_CONTENT_TYPE: Final = "Content-Type: text/plain; charset=UTF-8"
_CONTENT_FIELD: Final = "content-type"
_PLURAL_FIELD: Final = "plural-forms"
#: msgfmt leaves it out as well: it changes with every extraction, and says nothing to a program.
_CREATION_FIELD: Final = "pot-creation-date"


def mo_header(text: str, charset: str, *, plurals: bool) -> str:
    """Return a header of a file in this charset with the charset that an MO file is written in.

    Where the file holds ``plurals``, a Plural-Forms field that is missing or wrong raises PluralFormsError; where it
    holds none, a field that Python cannot read is left out.
    """
    fields = [(line.partition(":")[0].strip().lower(), line) for line in text.split("\n")]
    forms = [line.partition(":")[2] for field, line in fields if field == _PLURAL_FIELD]
    if plurals:
        _require(forms)
    left_out = {_CREATION_FIELD} if all(map(_loaded, forms)) else {_CREATION_FIELD, _PLURAL_FIELD}
    utf8 = _is_utf8(charset)
    kept = [
        _in_utf8(line, utf8) if field == _CONTENT_FIELD else line for field, line in fields if field not in left_out
    ]
    if not any(field == _CONTENT_FIELD for field, _ in fields):
        kept = [*(kept[:-1] if kept[-1:] == [""] else kept), _CONTENT_TYPE, ""]
    return "\n".join(kept)


def _in_utf8(line: str, utf8: bool) -> str:
    return line if utf8 and _is_utf8(line.partition("charset=")[2]) else _CONTENT_TYPE


def _is_utf8(charset: str) -> bool:
    return charset.strip().lower().replace("-", "") == "utf8"


def _require(forms: Sequence[str]) -> None:
    if not forms:
        raise PluralFormsError("the field is missing, and there are translations with plural forms")
    problem = next(filter(None, map(_problem, forms)), "")
    if problem:
        raise PluralFormsError(problem)


@lru_cache(100)
def _problem(plural_forms: str) -> str:
    """Return what is wrong with the field; nothing where it can be used."""
    try:
        parse_plural_forms(plural_forms)
    except PluralFormsError as error:
        return str(error)
    return "" if _loaded(plural_forms) else "it is more than Python's gettext can read"


@lru_cache(100)
def _loaded(plural_forms: str) -> bool:
    """Whether Python's gettext can make a function of the field; it tries none of its values out."""
    expression = "".join(plural_forms.split(";")[1:2]).partition("plural=")[2].partition("plural=")[0]
    try:
        parse_expression(expression)
    except PluralFormsError:
        return False
    return len(expression) <= LONGEST and nesting(expression) <= _MOST_NESTED
