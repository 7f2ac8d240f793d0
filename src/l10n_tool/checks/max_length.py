"""``max-length``: a translation is no longer than the author's note allows."""

import re
from collections.abc import Iterator
from html import unescape
from typing import Final
from unicodedata import category, normalize

from l10n_tool.checks.finding import Severity
from l10n_tool.checks.model import Check, Remark, Subject
from l10n_tool.markup.marks import Kind, Mark, Role, find_marks

__all__ = ["CHECK", "length"]

#: The note as extraction writes it; a tool that wraps comments may part the word from the number.
_LIMIT: Final = re.compile(r"^[ \t]*max-length:\s*([0-9]{1,7})(?=\s|$)", re.MULTILINE)
# What has no place of its own in a line: accents that are put on a letter, and signs that nobody sees.
_NOT_SEEN: Final = frozenset({"Mn", "Me", "Cf"})
#: Marks whose text is read as it stands.
_READ: Final = frozenset({Kind.ADDRESS, Kind.PLACEHOLDER})


def _max_length(subject: Subject) -> Iterator[Remark]:
    limits = _LIMIT.findall("\n".join(subject.entry.extracted)) if subject.entry.extracted else []
    if not limits:
        return
    # The same text may stand in several places: it has to fit into the narrowest.
    limit = min(map(int, limits))
    for form, text in enumerate(subject.entry.msgstr):
        found = length(text, markdown=subject.markdown)
        if found > limit:
            yield Remark(f"{found} characters where {limit} fit", form=form)


def length(text: str, *, markdown: bool) -> int:
    """Return how many characters a reader sees; of Markdown, neither marks nor the targets of links."""
    seen = _without_marks(text) if markdown else text
    return sum(category(character) not in _NOT_SEEN for character in normalize("NFC", seen))


def _without_marks(text: str) -> str:
    parts: list[str] = []
    at = 0
    for mark in find_marks(text, markdown=True):
        parts += [text[at : mark.start], _seen(mark)]
        at = mark.end
    return "".join([*parts, text[at:]])


def _seen(mark: Mark) -> str:
    """Return what a reader sees of a mark."""
    if mark.kind in _READ:
        return mark.text
    if mark.kind is Kind.ESCAPE:
        return mark.text[1:] if mark.text.startswith("\\") else unescape(mark.text)
    if mark.kind is Kind.CODE:
        return mark.text.strip("`").strip()
    if mark.kind is Kind.BREAK:
        return "\n"
    if mark.kind is Kind.LINK and mark.role is Role.ALONE:
        # <https://example.org>, or [label][] without marks inside.
        return re.sub(r"\A<|>\Z|\A\[|\]\[\]\Z", "", mark.text)
    return ""


CHECK: Final = Check(
    name="max-length",
    severity=Severity.ERROR,
    summary="The translation has no more characters than the author allows.",
    explanation=(
        "A note of the author (“max-length: 30” in the extracted comments) says how many characters there is room for: "
        "on a button, in a title, in a message. Each form of the translation may have as many, as a reader sees them: "
        "an accent counts with its letter, and Markdown's marks and the targets of links do not count. Say it in fewer "
        "words; a note that leaves other languages too little room is for the author to change."
    ),
    of_entry=_max_length,
)
