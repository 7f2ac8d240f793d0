"""What HTML says of its elements."""

from typing import Final

__all__ = ["VOID"]

#: Elements that have no end tag (HTML standard, "Void elements", and param, which parsers still take for one).
VOID: Final = frozenset(
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"]
)
