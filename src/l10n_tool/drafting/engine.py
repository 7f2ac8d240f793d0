"""What drafting asks of an engine, and what comes of asking."""

from dataclasses import dataclass
from types import TracebackType
from typing import Protocol, Self, runtime_checkable

from l10n_tool.catalogue import Entry
from l10n_tool.drafting.schemes import Scheme

__all__ = ["Drafted", "Engine", "Recall", "Rejected"]


class Engine(Protocol):
    """A machine translation engine for one pair of languages, as its factory made it.

    ``name`` is what a draft line says in ``by``. ``limit`` is the most characters of one request, 0 where there is
    none. ``local`` is False where text leaves this machine. ``markup`` are the ways of writing marks to try, in
    order; ``Scheme.WHOLE`` is for an engine that keeps markup itself.
    """

    @property
    def name(self) -> str: ...  # noqa: D102 - the class says it

    @property
    def limit(self) -> int: ...  # noqa: D102

    @property
    def local(self) -> bool: ...  # noqa: D102

    @property
    def markup(self) -> tuple[Scheme, ...]: ...  # noqa: D102

    def translate(self, text: str) -> str:
        """Return the translation of one text.

        Raises Rejected where this text has no usable answer, and ServiceError where asking on is of no use.
        """
        ...

    def close(self) -> None:
        """End what the engine holds: processes, connections. Closing twice is harmless."""
        ...

    def __enter__(self) -> Self: ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...


@runtime_checkable
class Recall(Protocol):
    """An engine that answers for a whole entry, because its context and plural matter to it."""

    def recall(self, entry: Entry) -> tuple[str, ...] | None:
        """Return every form for the entry, or None where there is nothing to recall."""
        ...


class Rejected(Exception):  # noqa: N818 - it is an outcome that people read about, not a failure of the program
    """A text that gets no draft; ``reason`` is one sentence for people."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Drafted:
    """A draft: every form in order, and what a reviewer must know about it."""

    forms: tuple[str, ...]
    notes: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The first form: the whole draft of an entry without plural."""
        return self.forms[0]
