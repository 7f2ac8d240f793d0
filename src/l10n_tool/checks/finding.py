"""What a check says about an entry."""

from dataclasses import dataclass
from enum import StrEnum

from l10n_tool.facts.text import Span

__all__ = ["Finding", "Severity"]


class Severity(StrEnum):
    """How bad a finding is: an error breaks a program or a document, or states another fact."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        """The worse, the more."""
        return _RANKS[self]


_RANKS = {Severity.INFO: 0, Severity.WARNING: 1, Severity.ERROR: 2}


@dataclass(frozen=True, slots=True)
class Finding:
    """One problem of one entry, or of a whole catalogue, where ``msgid`` is empty.

    The first eight fields are the keys of ``check --format json``. ``sig`` is the entry's signature and ``msgstr``
    the form in question; both are empty for a catalogue. ``marks`` are the parts of ``msgstr`` in question, and
    ``source_marks`` those of ``source``, which is the msgid, or the msgid_plural that the form was compared with.
    """

    check: str
    severity: Severity
    locale: str
    file: str
    line: int
    msgctxt: str | None
    msgid: str
    message: str
    sig: str = ""
    msgstr: str = ""
    source: str = ""
    marks: tuple[Span, ...] = ()
    source_marks: tuple[Span, ...] = ()
