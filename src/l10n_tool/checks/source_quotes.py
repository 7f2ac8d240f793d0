"""``source-quotes``: a document does not mix straight and curly quotation marks, or apostrophes."""

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from l10n_tool.catalogue import Entry
from l10n_tool.checks.finding import Severity
from l10n_tool.checks.model import Check, Remark, Whole

__all__ = ["CHECK"]

_SIGNS: Final = re.compile("[\"“”„«»'’]")


class _Kind(NamedTuple):
    """A sign that is written in two ways."""

    plural: str
    straight: re.Pattern[str]
    curly: re.Pattern[str]


# A straight mark after a digit may be one of inches. An apostrophe stands in a word: single quotation marks are left
# alone, since they end like one.
_KINDS: Final = (
    _Kind("quotation marks", re.compile(r'(?<!\d)"'), re.compile("[“”„«»]")),
    _Kind("apostrophes", re.compile(r"(?<=[^\W\d_])'(?=[^\W\d_])"), re.compile(r"(?<=[^\W\d_])’(?=[^\W\d_])")),
)


def _source_quotes(whole: Whole) -> Iterator[Remark]:
    documents: dict[str, list[tuple[Entry, str]]] = {}
    for entry in whole.catalogue.messages:
        if _SIGNS.search(entry.msgid):
            prose = whole.sources[entry.msgid].prose
            documents.setdefault(_document(entry), []).append((entry, prose))
    for name, texts in documents.items():
        for kind in _KINDS:
            yield from _mixed(kind, name, texts)


def _document(entry: Entry) -> str:
    """Return the file that a text comes from; where it comes from several, the first."""
    if not entry.references:
        return ""
    first = entry.references[0]
    name, _, line = first.rpartition(":")
    return name if name and line.isdigit() else first


def _mixed(kind: _Kind, name: str, texts: Sequence[tuple[Entry, str]]) -> Iterator[Remark]:
    """Tell of the first text that has the rarer of two signs, and how many have the other."""
    straight = [pair for pair in texts if kind.straight.search(pair[1])]
    curly = [pair for pair in texts if kind.curly.search(pair[1])]
    if not straight or not curly:
        return
    few, many = ("straight", "curly") if len(straight) <= len(curly) else ("curly", "straight")
    entry, prose = (straight if few == "straight" else curly)[0]
    sign = kind.straight if few == "straight" else kind.curly
    count = len(curly if few == "straight" else straight)
    texts_of = f"{count} {'text' if count == 1 else 'texts'} of {name or 'the template'}"
    message = f"{few} {kind.plural} here, {many} ones in {texts_of}; choose one"
    yield Remark(message, entry=entry, source_marks=tuple(match.span() for match in sign.finditer(prose)))


CHECK: Final = Check(
    name="source-quotes",
    severity=Severity.INFO,
    summary="A source document does not mix straight and curly quotation marks, or apostrophes.",
    explanation=(
        'A document that has "this" in one paragraph and “that” in another was typed in two programs. Translators '
        "wonder whether it means something, and the memory of translations takes the same sentence for two. Choose "
        "one kind, and change the others in the source; code and HTML are not looked at. Apostrophes are counted by "
        "themselves. It is told once per document, when the source is extracted or its template is checked."
    ),
    of_source=_source_quotes,
)
