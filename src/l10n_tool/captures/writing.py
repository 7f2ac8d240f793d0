"""Writing a message as Markdown whose paragraphs read exactly as the text they were made of."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

import pyromark
import yaml

from l10n_tool.captures.blocks import clean
from l10n_tool.captures.model import Message

__all__ = ["to_markdown"]

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
# Plain YAML could hold these inside a text; an editor's eye and a simpler reader are safer with quotes.
_QUOTED_ANYWAY: Final = re.compile(r"[\"'#]")
_NO_FOLDING: Final = 1 << 30
_HARD_BREAK: Final = "\\\n"


def to_markdown(message: Message) -> str:
    """Write a message as a Markdown document with the title in the front matter, if there is one.

    Read as CommonMark, each paragraph gives back the text of its part with the white space tidied, and the
    signature gives its lines, parted by hard breaks.
    """
    blocks = "\n\n".join(_blocks(message))
    title = clean(message.title.text) if message.title else ""
    front_matter = f"---\ntitle: {_yaml_scalar(title)}\n---\n\n" if title else ""
    return f"{front_matter}{blocks}\n"


def _blocks(message: Message) -> Iterator[str]:
    above = [message.dateline] if message.dateline else []
    signature = [part.text for part in message.signature]
    paragraphs = [
        *([part.text] for part in (*above, *message.lead, *message.body)),
        signature,
        *([part.text] for part in message.note),
    ]
    for lines in paragraphs:
        tidy = [line for line in map(clean, lines) if line]
        if tidy:
            yield _paragraph(tidy)


def _paragraph(lines: Sequence[str]) -> str:
    """Write lines as one paragraph: escape what looks like markup, and everything if that was not enough."""
    first = _HARD_BREAK.join(map(_escape_markup, lines))
    return first if _reads_as(first, lines) else _HARD_BREAK.join(map(_escape_all, lines))


def _reads_as(markdown: str, lines: Sequence[str]) -> bool:
    broken = [event for line in lines for event in ("HardBreak", {"Text": line})]
    expected = [{"Start": "Paragraph"}, *broken[1:], {"End": "Paragraph"}]
    return all(list(pyromark.events(markdown, options=dialect)) == expected for dialect in _DIALECTS)


def _escape_markup(line: str) -> str:
    escaped = _INLINE.sub(_escaped, line)
    if ordinal := _ORDINAL.match(escaped):
        return f"{ordinal[0]}\\{escaped[ordinal.end() :]}"
    return f"\\{escaped}" if _OPENING.match(escaped) else escaped


def _escape_all(line: str) -> str:
    return _PUNCTUATION.sub(_escaped, line)


def _escaped(match: re.Match[str]) -> str:
    return f"\\{match[0]}"


def _yaml_scalar(text: str) -> str:
    """Write a text as a YAML scalar: plain where that reads back as the same text, else in double quotes."""
    plain = _dump(text, style=None)
    if plain == text and not _QUOTED_ANYWAY.search(text):
        return text
    return _dump(text, style='"')


def _dump(text: str, style: str | None) -> str:
    dumped = yaml.safe_dump(text, default_style=style, allow_unicode=True, width=_NO_FOLDING)
    return dumped.removesuffix("\n").removesuffix("\n...")
