"""What a check says about an entry."""

from dataclasses import dataclass
from enum import StrEnum

__all__ = ["Finding", "Severity"]


class Severity(StrEnum):
    """How bad a finding is: an error breaks a program or a document, or states another fact."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class Finding:
    """One problem of one entry, or of a whole catalogue, where ``msgid`` is empty.

    The first eight fields are the keys of ``check --format json``. ``sig`` is the entry's signature and ``msgstr``
    the form in question; both are empty for a catalogue.
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
