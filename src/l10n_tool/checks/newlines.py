r"""``newlines``: a source that begins or ends with ``\n`` has a translation that does too (msgfmt -c)."""

from collections.abc import Iterator
from typing import Final

from l10n_tool.checks.finding import Severity
from l10n_tool.checks.model import Check, Remark, Subject

__all__ = ["CHECK"]


def _newlines(subject: Subject) -> Iterator[Remark]:
    if "\n" not in subject.everything:
        return
    msgid, plural = subject.entry.msgid, subject.entry.msgid_plural
    if plural is not None:
        for place in _differences(msgid, plural):
            yield Remark(f"one of msgid and msgid_plural {place} with a newline, the other does not")
    for form, text in enumerate(subject.entry.msgstr):
        for place in _differences(msgid, text):
            has, lacks = ("source", "translation") if _has(msgid, place) else ("translation", "source")
            yield Remark(f"the {has} {place} with a newline, the {lacks} does not", form=form)


def _differences(one: str, other: str) -> list[str]:
    return [place for place in ("begins", "ends") if _has(one, place) != _has(other, place)]


def _has(text: str, place: str) -> bool:
    return text.startswith("\n") if place == "begins" else text.endswith("\n")


CHECK: Final = Check(
    name="newlines",
    severity=Severity.ERROR,
    summary="Source and translation both begin and end with a newline, or neither does.",
    explanation=(
        "A newline at the end of a message moves what a program prints next; msgfmt -c refuses such an entry. "
        "Put the \\n where the source has it, or take it away where the source has none, in every plural form."
    ),
    of_entry=_newlines,
)
