"""``magnitudes``: hundreds stay hundreds, and do not become thousands."""

from collections.abc import Iterable
from typing import Final

from l10n_tool.checks.finding import Severity
from l10n_tool.checks.model import Check, Remark, Subject, by_text
from l10n_tool.facts.magnitudes import Magnitude, compare_magnitudes, has_magnitude
from l10n_tool.facts.text import Text

__all__ = ["CHECK"]

_NAMES: Final = {
    1: "dozens", 2: "hundreds", 3: "thousands", 4: "tens of thousands", 5: "hundreds of thousands", 6: "millions",
    7: "tens of millions", 8: "hundreds of millions", 9: "billions", 10: "tens of billions",
    11: "hundreds of billions", 12: "trillions",
}  # fmt: skip


def _magnitudes(subject: Subject) -> Iterable[Remark]:
    may_have = any(source.once(has_magnitude) for source in subject.source_texts)
    return by_text(subject, _compare) if may_have else ()


def _compare(source: Text, text: Text) -> list[Remark]:
    return [
        Remark(
            f"{_name(change.before)} became {_name(change.after)}",
            marks=(change.after.place,),
            source_marks=(change.before.place,),
        )
        for change in compare_magnitudes(source, text)
    ]


def _name(magnitude: Magnitude) -> str:
    return _NAMES.get(magnitude.power, f"10 to the power of {magnitude.power}")


CHECK: Final = Check(
    name="magnitudes",
    severity=Severity.WARNING,
    summary="Hundreds stay hundreds: a number that is said by its size only keeps the size.",
    explanation=(
        "Words such as dozens, hundreds, tens of thousands and millions are compared by size, in languages whose "
        "words are known. A finding means that the source's size is lost and another one has come: hundreds became "
        "thousands. Correct the word; where the language counts in another way and says the same, leave the warning "
        "or switch the check off for the entry. A number in digits with such a word is compared by ``numbers``."
    ),
    of_entry=_magnitudes,
)
