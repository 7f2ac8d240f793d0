"""The inside of a Markdown block: its bytes to the text of a msgid."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from l10n_tool.markup import HARD_BREAK

__all__ = ["HARD", "LINK", "SOFT", "Run", "text_of"]


#: What stands for a piece of source in a text: a space, HARD_BREAK, or a link with its label spelled out.
SOFT: Final = 0
HARD: Final = 1
LINK: Final = 2


class Run(NamedTuple):
    """The inline content of a block: where it stands, and what is not as it should be in a text.

    ``edits`` are the line breaks, and the links and images without a label of their own (``[words]``, ``[words][]``).
    """

    start: int
    end: int
    edits: Sequence[tuple[int, int, int]]


def text_of(body: bytes, run: Run, quotes: int) -> tuple[str, tuple[str, ...]]:
    """Return a run's text, and the bytes of its hard breaks with all that leads to the next line.

    Soft breaks are spaces, hard ones HARD_BREAK. A link that finds its target by its own words names it after them,
    so that the words can be translated: ``[words]`` is ``[words][words]``. ``quotes`` is how many block quotations
    the block is in.
    """
    if not run.edits:
        return _verbatim(body[run.start : run.end], quotes), ()
    edits: list[tuple[int, int, str]] = []
    breaks: list[str] = []
    for start, end, what in run.edits:
        if what == LINK:
            edits.append(_label(body, start, end, quotes))
            continue
        text_start = _text_start(body, end, run, quotes)
        edits.append((start, text_start, " " if what == SOFT else HARD_BREAK))
        if what == HARD:
            breaks.append(body[start:text_start].decode())
    parts: list[str] = []
    at = run.start
    for start, end, text in sorted(edits):
        parts += [_verbatim(body[at:start], quotes), text]
        at = end
    parts.append(_verbatim(body[at : run.end], quotes))
    return "".join(parts), tuple(breaks)


def _label(body: bytes, start: int, end: int, quotes: int) -> tuple[int, int, str]:
    """Return where a link's label goes, and the label; none where it would pair with the marks in the words."""
    closing = end - 2 if body[end - 2 : end] == b"[]" else end
    words = body[start:closing]
    label = " ".join(_verbatim(words[words.index(b"[") + 1 : -1], quotes).split())
    if label.count("`") % 2:
        return end, end, ""
    return closing, end, f"[{label}]"


def _verbatim(piece: bytes, quotes: int) -> str:
    """Return a piece of source without its own line breaks; those in a code span leave its spaces as they are."""
    if b"\n" not in piece and b"\r" not in piece:
        return piece.decode()
    return re.sub(rf"(?:\r\n?|\n){_leading(quotes)}", " ", piece.decode())


def _text_start(body: bytes, line: int, run: Run, quotes: int) -> int:
    """Return where the text of a continued line begins."""
    match = _prefix(quotes).match(body, line, run.end)
    return match.end() if match else line


@lru_cache(maxsize=64)
def _prefix(quotes: int) -> re.Pattern[bytes]:
    return re.compile(_leading(quotes).encode())


def _leading(quotes: int) -> str:
    return f"[ \t]*(?:>[ \t]*){{0,{quotes}}}" if quotes else "[ \t]*"
