"""What forked processes tell the one that began a work: also one that is killed has told before it did anything."""

import os
from contextlib import suppress

__all__ = ["Told"]


class Told:
    """Words that processes leave for the one that they were forked from, in a file of memory that all of them have."""

    def __init__(self) -> None:
        self._first, self._handle = os.getpid(), -1

    def open(self) -> None:
        """Begin to listen."""
        with suppress(AttributeError, OSError):
            # Only Linux has it.
            self._handle = os.memfd_create("l10n-tool")

    def tell(self, word: str) -> None:
        """Leave a word, if this is a process that was forked later. Raises OSError."""
        if self._handle >= 0 and os.getpid() != self._first:
            os.write(self._handle, os.fsencode(word) + b"\0")

    def words(self) -> list[str] | None:
        """Return what was told, or None where nobody can tell."""
        if self._handle < 0:
            return None
        data = os.pread(self._handle, os.fstat(self._handle).st_size, 0)
        return [os.fsdecode(word) for word in data.split(b"\0")[:-1]]

    def close(self) -> None:
        """Cease to listen."""
        if self._handle >= 0:
            os.close(self._handle)
            self._handle = -1
