"""What trafilatura takes for the main text of a page: the one place that knows it.

It gets a text and gives texts; it is never asked for an address, and so it asks no network.
"""

import logging
import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from typing import TYPE_CHECKING, Final

from l10n_tool.captures.letters import key_of
from l10n_tool.errors import UsageError

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["MainText", "main_text"]

# A longer, deeper or fuller page is none that a person wrote, and would take minutes.
_LONGEST: Final = 3_000_000
_DEEPEST: Final = 200
_MOST: Final = 30_000
_DECLARATION: Final = re.compile(r"\A\s*<\?xml[^>]*>")
# XML has no place for them, and a parser that meets one gives up.
_CONTROLS: Final = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff]")
_STANDING_ALONE: Final = frozenset({"p", "head", "item", "cell", "quote", "lb", "list", "row", "table", "code", "body"})
_GRAM: Final = 12


class MainText:
    """The texts of a page that trafilatura keeps, in a form that can be asked for a text."""

    def __init__(self, texts: Sequence[str]) -> None:
        keys = [key_of(text) for text in texts]
        whole = "".join(keys)
        self._keys: AbstractSet[str] = frozenset(keys)
        self._grams: AbstractSet[str] = frozenset(whole[at : at + _GRAM] for at in range(len(whole) - _GRAM + 1))

    def __bool__(self) -> bool:
        return bool(self._keys)

    def has(self, key: str) -> bool:
        """Tell whether a text is kept, by its key: as one text, or nearly all of it within others."""
        if key in self._keys:
            return True
        grams = [key[at : at + _GRAM] for at in range(0, len(key) - _GRAM + 1, _GRAM)]
        return len(grams) > 1 and 5 * sum(gram in self._grams for gram in grams) >= 4 * len(grams)


def main_text(html: str, depth: int, elements: int) -> MainText | None:
    """Return the main text of a page; None if the page is too long or too deep to ask.

    Raises UsageError where trafilatura is not installed.
    """
    try:
        from trafilatura import bare_extraction
    except ImportError as error:
        message = f"reading HTML needs trafilatura, which cannot be imported ({error})"
        raise UsageError(message, remedy="pip install 'l10n-tool[captures]'") from None
    if len(html) > _LONGEST or depth > _DEEPEST or elements > _MOST:
        return None
    # Its own words about a page would reach the terminal.
    logging.getLogger("trafilatura").addHandler(logging.NullHandler())
    document = bare_extraction(
        _CONTROLS.sub("\ufffd", _DECLARATION.sub("", html)),
        # Its second opinion takes the square of a page's paragraphs; the rules for plain text are ours.
        fast=True,
        include_comments=False,
        include_tables=True,
        include_formatting=True,
        with_metadata=False,
    )
    body = getattr(document, "body", None)
    return MainText([] if body is None else [text for text in _texts(body) if text])


def _texts(body: "_Element") -> Iterator[str]:
    """Give the texts of a tree, cut where a block begins or ends."""
    pieces: list[str] = []
    for event, element in _walk(body):
        if str(element.tag) in _STANDING_ALONE:
            yield "".join(pieces).strip()
            pieces = []
        pieces.append((element.text if event == "start" else element.tail) or "")
    yield "".join(pieces).strip()


def _walk(body: "_Element") -> "Iterator[tuple[str, _Element]]":
    from lxml.etree import iterwalk

    return iterwalk(body, events=("start", "end"))
