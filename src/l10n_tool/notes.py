"""Author's notes: what a source says to translators and to the tool, in the comments of its format.

The words are those of mdBook's i18n helpers, with two more: ``i18n:comment TEXT`` for the translator, ``i18n:skip`` for
the next block and ``i18n:skip-start`` to ``i18n:skip-end`` for a range that stays as it is, ``i18n:context ID`` for the
msgctxt of the next block and ``i18n:max-length N`` for the most characters that its translation may have.
"""

import re
from dataclasses import dataclass, field
from typing import Final

from l10n_tool.errors import FileError, Place

__all__ = ["NO_NOTES", "NoteReader", "Notes"]

_WORD: Final = re.compile(r"\s*i18n:(\S*)\s*(.*?)\s*", re.DOTALL)
_WORDS: Final = ("comment", "context", "max-length", "skip", "skip-end", "skip-start")
_LONGEST: Final = 1_000_000


@dataclass(frozen=True, slots=True)
class Notes:
    """What an author said of one block; ``max_length`` is in characters, 0 for any length."""

    comments: tuple[str, ...] = ()
    context: str | None = None
    max_length: int = 0


NO_NOTES: Final = Notes()


@dataclass(slots=True)
class NoteReader:
    """Takes the comments of one document in order, and says of each block what they mean for it."""

    name: str
    _comments: list[str] = field(default_factory=list)
    _context: str | None = None
    _max_length: int = 0
    _skip: bool = False
    _range: int = 0

    @property
    def skipping(self) -> bool:
        """Whether a range that stays as it is has begun and not ended."""
        return self._range > 0

    def comment(self, text: str, line: int) -> bool:
        """Take the inside of one comment; return whether it is a note. Raises FileError for one that is none of ours.

        ``line`` is where the comment begins, 1-based.
        """
        match = _WORD.fullmatch(text)
        if match is None:
            return False
        self._take(match[1], " ".join(match[2].split()), line)
        return True

    def _take(self, word: str, value: str, line: int) -> None:
        if word not in _WORDS:
            from difflib import get_close_matches

            near = get_close_matches(word, _WORDS, n=1, cutoff=0.5)
            remedy = f"Did you mean i18n:{near[0]}?" if near else f"Known: {', '.join(_WORDS)}."
            raise self._error(f"unknown note i18n:{word}", line, remedy)
        if word in {"comment", "context", "max-length"} and not value:
            raise self._error(f"i18n:{word} says nothing", line, f"Write i18n:{word} and what it should be.")
        if word == "comment":
            self._comments.append(value)
        elif word == "context":
            self._context = value
        elif word == "max-length":
            self._max_length = self._number(value, line)
        elif word == "skip":
            self._skip = True
        else:
            self._bound(word, line)

    def _bound(self, word: str, line: int) -> None:
        if word == "skip-start" and self._range:
            remedy = "End the first range with i18n:skip-end."
            raise self._error(f"i18n:skip-start inside the range that begins at line {self._range}", line, remedy)
        if word == "skip-end" and not self._range:
            raise self._error("i18n:skip-end without a beginning", line, "Begin the range with i18n:skip-start.")
        self._range = line if word == "skip-start" else 0

    def _number(self, value: str, line: int) -> int:
        if not re.fullmatch("[0-9]{1,7}", value) or not 0 < int(value) <= _LONGEST:
            raise self._error(f"i18n:max-length {value}", line, "Write the number of characters: i18n:max-length 60.")
        return int(value)

    def _error(self, message: str, line: int, remedy: str) -> FileError:
        return FileError(message, place=Place(self.name, line), remedy=remedy)

    def for_block(self) -> Notes | None:
        """Return the notes of the block that comes now, or None if it stays as it is; they hold for this one only."""
        notes = Notes(tuple(self._comments), self._context, self._max_length)
        skip = self._skip or self.skipping
        self._comments, self._context, self._max_length, self._skip = [], None, 0, False
        return None if skip else notes

    def close(self) -> None:
        """Say that the document ends. Raises FileError if a range is still open."""
        if self._range:
            remedy = "Write i18n:skip-end where the range ends."
            raise self._error("i18n:skip-start without an end", self._range, remedy)
