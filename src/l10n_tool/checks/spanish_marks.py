"""``spanish-marks``: a Spanish question or exclamation begins with ¿ or ¡ (Ortografía de la lengua española, 3.4.9)."""

import re
from collections.abc import Iterator
from typing import Final

from l10n_tool.checks.finding import Severity
from l10n_tool.checks.model import Check, Remark, Subject
from l10n_tool.facts.text import Span, Text

__all__ = ["CHECK"]

_LANGUAGES: Final = frozenset(["es", "ast"])
_MARKS: Final = re.compile(r"[¿¡?!]+")
# A name such as Yahoo! stands within a sentence: what follows the end of one is no small letter.
_ENDS: Final = re.compile(r"[\s*_\"”»)\]…]*(?:\Z|\n|[^\w\s]|[^\W\d_a-záéíóúüñ])")
_LETTER: Final = re.compile(r"[^\W\d_]{2}")


def _spanish_marks(subject: Subject) -> Iterator[Remark]:
    if subject.language not in _LANGUAGES:
        return
    for form, text in enumerate(subject.texts):
        if any(mark in text.raw for mark in "?!¿¡") and text.raw not in subject.sources:
            missing = _unopened(text)
            if missing:
                mark = "¿" if "?" in text.raw[missing[0][0] : missing[0][1]] else "¡"
                yield Remark(f"{mark} is missing where the sentence begins", form=form, marks=tuple(missing))


def _unopened(text: Text) -> list[Span]:
    """Return the closing marks that none opens; a sentence may ask and exclaim at once (¡Qué?)."""
    missing: list[Span] = []
    opened, said, at = False, False, 0
    for match in _MARKS.finditer(text.prose):
        said = said or _LETTER.search(text.prose, at, match.start()) is not None
        at = match.end()
        if match[0][-1] in "¿¡":
            opened = True
            continue
        ends = _ENDS.match(text.prose, at) is not None
        if not opened and ends and said and text.prose[match.start() - 1] not in "([":
            missing.append(match.span())
        if ends or opened:
            opened = said = False
    return missing


CHECK: Final = Check(
    name="spanish-marks",
    severity=Severity.WARNING,
    summary="A question or an exclamation in Spanish begins with ¿ or ¡.",
    explanation=(
        "Spanish and Asturian open a question with ¿ and an exclamation with ¡, where the question itself begins: "
        "“Si puedes, ¿firmas?”. Put the mark there. Names with a mark of their own, such as Yahoo!, within a sentence "
        "are passed over, and so is what stands in code."
    ),
    of_entry=_spanish_marks,
)
