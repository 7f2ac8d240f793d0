"""Taking a message out of captured pages: text in, a message and the list of what was left out.

``blocks`` cuts a capture into blocks, ``shapes`` says what each block looks like, ``finding`` finds the
message in one capture with ``margins`` for what stands around the prose, ``joining`` makes one message of
several captures, and ``writing`` turns it into Markdown.
"""

from l10n_tool.captures.joining import import_captures
from l10n_tool.captures.model import Capture, DroppedLine, Imported, Message, Part, Source
from l10n_tool.captures.writing import to_markdown

__all__ = [
    "Capture",
    "DroppedLine",
    "Imported",
    "Message",
    "Part",
    "Source",
    "import_captures",
    "to_markdown",
]
