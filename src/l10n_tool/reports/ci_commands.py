"""Texts that no CI system takes for a command.

GitHub, Azure Pipelines and TeamCity read what a step prints, and do what a line says that begins with ``::name`` or has
``##[name]``, ``##vso[`` or ``##teamcity[`` anywhere in it.
"""

import re
from collections.abc import Iterator
from typing import Final

__all__ = ["commands_in", "without_commands"]

_ANYWHERE: Final = re.compile(r"##(?=\w*\[)")
_AT_START: Final = re.compile(r"^(\s*):(?=:)", re.MULTILINE)


def without_commands(text: str) -> str:
    r"""Return a text in which what would be a command has an escape, that of JSON: ``#\u0023[``.

    JSON text still says the same: within a string the escape is the character, and no line of it begins with a colon.
    """
    return _AT_START.sub(r"\1\\u003a", _ANYWHERE.sub(r"#\\u0023", text))


def commands_in(text: str) -> Iterator[int]:
    """Yield the places of the characters that have to be escaped, wherever the text stands in a line."""
    return (found.start() + 1 for found in _ANYWHERE.finditer(text))
