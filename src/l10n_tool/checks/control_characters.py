"""``control-characters``: what a terminal or a page would obey instead of show."""

import re
from collections.abc import Iterator
from typing import Final

from l10n_tool.checks.finding import Severity
from l10n_tool.checks.model import Check, Remark, Subject

__all__ = ["CHECK"]

# C0 without tab and line feed, DEL and C1. U+FFFD is what a wrong charset leaves of a letter.
_CONTROL: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ufffd]")


def _control_characters(subject: Subject) -> Iterator[Remark]:
    if not _CONTROL.search(subject.everything):
        return
    known = set(_CONTROL.findall("".join(subject.sources)))
    for form, text in enumerate(subject.entry.msgstr):
        added = sorted(set(_CONTROL.findall(text)) - known)
        if added:
            names = ", ".join(f"U+{ord(character):04X}" for character in added)
            yield Remark(f"characters that the source lacks: {names}", form=form)


CHECK: Final = Check(
    name="control-characters",
    severity=Severity.ERROR,
    summary="The translation has no control characters that the source lacks.",
    explanation=(
        "A control character is not seen in an editor; a terminal obeys it, and XML and HTML forbid most of them. "
        "U+FFFD means that a letter was lost when a file was read in the wrong charset. Delete the character, and "
        "type the lost letter again."
    ),
    of_entry=_control_characters,
)
