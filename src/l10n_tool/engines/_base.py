"""What engines have in common: that they end what they hold, however their use ends."""

from types import TracebackType
from typing import Self

__all__ = ["Closing"]


class Closing:
    """A context manager that calls ``close``; closing does nothing where an engine holds nothing."""

    __slots__ = ()

    def close(self) -> None:
        """End what the engine holds."""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
