"""Writing one paragraph or heading in Markdown, and reading it back to see that it says what it should."""

import re
from collections.abc import Callable, Sequence
from itertools import groupby
from typing import Final

import pyromark

from l10n_tool.captures.blocks import clean
from l10n_tool.captures.model import Mark, Part

__all__ = ["write_heading", "write_paragraph"]

# A reader of Markdown may have extensions on; the text must come through in both cases.
_EXTENSIONS: Final = (
    pyromark.Options.ENABLE_TABLES
    | pyromark.Options.ENABLE_FOOTNOTES
    | pyromark.Options.ENABLE_STRIKETHROUGH
    | pyromark.Options.ENABLE_TASKLISTS
    | pyromark.Options.ENABLE_HEADING_ATTRIBUTES
    | pyromark.Options.ENABLE_GFM
)
_DIALECTS: Final = (pyromark.Options(0), _EXTENSIONS)

_PUNCTUATION: Final = re.compile(r"[!-/:-@\[-`{-~]")
# Marks inside a line, where they can mean something: a lone "&" or an underscore inside a word cannot.
_INLINE: Final = re.compile(
    r"""[`\[\]]
    | \\(?=[!-/:-@\[-`{-~]|\Z)
    | (?<!\s)\* | \*(?!\s|\Z)
    | (?<![^\W_])_ | _(?![^\W_])
    | <(?=[A-Za-z/!?])
    | &(?=\#?\w{1,32};)
    | ~(?=~) | (?<=~)~
    """,
    re.VERBOSE,
)
# Marks that mean something at the start of a line only.
_OPENING: Final = re.compile(r"(?:\#{1,6}(?=\s|\Z)|>|[-+*](?=\s|\Z)|=+\Z|-+\Z|~~~)")
_ORDINAL: Final = re.compile(r"(\d{1,9})(?=[.)](?:\s|\Z))")
_HARD_BREAK: Final = "\\\n"

_UNSAFE_IN_ADDRESS: Final = re.compile(r"[\s\0-\x20\x7f<>()\"`\\^{|}\[\]]")
_REFERENCE: Final = re.compile(r"&(?=#?\w{1,32};)")

#: A piece of a line as a reader sees it: its text, strong, emphasised, the address of its link.
_Run = tuple[str, bool, bool, str]


def write_paragraph(parts: Sequence[Part]) -> str:
    """Write lines as one paragraph, parted by hard breaks; see ``_written`` for what gives way."""
    return _written(parts, "", "Paragraph")


def write_heading(part: Part, level: int) -> str:
    """Write a heading, without bold or italic type that a heading has anyway."""
    return _written([part], f"{'#' * level} ", "Heading")


def _written(parts: Sequence[Part], opening: str, tag: str) -> str:
    """Write what reads back as the text with its marks; else without type, and last as nothing but text.

    Whatever Markdown makes of it, the words are those of the parts.
    """
    lines = [_runs(part) for part in parts]
    linked = [_merged([(text, False, False, link) for text, _, _, link in line]) for line in lines]
    bare = [_merged([(text, False, False, "") for text, _, _, _ in line]) for line in lines]
    for attempt in (lines, linked, bare):
        written = opening + _HARD_BREAK.join(_line(line, _needed) for line in attempt)
        if _reads_as(written, attempt, tag):
            return written
    return opening + _HARD_BREAK.join(_line(line, _all) for line in bare)


def _runs(part: Part) -> list[_Run]:
    """Cut a text where a mark begins or ends."""
    text = clean(part.text)
    marks = part.marks if text == part.text else ()
    runs: list[_Run] = []
    at = 0
    for mark in marks:
        runs += [(text[at : mark.start], False, False, ""), _run(text, mark)]
        at = mark.end
    runs.append((text[at:], False, False, ""))
    return _merged(runs)


def _run(text: str, mark: Mark) -> _Run:
    return text[mark.start : mark.end], mark.strong, mark.emphasis, mark.link


def _merged(runs: Sequence[_Run]) -> list[_Run]:
    together = groupby((run for run in runs if run[0]), key=lambda run: run[1:])
    return [("".join(run[0] for run in group), *look) for look, group in together]


def _line(runs: Sequence[_Run], escapes: Callable[[str], set[int]]) -> str:
    """Write a line: links outside, then bold, then italic type; ``escapes`` says where a backslash goes."""
    at = 0
    marks = escapes("".join(run[0] for run in runs))
    pieces: list[str] = []
    for link, linked in groupby(runs, key=lambda run: run[3]):
        inner: list[str] = []
        for strong, typed in groupby(linked, key=lambda run: run[1]):
            words: list[str] = []
            for text, _, emphasis, _ in typed:
                words.append(_wrapped(_escaped(text, marks, at), "*" if emphasis else ""))
                at += len(text)
            inner.append(_wrapped("".join(words), "**" if strong else ""))
        pieces.append(f"[{''.join(inner)}]({_address(link)})" if link else "".join(inner))
    return "".join(pieces)


def _wrapped(text: str, mark: str) -> str:
    return f"{mark}{text}{mark}"


def _escaped(text: str, marks: set[int], start: int) -> str:
    if not marks:
        return text
    return "".join(f"\\{character}" if start + at in marks else character for at, character in enumerate(text))


def _needed(text: str) -> set[int]:
    """Say before which characters a backslash goes, so that none of the text looks like markup."""
    marks = {match.start() for match in _INLINE.finditer(text)}
    if ordinal := _ORDINAL.match(text):
        marks.add(ordinal.end())
    elif _OPENING.match(text):
        marks.add(0)
    return marks


def _all(text: str) -> set[int]:
    return {match.start() for match in _PUNCTUATION.finditer(text)}


def _address(link: str) -> str:
    """Write the address of a link so that it can neither end early nor be read as another one."""
    return _REFERENCE.sub("&amp;", _UNSAFE_IN_ADDRESS.sub(_percent, link))


def _percent(match: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in match[0].encode("utf-8", "replace"))


def _reads_as(markdown: str, lines: Sequence[Sequence[_Run]], tag: str) -> bool:
    expected = [[(text, strong, em, _encoded(link)) for text, strong, em, link in line] for line in lines]
    return all(_read(markdown, dialect, tag) == expected for dialect in _DIALECTS)


def _encoded(link: str) -> str:
    return _UNSAFE_IN_ADDRESS.sub(_percent, link)


def _read(markdown: str, dialect: pyromark.Options, tag: str) -> list[list[_Run]] | None:
    """Read lines of text with their marks; None where there is anything else than one block of them."""
    events = list(pyromark.events(markdown, options=dialect))
    if len(events) < 2 or (_name(events[0]), _name(events[-1])) != (("Start", tag), ("End", tag)):
        return None
    return _lines_of(events[1:-1])


def _lines_of(events: Sequence[object]) -> list[list[_Run]] | None:
    within = {"Strong": 0, "Emphasis": 0}
    link = ""
    runs: list[list[_Run]] = [[]]
    for event in events:
        match event:
            case {"Text": str(text)}:
                runs[-1].append((text, within["Strong"] > 0, within["Emphasis"] > 0, link))
            case "HardBreak":
                runs.append([])
            case {"Start": ("Strong" | "Emphasis") as what}:
                within[what] += 1
            case {"End": ("Strong" | "Emphasis") as what}:
                within[what] -= 1
            case {"Start": {"Link": {"dest_url": str(target)}}}:
                link = target
            case {"End": "Link"}:
                link = ""
            case _:
                return None
    return [_merged(line) for line in runs]


def _name(event: object) -> tuple[str, str]:
    """Return whether something starts or ends, and what."""
    match event:
        case {"Start": what}:
            return "Start", what if isinstance(what, str) else next(iter(what))
        case {"End": what}:
            return "End", what if isinstance(what, str) else next(iter(what))
        case _:
            return "", ""
