"""Taking a message out of captured pages: text in, a message and the list of what was left out.

``blocks`` cuts a capture in plain text into blocks; for HTML ``charset`` decodes it, ``tags`` and ``web_page`` read
it with ``elements`` for what each element means, and ``main_text`` asks trafilatura. ``shapes`` says what each block
looks like, ``pages`` and ``finding`` find the message in one capture with ``margins`` for what stands around the
prose. ``joining`` makes one message of several captures: ``variants`` knows a text again in other words, ``outline``
says what stands where, and ``comparing`` how captures differ. ``writing`` turns the message into Markdown.
"""

from l10n_tool.captures.charset import decode_page, is_html
from l10n_tool.captures.joining import import_captures
from l10n_tool.captures.model import (
    Capture,
    Change,
    Difference,
    DroppedLine,
    Form,
    Imported,
    Mark,
    Message,
    Notice,
    Part,
    PartlyHeld,
    Source,
)
from l10n_tool.captures.writing import to_markdown

__all__ = [
    "Capture",
    "Change",
    "Difference",
    "DroppedLine",
    "Form",
    "Imported",
    "Mark",
    "Message",
    "Notice",
    "Part",
    "PartlyHeld",
    "Source",
    "decode_page",
    "import_captures",
    "is_html",
    "to_markdown",
]
