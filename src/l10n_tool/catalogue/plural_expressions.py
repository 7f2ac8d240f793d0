"""The expressions of Plural-Forms headers: C's, over ``n``, read into functions and never evaluated as code.

Grammar and semantics are those of the gettext manual, "Additional functions for plural forms". A function takes many
counts at once and works out each part for all of them, so that trying a header out costs less than reading it.
"""

import operator
import re
from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate
from typing import Final

__all__ = [
    "BLANK",
    "LONGEST",
    "MOST_FORMS",
    "WORD",
    "Evaluate",
    "PluralFormsError",
    "depths",
    "nesting",
    "parse_expression",
]

LONGEST: Final = 1000
#: Six forms is the most that a language has; a huge number is an attack on memory.
MOST_FORMS: Final = 64
#: What may stand between the parts of an expression.
BLANK: Final = " \t"
_TOKEN: Final = re.compile(r"[ \t]*(n|[0-9]+|\|\||&&|[=!<>]=|[<>!?:+\-*/%()])")
_DEEPEST: Final = 40
#: gettext computes with unsigned long, of 64 bits nearly everywhere: 0 - 1 is a very large number.
WORD: Final = 2**64

#: Gives the value of an expression for each of some counts. Raises ZeroDivisionError.
Evaluate = Callable[[Sequence[int]], list[int]]
_Operation = Callable[[int, int], int]


class PluralFormsError(ValueError):
    """A Plural-Forms header that gettext would refuse."""


#: Loosest operator first; above them ``?:``, ``||`` and ``&&``.
_BINARY: Final[tuple[dict[str, _Operation], ...]] = (
    {"==": operator.eq, "!=": operator.ne},
    {"<": operator.lt, ">": operator.gt, "<=": operator.le, ">=": operator.ge},
    {"+": lambda a, b: (a + b) % WORD, "-": lambda a, b: (a - b) % WORD},
    {"*": lambda a, b: a * b % WORD, "/": operator.floordiv, "%": operator.mod},
)


def parse_expression(text: str) -> Evaluate:
    """Return the function of an expression. Raises PluralFormsError for what gettext could not read."""
    return _Parser(text).parse()


def nesting(text: str) -> int:
    """Return how many brackets are open at once in an expression."""
    return max(depths(text), default=0)


def depths(text: str) -> Iterator[int]:
    """Yield how many brackets are open behind each character."""
    return accumulate({"(": 1, ")": -1}.get(character, 0) for character in text)


class _Parser:
    """C's expressions, as far as gettext knows them."""

    def __init__(self, text: str) -> None:
        self._tokens = _tokens(text)
        self._at = self._depth = 0

    def parse(self) -> Evaluate:
        whole = self._choice()
        if self._at < len(self._tokens):
            raise PluralFormsError(f"{self._tokens[self._at]!r} is too much in its expression")
        return whole

    def _take(self, *wanted: str) -> str:
        token = self._tokens[self._at] if self._at < len(self._tokens) else ""
        if token not in wanted:
            return ""
        self._at += 1
        return token

    def _choice(self) -> Evaluate:
        self._deepen()
        condition = self._either()
        if self._take("?"):
            yes = self._choice()
            if not self._take(":"):
                raise PluralFormsError("a ':' is missing after '?'")
            condition = _choice(condition, yes, self._choice())
        self._depth -= 1
        return condition

    def _deepen(self) -> None:
        self._depth += 1
        if self._depth > _DEEPEST:
            raise PluralFormsError("its expression is nested too deep")

    def _either(self) -> Evaluate:
        operands = [self._both()]
        while self._take("||"):
            operands.append(self._both())
        return operands[0] if len(operands) == 1 else _joined(operands, until=True)

    def _both(self) -> Evaluate:
        operands = [self._binary(0)]
        while self._take("&&"):
            operands.append(self._binary(0))
        return operands[0] if len(operands) == 1 else _joined(operands, until=False)

    def _binary(self, level: int) -> Evaluate:
        if level == len(_BINARY):
            return self._unary()
        first, others = self._binary(level + 1), []
        while sign := self._take(*_BINARY[level]):
            others.append((_BINARY[level][sign], self._binary(level + 1)))
        return _chain(first, others) if others else first

    def _unary(self) -> Evaluate:
        if self._take("!"):
            self._deepen()
            inner = self._unary()
            self._depth -= 1
            return lambda counts: list(map(operator.not_, inner(counts)))
        if self._take("("):
            inner = self._choice()
            if not self._take(")"):
                raise PluralFormsError("a ')' is missing")
            return inner
        return list if self._take("n") else self._number()

    def _number(self) -> Evaluate:
        token = self._tokens[self._at] if self._at < len(self._tokens) else "the end"
        if not token.isdigit():
            raise PluralFormsError(f"a number or n is due where {token!r} stands")
        self._at += 1
        value = int(token)
        if value >= WORD:
            raise PluralFormsError(f"{token[:30]} is too large a number")
        return lambda counts: [value] * len(counts)


def _choice(condition: Evaluate, yes: Evaluate, no: Evaluate) -> Evaluate:
    """Return what evaluates one of two operands, the other not at all, as C does."""

    def evaluate(counts: Sequence[int]) -> list[int]:
        told = condition(counts)
        first = iter(yes([count for count, true in zip(counts, told, strict=True) if true]))
        second = iter(no([count for count, true in zip(counts, told, strict=True) if not true]))
        return [next(first) if true else next(second) for true in told]

    return evaluate


def _joined(operands: Sequence[Evaluate], *, until: bool) -> Evaluate:
    """Return ``||`` (``until`` one is true) or ``&&`` of operands; what comes after the one that decides is left out.

    A loop, since a nest of calls could fill the stack.
    """

    def evaluate(counts: Sequence[int]) -> list[int]:
        values: list[int] = [not until] * len(counts)
        left = list(range(len(counts)))
        for operand in operands:
            told = operand([counts[at] for at in left])
            decided = [at for at, true in zip(left, told, strict=True) if bool(true) is until]
            for at in decided:
                values[at] = until
            left = [at for at, true in zip(left, told, strict=True) if bool(true) is not until]
        return values

    return evaluate


def _chain(first: Evaluate, others: Sequence[tuple[_Operation, Evaluate]]) -> Evaluate:
    """Return what evaluates operands one after another; a loop, since a nest of calls could fill the stack."""

    def evaluate(counts: Sequence[int]) -> list[int]:
        values = first(counts)
        for operation, operand in others:
            values = list(map(operation, values, operand(counts)))
        return values

    return evaluate


def _tokens(text: str) -> list[str]:
    tokens, at = [], 0
    text = text.rstrip(BLANK)
    while at < len(text):
        match = _TOKEN.match(text, at)
        if not match:
            raise PluralFormsError(f"{text[at:].lstrip(BLANK)[:1]!r} has no place in its expression")
        tokens.append(match[1])
        at = match.end()
    return tokens
