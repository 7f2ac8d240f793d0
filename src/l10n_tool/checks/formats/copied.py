"""Languages whose directives we know by their shape only: a translation has them all, in the order of the source.

That is more than msgfmt asks, which works out what each directive of Lisp or of GCC's messages takes.
"""

import re
from collections.abc import Callable
from typing import Final

from l10n_tool.checks.formats.values import Wants

__all__ = ["BRACES", "MARKUP", "PERCENT", "TILDE", "copied"]

TILDE: Final = r"~(?:[-+0-9,vV#]|'.)*[:@]*(?:.|\Z)"
PERCENT: Final = r"%[-+#0-9'*.,$_qlwzt]*(?:\([^()%]*\))?(?:.|\Z)"
BRACES: Final = r"\{\{|\}\}|\{[^{}]*\}|[{}]"
#: KDE's markup: arguments, tags and character references, each whole.
MARKUP: Final = r"%[1-9][0-9]*|<[^<>]*>?|>|&[^&;\s]*;?"


def copied(pattern: str) -> Callable[[str], Wants]:
    """Return a reader that keeps the directives of this pattern as they stand, one after another."""

    def read(text: str) -> Wants:
        found = " ".join(match[0] for match in re.finditer(pattern, text, re.DOTALL))
        return {found: ""} if found else {}

    return read
