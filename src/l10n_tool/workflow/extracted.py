"""What an extraction came to."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

__all__ = ["Extracted", "Progress"]

#: Told how many documents of how many are read, and a word for them.
Progress = Callable[[int, int, str], None]


@dataclass(frozen=True, slots=True)
class Extracted:
    """A template as it is now, and what changed against the file that was there; ``data`` is for standard output."""

    template: Path | None
    entries: int
    documents: int
    changed: bool
    added: int = 0
    removed: int = 0
    data: bytes = b""
