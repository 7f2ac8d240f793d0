"""What an extraction came to."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

__all__ = ["Extracted", "Progress", "SourceRemark"]

#: Told how many documents of how many are read, and a word for them.
Progress = Callable[[int, int, str], None]


class SourceRemark(NamedTuple):
    """What a check says about a text of a source; ``file`` is empty where the text comes from none."""

    check: str
    file: str
    msgid: str
    message: str


@dataclass(frozen=True, slots=True)
class Extracted:
    """A template as it is now, and what changed against the file that was there; ``data`` is for standard output.

    ``remarks`` are about the texts that the template did not have before.
    """

    template: Path | None
    entries: int
    documents: int
    changed: bool
    added: int = 0
    removed: int = 0
    data: bytes = b""
    remarks: tuple[SourceRemark, ...] = ()
