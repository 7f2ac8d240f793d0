"""``brackets``: each bracket of the translation has its other half."""

import re
from collections.abc import Iterator
from typing import Final

from l10n_tool.checks.finding import Severity
from l10n_tool.checks.model import Check, Remark, Subject
from l10n_tool.facts.text import Span
from l10n_tool.facts.typography import CODE, LINE_MARK, visible

__all__ = ["CHECK"]

#: A bracket of full width may be closed by a narrow one: which of them is typed is a matter of the keyboard.
_KINDS: Final = {
    **dict.fromkeys("(（﹙", "("), **dict.fromkeys(")）﹚", ")"), **dict.fromkeys("[［", "["),
    **dict.fromkeys("]］", "]"),
    **dict.fromkeys("{｛", "{"), **dict.fromkeys("}｝", "}"),
    "「": "「", "」": "」", "『": "『", "』": "』", "【": "【", "】": "】", "《": "《", "》": "》",
    "〈": "〈", "〉": "〉",
    "〔": "〔", "〕": "〕", "｢": "「", "｣": "」",
}  # fmt: skip
_CLOSES: Final = {")": "(", "]": "[", "}": "{", "」": "「", "』": "『", "】": "【", "》": "《", "〉": "〈", "〕": "〔"}
_ANY: Final = re.compile(f"[{re.escape(''.join(_KINDS))}]")
# Faces :-) ;( and half-open intervals [0, 1) are written with one bracket.
_FACE: Final = re.compile(r"[:;=8xX](?<![\w)].)['’]?[-–^o]?[()\[\]{}]+(?!\w)")
_INTERVAL: Final = re.compile(r"[\[(\]][ ]?[-−+]?[\w.∞]{1,12} ?[,;…] ?[-−+]?[\w.∞]{1,12}[ ]?[\])\[]")


def _brackets(subject: Subject) -> Iterator[Remark]:
    faulty: frozenset[str] | None = None
    for form, text in enumerate(subject.entry.msgstr):
        if not _ANY.search(text):
            continue
        loose = _loose(text)
        if not loose:
            continue
        if faulty is None:
            faulty = frozenset(_kind(source, span) for source in subject.sources for span in _loose(source))
            if any("{" in source for source in subject.sources):
                # These are placeholders, which have a check of their own.
                faulty |= {"{"}
        found = [span for span in loose if _kind(text, span) not in faulty]
        if found:
            yield Remark(_told(text, found), form=form, marks=tuple(found))


def _kind(text: str, span: Span) -> str:
    bracket = _KINDS[text[span[0]]]
    return _CLOSES.get(bracket, bracket)


def _loose(text: str) -> list[Span]:
    """Return the brackets of a text that have no other half; those of each kind are paired for themselves."""
    shown = _without_signs(visible(text))
    open_: dict[str, list[int]] = {}
    loose: list[int] = []
    for match in _ANY.finditer(shown):
        bracket, at = _KINDS[match[0]], match.start()
        if bracket not in _CLOSES:
            open_.setdefault(bracket, []).append(at)
        elif open_.get(_CLOSES[bracket]):
            open_[_CLOSES[bracket]].pop()
        else:
            loose.append(at)
    return [(at, at + 1) for at in sorted([*loose, *(at for places in open_.values() for at in places)])]


def _without_signs(text: str) -> str:
    """Return a text, as long as it is, without the brackets that stand alone by right."""
    if ")" in text or "(" in text or "]" in text:
        for pattern in (LINE_MARK, _FACE, _INTERVAL):
            text = pattern.sub(lambda match: CODE * (match.end() - match.start()), text)
    return text.replace("\\[", CODE * 2).replace("\\]", CODE * 2)


def _told(text: str, spans: list[Span]) -> str:
    bracket = text[spans[0][0]]
    what = f"{bracket} is not opened" if _KINDS[bracket] in _CLOSES else f"{bracket} is not closed"
    return what if len(spans) == 1 else f"{what}, and {len(spans) - 1} more"


CHECK: Final = Check(
    name="brackets",
    severity=Severity.WARNING,
    summary="Every bracket of the translation is opened and closed.",
    explanation=(
        "A bracket without its other half is a slip of typing, or a sign that a part of the text was lost: compare "
        "what stands between the source's brackets, and put the missing half where it belongs. Only the translation "
        "is looked at, and only where the source's own brackets of that kind are paired; other brackets than the "
        "source's are fine. Faces, intervals and the marks of lists, as in a), are passed over."
    ),
    of_entry=_brackets,
)
