"""What a format string asks its program for, while it is read."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, Literal

__all__ = ["ANY", "InvalidError", "Kind", "Values", "Wants", "named"]

#: What a text asks for: by position (``1``) or name, with the type of the value.
Wants = Mapping[str | int, str]

#: How a language takes numbered and unnumbered directives in one text: not at all, counted each for itself, or so that
#: a number sets the count.
Mixing = Literal["never", "apart", "sets"]

#: Which values a form for a single number may leave out, as msgfmt has it.
Spared = Literal["all", "named", "one", "none"]

#: A value that is shown whatever it is; a program that shows it as a number besides must pass a number.
ANY: Final = "any"


class InvalidError(ValueError):
    """A text that is no format string of its kind; the message says why."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A language of format strings: its name, how its texts are read, and what a form for a single number may lack.

    Of one that is ``copied`` we know the directives but not what each asks for, so a translation has to have them as
    its source does.
    """

    name: str
    read: Callable[[str], Wants]
    spared: Spared = "all"
    copied: bool = False

    def spares(self, missing: Sequence[str | int]) -> bool:
        """Whether a form for a single number, as in "one file", may lack these values."""
        match self.spared:
            case "all":
                return True
            case "named":
                return all(isinstance(key, str) for key in missing)
            case "one":
                return len(missing) <= 1
            case "none":
                return False


@dataclass(slots=True)
class Values:
    """The values that a text asks for, while it is read."""

    mixing: Mixing = "never"
    wants: dict[str | int, str] = field(default_factory=dict)
    _way: str = ""
    _next: int = 1

    def take(self, position: str | None, its_type: str) -> None:
        """Ask for the value of this number, or for the next one."""
        if position is None:
            self._be("in order")
            number, self._next = self._next, self._next + 1
        else:
            self._be("numbered")
            # More than six digits are the number of no argument, and too many to make a number of.
            number = int(position.lstrip("0")[:7] or "0")
            if not number:
                raise InvalidError("it asks for argument 0")
            if self.mixing == "sets":
                self._next = number + 1
        self._put(number, its_type)

    def take_named(self, name: str, its_type: str) -> None:
        """Ask for the value of this name."""
        self._be("named")
        self._put(name, its_type)

    def take_star(self, part: str | None) -> None:
        """Ask for the width or precision that an asterisk stands for, if there is one."""
        if part and "*" in part:
            self.take(part.strip(".*$") or None, "int")

    def again(self, its_type: str) -> None:
        """Ask for the value before once more."""
        if not self.wants:
            raise InvalidError("it refers to a directive before the first")
        self._put(next(reversed(self.wants)), its_type)

    def begin(self, way: str) -> None:
        """Refuse values that come in this way after others that may not be mixed with them."""
        if self._way not in {"", way} and (self.mixing == "never" or "named" in {self._way, way}):
            raise InvalidError(f"it asks for values {self._way} and {way}")

    def _be(self, way: str) -> None:
        self.begin(way)
        self._way = way

    def _put(self, key: str | int, its_type: str) -> None:
        before = self.wants.pop(key, its_type)
        if before == ANY:
            before = its_type
        if its_type not in {before, ANY}:
            raise InvalidError(f"it asks for {named(key)} in two ways")
        self.wants[key] = before


def named(key: str | int) -> str:
    """Return what a value is called in a message."""
    return f"argument {key}" if isinstance(key, int) else key
