"""What goes into an import and what comes out of it."""

from collections.abc import Iterator
from dataclasses import dataclass

__all__ = ["Capture", "DroppedLine", "Imported", "Message", "Part", "Source"]


@dataclass(frozen=True, slots=True)
class Capture:
    """One captured page as plain text; ``name`` is what its lines are reported under."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class DroppedLine:
    """A line that is not in the message, and why; ``line`` is 1-based."""

    capture: str
    line: int
    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class Source:
    """Lines ``first`` to ``last`` of a capture, 1-based, both included."""

    capture: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Part:
    """A paragraph or line of the message, on one line; ``sources`` says who holds it word for word."""

    text: str
    sources: tuple[Source, ...] = ()

    @property
    def captures(self) -> tuple[str, ...]:
        """The names of the captures that hold this part, in the order they were given."""
        return tuple(dict.fromkeys(source.capture for source in self.sources))


@dataclass(frozen=True, slots=True)
class Message:
    """The message of one or more captures; no text stands in it twice."""

    body: tuple[Part, ...]
    title: Part | None = None
    dateline: Part | None = None
    lead: tuple[Part, ...] = ()
    signature: tuple[Part, ...] = ()
    note: tuple[Part, ...] = ()

    def parts(self) -> Iterator[Part]:
        """Give every part in reading order."""
        yield from (part for part in (self.title, self.dateline) if part)
        yield from (*self.lead, *self.body, *self.signature, *self.note)


@dataclass(frozen=True, slots=True)
class Imported:
    """A message and what was left out of it.

    Every line of every capture that is not blank is either in a source of the message or in ``dropped``,
    never in both; ``dropped`` follows the order of the captures and of their lines.
    """

    message: Message
    dropped: tuple[DroppedLine, ...]
