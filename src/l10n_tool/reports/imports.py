"""What an import made of its captures, in words: the parts, what only one capture has, what differs, what is gone."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Final

from l10n_tool.reports.table import Paint, excerpt, plain, printable

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from l10n_tool.captures import Change, Difference, DroppedLine, Message, PartlyHeld
    from l10n_tool.workflow.importing import ImportedFile

__all__ = ["imported_text"]

_EXCERPT: Final = 60
# Words shown on each side of words that differ.
_AROUND: Final = 5
# Fewer lines of one menu than this are listed one by one.
_SEVERAL: Final = 3
_SHOWN: Final = 20
_LONGEST: Final = 300
_KEY: Final = "[-of the first capture that has it, kept-] {+of the other+}"


def imported_text(result: ImportedFile, paint: Paint = plain) -> str:
    """Return the parts of the message, how the captures differ, and every dropped line with its reason."""
    imported = result.imported
    verb = "written" if result.changed else "unchanged"
    alone = [part for part in imported.partly_held if len(part.holders) == 1]
    several = [part for part in imported.partly_held if len(part.holders) > 1]
    worded = [difference for difference in imported.differences if not difference.slight]
    slight = [difference for difference in imported.differences if difference.slight]
    sections = [
        ("Only in one capture", _partly_held(alone, paint)),
        ("In some captures only", _partly_held(several, paint)),
        (f"Different words: {_KEY}", _differences(worded, paint)),
        (f"Different quotation marks or case: {_KEY}", _differences(slight, paint)),
        ("Dropped", _dropped(imported.dropped, paint)),
    ]
    lines = [f"{result.output.as_posix()}: {paint(verb, 'good')} ({_parts(imported.message)})"]
    lines += [f"{printable(notice.capture)}: {printable(notice.text)}" for notice in imported.notices]
    for head, section in sections:
        if rows := list(section):
            lines += ["", paint(head, "head"), *rows]
    return "\n".join(lines)


def _parts(message: Message) -> str:
    parts = {
        "title": int(message.title is not None),
        "dateline": int(message.dateline is not None),
        "lead": len(message.lead),
        "body": len(message.body),
        "signature": len(message.signature),
        "note": len(message.note),
    }
    counted = {"lead", "body", "note"}
    return ", ".join(f"{count} {name}" if name in counted else name for name, count in parts.items() if count)


def _partly_held(parts: Sequence[PartlyHeld], paint: Paint) -> Iterator[str]:
    for part in parts:
        where = ", ".join(printable(str(holder)) for holder in part.holders)
        yield f"  {where}: {paint(part.part, 'warn')}  {excerpt(part.text, _EXCERPT)}"


def _differences(differences: Sequence[Difference], paint: Paint) -> Iterator[str]:
    for difference in differences:
        kept, other = (printable(str(source)) for source in (difference.kept, difference.other))
        yield f"  {kept}, {other}: {paint(difference.part, 'warn')}"
        yield f"    {_marked(difference.changes, paint)}"


def _marked(changes: Sequence[Change], paint: Paint) -> str:
    """Return the words that differ, each stretch among the words around it."""
    pieces: list[str] = []
    for at, change in enumerate(changes):
        if change.same:
            pieces.append(_context(change.kept, first=at == 0, last=at == len(changes) - 1))
            continue
        pieces += [paint(f"[-{_stretch(change.kept)}-]", "bad")] if change.kept else []
        pieces += [paint(f"{{+{_stretch(change.other)}+}}", "good")] if change.other else []
    return " ".join(pieces)


def _context(text: str, *, first: bool, last: bool) -> str:
    """Return the words next to a change, and an ellipsis for what is left out between two or at an end."""
    words = printable(text).split()
    before = [] if first else words[:_AROUND]
    after = [] if last else words[len(words) - min(_AROUND, len(words)) :]
    if len(before) + len(after) >= len(words):
        return " ".join(words)
    return " ".join([*before, "…", *after])


def _stretch(text: str) -> str:
    line = printable(text)
    if len(line) <= _LONGEST:
        return line
    return f"{line[:_LONGEST]}… ({len(line)} characters)"


def _dropped(dropped: Sequence[DroppedLine], paint: Paint) -> Iterator[str]:
    """Return a line for each dropped line, or for all that stand side by side in one menu of a page."""
    for _, group in groupby(dropped, key=_menu):
        lines = list(group)
        if not lines[0].region or len(lines) < _SEVERAL:
            yield from (_dropped_line(line, str(line.line), line.text, paint) for line in lines)
            continue
        first, last = lines[0].line, lines[-1].line
        span = str(first) if first == last else f"{first}-{last}"
        text = f"{len(lines)} lines: {' · '.join(line.text for line in lines[:_SHOWN])}"
        yield _dropped_line(lines[0], span, text, paint)


def _menu(line: DroppedLine) -> tuple[str, int, str]:
    return line.capture, line.region, line.reason


def _dropped_line(line: DroppedLine, span: str, text: str, paint: Paint) -> str:
    return f"  {printable(line.capture)}:{span}: {paint(line.reason, 'warn')}  {excerpt(text, _EXCERPT)}"
