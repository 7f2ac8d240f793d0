"""The Plural-Forms header: what CLDR says for a language, and what a header says, without ever evaluating it as code.

Grammar and semantics are those of the gettext manual, "Additional functions for plural forms"; the categories are
those of CLDR, "Language Plural Rules". An integer count never reaches the category that CLDR keeps for fractions, so
Russian has three forms, and French and Spanish have one for millions.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final

from l10n_tool.catalogue.plural_expressions import (
    BLANK,
    LONGEST,
    MOST_FORMS,
    WORD,
    Evaluate,
    PluralFormsError,
    depths,
    parse_expression,
)
from l10n_tool.languages import plural_rule

__all__ = ["PluralForms", "PluralFormsError", "cldr_plural_forms", "parse_plural_forms"]

# gettext looks for the names with their equals signs, and skips white space after those only.
_HEADER: Final = re.compile(r"nplurals=[ \t]*([0-9]+)[ \t]*;[ \t]*plural=([^;]+);?[ \t]*")

#: Integers that reach every category of every rule in CLDR: all up to 1,000, and the round ones beyond.
SAMPLES: Final = (*range(1001), 10_000, 100_000, 1_000_000, 1_000_001, 2_000_000, 10_000_000)


@dataclass(frozen=True, slots=True)
class PluralForms:
    """How many forms a language has, and which one a count takes."""

    count: int
    expression: str
    index: Callable[[int], int]

    def __str__(self) -> str:
        return f"nplurals={self.count}; plural={self.expression};"


def parse_plural_forms(header: str) -> PluralForms:
    """Read a Plural-Forms header.

    Raises PluralFormsError for bad syntax, and where a count up to 1,000 would give a form that is not there.
    """
    if len(header) > LONGEST:
        raise PluralFormsError(f"it is longer than {LONGEST} characters")
    match = _HEADER.fullmatch(header.strip(BLANK))
    expression = match[2].strip(BLANK) if match else ""
    if not match and re.search(r"plurals? +=", header):
        raise PluralFormsError("there is a space before its equals sign, where gettext allows none")
    if not match or not expression:
        raise PluralFormsError("it is not of the form nplurals=2; plural=n != 1;")
    count, evaluate = int(match[1]), parse_expression(expression)
    if not count:
        raise PluralFormsError("nplurals is 0")
    if count > MOST_FORMS:
        raise PluralFormsError(f"nplurals is {count}, and no language has more than 6 forms")
    _try_out(evaluate, count)
    return PluralForms(count, expression, lambda n: int(evaluate([n])[0]))


def _try_out(evaluate: Evaluate, count: int) -> None:
    try:
        forms = evaluate(SAMPLES)
    except ZeroDivisionError:
        n = next(n for n in SAMPLES if not _is_defined(evaluate, n))
        raise PluralFormsError(f"it divides by zero for n={n}") from None
    if max(forms) >= count:
        n, form = next((n, form) for n, form in zip(SAMPLES, forms, strict=True) if form >= count)
        raise PluralFormsError(f"it gives form {_shown(form)} for n={n}, but nplurals is {count}")


def _is_defined(evaluate: Evaluate, n: int) -> bool:
    try:
        evaluate([n])
    except ZeroDivisionError:
        return False
    return True


def _shown(form: int) -> int:
    """Return the number that was meant where it is one below 0."""
    return form - WORD if form > WORD // 2 else form


def cldr_plural_forms(code: str) -> PluralForms:
    """Return CLDR's forms for a locale's language, of those that an integer reaches, in CLDR's order."""
    return _cldr_forms(code)


@lru_cache(maxsize=256)  # Many small catalogues of the same locales are checked in one run.
def _cldr_forms(code: str) -> PluralForms:
    rule = plural_rule(code)
    taken = {rule(n) for n in SAMPLES}
    reached = [tag for tag in _CATEGORIES if tag in taken]
    conditions = [(tag, _expression(ast)) for tag, ast in rule.abstract if tag in reached]
    conditions.sort(key=lambda pair: reached.index(pair[0]))
    if "other" not in reached:
        # The last category needs no condition: every integer that reaches the end is in it.
        conditions.pop()
    last = str(reached.index("other") if "other" in reached else len(reached) - 1)
    choices = [f"{_bare(condition)} ? {reached.index(tag)} : " for tag, condition in conditions]
    if len(reached) == 2 and last != "0":
        return parse_plural_forms(f"nplurals=2; plural={_negated(conditions[0][1])};")
    return parse_plural_forms(f"nplurals={len(reached)}; plural={''.join(choices)}{last};")


_CATEGORIES: Final = ("zero", "one", "two", "few", "many", "other")
# The operands of UTS 35, "Plural Operand Meanings", for an integer n.
_OPERANDS: Final = {"n": "n", "i": "n", "v": "0", "w": "0", "f": "0", "t": "0", "c": "0", "e": "0"}


def _expression(ast: Any) -> str:
    """Return a C expression of one of Babel's conditions, with what is constant for integers worked out."""
    kind, operands = ast
    if kind in {"and", "or"}:
        return _joined(kind, [_expression(operand) for operand in operands])
    if kind == "not":
        return _negated(_expression(operands[0]))
    _, value, ranges = operands
    operand = _value(value)
    tests = [_in_range(operand, _value(low), _value(high)) for low, high in ranges[1]]
    return _joined("or", tests)


def _value(ast: Any) -> str:
    kind, operands = ast
    if kind == "mod":
        value, modulus = map(_value, operands)
        return "0" if value == "0" else f"{value}%{modulus}"
    return str(operands[0]) if kind == "value" else _OPERANDS[kind]


def _in_range(operand: str, low: str, high: str) -> str:
    if operand == "0":
        return "1" if low == "0" else "0"
    if low == high:
        return f"{operand}==0" if low == "0" else f"{operand}=={low}"
    if low == "0":
        return f"{operand}<={high}"
    return f"({operand}>={low} && {operand}<={high})"


def _joined(kind: str, parts: list[str]) -> str:
    neutral, absorbing, operator = ("1", "0", " && ") if kind == "and" else ("0", "1", " || ")
    if absorbing in parts:
        return absorbing
    parts = list(dict.fromkeys(part for part in parts if part != neutral))
    if not parts:
        return neutral
    return parts[0] if len(parts) == 1 else f"({operator.join(parts)})"


def _negated(condition: str) -> str:
    if condition in {"0", "1"}:
        return "10"[int(condition)]
    if re.fullmatch(r"n(?:%[0-9]+)?==[0-9]+", condition):
        return condition.replace("==", "!=")
    if re.fullmatch(r"n(?:%[0-9]+)?<=[0-9]+", condition):
        return condition.replace("<=", ">")
    return f"!{condition if condition.startswith('(') else f'({condition})'}"


def _bare(condition: str) -> str:
    """Drop the brackets around a whole condition."""
    if not condition.startswith("("):
        return condition
    return condition[1:-1] if _closes_at(condition) == len(condition) - 1 else condition


def _closes_at(text: str) -> int:
    """Return where the bracket closes with which a text begins."""
    return next((at for at, depth in enumerate(depths(text)) if not depth), len(text))
