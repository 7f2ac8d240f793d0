"""What goes into an import and what comes out of it."""

from collections.abc import Iterator
from dataclasses import dataclass, field

__all__ = [
    "AS_TEXT", "Capture", "Change", "Difference", "DroppedLine", "Form", "Imported", "Mark", "Message", "Notice",
    "Part", "PartlyHeld", "Source",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Capture:
    """One captured page, as plain text or as HTML; ``name`` is what its lines are reported under."""

    name: str
    text: str
    html: bool = False


@dataclass(frozen=True, slots=True)
class DroppedLine:
    """Something that is not in the message, mostly a line, and why; ``line`` is 1-based.

    What stands in one ``region`` of an HTML page, a menu say, has the same number other than 0.
    """

    capture: str
    line: int
    text: str
    reason: str
    region: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Source:
    """Lines ``first`` to ``last`` of a capture, 1-based, both included."""

    capture: str
    first: int
    last: int

    def __str__(self) -> str:
        return f"{self.capture}:{self.first}"


@dataclass(frozen=True, slots=True)
class Mark:
    """The characters from ``start`` to ``end`` of a text are strong, emphasised or a link."""

    start: int
    end: int
    strong: bool = False
    emphasis: bool = False
    link: str = ""


@dataclass(frozen=True, slots=True)
class Form:
    """What an HTML page says a block is: a heading of a level, an item of a list in a list, a quotation.

    ``level`` is the depth in lists, 0 outside of them; ``number`` is an ordered item's, and a block that is no
    ``first`` of its item goes on with it.
    """

    heading: int = 0
    level: int = 0
    number: int = 0
    first: bool = True
    quoted: bool = False


#: What has no form of its own: a paragraph, and all that stands in plain text.
AS_TEXT = Form()


@dataclass(frozen=True, slots=True)
class Part:
    """A paragraph or line of the message, on one line; ``sources`` says who holds it word for word."""

    text: str
    sources: tuple[Source, ...] = ()
    marks: tuple[Mark, ...] = ()
    form: Form = AS_TEXT

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
class PartlyHeld:
    """A part of the message that not every capture has in any words; ``part`` says which ("body 3")."""

    part: str
    text: str
    holders: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """A stretch of words as the document has it and as another capture has it; equal where they agree."""

    kept: str
    other: str

    @property
    def same(self) -> bool:
        """Whether both have these words."""
        return self.kept == self.other


@dataclass(frozen=True, slots=True)
class Difference:
    """A part that a capture has in other words than the document; ``changes`` run through the whole of it.

    It is ``slight`` if only quotation marks, invisible characters or case differ.
    """

    part: str
    kept: Source
    other: Source
    changes: tuple[Change, ...]
    slight: bool


@dataclass(frozen=True, slots=True)
class Notice:
    """What a person should know about how a capture was read."""

    capture: str
    text: str


@dataclass(frozen=True, slots=True)
class Imported:
    """A message and what was left out of it.

    Every line of every capture that is not blank is either in a source of the message or in ``dropped``,
    never in both; ``dropped`` follows the order of the captures and of their lines. Of an HTML page these are
    the lines a reader sees; its hidden text, its names in the head, its images and the links that are not
    kept are in ``dropped`` too. ``partly_held`` and ``differences`` compare several captures.
    """

    message: Message
    dropped: tuple[DroppedLine, ...]
    partly_held: tuple[PartlyHeld, ...] = ()
    differences: tuple[Difference, ...] = ()
    notices: tuple[Notice, ...] = ()
